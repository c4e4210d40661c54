"""Pages of any size under each other, or one photo, with zoom: for what came from outside the program.

Only pages in view are drawn; a page that cannot be drawn says so and leaves the others alone.
"""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.theme import color

#: (page from 0, width in pixels of the device) -> its picture; raises UserFacing
Teken = Callable[[int, int], QImage]
#: Width and height of a page in pixels at 100 %.
Maat = tuple[float, float]

_GAP, _EDGE = 14, 8
_LEAST, _MOST = 0.05, 8.0
#: Pixels on the canvas in one direction; Qt draws no widget that is larger than 16 million.
_LONGEST = 12_000_000.0
_STEP = 1.25


class Passend(Enum):
    """How the zoom follows the window: the whole page, its width, its width but no larger than on paper, or not."""

    HEEL = "heel"
    BREED = "breed"
    LEESBAAR = "leesbaar"
    VRIJ = "vrij"


class _Doek(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.maten: Sequence[Maat] = ()
        self.teken: Teken | None = None
        self.zoom = 1.0
        self._boxes: list[QRect] = []
        self._images: dict[int, tuple[int, QImage | str]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pages(self, maten: Sequence[Maat], teken: Teken | None) -> None:
        self.maten, self.teken = maten, teken
        self._images.clear()
        self.arrange()

    def arrange(self) -> None:
        """Lay the pages out at this zoom, in the middle of what is shown."""
        widest = max((maat[0] for maat in self.maten), default=0.0) * self.zoom
        top, self._boxes = _EDGE, []
        for width, height in self.maten:
            size = QSize(max(1, round(width * self.zoom)), max(1, round(height * self.zoom)))
            self._boxes.append(QRect(_EDGE + round((widest - size.width()) / 2), top, size.width(), size.height()))
            top += size.height() + _GAP
        self.resize(round(widest) + 2 * _EDGE, max(top - _GAP, 0) + _EDGE)
        self.update()

    def box(self, page: int) -> QRect:
        return self._boxes[page]

    def page_at(self, y: int) -> int:
        return next((page for page, box in enumerate(self._boxes) if box.bottom() >= y), len(self._boxes) - 1)

    def problem(self, page: int) -> str:
        """Why a page could not be drawn; empty when it was."""
        found = self._images.get(page, (0, ""))[1]
        return found if isinstance(found, str) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = [page for page, box in enumerate(self._boxes) if box.intersects(event.rect())]
        for page in shown:
            box = self._boxes[page]
            painter.fillRect(box.adjusted(-1, -1, 1, 1), color("control"))
            found = self._picture(page, box.width())
            if isinstance(found, QImage):
                painter.fillRect(box, Qt.GlobalColor.white)
                painter.drawImage(box, found)
            else:
                painter.fillRect(box, color("surface"))
                painter.setPen(color("text"))
                words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(box.adjusted(12, 12, -12, -12), int(words), found)
        if shown:
            near = range(shown[0] - 1, shown[-1] + 2)
            self._images = {page: kept for page, kept in self._images.items() if page in near}

    def _picture(self, page: int, width: int) -> QImage | str:
        wanted = round(width * self.devicePixelRatioF())
        known = self._images.get(page)
        if known is None or (known[0] != wanted and isinstance(known[1], QImage)):
            known = self._images[page] = (wanted, self._drawn(page, wanted))
        return known[1]

    def _drawn(self, page: int, width: int) -> QImage | str:
        if self.teken is None:
            return ""
        try:
            return self.teken(page, width)
        except UserFacing as error:
            return f"{error.what} {error.now}"


class BladenBeeld(QScrollArea):
    """`page_changed(page from 1)` and `zoomed(percent)`. The zoom follows the window until the user chooses one."""

    page_changed = Signal(int)
    zoomed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._doek = _Doek()
        self._fit = Passend.HEEL
        self.setWidget(self._doek)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._doek.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._say_page)

    def show_pages(self, maten: Sequence[Maat], teken: Teken | None, name: str, fit: Passend = Passend.HEEL) -> None:
        """Other pages, from the top; `name` is for screen readers. Without pages nothing is kept."""
        self._fit = fit
        self._doek.show_pages(maten, teken)
        self.setAccessibleName(name)
        self._apply_fit()
        self.verticalScrollBar().setValue(0)
        self._say_page()

    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._doek.maten)

    def page(self) -> int:
        """The page in view, from 1; 0 without pages."""
        return self._doek.page_at(self.verticalScrollBar().value() + self.viewport().height() // 3) + 1

    def go_to(self, page: int) -> None:
        """Bring this page (from 1) to the top."""
        if 1 <= page <= self.page_count():
            self.verticalScrollBar().setValue(self._doek.box(page - 1).top() - _EDGE)

    def problem(self, page: int) -> str:
        """The sentence in place of a page (from 1) that could not be drawn."""
        return self._doek.problem(page - 1)

    def zoom(self) -> float:
        """1.0 is the size on paper, or one pixel of a photo for one of the screen."""
        return self._doek.zoom

    @Slot()
    def fit_page(self) -> None:
        """The whole page in view."""
        self._fit = Passend.HEEL
        self._apply_fit()

    @Slot()
    def fit_width(self) -> None:
        """As wide as the view."""
        self._fit = Passend.BREED
        self._apply_fit()

    @Slot()
    def zoom_in(self) -> None:
        """A step larger."""
        self._zoom_to(self.zoom() * _STEP)

    @Slot()
    def zoom_out(self) -> None:
        """A step smaller."""
        self._zoom_to(self.zoom() / _STEP)

    def _zoom_to(self, zoom: float) -> None:
        self._fit = Passend.VRIJ
        self._set(zoom)

    @Slot()
    def _apply_fit(self) -> None:
        if self._fit is Passend.VRIJ or not self._doek.maten:
            return
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        wide = (room.width() - 2 * _EDGE - bar) / max(maat[0] for maat in self._doek.maten)
        tall = (room.height() - 2 * _EDGE) / max(maat[1] for maat in self._doek.maten)
        if self._fit is Passend.HEEL:
            # a small photo is not blown up
            self._set(min(wide, tall, 1.0))
        else:
            self._set(min(wide, 1.0) if self._fit is Passend.LEESBAAR else wide)

    def _set(self, zoom: float) -> None:
        tall = sum(maat[1] for maat in self._doek.maten) or 1.0
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, self._doek.height())
        self._doek.zoom = min(max(zoom, _LEAST), _MOST, _LONGEST / tall)
        self._doek.arrange()
        bar.setValue(round(place * self._doek.height()))
        self.zoomed.emit(round(self._doek.zoom * 100))
        self._say_page()

    @Slot()
    def _say_page(self) -> None:
        if self.page_count():
            self.page_changed.emit(self.page())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # a page of a stack gets its size only when it is shown
        QTimer.singleShot(0, self, self._apply_fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)
