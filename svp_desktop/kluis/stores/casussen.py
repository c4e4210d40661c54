"""Casussen as rows: open, change, couple incidents, and the course of each. Names are those of today's register."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from svp_desktop.domain.casus import (
    Casus,
    CasusDraft,
    CasusStatus,
    Evaluatie,
    Verloop,
    ZorgNiveau,
    casus_groep,
    casus_titel,
)
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.incident import Mand, Soort
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.domain.tijdlijn import GekoppeldIncident, VerloopRegel
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus, casus_incident, casus_verloop
from svp_desktop.kluis.tables.incidenten import incident, incident_persoon, incident_soort
from svp_desktop.kluis.tables.personen import medewerker_groep, persoon
from svp_desktop.kluis.tables.school import groep
from svp_desktop.kluis.transaction import Rx, Tx

LOPENDE = (CasusStatus.LOPEND, CasusStatus.NAZORG)
_VERSION_KIND = "casus"
# From the few couplings to their incidents; the planner would otherwise walk through the whole register.
_LAATSTE = (
    "SELECT casus_id, mand FROM (SELECT k.casus_id, i.mand, row_number() OVER"
    " (PARTITION BY k.casus_id ORDER BY i.datum DESC, i.tijd DESC, i.id DESC) AS rang"
    " FROM casus_incident k CROSS JOIN incident i ON i.id = k.incident_id WHERE i.verwijderd_op IS NULL)"
    " WHERE rang = 1"
)


def voeg_toe(tx: Tx, draft: CasusDraft, today: date) -> int:
    """Open a casus and return its id."""
    values = _values(draft) | {
        "versie": 1,
        "status": CasusStatus.LOPEND.value,
        "geopend_op": today,
        "afsluitreden": "",
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    result = tx.connection.execute(insert(casus).values(values).returning(casus.c.id))
    casus_id = int(result.scalar_one())
    versions.keep(tx, _VERSION_KIND, casus_id, _content(draft))
    voeg_verloop_toe(tx, casus_id, today, Verloop.GEOPEND)
    voeg_verloop_toe(tx, casus_id, today, Verloop.ZORG, draft.zorg.value)
    return casus_id


def wijzig(tx: Tx, casus_id: int, draft: CasusDraft, versie: int) -> None:
    """Put the draft in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    _touch(tx, casus_id, versie, _values(draft))
    versions.keep(tx, _VERSION_KIND, casus_id, _content(draft))


def zet_status(tx: Tx, casus_id: int, status: CasusStatus, afgesloten_op: date | None = None, reden: str = "") -> None:
    """Let a casus run, follow it up, or close it (with the day and the reason). Raises NietGevonden."""
    values = {"status": status.value, "afgesloten_op": afgesloten_op, "afsluitreden": reden}
    _touch(tx, casus_id, None, values)


def zet_evaluatie(tx: Tx, casus_id: int, evaluatie: Evaluatie) -> None:
    """Keep what was learned at the end. Raises NietGevonden."""
    _touch(tx, casus_id, None, {"evaluatie": naar_dict(evaluatie)})


def zet_spreekuur(tx: Tx, casus_id: int, *, spreekuur: bool) -> None:
    """On the list for the spreekuur, or off it. Raises NietGevonden."""
    _touch(tx, casus_id, None, {"spreekuur": spreekuur})


def lees(rx: Rx, casus_id: int) -> Casus:
    """One casus with the names of today. Raises NietGevonden."""
    row = rx.connection.execute(_query().where(casus.c.id == casus_id)).first()
    if row is None:
        raise NietGevonden
    return _casus(row)


def alle(rx: Rx, statussen: Collection[CasusStatus]) -> tuple[Casus, ...]:
    """Every casus with one of these statuses, in the order in which they were opened."""
    query = _query().where(casus.c.status.in_([status.value for status in statussen])).order_by(casus.c.id)
    return tuple(_casus(row) for row in rx.connection.execute(query))


def ids_van(rx: Rx, leerling_id: int | None, groep_id: int | None) -> tuple[int, ...]:
    """The casussen of a child or of a group as such: running ones first, then the newest."""
    whose = casus.c.leerling_id == leerling_id if leerling_id is not None else casus.c.groep_id == groep_id
    closed = casus.c.status == CasusStatus.AFGESLOTEN.value
    query = select(casus.c.id).where(whose).order_by(closed, casus.c.id.desc())
    return tuple(rx.connection.execute(query).scalars())


def koppel(tx: Tx, casus_id: int, incident_ids: Iterable[int]) -> None:
    """Couple incidents; one that is coupled already stays so. Raises NietGevonden for an unknown incident."""
    wanted = sorted(set(incident_ids))
    if not wanted:
        return
    known = select(func.count()).where(incident.c.id.in_(wanted), incident.c.verwijderd_op.is_(None))
    if tx.connection.execute(known).scalar_one() != len(wanted):
        raise NietGevonden
    rows = [{"casus_id": casus_id, "incident_id": incident_id} for incident_id in wanted]
    tx.connection.execute(insert_or(casus_incident).on_conflict_do_nothing(), rows)


def ontkoppel(tx: Tx, casus_id: int, incident_id: int) -> None:
    """Take an incident out of the casus; the incident itself stays. Raises NietGevonden when it was not coupled."""
    here = (casus_incident.c.casus_id == casus_id) & (casus_incident.c.incident_id == incident_id)
    if tx.connection.execute(delete(casus_incident).where(here)).rowcount == 0:
        raise NietGevonden


def zet_incidenten(tx: Tx, casus_id: int, wanted: Iterable[int]) -> None:
    """Let exactly these incidents be coupled, apart from those in the prullenbak. Raises NietGevonden."""
    ids, before = set(wanted), set(incident_ids(tx, casus_id))
    for incident_id in before - ids:
        ontkoppel(tx, casus_id, incident_id)
    koppel(tx, casus_id, ids - before)


def incident_ids(rx: Rx, casus_id: int) -> tuple[int, ...]:
    """The coupled incidents that are not in the prullenbak, oldest first."""
    query = (
        select(incident.c.id)
        .join(casus_incident, casus_incident.c.incident_id == incident.c.id)
        .where(casus_incident.c.casus_id == casus_id, incident.c.verwijderd_op.is_(None))
        .order_by(incident.c.datum, incident.c.tijd, incident.c.id)
    )
    return tuple(rx.connection.execute(query).scalars())


def incidenten_van_groep(rx: Rx, groep_id: int, most: int) -> tuple[int, ...]:
    """The newest incidents with a child that is in this group now, newest first."""
    query = (
        select(incident.c.id)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .join(persoon, persoon.c.id == incident_persoon.c.persoon_id)
        .where(persoon.c.groep_id == groep_id, incident.c.verwijderd_op.is_(None))
        .distinct()
        .order_by(incident.c.datum.desc(), incident.c.tijd.desc(), incident.c.id.desc())
        .limit(most)
    )
    return tuple(rx.connection.execute(query).scalars())


def leerlingen_van_incidenten(rx: Rx, casus_id: int) -> frozenset[int]:
    """The pupils who stand in the coupled incidents; a paper may not name the others, whatever their number."""
    query = (
        select(incident_persoon.c.persoon_id)
        .join(casus_incident, casus_incident.c.incident_id == incident_persoon.c.incident_id)
        .join(incident, incident.c.id == incident_persoon.c.incident_id)
        .where(casus_incident.c.casus_id == casus_id, incident.c.verwijderd_op.is_(None))
        .where(incident_persoon.c.categorie == PersoonSoort.LEERLING.value)
        .distinct()
    )
    return frozenset(rx.connection.execute(query).scalars())


def incidenten(rx: Rx, casus_id: int) -> tuple[GekoppeldIncident, ...]:
    """What the timeline needs of the coupled incidents, oldest first."""
    ids = incident_ids(rx, casus_id)
    kinds: dict[int, list[Soort]] = {incident_id: [] for incident_id in ids}
    query = (
        select(incident_soort.c.incident_id, incident_soort.c.soort)
        .where(incident_soort.c.incident_id.in_(ids))
        .order_by(incident_soort.c.incident_id, incident_soort.c.positie)
    )
    for incident_id, soort in rx.connection.execute(query):
        kinds[incident_id].append(Soort(soort))
    found = select(incident.c.id, incident.c.datum, incident.c.mand, incident.c.omschrijving)
    rows = {row.id: row for row in rx.connection.execute(found.where(incident.c.id.in_(ids)))}
    return tuple(
        GekoppeldIncident(
            incident_id,
            rows[incident_id].datum,
            Mand(rows[incident_id].mand),
            tuple(kinds[incident_id]),
            rows[incident_id].omschrijving,
        )
        for incident_id in ids
    )


def laatste_manden(rx: Rx) -> dict[int, Mand]:
    """The mand of the last incident of each casus that has one."""
    return {casus_id: Mand(mand) for casus_id, mand in rx.connection.exec_driver_sql(_LAATSTE)}


def aantal(rx: Rx, statussen: Collection[CasusStatus]) -> int:
    """How many casussen have one of these statuses."""
    query = select(func.count()).where(casus.c.status.in_([status.value for status in statussen]))
    return int(rx.connection.execute(query).scalar_one())


def voeg_verloop_toe(tx: Tx, casus_id: int, op: date, soort: Verloop, waarde: str = "", toelichting: str = "") -> None:
    """Add a line to the course of the casus."""
    tx.connection.execute(
        insert(casus_verloop).values(
            casus_id=casus_id,
            op=op,
            soort=soort.value,
            waarde=waarde,
            toelichting=toelichting,
            account_id=tx.account_id,
            vastgelegd_op=tx.now,
        )
    )


def verloop(rx: Rx, casus_id: int) -> tuple[VerloopRegel, ...]:
    """The course of a casus, oldest first."""
    line = casus_verloop.c
    query = (
        select(line.op, line.soort, line.waarde, line.toelichting)
        .where(line.casus_id == casus_id)
        .order_by(line.op, line.id)
    )
    return tuple(
        VerloopRegel(row.op, Verloop(row.soort), row.waarde, row.toelichting) for row in rx.connection.execute(query)
    )


def leerkrachten(rx: Rx, leerling_id: int) -> tuple[int, ...]:
    """Who works with the group of this child now, those with the job of leerkracht first."""
    query = (
        select(persoon.c.id)
        .join(medewerker_groep, medewerker_groep.c.medewerker_id == persoon.c.id)
        .where(
            medewerker_groep.c.groep_id
            == select(persoon.c.groep_id).where(persoon.c.id == leerling_id).scalar_subquery(),
            persoon.c.vertrokken_op.is_(None),
            persoon.c.verwijderd_op.is_(None),
        )
        .order_by(persoon.c.functie.not_like("%leerkracht%"), persoon.c.sorteer, persoon.c.id)
    )
    return tuple(rx.connection.execute(query).scalars())


def _touch(tx: Tx, casus_id: int, versie: int | None, values: dict[str, Any]) -> None:
    here = update(casus).where(casus.c.id == casus_id)
    if versie is not None:
        here = here.where(casus.c.versie == versie)
    result = tx.connection.execute(here.values(**values, versie=casus.c.versie + 1, gewijzigd_op=tx.now))
    if result.rowcount == 0:
        exists = tx.connection.execute(select(casus.c.id).where(casus.c.id == casus_id)).first()
        raise IntussenVeranderd if exists else NietGevonden


def _values(draft: CasusDraft) -> dict[str, Any]:
    return {
        "leerling_id": draft.leerling_id,
        "groep_id": draft.groep_id,
        "eigenaar_id": draft.eigenaar_id,
        "aanleiding": draft.aanleiding,
        "doel": draft.doel,
        "zorg": draft.zorg.value,
    }


def _content(draft: CasusDraft) -> dict[str, Any]:
    """A version in JSON values, the coupled incidents apart."""
    return _values(draft)


@cache
def _query() -> Select[Any]:
    """Every column of a casus, with the names of the child, its group (or the group of the casus) and the owner."""
    child, owner, own_group, child_group = persoon.alias(), persoon.alias(), groep.alias(), groep.alias()
    return (
        select(
            casus,
            child.c.roepnaam,
            child.c.tussenvoegsel,
            child.c.achternaam,
            child.c.jaargroep,
            func.coalesce(own_group.c.naam, child_group.c.naam, "").label("groepsnaam"),
            func.coalesce(owner.c.roepnaam, "").label("eigenaar_roepnaam"),
            func.coalesce(owner.c.tussenvoegsel, "").label("eigenaar_tussenvoegsel"),
            func.coalesce(owner.c.achternaam, "").label("eigenaar_achternaam"),
            owner.c.verwijderd_op.label("eigenaar_verwijderd_op"),
            owner.c.vertrokken_op.label("eigenaar_vertrokken_op"),
        )
        .outerjoin(child, child.c.id == casus.c.leerling_id)
        .outerjoin(owner, owner.c.id == casus.c.eigenaar_id)
        .outerjoin(own_group, own_group.c.id == casus.c.groep_id)
        .outerjoin(child_group, child_group.c.id == child.c.groep_id)
    )


def _casus(row: Row[Any]) -> Casus:
    naam = None if row.leerling_id is None else Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)
    return Casus(
        id=row.id,
        versie=row.versie,
        leerling_id=row.leerling_id,
        groep_id=row.groep_id,
        titel=casus_titel(naam, row.groepsnaam),
        groep=casus_groep(naam, row.groepsnaam, row.jaargroep),
        eigenaar_id=row.eigenaar_id,
        eigenaar=str(Naam(row.eigenaar_roepnaam, row.eigenaar_tussenvoegsel, row.eigenaar_achternaam)),
        aanleiding=row.aanleiding,
        doel=row.doel,
        zorg=ZorgNiveau(row.zorg),
        status=CasusStatus(row.status),
        geopend_op=row.geopend_op,
        afgesloten_op=row.afgesloten_op,
        afsluitreden=row.afsluitreden,
        gewijzigd_op=row.gewijzigd_op,
        spreekuur=row.spreekuur,
        evaluatie=van_dict(Evaluatie, row.evaluatie),
        eigenaar_weg_op=row.eigenaar_verwijderd_op.date() if row.eigenaar_verwijderd_op else row.eigenaar_vertrokken_op,
    )
