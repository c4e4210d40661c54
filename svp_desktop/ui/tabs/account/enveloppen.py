"""Three envelopes for the private dossier: each printed, each typed back, and only then do they count."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.toegang import Enveloppen
from svp_desktop.ui.context import Context
from svp_desktop.ui.entry.words import WordsField
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, card, col, label, row, scroll
from svp_desktop.ui.widgets.buttons import button, primary, set_primary
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import TitleRow, crumb

_BEGRIJP = (
    "Ik begrijp het: zijn mijn wachtwoord en mijn herstelblad weg, en zijn er geen twee enveloppen meer, dan is mijn "
    "vertrouwelijke dossier voorgoed weg. Niemand kan het terughalen."
)
_TYP = "Typ de twaalf woorden over vanaf het papier"
_TYP_HULP = "De eerste vier letters van elk woord zijn genoeg."
_AANTAL = 3


class EnveloppenPage(QWidget):
    """`finished()`: they count. `back()`: not made; the earlier ones, if any, still work."""

    back = Signal()
    finished = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: Enveloppen | None = None
        self._nummer = 0
        self._typed: list[str] = []
        self.crumb = crumb("Mijn account")
        self.verder = primary("Verder", "arrow-right")
        self.druk = button("Afdrukken", "printer")
        self.nog_eens = button("Woorden nog een keer zien", "arrow-left")
        self._title = TitleRow("Enveloppen", "", self.nog_eens, self.druk, self.verder)
        self.notice = Notice(State.BLOK, "")
        self.begrijp = QCheckBox()
        self.blad = PaperPane(context, secret=True)
        self.veld = WordsField(12, _TYP, _TYP_HULP, "De twaalf woorden van de envelop")
        self._steps = QStackedWidget()
        for page in (self._explain(), self._paper(), self._typing(), self._done()):
            self._steps.addWidget(page)
        self.setLayout(
            col(row(self.crumb, None), self._title, self.notice, (self._steps, 1), margins=(16, 6, 16, 12), spacing=6)
        )
        self._connect()

    def _connect(self) -> None:
        self.crumb.clicked.connect(self._leave)
        self.verder.clicked.connect(self.go_on)
        self.veld.complete.connect(self.verder.click)
        self.druk.clicked.connect(self.blad.print_now)
        self.blad.printed.connect(self._printed)
        self.nog_eens.clicked.connect(self._show_paper)
        self.begrijp.toggled.connect(self.verder.setEnabled)

    # -- the four pages

    def _explain(self) -> QWidget:
        self.begrijp.setFixedWidth(18)
        self.begrijp.setAccessibleName(_BEGRIJP)
        words = label(_BEGRIJP, wrap=True)
        words.setBuddy(self.begrijp)
        box = card(
            check_line(State.INFO, "Drie enveloppen, elk met twaalf woorden", "U drukt ze na elkaar af."),
            check_line(
                State.INFO,
                "Met twee van de drie gaat het dossier open",
                "Met één envelop niet. Alleen een vertrouwenspersoon met een account kan ze gebruiken, en dat is voor "
                "anderen te zien.",
            ),
            check_line(
                State.LET_OP,
                "Geef ze aan drie verschillende mensen",
                "Bijvoorbeeld de bestuurder, een notaris en een collega van een andere school. Nooit twee bij elkaar, "
                "en niet bij de laptop.",
            ),
            4,
            row((self.begrijp, TOP), (words, 1), spacing=10),
            spacing=12,
        )
        box.setMaximumWidth(scaled(720))
        return scroll(col(row((box, 1), None), None))

    def _paper(self) -> QWidget:
        return card((self.blad, 1), margins=(8, 8, 8, 8))

    def _typing(self) -> QWidget:
        explain = "Zo weet u zeker dat het papier klopt. Doe de envelop daarna dicht."
        box = card(label(explain, "muted", wrap=True), self.veld, spacing=10)
        box.setMaximumWidth(scaled(720))
        return scroll(col(row((box, 1), None), None))

    def _done(self) -> QWidget:
        words = col(
            label("Gelukt: elke twee enveloppen openen uw dossier", "h2", wrap=True),
            label(
                "Het programma heeft het echt geprobeerd. Plak de enveloppen dicht, zet erop wat het is en van wie, en "
                "breng ze weg. Had u eerder enveloppen? Die openen niets meer: versnipper ze.",
                wrap=True,
            ),
            spacing=6,
        )
        box = card(row((Icon("circle-check", "ok", 24), TOP), (words, 1), spacing=12))
        box.setMaximumWidth(scaled(720))
        return scroll(col(row((box, 1), None), None))

    # -- from step to step

    def begin(self) -> None:
        """From the start; nothing is made before the user said to understand it."""
        self.forget()
        self.begrijp.setChecked(False)
        self._show(0, "Wat u gaat doen", "Enveloppen maken", can=False)
        self.setFocusProxy(self.begrijp)

    def step(self) -> int:
        """0: what it is; 1: the paper; 2: typing back; 3: done."""
        return self._steps.currentIndex()

    def nummer(self) -> int:
        """The envelope that is shown, 1 to 3; 0 before."""
        return self._nummer

    def forget(self) -> None:
        """Keep nothing of the words."""
        self._made, self._nummer = None, 0
        self._typed = []
        self.blad.forget()
        self.veld.clear()
        self.notice.hide()

    @Slot()
    def go_on(self) -> None:
        """The next step, when this one is right."""
        actions: tuple[Callable[[], None], ...] = (self._make, self._type, self._check, self.finished.emit)
        if self.verder.isEnabled():
            self.notice.hide()
            actions[self.step()]()

    def _make(self) -> None:
        try:
            self._made = self._context.werkplek.sleutels.nieuwe_enveloppen()
        except UserFacing as error:
            self._say(error)
            return
        self._nummer = 1
        self._show_paper()

    @Slot()
    def _show_paper(self) -> None:
        if self._made is None:
            return
        try:
            self.blad.show_paper(self._context.werkplek.sleutels.envelop(self._made, self._nummer))
        except UserFacing as error:
            self._say(error)
            return
        self._show(1, f"Envelop {self._nummer} van {_AANTAL}", "Verder: woorden overtypen")
        set_primary(self.druk, True)
        set_primary(self.verder, False)
        self.druk.setFocus()

    @Slot()
    def _printed(self) -> None:
        set_primary(self.druk, False)
        set_primary(self.verder, True)
        self.verder.setFocus()

    def _type(self) -> None:
        self.blad.forget()
        self.veld.clear()
        last = self._nummer == _AANTAL
        words = "Nakijken" if last else f"Verder naar envelop {self._nummer + 1}"
        self._show(2, f"Envelop {self._nummer} van {_AANTAL}", words)
        self.veld.setFocus()

    def _check(self) -> None:
        """Whether these are the words of this envelope; after the third one all are really tried."""
        from svp_desktop.services.woorden import lijst

        if self._made is None or not self.veld.check():
            return
        typed = self.veld.text()
        if lijst().lees(typed, 12) != self._made.woorden[self._nummer - 1]:
            text = f"Dit zijn niet de woorden van envelop {self._nummer}. Leg het blad ernaast en kijk ze na."
            self.veld.show_findings((Finding("woorden", text),))
            return
        self._typed = [*self._typed[: self._nummer - 1], typed]
        if self._nummer < _AANTAL:
            self._nummer += 1
            self._show_paper()
        else:
            self._try_all(self._made, (self._typed[0], self._typed[1], self._typed[2]))

    def _try_all(self, made: Enveloppen, typed: tuple[str, str, str]) -> None:
        keys = self._context.werkplek.sleutels

        def work(_progress: Progress) -> None:
            keys.controleer_enveloppen(made, typed)

        def done(_nothing: None) -> None:
            self.forget()
            self._show(3, "Klaar", "Klaar")
            self.verder.setFocus()

        def failed(error: Exception) -> None:
            self.verder.setEnabled(True)
            self._say(error if isinstance(error, UserFacing) else UserFacing())
            if not isinstance(error, UserFacing):
                raise error

        self.verder.setEnabled(False)
        self._context.tasks.run(work, done, failed, self)

    def _show(self, step: int, sub: str, words: str, *, can: bool = True) -> None:
        self._steps.setCurrentIndex(step)
        self._title.set_title("Enveloppen", sub)
        self.verder.setText(words)
        self.verder.setAccessibleName(words)
        self.verder.setEnabled(can)
        set_primary(self.verder, True)
        set_primary(self.druk, False)
        self.druk.setVisible(step == 1)
        self.nog_eens.setVisible(step == 2)

    def _say(self, error: UserFacing) -> None:
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _leave(self) -> None:
        self.forget()
        self.back.emit()
