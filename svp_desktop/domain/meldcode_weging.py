"""The five weighing questions as a route: every answer has one destination (demands 129-130; law 3.2)."""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.invoer import schone_tekst
from svp_desktop.domain.meldcode import WeegAntwoord, WeegAntwoordDraft
from svp_desktop.domain.meldcode_keuzes import JaNee, Weegvraag
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, Velden, VeldVorm

VRAGEN = tuple(Weegvraag)


class Bestemming(Enum):
    """Where an answer leads."""

    SLUITEN = "sluiten"
    VERDER = "verder"
    MELDEN = "melden"
    VOLGEN = "volgen"


_MELDT: Mapping[Weegvraag, JaNee] = {
    Weegvraag.VEILIGHEID: JaNee.JA,
    Weegvraag.HULP: JaNee.NEE,
    Weegvraag.AANVAARD: JaNee.NEE,
    Weegvraag.RESULTAAT: JaNee.NEE,
}


def bestemming(vraag: Weegvraag, keuze: JaNee) -> Bestemming:
    """Where this answer leads."""
    if vraag is Weegvraag.VERMOEDEN and keuze is JaNee.NEE:
        return Bestemming.SLUITEN
    if _MELDT.get(vraag) is keuze:
        return Bestemming.MELDEN
    if vraag is Weegvraag.RESULTAAT:
        return Bestemming.VOLGEN
    return Bestemming.VERDER


class VraagStand(NamedTuple):
    """A question on the route: its answer in force, whether it is reached, and whether it is its turn.

    `samen`: it is walked together with Veilig Thuis, because there is acute or structural danger or doubt about it.
    """

    vraag: Weegvraag
    antwoord: WeegAntwoord | None
    bereikt: bool
    aan_de_beurt: bool
    samen: bool


class Weegroute(NamedTuple):
    """The five questions, and what they come to: None while the next answer is still to be given."""

    standen: tuple[VraagStand, ...]
    uitkomst: Bestemming | None

    @property
    def beurt(self) -> Weegvraag | None:
        """The question in turn."""
        return next((stand.vraag for stand in self.standen if stand.aan_de_beurt), None)


def geldend(antwoorden: Iterable[WeegAntwoord]) -> dict[Weegvraag, WeegAntwoord]:
    """The answer in force of each question: the last one that was given."""
    return {antwoord.vraag: antwoord for antwoord in antwoorden}


def route(antwoorden: Iterable[WeegAntwoord]) -> Weegroute:
    """Walk the questions. An answer to one that is not reached any more stays kept and does not count."""
    known = geldend(antwoorden)
    reached, together = True, False
    outcome: Bestemming | None = None
    standen: list[VraagStand] = []
    turn_taken = False
    for vraag in VRAGEN:
        answer = known.get(vraag) if reached else None
        turn = reached and answer is None and not turn_taken
        turn_taken = turn_taken or turn
        standen.append(VraagStand(vraag, answer, reached, turn, together and reached))
        if answer is None:
            reached = False
            continue
        where = bestemming(vraag, answer.keuze)
        if where is Bestemming.MELDEN:
            outcome = where
            # the other questions are walked together with Veilig Thuis
            together = vraag is Weegvraag.VEILIGHEID
            reached = together
        elif where is not Bestemming.VERDER:
            outcome, reached = outcome or where, False
    return Weegroute(tuple(standen), outcome)


def vraagt_afspraak(vraag: Weegvraag, keuze: JaNee | None) -> bool:
    """Whether this answer asks for an agreement with a term: help that is accepted, or watching after it."""
    return vraag in (Weegvraag.AANVAARD, Weegvraag.RESULTAAT) and keuze is JaNee.JA


_JA = ("keuze", JaNee.JA)
_KEUZE = MeldcodeVeld("keuze", "Uw antwoord", VeldVorm.KEUZE, opties=JaNee)
_WAAROM = (
    MeldcodeVeld("reden", "Waarom?", VeldVorm.TEKST, "Noem de uitspraken waarop u dit baseert."),
    MeldcodeVeld("overleg", "Met wie besprak u dit?", VeldVorm.REGEL, "Weeg nooit alleen. Naam en functie."),
)
_WIE_EN_WANNEER = (
    MeldcodeVeld("door", "Wie doet wat?", VeldVorm.TEKST, als=_JA),
    MeldcodeVeld("tot", "Vóór welke dag?", VeldVorm.LATER, "De termijn: dan kijkt u of het helpt.", als=_JA),
)
_HULP = (
    MeldcodeVeld("wat", "Welke hulp komt er?", VeldVorm.TEKST, als=_JA),
    MeldcodeVeld("casemanager", "Wie is casemanager?", VeldVorm.REGEL, als=_JA),
    *_WIE_EN_WANNEER,
    MeldcodeVeld(
        "doel", "Welk resultaat moet er dan zijn?", VeldVorm.TEKST, "Voor veiligheid, welzijn en herstel.", als=_JA
    ),
)
_VOLGEN = (MeldcodeVeld("wat", "Hoe blijft u volgen hoe het gaat?", VeldVorm.TEKST, als=_JA), *_WIE_EN_WANNEER)


def antwoord_velden(vraag: Weegvraag) -> Velden:
    """What is asked with an answer; help that is accepted and watching after it come with an agreement."""
    agreed = {Weegvraag.AANVAARD: _HULP, Weegvraag.RESULTAAT: _VOLGEN}.get(vraag, ())
    return (_KEUZE, *_WAAROM, *agreed)


def antwoord_woord(vraag: Weegvraag, keuze: JaNee) -> str:
    """The words on the button of an answer; doubt about safety counts as yes (law 3.2)."""
    if keuze is JaNee.NEE:
        return "Nee"
    return "Ja of twijfel" if vraag is Weegvraag.VEILIGHEID else "Ja"


def waarheen(vraag: Weegvraag, keuze: JaNee) -> str:
    """Where an answer leads, in a word or two."""
    where = bestemming(vraag, keuze)
    if where is Bestemming.VERDER:
        return f"vraag {VRAGEN.index(vraag) + 2}"
    return {Bestemming.SLUITEN: "sluiten", Bestemming.MELDEN: "melden", Bestemming.VOLGEN: "volgen"}[where]


def check_antwoord(vraag: Weegvraag, draft: WeegAntwoordDraft) -> tuple[Finding, ...]:
    """Every answer has a reason; one that sets help or watching going has an agreement with it."""
    findings = []
    if draft.keuze is None:
        findings.append(Finding("keuze", "Kies een antwoord."))
    if not schone_tekst(draft.reden).strip():
        findings.append(Finding("reden", "Schrijf op waarom u dit antwoord geeft."))
    if not schone_tekst(draft.overleg).strip():
        findings.append(Finding("overleg", "Weeg nooit alleen. Schrijf op met wie u dit besprak.", Severity.LET_OP))
    if vraagt_afspraak(vraag, draft.keuze):
        findings += _check_afspraak(vraag, draft)
    return tuple(findings)


def _check_afspraak(vraag: Weegvraag, draft: WeegAntwoordDraft) -> list[Finding]:
    asked = {
        "wat": "Schrijf op welke hulp er komt."
        if vraag is Weegvraag.AANVAARD
        else "Schrijf op hoe u blijft volgen hoe het gaat.",
        "tot": "Spreek een termijn af en vul de dag in.",
        "door": "Schrijf op wie wat doet.",
    }
    if vraag is Weegvraag.AANVAARD:
        asked["casemanager"] = "Schrijf op wie casemanager is."
        asked["doel"] = "Schrijf op welk resultaat er dan moet zijn."
    return [Finding(name, text) for name, text in asked.items() if not getattr(draft, name).strip()]
