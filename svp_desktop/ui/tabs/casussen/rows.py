"""The rows of the list of casussen and of a timeline: models and delegates."""

from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusRegel, CasusStatus, TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE
from svp_desktop.ui.widgets.painted import (
    actie_cells,
    draw_mand,
    draw_mand_shape,
    draw_pijlers,
    mand_width,
    pijler_cells,
    pijlers_width,
)

_Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
#: Size of one cell of the pijlers in a row.
_CELL = 13

ACTIE_ICONEN = {
    "dagstart": "house",
    "relatiegebaar": "heart-handshake",
    "bookmark": "flag",
    "stil_protest": "ear",
    "steun": "user-plus",
    "herstelactie": "undo-2",
    "oplossingsverzoek": "circle-question-mark",
    "weigeren": "minus",
    "aankondiging": "file-text",
    "gastklas": "footprints",
    "telefoonronde": "phone",
    "sit_in": "users",
    "gesprek": "messages-square",
    "netwerkactie": "link",
    "thuis_school": "school",
    "verzet_steunronde": "shield-check",
    "waakzaamheid": "eye",
}

_ICONEN = {
    TijdlijnSoort.GESPREK: "messages-square",
    TijdlijnSoort.THUISSCHOOL: "house",
    TijdlijnSoort.HERSTEL: "heart-handshake",
    TijdlijnSoort.TAAK: "check",
    TijdlijnSoort.OUDERS: "phone",
    TijdlijnSoort.PAPIER: "file-text",
}


def wanneer(day: date, today: date) -> str:
    """A day as a task says it: "vandaag", "2 dagen te laat", "do 26 nov"."""
    late = (today - day).days
    if late == 0:
        return "vandaag"
    if late > 0:
        return f"{late} {'dag' if late == 1 else 'dagen'} te laat"
    return "morgen" if late == -1 else dag_kort(day)


class RowsModel(QAbstractListModel, Generic[R]):
    """A short list of rows: UserRole is the row, DisplayRole the text that a screen reader says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[R] = ()

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rows(self) -> Sequence[R]:
        """The rows that are shown."""
        return self._rows

    def say(self, row: R) -> str:
        """What a screen reader says of a row."""
        return str(row)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.say(self._rows[index.row()])
        return None


class CasusRows(RowsModel[CasusRegel]):
    """The list of casussen."""

    def say(self, row: CasusRegel) -> str:
        mand = f", mand {label(row.mand).lower()}" if row.mand else ""
        step = f", {row.volgende}" if row.volgende else ""
        return f"{row.titel}, {row.groep}{mand}{step}"

    def position_of(self, casus_id: int) -> int:
        """The position of a casus, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.id == casus_id), -1)


class TijdlijnRows(RowsModel[TijdlijnRegel]):
    """The timeline of a casus."""

    def say(self, row: TijdlijnRegel) -> str:
        return f"{dag_kort(row.datum)}, {row.titel}, {row.zin}"

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            row = self._rows[index.row()]
            # written out as markup: a typed text that begins with < would be read as it
            return "<br>".join(map(escape, [f"{row.titel}, {dag_kort(row.datum)}", *row.meer.splitlines()]))
        return super().data(index, role)


class _Pen:
    """Writes words beside each other, elided where the room ends."""

    def __init__(self, painter: QPainter) -> None:
        self.q = painter

    def words(self, box: QRectF, text: str, face: QFont, token: str) -> float:
        """Draw within the box; returns the width that was used."""
        measure = QFontMetricsF(face)
        shown = measure.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, max(0.0, box.width()))
        self.q.setFont(face)
        self.q.setPen(color(token))
        self.q.drawText(box, LEFT_MIDDLE, shown)
        return measure.horizontalAdvance(shown)


def _ground(painter: QPainter, box: QRectF, state: QStyle.StateFlag, inset: float) -> None:
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(box, color("soft"))
        painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), color("accent"))
    else:
        painter.setPen(QPen(color("hover"), 1))
        base = box.bottom() - 0.5
        painter.drawLine(QPointF(box.left() + inset, base), QPointF(box.right() - inset, base))


class CasusDelegate(QStyledItemDelegate):
    """Two lines a casus: mand, name, group and glyph; then when and what comes next."""

    def __init__(self, parent: QObject, today: date) -> None:
        super().__init__(parent)
        self.today = today

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(280), scaled(53))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: CasusRegel = index.data(Qt.ItemDataRole.UserRole)
        box, pen = QRectF(option.rect), _Pen(painter)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, box, option.state, 12)
        first, second, high = box.top() + scaled(18), box.top() + scaled(37), scaled(20)
        if row.mand:
            draw_mand_shape(painter, row.mand, box.left() + 19, first, 5.5)
        cells = box.right() - 12 - pijlers_width(_CELL)
        draw_pijlers(painter, cells, first, pijler_cells(row.pijlers), _CELL)
        left = box.left() + 34
        used = pen.words(QRectF(left, first - high / 2, cells - left - 8, high), row.titel, font(10, 600), "text")
        group = QRectF(left + used + 8, first - high / 2, cells - left - used - 16, high)
        if group.width() > 24:
            pen.words(group, row.groep, font(9), "muted")
        self._next(painter, pen, row, QRectF(left, second - high / 2, box.right() - 12 - left, high))
        painter.restore()

    def _next(self, painter: QPainter, pen: _Pen, row: CasusRegel, box: QRectF) -> None:
        if row.status is CasusStatus.AFGESLOTEN:
            pen.words(box, "afgesloten", font(9), "muted")
            return
        if row.volgende_op is None:
            pen.words(box, "nog geen volgende stap", font(9), "muted")
            return
        if row.te_laat:
            draw_icon(painter, "triangle-alert", "danger", box.left(), box.center().y() - 6, 13)
            box = box.adjusted(17, 0, 0, 0)
        face = font(9, 600 if row.te_laat else 500)
        when = wanneer(row.volgende_op, self.today)
        used = pen.words(box, when, face, "danger" if row.te_laat else "text")
        pen.words(box.adjusted(used + 8, 0, 0, 0), row.volgende, font(9), "muted")


class TijdlijnDelegate(QStyledItemDelegate):
    """One line an event: day, icon on the line of time, title, sentence, and its mand or pijlers at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(300), scaled(29))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: TijdlijnRegel = index.data(Qt.ItemDataRole.UserRole)
        box, pen = QRectF(option.rect), _Pen(painter)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
        middle = box.center().y()
        pen.words(QRectF(box.left() + 2, box.top(), scaled(72), box.height()), dag_kort(row.datum), font(9.5), "muted")
        axis = box.left() + scaled(86)
        painter.setPen(QPen(color("line"), 2))
        painter.drawLine(QPointF(axis, box.top()), QPointF(axis, box.bottom() + 1))
        painter.setPen(QPen(color("line"), 1))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(axis, middle), 11.5, 11.5)
        if row.mand:
            draw_mand_shape(painter, row.mand, axis, middle, 5, color("ink"))
        else:
            draw_icon(painter, self._icon(row), "muted" if row.gepland else "ink", axis - 7, middle - 7, 14)
        right = box.right() - self._mark(painter, row, box)
        left = axis + scaled(24)
        words = QRectF(left, box.top(), right - left - 8, box.height())
        used = pen.words(words, row.titel, font(10, 600), "muted" if row.gepland else "text")
        rest = words.adjusted(used + 10, 0, 0, 0)
        if rest.width() > 24:
            pen.words(rest, f"gepland, {row.zin}" if row.gepland and row.zin else row.zin, font(9.5), "muted")
        painter.restore()

    @staticmethod
    def _icon(row: TijdlijnRegel) -> str:
        if row.soort is TijdlijnSoort.ACTIE:
            return ACTIE_ICONEN.get(row.actie, "circle-dot")
        return _ICONEN.get(row.soort, "clock")

    @staticmethod
    def _mark(painter: QPainter, row: TijdlijnRegel, box: QRectF) -> float:
        """Draw the mand or the pijlers at the right; returns the width taken."""
        if row.mand:
            wide = mand_width(row.mand)
            draw_mand(painter, box.right() - wide - 2, box.center().y(), row.mand)
            return wide + 2
        if row.actie in ACTIE_VAN_CODE and row.soort is TijdlijnSoort.ACTIE:
            cells = actie_cells(ACTIE_VAN_CODE[row.actie].pijlers)
            wide = pijlers_width(_CELL) + 2
            draw_pijlers(painter, box.right() - wide, box.center().y(), cells, _CELL)
            return wide
        return 0
