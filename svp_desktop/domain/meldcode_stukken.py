"""What is asked of each record of a meldcode dossier, and what may not be missing (demands 123-130; law 3.1, 3.3)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.meldcode import (
    STUK_KLASSEN,
    MeldcodeAfspraak,
    MeldcodeTermijn,
    StukInhoud,
    Uitspraak,
    soort_van,
)
from svp_desktop.domain.meldcode_keuzes import (
    DeelGrond,
    GesprekMet,
    Herkomst,
    JaNee,
    MishandelVorm,
    Richting,
    StukSoort,
)
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, Velden, VeldVorm, check, dag, schoon

S = TypeVar("S", bound=StukInhoud)
_V = MeldcodeVeld
_REGEL, _TEKST, _DATUM, _LATER = VeldVorm.REGEL, VeldVorm.TEKST, VeldVorm.DATUM, VeldVorm.LATER
_TIJD, _KEUZE, _LIJST, _MEER = VeldVorm.TIJD, VeldVorm.KEUZE, VeldVorm.LIJST, VeldVorm.MEER

STUK_VELDEN: Mapping[StukSoort, Velden] = {
    StukSoort.UITSPRAAK: (
        _V("datum", "Wanneer was dit?", _DATUM),
        _V("tijd", "Tijd (mag leeg)", _TIJD, papier="Tijd"),
        _V(
            "aard",
            "Wat is dit?",
            _KEUZE,
            "Feit: gezien of gehoord. Mening: iemand vindt dit. Vermoeden: nog niet zeker.",
            "Kies: een feit, een mening of een vermoeden.",
            Aard,
        ),
        _V(
            "tekst",
            "Wat is er gezien of gezegd?",
            _TEKST,
            "Eén ding per uitspraak. Schrijf woorden van een kind letterlijk op.",
            "Schrijf op wat er is gezien of gezegd.",
        ),
        _V(
            "van",
            "Van wie is deze mening of dit vermoeden?",
            _REGEL,
            nodig="Schrijf op van wie dit is.",
            als=("aard", (Aard.MENING, Aard.VERMOEDEN)),
            papier="Van wie",
        ),
        _V(
            "waarnemer",
            "Wie zag of hoorde dit?",
            _REGEL,
            nodig="Schrijf op wie dit zag of hoorde.",
            papier="Gezien of gehoord door",
        ),
        _V(
            "herkomst",
            "Van wie komt dit?",
            _KEUZE,
            opties=Herkomst,
            nodig="Kies: zelf gezien of gehoord, of van een ander.",
            papier="Herkomst",
        ),
        _V(
            "richting",
            "Wat doet dit met de zorg?",
            _KEUZE,
            "Schrijf ook op wat de zorg tegenspreekt.",
            "Kies: bevestigt of ontkracht de zorg.",
            Richting,
            papier="Richting",
        ),
        _V("vormen", "Welke vorm kan dit zijn? (mag leeg)", _MEER, opties=MishandelVorm, papier="Mogelijke vorm"),
    ),
    StukSoort.ADVIES: (
        _V("datum", "Wanneer is er gebeld?", _DATUM, papier="Datum"),
        _V("tijd", "Tijd (mag leeg)", _TIJD, papier="Tijd"),
        _V("wie", "Wie belde Veilig Thuis?", _REGEL, nodig="Schrijf op wie belde.", papier="Gebeld door"),
        _V(
            "medewerker",
            "Met wie van Veilig Thuis?",
            _REGEL,
            nodig="Schrijf op met wie van Veilig Thuis u sprak.",
            papier="Medewerker van Veilig Thuis",
        ),
        _V(
            "anoniem",
            "Is de naam van het kind genoemd?",
            _KEUZE,
            "Advies vragen kan ook zonder naam.",
            "Kies: met of zonder naam.",
            JaNee,
            papier="Naam van het kind genoemd",
        ),
        _V("vraag", "Wat hebt u gevraagd? (mag leeg)", _TEKST, papier="Vraag"),
        _V("advies", "Wat was het advies?", _TEKST, nodig="Schrijf het advies op.", papier="Advies"),
    ),
    StukSoort.GESPREK: (
        _V("datum", "Wanneer was het gesprek?", _DATUM, papier="Datum"),
        _V("tijd", "Tijd (mag leeg)", _TIJD, papier="Tijd"),
        _V("met", "Met wie?", _KEUZE, nodig="Kies met wie het gesprek was.", opties=GesprekMet),
        _V(
            "met_wie",
            "Wie waren erbij?",
            _REGEL,
            "Bijvoorbeeld: moeder, en juf Marit.",
            "Schrijf op wie erbij waren.",
            papier="Aanwezig",
        ),
        _V(
            "door", "Wie voerde het gesprek?", _REGEL, nodig="Schrijf op wie het gesprek voerde.", papier="Gevoerd door"
        ),
        _V(
            "inhoud",
            "Wat is er besproken?",
            _TEKST,
            "Noem wat u zag. Trek geen conclusies.",
            "Schrijf op wat er is besproken.",
            papier="Besproken",
        ),
        _V(
            "reactie",
            "Hoe reageerden de ouders of het kind?",
            _TEKST,
            "Zo letterlijk als u kunt.",
            "Schrijf de reactie op.",
            papier="Reactie",
        ),
        _V("afgesproken", "Wat is er afgesproken? (mag leeg)", _TEKST, papier="Afgesproken"),
    ),
    StukSoort.AFSPRAAK: (
        _V("datum", "Wanneer afgesproken?", _DATUM, papier="Afgesproken op"),
        _V(
            "wat",
            "Wat is er afgesproken?",
            _TEKST,
            "Hulp, of hoe u blijft volgen hoe het gaat.",
            "Schrijf op wat er is afgesproken.",
            papier="Afspraak",
        ),
        _V("met_wie", "Met wie is dit afgesproken?", _REGEL, nodig="Schrijf op met wie u dit afsprak.", papier="Met"),
        _V("door", "Wie doet wat?", _TEKST, nodig="Schrijf op wie wat doet.", papier="Wie doet wat"),
        _V("casemanager", "Wie is casemanager? (mag leeg)", _REGEL, papier="Casemanager"),
        _V(
            "tot",
            "Vóór welke dag?",
            _LATER,
            "De termijn: dan kijkt u of het helpt.",
            "Spreek een termijn af en vul de dag in.",
            papier="Termijn",
        ),
        _V(
            "doel",
            "Welk resultaat moet er dan zijn?",
            _TEKST,
            "Voor veiligheid, welzijn en herstel.",
            papier="Resultaat dat er dan moet zijn",
        ),
        _V(
            "uitkomst",
            "Wat kwam ervan? (later)",
            _TEKST,
            "Vul dit in als de termijn om is. Dan is de afspraak klaar.",
            papier="Uitkomst",
        ),
    ),
    StukSoort.GEDEELD: (
        _V("datum", "Wanneer gedeeld?", _DATUM, papier="Datum"),
        _V("met_wie", "Met wie?", _REGEL, "Naam en organisatie.", "Schrijf op met wie u dit deelde.", papier="Met"),
        _V("wat", "Wat is er gedeeld?", _TEKST, nodig="Schrijf op wat u deelde.", papier="Wat"),
        _V(
            "grond",
            "Op welke grond?",
            _LIJST,
            nodig="Kies op welke grond u dit deelde.",
            opties=DeelGrond,
            papier="Grond",
        ),
        _V("gevraagd", "Is er toestemming gevraagd?", _KEUZE, nodig="Kies ja of nee.", opties=JaNee),
        _V(
            "gegeven",
            "Is de toestemming gegeven?",
            _KEUZE,
            nodig="Kies ja of nee.",
            opties=JaNee,
            als=("gevraagd", JaNee.JA),
        ),
        _V(
            "toelichting",
            "Toelichting",
            _TEKST,
            "Geen toestemming gevraagd of gekregen? Schrijf op waarom u toch deelde.",
        ),
    ),
    StukSoort.VT_VRAAG: (
        _V("datum", "Wanneer kwam de vraag?", _DATUM, papier="Datum"),
        _V(
            "medewerker",
            "Wie van Veilig Thuis?",
            _REGEL,
            nodig="Schrijf op wie van Veilig Thuis dit vroeg.",
            papier="Medewerker van Veilig Thuis",
        ),
        _V("vraag", "Wat was de vraag?", _TEKST, nodig="Schrijf de vraag op.", papier="Vraag"),
        _V(
            "antwoord",
            "Wat hebt u geantwoord en doorgegeven? (mag later)",
            _TEKST,
            papier="Antwoord, en wat is doorgegeven",
        ),
        _V("doorgegeven", "Wanneer doorgegeven?", _DATUM, papier="Doorgegeven op"),
        _V("door", "Wie gaf het antwoord?", _REGEL, papier="Antwoord van"),
    ),
    StukSoort.GEVAAR: (
        _V("datum", "Wanneer was dit?", _DATUM, papier="Datum"),
        _V("tijd", "Tijd", _TIJD),
        _V("gebeld_112", "112 gebeld om", _TIJD, "Leeg als u 112 niet belde."),
        _V("gebeld_vt", "Veilig Thuis gebeld om", _TIJD, "Leeg als u nog niet belde."),
        _V(
            "wat",
            "Wat was het gevaar? (mag later)",
            _TEKST,
            "Schrijf op wat u zag en hoorde.",
            papier="Wat was het gevaar",
        ),
        _V("door", "Wie belde?", _REGEL, papier="Gebeld door"),
        _V("afgesproken", "Wat is er afgesproken? (mag later)", _TEKST, papier="Afgesproken"),
        _V(
            "ouders",
            "Weten de ouders dit? (mag later)",
            _TEKST,
            "Overleg met politie of Veilig Thuis wie het vertelt.",
            papier="Ouders",
        ),
    ),
    StukSoort.TERMIJN: (
        _V("datum", "Vastgelegd op", _DATUM),
        _V("tot", "Terugkomen op", _LATER, nodig="Vul de dag in waarop u hierop terugkomt."),
        _V("wat", "Waarop komt u terug?", _TEKST, nodig="Schrijf op waarop u terugkomt.", papier="Waarop"),
        _V("uitkomst", "Wat kwam ervan? (later)", _TEKST, "Als u dit invult, is de termijn klaar.", papier="Uitkomst"),
    ),
    StukSoort.ONTERECHT: (
        _V("datum", "Wanneer vastgesteld?", _DATUM, papier="Vastgesteld op"),
        _V("door", "Wie stelde dit vast?", _REGEL, nodig="Schrijf op wie dit vaststelde.", papier="Vastgesteld door"),
        _V(
            "waarom",
            "Waaruit blijkt dat het vermoeden niet klopt?",
            _TEKST,
            nodig="Schrijf op waaruit dit blijkt.",
            papier="Waaruit blijkt dit",
        ),
        _V(
            "besproken",
            "Met wie is dit besproken?",
            _REGEL,
            "Een collega of Veilig Thuis.",
            "Schrijf op met wie u dit besprak.",
            papier="Besproken met",
        ),
        _V("verteld", "Wat is er aan ouders en kind verteld?", _TEKST, papier="Verteld aan ouders en kind"),
    ),
}

#: Records that take part in reminders: open until the field that says what came of it is filled.
_SLOT: Mapping[StukSoort, str] = {
    StukSoort.AFSPRAAK: "uitkomst",
    StukSoort.TERMIJN: "uitkomst",
    StukSoort.VT_VRAAG: "antwoord",
    StukSoort.GEVAAR: "wat",
}


#: Which field of a new record says who is at work.
_WIE: Mapping[StukSoort, str] = {
    StukSoort.UITSPRAAK: "waarnemer",
    StukSoort.ADVIES: "wie",
    StukSoort.GESPREK: "door",
    StukSoort.GEVAAR: "door",
    StukSoort.ONTERECHT: "door",
}


def nieuw_stuk(soort: StukSoort, today: date, wie: str) -> StukInhoud:
    """A record as it begins: of today, by who is at work; which way a statement points is for them to choose."""
    values: dict[str, Any] = {"datum": datums.kort(today)}
    if soort in _WIE:
        values[_WIE[soort]] = wie
    if soort is StukSoort.UITSPRAAK:
        values["richting"] = None
    return STUK_KLASSEN[soort](**values)


def als_uitspraak(note: AantekeningDraft, today: date, wie: str) -> Uitspraak:
    """What was being typed as a note, before a dossier had steps, as the statement that it becomes."""
    begun = nieuw_stuk(StukSoort.UITSPRAAK, today, wie)
    assert isinstance(begun, Uitspraak)
    return replace(
        begun, datum=note.datum or begun.datum, tijd=note.tijd, aard=note.aard, tekst=note.tekst, van=note.met_wie
    )


def stuk_netjes(inhoud: S, today: date) -> S:
    """The record with its texts cleaned and its days whole."""
    return schoon(STUK_VELDEN[soort_van(inhoud)], inhoud, today)


def check_stuk(inhoud: StukInhoud, today: date) -> tuple[Finding, ...]:
    """Findings of a record."""
    findings = check(STUK_VELDEN[soort_van(inhoud)], inhoud, today)
    if not inhoud.datum.strip():
        findings.insert(0, Finding("datum", "Vul een datum in."))
    if isinstance(inhoud, Uitspraak):
        findings += _check_uitspraak(inhoud)
    return tuple(findings)


def _check_uitspraak(inhoud: Uitspraak) -> list[Finding]:
    if inhoud.aard is Aard.FEIT and inhoud.herkomst is Herkomst.ANDER:
        text = "Een feit van een ander: schrijf bij wie het zag of hoorde. Weet u het niet zeker? Kies dan mening."
        return [Finding("herkomst", text, Severity.LET_OP)]
    return []


def klaar(inhoud: StukInhoud) -> bool:
    """Whether nothing of this record waits any more."""
    name = _SLOT.get(soort_van(inhoud))
    return name is None or bool(str(getattr(inhoud, name)).strip())


def wanneer(inhoud: StukInhoud) -> date:
    """The day that a recorded content is about. Raises ValueError for one that was not cleaned."""
    day = dag(inhoud.datum)
    if day is None:
        raise ValueError("a record without a day")
    return day


def tot_wanneer(inhoud: StukInhoud) -> date | None:
    """The term of an agreement or reminder."""
    return dag(inhoud.tot) if isinstance(inhoud, MeldcodeAfspraak | MeldcodeTermijn) else None


def kern(inhoud: StukInhoud) -> str:
    """What a record is about, in its own words."""
    for name in ("tekst", "advies", "inhoud", "wat", "vraag", "waarom"):
        found = getattr(inhoud, name, "")
        if found:
            return str(found)
    return ""


def woorden(inhoud: StukInhoud) -> tuple[str, ...]:
    """Every text of a record, for the search."""
    values = (getattr(inhoud, veld.naam) for veld in STUK_VELDEN[soort_van(inhoud)])
    return tuple(value for value in values if isinstance(value, str) and value)
