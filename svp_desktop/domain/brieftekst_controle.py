"""What is looked at before a school keeps its own text of a paper: fields, the law, tone, reading level."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set

from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_controle import Ernst, Nazicht, PapierBevinding, controleer
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.domain.papier_soorten import SPECS, PapierSpec
from svp_desktop.domain.papier_vullen import Brieftekst

_FIELD = re.compile(r"\{([A-Za-z_]+)(\??)\}")
#: The parts of a text beside its blocks, by the names of `Brieftekst`.
VASTE_DELEN = ("onderwerp", "aanhef", "kenmerk", "bijlage", "slot", "noot")
#: Fields that carry a sentence or a term of the law.
_WET = ("wet_", "bezwaar")
#: What the guards of a paper find about a casus and its people, and not about words.
_OVER_DE_CASUS = frozenset({"open_plek", "wet", "ander_kind", "ondertekening", "voorlezen", "adres"})
#: Fields of the school itself: any paper may name those.
_OVERAL = frozenset({"school", "telefoon"})


def delen(tekst: Brieftekst) -> Iterator[tuple[str, str]]:
    """Each typed part of a text with its code: the fixed ones, then the blocks that take part."""
    for code in VASTE_DELEN:
        yield code, getattr(tekst, code)
    for blok in tekst.blokken:
        if blok.aan:
            yield blok.code, f"{blok.titel}\n{blok.tekst}" if blok.kop else blok.tekst


def velden(tekst: Brieftekst) -> frozenset[str]:
    """The codes of the fields that a text holds."""
    return frozenset(match[1].lower() for _code, words in delen(tekst) for match in _FIELD.finditer(words))


def velden_van(spec: PapierSpec, standaarden: Iterable[Brieftekst]) -> frozenset[str]:
    """The fields that a paper can be given: those of the papers from the same source; a paper that may not say which
    child it is about gets only its own."""
    narrow = spec.groep or spec.zonder_naam
    same = (
        item
        for item in standaarden
        if (item.soort is spec.soort if narrow else SPECS[item.soort].bron is spec.bron)
        and (narrow or not SPECS[item.soort].groep)
    )
    return frozenset().union(_OVERAL, *map(velden, same))


def velden_van_wetszin(bekend: Set[str]) -> frozenset[str]:
    """The fields that a sentence of the law can be given: none of them, but the term of bezwaar."""
    return frozenset(code for code in bekend if not code.startswith("wet_")) - {"bezwaar"} | {"bezwaar_termijn"}


def wet_weg(tekst: Brieftekst, standaard: Brieftekst) -> tuple[str, ...]:
    """The fields with a sentence of the law that the standard text has and this one has not."""
    gone = velden(standaard) - velden(tekst)
    return tuple(sorted(code for code in gone if code.startswith(_WET)))


def controleer_tekst(
    tekst: Brieftekst, standaard: Brieftekst, bekend: Set[str], voorbeeld: PapierDraft, nazicht: Nazicht
) -> tuple[PapierBevinding, ...]:
    """All that must or may be changed in a text, what holds it back first.

    `bekend` are the fields that the paper can be given, `voorbeeld` is the text on sample data.
    """
    found = [
        *_fields(tekst, bekend),
        *_law(tekst, standaard),
        *(
            item
            for item in controleer(voorbeeld, nazicht)
            if item.code not in _OVER_DE_CASUS and item.ernst is not Ernst.IN_ORDE
        ),
    ]
    return tuple(sorted(found, key=lambda item: list(Ernst).index(item.ernst)))


def veld_fouten(woorden: str, bekend: Set[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the fields in some words: a lead and a sentence for each."""
    for match in _FIELD.finditer(woorden):
        if match[1].lower() not in bekend:
            yield "Een onbekend veld", f"Het veld “{match[0]}” bestaat hier niet. Kies een veld uit de lijst."
    if re.search(r"[{}]", _FIELD.sub("", woorden)):
        yield "Een veld is niet af", "Hier staat een losse accolade. Een veld schrijft u zo: {roepnaam}."


def _fields(tekst: Brieftekst, bekend: Set[str]) -> Iterator[PapierBevinding]:
    for code, words in delen(tekst):
        for lead, sentence in veld_fouten(words, bekend):
            yield PapierBevinding("veld", lead, sentence, Ernst.BLOKKEREND, code)


def _law(tekst: Brieftekst, standaard: Brieftekst) -> Iterator[PapierBevinding]:
    for code in SPECS[tekst.soort].verplicht:
        blok = next((item for item in tekst.blokken if item.code == code), None)
        if blok is None or not blok.aan or blok.leeg:
            title = next(item.titel for item in standaard.blokken if item.code == code)
            sentence = f"De wet vraagt het blok “{title}”. Laat het staan en laat het niet leeg."
            yield PapierBevinding("wet_blok", "De wet vraagt dit blok", sentence, Ernst.BLOKKEREND, code)
    at = _places(standaard)
    for field in wet_weg(tekst, standaard):
        asked = INVULVELDEN.get(field)
        what = asked.vraag if asked else "een zin van de wet"
        why = f" {asked.waarom}" if asked else ""
        sentence = f"Weg is “{{{field}}}”: {what}.{why} Zet het terug, of schrijf waarom het weg kan."
        yield PapierBevinding("wet_zin", "Een zin van de wet is weg", sentence, Ernst.LET_OP, at.get(field))


def _places(standaard: Brieftekst) -> Mapping[str, str]:
    return {match[1].lower(): code for code, words in delen(standaard) for match in _FIELD.finditer(words)}
