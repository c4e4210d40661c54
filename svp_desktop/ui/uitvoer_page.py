"""A paper on its way out: seen first, then printed or saved, with or without names. What it is about, is handed in."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.tasks import Progress, Task
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, primary, thousands
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb

T = TypeVar("T")
#: Said with every file that leaves the kluis.
NIET_VERSLEUTELD = (
    "Een opgeslagen bestand is niet versleuteld: wie het heeft, kan het lezen. Bewaar het op een veilige plek en gooi"
    " het weg als u het niet meer nodig hebt."
)
_NAMELESS = "Lees het na voordat u het geeft. Ook zonder namen kan iemand uit de tekst herkennen om wie het gaat."
_MOST_DOUBTS = 12


class Vorm(NamedTuple):
    """A kind of file: its code, the word on the button, the neutral name that is suggested, and its filter."""

    code: str
    knop: str
    naam: str
    soort: str


PDF = "pdf"


class Werk(Protocol):
    """What the page shows and how it leaves."""

    #: The word on the way back; "" when there is none.
    terug: str
    titel: str
    zin: str
    #: Whether it may also go without names.
    keuze: bool
    #: Whether it tells about persons: a saved file then comes with a warning.
    persoonlijk: bool
    vormen: tuple[Vorm, ...]

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        ...

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it as this kind of file; returns words in it that look like a name. Raises UserFacing."""
        ...

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        ...


class UitvoerPage(QWidget):
    """Shows one `Werk`. `back()` when the user leaves; what is under way stops then."""

    back = Signal()

    def __init__(self, context: Context, *, mag_weg: Callable[[], bool] | None = None) -> None:
        """`mag_weg` is asked before the paper is put away; without it the user just leaves."""
        super().__init__()
        self._context, self._may_leave = context, mag_weg
        self._werk: Werk | None = None
        self._blad = Blad(b"")
        self._task: Task | None = None
        self._busy = self._saving = False
        self.crumb, self.titel = crumb(""), TitleRow("")
        self.voorbeeld = PaperPane(context)
        self.namen = Segmented(((False, "Met namen"), (True, "Zonder namen")), False, name="Met of zonder namen")
        self.melding = Notice(State.LET_OP, "", compact=True)
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.knoppen: dict[str, QPushButton] = {}
        self._files = col(spacing=8)
        self.bezig, self._bar = Label("", "muted", wrap=True), QProgressBar()
        self.stop = button("Stoppen", "x")
        self._build()
        self.crumb.clicked.connect(self.leave)
        self.namen.changed.connect(self._again)
        self.afdrukken.clicked.connect(self.print_now)
        self.voorbeeld.printed.connect(self._printed)
        self.stop.clicked.connect(self._cancel)

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Hoe ver het is")
        self._wait = holder(col(self.bezig, self._bar, row(self.stop, None), spacing=6))
        self._words = Label(NIET_VERSLEUTELD, "muted", wrap=True)
        self._extra = col(spacing=8)
        self._out = card(
            self.namen, self.melding, self.afdrukken, self._files, self._words, self._extra, self._wait, spacing=10
        )
        self.voorbeeld.view.fit_width()
        right = scroll(col(self._out, None))
        right.setFixedWidth(min(scaled(330), 440))
        self.setLayout(
            col(
                row(self.crumb, None),
                self.titel,
                (row((self.voorbeeld, 1), right, spacing=12), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )

    def show_work(self, werk: Werk, *, zonder_namen: bool = False) -> None:
        """Make this paper and show it, with names unless they are left out from the start."""
        self._werk = werk
        self.crumb.setText(werk.terug)
        self.crumb.setVisible(bool(werk.terug))
        # what holds nothing personal needs no warning
        self._words.setVisible(werk.persoonlijk)
        self.titel.set_title(werk.titel, werk.zin)
        self.namen.set_value(zonder_namen)
        self.namen.setVisible(werk.keuze)
        clear(self._files)
        self.knoppen = {}
        for vorm in werk.vormen:
            self.knoppen[vorm.code] = made = button(vorm.knop, "download")
            made.clicked.connect(self._saver(vorm))
            self._files.addWidget(made)
        self._make()

    def add(self, widget: QWidget) -> None:
        """Something more under the buttons."""
        self._extra.addWidget(widget)

    def zonder_namen(self) -> bool:
        """Whether the names are left out."""
        return bool(self.namen.value())

    def blad(self) -> Blad:
        """What is shown; without bytes while nothing is."""
        return self._blad

    @Slot()
    def print_now(self) -> None:
        """To the printer, when it is a paper at all."""
        if self.afdrukken.isEnabled():
            self.voorbeeld.print_now()

    @Slot()
    def leave(self) -> None:
        """Stop what is under way, keep nothing of the paper, and go back."""
        if self._may_leave is not None and not self._may_leave():
            return
        self._halt()
        self._werk, self._blad = None, Blad(b"")
        self.voorbeeld.forget()
        self.back.emit()

    # -- making

    @Slot()
    def _again(self) -> None:
        self._make()

    def _make(self) -> None:
        werk, nameless = self._werk, self.zonder_namen()
        assert werk is not None
        self._blad = Blad(b"")
        self.voorbeeld.forget()

        def work(progress: Progress) -> Blad:
            return werk.maak(progress, zonder_namen=nameless)

        def done(blad: Blad) -> None:
            self._end()
            self._blad = blad
            self.voorbeeld.show_paper(blad.pdf)
            self._offer()

        self._run("Het blad wordt gemaakt.", work, done)

    def _offer(self, doubts: Sequence[str] = ()) -> None:
        """What may be done with this paper, and what must be known first; `doubts` of a file that was saved."""
        blad = self._blad
        whole = blad.getoond == blad.totaal
        self.afdrukken.setEnabled(bool(blad.pdf) and whole)
        for code, knop in self.knoppen.items():
            knop.setEnabled(bool(blad.pdf) and (whole or code != PDF))
        lead, text = "", ""
        if not whole:
            lead = f"{thousands(blad.totaal)} incidenten is te veel voor papier."
            text = f"U ziet de eerste {blad.getoond}. Kies een kortere periode, of maak een bestand voor Excel."
        if self.zonder_namen():
            text = f"{text} {_NAMELESS}".strip()
            lead = lead or "Zonder namen"
            if look := tuple(dict.fromkeys((*blad.twijfels, *doubts)))[:_MOST_DOUBTS]:
                text += f" Kijk naar: {', '.join(look)}."
        if blad.ontbreekt:
            lead = lead or "Niet alles komt op papier."
            text = f"{text} Deze tekens kan het papier niet laten zien: {' '.join(blad.ontbreekt)}".strip()
        self.melding.show_message(State.LET_OP, lead, text)
        self.melding.setVisible(bool(lead))
        usable = [part for part in (self.afdrukken, *self.knoppen.values(), self.crumb) if part.isEnabled()]
        usable[0].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- out

    def _saver(self, vorm: Vorm) -> Callable[[], None]:
        def save() -> None:
            self.save(vorm)

        return save

    def save(self, vorm: Vorm) -> None:
        """Ask for a place and write the file there, whole or not at all."""
        werk, blad, nameless = self._werk, self._blad, self.zonder_namen()
        path = self._context.ask.save_file(self, vorm.knop, vorm.naam, ((vorm.soort, f"*.{vorm.code}"),))
        if path is None or werk is None:
            return
        if path.suffix.lower() != f".{vorm.code}":
            path = path.with_name(f"{path.name}.{vorm.code}")
            # the dialog asked about another name
            if path.exists() and not self._context.ask.question(
                self, Question("Dit bestand bestaat al.", "Wilt u het vervangen?", "Vervangen", danger=True)
            ):
                return

        def work(progress: Progress) -> tuple[str, ...]:
            return werk.bewaar(vorm.code, path, blad, progress, zonder_namen=nameless)

        def done(doubts: tuple[str, ...]) -> None:
            self._end()
            self._offer(doubts)
            self._context.hub.publish(Changes.of(Topic.SPOOR))
            warning = " Let op: dit bestand is niet versleuteld." if werk.persoonlijk else ""
            self._context.bar.say(f"Opgeslagen.{warning}")

        self._saving = True
        self._run("Het bestand wordt geschreven.", work, done)

    @Slot()
    def _printed(self) -> None:
        if self._werk is None:
            return
        self._werk.gedrukt(self._blad, zonder_namen=self.zonder_namen())
        self._context.hub.publish(Changes.of(Topic.SPOOR))
        self._context.bar.say("Het blad is naar de printer gestuurd.")

    # -- work

    def _run(self, words: str, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self._busy = True
        self.bezig.setText(words)
        self._bar.setRange(0, 0)
        self._wait.show()
        for part in (self.namen, self.afdrukken, *self.knoppen.values()):
            part.setEnabled(False)
        self.melding.hide()
        task = self._context.tasks.run(work, done, self._failed, self)
        if self._busy:
            self._task = task
            task.progress.connect(self._progress)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(f"{thousands(done)} van {thousands(total)}")

    def _end(self) -> None:
        self._busy, self._saving, self._task = False, False, None
        self._wait.hide()
        self.namen.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._offer()
        self._context.bar.show_error(error)

    @Slot()
    def _cancel(self) -> None:
        if not self._saving:
            self.leave()
            return
        self._halt()
        self._offer()

    def _halt(self) -> None:
        if self._task is not None:
            self._task.cancel()
            if self._saving:
                self._context.bar.say("Gestopt. Er is geen bestand gemaakt.")
        self._end()
