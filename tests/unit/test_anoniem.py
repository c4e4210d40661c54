"""Without names: however a name is typed, it goes; who is who stays clear within one incident (demand 141)."""

from dataclasses import fields
from datetime import date

import pytest

from svp_desktop.domain.anoniem import Anoniem, Mens, Naamregister
from svp_desktop.domain.incident import Betrokkene, IncidentInhoud, IncidentRegel, Mand, PlaatsBereik, Soort, SoortKeuze
from svp_desktop.domain.school import Naam, PersoonSoort

KIND, STAF, OUDER, EXTERN = (
    PersoonSoort.LEERLING,
    PersoonSoort.MEDEWERKER,
    PersoonSoort.OUDER,
    PersoonSoort.EXTERN,
)
MENSEN = (
    Mens(1, KIND, Naam("Mees", "", "Jansen")),
    Mens(2, KIND, Naam("Noor", "de", "Vries")),
    Mens(3, STAF, Naam("Anouk", "", "Smeets"), "juf Anouk"),
    Mens(4, KIND, Naam("Łukasz", "", "Şahin")),
    Mens(5, KIND, Naam("=1+1", "", "")),
    Mens(6, KIND, Naam("Ben", "", "Bos")),
    Mens(7, OUDER, Naam("Karin", "van den", "Berg")),
    Mens(8, KIND, Naam("Zoë-Fleur", "", "O'Brien")),
    Mens(9, KIND, Naam("Max", "van 't", "Hof")),
    Mens(10, KIND, Naam("😀 Ab", "", "<b>")),
    Mens(11, STAF, Naam("Mees", "", "Kuiper")),
)
BETROKKEN = (
    Betrokkene(1, "Mees Jansen", KIND, "Anker 8"),
    Betrokkene(2, "Noor de Vries", KIND, "Anker 8"),
    Betrokkene(3, "Anouk Smeets", STAF),
    Betrokkene(7, "Karin van den Berg", OUDER),
)


@pytest.fixture(scope="module")
def anoniem() -> Anoniem:
    return Anoniem(Naamregister(MENSEN, {"Anker 8": "bovenbouw"}), BETROKKEN)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Mees schold noor uit.", "Leerling A schold leerling B uit."),
        ("MEES JANSEN en meesjansen en Meesje", "Leerling A en leerling A en leerling A"),
        ("Dit is Noors fiets en Mees' bal.", "Dit is leerling B’s fiets en leerling A’s bal."),
        ("Juf Anouk zag het. Ook juf Truus Jansen.", "Medewerker A zag het. Ook een medewerker."),
        ("mevrouw Van den Berg belde", "ouder A belde"),
        ("Toen kwam lukasz sahin.", "Toen kwam een leerling."),
        ("Ik ben boos op Ben Bos.", "Ik ben boos op een leerling."),
        ("met zoë-fleur o’brien en max van ‘t hof", "met een leerling en een leerling"),
        ("Zijn naam is =1+1.", "Zijn naam is een leerling."),
        ("en <b> ook", "en een leerling ook"),
        ("In Anker 8 was rust.", "In een groep was rust."),
        ("Bel 06-12345678 of 024 3 55 66 77", "Bel [telefoonnummer] of [telefoonnummer]"),
        ("Mail k.berg@post.nl of @mees.j op https://mees.nl", "Mail [mailadres] of [account] op [internetadres]"),
        ("No\u200bor lachte", "Leerling B lachte"),
        ("Nooit zonder reden", "Nooit zonder reden"),
    ],
)  # fmt: skip
def test_a_name_goes_however_it_is_typed(anoniem: Anoniem, typed: str, shown: str) -> None:
    assert anoniem.vervang(typed).tekst == shown


def test_what_looks_like_a_name_and_is_nobodys_is_told(anoniem: Anoniem) -> None:
    found = anoniem.vervang("Toen riep Brandon iets tegen Noor op maandag.")
    assert found.twijfels == ("Brandon",)
    assert "Brandon" in found.tekst


def test_letters_hold_within_one_incident_only() -> None:
    register = Naamregister(MENSEN)
    turned = Anoniem(register, BETROKKEN[1::-1])
    assert (turned.letter(2), turned.letter(1), turned.letter(99)) == ("leerling A", "leerling B", "iemand")
    assert turned.vervang("Mees en Noor").tekst == "Leerling B en leerling A"


def test_no_typed_field_of_an_incident_keeps_a_name(anoniem: Anoniem) -> None:
    texts = {item.name: "Noor de Vries" for item in fields(IncidentInhoud) if item.type is str or item.type == "str"}
    assert len(texts) > 10
    content = IncidentInhoud(
        datum=date(2026, 11, 24), tijd=None, bereik=PlaatsBereik.BINNEN, soorten=(SoortKeuze(Soort.PESTEN),),
        mand=Mand.GEEL, betrokkenen=BETROKKEN, reacties=("Gepraat met Mees",), **texts,
    )  # fmt: skip
    shown, _ = anoniem.inhoud(content)
    everything = repr(shown)
    for name in ("Noor", "Vries", "Mees", "Jansen", "Anouk", "Karin", "Anker"):
        assert name not in everything
    assert [one.groep for one in shown.betrokkenen] == ["bovenbouw", "bovenbouw", "", ""]
    assert shown.beoordelaar == "een medewerker"


def test_a_row_of_the_list_says_who_was_in_it_by_role(anoniem: Anoniem) -> None:
    row = IncidentRegel(
        1, "2026-0001", date(2026, 11, 24), None, Mand.GEEL, (Soort.PESTEN,), "Mees Jansen, Noor de Vries", "Anker 8",
        "Mees duwde Noor.", False, False, "Lokaal van juf Anouk",
    )  # fmt: skip
    shown, _ = anoniem.regel(row, BETROKKEN)
    assert (shown.leerlingen, shown.groepen) == ("leerling A, leerling B", "bovenbouw")
    assert (shown.omschrijving, shown.plaats) == ("Leerling A duwde leerling B.", "Lokaal van medewerker A")
