"""The menu *Meer*: the pages without a tab, another user, and how the program looks."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from svp_desktop.ui.context import TabSpec
from svp_desktop.ui.theme import set_icon
from svp_desktop.ui.theme.apply import Choice, Theme

#: Locks: the unlock page shows everyone.
SWITCH = "Wisselen van gebruiker"
_LOOKS = ((Choice.SYSTEEM, "Zoals de computer"), (Choice.LICHT, "Licht"), (Choice.DONKER, "Donker"))
_SIZES = (("Groter", "Ctrl++", 1), ("Kleiner", "Ctrl+-", -1), ("Gewone grootte", "Ctrl+0", 0))


class MoreMenu(QMenu):
    """What stands behind *Meer* in the top of the window."""

    page_chosen = Signal(str)
    switch_chosen = Signal()

    def __init__(self, specs: Iterable[TabSpec], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        for spec in specs:
            if not spec.tab and not spec.under:
                self._add_page(spec)
        self.addSeparator()
        switch = self.addAction(SWITCH)
        set_icon(switch, "user", "text")
        switch.triggered.connect(self.switch_chosen)
        self.looks = self._add_looks()

    def _add_page(self, spec: TabSpec) -> None:
        action = self.addAction(spec.title)
        set_icon(action, spec.icon, "text")
        action.setData(spec.code)
        action.triggered.connect(self._choose_page)

    def _add_looks(self) -> QMenu:
        looks = self.addMenu("Weergave")
        for choice, text in _LOOKS:
            action = looks.addAction(text)
            action.setCheckable(True)
            action.setData(choice.value)
        looks.addSeparator()
        for text, key, step in _SIZES:
            looks.addAction(f"{text}\t{key}").setData(step)
        looks.aboutToShow.connect(self._mark_look)
        looks.triggered.connect(self._choose_look)
        return looks

    @Slot()
    def _choose_page(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.page_chosen.emit(str(sender.data()))

    @Slot()
    def _mark_look(self) -> None:
        for action in self.looks.actions():
            if action.isCheckable():
                action.setChecked(action.data() == self._theme.choice.value)

    @Slot(QAction)
    def _choose_look(self, action: QAction) -> None:
        if action.isCheckable():
            self._theme.choose(Choice(action.data()))
        else:
            self._theme.zoom(int(action.data()))
