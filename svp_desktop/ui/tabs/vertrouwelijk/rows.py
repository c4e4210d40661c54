"""The list of dossiers as a table: number, whom it is about, who came, what is still to be done, and the last note."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import DossierRegel
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwelijk import Zaak
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.table import CellKind

_Index = QModelIndex | QPersistentModelIndex
_HEADS = ("Dossier", "Over wie of wat", "Groep of functie", "Wie kwam", "Nog te doen", "Laatste aantekening")
KINDS = (CellKind.STRONG, CellKind.TEXT, CellKind.MUTED, CellKind.TEXT, CellKind.STATE, CellKind.MUTED)
#: The column with what is still to be done.
TE_DOEN = 4
WIDTHS = ("2026-0000", 250, 140, "Andere medewerker", "xxx ouders inlichten, het kind vragen", 200)


class ZaakRegel(NamedTuple):
    """A line of the list with its matter."""

    regel: DossierRegel
    zaak: Zaak

    @property
    def wie_kwam(self) -> str:
        """Who came; nothing for a dossier of before that was asked."""
        return word(self.zaak.inhoud.klager) if self.zaak.inhoud else ""

    @property
    def te_doen(self) -> str:
        """What is still to be done, in a few words."""
        return ", ".join(word(one) for one in self.zaak.punten()) or "niets"


def state(row: ZaakRegel) -> tuple[str, str]:
    """The icon before what is still to be done, and its colour."""
    return ("triangle-alert", "warn") if row.zaak.punten() else ("minus", "muted")


class DossierRows(QAbstractTableModel):
    """A person has a handful of dossiers, a school some dozens: they are simply all there."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ZaakRegel] = ()

    def show(self, rows: Sequence[DossierRegel], zaken: Mapping[int, Zaak]) -> None:
        """Show these dossiers with their matters."""
        self.beginResetModel()
        self.rows = [ZaakRegel(one, zaken[one.id]) for one in rows]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        one = row.regel
        cells = (one.nummer, one.naam, one.groep, row.wie_kwam, row.te_doen, _latest(one))
        return cells[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT_MIDDLE
        return None


def _latest(row: DossierRegel) -> str:
    if row.gesloten_op is not None:
        return f"gesloten op {datums.lijst(row.gesloten_op)}"
    if row.laatste is None:
        return f"nog geen, geopend op {datums.lijst(row.geopend_op)}"
    return f"{datums.lijst(row.laatste)}, {row.aantal} in totaal"
