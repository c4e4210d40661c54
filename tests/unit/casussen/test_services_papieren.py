"""From casus to paper through the services: begun, asked, checked, handed out and kept, on a real encrypted file."""

import hashlib
import io
from dataclasses import replace
from datetime import date, time, timedelta

import pypdf
import pytest

from svp_desktop.domain.casus import ActieDraft, AfsluitDraft, CasusIsAfgesloten, TijdlijnSoort
from svp_desktop.domain.changes import Topic
from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden, PapierFout
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.papier import PapierSoort, Tekening, alinea, vervang
from svp_desktop.domain.papier_controle import Ernst, mag_gedrukt
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam
from svp_desktop.domain.uitreiken import UitreikDraft, Wijze

KIND, OUDERS = PapierSoort.AANKONDIGING_KIND, PapierSoort.AANKONDIGING_OUDERS
ANSWERS = {
    "sterke_kanten": "Je tekent mooi\nJe helpt graag",
    "gedragingen": "Je duwde een kind",
    "gedraging": "riep je hard",
    "geraakt": "Een klasgenoot was bang",
    "grens": "duwen",
    "stappen": "Wij zijn elke pauze op het plein",
    "steunfiguren": "mama en opa Gerard",
    "leerkracht": "meester Jan",
    "ouderwoorden": "U zei dat u zich zorgen maakt",
    "contact": "Meester Jan belt u op vrijdag 4 december",
    "leesdatum": "30-11",
    "leestijd": "15.15",
    "leesplaats": "de bibliotheek",
    "hersteldatum": "7-12",
}


@pytest.fixture
def service(wereld):
    return wereld.werkplek.papieren


@pytest.fixture
def casus(wereld, rollen):
    dader, slachtoffer = rollen
    wereld.persoon("fatma", Leerling(0, "", Naam("Fatma", "", "Öztürk"), "1004", jaargroep=5))
    incidents = (
        wereld.incident("15-9-2026", "Mees duwde Sem van de trap.", ("mees", dader), ("sem", slachtoffer)),
        wereld.incident("20-10-2026", "Mees pakte Fatma’s jas.", ("mees", dader), ("fatma", slachtoffer)),
        wereld.incident("2-11-2026", "Mees schold Daan en Sem uit.", ("mees", dader), mand=Mand.ROOD),
        wereld.incident("3-11-2026", "Daan sloeg Sem.", ("daan", dader), ("sem", slachtoffer)),
    )
    return wereld.casus(incident_ids=incidents)


def answered(service, draft):
    """The paper with every question answered, as a teacher would."""
    for _round in range(30):
        missing = service.ontbreekt(draft)
        if not missing:
            return draft
        draft = service.vul_in(draft, missing[0].code, ANSWERS[missing[0].code.split(":")[0]])
        assert not isinstance(draft, Finding)
    raise AssertionError("questions keep coming back")


def words(pdf):
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.replace("\xa0", " ").split())


def test_everything_known_is_filled_in(wereld, service, casus):
    wereld.werkplek.casussen.leg_vast(casus, ActieDraft("aankondiging", "30-11-2026", wie="Jan"))
    wereld.werkplek.casussen.leg_vast(casus, ActieDraft("oplossingsverzoek", "7-12-2026", wie="Jan"))
    draft = service.begin(casus, KIND)
    assert (draft.bouw, draft.roepnaam, draft.aanhef) == (Bouw.BOVENBOUW, "Mees", "Beste Mees,")
    assert (draft.tekening, draft.datum) == (Tekening.BRUG, date(2026, 11, 24))
    assert [item.naam for item in draft.ondertekenaars] == ["meester Jan", "Hanneke Vos"]
    assert draft.moment.dag == date(2026, 11, 30)
    text = "\n".join(blok.tekst for blok in draft.blokken)
    assert "Op 15 september duwde je een klasgenoot van de trap." in text
    assert "Op 20 oktober [vul in: wat deed je? (schoolplein)]." in text
    assert "Op 2 november schold je twee klasgenoten uit." in text
    assert "3 november" not in text
    assert "Iemand pijn doen: dat accepteren wij niet langer." in text
    assert "Wij vragen jou om een goed idee." in text
    assert "Op maandag 7 december horen wij jouw idee." in text


def test_the_letter_of_a_casus_holds_no_other_child(wereld, service, casus):
    for soort in (PapierSoort.AANKONDIGING_KIND, PapierSoort.AANKONDIGING_OUDERS):
        draft = answered(service, service.begin(casus, soort))
        assert mag_gedrukt(service.controleer(draft))
        printed = words(service.opmaken(draft).pdf).casefold()
        assert "mees" in printed
        for name in ("sem", "berg", "daan", "hart", "fatma", "öztürk"):
            assert name not in printed.replace("september", ""), name


def test_another_child_in_the_text_stops_the_paper(service, casus):
    draft = answered(service, service.begin(casus, KIND))
    for text in ("Je duwde Sem.", "FATMA huilde.", "Daan ’t Hart was bang."):
        blok = replace(draft.blokken[1], alineas=(alinea(text),))
        found = service.controleer(replace(draft, blokken=vervang(draft.blokken, blok)))
        assert [item.code for item in found if item.ernst is Ernst.BLOKKEREND] == ["ander_kind"], text


def test_a_child_of_another_group_is_asked_about_and_its_whole_name_stops_the_paper(wereld, service, casus):
    werk = wereld.werkplek
    ver = werk.school.bewaar_groep("Zon 7", Bouw.BOVENBOUW).value
    werk.personen.bewaar(Leerling(0, "", Naam("Quinten", "de", "Wit"), "1090", jaargroep=7, groep_id=ver))
    draft = answered(service, service.begin(casus, KIND))
    for text, expected in (("Je hielp Quinten.", Ernst.LET_OP), ("Je hielp Quinten de Wit.", Ernst.BLOKKEREND)):
        blok = replace(draft.blokken[1], alineas=(alinea(text),))
        found = service.controleer(replace(draft, blokken=vervang(draft.blokken, blok)))
        assert [item.ernst for item in found if item.code == "ander_kind"] == [expected], text


def test_a_child_may_be_called_as_another_one(wereld, service, casus):
    kind = wereld.werkplek.personen.lees(wereld.werkplek.casussen.lees(casus).leerling_id)
    wereld.persoon("gelijk", replace(kind, id=0, uuid="", nummer="1091"))
    draft = answered(service, service.begin(casus, KIND))
    blok = replace(draft.blokken[1], alineas=(alinea(f"{kind.naam} hoort erbij."),))
    paper = replace(draft, blokken=vervang(draft.blokken, blok), moment=replace(draft.moment, aanwezig=()))
    assert mag_gedrukt(service.controleer(paper))


def test_what_is_missing_is_asked_with_the_reason_and_held_by_the_guard(service, casus):
    draft = service.begin(casus, KIND)
    asked = service.ontbreekt(draft)
    assert [item.code for item in asked][:3] == ["sterke_kanten", "gedraging:20 oktober", "geraakt"]
    assert asked[1].vraag == "maak de zin af: “Op 20 oktober …” (schoolplein)"
    assert all(item.reden for item in asked)
    held = [item for item in service.controleer(draft) if item.ernst is Ernst.BLOKKEREND]
    assert {item.code for item in held} == {"open_plek"}
    assert service.ontbreekt(answered(service, draft)) == ()


def test_answers_stand_as_sentences(service, casus):
    draft = service.begin(casus, KIND)
    for code, answer in (
        ("sterke_kanten", "je tekent mooi\n je helpt graag. "),
        ("gedraging:20 oktober", "Op 20 oktober pakte je een jas af."),
        ("grens", "duwen <b>&"),
    ):
        draft = service.vul_in(draft, code, answer)
    text = {blok.code: blok.tekst for blok in draft.blokken}
    assert text["zien"].startswith("Je tekent mooi. Je helpt graag. Dat zien wij")
    assert "Op 20 oktober pakte je een jas af. Op 2 november" in text["gebeurd"]
    service.opmaken(draft)


def test_two_open_sentences_of_one_day_are_asked_one_after_the_other(wereld, service, rollen):
    ids = tuple(wereld.incident("15-9-2026", "Mees slaat.", ("mees", rollen[0])) for _ in range(2))
    draft = service.begin(wereld.casus(incident_ids=ids), KIND)
    draft = service.vul_in(draft, "gedraging:15 september", "riep je")
    assert "gedraging:15 september" in [item.code for item in service.ontbreekt(draft)]
    draft = service.vul_in(draft, "gedraging:15 september", "gilde je")
    assert "Op 15 september riep je. Op 15 september gilde je." in draft.blokken[1].tekst


@pytest.mark.parametrize(("code", "answer"), [("leesdatum", "31-2"), ("leestijd", "25.00"), ("grens", "  ")])
def test_an_answer_that_is_no_answer_says_so(service, casus, code, answer):
    finding = service.vul_in(service.begin(casus, OUDERS), code, answer)
    assert isinstance(finding, Finding)
    assert finding.field == code


@pytest.mark.parametrize("code", ["leesdatum", "hersteldatum"])
def test_a_paper_promises_a_day_that_still_comes(service, casus, code):
    """A day of the week is the next one, also when today has that name; a day that is over is asked again."""
    draft = service.begin(casus, OUDERS)
    day = {"dinsdag": "dinsdag 1 december", "maandag": "maandag 30 november", "24-11": "dinsdag 24 november"}
    for typed, meant in day.items():
        filled = service.vul_in(draft, code, typed)
        assert meant in (filled.blokken[5].tekst if code == "hersteldatum" else in_woorden(filled.moment.dag))
    said = {"23-11": "Deze dag is al voorbij. Kies een dag die nog komt."}
    said |= {"ooit": "Deze datum herken ik niet. Schrijf bijvoorbeeld 15-9, dinsdag of +7."}
    for typed, sentence in said.items():
        assert service.vul_in(draft, code, typed) == Finding(code, sentence)


def test_lines_about_a_group_are_sentences(wereld, service):
    draft = service.begin(wereld.casus(leerling_id=None, groep_id=wereld.ids["anker"]), PapierSoort.AANKONDIGING_GROEP)
    filled = service.vul_in(draft, "sterke_kanten_groep", "jullie spelen samen\njullie helpen elkaar")
    assert "Jullie spelen samen. Jullie helpen elkaar." in filled.blokken[0].tekst


def test_an_answer_between_quotes_gets_no_second_full_stop(service, casus):
    for said in ("U zei: 'Ik wil dat dit stopt.'", 'U zei: "Ik wil dat dit stopt."', "U zei: ‘Ik wil dat dit stopt.’"):
        filled = service.vul_in(service.begin(casus, OUDERS), "ouderwoorden", said)
        assert f"{said} Dat nemen wij mee." in filled.blokken[0].tekst


def test_the_moment_fills_the_table_and_the_text(service, casus):
    draft = answered(service, service.begin(casus, OUDERS))
    assert (draft.moment.dag, draft.moment.tijd, draft.moment.plaats) == (
        date(2026, 11, 30),
        time(15, 15),
        "de bibliotheek",
    )
    printed = words(service.opmaken(draft).pdf)
    assert "maandag 30 november 2026, 15.15 uur" in printed


def test_every_parent_with_gezag_gets_a_letter_at_the_own_address(wereld, service, casus):
    draft = answered(service, service.begin(casus, OUDERS))
    assert [item.adresregels for item in service.enveloppen(draft)] == [
        ("Mevrouw K. van Dam", "Kade 1", "1234 AC  WATERSTAD"),
        ("De heer P. Jansen", "Steiger 2", "1234 AD  WATERSTAD"),
    ]
    mother, father = (words(service.opmaken(draft, number).pdf) for number in range(2))
    assert "Beste mevrouw Van Dam," in mother
    assert "Steiger" not in mother
    assert "Beste meneer Jansen," in father
    assert "Kade 1" not in father
    assert "B. Kok" not in mother + father


def test_a_letter_of_home_and_school_asks_who_of_home_signs_when_no_parent_is_known(wereld, service, casus):
    together = PapierSoort.GEZAMENLIJKE_BRIEF
    signed = [item.naam for item in service.begin(casus, together).ondertekenaars]
    assert signed == ["mama", "papa", "meester Jan", "Hanneke Vos"]
    alone = service.begin(wereld.casus("sem"), together)
    assert [item.naam for item in alone.ondertekenaars][0] == "[vul in: welke ouder tekent]"
    assert "ouder_tekent" in [item.code for item in service.ontbreekt(alone)]
    answered_home = service.vul_in(alone, "ouder_tekent", "oma Riet")
    assert answered_home.ondertekenaars[0].naam == "Oma Riet"


def test_a_letter_without_a_parent_asks_for_whom_it_is(wereld, service):
    casus_id = wereld.casus("sem")
    draft = service.begin(casus_id, OUDERS)
    codes = [item.code for item in service.ontbreekt(draft)]
    assert "tekst:de naam van de ouder" in codes
    held = [item.blok_code for item in service.controleer(draft) if item.ernst is Ernst.BLOKKEREND]
    assert "adres" in held
    draft = service.vul_in(draft, "tekst:de naam van de ouder", "mevrouw Van der Berg")
    draft = service.vul_in(draft, "adres:0", "Kade 3\n1234 AB  WATERSTAD")
    (envelope,) = draft.ontvangers
    assert envelope.adresregels == ("Mevrouw Van der Berg", "Kade 3", "1234 AB  WATERSTAD")
    assert envelope.aanhef == "Beste mevrouw Van der Berg,"
    none_chosen = replace(draft, ontvangers=(replace(envelope, gekozen=False),))
    with pytest.raises(PapierFout):
        service.opmaken(none_chosen)


@pytest.mark.parametrize(
    ("jaargroep", "group", "bouw"),
    [
        (2, None, Bouw.ONDERBOUW),
        (6, None, Bouw.MIDDENBOUW),
        (6, Bouw.BOVENBOUW, Bouw.BOVENBOUW),
        (6, Bouw.MIDDENBOUW, Bouw.MIDDENBOUW),
        (None, None, Bouw.MIDDENBOUW),
    ],
)
def test_the_bouw_follows_the_group_and_else_the_jaargroep(wereld, service, jaargroep, group, bouw):
    group_id = wereld.werkplek.school.bewaar_groep("Proef", group).value if group else None
    wereld.persoon("noor", Leerling(0, "", Naam("Noor"), jaargroep=jaargroep, groep_id=group_id))
    draft = service.begin(wereld.casus("noor"), KIND)
    assert draft.bouw is bouw
    service.opmaken(draft)


def test_a_hostile_name_is_printed_as_it_is(wereld, service):
    name = "<b>O'Brien & Łukasz</b>"
    wereld.persoon("kind", Leerling(0, "", Naam(name, "", "=1+1"), groep_id=wereld.ids["anker"]))
    draft = answered(service, service.begin(wereld.casus("kind"), KIND))
    assert name in words(service.opmaken(draft).pdf)
    assert "letters" not in [item.code for item in service.controleer(draft) if item.ernst is Ernst.BLOKKEREND]
    arabic = replace(draft, roepnaam="محمد 😀", aanhef="Beste محمد 😀,")
    held = [item.code for item in service.controleer(arabic) if item.ernst is Ernst.BLOKKEREND]
    assert held == ["letters"]


def test_the_directeur_who_leads_the_casus_signs_once(wereld, service):
    casus_id = wereld.casus(eigenaar_id=wereld.ids["hanneke"])
    assert [item.naam for item in service.begin(casus_id, KIND).ondertekenaars] == ["Hanneke Vos"]


def test_the_directeur_of_today_signs(wereld, service):
    new = wereld.persoon("nieuw", Medewerker(0, "", Naam("Ilse", "", "Prins"), noemnaam="juf Ilse"))
    role = wereld.werkplek.school.rollen()[0]
    wereld.werkplek.school.zet_rol(role.rol, role.persoon_id, role.van, date(2026, 10, 1), role.id)
    wereld.werkplek.school.zet_rol(role.rol, new, date(2026, 10, 2))
    assert [item.naam for item in service.begin(wereld.casus(), KIND).ondertekenaars] == ["meester Jan", "juf Ilse"]


def test_a_group_gets_no_letter_for_a_child(wereld, service):
    with pytest.raises(PapierFout):
        service.begin(wereld.casus(leerling_id=None, groep_id=wereld.ids["anker"]), KIND)


# Handed out and kept


def test_a_paper_is_kept_as_it_was_handed_out(wereld, service, casus):
    draft = answered(service, service.begin(casus, KIND))
    made = service.opmaken(draft)
    wereld.werkplek.concepten.bewaar(f"papier:{casus}:{KIND.value}", service.naar_dict(draft), "een aankondiging")
    outcome = service.uitreiken(
        draft, made, UitreikDraft("gisteren", " Mees en moeder ", met_actie=True, reden="Het moet nu.")
    )
    assert outcome.changes.touches(Topic.PAPIEREN)
    kept, pdf = service.lees(outcome.value)
    assert (kept, pdf) == (draft, made.pdf)
    (row,) = service.lijst(casus)
    assert (row.titel, row.nummer, row.aan, row.wijze) == ("Aankondiging", 1, "Mees en moeder", Wijze.OP_PAPIER)
    assert (row.uitgereikt_op, row.paginas) == (date(2026, 11, 23), made.paginas)
    assert row.sha256 == hashlib.sha256(made.pdf).hexdigest()
    assert wereld.werkplek.concepten.alle() == ()
    (action,) = wereld.werkplek.casussen.acties(casus)
    assert (action.actie, action.datum, action.gedaan) == ("aankondiging", date(2026, 11, 23), True)
    told = {line.soort: line for line in wereld.werkplek.casussen.tijdlijn(casus)}
    assert told[TijdlijnSoort.PAPIER].zin == "aan Mees en moeder, op papier"
    assert told[TijdlijnSoort.PAPIER].ref_id == outcome.value


def test_first_connection_also_when_the_paper_is_handed_out(wereld, service, casus):
    draft = service.begin(casus, KIND)
    made = service.opmaken(draft)
    with pytest.raises(InvoerOnjuist) as refused:
        service.uitreiken(draft, made, UitreikDraft(aan="Mees", met_actie=True, reden="  "))
    (finding,) = refused.value.findings
    assert finding.field == "reden"
    assert finding.message.startswith("Eerst connectie: de laatste 4 weken staat er geen relatiegebaar")
    assert service.lijst(casus) == ()
    service.uitreiken(draft, made, UitreikDraft(aan="Mees", met_actie=True, reden="Het moet nu."))
    (action,) = wereld.werkplek.casussen.acties(casus)
    assert action.reden_van("connectie") == "Het moet nu."


def test_a_planned_aankondiging_is_ticked_and_not_doubled(wereld, service, casus):
    casussen = wereld.werkplek.casussen
    planned = casussen.leg_vast(casus, ActieDraft("aankondiging", "+3", wie="Jan", toelichting="Met opa")).value
    draft = service.begin(casus, KIND)
    service.uitreiken(draft, service.opmaken(draft), UitreikDraft(aan="Mees", met_actie=True, reden="Het moet nu."))
    (action,) = casussen.acties(casus)
    assert (action.id, action.gedaan, action.datum) == (planned, True, date(2026, 11, 24))
    assert action.toelichting == "Met opa\nUitgereikt aan Mees."
    assert casussen.gepland() == ()


def test_a_paper_that_is_printed_again_is_kept_once(service, casus):
    """A second print for the same reader on the same day is no new version; another reader or text is."""
    draft = answered(service, service.begin(casus, KIND))
    made = service.opmaken(draft)
    first = service.uitreiken(draft, made, UitreikDraft(aan="Mees")).value
    assert service.uitreiken(draft, made, UitreikDraft(aan=" Mees ")).value == first
    others = (UitreikDraft(aan="oma"), UitreikDraft("gisteren", "Mees"), UitreikDraft(aan="Mees", wijze=Wijze.ANDERS))
    kept = {service.uitreiken(draft, made, hand_out).value for hand_out in others}
    better = replace(draft, aanhef="Lieve Mees,")
    kept.add(service.uitreiken(better, service.opmaken(better), UitreikDraft(aan="Mees")).value)
    assert {row.id for row in service.lijst(casus)} == {first, *kept}
    assert len(kept) == 4


def test_a_correction_that_is_printed_again_is_kept_once_too(service, casus):
    draft = answered(service, service.begin(casus, KIND))
    first = service.uitreiken(draft, service.opmaken(draft), UitreikDraft(aan="Mees")).value
    better = replace(draft, aanhef="Lieve Mees,")
    made = service.opmaken(better)
    second = service.uitreiken(better, made, UitreikDraft(aan="Mees", vorige_id=first)).value
    assert service.uitreiken(better, made, UitreikDraft(aan="Mees")).value == second
    assert {row.id: row.nummer for row in service.lijst(casus)} == {first: 1, second: 2}


def test_a_correction_is_a_new_version_and_the_old_one_stays(wereld, service, casus):
    draft = answered(service, service.begin(casus, KIND))
    first = service.uitreiken(draft, service.opmaken(draft), UitreikDraft(aan="Mees")).value
    better = replace(draft, aanhef="Lieve Mees,")
    made = service.opmaken(better)
    second = service.uitreiken(better, made, UitreikDraft(aan="Mees", wijze=Wijze.ANDERS, vorige_id=first)).value
    assert [(row.id, row.nummer, row.vorige_id) for row in service.lijst(casus)] == [
        (second, 2, first),
        (first, 1, None),
    ]
    assert service.lees(first)[0] == draft
    assert "Lieve Mees," in words(service.lees(second)[1])
    other = wereld.casus("sem")
    with pytest.raises(NietGevonden):
        service.uitreiken(replace(better, casus_id=other), made, UitreikDraft(aan="Sem", vorige_id=first))
    assert service.lijst(other) == ()


@pytest.mark.parametrize(
    ("hand_out", "field"),
    [(UitreikDraft(aan=" "), "aan"), (UitreikDraft("morgen", "Mees"), "datum"), (UitreikDraft("??", "Mees"), "datum")],
)
def test_handing_out_needs_a_day_and_a_reader(service, casus, hand_out, field):
    draft = service.begin(casus, KIND)
    made = service.opmaken(draft)
    with pytest.raises(InvoerOnjuist) as refused:
        service.uitreiken(draft, made, hand_out)
    assert [item.field for item in refused.value.findings] == [field]
    assert service.lijst(casus) == ()


def test_a_closed_casus_gives_no_new_papers_but_shows_the_kept_ones(wereld, service, casus):
    draft = service.begin(casus, KIND)
    made = service.opmaken(draft)
    paper = service.uitreiken(draft, made, UitreikDraft(aan="Mees")).value
    wereld.werkplek.casussen.afsluiten(casus, AfsluitDraft("Doel bereikt"))
    for forbidden in (
        lambda: service.begin(casus, KIND),
        lambda: service.uitreiken(draft, made, UitreikDraft(aan="Mees", met_actie=True, reden="Het moet nu.")),
    ):
        with pytest.raises(CasusIsAfgesloten):
            forbidden()
    assert service.lees(paper)[1] == made.pdf


def test_a_kept_paper_is_the_same_after_a_lock(wereld, service, casus):
    draft = answered(service, service.begin(casus, OUDERS))
    made = service.opmaken(draft, 1)
    paper = service.uitreiken(draft, made, UitreikDraft(aan="de heer P. Jansen")).value
    wereld.werkplek.vergrendel()
    (school,) = wereld.toegang.scholen()
    again = wereld.toegang.ontgrendel(school.folder, school.accounts[0].id, "vier losse woorden, klaar")
    try:
        assert again.papieren.lees(paper) == (draft, made.pdf)
    finally:
        again.vergrendel()


def test_a_draft_survives_as_a_concept(wereld, service, casus):
    for soort in (PapierSoort.AANKONDIGING_KIND, PapierSoort.AANKONDIGING_OUDERS):
        draft = answered(service, service.begin(casus, soort))
        wereld.werkplek.concepten.bewaar("papier:proef", service.naar_dict(draft), "een brief")
        assert service.van_dict(wereld.werkplek.concepten.lees("papier:proef").inhoud) == draft


def test_the_page_is_made_of_the_very_bytes(service, casus):
    made = service.opmaken(service.begin(casus, KIND))
    data, width, height, stride = service.pagina(made.pdf, 1, 40)
    assert (len(data), stride) == (height * stride, width * 4)
    assert round(height / width, 2) == round(297 / 210, 2)
    with pytest.raises(PapierFout):
        service.pagina(made.pdf, made.paginas + 1, 40)
    with pytest.raises(PapierFout):
        service.pagina(b"not a pdf", 1, 40)


def test_file_names_tell_no_name(service, casus):
    assert service.bestandsnaam(service.begin(casus, KIND)) == "Aankondiging 2026-11-24.pdf"
    parents = service.begin(casus, OUDERS)
    names = [service.bestandsnaam(parents, number) for number in range(2)]
    assert len(set(names)) == 2
    assert not any("Mees" in name or "Jansen" in name for name in names)


def test_unknown_papers_are_not_found(service):
    for call in (lambda: service.lees(99), lambda: service.regel(99), lambda: service.begin(99, KIND)):
        with pytest.raises(NietGevonden):
            call()


def test_a_letter_that_was_handed_out_stands_with_each_parent_who_got_it(wereld, service, casus):
    draft = answered(service, service.begin(casus, OUDERS))
    first, *rest = draft.ontvangers
    chosen = replace(draft, ontvangers=(first, *(replace(item, gekozen=False) for item in rest)))
    service.uitreiken(chosen, service.opmaken(chosen), UitreikDraft("23-11-2026", "de moeder"))
    found = {item.ouder_id: item.brief_op for item in wereld.werkplek.casusmensen.ouders(casus)}
    assert {who for who, day in found.items() if day == date(2026, 11, 23)} == set(first.ouder_ids)
    assert all(found[who] is None for item in rest for who in item.ouder_ids)


def test_a_letter_to_a_child_that_goes_on_later_bears_the_day_of_then(service, casus, clock) -> None:
    letter, to_parents = service.begin(casus, KIND), service.begin(casus, OUDERS)
    first = clock.now
    stored, other = service.naar_dict(letter), service.naar_dict(to_parents)
    clock.now += timedelta(days=6)
    assert service.van_dict(stored).datum == first.date() + timedelta(days=6), "no field of the composer has this day"
    assert service.van_dict(other).datum == first.date(), "a day that can be typed stays as it was typed"


@pytest.mark.parametrize("gone", [replace, None])
def test_a_colleague_who_left_signs_no_letter_and_is_not_named(service, wereld, casus, clock, gone) -> None:
    people = wereld.werkplek.personen
    before = service.begin(casus, KIND)
    owner = people.lees(wereld.werkplek.casussen.lees(casus).eigenaar_id)
    name = before.ondertekenaars[0].naam
    if gone is None:
        people.verwijder(owner.id)
    else:
        people.bewaar(gone(owner, vertrokken_op=clock.now.date() - timedelta(days=1)))
    for soort in (KIND, OUDERS, PapierSoort.NETWERKGESPREK):
        draft = service.begin(casus, soort)
        printed = [item.naam for item in draft.ondertekenaars] + [blok.tekst for blok in draft.blokken]
        assert not any(word in text for text in (*printed, *draft.moment.aanwezig) for word in (name, str(owner.naam)))
