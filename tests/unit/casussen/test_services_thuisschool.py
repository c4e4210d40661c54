"""Thuis-school through the service, on a real encrypted file, with a clock that is moved."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from svp_desktop.domain.casus import ActieDraft, AfsluitDraft, CasusIsAfgesloten
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.herstelgesprek import HerstelgesprekDraft, HerstelTekst
from svp_desktop.domain.school import Grondslag, Regio
from svp_desktop.domain.thuisschool import (
    MomentenDraft,
    Punt,
    PuntStatus,
    ThuisSchoolDraft,
    ThuisSchoolStatus,
    draft_of_thuisschool,
)
from svp_desktop.domain.thuisschool_contact import ContactDraft, ContactMet, ContactStand
from svp_desktop.domain.thuisschool_fasen import Fase, punten_van

BEIDEN, KIND = frozenset(ContactMet), frozenset({ContactMet.KIND})
DAGEN = MomentenDraft(
    vanaf="25-11-2026",
    tot="27-11-2026",
    besluit_op="24-11-2026",
    kind_op="24-11",
    ouders_op="24-11",
    leerkracht_op="23-11",
    terug_op="30-11-2026",
    terug_tijd="8",
)


@pytest.fixture
def service(wereld):
    return wereld.werkplek.thuisschool


@pytest.fixture
def casus(wereld) -> int:
    made = wereld.casus()
    for code in ("bookmark", "relatiegebaar"):
        wereld.werkplek.casussen.leg_vast(made, ActieDraft(code, "16-11-2026", wie="Jan de Boer"))
    return made


def volledig(service, id_: int, **dagen: str) -> ThuisSchoolDraft:
    """A draft that nothing holds back."""
    draft = draft_of_thuisschool(service.beeld(id_).thuisschool.inhoud)
    texts = replace(
        draft.teksten,
        gedrag="Schoppen op het plein.",
        waarom="De groep is niet veilig.",
        persoon="Je blijft welkom.",
        bezwaar=draft.teksten.bezwaar or "Schrijf aan het bestuur.",
    )
    return replace(draft, momenten=replace(DAGEN, **dagen), teksten=texts)


def definitief(service, casus: int) -> int:
    id_ = service.begin(casus).value
    service.maak_definitief(id_, volledig(service, id_), 1)
    return id_


def zet_kalender(wereld) -> None:
    """The school filled in its school-free days of this year."""
    wereld.werkplek.kalender.vul("2026-2027", Regio.MIDDEN)


def zinnen(wereld) -> list[tuple[str, date, bool]]:
    return [(t.zin, t.datum, t.te_laat) for t in wereld.werkplek.vandaag() if t.zin.startswith("Thuis-school")]


def test_a_new_period_has_the_clause_of_the_kind_of_school(wereld, service, casus) -> None:
    school = wereld.werkplek.school
    assert service.beeld(service.begin(casus).value).inhoud.teksten.bezwaar == ""
    school.bewaar(replace(school.lees(), grondslag=Grondslag.OPENBAAR))
    second = service.beeld(service.begin(casus).value).inhoud.teksten
    assert "bezwaarschrift" in second.bezwaar
    assert second.wie_belt == wereld.werkplek.casussen.lees(casus).eigenaar
    assert len(service.van_casus(casus)) == 2


def test_a_half_filled_period_is_kept_and_comes_back_whole(service, casus) -> None:
    id_ = service.begin(casus).value
    draft = ThuisSchoolDraft(
        MomentenDraft(vanaf="25-11", bel_voor="15.30"), punten=(Punt("excuses", PuntStatus.GEDAAN, "  brief  "),)
    )
    service.bewaar(id_, draft, 1)
    kept = service.beeld(id_).thuisschool
    assert (kept.versie, kept.status) == (2, ThuisSchoolStatus.VOORBEREIDING)
    assert kept.inhoud.momenten.vanaf == date(2026, 11, 25)
    assert kept.inhoud.punt("excuses") == Punt("excuses", PuntStatus.GEDAAN, "brief")
    with pytest.raises(IntussenVeranderd):
        service.bewaar(id_, draft, 1)
    with pytest.raises(InvoerOnjuist):
        service.bewaar(id_, replace(draft, momenten=MomentenDraft(vanaf="31-2")), 2)


def test_a_decision_is_final_only_when_nothing_of_the_law_is_missing(service, casus) -> None:
    id_ = service.begin(casus).value
    with pytest.raises(InvoerOnjuist) as missing:
        service.maak_definitief(id_, ThuisSchoolDraft(), 1)
    assert {"kind_op", "gedrag", "persoon", "vanaf", "bezwaar", "terug_op"} == {f.field for f in missing.value.findings}
    assert service.beeld(id_).thuisschool.versie == 1

    too_long = volledig(service, id_, tot="2-12-2026", terug_op="3-12-2026")
    with pytest.raises(InvoerOnjuist) as week:
        service.maak_definitief(id_, too_long, 1)
    assert [f.field for f in week.value.findings] == ["tot"]

    service.maak_definitief(id_, volledig(service, id_), 1)
    assert service.beeld(id_).thuisschool.status is ThuisSchoolStatus.DEFINITIEF
    # and it stays one only while nothing of it is taken out
    with pytest.raises(InvoerOnjuist):
        service.bewaar(id_, volledig(service, id_, terug_op=""), 2)
    service.open_weer(id_, volledig(service, id_, terug_op=""), 2)
    assert service.beeld(id_).thuisschool.status is ThuisSchoolStatus.VOORBEREIDING


def test_the_contact_clock_over_three_days_tells_vandaag(wereld, service, casus, clock) -> None:
    zet_kalender(wereld)
    id_ = definitief(service, casus)
    # Tuesday, the day of the decision: both wait
    assert ("Thuis-school: bel nog met kind en ouders", date(2026, 11, 24), False) in zinnen(wereld)
    service.gebeld(id_, KIND, "Jan de Boer")
    assert ("Thuis-school: bel nog met ouders", date(2026, 11, 24), False) in zinnen(wereld)
    clock.now += timedelta(hours=6)
    assert ("Thuis-school: bel nog met ouders", date(2026, 11, 24), True) in zinnen(wereld)

    # Wednesday, the first day at home: yesterday was missed, today waits
    clock.now = datetime(2026, 11, 25, 9, 0, tzinfo=clock.now.tzinfo)
    assert [line for line in zinnen(wereld) if "contact" in line[0] or "bel" in line[0]] == [
        ("Thuis-school: contact gemist met ouders", date(2026, 11, 24), True),
        ("Thuis-school: bel nog met kind en ouders", date(2026, 11, 25), False),
    ]
    assert [item.stand for item in service.beeld(id_).dagen] == [
        ContactStand.GEMIST, ContactStand.VANDAAG, ContactStand.KOMT, ContactStand.KOMT,
    ]  # fmt: skip
    made = service.gebeld(id_, BEIDEN, "Jan de Boer").value
    assert not [line for line in zinnen(wereld) if "gemist" in line[0] or "bel" in line[0]]
    service.verwijder_contact(made)
    assert service.beeld(id_).dagen[1].stand is ContactStand.VANDAAG
    service.verwijder_contact(made, verwijderd=False)

    # Friday, after a Thursday without a call; it turns out that somebody did call
    clock.now = datetime(2026, 11, 27, 9, 0, tzinfo=clock.now.tzinfo)
    assert service.beeld(id_).dagen[2].stand is ContactStand.GEMIST
    service.leg_contact_vast(id_, ContactDraft("26-11", "15.10", BEIDEN, door="juf Anouk", notitie="Rustig."))
    assert service.beeld(id_).dagen[2].stand is ContactStand.GEDAAN
    with pytest.raises(InvoerOnjuist):
        service.leg_contact_vast(id_, ContactDraft("28-11", "15.10", BEIDEN, door="juf Anouk"))


def test_the_inspectie_the_letter_and_the_return_wait_on_vandaag(wereld, service, casus, clock) -> None:
    zet_kalender(wereld)
    id_ = definitief(service, casus)
    found = {line[0] for line in zinnen(wereld)}
    assert {
        "Thuis-school: geef het besluit op papier",
        "Thuis-school: meld aan de inspectie",
        "Thuis-school: herstelgesprek bij de terugkeer",
    } < found
    draft = volledig(service, id_, uitgereikt_op="24-11", inspectie_op="24-11")
    service.bewaar(id_, replace(draft, punten=(Punt("herstelgesprek", PuntStatus.GEDAAN),)), 2)
    assert [line[0] for line in zinnen(wereld)] == ["Thuis-school: bel nog met kind en ouders"]
    service.rond_af(id_, draft, 3)
    assert zinnen(wereld) == []


def test_the_herstelgesprek_of_the_period_ticks_its_points(wereld, service, casus) -> None:
    id_ = definitief(service, casus)
    talks = wereld.werkplek.herstelgesprekken
    made = talks.bewaar(casus, HerstelgesprekDraft(thuisschool_id=id_, gepland_op="30-11-2026")).value
    assert not [line for line in zinnen(wereld) if "herstelgesprek" in line[0]]
    text = HerstelTekst(toch_verder="Iedereen was er klaar voor.")
    talks.bewaar(casus, HerstelgesprekDraft(None, id_, "24-11-2026", "24-11-2026", text), made, 1)
    found = service.beeld(id_).verband
    known = [item.soort.code for fase in Fase for item in punten_van(found, fase) if item.bekend]
    assert known == ["herstelgesprek", "deelname"]


def test_a_period_that_began_without_a_final_decision_is_late(wereld, service, casus, clock) -> None:
    id_ = service.begin(casus).value
    service.bewaar(id_, replace(ThuisSchoolDraft(), momenten=replace(DAGEN, vanaf="24-11-2026")), 1)
    assert zinnen(wereld) == [("Thuis-school: maak het besluit definitief", date(2026, 11, 24), True)]


def test_tasks_are_divided_ticked_and_taken_back(wereld, service, casus) -> None:
    id_ = service.begin(casus).value
    with pytest.raises(InvoerOnjuist):
        service.verdeel(id_, TaakDraft("Brengt werk"))
    taak = service.verdeel(id_, TaakDraft("Brengt werk", wereld.ids["jan"], "25-11")).value
    assert service.beeld(id_).taken[0].eigenaar == "meester Jan"
    assert service.beeld(id_).verband.taken == 1
    service.zet_taak_gedaan(taak, gedaan=True)
    assert service.beeld(id_).taken[0].gedaan_op == date(2026, 11, 24)
    service.zet_taak_gedaan(taak, gedaan=False)
    service.verwijder_taak(taak)
    assert service.beeld(id_).taken == ()
    service.verwijder_taak(taak, verwijderd=False)
    assert service.beeld(id_).taken[0].gedaan_op is None


def test_nazorg_is_planned_once_for_the_weeks_of_the_setting(wereld, service, casus) -> None:
    zet_kalender(wereld)
    id_ = service.begin(casus).value
    with pytest.raises(InvoerOnjuist):
        service.plan_nazorg(id_)
    service.bewaar(id_, volledig(service, id_), 1)
    wereld.werkplek.instellingen.zet("nazorg_weken", 3)
    service.plan_nazorg(id_)
    # back on Monday 30 November
    days = [item.inhoud.datum for item in service.beeld(id_).taken]
    assert days == [date(2026, 12, 7), date(2026, 12, 14), date(2027, 1, 4)]
    with pytest.raises(InvoerOnjuist):
        service.plan_nazorg(id_)


def test_without_a_calendar_nazorg_is_counted_from_the_first_weekday_after_it_and_never_in_a_weekend(
    wereld, service, casus
) -> None:
    wereld.werkplek.instellingen.zet("nazorg_weken", 2)
    for last in ("27-11-2026", "28-11-2026"):
        id_ = service.begin(casus).value
        service.bewaar(id_, volledig(service, id_, tot=last), 1)
        service.plan_nazorg(id_)
        days = [item.inhoud.datum for item in service.beeld(id_).taken]
        assert days == [date(2026, 12, 7), date(2026, 12, 14)]


def test_a_closed_casus_or_a_group_takes_no_thuisschool(wereld, service, casus) -> None:
    id_ = definitief(service, casus)
    wereld.werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    for change in (
        lambda: service.begin(casus),
        lambda: service.bewaar(id_, volledig(service, id_), 2),
        lambda: service.gebeld(id_, BEIDEN, "Jan"),
        lambda: service.verwijder(id_),
    ):
        with pytest.raises(CasusIsAfgesloten):
            change()
    assert zinnen(wereld) == []
    group = wereld.casus(leerling_id=None, groep_id=wereld.ids["anker"])
    with pytest.raises(InvoerOnjuist):
        service.begin(group)


def test_a_period_is_thrown_away_and_taken_back(service, casus) -> None:
    id_ = service.begin(casus).value
    service.verwijder(id_)
    assert service.van_casus(casus) == ()
    with pytest.raises(NietGevonden):
        service.bewaar(id_, ThuisSchoolDraft(), 1)
    service.verwijder(id_, verwijderd=False)
    assert len(service.van_casus(casus)) == 1


def test_a_final_decision_stands_on_the_ladder_once_with_its_days(wereld, service, casus, clock) -> None:
    zet_kalender(wereld)
    acties = wereld.werkplek.casussen
    id_ = definitief(service, casus)
    [made] = [item for item in acties.acties(casus) if item.actie == "thuis_school"]
    assert (made.datum, made.tot, made.gedaan) == (date(2026, 11, 25), date(2026, 11, 27), False)
    assert made.waarom == "De groep is niet veilig."
    assert service.beeld(id_).op_ladder
    assert made.id not in {item.actie_id for item in acties.gepland()}, "the period itself tells what it asks"

    # other days and another time final: still one action; the first contact says that it began
    service.open_weer(id_, volledig(service, id_), 2)
    service.maak_definitief(id_, volledig(service, id_, tot="26-11-2026", terug_op="27-11-2026"), 3)
    clock.now = datetime(2026, 11, 25, 11, 0, tzinfo=clock.now.tzinfo)
    service.gebeld(id_, BEIDEN, "Jan de Boer")
    [again] = [item for item in acties.acties(casus) if item.actie == "thuis_school"]
    assert (again.id, again.tot, again.gedaan) == (made.id, date(2026, 11, 26), True)

    # it goes into the prullenbak with the period, and comes back with it
    service.verwijder(id_)
    assert "thuis_school" not in {item.actie for item in acties.acties(casus)}
    service.verwijder(id_, verwijderd=False)
    assert made.id in {item.id for item in acties.acties(casus)}


def test_the_ladder_takes_the_action_that_stood_there_and_can_be_left_out(wereld, service, casus) -> None:
    zet_kalender(wereld)
    acties = wereld.werkplek.casussen
    draft = ActieDraft("thuis_school", "26-11-2026", wie="juf Anouk", toelichting="Afgesproken.")
    by_hand = acties.leg_vast(casus, draft).value
    definitief(service, casus)
    [made] = [item for item in acties.acties(casus) if item.actie == "thuis_school"]
    assert (made.id, made.datum, made.toelichting) == (by_hand, date(2026, 11, 25), "Afgesproken.")

    other = wereld.casus("sem")
    id_ = service.begin(other).value
    full = volledig(service, id_)
    texts = replace(full.teksten, geen_stappen="Nieuw op school.", geen_connectie="Nieuw op school.")
    full = replace(full, teksten=texts)
    service.maak_definitief(id_, full, 1, op_ladder=False)
    assert not acties.acties(other)
    service.open_weer(id_, full, 2)
    service.maak_definitief(id_, full, 3)
    [made] = acties.acties(other)
    assert {item.waarborg: item.reden for item in made.overgeslagen} == {
        "connectie": "Bij het besluit: Nieuw op school.",
        "eerdere_stappen": "Bij het besluit: Nieuw op school.",
    }
