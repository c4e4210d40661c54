"""Counting the register: four readings of the covering index by day, for each period."""

from collections import Counter
from typing import Any

from svp_desktop.domain.incident import Betrokkenheid, Kenmerk, Mand, Soort
from svp_desktop.domain.inzicht import Moment, Periode, PersoonRol, Tellingen
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.themas import THEMA_VAN, Thema
from svp_desktop.kluis.stores.incidenten_lijst import WACHTTIJDEN
from svp_desktop.kluis.transaction import Rx

_MANDEN, _SOORTEN, _KENMERKEN, _THEMAS = tuple(Mand), tuple(Soort), tuple(Kenmerk), tuple(Thema)
_MASKS = {
    thema: sum(1 << place for place, soort in enumerate(_SOORTEN) if THEMA_VAN.get(soort) is thema) for thema in _THEMAS
}
_FROM = " FROM incident i INDEXED BY ix_incident_datum WHERE verwijderd_op IS NULL AND datum BETWEEN :vanaf AND :tot"
_SUMS = (
    "count(*)",
    "sum(twijfel)",
    *(f"sum(mand_rang = {place})" for place in range(len(_MANDEN))),
    *(f"sum(soort_bits >> {place} & 1)" for place in range(len(_SOORTEN))),
    *(f"sum(kenmerken >> {place} & 1)" for place in range(len(_KENMERKEN))),
    *(f"sum(soort_bits & {mask} <> 0)" for mask in _MASKS.values()),
    *(f"sum(mand_rang > 0 AND {when})" for when in WACHTTIJDEN.values()),
)
TOTALS = f"SELECT {', '.join(_SUMS)}{_FROM}"
# strftime counts weekdays from Sunday.
MOMENTS = (
    f"SELECT plaats, (strftime('%w', datum) + 6) % 7, substr(tijd, 1, 2), count(*){_FROM}"
    " GROUP BY plaats, strftime('%w', datum), substr(tijd, 1, 2)"
)
GROUPS = f"SELECT groepen, count(*){_FROM} GROUP BY groepen"
# The persons stand by incident, so each incident of the period asks for a few rows next to each other; incidents with
# the same persons in the same roles are counted here: handing over every one of them would take longer than counting.
ROLES = (
    "SELECT wie, count(*) FROM (SELECT group_concat(p.categorie || ' ' || p.rollen, '|') AS wie"
    " FROM incident i INDEXED BY ix_incident_datum CROSS JOIN incident_persoon p ON p.incident_id = i.id"
    " WHERE i.verwijderd_op IS NULL AND i.datum BETWEEN :vanaf AND :tot AND p.rollen <> ''"
    " GROUP BY i.datum, i.tijd, i.id) GROUP BY wie"
)
_TICKED = "SELECT count(*) FROM turf WHERE datum BETWEEN :vanaf AND :tot"


def tel(rx: Rx, periode: Periode) -> Tellingen:
    """Everything of this period; what lies in the prullenbak is not counted."""
    days = {"vanaf": periode.vanaf.isoformat(), "tot": periode.tot.isoformat()}
    numbers = [number or 0 for number in _rows(rx, TOTALS, days)[0]]
    total, doubt = numbers[:2]
    taken = 2

    def take(count: int) -> list[int]:
        nonlocal taken
        taken += count
        return numbers[taken - count : taken]

    return Tellingen(
        periode,
        total,
        manden=dict(zip(_MANDEN, take(len(_MANDEN)), strict=True)),
        soorten=dict(zip(_SOORTEN, take(len(_SOORTEN)), strict=True)),
        kenmerken=dict(zip(_KENMERKEN, take(len(_KENMERKEN)), strict=True)),
        themas=dict(zip(_THEMAS, take(len(_THEMAS)), strict=True)),
        wachttijden=dict(zip(WACHTTIJDEN, take(len(WACHTTIJDEN)), strict=True)),
        momenten={
            Moment(place, day, int(hour) if hour else -1): number
            for place, day, hour, number in _rows(rx, MOMENTS, days)
        },
        groepen=_groups(_rows(rx, GROUPS, days)),
        rollen=_roles(_rows(rx, ROLES, days)),
        twijfel=doubt,
        geturfd=_rows(rx, _TICKED, days)[0][0],
    )


def _groups(rows: list[Any]) -> dict[str, int]:
    """By group, from the combinations in which they stand."""
    found: Counter[str] = Counter()
    for names, number in rows:
        for name in filter(None, names.split(", ")):
            found[name] += number
    return dict(found)


def _roles(rows: list[Any]) -> dict[PersoonRol, int]:
    """Incidents with at least one such person; two victims of one incident count once."""
    found: Counter[tuple[str, str]] = Counter()
    for persons, number in rows:
        split = [person.split() for person in persons.split("|")]
        for there in {(category, role) for category, *roles in split for role in roles}:
            found[there] += number
    return {(PersoonSoort(category), Betrokkenheid(role)): number for (category, role), number in found.items()}


def _rows(rx: Rx, statement: str, values: dict[str, Any]) -> list[Any]:
    return list(rx.connection.exec_driver_sql(statement, values))
