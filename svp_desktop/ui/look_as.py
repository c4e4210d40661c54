"""The menu in the band of the voorbeeldschool: look at it as one of the three roles."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from svp_desktop.domain.labels import label as word
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import ACCOUNT_ROLLEN


class LookAsMenu(QMenu):
    """`chosen(role)`: the value of the role to come in as; the own one is ticked and cannot be chosen."""

    chosen = Signal(str)

    def __init__(self, own: Rol, parent: QWidget) -> None:
        super().__init__(parent)
        for role in ACCOUNT_ROLLEN:
            action = self.addAction(word(role))
            action.setData(role.value)
            action.setCheckable(True)
            action.setChecked(role is own)
            action.setEnabled(role is not own)
        self.triggered.connect(self._chosen)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
