"""Attachments in the form and on the page of an incident: from a file to a picture on the screen, and away again."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from svp_desktop.domain.incident import Soort
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.incidenten.bijlagen import BijlagenPanel
from svp_desktop.ui.tasks import Background


def picture(width: int = 60, height: int = 40, form: bytes = b"PNG") -> bytes:
    """The bytes of a red picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(form)).write(image)
    return bytes(buffer.data().data())


def pdf(*sizes: tuple[float, float]) -> bytes:
    """A PDF with empty pages of these sizes, in points."""
    from io import BytesIO

    made = pypdfium2.PdfDocument.new()
    for size in sizes or ((595, 842),):
        made.new_page(*size)
    kept = BytesIO()
    made.save(kept)
    made.close()
    return kept.getvalue()


def put(folder: Path, name: str, data: bytes) -> Path:
    """A file outside the kluis."""
    path = folder / name
    path.write_bytes(data)
    return path


def drop(panel: BijlagenPanel, *paths: Path) -> None:
    """Drag these files to the panel and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.dropEvent(event)


def names(panel: BijlagenPanel) -> list[str]:
    """What stands in the panel."""
    return [line.bekijk.text() for line in panel.regels]


def test_from_drop_to_picture_and_out_again(desk, school, tmp_path: Path) -> None:
    photo, paper = put(tmp_path, "plein.png", picture()), put(tmp_path, "verslag.pdf", pdf((595, 842), (842, 595)))
    desk.tab.primary_new()
    form = desk.tab.form
    form.editor.load(school.draft())
    drop(form.bijlagen, photo, paper)
    assert names(form.bijlagen) == ["plein.png", "verslag.pdf"]
    form.bijlagen.regels[1].bekijk.click()
    desk.settle()
    assert desk.tab.viewing()
    assert desk.tab.in_form(), "the form stays what is open"
    assert desk.tab.place()["concept"] == "incident:nieuw", "also after a lock"
    page = desk.tab.beeld
    assert page.beeld.page_count() == 2
    assert "bijlage 2 van 2" in page.waar.text()
    QTest.keyClick(desk.focus(), Qt.Key.Key_Left)
    desk.settle()
    assert page.naam.text() == "plein.png"
    assert page.beeld.problem(1) == ""
    assert desk.tab.go_back()
    assert not desk.tab.viewing()
    assert page.bijlage() is None, "nothing of it is kept"
    desk.save()
    incident = desk.tab.list.detail.incident()
    detail = desk.tab.list.detail.bijlagen
    assert incident is not None
    assert names(detail) == ["plein.png", "verslag.pdf"]
    detail.regels[0].bekijk.click()
    desk.settle()
    shot = page.beeld.viewport().grab().toImage()
    assert shot.pixelColor(shot.rect().center()).red() > 240, "the photo itself is on the screen"
    target, context = tmp_path / "kopie", desk.tab._context
    context.ask.add("question", True)
    context.ask.add("save_file", target)
    page.kopie.click()
    assert context.ask.all_used()
    assert target.with_suffix(".png").read_bytes()[:4] == b"\x89PNG"
    assert "niet versleuteld" in desk.seen.said[-1]
    page.crumb.click()
    detail.regels[0].weg.click()
    assert names(detail) == ["verslag.pdf"]
    desk.seen.undo[-1][1]()
    assert names(detail) == ["plein.png", "verslag.pdf"]
    detail.regels[1].weg.click()
    detail.weg.click()
    assert not detail._thrown_box.isHidden(), "what was thrown away can be found again later"


def test_what_is_refused_is_said_and_stops_nothing(desk, tmp_path: Path) -> None:
    desk.tab.primary_new()
    panel = desk.tab.form.bijlagen
    drop(
        panel, put(tmp_path, "pagina.jpg", b"<html><script>alert(1)</script></html>"), put(tmp_path, "leeg.pdf", b""),
        put(tmp_path, "IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0"), tmp_path, tmp_path / "weg.png",
        put(tmp_path, "goed.png", picture()),
    )  # fmt: skip
    assert names(panel) == ["goed.png"]
    said = panel.melding.text()
    assert "pagina.jpg: Dit is geen foto en geen PDF." in said
    assert "leeg.pdf: Dit bestand is leeg." in said
    assert "Meest compatibel" in said
    assert "En nog 2." in said
    drop(panel, *[put(tmp_path, f"{number}.png", picture()) for number in range(25)])
    assert len(panel.regels) == 20
    assert "passen 20 bijlagen" in panel.melding.text()


def test_a_copied_picture_is_pasted(desk) -> None:
    desk.tab.primary_new()
    panel = desk.tab.form.bijlagen
    image = QImage(3000, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    panel.kies.setFocus()
    QTest.keyClick(panel.kies, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert names(panel) == ["geplakte afbeelding.png"]
    chip = desk.tab.form.editor.soorten.chips()[Soort.PESTEN]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert len(panel.regels) == 2, "it works anywhere in the form where no text is typed"
    QGuiApplication.clipboard().setText("tekst")
    QTest.keyClick(chip, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not panel.melding.text()
    panel.paste()
    assert "geen afbeelding" in panel.melding.text()
    QGuiApplication.clipboard().clear()


def test_a_draft_keeps_its_files_and_takes_them_along_when_thrown_away(
    open_desk: Callable[..., object], school, tmp_path: Path
) -> None:
    desk = open_desk(school.werkplek)
    desk.tab.primary_new()
    drop(desk.tab.form.bijlagen, put(tmp_path, "plein.png", picture()))
    desk.tab.flush_draft()
    again = open_desk(school.unlock_again())
    again.tab.primary_new()
    form = again.tab.form
    assert names(form.bijlagen) == ["plein.png"], "a lock loses nothing, also not what has no word with it"
    form.editor.load(school.draft())
    form.keeper.edited()
    again.tab.go_back()
    again.tab.primary_new()
    assert "Met 1 bijlage." in form.notice.text()
    form.throw_away()
    assert names(form.bijlagen) == []
    form.bring_back()
    assert names(form.bijlagen) == ["plein.png"]
    again.save()
    shown = again.tab.list.detail.incident()
    assert shown is not None
    assert names(again.tab.list.detail.bijlagen) == ["plein.png"]


def test_files_of_a_draft_do_not_come_along_with_a_mail(desk, school, tmp_path: Path) -> None:
    desk.tab.primary_new()
    form = desk.tab.form
    form.editor.resume(school.draft("Het eerste voorval."))
    drop(form.bijlagen, put(tmp_path, "eerste.png", picture()))
    form.flush()
    form.start_new_with(school.draft("Uit de mail."), ())
    assert names(form.bijlagen) == []
    desk.seen.undo[-1][1]()
    assert names(form.bijlagen) == ["eerste.png"]
    assert form.editor.draft().feiten == "Het eerste voorval."


@pytest.mark.parametrize("verwijderd", [True, False])
def test_in_the_prullenbak_files_are_only_read(desk, school, tmp_path: Path, verwijderd: bool) -> None:
    incident_id = school.record()
    school.werkplek.bijlagen.voeg_toe(incident_id, "plein.png", picture(), lambda done, total: None)
    if verwijderd:
        school.werkplek.incidenten.verwijder(incident_id)
    detail = desk.tab.list.detail
    desk.tab.list.right.read(incident_id)
    drop(detail.bijlagen, put(tmp_path, "meer.png", picture()))
    assert len(detail.bijlagen.regels) == (1 if verwijderd else 2)
    assert detail.bijlagen.regels[0].weg.isHidden() is verwijderd


def test_names_of_files_can_do_no_harm_on_the_screen(desk, tmp_path: Path) -> None:
    desk.tab.primary_new()
    panel = desk.tab.form.bijlagen
    drop(panel, put(tmp_path, "<b>&amp\u202egpj.exe", picture()), put(tmp_path, "b" * 190 + ".html", b"<html>"))
    assert names(panel) == ["<b>&&ampgpj.exe.png"]
    assert "\u202e" not in panel.melding.text()
    assert len(panel.melding.text()) < 250


def test_a_dropped_file_elsewhere_on_the_page_comes_to_the_panel(desk, tmp_path: Path) -> None:
    desk.tab.primary_new()
    form, data = desk.tab.form, QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(put(tmp_path, "plein.png", picture())))])
    how = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    said = form.bijlagen._sentence
    usual = said.text()
    QApplication.sendEvent(form, QDragEnterEvent(QPoint(5, 5), *how))
    assert said.text() == "Laat los om toe te voegen."
    QApplication.sendEvent(form, QDragLeaveEvent())
    assert said.text() == usual
    QApplication.sendEvent(form, QDragEnterEvent(QPoint(5, 5), *how))
    QApplication.sendEvent(form, QDropEvent(QPointF(5, 5), *how))
    assert names(form.bijlagen) == ["plein.png"]
    desk.settle()
    assert not form.bijlagen.kies.visibleRegion().isEmpty(), "what came is seen, wherever it was let go"
    assert not form.editor._ui.feiten.canInsertFromMimeData(data), "the place of a file is not what happened"


def test_a_heavy_or_broken_attachment_says_so_and_the_next_one_is_a_key_away(
    desk, school, monkeypatch: pytest.MonkeyPatch
) -> None:
    incident_id, service = school.record(), school.werkplek.bijlagen
    service.voeg_toe(incident_id, "zwaar.pdf", pdf(), lambda done, total: None)
    service.voeg_toe(incident_id, "plein.png", picture(), lambda done, total: None)
    service.voeg_toe(incident_id, "stuk.jpg", b"\xff\xd8\xff" + bytes(90), lambda done, total: None)
    monkeypatch.setattr("svp_desktop.documents.buiten_pdf.LANGSTE_TIJD", -1.0)
    desk.tab.list.right.read(incident_id)
    desk.tab.list.detail.bijlagen.regels[0].bekijk.click()
    desk.settle()
    page = desk.tab.beeld
    assert "te zwaar" in page.beeld.problem(1)
    QTest.keyClick(desk.focus(), Qt.Key.Key_Right)
    desk.settle()
    assert page.naam.text() == "plein.png"
    assert not page.melding.isVisible()


def test_a_photo_is_printed_and_that_is_written_down(desk, school, tmp_path: Path) -> None:
    incident_id = school.record()
    school.werkplek.bijlagen.voeg_toe(incident_id, "verslag.pdf", pdf((595, 842), (842, 595)), lambda done, total: None)
    desk.tab.list.right.read(incident_id)
    desk.tab.list.detail.bijlagen.regels[0].bekijk.click()
    desk.settle()
    printer = a4_printer("Proef")
    printer.setOutputFileName(str(tmp_path / "uit.pdf"))
    desk.tab._context.ask.add("printer", printer)
    desk.tab.print_current()
    assert len(pypdfium2.PdfDocument(tmp_path / "uit.pdf")) == 2
    with school.werkplek._kluis.school.reading() as rx:
        found = rx.connection.exec_driver_sql("SELECT object_id FROM spoor WHERE actie = 'bijlage.afgedrukt'").scalars()
        assert list(found) == [str(incident_id)]


def test_a_large_file_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, school, clock, tmp_path: Path) -> None:
    tasks, hub = Background(), Hub()
    context = Context(school.werkplek, hub, Scripted(), tasks, clock)
    incident_id, panel = school.record(), BijlagenPanel(context)
    qtbot.addWidget(panel)
    panel.show_incident(incident_id)
    panel.show()
    large = put(tmp_path, "groot.pdf", pdf() + bytes(12_000_000))
    drop(panel, large, large)
    assert panel.busy()
    assert panel._progress.isVisible()
    qtbot.waitUntil(lambda: panel._bar.value() > 0 or len(panel.regels) > 0)
    panel.stop.click()
    qtbot.waitUntil(lambda: not panel.busy())
    assert len(panel.regels) < 2
    assert not panel._progress.isVisible()
    drop(panel, put(tmp_path, "plein.png", picture()))
    qtbot.waitUntil(lambda: "plein.png" in names(panel))
    drop(panel, large)
    tasks.cancel_all()
    school.unlock_again()
    school.werkplek.bijlagen.ruim_op(lambda: None)
    assert "groot.pdf" not in [one.naam for one in school.werkplek.bijlagen.van(incident_id)][1:]


def test_in_a_change_what_is_added_counts_at_once_and_the_form_says_so(desk, school, tmp_path: Path) -> None:
    incident_id = school.record()
    desk.tab.change(incident_id)
    panel = desk.tab.form.bijlagen
    assert "geldt meteen" in panel._at_once.text()
    assert panel._at_once.isVisible()
    drop(panel, put(tmp_path, "plein.png", picture()))
    desk.tab.form.crumb.click()
    assert [one.naam for one in school.werkplek.bijlagen.van(incident_id)] == ["plein.png"]
    assert school.werkplek.concepten.alle() == (), "a file alone is no change of the text"
    desk.tab.primary_new()
    assert not panel._at_once.isVisible()
