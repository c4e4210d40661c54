"""Taking over a file: all chosen lines or none, nothing written for what is equal, and back again."""

import csv
import io
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from svp_desktop import resources
from svp_desktop.domain.casus import AfsluitDraft, CasusDraft
from svp_desktop.domain.errors import InleesFout, IntussenVeranderd
from svp_desktop.domain.inlezen import Teruggezet, Veld, Wat
from svp_desktop.domain.school import Leerling, Medewerker, PersoonSoort
from svp_desktop.services.werkplek import Werkplek

EDEX = Path(resources.path("demo", "leerlingen-edex.xml")).read_bytes()
CSV = Path(resources.path("demo", "leerlingen-excel.csv")).read_bytes()


def neem_over(werkplek: Werkplek, data: bytes, naam: str = "leerlingen.xml"):
    voorstel = werkplek.inlezen.bekijk(data, naam)
    return werkplek.inlezen.neem_over(voorstel, voorstel.standaard)


def leerlingen(werkplek: Werkplek, vertrokken: bool = False) -> list[int]:
    return [line.id for line in werkplek.personen.lijst(PersoonSoort.LEERLING, vertrokken=vertrokken)]


def stand(werkplek: Werkplek) -> tuple[int, int]:
    """How far the compartment's commits and the trail are: equal means that nothing was written."""
    from svp_desktop.kluis import trail
    from svp_desktop.kluis.tables.kern import identiteit

    with werkplek._kluis.school.reading() as rx:
        return rx.connection.execute(identiteit.select()).one().volgnummer, trail.head(rx)[0]


def spoor(werkplek: Werkplek) -> list[str]:
    from svp_desktop.kluis import trail

    with werkplek._kluis.school.reading() as rx:
        return [line.action for line in trail.read(rx)]


def test_an_edexml_of_the_whole_school_comes_in_at_once(werkplek: Werkplek) -> None:
    before = stand(werkplek)
    outcome = neem_over(werkplek, EDEX)
    assert (outcome.value.aantal(Wat.NIEUW), outcome.value.nieuwe_groepen[0]) == (188, "Onderbouw Zon")
    assert stand(werkplek) == (before[0] + 1, before[1] + 1)
    assert len(leerlingen(werkplek)) == 182
    (found,) = werkplek.personen.zoek("Quinten Peeters")
    groep = werkplek.personen.groep_van(found.id)
    assert groep is not None
    assert groep.naam == "Bovenbouw Anker"
    assert len(werkplek.school.groepen()) == 6


def test_teachers_come_with_their_groups(werkplek: Werkplek) -> None:
    neem_over(werkplek, EDEX)
    (found,) = werkplek.personen.zoek("Oisín Ouden", {PersoonSoort.MEDEWERKER})
    teacher = werkplek.personen.lees(found.id)
    assert isinstance(teacher, Medewerker)
    names = {group.id: group.naam for group in werkplek.school.groepen()}
    assert [names[id] for id in teacher.groep_ids] == ["Bovenbouw Anker"]


@pytest.mark.parametrize("again", [EDEX, CSV], ids=["xml", "csv"])
def test_the_same_pupils_again_write_nothing(werkplek: Werkplek, again: bytes) -> None:
    neem_over(werkplek, EDEX)
    before = stand(werkplek)
    voorstel = werkplek.inlezen.bekijk(again, "weer")
    assert {line.wat for line in voorstel.regels} == {Wat.GELIJK}
    outcome = werkplek.inlezen.neem_over(voorstel, frozenset(line.nummer for line in voorstel.regels))
    assert not outcome.changes.topics
    assert stand(werkplek) == before


def test_a_changed_file_changes_what_changed_and_nothing_else(werkplek: Werkplek) -> None:
    neem_over(werkplek, CSV, "x.csv")
    everyone = {id: werkplek.personen.lees(id) for id in leerlingen(werkplek)}
    changed = CSV.decode("utf-8-sig").replace("1000;Hafsa;;Çelik;27-02-2018;4;", "1000;Hafsa Nur;;Çelik;27-02-2018;5;")
    outcome = neem_over(werkplek, changed.encode(), "x.csv")
    (line,) = outcome.value.overgenomen
    now = {id: werkplek.personen.lees(id) for id in everyone}
    different = [id for id in everyone if everyone[id] != now[id]]
    assert different == [line.persoon_id]
    pupil = now[line.persoon_id]
    assert isinstance(pupil, Leerling)
    assert (pupil.naam.roepnaam, pupil.jaargroep) == ("Hafsa Nur", 5)


def test_who_left_is_marked_and_comes_back_as_the_same_person(werkplek: Werkplek, clock) -> None:
    neem_over(werkplek, CSV, "x.csv")
    lines = CSV.decode("utf-8-sig").splitlines(keepends=True)
    outcome = neem_over(werkplek, "".join(lines[:-1]).encode(), "x.csv")
    (left,) = outcome.value.overgenomen
    assert left.wat is Wat.VERTROKKEN
    pupil = werkplek.personen.lees(left.persoon_id)
    assert isinstance(pupil, Leerling)
    assert pupil.vertrokken_op == date(2026, 11, 24)
    assert left.persoon_id not in leerlingen(werkplek)
    (back,) = neem_over(werkplek, CSV, "x.csv").value.overgenomen
    assert back.persoon_id == left.persoon_id
    assert left.persoon_id in leerlingen(werkplek)


def test_a_leaver_with_a_running_casus_stays_until_the_user_says_so(werkplek: Werkplek) -> None:
    neem_over(werkplek, CSV, "x.csv")
    lines = CSV.decode("utf-8-sig").splitlines(keepends=True)
    last = werkplek.inlezen.bekijk("".join(lines[:-1]).encode(), "x.csv").regels[0].persoon_id
    casus = werkplek.casussen.open(
        CasusDraft(leerling_id=last, eigenaar_id=werkplek.persoon_id, aanleiding="Gooide een bal")
    ).value
    voorstel = werkplek.inlezen.bekijk("".join(lines[:-1]).encode(), "x.csv")
    assert not voorstel.standaard
    assert voorstel.regels[0].let_op == "Heeft een lopende casus"
    werkplek.casussen.afsluiten(casus, AfsluitDraft("Kind is van school"))
    assert werkplek.inlezen.bekijk("".join(lines[:-1]).encode(), "x.csv").standaard


def test_all_or_nothing_when_the_register_changed_meanwhile(werkplek: Werkplek) -> None:
    voorstel = werkplek.inlezen.bekijk(EDEX, "x.xml")
    neem_over(werkplek, CSV, "x.csv")
    before = stand(werkplek)
    with pytest.raises(IntussenVeranderd):
        werkplek.inlezen.neem_over(voorstel, voorstel.standaard)
    assert stand(werkplek) == before


def test_only_the_chosen_lines_and_their_groups_come_in(werkplek: Werkplek) -> None:
    voorstel = werkplek.inlezen.bekijk(CSV, "x.csv")
    zon = frozenset(line.nummer for line in voorstel.regels if line.groep.startswith("Onderbouw Zon"))
    verslag = werkplek.inlezen.neem_over(voorstel, zon).value
    assert len(leerlingen(werkplek)) == len(zon) == 36
    assert [group.naam for group in werkplek.school.groepen()] == ["Onderbouw Zon"]
    assert len(verslag.overgeslagen) == 146


def test_undo_of_a_first_import_leaves_nothing(werkplek: Werkplek) -> None:
    verslag = neem_over(werkplek, EDEX).value
    back = werkplek.inlezen.maak_ongedaan(verslag).value
    assert back == Teruggezet(188, 0)
    assert not leerlingen(werkplek)
    assert not werkplek.school.groepen()
    assert spoor(werkplek)[0] == "leerlingen.inlezen.ongedaan"
    assert werkplek.inlezen.bekijk(EDEX, "x.xml").aantal(Wat.NIEUW) == 188


def test_undo_of_changes_brings_the_earlier_facts_back(werkplek: Werkplek) -> None:
    neem_over(werkplek, CSV, "x.csv")
    before = {id: werkplek.personen.lees(id) for id in leerlingen(werkplek)}
    text = CSV.decode("utf-8-sig").replace(";Bovenbouw Anker", ";Bovenbouw Roer")
    verslag = neem_over(werkplek, text.encode(), "x.csv").value
    assert verslag.nieuwe_groepen == ("Bovenbouw Roer",)
    assert werkplek.inlezen.maak_ongedaan(verslag).value == Teruggezet(26, 0)
    assert {id: werkplek.personen.lees(id) for id in before} == before
    assert "Bovenbouw Roer" not in {group.naam for group in werkplek.school.groepen()}


def test_undo_leaves_alone_who_was_changed_or_used_after_it(werkplek: Werkplek) -> None:
    verslag = neem_over(werkplek, CSV, "x.csv").value
    changed, used, *_ = leerlingen(werkplek)
    pupil = werkplek.personen.lees(changed)
    assert isinstance(pupil, Leerling)
    werkplek.personen.bewaar(replace(pupil, jaargroep=2))
    werkplek.casussen.open(CasusDraft(leerling_id=used, eigenaar_id=werkplek.persoon_id, aanleiding="Gooide een bal"))
    assert werkplek.inlezen.maak_ongedaan(verslag).value == Teruggezet(180, 2)
    assert set(leerlingen(werkplek)) == {changed, used}


def test_a_deleted_pupil_that_is_chosen_comes_back_and_goes_again_by_undo(werkplek: Werkplek) -> None:
    neem_over(werkplek, CSV, "x.csv")
    first = leerlingen(werkplek)[0]
    werkplek.personen.verwijder(first)
    voorstel = werkplek.inlezen.bekijk(CSV, "x.csv")
    assert not voorstel.standaard
    (line,) = (line for line in voorstel.regels if line.wat is Wat.GEWIJZIGD)
    verslag = werkplek.inlezen.neem_over(voorstel, {line.nummer}).value
    assert first in leerlingen(werkplek)
    werkplek.inlezen.maak_ongedaan(verslag)
    assert first not in leerlingen(werkplek)


def test_hostile_names_go_in_and_come_out_as_they_are(werkplek: Werkplek) -> None:
    names = ["<b>O'Brien & Łukasz</b>", "=1+1", "'t Hof", "Łukasz Şahin", "x" * 300, "محمد", "🦊"]
    rows = "".join(f"{number};Sem;;{name};1-2-2018;4;Duin\n" for number, name in enumerate(names, 1))
    data = ("nummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;jaargroep;groep\n" + rows).encode()
    verslag = neem_over(werkplek, data, "x.csv").value
    stored = {str(werkplek.personen.lees(id).naam) for id in leerlingen(werkplek)}
    assert stored == {f"Sem {name}" for name in names}
    assert neem_over(werkplek, data, "x.csv").value.overgenomen == ()
    report = werkplek.inlezen.verslag_csv(verslag).decode("utf-8-sig")
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in report.splitlines() for cell in line.split(";"))


HOSTILE = (
    "<b>O'Brien & Łukasz</b>", "=1+1", "+31", "-Kees", "@Sanne", "'t Hof", "Łukasz Şahin", "محمد", "🦊", "]]>", "&amp;",
    "zei; 'ja'", "TRUE", "1-2",
)  # fmt: skip
_FIELDS = ("roepnaam", "tussenvoegsel", "achternaam")


def _as_csv(rows: list[dict[str, str]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, ("nummer", *_FIELDS, "geboortedatum", "jaargroep", "groep"), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def _as_edex(rows: list[dict[str, str]]) -> bytes:
    groups = dict.fromkeys(row["groep"] for row in rows)
    keys = {name: f"G{number}" for number, name in enumerate(groups)}
    parts = ["<EDEX><groepen>"]
    for name, key in keys.items():
        parts.append(f"<groep key='{key}'><naam>{escape(name)}</naam><jaargroep>4</jaargroep></groep>")
    parts.append("</groepen><leerlingen>")
    for row in rows:
        fields = {"roepnaam": "roepnaam", "tussenvoegsel": "voorvoegsel", "achternaam": "achternaam"}
        inner = "".join(f"<{tag}>{escape(row[name])}</{tag}>" for name, tag in fields.items())
        born = "<geboortedatum>2018-02-01</geboortedatum><jaargroep>4</jaargroep>"
        parts.append(f"<leerling key='{row['nummer']}'>{inner}{born}<groep key='{keys[row['groep']]}'/></leerling>")
    return "".join([*parts, "</leerlingen></EDEX>"]).encode()


@pytest.mark.parametrize(("write", "file"), [(_as_csv, "x.csv"), (_as_edex, "x.xml")])
def test_every_hostile_text_comes_through_in_every_field(werkplek: Werkplek, write, file: str) -> None:
    usual = {"roepnaam": "Sem", "tussenvoegsel": "", "achternaam": "Bos", "groep": "Duin"}
    rows = []
    for field, text in product((*_FIELDS, "groep"), HOSTILE):
        more = {"nummer": str(len(rows) + 1), "geboortedatum": "1-2-2018", "jaargroep": "4"}
        rows.append(usual | more | {field: text})
    neem_over(werkplek, write(rows), file)
    groups = {group.id: group.naam for group in werkplek.school.groepen()}
    found = []
    for id in leerlingen(werkplek):
        child = werkplek.personen.lees(id)
        found.append((child.naam.roepnaam, child.naam.tussenvoegsel, child.naam.achternaam, groups[child.groep_id]))
    assert sorted(found) == sorted(tuple(row[name] for name in (*_FIELDS, "groep")) for row in rows)


def test_the_columns_of_a_csv_are_asked_and_followed(werkplek: Werkplek) -> None:
    data = b"voor;achter\nSem;Bos\n"
    columns = werkplek.inlezen.kolommen(data)
    assert columns is not None
    with pytest.raises(InleesFout):
        werkplek.inlezen.bekijk(data, "x.csv", columns)
    chosen = columns.met(Veld.ROEPNAAM, 0).met(Veld.ACHTERNAAM, 1)
    assert werkplek.inlezen.bekijk(data, "x.csv", chosen).regels[0].naam == "Sem Bos"
