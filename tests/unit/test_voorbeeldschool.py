"""The voorbeeldschool: the same every time, alive on every screen, and made in a moment."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from svp_desktop import resources
from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import CasusFilter, CasusStatus
from svp_desktop.domain.incident import IncidentFilter, Mand, Partijen, Soort, partijen
from svp_desktop.domain.inlezen import Wat
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.pest_papier import PestBlad
from svp_desktop.domain.pest_signalen import Signaallijst
from svp_desktop.domain.pest_toets import Uitkomst
from svp_desktop.domain.pestzaak import PestFilter
from svp_desktop.domain.school import Ouder, PersoonSoort, Rol
from svp_desktop.domain.thuisschool import ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import ContactStand
from svp_desktop.domain.vergelijken import HEEFT_CASUS
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.voorbeeldpapieren import papieren
from svp_desktop.services.werkplek import Werkplek


def _make(root: Path, clock: Callable[[], object]) -> Werkplek:
    return Toegang(Paths.under(root), clock, KdfPolicy.for_tests()).voorbeeldschool()


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Werkplek:
    moment = datetime(2026, 11, 24, 10, 31, tzinfo=ZoneInfo("Europe/Amsterdam"))
    made = _make(tmp_path_factory.mktemp("voorbeeld"), lambda: moment)
    yield made
    made.vergrendel()


def _incidents(school: Werkplek):
    return [school.incidenten.lees(number) for number in school.incidenten.ids(IncidentFilter())]


def test_it_has_the_size_of_a_real_school(school: Werkplek) -> None:
    assert len(school.personen.lijst(PersoonSoort.LEERLING)) == 180
    assert len(school.personen.lijst(PersoonSoort.OUDER)) > 280
    assert 55 <= school.incidenten.aantal(IncidentFilter())[0] <= 65
    statuses = [row.status for row in school.casussen.lijst(CasusFilter(afgesloten=True))]
    assert len(statuses) == 8
    assert set(statuses) == set(CasusStatus)


def test_the_register_has_the_spread_of_real_years(school: Werkplek) -> None:
    found = [item.inhoud for item in _incidents(school)]
    assert {item.mand for item in found} == set(Mand)
    assert {keuze.soort for item in found for keuze in item.soorten} == set(Soort)
    assert {pair for item in found for pair in partijen(item.betrokkenen)} >= {
        Partijen.LEERLINGEN,
        Partijen.LEERLING_PERSONEEL,
        Partijen.OUDER_PERSONEEL,
    }
    assert any(item.twijfel for item in found)
    last_year = school.incidenten.aantal(IncidentFilter(schooljaar="2025-2026"))[0]
    assert last_year >= 15
    assert all(item.datum <= school.today() for item in found)


def test_there_is_work_that_waits_and_work_that_is_late(school: Werkplek) -> None:
    tasks = school.vandaag()
    assert any(task.te_laat for task in tasks)
    assert any(task.datum > school.today() for task in tasks)
    pijlers = {row.titel: row.pijlers for row in school.casussen.lijst(CasusFilter())}
    assert pijlers["Quinten Peeters"][list(Pijler).index(Pijler.RELATIE)] == 0


def test_letters_have_addresses_and_roles_have_holders(school: Werkplek) -> None:
    parents = [school.personen.lees(line.id) for line in school.personen.lijst(PersoonSoort.OUDER)[:40]]
    assert all(isinstance(parent, Ouder) and parent.straat and parent.postcode for parent in parents)
    assert school.school.houder(Rol.DIRECTEUR, school.today()) is not None
    vacant = [line for line in school.school.rollen() if line.persoon_id is None]
    assert [line.rol for line in vacant] == [Rol.INTERNE_VERTROUWENSPERSOON]


def test_it_is_the_same_every_time(school: Werkplek, tmp_path: Path) -> None:
    again = _make(tmp_path, school.clock)
    try:
        for kind in PersoonSoort:
            assert again.personen.lijst(kind) == school.personen.lijst(kind)
        assert [item.inhoud for item in _incidents(again)] == [item.inhoud for item in _incidents(school)]
        assert again.casussen.lijst(CasusFilter()) == school.casussen.lijst(CasusFilter())
    finally:
        again.vergrendel()


def test_reading_the_shipped_export_into_it_shows_every_kind_of_change(school: Werkplek) -> None:
    data = Path(resources.path("demo", "leerlingen-edex.xml")).read_bytes()
    voorstel = school.inlezen.bekijk(data, "leerlingen-edex.xml")
    assert not voorstel.waarschuwing
    assert voorstel.aantal(Wat.GEWIJZIGD) == 9
    assert all(voorstel.aantal(wat) for wat in (Wat.NIEUW, Wat.VERTROKKEN, Wat.GELIJK))
    assert any(line.let_op == HEEFT_CASUS and not line.standaard_gekozen for line in voorstel.regels)


def test_the_casussen_have_people_and_talks(school: Werkplek) -> None:
    casus = next(row.id for row in school.casussen.lijst(CasusFilter()) if row.titel == "Quinten Peeters")
    assert any(item.telefoon_op_papier for item in school.casusmensen.steunfiguren(casus))
    assert not all(item.telefoon_op_papier for item in school.casusmensen.steunfiguren(casus))
    assert any(item.ingelicht_op and item.inbreng for item in school.casusmensen.ouders(casus))
    talks = school.gesprekken.van_casus(casus)
    assert (talks[0].open, talks[-1].open) == (True, False)


def test_one_thuisschool_runs_and_waits_for_the_call_of_today(school: Werkplek) -> None:
    [(casus, found)] = school.thuisschool.lopend()
    assert casus.titel == "Daan O'Brien"
    assert [day.stand for day in found.dagen if day.datum <= school.today()] == [
        *[ContactStand.GEDAAN] * 2,
        ContactStand.VANDAAG,
    ]
    jip = next(row.id for row in school.casussen.lijst(CasusFilter()) if row.titel == "Jip Smit")
    [over] = school.thuisschool.van_casus(jip)
    assert over.status is ThuisSchoolStatus.AFGEROND
    assert all(task.gedaan_op for task in school.thuisschool.beeld(over.id).taken)


def test_it_can_be_made_in_a_holiday_of_a_year_that_the_program_does_not_know(tmp_path: Path) -> None:
    moment = datetime(2032, 8, 1, 8, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    made = _make(tmp_path, lambda: moment)
    try:
        assert len(made.casussen.lijst(CasusFilter(afgesloten=True))) == 8
        assert len(made.thuisschool.lopend()) == 1
    finally:
        made.vergrendel()


def test_the_return_after_thuisschool_has_its_herstelgesprek(school: Werkplek) -> None:
    ids = {row.titel: row.id for row in school.casussen.lijst(CasusFilter())}
    for name, held in (("Daan O'Brien", False), ("Jip Smit", True)):
        [period] = school.thuisschool.van_casus(ids[name])
        [talk] = school.herstelgesprekken.van_casus(ids[name])
        assert talk.inhoud.thuisschool_id == period.id
        assert talk.inhoud.gepland_op == period.inhoud.momenten.terug_op
        assert (talk.inhoud.gehouden_op is not None) is held
        on_ladder = [item for item in school.casussen.acties(ids[name]) if item.actie == "thuis_school"]
        assert [item.id for item in on_ladder] == [period.inhoud.actie_id]


def test_one_pestzaak_is_in_nazorg_and_its_next_check_is_late(school: Werkplek) -> None:
    [row] = school.pestzaken.lijst(PestFilter())
    assert (row.naam, row.uitkomst, row.te_laat) == ("Amélie Bakker", Uitkomst.PESTEN, True)
    found = school.pestzaken.beeld(row.id)
    assert [stand.klaar for stand in found.standen[:4]] == [True] * 4
    assert (found.casus, len(found.incidenten)) == ("Daan O'Brien", 3)
    held = [check for check in found.checks if check.gehouden_op]
    assert [check.goed for check in held] == [False]
    assert sum(bool(line.door) for line in found.opgeteld[Signaallijst.GEPEST]) == 6
    assert found.netwerk.verbindingen
    papers = school.pest_papieren
    assert [blad for blad in PestBlad if not papers.mag_gedrukt(row.id, blad, papers.begin(row.id, blad))] == []


def test_it_has_a_casus_for_every_kind_of_paper_and_none_is_held_back(school: Werkplek) -> None:
    made = {}
    for paper in papieren(school):
        if paper.naam.startswith("tekst-"):
            break
        made[paper.naam] = paper
    assert set(made) >= {soort.value for soort in PapierSoort}
    assert {name: paper.tegengehouden for name, paper in made.items() if paper.tegengehouden} == {}
    assert all(paper.pdf.startswith(b"%PDF") for paper in made.values())
