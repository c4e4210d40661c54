"""What speaks before a paper is printed: open places, tone, names, promises, letters, reading level (demand 68).

Every check returns at least one finding, also when all is in order, so that the user sees what was looked at.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums, papier_taal
from svp_desktop.domain.leesbaarheid import VLOEREN, Leesvloer, klankgroepen, meet
from svp_desktop.domain.papier import Blok, BlokSoort, PapierDraft, te_drukken
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.domain.papier_soorten import Lezer, PapierSpec, Vorm, spec_van
from svp_desktop.domain.papier_taal import Gelezen, open_plekken
from svp_desktop.domain.school import Bouw

#: The block of a letter to a child with what goes well; it comes before what happened and what stops.
CONNECTIE = "zien"
_GRENZEN = ("gebeurd", "grens")


class Ernst(Enum):
    """Weight of a finding: it stops the paper, asks for attention, or is in order."""

    BLOKKEREND = "blokkerend"
    LET_OP = "let_op"
    IN_ORDE = "in_orde"


@dataclass(frozen=True, slots=True)
class PapierBevinding:
    """One finding: a short lead, a sentence, its weight, and the block it is about (None: the whole paper)."""

    code: str
    lead: str
    zin: str
    ernst: Ernst
    blok_code: str | None = None


_HEADS = {
    "open_plek": ("Nog niet ingevuld", "Alles ingevuld", "Er staat geen open plek meer in."),
    "straf": ("Het woord “straf”", "Geen straf", "De brief zegt wat wij doen, niet wat het kind verdient."),
    "dreiging": ("Dit klinkt als een dreiging", "Geen dreiging", "De volgende stap is wat wíj doen."),
    "etiket": ("Een etiket", "Geen etiket", "Het gaat over gedrag. Niemand wordt dader of slachtoffer genoemd."),
    "ander_kind": ("De naam van een ander kind", "Geen naam van een ander kind", "Alleen dit kind staat met naam in."),
    "belofte": ("Een belofte zonder dag", "Beloften met een dag", "Er staat geen “snel” of “binnenkort”."),
    "letters": ("Een teken dat niet kan worden gedrukt", "Alle letters bestaan", "Elk teken kan worden gedrukt."),
    "connectie": ("Eerst connectie", "Eerst connectie", "Het begint met wat goed gaat, heel concreet."),
    "wet": ("De wet vraagt meer", "Alles wat de wet vraagt", "Elk onderdeel dat de wet vraagt, staat erin."),
    "leeg_blok": ("Een leeg blok", "Geen lege blokken", "Elk blok dat meedoet, heeft tekst."),
    "ondertekening": ("Niemand ondertekent", "Ondertekend", "Er staat wie de brief ondertekent."),
    "voorlezen": ("Voorlezen is nog niet gepland", "Voorlezen is gepland", "Dag, tijd en plaats staan vast."),
    "adres": ("Een adres ontbreekt", "Adres bekend", "Elke envelop heeft een adres."),
    "datum": ("De datum is van eerder", "Datum klopt", "De brief draagt de dag van vandaag, of een latere."),
}  # fmt: skip


_VASTE_TITELS = {
    "aanhef": "Aanhef", "onderwerp": "Onderwerp", "adres": "Adres", "ondertekening": "Ondertekening",
    "bijlage": "Bijlage", "kenmerk": "Kenmerk", "slot": "Slot", "noot": "Klein onder de brief", "plaats": "Plaats",
}  # fmt: skip


class WetVraag(NamedTuple):
    """Something that the law asks of what the paper is about, and that is not there: a heading and a sentence.

    `nu` False: it is done later, so the paper may go out.
    """

    kop: str
    zin: str
    nu: bool = True


@dataclass(frozen=True, slots=True)
class Nazicht:
    """What the checks need beside the paper: names of other children who are near and of all others of the school,
    whole names of colleagues, which may be printed, characters that no face has, syllables, the limits of the reading
    level, and what the law still asks."""

    andere_namen: Set[str] = frozenset()
    school_namen: Set[str] = frozenset()
    collega_namen: Set[str] = frozenset()
    ontbrekende_tekens: Set[str] = frozenset()
    lettergrepen: Callable[[str], int] = klankgroepen
    vloeren: Mapping[Bouw | None, Leesvloer] = field(default_factory=lambda: VLOEREN)
    wet: tuple[WetVraag, ...] = ()
    vandaag: date | None = None


def controleer(draft: PapierDraft, nazicht: Nazicht) -> tuple[PapierBevinding, ...]:
    """All findings of a paper: what stops it first, then what asks for attention, then what is in order."""
    found: list[PapierBevinding] = []
    spec = spec_van(draft)
    for code, check, asked in _CHECKS:
        if not asked(spec, draft):
            continue
        wrong = list(check(draft, nazicht))
        found += wrong or [PapierBevinding(code, _HEADS[code][1], _HEADS[code][2], Ernst.IN_ORDE)]
    found += _reading_level(draft, nazicht)
    return tuple(sorted(found, key=lambda finding: list(Ernst).index(finding.ernst)))


def mag_gedrukt(bevindingen: Iterable[PapierBevinding]) -> bool:
    """True when nothing stops the paper."""
    return not any(finding.ernst is Ernst.BLOKKEREND for finding in bevindingen)


def blokkerend(bevindingen: Iterable[PapierBevinding]) -> tuple[PapierBevinding, ...]:
    """What stops the paper."""
    return tuple(finding for finding in bevindingen if finding.ernst is Ernst.BLOKKEREND)


def teksten_van(draft: PapierDraft) -> tuple[str, ...]:
    """Every text that is printed, for the check of missing characters."""
    names = [text for person in draft.ondertekenaars for text in (person.naam, person.functie)]
    envelopes = [
        line for item in draft.ontvangers if item.gekozen for line in (*item.adresregels, item.aanhef, item.vermelding)
    ]
    moment = draft.moment
    return (
        *(text for _, text in _printed(draft)),
        draft.roepnaam,
        draft.bijlage,
        draft.slot,
        draft.kenmerk,
        draft.noot,
        moment.plaats,
        *moment.aanwezig,
        *names,
        *envelopes,
    )


def _printed(draft: PapierDraft) -> list[tuple[str, str]]:
    """The typed texts of a paper with the code of their block."""
    texts = [("aanhef", draft.aanhef), ("onderwerp", draft.onderwerp)]
    for blok in te_drukken(draft.blokken):
        texts.append((blok.code, f"{blok.titel}\n{blok.tekst}" if blok.kop else blok.tekst))
    texts += [("bijlage", draft.bijlage), ("kenmerk", draft.kenmerk), ("slot", draft.slot), ("noot", draft.noot)]
    if _moment_block(draft):
        texts.append(("plaats", draft.moment.plaats))
    return [(code, text) for code, text in texts if text.strip()]


def _moment_block(draft: PapierDraft) -> str | None:
    """The block that prints the moment of reading aloud."""
    return next((blok.code for blok in draft.blokken if blok.soort is BlokSoort.MOMENT and blok.aan), None)


def _title(draft: PapierDraft, code: str) -> str:
    return _VASTE_TITELS.get(code) or next((blok.titel for blok in draft.blokken if blok.code == code), code)


def _words(
    draft: PapierDraft, code: str, advice: str, read: Callable[[str], Iterable[Gelezen]], *, hard: bool = True
) -> Iterable[PapierBevinding]:
    """A finding for each of the words that a guard reads; it stops the paper when those are sure, unless not `hard`."""
    for blok_code, text in _printed(draft):
        for found in read(text):
            sentence = f"Blok “{_title(draft, blok_code)}”: “{found.woorden}”. {advice}"
            ernst = Ernst.BLOKKEREND if hard and found.zeker else Ernst.LET_OP
            yield PapierBevinding(code, _HEADS[code][0], sentence, ernst, blok_code)


def _open_places(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    whys = {veld.vraag: veld.waarom for veld in INVULVELDEN.values()}
    by_hand = spec_van(draft).vorm in (Vorm.WERKBLAD, Vorm.VOORBEREIDING)
    envelopes = [item for item in draft.ontvangers if item.gekozen]
    lines = [("adres", line) for item in envelopes for line in (*item.adresregels, item.aanhef)]
    signers = [("ondertekening", person.naam) for person in draft.ondertekenaars]
    for code, text in (*_printed(draft), *lines, *signers):
        for place in open_plekken(text, handschrift=by_hand):
            question = place.strip("[]").removeprefix("vul in:").strip()
            why = whys.get(question, "Vul dit in, of haal het weg.")
            sentence = f"Blok “{_title(draft, code)}”: {question}. {why}"
            yield PapierBevinding("open_plek", _HEADS["open_plek"][0], sentence, Ernst.BLOKKEREND, code)


def _straf(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    return _words(draft, "straf", "Schrijf wat de volwassenen gaan doen.", papier_taal.straf)


def _threat(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    advice = "Noem de volgende stap als iets wat wíj doen."
    return _words(draft, "dreiging", advice, lambda text: papier_taal.dreiging(text, draft.roepnaam))


def _labels(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    return _words(draft, "etiket", "Beschrijf het gedrag, niet het kind.", papier_taal.etiketten)


def _promises(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    advice = "Dat is geen dag. Kinderen tellen op wat u belooft."
    return _words(draft, "belofte", advice, papier_taal.beloften, hard=False)


def _other_child(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    known = [*(person.naam for person in draft.ondertekenaars), *draft.moment.aanwezig, *nazicht.collega_namen]
    texts = _printed(draft)
    near = papier_taal.te_vinden("\n".join(text for _, text in texts), nazicht.andere_namen)
    for code, text in texts:
        for found in papier_taal.andere_kinderen(text, near, draft.roepnaam, known):
            sentence = f"Blok “{_title(draft, code)}”: “{found.woorden}”. "
            sentence += "Schrijf “een kind” of “een klasgenoot”." if found.zeker else "Is dit de naam van een kind?"
            ernst = Ernst.BLOKKEREND if found.zeker else Ernst.LET_OP
            yield PapierBevinding("ander_kind", _HEADS["ander_kind"][0], sentence, ernst, code)
    yield from _child_of_school(draft, nazicht, known)
    yield from _child_present(draft, nazicht)


def _child_of_school(draft: PapierDraft, nazicht: Nazicht, known: Sequence[str]) -> Iterable[PapierBevinding]:
    """Of a child elsewhere in the school the whole name stops the paper; a first name may be somebody else's."""
    texts = _printed(draft)
    names = papier_taal.te_vinden("\n".join(text for _, text in texts), nazicht.school_namen - nazicht.andere_namen)
    for code, text in texts:
        for found in papier_taal.andere_kinderen(text, names, draft.roepnaam, known):
            whole = " " in found.woorden
            if found.zeker:
                sentence = f"Blok “{_title(draft, code)}”: “{found.woorden}”. "
                sentence += "Schrijf “een kind” of “een klasgenoot”." if whole else "Is dit de naam van een kind?"
                ernst = Ernst.BLOKKEREND if whole else Ernst.LET_OP
                yield PapierBevinding("ander_kind", _HEADS["ander_kind"][0], sentence, ernst, code)


def _child_present(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    """Another child among those who are there when it is read; it may be meant so."""
    block = _moment_block(draft)
    there = "\n".join(draft.moment.aanwezig) if block else ""
    names = papier_taal.te_vinden(there, nazicht.andere_namen)
    for found in papier_taal.andere_kinderen(there, names, draft.roepnaam, sorted(nazicht.collega_namen)):
        sentence = f"Blok “{_title(draft, block or '')}”: “{found.woorden}”. Is dit de naam van een kind?"
        yield PapierBevinding("ander_kind", _HEADS["ander_kind"][0], sentence, Ernst.LET_OP, block)


def _connection(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    order = [blok.code for blok in te_drukken(draft.blokken)]
    hard = [order.index(code) for code in _GRENZEN if code in order]
    if CONNECTIE not in order or order.index(CONNECTIE) > min(hard, default=len(order)):
        sentence = "Begin met wat goed gaat, heel concreet. Zet dat blok vooraan."
        yield PapierBevinding("connectie", _HEADS["connectie"][0], sentence, Ernst.LET_OP, CONNECTIE)


def _law(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    printed = {blok.code for blok in te_drukken(draft.blokken)}
    for code in spec_van(draft).verplicht:
        if code not in printed:
            blok = next((item for item in draft.blokken if item.code == code), None)
            what = f"Het blok “{blok.titel}” hoort" if blok else "Een blok van de standaardbrief hoort"
            sentence = f"{what} volgens de wet in de brief. Zet het aan en vul het in."
            yield PapierBevinding("wet", _HEADS["wet"][0], sentence, Ernst.BLOKKEREND, blok.code if blok else None)
    for item in nazicht.wet:
        yield PapierBevinding("wet", item.kop, item.zin, Ernst.BLOKKEREND if item.nu else Ernst.LET_OP)


def _missing_glyphs(_draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    if nazicht.ontbrekende_tekens:
        signs = " ".join(sorted(nazicht.ontbrekende_tekens)[:8])
        sentence = f"Dit kan niet worden gedrukt: {signs} Schrijf het met andere letters."
        yield PapierBevinding("letters", _HEADS["letters"][0], sentence, Ernst.BLOKKEREND)


def _empty_blocks(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    for blok in draft.blokken:
        if blok.aan and blok.leeg:
            sentence = f"“{blok.titel}” heeft geen tekst en wordt niet gedrukt. Schrijf iets, of zet het blok uit."
            yield PapierBevinding("leeg_blok", _HEADS["leeg_blok"][0], sentence, Ernst.LET_OP, blok.code)


def _no_signer(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    if not any(person.naam.strip() for person in draft.ondertekenaars):
        sentence = "Kies wie de brief ondertekent. De brief komt van mensen, niet van een gebouw."
        yield PapierBevinding("ondertekening", _HEADS["ondertekening"][0], sentence, Ernst.BLOKKEREND, "ondertekening")


def _no_moment(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    moment = draft.moment
    wanted = (
        ("de dag", moment.dag),
        ("de tijd", moment.tijd),
        ("de plaats", moment.plaats.strip()),
        ("wie erbij zijn", moment.aanwezig),
    )
    absent = [word for word, value in wanted if not value]
    code = _moment_block(draft)
    if absent:
        # The parents' letter prints the moment: without it there would be an open place on paper.
        ernst = Ernst.BLOKKEREND if code else Ernst.LET_OP
        sentence = f"Vul nog in: {', '.join(absent)}. De brief wordt voorgelezen, met ouders erbij."
        yield PapierBevinding("voorlezen", _HEADS["voorlezen"][0], sentence, ernst, code)
    if moment.dag and nazicht.vandaag and moment.dag < nazicht.vandaag:
        sentence = f"Er staat {datums.dag_maand(moment.dag, weekdag=True)}. Die dag is voorbij. Klopt dat nog?"
        yield PapierBevinding("voorlezen", "De dag van het voorlezen is geweest", sentence, Ernst.LET_OP, code)


def _old_date(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    """A letter that was begun on another day still bears that day."""
    if draft.datum and nazicht.vandaag and draft.datum < nazicht.vandaag:
        sentence = f"Op de brief staat {datums.in_woorden(draft.datum)}. Pas de datum aan, of laat hem zo."
        yield PapierBevinding("datum", _HEADS["datum"][0], sentence, Ernst.LET_OP, "datum")


def _no_address(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    chosen = [item for item in draft.ontvangers if item.gekozen]
    if not chosen:
        yield PapierBevinding("adres", "Geen ontvanger", "Kies aan wie de brief gaat.", Ernst.BLOKKEREND, "adres")
    for item in chosen:
        if not item.adres_bekend:
            sentence = (
                f"Van {item.vermelding} is geen volledig adres bekend. Geef de brief in handen, of vul het adres aan."
            )
            yield PapierBevinding("adres", _HEADS["adres"][0], sentence, Ernst.LET_OP, "adres")


def _reading_level(draft: PapierDraft, nazicht: Nazicht) -> list[PapierBevinding]:
    lezer = spec_van(draft).lezer
    floor = nazicht.vloeren[draft.bouw if lezer is Lezer.KIND else None]
    if lezer is Lezer.VOLWASSENEN:
        floor = replace(floor, lezers="volwassenen")
    measured = meet(leestekst(draft.blokken), nazicht.lettergrepen)
    if measured is None:
        return []
    found = []
    if measured.score < floor.score:
        sentence = f"De woorden zijn lang voor {floor.lezers}. Kies kortere, bekende woorden."
        found.append(PapierBevinding("leesniveau", "Moeilijk om te lezen", sentence, Ernst.LET_OP))
    if measured.langste_woorden > floor.woorden_per_zin:
        start = " ".join(measured.langste_zin.split()[:5])
        sentence = f"“{start} …” heeft {measured.langste_woorden} woorden. Hooguit {floor.woorden_per_zin} leest beter."
        found.append(PapierBevinding("leesniveau", "Een lange zin", sentence, Ernst.LET_OP, _block_with(draft, start)))
    if not found:
        sentence = "Korte zinnen, bekende woorden."
        found.append(PapierBevinding("leesniveau", f"Leesniveau past bij {floor.lezers}", sentence, Ernst.IN_ORDE))
    return found


def _block_with(draft: PapierDraft, start: str) -> str | None:
    return next((blok.code for blok in te_drukken(draft.blokken) if start in " ".join(blok.tekst.split())), None)


def leestekst(blokken: Iterable[Blok]) -> str:
    """The running text of a paper for the reading measure: no headings, no addressees, no table, no signatures."""
    return "\n".join(blok.tekst for blok in te_drukken(tuple(blokken)) if blok.soort in _LEESBAAR)


_LEESBAAR = (BlokSoort.TEKST, BlokSoort.LIJNEN, BlokSoort.TEKENVAK)
_Check = Callable[[PapierDraft, Nazicht], Iterable[PapierBevinding]]
_Asked = Callable[[PapierSpec, PapierDraft], bool]


def _always(_spec: PapierSpec, _draft: PapierDraft) -> bool:
    return True


def _connects(spec: PapierSpec, draft: PapierDraft) -> bool:
    return spec.vorm is Vorm.KINDBRIEF and any(blok.code == CONNECTIE for blok in draft.blokken)


_CHECKS: tuple[tuple[str, _Check, _Asked], ...] = (
    ("open_plek", _open_places, _always),
    ("wet", _law, lambda spec, _draft: bool(spec.verplicht)),
    ("straf", _straf, _always),
    ("dreiging", _threat, _always),
    ("etiket", _labels, _always),
    ("ander_kind", _other_child, _always),
    ("letters", _missing_glyphs, _always),
    ("ondertekening", _no_signer, lambda spec, _draft: spec.ondertekend),
    ("connectie", _connection, _connects),
    ("belofte", _promises, _always),
    ("leeg_blok", _empty_blocks, _always),
    ("voorlezen", _no_moment, lambda spec, _draft: spec.voorlezen),
    ("adres", _no_address, lambda spec, _draft: spec.envelop),
    ("datum", _old_date, lambda spec, _draft: spec.vorm is Vorm.BRIEF and not spec.namens_school),
)
