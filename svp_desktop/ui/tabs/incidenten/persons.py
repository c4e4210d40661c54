"""Persons x roles as a grid of cells: one click or one key a role, several roles a person (demand 28).

Keyboard: arrow keys walk, space ticks, the first letter of a role ticks it (d, s, g, o, m), Delete takes the person
out, Enter asks for the next name.
"""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from svp_desktop.domain.incident import Betrokkene, Betrokkenheid
from svp_desktop.domain.incident_woorden import herkomst, rollen
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE

ROLLEN = tuple(Betrokkenheid)
NAAM, EERSTE_ROL, WEG = 0, 1, 1 + len(ROLLEN)
_ORDER = (PersoonSoort.LEERLING, PersoonSoort.MEDEWERKER, PersoonSoort.OUDER, PersoonSoort.EXTERN)
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PersonsModel(QAbstractTableModel):
    """The persons of the draft, pupils first; a tick is a role."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Betrokkene] = []

    def people(self) -> tuple[Betrokkene, ...]:
        """All persons with their roles."""
        return tuple(self._people)

    def load(self, people: tuple[Betrokkene, ...]) -> None:
        """Show other persons."""
        self.beginResetModel()
        self._people = list(people)
        self.endResetModel()

    def add(self, person: Betrokkene) -> int:
        """Add a person behind those of the same or an earlier category; returns the row, also when already there."""
        for row, known in enumerate(self._people):
            if known.persoon_id == person.persoon_id:
                return row
        rank = _ORDER.index(person.categorie)
        row = sum(_ORDER.index(known.categorie) <= rank for known in self._people)
        self.beginInsertRows(_ROOT, row, row)
        self._people.insert(row, person)
        self.endInsertRows()
        self.edited.emit()
        return row

    def take_out(self, row: int) -> None:
        """Take a person out."""
        self.beginRemoveRows(_ROOT, row, row)
        del self._people[row]
        self.endRemoveRows()
        self.edited.emit()

    def toggle(self, row: int, column: int) -> None:
        """Tick or untick the role of a column."""
        person, rol = self._people[row], ROLLEN[column - EERSTE_ROL]
        self._people[row] = Betrokkene(
            person.persoon_id, person.naam, person.categorie, person.groep, person.rollen ^ {rol}
        )
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        self.edited.emit()

    def ticked(self, row: int, column: int) -> bool:
        """True when the person has the role of the column."""
        return EERSTE_ROL <= column < WEG and ROLLEN[column - EERSTE_ROL] in self._people[row].rollen

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else WEG + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS | Qt.ItemFlag.ItemIsUserCheckable if EERSTE_ROL <= index.column() < WEG else _FLAGS

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person, column = self._people[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and EERSTE_ROL <= column < WEG:
            return Qt.CheckState.Checked if self.ticked(index.row(), column) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return person.naam if column == NAAM else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(person, column)
        return None

    @staticmethod
    def _spoken(person: Betrokkene, column: int) -> str:
        if column == NAAM:
            return " ".join(part for part in (person.naam, herkomst(person)) if part)
        if column == WEG:
            return f"{person.naam} weghalen"
        return f"{person.naam}: {label(ROLLEN[column - EERSTE_ROL])}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            person = self._people[section]
            return f"{person.naam}, {rollen(person)}"
        return label(ROLLEN[section - EERSTE_ROL]) if EERSTE_ROL <= section < WEG else ""


def _name_width(person: Betrokkene) -> int:
    """What a name with its groep takes on one line."""
    about = herkomst(person)
    beside = QFontMetricsF(font(9)).horizontalAdvance(about) + 14 if about else 0
    return round(QFontMetricsF(font(10, 600)).horizontalAdvance(person.naam) + beside) + 10


class _CellDelegate(QStyledItemDelegate):
    """Paints a name with what the person is, a role as a cell that is empty or filled with a tick, and the cross."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        grid, model = option.widget, index.model()
        assert isinstance(model, PersonsModel)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line"), 1))
        painter.drawLine(QPointF(box.left(), box.top() + 0.5), QPointF(box.right() + 1, box.top() + 0.5))
        here = isinstance(grid, QTableView) and grid.hasFocus() and grid.currentIndex() == index
        if index.column() == NAAM:
            self._name(painter, box, model.people()[index.row()], here)
        elif index.column() == WEG:
            draw_icon(painter, "x", "muted", box.center().x() - 7, box.center().y() - 7, 14)
            self._ring(painter, box.adjusted(2, 3, -2, -3), here)
        else:
            self._cell(painter, box.adjusted(3.5, 4.5, -3.5, -4.5), model.ticked(index.row(), index.column()), here)
        painter.restore()

    @staticmethod
    def _name(painter: QPainter, box: QRectF, person: Betrokkene, here: bool) -> None:
        bold, small = font(10, 600), font(9)
        measure = QFontMetricsF(bold)
        about = herkomst(person)
        if about and _name_width(person) > box.width():
            # too long for one line: the groep stands under the name
            line = box.adjusted(0, 4, -8, -box.height() / 2)
            painter.setFont(bold)
            painter.setPen(color("text"))
            painter.drawText(
                line, LEFT_MIDDLE, measure.elidedText(person.naam, Qt.TextElideMode.ElideRight, line.width())
            )
            painter.setFont(small)
            painter.setPen(color("muted"))
            under = box.adjusted(0, box.height() / 2, -8, -4)
            painter.drawText(
                under, LEFT_MIDDLE, QFontMetricsF(small).elidedText(about, Qt.TextElideMode.ElideRight, under.width())
            )
            _CellDelegate._ring(painter, box.adjusted(0, 3, -4, -3), here)
            return
        name = measure.elidedText(person.naam, Qt.TextElideMode.ElideRight, box.width() - 8)
        painter.setFont(bold)
        painter.setPen(color("text"))
        painter.drawText(box, LEFT_MIDDLE, name)
        left = measure.horizontalAdvance(name) + 7
        room = box.width() - left - 6
        if room > 24:
            painter.setFont(small)
            painter.setPen(color("muted"))
            words = QFontMetricsF(small).elidedText(about, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box.adjusted(left, 0, 0, 0), LEFT_MIDDLE, words)
        _CellDelegate._ring(painter, box.adjusted(0, 3, -4, -3), here)

    @staticmethod
    def _cell(painter: QPainter, box: QRectF, on: bool, here: bool) -> None:
        painter.setPen(QPen(color("ink" if on else "control"), 1))
        painter.setBrush(color("ink" if on else "surface"))
        painter.drawRoundedRect(box, 5, 5)
        if on:
            draw_icon(painter, "check", "surface", box.center().x() - 7, box.center().y() - 7, 14)
        _CellDelegate._ring(painter, box.adjusted(-1.5, -1.5, 1.5, 1.5), here)

    @staticmethod
    def _ring(painter: QPainter, box: QRectF, here: bool) -> None:
        if here:
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, scaled(30))


class _RoleWords(QHeaderView):
    """The words above the role columns; a word may be a little wider than its column."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(100, scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isSectionHidden(EERSTE_ROL):
            return
        painter = QPainter(self.viewport())
        wide = self.sectionSize(EERSTE_ROL)
        painter.setFont(font(8.5 if wide >= scaled(56) else 7.5))
        painter.setPen(color("muted"))
        for number, rol in enumerate(ROLLEN):
            left = self.sectionViewportPosition(EERSTE_ROL + number)
            box = QRectF(left - 6, 0, wide + 12, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label(rol))


class PersonsGrid(QTableView):
    """The grid as a view of real items, as tall as its rows. `next_name` asks for the field that adds a person."""

    next_name = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PersonsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_CellDelegate(self))
        self.setAccessibleName("Personen en rollen")
        self.setAccessibleDescription(
            "Pijltjes om te lopen, spatie om een rol te kiezen, Delete om iemand weg te halen."
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setHorizontalHeader(_RoleWords(self))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._model.edited.connect(self._fit)
        self._model.modelReset.connect(self._fit)
        self._model.edited.connect(self.edited)
        self._fit()

    def people(self) -> tuple[Betrokkene, ...]:
        """The persons with their roles, as they stand in the grid."""
        return self._model.people()

    def load(self, people: tuple[Betrokkene, ...]) -> None:
        """Show other persons."""
        self._model.load(people)

    def add(self, person: Betrokkene, *, go: bool = True) -> None:
        """Add a person; with `go` the keyboard goes to the first role."""
        row = self._model.add(person)
        if go:
            self.setCurrentIndex(self._model.index(row, self._first()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_roles(self, on: bool) -> None:
        """With or without the columns of the roles: the groene mand needs only names (53)."""
        if on is not self.isColumnHidden(EERSTE_ROL):
            return
        for column in range(EERSTE_ROL, WEG):
            self.setColumnHidden(column, not on)
        index = self.currentIndex()
        if not on and index.isValid():
            self.setCurrentIndex(self._model.index(index.row(), NAAM))
        self._columns()
        self._fit()

    def _first(self) -> int:
        return NAAM if self.isColumnHidden(EERSTE_ROL) else EERSTE_ROL

    def chosen_child(self) -> Betrokkene | None:
        """The child whose row has the keyboard, otherwise the child that stands last."""
        people, row = self._model.people(), self.currentIndex().row()
        if 0 <= row < len(people) and people[row].categorie is PersoonSoort.LEERLING:
            return people[row]
        children = [person for person in people if person.categorie is PersoonSoort.LEERLING]
        return children[-1] if children else None

    def focus_unanswered(self) -> None:
        """The first person without a role, for a finding that asks for one."""
        for row, person in enumerate(self._model.people()):
            if not person.rollen:
                self.setCurrentIndex(self._model.index(row, EERSTE_ROL))
                break
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key, letter = event.key(), event.text().casefold()
        if not index.isValid():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._press(index.row(), index.column())
        elif key == Qt.Key.Key_Delete:
            self._remove(index.row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_name.emit()
        elif letter and self._first() == EERSTE_ROL and (column := self._column_of(letter)):
            self.setCurrentIndex(self._model.index(index.row(), column))
            self._press(index.row(), column)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _column_of(letter: str) -> int | None:
        for number, rol in enumerate(ROLLEN):
            if label(rol).startswith(letter):
                return EERSTE_ROL + number
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton and index.column() != NAAM:
            self._press(index.row(), index.column())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, self._first()))

    def _press(self, row: int, column: int) -> None:
        if column == WEG:
            self._remove(row)
        elif column >= EERSTE_ROL and not self.isColumnHidden(column):
            self._model.toggle(row, column)

    def _remove(self, row: int) -> None:
        self._model.take_out(row)
        if not self._model.rowCount():
            self.next_name.emit()

    @Slot()
    def _fit(self) -> None:
        self._columns()
        height = scaled(30 if max(map(_name_width, self._model.people()), default=0) <= self.columnWidth(NAAM) else 42)
        self.verticalHeader().setDefaultSectionSize(height)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + height * self._model.rowCount())
        self.setVisible(self._model.rowCount() > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _columns(self) -> None:
        wide, cross = self.viewport().width(), scaled(24)
        if self.isColumnHidden(EERSTE_ROL):
            self.setColumnWidth(WEG, cross)
            self.setColumnWidth(NAAM, max(60, wide - cross))
            return
        # the role columns give way to a name with its groep
        wanted = max(scaled(150) - cross, *map(_name_width, self._model.people()), 0)
        cell = max(scaled(48), min(scaled(64), (wide - cross - wanted) // len(ROLLEN)))
        for column in range(EERSTE_ROL, WEG):
            self.setColumnWidth(column, cell)
        self.setColumnWidth(WEG, cross)
        self.setColumnWidth(NAAM, max(60, wide - cross - cell * len(ROLLEN)))
