"""The people and the talks of a casus through the services, on a real encrypted file."""

from dataclasses import replace
from datetime import date

import pytest

from svp_desktop.domain.casus import AfsluitDraft, CasusIsAfgesloten
from svp_desktop.domain.casus_mensen import (
    CasusRol,
    OuderDraft,
    SteunfiguurDraft,
    niet_ingelicht,
    ouder_draft_of,
    steunfiguur_draft_of,
)
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist
from svp_desktop.domain.gesprekken import (
    Antwoord,
    GesprekDraft,
    GesprekSoort,
    GesprekTekst,
    Welbevinden,
    gesprek_draft_of,
)
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.school import Naam, Ouder, OuderVan, Regio


def names(persons) -> list[str]:
    return [item.naam for item in persons]


def test_every_parent_of_every_child_has_a_line_also_of_the_hurt_one(wereld, rollen) -> None:
    dader, slachtoffer = rollen
    ids, mensen = wereld.ids, wereld.werkplek.casusmensen
    wereld.persoon("moeder_sem", Ouder(0, "", Naam("Aisha", "", "Berg"), kinderen=(OuderVan(ids["sem"], "moeder"),)))
    incident = wereld.incident("20-11-2026", "Mees duwde Sem.", ("mees", dader), ("sem", slachtoffer))
    casus = wereld.casus(incident_ids=(incident,))

    assert names(mensen.ouders(casus)) == ["Karin van Dam", "Piet Jansen", "Bram Kok"]
    assert names(niet_ingelicht(mensen.ouders(casus))) == ["Karin van Dam", "Piet Jansen"]
    [proposed] = mensen.voorstellen(casus)
    assert (proposed.naam, proposed.rol) == ("Sem van der Berg", CasusRol.GERAAKT)

    mensen.voeg_toe(casus, proposed.persoon_id, proposed.rol)
    mensen.vandaag_ingelicht(casus, ids["mees"], ids["vader"])
    mensen.bewaar_ouder(casus, ids["mees"], ids["moeder"], OuderDraft("Hij slaapt slecht.", "23-11", "24-11"))

    assert names(niet_ingelicht(mensen.ouders(casus))) == ["Aisha Berg"]
    mother, father = mensen.ouders(casus)[:2]
    assert (mother.inbreng, mother.ingelicht_op, mother.brief_op) == (
        "Hij slaapt slecht.", date(2026, 11, 23), date(2026, 11, 24),
    )  # fmt: skip
    assert (father.ingelicht_op, father.brief_op) == (date(2026, 11, 24), None)
    assert mensen.voorstellen(casus) == ()

    # a parent who is no longer with this child in the register keeps the line, without gezag
    person = wereld.werkplek.personen.lees(ids["moeder"])
    wereld.werkplek.personen.bewaar(replace(person, kinderen=()))
    gone = next(item for item in mensen.ouders(casus) if item.ouder_id == ids["moeder"])
    assert (gone.in_register, gone.gezag, gone.inbreng) == (False, False, "Hij slaapt slecht.")


def test_a_day_ahead_is_not_told_and_a_closed_casus_takes_nothing(wereld) -> None:
    ids, mensen, casus = wereld.ids, wereld.werkplek.casusmensen, wereld.casus()
    with pytest.raises(InvoerOnjuist) as wrong:
        mensen.bewaar_ouder(casus, ids["mees"], ids["moeder"], OuderDraft(ingelicht_op="25-11-2026"))
    assert [item.field for item in wrong.value.findings] == ["ingelicht_op"]
    with pytest.raises(InvoerOnjuist):
        mensen.voeg_toe(casus, ids["sem"], CasusRol.TEAM)

    wereld.werkplek.casussen.afsluiten(casus, AfsluitDraft("klaar"))
    for verb in (
        lambda: mensen.voeg_toe(casus, ids["jan"], CasusRol.TEAM),
        lambda: mensen.vandaag_ingelicht(casus, ids["mees"], ids["moeder"]),
        lambda: mensen.bewaar_steunfiguur(casus, SteunfiguurDraft(naam="Opa")),
        lambda: wereld.werkplek.gesprekken.bewaar(casus, GesprekDraft(GesprekSoort.ANDER, gevraagd_op="24-11")),
    ):
        with pytest.raises(CasusIsAfgesloten):
            verb()


def test_without_consent_no_number_stands_on_a_paper(wereld) -> None:
    mensen, casus = wereld.werkplek.casusmensen, wereld.casus()
    draft = SteunfiguurDraft(naam=" Opa  Gerard ", relatie="opa", telefoon="06 12345678")
    made = mensen.bewaar_steunfiguur(casus, draft).value
    [opa] = mensen.steunfiguren(casus)
    assert (opa.naam, opa.telefoon, opa.telefoon_op_papier, opa.persoon_id) == ("Opa Gerard", "06 12345678", "", None)

    with pytest.raises(InvoerOnjuist) as wrong:
        mensen.bewaar_steunfiguur(casus, replace(draft, toestemming_op="23-11"), made)
    assert [item.field for item in wrong.value.findings] == ["toestemming_van"]
    mensen.bewaar_steunfiguur(casus, replace(draft, toestemming_op="23-11", toestemming_van="moeder"), made)
    assert mensen.steunfiguren(casus)[0].telefoon_op_papier == "06 12345678"

    mensen.verwijder_steunfiguur(made)
    assert mensen.steunfiguren(casus) == ()
    mensen.verwijder_steunfiguur(made, verwijderd=False)
    assert names(mensen.steunfiguren(casus)) == ["Opa Gerard"]


def test_a_talk_that_was_asked_waits_in_school_days_and_stands_on_vandaag(wereld) -> None:
    work, casus = wereld.werkplek, wereld.casus()
    asked = GesprekDraft(GesprekSoort.OUDER, wereld.ids["moeder"], gevraagd_op="19-11-2026")
    made = work.gesprekken.bewaar(casus, asked).value
    assert str(work.gesprekken.wachttijden(casus)[made]) == "wacht 5 dagen"

    work.kalender.vul("2026-2027", Regio.MIDDEN)
    assert str(work.gesprekken.wachttijden(casus)[made]) == "wacht 3 schooldagen"
    [task] = work.vandaag()
    assert (task.titel, task.datum, task.te_laat, task.casus_id) == ("Mees Jansen", date(2026, 11, 24), False, casus)
    assert task.zin == "Oudergesprek met Karin van Dam, wacht 3 schooldagen, nog niet gepland"

    work.gesprekken.bewaar(casus, replace(asked, gepland_op="23-11-2026"), made, 1)
    [task] = work.vandaag()
    assert (task.datum, task.te_laat) == (date(2026, 11, 23), True)
    with pytest.raises(IntussenVeranderd):
        work.gesprekken.bewaar(casus, asked, made, 1)

    work.gesprekken.bewaar(casus, replace(asked, gehouden_op="24-11-2026"), made, 2)
    assert work.vandaag() == ()
    assert work.gesprekken.wachttijden(casus) == {}


def test_kindgesprekken_of_the_year_are_counted_per_child_in_every_casus(wereld) -> None:
    service, mees = wereld.werkplek.gesprekken, wereld.ids["mees"]
    first, second = wereld.casus(), wereld.casus()
    talk = GesprekDraft(GesprekSoort.KIND, mees, gehouden_op="1-9-2026")
    kept = service.bewaar(first, talk).value
    service.bewaar(first, replace(talk, gehouden_op="1-6-2026"))  # the year before
    service.bewaar(first, replace(talk, gehouden_op="", gepland_op="1-12-2026"))
    assert [(item.aantal, item.doel, item.genoeg) for item in service.tellingen(second)] == [(1, 2, False)]
    service.bewaar(second, replace(talk, gehouden_op="20-11-2026"))
    assert [(item.aantal, item.genoeg) for item in service.tellingen(first)] == [(2, True)]
    service.verwijder(kept)
    assert service.tellingen(first)[0].aantal == 1


def test_a_talk_keeps_what_was_said_and_says_what_is_not_right(wereld) -> None:
    service, casus = wereld.werkplek.gesprekken, wereld.casus()
    draft = GesprekDraft(
        GesprekSoort.KIND,
        wereld.ids["mees"],
        gevraagd_op="20-11-2026",
        gehouden_op="23-11-2026",
        tekst=GesprekTekst(welbevinden=Welbevinden(prettig=Antwoord.SOMS), verslag="Rustig gesprek."),
        esis_op="23-11-2026",
        inzage=Inzage.NEE,
    )
    fields = {item.field for item in service.check(draft) if item.blocks}
    assert fields == {"inzage_reden"}
    made = service.bewaar(casus, replace(draft, inzage_reden="Het kind vroeg dit.")).value
    read = service.lees(made)
    assert read.inhoud.tekst.welbevinden.prettig is Antwoord.SOMS
    assert gesprek_draft_of(read).inzage_reden == "Het kind vroeg dit."

    wrong = replace(draft, persoon_id=None, gevraagd_op="24-11", esis_op="22-11", inzage=Inzage.JA)
    assert {item.field for item in service.check(wrong) if item.blocks} == {"persoon", "gehouden_op", "esis_op"}
    empty = GesprekDraft(GesprekSoort.OUDER, gehouden_op="23-11-2026")
    assert [item.field for item in service.check(empty) if not item.blocks] == ["persoon", "inbreng", "verslag"]
    assert [item.field for item in service.check(GesprekDraft())] == ["soort", "gevraagd_op"]


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(wereld) -> None:
    ids, mensen, casus = wereld.ids, wereld.werkplek.casusmensen, wereld.casus()
    who = (casus, ids["mees"], ids["moeder"])
    seen = ouder_draft_of(mensen.ouder(*who))
    mensen.vandaag_ingelicht(*who)
    with pytest.raises(IntussenVeranderd):
        mensen.bewaar_ouder(*who, OuderDraft("Hij slaapt slecht."), seen)
    assert mensen.ouder(*who).ingelicht_op == date(2026, 11, 24)
    now = ouder_draft_of(mensen.ouder(*who))
    mensen.bewaar_ouder(*who, replace(now, inbreng="Hij slaapt slecht."), now)
    assert mensen.ouder(*who).inbreng == "Hij slaapt slecht."

    made = mensen.bewaar_steunfiguur(casus, SteunfiguurDraft(naam="Opa", relatie="opa")).value
    seen = steunfiguur_draft_of(mensen.steunfiguur(casus, made))
    mensen.bewaar_steunfiguur(casus, replace(seen, telefoon="06 11111111"), made, seen)
    with pytest.raises(IntussenVeranderd):
        mensen.bewaar_steunfiguur(casus, replace(seen, notitie="Haalt hem op."), made, seen)
    assert mensen.steunfiguur(casus, made).telefoon == "06 11111111"
