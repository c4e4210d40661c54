"""The form of a note: when, with whom, what it was, how long it took, and what was said (113, 116, 117)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot

from svp_desktop.domain.aantekeningen import AantekeningDraft
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwenswerk import (
    VerwijsInstemming,
    VerwijsNaar,
    ZaakNotitie,
    ZaakStapDraft,
    ZaakStapSoort,
)
from svp_desktop.ui.tabs.vertrouwelijk.bewerken import Velden
from svp_desktop.ui.tabs.vertrouwelijk.chips import ChipKeuze
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import card, col, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit

_NOT_THE_COMPLAINT = "Alleen waar de klacht ligt. De klacht zelf hoort hier niet."
_CONSENT_FIRST = "Verwijzen kan alleen als het kind, de ouders of de volwassene zelf dat wil."


class StapForm(Velden[ZaakNotitie]):
    """Form <-> ZaakNotitie."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.soort = Segmented([(one, word(one)) for one in ZaakStapSoort], name="Wat was het?")
        self.datum, self.tijd = DateEdit(today), TimeEdit(optional=True)
        self.minuten = edit(placeholder="45", width=scaled(80), name="Minuten")
        self.met_wie = edit(placeholder="Bijvoorbeeld: moeder, en juf Marit", name="Met wie of van wie")
        self.naar = ChipKeuze(VerwijsNaar, "Naar wie verwijst u?")
        self.instemming = ChipKeuze(VerwijsInstemming, "Wie geeft toestemming?")
        self.klacht_bij = edit(
            placeholder="Bijvoorbeeld: klachtencommissie van het bestuur", name="Waar ligt de klacht?"
        )
        self.tekst = Area(height=180, name="Wat is er besproken?")
        self.fields = {
            "soort": Field("Wat was het?", self.soort),
            "datum": Field("Wanneer was dit?", self.datum),
            "tijd": Field("Tijd", self.tijd),
            "minuten": Field("Minuten (mag leeg)", self.minuten),
            "met_wie": Field("Met wie of van wie? (mag leeg)", self.met_wie),
            "naar": Field("Naar wie verwijst u?", self.naar),
            "stap_instemming": Field("Wie geeft toestemming?", self.instemming, hint=_CONSENT_FIRST),
            "klacht_bij": Field("Waar ligt de klacht?", self.klacht_bij, hint=_NOT_THE_COMPLAINT),
            "tekst": Field("Wat is er besproken?", self.tekst, hint="Ook: wat is er al geprobeerd, en met wie?"),
        }
        part = self.fields
        when = row((part["datum"], 3), (part["tijd"], 2), (part["minuten"], 2), (part["met_wie"], 5), spacing=10)
        special = (part["naar"], part["stap_instemming"], part["klacht_bij"])
        self.setLayout(col(card(part["soort"], when, *special, (part["tekst"], 1), spacing=12), None))
        self._connect()
        self._follow()

    def _connect(self) -> None:
        for day in (self.datum, self.tijd):
            day.edited.connect(self.touched)
        for line in (self.minuten, self.met_wie, self.klacht_bij):
            line.textEdited.connect(self.touched)
        self.tekst.textChanged.connect(self.touched)
        self.soort.changed.connect(self._chosen)
        for chips in (self.naar, self.instemming):
            chips.changed.connect(self.touched)

    def draft(self) -> ZaakNotitie:
        """What the form holds now."""
        kind = self.soort.value()
        note = AantekeningDraft(
            self.datum.text().strip(), self.tijd.text().strip(), self.met_wie.text(), None, self.tekst.text()
        )
        return ZaakNotitie(
            note,
            ZaakStapDraft(
                kind if isinstance(kind, ZaakStapSoort) else ZaakStapSoort.GESPREK,
                self.minuten.text().strip(),
                self.naar.value(),
                self.instemming.value(),
                self.klacht_bij.text(),
            ),
        )

    def fill(self, draft: ZaakNotitie) -> None:
        """Show this draft."""
        note, step = draft.aantekening, draft.stap
        self.soort.set_value(step.soort)
        self.datum.setText(note.datum)
        self.datum.finish()
        self.tijd.setText(note.tijd)
        for line, text in (
            (self.minuten, step.minuten),
            (self.met_wie, note.met_wie),
            (self.klacht_bij, step.klacht_bij),
        ):
            line.setText(text)
            line.setCursorPosition(0)
        self.naar.set_value(step.naar)
        self.instemming.set_value(step.instemming)
        self.tekst.setText(note.tekst)
        # Ctrl+Z may not bring back what was typed in another dossier
        self.tekst.document().clearUndoRedoStacks()
        self._follow()

    @Slot()
    def _chosen(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """A referral asks to whom and who consented, help with a klacht where it lies."""
        kind = self.soort.value()
        for name in ("naar", "stap_instemming"):
            self.fields[name].setVisible(kind is ZaakStapSoort.VERWIJZING)
        self.fields["klacht_bij"].setVisible(kind is ZaakStapSoort.KLACHT)
