"""A draft for a melding, in the order of the form of the regional Veilig Thuis (law 3.4).

Facts, opinions and suspicions stand apart. What the program does not know is a line to write on. Nothing is sent.
"""

from collections.abc import Iterable
from typing import Any

from svp_desktop.documents.bladen.vel import WriteRows, blok, make
from svp_desktop.documents.formulieren.delen import feiten
from svp_desktop.documents.meldcode.delen import Regel, deel, kopje, niets, stuk, uitspraak, velden, wanneer
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import (
    BesluitStap,
    MeldcodeAfspraak,
    MeldcodeBlad,
    MeldcodeStap,
    MeldcodeStuk,
    OverlegStap,
    SignalenStap,
)
from svp_desktop.domain.meldcode_keuzes import JaNee, MishandelVorm, Richting, StukSoort
from svp_desktop.domain.meldcode_papieren import uitspraken
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAPPEN
from svp_desktop.domain.meldcode_stukken import STUK_VELDEN
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Concept voor een melding"
_NIEMAND = "Hierover is niets vastgelegd."
_MELDER = ("Functie", "Bereikbaar op", "Bekend bij het gezin?", "Naam noemen aan het gezin?")
_NU = ("Is het kind nu veilig?", "Letsel, wapens, verslaving?", "Is er eerder gemeld?")
_GEZIN = ("Adres", "Jongen of meisje", "Ouders, en wie gezag heeft", "Andere kinderen thuis", "Taal thuis, tolk nodig?")
_NETWERK = ("Mensen die steunen", "Andere hulp, contactpersoon", "Toestemming voor overleg")
_EINDE = ("Wat verwacht u van Veilig Thuis?", "Afspraak over terugkoppeling", "Afspraak over veiligheid nu")
_LABEL = 62 * MM


def meldingblad(hoofd: Briefhoofd, blad: MeldcodeBlad, woorden: MeldcodeWoorden, door: str) -> bytes:
    """The draft; `door` is who makes it. Raises PapierFout."""
    record = Record()
    office = woorden.tekst("vt.naam")
    first = (
        f"Dit is een concept voor {office}. Er is niets verstuurd.",
        f"Bij haast belt u eerst: {woorden.bellen()}",
        woorden.tekst("melden.recht"),
        "Lees dit na. Haal weg wat niet nodig is. Bijlagen zijn hooguit een jaar oud.",
    )
    story = [
        *blok(record, "Vooraf", *first),
        *_meldcode(record, blad),
        *_melder(record, hoofd, door),
        *_betrokkenen(record, blad),
        *_melding(record, blad),
        *_gedaan(record, blad),
        *_netwerk(record, blad),
        *_overig(record, blad),
        *_afronden(record, blad, woorden),
    ]
    return make(hoofd, TITEL, story, record)


def _meldcode(record: Record, blad: MeldcodeBlad) -> list[Any]:
    steps = []
    for number in STAPPEN:
        stap = blad.stap(number)
        if stap is None:
            stand = "nog niet gezet"
        elif stap.afgerond_op is None:
            stand = f"begonnen op {datums.in_woorden(stap.geopend_op.date(), weekdag=False)}"
        else:
            stand = f"gezet op {datums.in_woorden(stap.afgerond_op.date(), weekdag=False)}"
        steps.append((f"{number}. {STAP_NAMEN[number]}", ", ".join((stand, *_wie(stap)))))
    return [*deel(record, "1. Meldcode"), *feiten(record, "", steps, 48 * MM)]


def _wie(stap: MeldcodeStap | None) -> tuple[str, ...]:
    return (stap.inhoud.wie,) if stap is not None and stap.inhoud.wie else ()


def _melder(record: Record, hoofd: Briefhoofd, door: str) -> list[Any]:
    known = [("Naam", door), ("School", hoofd.naam), ("Telefoon", hoofd.telefoon), ("E-mail", hoofd.email)]
    return [*deel(record, "2. Melder"), *feiten(record, "", known), WriteRows(record, _MELDER, _LABEL)]


def _betrokkenen(record: Record, blad: MeldcodeBlad) -> list[Any]:
    people = [
        (
            one.naam,
            ", ".join(part for part in (one.wie, f"geboren {one.geboren}" if one.geboren else "") if part) or "-",
        )
        for one in blad.kop.personen
        if one.naam
    ] or [(blad.dossier.naam, blad.dossier.groep or "-")]
    return [*deel(record, "3. Betrokkenen"), *feiten(record, "", people), WriteRows(record, _GEZIN, _LABEL)]


def _melding(record: Record, blad: MeldcodeBlad) -> list[Any]:
    stap = blad.stap(1)
    signals = stap.inhoud if stap is not None and isinstance(stap.inhoud, SignalenStap) else SignalenStap()
    confirming = [one for aard in Aard for one in uitspraken(blad, aard, Richting.BEVESTIGT)]
    about = [
        ("", blad.kop.aanleiding),
        ("", signals.samenvatting),
        ("Mogelijke vormen", ", ".join(label(form) for form in MishandelVorm if form in signals.vormen)),
        ("Sinds", _sinds(confirming)),
    ]
    story = [*deel(record, "4. Melding"), *_of_niets(record, "Aanleiding", about)]
    story += _groep(record, "Feiten: gezien of gehoord", uitspraken(blad, Aard.FEIT, Richting.BEVESTIGT))
    story += _groep(record, "Meningen: iemand vindt dit", uitspraken(blad, Aard.MENING, Richting.BEVESTIGT))
    story += _groep(record, "Vermoedens: nog niet zeker", uitspraken(blad, Aard.VERMOEDEN, Richting.BEVESTIGT))
    against = [one for aard in Aard for one in uitspraken(blad, aard, Richting.ONTKRACHT)]
    story += _groep(record, "Wat de zorg tegenspreekt", against, aard=True)
    children = [("", signals.kindcheck_tekst)] if signals.kindcheck is JaNee.JA else []
    story += stuk(record, "Andere kinderen thuis", children)
    danger = [line for one in blad.van(StukSoort.GEVAAR) for line in _gevaar(one)]
    return [*story, *stuk(record, "Direct gevaar", danger), WriteRows(record, _NU, _LABEL)]


def _gevaar(one: MeldcodeStuk) -> list[Regel]:
    return [("Op", datums.in_woorden(one.datum)), *velden(STUK_VELDEN[StukSoort.GEVAAR], one.inhoud, ("datum",))]


def _sinds(stukken: list[MeldcodeStuk]) -> str:
    days = sorted(one.datum for one in stukken)
    if not days:
        return ""
    first = datums.in_woorden(days[0], weekdag=False)
    if days[0] == days[-1]:
        return f"{first}, één keer vastgelegd"
    return f"{first}. Het laatst op {datums.in_woorden(days[-1], weekdag=False)}, {len(days)} keer vastgelegd"


def _groep(record: Record, titel: str, stukken: Iterable[MeldcodeStuk], *, aard: bool = False) -> list[Any]:
    found = list(stukken)
    story = kopje(record, titel) if found else []
    for one in found:
        story += uitspraak(record, one, aard=aard)
    return story


def _of_niets(record: Record, kop: str, regels: list[Regel]) -> list[Any]:
    return stuk(record, kop, regels) or stuk(record, kop, [("", _NIEMAND)])


def _gedaan(record: Record, blad: MeldcodeBlad) -> list[Any]:
    stap = blad.stap(2)
    consult = stap.inhoud if stap is not None and isinstance(stap.inhoud, OverlegStap) else OverlegStap()
    story = deel(record, "Wat de school al deed")
    with_colleague = [("Met", consult.collega), ("Op", consult.datum), ("Advies", consult.advies)]
    story += stuk(record, "Overleg", with_colleague if consult.collega else [])
    for one in blad.van(StukSoort.GESPREK):
        lines = velden(STUK_VELDEN[StukSoort.GESPREK], one.inhoud, ("datum", "tijd"))
        story += stuk(record, f"Gesprek\n{wanneer(one)}", lines)
    if not blad.van(StukSoort.GESPREK):
        story += stuk(record, "Gesprek", [("", "Er is nog geen gesprek met ouders of kind vastgelegd.")])
    for one in blad.van(StukSoort.AFSPRAAK):
        made = one.inhoud
        assert isinstance(made, MeldcodeAfspraak)
        lines = [("", made.wat), ("Wie doet wat", made.door), ("Tot", made.tot), ("Wat kwam ervan", made.uitkomst)]
        story += stuk(record, f"Hulp\n{datums.kort(one.datum)}", lines)
    return story


def _netwerk(record: Record, blad: MeldcodeBlad) -> list[Any]:
    managers = {
        one.inhoud.casemanager: None
        for one in blad.van(StukSoort.AFSPRAAK)
        if isinstance(one.inhoud, MeldcodeAfspraak) and one.inhoud.casemanager
    }
    known = [("Casemanager", ", ".join(managers))]
    return [*deel(record, "5. Ondersteunend netwerk"), *feiten(record, "", known), WriteRows(record, _NETWERK, _LABEL)]


def _overig(record: Record, blad: MeldcodeBlad) -> list[Any]:
    stap = blad.stap(1)
    looked = stap.inhoud.onderzoek if stap is not None and isinstance(stap.inhoud, SignalenStap) else ""
    story = [*deel(record, "6. Overige informatie"), *stuk(record, "Onderzoek", [("", looked)])]
    for one in blad.van(StukSoort.ADVIES):
        lines = velden(STUK_VELDEN[StukSoort.ADVIES], one.inhoud, ("datum", "tijd"))
        story += stuk(record, f"Advies Veilig Thuis\n{wanneer(one)}", lines)
    if not looked and not blad.van(StukSoort.ADVIES):
        story += niets(record, _NIEMAND)
    return story


def _afronden(record: Record, blad: MeldcodeBlad, woorden: MeldcodeWoorden) -> list[Any]:
    stap = blad.stap(5)
    decided = stap.inhoud if stap is not None and isinstance(stap.inhoud, BesluitStap) else BesluitStap()
    lines = [
        ("Ouders vooraf ingelicht", label(decided.ouders_vooraf) if decided.ouders_vooraf else "nog niet vastgelegd"),
        ("Waarom niet", label(decided.niet_open) if decided.niet_open else ""),
        ("Toelichting", decided.niet_open_reden),
    ]
    return [
        *deel(record, "7. Melding afronden"),
        *stuk(record, "Ouders", [line for line in lines if line[1]]),
        *blok(record, "", woorden.tekst("melden.open"), woorden.tekst("melden.weegt")),
        WriteRows(record, _EINDE, _LABEL),
    ]
