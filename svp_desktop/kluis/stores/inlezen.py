"""Rows that an import reads and writes in bulk, and takes back when it is undone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Table, delete, func, insert, select

from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.school import Leerling, Medewerker, PersoonSoort
from svp_desktop.kluis.stores import personen
from svp_desktop.kluis.tables.base import school_metadata
from svp_desktop.kluis.tables.casussen import casus
from svp_desktop.kluis.tables.kern import versie
from svp_desktop.kluis.tables.personen import medewerker_groep, persoon
from svp_desktop.kluis.tables.school import groep
from svp_desktop.kluis.transaction import Rx, Tx

_CHUNK = 500


def iedereen(rx: Rx, soort: PersoonSoort) -> tuple[Leerling | Medewerker, ...]:
    """Every pupil, or every member of staff: also who left and who lies in the prullenbak."""
    ids = rx.connection.execute(select(persoon.c.id).where(persoon.c.soort == soort.value)).scalars().all()
    found = (item for chunk in _chunks(ids) for item in personen.lees_meer(rx, chunk))
    return tuple(item for item in found if isinstance(item, Leerling | Medewerker))


def in_prullenbak(rx: Rx) -> frozenset[int]:
    """The ids of the persons that were deleted."""
    return frozenset(rx.connection.execute(select(persoon.c.id).where(persoon.c.verwijderd_op.is_not(None))).scalars())


def met_lopende_casus(rx: Rx) -> frozenset[int]:
    """The ids of the pupils who have a casus that is not closed."""
    query = select(casus.c.leerling_id).where(
        casus.c.leerling_id.is_not(None), casus.c.status != CasusStatus.AFGESLOTEN.value
    )
    return frozenset(rx.connection.execute(query).scalars())


def volgend_id(rx: Rx) -> int:
    """An id from which on no person was ever kept, also not one that is gone."""
    kept = rx.connection.execute(select(func.coalesce(func.max(persoon.c.id), 0))).scalar_one()
    named = select(func.coalesce(func.max(versie.c.object_id), 0)).where(versie.c.soort == "persoon")
    return max(int(kept), int(rx.connection.execute(named).scalar_one())) + 1


def versies(rx: Rx, ids: Sequence[int]) -> dict[int, int]:
    """The number of the last version of each of these persons; 0 for one without versions."""
    found = dict.fromkeys(ids, 0)
    for chunk in _chunks(ids):
        query = (
            select(versie.c.object_id, func.max(versie.c.nummer))
            .where(versie.c.soort == "persoon", versie.c.object_id.in_(chunk))
            .group_by(versie.c.object_id)
        )
        found.update((id_, number) for id_, number in rx.connection.execute(query))
    return found


def bewaar_versies(tx: Tx, contents: dict[int, dict[str, Any]]) -> dict[int, int]:
    """Keep the next version of many persons in one statement; returns its number for each."""
    if not contents:
        return {}
    numbers = {id_: number + 1 for id_, number in versies(tx, tuple(contents)).items()}
    rows = [
        {
            "soort": "persoon",
            "object_id": id_,
            "nummer": numbers[id_],
            "op": tx.now,
            "account_id": tx.account_id,
            "inhoud": content,
        }
        for id_, content in contents.items()
    ]
    tx.connection.execute(insert(versie), rows)
    return numbers


def wis_personen(tx: Tx, ids: Iterable[int]) -> frozenset[int]:
    """Take away the persons that nothing refers to, with their versions; returns the ids of those that went."""
    wanted = frozenset(ids)
    gone = wanted - _genoemd(tx, persoon, wanted, besides=medewerker_groep)
    for chunk in _chunks(sorted(gone)):
        tx.connection.execute(delete(medewerker_groep).where(medewerker_groep.c.medewerker_id.in_(chunk)))
        tx.connection.execute(delete(versie).where(versie.c.soort == "persoon", versie.c.object_id.in_(chunk)))
        tx.connection.execute(delete(persoon).where(persoon.c.id.in_(chunk)))
    return gone


def wis_groepen(tx: Tx, ids: Iterable[int]) -> None:
    """Take away the groups that nothing refers to."""
    wanted = frozenset(ids)
    gone = sorted(wanted - _genoemd(tx, groep, wanted))
    if gone:
        tx.connection.execute(delete(groep).where(groep.c.id.in_(gone)))


def _genoemd(rx: Rx, target: Table, ids: frozenset[int], besides: Table | None = None) -> frozenset[int]:
    """Which of these rows are referred to by any table, now or of a later version of the schema."""
    found: set[int] = set()
    for column in _verwijzingen(target, besides):
        for chunk in _chunks(sorted(ids)):
            found.update(rx.connection.execute(select(column).where(column.in_(chunk)).distinct()).scalars())
    return frozenset(found)


def _verwijzingen(target: Table, besides: Table | None) -> Iterator[Column[Any]]:
    for table in school_metadata.tables.values():
        if table is besides:
            continue
        for column in table.columns:
            if any(key.column.table is target for key in column.foreign_keys):
                yield column


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    return (ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK))
