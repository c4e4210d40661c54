"""A paper on the screen: page images of the very bytes that will be printed, from memory, with zoom."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from svp_desktop.ui.theme import color
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import tool

#: (pdf, page from 1, dots per inch) -> (pixels as BGRx rows, width, height, bytes a row)
Render = Callable[[bytes, int, float], tuple[bytearray, int, int, int]]

POINTS = 72.0
_A4 = (595.28, 841.89)
_GAP = 16
_ZOOMS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SCREEN_DPI = 96.0
#: Between the parts of the line above the page, and at its left.
_LINE_GAPS = 24


class Fit(Enum):
    """How the zoom follows the window."""

    PAGE = "Hele bladzijde"
    WIDTH = "Paginabreedte"
    FREE = ""


def page_image(render: Render, pdf: bytes, page: int, dpi: float) -> QImage:
    """One page as an image; it keeps the pixels that it was given."""
    pixels, width, height, stride = render(pdf, page, dpi)
    return QImage(pixels, width, height, stride, QImage.Format.Format_RGB32)


class _Canvas(QWidget):
    """The pages under each other. Only pages in view are rendered; an old image stays until the new one is there."""

    clicked = Signal(int, QPointF)

    def __init__(self, render: Render) -> None:
        super().__init__()
        self._render = render
        self.pdf = b""
        self.count = 0
        self.zoom = 1.0
        self.marks: dict[int, QRectF] = {}
        self._images: dict[int, tuple[float, QImage]] = {}
        self.setAccessibleName("Voorbeeld van de brief")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_pdf(self, pdf: bytes, count: int) -> None:
        """Other bytes; nothing flickers while the images are made."""
        self.pdf, self.count = pdf, count
        self._images = {page: (0.0, image) for page, (_, image) in self._images.items() if page < count}
        self.setAccessibleDescription(f"{count} bladzijden")
        self.resize(self.sizeHint())
        self.update()

    def page_size(self) -> tuple[float, float]:
        """Width and height of a page in pixels at this zoom."""
        scale = self.zoom * _SCREEN_DPI / POINTS
        return _A4[0] * scale, _A4[1] * scale

    def page_box(self, page: int) -> QRectF:
        """Where a page stands on the canvas."""
        width, height = self.page_size()
        return QRectF(
            round(max(8.0, (self.width() - width) / 2)), 8 + page * (round(height) + _GAP), round(width), round(height)
        )

    def sizeHint(self) -> QSize:
        width, height = self.page_size()
        return QSize(round(width) + 16, 8 + self.count * (round(height) + _GAP))

    def image(self, page: int) -> QImage:
        """The page at the resolution of the screen."""
        dpi = self.zoom * _SCREEN_DPI * self.devicePixelRatioF()
        known = self._images.get(page)
        if known is None or known[0] != dpi:
            known = self._images[page] = (dpi, page_image(self._render, self.pdf, page + 1, dpi))
        return known[1]

    def forget_far(self, first: int, last: int) -> None:
        """Drop images of pages that are out of view."""
        for page in [page for page in self._images if not first - 1 <= page <= last + 1]:
            del self._images[page]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = [page for page in range(self.count) if self.page_box(page).intersects(QRectF(event.rect()))]
        for page in shown:
            box = self.page_box(page)
            for grow, shade in ((2, "line"), (1, "control")):
                painter.fillRect(box.adjusted(-grow + 1, 0, grow - 1, grow), color(shade))
            # Pixel for pixel: a page drawn a fraction of a pixel smaller than its image is blurred.
            pixels = box.size() * self.devicePixelRatioF()
            painter.drawImage(box, self.image(page), QRectF(QPointF(0, 0), pixels))
            mark = self.marks.get(page)
            if mark is not None:
                self._draw_mark(painter, box, mark)
        if shown:
            self.forget_far(shown[0], shown[-1])

    def _draw_mark(self, painter: QPainter, page: QRectF, mark: QRectF) -> None:
        scale = page.width() / _A4[0]
        top = page.top() + mark.top() * scale
        area = QRectF(
            page.left() + mark.left() * scale - 6, top - 3, mark.width() * scale + 12, mark.height() * scale + 6
        )
        tint = color("accent")
        tint.setAlphaF(0.10)
        painter.fillRect(area, tint)
        painter.fillRect(QRectF(area.left(), area.top(), 3, area.height()), color("accent"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for page in range(self.count):
            box = self.page_box(page)
            if box.contains(event.position()):
                self.clicked.emit(page + 1, (event.position() - box.topLeft()) * (_A4[0] / box.width()))


class PaperView(QWidget):
    """Pages with a line above: which page, and the zoom. Pages count from 1; marks and clicks are in points from the
    top left of a page.

    `page_clicked(page, QPointF)` lets the composer open the block under the mouse; `set_marks` shows the block that is
    being edited. Ctrl+wheel zooms.
    """

    page_clicked = Signal(int, QPointF)

    def __init__(self, render: Render) -> None:
        super().__init__()
        self._canvas = _Canvas(render)
        self._canvas.clicked.connect(self.page_clicked)
        self._fit = Fit.PAGE
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._apply_fit)
        self.area = QScrollArea()
        self.area.setWidget(self._canvas)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.verticalScrollBar().valueChanged.connect(self._say_page)
        self._at = (0, 0)
        self._where = Label("", "muted")
        self._zoom = Label("", "muted")
        smaller, larger = tool("zoom-out", "Kleiner"), tool("zoom-in", "Groter")
        self._whole = tool("file-text", "Hele bladzijde")
        smaller.clicked.connect(self.zoom_out)
        larger.clicked.connect(self.zoom_in)
        self._whole.clicked.connect(self.fit_page)
        self._tools = (smaller, larger, self._whole)
        head = row(self._where, None, smaller, self._zoom, larger, self._whole, margins=(4, 0, 0, 0), spacing=2)
        self.setLayout(col(head, (self.area, 1), spacing=4))
        self.setMinimumWidth(250)

    def set_pdf(self, pdf: bytes, pages: int) -> None:
        """Show these bytes; the place on the page is kept."""
        self._canvas.show_pdf(pdf, pages)
        self._apply_fit()
        self._say_page()

    def set_marks(self, marks: Mapping[int, QRectF]) -> None:
        """Mark a part of each page, in points from its top left; an empty mapping takes the marks away."""
        self._canvas.marks = {page - 1: mark for page, mark in marks.items()}
        self._canvas.update()

    def show_place(self, page: int, place: QRectF) -> None:
        """Bring a part of a page into view."""
        box = self._canvas.page_box(page - 1)
        scale = box.width() / _A4[0]
        self.area.ensureVisible(round(box.center().x()), round(box.top() + place.center().y() * scale), 0, 80)

    def page_count(self) -> int:
        """How many pages are shown."""
        return self._canvas.count

    def zoom(self) -> float:
        """1.0 is the size on paper on a screen of 96 dots per inch."""
        return self._canvas.zoom

    def set_zoom(self, zoom: float) -> None:
        """A zoom of one's own."""
        self._fit = Fit.FREE
        self._set(zoom)

    @Slot()
    def fit_page(self) -> None:
        """The whole page in view, also after the window changes."""
        self._fit = Fit.PAGE
        self._apply_fit()

    @Slot()
    def fit_width(self) -> None:
        """The page as wide as the view."""
        self._fit = Fit.WIDTH
        self._apply_fit()

    @Slot()
    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in _ZOOMS if step > self.zoom() + 0.01), _ZOOMS[-1]))

    @Slot()
    def zoom_out(self) -> None:
        """The next smaller step."""
        self.set_zoom(next((step for step in reversed(_ZOOMS) if step < self.zoom() - 0.01), _ZOOMS[0]))

    @Slot()
    def _apply_fit(self) -> None:
        if self._fit is Fit.FREE:
            return
        room = self.area.size()
        # a page as wide as the view is higher than it: the bar beside it takes its width, and none is needed below
        room -= QSize(self.area.verticalScrollBar().sizeHint().width(), 0)
        scale = _SCREEN_DPI / POINTS
        zoom = (room.width() - 16) / (_A4[0] * scale)
        if self._fit is Fit.PAGE:
            zoom = min(zoom, (room.height() - 16) / (_A4[1] * scale))
        self._set(max(0.2, zoom))

    def _set(self, zoom: float) -> None:
        below = Qt.ScrollBarPolicy.ScrollBarAsNeeded if self._fit is Fit.FREE else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.area.setHorizontalScrollBarPolicy(below)
        middle = self.area.verticalScrollBar().value() / max(1, self._canvas.height())
        self._canvas.zoom = zoom
        self._canvas.resize(self._canvas.sizeHint())
        self._canvas.update()
        self.area.verticalScrollBar().setValue(round(middle * self._canvas.height()))
        self._say()

    @Slot()
    def _say_page(self) -> None:
        count = self._canvas.count
        top = self._canvas.mapFrom(self.area.viewport(), QPoint(0, self.area.viewport().height() // 3))
        view = QRectF(QRect(0, top.y(), self._canvas.width(), 1))
        now = next((page for page in range(count) if self._canvas.page_box(page).bottom() >= view.top()), 0)
        self._at = (now + 1, count)
        self._say()

    def _say(self) -> None:
        """Which page and which zoom, in as many words as the line above has room for."""
        page, count = self._at
        room = self.width() - sum(part.sizeHint().width() for part in self._tools) - _LINE_GAPS
        fit = self._fit.value or f"{round(self.zoom() * 100)} %"
        where = [f"{word}{page} van {count}" if count else "" for word in ("Bladzijde ", "Blz. ", "")]
        choices = ((where[0], fit), (where[1], fit), (where[0], ""), (where[1], ""))
        measure = self._where.fontMetrics().horizontalAdvance
        words, zoom = next((pair for pair in choices if measure("".join(pair)) <= room), (where[2], ""))
        self._where.setText(words)
        self._where.setAccessibleName(where[0])
        self._zoom.setText(zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_fit()
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # a page of a stack gets its size only when it is shown; the timer ends with the view
        self._fitting.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)
