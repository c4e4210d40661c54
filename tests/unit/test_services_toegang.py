"""The way in: new, unlock, elsewhere, damaged, example; and what an unlocked workplace shows first."""

import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from svp_desktop.domain.casus import ActieDraft
from svp_desktop.domain.errors import (
    AlGeopend,
    BestandBeschadigd,
    InvoerOnjuist,
    KluisVergrendeld,
    WachtwoordOnjuist,
)
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, IncidentFilter, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Leerling, Medewerker, Naam, PersoonSoort, Rol
from svp_desktop.kluis import trail
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import VOORBEELD_WACHTWOORD, Toegang

WACHTWOORD = "veertien zachte oranje bootjes"


def test_a_new_school_knows_its_directeur(werkplek, clock):
    director = werkplek.school.houder(Rol.DIRECTEUR, clock().date())
    assert director.naam == Naam("Marit", "van den", "Berg")
    assert werkplek.persoon_id == director.id
    assert (werkplek.account.naam, werkplek.account.rol) == ("Marit van den Berg", Rol.DIRECTEUR)
    assert (werkplek.school.lees().naam, werkplek.school.lees().plaats) == ("De Vuurtoren", "Nijmegen")
    assert not werkplek.demo


def test_after_locking_everything_is_there_with_the_password_only(werkplek, toegang):
    werkplek.personen.bewaar(Leerling(0, "", Naam("Sem", "", "Bos")))
    werkplek.bewaar_plek({"tab": "incidenten", "id": 3})
    werkplek.vergrendel()
    werkplek.vergrendel()
    with pytest.raises(KluisVergrendeld):
        werkplek.personen.zoek("bos")
    (school,) = toegang.scholen()
    with pytest.raises(WachtwoordOnjuist):
        toegang.ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD + "!")
    again = toegang.ontgrendel(school.folder, school.accounts[0].id, WACHTWOORD)
    assert [row.naam for row in again.personen.zoek("bos")] == ["Sem Bos"]
    assert again.plek() == {"tab": "incidenten", "id": 3}
    assert again.persoon_id == 1
    again.vergrendel()


def test_the_place_is_empty_at_first(werkplek):
    assert werkplek.plek() == {}


@pytest.mark.parametrize(
    ("name", "account", "password", "field"),
    [
        (" ", "Marit", WACHTWOORD, "school_naam"),
        ("School", "\0", WACHTWOORD, "account_naam"),
        ("School", "Marit", "kort", "wachtwoord"),
    ],
)
def test_what_a_new_school_lacks_is_said_and_nothing_is_left(toegang, tmp_path, name, account, password, field):
    with pytest.raises(InvoerOnjuist) as refused:
        toegang.maak_school(name, "", account, Rol.DIRECTEUR, password)
    assert [finding.field for finding in refused.value.findings] == [field]
    assert toegang.scholen() == ()


def test_a_damaged_school_is_listed_with_what_is_wrong(werkplek, toegang):
    werkplek.vergrendel()
    (school,) = toegang.scholen()
    (school.folder / "sleutelring.json").write_bytes(b"{}")
    (damaged,) = toegang.scholen()
    assert isinstance(damaged.fout, BestandBeschadigd)
    assert (damaged.folder, damaged.accounts) == (school.folder, ())


def test_no_school_is_no_error(toegang):
    assert toegang.scholen() == ()


def test_a_school_elsewhere_is_remembered(werkplek, toegang, tmp_path, clock):
    werkplek.vergrendel()
    (school,) = toegang.scholen()
    elsewhere = tmp_path / "usb" / "map"
    shutil.move(school.folder, elsewhere)
    assert toegang.scholen() == ()
    assert toegang.voeg_bestaande_toe(elsewhere).naam == "De Vuurtoren"
    toegang.voeg_bestaande_toe(elsewhere)
    later = Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())
    assert [choice.folder for choice in later.scholen()] == [elsewhere]
    later.ontgrendel(elsewhere, school.accounts[0].id, WACHTWOORD).vergrendel()
    shutil.rmtree(elsewhere)
    assert later.scholen() == ()


def test_a_folder_without_a_school_is_refused(toegang, tmp_path):
    with pytest.raises(InvoerOnjuist) as refused:
        toegang.voeg_bestaande_toe(tmp_path)
    assert refused.value.findings[0].field == "map"


def test_a_damaged_folder_is_refused(toegang, tmp_path):
    (tmp_path / "sleutelring.json").write_bytes(b"\0\xff")
    with pytest.raises(BestandBeschadigd):
        toegang.voeg_bestaande_toe(tmp_path)


def test_the_unlock_page_loads_nothing_heavy():
    """Measured in a process of its own: the list of schools needs no database and no crypto."""
    program = (
        "import sys, tempfile, pathlib, datetime\n"
        "from svp_desktop.paths import Paths\n"
        "from svp_desktop.services.toegang import Toegang\n"
        "Toegang(Paths.under(pathlib.Path(tempfile.mkdtemp())), datetime.datetime.now).scholen()\n"
        "heavy = {'sqlalchemy', 'alembic', 'sqlcipher3', 'cryptography', 'reportlab', 'PySide6'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    root = Path(__file__).parents[2]
    result = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")


class _Interrupted(Exception):
    pass


def test_the_example_is_made_once_and_again_when_it_is_damaged(toegang, tmp_path):
    heard: list[tuple[int, int]] = []
    first = toegang.voorbeeldschool(lambda done, total: heard.append((done, total)))
    assert first.demo
    assert heard[-1][0] == heard[-1][1] > 0
    assert toegang.scholen() == ()
    marked = first.personen.bewaar(Leerling(0, "", Naam("Zelfgemaakt"))).value
    with pytest.raises(AlGeopend):
        toegang.verwijder_voorbeeldschool()
    first.vergrendel()
    second = toegang.voorbeeldschool()
    assert second.personen.lees(marked).naam.roepnaam == "Zelfgemaakt"
    folder = second.folder
    second.vergrendel()
    with (folder / "school.db").open("r+b") as stream:
        stream.seek(5000)
        stream.write(b"\0" * 50)
    third = toegang.voorbeeldschool()
    assert third.personen.zoek("zelfgemaakt") == ()
    assert not folder.exists()
    third.vergrendel()
    toegang.verwijder_voorbeeldschool()
    assert not (tmp_path / "data" / "voorbeeld").exists()
    toegang.verwijder_voorbeeldschool()


def test_a_half_made_example_leaves_nothing_behind(toegang, tmp_path):
    def stop(done: int, total: int) -> None:
        raise _Interrupted

    with pytest.raises(_Interrupted):
        toegang.voorbeeldschool(stop)
    assert not (tmp_path / "data" / "voorbeeld").exists()


def test_the_password_of_the_example_passes_the_rules():
    assert len(VOORBEELD_WACHTWOORD) >= 15


# What the workplace shows first


@pytest.fixture
def incident(werkplek) -> int:
    child = werkplek.personen.bewaar(Leerling(0, "", Naam("Đorđe", "", "Öztürk"))).value
    person = werkplek.personen.als_betrokkene(child, frozenset({Betrokkenheid.DADER}))
    kinds = (SoortKeuze(Soort.VECHTPARTIJ),)
    draft = IncidentDraft(
        "vandaag", plaats="Gang", soorten=kinds, mand=Mand.ROOD, betrokkenen=(person,), feiten="Er werd geduwd."
    )
    return werkplek.incidenten.registreer(draft).value


def test_one_search_finds_child_casus_and_incident(werkplek, incident):
    casus = werkplek.casussen.open(replace(werkplek.casussen.voorstel(incident), eigenaar_id=werkplek.persoon_id)).value
    found = werkplek.zoeken("ozt")
    assert [hit.soort for hit in found] == [PersoonSoort.LEERLING.value, "casus", "incident"]
    assert (found[1].id, found[2].id) == (casus, incident)
    assert found[2].zin == "24 november: Er werd geduwd."
    assert werkplek.zoeken("o") == werkplek.zoeken("%%") == werkplek.zoeken("niemand") == ()


def test_counters_and_tasks_follow_the_day(werkplek, incident, clock):
    """24 November 2026 is a Tuesday."""
    casus = werkplek.casussen.open(replace(werkplek.casussen.voorstel(incident), eigenaar_id=werkplek.persoon_id)).value
    for day in ("24-11-2026", "27-11-2026", "30-11-2026"):
        werkplek.casussen.leg_vast(casus, ActieDraft("relatiegebaar", day, wie="juf Karin", gedaan=False))
    werkplek.concepten.bewaar("incident:nieuw", {}, "Incident")
    assert tuple(werkplek.tellingen()) == (1, 1, 0, 1, 1, 1)
    assert [task.datum.day for task in werkplek.vandaag()] == [24, 27, 30]
    clock.now += timedelta(days=1)
    assert werkplek.tellingen().te_laat == 1
    assert [task.te_laat for task in werkplek.vandaag()] == [True, False, False]


def test_the_counter_of_incidents_is_of_this_school_year(werkplek, incident, clock):
    clock.now += timedelta(days=365)
    assert werkplek.tellingen().incidenten == 0
    assert werkplek.incidenten.aantal(IncidentFilter()) == (1, 1)


def test_the_trail_holds_codes_and_no_names(werkplek, incident):
    werkplek.personen.bewaar(Medewerker(0, "", Naam("Karin", "", "Bos")))
    werkplek.incidenten.verwijder(incident)
    with werkplek._kluis.school.reading() as rx:
        lines = trail.read(rx)
        assert trail.verify(rx)
    assert [(line.action, line.object_id) for line in lines[:3]] == [
        ("incident.verwijder", str(incident)), ("persoon.nieuw", "3"), ("incident.registreer", str(incident))
    ]  # fmt: skip
