"""Periods of thuis-school with their contacts as rows."""

from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.thuisschool import ThuisSchool, ThuisSchoolInhoud, ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import Contact, ContactHoe, ContactMet
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus
from svp_desktop.kluis.tables.rondom_casussen import thuisschool, thuisschool_contact
from svp_desktop.kluis.transaction import Rx, Tx

_VERSION_KIND = "thuisschool"
_CONTACT = tuple(
    thuisschool_contact.c[name]
    for name in ("id", "thuisschool_id", "datum", "tijd", "met", "hoe", "door", "notitie")
)  # fmt: skip


def voeg_toe(tx: Tx, casus_id: int, inhoud: ThuisSchoolInhoud) -> int:
    """Begin a period and return its id."""
    status = ThuisSchoolStatus.VOORBEREIDING
    values = _values(inhoud, status) | {"casus_id": casus_id, "versie": 1}
    query = insert(thuisschool).values(**values, gemaakt_op=tx.now, gewijzigd_op=tx.now)
    made = int(tx.connection.execute(query).lastrowid)
    versions.keep(tx, _VERSION_KIND, made, _content(inhoud, status))
    return made


def wijzig(tx: Tx, id_: int, inhoud: ThuisSchoolInhoud, status: ThuisSchoolStatus, versie: int) -> None:
    """Put this in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    there = (thuisschool.c.id == id_) & thuisschool.c.verwijderd_op.is_(None)
    query = update(thuisschool).where(there, thuisschool.c.versie == versie)
    changed = tx.connection.execute(query.values(**_values(inhoud, status), versie=versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount != 1:
        found = tx.connection.execute(select(thuisschool.c.id).where(there)).first()
        raise IntussenVeranderd if found else NietGevonden
    versions.keep(tx, _VERSION_KIND, id_, _content(inhoud, status))


def zet_verwijderd(tx: Tx, id_: int, *, verwijderd: bool) -> None:
    """Into the prullenbak or out of it. Raises NietGevonden when nothing changed."""
    there = thuisschool.c.verwijderd_op.is_(None) if verwijderd else thuisschool.c.verwijderd_op.is_not(None)
    query = update(thuisschool).where(thuisschool.c.id == id_, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def lees(rx: Rx, id_: int) -> ThuisSchool:
    """One period, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(select(thuisschool).where(thuisschool.c.id == id_)).first()
    if row is None:
        raise NietGevonden
    return _value(row)


def van_casus(rx: Rx, casus_id: int) -> tuple[ThuisSchool, ...]:
    """The periods of a casus, the oldest first."""
    return _read(rx, _live().where(thuisschool.c.casus_id == casus_id))


def niet_afgerond(rx: Rx) -> tuple[ThuisSchool, ...]:
    """The periods of casussen that are not closed, as far as they are not finished."""
    query = _live().join(casus, casus.c.id == thuisschool.c.casus_id)
    return _read(
        rx,
        query.where(
            thuisschool.c.status != ThuisSchoolStatus.AFGEROND.value,
            casus.c.status != CasusStatus.AFGESLOTEN.value,
        ),
    )


def acties(rx: Rx) -> frozenset[int]:
    """The actions on a ladder that belong to a period of a casus that is not closed."""
    query = _live().join(casus, casus.c.id == thuisschool.c.casus_id)
    found = _read(rx, query.where(casus.c.status != CasusStatus.AFGESLOTEN.value))
    return frozenset(item.inhoud.actie_id for item in found if item.inhoud.actie_id is not None)


def voeg_contact_toe(tx: Tx, contact: Contact) -> int:
    """Record a contact and return its id; the one that it holds is not looked at."""
    values = {
        "thuisschool_id": contact.thuisschool_id,
        "datum": contact.datum,
        "tijd": contact.tijd,
        "met": " ".join(item.value for item in ContactMet if item in contact.met),
        "hoe": contact.hoe.value,
        "door": contact.door,
        "notitie": contact.notitie,
        "gemaakt_op": tx.now,
    }
    return int(tx.connection.execute(insert(thuisschool_contact).values(values)).lastrowid)


def contacten(rx: Rx, id_: int) -> tuple[Contact, ...]:
    """The contacts of a period, the oldest first."""
    query = select(*_CONTACT).where(
        thuisschool_contact.c.thuisschool_id == id_, thuisschool_contact.c.verwijderd_op.is_(None)
    )
    order = (thuisschool_contact.c.datum, thuisschool_contact.c.tijd, thuisschool_contact.c.id)
    return tuple(map(_contact, rx.connection.execute(query.order_by(*order))))


def contact_van(rx: Rx, contact_id: int) -> int:
    """The period that a contact belongs to. Raises NietGevonden."""
    query = select(thuisschool_contact.c.thuisschool_id).where(thuisschool_contact.c.id == contact_id)
    found = rx.connection.execute(query).scalar()
    if found is None:
        raise NietGevonden
    return int(found)


def zet_contact_verwijderd(tx: Tx, contact_id: int, *, verwijderd: bool) -> None:
    """Take a contact out of the log, or put it back. Raises NietGevonden when nothing changed."""
    column = thuisschool_contact.c.verwijderd_op
    there = column.is_(None) if verwijderd else column.is_not(None)
    query = update(thuisschool_contact).where(thuisschool_contact.c.id == contact_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def _live() -> Select[Any]:
    return select(thuisschool).where(thuisschool.c.verwijderd_op.is_(None)).order_by(thuisschool.c.id)


def _read(rx: Rx, query: Select[Any]) -> tuple[ThuisSchool, ...]:
    return tuple(map(_value, rx.connection.execute(query)))


def _values(inhoud: ThuisSchoolInhoud, status: ThuisSchoolStatus) -> dict[str, Any]:
    days = inhoud.momenten
    return {"status": status.value, "vanaf": days.vanaf, "tot": days.tot, "inhoud": naar_dict(inhoud)}


def _content(inhoud: ThuisSchoolInhoud, status: ThuisSchoolStatus) -> dict[str, Any]:
    return naar_dict(inhoud) | {"status": status.value}


def _value(row: Row[Any]) -> ThuisSchool:
    content = van_dict(ThuisSchoolInhoud, row.inhoud)
    return ThuisSchool(row.id, row.casus_id, row.versie, ThuisSchoolStatus(row.status), content, row.gewijzigd_op)


def _contact(row: Row[Any]) -> Contact:
    values = row._asdict() | {"met": frozenset(map(ContactMet, row.met.split())), "hoe": ContactHoe(row.hoe)}
    return Contact(**values)
