"""The days of every casus as one file for a calendar, and the timeline on paper with other children by initials."""

from datetime import date, timedelta
from pathlib import Path

from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import ActieDraft, AfsluitDraft, TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.gesprekken import GesprekDraft, GesprekSoort
from svp_desktop.domain.herstelgesprek import HerstelgesprekDraft
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from tests.ui.casussen.conftest import Way


def _events(path: Path) -> dict[str, dict[str, str]]:
    """Of each event its fields, by its uid."""
    words = path.read_bytes().decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]
    found = [dict(line.split(":", 1) for line in text.split("END:VEVENT")[0].splitlines()) for text in words]
    assert len({item["UID"] for item in found}) == len(found)
    return {item["UID"]: item for item in found}


def test_the_days_of_every_casus_go_to_one_calendar_and_a_later_file_changes_them(
    tab: CasussenTab, way: Way, tmp_path: Path
) -> None:
    work, first, second = way.werkplek, way.open(), way.open(way.ander)
    closed = way.open()
    work.casustaken.bewaar(closed, TaakDraft("Na het eind", way.juf, "27-11-2026"))
    work.casussen.afsluiten(closed, AfsluitDraft("Doel bereikt"))
    task = work.casustaken.bewaar(first, TaakDraft("Mees belt opa", way.juf, "27-11-2026")).value
    talk = GesprekDraft(GesprekSoort.KIND, way.kind, gepland_op="30-11-2026")
    work.gesprekken.bewaar(first, talk)
    fields = ActieVelden((VeldWaarde("verzoek", "Rustig"), VeldWaarde("terugkijken_op", "2-12-2026")))
    work.casussen.leg_vast(second, ActieDraft("oplossingsverzoek", "23-11-2026", wie="juf Marit", velden=fields))
    work.herstelgesprekken.bewaar(second, HerstelgesprekDraft(gepland_op="1-12-2026", evaluatie_op="8-12-2026"))

    answers = tab._context.ask
    assert isinstance(answers, Scripted)
    answers.add("save_file", tmp_path / "school.ics")
    menu = tab.lijst.meer.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    before = _events(tmp_path / "school.ics")
    days = sorted((item["DTSTART;VALUE=DATE"], item["SUMMARY"]) for item in before.values())
    assert days == [
        ("20261127", "Taak voor school"),
        ("20261130", "Gesprek op school"),
        ("20261201", "Gesprek op school"),
        ("20261202", "Terugkijken op school"),
        ("20261208", "Terugkijken op school"),
    ]
    written = (tmp_path / "school.ics").read_text()
    assert not any(word in written for word in ("Mees", "Marit", "Brien", "opa", "plossing"))

    # moved a day and read again: the same event, with a higher number
    work.casustaken.bewaar(first, TaakDraft("Mees belt opa", way.juf, "28-11-2026"), task, 1)
    later = work.met_klok(lambda: work.clock() + timedelta(minutes=5))
    later.casustaken.bewaar_schoolagenda(tmp_path / "later.ics")
    after = _events(tmp_path / "later.ics")
    assert after.keys() == before.keys()
    moved = [uid for uid in after if after[uid]["DTSTART;VALUE=DATE"] != before[uid]["DTSTART;VALUE=DATE"]]
    assert [after[uid]["DTSTART;VALUE=DATE"] for uid in moved] == ["20261128"]
    assert int(after[moved[0]]["SEQUENCE"]) == int(before[moved[0]]["SEQUENCE"]) + 5

    # the file of one casus has the same events
    work.casustaken.bewaar_agenda(second, tmp_path / "een.ics")
    assert _events(tmp_path / "een.ics").keys() < after.keys()


def test_a_school_without_days_gives_an_empty_calendar(way: Way, tmp_path: Path) -> None:
    way.open()
    assert way.werkplek.casustaken.bewaar_schoolagenda(tmp_path / "leeg.ics") == 0
    assert _events(tmp_path / "leeg.ics") == {}


def test_what_more_a_line_tells_has_no_name_of_another_child_either(way: Way) -> None:
    work, casus = way.werkplek, way.open()
    line = TijdlijnRegel(
        date(2026, 11, 23), TijdlijnSoort.ACTIE, "Steun", "Mees", None, "steun", False, 1, "Waarom: Łukasz vroeg het"
    )  # fmt: skip
    kept = work.casustijdlijn.zonder_anderen(CasusVerloop(casus, "Mees Jansen", "", "", (line,)))
    assert "Łukasz" not in kept.regels[0].meer
    assert "Mees" in kept.regels[0].zin
