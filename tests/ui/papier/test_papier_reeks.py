"""One paper for several at once: each child its own, each address its own, nothing out that is not ready."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.school import Aanspreekvorm, Leerling, Naam, Ouder, OuderVan
from svp_desktop.domain.thuisschool import MomentenDraft, ThuisSchoolDraft
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.papier.tab import PapierTab
from svp_desktop.ui.tasks import Background, Progress
from tests.ui.papier.conftest import HOSTILE, Schrijftafel

KIND = "aankondiging_kind"


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.fixture
def ander(tafel: Schrijftafel) -> int:
    """A casus of a second child."""
    sem, juf = (tafel.werkplek.personen.zoek(name)[0].id for name in ("Sem", "Marit"))
    return tafel.werkplek.casussen.open(CasusDraft(sem, None, juf, "Onrust.", "Samen spelen.")).value


def names(tafel: Schrijftafel) -> list[str]:
    return [keuze.naam for keuze in tafel.tab.reeks.boxes]


def test_each_child_gets_its_own_paper_and_only_what_is_ready_goes_out(
    tafel: Schrijftafel, ander: int, file_printer, tmp_path: Path
) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.answer_all()
    tafel.page.reeks.click()
    page = tafel.tab.reeks
    assert names(tafel) == [f"{HOSTILE} van den Berg", "Sem Jansen"]
    assert [keuze.naam for keuze in page.chosen()] == [f"{HOSTILE} van den Berg"]
    page.alles.click()
    page.maken.click()
    ready, held = page.vellen
    assert (ready.klaar, held.klaar) == (True, False)
    assert "keer" in held.houdt_tegen[0]
    assert HOSTILE in text(page.voorbeeld._canvas.pdf)

    tafel.ask.add("printer", file_printer("reeks.pdf"))
    tafel.tab.print_current()
    assert (tmp_path / "reeks.pdf").exists()
    assert len(tafel.werkplek.papieren.lijst(tafel.casus)) == 1
    assert tafel.werkplek.papieren.lijst(ander) == ()
    tafel.ask.add("printer", file_printer("reeks2.pdf"))
    page.afdrukken.click()
    assert len(tafel.werkplek.papieren.lijst(tafel.casus)) == 1, "printed once more is not handed out once more"

    page.paper_wanted.emit(held.keuze)
    assert tafel.tab.stack.currentWidget() is tafel.page
    assert (tafel.draft().casus_id, tafel.draft().roepnaam) == (ander, "Sem")


def test_a_concept_of_another_child_is_the_paper_that_is_made(tafel: Schrijftafel, ander: int) -> None:
    tafel.tab.start_from(ander, "sitin_kaart")
    while tafel.page.form.questions():
        form = tafel.page.form
        form.open("#vragen")
        line = form.body.lines[form.questions()[0].code]
        line.answer.setText("Wij blijven rustig zitten.")
        line.fill.click()
    tafel.page.form.add_own()
    tafel.page.form.body.tekst.insertPlainText("Neem een kussen mee.")
    tafel.tab.flush_draft()
    tafel.tab.start_from(tafel.casus, "sitin_kaart")
    tafel.page.reeks.click()
    page = tafel.tab.reeks
    page.alles.click()
    page.maken.click()
    other = next(item for item in page.vellen if item.keuze.casus_id == ander)
    assert other.opmaak is not None
    assert "Neem een kussen mee." in text(other.opmaak.pdf)
    assert "Sem" in text(other.opmaak.pdf)
    assert "O'Brien" not in text(other.opmaak.pdf)


@pytest.fixture
def bericht(tafel: Schrijftafel) -> str:
    """A thuis-school, and a second child of the group with parents of its own; a brother and a sister share theirs."""
    work = tafel.werkplek
    groep = work.school.groepen()[0].id
    sem = work.personen.zoek("Sem")[0].id
    zus = work.personen.bewaar(Leerling(0, "", Naam("Noor", "", "Jansen"), "9", None, 8, groep)).value
    children = (OuderVan(sem, "moeder"), OuderVan(zus, "moeder"))
    work.personen.bewaar(
        Ouder(
            0, "", Naam("Eva", "", "Jansen"), Aanspreekvorm.MEVROUW, "E.", "Kade 3", "6511AB", "Nijmegen",
            kinderen=children,
        )
    )  # fmt: skip
    id_ = work.thuisschool.begin(tafel.casus).value
    work.thuisschool.bewaar(id_, ThuisSchoolDraft(MomentenDraft("25-11-2026", "26-11-2026")), 1)
    return f"thuisschool_bericht:{id_}"


def test_a_letter_that_names_no_child_goes_to_each_address_of_the_group_once(
    tafel: Schrijftafel, bericht: str, file_printer
) -> None:
    tafel.tab.start_from(tafel.casus, bericht)
    form = tafel.page.form
    while form.questions():
        form.open("#vragen")
        line = form.body.lines[form.questions()[0].code]
        line.answer.setText("Juf Marit")
        line.fill.click()
    tafel.page.reeks.click()
    page = tafel.tab.reeks
    assert sorted(names(tafel)) == ["de heer T. Koster", "mevrouw A. van den Berg", "mevrouw E. Jansen"]
    page.maken.click()
    assert all(item.klaar for item in page.vellen), [item.houdt_tegen for item in page.vellen]
    for item in page.vellen:
        assert item.opmaak is not None
        words = text(item.opmaak.pdf)
        assert item.aan.split()[-1] in words
        assert not [other.aan for other in page.vellen if other is not item and other.aan.split()[-1] in words]
        assert "O'Brien" not in words
    tafel.ask.add("printer", file_printer("bericht.pdf"))
    page.afdrukken.click()
    [row] = tafel.werkplek.papieren.lijst(tafel.casus)
    assert row.aan == "ouders op 3 adressen"
    assert "Jansen" not in text(tafel.werkplek.papieren.lees(row.id)[1])


def test_of_a_series_that_is_printed_in_part_only_that_is_kept(tafel: Schrijftafel, bericht: str, file_printer) -> None:
    tafel.tab.start_from(tafel.casus, bericht)
    tafel.answer_all()
    tafel.page.reeks.click()
    page = tafel.tab.reeks
    page.maken.click()
    assert [item.opmaak.paginas for item in page.vellen if item.opmaak] == [1, 1, 1]
    for name, first, last in (("een.pdf", 1, 2), ("twee.pdf", 3, 3)):
        part = file_printer(name)
        part.setFromTo(first, last)
        tafel.ask.add("printer", part)
        page.afdrukken.click()
    kept = {row.aan for row in tafel.werkplek.papieren.lijst(tafel.casus)}
    assert kept == {"ouders op 2 adressen", page.vellen[2].aan}


def test_stopping_keeps_what_was_made(tafel: Schrijftafel, ander: int, clock, shown, qtbot, monkeypatch) -> None:
    tab = PapierTab(Context(tafel.werkplek, Hub(), tafel.ask, Background(), clock))
    shown(tab)
    tab.start_from(tafel.casus, "sitin_kaart")
    qtbot.waitUntil(lambda: tab.opsteller.shown_page() is not None)
    tab.opsteller.reeks.click()
    page = tab.reeks
    page.alles.click()
    seen = Progress.report

    def stop_at_second(self: Progress, done: int, total: int) -> None:
        if done:
            self.cancel()
        seen(self, done, total)

    monkeypatch.setattr(Progress, "report", stop_at_second)
    page.maken.click()
    qtbot.waitUntil(lambda: page.notice.isVisible())
    assert page.notice.lead() == "Gestopt: 1 van 2 gedaan."
    assert len(page.vellen) == 1
    assert page.maken.isEnabled()


def test_what_goes_out_with_a_series_goes_on_counting_versions(tafel: Schrijftafel, file_printer) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.answer_all()
    tafel.ask.add("printer", file_printer("een.pdf"))
    tafel.page.afdruk.paneel.afdrukken.click()

    def series(words: str) -> list[int]:
        tafel.page.form.change(replace(tafel.draft(), aanhef=words))
        tafel.page.reeks.click()
        tafel.tab.reeks.maken.click()
        tafel.ask.add("printer", file_printer("reeks.pdf"))
        tafel.tab.reeks.afdrukken.click()
        tafel.tab.reeks.crumb.click()
        return [item.nummer for item in tafel.werkplek.papieren.lijst(tafel.casus)]

    assert series("Lieve jij,") == [2, 1]
    assert series("Dag jij,") == [3, 2, 1]
    assert tafel.werkplek.concepten.lees(tafel.tab.keeper.sleutel) is None


def test_a_series_is_saved_as_files_that_tell_no_name_and_replace_none(
    tafel: Schrijftafel, bericht: str, tmp_path: Path
) -> None:
    tafel.tab.start_from(tafel.casus, bericht)
    form = tafel.page.form
    while form.questions():
        form.open("#vragen")
        line = form.body.lines[form.questions()[0].code]
        line.answer.setText("Juf Marit")
        line.fill.click()
    tafel.page.reeks.click()
    page = tafel.tab.reeks
    assert not page.pdf.isEnabled()
    page.maken.click()
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "Bericht aan alle ouders 2026-11-24 2.pdf").write_bytes(b"van iemand anders")
    for answer in (None, folder):
        tafel.ask.add("open_folder", answer)
        page.pdf.click()
    files = [f"Bericht aan alle ouders 2026-11-24 {number}.pdf" for number in (1, 2, 3, 4)]
    assert sorted(item.name for item in folder.iterdir()) == files
    assert (folder / files[1]).read_bytes() == b"van iemand anders"
    made = [item.opmaak.pdf for item in page.vellen if item.opmaak is not None]
    assert [(folder / files[at]).read_bytes() for at in (0, 2, 3)] == made
    assert page.notice.lead() == "3 PDF’s zijn opgeslagen, in deze volgorde."
    assert "niet versleuteld" in page.notice.text()
    tafel.ask.add("open_folder", tmp_path / "weg")
    page.pdf.click()
    assert page.notice.lead() == "0 van de 3 PDF’s zijn opgeslagen, de rest niet."


def test_a_lock_comes_back_to_the_series(tafel: Schrijftafel, ander: int, again: Callable[[], Schrijftafel]) -> None:
    tafel.tab.start_from(tafel.casus, KIND)
    tafel.page.reeks.click()
    tafel.tab.flush_draft()
    place = tafel.tab.place()

    other = again()
    other.tab.go_to(place)
    assert other.tab.stack.currentWidget() is other.tab.reeks
    assert len(names(other)) == 2
    other.tab.go_back()
    assert other.tab.stack.currentWidget() is other.page
    assert other.draft().casus_id == tafel.casus


def test_a_paper_for_a_group_has_no_series(tafel: Schrijftafel) -> None:
    groep, juf = tafel.werkplek.school.groepen()[0].id, tafel.werkplek.personen.zoek("Marit")[0].id
    casus = tafel.werkplek.casussen.open(CasusDraft(None, groep, juf, "Onrust.", "Rust.")).value
    tafel.tab.start_from(casus, "aankondiging_groep")
    assert tafel.page.reeks.isHidden()
