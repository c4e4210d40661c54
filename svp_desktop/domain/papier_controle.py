"""What speaks before a paper is printed: open places, tone, names, promises, letters, reading level (demand 68).

Every check returns at least one finding, also when all is in order, so that the user sees what was looked at.
"""

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from enum import Enum

from svp_desktop.domain.leesbaarheid import VLOEREN, klankgroepen, meet
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.papier import Blok, BlokSoort, PapierDraft, PapierSoort, te_drukken
from svp_desktop.domain.papier_invulvelden import INVULVELDEN


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


_OPEN_PLACE = re.compile(
    r"\[\s*vul in[^\]]*\]?|\{[A-Za-z_]+\}|\[\s*(?:\.{2,}|…|naam|datum)\s*\]|…{2,}|\.{4,}|_{3,}", re.I
)
_STRAF = re.compile(r"\b\w*straf\w*", re.I)
_THREAT = re.compile(r"\b(?:als|wanneer|indien) (?:je|jij|jullie)\b[^.?!\n]*\bdan\b", re.I)
_SOFT_THREAT = re.compile(
    r"\banders (?:moet|mag|ga|zul|krijg)\w*|\blaatste kans\b|\bwaarschuw\w*|\bdit is de laatste keer\b|\bgevolgen\b",
    re.I,
)
_LABEL = re.compile(r"\b(?:mede)?(?:daders?|pesters?|slachtoffers?|pestkop(?:pen)?|lastpak|aggressor|agressor)\b", re.I)
_PROMISE = re.compile(r"\b(snel|binnenkort|gauw|later deze week|zo spoedig mogelijk|spoedig|weldra|af en toe)\b", re.I)
_ADULT = re.compile(
    r"\b(?:juf|juffrouw|meester|mevrouw|meneer|de heer|oma|opa|tante|oom|trainer|dokter)\s+(?:\w\.\s*)*"
    r"(?:(?:van|de|der|den|el|ter|ten)\s+)*[\w’'-]+",
    re.I,
)
_HEADS = {
    "open_plek": ("Nog niet ingevuld", "Alles ingevuld", "Er staat geen open plek meer in."),
    "straf": ("Het woord “straf”", "Geen straf", "De brief zegt wat wij doen, niet wat het kind verdient."),
    "dreiging": ("Dit klinkt als een dreiging", "Geen dreiging", "De volgende stap is wat wíj doen."),
    "etiket": ("Een etiket", "Geen etiket", "Het gaat over gedrag. Niemand wordt dader of slachtoffer genoemd."),
    "ander_kind": ("De naam van een ander kind", "Geen naam van een ander kind", "Alleen dit kind staat met naam in."),
    "belofte": ("Een belofte zonder dag", "Beloften met een dag", "Er staat geen “snel” of “binnenkort”."),
    "letters": ("Een teken dat niet kan worden gedrukt", "Alle letters bestaan", "Elk teken kan worden gedrukt."),
    "leeg_blok": ("Een leeg blok", "Geen lege blokken", "Elk blok dat meedoet, heeft tekst."),
    "ondertekening": ("Niemand ondertekent", "Ondertekend", "Er staat wie de brief ondertekent."),
    "voorlezen": ("Voorlezen is nog niet gepland", "Voorlezen is gepland", "Dag, tijd en plaats staan vast."),
    "adres": ("Een adres ontbreekt", "Adres bekend", "Elke envelop heeft een adres."),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Nazicht:
    """What the checks need beside the paper: names of other children, characters that no face has, syllables."""

    andere_namen: Set[str] = frozenset()
    ontbrekende_tekens: Set[str] = frozenset()
    lettergrepen: Callable[[str], int] = klankgroepen


def controleer(draft: PapierDraft, nazicht: Nazicht) -> tuple[PapierBevinding, ...]:
    """All findings of a paper: what stops it first, then what asks for attention, then what is in order."""
    found: list[PapierBevinding] = []
    for code, check in _CHECKS:
        wrong = list(check(draft, nazicht))
        found += wrong or [PapierBevinding(code, _HEADS[code][1], _HEADS[code][2], Ernst.IN_ORDE)]
    found += _reading_level(draft, nazicht)
    return tuple(sorted(found, key=lambda finding: list(Ernst).index(finding.ernst)))


def mag_gedrukt(bevindingen: Iterable[PapierBevinding]) -> bool:
    """True when nothing stops the paper."""
    return not any(finding.ernst is Ernst.BLOKKEREND for finding in bevindingen)


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
    return [(code, text) for code, text in texts if text.strip()]


def _title(draft: PapierDraft, code: str) -> str:
    fixed = {"aanhef": "Aanhef", "onderwerp": "Onderwerp", "adres": "Adres"}
    return fixed.get(code) or next((blok.titel for blok in draft.blokken if blok.code == code), code)


def _matches(
    draft: PapierDraft, pattern: re.Pattern[str], code: str, ernst: Ernst, advice: str
) -> Iterable[PapierBevinding]:
    for blok_code, text in _printed(draft):
        seen: set[str] = set()
        for match in pattern.finditer(text):
            words = match[0].strip()
            if vouw(words) not in seen:
                seen.add(vouw(words))
                sentence = f"Blok “{_title(draft, blok_code)}”: “{words}”. {advice}"
                yield PapierBevinding(code, _HEADS[code][0], sentence, ernst, blok_code)


def _open_places(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    whys = {veld.vraag: veld.waarom for veld in INVULVELDEN.values()}
    envelopes = [item for item in draft.ontvangers if item.gekozen]
    lines = [("adres", line) for item in envelopes for line in (*item.adresregels, item.aanhef)]
    for code, text in (*_printed(draft), *lines):
        for match in _OPEN_PLACE.finditer(text):
            question = match[0].strip("[]").removeprefix("vul in:").strip()
            why = whys.get(question, "Vul dit in, of haal het weg.")
            sentence = f"Blok “{_title(draft, code)}”: {question}. {why}"
            yield PapierBevinding("open_plek", _HEADS["open_plek"][0], sentence, Ernst.BLOKKEREND, code)


def dreigt(text: str) -> bool:
    """Whether a text speaks of what a child deserves, a word that no paper or talk of the plan knows."""
    return _STRAF.search(text) is not None


def _straf(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    return _matches(draft, _STRAF, "straf", Ernst.BLOKKEREND, "Schrijf wat de volwassenen gaan doen.")


def _threat(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    advice = "Noem de volgende stap als iets wat wíj doen."
    yield from _matches(draft, _THREAT, "dreiging", Ernst.BLOKKEREND, advice)
    yield from _matches(draft, _SOFT_THREAT, "dreiging", Ernst.LET_OP, advice)


def _labels(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    return _matches(draft, _LABEL, "etiket", Ernst.BLOKKEREND, "Beschrijf het gedrag, niet het kind.")


def _promises(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    return _matches(draft, _PROMISE, "belofte", Ernst.LET_OP, "Dat is geen dag. Kinderen tellen op wat u belooft.")


def _other_child(draft: PapierDraft, nazicht: Nazicht) -> Iterable[PapierBevinding]:
    """A name stops the paper when it stands there with a capital; in small letters it may be a word (roos, storm)."""
    own = {vouw(draft.roepnaam)}
    names = [name for name in sorted(nazicht.andere_namen) if len(name.strip()) > 1 and vouw(name) not in own]
    if not names:
        return
    known = [person.naam for person in draft.ondertekenaars] + list(draft.moment.aanwezig)
    alternatives = "|".join(re.escape(vouw(name)) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    for code, text in _printed(draft):
        cleared = _clear(text, known)
        for match in pattern.finditer(_fold_in_place(cleared)):
            written = cleared[match.start() : match.end()]
            capital = written[:1].isupper()
            sentence = f"Blok “{_title(draft, code)}”: “{written}”. "
            sentence += "Schrijf “een kind” of “een klasgenoot”." if capital else "Is dit de naam van een kind?"
            ernst = Ernst.BLOKKEREND if capital else Ernst.LET_OP
            yield PapierBevinding("ander_kind", _HEADS["ander_kind"][0], sentence, ernst, code)


def _clear(text: str, known: list[str]) -> str:
    """The text with adults ("juf Marit") and those who sign or are present taken out; places stay the same."""
    cleared = _ADULT.sub(lambda match: "·" * len(match[0]), text)
    for name in sorted((name for name in known if name.strip()), key=len, reverse=True):
        pattern = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.I)
        cleared = pattern.sub(lambda match: "·" * len(match[0]), cleared)
    return cleared


def _fold_in_place(text: str) -> str:
    """Folded letter by letter, so that places in the folded text are places in the text."""
    return "".join((vouw(char) or char)[:1] for char in text)


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


def _no_moment(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    moment = draft.moment
    wanted = (
        ("de dag", moment.dag),
        ("de tijd", moment.tijd),
        ("de plaats", moment.plaats.strip()),
        ("wie erbij zijn", moment.aanwezig),
    )
    absent = [word for word, value in wanted if not value]
    if absent:
        code = next((blok.code for blok in draft.blokken if blok.soort is BlokSoort.MOMENT and blok.aan), None)
        # The parents' letter prints the moment: without it there would be an open place on paper.
        ernst = Ernst.BLOKKEREND if code else Ernst.LET_OP
        sentence = f"Vul nog in: {', '.join(absent)}. De brief wordt voorgelezen, met ouders erbij."
        yield PapierBevinding("voorlezen", _HEADS["voorlezen"][0], sentence, ernst, code)


def _no_address(draft: PapierDraft, _nazicht: Nazicht) -> Iterable[PapierBevinding]:
    if draft.soort is not PapierSoort.AANKONDIGING_OUDERS:
        return
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
    floor = VLOEREN[draft.bouw if draft.soort is PapierSoort.AANKONDIGING_KIND else None]
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
    return "\n".join(blok.tekst for blok in te_drukken(tuple(blokken)) if blok.soort is BlokSoort.TEKST)


_Check = Callable[[PapierDraft, Nazicht], Iterable[PapierBevinding]]
_CHECKS: tuple[tuple[str, _Check], ...] = (
    ("open_plek", _open_places),
    ("straf", _straf),
    ("dreiging", _threat),
    ("etiket", _labels),
    ("ander_kind", _other_child),
    ("letters", _missing_glyphs),
    ("ondertekening", _no_signer),
    ("belofte", _promises),
    ("leeg_blok", _empty_blocks),
    ("voorlezen", _no_moment),
    ("adres", _no_address),
)
