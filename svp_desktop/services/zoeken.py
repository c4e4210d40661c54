"""One search over everything: children first, then casussen, then incidents (Ctrl+K)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain.casus import CasusFilter
from svp_desktop.domain.datums import dag_maand
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.zoekwoorden import gezocht

if TYPE_CHECKING:
    from svp_desktop.services.casussen import CasussenService
    from svp_desktop.services.incidenten import IncidentenService
    from svp_desktop.services.personen import PersonenService

_OF_EACH = 8
#: With more pupils than this the search is not about one child yet.
_FEW = 3


class Treffer(NamedTuple):
    """Something that was found: its kind (`leerling`, `ouder`, `medewerker`, `extern`, `casus`, `incident`) and id; of
    a `verloop` the id is that of the child."""

    soort: str
    id: int
    titel: str
    zin: str


def zoek(
    text: str,
    personen: "PersonenService",
    casussen: "CasussenService",
    incidenten: "IncidentenService",
    vanaf: date | None = None,
) -> tuple[Treffer, ...]:
    """At most eight of each kind, from two letters; incidents from the day `vanaf` on (*schone lei*)."""
    if not gezocht(text):
        return ()
    people = personen.zoek(text, limit=_OF_EACH)
    found = [Treffer(row.soort.value, row.id, row.naam, row.omschrijving) for row in people]
    pupils = [row for row in people if row.soort is PersoonSoort.LEERLING]
    if len(pupils) <= _FEW:
        words = "Alles op volgorde van tijd"
        found += [Treffer("verloop", pupil.id, f"Verloop van {pupil.naam}", words) for pupil in pupils]
    for casus in casussen.lijst(CasusFilter(zoek=text))[:_OF_EACH]:
        found.append(Treffer("casus", casus.id, casus.titel, f"Casus, {label(casus.status)}"))
    for row in incidenten.eerste_bladzijde(IncidentFilter(zoek=text, vanaf=vanaf), _OF_EACH)[1]:
        title = f"{row.nummer}  {row.leerlingen}"
        found.append(Treffer("incident", row.id, title, f"{dag_maand(row.datum)}: {row.omschrijving}"))
    return tuple(found)
