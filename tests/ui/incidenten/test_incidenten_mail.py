"""*Plakken uit mail*: from the pasted text to the form, and nobody chosen by itself (demand 32)."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from svp_desktop.ui.tabs.incidenten.mail import MAIL

TEKST = 'Gisteren rond 10.25 uur in de gang.\r\nMees Jansen sloeg Noor. Anouk zei: "Hij begon."'


def paste(desk: object, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    desk.tab.mail.veld.insertFromMimeData(data)  # type: ignore[attr-defined]
    desk.tab.mail.read()  # type: ignore[attr-defined]


def test_from_mail_to_form(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.mail_button.click()
    assert desk.tab.in_mail()
    paste(desk, TEKST)
    names = {choice.found.vermelding.tekst: choice for choice in desk.tab.mail.voorstel.names}
    assert set(names) == {"Mees Jansen", "Noor", "Anouk"}
    assert [person for person, _ in desk.tab.mail.voorstel.chosen()] == [school.ids["Mees"]]
    names["Noor"].group.button(0).click()
    desk.tab.mail.overnemen.click()
    assert desk.tab.in_form()
    notice = desk.tab.form.notice
    said = f"{notice.lead()} {notice.text()}"
    assert "staan nog niet bij Wie" in said
    assert "Anouk" in said, "who was not chosen is named, not left out without a word"
    assert "Noor" not in said
    desk.tab.form.editor._add_person(school.ids["Anouk"])
    assert not notice.isVisible()
    draft = desk.tab.form.editor.draft()
    assert {person.persoon_id for person in draft.betrokkenen} == {
        school.ids[name] for name in ("Mees", "Noor", "Anouk")
    }
    assert (draft.tijd, draft.plaats, draft.kindwoorden) == ("10.25", "Gang", "Hij begon.")
    assert school.werkplek.concepten.lees(MAIL) is None
    assert desk.seen.errors == []


def test_an_incident_that_is_half_typed_makes_place_only_when_the_user_says_so(desk, school) -> None:
    desk.tab.primary_new()
    desk.tab.form.editor.resume(school.draft("Het eerste voorval."))
    desk.tab.form.flush()
    desk.tab.form.mail_button.click()
    paste(desk, TEKST)
    ask = desk.tab.mail._context.ask
    ask.add("question", False)
    desk.tab.mail.overnemen.click()
    assert desk.tab.in_mail()
    assert "Mees Jansen" in desk.tab.mail.veld.text()
    assert school.werkplek.concepten.lees("incident:nieuw").inhoud["feiten"] == "Het eerste voorval."
    ask.add("question", True)
    desk.tab.mail.overnemen.click()
    assert desk.tab.in_form()
    assert ask.all_used()
    form = desk.tab.form
    assert form.notice.isVisible()
    form.bring_back()
    assert form.editor.draft().feiten == "Het eerste voorval."
    assert not form.notice.isVisible(), "the names were those of the mail"


def test_a_pasted_mail_survives_a_lock(desk, school, open_desk: Callable[..., object]) -> None:
    desk.tab.paste_mail()
    paste(desk, TEKST)
    place = desk.tab.place()
    desk.tab.flush_draft()
    again = open_desk(school.unlock_again())
    again.tab.go_to(place)  # type: ignore[attr-defined]
    assert again.tab.in_mail()  # type: ignore[attr-defined]
    assert "Mees Jansen sloeg" in again.tab.mail.veld.text()  # type: ignore[attr-defined]


def test_a_dropped_file_is_read_and_what_is_no_file_is_told(desk, tmp_path: Path) -> None:
    desk.tab.paste_mail()
    file = tmp_path / "mail.txt"
    file.write_bytes(TEKST.encode())
    for name in (file, tmp_path / "weg.eml"):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(name))])
        desk.tab.mail.veld.insertFromMimeData(data)
    assert "Mees Jansen" in desk.tab.mail.veld.text()
    assert desk.tab.mail.notice.lead() == "Dit bestand kan niet gelezen worden."
