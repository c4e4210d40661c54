"""Painted choices that are real radio buttons underneath: tab, arrows and space work, screen readers hear them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from svp_desktop.domain.incident import Mand
from svp_desktop.ui.theme import color, draw_icon, font, mand_colors, scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, RIGHT_MIDDLE, row
from svp_desktop.ui.widgets.buttons import PaintedButton
from svp_desktop.ui.widgets.painted import draw_mand_shape, mand_word


def focus_ring(painter: QPainter, widget: QWidget, radius: float = 8) -> None:
    """The 2 px ring in the accent colour around the widget that has the keyboard."""
    painter.setPen(QPen(color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), radius, radius)


class _MandOption(PaintedButton):
    """One mand of the choice: chosen = thick edge and tint."""

    def __init__(self, mand: Mand) -> None:
        super().__init__()
        self.mand = mand
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Mand {mand_word(mand)}")

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(font(10, 600)).horizontalAdvance(mand_word(self.mand))
        return QSize(round(wide) + 38, scaled(42))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, ink = mand_colors(self.mand.value)
        chosen = self.isChecked()
        painter.setPen(QPen(ink if chosen else color("control"), 2.2 if chosen else 1))
        painter.setBrush(fill if chosen else color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.6, 1.6, -1.6, -1.6), 7, 7)
        middle = self.height() / 2
        draw_mand_shape(painter, self.mand, 17, middle, 6.5)
        painter.setFont(font(10, 600 if chosen else 500))
        painter.setPen(ink if chosen else color("text"))
        painter.drawText(QRectF(30, 0, self.width() - 31, self.height()), LEFT_MIDDLE, mand_word(self.mand))
        if self.hasFocus():
            focus_ring(painter, self, 8)


class MandChoice(QWidget):
    """The four manden as one row. `changed(Mand)` only when the user chooses."""

    changed = Signal(object)

    def __init__(self, value: Mand | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._options = {mand: _MandOption(mand) for mand in Mand}
        for option in self._options.values():
            self._group.addButton(option)
        self.setLayout(row(*self._options.values(), spacing=6))
        self.setAccessibleName("Mand")
        self._group.buttonClicked.connect(self._clicked)
        self.set_value(value)

    def value(self) -> Mand | None:
        """The chosen mand."""
        chosen = self._group.checkedButton()
        return chosen.mand if isinstance(chosen, _MandOption) else None

    def set_value(self, value: Mand | None) -> None:
        """Choose without telling."""
        self._group.setExclusive(False)
        for mand, option in self._options.items():
            option.setChecked(mand is value)
        self._group.setExclusive(True)

    def options(self) -> dict[Mand, QAbstractButton]:
        """The buttons, by mand."""
        return dict(self._options)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter chooses the mand whose word starts with it; G again goes from groen to geel."""
        letter = event.text().casefold()
        manden = [mand for mand in self._options if letter.strip() and mand_word(mand).casefold().startswith(letter)]
        if not manden:
            super().keyPressEvent(event)
            return
        here = manden.index(value) if (value := self.value()) in manden else -1
        option = self._options[manden[(here + 1) % len(manden)]]
        option.setFocus(Qt.FocusReason.TabFocusReason)
        option.click()

    @Slot(QAbstractButton)
    def _clicked(self, option: QAbstractButton) -> None:
        assert isinstance(option, _MandOption)
        self.changed.emit(option.mand)


class Answer(PaintedButton):
    """A choice that says at once where it leads."""

    def __init__(self, text: str, to: str = "", *, strong: bool = False) -> None:
        super().__init__()
        self._text, self._to, self._strong = text, to, strong
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{text}, dan {to}" if to else text)

    def sizeHint(self) -> QSize:
        measure = QFontMetricsF(font(10, 600))
        wide = measure.horizontalAdvance(self._text) + measure.horizontalAdvance(self._to)
        return QSize(round(wide) + 80, scaled(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, middle = self.isChecked(), self.height() / 2
        painter.setPen(QPen(color("ink" if on else "control"), 1.6 if on else 1))
        painter.setBrush(color("cell" if on else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        painter.setPen(QPen(color("ink" if on else "control"), 4.5 if on else 1.2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(18, middle), 5 if on else 6.5, 5 if on else 6.5)
        painter.setFont(font(10, 600))
        painter.setPen(color("text"))
        painter.drawText(QRectF(32, 0, self.width(), self.height()), LEFT_MIDDLE, self._text)
        if self._to:
            painter.setFont(font(9, 600 if self._strong else 400))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(self._to)
            painter.setPen(color("text" if on or self._strong else "muted"))
            painter.drawText(QRectF(0, 0, self.width() - 12, self.height()), RIGHT_MIDDLE, self._to)
            draw_icon(painter, "arrow-right", "muted", self.width() - wide - 31, middle - 7, 13)
        if self.hasFocus():
            focus_ring(painter, self)
