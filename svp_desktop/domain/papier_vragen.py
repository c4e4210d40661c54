"""What a paper still asks, field by field with the reason, and the answers put in their places (demand 68)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.papier import Alinea, Blok, BlokSoort, Ontvanger, PapierDraft, Run
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.domain.papier_namen import hoofdletter, is_zin, zin
from svp_desktop.domain.papier_vullen import open_plek

_OPEN = re.compile(r"\[vul in: ([^\]]*)\]")
_CODE_OF = {veld.vraag: veld.code for veld in INVULVELDEN.values()}
_WAT = "wat deed je?"
_DAY = re.compile(r"Op (\d{1,2} [a-z]+) $")
_GEDRAGING = "gedraging"
_ADRES = "adres"
_TEKST = "tekst:"
_MOMENT = ("leesdatum", "leestijd", "leesplaats")
# Answers that are a day, typed in figures or in words.
_DAGEN = ("groepsdatum", "terugkijkdatum", "actiedatum", "gesprek_dag", "terug_dag")
# Answers of which every line is a sentence of its own.
_SENTENCES = (
    "sterke_kanten", "gedragingen", "geraakt", "stappen", "ouderwoorden", "contact", "sterke_kanten_groep",
    "gebeurd_groep", "stappen_groep", "thuis_doen", "verzoek",
)  # fmt: skip

_VOORBIJ = "Deze dag is al voorbij. Kies een dag die nog komt."


class Ontbrekend(NamedTuple):
    """Something that a paper still asks: the code to answer it with, the question, and why the paper needs it."""

    code: str
    vraag: str
    reden: str


def ontbreekt(draft: PapierDraft) -> tuple[Ontbrekend, ...]:
    """Every open place of the paper once, in the order in which it is read; left-out blocks ask nothing."""
    asked: dict[str, Ontbrekend] = {}
    for text in _texts(draft):
        for match in _OPEN.finditer(text):
            item = _vraag(match[1], text[: match.start()])
            asked.setdefault(item.code, item)
    for code in _moment_codes(draft):
        veld = INVULVELDEN[code]
        asked.setdefault(code, Ontbrekend(code, veld.vraag, veld.waarom))
    for number, ontvanger in enumerate(draft.ontvangers):
        if ontvanger.gekozen and not ontvanger.adres_bekend:
            who = ontvanger.vermelding or "de ouder"
            question = f"het adres van {who}: straat, postcode en plaats"
            code = f"{_ADRES}:{number}"
            asked[code] = Ontbrekend(code, question, "Elke ouder met gezag krijgt een eigen brief.")
    return tuple(asked.values())


def vul_in(draft: PapierDraft, code: str, antwoord: str, today: date) -> PapierDraft | Finding:
    """The draft with this answer wherever it was asked; a Finding when the answer is no day or time.

    Codes are those of `ontbreekt`. Every line of an answer about what happened is a sentence of its own.
    """
    answer = antwoord.strip()
    if not answer:
        return Finding(code, "Vul dit in, of sla de vraag over.")
    if code.startswith(f"{_ADRES}:"):
        return _met_adres(draft, int(code.partition(":")[2]), answer)
    if code in _MOMENT or code == "hersteldatum":
        return _met_moment(draft, code, answer, today)
    if code.startswith(f"{_GEDRAGING}:"):
        return _met_gedraging(draft, code.partition(":")[2], answer)
    plek = f"[vul in: {code.removeprefix(_TEKST)}]" if code.startswith(_TEKST) else open_plek(code)
    if code in _DAGEN or code == "gesprek_tijd":
        words = _in_woorden(code, answer, today)
        if isinstance(words, Finding):
            return words
        answer = words
    return _vervang(draft, _invuller(plek, _als_zinnen(answer) if code in _SENTENCES else answer))


def _in_woorden(code: str, answer: str, today: date) -> str | Finding:
    """A day or time as a reader reads it; any other words ("na de gymles") stay as they were typed."""
    if code in _DAGEN:
        day = _komende_dag(code, answer, today)
        if isinstance(day, Finding):
            return day if day.message == _VOORBIJ else answer
        return datums.dag_maand(day, weekdag=True)
    time = datums.parse_tijd(answer)
    return answer if isinstance(time, Finding) else f"{datums.tijd_kort(time)} uur"


def _texts(draft: PapierDraft) -> Iterator[str]:
    yield draft.aanhef
    yield draft.onderwerp
    for ontvanger in draft.ontvangers:
        if ontvanger.gekozen:
            yield from ontvanger.adresregels
            yield ontvanger.aanhef
    for blok in draft.blokken:
        if blok.aan:
            yield blok.tekst
    yield draft.slot
    yield from (item.naam for item in draft.ondertekenaars)


def _moment_codes(draft: PapierDraft) -> tuple[str, ...]:
    """What a printed table of the moment of reading lacks."""
    if not any(blok.aan and blok.soort is BlokSoort.MOMENT for blok in draft.blokken):
        return ()
    moment = draft.moment
    known = (moment.dag is not None, moment.tijd is not None, bool(moment.plaats.strip()))
    return tuple(code for code, there in zip(_MOMENT, known, strict=True) if not there)


def _vraag(asked: str, before: str) -> Ontbrekend:
    veld = INVULVELDEN.get(_CODE_OF.get(asked, ""))
    if veld is not None:
        return Ontbrekend(veld.code, veld.vraag, veld.waarom)
    day = _DAY.search(before)
    if day and asked.startswith(_WAT):
        question = f"maak de zin af: “{day[0]}…”{asked.removeprefix(_WAT)}"
        return Ontbrekend(f"{_GEDRAGING}:{day[1]}", question, INVULVELDEN["gedragingen"].waarom)
    return Ontbrekend(f"{_TEKST}{asked}", asked, "Hier staat nog een open plek in de tekst.")


def _komende_dag(code: str, answer: str, today: date) -> date | Finding:
    """A day that a paper promises: a day of the week is the coming one, and what is over cannot be promised."""
    day = datums.parse_datum(answer, today, komend=True)
    if isinstance(day, Finding):
        return Finding(code, day.message)
    return day if day >= today else Finding(code, _VOORBIJ)


def _als_zinnen(answer: str) -> str:
    """Every line with a capital and a full stop."""
    return " ".join(hoofdletter(zin(line)) for line in answer.splitlines() if line.strip())


def _met_moment(draft: PapierDraft, code: str, answer: str, today: date) -> PapierDraft | Finding:
    moment = draft.moment
    if code == "leesplaats":
        return _vervang(replace(draft, moment=replace(moment, plaats=answer)), _invuller(open_plek(code), answer))
    if code == "leestijd":
        time = datums.parse_tijd(answer)
        if isinstance(time, Finding):
            return Finding(code, time.message)
        text = f"{datums.tijd_kort(time)} uur"
        return _vervang(replace(draft, moment=replace(moment, tijd=time)), _invuller(open_plek(code), text))
    day = _komende_dag(code, answer, today)
    if isinstance(day, Finding):
        return day
    if code == "leesdatum":
        draft = replace(draft, moment=replace(moment, dag=day))
    return _vervang(draft, _invuller(open_plek(code), datums.dag_maand(day, weekdag=True)))


def _met_adres(draft: PapierDraft, number: int, answer: str) -> PapierDraft:
    """The name stays the first line; each typed line is a line of the address."""

    def known(ontvanger: Ontvanger) -> Ontvanger:
        lines = tuple(line.strip() for line in answer.splitlines() if line.strip())
        names = max(1, len(ontvanger.ouder_ids))
        return replace(ontvanger, adresregels=(*ontvanger.adresregels[:names], *lines), adres_bekend=True)

    return replace(
        draft,
        ontvangers=tuple(known(item) if at == number else item for at, item in enumerate(draft.ontvangers)),
    )


def _met_gedraging(draft: PapierDraft, day: str, answer: str) -> PapierDraft:
    """Finishes one sentence, the first that is open for this day."""
    rest = answer.removeprefix(f"Op {day} ").rstrip(".")
    pattern = re.compile(rf"Op {re.escape(day)} {re.escape('[vul in: ' + _WAT)}[^\]]*\]")
    left = 1

    def fill(old: str) -> str:
        nonlocal left
        new, count = pattern.subn(lambda _match: f"Op {day} {rest}", old, count=left) if left else (old, 0)
        left -= count
        return new

    return _vervang(draft, fill)


def _vervang(draft: PapierDraft, fill: Callable[[str], str]) -> PapierDraft:
    return replace(
        draft,
        aanhef=fill(draft.aanhef),
        onderwerp=fill(draft.onderwerp),
        slot=fill(draft.slot),
        ontvangers=tuple(
            replace(item, aanhef=fill(item.aanhef), adresregels=tuple(map(fill, item.adresregels)))
            for item in draft.ontvangers
        ),
        ondertekenaars=tuple(replace(item, naam=fill(item.naam)) for item in draft.ondertekenaars),
        blokken=tuple(_blok(blok, fill) for blok in draft.blokken),
    )


def _blok(blok: Blok, fill: Callable[[str], str]) -> Blok:
    return replace(
        blok,
        alineas=tuple(
            Alinea(tuple(Run(fill(run.text), run.bold, run.italic) for run in alinea.runs), alinea.soort)
            for alinea in blok.alineas
        ),
    )


def _invuller(plek: str, text: str) -> Callable[[str], str]:
    """Puts an answer in its place: with a capital at the start of a sentence, and never with two full stops."""
    pattern = re.compile(re.escape(plek) + r"(\.?)")

    def one(match: re.Match[str]) -> str:
        before = match.string[: match.start()].rstrip()
        filled = hoofdletter(text) if not before or is_zin(before) else text
        return filled if match[1] and is_zin(filled) else filled + match[1]

    return lambda old: pattern.sub(one, old)
