"""How an incident reads: sentences for the reading view, the concept and the history. Values in, text out, no Qt."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import (
    Betrokkene,
    IncidentDraft,
    IncidentInhoud,
)
from svp_desktop.domain.incident_woorden import ALLE, rollen, soort
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label

LEEG = "niet ingevuld"


class Verschil(NamedTuple):
    """One field that differs between two versions, with what it was and what it became."""

    veld: str
    was: str
    werd: str


def getal(number: int) -> str:
    """A count with the Dutch point: "1.204"."""
    return f"{number:,}".replace(",", ".")


def aantal_zin(shown: int, total: int) -> str:
    """The live count of the list: "128 van 1.204 incidenten"."""
    word = "incident" if total == 1 else "incidenten"
    return f"{getal(total)} {word}" if shown == total else f"{getal(shown)} van {getal(total)} {word}"


def concept_zin(draft: IncidentDraft, today_text: Callable[[str], str]) -> str:
    """The offer to go on: "U was bezig met een incident van dinsdag 24 november, 10.25."

    `today_text` turns the typed day into words; a day that cannot be read is left out.
    """
    day = today_text(draft.datum)
    moment = datums.parse_tijd(draft.tijd) if draft.tijd.strip() else None
    if not day:
        return "U was bezig met een incident."
    time_text = "" if moment is None or isinstance(moment, Finding) else f", {datums.tijd_kort(moment)}"
    return f"U was bezig met een incident van {day}{time_text}."


def _personen(people: Iterable[Betrokkene]) -> str:
    return "; ".join(f"{person.naam}: {rollen(person)}" for person in people)


def _velden(instellingen: Instellingen) -> tuple[tuple[str, Callable[[IncidentInhoud], str]], ...]:
    return (
        ("Datum", lambda inhoud: datums.in_woorden(inhoud.datum)),
        ("Tijd", lambda inhoud: datums.tijd_kort(inhoud.tijd) if inhoud.tijd else ""),
        ("Plaats", lambda inhoud: inhoud.plaats),
        ("Waar", lambda inhoud: label(inhoud.bereik)),
        ("Soort voorval", lambda inhoud: ", ".join(soort(keuze, instellingen) for keuze in inhoud.soorten)),
        ("Mand", lambda inhoud: label(inhoud.mand)),
        ("Wie", lambda inhoud: _personen(inhoud.betrokkenen)),
        ("Wat gebeurde er?", lambda inhoud: inhoud.feiten),
        ("In eigen woorden van het kind", lambda inhoud: inhoud.kindwoorden),
        ("Twijfel of dit een incident is", lambda inhoud: "ja" if inhoud.twijfel else "nee"),
        ("Wat deden wij meteen?", lambda inhoud: inhoud.directe_actie),
        ("Ouders ingelicht", lambda inhoud: label(inhoud.ouders)),
        ("Toelichting bij ouders", lambda inhoud: inhoud.ouders_toelichting),
        *ALLE,
    )


def verschillen(oud: IncidentInhoud, nieuw: IncidentInhoud, instellingen: Instellingen) -> tuple[Verschil, ...]:
    """What changed from one version to the next, field by field, in the order of the form."""
    found = []
    for name, text in _velden(instellingen):
        was, became = text(oud), text(nieuw)
        if was != became:
            found.append(Verschil(name, was or LEEG, became or LEEG))
    return tuple(found)
