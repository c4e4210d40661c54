"""What the paper still asks: one question at a time under each other, with the reason, and an answer that fills it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from svp_desktop.domain.papier_vragen import Ontbrekend
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import clear, col, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.fields import Area, Field, edit

#: Questions that are answered with one short line (a day, a time, a place, a name); the others may have several
#: sentences.
_SHORT = (
    "roepnaam", "groep", "grens", "leerkracht", "leesdatum", "leestijd", "leesplaats", "hersteldatum", "telefoon",
    "groepsdatum", "terugkijkdatum", "actiedatum", "actie_wie", "aanwezig", "gesprek_dag", "gesprek_tijd",
    "gesprek_moment", "gesprek_plaats", "gesprek_leider", "ouder_tekent", "directeur", "directeur_naam", "bestuur",
    "brin", "kind_naam", "geboortedatum", "schooldagen", "schooldagen_woord", "eerste_dag", "laatste_dag",
    "periode", "eerste_dag_terug", "eerste_dag_terug_kort", "terug_moment", "terug_dag", "terug_tijd",
    "terug_weekdag", "besluit_dag", "gegeven_op", "belt", "bel_voor", "bezwaar_uiterlijk", "vertrouwenspersoon",
    "vertrouwenspersoon_telefoon", "gespreksleider", "gehouden_op",
)  # fmt: skip


class Antwoord(Area):
    """An answer of several lines. `done` on Ctrl+Enter: Enter itself begins a line."""

    done = Signal()

    def __init__(self, vraag: str) -> None:
        super().__init__(height=scaled(52), name=vraag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.done.emit()
        else:
            super().keyPressEvent(event)


class Vraag(QWidget):
    """One question. `answered(code, text)` fills the place, `place_wanted(code)` goes to where it stands, `typed` while
    the answer is not filled in yet."""

    typed = Signal()
    answered = Signal(str, str)
    place_wanted = Signal(str)

    def __init__(self, item: Ontbrekend) -> None:
        super().__init__()
        self.item = item
        short = item.code in _SHORT
        self.answer: QLineEdit | Antwoord = edit(name=item.vraag) if short else Antwoord(item.vraag)
        question = item.vraag[:1].upper() + item.vraag[1:]
        self.field = Field(question, self.answer, hint=item.reden, wrap=True)
        way = "Enter" if short else "Ctrl+Enter"
        self.fill: QPushButton = button("Invullen", "check", small=True, tip=f"Invullen ({way})")
        self.fill.clicked.connect(self._fill)
        self.answer.textChanged.connect(self.typed)
        if isinstance(self.answer, QLineEdit):
            self.answer.returnPressed.connect(self._fill)
        else:
            self.answer.done.connect(self._fill)
        where = link("Naar de plek", tight=True)
        where.clicked.connect(self._where)
        self.setLayout(col(self.field, row(self.fill, where, None, spacing=10), spacing=4))

    @Slot()
    def _fill(self) -> None:
        self.answered.emit(self.item.code, self.answer.text())

    @Slot()
    def _where(self) -> None:
        self.place_wanted.emit(self.item.code)


class VragenVelden(QWidget):
    """All questions; a typed answer that was not filled in yet is kept when the others change. `typed` for each change
    in such an answer."""

    typed = Signal()
    answered = Signal(str, str)
    place_wanted = Signal(str)

    def __init__(self, items: Sequence[Ontbrekend]) -> None:
        super().__init__()
        self._list = col(spacing=12)
        self.setLayout(self._list)
        self.lines: dict[str, Vraag] = {}
        self.show_items(items)

    def show_items(self, items: Sequence[Ontbrekend]) -> None:
        """These questions now."""
        if [item.code for item in items] == list(self.lines):
            return
        typed = self.half()
        clear(self._list)
        self.lines = {}
        for item in items:
            line = self.lines[item.code] = Vraag(item)
            line.answer.setText(typed.get(item.code, ""))
            line.typed.connect(self.typed)
            line.answered.connect(self.answered)
            line.place_wanted.connect(self.place_wanted)
            self._list.addWidget(line)

    def half(self) -> dict[str, str]:
        """The answers that were typed and not filled in yet, by the code of their question."""
        return {code: line.answer.text() for code, line in self.lines.items() if line.answer.text()}

    def set_half(self, texts: Mapping[str, str]) -> None:
        """Show answers that were half typed before, without telling."""
        self.blockSignals(True)
        for code, line in self.lines.items():
            line.answer.setText(texts.get(code, ""))
        self.blockSignals(False)

    def show_error(self, code: str, message: str) -> None:
        """The answer to this question does not fit."""
        if code in self.lines:
            self.lines[code].field.set_error(message)
            self.lines[code].answer.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard at the first question."""
        for line in self.lines.values():
            line.answer.setFocus()
            break
