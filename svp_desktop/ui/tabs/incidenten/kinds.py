"""The 13 kinds as chips, with the sub-choices of a chosen kind on a line below (demand 25).

Keyboard: Tab reaches the row once, arrow keys walk the chips, a letter goes to the next word that starts
with it, space ticks.
"""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from svp_desktop.domain.incident import SUBSOORTEN, Soort, SoortKeuze, SubSoort
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Rove(QObject):
    """One tab stop for a row of buttons: the arrow keys move it from one to the next."""

    def __init__(self, buttons: Sequence[QAbstractButton], parent: QObject) -> None:
        super().__init__(parent)
        self._buttons = list(buttons)
        for number, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == 0 else Qt.FocusPolicy.ClickFocus)
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for button in self._buttons:
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is watched else Qt.FocusPolicy.ClickFocus)
        elif event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(cast(QKeyEvent, event).key()))
            here = self._buttons.index(cast(QAbstractButton, watched))
            if step is not None:
                self._buttons[(here + step) % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            return self._to_letter(here, cast(QKeyEvent, event))
        return False

    def _to_letter(self, here: int, event: QKeyEvent) -> bool:
        """A letter goes to the next button whose word starts with it."""
        letter = event.text().casefold()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if not (plain and letter.isalpha()):
            return False
        for button in (*self._buttons[here + 1 :], *self._buttons[:here]):
            if button.accessibleName().casefold().startswith(letter) or button.text().casefold().startswith(letter):
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False


class _SubLine(QWidget):
    """The sub-choices of one kind: several may be chosen."""

    edited = Signal()

    def __init__(self, soort: Soort, word: str, name: Callable[[SubSoort], str], chosen: Sequence[SubSoort]) -> None:
        super().__init__()
        self.soort = soort
        self._parts: dict[SubSoort, QPushButton] = {}
        options = SUBSOORTEN[soort]
        parts = row(spacing=0)
        for number, sub in enumerate(options):
            part = QPushButton(name(sub).replace("&", "&&"))
            part.setProperty("seg", "l" if number == 0 else "r" if number == len(options) - 1 else "m")
            part.setProperty("small", True)
            part.setCheckable(True)
            part.setChecked(sub in chosen)
            part.setAutoDefault(False)
            part.setAccessibleName(f"{word}: {name(sub)}")
            part.toggled.connect(self.edited)
            self._parts[sub] = part
            parts.addWidget(part)
        self._rove = Rove(list(self._parts.values()), self)
        self.setLayout(row(Icon("corner-down-right"), Label(f"{word} was"), parts, None))

    def parts(self) -> list[QPushButton]:
        """The buttons, in order."""
        return list(self._parts.values())

    def chosen(self) -> tuple[SubSoort, ...]:
        """The ticked sub-choices, in the plan's order."""
        return tuple(sub for sub, part in self._parts.items() if part.isChecked())


class KindChips(QWidget):
    """The kinds of an incident. `edited` after every change by the user."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word: Callable[[Soort], str] = label
        self._sub_word: Callable[[SubSoort], str] = label
        self._chips = {soort: Chip(label(soort), check=True) for soort in Soort}
        self._subs: dict[Soort, _SubLine] = {}
        flow = FlowLayout(gap=6)
        for chip in self._chips.values():
            flow.addWidget(chip)
            chip.toggled.connect(self._changed)
        self._rove = Rove(list(self._chips.values()), self)
        self._lines = col(spacing=6)
        chips = holder(flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        chips.setSizePolicy(policy)
        self.setLayout(col(chips, self._lines, spacing=8))
        self.setAccessibleName("Soort voorval")
        self._loading = False

    def set_words(self, word: Callable[[Soort], str], sub_word: Callable[[SubSoort], str]) -> None:
        """The school's own words for the kinds and their sub-choices."""
        self._word, self._sub_word = word, sub_word
        chosen = {choice.soort: choice.sub for choice in self.choices()}
        self._subs = {}
        self._rebuild(chosen)
        for soort, chip in self._chips.items():
            chip.set_text(word(soort))

    def choices(self) -> tuple[SoortKeuze, ...]:
        """The ticked kinds with their sub-choices, in the plan's order."""
        return tuple(
            SoortKeuze(soort, self._subs[soort].chosen() if soort in self._subs else ())
            for soort, chip in self._chips.items()
            if chip.isChecked()
        )

    def load(self, choices: Sequence[SoortKeuze]) -> None:
        """Show other choices."""
        self._loading = True
        chosen = {choice.soort: choice.sub for choice in choices}
        for soort, chip in self._chips.items():
            chip.setChecked(soort in chosen)
        self._loading = False
        self._rebuild(chosen)

    def chips(self) -> dict[Soort, Chip]:
        """The buttons, by kind."""
        return dict(self._chips)

    def focus_first(self) -> None:
        """Put the keyboard on the tab stop of the row."""
        stop = next(chip for chip in self._chips.values() if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus)
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _changed(self) -> None:
        if not self._loading:
            self._rebuild({choice.soort: choice.sub for choice in self.choices()})
            self.edited.emit()

    def _rebuild(self, chosen: dict[Soort, tuple[SubSoort, ...]]) -> None:
        wanted = {soort for soort in chosen if soort in SUBSOORTEN}
        if wanted == set(self._subs) and all(self._subs[soort].chosen() == chosen[soort] for soort in wanted):
            return
        clear(self._lines)
        self._subs = {}
        for soort in SUBSOORTEN:
            if soort in wanted:
                line = _SubLine(soort, self._word(soort), self._sub_word, chosen[soort])
                line.edited.connect(self.edited)
                self._subs[soort] = line
                self._lines.addWidget(line)
                # a layout shows what it gets only at the next turn: until then Tab would pass it by
                line.show()
        self._order_tabs()
        self.updateGeometry()

    def _order_tabs(self) -> None:
        """The sub-choices come right after the chips: what is made later would come at the end of the window."""
        before: QWidget = list(self._chips.values())[-1]
        for line in self._subs.values():
            for part in line.parts():
                QWidget.setTabOrder(before, part)
                before = part

    def minimumSizeHint(self) -> QSize:
        # the layout's own guess is the height at its narrowest; heightForWidth gives the real one
        return QSize(scaled(200), scaled(30))
