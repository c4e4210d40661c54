"""The list of incidents as it leaves the program: its columns, one value a cell, and the filters in words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentFilter, IncidentRegel, IncidentVolgorde, Kenmerk, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.momenten import WEEKDAGEN, rol_in_woorden, uren_in_woorden
from svp_desktop.domain.wachttijd import WACHTTIJDEN

#: One cell: a text, or a day or time that a spreadsheet can sort.
Cel = str | date | time
#: The words of the day for a kind of incident.
SoortWoord = Callable[[Soort], str]


class LijstKolom(NamedTuple):
    """A column of the list by its code and heading; `breed` is its width in a spreadsheet, in characters."""

    code: str
    titel: str
    breed: int


KOLOMMEN = (
    LijstKolom("datum", "Datum", 12),
    LijstKolom("tijd", "Tijd", 8),
    LijstKolom("mand", "Mand", 9),
    LijstKolom("soort", "Soort", 26),
    LijstKolom("leerling", "Leerling", 30),
    LijstKolom("groep", "Groep", 14),
    LijstKolom("plaats", "Plaats", 20),
    LijstKolom("omschrijving", "Omschrijving", 70),
    LijstKolom("ernst", "Ernst", 9),
    LijstKolom("status", "Status", 12),
    LijstKolom("ouders", "Ouders", 10),
    LijstKolom("esis", "In Esis", 10),
    LijstKolom("nummer", "Nummer", 12),
)


class LijstVraag(NamedTuple):
    """The list as it is shown: what it lets through, its columns by code, and its order."""

    filter: IncidentFilter
    kolommen: tuple[str, ...]
    volgorde: IncidentVolgorde = IncidentVolgorde.DATUM
    aflopend: bool = True
    zonder_namen: bool = False
    #: The child that the list is about, by name; "" for everyone.
    persoon: str = ""


class InzageNodig(UserFacing):
    """Something of an earlier school year may only leave the program after a reason was given (schone lei)."""

    what = "Dit incident is van een eerder schooljaar. Zonder reden maken wij er geen papier van."
    now = "Kies in de lijst Alle jaren en vul in waarom u verder terug wilt kijken."


def kolommen(codes: Iterable[str]) -> tuple[LijstKolom, ...]:
    """The columns with these codes, in the order of the list."""
    wanted = set(codes)
    return tuple(kolom for kolom in KOLOMMEN if kolom.code in wanted)


def cellen(regel: IncidentRegel, gekozen: Sequence[LijstKolom], soort: SoortWoord) -> tuple[Cel, ...]:
    """The values of a row under these columns."""
    return tuple(cel(regel, kolom.code, soort) for kolom in gekozen)


def cel(regel: IncidentRegel, code: str, soort: SoortWoord) -> Cel:
    """The value of a row under one column."""
    if code == "datum":
        return regel.datum
    if code == "tijd":
        return regel.tijd or ""
    return ", ".join(map(soort, regel.soorten)) if code == "soort" else TEKSTEN[code](regel)


def _as(kenmerk: Kenmerk, there: str, not_there: str) -> Callable[[IncidentRegel], str]:
    return lambda regel: there if kenmerk in regel.kenmerken else not_there


#: The text under each column whose cell is a text.
TEKSTEN: dict[str, Callable[[IncidentRegel], str]] = {
    "mand": lambda regel: label(regel.mand),
    "leerling": lambda regel: regel.leerlingen,
    "groep": lambda regel: regel.groepen,
    "plaats": lambda regel: regel.plaats,
    "omschrijving": lambda regel: regel.omschrijving,
    "ernst": _as(Kenmerk.ERNSTIG, "Ernstig", ""),
    "status": _as(Kenmerk.AFGESLOTEN, "Afgesloten", "Open"),
    "ouders": _as(Kenmerk.OUDERS_NOG_NIET, "Nog niet", ""),
    "esis": _as(Kenmerk.ESIS_OPEN, "Nog niet", ""),
    "nummer": lambda regel: regel.nummer,
}


def filters_in_woorden(vraag: LijstVraag, soort: SoortWoord) -> str:
    """What the list was chosen on: "mand oranje, rood; soort pesten". Without names also without the words typed."""
    asked = vraag.filter
    parts = []
    if asked.persoon_id is not None:
        parts.append("één leerling" if vraag.zonder_namen or not vraag.persoon else f"alleen {vraag.persoon}")
    if asked.zoek:
        parts.append("op een zoekwoord" if vraag.zonder_namen else f"met “{asked.zoek}”")
    if asked.manden:
        parts.append("mand " + ", ".join(sorted(label(mand).lower() for mand in asked.manden)))
    if asked.soorten:
        parts.append("soort " + ", ".join(sorted(soort(one).lower() for one in asked.soorten)))
    if asked.plaats:
        parts.append("op een plaats" if vraag.zonder_namen else f"plaats {asked.plaats}")
    if asked.groep:
        parts.append("van een groep" if vraag.zonder_namen else f"groep {asked.groep}")
    parts += moment_in_woorden(asked)
    parts += sorted(label(kenmerk) for kenmerk in asked.kenmerken)
    if Kenmerk.AFGESLOTEN in asked.zonder_kenmerken:
        parts.append("nog open")
    parts += ["alleen twijfel"] if asked.alleen_twijfel else []
    parts += ["zonder casus"] if asked.zonder_casus else []
    parts += ["uit de prullenbak"] if asked.prullenbak else []
    return "; ".join(parts)


def moment_in_woorden(asked: IncidentFilter) -> list[str]:
    """Weekday, time of the day, no place, role and waiting time that were asked for."""
    parts = ["zonder plaats"] if asked.zonder_plaats else []
    parts += [", ".join(WEEKDAGEN[day] for day in sorted(asked.weekdagen))] if asked.weekdagen else []
    parts += [uren_in_woorden(asked.uren)] if asked.uren else []
    parts += [rol_in_woorden(asked.rol)] if asked.rol else []
    return parts + ([f"eerste actie {WACHTTIJDEN[asked.wachttijd]}"] if asked.wachttijd else [])


def periode_in_woorden(asked: IncidentFilter) -> str:
    """Which days the list is about: "schooljaar 2026-2027, vanaf 1 september 2026"."""
    parts = [f"schooljaar {asked.schooljaar}"] if asked.schooljaar else []
    if asked.vanaf is not None:
        parts.append(f"vanaf {datums.in_woorden(asked.vanaf, weekdag=False)}")
    if asked.tot is not None:
        parts.append(f"tot en met {datums.in_woorden(asked.tot, weekdag=False)}")
    return ", ".join(parts) or "alle schooljaren"
