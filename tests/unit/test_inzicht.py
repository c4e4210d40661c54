"""Insight: small numbers that nobody can work out, counts as a plain count would give them, and the report."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path

import pytest
from pypdf import PdfReader

from svp_desktop.documents.reports.inzicht import rapport
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid, IncidentDraft, Kenmerk, Mand, Soort, SoortKeuze
from svp_desktop.domain.inzicht import (
    KLEINSTE,
    Moment,
    Periode,
    Tellingen,
    Verborgen,
    Wachttijd,
    aandelen,
    controleer,
    dit_schooljaar,
    onderdruk,
    opvallend,
    papierperioden,
    spiegel,
    vorig_schooljaar,
)
from svp_desktop.domain.inzicht_beeld import onderdelen, op_papier, per_dag
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Leerling, Medewerker, Naam, PersoonSoort, Rol
from svp_desktop.domain.themas import Thema
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek

PLAN = {Mand.GEEL: 60, Mand.ORANJE: 30, Mand.ROOD: 10}


def possible(told: tuple[int | Verborgen, ...], total: int) -> list[set[int]]:
    """Every number that each place could be, for a reader who knows the total, the words and the rest."""
    found: list[set[int]] = [set() for _ in told]
    choices = [
        [one] if isinstance(one, int) else range(KLEINSTE) if one is Verborgen.KLEIN else range(KLEINSTE, total + 1)
        for one in told
    ]
    for guess in product(*choices):
        if sum(guess) == total:
            for place, value in enumerate(guess):
                found[place].add(value)
    return found


@pytest.mark.parametrize("seed", range(60))
def test_no_small_number_follows_from_the_total_and_the_rest(seed: int) -> None:
    dice = random.Random(seed)
    values = [dice.choice((0, 1, 2, 4, 5, 6, 9, 14)) for _ in range(dice.randint(2, 4))]
    total = sum(values)
    told = onderdruk(values, total)
    if told is None:
        return
    for value, one, could in zip(values, told, possible(told, total), strict=True):
        if value < KLEINSTE:
            assert one is Verborgen.KLEIN
            assert len(could) > 1, (values, told)
        else:
            assert one in (value, Verborgen.OM_EEN_ANDER)


def test_one_small_number_takes_another_with_it_and_large_ones_stay() -> None:
    assert onderdruk([30, 12, 3, 20], 65) == (30, Verborgen.OM_EEN_ANDER, Verborgen.KLEIN, 20)
    assert onderdruk([30, 12, 20], 62) == (30, 12, 20)
    assert onderdruk([1, 2], 3) is not None
    assert onderdruk([4, 4], 8) is None, "two numbers under 5 that are 8 together are both 4"


def test_counts_that_overlap_are_guarded_by_what_they_are_at_least_together() -> None:
    told = onderdruk([36, 4], 40, deelt_op=False)
    assert told == (Verborgen.OM_EEN_ANDER, Verborgen.KLEIN)
    assert onderdruk([50, 4], 40, deelt_op=False) == (50, Verborgen.KLEIN)


def test_all_but_a_few_tells_how_few_the_others_are() -> None:
    days = Periode(date(2026, 8, 1), date(2026, 11, 24))
    counts = Tellingen(days, 50, kenmerken={Kenmerk.PERSONEEL: 48}, twijfel=20)
    apart = next(part for part in onderdelen(counts, counts) if part.code == "apart")
    told = op_papier(apart)
    assert told is not None
    assert [bar.naam for bar in told.staven] == ["Bij twijfel opgeschreven"]


def test_a_theme_does_not_give_away_a_kind_that_is_not_told() -> None:
    days = Periode(date(2026, 8, 1), date(2026, 11, 24))
    kinds = {Soort.AGRESSIE: 6, Soort.CHANTAGE: 8, Soort.BEDREIGING: 4, Soort.PESTEN: 12}
    counts = Tellingen(days, 40, soorten=kinds, themas={Thema.AGRESSIE: 18, Thema.PESTEN: 12})
    parts = {part.code: part for part in onderdelen(counts, counts)}
    told = op_papier(parts["themas"], parts["soorten"])
    assert told is not None
    assert [bar.naam for bar in told.staven] == ["Pesten"]


def test_periods_are_the_school_year_until_today_and_the_same_days_a_year_before() -> None:
    today = date(2026, 11, 24)
    assert dit_schooljaar(today) == Periode(date(2026, 8, 1), today)
    assert dit_schooljaar(today).jaar_eerder() == Periode(date(2025, 8, 1), date(2025, 11, 24))
    assert vorig_schooljaar(today) == Periode(date(2025, 8, 1), date(2026, 7, 31))
    assert Periode(date(2028, 2, 29), date(2028, 2, 29)).jaar_eerder().vanaf == date(2027, 2, 28)
    assert not isinstance(controleer(today, date(2026, 11, 23)), Periode)


def test_a_moment_stands_out_in_words() -> None:
    spread = {Moment("Schoolplein", day, hour): 1 for day in range(5) for hour in (9, 10, 12, 14)}
    days = Periode(date(2026, 8, 1), date(2026, 11, 24))
    counts = Tellingen(days, 31, momenten=spread | {Moment("Schoolplein", 1, 12): 12})
    assert [one.in_woorden() for one in opvallend(counts)] == ["Schoolplein, dinsdag tussen 12 en 13 uur: 12 van 31"]
    assert opvallend(replace(counts, momenten=spread)) == ()


def test_the_shares_are_a_mirror_and_no_target_and_what_was_ticked_is_geel() -> None:
    days = Periode(date(2026, 8, 1), date(2026, 11, 24))
    manden = {Mand.GROEN: 40, Mand.GEEL: 10, Mand.ORANJE: 30, Mand.ROOD: 10}
    shares = aandelen(Tellingen(days, 90, manden=manden, geturfd=50), PLAN)
    assert [(one.mand, one.procent) for one in shares] == [(Mand.GEEL, 60), (Mand.ORANJE, 30), (Mand.ROOD, 10)]
    assert "Dit is geen doel" in spiegel(PLAN)
    assert "geturfd" not in spiegel(PLAN)
    assert "Wat geturfd is, telt bij geel mee." in spiegel(PLAN, geturfd=3)


@pytest.mark.parametrize("numbers", [(15, 20, 4, 3), (1, 1, 1, 0), (2, 0, 0, 0), (0, 0, 0, 0), (7, 11, 13, 17)])
def test_the_shares_are_together_a_hundred(numbers: tuple[int, int, int, int]) -> None:
    geel, oranje, rood, ticked = numbers
    manden = {Mand.GROEN: 9, Mand.GEEL: geel, Mand.ORANJE: oranje, Mand.ROOD: rood}
    days = Periode(date(2026, 8, 1), date(2026, 11, 26))
    shares = aandelen(Tellingen(days, sum(manden.values()), manden=manden, geturfd=ticked), PLAN)
    assert sum(one.procent for one in shares) == (100 if sum(numbers) else 0)
    assert all(abs(one.procent * sum(numbers) - 100 * one.aantal) < sum(numbers) for one in shares if sum(numbers))


# -- against a plain count


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Werkplek, list[IncidentDraft]]]:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    now = datetime(2026, 11, 24, 10, 31, tzinfo=ZoneInfo("Europe/Amsterdam"))
    clock: Clock = lambda: now  # noqa: E731
    root: Path = tmp_path_factory.mktemp("inzicht")
    toegang = Toegang(Paths.under(root), clock, policy=KdfPolicy.for_tests())
    work = toegang.maak_school("De Regenboog", "Nijmegen", "Farid Aydin", Rol.DIRECTEUR, "vier losse woorden, klaar")
    child = work.personen.bewaar(Leerling(0, "", Naam("Mees", "", "Jansen"), "1", date(2016, 3, 1), jaargroep=8)).value
    staff = work.personen.bewaar(Medewerker(0, "", Naam("Anouk", "", "Smeets"))).value
    dice, drafts = random.Random(4), []
    for _ in range(300):
        dader = frozenset({Betrokkenheid.DADER})
        people = [Betrokkene(child, "Mees Jansen", PersoonSoort.LEERLING, dice.choice(("Anker 8", "Vlet 1")), dader)]
        if dice.random() < 0.3:
            victim = frozenset({Betrokkenheid.SLACHTOFFER})
            people.append(Betrokkene(staff, "Anouk Smeets", PersoonSoort.MEDEWERKER, "", victim))
        day = date(2026, 11, 24) - timedelta(days=dice.randint(0, 500))
        draft = IncidentDraft(
            datum=f"{day:%d-%m-%Y}",
            tijd=dice.choice(("", "09.15", "12.10", "12.50", "14.30")),
            plaats=dice.choice(("Schoolplein", "Gang", "")),
            soorten=tuple(SoortKeuze(kind) for kind in dice.sample(tuple(Soort), dice.randint(1, 3))),
            mand=dice.choice(tuple(Mand)),
            betrokkenen=tuple(people),
            feiten="Mees schold.",
            twijfel=dice.random() < 0.2,
        )
        work.incidenten.registreer(draft)
        drafts.append(draft)
    yield work, drafts
    work.vergrendel()


def test_every_count_is_what_a_plain_count_gives(register: tuple[Werkplek, list[IncidentDraft]]) -> None:
    work, drafts = register
    days = dit_schooljaar(date(2026, 11, 24))
    for told, period in zip(work.inzicht.overzicht(days)[:2], (days, days.jaar_eerder()), strict=True):
        inside = [
            draft
            for draft in drafts
            if period.vanaf <= date(*map(int, reversed(draft.datum.split("-")))) <= period.tot  # type: ignore[arg-type]
        ]
        assert told.totaal == len(inside) > 20
        assert told.twijfel == sum(draft.twijfel for draft in inside)
        for mand in Mand:
            assert told.manden[mand] == sum(draft.mand is mand for draft in inside)
        for kind in Soort:
            assert told.soorten[kind] == sum(kind in {one.soort for one in draft.soorten} for draft in inside)
        mixed = sum(len(draft.betrokkenen) == 2 for draft in inside)
        assert told.kenmerken[Kenmerk.PERSONEEL] == told.kenmerken[Kenmerk.LEERLING_EN_PERSONEEL] == mixed
        for place in ("Schoolplein", "Gang", ""):
            assert told.plaatsen.get(place, 0) == sum(draft.plaats == place for draft in inside)
        for group in ("Anker 8", "Vlet 1"):
            assert told.groepen[group] == sum(draft.betrokkenen[0].groep == group for draft in inside)
        noon = sum(draft.tijd.startswith("12") for draft in inside)
        assert sum(number for (_, hour), number in told.per_moment().items() if hour == 12) == noon
        assert sum(told.wachttijden.values()) == told.totaal - told.manden[Mand.GROEN]
        assert told.wachttijden[Wachttijd.NOG_NIET] > 0


def test_the_report_tells_no_number_under_5(register: tuple[Werkplek, list[IncidentDraft]]) -> None:
    work, _ = register
    half = work.inzicht.papierperioden()[0]
    overview = work.inzicht.overzicht(half)
    pages = PdfReader(BytesIO(work.inzicht.papier(half))).pages
    words = " ".join(page.extract_text() for page in pages).replace("\N{NO-BREAK SPACE}", " ")
    assert len(pages) <= 3
    assert "Inzicht incidenten" in words
    assert "1 februari 2026 tot en met 31 juli 2026" in words
    assert "Mees" not in words
    assert "Jansen" not in words
    for part in onderdelen(overview.nu, overview.eerder):
        told = op_papier(part)
        for bar in told.staven if told else ():
            assert bar.waarde is not None
            assert bar.waarde >= KLEINSTE
            assert bar.eerder is None or bar.eerder >= KLEINSTE


def test_too_few_incidents_give_a_report_with_the_total_only(register: tuple[Werkplek, list[IncidentDraft]]) -> None:
    work, _ = register
    day = date(2026, 11, 20)
    with pytest.raises(InvoerOnjuist):
        work.inzicht.papier(Periode(day, day))
    told = work.inzicht.overzicht(Periode(day, day))
    pdf = rapport(Briefhoofd("De Regenboog", ""), told.nu, told.eerder, told.plan, day)
    words = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "minder dan 5" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Soorten" not in words


def test_paper_is_about_halves_of_a_school_year_that_are_over_and_never_overlap() -> None:
    for today in (date(2026, 11, 24), date(2027, 1, 31), date(2027, 2, 1), date(2027, 7, 31), date(2027, 8, 1)):
        halves = papierperioden(today)
        assert len(halves) == 4
        assert halves[0].tot < today
        for newer, older in pairwise(halves):
            assert older.tot + timedelta(days=1) == newer.vanaf
        # the same days a year before are one of them too: what they tell stands on a paper of its own
        assert halves[0].jaar_eerder() == halves[2]
    assert papierperioden(date(2026, 11, 24))[0] == Periode(date(2026, 2, 1), date(2026, 7, 31))


@pytest.mark.parametrize("seed", range(40))
def test_two_papers_tell_of_the_half_that_stands_on_both_nothing_that_one_of_them_does_not(seed: int) -> None:
    dice = random.Random(seed)

    def half(year: int) -> Tellingen:
        groups = {name: dice.choice((0, 1, 3, 5, 8, 14)) for name in dice.sample("abcdef", dice.randint(1, 5))}
        moments = {
            Moment(dice.choice(("Plein", "Gang", "Aula", "")), dice.randrange(7), 12): dice.choice((1, 4, 6, 11))
            for _ in range(dice.randint(2, 6))
        }
        total = sum(moments.values())
        return Tellingen(
            Periode(date(year, 2, 1), date(year, 7, 31)), total, momenten=moments,
            groepen={name: number for name, number in groups.items() if number},
        )  # fmt: skip

    first, middle, last = half(2024), half(2025), half(2026)
    codes = ("plaatsen", "groepen")
    on_last = {part.code: op_papier(part) for part in onderdelen(last, middle) if part.code in codes}
    on_own = {part.code: op_papier(part) for part in onderdelen(middle, first) if part.code in codes}
    on_last["dagen"], on_own["dagen"] = op_papier(per_dag(last, middle)), op_papier(per_dag(middle, first))
    for code, told in on_last.items():
        own = on_own[code]
        known = {} if own is None else {bar.naam: bar.waarde for bar in own.staven}
        for bar in told.staven if told else ():
            assert bar.eerder is None or known.get(bar.naam) == bar.eerder
