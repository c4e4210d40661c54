"""Buttons, chips, segmented choices and tiles. Whatever can be clicked is a real button."""

from collections.abc import Hashable, Sequence
from enum import Enum
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from svp_desktop.ui.theme import color, draw_icon, font, scaled, set_icon, set_icon_token
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, repolish, row
from svp_desktop.ui.widgets.flow import FlowLayout


class Kind(Enum):
    """How loud a button is; one PRIMARY a screen."""

    PLAIN = ""
    PRIMARY = "primary"
    FLAT = "flat2"
    QUIET = "quiet"
    LINK = "link"


_TOKENS = {Kind.PLAIN: "text", Kind.PRIMARY: "on", Kind.FLAT: "accent", Kind.QUIET: "muted", Kind.LINK: "accent"}


def button(
    text: str,
    icon: str = "",
    kind: Kind = Kind.PLAIN,
    *,
    tip: str = "",
    small: bool = False,
    big: bool = False,
    tight: bool = False,
    elide: bool = False,
    menu: QMenu | None = None,
) -> QPushButton:
    """A push button; `menu` gives it an arrow at the right and opens the menu; with `elide` its text may be cut."""
    made = ElidedButton(text) if elide else QPushButton(text)
    for name, on in ((kind.value, kind is not Kind.PLAIN), ("small", small), ("big", big), ("tight", tight)):
        if on:
            made.setProperty(name, True)
    if menu is not None:
        _arrow(made, menu, _TOKENS[kind])
    elif icon:
        set_icon(made, icon, _TOKENS[kind], 16, 4 if text else 0)
    if tip:
        made.setToolTip(tip)
    made.setAccessibleName(text or tip)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    # Enter presses the button that has the keyboard, as Space does; Qt does that by itself in a dialog only
    made.setAutoDefault(True)
    return made


class ElidedButton(QPushButton):
    """A button with a name in it that may be long: where there is no room it ends in three dots."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + 4
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def _arrow(made: QPushButton, menu: QMenu, token: str) -> None:
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    set_icon(made, "chevron-down", token, 14, -4)
    menu.setParent(made, menu.windowFlags())
    menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    made.setMenu(menu)


def primary(text: str, icon: str = "", *, tip: str = "", big: bool = False) -> QPushButton:
    """The one filled button of a screen."""
    return button(text, icon, Kind.PRIMARY, tip=tip, big=big)


def link(text: str, icon: str = "", *, tip: str = "", tight: bool = False, elide: bool = False) -> QPushButton:
    """A button that looks like a link."""
    return button(text, icon, Kind.LINK, tip=tip, tight=tight, elide=elide)


def escapes(back: QPushButton) -> QPushButton:
    """Escape presses it: the way back of a page outside the workplace, where nothing that was typed can be lost."""
    # not setShortcut: that shows a press first and goes back a tenth of a second later
    QShortcut(Qt.Key.Key_Escape, back).activated.connect(back.click)
    return back


def tool(icon: str, tip: str, *, quiet: bool = True, size: int = 16, small: bool = False) -> QToolButton:
    """A button with only an icon; `tip` is its name."""
    made = ToolButton()
    set_icon(made, icon, "muted", size)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if quiet:
        made.setProperty("quiet", True)
    if small:
        made.setProperty("small", True)
    return made


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Chip(QPushButton):
    """A filter with a live count. A chosen one is bold on a tint; `check` adds a tick, for choices in a form."""

    def __init__(self, text: str, count: int | None = None, *, on: bool = False, check: bool = False) -> None:
        super().__init__()
        self._text, self._count, self._check = text, count, check
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._show()
        self.toggled.connect(self._tick)
        self.setChecked(on)

    def set_text(self, text: str, count: int | None = None) -> None:
        """Another word and count."""
        self._text, self._count = text, count
        self._show()

    def set_count(self, count: int) -> None:
        """The live count behind the word."""
        self.set_text(self._text, count)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.isChecked():
            # the hint is that of the plain letters; a chosen chip is bold
            plain, bold = (QFontMetricsF(font(10, weight)).horizontalAdvance(self.text()) for weight in (400, 600))
            hint.setWidth(hint.width() + ceil(bold - plain))
        return hint

    def set_menu(self, menu: QMenu) -> None:
        """A chip that opens a menu: an arrow at the right; the caller sets the word to what was chosen."""
        self.setCheckable(True)
        _arrow(self, menu, "muted")

    def _show(self) -> None:
        # a typed & would become a mnemonic
        shown = self._text.replace("&", "&&")
        self.setText(shown if self._count is None else f"{shown}  {thousands(self._count)}")
        self.setAccessibleName(self._text if self._count is None else f"{self._text}, {self._count}")

    @Slot(bool)
    def _tick(self, on: bool) -> None:
        if self._check and on:
            set_icon(self, "check", "accent", 14, 4)
        elif self._check:
            self.setProperty("svp_icon", None)
            self.setIcon(type(self.icon())())
        # a chosen chip is bold, and wider
        self.updateGeometry()


def thousands(number: int) -> str:
    """A count as people here write it: 1.204."""
    return f"{number:,}".replace(",", ".")


class _Part(QPushButton):
    """One of the options; it has room for its bold letters, so that nothing moves when it is chosen."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        plain, bold = (QFontMetricsF(font(10, weight)).horizontalAdvance(self.text()) for weight in (400, 600))
        return QSize(hint.width() + ceil(bold - plain), hint.height())


class Segmented(QWidget):
    """A choice of a few that stand side by side; arrow keys move the choice. `changed(value)` only for the user.

    With `wraps` they stand loose, on as many lines as the width asks: for many words in a narrow column.
    """

    changed = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[Hashable, str]],
        value: Hashable = None,
        *,
        small: bool = False,
        name: str = "",
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self._values = [option for option, _ in options]
        self._group = QButtonGroup(self)
        layout = FlowLayout(4) if wraps else row(spacing=0)
        last = 0 if wraps else len(options) - 1
        for number, (_, text) in enumerate(options):
            part = _Part(text)
            part.setProperty("seg", "o" if last == 0 else "l" if number == 0 else "r" if number == last else "m")
            part.setProperty("small", small)
            part.setCheckable(True)
            part.setAutoDefault(True)
            self._group.addButton(part, number)
            layout.addWidget(part)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if wraps:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._group.idClicked.connect(self._clicked)
        self.set_value(value)

    def value(self) -> Hashable:
        """The chosen value, or None."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else self._values[chosen]

    def set_value(self, value: Hashable) -> None:
        """Choose without telling; an unknown value chooses nothing."""
        self._group.setExclusive(False)
        for part in self._group.buttons():
            part.setChecked(self._values[self._group.id(part)] == value)
        self._group.setExclusive(True)
        chosen = self._group.checkedButton()
        for part in self._group.buttons():
            # Tab, also backwards, goes to what is chosen; the arrow keys go to the others
            strong = chosen is None or part is chosen
            part.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def parts(self) -> list[QAbstractButton]:
        """The buttons, in order."""
        return list(self._group.buttons())

    def set_text(self, value: Hashable, text: str) -> None:
        """Another word for one of the options (a count that changed)."""
        self._group.button(self._values.index(value)).setText(text)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.changed.emit(self._values[number])


class PaintedButton(QAbstractButton):
    """Base of buttons that paint themselves: Enter presses them as Space does, like every other button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A button with only an icon; Enter presses it too, or opens its menu."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class Tile(PaintedButton):
    """A count that is also a filter or a way to the list behind it."""

    def __init__(self, number: int, title: str, sub: str = "", icon: str = "", *, token: str = "ink") -> None:
        super().__init__()
        self._number, self._title, self._sub, self._icon, self._token = number, title, sub, icon, token
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_number(self, number: int, sub: str | None = None, token: str | None = None) -> None:
        """The count of now."""
        self._number = number
        self._sub = self._sub if sub is None else sub
        self._token = token or self._token
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._number} {self._title}")
        self.setAccessibleDescription(self._sub)

    def sizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(66))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(128), scaled(66))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(color("accent" if strong else "line"), 2 if strong else 1))
        painter.setBrush(color("soft" if self.isChecked() else "hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        count = thousands(self._number)
        painter.setFont(font(18, 600))
        painter.setPen(color("text"))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(count)
        painter.drawText(QRectF(16, 0, wide + 6, self.height()), LEFT_MIDDLE, count)
        left = 16 + max(wide, 28) + 12
        room = self.width() - left - (40 if self._icon else 10)
        if self._icon:
            draw_icon(painter, self._icon, self._token, self.width() - 32, 14, 18)
        half = self.height() / 2
        self._line(painter, QRectF(left, half - scaled(20), room, scaled(20)), self._title, 10, 600, "text")
        self._line(painter, QRectF(left, half, room, scaled(18)), self._sub, 9, 400, "muted")

    @staticmethod
    def _line(painter: QPainter, box: QRectF, text: str, points: float, weight: int, token: str) -> None:
        painter.setFont(font(points, weight))
        painter.setPen(color(token))
        fitting = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, LEFT_MIDDLE, fitting)


def set_primary(made: QPushButton, on: bool) -> None:
    """Make a button the filled one, or a plain one, after it was shown."""
    made.setProperty("primary", on)
    set_icon_token(made, _TOKENS[Kind.PRIMARY if on else Kind.PLAIN])
    repolish(made)
