"""The whole way through a dossier by hand: five steps, every branch of the weighing questions, and the end."""

import pytest
from PySide6.QtTest import QTest

from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.meldcode_keuzes import (
    DirectContact,
    GesprekMet,
    Herkomst,
    JaNee,
    MeldcodeAfloop,
    MeldWijze,
    Richting,
    StukSoort,
    Weegvraag,
)
from svp_desktop.domain.meldcode_weging import Bestemming, route
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.meldcode.tab import MeldcodeTab
from svp_desktop.ui.tabs.meldcode.weegroute import RouteBeeld
from tests.ui.meldcode.conftest import dossier, fill, finish, save
from tests.ui.screen import press, seen

JA, NEE = JaNee.JA, JaNee.NEE


def answer(tab: MeldcodeTab, vraag: Weegvraag, keuze: JaNee, **more: object) -> None:
    """Press an answer of the route and give the reasons."""
    [beeld] = tab.detail.findChildren(RouteBeeld)[-1:]
    [blok] = [one for one in beeld.blokken if one.stand.vraag is vraag]
    blok.answers[keuze].click()
    fill(tab, reden=f"Reden bij {vraag.value}.", overleg="Farid Aydin", **more)
    save(tab)
    assert tab.form() is None, seen(tab)


def to_weighing(tab: MeldcodeTab, ask: Scripted) -> None:
    """Steps 1 to 3, each as short as the meldcode allows."""
    finish(tab, ask, wie="juf Marit", datum="23-11-2026", samenvatting="Een plek op de arm.")
    finish(tab, ask, wie="Farid", collega="Farid Aydin", datum="23-11-2026", advies="Praat met moeder.")
    tab._wanted("stuk", StukSoort.GESPREK)
    fill(tab, met=GesprekMet.SAMEN, met_wie="moeder en Noor", inhoud="De plek.", reactie="“Gevallen.”")
    save(tab)
    finish(tab, ask, wie="juf Marit", ouders=JA, kind=JA)
    assert tab.detail.stap == 4


def test_from_a_first_sign_to_a_closed_dossier(window: MainWindow, tab: MeldcodeTab, ask: Scripted) -> None:
    press(tab, "Nieuw dossier")
    QTest.keyClicks(tab.form().naam, "fi")
    tab.form().naam.choose(0)
    press(tab, "Dossier openen")
    assert "Finn Mulder, groep 4. Toezicht: Ilse Bruins" in seen(tab.detail)
    # a step without a statement cannot be finished, and says what lacks
    press(tab.detail, "Stap 1 afronden …")
    assert "Leg eerst ten minste één uitspraak vast" in seen(tab.form())
    assert tab.form().vakken["wie"].field.message() == "Schrijf op wie deze stap deed."
    tab.go_back()
    press(tab.detail, "Mening")
    save(tab)
    assert "van wie" in tab.form().vakken["van"].field.message()
    fill(tab, tekst="“Hij is stil.”", van="vorige juf", herkomst=Herkomst.ANDER, richting=Richting.ONTKRACHT)
    save(tab)
    assert "Ontkracht de zorg" in seen(tab.detail)
    to_weighing(tab, ask)
    answer(tab, Weegvraag.VERMOEDEN, JA)
    assert "Beantwoord afwegingsvraag 2." in _lacking(tab)
    answer(tab, Weegvraag.VEILIGHEID, NEE)
    answer(tab, Weegvraag.HULP, JA)
    answer(
        tab,
        Weegvraag.AANVAARD,
        JA,
        wat="Wijkcoach",
        door="Zij belt",
        casemanager="Farid",
        tot="10-12-2026",
        doel="Rust",
    )
    finish(tab, ask, wie="Farid", datum="24-11-2026", collega="juf Marit", app_op="24-11-2026")
    finish(tab, ask, wie="Hanneke Vos", datum="24-11-2026", melden=NEE, melden_reden="Hulp helpt.", hulp=JA,
           hulp_reden="De wijkcoach.")  # fmt: skip
    assert "De wijkcoach." in seen(tab.detail)
    assert tab.detail.afronden.isHidden()
    # a finished step only takes additions
    press(tab.detail, "Aanvullen")
    fill(tab, tekst="De wijkcoach belde.")
    save(tab)
    assert "De wijkcoach belde." in seen(tab.detail)
    tab._wanted("sluiten", None)
    fill(tab, afloop=MeldcodeAfloop.ONTERECHT)
    save(tab)
    assert "uitdrukkelijk" in tab.form().vakken["afloop"].field.message()
    fill(tab, afloop=MeldcodeAfloop.HULP)
    save(tab)
    assert "Gesloten op di 24-11-2026: de hulp is klaar" in seen(tab.detail)
    assert "16 jaar of ouder" in seen(tab.detail)
    assert not tab.detail.vastleggen.isVisible()
    window.snackbar.undo_button().click()
    assert tab.detail.vastleggen.isVisible()


def _lacking(tab: MeldcodeTab) -> str:
    tab._wanted("afronden", 4)
    words = seen(tab.form())
    tab.go_back()
    tab._throw_draft()
    return words


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ([(Weegvraag.VERMOEDEN, NEE)], Bestemming.SLUITEN),
        ([(Weegvraag.VERMOEDEN, JA), (Weegvraag.VEILIGHEID, JA)], Bestemming.MELDEN),
        ([(Weegvraag.VERMOEDEN, JA), (Weegvraag.VEILIGHEID, NEE), (Weegvraag.HULP, NEE)], Bestemming.MELDEN),
        (
            [(Weegvraag.VERMOEDEN, JA), (Weegvraag.VEILIGHEID, NEE), (Weegvraag.HULP, JA), (Weegvraag.AANVAARD, NEE)],
            Bestemming.MELDEN,
        ),
        ([(Weegvraag.AANVAARD, JA), (Weegvraag.RESULTAAT, NEE)], Bestemming.MELDEN),
        ([(Weegvraag.AANVAARD, JA), (Weegvraag.RESULTAAT, JA)], Bestemming.VOLGEN),
    ],
    ids=["no suspicion", "unsafe", "no help", "not accepted", "no result", "watch"],
)
def test_every_branch_of_the_weighing(
    tab: MeldcodeTab, answers: list[tuple[Weegvraag, JaNee]], outcome: Bestemming
) -> None:
    dossier(tab)
    tab.detail.show_step(4)
    if answers[0][0] is Weegvraag.AANVAARD:
        answers = [(Weegvraag.VERMOEDEN, JA), (Weegvraag.VEILIGHEID, NEE), (Weegvraag.HULP, JA), *answers]
    for vraag, keuze in answers:
        more = {}
        if keuze is JA and vraag in (Weegvraag.AANVAARD, Weegvraag.RESULTAAT):
            more = {"wat": "Wijkcoach", "door": "Zij belt", "tot": "10-12-2026"}
        if keuze is JA and vraag is Weegvraag.AANVAARD:
            more |= {"casemanager": "Farid", "doel": "Rust"}
        answer(tab, vraag, keuze, **more)
    assert route(tab.detail.blad.antwoorden).uitkomst is outcome
    assert len(tab.detail.blad.antwoorden) == len(answers)


def test_a_melding_and_what_veilig_thuis_asks(tab: MeldcodeTab, ask: Scripted) -> None:
    dossier(tab)
    to_weighing(tab, ask)
    answer(tab, Weegvraag.VERMOEDEN, JA)
    answer(tab, Weegvraag.VEILIGHEID, JA)
    assert "samen met Veilig Thuis" in seen(tab.detail)
    finish(tab, ask, wie="Farid", datum="24-11-2026", collega="juf Marit")
    finish(tab, ask, wie="Hanneke Vos", datum="24-11-2026", melden=JA, melden_reden="Onveilig.", gemeld_op="24-11-2026",
           wijze=MeldWijze.TELEFOON, gemeld_bij="mevrouw Smit", ouders_vooraf=JA, hulp=JA,
           hulp_reden="Ontbijt op school.")  # fmt: skip
    tab._wanted("stuk", StukSoort.VT_VRAAG)
    fill(tab, medewerker="mevrouw Smit", vraag="Hoe gaat het met eten?")
    save(tab)
    waiting = [one.zin for one in tab._service.herinneringen()]
    assert waiting == [
        "een vraag van Veilig Thuis wacht op antwoord",
        "terugkoppeling van Veilig Thuis verwacht",
    ]
    assert "een vraag van Veilig Thuis wacht op antwoord" in seen(tab.detail)


def test_danger_is_recorded_at_any_moment(tab: MeldcodeTab) -> None:
    dossier(tab)
    assert "0800-2000" in seen(tab.detail)
    press(tab.detail, "Direct gevaar")
    fill(tab, gebeld_112="10.05")
    save(tab)
    assert "direct gevaar is nog niet helemaal vastgelegd" in seen(tab.detail)


def test_a_statement_of_a_finished_step_cannot_change(tab: MeldcodeTab, ask: Scripted) -> None:
    dossier(tab)
    press(tab.detail, "Verbeteren")
    fill(tab, tekst="Blauwe plek op de linkerarm.")
    save(tab)
    press(tab.detail, "Eerdere tekst")
    assert "Blauwe plek op de arm." in seen(tab.detail)
    finish(tab, ask, wie="juf Marit", datum="23-11-2026", samenvatting="Een plek op de arm.")
    press(tab.detail, "Openen")
    assert not tab.form().form.isEnabled()
    assert tab.form().opslaan.isHidden()
    tab.go_back()
    press(tab.detail, "Aanvullen")
    fill(tab, tekst="Ook op de andere arm.")
    save(tab)
    assert "Ook op de andere arm." in seen(tab.detail)
    # the step may be done again; the earlier round stays
    tab.detail.show_step(1)
    press(tab.detail, "Stap opnieuw doen")
    fill(tab, samenvatting="Nog een plek.")
    save(tab)
    assert "Ronde 1, afgerond di 24 nov" in seen(tab.detail)
    assert [one.ronde for one in tab.detail.blad.stappen] == [1, 2]
    assert tab.detail.blad.van(StukSoort.UITSPRAAK)[0].inhoud.aard is Aard.FEIT


def test_veilig_thuis_comes_before_any_talk_at_home(tab: MeldcodeTab) -> None:
    dossier(tab)
    tab._wanted("stap", 2)
    tab.form().widget("direct").chip(DirectContact.EER).click()
    assert "Bel nu Veilig Thuis: 0800-2000." in seen(tab.form())
    fill(tab, wie="Farid", collega="Farid Aydin", datum="23-11-2026", advies="Bel.")
    press(tab, "Stap 2 afronden …")
    assert "leg het advies vast" in tab.form().vakken["direct"].field.message()
    save(tab)
    tab._wanted("stuk", StukSoort.GESPREK)
    assert "Bel eerst Veilig Thuis" in seen(tab.form())
