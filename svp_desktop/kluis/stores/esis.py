"""What of the incidents stands in Esis, per child (demands 22, 23). The bit on `incident` follows from it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.domain.esis import EsisRegel, EsisStand
from svp_desktop.domain.incident import Kenmerk
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.kluis.stores.incidenten import kenmerk_bits, nummer, zet_esis_open
from svp_desktop.kluis.tables.incidenten import incident, incident_esis, incident_persoon
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.transaction import Rx, Tx

_OPEN = kenmerk_bits((Kenmerk.ESIS_OPEN,))
# more people than an incident can have: incident and place in it are one number
_PLACES = 10_000
_STAMP = and_(
    incident_esis.c.incident_id == incident_persoon.c.incident_id,
    incident_esis.c.persoon_id == incident_persoon.c.persoon_id,
)
_PUPIL = incident_persoon.c.categorie == PersoonSoort.LEERLING.value
_ROLES = " " + incident_persoon.c.rollen + " "
_TOOK_PART = or_(_ROLES.like("% dader %"), _ROLES.like("% slachtoffer %"))


def standen(rx: Rx, incident_id: int) -> tuple[EsisStand, ...]:
    """Every pupil of the incident about whom something belongs in the kinddossier, in the order of the incident."""
    query = (
        select(
            incident_persoon.c.persoon_id,
            incident_persoon.c.naam,
            incident_esis.c.gezet_op,
            incident_esis.c.inzage,
            incident_esis.c.inzage_reden,
        )
        .outerjoin(incident_esis, _STAMP)
        .where(incident_persoon.c.incident_id == incident_id, _PUPIL, _TOOK_PART)
        .order_by(incident_persoon.c.positie)
    )
    return tuple(
        EsisStand(person, name, day, Inzage(inzage) if inzage else Inzage.ONBEKEND, reason or "")
        for person, name, day, inzage, reason in rx.connection.execute(query)
    )


def zet(tx: Tx, incident_id: int, stand: EsisStand) -> None:
    """How it stands with this child from now on; the bit of the incident follows."""
    values = {"gezet_op": stand.gezet_op, "inzage": stand.inzage.value, "inzage_reden": stand.inzage_reden}
    key = {"incident_id": incident_id, "persoon_id": stand.persoon_id}
    query = insert(incident_esis).values(**key, **values)
    tx.connection.execute(query.on_conflict_do_update(index_elements=list(key), set_=values))
    zet_esis_open(tx, incident_id)


def open_ids(rx: Rx, most: int | None = None) -> list[int]:
    """The ids of the lines of every child that is not yet in Esis, the oldest incident first; at most so many."""
    query = _waiting(select(incident.c.id * _PLACES + incident_persoon.c.positie)).order_by(
        incident.c.datum, incident.c.tijd, incident.c.id, incident_persoon.c.positie
    )
    return list(rx.connection.execute(query.limit(most)).scalars())


def open_regels(rx: Rx, ids: Sequence[int]) -> tuple[EsisRegel, ...]:
    """The lines with these ids, in that order; one that waits no more is left out."""
    query = _waiting(
        select(
            incident.c.id,
            incident_persoon.c.positie,
            incident.c.jaar,
            incident.c.volgnummer,
            incident.c.datum,
            incident_persoon.c.persoon_id,
            incident_persoon.c.naam,
            incident_persoon.c.groep,
            incident.c.omschrijving,
        )
    ).where(incident.c.id.in_({key // _PLACES for key in ids}))
    found = {}
    for number, place, year, order, *rest in rx.connection.execute(query):
        key = number * _PLACES + place
        found[key] = EsisRegel(key, number, nummer(year, order), *rest)
    return tuple(found[key] for key in ids if key in found)


def aantal_open(rx: Rx) -> int:
    """How many children are not yet in Esis."""
    return int(rx.connection.execute(_waiting(select(func.count()))).scalar_one())


def leerlingnamen(rx: Rx) -> tuple[Naam, ...]:
    """The names of every pupil that the register knows, also of those who left."""
    query = select(persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam)
    found = rx.connection.execute(query.where(persoon.c.soort == PersoonSoort.LEERLING.value))
    return tuple(Naam(*row) for row in found)


def namen(rx: Rx, incident_id: int) -> dict[int, Naam]:
    """The persons of the incident by the name that they have now."""
    query = (
        select(persoon.c.id, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam)
        .join(incident_persoon, incident_persoon.c.persoon_id == persoon.c.id)
        .where(incident_persoon.c.incident_id == incident_id)
    )
    return {person: Naam(*name) for person, *name in rx.connection.execute(query)}


def _waiting(query: Select[Any]) -> Select[Any]:
    return (
        query.select_from(incident)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .outerjoin(incident_esis, _STAMP)
        .where(
            incident.c.verwijderd_op.is_(None),
            incident.c.kenmerken.op("&")(_OPEN) != 0,
            _PUPIL,
            _TOOK_PART,
            incident_esis.c.gezet_op.is_(None),
        )
    )


def stand_van(rx: Rx, incident_id: int, persoon_id: int) -> EsisStand | None:
    """How it stands with this child; None when nothing about it belongs in the kinddossier."""
    return next((stand for stand in standen(rx, incident_id) if stand.persoon_id == persoon_id), None)
