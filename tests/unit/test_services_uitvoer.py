"""What leaves the register, through the service on a real encrypted school: papers, files, and the trail of it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import openpyxl
import pypdfium2
import pytest

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, IncidentFilter, Mand, Soort, SoortKeuze, draft_of
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.domain.spoor import SpoorFilter
from svp_desktop.domain.uitvoer import KOLOMMEN, InzageNodig, LijstVraag
from svp_desktop.exchange.cellen import uit_tekst
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.bestand import BestandNietBewaard, schrijf
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.uitvoer import EERSTE, UitvoerService
from svp_desktop.services.werkplek import Werkplek

NOW = datetime(2026, 11, 24, 10, 31, tzinfo=ZoneInfo("Europe/Amsterdam"))
NAMES = ("O'Brien", "van 't Hof", "Łukasz Şahin", "<b>", "=1+1", "-Kees", "@Sanne", "A" * 290, "Nguyễn Đình", "&amp;")
OLD = "24-11-2024"


@dataclass
class Register:
    """A school with one incident for each hostile name, and one of two years ago."""

    werkplek: Werkplek
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def uitvoer(self) -> UitvoerService:
        """The service that is tried."""
        return self.werkplek.uitvoer

    def trail(self) -> list[tuple[str, str]]:
        """Code and number of everything that left, oldest first."""
        trail = self.werkplek.spoor
        lines = trail.regels("school", trail.ids("school", SpoorFilter()))
        return [(line.actie, line.object_id) for line in reversed(lines) if line.actie.startswith("uitvoer.")]


def quiet(_done: int, _total: int) -> None:
    """Progress that nobody looks at."""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    toegang = Toegang(Paths.under(tmp_path_factory.mktemp("uitvoer")), lambda: NOW, KdfPolicy.for_tests())
    work = toegang.maak_school("De Vuurtoren", "Nijmegen", "Marit Jansen", Rol.DIRECTEUR, "veertien oranje bootjes")
    made = Register(work)
    group = work.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    staff = work.personen.bewaar(Medewerker(0, "", Naam("Hanneke", "", "Vos"), telefoon="012 345 67 89")).value
    work.school.zet_rol(Rol.DIRECTEUR, staff, NOW.date())
    for number, name in enumerate(NAMES, 1):
        child = work.personen.bewaar(Leerling(0, "", Naam(name, "", f"Kind{number}"), groep_id=group)).value
        made.ids[name] = _record(work, child, name, "23-11-2026")
    made.ids[OLD] = _record(work, child, "Oud", OLD)
    yield made
    work.vergrendel()


def _record(work: Werkplek, child: int, name: str, day: str) -> int:
    person = work.personen.als_betrokkene(child, frozenset({Betrokkenheid.DADER}))
    draft = IncidentDraft(
        day, "10.25", "=Plein", soorten=(SoortKeuze(Soort.PESTEN),), mand=Mand.ORANJE, betrokkenen=(person,),
        feiten=f"=Hier was {name} met juf Hanneke.\nEn daarna rust.", beoordelaar="Hanneke Vos",
    )  # fmt: skip
    return work.incidenten.registreer(draft).value


def text_of(pdf: bytes) -> str:
    """The text of a PDF on one line, every kind of space a space."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").replace("\ufffe", "").split())


def ask(**changes) -> LijstVraag:
    every = tuple(kolom.code for kolom in KOLOMMEN)
    return LijstVraag(IncidentFilter(), every)._replace(**changes)


def test_a_workbook_and_a_csv_hold_the_list_as_shown(register: Register, tmp_path: Path) -> None:
    books = {}
    for kind in ("xlsx", "csv"):
        path = tmp_path / f"incidenten.{kind}"
        assert register.uitvoer.bewaar_lijst(ask(aflopend=False), path, kind, quiet).aantal == len(NAMES)
        books[kind] = path
    sheet = list(openpyxl.load_workbook(books["xlsx"]).active.iter_rows(values_only=True))
    lines = list(csv.reader(books["csv"].read_text("utf-8-sig").splitlines(), delimiter=";"))
    titles = [kolom.titel for kolom in KOLOMMEN]
    assert list(sheet[0]) == lines[0] == titles
    who, told, place = titles.index("Leerling"), titles.index("Omschrijving"), titles.index("Plaats")
    wanted = {
        (f"{name} Kind{number}", f"=Hier was {name} met juf Hanneke. En daarna rust.", "=Plein")
        for number, name in enumerate(NAMES, 1)
    }
    assert {(row[who], row[told], row[place]) for row in sheet[1:]} == wanted
    assert {tuple(uit_tekst(line[column]) for column in (who, told, place)) for line in lines[1:]} == wanted
    day, moment = titles.index("Datum"), titles.index("Tijd")
    for row, line in zip(sheet[1:], lines[1:], strict=True):
        texts = [
            f"{value:%d-%m-%Y}" if at == day else f"{value:%H:%M}" if at == moment else value or ""
            for at, value in enumerate(row)
        ]
        assert [uit_tekst(cell) for cell in line] == texts, "both files say the same in every column"
    assert register.trail()[-2:] == [("uitvoer.lijst", str(len(NAMES)))] * 2


def test_only_the_chosen_columns_leave(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "klein.xlsx"
    register.uitvoer.bewaar_lijst(ask(kolommen=("mand", "datum")), path, "xlsx", quiet)
    assert list(openpyxl.load_workbook(path).active.iter_rows(values_only=True, max_row=1)) == [("Datum", "Mand")]


@pytest.mark.parametrize("name", NAMES)
def test_the_form_of_an_incident_shows_the_name_literally(register: Register, name: str) -> None:
    blad = register.uitvoer.meldingsformulier(register.ids[name])
    # a long name breaks over lines
    assert f"Hier was {name} met".replace(" ", "") in text_of(blad.pdf).replace(" ", "")
    assert not blad.ontbreekt


def test_a_sign_that_paper_cannot_show_is_told(register: Register) -> None:
    work = register.werkplek
    before = work.incidenten.lees(register.ids["<b>"])
    draft = replace(draft_of(before.inhoud), kindwoorden="Ik was 😀 en שמח.")
    work.incidenten.wijzig(before.id, draft, before.versie)
    lacking = register.uitvoer.meldingsformulier(before.id).ontbreekt
    assert "😀" in lacking
    assert "ש" in lacking
    assert "I" not in lacking


def test_a_decision_longer_than_a_page_goes_on_to_the_last_word(register: Register) -> None:
    work = register.werkplek
    before = work.incidenten.lees(register.ids["<b>"])
    many = " ".join(f"Zin{number} van een heel lang besluit." for number in range(240))
    work.incidenten.wijzig(before.id, replace(draft_of(before.inhoud), besluit=many), before.versie)
    told = text_of(register.uitvoer.meldingsformulier(before.id).pdf).split()
    assert [word for word in told if word.startswith("Zin")] == [f"Zin{number}" for number in range(240)]


def test_attachments_are_named_and_without_names_only_counted(register: Register) -> None:
    id_ = register.ids["<b>"]
    for name in ("Foto van Mees.gif", "<b>kaart & brief.gif"):
        register.werkplek.bijlagen.voeg_toe(id_, name, b"GIF89a" + bytes(40) + name.encode(), quiet)
    named = text_of(register.uitvoer.meldingsformulier(id_).pdf)
    assert "Foto van Mees.gif <b>kaart & brief.gif Bewaard in het programma, niet bij dit papier." in named
    nameless = text_of(register.uitvoer.meldingsformulier(id_, zonder_namen=True).pdf)
    assert "2, niet bij dit papier" in nameless
    assert "Foto van" not in nameless


def test_without_names_nothing_tells_who_it_was(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "zonder.csv"
    register.uitvoer.bewaar_lijst(ask(zonder_namen=True), path, "csv", quiet)
    blad = register.uitvoer.lijst(ask(zonder_namen=True), quiet)
    forms = [register.uitvoer.meldingsformulier(register.ids[name], zonder_namen=True).pdf for name in NAMES]
    for told in (path.read_text("utf-8-sig"), text_of(blad.pdf), *map(text_of, forms)):
        assert "eerling A" in told
        for name in (*NAMES, "Kind1", "Hanneke", "Vos", "Anker"):
            assert name not in told, name
    assert register.trail()[-1] == ("uitvoer.lijst_anoniem", str(len(NAMES)))


def test_an_earlier_year_leaves_only_with_the_reason_that_seeing_it_asks_for(register: Register) -> None:
    assert register.uitvoer.lijst(ask(), quiet).totaal == len(NAMES)
    with pytest.raises(InzageNodig):
        register.uitvoer.meldingsformulier(register.ids[OLD])
    register.werkplek.inzage.kijk_eerder("Vraag van ouders om inzage.")
    try:
        assert register.uitvoer.lijst(ask(), quiet).totaal == len(NAMES) + 1
        assert "24 november 2024" in text_of(register.uitvoer.meldingsformulier(register.ids[OLD]).pdf)
    finally:
        register.werkplek.inzage._opened.clear()


def test_the_words_of_the_school_year_stay_on_paper(register: Register) -> None:
    register.werkplek.instellingen.zet("soort.pesten", "Structureel pesten")
    register.werkplek.inzage.kijk_eerder("Vraag van ouders om inzage.")
    try:
        assert "Structureel" in text_of(register.uitvoer.meldingsformulier(register.ids["<b>"]).pdf)
        assert "Structureel" not in text_of(register.uitvoer.meldingsformulier(register.ids[OLD]).pdf)
        told = text_of(register.uitvoer.lijst(ask(kolommen=("soort",), aflopend=False), quiet).pdf)
        assert (told.count("Structureel pesten"), told.count("Pesten")) == (len(NAMES), 1)
    finally:
        register.werkplek.instellingen.standaard("soort.pesten")
        register.werkplek.inzage._opened.clear()


def test_a_list_too_long_for_paper_shows_its_begin(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("svp_desktop.services.uitvoer.MEESTE_OP_PAPIER", 4)
    monkeypatch.setattr("svp_desktop.services.uitvoer.EERSTE", 3)
    blad = register.uitvoer.lijst(ask(), quiet)
    assert (blad.totaal, blad.getoond, EERSTE) == (len(NAMES), 3, 60)


def test_the_meldwijzer_is_one_page_with_names_and_vacancies(register: Register) -> None:
    pdf = register.uitvoer.meldwijzer()
    told = text_of(pdf)
    assert len(pypdfium2.PdfDocument(pdf)) == 1
    for words in ("Bel 112", "Hanneke Vos, 012 345 67 89", "nog niet ingevuld", "Veilig Thuis", "ook als u twijfelt"):
        assert words in told
    register.werkplek.instellingen.zet("meldwijzer", ("Brand: Ga naar het plein. Vertel het de [MR].", "Zonder punt"))
    told = text_of(register.uitvoer.meldwijzer())
    assert "Ga naar het plein. Vertel het de" in told
    assert "Bel 112" not in told


def test_the_empty_form_is_one_sheet_with_every_kind(register: Register) -> None:
    pdf = register.uitvoer.leeg_formulier()
    assert len(pypdfium2.PdfDocument(pdf)) == 2
    told = text_of(pdf)
    for words in ("Pesten", "E-mail, sociale media", "kwaliteitscoördinator", "Uw naam"):
        assert words in told


def test_the_trail_says_what_left_and_how(register: Register, tmp_path: Path) -> None:
    one, service = register.ids["<b>"], register.uitvoer
    blad = service.lijst(ask(), quiet)
    for nameless in (False, True):
        service.formulier_afgedrukt(one, zonder_namen=nameless)
        service.bewaar_formulier(one, b"%PDF", tmp_path / "f.pdf", zonder_namen=nameless)
        service.lijst_afgedrukt(7, zonder_namen=nameless)
        service.bewaar_lijst_pdf(blad, tmp_path / "l.pdf", zonder_namen=nameless)
    number, many = str(one), str(len(NAMES))
    assert register.trail()[-8:] == [
        ("uitvoer.formulier_druk", number), ("uitvoer.formulier", number),
        ("uitvoer.lijst_druk", "7"), ("uitvoer.lijst", many),
        ("uitvoer.formulier_druk_anoniem", number), ("uitvoer.formulier_anoniem", number),
        ("uitvoer.lijst_druk_anoniem", "7"), ("uitvoer.lijst_anoniem", many),
    ]  # fmt: skip
    assert (tmp_path / "l.pdf").read_bytes() == blad.pdf


class Stopped(Exception):
    """The user pressed Stoppen."""


def test_who_stops_halfway_leaves_nothing_behind(register: Register, tmp_path: Path) -> None:
    path, before = tmp_path / "lijst.xlsx", register.trail()
    path.write_bytes(b"what was there")

    def stop(done: int, total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        register.uitvoer.bewaar_lijst(ask(), path, "xlsx", stop)
    assert [item.name for item in tmp_path.iterdir()] == ["lijst.xlsx"]
    assert path.read_bytes() == b"what was there"
    assert register.trail() == before


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    with pytest.raises(BestandNietBewaard):
        schrijf(tmp_path / "weg" / "a.pdf", lambda stream: stream.write(b"x"), lambda size: None)
    folder = tmp_path / "map"
    folder.mkdir()
    with pytest.raises(BestandNietBewaard):
        schrijf(folder, lambda stream: stream.write(b"x"), lambda size: None)
    assert sorted(item.name for item in tmp_path.iterdir()) == ["map"]


def test_a_full_disk_is_told_as_a_full_disk(tmp_path: Path) -> None:
    def full(_stream: object) -> int:
        raise OSError(28, "No space left on device")

    with pytest.raises(BestandNietBewaard) as caught:
        schrijf(tmp_path / "a.pdf", full, lambda size: None)
    assert caught.value.what == "De schijf is vol. Het bestand is niet opgeslagen."
    assert list(tmp_path.iterdir()) == []
