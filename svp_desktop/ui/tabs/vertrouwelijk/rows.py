"""The list of dossiers as a table: number, whom it is about, and when something was last written."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import DossierRegel
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.table import CellKind

_Index = QModelIndex | QPersistentModelIndex
KINDS = (CellKind.STRONG, CellKind.TEXT, CellKind.MUTED, CellKind.MUTED, CellKind.MUTED)


class DossierRows(QAbstractTableModel):
    """A person has a handful of dossiers, a school some dozens: they are simply all there."""

    def __init__(self, over_wie: str, groep: str) -> None:
        super().__init__()
        self._heads = ("Dossier", over_wie, groep, "Geopend", "Laatste aantekening")
        self.rows: Sequence[DossierRegel] = ()

    def show(self, rows: Sequence[DossierRegel]) -> None:
        """Show these dossiers."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self.rows[index.row()]
        return (row.nummer, row.naam, row.groep, datums.lijst(row.geopend_op), _latest(row))[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT_MIDDLE
        return None


def _latest(row: DossierRegel) -> str:
    if row.gesloten_op is not None:
        return f"gesloten op {datums.lijst(row.gesloten_op)}"
    if row.laatste is None:
        return "nog geen"
    return f"{datums.lijst(row.laatste)}, {row.aantal} in totaal"
