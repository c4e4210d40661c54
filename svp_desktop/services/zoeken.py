"""One search over everything: children first, then casussen, pestzaken and incidents (Ctrl+K)."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain.casus import CasusFilter
from svp_desktop.domain.datums import dag_maand
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.labels import label
from svp_desktop.domain.pestzaak import PestFilter
from svp_desktop.domain.zoekwoorden import gezocht

if TYPE_CHECKING:
    from svp_desktop.services.casussen import CasussenService
    from svp_desktop.services.incidenten import IncidentenService
    from svp_desktop.services.personen import PersonenService
    from svp_desktop.services.pestzaken import PestzakenService

_OF_EACH = 8


class Treffer(NamedTuple):
    """Something that was found: its kind (`leerling`, `ouder`, `medewerker`, `extern`, `casus`, `pestzaak`,
    `incident`) and id."""

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
    pestzaken: "PestzakenService | None" = None,
) -> tuple[Treffer, ...]:
    """At most eight of each kind, from two letters; incidents from the day `vanaf` on (*schone lei*)."""
    if not gezocht(text):
        return ()
    found = [
        Treffer(row.soort.value, row.id, row.naam, row.omschrijving) for row in personen.zoek(text, limit=_OF_EACH)
    ]
    for casus in casussen.lijst(CasusFilter(zoek=text))[:_OF_EACH]:
        found.append(Treffer("casus", casus.id, casus.titel, f"Casus, {label(casus.status)}"))
    if pestzaken is not None and pestzaken.leidt:
        for zaak in pestzaken.lijst(PestFilter(zoek=text))[:_OF_EACH]:
            words = dict.fromkeys((label(zaak.status).capitalize(), label(zaak.taak)))
            found.append(Treffer("pestzaak", zaak.id, zaak.titel, ", ".join(words)))
    for row in incidenten.eerste_bladzijde(IncidentFilter(zoek=text, vanaf=vanaf), _OF_EACH)[1]:
        title = f"{row.nummer}  {row.leerlingen}"
        found.append(Treffer("incident", row.id, title, f"{dag_maand(row.datum)}: {row.omschrijving}"))
    return tuple(found)
