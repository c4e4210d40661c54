"""Filters with a menu behind a chip: several ticks, or one of a few."""

from collections.abc import Callable, Collection, Hashable, Sequence
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from svp_desktop.ui.widgets.buttons import Chip

E = TypeVar("E", bound=Enum)


class StayingMenu(QMenu):
    """A menu of ticks that stays open while several are ticked; Space ticks, Enter and Escape close."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable() and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


class Picks(QObject, Generic[E]):
    """A chip with a menu of ticks over an enum; its word says what was chosen."""

    changed = Signal()

    def __init__(self, word: str, options: Sequence[E], text: Callable[[E], str]) -> None:
        super().__init__()
        self._word, self._text = word, text
        self.chip = Chip(word)
        self.setParent(self.chip)
        menu = StayingMenu()
        self._actions: dict[E, QAction] = {}
        for option in options:
            action = menu.addAction(text(option).replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(self._picked)
            self._actions[option] = action
        menu.addSeparator()
        self._all = menu.addAction("Alle")
        self._all.triggered.connect(self._clear)
        self.chip.set_menu(menu)
        self.chip.toggled.connect(self._keep)

    def chosen(self) -> frozenset[E]:
        """The ticked ones; none means all."""
        return frozenset(option for option, action in self._actions.items() if action.isChecked())

    def offer(self, options: Collection[E]) -> None:
        """Show only these in the menu."""
        for option, action in self._actions.items():
            action.setVisible(option in options)

    def pick(self, option: E) -> None:
        """Tick one, as the menu does."""
        self._actions[option].trigger()

    def set_chosen(self, chosen: Collection[E]) -> None:
        """Tick just these, without telling."""
        for option, action in self._actions.items():
            action.setChecked(option in chosen)
        self._say()

    def clear(self) -> None:
        """Untick all, without telling."""
        self.set_chosen(())

    @Slot()
    def _clear(self) -> None:
        self.clear()
        self.changed.emit()

    @Slot()
    def _picked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = [option for option in self._actions if option in self.chosen()]
        names = ", ".join(self._text(option) for option in chosen[:2])
        more = f" +{len(chosen) - 2}" if len(chosen) > 2 else ""
        self.chip.set_text(f"{self._word}: {names}{more}" if chosen else self._word)
        self.chip.setChecked(bool(chosen))

    @Slot()
    def _keep(self) -> None:
        self.chip.setChecked(bool(self.chosen()))


class OneOf(QObject):
    """A chip with a menu of which one is chosen; the first is no filter at all. `changed()` only for the user."""

    changed = Signal()

    def __init__(self, word: str, options: Sequence[tuple[Hashable, str]]) -> None:
        super().__init__()
        self._word = word
        self.chip = Chip(word)
        self.setParent(self.chip)
        self._menu = QMenu()
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._picked)
        self.chip.set_menu(self._menu)
        self.chip.toggled.connect(self._keep)
        self.set_options(options, options[0][0])

    def set_options(self, options: Sequence[tuple[Hashable, str]], value: Hashable) -> None:
        """Offer these and choose one, without telling; one that is not there any more becomes the first."""
        self._menu.clear()
        for old in self._group.actions():
            self._group.removeAction(old)
        for option, text in options:
            action = self._menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(option)
            action.setProperty("plain", text)
            self._group.addAction(action)
        self.choose(value if any(option == value for option, _ in options) else options[0][0])

    def value(self) -> Hashable:
        """The chosen one."""
        chosen: Hashable = self._group.checkedAction().data()
        return chosen

    def choose(self, value: Hashable) -> None:
        """Choose without telling."""
        for action in self._group.actions():
            if action.data() == value:
                action.setChecked(True)
        self._say()

    def pick(self, value: Hashable) -> None:
        """Choose as the menu does."""
        next(action for action in self._group.actions() if action.data() == value).trigger()

    @Slot()
    def _picked(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        first = self._group.actions()[0].isChecked()
        text = self._group.checkedAction().property("plain")
        self.chip.set_text(self._word if first else f"{self._word}: {text}")
        self.chip.setChecked(not first)

    @Slot()
    def _keep(self) -> None:
        self.chip.setChecked(not self._group.actions()[0].isChecked())
