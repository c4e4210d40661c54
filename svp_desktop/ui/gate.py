"""From the start to an unlocked workplace: which page is shown, and what the services are asked."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing, WachtwoordOnjuist
from svp_desktop.settings import Settings
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.shell import Shell
from svp_desktop.ui.tasks import Progress, Task, Tasks
from svp_desktop.ui.unlock import UnlockPage

if TYPE_CHECKING:
    from svp_desktop.services.toegang import SchoolKeuze, Toegang
    from svp_desktop.services.werkplek import Werkplek
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

    def __init__(self, shell: Shell, toegang: "Toegang", settings: Settings, ask: Ask, tasks: Tasks) -> None:
        super().__init__(shell)
        self._shell, self._toegang, self._settings = shell, toegang, settings
        self._ask, self._tasks = ask, tasks
        self._task: Task | None = None
        self._made: Werkplek | None = None
        self._wizard: Wizard | None = None
        self._begin: BeginPage | None = None

    def start(self) -> None:
        """The page that fits what is on this computer."""
        schools = self._schools()
        last = str(self._settings.get("laatste_school"))
        named = [school for school in schools if school.folder.name == last]
        if schools:
            self.show_school((named or schools)[0])
        else:
            self._show_begin(())

    def _schools(self) -> "list[SchoolKeuze]":
        return [school for school in self._toegang.scholen() if not school.demo]

    def _show_begin(self, schools: "tuple[SchoolKeuze, ...]") -> "BeginPage":
        from svp_desktop.ui.first_run.begin import BeginPage

        page = BeginPage(schools)
        page.new_requested.connect(self.begin_new)
        page.open_requested.connect(self.open_existing)
        page.demo_requested.connect(self.open_demo)
        page.cancel_requested.connect(self._cancel)
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
        page = UnlockPage(school)
        page.submitted.connect(self._unlock)
        page.other_requested.connect(self.show_others)
        page.help_requested.connect(self.help_requested)
        self._show(page)

    def _show_error(self, error: UserFacing, school: "SchoolKeuze") -> None:
        from svp_desktop.ui.error_page import ErrorPage

        page = ErrorPage(error, school.naam)
        page.retry_requested.connect(self.start)
        page.other_requested.connect(self.show_others)
        page.quit_requested.connect(self._shell.close_now)
        self._show(page)

    @Slot(str, str)
    def _unlock(self, account: str, password: str) -> None:
        page = self._shell.page()
        assert isinstance(page, UnlockPage)
        school = page.school

        def work(progress: Progress) -> "Werkplek":
            return self._toegang.ontgrendel(school.folder, account, password)

        def failed(error: Exception) -> None:
            if isinstance(error, WachtwoordOnjuist):
                page.show_error(error)
            else:
                self._show_error(known(error), school)
                unless_known(error)

        self._tasks.run(work, self._opener(school.folder, ""), failed, self)

    def _opener(self, folder: Path | None, code: str) -> "Callable[[Werkplek], None]":
        def done(werkplek: "Werkplek") -> None:
            if folder is not None:
                self._settings.put("laatste_school", folder.name)
            self.opened.emit(werkplek, code)

        return done

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
            wizard.show_ready()

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
        """A fresh voorbeeldschool; takes some seconds, shows how far it is and can be stopped."""
        shown = self._begin or self._show_begin(())
        doing = "De voorbeeldschool wordt gemaakt"

        def work(progress: Progress) -> "Werkplek":
            return self._toegang.voorbeeldschool(progress.report)

        def tell(done: int, total: int) -> None:
            shown.show_busy(doing, done, total, can_stop=True)

        def failed(error: Exception) -> None:
            shown.show_error(known(error))
            unless_known(error)

        shown.show_busy(doing, can_stop=True)
        self._task = self._tasks.run(work, self._opener(None, ""), failed, shown)
        self._task.progress.connect(tell)

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._begin is not None:
            self._begin.show_idle()
