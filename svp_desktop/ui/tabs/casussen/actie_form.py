"""The form of one action: which, when, who, shared with whom, why and with what effect (demands 42, 43, 52, 79)."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.casus import ActieDraft, GedeeldMet
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.ui.forms.ui_actie_form import Ui_ActieForm
from svp_desktop.ui.tabs.casussen.actie_keuze import ActieKeuze
from svp_desktop.ui.widgets.base import Label
from svp_desktop.ui.widgets.buttons import Chip, Segmented
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, SearchEdit, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.notice import Notice, State

_KIES = "Kies links een actie. Hier leest u dan wat het plan ervan zegt."


class ActieForm(QWidget):
    """Form <-> ActieDraft. `edited` after every change by the user; `loaded` is the draft that was shown last."""

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._ui = Ui_ActieForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._instellingen = Instellingen()
        self.keuze = ActieKeuze()
        self._zoek = SearchEdit("Zoek een actie")
        self._uitleg = Label(_KIES, "muted", wrap=True)
        self.datum = DateEdit(today)
        self.tot = DateEdit(today, optional=True)
        self.stand = Segmented([(True, "gedaan"), (False, "gepland")], True, small=True, name="Gedaan of gepland")
        self.wie = edit(placeholder="Bijvoorbeeld: juf Marit en oma", name="Wie")
        self.gedeeld = {met: Chip(label(met), check=True) for met in GedeeldMet}
        self.toelichting = Area(placeholder="Wat deden wij, en hoe ging het?", height=90)
        self.waarom = Area(placeholder="Wat past nu bij dit kind, de leerkracht en het netwerk?", height=60)
        self.effect = Area(placeholder="Wat veranderde er?", height=60)
        self._let_op = Notice(State.LET_OP, "Let op")
        self._fill()
        self._connect()
        self.loaded = ActieDraft()

    def _fill(self) -> None:
        ui = self._ui
        chips = Flow(*self.gedeeld.values(), gap=6)
        self.fields = {
            "datum": Field("Datum", self.datum),
            "tot": Field("Tot en met (mag leeg)", self.tot),
            "wie": Field("Wie", self.wie),
            "toelichting": Field("Wat gebeurde er?", self.toelichting),
            "waarom": Field("Waarom nu deze actie?", self.waarom),
            "effect": Field("Effect", self.effect),
        }
        ui.plek_zoek.addWidget(self._zoek)
        ui.plek_keuze.addWidget(self.keuze)
        ui.plek_uitleg.addWidget(self._uitleg)
        for name in ("datum", "tot", "wie", "toelichting", "waarom", "effect"):
            getattr(ui, f"plek_{name}").addWidget(self.fields[name])
        ui.plek_stand.addWidget(Field("Stand", self.stand))
        ui.plek_gedeeld.addWidget(Field("Gedeeld met", chips))
        ui.plek_let_op.addWidget(self._let_op)
        self._let_op.hide()

    def _connect(self) -> None:
        self._zoek.textChanged.connect(self.keuze.search)
        self.keuze.chosen.connect(self._chosen)
        self.stand.changed.connect(self._touched)
        for line in (self.datum, self.tot, self.wie):
            line.textEdited.connect(self._touched)
        self.datum.edited.connect(self._touched)
        self.tot.edited.connect(self._touched)
        for chip in self.gedeeld.values():
            chip.clicked.connect(self._touched)
        for area in (self.toelichting, self.waarom, self.effect):
            area.textChanged.connect(self._touched)

    def set_instellingen(self, instellingen: Instellingen) -> None:
        """The school's own words for the actions."""
        self._instellingen = instellingen
        self._explain()

    def set_wanted(self, pijlers: Collection[Pijler]) -> None:
        """The pijlers that are empty in this casus."""
        self.keuze.set_wanted(pijlers)

    def draft(self) -> ActieDraft:
        """What the form holds now."""
        return ActieDraft(
            actie=self.keuze.code(),
            datum=self.datum.text().strip(),
            tot=self.tot.text().strip(),
            wie=self.wie.text(),
            gedeeld_met=frozenset(met for met, chip in self.gedeeld.items() if chip.isChecked()),
            toelichting=self.toelichting.text(),
            waarom=self.waarom.text(),
            effect=self.effect.text(),
            gedaan=bool(self.stand.value()),
        )

    def load(self, draft: ActieDraft, *, fresh: bool = True) -> None:
        """Show this draft; with `fresh` it becomes what *dirty* compares with."""
        self.blockSignals(True)
        self._zoek.clear()
        self.keuze.set_code(draft.actie)
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.tot.setText(draft.tot)
        self.wie.setText(draft.wie)
        self.stand.set_value(draft.gedaan)
        for met, chip in self.gedeeld.items():
            chip.setChecked(met in draft.gedeeld_met)
        self.toelichting.setText(draft.toelichting)
        self.waarom.setText(draft.waarom)
        self.effect.setText(draft.effect)
        self.blockSignals(False)
        self._explain()
        self.show_findings(())
        if fresh:
            self.loaded = self.draft()

    def dirty(self) -> bool:
        """True when the form differs from what was loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field; what belongs to the choice of an action in a notice."""
        rest = show_findings(self.fields, findings)
        self._let_op.setVisible(bool(rest))
        if rest:
            state = State.BLOK if any(finding.blocks for finding in rest) else State.LET_OP
            self._let_op.show_message(state, " ".join(finding.message for finding in rest))
        if any(finding.field == "actie" and finding.blocks for finding in rest):
            self.keuze.setFocus()

    @Slot(str)
    def _chosen(self, code: str) -> None:
        self._explain()
        self._touched()

    def _explain(self) -> None:
        code = self.keuze.code()
        text = self._instellingen.tekst(f"actie.{code}") if code in ACTIE_VAN_CODE else _KIES
        self._uitleg.setText(text)
        self._ui.kop_wat.setText(ACTIE_VAN_CODE[code].naam if code in ACTIE_VAN_CODE else "Wanneer en wie")
        self._ui.kop_wat.setWordWrap(True)

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
