"""The list of *Wie deed wat*: columns, model over sequence numbers, and a view whose last column leads somewhere."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent

from svp_desktop.domain.spoor import SpoorRegel
from svp_desktop.ui.tabs.spoor.woorden import hele_regel, wanneer
from svp_desktop.ui.theme import LOOK, scaled
from svp_desktop.ui.widgets.table import ROW, CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

WANNEER, WIE, WAT, WAAROVER = range(4)
_KINDS = (CellKind.TEXT, CellKind.TEXT, CellKind.STRONG, CellKind.LINK)
_Index = QModelIndex | QPersistentModelIndex


class SpoorModel(WindowedModel[SpoorRegel]):
    """Lines by window, newest first; the tooltip says the whole line."""

    def __init__(self, fetch: Callable[[Sequence[int]], Sequence[SpoorRegel]]) -> None:
        columns = (
            Column("Wanneer", lambda regel: wanneer(regel.op)),
            Column("Wie", lambda regel: regel.door),
            Column("Wat", lambda regel: regel.zin),
            Column("Waarover", lambda regel: regel.over.titel),
        )
        super().__init__(columns, fetch)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            regel = self.row_at(index.row())
            return "" if regel is None else hele_regel(regel)
        return super().data(index, role)


class SpoorTable(Table):
    """The list. `Table.opened(position)` for Enter, a double click, and a click on what the line is about."""

    shown_row = Signal(int)

    def __init__(self, model: SpoorModel) -> None:
        self._scale = LOOK.scale
        super().__init__(model, _KINDS, {WAAROVER: _leads_on}, name="Wie deed wat")
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Widths and heights from the font in force: the whole moment is always in view."""
        self._scale = LOOK.scale
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.horizontalHeader().setFixedHeight(scaled(32))
        self.set_widths(("wo 24-11-2026  10.31", 210, 270))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and LOOK.scale != self._scale:
            self.fit_columns()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        leads = self._leads(self.indexAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    @staticmethod
    def _leads(index: QModelIndex) -> bool:
        regel = index.data(Qt.ItemDataRole.UserRole) if index.column() == WAAROVER else None
        return regel is not None and _leads_on(regel)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if self._leads(index):
            self.opened.emit(index.row())

    @Slot(QModelIndex, QModelIndex)
    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.shown_row.emit(now.row())


def _leads_on(regel: SpoorRegel) -> bool:
    return bool(regel.over.pagina)
