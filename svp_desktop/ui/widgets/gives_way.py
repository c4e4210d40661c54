"""A body whose parts scroll on their own, in a window that is too small for them: it gives way as a whole."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import holder

_SMALLEST = 60


class GivesWay(QScrollArea):
    """Under `low` points of height (or the pixels that `low` gives for a width) it scrolls as a whole. Under `narrow`
    points of width its parts, which stand beside each other, go under each other with the heights of `under`, and it
    scrolls as a whole too. Points grow with the letters."""

    def __init__(
        self,
        content: QBoxLayout | QWidget,
        *,
        low: int | Callable[[int], int] = 0,
        narrow: int = 0,
        under: tuple[int, ...] = (),
    ) -> None:
        super().__init__()
        self._inner = holder(content) if isinstance(content, QBoxLayout) else content
        parts = self._inner.layout()
        assert isinstance(parts, QBoxLayout)
        self._parts, self._low, self._narrow, self._under = parts, low, narrow, under
        self._beside = parts.direction()
        self._stretches = tuple(parts.stretch(number) for number in range(parts.count()))
        self._stacked = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # not resizable by itself: it would take the height that its texts prefer, and never that of the window
        self.setWidget(self._inner)
        self._inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(_SMALLEST)
        self._inner.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            # a part is shown, hidden or of another height
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Lay out for the size of now."""
        # the room with the scroll bar that may be needed, so that it does not come and go
        stacked = self.maximumViewportSize().width() < scaled(self._narrow)
        if stacked != self._stacked:
            self._stack(stacked)
        width = self.viewport().width()
        if stacked:
            need = scaled(sum(self._under) + self._parts.spacing() * (len(self._under) - 1))
        else:
            need = scaled(self._low) if isinstance(self._low, int) else self._low(width)
        self._inner.resize(width, max(self.viewport().height(), need))

    def _stack(self, stacked: bool) -> None:
        self._stacked = stacked
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if stacked else self._beside)
        for number, stretch in enumerate(self._under if stacked else self._stretches):
            self._parts.setStretch(number, stretch)
