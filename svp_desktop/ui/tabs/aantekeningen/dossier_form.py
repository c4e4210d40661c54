"""The form of a dossier: about whom, from the register or in own words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.aantekeningen import DossierDraft
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import PersoonRegel
from svp_desktop.ui.forms.ui_dossier_form import Ui_DossierForm
from svp_desktop.ui.tabs.aantekeningen.woorden import Woorden
from svp_desktop.ui.widgets.base import Label
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.suggest import PersonPicker, Suggestion


class DossierForm(QWidget):
    """Form <-> DossierDraft. `edited` after every change by the user; `uuid_of` reads a chosen person's own key."""

    edited = Signal()

    def __init__(
        self,
        woorden: Woorden,
        find: Callable[[str], Sequence[PersoonRegel]],
        uuid_of: Callable[[int], str | None],
    ) -> None:
        super().__init__()
        self._ui = Ui_DossierForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._find, self._uuid_of = find, uuid_of
        self._uuid: str | None = None
        self.naam = PersonPicker(self._hits, placeholder="Naam of omschrijving", icon="search", keep=True)
        self.groep = edit(name=woorden.groep)
        self.fields = {
            "naam": Field(woorden.over_wie, self.naam, hint=woorden.over_wie_hulp),
            "groep": Field(f"{woorden.groep} (mag leeg)", self.groep),
        }
        for name, field in self.fields.items():
            getattr(self._ui, f"plek_{name}").addWidget(field)
        self._ui.plek_uitleg.addWidget(Label(woorden.wie_ziet, "muted", wrap=True))
        self.loaded = DossierDraft()
        self.naam.chosen.connect(self._choose)
        self.naam.textEdited.connect(self._own_words)
        self.groep.textEdited.connect(self._touched)

    def draft(self) -> DossierDraft:
        """What the form holds now."""
        return DossierDraft(self.naam.text(), self.groep.text(), self._uuid)

    def load(self, draft: DossierDraft, *, fresh: bool = True) -> None:
        """Show this draft; with `fresh` it becomes what *dirty* compares with."""
        # forget what was offered for the text before: Enter would still take it
        self.naam.clear()
        self.naam.search()
        self.naam.setText(draft.naam)
        self.naam.setCursorPosition(0)
        self.groep.setText(draft.groep)
        self.groep.setCursorPosition(0)
        self._uuid = draft.persoon_uuid
        self.show_findings(())
        if fresh:
            self.loaded = self.draft()

    def dirty(self) -> bool:
        """True when the form holds something that was not there when it was loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self.fields, findings)

    def _hits(self, text: str) -> list[Suggestion]:
        return [Suggestion(person, person.naam, person.omschrijving) for person in self._find(text)]

    @Slot(object)
    def _choose(self, person: PersoonRegel) -> None:
        self._uuid = self._uuid_of(person.id)
        self.groep.setText(person.omschrijving)
        self.groep.setCursorPosition(0)
        self.edited.emit()

    @Slot()
    def _own_words(self) -> None:
        """Another text is no longer the person that was chosen."""
        self._uuid = None
        self.edited.emit()

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
