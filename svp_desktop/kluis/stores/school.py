"""The school, its groups and its roles: rows to values and back."""

from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from svp_desktop.domain.school import Bouw, Groep, Grondslag, Regio, Rol, RolBezetting, School
from svp_desktop.domain.zoekwoorden import woorden
from svp_desktop.kluis.tables.school import groep, rolbezetting, school
from svp_desktop.kluis.transaction import Rx, Tx

_SCHOOL_FIELDS = tuple(field.name for field in fields(School))


def lees(rx: Rx) -> School:
    """The school; an empty name when it was never filled in."""
    row = rx.connection.execute(select(*(school.c[name] for name in _SCHOOL_FIELDS))).mappings().first()
    if row is None:
        return School("")
    values: dict[str, Any] = dict(row)
    values["regio"] = Regio(values["regio"]) if values["regio"] else None
    values["grondslag"] = Grondslag(values["grondslag"]) if values["grondslag"] else None
    return School(**values)


def bewaar(tx: Tx, value: School) -> None:
    """Keep the school as its one row."""
    values = {name: getattr(value, name) for name in _SCHOOL_FIELDS}
    values["regio"] = value.regio.value if value.regio else None
    values["grondslag"] = value.grondslag.value if value.grondslag else None
    tx.connection.execute(
        upsert(school).values(id=1, **values).on_conflict_do_update(index_elements=["id"], set_=values)
    )


def groepen(rx: Rx) -> tuple[Groep, ...]:
    """Every group, those in use first, by name."""
    query = select(groep.c.id, groep.c.naam, groep.c.bouw, groep.c.vervallen).order_by(
        groep.c.vervallen, groep.c.zoek, groep.c.id
    )
    return tuple(Groep(id_, naam, Bouw(bouw), ended) for id_, naam, bouw, ended in rx.connection.execute(query))


def groep_met_naam(rx: Rx, naam: str) -> Groep | None:
    """The group in use with this name; capitals, diacritics and signs between words make no difference."""
    key = _words(naam)
    return next((found for found in groepen(rx) if not found.vervallen and _words(found.naam) == key), None)


def voeg_groep_toe(tx: Tx, naam: str, bouw: Bouw) -> int:
    """A new group; returns its id."""
    values = {"naam": naam, "zoek": _words(naam), "bouw": bouw.value, "vervallen": False}
    return tx.connection.execute(insert(groep).values(**values)).lastrowid


def wijzig_groep(tx: Tx, groep_id: int, naam: str, bouw: Bouw, *, vervallen: bool = False) -> bool:
    """Change a group; False when there is none with this id."""
    values = {"naam": naam, "zoek": _words(naam), "bouw": bouw.value, "vervallen": vervallen}
    return tx.connection.execute(update(groep).where(groep.c.id == groep_id).values(**values)).rowcount == 1


def rollen(rx: Rx) -> tuple[RolBezetting, ...]:
    """Every line of the roles, past ones too: by role, the newest first."""
    query = select(
        rolbezetting.c.id, rolbezetting.c.rol, rolbezetting.c.persoon_id, rolbezetting.c.van, rolbezetting.c.tot
    ).order_by(rolbezetting.c.rol, rolbezetting.c.van.desc(), rolbezetting.c.id)
    return tuple(RolBezetting(id_, Rol(rol), *rest) for id_, rol, *rest in rx.connection.execute(query))


def bewaar_rol(tx: Tx, bezetting: RolBezetting) -> int:
    """Keep a line of the roles (id 0 is a new one); returns its id, or 0 when the line to change is gone."""
    values = {
        "rol": bezetting.rol.value,
        "persoon_id": bezetting.persoon_id,
        "van": bezetting.van,
        "tot": bezetting.tot,
    }
    if not bezetting.id:
        return tx.connection.execute(insert(rolbezetting).values(**values)).lastrowid
    changed = tx.connection.execute(
        update(rolbezetting).where(rolbezetting.c.id == bezetting.id).values(**values)
    ).rowcount
    return bezetting.id if changed else 0


def verwijder_rol(tx: Tx, bezetting_id: int) -> bool:
    """Take a line away; False when it is not there."""
    return tx.connection.execute(delete(rolbezetting).where(rolbezetting.c.id == bezetting_id)).rowcount == 1


def houders(rx: Rx, rol: Rol, dag: date) -> tuple[int, ...]:
    """The ids of who holds this role on that day, the newest holder first; empty when it is vacant."""
    query = (
        select(rolbezetting.c.persoon_id)
        .where(
            rolbezetting.c.rol == rol.value,
            rolbezetting.c.persoon_id.is_not(None),
            rolbezetting.c.van <= dag,
            or_(rolbezetting.c.tot.is_(None), rolbezetting.c.tot >= dag),
        )
        .order_by(rolbezetting.c.van.desc(), rolbezetting.c.id)
    )
    return tuple(rx.connection.execute(query).scalars())


def _words(naam: str) -> str:
    """The name as it is found and compared; a name of signs only is itself."""
    return " ".join(woorden(naam)) or naam
