"""Vertrouwelijk: one's own private file, and beside it that of a colleague that was taken over."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.toegang import EigenDossier
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.vertrouwelijk.bestand import BestandPage
from svp_desktop.ui.tabs.vertrouwelijk.woorden import EIGEN, EIGEN_WOORDEN, woorden_van
from svp_desktop.ui.widgets.base import clear, col, row
from svp_desktop.ui.widgets.buttons import Segmented, button


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
        self._shown: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
        self._choice = row(spacing=8, margins=(16, 10, 16, 0))
        self._choice_line = QWidget(self)
        self._choice_line.setLayout(self._choice)
        self._bodies = QStackedWidget(self)
        self.eigen = BestandPage(context, EIGEN_WOORDEN)
        self._pages: dict[str, BestandPage] = {EIGEN: self.eigen}
        self._bodies.addWidget(self.eigen)
        self._choice_line.hide()
        self.setLayout(col(self._choice_line, (self._bodies, 1), spacing=0))
        self._offer_choice()

    # -- whose

    def _offer_choice(self) -> None:
        """A choice when more than one private file is open, and a way in to one that a colleague gave a key of."""
        werkplek = self._context.werkplek
        others = werkplek.sleutels.andere_dossiers()
        names = {one.soort: one.naam for one in others if one.soort in werkplek.soorten}
        waiting = [one for one in others if one.met_sleutel and one.soort not in names]
        shown = (tuple(names), tuple(one.soort for one in waiting))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._choice)
        self._choice_line.setVisible(bool(names or waiting))
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
        for one in waiting:
            way_in = button(f"Dossiers van {one.naam} openen", "lock-open", small=True)
            way_in.clicked.connect(partial(self._open_other, one))
            self._choice.addWidget(way_in)
        self._choice.addStretch(1)

    def _open_other(self, other: EigenDossier) -> None:
        """Open the file of a colleague with the key that was given; its holders can see that."""
        try:
            self._context.werkplek.sleutels.open_ander_dossier(other.compartiment_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._offer_choice()
        self.choose(other.soort)
        if self.keuze is not None:
            self.keuze.parts()[-1].setFocus(Qt.FocusReason.OtherFocusReason)

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
