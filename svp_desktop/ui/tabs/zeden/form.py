"""The record of a possible sexual offence: what was heard, what the board knows, and who may read it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.zedenmelding import HoeGehoord, Houder, ZedenDraft
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import Label, card, clear, col, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings

_WHAT = "Schrijf de woorden op die zijn gebruikt. Geen eigen conclusie, geen vragen die u nog wilt stellen."
_NOBODY = (
    "Er is nog niemand met een sleutel van het meldcode-dossier. Vul het in, druk het af en geef het aan het bestuur."
)
_READERS = "Gaat het over iemand die hier staat? Haal dan het vinkje weg: die persoon krijgt dit nooit te lezen."
_ONCE = "Na het bewaren kunt u dit zelf niet meer lezen. U krijgt het één keer op papier."


class ZedenForm(QWidget):
    """Form <-> ZedenDraft, and the chosen readers. `edited` after every change by the user."""

    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.gehoord_op = DateEdit(context.today, name="Wanneer hoorde u het")
        self.gehoord_om = TimeEdit(optional=True, name="Hoe laat")
        self.hoe = Segmented([(one, word(one)) for one in HoeGehoord], small=True, name="Hoe hoorde u het")
        self.wat = Area(placeholder=_WHAT, height=110)
        self.over_wie = edit(placeholder="Naam en functie")
        self.kind = edit(placeholder="Naam en groep, als u die weet")
        self.gedaan = Area(placeholder="Bijvoorbeeld: bij het kind gebleven, ouders nog niet gebeld", height=56)
        self.bestuur_wie = edit(placeholder="Naam van wie u sprak")
        self.bestuur_op = DateEdit(context.today, optional=True, name="Ingelicht op")
        self.bestuur_om = TimeEdit(optional=True, name="Ingelicht om")
        self.nog_niet = edit(placeholder="Alleen als u nog niemand sprak")
        self.fields = {
            "gehoord_op": Field("Wanneer hoorde u het", self.gehoord_op),
            "gehoord_om": Field("Hoe laat", self.gehoord_om),
            "hoe": Field("Hoe hoorde u het", self.hoe),
            "wat": Field("Wat is er gezegd of gezien", self.wat),
            "over_wie": Field("Om wie met een taak voor de school gaat het", self.over_wie),
            "kind": Field("Welk kind", self.kind),
            "gedaan": Field("Wat hebt u al gedaan", self.gedaan),
            "bestuur_wie": Field("Wie van het bestuur hebt u gesproken", self.bestuur_wie),
            "bestuur_op": Field("Op", self.bestuur_op),
            "bestuur_om": Field("Om", self.bestuur_om),
            "bestuur_nog_niet": Field("Waarom nog niet", self.nog_niet),
        }
        self.lezers: dict[str, QCheckBox] = {}
        self._readers, self._reading = col(spacing=4), Label("", "muted", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        part = self.fields
        heard = card(
            row((part["gehoord_op"], 2), (part["gehoord_om"], 1), None, spacing=10),
            part["hoe"],
            part["wat"],
            row((part["over_wie"], 1), (part["kind"], 1), spacing=10),
            part["gedaan"],
            title="Wat u hoorde of zag",
            spacing=10,
        )
        told = card(
            row((part["bestuur_wie"], 3), (part["bestuur_op"], 2), (part["bestuur_om"], 1), spacing=10),
            part["bestuur_nog_niet"],
            title="Het bestuur",
            spacing=10,
        )
        self.setLayout(
            col(heard, told, card(self._readers, self._reading, title="Wie dit kan lezen"), None, spacing=10)
        )

    def _connect(self) -> None:
        for line in (self.over_wie, self.kind, self.bestuur_wie, self.nog_niet):
            line.textEdited.connect(self.edited)
        for moment in (self.gehoord_op, self.gehoord_om, self.bestuur_op, self.bestuur_om):
            moment.edited.connect(self.edited)
        for area in (self.wat, self.gedaan):
            area.textChanged.connect(self.edited)
        self.hoe.changed.connect(self._touched)

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()

    def draft(self) -> ZedenDraft:
        """What the form holds now."""
        how = self.hoe.value()
        return ZedenDraft(
            gehoord_op=self.gehoord_op.text(),
            gehoord_om=self.gehoord_om.text(),
            hoe=how if isinstance(how, HoeGehoord) else None,
            wat=self.wat.toPlainText(),
            over_wie=self.over_wie.text(),
            kind=self.kind.text(),
            gedaan=self.gedaan.toPlainText(),
            bestuur_wie=self.bestuur_wie.text(),
            bestuur_op=self.bestuur_op.text(),
            bestuur_om=self.bestuur_om.text(),
            bestuur_nog_niet=self.nog_niet.text(),
        )

    def load(self, draft: ZedenDraft) -> None:
        """Show this draft."""
        self.gehoord_op.setText(draft.gehoord_op)
        self.gehoord_om.setText(draft.gehoord_om)
        self.hoe.set_value(draft.hoe)
        self.wat.setPlainText(draft.wat)
        self.over_wie.setText(draft.over_wie)
        self.kind.setText(draft.kind)
        self.gedaan.setPlainText(draft.gedaan)
        self.bestuur_wie.setText(draft.bestuur_wie)
        self.bestuur_op.setText(draft.bestuur_op)
        self.bestuur_om.setText(draft.bestuur_om)
        self.nog_niet.setText(draft.bestuur_nog_niet)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, tuple(findings))

    def offer_readers(self, houders: Sequence[Houder], *, leest_mee: bool, uit: Sequence[str] = ()) -> None:
        """These may read it, all but `uit` ticked; `leest_mee`: whoever writes is one of them."""
        clear(self._readers)
        self.lezers = {}
        for one in houders:
            box = QCheckBox(f"{one.naam} (u)" if one.ik else one.naam)
            box.setChecked(one.account_id not in uit)
            box.toggled.connect(self._touched)
            self.lezers[one.account_id] = box
            self._readers.addWidget(box)
        if not houders:
            self._reading.setText(_NOBODY)
        else:
            self._reading.setText(_READERS if leest_mee else f"{_READERS} {_ONCE}")

    def gekozen(self) -> list[str]:
        """The accounts that may read it."""
        return [account for account, box in self.lezers.items() if box.isChecked()]

    def weggelaten(self) -> list[str]:
        """The accounts that may not."""
        return [account for account, box in self.lezers.items() if not box.isChecked()]
