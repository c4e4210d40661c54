"""A new herstelblad: twelve words on the screen and on paper, then typed back from the paper. Kept in memory only.

`SheetPanel` is the part that the wizard and the page about one's own account show; `SheetPage` is it as a whole page.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QWidget

from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing, WachtwoordOnjuist
from svp_desktop.domain.findings import Finding
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.entry.frame import EntryFrame
from svp_desktop.ui.entry.paper import print_paper
from svp_desktop.ui.entry.words import WordGrid, WordsField
from svp_desktop.ui.tasks import Progress, Tasks
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Label, col, label, row
from svp_desktop.ui.widgets.buttons import button, link, primary, set_primary
from svp_desktop.ui.widgets.fields import Field, edit
from svp_desktop.ui.widgets.notice import Notice, State

if TYPE_CHECKING:
    from svp_desktop.domain.toegang import Blad
    from svp_desktop.services.sleutels import SleutelsService

_FIRST = "Met deze twaalf woorden komt u weer binnen als u uw wachtwoord kwijt bent."
_AGAIN = "Uw blad van {day} werkt tot het nieuwe is nagekeken. Daarna opent het oude blad niets meer."
_STAKE = (
    "Zonder herstelblad kan niemand u helpen als u uw wachtwoord vergeet. Wat alleen u kon openen, is dan voorgoed weg."
)
_STAKE_AGAIN = "U houdt uw oude blad. Is dat zoek, of hebt u het net gebruikt? Maak dan snel een nieuw blad."


class SheetPanel(QWidget):
    """Three steps in one place. `checked()`: the sheet counts now, and *Verder* was pressed; `later()`: not now.

    Nothing of the words is left when the panel is hidden.
    """

    checked = Signal()
    later = Signal()

    def __init__(self, sleutels: "SleutelsService", ask: Ask, tasks: Tasks) -> None:
        super().__init__()
        self._keys, self._ask, self._tasks = sleutels, ask, tasks
        self._sheet: Blad | None = None
        self._day = sleutels.herstelblad_op
        self.notice = Notice(State.BLOK, "", compact=True)
        self.notice.hide()
        body = QWidget()
        # with its place from the start: the first page would be a window for a moment
        self._steps = QStackedLayout(body)
        for page in (self._build_words(), self._build_check(), self._build_done()):
            self._steps.addWidget(page)
        self.setLayout(col((body, 1), self.notice, spacing=8))

    # -- the words

    def _build_words(self) -> QWidget:
        made = QWidget()
        self.grid = WordGrid(columns=4, name="De twaalf woorden van uw herstelblad")
        self.print = primary("Afdrukken", "printer", big=True)
        self.to_check = button("Verder: woorden overtypen", "arrow-right", big=True)
        self.not_now = link("Later")
        self.print.clicked.connect(self.print_sheet)
        self.to_check.clicked.connect(self._check_begins)
        self.not_now.clicked.connect(self._ask_later)
        explain = _AGAIN.format(day=in_woorden(self._day, weekdag=False)) if self._day else _FIRST
        how = "Druk het blad af, of schrijf de woorden over op papier. Het programma bewaart ze niet."
        self.not_now_notice = Notice(State.LET_OP, "Nu overslaan?", _STAKE_AGAIN if self._day else _STAKE, compact=True)
        self.really_later = link("Toch later")
        self.really_later.clicked.connect(self._leave)
        self.not_now_notice.show_message(
            State.LET_OP, self.not_now_notice.lead(), self.not_now_notice.text(), (self.really_later,)
        )
        self.not_now_notice.hide()
        foot = row(self.not_now, None, self.to_check, self.print, spacing=10)
        made.setLayout(
            col(
                label("Uw herstelblad", "h2"),
                label(f"{explain} {how}", wrap=True),
                self.grid,
                None,
                self.not_now_notice,
                foot,
                spacing=10,
            )
        )
        return made

    def begin(self) -> None:
        """Make the sheet and show its words."""
        self._sheet = self._keys.nieuw_herstelblad()
        self.grid.show_words(self._sheet.woorden)
        self._go(0, self.print)

    def forget(self) -> None:
        """Nothing of the sheet stays in the panel."""
        self._sheet = None
        self.grid.show_words(())
        self.field.clear()
        self.password.clear()

    @Slot()
    def print_sheet(self) -> None:
        """The sheet to a printer."""
        sheet = self._sheet
        if sheet is None:
            return

        def work(progress: Progress) -> bytes:
            return self._keys.herstelblad(sheet)

        def done(pdf: bytes) -> None:
            self.print.setEnabled(True)
            try:
                printed = print_paper(self._ask, self, pdf)
            except UserFacing as error:
                self._show(error)
                self.to_check.setFocus()
                return
            if printed:
                for made in (self.print, self.to_check):
                    set_primary(made, made is self.to_check)
                self.print.setText("Nog een keer afdrukken")
                self.to_check.setFocus()

        def failed(error: Exception) -> None:
            self.print.setEnabled(True)
            self._failed(error)

        self.notice.hide()
        self.print.setEnabled(False)
        self._tasks.run(work, done, failed, self)

    @Slot()
    def _ask_later(self) -> None:
        self.not_now_notice.show()
        self.really_later.setFocus()

    @Slot()
    def _leave(self) -> None:
        self.forget()
        self.later.emit()

    # -- typed back

    def _build_check(self) -> QWidget:
        made = QWidget()
        self.field = WordsField(
            12,
            "Typ de twaalf woorden over van het papier",
            "De eerste vier letters van elk woord zijn genoeg.",
            "De twaalf woorden van uw herstelblad",
        )
        self.password = edit(name="Uw wachtwoord", big=True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.returnPressed.connect(self.check)
        self._password_field = Field("Uw wachtwoord", self.password, hint="Nodig omdat u een ouder blad vervangt.")
        self.look_again = link("Woorden nog een keer zien", "arrow-left")
        self.look_again.clicked.connect(self._look_again)
        self.finish = primary("Nakijken", "check", big=True)
        self.finish.clicked.connect(self.check)
        self.field.complete.connect(self.check)
        explain = "Zo weet u zeker dat het blad werkt. Het programma opent uw account er echt mee."
        made.setLayout(
            col(
                label(explain, wrap=True),
                self.field,
                self._password_field,
                None,
                row(self.look_again, None, self.finish),
                spacing=10,
            )
        )
        self._password_field.setVisible(self._day is not None)
        return made

    @Slot()
    def _check_begins(self) -> None:
        self.not_now_notice.hide()
        self._go(1, self.field)

    @Slot()
    def _look_again(self) -> None:
        self.field.clear()
        self._go(0, self.print)

    @Slot()
    def check(self) -> None:
        """Whether the typed words really open the account; then the sheet counts."""
        sheet = self._sheet
        if sheet is None or not self.finish.isEnabled() or not self.field.check():
            return
        typed, password = self.field.text(), self.password.text()
        different = _difference(typed, sheet.woorden)
        if different:
            self.field.show_findings((Finding("woorden", different),))
            return
        if self._day is not None and not password:
            self.password.setFocus()
            return

        def work(progress: Progress) -> None:
            self._keys.controleer_herstelblad(sheet, typed, password)

        def done(_nothing: None) -> None:
            self._busy(False)
            self.forget()
            self._go(2, self.go_on)

        def failed(error: Exception) -> None:
            self._busy(False)
            self._failed(error)

        self.notice.hide()
        self._busy(True)
        self._tasks.run(work, done, failed, self)

    def _busy(self, busy: bool) -> None:
        self.finish.setEnabled(not busy)
        self.look_again.setEnabled(not busy)
        self.finish.setText("Even geduld…" if busy else "Nakijken")

    def _failed(self, error: Exception) -> None:
        if isinstance(error, InvoerOnjuist):
            self.field.show_findings(error.findings)
        else:
            self._show(error if isinstance(error, UserFacing) else UserFacing())
            if isinstance(error, WachtwoordOnjuist):
                self.password.selectAll()
                self.password.setFocus()
            elif not isinstance(error, UserFacing):
                raise error

    # -- done

    def _build_done(self) -> QWidget:
        made = QWidget()
        self.go_on = primary("Verder", "arrow-right", big=True)
        self.go_on.clicked.connect(self.checked)
        self._done_text = Label(
            "Uw account ging er echt mee open. Doe het blad in een envelop, plak die dicht en zet uw naam erop. "
            "Leg de envelop in de kluis van de school, niet bij de laptop.",
            wrap=True,
        )
        words = col(label("Gelukt: dit blad werkt", "h2"), self._done_text, spacing=4)
        head = row((Icon("circle-check", "ok", 24), TOP), (words, 1), spacing=12)
        old = label("Versnipper uw oude blad: het opent niets meer.", wrap=True)
        made.setLayout(col(head, old, None, row(None, self.go_on), spacing=12))
        old.setVisible(self._day is not None)
        return made

    # --

    def step(self) -> int:
        """Which step is shown: the words, typing them back, done."""
        return self._steps.currentIndex()

    def _go(self, step: int, first: QWidget) -> None:
        self.notice.hide()
        self._steps.setCurrentIndex(step)
        self.setFocusProxy(first)
        first.setFocus()

    def _show(self, error: UserFacing) -> None:
        self.notice.show_error(error)
        self.notice.show()

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self.forget()
        super().hideEvent(event)


class SheetPage(EntryFrame):
    """The panel as a whole page. `finished()`: the sheet counts, or the user chose later."""

    finished = Signal()

    def __init__(self, panel: SheetPanel, school: str, who: str) -> None:
        super().__init__(school, who)
        self.panel = panel
        self.panel.checked.connect(self.finished)
        self.panel.later.connect(self.finished)
        self.panel.setMinimumHeight(scaled(300))
        self.set_body(panel)
        self.setFocusProxy(panel)
        panel.begin()

    def forget(self) -> None:
        """Nothing of the sheet stays on the page."""
        self.panel.forget()


def _difference(typed: str, words: "tuple[str, ...]") -> str:
    """Which word differs from the sheet, or an empty text: both are in memory here, and it is the user's own sheet."""
    from svp_desktop.services.woorden import lijst

    read = lijst().lees(typed, len(words))
    wrong = [str(at) for at, (one, other) in enumerate(zip(read, words, strict=True), 1) if one != other]
    if not wrong:
        return ""
    if len(wrong) > 3:
        return "Dit zijn andere woorden. Hebt u het blad voor u dat u net hebt gemaakt?"
    which = f"Woord {wrong[0]} is" if len(wrong) == 1 else f"De woorden {' en '.join(wrong)} zijn"
    return f"{which} anders dan op het blad."
