"""Zedenmisdrijf: anyone writes, only the chosen holders read, and who wrote without a key gets it once on paper."""

import json

import pypdf
import pytest
from PySide6.QtWidgets import QPushButton

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.domain.incident import Soort
from svp_desktop.domain.zedenmelding import HoeGehoord, ZedenDraft
from svp_desktop.kluis import sealed
from svp_desktop.kluis.stores import postvak

WORDS = "Hij zei dat het ons geheim was, zei zij zacht."
MARK = "geheim was"


def fill(page) -> None:
    form = page.form
    form.hoe.parts()[0].click()
    form.wat.setPlainText(WORDS)
    form.over_wie.setText("een stagiair")
    form.kind.setText("een kind van groep 5")
    form.bestuur_wie.setText("mevrouw Van Dijk")
    form.bestuur_op.setText("vandaag")
    form.bestuur_om.setText("10.40")


def opened(program):
    """The page, by the button that every tab has."""
    window = program.window
    window.zeden.click()
    return window.page("zeden")


def paper_text(pdf: bytes, tmp_path) -> str:
    path = tmp_path / "blad.pdf"
    path.write_bytes(pdf)
    return " ".join(part.extract_text() for part in pypdf.PdfReader(path).pages).replace("\n", " ")


def links(page) -> list[str]:
    return [made.text() for made in page.vastgelegd.findChildren(QPushButton)]


def test_the_directeur_writes_and_cannot_read_it_back_but_the_holder_can(ploeg, running, tmp_path):
    team = ploeg("eerste")
    page = opened(team.program("directeur"))
    fill(page)
    page.page.opslaan.click()
    pdf = page.papier.blad().pdf
    assert MARK in paper_text(pdf, tmp_path)
    assert "Licht meteen het bestuur in" in paper_text(pdf, tmp_path)
    running.ask.add("question", False)
    page.go_back()
    assert page.papier.blad().pdf == pdf, "not gone before it was printed"
    running.ask.add("question", True)
    page.go_back()
    assert page.vastgelegd.isHidden()
    assert page.form.wat.toPlainText() == ""
    assert team.work().zedenmeldingen.lijst() == ()
    assert team.work().zedenmeldingen.concepten.lees("zeden:nieuw") is None
    team.leave()

    page = opened(team.program("eerste"))
    assert len(links(page)) == 1
    page.vastgelegd.findChildren(QPushButton)[0].click()
    assert page.blad.blad.melding.wat == WORDS
    assert page.blad.blad.melding.hoe is HoeGehoord.KIND
    page.blad.aanvulling.setPlainText("Het bestuur belde terug.")
    page.blad.opslaan.click()
    assert [one.tekst for one in page.blad.blad.aanvullingen] == ["Het bestuur belde terug."]
    page.print_current()
    page.go_back()
    assert page.stack.currentWidget() is page.blad, "back to what was read, without a question"
    # it was moved: nothing lies in the letter box any more
    with team.kluis().school.reading() as rx:
        assert postvak.van(rx, team.ids["eerste"]) == ()


def test_who_it_is_about_is_left_out_and_never_reads_it(ploeg):
    team = ploeg("eerste", "tweede")
    page = opened(team.program("directeur"))
    fill(page)
    left_out = page.form.lezers[team.ids["tweede"]]
    left_out.setChecked(False)
    page.page.opslaan.click()
    team.leave()
    for _visit in range(2):
        page = opened(team.program("eerste"))
        assert len(links(page)) == 1
        team.leave()
    page = opened(team.program("eerste"))
    page.vastgelegd.findChildren(QPushButton)[0].click()
    page.blad.aanvulling.setPlainText("Aangifte op maandag.")
    page.blad.opslaan.click()
    assert page.blad.blad.regel.gesloten_kring
    assert len(page.blad.blad.aanvullingen) == 1
    team.leave()
    page = opened(team.program("tweede"))
    assert page.vastgelegd.isHidden()
    assert team.work().zedenmeldingen.lijst() == ()


def draft() -> ZedenDraft:
    return ZedenDraft("vandaag", "", HoeGehoord.ZELF, WORDS, "een stagiair", bestuur_nog_niet="Niemand nam op.")


def test_a_holder_is_told_at_unlocking_and_no_one_else(ploeg):
    team = ploeg("eerste", "coordinator")
    work = team.enter("coordinator").zedenmeldingen
    work.leg_vast(draft(), [one.account_id for one in work.houders()])
    told = {}
    for who in ("directeur", "coordinator", "eerste"):
        told[who] = [item.pagina for item in team.enter(who).meldingen()].count("zeden")
    assert told == {"directeur": 0, "coordinator": 0, "eerste": 1}


def test_the_trail_of_the_school_does_not_tell_who_wrote_one(ploeg):
    team = ploeg("eerste")
    work = team.enter("directeur")
    before = work.spoor.aantal("school")
    work.zedenmeldingen.leg_vast(draft(), [one.account_id for one in work.zedenmeldingen.houders()])
    assert work.spoor.aantal("school") == before
    work = team.enter("eerste")
    before = work.spoor.aantal("meldcode")
    assert work.zedenmeldingen.haal_op() == 1
    assert work.spoor.aantal("meldcode") == before + 1
    assert work.zedenmeldingen.haal_op() == 0


def test_what_is_typed_survives_a_lock_and_no_other_account_can_read_it(ploeg):
    team = ploeg("eerste", "coordinator")
    page = opened(team.program("directeur"))
    page.form.wat.setPlainText(WORDS)
    page.flush_draft()
    team.leave()
    page = opened(team.program("directeur"))
    assert page.form.wat.toPlainText() == WORDS
    with team.kluis().school.reading() as rx:
        (row,) = rx.connection.exec_driver_sql("SELECT inhoud FROM concept WHERE sleutel LIKE 'zeden%'").all()
    assert MARK not in row[0]
    team.leave()
    closed = bytes.fromhex(json.loads(row[0])["inhoud"]["verzegeld"])
    team.enter("coordinator")
    with pytest.raises(BestandBeschadigd):
        sealed.open_own(team.kluis(), "zeden:nieuw", closed)


def test_bad_input_gets_a_sentence_beside_its_field_and_nothing_is_kept(ploeg):
    team = ploeg("eerste")
    page = opened(team.program("directeur"))
    page.page.opslaan.click()
    for name in ("hoe", "wat", "over_wie", "bestuur_wie"):
        assert page.form.fields[name].message()
    assert page.stack.currentWidget() is page.page
    page.form.nog_niet.setText("Niemand nam op.")
    page.page.opslaan.click()
    assert not page.form.fields["bestuur_wie"].message()


def test_without_anyone_who_may_read_it_goes_on_paper_and_stays_in_the_form(ploeg, tmp_path):
    team = ploeg()
    page = opened(team.program("directeur"))
    fill(page)
    assert page.page.opslaan.text() == "Op papier zetten"
    page.page.opslaan.click()
    assert MARK in paper_text(page.papier.blad().pdf, tmp_path)
    page.papier.leave()
    assert page.form.wat.toPlainText() == WORDS


def test_the_words_stand_nowhere_in_the_files_as_plain_text(ploeg):
    team = ploeg("eerste")
    page = opened(team.program("directeur"))
    fill(page)
    page.page.opslaan.click()
    team.leave()
    for path in team.folder.rglob("*"):
        if path.is_file():
            assert MARK.encode() not in path.read_bytes()


def test_the_form_of_an_incident_leads_to_it_and_keeps_what_was_typed(ploeg):
    team = ploeg("eerste")
    program = team.program("directeur")
    page = program.window.show_page("incidenten")
    page.primary_new()
    editor = page.form.editor
    editor._ui.feiten.setPlainText("Een stagiair bleef alleen met een kind.")
    editor.soorten.chips()[Soort.SEKSUELE_INTIMIDATIE].click()
    editor.vragen.zeden.parts()[1].click()
    next(made for made in editor.vragen.plicht.findChildren(QPushButton)).click()
    assert program.window.current_code() == "zeden"
    assert program.window.page("incidenten").form.editor._ui.feiten.toPlainText().startswith("Een stagiair")
