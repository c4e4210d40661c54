"""Signals that add up, the overleg with its actions, and points for the agenda, on a real encrypted school."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist
from svp_desktop.domain.incident import Betrokkenheid, Ernst, IncidentDraft, Mand, Soort, SoortKeuze, draft_of
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam, Rol
from svp_desktop.domain.signalen import (
    Aanleiding,
    AfspraakDraft,
    BespreekSoort,
    Overleg,
    OverlegDraft,
    OverlegSoort,
    OverlegStatus,
    PuntDraft,
)
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.stores.signalen import MEEST
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

TODAY = date(2026, 11, 24)


@dataclass
class School:
    """One school for the tests of this file; every test takes children of its own."""

    werkplek: Werkplek
    anouk: int
    made: list[int] = field(default_factory=list)

    def child(self, name: str = "Noor") -> int:
        self.made.append(self.werkplek.personen.bewaar(Leerling(0, "", Naam(name, "de", "Vries"))).value)
        return self.made[-1]

    def draft(self, *children: int, soort: Soort = Soort.PESTEN, **changes: object) -> IncidentDraft:
        people = self.werkplek.personen
        persons = [people.als_betrokkene(id_, frozenset({Betrokkenheid.SLACHTOFFER})) for id_ in children]
        persons.append(people.als_betrokkene(self.anouk, frozenset({Betrokkenheid.MELDER})))
        made = IncidentDraft("20-11-2026", "10.25", "Schoolplein", soorten=(SoortKeuze(soort),), mand=Mand.ORANJE,
                             betrokkenen=tuple(persons), feiten="Een geheim verhaal.")  # fmt: skip
        return replace(made, **changes)  # type: ignore[arg-type]

    def record(self, *children: int, **changes: object) -> int:
        return self.werkplek.incidenten.registreer(self.draft(*children, **changes)).value

    def about(self, child: int) -> list[Overleg]:
        """The unfinished overleggen about this child."""
        return [item for item in self.werkplek.signalen.open() if item.persoon_id == child]

    def of(self, aanleiding: Aanleiding, soort: Soort | None = None) -> list[Overleg]:
        return [
            item
            for item in self.werkplek.signalen.open()
            if item.aanleiding is aanleiding and item.soort_voorval is soort
        ]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    def clock() -> datetime:
        return datetime(2026, 11, 24, 10, 31, tzinfo=ZoneInfo("Europe/Amsterdam"))

    toegang = Toegang(Paths.under(tmp_path_factory.mktemp("signalen")), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Vuurtoren", "Nijmegen", "Marit Berg", Rol.DIRECTEUR, "veertien zachte bootjes")
    yield School(werkplek, werkplek.personen.bewaar(Medewerker(0, "", Naam("Anouk", "", "Smeets"))).value)
    werkplek.vergrendel()


def test_second_signal_on_a_child_asks_for_the_vertrouwenspersoon_once(school: School) -> None:
    noor = school.child()
    school.record(noor, soort=Soort.ONGEVAL, datum="1-10-2026")
    assert school.about(noor) == []
    second = school.record(noor, soort=Soort.ONGEVAL)
    found = school.about(noor)
    assert [(item.soort, item.signalen, item.sinds) for item in found] == [
        (OverlegSoort.VERTROUWENSPERSOON, 2, date(2026, 10, 1))
    ]
    incident = school.werkplek.incidenten.lees(second)
    again = replace(draft_of(incident.inhoud), plaats="Gang")
    school.werkplek.incidenten.wijzig(second, again, incident.versie)
    school.record(noor, soort=Soort.RACISME)
    assert [(item.id, item.signalen) for item in school.about(noor)] == [(found[0].id, 3)]


def test_the_signals_show_who_told_it_and_not_what_was_told(school: School) -> None:
    noor = school.child()
    for kind in (Soort.VERNIELING, Soort.CHANTAGE):
        school.record(noor, soort=kind)
    signals = school.werkplek.signalen.signalen(school.about(noor)[0].id)
    assert [(item.soorten, item.melder, item.plaats) for item in signals] == [
        ((Soort.VERNIELING,), "Anouk Smeets", "Schoolplein"),
        ((Soort.CHANTAGE,), "Anouk Smeets", "Schoolplein"),
    ]
    assert "geheim" not in repr(signals)


def test_what_is_no_signal_does_not_count(school: School) -> None:
    noor, witness = school.child(), school.child("Tygo")
    school.record(noor, soort=Soort.ONGEVAL)
    school.record(noor, soort=Soort.ONGEVAL, mand=Mand.GROEN)
    school.record(noor, soort=Soort.ONGEVAL, datum="15-6-2026")
    persons = tuple(
        school.werkplek.personen.als_betrokkene(id_, frozenset({Betrokkenheid.GETUIGE})) for id_ in (noor, witness)
    )
    for _ in range(2):
        school.record(betrokkenen=persons, soort=Soort.DISCRIMINATIE)
    assert school.about(noor) == []
    assert school.about(witness) == []


def test_the_prullenbak_turns_it_back_unless_somebody_wrote_in_it(school: School) -> None:
    noor, service = school.child(), school.werkplek.signalen
    ids = [school.record(noor, soort=Soort.GEWELD) for _ in range(2)]
    school.werkplek.incidenten.verwijder(ids[1])
    assert school.about(noor) == []
    school.werkplek.incidenten.herstel(ids[1])
    due = school.about(noor)[0]
    service.bewaar(due.id, OverlegDraft(gepland_op="1-12-2026"), due.versie)
    school.werkplek.incidenten.verwijder(ids[1])
    kept = school.about(noor)[0]
    assert (kept.id, kept.status, kept.signalen) == (due.id, OverlegStatus.GEPLAND, 1)


def test_after_it_was_held_signals_count_anew(school: School) -> None:
    noor, service = school.child(), school.werkplek.signalen
    for _ in range(2):
        school.record(noor, soort=Soort.BEDREIGING)
    due = school.about(noor)[0]
    service.ingelicht(due.id, OverlegDraft(aanwezig="Ilse", besluit="Wij praten met Noor."), due.versie)
    done = service.lees(due.id)
    assert (done.status, done.gehouden_op, done.besluit) == (OverlegStatus.GEHOUDEN, TODAY, "Wij praten met Noor.")
    school.record(noor, soort=Soort.BEDREIGING)
    assert school.about(noor) == []
    school.record(noor, soort=Soort.BEDREIGING)
    assert [item.signalen for item in school.about(noor)] == [2]


def test_an_overleg_is_about_the_newest_fifty_and_what_lies_before_is_done_with_it(school: School) -> None:
    noor, service = school.child(), school.werkplek.signalen
    for number in range(MEEST + 4):
        school.record(noor, soort=Soort.DISCRIMINATIE, datum="1-10-2026" if number < 4 else "20-11-2026")
    due = school.about(noor)[0]
    assert (due.signalen, due.sinds) == (MEEST, date(2026, 11, 20))
    service.ingelicht(due.id, OverlegDraft(aanwezig="Ilse", besluit="Wij praten met Noor."), due.versie)
    school.record(noor, soort=Soort.DISCRIMINATIE)
    assert school.about(noor) == []
    school.record(noor, soort=Soort.DISCRIMINATIE)
    assert [item.signalen for item in school.about(noor)] == [2]


def test_a_serious_incident_asks_for_the_overleg_of_three(school: School) -> None:
    before = len(school.of(Aanleiding.ERNSTIG))
    id_ = school.record(school.child(), soort=Soort.SEKSUELE_INTIMIDATIE, ernst=Ernst.ERNSTIG)
    found = school.of(Aanleiding.ERNSTIG)
    assert len(found) == before + 1
    assert found[-1].soort is OverlegSoort.OVERLEG
    incident = school.werkplek.incidenten.lees(id_)
    milder = replace(draft_of(incident.inhoud), ernst=Ernst.GEWOON)
    school.werkplek.incidenten.wijzig(id_, milder, incident.versie)
    assert len(school.of(Aanleiding.ERNSTIG)) == before


def test_similar_signals_within_the_weeks_ask_for_an_overleg(school: School) -> None:
    for day in ("1-9-2026", "20-11-2026", "23-11-2026"):
        school.record(school.child(), soort=Soort.VECHTPARTIJ, datum=day)
    assert school.of(Aanleiding.GELIJK, Soort.VECHTPARTIJ) == []
    school.record(school.child(), soort=Soort.VECHTPARTIJ, datum="24-11-2026")
    assert [item.signalen for item in school.of(Aanleiding.GELIJK, Soort.VECHTPARTIJ)] == [3]


def test_the_names_come_from_the_roles_and_a_vacancy_is_empty(school: School) -> None:
    service = school.werkplek.signalen
    assert service.met_wie(OverlegSoort.VERTROUWENSPERSOON) == ((Rol.INTERNE_VERTROUWENSPERSOON, ""),)
    line = school.werkplek.school.zet_rol(Rol.INTERNE_VERTROUWENSPERSOON, school.anouk, TODAY).value
    assert service.met_wie(OverlegSoort.VERTROUWENSPERSOON) == ((Rol.INTERNE_VERTROUWENSPERSOON, "Anouk Smeets"),)
    school.werkplek.school.verwijder_rol(line)


def test_not_needed_asks_why_and_two_at_once_is_seen(school: School) -> None:
    service = school.werkplek.signalen
    made = service.bewaar(0, OverlegDraft(), 0).value
    with pytest.raises(InvoerOnjuist):
        service.niet_nodig(made, OverlegDraft(), 2)
    service.niet_nodig(made, OverlegDraft(reden="Is al besproken."), 2)
    assert service.lees(made).status is OverlegStatus.NIET_NODIG
    with pytest.raises(IntussenVeranderd):
        service.bewaar(made, OverlegDraft(besluit="anders"), 2)
    with pytest.raises(InvoerOnjuist):
        service.bewaar(made, OverlegDraft(gehouden_op="25-11-2026"), 3)


def test_an_action_has_an_owner_and_a_day_and_stands_in_vandaag(school: School) -> None:
    service = school.werkplek.signalen
    made = service.bewaar(0, OverlegDraft(), 0).value
    with pytest.raises(InvoerOnjuist) as wrong:
        service.spreek_af(made, AfspraakDraft())
    assert [finding.field for finding in wrong.value.findings] == ["omschrijving", "eigenaar", "datum"]
    action = service.spreek_af(made, AfspraakDraft("Ouders bellen", school.anouk, "23-11-2026")).value
    tasks = [task for task in school.werkplek.vandaag() if task.titel == "Ouders bellen"]
    assert [(task.pagina, task.record, task.zin, task.te_laat) for task in tasks] == [
        ("signalen", made, "Anouk Smeets", True)
    ]
    service.zet_gedaan(action, gedaan=True)
    assert service.afspraken(made)[0].gedaan_op == TODAY
    assert all(task.titel != "Ouders bellen" for task in school.werkplek.vandaag())


def test_what_the_school_comes_back_to_stands_in_vandaag(school: School) -> None:
    id_ = school.record(school.child("Fenna"), soort=Soort.AGRESSIE, mand=Mand.ROOD, terugkomen_op="26-11-2026")
    assert [(task.titel, task.datum) for task in school.werkplek.vandaag() if task.record == id_] == [
        ("Fenna de Vries", TODAY + timedelta(days=2))
    ]


def test_points_for_the_agenda(school: School) -> None:
    service = school.werkplek.signalen
    group = school.werkplek.school.bewaar_groep("Rivier 6", Bouw.BOVENBOUW).value
    with pytest.raises(InvoerOnjuist):
        service.voeg_punt_toe(PuntDraft(BespreekSoort.KIND, "Hoe gaat het?"))
    point = service.voeg_punt_toe(PuntDraft(BespreekSoort.GROEP, "Sfeer na de pauze", group)).value
    assert [(item.over, item.tekst) for item in service.punten()] == [("Rivier 6", "Sfeer na de pauze")]
    service.zet_besproken(point, "Wij beginnen met een kring.")
    assert service.punten() == ()
    assert [(item.besproken_op, item.verslag) for item in service.punten(besproken=True)] == [
        (TODAY, "Wij beginnen met een kring.")
    ]


def test_the_form_is_told_with_what_is_typed_in_it(school: School) -> None:
    noor, service = school.child(), school.werkplek.signalen
    first = school.record(noor, soort=Soort.ONGEVAL, datum="1-10-2026")
    typed = school.draft(noor)
    told = service.voor(typed)[0]
    assert (told.roepnaam, told.aantal, told.sinds, told.te_veel) == ("Noor", 2, date(2026, 10, 1), True)
    assert service.voor(typed, first)[0].aantal == 1
    assert service.voor(replace(typed, mand=Mand.GROEN)) == ()


def test_the_questions_go_by_index(school: School) -> None:
    from svp_desktop.kluis.stores import signalen as store

    values = {"persoon": 1, "vanaf": "2026-08-01", "tot": "2026-11-24", "bit": 1, "soort": "pesten"}
    with school.werkplek._kluis.school.reading() as rx:
        plans = [
            " ".join(str(row) for row in rx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values))
            for statement in (store.VAN_KIND, store.VAN_SOORT)
        ]
    assert "ix_incident_persoon_persoon (persoon_id=? AND incident_id>?)" in plans[0]
    assert "y USING COVERING INDEX ix_incident_datum (datum>?)" in plans[0]
    assert "COVERING INDEX ix_incident_datum" in plans[1]
    assert not any("SCAN i " in plan or "SCAN p" in plan for plan in plans)
