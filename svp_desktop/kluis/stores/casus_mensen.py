"""The people around a casus as rows: roles, one line for each parent of each child, steunfiguren (18, 21, 64, 70)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from svp_desktop.domain.casus_mensen import CasusKind, CasusPersoon, CasusRol, OuderRegel, Steunfiguur
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.incident import Betrokkenheid
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.kluis.stores import personen_zoeken
from svp_desktop.kluis.tables.casussen import casus_incident
from svp_desktop.kluis.tables.incidenten import incident, incident_persoon
from svp_desktop.kluis.tables.personen import ouder_van, persoon
from svp_desktop.kluis.tables.rondom_casussen import casus_ouder, casus_persoon, steunfiguur
from svp_desktop.kluis.transaction import Rx, Tx

_NAME = (persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam)


def personen(rx: Rx, casus_id: int) -> tuple[CasusPersoon, ...]:
    """Who has a role in the casus, by role and then by name; who left the register is not there."""
    query = select(casus_persoon.c.persoon_id, casus_persoon.c.rol).where(casus_persoon.c.casus_id == casus_id)
    roles = [(row.persoon_id, CasusRol(row.rol)) for row in rx.connection.execute(query)]
    lines = personen_zoeken.van_ids(rx, {person for person, _ in roles})
    return tuple(
        CasusPersoon(line.id, rol, line.soort, line.naam, line.omschrijving)
        for rol in CasusRol
        for line in lines
        if (line.id, rol) in roles
    )


def voeg_persoon_toe(tx: Tx, casus_id: int, persoon_id: int, rol: CasusRol) -> None:
    """Give somebody a role; one that is held already stays so."""
    values = {"casus_id": casus_id, "persoon_id": persoon_id, "rol": rol.value}
    tx.connection.execute(insert_or(casus_persoon).values(values).on_conflict_do_nothing())


def verwijder_persoon(tx: Tx, casus_id: int, persoon_id: int, rol: CasusRol) -> None:
    """Take a role away. Raises NietGevonden."""
    here = casus_persoon.c
    query = delete(casus_persoon).where(here.casus_id == casus_id, here.persoon_id == persoon_id, here.rol == rol.value)
    if tx.connection.execute(query).rowcount == 0:
        raise NietGevonden


def uit_incidenten(rx: Rx, casus_id: int) -> tuple[tuple[int, frozenset[Betrokkenheid]], ...]:
    """Each pupil of the coupled incidents with every role that this child had in them."""
    line = incident_persoon.c
    query = (
        select(line.persoon_id, line.rollen)
        .join(incident, incident.c.id == line.incident_id)
        .join(casus_incident, casus_incident.c.incident_id == incident.c.id)
        .join(persoon, persoon.c.id == line.persoon_id)
        .where(
            casus_incident.c.casus_id == casus_id,
            incident.c.verwijderd_op.is_(None),
            persoon.c.soort == PersoonSoort.LEERLING.value,
            persoon.c.verwijderd_op.is_(None),
        )
        .order_by(persoon.c.sorteer, persoon.c.id)
    )
    found: dict[int, set[Betrokkenheid]] = {}
    for person, roles in rx.connection.execute(query):
        found.setdefault(person, set()).update(map(Betrokkenheid, roles.split()))
    return tuple((person, frozenset(had)) for person, had in found.items())


def ouders(rx: Rx, casus_id: int, kinderen: Sequence[CasusKind]) -> tuple[OuderRegel, ...]:
    """One line for each parent of each of these children: those of the register, and those of whom something was kept.

    In the order of the children; who has gezag first.
    """
    ids = [kind.leerling_id for kind in kinderen]
    link = ouder_van.c
    register = select(link.leerling_id, link.ouder_id, link.relatie, link.gezag).join(
        persoon, persoon.c.id == link.ouder_id
    )
    known = {
        (row.leerling_id, row.ouder_id): row
        for row in rx.connection.execute(register.where(link.leerling_id.in_(ids), persoon.c.verwijderd_op.is_(None)))
    }
    kept_query = select(casus_ouder).where(casus_ouder.c.casus_id == casus_id, casus_ouder.c.leerling_id.in_(ids))
    kept = {(row.leerling_id, row.ouder_id): row for row in rx.connection.execute(kept_query)}
    names = _names(rx, {parent for _, parent in (*known, *kept)})
    found = [
        _ouder(kind, parent, names[parent], known.get((kind.leerling_id, parent)), kept.get((kind.leerling_id, parent)))
        for kind in kinderen
        for parent in names
        if (kind.leerling_id, parent) in known or (kind.leerling_id, parent) in kept
    ]
    return tuple(sorted(found, key=lambda item: (ids.index(item.leerling_id), not item.gezag)))


def zet_ouder(
    tx: Tx, casus_id: int, leerling_id: int, ouder_id: int, inhoud: tuple[str, date | None, date | None]
) -> None:
    """Keep contribution, told on and letter on of one parent of one child."""
    inbreng, ingelicht_op, brief_op = inhoud
    values = {"inbreng": inbreng, "ingelicht_op": ingelicht_op, "brief_op": brief_op}
    keys = {"casus_id": casus_id, "leerling_id": leerling_id, "ouder_id": ouder_id}
    query = insert_or(casus_ouder).values(**keys, **values)
    tx.connection.execute(query.on_conflict_do_update(index_elements=list(keys), set_=values))


def steunfiguren(rx: Rx, casus_id: int) -> tuple[Steunfiguur, ...]:
    """Who helps, in the order in which they were added."""
    query = select(steunfiguur).where(steunfiguur.c.casus_id == casus_id, steunfiguur.c.verwijderd_op.is_(None))
    return tuple(_steunfiguur(row) for row in rx.connection.execute(query.order_by(steunfiguur.c.id)))


def steunfiguur_van(rx: Rx, steunfiguur_id: int) -> Steunfiguur:
    """One steunfiguur, also one that was taken away. Raises NietGevonden."""
    row = rx.connection.execute(select(steunfiguur).where(steunfiguur.c.id == steunfiguur_id)).first()
    if row is None:
        raise NietGevonden
    return _steunfiguur(row)


def voeg_steunfiguur_toe(tx: Tx, item: Steunfiguur) -> int:
    """A new steunfiguur; returns its id."""
    values = _values(item) | {"casus_id": item.casus_id}
    return int(tx.connection.execute(insert(steunfiguur).values(values)).lastrowid)


def wijzig_steunfiguur(tx: Tx, item: Steunfiguur) -> None:
    """Put this in place of what stood there. Raises NietGevonden."""
    there = (steunfiguur.c.id == item.id) & steunfiguur.c.verwijderd_op.is_(None)
    if tx.connection.execute(update(steunfiguur).where(there).values(_values(item))).rowcount != 1:
        raise NietGevonden


def zet_steunfiguur_verwijderd(tx: Tx, steunfiguur_id: int, *, verwijderd: bool) -> None:
    """Take a steunfiguur away, or back. Raises NietGevonden when nothing changed."""
    there = steunfiguur.c.verwijderd_op.is_(None) if verwijderd else steunfiguur.c.verwijderd_op.is_not(None)
    query = update(steunfiguur).where(steunfiguur.c.id == steunfiguur_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def _names(rx: Rx, ids: set[int]) -> dict[int, str]:
    """Full names by surname; also of somebody who is no longer in the register."""
    query = select(persoon.c.id, *_NAME).where(persoon.c.id.in_(sorted(ids)))
    rows = rx.connection.execute(query.order_by(persoon.c.sorteer, persoon.c.id))
    return {id_: str(Naam(*parts)) for id_, *parts in rows}


def _ouder(kind: CasusKind, parent: int, name: str, known: Any, kept: Any) -> OuderRegel:
    return OuderRegel(
        leerling_id=kind.leerling_id,
        kind=kind.naam,
        ouder_id=parent,
        naam=name,
        relatie=known.relatie if known else "",
        gezag=bool(known and known.gezag),
        in_register=known is not None,
        inbreng=kept.inbreng if kept else "",
        ingelicht_op=kept.ingelicht_op if kept else None,
        brief_op=kept.brief_op if kept else None,
    )


def _values(item: Steunfiguur) -> dict[str, Any]:
    return {
        "persoon_id": item.persoon_id,
        "naam": item.naam,
        "relatie": item.relatie,
        "telefoon": item.telefoon,
        "toestemming_op": item.toestemming_op,
        "toestemming_van": item.toestemming_van,
        "notitie": item.notitie,
    }


def _steunfiguur(row: Row[Any]) -> Steunfiguur:
    return Steunfiguur(
        row.id,
        row.casus_id,
        row.persoon_id,
        row.naam,
        row.relatie,
        row.telefoon,
        row.toestemming_op,
        row.toestemming_van,
        row.notitie,
    )
