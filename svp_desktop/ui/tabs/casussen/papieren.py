"""The menu *Papieren* of a part of a casus: what can be made there, each with what it is for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from svp_desktop.domain.papier_soorten import PapierBron, papieren_van


class PapierenMenu(QMenu):
    """`wanted` carries the code of the chosen paper."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setToolTipsVisible(True)
        self.triggered.connect(self._chosen)

    def show_papers(self, bron: PapierBron, *, groep: bool = False) -> None:
        """The papers that can be begun here, in their order."""
        self.clear()
        for spec in papieren_van(bron, groep=groep):
            action = self.addAction(spec.titel)
            action.setData(spec.soort.value)
            action.setToolTip(spec.waarvoor)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.wanted.emit(action.data())
