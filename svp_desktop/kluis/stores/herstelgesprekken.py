"""Herstelgesprekken of casussen as rows (84, 87, 89-91)."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.herstelgesprek import Herstelgesprek, HerstelgesprekInhoud, HerstelNazorg, HerstelTekst
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus
from svp_desktop.kluis.tables.rondom_casussen import herstelgesprek
from svp_desktop.kluis.transaction import Rx, Tx

_VERSION_KIND = "herstelgesprek"


@dataclass(frozen=True, slots=True)
class _Kolom:
    """What the JSON column holds."""

    tekst: HerstelTekst = field(default_factory=HerstelTekst)
    nazorg: HerstelNazorg = field(default_factory=HerstelNazorg)


def voeg_toe(tx: Tx, casus_id: int, inhoud: HerstelgesprekInhoud) -> int:
    """A new talk; returns its id."""
    values = _values(inhoud) | {"casus_id": casus_id, "versie": 1, "gemaakt_op": tx.now, "gewijzigd_op": tx.now}
    gesprek_id = int(tx.connection.execute(insert(herstelgesprek).values(values)).lastrowid)
    versions.keep(tx, _VERSION_KIND, gesprek_id, naar_dict(inhoud))
    return gesprek_id


def wijzig(tx: Tx, gesprek_id: int, inhoud: HerstelgesprekInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    there = (herstelgesprek.c.id == gesprek_id) & herstelgesprek.c.verwijderd_op.is_(None)
    query = update(herstelgesprek).where(there, herstelgesprek.c.versie == versie)
    changed = tx.connection.execute(query.values(**_values(inhoud), versie=versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount != 1:
        found = tx.connection.execute(select(herstelgesprek.c.id).where(there)).first()
        raise IntussenVeranderd if found else NietGevonden
    versions.keep(tx, _VERSION_KIND, gesprek_id, naar_dict(inhoud))


def zet_verwijderd(tx: Tx, gesprek_id: int, *, verwijderd: bool) -> None:
    """Put a talk in the prullenbak or take it out. Raises NietGevonden when nothing changed."""
    gone = herstelgesprek.c.verwijderd_op
    query = update(herstelgesprek).where(
        herstelgesprek.c.id == gesprek_id, gone.is_(None) if verwijderd else gone.is_not(None)
    )
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def lees(rx: Rx, gesprek_id: int) -> Herstelgesprek:
    """One talk, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(select(herstelgesprek).where(herstelgesprek.c.id == gesprek_id)).first()
    if row is None:
        raise NietGevonden
    return _gesprek(row)


def van_casus(rx: Rx, casus_id: int) -> tuple[Herstelgesprek, ...]:
    """The talks of a casus: what was not held first, then the newest first."""
    query = _live().where(herstelgesprek.c.casus_id == casus_id).order_by(herstelgesprek.c.id)
    found = [_gesprek(row) for row in rx.connection.execute(query)]
    coming = [item for item in found if item.inhoud.gehouden_op is None]
    held = [(item.inhoud.gehouden_op, item) for item in found if item.inhoud.gehouden_op is not None]
    return (*coming, *(item for _, item in sorted(held, key=lambda pair: pair[0], reverse=True)))


def van_casussen(rx: Rx, statussen: Collection[CasusStatus]) -> tuple[Herstelgesprek, ...]:
    """Every talk of casussen with one of these statuses."""
    wanted = casus.c.status.in_([status.value for status in statussen])
    query = _live().join(casus, casus.c.id == herstelgesprek.c.casus_id).where(wanted).order_by(herstelgesprek.c.id)
    return tuple(_gesprek(row) for row in rx.connection.execute(query))


def _live() -> Select[Any]:
    return select(herstelgesprek).where(herstelgesprek.c.verwijderd_op.is_(None))


def _values(inhoud: HerstelgesprekInhoud) -> dict[str, Any]:
    return {
        "incident_id": inhoud.incident_id,
        "thuisschool_id": inhoud.thuisschool_id,
        "gepland_op": inhoud.gepland_op,
        "gehouden_op": inhoud.gehouden_op,
        "inhoud": naar_dict(_Kolom(inhoud.tekst, inhoud.nazorg)),
    }


def _gesprek(row: Row[Any]) -> Herstelgesprek:
    kept = van_dict(_Kolom, row.inhoud)
    inhoud = HerstelgesprekInhoud(
        row.incident_id, row.thuisschool_id, row.gepland_op, row.gehouden_op, kept.tekst, kept.nazorg
    )
    return Herstelgesprek(row.id, row.casus_id, row.versie, inhoud)
