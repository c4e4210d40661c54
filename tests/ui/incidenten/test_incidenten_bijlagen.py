"""Attachments in the form and on the page of an incident: from a file to a picture on the screen, and away again."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QTest

from svp_desktop.ui.tabs.incidenten.bijlagen import BijlagenPanel


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
    QGuiApplication.clipboard().setText("tekst")
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
    form.start_new_with(school.draft("Uit de mail."))
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
