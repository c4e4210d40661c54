"""One part of a text: a line at its top or end, or a block with its heading, its words and what is said about it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QTextEdit, QToolButton, QWidget

from svp_desktop.domain.papier import Blok, BlokSoort
from svp_desktop.domain.papier_controle import PapierBevinding
from svp_desktop.ui.tabs.papier.blok_soorten import UITLEG
from svp_desktop.ui.tabs.papier.blok_tekst import BlokEdit
from svp_desktop.ui.tabs.papier.blok_velden import STAND
from svp_desktop.ui.widgets.base import TOP, Icon, Item, Label, clear, col, row, rule
from svp_desktop.ui.widgets.buttons import tool
from svp_desktop.ui.widgets.fields import Area, edit

_WET = "De wet vraagt dit blok: het blijft staan."
_ZONDER_TEKST = {
    BlokSoort.MOMENT: "Hier komt de tabel met dag, tijd en plaats van het voorlezen.",
    BlokSoort.PAGINA: "Hier begint een nieuwe bladzijde.",
}


class Deel(QWidget):
    """`changed` after every change by the user; `entered(code, widget)` when the keyboard comes in a field of it;
    `move_wanted(code, step)` and `remove_wanted(code)` for a block."""

    changed = Signal()
    entered = Signal(str, object)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._remarks = col(spacing=4)

    def watch(self, *fields: QWidget) -> None:
        """Tell when the keyboard comes in one of these."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.code, watched)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._moves(event):
            return True
        return False

    def show_remarks(self, bevindingen: Sequence[PapierBevinding]) -> None:
        """What is said about this part, right under it."""
        clear(self._remarks)
        for finding in bevindingen:
            state = STAND[finding.ernst]
            words = Label(finding.zin, "danger" if finding.ernst.value == "blokkerend" else None, wrap=True)
            self._remarks.addLayout(row((Icon(state.icon, state.token, 16, state.meaning), TOP), (words, 1), spacing=7))

    def remarks(self) -> tuple[str, ...]:
        """The sentences that stand there."""
        found = self.findChildren(Label)
        return tuple(item.text() for item in found if item.wordWrap() and not item.property("uitleg"))

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, from top to bottom."""
        return [item for item in self.findChildren(QWidget) if item.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def focus_first(self) -> None:
        """Put the keyboard in it."""
        field = self.findChild(QTextEdit) or self.findChild(QLineEdit)
        if field is not None:
            field.setFocus()

    def _moves(self, event: QKeyEvent) -> bool:
        """Alt with an arrow asks for another place, and is done when this part can have one."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not event.modifiers() & Qt.KeyboardModifier.AltModifier or not isinstance(self, BlokDeel):
            return False
        self.move_wanted.emit(self.code, step)
        return True

    @Slot()
    def _touched(self) -> None:
        self.changed.emit()


class VastDeel(Deel):
    """A line of a text that is no block: subject, greeting, closing words."""

    def __init__(self, code: str, naam: str, tekst: str) -> None:
        super().__init__(code)
        several = "\n" in tekst or code in ("slot", "noot")
        self.line: QLineEdit | Area = Area(tekst, height=46, name=naam) if several else edit(tekst, name=naam)
        title = Label(naam, "label")
        title.setBuddy(self.line)
        self.setLayout(col(title, self.line, self._remarks, spacing=3))
        self.watch(self.line)
        self.line.textChanged.connect(self._touched)

    def tekst(self) -> str:
        """What stands there."""
        return self.line.text()


class BlokDeel(Deel):
    """A block; one that the law asks stands fast."""

    def __init__(self, blok: Blok, *, verplicht: bool) -> None:
        super().__init__(blok.code)
        self._blok = blok
        name = blok.titel or "Zonder titel"
        self.aan = QCheckBox("Staat erin")
        self.aan.setAccessibleName(f"{name}: staat erin")
        self.aan.setChecked(blok.aan)
        self.aan.setEnabled(not verplicht)
        self.titel: QLineEdit | None = edit(blok.titel, name=f"Kopje van {name}") if blok.kop else None
        self.tekst: BlokEdit | None = None
        head: list[Item] = [self.titel or Label(name, "lead"), self.aan]
        if self.titel is not None:
            head[0] = (self.titel, 1)
        else:
            head.insert(1, None)
        head += self._tools(name)
        body = col(rule(), 4, row(*head, spacing=10), spacing=4)
        if verplicht:
            body.addLayout(row((Icon("lock", "muted", 14), TOP), (self._explain(_WET), 1), spacing=6))
        if blok.soort in _ZONDER_TEKST:
            body.addWidget(self._explain(_ZONDER_TEKST[blok.soort]))
        else:
            self.tekst = BlokEdit(f"Tekst van {name}")
            self.tekst.set_alineas(blok.alineas)
            body.addWidget(self.tekst)
            if blok.soort in UITLEG:
                body.addWidget(self._explain(UITLEG[blok.soort]))
        body.addLayout(self._remarks)
        self.setLayout(body)
        self._connect()

    def _tools(self, name: str) -> list[Item]:
        """To another place, and away for a block of the school."""
        self.hoger = tool("chevron-up", f"{name}: omhoog (Alt+pijl)", small=True)
        self.lager = tool("chevron-down", f"{name}: omlaag (Alt+pijl)", small=True)
        self.hoger.clicked.connect(self._up)
        self.lager.clicked.connect(self._down)
        tools: list[QToolButton] = [self.hoger, self.lager]
        if self._blok.eigen:
            tools.append(tool("trash-2", f"{name}: dit eigen blok weghalen", small=True))
            tools[-1].clicked.connect(self._away)
        return [row(*tools, spacing=0)]

    @Slot()
    def _up(self) -> None:
        self.move_wanted.emit(self.code, -1)

    @Slot()
    def _down(self) -> None:
        self.move_wanted.emit(self.code, 1)

    @Slot()
    def _away(self) -> None:
        self.remove_wanted.emit(self.code)

    @staticmethod
    def _explain(words: str) -> Label:
        made = Label(words, "small", wrap=True)
        made.setProperty("uitleg", True)
        return made

    def _connect(self) -> None:
        self.aan.clicked.connect(self._touched)
        if self.titel is not None:
            self.titel.textEdited.connect(self._touched)
            self.watch(self.titel)
        if self.tekst is not None:
            self.tekst.changed.connect(self.changed)
            self.watch(self.tekst)

    def blok(self) -> Blok:
        """The block as it stands here."""
        return replace(
            self._blok,
            titel=self._blok.titel if self.titel is None else self.titel.text().strip(),
            aan=self.aan.isChecked(),
            alineas=self._blok.alineas if self.tekst is None else self.tekst.alineas(),
        )
