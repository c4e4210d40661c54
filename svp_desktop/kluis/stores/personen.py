"""Persons: rows to domain values and back. Finding and listing them stands in `personen_zoeken`."""

from collections.abc import Iterable, Sequence, Set
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, delete, insert, select, update

from svp_desktop.domain.namen import sorteersleutel
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Extern,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    Persoon,
    PersoonSoort,
    soort_van,
)
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis.tables.personen import medewerker_groep, ouder_van, persoon
from svp_desktop.kluis.transaction import Rx, Tx

_Lines = dict[int, tuple[Any, ...]]
# Columns of a person's own category that are stored as they are.
_PLAIN = (
    "nummer", "geboortedatum", "jaargroep", "groep_id", "voorletters", "straat", "postcode", "plaats", "telefoon",
    "email", "taal", "noemnaam", "functie", "organisatie", "vertrokken_op",
)  # fmt: skip


def lees(rx: Rx, persoon_id: int) -> Persoon | None:
    """One person, also a deleted one; None when the id is unknown."""
    found = lees_meer(rx, (persoon_id,))
    return found[0] if found else None


def lees_meer(rx: Rx, ids: Sequence[int]) -> tuple[Persoon, ...]:
    """These persons, in the order of the ids; unknown ids are left out."""
    found = {item.id: item for item in _read(rx, select(persoon).where(persoon.c.id.in_(ids)))} if ids else {}
    return tuple(found[id_] for id_ in ids if id_ in found)


def bekend(rx: Rx, ids: Sequence[int]) -> frozenset[int]:
    """Those of these ids that belong to a person."""
    asked = f"[{','.join(map(str, ids))}]"
    rows = rx.connection.exec_driver_sql(
        "SELECT id FROM persoon WHERE id IN (SELECT value FROM json_each(:ids))", {"ids": asked}
    )
    return frozenset(rows.scalars())


def alle(rx: Rx, soort: PersoonSoort) -> tuple[Persoon, ...]:
    """Everyone of one category that was not deleted, those who left too, by name."""
    return tuple(
        _read(
            rx,
            select(persoon)
            .where(persoon.c.soort == soort.value, persoon.c.verwijderd_op.is_(None))
            .order_by(persoon.c.sorteer, persoon.c.id),
        )
    )


def namen_van_leerlingen(rx: Rx, today: date, zonder: Set[int] = frozenset()) -> tuple[Naam, ...]:
    """The names of every pupil that is at school on a day, but those of `zonder`."""
    left = persoon.c.vertrokken_op
    rows = rx.connection.execute(
        select(persoon.c.id, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam).where(
            persoon.c.soort == PersoonSoort.LEERLING.value,
            persoon.c.verwijderd_op.is_(None),
            left.is_(None) | (left > today),
        )
    )
    return tuple(Naam(*names) for id_, *names in rows if id_ not in zonder)


def verwijderd(rx: Rx, persoon_id: int) -> bool:
    """True when this person lies in the prullenbak."""
    query = select(persoon.c.verwijderd_op).where(persoon.c.id == persoon_id)
    return rx.connection.execute(query).scalar_one_or_none() is not None


def voeg_toe(tx: Tx, value: Persoon) -> int:
    """A new person with its lines to children or groups; returns the id. The uuid must be new."""
    person_id = tx.connection.execute(insert(persoon).values(**_values(value))).lastrowid
    _write_lines(tx, person_id, value)
    return person_id


def voeg_meer_toe(tx: Tx, values: Iterable[Persoon]) -> None:
    """Many new persons in one statement a kind; the ids given in the values are used."""
    people = tuple(values)
    # each kind of person fills other columns, and one statement has the same columns for all its rows
    for kind in dict.fromkeys(map(type, people)):
        rows = [{"id": value.id, **_values(value)} for value in people if type(value) is kind]
        tx.connection.execute(insert(persoon), rows)
    for value in people:
        _write_lines(tx, value.id, value)


def wijzig(tx: Tx, value: Persoon) -> bool:
    """Replace a person's row and lines; False when the id is unknown."""
    if tx.connection.execute(update(persoon).where(persoon.c.id == value.id).values(**_values(value))).rowcount != 1:
        return False
    tx.connection.execute(delete(ouder_van).where(ouder_van.c.ouder_id == value.id))
    tx.connection.execute(delete(medewerker_groep).where(medewerker_groep.c.medewerker_id == value.id))
    _write_lines(tx, value.id, value)
    return True


def zet_verwijderd(tx: Tx, persoon_id: int, at: datetime | None) -> bool:
    """Put a person in the prullenbak (a moment) or take it out (None); False when nothing changed."""
    there = persoon.c.verwijderd_op.is_(None) if at is not None else persoon.c.verwijderd_op.is_not(None)
    query = update(persoon).where(persoon.c.id == persoon_id, there).values(verwijderd_op=at)
    return tx.connection.execute(query).rowcount == 1


def ouders_van(rx: Rx, leerling_id: int) -> tuple[Ouder, ...]:
    """The parents and carers of a pupil, by name."""
    query = (
        select(persoon)
        .join(ouder_van, ouder_van.c.ouder_id == persoon.c.id)
        .where(ouder_van.c.leerling_id == leerling_id, persoon.c.verwijderd_op.is_(None))
        .order_by(persoon.c.sorteer, persoon.c.id)
    )
    return tuple(found for found in _read(rx, query) if isinstance(found, Ouder))


def kinderen_van(rx: Rx, ouder_ids: Sequence[int]) -> tuple[Leerling, ...]:
    """The pupils of these parents, each once, by name."""
    children = select(ouder_van.c.leerling_id).where(ouder_van.c.ouder_id.in_(ouder_ids))
    return _pupils(rx, select(persoon).where(persoon.c.id.in_(children)))


def leerlingen_van_groep(rx: Rx, groep_id: int) -> tuple[Leerling, ...]:
    """The pupils that are in a group now, by name."""
    return _pupils(rx, select(persoon).where(persoon.c.groep_id == groep_id, persoon.c.vertrokken_op.is_(None)))


def _pupils(rx: Rx, query: Select[Any]) -> tuple[Leerling, ...]:
    ordered = query.where(persoon.c.soort == PersoonSoort.LEERLING.value, persoon.c.verwijderd_op.is_(None)).order_by(
        persoon.c.sorteer, persoon.c.id
    )
    return tuple(found for found in _read(rx, ordered) if isinstance(found, Leerling))


def _values(value: Persoon) -> dict[str, Any]:
    """The row of a person; columns of other categories keep their defaults."""
    naam = value.naam
    extra = (getattr(value, name, "") for name in ("noemnaam", "functie", "organisatie"))
    values: dict[str, Any] = {name: getattr(value, name) for name in _PLAIN if hasattr(value, name)}
    if isinstance(value, Ouder | Medewerker):
        values["aanspreekvorm"] = value.aanspreekvorm.value
    return {
        "uuid": value.uuid,
        "soort": soort_van(value).value,
        "roepnaam": naam.roepnaam,
        "tussenvoegsel": naam.tussenvoegsel,
        "achternaam": naam.achternaam,
        "sorteer": sorteersleutel(naam),
        # A space before every word: the beginning of a word is then found by looking for ` ber`.
        "zoek": " " + zoektekst(str(naam), *extra),
        **values,
    }


def _write_lines(tx: Tx, person_id: int, value: Persoon) -> None:
    if isinstance(value, Ouder) and value.kinderen:
        children = {line.leerling_id: line for line in value.kinderen}
        tx.connection.execute(
            insert(ouder_van),
            [
                {"ouder_id": person_id, "leerling_id": id_, "relatie": line.relatie, "gezag": line.gezag}
                for id_, line in children.items()
            ],
        )
    if isinstance(value, Medewerker) and value.groep_ids:
        groups = dict.fromkeys(value.groep_ids)
        tx.connection.execute(
            insert(medewerker_groep), [{"medewerker_id": person_id, "groep_id": id_} for id_ in groups]
        )


def _read(rx: Rx, query: Select[Any]) -> list[Persoon]:
    rows = rx.connection.execute(query).all()
    children = _children(rx, [row.id for row in rows if row.soort == PersoonSoort.OUDER.value])
    groups = _groups(rx, [row.id for row in rows if row.soort == PersoonSoort.MEDEWERKER.value])
    return [_persoon(row, children.get(row.id, ()), groups.get(row.id, ())) for row in rows]


def _children(rx: Rx, parent_ids: Sequence[int]) -> _Lines:
    query = (
        select(ouder_van.c.ouder_id, ouder_van.c.leerling_id, ouder_van.c.relatie, ouder_van.c.gezag)
        .where(ouder_van.c.ouder_id.in_(bindparam("ids", expanding=True)))
        .order_by(ouder_van.c.ouder_id, ouder_van.c.leerling_id)
    )
    found: _Lines = {}
    for chunk in _chunks(parent_ids):
        for parent_id, *line in rx.connection.execute(query, {"ids": chunk}):
            found[parent_id] = (*found.get(parent_id, ()), OuderVan(*line))
    return found


def _groups(rx: Rx, staff_ids: Sequence[int]) -> _Lines:
    query = (
        select(medewerker_groep.c.medewerker_id, medewerker_groep.c.groep_id)
        .where(medewerker_groep.c.medewerker_id.in_(bindparam("ids", expanding=True)))
        .order_by(medewerker_groep.c.medewerker_id, medewerker_groep.c.groep_id)
    )
    found: _Lines = {}
    for chunk in _chunks(staff_ids):
        for staff_id, group_id in rx.connection.execute(query, {"ids": chunk}):
            found[staff_id] = (*found.get(staff_id, ()), group_id)
    return found


def _chunks(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    """Pieces that stay well under the number of parameters that one statement may have."""
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _persoon(row: Row[Any], children: tuple[OuderVan, ...], groups: tuple[int, ...]) -> Persoon:
    naam = Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)
    match PersoonSoort(row.soort):
        case PersoonSoort.LEERLING:
            return Leerling(
                row.id, row.uuid, naam, row.nummer, row.geboortedatum, row.jaargroep, row.groep_id, row.vertrokken_op
            )
        case PersoonSoort.OUDER:
            return Ouder(
                row.id, row.uuid, naam, Aanspreekvorm(row.aanspreekvorm), row.voorletters, row.straat, row.postcode,
                row.plaats, row.telefoon, row.email, row.taal, children,
            )  # fmt: skip
        case PersoonSoort.MEDEWERKER:
            return Medewerker(
                row.id, row.uuid, naam, Aanspreekvorm(row.aanspreekvorm), row.noemnaam, row.functie, row.telefoon,
                row.email, groups, row.nummer, row.vertrokken_op,
            )  # fmt: skip
        case PersoonSoort.EXTERN:
            return Extern(row.id, row.uuid, naam, row.organisatie, row.telefoon)
