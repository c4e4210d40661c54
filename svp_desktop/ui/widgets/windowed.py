"""Lists that can grow: the ordered ids first, the rows in windows of 200 when they come into view."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal


class HasId(Protocol):
    """A row of a list: a NamedTuple with an id."""

    @property
    def id(self) -> int:
        """The id of the record."""
        ...


R = TypeVar("R", bound=HasId)
_Index = QModelIndex | QPersistentModelIndex


class Column(NamedTuple):
    """One column: heading, the field of the row it shows, and the key under which the service sorts (or "")."""

    title: str
    text: Callable[..., str]
    sort: str = ""


class WindowedModel(QAbstractTableModel, Generic[R]):
    """Ids first, rows by window. `fetch(ids)` returns the rows of those ids in that order, in one query.

    DisplayRole gives the text of a cell, UserRole the whole row; other roles return at once. Clicking a header emits
    `sort_requested(key, descending)`: sorting is the service's work, never a proxy's.
    """

    WINDOW = 200
    KEPT = 24

    sort_requested = Signal(str, bool)

    def __init__(self, columns: Sequence[Column], fetch: Callable[[Sequence[int]], Sequence[R]]) -> None:
        super().__init__()
        self._columns, self._fetch = tuple(columns), fetch
        self._ids: Sequence[int] = ()
        self._windows: OrderedDict[int, dict[int, R]] = OrderedDict()

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these records, from nothing: another filter or order."""
        self.beginResetModel()
        self._ids = ids
        self._windows.clear()
        self.endResetModel()

    def set_first(self, rows: Sequence[R]) -> None:
        """Show a first page of rows at once; `extend` brings the ids of all when they are known."""
        self.beginResetModel()
        self._ids = [row.id for row in rows]
        self._windows.clear()
        for start in range(0, len(rows), self.WINDOW):
            part = rows[start : start + self.WINDOW]
            self._windows[start // self.WINDOW] = {row.id: row for row in part}
        self.endResetModel()

    def extend(self, ids: Sequence[int]) -> None:
        """All ids, of which the first are shown already: the view keeps its place."""
        shown = len(self._ids)
        if list(ids[:shown]) != list(self._ids):
            self.set_ids(ids)
            return
        if len(ids) > shown:
            self.beginInsertRows(QModelIndex(), shown, len(ids) - 1)
            self._ids = ids
            self._windows.pop(shown // self.WINDOW, None)
            self.endInsertRows()

    def ids(self) -> Sequence[int]:
        """All ids, in order."""
        return self._ids

    def id_at(self, position: int) -> int:
        """The id at this position."""
        return self._ids[position]

    def position_of(self, record: int) -> int:
        """The position of a record, or -1."""
        try:
            return list(self._ids).index(record)
        except ValueError:
            return -1

    def row_at(self, position: int) -> R | None:
        """The row at this position; None when the record went away after the ids were read."""
        number = position // self.WINDOW
        window = self._windows.get(number)
        if window is None:
            ids = self._ids[number * self.WINDOW : (number + 1) * self.WINDOW]
            window = self._windows[number] = {row.id: row for row in self._fetch(ids)}
            if len(self._windows) > self.KEPT:
                self._windows.popitem(last=False)
        return window.get(self._ids[position])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole and role != Qt.ItemDataRole.UserRole:
            return None
        found = self.row_at(index.row())
        if found is None or role == Qt.ItemDataRole.UserRole:
            return found
        return self._columns[index.column()].text(found)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(self._columns) and self._columns[column].sort:
            self.sort_requested.emit(self._columns[column].sort, order == Qt.SortOrder.DescendingOrder)
