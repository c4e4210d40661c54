"""The form of a note: when, with whom, how certain (meldcode), and what."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.ui.forms.ui_aantekening_form import Ui_AantekeningForm
from svp_desktop.ui.tabs.aantekeningen.woorden import Woorden
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings

_AARD_HULP = (
    "Feit: dit is gezien of gehoord. Mening: iemand vindt dit; schrijf van wie. Vermoeden: dit weet u nog niet zeker."
)


class AantekeningForm(QWidget):
    """Form <-> AantekeningDraft. `edited` after every change by the user; `loaded` is the draft that was shown last."""

    edited = Signal()

    def __init__(self, woorden: Woorden, today: Callable[[], date], *, met_aard: bool) -> None:
        super().__init__()
        self._ui = Ui_AantekeningForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self.datum = DateEdit(today)
        self.tijd = TimeEdit(optional=True)
        self.met_wie = edit(placeholder="Bijvoorbeeld: moeder, en juf Marit", name="Met wie of van wie")
        self.aard = Segmented([(aard, label(aard)) for aard in Aard], name="Feit, mening of vermoeden")
        self.tekst = Area(height=180, name=woorden.wat)
        self.fields = {
            "datum": Field("Wanneer was dit?", self.datum),
            "tijd": Field("Tijd", self.tijd),
            "met_wie": Field("Met wie of van wie? (mag leeg)", self.met_wie),
            "aard": Field("Wat is dit?", self.aard, hint=_AARD_HULP),
            "tekst": Field(woorden.wat, self.tekst, hint=woorden.wat_hulp),
        }
        for name, field in self.fields.items():
            getattr(self._ui, f"plek_{name}").addWidget(field)
        self.fields["aard"].setVisible(met_aard)
        self.loaded = AantekeningDraft()
        for line in (self.datum, self.tijd):
            line.edited.connect(self._touched)
        self.met_wie.textEdited.connect(self._touched)
        self.aard.changed.connect(self._touched)
        self.tekst.textChanged.connect(self._touched)

    def draft(self) -> AantekeningDraft:
        """What the form holds now."""
        aard = self.aard.value()
        return AantekeningDraft(
            datum=self.datum.text().strip(),
            tijd=self.tijd.text().strip(),
            met_wie=self.met_wie.text(),
            aard=aard if isinstance(aard, Aard) else None,
            tekst=self.tekst.text(),
        )

    def load(self, draft: AantekeningDraft, *, fresh: bool = True) -> None:
        """Show this draft; with `fresh` it becomes what *dirty* compares with."""
        self.blockSignals(True)
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.tijd.setText(draft.tijd)
        self.met_wie.setText(draft.met_wie)
        self.met_wie.setCursorPosition(0)
        self.aard.set_value(draft.aard)
        self.tekst.setText(draft.tekst)
        # Ctrl+Z may not bring back what was typed in another dossier
        self.tekst.document().clearUndoRedoStacks()
        self.show_findings(())
        self.blockSignals(False)
        if fresh:
            self.loaded = self.draft()

    def dirty(self) -> bool:
        """True when the form holds something that was not there when it was loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, findings)

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
