"""The five steps and the weighing questions through their service: every branch, and what may not change any more."""

from dataclasses import replace

import pytest

from svp_desktop.domain.aantekeningen import DossierIsGesloten
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist
from svp_desktop.domain.findings import Severity
from svp_desktop.domain.meldcode import (
    BesluitStap,
    GedeeldeGegevens,
    GesprekStap,
    MeldcodeTermijn,
    OverlegStap,
    SignalenStap,
    StapIsAfgerond,
    StapNietKlaar,
    VermoedenOnterecht,
    VtAdvies,
    VtVraag,
    WeegAntwoordDraft,
    WeegStap,
)
from svp_desktop.domain.meldcode_keuzes import (
    DeelGrond,
    DirectContact,
    JaNee,
    MeldcodeAfloop,
    Meldnorm,
    StukSoort,
    Weegvraag,
)
from svp_desktop.domain.meldcode_termijnen import wachtend
from svp_desktop.domain.meldcode_weging import Bestemming, route
from tests.unit.meldcode.dossier import FEIT, MENING, through_all_steps

JA, NEE = JaNee.JA, JaNee.NEE
HELP = {"wat": "Gezinscoach.", "tot": "10-12-2026", "door": "De coach.", "casemanager": "Ilse", "doel": "Rust thuis."}
SIGNALS = SignalenStap("leerkracht", "juf Marit", "16-11-2026", "Zorg om de plekken.")
ADVICE = VtAdvies("17-11-2026", "", "Ilse", "mevrouw Smit", NEE, "", "Praat met de moeder.")


def answer(desk, vraag, keuze, **more):
    desk.service.antwoord(desk.id, vraag, WeegAntwoordDraft(keuze, f"Reden bij {vraag.value}.", "Farid", **more))


def blocked(desk, number, content):
    return {
        one.field for one in desk.service.ontbreekt(desk.id, number, content) if one.severity is Severity.BLOKKEREND
    }


@pytest.mark.parametrize(
    ("given", "outcome", "reached"),
    [
        ([NEE], Bestemming.SLUITEN, 1),
        ([JA, JA], Bestemming.MELDEN, 3),
        ([JA, NEE, NEE], Bestemming.MELDEN, 3),
        ([JA, NEE, JA, NEE], Bestemming.MELDEN, 4),
        ([JA, NEE, JA, JA], None, 5),
        ([JA, NEE, JA, JA, NEE], Bestemming.MELDEN, 5),
        ([JA, NEE, JA, JA, JA], Bestemming.VOLGEN, 5),
        ([JA, JA, JA, JA, JA], Bestemming.MELDEN, 5),
    ],
)
def test_every_answer_leads_where_the_afwegingskader_says(desk, given, outcome, reached):
    for vraag, keuze in zip(Weegvraag, given, strict=False):
        agreed = HELP if keuze is JA and vraag in (Weegvraag.AANVAARD, Weegvraag.RESULTAAT) else {}
        answer(desk, vraag, keuze, **agreed)
    walked = route(desk.service.lees(desk.id).antwoorden)
    assert walked.uitkomst is outcome
    assert sum(stand.bereikt for stand in walked.standen) == reached
    together = [stand.vraag for stand in walked.standen if stand.samen]
    assert bool(together) == (given[:2] == [JA, JA])


def test_help_that_is_accepted_asks_a_term_who_does_what_and_a_casemanager(desk):
    with pytest.raises(InvoerOnjuist) as wrong:
        answer(desk, Weegvraag.AANVAARD, JA)
    assert {one.field for one in wrong.value.findings} == {"wat", "tot", "door", "casemanager", "doel"}
    answer(desk, Weegvraag.AANVAARD, JA, **HELP)
    (made,) = desk.service.lees(desk.id).van(StukSoort.AFSPRAAK)
    assert (made.inhoud.casemanager, made.inhoud.tot) == ("Ilse", "10-12-2026")


def test_an_answer_keeps_its_question_and_a_later_one_takes_nothing_away(desk):
    answer(desk, Weegvraag.VERMOEDEN, NEE)
    desk.service.zet_tekst("vraag.vermoeden", "Is er een vermoeden?")
    answer(desk, Weegvraag.VERMOEDEN, JA)
    first, second = desk.service.lees(desk.id).antwoorden
    assert (first.keuze, second.keuze, second.gevraagd) == (NEE, JA, "Is er een vermoeden?")
    assert first.gevraagd.startswith("Is er op basis van stap 1")


def test_a_finished_step_and_its_records_only_take_additions(desk):
    (said,) = desk.record(FEIT)
    step = desk.service.rond_stap_af(desk.id, 1, SIGNALS, 0).value
    for change in (
        lambda: desk.service.bewaar_stap(desk.id, 1, replace(SIGNALS, samenvatting="Anders."), 1),
        lambda: desk.service.verbeter(said, MENING, 1),
        lambda: desk.service.haal_weg(said),
    ):
        with pytest.raises(StapIsAfgerond):
            change()
    desk.service.vul_stap_aan(desk.id, step, "Op 20 november nog een plek.")
    desk.service.stap_opnieuw(desk.id, 1)
    sheet = desk.service.lees(desk.id)
    assert [(one.ronde, one.afgerond) for one in sheet.stappen] == [(1, True), (2, False)]
    assert sheet.stappen[0].inhoud.samenvatting == SIGNALS.samenvatting
    assert sheet.stappen[0].aanvullingen[0].tekst == "Op 20 november nog een plek."


def test_a_step_is_not_finished_without_what_the_meldcode_asks(desk):
    assert blocked(desk, 1, SIGNALS) == {"uitspraken"}
    with pytest.raises(StapNietKlaar):
        desk.service.rond_stap_af(desk.id, 1, SIGNALS, 0)
    assert blocked(desk, 2, OverlegStap(wie="Farid")) == {"collega"}
    assert blocked(desk, 3, GesprekStap(wie="Marit", ouders=NEE, kind=JA)) == {
        "ouders_reden", "kind", "vt_datum", "vt_naam", "vt_advies",
    }  # fmt: skip
    assert blocked(desk, 4, WeegStap(wie="Farid", datum="18-11-2026")) == {"collega", "instrument", "weging"}
    assert blocked(desk, 5, BesluitStap(wie="Ilse", datum="18-11-2026", melden=JA)) == {
        "melden_reden", "hulp", "hulp_reden", "gemeld_op", "wijze", "gemeld_bij", "ouders_vooraf",
    }  # fmt: skip


@pytest.mark.parametrize("direct", DirectContact)
def test_honour_forced_marriage_and_mutilation_ask_veilig_thuis_first(desk, direct):
    consult = OverlegStap("kc", "Farid", frozenset({direct}), "Farid", "17-11-2026", "Bel.")
    assert blocked(desk, 2, consult) == {"direct"}
    desk.record(ADVICE)
    assert blocked(desk, 2, consult) == set()


def test_a_meldnorm_or_the_weighing_never_decides_by_itself_but_is_said(desk):
    for vraag in (Weegvraag.VERMOEDEN, Weegvraag.VEILIGHEID):
        answer(desk, vraag, JA)
    content = BesluitStap("dir", "Ilse", "19-11-2026", NEE, "Wij wachten.", hulp=NEE, hulp_reden="Geen.")
    said = desk.service.ontbreekt(desk.id, 5, content)
    assert [(one.field, one.severity) for one in said] == [("melden", Severity.LET_OP)]
    weighed = WeegStap("kc", "Farid", "18-11-2026", "Ilse", "Kader", "", frozenset({Meldnorm.ACUUT}))
    assert desk.service.ontbreekt(desk.id, 4, weighed) == ()


def test_a_suspicion_that_was_not_right_is_recorded_before_the_dossier_closes_with_it(desk):
    with pytest.raises(InvoerOnjuist):
        desk.service.sluit(desk.id, MeldcodeAfloop.ONTERECHT, "")
    desk.record(VermoedenOnterecht("20-11-2026", "Ilse", "De arts zag een val.", "mevrouw Smit", "Alles."))
    desk.service.sluit(desk.id, MeldcodeAfloop.ONTERECHT, "")
    with pytest.raises(DossierIsGesloten):
        desk.record(FEIT)
    assert desk.service.lees(desk.id).afloop is MeldcodeAfloop.ONTERECHT


def test_what_was_shared_needs_its_ground_and_a_question_waits_for_its_answer_without_a_name(desk):
    with pytest.raises(InvoerOnjuist) as wrong:
        desk.record(GedeeldeGegevens("20-11-2026", "wijkteam", "Het verslag"))
    assert {one.field for one in wrong.value.findings} == {"grond", "gevraagd"}
    desk.record(
        GedeeldeGegevens("20-11-2026", "wijkteam", "Het verslag", DeelGrond.TOESTEMMING_OUDERS, JA, JA),
        VtVraag("20-11-2026", "mevrouw Smit", "Hoe gaat het met Noor?"),
        MeldcodeTermijn("20-11-2026", "27-11-2026", "Moeder van Noor bellen"),
    )
    waiting = wachtend(desk.service.lees(desk.id))
    assert [one.zin for one in waiting] == ["een vraag van Veilig Thuis wacht op antwoord", "u zou hierop terugkomen"]
    assert not any("Noor" in one.zin or "Hof" in one.nummer for one in waiting)


def test_two_windows_on_one_step_do_not_overwrite_each_other(desk):
    desk.service.bewaar_stap(desk.id, 1, SIGNALS, 0)
    desk.service.bewaar_stap(desk.id, 1, replace(SIGNALS, samenvatting="Eerste."), 1)
    with pytest.raises(IntussenVeranderd):
        desk.service.bewaar_stap(desk.id, 1, replace(SIGNALS, samenvatting="Tweede."), 1)
    assert desk.service.lees(desk.id).stap(1).inhoud.samenvatting == "Eerste."


def test_the_search_finds_what_was_said_from_two_letters(desk):
    through_all_steps(desk)
    assert [one.id for one in desk.service.lijst("linkerarm")] == [desk.id]
    assert desk.service.lijst("giraffe") == ()
    assert desk.service.lijst("l") == desk.service.lijst()
