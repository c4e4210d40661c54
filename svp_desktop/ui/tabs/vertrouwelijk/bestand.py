"""One private file: its dossiers, and the pages around them, each made when it is first shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.oudere_kopie import OudereKopie
from svp_desktop.ui.tabs.vertrouwelijk.bewaren import BewarenPage
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.dossiers import DossiersPage
from svp_desktop.ui.tabs.vertrouwelijk.jaarverslag import JaarverslagPage
from svp_desktop.ui.tabs.vertrouwelijk.overdracht import OverdrachtPage
from svp_desktop.ui.tabs.vertrouwelijk.werk import WerkPage
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.widgets.base import col, row
from svp_desktop.ui.widgets.buttons import Segmented

DOSSIERS, WERK, JAAR, BEWAREN, OVERDRACHT = "dossiers", "werk", "jaarverslag", "bewaren", "overdracht"
_PAGES: dict[str, tuple[str, Callable[[Context, Woorden], Deel]]] = {
    DOSSIERS: ("Dossiers", DossiersPage),
    WERK: ("Mijn werk", WerkPage),
    JAAR: ("Jaarverslag", JaarverslagPage),
    BEWAREN: ("Bewaren", BewarenPage),
    OVERDRACHT: ("Kaart en overdracht", OverdrachtPage),
}
#: Which page a draft belongs to, by the first part of its key.
_OF_DRAFT = {"werk": WERK, "jaarverslag": JAAR, "overdracht": OVERDRACHT}


class BestandPage(QWidget):
    """The pages of one file under a choice; what was being typed is kept before another comes to the front."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context, self._words = context, woorden
        self._code = DOSSIERS
        self._service = context.werkplek.vertrouwelijk(woorden.soort)
        self._only_read = self._service.alleen_lezen
        self._made: dict[str, Deel] = {}
        self.keuze = Segmented(
            [(code, name) for code, (name, _) in _PAGES.items()],
            DOSSIERS,
            small=True,
            name="Onderdeel van Vertrouwelijk",
        )
        self.stack = QStackedWidget()
        self.kopie = OudereKopie()
        said = row((self.kopie, 1), margins=(16, 0, 16, 0))
        self.setLayout(col(row(self.keuze, None, margins=(16, 8, 16, 2)), said, (self.stack, 1), spacing=2))
        context.hub.changed.connect(self._heard)
        self.kopie.setVisible(self._only_read)
        self.keuze.changed.connect(self.choose)
        self._front(DOSSIERS)
        self.dossiers.bewaren_wanted.connect(self._to_bewaren)

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        """Who may write can be another now: the holder goes on with an older copy."""
        if changes.touches(Topic.ACCOUNTS) and self._only_read != self._service.alleen_lezen:
            self._only_read = self._service.alleen_lezen
            self.kopie.setVisible(self._only_read)
            for page in self._made.values():
                page.shown()

    @Slot()
    def _to_bewaren(self) -> None:
        self.choose(BEWAREN)

    @property
    def dossiers(self) -> DossiersPage:
        """The page of the dossiers."""
        page = self.page(DOSSIERS)
        assert isinstance(page, DossiersPage)
        return page

    def page(self, code: str) -> Deel:
        """This page, made when it is first asked for."""
        if code not in self._made:
            self._made[code] = made = _PAGES[code][1](self._context, self._words)
            self.stack.addWidget(made)
        return self._made[code]

    @Slot(object)
    def choose(self, code: str) -> None:
        """Bring this page to the front, unless what was typed could not be kept."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
        else:
            self._front(code)
        self.keuze.set_value(self._code)

    def _front(self, code: str) -> None:
        known = code in self._made
        page = self.page(code)
        self._code = code
        self.stack.setCurrentWidget(page)
        if known:
            page.shown()

    def here(self) -> Deel:
        """The page in front."""
        return self.page(self._code)

    # -- what the tab asks

    def show_record(self, record: int) -> None:
        """Open this dossier."""
        self.choose(DOSSIERS)
        self.dossiers.show_record(record)

    def primary_new(self) -> None:
        """Ctrl+N."""
        self.here().primary_new()

    def focus_search(self) -> None:
        """Ctrl+F: in the dossiers."""
        self.choose(DOSSIERS)
        self.here().focus_search()

    def print_current(self) -> None:
        """Ctrl+P."""
        self.here().print_current()

    def go_back(self) -> bool:
        """Escape."""
        return self.here().go_back()

    def flush_draft(self) -> None:
        """Keep what is typed on every page. Raises UserFacing."""
        for page in self._made.values():
            page.flush_draft()

    def resume(self, sleutel: str) -> None:
        """Go on with this draft."""
        self.choose(_OF_DRAFT.get(sleutel.partition(":")[0], DOSSIERS))
        self.here().resume(sleutel)

    def place(self) -> dict[str, Any]:
        """Which page is in front, and where on it."""
        return {"deel": self._code} | self.here().place()

    def go_to(self, place: dict[str, Any]) -> None:
        """Show that place again."""
        code = place.get("deel", DOSSIERS)
        if code in _PAGES:
            self.choose(code)
            self.here().go_to(place)
