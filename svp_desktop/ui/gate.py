"""From the start to an unlocked workplace: which page is shown, and what the services are asked."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing, WachtwoordOnjuist
from svp_desktop.domain.school import Rol
from svp_desktop.settings import BEGIN_WITH, EXAMPLE, RESTORE, Settings
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Progress, Task, Tasks
from svp_desktop.ui.unlock import UnlockPage

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze, Toegang
    from svp_desktop.services.werkplek import Werkplek
    from svp_desktop.ui.entry.flow import Entry
    from svp_desktop.ui.first_run.begin import BeginPage
    from svp_desktop.ui.first_run.wizard import NewSchool, Wizard


#: What the wizard's last page may ask: begin with reading in the pupils.
IMPORT = "inlezen"


def known(error: Exception) -> UserFacing:
    """The error that the user reads: an unexpected one in general words, never with its own text."""
    return error if isinstance(error, UserFacing) else UserFacing()


def unless_known(error: Exception) -> None:
    """Hand an unexpected error on, so that it is noted as a bug; the user has read about it already."""
    if not isinstance(error, UserFacing):
        raise error


class Gate(QObject):
    """Shows begin, wizard, unlock and error pages. `opened(werkplek, code)`: IMPORT to begin with pupils, or ""."""

    opened = Signal(object, str)
    help_requested = Signal()
    blank_requested = Signal()

    def __init__(
        self,
        shell: Shell,
        toegang: "Toegang",
        settings: Settings,
        ask: Ask,
        tasks: Tasks,
        restart: Callable[[], None],
    ) -> None:
        super().__init__(shell)
        self._shell, self._toegang, self._settings = shell, toegang, settings
        self._ask, self._tasks, self._restart = ask, tasks, restart
        self._entry: Entry | None = None
        self._painted = False
        shell.first_painted.connect(self._first_painted)
        self._task: Task | None = None
        self._made: Werkplek | None = None
        self._wizard: Wizard | None = None
        self._begin: BeginPage | None = None

    def start(self) -> None:
        """The page that fits what is on this computer."""
        schools = self._schools()
        last = str(self._settings.get("laatste_school"))
        named = [school for school in schools if school.folder.name == last]
        first = (named or schools)[0] if schools else None
        begin = str(self._settings.get(BEGIN_WITH))
        if begin:
            # an unwritable preference must not keep the backup away
            with suppress(OSError):
                self._settings.put(BEGIN_WITH, "")
        if begin == RESTORE:
            self._show_restore(first)
        elif begin.startswith(EXAMPLE):
            self._open_demo(begin.removeprefix(EXAMPLE))
        elif first is not None:
            self.show_school(first)
        else:
            self._show_begin(())

    @property
    def holds(self) -> bool:
        """Whether a workplace is open already, before its window: its page may not be replaced by another."""
        return self._entry is not None and self._entry.held is not None

    def leave(self) -> None:
        """The program is closed: lock what is open."""
        if self._entry is not None:
            self._entry.leave()

    def _schools(self) -> "list[SchoolKeuze]":
        return [school for school in self._toegang.scholen() if not school.demo]

    def _show_begin(self, schools: "tuple[SchoolKeuze, ...]") -> "BeginPage":
        from svp_desktop.ui.first_run.begin import BeginPage

        page = BeginPage(schools)
        page.new_requested.connect(self.begin_new)
        page.open_requested.connect(self.open_existing)
        page.demo_requested.connect(self.open_demo)
        page.cancel_requested.connect(self._cancel)
        page.restore_requested.connect(self.restore_elsewhere)
        page.school_chosen.connect(self.show_school)
        self._show(page)
        self._begin = page
        return page

    def _show(self, page: QWidget) -> None:
        self._begin = None
        self._shell.show_page(page)

    @Slot()
    def show_others(self) -> None:
        """Another school, a copy, a new one, or the voorbeeldschool."""
        self._show_begin(tuple(self._schools()))

    @Slot(object)
    def show_school(self, school: "SchoolKeuze") -> None:
        """Unlock page of this school, or the page that says why it cannot be opened."""
        if school.fout is not None:
            self._show_error(school.fout, school)
            return
        page = UnlockPage(school, last=str(self._settings.get("laatste_account")))
        page.submitted.connect(self._unlock)
        page.invitation_chosen.connect(self._invited)
        page.sheet_chosen.connect(self._forgot)
        page.other_requested.connect(self.show_others)
        page.help_requested.connect(self.help_requested)
        self._show(page)
        if self._painted:
            self._add_foot(page)

    @Slot()
    def _first_painted(self) -> None:
        """What the first page can wait for: it stands on the screen before anything about backups is loaded."""
        self._painted = True
        page = self._shell.page()
        if isinstance(page, UnlockPage):
            self._add_foot(page)

    def _add_foot(self, page: UnlockPage) -> None:
        from svp_desktop.ui.restore.foot import BackupFoot

        page.set_foot(BackupFoot(self._toegang.reservekopieen, page.school.folder))

    @Slot(object)
    def _invited(self, account: "AccountKeuze") -> None:
        self._way_in().invite(self._shown_school(), account)

    @Slot(object)
    def _forgot(self, account: "AccountKeuze") -> None:
        self._way_in().recover(self._shown_school(), account)

    def _shown_school(self) -> "SchoolKeuze":
        page = self._shell.page()
        assert isinstance(page, UnlockPage)
        return page.school

    def _way_in(self) -> "Entry":
        """Everything between unlocking and the window; made when it is needed."""
        if self._entry is None:
            from svp_desktop.ui.entry.flow import Entry

            made = Entry(self._shell, self._toegang, self._ask, self._tasks, self._restart, self)
            made.opened.connect(self._entered)
            made.back_requested.connect(self.start)
            made.failed.connect(self._show_error)
            made.came_in.connect(self._remember)
            made.blank_requested.connect(self.blank_requested)
            self._entry = made
        return self._entry

    @Slot(object)
    def _entered(self, werkplek: "Werkplek") -> None:
        self.opened.emit(werkplek, "")

    @Slot(object)
    def _remember(self, school: "SchoolKeuze") -> None:
        self._settings.put("laatste_school", school.folder.name)

    @Slot(object, object)
    def _show_error(self, error: UserFacing, school: "SchoolKeuze") -> None:
        from svp_desktop.ui.error_page import ErrorPage

        page = ErrorPage(error, school.naam, previous=school.vorige, restore=not school.demo)

        def use_previous() -> None:
            try:
                self._toegang.neem_vorige_sleutelring(school.folder)
            except UserFacing as fault:
                self._show_error(fault, school)
                return
            self.start()

        def restore() -> None:
            self._show_restore(school)

        page.retry_requested.connect(self.start)
        page.other_requested.connect(self.show_others)
        page.previous_requested.connect(use_previous)
        page.restore_requested.connect(restore)
        page.quit_requested.connect(self._shell.close_now)
        self._show(page)

    @Slot()
    def restore_elsewhere(self) -> None:
        """A backup of a school that is not on this computer."""
        self._show_restore(None)

    def _show_restore(self, school: "SchoolKeuze | None") -> None:
        from svp_desktop.ui.restore.wizard import RestoreWizard

        folder = None if school is None else school.folder
        page = RestoreWizard(self._toegang.terugzetten, self._tasks, self._ask, folder)
        page.closed.connect(self.start)
        page.restored.connect(self._restored)
        self._show(page)

    @Slot(object)
    def _restored(self, folder: Path) -> None:
        self._settings.put("laatste_school", folder.name)
        self.start()

    @Slot(str, str)
    def _unlock(self, account: str, password: str) -> None:
        page = self._shell.page()
        assert isinstance(page, UnlockPage)
        school = page.school

        def work(progress: Progress) -> "Werkplek":
            return self._toegang.ontgrendel(school.folder, account, password)

        def failed(error: Exception) -> None:
            if isinstance(error, WachtwoordOnjuist):
                if self._shell.page() is page:
                    page.show_error(error)
            else:
                self._show_error(known(error), school)
                unless_known(error)

        def done(werkplek: "Werkplek") -> None:
            self._remember(school)
            self._settings.put("laatste_account", account)
            self._way_in().enter(werkplek, school.naam)

        self._tasks.run(work, done, failed, self)

    @Slot()
    def begin_new(self) -> None:
        """The wizard for a new school."""
        from svp_desktop.ui.first_run.wizard import Wizard

        self._wizard = Wizard()
        self._wizard.back_requested.connect(self.start)
        self._wizard.school_requested.connect(self._make)
        self._wizard.import_requested.connect(self._start_importing)
        self._wizard.start_requested.connect(self._start_working)
        self._show(self._wizard)

    @Slot(object)
    def _make(self, asked: "NewSchool") -> None:
        wizard = self._wizard
        assert wizard is not None

        def work(progress: Progress) -> "Werkplek":
            return self._toegang.maak_school(asked.naam, asked.plaats, asked.account, asked.rol, asked.wachtwoord)

        def done(werkplek: "Werkplek") -> None:
            self._made = werkplek
            self._way_in().hold(werkplek)
            wizard.show_sheet(werkplek.sleutels, self._ask, self._tasks)

        def failed(error: Exception) -> None:
            wizard.show_error(known(error))
            unless_known(error)

        self._tasks.run(work, done, failed, wizard)

    @Slot()
    def _start_importing(self) -> None:
        self._start(IMPORT)

    @Slot()
    def _start_working(self) -> None:
        self._start("")

    def _start(self, code: str) -> None:
        if self._made is not None:
            made, self._made, self._wizard = self._made, None, None
            self._way_in().release()
            self.opened.emit(made, code)

    @Slot()
    def open_existing(self) -> None:
        """A kluis folder elsewhere on this computer."""
        page = self._begin
        assert page is not None
        folder = self._ask.open_folder(self._shell, "Kies de map met de gegevens van de school")
        if folder is None:
            return
        try:
            school = self._toegang.voeg_bestaande_toe(folder)
        except UserFacing as error:
            page.show_error(error)
            return
        self.show_school(school)

    @Slot()
    def open_demo(self) -> None:
        """The voorbeeldschool as its directeur."""
        self._open_demo(Rol.DIRECTEUR.value)

    def _open_demo(self, role: str) -> None:
        """A fresh voorbeeldschool; takes some seconds, shows how far it is and can be stopped."""
        shown = self._begin or self._show_begin(())
        doing = "De voorbeeldschool wordt gemaakt"

        def work(progress: Progress) -> "Werkplek":
            return self._toegang.voorbeeldschool(progress.report, Rol(role))

        def tell(done: int, total: int) -> None:
            shown.show_busy(doing, done, total, can_stop=True)

        def failed(error: Exception) -> None:
            shown.show_error(known(error))
            unless_known(error)

        shown.show_busy(doing, can_stop=True)
        self._task = self._tasks.run(work, self._entered, failed, shown)
        self._task.progress.connect(tell)

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._begin is not None:
            self._begin.show_idle()
