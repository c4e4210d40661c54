"""Choosing one of the 17 actions: small on top, large below, each with its pijlers."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from svp_desktop.domain.acties import ACTIES, Actie, Pijler
from svp_desktop.domain.labels import label
from svp_desktop.domain.namen import vouw
from svp_desktop.ui.tabs.casussen.rows import ACTIE_ICONEN, RowsModel
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE
from svp_desktop.ui.widgets.painted import actie_cells, draw_pijlers

_Index = QModelIndex | QPersistentModelIndex


class ActieRows(RowsModel[Actie]):
    """The catalogue, in the plan's order."""

    def say(self, row: Actie) -> str:
        served = ", ".join(label(pijler) for pijler in row.pijlers) or "geen pijler"
        return f"{row.nummer}. {row.naam}, {label(row.frequentie)}. Pijlers: {served}"


class ActieDelegate(QStyledItemDelegate):
    """Number, icon, name and pijlers; the pijlers that are empty in this casus stand in full ink."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.wanted: Collection[Pijler] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(288), scaled(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Actie = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.setPen(QPen(color("accent"), 1.4))
            painter.setBrush(color("soft"))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        painter.setFont(font(8.5))
        painter.setPen(color("muted"))
        painter.drawText(QRectF(box.left() + 4, box.top(), scaled(20), box.height()), RIGHT_MIDDLE, str(row.nummer))
        draw_icon(painter, ACTIE_ICONEN[row.code], "ink", box.left() + scaled(32), box.center().y() - 7, 14)
        painter.setFont(font(10, 600 if chosen else 500))
        painter.setPen(color("text"))
        words = QRectF(box.left() + scaled(54), box.top(), box.width() - scaled(54) - 88, box.height())
        shown = painter.fontMetrics().elidedText(row.kort, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, LEFT_MIDDLE, shown)
        wanted = [pijler for pijler in row.pijlers if pijler in self.wanted]
        draw_pijlers(painter, box.right() - 80, box.center().y(), actie_cells(row.pijlers, wanted), 13)
        painter.restore()


class ActieKeuze(QListView):
    """The list of actions; `chosen(code)` when the user picks another one, `typed(text)` for letters typed in it."""

    chosen = Signal(str)
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = ActieRows(self)
        self._rows.set_rows(ACTIES)
        self._paint = ActieDelegate(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._paint)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMinimumWidth(scaled(240))
        self.setAccessibleName("Acties van klein naar groot")
        self._silent, self._code = False, ""
        self.selectionModel().currentChanged.connect(self._changed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(306), super().sizeHint().height())

    def code(self) -> str:
        """The code of the chosen action, or an empty text; it stays chosen while other letters are searched."""
        return self._code

    def set_code(self, code: str) -> None:
        """Choose without telling."""
        self._code = code
        self._point()

    def _point(self) -> None:
        """Select the chosen action, when it is among those that are shown."""
        self._silent = True
        code = self._code
        codes = [actie.code for actie in self._rows.rows()]
        self.setCurrentIndex(self._rows.index(codes.index(code), 0) if code in codes else QModelIndex())
        self._silent = False

    def set_wanted(self, pijlers: Collection[Pijler]) -> None:
        """Pijlers that are empty in this casus: the actions that would fill them stand out."""
        self._paint.wanted = tuple(pijlers)
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    @Slot()
    def choose_first(self) -> None:
        """The first of what was found, with the keyboard on it."""
        if self._rows.rows():
            self.setCurrentIndex(self._rows.index(0, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def search(self, text: str) -> None:
        """Only the actions with these letters."""
        folded = vouw(text)
        self._silent = True
        self._rows.set_rows([actie for actie in ACTIES if folded in vouw(actie.naam)])
        self._silent = False
        self._point()

    @Slot(QModelIndex, QModelIndex)
    def _changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._silent and current.isValid():
            self._code = self._rows.rows()[current.row()].code
            self.chosen.emit(self.code())
