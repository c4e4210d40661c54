"""Destroying a closed meldcode dossier: who asks for it, what the school decides, and what remains (law.md 2.6).

Only the child itself may have it destroyed, from an age and when it oversees what that means; a request of parents may
be refused, and then that stands in the dossier. When the term of keeping is over the school decides by itself. What
remains is the number, the day and the reason: no name and nothing of what was in it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import JaNee
from svp_desktop.domain.meldcode_sluiten import nakijken_op
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, Velden, VeldVorm, check, dag, schoon


class VerzoekVan(Enum):
    """Who wants the dossier destroyed."""

    KIND = "kind"
    OUDERS = "ouders"
    TERMIJN = "termijn"


class MeldcodeVernietigd(UserFacing):
    """A dossier was destroyed: nothing can be done with it any more."""

    what = "Dit dossier is vernietigd."
    now = "U kunt de verklaring bekijken, bij Gesloten."


@dataclass(frozen=True, slots=True)
class VernietigVerzoek:
    """A request to destroy a dossier and the answer of the school; days and the age in years as text."""

    van: VerzoekVan | None = None
    datum: str = ""
    leeftijd: str = ""
    overziet: JaNee | None = None
    besluit: JaNee | None = None
    met_wie: str = ""
    reden: str = ""

    @property
    def wist(self) -> bool:
        """Whether the school decides to destroy it."""
        return self.besluit is JaNee.JA


class Verklaring(NamedTuple):
    """What is told of a destroyed dossier: its number, when, by whom and why."""

    nummer: str
    op: datetime
    door: str
    reden: str


_KIND = ("van", VerzoekVan.KIND)
VERZOEK_VELDEN: Velden = (
    MeldcodeVeld(
        "van", "Wie vraagt om vernietiging?", VeldVorm.LIJST, nodig="Kies wie het vraagt.", opties=VerzoekVan
    ),
    MeldcodeVeld(
        "datum",
        "Wanneer is het gevraagd?",
        VeldVorm.DATUM,
        nodig="Vul de dag in waarop het is gevraagd.",
        als=("van", (VerzoekVan.KIND, VerzoekVan.OUDERS)),
    ),
    MeldcodeVeld("leeftijd", "Hoe oud is het kind nu?", VeldVorm.REGEL, nodig="Vul de leeftijd in.", als=_KIND),
    MeldcodeVeld(
        "overziet",
        "Overziet het kind wat vernietigen betekent?",
        VeldVorm.KEUZE,
        nodig="Kies of het kind de gevolgen overziet.",
        opties=JaNee,
        als=_KIND,
    ),
    MeldcodeVeld(
        "besluit", "Vernietigt u het dossier?", VeldVorm.KEUZE, nodig="Kies wat u besluit.", opties=JaNee
    ),
    MeldcodeVeld(
        "met_wie", "Met wie besprak u dit?", VeldVorm.REGEL, "Functie, bijvoorbeeld: directeur.",
        nodig="Beslis dit niet alleen. Schrijf op met wie u het besprak.",
    ),
    MeldcodeVeld(
        "reden", "Waarom?", VeldVorm.TEKST, "Schrijf hier geen namen: bij vernietigen blijft dit staan.",
        nodig="Schrijf op waarom.",
    ),
)  # fmt: skip


def check_verzoek(blad: MeldcodeBlad, draft: VernietigVerzoek, jaren: int, leeftijd: int, today: date) -> list[Finding]:
    """Findings of the form. `jaren` is the term of keeping, `leeftijd` the age from which a child may ask it."""
    findings = check(VERZOEK_VELDEN, draft, today)
    if draft.van is VerzoekVan.KIND:
        findings += _kind(draft, leeftijd)
    if draft.van is VerzoekVan.OUDERS and draft.wist:
        text = "Op verzoek van ouders vernietigt u niet. Kies Nee en schrijf op waarom; dat komt in het dossier."
        findings.append(Finding("besluit", text))
    closed = blad.dossier.gesloten_op
    if draft.van is VerzoekVan.TERMIJN and draft.wist and closed is not None:
        from_day = nakijken_op(closed, jaren)
        if from_day > today:
            text = f"De bewaartermijn loopt nog, tot {datums.in_woorden(from_day, weekdag=False)}."
            findings.append(Finding("besluit", text))
    return findings


def _kind(draft: VernietigVerzoek, leeftijd: int) -> list[Finding]:
    typed = draft.leeftijd.strip()
    known = typed.isascii() and typed.isdecimal()
    if typed and not known:
        return [Finding("leeftijd", "Vul de leeftijd in jaren in, bijvoorbeeld 16.")]
    if not draft.wist:
        return []
    if known and int(typed) < leeftijd:
        return [Finding("besluit", f"Vernietigen kan op verzoek van een kind vanaf {leeftijd} jaar. Kies Nee.")]
    if draft.overziet is JaNee.NEE:
        return [Finding("besluit", "Vernietigen kan alleen als het kind de gevolgen overziet. Kies Nee.")]
    return []


def verzoek_netjes(draft: VernietigVerzoek, today: date) -> VernietigVerzoek:
    """The request cleaned, with nothing in what is not asked for."""
    return schoon(VERZOEK_VELDEN, draft, today)


def verzoek_zin(draft: VernietigVerzoek) -> str:
    """A request and its answer in words, without a name: for the log, and for the certificate."""
    day = dag(draft.datum)
    when = f" van {datums.in_woorden(day, weekdag=False)}" if day else ""
    lead = {
        VerzoekVan.KIND: f"Verzoek om vernietiging{when}, van het kind zelf ({draft.leeftijd} jaar)",
        VerzoekVan.OUDERS: f"Verzoek om vernietiging{when}, van de ouders",
        VerzoekVan.TERMIJN: "De bewaartermijn is bekeken",
        None: "",
    }[draft.van]
    answer = "vernietigd" if draft.wist else "niet vernietigd"
    return f"{lead}: {answer}. Besproken met: {draft.met_wie}. {draft.reden}"
