"""Where one child stands in the register (demand 18): ids and days by the indexes; texts of incidents are not read."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from svp_desktop.domain.incident import Betrokkenheid, Mand
from svp_desktop.domain.kindverloop import KindIncident
from svp_desktop.kluis.stores.incidenten import SOORTEN, nummer
from svp_desktop.kluis.tables.casussen import casus, casus_incident
from svp_desktop.kluis.tables.incidenten import incident, incident_esis, incident_persoon
from svp_desktop.kluis.tables.rondom_incidenten import overleg, overleg_incident
from svp_desktop.kluis.transaction import Rx

_ROLES = " " + incident_persoon.c.rollen + " "


def incidenten(rx: Rx, persoon_id: int) -> list[KindIncident]:
    """Every incident with this person that is not in the prullenbak, oldest first."""
    columns = (incident.c[name] for name in ("id", "jaar", "volgnummer", "datum", "soort_bits", "mand", "plaats"))
    query = (
        select(*columns, incident_persoon.c.rollen)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .where(incident_persoon.c.persoon_id == persoon_id, incident.c.verwijderd_op.is_(None))
        .order_by(incident.c.datum, incident.c.tijd, incident.c.id)
    )
    return [
        KindIncident(
            row.id,
            nummer(row.jaar, row.volgnummer),
            row.datum,
            tuple(kind for place, kind in enumerate(SOORTEN) if row.soort_bits >> place & 1),
            Mand(row.mand),
            row.plaats,
            frozenset(map(Betrokkenheid, row.rollen.split())),
        )
        for row in rx.connection.execute(query)
    ]


def esis(rx: Rx, persoon_id: int) -> dict[int, date]:
    """By incident the day on which its paragraph about this child was put into Esis."""
    same = and_(
        incident_esis.c.incident_id == incident_persoon.c.incident_id,
        incident_esis.c.persoon_id == incident_persoon.c.persoon_id,
    )
    query = (
        select(incident_esis.c.incident_id, incident_esis.c.gezet_op)
        .select_from(incident_persoon)
        .join(incident_esis, same)
        .where(incident_persoon.c.persoon_id == persoon_id, incident_esis.c.gezet_op.is_not(None))
    )
    return {row.incident_id: row.gezet_op for row in rx.connection.execute(query)}


def casus_ids(rx: Rx, persoon_id: int) -> tuple[int, ...]:
    """The casussen of this child, and those in which an incident stands that it took part in."""
    linked = (
        select(casus_incident.c.casus_id)
        .join(incident, incident.c.id == casus_incident.c.incident_id)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .where(incident_persoon.c.persoon_id == persoon_id, incident.c.verwijderd_op.is_(None), _took_part())
    )
    query = select(casus.c.id).where(or_(casus.c.leerling_id == persoon_id, casus.c.id.in_(linked)))
    return tuple(rx.connection.execute(query.order_by(casus.c.id)).scalars())


def overleg_ids(rx: Rx, persoon_id: int) -> tuple[int, ...]:
    """The overleggen about this child, and those about no child in particular in whose incidents it took part."""
    linked = (
        select(overleg_incident.c.overleg_id)
        .join(incident, incident.c.id == overleg_incident.c.incident_id)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .where(incident_persoon.c.persoon_id == persoon_id, incident.c.verwijderd_op.is_(None), _took_part())
    )
    query = select(overleg.c.id).where(
        or_(overleg.c.persoon_id == persoon_id, and_(overleg.c.persoon_id.is_(None), overleg.c.id.in_(linked)))
    )
    return tuple(rx.connection.execute(query.order_by(overleg.c.id)).scalars())


def _took_part() -> ColumnElement[bool]:
    return or_(_ROLES.like("% dader %"), _ROLES.like("% slachtoffer %"))
