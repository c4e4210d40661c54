"""A paper on the screen and to the printer: the very bytes, page by page, from memory."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from reportlab.pdfgen.canvas import Canvas

from svp_desktop.documents.raster import render
from svp_desktop.ui.ask import a4_printer, to_a4
from svp_desktop.ui.cover import close_dialogs
from svp_desktop.ui.preview import PaperView, page_image
from svp_desktop.ui.printing import AfdrukkenMislukt, print_pdf

A4 = (595.28, 841.89)


@pytest.fixture
def pdf() -> bytes:
    """Two pages: a black square in the top left of the first, in the bottom right of the second."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(20, A4[1] - 120, 100, 100, fill=1)
    canvas.showPage()
    canvas.rect(A4[0] - 120, 20, 100, 100, fill=1)
    canvas.save()
    return out.getvalue()


@pytest.fixture
def view(pdf: bytes, shown: Callable[[QWidget], QWidget]) -> PaperView:
    made = PaperView(render)
    made.resize(600, 700)
    shown(made)
    made.set_pdf(pdf, 2)
    return made


def black_at(image, x: float, y: float) -> bool:
    scale = image.width() / A4[0]
    return image.pixelColor(round(x * scale), round(y * scale)).lightness() < 60


def test_a_page_image_has_the_right_side_up(pdf: bytes) -> None:
    first, second = (page_image(render, pdf, page, 72) for page in (1, 2))
    assert black_at(first, 70, 70)
    assert not black_at(first, A4[0] - 70, A4[1] - 70)
    assert black_at(second, A4[0] - 70, A4[1] - 70)


@pytest.mark.parametrize("zoom", [0.65, 0.8, 1.0, 1.25])
def test_a_page_is_shown_pixel_for_pixel(view: PaperView, zoom: float) -> None:
    view.set_zoom(zoom)
    canvas = view._canvas
    shown, box = canvas.grab().toImage(), canvas.page_box(0).toRect()
    drawn = canvas.image(0).copy(0, 0, box.width(), box.height())
    assert shown.copy(box).convertToFormat(drawn.format()) == drawn


def test_the_whole_page_is_in_view_at_first(view: PaperView) -> None:
    page = view._canvas.page_box(0)
    assert page.height() <= view.area.viewport().height()
    assert view.page_count() == 2


@pytest.mark.parametrize("wide", [300, 340, 420, 600])
def test_the_words_above_the_page_are_never_cut(view: PaperView, wide: int) -> None:
    view.resize(wide, 500)
    for zoom in (view.fit_page, view.zoom_in):
        zoom()
        head = view.layout().itemAt(0).layout()
        words = [item.widget() for item in (head.itemAt(number) for number in range(head.count())) if item.widget()]
        assert sum(part.sizeHint().width() for part in words) <= wide
        assert "1 van 2" in view._where.text()
        assert view._where.accessibleName() == "Bladzijde 1 van 2"


def test_zoom_goes_in_steps_and_back_to_the_page(view: PaperView) -> None:
    whole = view.zoom()
    view.set_zoom(1.0)
    view.zoom_in()
    assert view.zoom() == 1.25
    view.zoom_out()
    view.zoom_out()
    assert view.zoom() == 0.8
    view.fit_page()
    assert view.zoom() == whole
    view.fit_width()
    assert view.zoom() > whole


def test_a_click_tells_page_and_place_in_points(view: PaperView, qtbot) -> None:
    view.set_zoom(1.0)
    box = view._canvas.page_box(0)
    with qtbot.waitSignal(view.page_clicked) as told:
        QTest.mouseClick(view._canvas, Qt.MouseButton.LeftButton, pos=(box.topLeft() + QPointF(96, 96)).toPoint())
    page, place = told.args
    assert page == 1
    assert abs(place.x() - 72) < 1.5
    assert abs(place.y() - 72) < 1.5


def test_the_block_that_is_edited_is_marked_and_brought_into_view(view: PaperView) -> None:
    view.set_zoom(1.0)
    clean = view._canvas.image(1)
    before = view._canvas.grab().toImage()
    view.set_marks({2: QRectF(50, 600, 300, 40)})
    assert view._canvas.grab().toImage() != before
    assert view._canvas.image(1) == clean
    view.show_place(2, QRectF(50, 600, 300, 40))
    box = view._canvas.page_box(1)
    middle = view._canvas.mapTo(view.area.viewport(), QPoint(0, round(box.top() + 620 * 96 / 72)))
    assert 0 <= middle.y() <= view.area.viewport().height()
    view.set_marks({})
    assert view._canvas.grab().toImage() == before


def test_new_bytes_are_shown_in_the_same_place(view: PaperView) -> None:
    view.set_zoom(1.5)
    view.area.verticalScrollBar().setValue(300)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.rect(0, 0, *A4, fill=1)
    canvas.save()
    view.set_pdf(out.getvalue(), 1)
    assert view.area.verticalScrollBar().value() == 300
    assert black_at(view._canvas.image(0), 300, 400)


def test_pages_out_of_view_are_forgotten(view: PaperView, pdf: bytes) -> None:
    document = pypdfium2.PdfDocument.new()
    source = pypdfium2.PdfDocument(pdf)
    for _ in range(10):
        document.import_pages(source)
    out = io.BytesIO()
    document.save(out)
    view.set_pdf(out.getvalue(), 20)
    view.set_zoom(1.0)
    bar = view.area.verticalScrollBar()
    for step in range(10):
        bar.setValue(bar.maximum() * step // 9)
        view.area.viewport().repaint()
        view._canvas.repaint()
    assert len(view._canvas._images) <= 5


def printed_to(file: Path) -> QPrinter:
    printer = a4_printer("Brief", 1)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def test_paper_gets_every_page_at_its_full_size(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "uit.pdf"
    assert print_pdf(printed_to(file), pdf, 2, render) == range(1, 3)
    printed = file.read_bytes()
    document = pypdfium2.PdfDocument(printed)
    assert len(document) == 2
    assert [round(size) for size in document[0].get_size()] == [595, 842]
    first = page_image(render, printed, 1, 72)
    assert black_at(first, 22, 22)
    assert black_at(first, 118, 118)
    assert not black_at(first, 130, 130)


def test_a_page_keeps_its_proportions_on_other_paper(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "uit.pdf"
    printer = printed_to(file)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    print_pdf(printer, pdf, 2, render)
    first = page_image(render, file.read_bytes(), 1, 72)
    assert (first.width(), first.height()) == (612, 792)
    inside, outside = [(48, 22), (136, 110)], [(23, 22), (142, 110)]
    assert all(first.pixelColor(x, y).lightness() < 60 for x, y in inside)
    assert all(first.pixelColor(x, y).lightness() > 200 for x, y in outside), "it is not stretched to the edge"


def test_the_size_that_a_driver_hands_back_is_made_a4_again_and_the_other_choices_stay() -> None:
    printer = a4_printer("Brief", 2)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    two_sided = printer.duplex()  # what this machine's printer, if it has one, made of the wish
    to_a4(printer)
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert (printer.duplex(), printer.colorMode(), printer.copyCount()) == (two_sided, QPrinter.ColorMode.GrayScale, 2)


@pytest.mark.parametrize("locks", [False, True])
def test_a_long_print_says_how_far_it_is_and_is_stopped_by_its_button_and_by_a_lock(
    locks: bool, pdf: bytes, tmp_path: Path, shown, qtbot
) -> None:
    source, document = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
    for _ in range(100):
        document.import_pages(source)
    out, file, window, told = io.BytesIO(), tmp_path / "uit.pdf", QWidget(), []
    document.save(out)
    shown(window)

    def stop() -> None:
        for dialog in window.findChildren(QProgressDialog):
            if dialog.isVisible():
                told.append(dialog.labelText())
                if locks:
                    close_dialogs()
                else:
                    QTest.mouseClick(dialog.findChild(QPushButton), Qt.MouseButton.LeftButton)

    watch = QTimer(window)
    watch.timeout.connect(stop)
    watch.start(20)
    assert print_pdf(printed_to(file), out.getvalue(), 200, render, window) == range(0)
    assert re.fullmatch(r"Bladzijde \d+ van 200 gaat naar de printer\.", told[0])
    assert not file.exists(), "half a file stays nowhere"


def test_only_the_chosen_pages_are_printed(pdf: bytes, tmp_path: Path) -> None:
    file = tmp_path / "uit.pdf"
    printer = printed_to(file)
    printer.setFromTo(2, 2)
    assert print_pdf(printer, pdf, 2, render) == range(2, 3)
    assert black_at(page_image(render, file.read_bytes(), 1, 72), A4[0] - 70, A4[1] - 70)


@pytest.mark.qt_log_ignore("QPainter|QPrinter|QPdf", extend=True)
def test_a_printer_that_refuses_is_said(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(AfdrukkenMislukt):
        print_pdf(printed_to(tmp_path / "geen map" / "uit.pdf"), pdf, 2, render)
