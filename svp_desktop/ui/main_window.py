"""The workplace after unlocking: top bar, tabs, pages. It builds pages on first visit and routes what crosses tabs."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.labels import label as word
from svp_desktop.ui.context import Context, TabPage, TabSpec
from svp_desktop.ui.damage_page import present
from svp_desktop.ui.draft_tabs import DRAFT_TABS
from svp_desktop.ui.forms.ui_main_window import Ui_MainWindow
from svp_desktop.ui.look_as import LookAsMenu
from svp_desktop.ui.messages import MessageArea, Snackbar
from svp_desktop.ui.more_menu import SWITCH, MoreMenu
from svp_desktop.ui.palette import Command, Palette
from svp_desktop.ui.theme import set_icon
from svp_desktop.ui.theme.apply import Theme
from svp_desktop.ui.widgets.base import Icon, repolish
from svp_desktop.ui.widgets.buttons import Kind, button
from svp_desktop.ui.widgets.tabbar import TabBar

if TYPE_CHECKING:
    from svp_desktop.domain.incident import IncidentFilter
    from svp_desktop.services.concepten import Concept
    from svp_desktop.services.zoeken import Treffer
    from svp_desktop.ui.turf_panel import TurfPanel

#: Kind of hit of the search field -> code of the page that shows it.
_HIT_PAGES = {"incident": "incidenten", "casus": "casussen", "pestzaak": "pesten", "verloop": "verloop"}
ZEDEN = "zeden"
_COUNTED = (Topic.CASUSSEN, Topic.INCIDENTEN, Topic.PESTEN)
_HEAD_MARGINS = 72


class MainWindow(QWidget):
    """Everything between unlocking and locking, inside the shell."""

    lock_requested = Signal()
    restore_requested = Signal()
    blank_requested = Signal()
    demo_stop_requested = Signal()
    demo_role_requested = Signal(str)  # the value of the role to look as
    page_shown = Signal(bool)  # whether it holds a confidential dossier

    def __init__(self, context: Context, specs: Sequence[TabSpec], theme: Theme, school: str) -> None:
        super().__init__()
        self.context = context
        self._has_school = "school" in context.werkplek.soorten
        specs = present(specs, context.werkplek)
        self._specs = {spec.code: spec for spec in specs}
        self._theme = theme
        self._pages: dict[str, TabPage] = {}
        #: Code of a page -> where it must begin when it is built.
        self.places: dict[str, dict[str, Any]] = {}
        #: Codes of the pages in the order in which they came to the front last.
        self.visited: list[str] = []
        self._counters: dict[str, int] = {}
        self.tally_panel: TurfPanel | None = None
        self._code = ""
        self._form = Ui_MainWindow()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]
        self._tab_codes = [spec.code for spec in specs if spec.tab]
        self._build_top(school)
        self._build_tabs()
        self.messages = MessageArea()
        self._form.messages.addWidget(self.messages)
        self.snackbar = Snackbar(self)
        # a child, so that it ends with the window: a loose single shot may come after the window is gone
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self.count)
        self._build_keys()
        self._connect()

    def _build_top(self, school: str) -> None:
        form, account = self._form, self.context.werkplek.account
        form.banner.setVisible(self.context.werkplek.demo)
        looks = LookAsMenu(account.rol, form.lookAs)
        looks.chosen.connect(self.demo_role_requested)
        form.lookAs.setMenu(looks)
        form.bannerIcon.addWidget(Icon("info", "accent", 16))
        form.school.setText(school)
        form.user.setText(f"{account.naam}, {word(account.rol).lower()}")
        set_icon(form.blank, "monitor-off", "muted", 16, 4)
        set_icon(form.lock, "lock", "text", 16, 4)
        for side in (form.left, form.right):
            # both sides give way equally, so that the search field stays in the middle
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.palette_field = Palette(self._commands(), self._find)
        form.searchPlace.addWidget(self.palette_field)
        form.top.setStretch(1, 0)
        self._search_room = (self.palette_field.minimumWidth(), self.palette_field.maximumWidth())
        self.palette_field.setFixedWidth(self._search_room[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the search field gives way, so that the names and buttons beside it are whole."""
        super().resizeEvent(event)
        least, most = self._search_room
        left, right = (side.sizeHint().width() for side in (self._form.left, self._form.right))
        field = min(most, max(least, self.width() - 2 * max(left, right) - _HEAD_MARGINS))
        self.palette_field.setFixedWidth(field)
        # and then it leaves the middle: the buttons keep what they need, the names get the rest
        rest = max(2, self.width() - field - _HEAD_MARGINS)
        mine = max(rest // 2, min(left, rest - right))
        self._form.top.setStretch(0, mine)
        self._form.top.setStretch(2, rest - mine)

    def _find(self, text: str) -> "Sequence[Treffer]":
        return self.context.werkplek.zoeken(text) if self._has_school else ()

    def _build_tabs(self) -> None:
        self.tabs = TabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName("Onderdelen")
        for code in self._tab_codes:
            self.tabs.addTab(self._specs[code].title)
        self._form.tabsPlace.addWidget(self.tabs)
        self.more_menu = MoreMenu(self._specs.values(), self._theme, self)
        self.more_menu.page_chosen.connect(self.show_page)
        self.more_menu.switch_chosen.connect(self.lock_requested)
        if ZEDEN in self._specs:
            # in view on every tab: who needs it, may not have to look for it
            self.zeden = button(self._specs[ZEDEN].title, self._specs[ZEDEN].icon, Kind.QUIET)
            self.zeden.clicked.connect(self._opener(ZEDEN))
            self._form.morePlace.addWidget(self.zeden)
        self.more = button("Meer", "", Kind.QUIET, menu=self.more_menu)
        self._form.morePlace.addWidget(self.more)

    def _commands(self) -> list[Command]:
        verbs = []
        if self._has_school:
            verbs.append(Command("Nieuw incident", "Ctrl+Shift+N", "plus", self._new_incident))
            verbs.append(Command("Nieuwe casus", "", "plus", partial(self.start, "casussen", 0, "")))
            verbs.append(Command("Turven voor de gele mand", "Ctrl+T", "tally-5", self.tally))
        verbs += [
            Command(f"Naar {spec.title}", self._key_of(code), spec.icon, self._opener(code))
            for code, spec in self._specs.items()
            # what stands under a casus or a child needs one; a page of settings stands on its own
            if spec.under in ("", "instellingen") and spec.soort == "school"
        ]
        verbs.append(Command("Vergrendelen", "Ctrl+L", "lock", self.lock_requested.emit))
        verbs.append(Command(SWITCH, "", "user", self.lock_requested.emit))
        verbs.append(Command("Leeg scherm", "F12", "monitor-off", self.blank_requested.emit))
        return verbs

    def _key_of(self, code: str) -> str:
        if code in self._tab_codes:
            return f"Ctrl+{self._tab_codes.index(code) + 1}"
        return "F1" if code == "handleiding" else ""

    def _opener(self, code: str) -> Callable[[], None]:
        def go() -> None:
            self.show_page(code)

        return go

    def shortcuts(self) -> tuple[tuple[str, str, Callable[[], object]], ...]:
        """Key, what it does in words (for the handleiding), and the action."""
        fixed: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("Ctrl+N", "Nieuw", self.new_here),
            ("Ctrl+Shift+N", "Nieuw incident, vanaf elke bladzijde", self._new_incident),
            ("Ctrl+T", "Turven voor de gele mand", self.tally),
            ("Ctrl+F", "Zoeken op deze bladzijde", self.search_here),
            ("Ctrl+K", "Zoeken overal, of een opdracht", self.search_all),
            ("Ctrl+P", "Afdrukken", self.print_here),
            ("Ctrl+L", "Vergrendelen", self.lock_requested.emit),
            ("F12", "Leeg scherm, als er iemand binnenkomt", self.blank_requested.emit),
            ("F1", "Handleiding", self._opener("handleiding")),
            ("Esc", "Een stap terug", self.go_back),
            ("Ctrl++", "Letters groter", partial(self._theme.zoom, 1)),
            ("Ctrl+-", "Letters kleiner", partial(self._theme.zoom, -1)),
            ("Ctrl+0", "Letters gewoon", partial(self._theme.zoom, 0)),
        )
        numbered = tuple(
            (f"Ctrl+{number}", f"Naar {self._specs[code].title}", self._opener(code))
            for number, code in enumerate(self._tab_codes, 1)
        )
        return fixed + numbered

    def _build_keys(self) -> None:
        for key, _, action in self.shortcuts():
            if key == "F1" and "handleiding" not in self._specs:
                continue
            made = QShortcut(QKeySequence(key), self)
            made.activated.connect(action)
        QShortcut(QKeySequence("Ctrl+="), self).activated.connect(partial(self._theme.zoom, 1))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabBarClicked.connect(self._tab_clicked)
        self._form.lock.clicked.connect(self.lock_requested)
        self._form.blank.clicked.connect(self.blank_requested)
        self._form.stopDemo.clicked.connect(self.demo_stop_requested)
        self.palette_field.hit_chosen.connect(self._show_hit)
        self.palette_field.chosen.connect(self._leave_search)
        self.context.hub.changed.connect(self._changed)
        bar = self.context.bar
        bar.error.connect(self.messages.show_error)
        bar.said.connect(self.snackbar.say)
        bar.undo_offered.connect(self.snackbar.say)

    # -- pages

    def page(self, code: str) -> TabPage:
        """The page with this code, built when it was not visited before."""
        found = self._pages.get(code)
        if found is None:
            found = self._pages[code] = self._specs[code].factory(self.context)
            self._form.pages.addWidget(found)
            self._route(code, found)
            if code in self.places:
                self._go_to(found, self.places.pop(code))
        return found

    @staticmethod
    def _go_to(page: TabPage, place: dict[str, Any]) -> None:
        try:
            page.go_to(place)
        except Exception:
            # a bug here may not keep the user out, each time again: it is noted and told, and the page is there
            sys.excepthook(*sys.exc_info())

    def built_pages(self) -> list[TabPage]:
        """The pages that were visited."""
        return list(self._pages.values())

    def built(self) -> dict[str, TabPage]:
        """The pages that were visited, by their code."""
        return dict(self._pages)

    def kinds(self) -> dict[str, str]:
        """Of each page the kind of compartment that it is about."""
        return {code: spec.soort for code, spec in self._specs.items()}

    def own(self, code: str) -> str:
        """The page that stands by itself: for one that is reached from another (a paper), that other one."""
        return self._specs[code].under or code

    def current_code(self) -> str:
        """Code of the page that is shown."""
        return self._code

    def show_page(self, code: str) -> TabPage:
        """Bring this page to the front; a page behind *Meer* selects no tab."""
        shown = self.page(code)
        if code != self._code:
            self._code = code
            self.visited = [*(other for other in self.visited if other != code), code]
            self.messages.hide()
            self._form.pages.setCurrentWidget(shown)
            self._mark(code)
            shown.setFocus()
            shown.shown()
            self.page_shown.emit(shown.gevoelig)
        return shown

    def first_code(self) -> str:
        """Code of the page for someone who was nowhere yet."""
        return next(iter(self._specs))

    def put_above(self, widget: QWidget) -> None:
        """Put something between the tabs and the page, above the messages."""
        self._form.messages.insertWidget(0, widget)

    def has_page(self, code: str) -> bool:
        """Whether this page is in the program."""
        return code in self._specs

    def _mark(self, code: str) -> None:
        code = self.own(code)
        in_bar = code in self._tab_codes
        self.tabs.blockSignals(True)
        if in_bar:
            self.tabs.setCurrentIndex(self._tab_codes.index(code))
        self.tabs.blockSignals(False)
        for widget, name, on in ((self.tabs, "none", not in_bar), (self.more, "here", not in_bar)):
            if bool(widget.property(name)) != on:
                widget.setProperty(name, on)
                repolish(widget)

    def _route(self, code: str, page: TabPage) -> None:
        page.show_incident_requested.connect(self.show_incident)
        page.show_casus_requested.connect(self.show_casus)
        page.show_person_requested.connect(self.show_person)
        page.open_casus_requested.connect(self.open_casus)
        page.compose_requested.connect(self.compose)
        page.import_requested.connect(self.import_pupils)
        page.new_incident_requested.connect(self._new_incident)
        page.tally_requested.connect(self.tally)
        page.start_requested.connect(self.start)
        page.leave_requested.connect(self.leave)
        page.draft_requested.connect(self.resume)
        page.page_requested.connect(self.show_page)
        page.record_requested.connect(self.show_record)
        page.restore_requested.connect(self.restore_requested)
        page.filter_requested.connect(self.show_filter)
        page.gevoelig_changed.connect(self.page_shown)

        def count(number: int) -> None:
            self._show_counter(code, number)

        page.counter_changed.connect(count)

    @Slot(int)
    def show_incident(self, incident: int) -> None:
        """Open an incident, from any page."""
        self.show_page("incidenten").show_record(incident)

    @Slot(object)
    def show_filter(self, wanted: "IncidentFilter") -> None:
        """Show the incidents that a filter lets through, from any page."""
        self.show_page("incidenten").show_filter(wanted)

    @Slot(int)
    def show_casus(self, casus: int) -> None:
        """Open a casus, from any page."""
        self.show_page("casussen").show_record(casus)

    @Slot(int)
    def show_person(self, person: int) -> None:
        """Open a person of the register, from any page."""
        self.show_page("personen").show_record(person)

    @Slot(str, int)
    def show_record(self, code: str, record: int) -> None:
        """Open a record of the page with this code, where this account has that page."""
        if self.has_page(code):
            self.show_page(code).show_record(record)

    @Slot(str, int, str)
    def start(self, code: str, record: int, kind: str) -> None:
        """Begin something on the page with this code, from a record of another page."""
        if self.has_page(code):
            self.show_page(code).start_from(record, kind)

    @Slot()
    def leave(self) -> None:
        """Back to the page that was in front before this one."""
        before = [code for code in self.visited if code != self._code]
        self.show_page(before[-1] if before else self.first_code())

    @Slot(int)
    def open_casus(self, incident: int) -> None:
        """Begin a casus from this incident."""
        self.show_page("casussen").start_from(incident, "incident")

    @Slot(int, str)
    def compose(self, casus: int, soort: str) -> None:
        """Begin a paper of this casus."""
        self.show_page("papier").start_from(casus, soort)

    @Slot()
    def import_pupils(self) -> None:
        """Read pupils from a file, from any page."""
        self.show_page("personen").start_from(0, "inlezen")

    @Slot(str, int)
    def _show_hit(self, soort: str, record: int) -> None:
        self.show_page(_HIT_PAGES.get(soort, "personen")).show_record(record)

    @Slot()
    def _leave_search(self) -> None:
        """The keyboard goes to the page, unless what was chosen took it already."""
        here = self._here()
        if here is not None and self.palette_field.hasFocus():
            here.setFocus()

    # -- keys

    def _here(self) -> TabPage | None:
        return self._pages.get(self._code)

    def new_here(self) -> None:
        """Something new on this page; where nothing can be new, an incident."""
        here = self._here()
        if here is not None and type(here).primary_new is not TabPage.primary_new:
            here.primary_new()
        else:
            self._new_incident()

    @Slot()
    def _new_incident(self) -> None:
        if self.has_page("incidenten"):
            self.show_page("incidenten").primary_new()

    @Slot()
    def tally(self) -> None:
        """Ctrl+T: the panel of the gele mand, or away with it."""
        if not self._has_school:
            return
        if self.tally_panel is None:
            from svp_desktop.ui.turf_panel import TurfPanel

            self.tally_panel = TurfPanel(self.context, self)
            self.page_shown.connect(self.tally_panel.close_at_leave)
        if self.tally_panel.isVisible():
            self.tally_panel.leave()
        else:
            self.tally_panel.open()

    def search_here(self) -> None:
        """Ctrl+F."""
        here = self._here()
        if here is not None:
            here.focus_search()

    def search_all(self) -> None:
        """Ctrl+K."""
        self.palette_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.palette_field.selectAll()

    def print_here(self) -> None:
        """Ctrl+P."""
        here = self._here()
        if here is not None:
            here.print_current()

    def go_back(self) -> None:
        """Escape: out of the search field, away with a list or a message, or one step back on the page."""
        here = self._here()
        if self.palette_field.hasFocus():
            self.palette_field.forget()
            self._leave_search()
        elif (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
        elif self.messages.isVisible():
            self.messages.hide()
        elif here is not None:
            here.go_back()

    @Slot(int)
    def _tab_chosen(self, position: int) -> None:
        if position >= 0:
            self.show_page(self._tab_codes[position])

    @Slot(int)
    def _tab_clicked(self, position: int) -> None:
        # the tab that Qt holds for current sends no change when a page behind Meer is shown
        if position >= 0 and self._code not in self._tab_codes:
            self.show_page(self._tab_codes[position])

    # -- what changes

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        for page in self.built_pages():
            page.refresh(changes)
        if changes.touches(*_COUNTED):
            self.count_soon()
        if changes.touches(Topic.SCHOOL):
            self._form.school.setText(self.context.werkplek.school_naam)

    def count_soon(self) -> None:
        """Read the numbers in the tabs when what is on the screen now was painted."""
        self._counting.start()

    def stop(self) -> None:
        """Ask the kluis nothing more: it is being locked."""
        self._counting.stop()

    @Slot()
    def count(self) -> None:
        """Read the numbers in the tabs."""
        if not self._has_school:
            return
        self._show_counter("casussen", self.context.werkplek.casussen.aantal_lopend())
        self._show_counter("pesten", self.context.werkplek.pestzaken.aantal_lopend())

    def _show_counter(self, code: str, number: int) -> None:
        self._counters[code] = number
        if code in self._tab_codes:
            title = self._specs[code].title
            self.tabs.setTabText(self._tab_codes.index(code), title if number <= 0 else f"{title}  {number}")

    def offer_drafts(self, drafts: Sequence["Concept"]) -> None:
        """After unlocking: what was being typed, and whether to go on."""
        known = [draft for draft in drafts if DRAFT_TABS.get(draft.sleutel.split(":")[0], "") in self._specs]
        if not known:
            return
        newest = max(known, key=lambda draft: draft.bewaard_op)
        more = f" Er {'is' if len(known) == 2 else 'zijn'} nog {len(known) - 1} andere." if len(known) > 1 else ""
        lead = f"U was bezig met: {newest.titel}"
        text = f"Wat u typte, is bewaard.{more} Verder gaan?"

        def resume() -> None:
            self.resume(newest.sleutel)

        self.messages.ask(lead, text, ("Verder gaan", resume), ("Later", self.messages.hide))

    def resume(self, sleutel: str) -> None:
        """Go on with the draft of this key."""
        self.show_page(DRAFT_TABS[sleutel.split(":")[0]]).resume(sleutel)
