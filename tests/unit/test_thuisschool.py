"""Thuis-school by the law: days around weekends and holidays, one week, hearing, clause, notice; contact."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from svp_desktop.documents.teksten import wetszinnen
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.school import Grondslag, Regio
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.schoolvakanties import VrijePeriode, vakanties
from svp_desktop.domain.thuisschool import (
    Momenten,
    MomentenDraft,
    Punt,
    PuntStatus,
    Teksten,
    ThuisSchoolDraft,
    ThuisSchoolInhoud,
    check_thuisschool,
    draft_of_thuisschool,
    eerste_dag_terug,
    lees_mee,
    met_punt,
    nazorgdagen,
    parse_thuisschool,
)
from svp_desktop.domain.thuisschool_contact import (
    Contact,
    ContactDraft,
    ContactHoe,
    ContactMet,
    ContactStand,
    check_contact,
    contactdagen,
    wachtend,
)
from svp_desktop.domain.thuisschool_fasen import PUNTEN, Fase, Verband, punten_van, voortgang
from svp_desktop.domain.thuisschool_wet import (
    ControleStand,
    WetControle,
    WetFeiten,
    houdt_tegen,
    wettelijke_controle,
)
from svp_desktop.domain.wetszinnen import bezwaarzin

TODAY = date(2026, 11, 24)
STUDIEDAG = VrijePeriode("Studiedag", date(2026, 11, 27), date(2026, 11, 27))
KALENDER = Schoolkalender.van((*vakanties("2026-2027", Regio.MIDDEN), STUDIEDAG), ("2026-2027",))
BEIDEN = frozenset(ContactMet)
OUDERS = frozenset({ContactMet.OUDERS})


def actie(code: str, day: date, *, gedaan: bool = True) -> CasusActie:
    return CasusActie(1, 1, code, day, None, "juf Anouk", frozenset(), "", "", "", gedaan)


EERDER = (actie("bookmark", date(2026, 11, 2)), actie("relatiegebaar", date(2026, 11, 16)))
FEITEN = WetFeiten(KALENDER, TODAY, Grondslag.BIJZONDER, eerder=EERDER)
DAGEN = Momenten(
    vanaf=date(2026, 11, 23),
    tot=date(2026, 11, 25),
    besluit_op=date(2026, 11, 20),
    kind_op=date(2026, 11, 20),
    ouders_op=date(2026, 11, 20),
    leerkracht_op=date(2026, 11, 19),
    terug_op=date(2026, 11, 26),
    terug_tijd=time(8, 0),
)
TEKSTEN = Teksten("Schoppen.", "De groep is niet veilig.", "Je blijft welkom.", bezwaar="Schrijf aan het bestuur.")
INHOUD = ThuisSchoolInhoud(DAGEN, TEKSTEN)


def met(**days: date | time | None) -> ThuisSchoolInhoud:
    return replace(INHOUD, momenten=replace(DAGEN, **days))


def regel(inhoud: ThuisSchoolInhoud, code: str, feiten: WetFeiten = FEITEN) -> WetControle:
    return next(item for item in wettelijke_controle(inhoud, feiten) if item.code == code)


def test_a_complete_decision_is_held_back_by_nothing_and_tells_what_is_left() -> None:
    found = wettelijke_controle(INHOUD, FEITEN)
    assert houdt_tegen(found) == ()
    assert {item.code for item in found if not item.voldaan} == {"schriftelijk", "inspectie"}


@pytest.mark.parametrize(
    ("vanaf", "tot", "stand", "words"),
    [
        # Monday to Friday with a study day: four school days
        (date(2026, 11, 23), date(2026, 11, 27), ControleStand.IN_ORDE, "4 schooldagen"),
        # seven calendar days over a weekend; the eighth is over the week of the law
        (date(2026, 12, 2), date(2026, 12, 8), ControleStand.IN_ORDE, "5 schooldagen"),
        (date(2026, 12, 2), date(2026, 12, 9), ControleStand.ONTBREEKT, "ten hoogste één week"),
        # into the Christmas holidays: eight days are too long whatever days are free
        (date(2026, 12, 17), date(2026, 12, 23), ControleStand.IN_ORDE, "2 schooldagen"),
        (date(2026, 12, 17), date(2027, 1, 4), ControleStand.ONTBREEKT, "ten hoogste één week"),
        # only free days
        (date(2026, 12, 21), date(2026, 12, 23), ControleStand.ONTBREEKT, "geen school"),
    ],
)
def test_at_most_one_week_around_weekends_and_holidays(vanaf, tot, stand, words) -> None:
    found = regel(met(vanaf=vanaf, tot=tot), "week")
    assert found.stand is stand
    assert words in found.bewijs


def test_the_school_can_allow_fewer_school_days_than_the_law() -> None:
    found = regel(INHOUD, "week", replace(FEITEN, meeste_dagen=2))
    assert (found.stand, found.kop) == (ControleStand.ONTBREEKT, "Te veel schooldagen")


def test_a_year_without_data_is_said_and_not_counted() -> None:
    empty = replace(FEITEN, kalender=Schoolkalender(frozenset(), frozenset()))
    week, inspectie = (regel(INHOUD, code, empty) for code in ("week", "inspectie"))
    assert week.stand is ControleStand.NOG_DOEN
    assert "tellen wij niet" in week.bewijs
    assert not any(sign.isdigit() and "schooldag" in week.kop for sign in week.kop)
    assert inspectie.kop == "Inspectie: kijk of dit moet"
    assert houdt_tegen(wettelijke_controle(INHOUD, empty)) == ()
    too_long = regel(met(tot=date(2026, 11, 30)), "week", empty)
    assert too_long.stand is ControleStand.ONTBREEKT


@pytest.mark.parametrize(
    ("tot", "grens", "kop"),
    [
        (date(2026, 11, 23), 1, "Inspectie: niet nodig"),
        (date(2026, 11, 24), 1, "Inspectie: nog melden"),
        (date(2026, 11, 23), 0, "Inspectie: nog melden"),
    ],
)
def test_the_inspectie_is_told_when_it_lasts_longer_than_a_day(tot, grens, kop) -> None:
    assert regel(met(tot=tot), "inspectie", replace(FEITEN, inspectie_dagen=grens)).kop == kop


def test_a_weekend_does_not_make_one_day_longer() -> None:
    # Friday to Sunday is one school day
    inhoud = met(vanaf=date(2026, 12, 4), tot=date(2026, 12, 6))
    assert regel(inhoud, "inspectie").kop == "Inspectie: niet nodig"


@pytest.mark.parametrize("who", ["kind", "ouders", "leerkracht"])
def test_each_of_the_three_is_heard_before_the_decision(who) -> None:
    never = met(**{f"{who}_op": None})
    assert regel(never, "gehoord").veld == f"{who}_op"
    assert regel(never, "gehoord").stand is ControleStand.ONTBREEKT
    late = met(**{f"{who}_op": date(2026, 11, 21)})
    assert regel(late, "gehoord").kop == "Gehoord na het besluit"
    reason = replace(never, teksten=replace(TEKSTEN, niet_gehoord="Niet bereikbaar, drie keer gebeld."))
    assert regel(reason, "gehoord").stand is ControleStand.BEWUST


def test_a_reason_for_one_who_was_not_heard_is_none_for_the_others_or_for_a_decision_without_a_day() -> None:
    reason = replace(TEKSTEN, niet_gehoord="De ouders waren niet bereikbaar.")
    late = replace(met(ouders_op=None, kind_op=date(2026, 11, 23)), teksten=reason)
    assert regel(late, "gehoord").kop == "Gehoord na het besluit"
    undecided = replace(met(ouders_op=None, besluit_op=None), teksten=reason)
    assert [item.veld for item in houdt_tegen(wettelijke_controle(undecided, FEITEN))] == ["besluit_op"]


def test_the_decision_comes_before_the_first_day() -> None:
    assert regel(met(besluit_op=date(2026, 11, 24)), "week").kop == "Begint vóór het besluit"


@pytest.mark.parametrize("name", ["gedrag", "waarom", "persoon", "contact", "relatiegebaar", "bezwaar"])
def test_each_block_of_the_letter_is_needed(name) -> None:
    inhoud = replace(INHOUD, teksten=replace(TEKSTEN, **{name: ""}))
    assert [item.veld for item in houdt_tegen(wettelijke_controle(inhoud, FEITEN))] == [name]


def test_the_clause_follows_the_kind_of_school() -> None:
    public, private = (bezwaarzin(wetszinnen(), kind, 42, "Stichting Water") for kind in Grondslag)
    assert "Algemene wet bestuursrecht" in public
    assert "6 weken" in public
    assert "Algemene wet" not in private
    assert "Stichting Water" in private
    assert "6 weken" in private
    assert "40 dagen aan het bestuur" in bezwaarzin(wetszinnen(), Grondslag.BIJZONDER, 40)
    assert bezwaarzin(wetszinnen(), None, 42) == ""
    assert regel(INHOUD, "bezwaar", replace(FEITEN, grondslag=None)).stand is ControleStand.NOG_DOEN


def test_the_return_is_planned_and_lies_around_the_first_day_back() -> None:
    assert regel(met(terug_tijd=None), "terugkeer").veld == "terug_tijd"
    assert regel(met(terug_op=date(2026, 11, 25)), "terugkeer").stand is ControleStand.IN_ORDE
    assert regel(met(terug_op=date(2026, 11, 22)), "terugkeer").kop == "Herstelgesprek ligt te vroeg"
    # the study day and the weekend are jumped over: Monday is the first day back
    friday = met(tot=date(2026, 11, 26), terug_op=date(2026, 11, 30))
    assert eerste_dag_terug(date(2026, 11, 26), KALENDER) == date(2026, 11, 30)
    assert regel(friday, "terugkeer").stand is ControleStand.IN_ORDE
    assert regel(met(terug_op=date(2026, 11, 30)), "terugkeer").kop == "Herstelgesprek komt te laat"


def test_the_talk_of_the_return_is_not_in_the_middle_of_the_days_at_home_nor_on_a_free_day() -> None:
    found = {
        day: regel(met(vanaf=TODAY, tot=date(2026, 11, 26), terug_op=date(2026, 11, day)), "terugkeer")
        for day in (25, 26, 27, 30)
    }
    assert found[25].stand is ControleStand.ONTBREEKT
    assert found[25].kop == "Herstelgesprek ligt te vroeg"
    assert found[26].stand is ControleStand.IN_ORDE
    assert (found[27].kop, found[27].stand) == ("Herstelgesprek op een vrije dag", ControleStand.NOG_DOEN)
    assert found[30].stand is ControleStand.IN_ORDE


def test_earlier_steps_and_connection_are_shown_or_skipped_with_a_reason() -> None:
    assert "2 acties" in regel(INHOUD, "stappen").bewijs
    alone = replace(FEITEN, eerder=(actie("relatiegebaar", date(2026, 11, 23)), actie("thuis_school", TODAY)))
    assert {item.code for item in houdt_tegen(wettelijke_controle(INHOUD, alone))} == {"stappen", "connectie"}
    reasons = replace(TEKSTEN, geen_stappen="Het was meteen gevaarlijk.", geen_connectie="Er was geen tijd.")
    skipped = wettelijke_controle(replace(INHOUD, teksten=reasons), alone)
    assert houdt_tegen(skipped) == ()
    assert {item.code for item in skipped if item.stand is ControleStand.BEWUST} == {"stappen", "connectie"}


def test_a_letter_from_before_the_decision_is_not_its_letter() -> None:
    found = regel(met(uitgereikt_op=date(2026, 11, 19)), "schriftelijk")
    assert (found.stand, found.kop) == (ControleStand.NOG_DOEN, "Brief is van vóór het besluit")


def test_the_decision_is_on_paper_at_once() -> None:
    assert regel(INHOUD, "schriftelijk").kop == "Besluit is te laat: nog niet op papier"
    assert regel(met(uitgereikt_op=date(2026, 11, 20)), "schriftelijk").stand is ControleStand.IN_ORDE
    assert regel(met(uitgereikt_op=date(2026, 11, 24)), "schriftelijk").kop == "Besluit niet meteen op papier"


def test_what_cannot_be_recorded_stands_beside_its_field() -> None:
    days = MomentenDraft(vanaf="25-11", tot="23-11", kind_op="31-2", besluit_op="1-12-2026", bel_voor="25.00")
    draft = ThuisSchoolDraft(days, punten=(Punt("alle_ouders", PuntStatus.NIET_NODIG),))
    found = {item.field for item in check_thuisschool(draft, TODAY)}
    assert found == {"tot", "kind_op", "besluit_op", "bel_voor", "punt.alle_ouders"}
    assert lees_mee(draft, TODAY).momenten.kind_op is None
    with pytest.raises(ValueError, match="blocking"):
        parse_thuisschool(draft, TODAY)


def test_what_is_recorded_comes_back_in_the_wizard() -> None:
    inhoud = replace(INHOUD, punten=(Punt("richtlijnen", PuntStatus.GEDAAN, "Op papier"),))
    assert parse_thuisschool(draft_of_thuisschool(inhoud), TODAY) == inhoud


# -- the contact clock


def contact(day: date, met: frozenset[ContactMet] = BEIDEN, at: str = "15.10") -> Contact:
    return Contact(1, 1, day, at, met, ContactHoe.TELEFOON, "Jan de Boer", "")


def op(day: int, hour: int, *contacts: Contact) -> list[ContactStand]:
    return [item.stand for item in contactdagen(DAGEN, contacts, KALENDER, datetime(2026, 11, day, hour))]


G, V, N, M, K = ContactStand


def test_the_clock_over_three_days_with_a_moved_clock() -> None:
    friday, monday = contact(date(2026, 11, 20)), contact(date(2026, 11, 23))
    # the day of the decision counts, the weekend does not
    assert op(20, 10) == [V, K, K, K]
    assert op(20, 16) == [N, K, K, K]
    assert op(21, 9) == [M, K, K, K]
    assert op(23, 9, friday) == [G, V, K, K]
    assert op(23, 9, friday, contact(date(2026, 11, 23), OUDERS)) == [G, V, K, K]
    assert op(23, 9, friday, monday) == [G, G, K, K]
    assert op(24, 9, friday, contact(date(2026, 11, 23), OUDERS)) == [G, M, V, K]
    assert op(25, 17, friday, monday) == [G, G, M, N]
    assert op(27, 9, friday, monday, contact(date(2026, 11, 25))) == [G, G, M, G]


def test_a_missed_day_asks_until_there_was_contact_with_both() -> None:
    friday = contact(date(2026, 11, 20))
    days = contactdagen(DAGEN, (friday,), KALENDER, datetime(2026, 11, 26, 9))
    assert [(item.datum, item.zin) for item in wachtend(days)] == [(date(2026, 11, 25), "kind en ouders")]
    both = contactdagen(DAGEN, (friday,), KALENDER, datetime(2026, 11, 25, 9))
    assert [item.stand for item in wachtend(both)] == [ContactStand.GEMIST, ContactStand.VANDAAG]
    caught_up = contactdagen(DAGEN, (friday, contact(date(2026, 11, 25))), KALENDER, datetime(2026, 11, 26, 9))
    assert wachtend(caught_up) == ()


def test_a_day_without_school_asks_no_contact_and_an_unknown_year_forgets_none() -> None:
    days = replace(DAGEN, vanaf=date(2026, 11, 26), tot=date(2026, 11, 30), besluit_op=date(2026, 11, 26))
    now = datetime(2026, 11, 26, 9)
    assert [item.datum.day for item in contactdagen(days, (), KALENDER, now)] == [26, 30]
    unknown = Schoolkalender(frozenset(), frozenset())
    assert [item.datum.day for item in contactdagen(days, (), unknown, now)] == [26, 27, 30]


def test_a_contact_says_what_it_misses() -> None:
    now = datetime(2026, 11, 24, 9)
    assert {item.field for item in check_contact(ContactDraft("25-11", "12", door=" "), now)} == {
        "datum",
        "met",
        "door",
    }
    later = check_contact(ContactDraft("24-11", "12.00", BEIDEN, door="Jan"), now)
    assert [item.field for item in later] == ["tijd"]
    assert check_contact(ContactDraft("24-11", "8.30", BEIDEN, door="Jan"), now) == ()


# -- phases and nazorg


def test_any_point_of_any_phase_can_come_first_and_progress_counts_it() -> None:
    points = met_punt((), Punt("excuses", PuntStatus.GEDAAN))
    points = met_punt(points, Punt("alle_ouders", PuntStatus.NIET_NODIG, "Te herkenbaar."))
    found = Verband(replace(INHOUD, punten=points), controles=wettelijke_controle(INHOUD, FEITEN))
    counts = voortgang(found)
    assert counts[Fase.HERSTEL] == (1, 4)
    assert counts[Fase.TIJDENS] == (1, 7)
    assert counts[Fase.VOORAF] == (4, 5)
    assert met_punt(points, Punt("excuses")) == met_punt(
        (), Punt("alle_ouders", PuntStatus.NIET_NODIG, "Te herkenbaar.")
    )
    assert sum(of for _, of in counts.values()) == len([item for item in PUNTEN if item.als is None])
    assert [item.zelf for item in punten_van(found, Fase.OPLOSSING)] == [False, False, False, True]


def test_leerplicht_is_a_point_where_the_gemeente_wants_it_and_an_answer_stays() -> None:
    def codes(found: Verband) -> list[str]:
        return [item.soort.code for item in punten_van(found, Fase.VOORAF)]

    assert "leerplicht" not in codes(Verband(INHOUD))
    assert "leerplicht" in codes(Verband(INHOUD, leerplicht=True))
    said = replace(INHOUD, punten=(Punt("leerplicht", PuntStatus.GEDAAN, "24-11, Jan"),))
    assert "leerplicht" in codes(Verband(said))


@pytest.mark.parametrize(("vanaf", "tot"), [(DAGEN.vanaf, date(2062, 11, 25)), (date(1926, 11, 23), DAGEN.tot)])
def test_a_year_that_was_typed_wrongly_makes_no_days_of_contact(vanaf: date, tot: date) -> None:
    wrong = replace(DAGEN, vanaf=vanaf, tot=tot)
    assert contactdagen(wrong, (), KALENDER, datetime(2026, 11, 24, 9)) == ()
    # a few days more than the law allows still have their contact
    longer = replace(DAGEN, tot=date(2026, 12, 4))
    assert len(contactdagen(longer, (), KALENDER, datetime(2026, 11, 24, 9))) == 10


def test_nazorg_jumps_over_a_holiday() -> None:
    # back on Thursday 26 November: six Thursdays, of which two fall in the Christmas holidays
    found = nazorgdagen(date(2026, 11, 26), 6, KALENDER)
    assert found[:3] == (date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17))
    assert found[3:] == (date(2027, 1, 4), date(2027, 1, 7))
