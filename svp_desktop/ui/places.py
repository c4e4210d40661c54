"""Where the user was: kept at a lock and shown again after unlocking, each page in the compartment that it is about."""

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from svp_desktop import __version__
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import CONCEPT

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek
    from svp_desktop.ui.main_window import MainWindow

_SCHOOL = "school"
#: Keys of what is kept in a compartment: the page to begin with, and after a lock the day, the version that wrote it,
#: and the place on each page; in another compartment than the school's also whether that page was in front.
_TAB, _FRONT, _DAY, _VERSION, _PAGES = "tab", "voor", "dag", "versie", "bladen"


class Places:
    """The memory of one window.

    After a lock people go on with what they were doing: the coffee is fetched, the child has left the room. So the same
    page comes back with its filters, the record that was chosen, and the form with the draft in it; also on pages that
    were not in front, when they are visited. That holds until the end of the day, and for the same version of the
    program. The next morning, and after the program was closed, someone begins: then only the page of yesterday is
    chosen, and drafts are offered.

    What is kept of a page stands in the compartment of that page. In `school.db` nothing says that a page about another
    compartment was open: it names the page about the school that was in front last.
    """

    def __init__(self, window: "MainWindow", werkplek: "Werkplek") -> None:
        self._window, self._werkplek = window, werkplek
        self._kinds = window.kinds()
        #: Key of the draft that `restore` opened in its form, or an empty text.
        self.opened = ""

    def keep(self) -> None:
        """At a lock: everything. Raises UserFacing."""
        now = {_DAY: self._today(), _VERSION: __version__}
        pages = self._window.built()
        for kind in self._all_kinds():
            # a page that was not visited since the last lock keeps the place of then
            places = {code: there for code, there in self._window.places.items() if self._kinds[code] == kind}
            places |= {code: page.place() for code, page in pages.items() if self._kinds[code] == kind}
            front = self._front(kind)
            if kind == _SCHOOL or places:
                place: dict[str, Any] = now | {_TAB: front, _PAGES: places}
                if kind != _SCHOOL:
                    place[_FRONT] = front == self._window.current_code()
                self._write(kind, place)

    def leave(self) -> None:
        """When the program is closed: only which page. Raises UserFacing."""
        for kind in self._all_kinds():
            front = self._front(kind) if kind == _SCHOOL else ""
            self._write(kind, {_TAB: self._window.own(front)} if front else {})

    def restore(self, first: str) -> None:
        """Show the place that was kept; `first` is the page for someone who was nowhere yet."""
        kept = {kind: self._read(kind) for kind in self._all_kinds()}
        fresh = {kind: place for kind, place in kept.items() if self._same(place)}
        for place in fresh.values():
            # a page that is not there any more (a key was taken back) has no place
            self._window.places.update({code: there for code, there in place[_PAGES].items() if code in self._kinds})
        wanted = next((place[_TAB] for kind, place in fresh.items() if kind != _SCHOOL and place[_FRONT]), "")
        school = str(kept.get(_SCHOOL, {}).get(_TAB, ""))
        wanted = wanted or (
            school if _SCHOOL in fresh or not self._window.has_page(school) else self._window.own(school)
        )
        if not self._window.has_page(wanted):
            wanted = first
        self.opened = str(self._window.places.get(wanted, {}).get(CONCEPT, ""))
        self._window.show_page(wanted)

    def _same(self, place: dict[str, Any]) -> bool:
        return place.get(_DAY) == self._today() and place.get(_VERSION) == __version__

    def _today(self) -> str:
        today: date = self._werkplek.today()
        return today.isoformat()

    def _all_kinds(self) -> list[str]:
        """The kinds of which a page is there and the compartment is open; a damaged one is not."""
        open_kinds = self._werkplek.soorten
        return [kind for kind in dict.fromkeys((_SCHOOL, *self._kinds.values())) if kind in open_kinds]

    def _front(self, kind: str) -> str:
        """The page about this kind of compartment that was in front last."""
        return next((code for code in reversed(self._window.visited) if self._kinds[code] == kind), "")

    def _read(self, kind: str) -> dict[str, Any]:
        # a place that cannot be read is no reason to stay outside: the pages say what is wrong
        with suppress(UserFacing):
            return self._werkplek.plek(kind)
        return {}

    def _write(self, kind: str, place: dict[str, Any]) -> None:
        # a compartment in which nothing changed is left alone: its file gets no new time
        if self._werkplek.plek(kind) != place:
            self._werkplek.bewaar_plek(place, kind)
