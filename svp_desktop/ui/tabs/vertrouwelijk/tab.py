"""Vertrouwelijk: one's own private file, and beside it that of a colleague that was taken over."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.vertrouwelijk.bestand import BestandPage
from svp_desktop.ui.tabs.vertrouwelijk.woorden import EIGEN, EIGEN_WOORDEN, woorden_van
from svp_desktop.ui.widgets.base import clear, col, row
from svp_desktop.ui.widgets.buttons import Segmented


class VertrouwelijkTab(TabPage):
    """The own file of a vertrouwenspersoon. As soon as that of someone else is open too, a choice stands above it; that
    one has a page of its own and nothing of it is kept with the own place.

    It publishes nothing on the hub and shows no number in its tab: no other page can know what is written here.
    """

    gevoelig = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.keuze: Segmented | None = None
        self._soort = EIGEN
        self._choice = row(spacing=0, margins=(16, 10, 16, 0))
        self._choice_line = QWidget(self)
        self._choice_line.setLayout(self._choice)
        self._bodies = QStackedWidget(self)
        self.eigen = BestandPage(context, EIGEN_WOORDEN)
        self._pages: dict[str, BestandPage] = {EIGEN: self.eigen}
        self._bodies.addWidget(self.eigen)
        self.setLayout(col(self._choice_line, (self._bodies, 1), spacing=0))
        self._offer_choice()

    # -- whose

    def _offer_choice(self) -> None:
        """A choice when more than one private file is open."""
        werkplek = self._context.werkplek
        names = {one.soort: one.naam for one in werkplek.sleutels.andere_dossiers() if one.soort in werkplek.soorten}
        if self.keuze is not None and len(self.keuze.parts()) == len(names) + 1:
            return
        clear(self._choice)
        self._choice_line.setVisible(bool(names))
        self.keuze = None
        for soort, name in names.items():
            if soort not in self._pages:
                self._pages[soort] = made = BestandPage(self._context, woorden_van(soort, name))
                self._bodies.addWidget(made)
        if names:
            options = [(EIGEN, "Mijn dossiers"), *((soort, f"Van {name}") for soort, name in names.items())]
            self.keuze = Segmented(options, self._soort, small=True, name="Wiens dossiers")
            self.keuze.changed.connect(self.choose)
            self._choice.addWidget(self.keuze)
            self._choice.addStretch(1)

    @Slot(object)
    def choose(self, soort: str) -> None:
        """Show one's own file, or that of someone else; what was being typed is kept first."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
        else:
            self._soort = soort
            self._bodies.setCurrentWidget(self.here())
        if self.keuze is not None:
            self.keuze.set_value(self._soort)

    def here(self) -> BestandPage:
        """The file that is in front."""
        return self._pages.get(self._soort, self.eigen)

    # -- TabPage: whatever is in front

    def shown(self) -> None:
        self._offer_choice()

    def show_record(self, record: int) -> None:
        """A dossier of one's own."""
        if self._soort != EIGEN:
            self.choose(EIGEN)
        self.eigen.show_record(record)

    def primary_new(self) -> None:
        self.here().primary_new()

    def focus_search(self) -> None:
        self.here().focus_search()

    def print_current(self) -> None:
        self.here().print_current()

    def go_back(self) -> bool:
        return self.here().go_back()

    def flush_draft(self) -> None:
        for page in self._pages.values():
            page.flush_draft()

    def resume(self, sleutel: str) -> None:
        """Go on with a draft of one's own file."""
        self.eigen.resume(sleutel)

    def place(self) -> dict[str, Any]:
        """Where one is in one's own file."""
        return self.eigen.place()

    def go_to(self, place: dict[str, Any]) -> None:
        self.eigen.go_to(place)
