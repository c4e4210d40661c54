"""The program in one process: from the first page to the workplace and back to locked. Everything outside is handed in,
so that a test or a script can drive it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from svp_desktop.domain.errors import UserFacing
from svp_desktop.settings import BEGIN_WITH, EXAMPLE, RESTORE, Settings
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.gate import IMPORT, Gate
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Tasks
from svp_desktop.ui.theme.apply import Theme

if TYPE_CHECKING:
    from svp_desktop.domain.changes import Changes
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.services.werkplek import Werkplek
    from svp_desktop.ui.context import Context, TabSpec
    from svp_desktop.ui.cover import Cover
    from svp_desktop.ui.guard import Guard
    from svp_desktop.ui.lock import Locker
    from svp_desktop.ui.main_window import MainWindow
    from svp_desktop.ui.notices import Notices
    from svp_desktop.ui.places import Places


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program gets from the composition root. `restart` begins a new process at the unlock page; `pages` is
    called after unlocking, so that no page is imported before."""

    toegang: "Toegang"
    settings: Settings
    ask: Ask
    tasks: Tasks
    clock: Callable[[], datetime]
    restart: Callable[[], None]
    pages: "Callable[[], Sequence[TabSpec]]"


class Program(QObject):
    """Owns the shell and whatever is in it."""

    def __init__(self, app: QApplication, theme: Theme, outside: Outside) -> None:
        super().__init__(app)
        self._app, self.theme, self._outside = app, theme, outside
        self.shell = Shell(outside.settings)
        self.gate = Gate(self.shell, outside.toegang, outside.settings, outside.ask, outside.tasks, outside.restart)
        self.window: MainWindow | None = None
        self.locker: Locker | None = None
        self._werkplek: Werkplek | None = None
        self.guard: Guard | None = None
        self.notices: Notices | None = None
        self._gone = False
        self._places: Places | None = None
        self._blanks: list[Cover] = []
        self._blank_keys = [QShortcut(QKeySequence(key), self.shell) for key in ("F12", "Esc")]
        self._help_key = QShortcut(QKeySequence("F1"), self.shell)
        self._connect()

    def _connect(self) -> None:
        self.gate.opened.connect(self._opened)
        self.gate.help_requested.connect(self._help)
        self.gate.blank_requested.connect(self.toggle_blank)
        self.shell.screen_changed.connect(self.theme.refresh_icons)
        self.shell.close_asked.connect(self.quit)
        self.theme.changed.connect(self._keep_look)
        for key in self._blank_keys:
            key.setEnabled(False)
            key.activated.connect(self.toggle_blank)
        self._help_key.activated.connect(self._help)

    def start(self) -> None:
        """Show the first page."""
        self.gate.start()
        self.shell.show()

    @Slot()
    def _help(self) -> None:
        if self.gate.holds:
            return
        from svp_desktop.ui.help import HelpPage

        page = HelpPage(closable=True)
        page.closed.connect(self.gate.start)
        self.shell.show_page(page)

    @Slot(object, str)
    def _opened(self, werkplek: "Werkplek", code: str) -> None:
        from svp_desktop.ui.context import Context
        from svp_desktop.ui.hub import Hub
        from svp_desktop.ui.main_window import MainWindow

        self._help_key.setEnabled(False)
        self._werkplek = werkplek
        outside = self._outside
        context = Context(werkplek, Hub(self), outside.ask, outside.tasks, outside.clock)
        specs = self._with_help(outside.pages())
        window = MainWindow(context, specs, self.theme, werkplek.school_naam)
        window.lock_requested.connect(self.lock)
        window.blank_requested.connect(self.toggle_blank)
        window.demo_stop_requested.connect(self.stop_demo)
        window.demo_role_requested.connect(self.look_as)
        window.restore_requested.connect(self.lock_to_restore)
        self.window = window
        self._watch(window, werkplek)
        self._go_on(window, werkplek, code)

    def _with_help(self, specs: "Sequence[TabSpec]") -> "list[TabSpec]":
        from svp_desktop.ui.context import TabSpec
        from svp_desktop.ui.help import HelpPage

        def build(context: "Context") -> HelpPage:
            assert self.window is not None
            return HelpPage([(key, words) for key, words, _ in self.window.shortcuts()])

        return [*specs, TabSpec("handleiding", "Handleiding", "book-open", build, tab=False, altijd=True)]

    def _watch(self, window: "MainWindow", werkplek: "Werkplek") -> None:
        from svp_desktop.ui.guard import Guard
        from svp_desktop.ui.lock import Locker
        from svp_desktop.ui.places import Places
        from svp_desktop.ui.restore.watch import BackupWatch

        backups = BackupWatch(window, window.context)
        self._places = Places(window, werkplek)
        self.guard = guard = Guard(self._app, self.shell, werkplek.waarden())
        self.locker = Locker(self.shell, werkplek, window.built_pages, self._outside.tasks, self._restart)
        self.locker.keep_place = self._keep_places
        self.locker.clear = guard.clipboard.forget
        self.locker.locked.connect(window.stop)
        self.locker.locked.connect(backups.stop)
        guard.lock_wanted.connect(self.lock)
        guard.blank_wanted.connect(self.toggle_blank)
        window.page_shown.connect(guard.show_sensitive)
        window.context.hub.changed.connect(self._settings_changed)

    def _go_on(self, window: "MainWindow", werkplek: "Werkplek", code: str) -> None:
        assert self._places is not None
        self._places.restore(window.first_code())
        self.shell.show_page(window)
        if code == IMPORT and window.has_page("personen"):
            window.import_pupils()
        drafts = werkplek.concepten.alle() if "school" in werkplek.soorten else ()
        window.offer_drafts([draft for draft in drafts if draft.sleutel != self._places.opened])
        window.count_soon()
        assert self.locker is not None
        # a child of the window, so that it ends with it; the first page is painted before
        later = QTimer(window)
        later.setSingleShot(True)
        later.timeout.connect(self._show_notices)
        self.locker.locked.connect(later.stop)
        later.start()

    @Slot()
    def _show_notices(self) -> None:
        """What must be known now, above the page."""
        from svp_desktop.ui.notices import Notices

        window = self.window
        if window is None or self._gone:
            return
        self.notices = notices = Notices(window.context, window.has_page, window)
        notices.page_requested.connect(window.show_page)
        window.page_shown.connect(notices.fold)
        window.put_above(notices)
        assert self.locker is not None
        self.locker.locked.connect(notices.stop)

    @Slot(object)
    def _settings_changed(self, changes: "Changes") -> None:
        from svp_desktop.domain.changes import Topic

        if changes.touches(Topic.INSTELLINGEN) and self.guard is not None and self._werkplek is not None:
            self.guard.apply(self._werkplek.waarden())

    # -- lock, blank, leave

    @Slot()
    def lock(self) -> None:
        """Lock and begin anew at the unlock page."""
        if self.locker is not None:
            self._uncover()
            self.locker.lock()

    @Slot()
    def lock_to_restore(self) -> None:
        """Lock, and begin with putting a backup back."""
        self._lock_for(RESTORE)

    @Slot(str)
    def look_as(self, role: str) -> None:
        """Lock, and come back into the voorbeeldschool as this role."""
        self._lock_for(f"{EXAMPLE}{role}")

    def _lock_for(self, begin: str) -> None:
        try:
            self._outside.settings.put(BEGIN_WITH, begin)
        except OSError:
            self.show_fault(UserFacing())
            return
        self.lock()

    def _keep_places(self) -> None:
        self._keep_place()
        if self._places is not None:
            self._places.keep()

    def _restart(self) -> None:
        if self.guard is not None:
            self.guard.stop()
        self._outside.restart()

    @Slot()
    def toggle_blank(self) -> None:
        """An empty screen for when a child walks up; once more brings everything back. It does not lock."""
        if self._blanks:
            self._uncover()
            return
        from svp_desktop.ui.cover import cover_all

        words = "Druk op F12 om verder te gaan."
        self._blanks = cover_all(words)
        for key in self._blank_keys:
            key.setEnabled(True)

    def _uncover(self) -> None:
        blanks, self._blanks = self._blanks, []
        for key in self._blank_keys:
            key.setEnabled(False)
        covers = [cover for cover in blanks if shiboken6.isValid(cover)]
        # a dialog sleeps along with the window that it belongs to, and takes no keyboard before that one is awake
        for cover in covers:
            cover.wake()
        # the window in front is the last to say where the keyboard goes
        for cover in sorted(covers, key=lambda cover: cover.window().isActiveWindow()):
            cover.lift()

    @Slot()
    def stop_demo(self) -> None:
        """Throw the voorbeeldschool away and go back to the beginning."""
        if self._werkplek is None or self.locker is None:
            return
        self._outside.tasks.cancel_all()
        if self.window is not None:
            self.window.stop()
        self._gone = True
        self._werkplek.vergrendel()
        self._outside.toegang.verwijder_voorbeeldschool()
        self._restart()

    @Slot()
    def quit(self) -> None:
        """Write drafts, lock, remember the window's place and close."""
        self._keep_place()
        if self.locker is not None and self._werkplek is not None:
            self._outside.tasks.cancel_all()
            try:
                self.locker.flush()
            except UserFacing as error:
                assert self.window is not None
                self.window.messages.show_error(error)
                return
            if self._places is not None:
                # where the user was is a comfort; leaving must go on
                with suppress(UserFacing):
                    self._places.leave()
            if self.window is not None:
                self.window.stop()
            self._gone = True
            self._werkplek.vergrendel()
        if self.guard is not None:
            self.guard.stop()
        self.gate.leave()
        self.shell.close_now()

    def _keep_place(self) -> None:
        try:
            self.shell.remember_place()
        except OSError:
            # the place of a window is a comfort; locking and leaving must go on
            return

    @Slot()
    def _keep_look(self) -> None:
        settings = self._outside.settings
        try:
            settings.put("thema", self.theme.choice.value)
            settings.put("letterschaal", float(self.theme.scale))
        except OSError as error:
            if self.window is not None:
                self.window.messages.show_error(error)

    def show_fault(self, error: UserFacing) -> None:
        """Say that something went wrong, wherever the user is; before unlocking the page says it itself."""
        if self.window is not None:
            self.window.messages.show_error(error)

    def context(self) -> "Context":
        """The context of the open workplace, for scripts and tests."""
        assert self.window is not None
        return replace(self.window.context)
