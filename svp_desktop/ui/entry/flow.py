"""Which page comes when, from an invitation or a herstelblad to a workplace; and the page of who has no access yet."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from svp_desktop.domain.errors import BladOnjuist, InvoerOnjuist, UserFacing
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.entry.come_in import InvitationPage, RecoveryPage, WordsPage
from svp_desktop.ui.entry.held import Held
from svp_desktop.ui.entry.lost import LostPage
from svp_desktop.ui.entry.sheet import SheetPage, SheetPanel
from svp_desktop.ui.entry.waiting import WaitingPage
from svp_desktop.ui.rollen import role_line
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze, Toegang
    from svp_desktop.services.werkplek import Werkplek

_SCHOOL = "school"


def has_access(werkplek: "Werkplek") -> bool:
    """Whether there is a window to show: the school is open, or would be if its file were whole."""
    return _SCHOOL in werkplek.soorten or _SCHOOL in werkplek.fouten


class Entry(QObject):
    """`opened(Werkplek)`: unlocked, with access. `back_requested()`: the unlock page. `failed(error, school)`: what
    keeps the kluis closed. `came_in(school)`: someone has just come in there."""

    opened = Signal(object)
    back_requested = Signal()
    failed = Signal(object, object)
    came_in = Signal(object)
    blank_requested = Signal()

    def __init__(
        self, shell: Shell, toegang: "Toegang", ask: Ask, tasks: Tasks, restart: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shell, self._toegang, self._ask, self._tasks = shell, toegang, ask, tasks
        self._restart = restart
        self._school = ""
        self.held: Held | None = None

    # -- with words in place of a password

    def invite(self, school: "SchoolKeuze", account: "AccountKeuze") -> None:
        """The page of an invitation."""
        self._words_page(InvitationPage(school, account), self._toegang.aanvaard)

    def recover(self, school: "SchoolKeuze", account: "AccountKeuze") -> None:
        """The page of a herstelblad."""
        page = RecoveryPage(school, account)

        def lost() -> None:
            page.forget()
            self._show_lost(school, account)

        page.lost_requested.connect(lost)
        self._words_page(page, self._toegang.herstel)

    def _words_page(self, page: WordsPage, come_in: "Callable[..., Werkplek]") -> None:
        school, account = page.school, page.account

        def submitted(words: str, password: str) -> None:
            def work(progress: Progress) -> "Werkplek":
                return come_in(school.folder, account.id, words, password)

            self._tasks.run(work, done, failed, self)

        def done(werkplek: "Werkplek") -> None:
            if shiboken6.isValid(page):
                page.forget()
            self.came_in.emit(school)
            self.show_sheet(werkplek, school.naam)

        def failed(error: Exception) -> None:
            if shiboken6.isValid(page) and isinstance(error, (InvoerOnjuist, BladOnjuist)):
                page.show_error(error)
                return
            self.failed.emit(error if isinstance(error, UserFacing) else UserFacing(), school)
            if not isinstance(error, UserFacing):
                raise error

        page.submitted.connect(submitted)
        page.back_requested.connect(self.back_requested)
        self._shell.show_page(page)

    def _show_lost(self, school: "SchoolKeuze", account: "AccountKeuze") -> None:
        page = LostPage(school.naam, f"{role_line(account)}, {account.naam}")
        page.back_requested.connect(self.back_requested)
        self._shell.show_page(page)

    # -- unlocked, before the window

    def hold(self, werkplek: "Werkplek") -> Held:
        """Watch over this workplace until its window does."""
        if self.held is None or self.held.werkplek is not werkplek:
            self.held = Held(self._shell, werkplek, self._tasks, self._restart, self._forget)
            self.held.blank_wanted.connect(self.blank_requested)
        return self.held

    def release(self) -> None:
        """The window watches from now on."""
        held, self.held = self.held, None
        if held is not None:
            held.release()

    def leave(self) -> None:
        """The program is closed: lock what is open."""
        held, self.held = self.held, None
        if held is not None:
            self._forget()
            held.close()

    def _forget(self) -> None:
        page = self._shell.page()
        forget = getattr(page, "forget", None)
        if forget is not None:
            forget()

    def show_sheet(self, werkplek: "Werkplek", school: str) -> None:
        """A herstelblad; after it the window, or the page of who has no access yet."""
        self._school = school
        self.hold(werkplek)
        panel = SheetPanel(werkplek.sleutels, self._ask, self._tasks)
        page = SheetPage(panel, school, f"{werkplek.account.naam}, {role_line(werkplek.account).lower()}")
        page.finished.connect(self._sheet_done)
        self._shell.show_page(page)

    @Slot()
    def _sheet_done(self) -> None:
        if self.held is not None:
            self.enter(self.held.werkplek, self._school)

    def enter(self, werkplek: "Werkplek", school: str) -> None:
        """Into the window, or to the page of who has no access yet."""
        self._school = school
        if has_access(werkplek):
            self.release()
            self.opened.emit(werkplek)
            return
        held = self.hold(werkplek)
        who = f"{werkplek.account.naam}, {role_line(werkplek.account).lower()}"
        keys = werkplek.sleutels
        page = WaitingPage(school, who, keys.herkenning(), keys.herstelblad_op, has_own=bool(werkplek.soorten))
        page.open_requested.connect(self._open_own)
        page.lock_requested.connect(held.lock)
        page.sheet_requested.connect(self._sheet_again)
        self._shell.show_page(page)

    @Slot()
    def _open_own(self) -> None:
        """Into the window with what this account does hold."""
        if self.held is not None:
            werkplek = self.held.werkplek
            self.release()
            self.opened.emit(werkplek)

    @Slot()
    def _sheet_again(self) -> None:
        if self.held is not None:
            self.show_sheet(self.held.werkplek, self._school)
