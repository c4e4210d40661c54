"""What an export asks beside the rows of the list: whole texts, who was in it, and everyone whom the register knows.

Text with bound values on plain tuples, as in `incidenten_lijst`: a list of 100,000 is read by windows.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from sqlalchemy import select

from svp_desktop.domain.anoniem import Mens
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.transaction import Rx

_FACTS = "SELECT t.incident_id, t.feiten FROM json_each(:ids) j CROSS JOIN incident_tekst t ON t.incident_id = j.value"
_PEOPLE = (
    "SELECT p.incident_id, p.persoon_id, p.naam, p.categorie, p.groep, p.rollen FROM json_each(:ids) j"
    " CROSS JOIN incident_persoon p ON p.incident_id = j.value ORDER BY p.incident_id, p.positie"
)


def feiten(rx: Rx, ids: Sequence[int]) -> dict[int, str]:
    """What happened, in full, by incident."""
    return {row[0]: row[1] for row in rx.connection.exec_driver_sql(_FACTS, {"ids": _json(ids)})}


def betrokkenen(rx: Rx, ids: Sequence[int]) -> dict[int, list[Betrokkene]]:
    """Who was in it, by incident, in the order of the incident."""
    found: dict[int, list[Betrokkene]] = defaultdict(list)
    for incident_id, person_id, name, kind, group, roles in rx.connection.exec_driver_sql(_PEOPLE, {"ids": _json(ids)}):
        found[incident_id].append(Betrokkene(person_id, name, PersoonSoort(kind), group, _rollen(roles)))
    return found


def mensen(rx: Rx) -> tuple[Mens, ...]:
    """Everyone whom the register knows: also who left, and who lies in the prullenbak."""
    query = select(
        persoon.c.id, persoon.c.soort, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam,
        persoon.c.noemnaam,
    )  # fmt: skip
    return tuple(
        Mens(id_, PersoonSoort(kind), Naam(*name), spoken) for id_, kind, *name, spoken in rx.connection.execute(query)
    )


def _json(ids: Sequence[int]) -> str:
    return f"[{','.join(map(str, ids))}]"


@cache
def _rollen(codes: str) -> frozenset[Betrokkenheid]:
    return frozenset(map(Betrokkenheid, codes.split()))
