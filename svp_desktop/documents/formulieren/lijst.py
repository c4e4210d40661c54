"""The list of incidents on paper: a row for each, day and mand at the left, the story beside it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.formulieren.delen import Lijn, Rij, beknopt, feiten
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.incident import IncidentRegel
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.uitvoer import LijstVraag, SoortWoord, cel, filters_in_woorden, periode_in_woorden

TITEL = "Incidenten"
_KEEP = "Vertrouwelijk. Bewaar deze lijst achter slot en vernietig hem als u hem niet meer nodig hebt."
_NAMELESS = (
    "Op deze lijst staan geen namen: “leerling A” geldt binnen één voorval. Toch kan iemand een voorval herkennen."
    " Geef de lijst niet verder dan nodig."
)
#: The most that one row tells; the whole text stands in the program.
_LINE, _NAMES = 420, 700


def lijst(
    hoofd: Briefhoofd,
    vraag: LijstVraag,
    regels: Sequence[tuple[IncidentRegel, SoortWoord]],
    totaal: int,
    soort_nu: SoortWoord,
    vandaag: date,
) -> bytes:
    """The list as PDF, with the chosen columns. Raises PapierFout.

    Each row comes with the words of its school year, `soort_nu` is those of now; `totaal` is how many the list has.
    """
    record = Record()
    count = f"{_count(totaal)}" if totaal == len(regels) else f"de eerste {_count(len(regels))} van {_count(totaal)}"
    story: list[Any] = [
        *blok(record, "", _NAMELESS if vraag.zonder_namen else _KEEP),
        *feiten(
            record,
            "",
            (
                ("Periode", periode_in_woorden(vraag.filter)),
                ("Gekozen", filters_in_woorden(vraag, soort_nu)),
                ("Aantal", count),
                ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False)),
            ),
        ),
        Lijn(record),
        *(_row(record, vraag, regel, soort) for regel, soort in regels),
    ]
    return make(hoofd, TITEL, story, record)


def _row(record: Record, vraag: LijstVraag, regel: IncidentRegel, soort: SoortWoord) -> Rij:
    def of(code: str, most: int = _NAMES) -> str:
        return beknopt(str(cel(regel, code, soort)), most) if code in vraag.kolommen else ""

    moment = datums.lijst(regel.datum) if "datum" in vraag.kolommen else ""
    if regel.tijd and "tijd" in vraag.kolommen:
        moment += f"{', ' if moment else ''}{datums.tijd_kort(regel.tijd)}"
    names, group = of("leerling"), of("groep")
    people = f"{names} ({group})" if names and group else names or group
    waits = [
        f"ouders {of('ouders').lower()} ingelicht" if of("ouders") else "",
        "nog niet in Esis" if of("esis") else "",
    ]
    state = " · ".join(part for part in (of("ernst").lower(), of("status").lower(), *waits) if part)
    left = ((moment, "zij"), (of("mand"), "los"), (of("nummer"), "klein"))
    right = (
        (of("soort"), "zij"),
        # the dot stays at the end of a line, not at the begin of the next
        ("\xa0· ".join(part for part in (people, of("plaats")) if part), "los"),
        (of("omschrijving", _LINE), "los"),
        (state, "klein"),
    )
    return Rij(record, left, right)


def _count(number: int) -> str:
    word = "incident" if number == 1 else "incidenten"
    return f"{number:,} {word}".replace(",", ".")
