"""Every kind of paper from one full dossier in which another child's name stands in every typed field.

The world is made once: a paper is begun, filled, checked and laid out without changing anything.
"""

import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from svp_desktop import resources
from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import ActieDraft, CasusDraft, Overgeslagen
from svp_desktop.domain.casus_mensen import SteunfiguurDraft
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.gesprekken import GesprekDraft, GesprekSoort
from svp_desktop.domain.herstelgesprek import (
    Antwoorden,
    Deelnemer,
    HerstelAfspraakDraft,
    HerstelRol,
    HerstelTekst,
)
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.papier import BlokSoort, PapierSoort
from svp_desktop.domain.papier_controle import Ernst
from svp_desktop.domain.papier_soorten import SPECS, Lezer, PapierBron, papieren_van, sleutel_van
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.domain.thuisschool import Teksten, draft_of_thuisschool
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

NOW = datetime(2026, 11, 24, 14, 2, tzinfo=ZoneInfo("Europe/Amsterdam"))
PASSWORD = "vier losse woorden, klaar"
# Names of other children stand in every field that is typed; a word that is no name tells whether the field is used.
ANDER = "Fatma Öztürk en Sem van der Berg"
VERBODEN = re.compile(r".{0,60}\b(?:fatma|öztürk|sem|berg)\b.{0,20}", re.I)
LEES = {"leesdatum": "30-11", "leestijd": "15.15", "leesplaats": "de bibliotheek", "hersteldatum": "7-12"}
LEES |= {"groepsdatum": "1-12", "terugkijkdatum": "14-12"}
SOORTEN = list(PapierSoort)


@dataclass
class Dossier:
    """The unlocked school with a casus of a child, one of its group, a thuis-school and a herstelgesprek."""

    werkplek: Werkplek
    kind: int
    bronnen: dict[PapierBron, tuple[int, int | None]]
    groep: int
    leeg: int

    def begin(self, soort: PapierSoort):
        """The paper with everything that is known."""
        spec = SPECS[soort]
        casus, bron = (self.groep, None) if spec.groep else self.bronnen[spec.bron]
        return self.werkplek.papieren.begin(casus, soort, bron)

    def vol(self, soort: PapierSoort):
        """The same with every question answered."""
        draft, service = self.begin(soort), self.werkplek.papieren
        for _round in range(40):
            missing = service.ontbreekt(draft)
            if not missing:
                return draft
            code = missing[0].code
            draft = service.vul_in(draft, code, antwoord(code))
            assert not isinstance(draft, Finding), (soort, code)
        raise AssertionError(f"{soort}: questions keep coming back")

    def heet(self, roepnaam: str, achternaam: str = "Jansen") -> None:
        """The child gets another name."""
        kind = self.werkplek.personen.lees(self.kind)
        self.werkplek.personen.bewaar(replace(kind, naam=Naam(roepnaam, "", achternaam)))


def antwoord(code: str) -> str:
    """What a teacher answers, from the sample data of the program."""
    head, _, rest = code.partition(":")
    known = json.loads(resources.path("letters", "voorbeeld.json").read_text("utf-8"))
    values = known["waarden"] | known["kind"] | LEES
    if head == "gedraging":
        return "riep je hard"
    if head == "adres":
        return "Kade 3\n1234 AB  WATERSTAD"
    value = values.get(rest if head == "tekst" else head, "het antwoord")
    return "\n".join(value) if isinstance(value, list) else value


@pytest.fixture(scope="module")
def dossier(eerste_school: tuple[Path, dict[str, int]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dossier]:
    root = tmp_path_factory.mktemp("vol")
    shutil.copytree(eerste_school[0], root, dirs_exist_ok=True)
    toegang = Toegang(Paths.under(root), lambda: NOW, KdfPolicy.for_tests())
    (school,) = toegang.scholen()
    work = toegang.ontgrendel(school.folder, school.accounts[0].id, PASSWORD)
    yield _vul(work, dict(eerste_school[1]))
    work.vergrendel()


def _vul(work: Werkplek, ids: dict[str, int]) -> Dossier:
    other = work.personen.bewaar(Leerling(0, "", Naam("Fatma", "", "Öztürk"), "1004", jaargroep=5)).value
    people = (
        work.personen.als_betrokkene(ids["mees"], frozenset({Betrokkenheid.DADER})),
        work.personen.als_betrokkene(ids["sem"], frozenset({Betrokkenheid.SLACHTOFFER})),
        work.personen.als_betrokkene(other, frozenset({Betrokkenheid.SLACHTOFFER})),
    )
    incident = work.incidenten.registreer(
        IncidentDraft(
            datum="20-11-2026",
            tijd="10.25",
            plaats="Schoolplein",
            soorten=(SoortKeuze(Soort.GEWELD),),
            mand=Mand.ORANJE,
            betrokkenen=people,
            feiten=f"Mees duwde {ANDER}. Fatma’s jas scheurde.",
        )
    ).value
    start = {"eigenaar_id": ids["jan"], "aanleiding": f"Het loopt vast met {ANDER}.", "incident_ids": (incident,)}
    casus = work.casussen.open(CasusDraft(leerling_id=ids["mees"], **start)).value
    groep = work.casussen.open(CasusDraft(groep_id=ids["anker"], **start)).value
    for number in (casus, groep):
        _acties(work, number)
    helper = SteunfiguurDraft(None, "Opa Gerard", "opa", "06 12345678", "20-11-2026", "de ouders")
    work.casusmensen.bewaar_steunfiguur(casus, helper)
    for soort in (GesprekSoort.NETWERK, GesprekSoort.BEMIDDELING):
        work.gesprekken.bewaar(casus, GesprekDraft(soort, gepland_op="26-11-2026"))
    bronnen = {
        PapierBron.CASUS: (casus, None),
        PapierBron.THUISSCHOOL: (casus, _thuisschool(work, casus, ids)),
        PapierBron.HERSTELGESPREK: (casus, _herstel(work, casus, incident, ids)),
    }
    leeg = work.casussen.open(CasusDraft(ids["daan"], eigenaar_id=ids["jan"], aanleiding="Nog niets bekend.")).value
    return Dossier(work, ids["mees"], bronnen, groep, leeg)


def _acties(work: Werkplek, casus: int) -> None:
    skipped = tuple(Overgeslagen(code, "Zo spraken wij het af.") for code in ("eerst_connectie", "ijzer_koud"))
    rows = ((f"naast {ANDER}", f"bij {ANDER}", "26-11-2026"),)
    words = dict.fromkeys(("verzoek", "voorstel", "aanwezig", "zeggen", "leider", "agenda"), f"Iets met {ANDER}.")
    for actie, soort in (
        ("oplossingsverzoek", ""), ("telefoonronde", ""), ("sit_in", ""), ("gesprek", "netwerk"),
        ("gesprek", "bemiddeling"), ("aankondiging", ""),
    ):  # fmt: skip
        values = [VeldWaarde(code, text) for code, text in words.items()]
        values += [VeldWaarde("afspraken", rijen=rows), VeldWaarde("bellers", rijen=((ANDER, ANDER, "06 1", ""),))]
        values += [VeldWaarde("soort", soort)] if soort else []
        draft = ActieDraft(
            actie, "30-11-2026", wie=f"Jan de Boer naast {ANDER}", toelichting=f"Voor {ANDER}", gedaan=False,
            velden=ActieVelden(tuple(values)), overgeslagen=skipped,
        )  # fmt: skip
        work.casussen.leg_vast(casus, draft)


def _thuisschool(work: Werkplek, casus: int, ids: dict[str, int]) -> int:
    service = work.thuisschool
    number = service.begin(casus).value
    draft = draft_of_thuisschool(service.beeld(number).thuisschool.inhoud)
    days = {
        "vanaf": "25-11-2026", "tot": "27-11-2026", "besluit_op": "24-11-2026", "kind_op": "24-11",
        "ouders_op": "24-11", "leerkracht_op": "23-11", "terug_op": "30-11-2026", "terug_tijd": "8", "bel_voor": "9.30",
    }  # fmt: skip
    words = {item.name: f"Iets met {ANDER}." for item in fields(Teksten)}
    draft = replace(draft, momenten=replace(draft.momenten, **days), teksten=Teksten(**words))
    service.bewaar(number, draft, 1)
    service.verdeel(number, TaakDraft(f"Werk brengen bij {ANDER}", ids["jan"], "25-11-2026"))
    return number


def _herstel(work: Werkplek, casus: int, incident: int, ids: dict[str, int]) -> int:
    service = work.herstelgesprekken
    said = Antwoorden(*(f"Iets met {ANDER}." for _ in fields(Antwoorden)))
    people = (
        Deelnemer(HerstelRol.GESPREKSLEIDER, "Hanneke Vos", ids["hanneke"], said),
        Deelnemer(HerstelRol.KIND, "Mees Jansen", ids["mees"], said),
        Deelnemer(HerstelRol.GERAAKT, "Daan ’t Hart", ids["daan"], said),
        Deelnemer(HerstelRol.OUDER, "Karin van Dam", ids["moeder"], said),
    )
    begun = service.begin(casus)
    words = {
        item.name: f"Iets met {ANDER}."
        for item in fields(HerstelTekst)
        if isinstance(getattr(begun.tekst, item.name), str) and item.name != "tijd"
    }
    draft = replace(
        begun,
        gepland_op="25-11-2026",
        gehouden_op="24-11-2026",
        incident_id=incident,
        tekst=replace(begun.tekst, deelnemers=people, **words),
        afspraken=(HerstelAfspraakDraft(f"Jan naast {ANDER}", f"kijkt bij {ANDER}", "26-11-2026"),),
    )
    return service.bewaar(casus, draft).value


def gedrukt(pdf: bytes) -> str:
    """What is printed, with every kind of space one space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return " ".join(text.replace("\xa0", " ").replace("\ufffe", "-").split())


def houdt(dossier: Dossier, draft) -> list[tuple[str, str]]:
    """What holds the paper back."""
    found = dossier.werkplek.papieren.controleer(draft)
    return [(item.code, item.zin) for item in found if item.ernst is Ernst.BLOKKEREND]


@pytest.mark.parametrize("soort", SOORTEN)
def test_no_other_child_stands_in_any_paper(dossier: Dossier, soort: PapierSoort) -> None:
    draft = dossier.vol(soort)
    text = gedrukt(dossier.werkplek.papieren.opmaken(draft).pdf)
    assert VERBODEN.findall(text) == []
    if SPECS[soort].groep or SPECS[soort].zonder_naam:
        assert not re.search(r"\bMees\b", text)
    assert not [item for item in houdt(dossier, draft) if item[0] != "wet"]


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_half_made_paper_comes_back_as_it_was(dossier: Dossier, soort: PapierSoort) -> None:
    papieren, concepten = dossier.werkplek.papieren, dossier.werkplek.concepten
    draft = dossier.vol(soort)
    half = replace(draft, aanhef=f"{draft.aanhef} ½", blokken=draft.blokken[::-1], groot=True, kenmerk="x")
    concepten.bewaar(sleutel_van(half), papieren.naar_dict(half), SPECS[soort].een_titel)
    kept = concepten.lees(sleutel_van(half))
    assert papieren.van_dict(json.loads(json.dumps(kept.inhoud))) == half
    concepten.wis(sleutel_van(half))


WET = {
    PapierSoort.THUISSCHOOL_BRIEF: (
        "In de wet heet dit een schorsing (artikel 40c", "Ik heb dit besloten namens het schoolbestuur",
        "houdt recht op onderwijs", "Inspectie van het Onderwijs", "U mag dat dossier inzien", "geoorloofd verzuim",
        "Uiterlijk", "dinsdag 5 januari 2027",
    ),
    PapierSoort.THUISSCHOOL_INSPECTIE: ("artikel 40c, lid 3, van de Wet op het primair onderwijs", "met de redenen"),
}  # fmt: skip


@pytest.mark.parametrize("soort", list(WET))
def test_the_sentences_of_the_law_are_printed_and_guarded(dossier: Dossier, soort: PapierSoort) -> None:
    draft = dossier.vol(soort)
    text = gedrukt(dossier.werkplek.papieren.opmaken(draft).pdf)
    assert [sentence for sentence in WET[soort] if sentence not in text] == []
    whole = houdt(dossier, draft)
    for code in SPECS[soort].verplicht:
        gone = replace(draft, blokken=tuple(item for item in draft.blokken if item.code != code))
        assert len(houdt(dossier, gone)) == len(whole) + 1, code


def test_an_empty_casus_gives_every_paper_with_its_open_places(dossier: Dossier) -> None:
    papieren = dossier.werkplek.papieren
    for spec in papieren_van(PapierBron.CASUS, groep=False):
        draft = papieren.begin(dossier.leeg, spec.soort)
        assert papieren.opmaken(draft).paginas <= 3, spec.soort
        assert papieren.ontbreekt(draft), spec.soort
        assert "open_plek" in dict(houdt(dossier, draft)), spec.soort


NAMEN = {
    "een letter": ("A", "B"),
    "zestig": ("Maximiliaan-Alexander-Christoffel Bartholomeus Wolfgang", "van Oranje-Nassau tot Buren en Leerdam"),
    "opmaak en invulvelden": ("<b>O'Brien</b> & %s {grens}", "x<y>z {0} %(x)s {roepnaam}}{{"),
    "letters": ("Fiﬃ İpek Łukasz Đặng", "Żółć-Iğdır Nguyễn Ĳ"),
    "van rechts en plaatje": ("محمد \u202eabc 😀👩\u200d👧", "אבי \x00\x07Å"),
}


def _bare(text: str) -> str:
    """Without what a line break or a program that copies text changes: spaces, hyphens, ligatures."""
    return unicodedata.normalize("NFKC", text).replace(" ", "").replace("-", "")


@pytest.mark.parametrize("geval", list(NAMEN))
def test_every_paper_prints_any_name_or_says_that_it_cannot(dossier: Dossier, geval: str) -> None:
    first, last = NAMEN[geval]
    dossier.heet(first, last)
    name = dossier.werkplek.personen.lees(dossier.kind).naam.roepnaam
    try:
        for soort in SOORTEN:
            spec = SPECS[soort]
            draft = dossier.begin(soort)
            text = gedrukt(dossier.werkplek.papieren.opmaken(draft).pdf)
            bare = _bare(text)
            codes = [code for code, _ in houdt(dossier, draft)]
            assert "ander_kind" not in codes, soort
            assert VERBODEN.findall(text) == [], soort
            if spec.groep or spec.zonder_naam or soort is PapierSoort.HERSTEL_GERAAKT:
                continue
            if geval == "van rechts en plaatje":
                assert "letters" in codes, soort
            else:
                assert "letters" not in codes, soort
                # The inside of a card is printed upside down: a reader of the file gives its signs in another order.
                pieces = re.findall(r"\w+", name) if soort is PapierSoort.THUISSCHOOL_KAART else [name]
                assert [piece for piece in pieces if _bare(piece) not in bare] == [], (soort, text)
    finally:
        dossier.heet("Mees")


@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if SPECS[soort].lezer is Lezer.KIND])
def test_what_a_child_reads_is_set_in_the_face_for_children(dossier: Dossier, soort: PapierSoort) -> None:
    pdf = dossier.werkplek.papieren.opmaken(dossier.vol(soort)).pdf
    faces = {name.partition("+")[2] for name in re.findall(r"/BaseFont /([\w+-]+)", pdf.decode("latin-1"))}
    assert faces
    assert [face for face in faces if not face.startswith("Andika")] == []


def test_the_plan_of_a_child_is_one_leaf_with_all_who_sign(dossier: Dossier) -> None:
    draft = dossier.vol(PapierSoort.OPLOSSINGSVERZOEK)
    made = dossier.werkplek.papieren.opmaken(draft)
    assert made.paginas == 2
    text = gedrukt(made.pdf)
    assert [name for name, _ in draft.blokken[-1].paren if name not in text] == []


def test_the_letter_of_a_decision_is_dated_on_the_day_the_parents_got_it(dossier: Dossier) -> None:
    service, number = dossier.werkplek.thuisschool, dossier.bronnen[PapierBron.THUISSCHOOL][1]
    assert dossier.begin(PapierSoort.THUISSCHOOL_BRIEF).datum == NOW.date()
    draft = draft_of_thuisschool(service.beeld(number).thuisschool.inhoud)
    given = replace(draft, momenten=replace(draft.momenten, uitgereikt_op="23-11-2026", besluit_op="23-11-2026"))
    service.bewaar(number, given, service.beeld(number).thuisschool.versie)
    paper = dossier.begin(PapierSoort.THUISSCHOOL_BRIEF)
    assert (paper.datum, "maandag 23 november 2026" in paper.noot) == (date(2026, 11, 23), True)
    assert dossier.begin(PapierSoort.THUISSCHOOL_INSPECTIE).datum == NOW.date()
    service.bewaar(number, draft, service.beeld(number).thuisschool.versie)


def test_the_parents_with_gezag_sign_the_plan_of_a_child_with_their_own_names(dossier: Dossier) -> None:
    signers = dossier.vol(PapierSoort.OPLOSSINGSVERZOEK).blokken[-1].paren
    assert [what for _, what in signers] == ["leerling", "ouder", "ouder", "leerkracht"]
    assert [name.split()[0] for name, what in signers if what == "ouder"] == ["Mevrouw", "Meneer"]


@pytest.mark.parametrize(
    "soort",
    [
        PapierSoort.OPLOSSINGSVERZOEK,
        PapierSoort.NETWERKGESPREK,
        PapierSoort.BEMIDDELINGSGESPREK,
        PapierSoort.HERSTEL_AGENDA,
        PapierSoort.HERSTEL_VERSLAG,
    ],
)
def test_who_stand_under_each_other_begin_with_a_capital(dossier: Dossier, soort: PapierSoort) -> None:
    blokken = dossier.begin(soort).blokken
    signing = [name for blok in blokken if blok.soort is BlokSoort.HANDTEKENINGEN for name, _ in blok.paren]
    listed = [line.tekst for blok in blokken if blok.code == "wie" for line in blok.alineas]
    assert len(signing) > 1
    assert [name for name in (*signing, *listed) if not name[:1].isupper()] == []
    assert [line for line in listed if "geraakt" in line and line.count("geraakt") > 1] == []
