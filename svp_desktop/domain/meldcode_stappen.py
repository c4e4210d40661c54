"""The five steps: what each records, what it still lacks, and where the dossier stands (demands 125-131)."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeVar

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.findings import Finding, Severity, blocking
from svp_desktop.domain.meldcode import (
    BesluitStap,
    GesprekStap,
    MeldcodeBlad,
    MeldcodeGesprek,
    OverlegStap,
    SignalenStap,
    StapInhoud,
    Uitspraak,
    WeegStap,
)
from svp_desktop.domain.meldcode_keuzes import (
    DirectContact,
    GesprekMet,
    JaNee,
    Meldnorm,
    MeldWijze,
    MishandelVorm,
    NietOpen,
    StukSoort,
    Weegvraag,
)
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, Velden, VeldVorm, check, schoon
from svp_desktop.domain.meldcode_weging import Bestemming, route

P = TypeVar("P", bound=StapInhoud)
STAPPEN = (1, 2, 3, 4, 5)
STAP_NAMEN: Mapping[int, str] = {
    1: "Signalen in kaart",
    2: "Overleg",
    3: "Gesprek",
    4: "Wegen",
    5: "Beslissen",
}
_V = MeldcodeVeld
_REGEL, _TEKST, _DATUM = VeldVorm.REGEL, VeldVorm.TEKST, VeldVorm.DATUM
_KEUZE, _LIJST, _MEER = VeldVorm.KEUZE, VeldVorm.LIJST, VeldVorm.MEER
_WIE = (
    _V("rol", "Wie doet deze stap? (rol)", _REGEL, papier="Rol"),
    _V("wie", "Naam", _REGEL),
)

STAP_VELDEN: Mapping[int, Velden] = {
    1: (
        *_WIE,
        _V("datum", "Wanneer in kaart gebracht?", _DATUM, papier="Datum"),
        _V(
            "samenvatting",
            "Waar maakt u zich zorgen over?",
            _TEKST,
            "In gewone, neutrale woorden. De uitspraken zelf legt u apart vast.",
            papier="De zorg",
        ),
        _V("vormen", "Aan welke vormen denkt u? (mag leeg)", _MEER, opties=MishandelVorm, papier="Mogelijke vormen"),
        _V(
            "kindcheck",
            "Kindcheck: zijn er thuis meer kinderen om wie u zich zorgen maakt?",
            _KEUZE,
            opties=JaNee,
            papier="Kindcheck: meer kinderen thuis om wie er zorg is",
        ),
        _V(
            "kindcheck_tekst",
            "Om wie gaat het, en wat weet u?",
            _TEKST,
            als=("kindcheck", JaNee.JA),
            papier="Over deze kinderen",
        ),
        _V(
            "onderzoek",
            "Is er iets onderzocht? Door wie, en wat kwam eruit? (mag leeg)",
            _TEKST,
            papier="Onderzoek en uitkomst",
        ),
    ),
    2: (
        *_WIE,
        _V(
            "direct",
            "Is een van deze drie mogelijk aan de orde?",
            _MEER,
            "Neem dan meteen contact op met Veilig Thuis. Praat nog niet met de ouders.",
            opties=DirectContact,
            papier="Direct contact nodig bij",
        ),
        _V("collega", "Met welke deskundige collega is overlegd?", _REGEL, "Naam en functie.", papier="Overlegd met"),
        _V("datum", "Wanneer?", _DATUM, papier="Datum"),
        _V("advies", "Wat was het advies van de collega?", _TEKST, papier="Advies van de collega"),
        _V(
            "veilig_thuis",
            "Is Veilig Thuis om advies gevraagd?",
            _KEUZE,
            "Dat kan ook zonder de naam van het kind.",
            opties=JaNee,
        ),
    ),
    3: (
        *_WIE,
        _V("ouders", "Is er met de ouders gesproken?", _KEUZE, "Doe dit zo snel mogelijk.", opties=JaNee),
        _V(
            "ouders_reden",
            "Welk gevaar is er voor het kind of voor uzelf?",
            _TEKST,
            "Alleen om de veiligheid van het kind of van uzelf voert u dit gesprek niet.",
            als=("ouders", JaNee.NEE),
            papier="Waarom niet met de ouders",
        ),
        _V("kind", "Is er met het kind gesproken?", _KEUZE, opties=JaNee),
        _V(
            "kind_reden",
            "Waarom niet met het kind?",
            _TEKST,
            "Alleen om de veiligheid van het kind of van uzelf.",
            als=("kind", JaNee.NEE),
        ),
        _V(
            "vt_datum",
            "Wanneer is hierover met Veilig Thuis overlegd?",
            _DATUM,
            "Nodig als er met de ouders of het kind niet is gesproken.",
            papier="Overlegd met Veilig Thuis op",
        ),
        _V("vt_naam", "Met wie van Veilig Thuis?", _REGEL, papier="Medewerker van Veilig Thuis"),
        _V("vt_advies", "Wat was het advies?", _TEKST, papier="Advies van Veilig Thuis"),
    ),
    4: (
        *_WIE,
        _V("datum", "Wanneer gewogen?", _DATUM, papier="Datum"),
        _V("collega", "Met wie samen gewogen?", _REGEL, "Naam en functie. Weeg nooit alleen.", papier="Gewogen met"),
        _V("instrument", "Welk afwegingskader of hulpmiddel is gebruikt?", _REGEL, papier="Gebruikt hulpmiddel"),
        _V("app_op", "Meldcode App doorlopen op (mag leeg)", _DATUM, papier="Meldcode App doorlopen op"),
        _V(
            "normen",
            "Is een van de meldnormen aan de orde?",
            _MEER,
            "Dan melden wij altijd.",
            opties=Meldnorm,
            papier="Meldnormen aan de orde",
        ),
        _V("toelichting", "Toelichting op de weging (mag leeg)", _TEKST, papier="Toelichting"),
    ),
    5: (
        *_WIE,
        _V("datum", "Wanneer besloten?", _DATUM, papier="Datum"),
        _V("melden", "Besluit 1. Is melden bij Veilig Thuis noodzakelijk?", _KEUZE, opties=JaNee),
        _V("melden_reden", "Waarom?", _TEKST, papier="Reden"),
        _V("gemeld_op", "Gemeld op", _DATUM, als=("melden", JaNee.JA)),
        _V(
            "wijze",
            "Hoe?",
            _KEUZE,
            "Bij haast eerst bellen.",
            opties=MeldWijze,
            als=("melden", JaNee.JA),
            papier="Wijze van melden",
        ),
        _V("gemeld_bij", "Bij wie van Veilig Thuis?", _REGEL, als=("melden", JaNee.JA), papier="Gemeld bij"),
        _V(
            "ouders_vooraf",
            "Zijn de ouders vooraf ingelicht?",
            _KEUZE,
            "U licht in. U vraagt geen toestemming.",
            opties=JaNee,
            als=("melden", JaNee.JA),
        ),
        _V("niet_open", "Waarom niet vooraf?", _LIJST, opties=NietOpen, als=("ouders_vooraf", JaNee.NEE)),
        _V("niet_open_reden", "Toelichting", _TEKST, als=("ouders_vooraf", JaNee.NEE)),
        _V("hulp", "Besluit 2. Is hulp geven of organiseren (ook) mogelijk?", _KEUZE, opties=JaNee),
        _V(
            "hulp_reden",
            "Waarom, en welke hulp?",
            _TEKST,
            "Ook naast een melding. De afspraken met termijn staan bij Afspraken.",
            papier="Reden, en welke hulp",
        ),
        _V(
            "terug_op",
            "Terugkoppeling van Veilig Thuis op (later)",
            _DATUM,
            als=("melden", JaNee.JA),
            papier="Terugkoppeling van Veilig Thuis op",
        ),
        _V(
            "terugkoppeling",
            "Wat besloot Veilig Thuis? (later)",
            _TEKST,
            als=("melden", JaNee.JA),
            papier="Besluit van Veilig Thuis",
        ),
    ),
}


def stap_netjes(nummer: int, inhoud: P, today: date) -> P:
    """The step with its texts cleaned and its days whole."""
    return schoon(STAP_VELDEN[nummer], inhoud, today)


def check_stap(nummer: int, inhoud: StapInhoud, today: date) -> tuple[Finding, ...]:
    """What is wrong with what stands there; a concept may be unfinished."""
    return tuple(check(STAP_VELDEN[nummer], inhoud, today))


def ontbreekt(blad: MeldcodeBlad, nummer: int, inhoud: StapInhoud, today: date) -> tuple[Finding, ...]:
    """What the step lacks before it may be finished, and what deserves attention first."""
    findings = list(check_stap(nummer, inhoud, today))
    if not inhoud.wie.strip():
        findings.append(Finding("wie", "Schrijf op wie deze stap deed."))
    if not isinstance(inhoud, GesprekStap) and not inhoud.datum.strip() and not _zonder_collega(inhoud):
        findings.append(Finding("datum", "Vul een datum in."))
    findings += _EISEN[type(inhoud)](blad, inhoud)
    return tuple(findings)


def _zonder_collega(inhoud: StapInhoud) -> bool:
    """Step 2 with only Veilig Thuis has its day with the advice."""
    return isinstance(inhoud, OverlegStap) and not inhoud.collega.strip()


def _signalen(blad: MeldcodeBlad, inhoud: StapInhoud) -> list[Finding]:
    assert isinstance(inhoud, SignalenStap)
    statements = [stuk.inhoud for stuk in blad.van(StukSoort.UITSPRAAK)]
    findings = [] if inhoud.samenvatting.strip() else [Finding("samenvatting", "Schrijf op waar de zorg over gaat.")]
    if not statements:
        text = "Leg eerst ten minste één uitspraak vast: een feit, mening of vermoeden."
        findings.append(Finding("uitspraken", text))
    elif not any(isinstance(one, Uitspraak) and one.aard is Aard.FEIT for one in statements):
        text = "Er staat nog geen feit bij de uitspraken. Leg vast wat er echt is gezien of gehoord."
        findings.append(Finding("uitspraken", text, Severity.LET_OP))
    return findings


def _overleg(blad: MeldcodeBlad, inhoud: StapInhoud) -> list[Finding]:
    assert isinstance(inhoud, OverlegStap)
    advised = bool(blad.van(StukSoort.ADVIES))
    findings = []
    if inhoud.direct and not advised:
        text = "Neem direct contact op met Veilig Thuis en leg het advies vast. Praat nog niet met de ouders."
        findings.append(Finding("direct", text))
    if inhoud.veilig_thuis is JaNee.JA and not advised:
        findings.append(Finding("veilig_thuis", "Leg het advies van Veilig Thuis vast, met naam en datum."))
    if inhoud.collega.strip():
        if not inhoud.advies.strip():
            findings.append(Finding("advies", "Schrijf op wat de collega adviseerde."))
    elif not advised:
        findings.append(Finding("collega", "Overleg met een deskundige collega of met Veilig Thuis, en leg dat vast."))
    return findings


def _gesprek(blad: MeldcodeBlad, inhoud: StapInhoud) -> list[Finding]:
    assert isinstance(inhoud, GesprekStap)
    talks = [stuk.inhoud for stuk in blad.van(StukSoort.GESPREK)]
    with_whom = {talk.met for talk in talks if isinstance(talk, MeldcodeGesprek)}
    findings = []
    for name, words, kind in (("ouders", "de ouders", GesprekMet.OUDERS), ("kind", "het kind", GesprekMet.KIND)):
        answer = getattr(inhoud, name)
        if answer is None:
            findings.append(Finding(name, f"Kies of er met {words} is gesproken."))
        elif answer is JaNee.JA and not with_whom & {kind, GesprekMet.SAMEN}:
            findings.append(Finding(name, f"Leg het gesprek met {words} vast."))
        elif answer is JaNee.NEE and not getattr(inhoud, f"{name}_reden").strip():
            findings.append(Finding(f"{name}_reden", f"Schrijf op waarom er niet met {words} is gesproken."))
    if JaNee.NEE in (inhoud.ouders, inhoud.kind):
        asked = {
            "vt_datum": "Overleg eerst met Veilig Thuis over niet praten. Vul de datum in.",
            "vt_naam": "Schrijf op met wie van Veilig Thuis u overlegde.",
            "vt_advies": "Schrijf op wat Veilig Thuis adviseerde.",
        }
        findings += [Finding(name, text) for name, text in asked.items() if not getattr(inhoud, name).strip()]
    return findings


def _wegen(blad: MeldcodeBlad, inhoud: StapInhoud) -> list[Finding]:
    assert isinstance(inhoud, WeegStap)
    findings = []
    if not inhoud.collega.strip():
        findings.append(Finding("collega", "Weeg nooit alleen. Schrijf op met wie u de weging deed."))
    if not inhoud.instrument.strip():
        findings.append(Finding("instrument", "Schrijf op welk afwegingskader of hulpmiddel u gebruikte."))
    walked = route(blad.antwoorden)
    for stand in walked.standen:
        if stand.vraag in (Weegvraag.VERMOEDEN, Weegvraag.VEILIGHEID) and stand.bereikt and stand.antwoord is None:
            number = list(Weegvraag).index(stand.vraag) + 1
            findings.append(Finding("weging", f"Beantwoord afwegingsvraag {number}."))
    if inhoud.normen and walked.uitkomst is not Bestemming.MELDEN:
        text = "U kruist een meldnorm aan. Dan melden wij altijd. De afwegingsvragen komen nog niet uit op melden."
        findings.append(Finding("normen", text, Severity.LET_OP))
    return findings


def _beslissen(blad: MeldcodeBlad, inhoud: StapInhoud) -> list[Finding]:
    assert isinstance(inhoud, BesluitStap)
    asked = {
        "melden": "Neem besluit 1: is melden noodzakelijk?",
        "melden_reden": "Schrijf op waarom u dit besluit.",
        "hulp": "Neem besluit 2: is hulp (ook) mogelijk?",
        "hulp_reden": "Schrijf op waarom, en welke hulp.",
    }
    if inhoud.melden is JaNee.JA:
        asked |= {
            "gemeld_op": "Vul in wanneer er is gemeld.",
            "wijze": "Kies hoe er is gemeld.",
            "gemeld_bij": "Schrijf op bij wie van Veilig Thuis is gemeld.",
            "ouders_vooraf": "Kies of de ouders vooraf zijn ingelicht.",
        }
        if inhoud.ouders_vooraf is JaNee.NEE:
            asked |= {"niet_open": "Kies waarom niet.", "niet_open_reden": "Schrijf op waarom niet."}
    findings = [Finding(name, text) for name, text in asked.items() if not _filled(getattr(inhoud, name))]
    if inhoud.melden is JaNee.NEE and route(blad.antwoorden).uitkomst is Bestemming.MELDEN:
        text = "De weging komt uit op melden. Bij een reële kans op schade melden wij altijd. Overleg met Veilig Thuis."
        findings.append(Finding("melden", text, Severity.LET_OP))
    if inhoud.hulp is JaNee.JA and not blad.van(StukSoort.AFSPRAAK):
        text = "Er staat nog geen afspraak over hulp met een termijn bij Afspraken."
        findings.append(Finding("hulp", text, Severity.LET_OP))
    return findings


def _filled(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


_EISEN: Mapping[type[StapInhoud], Callable[[MeldcodeBlad, StapInhoud], list[Finding]]] = {
    SignalenStap: _signalen,
    OverlegStap: _overleg,
    GesprekStap: _gesprek,
    WeegStap: _wegen,
    BesluitStap: _beslissen,
}


class StapStand(Enum):
    """How far a step is."""

    KLAAR = "klaar"
    BEZIG = "bezig"
    LATER = "later"


class StapBeeld(NamedTuple):
    """A step as the bar shows it: its name, a few words under it, how far it is."""

    nummer: int
    naam: str
    onder: str
    stand: StapStand


def nu(blad: MeldcodeBlad) -> int:
    """The step that is in hand: the first that is not finished, or the last."""
    for nummer in STAPPEN:
        stap = blad.stap(nummer)
        if stap is None or not stap.afgerond:
            return nummer
    return STAPPEN[-1]


def beelden(blad: MeldcodeBlad) -> tuple[StapBeeld, ...]:
    """The five steps, each with who finished it and when, or where it is."""
    return tuple(_beeld(blad, nummer) for nummer in STAPPEN)


def _beeld(blad: MeldcodeBlad, nummer: int) -> StapBeeld:
    stap = blad.stap(nummer)
    if stap is not None and stap.afgerond_op is not None:
        again = f", ronde {stap.ronde}" if stap.ronde > 1 else ""
        who = stap.inhoud.wie or stap.afgerond_door
        text = f"klaar {datums.dag_kort(stap.afgerond_op.date())[3:]}, {who}{again}"
        return StapBeeld(nummer, STAP_NAMEN[nummer], text, StapStand.KLAAR)
    if stap is None and nummer != nu(blad):
        return StapBeeld(nummer, STAP_NAMEN[nummer], f"na stap {nummer - 1}", StapStand.LATER)
    return StapBeeld(nummer, STAP_NAMEN[nummer], _bezig(blad, nummer), StapStand.BEZIG)


def _bezig(blad: MeldcodeBlad, nummer: int) -> str:
    if nummer == 4:
        turn = route(blad.antwoorden).beurt
        return f"bezig, vraag {list(Weegvraag).index(turn) + 1} van 5" if turn else "bezig, gewogen"
    counts = {
        1: (StukSoort.UITSPRAAK, "uitspraak", "uitspraken"),
        2: (StukSoort.ADVIES, "advies", "adviezen"),
        3: (StukSoort.GESPREK, "gesprek", "gesprekken"),
        5: (StukSoort.AFSPRAAK, "afspraak", "afspraken"),
    }
    soort, one, more = counts[nummer]
    count = len(blad.van(soort))
    return f"bezig, {count} {one if count == 1 else more}" if count else "nu aan de beurt"


def mag_afronden(findings: tuple[Finding, ...]) -> bool:
    """Whether nothing holds the step back."""
    return not blocking(findings)
