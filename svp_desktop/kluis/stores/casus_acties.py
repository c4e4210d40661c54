"""Actions of casussen as rows: planned, done, changed, thrown away and taken back."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, insert, select, update

from svp_desktop.domain.actie_velden import ActieVelden
from svp_desktop.domain.casus import ActieInhoud, CasusActie, CasusStatus, GedeeldMet, Overgeslagen
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus, casus_actie
from svp_desktop.kluis.transaction import Rx, Tx

_VERSION_KIND = "actie"
_COLUMNS = tuple(casus_actie.c[name] for name in (
    "id", "casus_id", "actie", "datum", "tot", "wie", "gedeeld_met", "toelichting", "waarom", "effect",
    "gedaan", "versie", "velden", "afweging", "overgeslagen",
))  # fmt: skip


def voeg_toe(tx: Tx, casus_id: int, inhoud: ActieInhoud) -> int:
    """Record an action and return its id."""
    values = _values(inhoud) | {"casus_id": casus_id, "versie": 1, "gemaakt_op": tx.now, "gewijzigd_op": tx.now}
    actie_id = int(tx.connection.execute(insert(casus_actie).values(values)).lastrowid)
    versions.keep(tx, _VERSION_KIND, actie_id, _content(inhoud))
    return actie_id


def wijzig(tx: Tx, actie_id: int, inhoud: ActieInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    there = (casus_actie.c.id == actie_id) & casus_actie.c.verwijderd_op.is_(None)
    changed = tx.connection.execute(
        update(casus_actie)
        .where(there, casus_actie.c.versie == versie)
        .values(**_values(inhoud), versie=versie + 1, gewijzigd_op=tx.now)
    )
    if changed.rowcount != 1:
        found = tx.connection.execute(select(casus_actie.c.id).where(there)).first()
        raise IntussenVeranderd if found else NietGevonden
    versions.keep(tx, _VERSION_KIND, actie_id, _content(inhoud))


def zet_verwijderd(tx: Tx, actie_id: int, verwijderd: bool) -> None:
    """Put an action in the prullenbak or take it out. Raises NietGevonden when nothing changed."""
    there = casus_actie.c.verwijderd_op.is_(None) if verwijderd else casus_actie.c.verwijderd_op.is_not(None)
    query = update(casus_actie).where(casus_actie.c.id == actie_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def lees(rx: Rx, actie_id: int) -> CasusActie:
    """One action, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(select(*_COLUMNS).where(casus_actie.c.id == actie_id)).first()
    if row is None:
        raise NietGevonden
    return _actie(row)


def van_casus(rx: Rx, casus_id: int) -> tuple[CasusActie, ...]:
    """The actions of a casus, oldest first."""
    return _read(rx, _live().where(casus_actie.c.casus_id == casus_id))


def prullenbak(rx: Rx, casus_id: int) -> tuple[CasusActie, ...]:
    """The actions of a casus that were thrown away, the last one first."""
    query = (
        select(*_COLUMNS)
        .where(casus_actie.c.casus_id == casus_id, casus_actie.c.verwijderd_op.is_not(None))
        .order_by(casus_actie.c.verwijderd_op.desc(), casus_actie.c.id.desc())
    )
    return tuple(_actie(row) for row in rx.connection.execute(query))


def van_casussen(rx: Rx, statussen: Collection[CasusStatus]) -> dict[int, tuple[CasusActie, ...]]:
    """The actions of every casus with one of these statuses, by casus, oldest first."""
    query = _live().join(casus, casus.c.id == casus_actie.c.casus_id)
    found: dict[int, tuple[CasusActie, ...]] = {}
    for actie in _read(rx, query.where(casus.c.status.in_([status.value for status in statussen]))):
        found[actie.casus_id] = (*found.get(actie.casus_id, ()), actie)
    return found


def gepland(rx: Rx, statussen: Collection[CasusStatus], tot: date | None) -> tuple[CasusActie, ...]:
    """The actions that wait in casussen with these statuses, up to and with a day, oldest first."""
    query = (
        _live()
        .join(casus, casus.c.id == casus_actie.c.casus_id)
        .where(casus_actie.c.gedaan.is_(False), casus.c.status.in_([status.value for status in statussen]))
    )
    return _read(rx, query if tot is None else query.where(casus_actie.c.datum <= tot))


def _live() -> Select[Any]:
    return (
        select(*_COLUMNS).where(casus_actie.c.verwijderd_op.is_(None)).order_by(casus_actie.c.datum, casus_actie.c.id)
    )


def _read(rx: Rx, query: Select[Any]) -> tuple[CasusActie, ...]:
    return tuple(_actie(row) for row in rx.connection.execute(query))


def _values(inhoud: ActieInhoud) -> dict[str, Any]:
    return {
        "actie": inhoud.actie,
        "datum": inhoud.datum,
        "tot": inhoud.tot,
        "wie": inhoud.wie,
        "gedeeld_met": " ".join(item.value for item in GedeeldMet if item in inhoud.gedeeld_met),
        "toelichting": inhoud.toelichting,
        "waarom": inhoud.waarom,
        "effect": inhoud.effect,
        "gedaan": inhoud.gedaan,
        "velden": naar_dict(inhoud.velden),
        "afweging": inhoud.afweging,
        "overgeslagen": {item.waarborg: item.reden for item in inhoud.overgeslagen},
    }


def _content(inhoud: ActieInhoud) -> dict[str, Any]:
    """A version in JSON values."""
    days = {"datum": inhoud.datum.isoformat(), "tot": inhoud.tot.isoformat() if inhoud.tot else None}
    return _values(inhoud) | days


def _actie(row: Row[Any]) -> CasusActie:
    values = row._asdict() | {
        "gedeeld_met": frozenset(map(GedeeldMet, row.gedeeld_met.split())),
        "velden": van_dict(ActieVelden, row.velden),
        "overgeslagen": tuple(Overgeslagen(code, reden) for code, reden in row.overgeslagen.items()),
    }
    return CasusActie(**values)
