"""The sentences of the law: shut until somebody asks to change one, and then with a warning and a reason."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.briefteksten import WetszinRegel
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.ui.tabs.papier.teksten.versies import versie_woorden
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State

_UITLEG = (
    "Deze zinnen staan in brieven omdat de wet erom vraagt. Een brief neemt ze over. Laat uw bestuur ze nakijken. "
    "Een zin verandert alleen met een reden, en geldt voor nieuwe papieren."
)
_LET_OP = "Een besluit zonder de juiste zin houdt geen stand. Vraag uw bestuur of een jurist, vóór u iets verandert."
_KOPPEN = {
    "bezwaar_openbaar": "bezwaar op een openbare school",
    "bezwaar_bijzonder": "bezwaar op een bijzondere school",
}


def kop_van(code: str) -> str:
    """What a sentence of the law says, as a heading."""
    field = INVULVELDEN.get(f"wet_{code}")
    words = _KOPPEN.get(code) or (field.vraag if field else code)
    return f"{words[:1].upper()}{words[1:]}"


class ZinKaart(QWidget):
    """One sentence. `save_wanted(code, words, reason)`, `checked_wanted(code)`, `standard_wanted(code)`,
    `version_wanted(code, number)`, `typed(code)` while it is being changed, `opened(card)`, `closed(code)`."""

    save_wanted = Signal(str, str, str)
    checked_wanted = Signal(str)
    standard_wanted = Signal(str)
    version_wanted = Signal(str, int)
    typed = Signal(str)
    closed = Signal(str)
    opened = Signal(object)

    def __init__(self, regel: WetszinRegel) -> None:
        super().__init__()
        self.code = regel.zin.code
        self._menu = QMenu()
        self._words = Label("", wrap=True)
        self._source, self._checked = Label("", "small", wrap=True), Label("", "small")
        self.wijzig = link("Wijzigen…", "lock")
        self.nagekeken = link("Vandaag nagekeken", "check")
        self.standaard = link("Terug naar standaard", "undo-2")
        self.versies = button("Versies", menu=self._menu)
        self.tekst, self.reden = Area(height=70, name="De zin"), Area(height=46, name="Waarom")
        self.velden = {
            "tekst": Field("De zin", self.tekst),
            "reden": Field("Waarom verandert u deze zin?", self.reden, hint="Dit blijft bij deze versie staan."),
        }
        self.bewaar, self.sluit = primary("Zin opslaan", "check", tip="Zin opslaan (Ctrl+S)"), button("Annuleren")
        self.open = holder(
            col(
                Notice(State.LET_OP, "Dit is een zin van de wet.", _LET_OP, compact=True),
                *self.velden.values(),
                row(self.bewaar, self.sluit, None),
            )
        )
        self.open.hide()
        head = row((Icon("scale", "muted", 16), TOP), (Label(kop_van(self.code), "lead"), 1), self.versies)
        tools = row(self._checked, None, self.nagekeken, self.standaard, self.wijzig, spacing=12)
        self.setLayout(col(card(head, self._words, self._source, tools, self.open)))
        self._connect()
        self.show_line(regel)

    def _connect(self) -> None:
        self.wijzig.clicked.connect(self._open)
        self.sluit.clicked.connect(self.shut)
        self.bewaar.clicked.connect(self._save)
        keys = QShortcut(QKeySequence.StandardKey.Save, self.open)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._save)
        self.nagekeken.clicked.connect(self._checked_today)
        self.standaard.clicked.connect(self._standard)
        self._menu.triggered.connect(self._version)
        for field in (self.tekst, self.reden):
            field.textChanged.connect(self._typed)

    def show_line(self, regel: WetszinRegel) -> None:
        """The sentence in force; what is being typed stays."""
        self._regel = regel
        self._words.setText(regel.zin.tekst)
        self._source.setText(f"Bron: {regel.zin.bron}")
        self._checked.setText(f"Nagekeken op {_dag(regel.nagekeken_op)}")
        if not regel.eigen:
            self._keep_keyboard(self.standaard)
        self.standaard.setVisible(regel.eigen)
        self._menu.clear()
        for item in regel.versies:
            self._menu.addAction(versie_woorden(item)).setData(item.nummer)
        self.versies.setVisible(bool(regel.versies))

    def open_with(self, tekst: str, reden: str = "") -> None:
        """Open to change, with these words."""
        for area, words in ((self.tekst, tekst), (self.reden, reden)):
            area.blockSignals(True)
            area.setText(words)
            area.blockSignals(False)
        self.open.show()
        self.wijzig.hide()
        self.tekst.setFocus()
        self.opened.emit(self)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Each sentence under its field."""
        show_findings(self.velden, findings)

    @Slot()
    def shut(self) -> None:
        """Closed again; what was typed goes."""
        self.wijzig.show()
        self._keep_keyboard(self.open)
        self.open.hide()
        for field in self.velden.values():
            field.show_finding(None)
        self.closed.emit(self.code)

    def _keep_keyboard(self, part: QWidget) -> None:
        """Before a part goes away: else the keyboard lands at the next sentence, where a space says it was checked."""
        focus = self.window().focusWidget()
        if focus is not None and (part is focus or part.isAncestorOf(focus)):
            self.wijzig.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open(self) -> None:
        self.open_with(self._regel.zin.tekst)

    @Slot()
    def _save(self) -> None:
        self.save_wanted.emit(self.code, self.tekst.text(), self.reden.text())

    @Slot()
    def _checked_today(self) -> None:
        self.checked_wanted.emit(self.code)

    @Slot()
    def _standard(self) -> None:
        self.standard_wanted.emit(self.code)

    @Slot(QAction)
    def _version(self, action: QAction) -> None:
        self.version_wanted.emit(self.code, int(action.data()))

    @Slot()
    def _typed(self) -> None:
        self.typed.emit(self.code)


class WetPagina(QWidget):
    """Every sentence of the law under each other."""

    def __init__(self, connect: Callable[[ZinKaart], None]) -> None:
        super().__init__()
        self._connect = connect
        self.kaarten: dict[str, ZinKaart] = {}
        self._list = col(spacing=10)
        note = Notice(State.INFO, "Zinnen van de wet", _UITLEG, compact=True)
        self.area = scroll(holder(col(self._list, None, margins=(0, 0, 8, 0))))
        self.setLayout(col(note, (self.area, 1), spacing=10))

    def show_lines(self, regels: Sequence[WetszinRegel]) -> None:
        """These sentences; a card that is open stays open."""
        if [regel.zin.code for regel in regels] != list(self.kaarten):
            clear(self._list)
            self.kaarten = {}
            for regel in regels:
                made = self.kaarten[regel.zin.code] = ZinKaart(regel)
                self._connect(made)
                made.opened.connect(self._reveal)
                self._list.addWidget(made)
        for regel in regels:
            self.kaarten[regel.zin.code].show_line(regel)

    @Slot(object)
    def _reveal(self, card: ZinKaart) -> None:
        """Bring a card that was opened into view, once the layout gave it its height."""
        QTimer.singleShot(0, self, partial(self.area.ensureWidgetVisible, card))


def _dag(day: date) -> str:
    return f"{datums.dag_maand(day)} {day.year}"
