"""The wizard that puts a backup back: which, who, what would change, done. Until the last it only looks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from svp_desktop.domain.errors import UserFacing, WachtwoordOnjuist
from svp_desktop.domain.reservekopie import KopieStaat, moment_in_woorden
from svp_desktop.domain.terugzetten import Vergelijking
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.harbour import Harbour, in_the_middle, quay
from svp_desktop.ui.restore.bekijk import BekijkPagina
from svp_desktop.ui.restore.kies import KiesPagina
from svp_desktop.ui.restore.wie import WiePagina
from svp_desktop.ui.tasks import Progress, Task, Tasks
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, card, col, label, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.stage import StageState, Step, stage_bar

if TYPE_CHECKING:
    from svp_desktop.services.terugzetten import Herstelpunt, Terugzetten
    from svp_desktop.services.terugzetten_werk import Herstel
    from svp_desktop.services.toegang import AccountKeuze

_STEPS = (
    ("Kiezen", "welke reservekopie"),
    ("Wie", "wachtwoord of herstelblad"),
    ("Bekijken", "wat er verandert"),
    ("Klaar", "ontgrendelen"),
)
_KLAAR = "De reservekopie is teruggezet en gecontroleerd. Ontgrendel de school met uw wachtwoord."


class RestoreWizard(Harbour):
    """A whole page. `closed()` goes back to where it came from; `restored(Path)` is the school that was put back.

    `folder` is the school that is to be restored; None on a computer that has none (yet).
    """

    closed = Signal()
    restored = Signal(object)

    def __init__(self, terugzetten: "Terugzetten", tasks: Tasks, ask: Ask, folder: Path | None = None) -> None:
        super().__init__()
        self._service, self._tasks = terugzetten, tasks
        self._point: Herstelpunt | None = None
        self._restore: Herstel | None = None
        self._task: Task | None = None
        self._done: Path | None = None
        self.kies = KiesPagina(terugzetten, tasks, ask, folder)
        self.wie, self.bekijk = WiePagina(), BekijkPagina()
        self.klaar = primary("Naar ontgrendelen", "lock-open", big=True)
        self._stages = stage_bar(*self._steps(0))
        self._stages.setEnabled(False)
        body = QWidget()
        self._pages = QStackedLayout(body)
        for page in (self.kies, self.wie, self.bekijk, self._ready()):
            self._pages.addWidget(page)
        frame = card((body, 1), margins=(24, 18, 24, 18))
        frame.setMinimumHeight(scaled(340))
        middle = QWidget()
        middle.setLayout(col(label("Reservekopie terugzetten", "h1"), self._stages, (frame, 1), spacing=10))
        content = col(12, in_the_middle(middle, 860), margins=(24, 12, 24, 12), spacing=0)
        self.stand(content, quay() // 2, lowest=500)
        self._connect()
        self._go(0)
        self.kies.load()

    def _ready(self) -> QWidget:
        made = QWidget()
        words = col(label("Klaar", "h2"), label(_KLAAR, wrap=True), spacing=4)
        head = row((Icon("circle-check", "ok", 24), TOP), (words, 1), spacing=12)
        made.setLayout(col(head, None, row(None, self.klaar), spacing=10))
        return made

    def _connect(self) -> None:
        self.kies.back_asked.connect(self._leave)
        self.kies.chosen.connect(self._chosen)
        self.wie.back_asked.connect(self._choose_again)
        self.wie.submitted.connect(self._submitted)
        self.bekijk.back_asked.connect(self._choose_again)
        self.bekijk.confirmed.connect(self._carry_out)
        self.bekijk.stop_asked.connect(self._stop)
        self.klaar.clicked.connect(self._finish)

    @staticmethod
    def _steps(now: int) -> list[Step]:
        states = [
            StageState.DONE if number < now else StageState.NOW if number == now else StageState.LATER
            for number in range(len(_STEPS))
        ]
        return [Step(title, sub, state) for (title, sub), state in zip(_STEPS, states, strict=True)]

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._stages.set_steps(self._steps(step))
        first: QWidget = (self.kies, self.wie, self.bekijk, self.klaar)[step]
        self.setFocusProxy(first)
        first.setFocus()

    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._pages.currentIndex()

    def _words(self) -> str:
        assert self._point is not None
        return moment_in_woorden(self._point.regel.gemaakt_op, self._service.clock())

    # -- which

    @Slot(object)
    def _chosen(self, point: "Herstelpunt") -> None:
        self._point = point

        def work(_progress: Progress) -> "tuple[AccountKeuze, ...]":
            return self._service.accounts(point)

        self._tasks.run(work, self._ask_who, self._not_chosen, self)

    def _ask_who(self, accounts: "tuple[AccountKeuze, ...]") -> None:
        explain = f"Gebruik het wachtwoord of het herstelblad van toen deze kopie is gemaakt: {self._words()}."
        self.wie.begin(accounts, explain)
        assert self._point is not None
        state = self._point.regel.staat
        if state in (KopieStaat.NIET_GOED, KopieStaat.ONVOLLEDIG):
            self.wie.warn(f"Deze reservekopie is {state.value}.", "Straks ziet u welke delen er nog zijn.")
        self._go(1)

    def _not_chosen(self, error: Exception) -> None:
        self.kies.notice.show_error(error if isinstance(error, UserFacing) else UserFacing())
        self.kies.notice.show()

    @Slot()
    def _choose_again(self) -> None:
        self._forget()
        self.wie.forget()
        self._go(0)

    # -- who

    @Slot(str, str, str)
    def _submitted(self, account: str, password: str, words: str) -> None:
        point = self._point
        assert point is not None
        opened = self._restore

        def work(_progress: Progress) -> "tuple[Herstel, bool]":
            """The restore, and whether both keyrings are open now."""
            if opened is not None:
                opened.open_vandaag(password, words)
                return opened, True
            made = self._service.begin(point, account)
            try:
                made.open(password, words)
                return made, not made.vraagt_vandaag or _opens_today(made, password, words)
            except BaseException:
                made.sluit()
                raise

        self._tasks.run(work, self._opened, self._not_opened, self)

    def _opened(self, found: "tuple[Herstel, bool]") -> None:
        self._restore, both = found
        if both:
            self.wie.forget()
            self._look()
        else:
            explain = "Dat klopt voor toen. Uw wachtwoord is daarna veranderd. Typ nu uw wachtwoord van nu."
            self.wie.ask_again(explain, fixed=True)

    def _not_opened(self, error: Exception) -> None:
        self.wie.show_error(error if isinstance(error, UserFacing) else UserFacing())

    # -- what would change

    def _look(self) -> None:
        restore = self._restore
        assert restore is not None
        self.bekijk.show_looking(f"Reservekopie van {self._words()}")
        self._go(2)

        def work(progress: Progress) -> Vergelijking:
            return restore.vergelijk(progress.check)

        def done(found: Vergelijking) -> None:
            self.bekijk.show_comparison(f"Reservekopie van {self._words()}", found)

        self._run(work, done)

    @Slot(object)
    def _carry_out(self, chosen: frozenset[str]) -> None:
        restore = self._restore
        assert restore is not None
        self.bekijk.notice.hide()
        self.bekijk.show_busy(True)

        def work(progress: Progress) -> Path:
            return restore.zet_terug(chosen, progress.report)

        def done(folder: Path) -> None:
            self._done = folder
            self._forget()
            self._go(3)

        self._run(work, done)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        def failed(error: Exception) -> None:
            self.bekijk.show_error(error if isinstance(error, UserFacing) else UserFacing())

        self._task = self._tasks.run(work, done, failed, self)
        self._task.progress.connect(self._tell)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        if self.step() == 2:
            self.bekijk.show_busy(True, done, total)

    @Slot()
    def _stop(self) -> None:
        """Stop where that is safe; the keys are overwritten once nothing uses them any more."""
        if self._task is not None:
            self._task.ended.connect(self._choose_again)
            self._task.cancel()

    # -- leaving

    @Slot()
    def _leave(self) -> None:
        self._forget()
        self.closed.emit()

    @Slot()
    def _finish(self) -> None:
        self.restored.emit(self._done)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._forget()
        super().hideEvent(event)

    def _forget(self) -> None:
        restore, self._restore = self._restore, None
        if restore is not None:
            restore.sluit()


def _opens_today(restore: "Herstel", password: str, words: str) -> bool:
    """Whether what was typed for then is also right for now; a wrong one asks for the other."""
    try:
        restore.open_vandaag(password, words)
    except WachtwoordOnjuist:
        return False
    return True
