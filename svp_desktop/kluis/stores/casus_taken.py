"""Tasks of casussen as rows, those of a thuis-school among them (demands 18, 83, 86)."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, insert, select, update

from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.casus_taken import CasusTaak, TaakInhoud
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.platte_waarden import naar_dict
from svp_desktop.domain.school import Naam
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.rondom_casussen import casus_taak
from svp_desktop.kluis.transaction import Rx, Tx

_VERSION_KIND = "taak"


def voeg_toe(tx: Tx, casus_id: int, inhoud: TaakInhoud, thuisschool_id: int | None = None, bron: str = "") -> int:
    """A new task; returns its id."""
    values = _values(inhoud) | {
        "casus_id": casus_id,
        "thuisschool_id": thuisschool_id,
        "versie": 1,
        "bron": bron,
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    taak_id = int(tx.connection.execute(insert(casus_taak).values(values)).lastrowid)
    versions.keep(tx, _VERSION_KIND, taak_id, naar_dict(inhoud))
    return taak_id


def wijzig(tx: Tx, taak_id: int, inhoud: TaakInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    there = (casus_taak.c.id == taak_id) & casus_taak.c.verwijderd_op.is_(None)
    query = update(casus_taak).where(there, casus_taak.c.versie == versie)
    changed = tx.connection.execute(query.values(**_values(inhoud), versie=versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount != 1:
        found = tx.connection.execute(select(casus_taak.c.id).where(there)).first()
        raise IntussenVeranderd if found else NietGevonden
    versions.keep(tx, _VERSION_KIND, taak_id, naar_dict(inhoud))


def zet_gedaan(tx: Tx, taak_id: int, gedaan_op: date | None, notitie: str | None = None) -> None:
    """Done on this day with a note, or open again; without a note what stood there stays. Raises NietGevonden."""
    there = (casus_taak.c.id == taak_id) & casus_taak.c.verwijderd_op.is_(None)
    values: dict[str, Any] = {"gedaan_op": gedaan_op, "versie": casus_taak.c.versie + 1, "gewijzigd_op": tx.now}
    if notitie is not None:
        values["notitie"] = notitie
    if tx.connection.execute(update(casus_taak).where(there).values(values)).rowcount != 1:
        raise NietGevonden


def zet_verwijderd(tx: Tx, taak_id: int, *, verwijderd: bool) -> None:
    """Into the prullenbak or out of it. Raises NietGevonden when nothing changed."""
    there = casus_taak.c.verwijderd_op.is_(None) if verwijderd else casus_taak.c.verwijderd_op.is_not(None)
    query = update(casus_taak).where(casus_taak.c.id == taak_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def lees(rx: Rx, taak_id: int) -> CasusTaak:
    """One task, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(_query().where(casus_taak.c.id == taak_id)).first()
    if row is None:
        raise NietGevonden
    return _taak(row)


def van_casus(rx: Rx, casus_id: int) -> tuple[CasusTaak, ...]:
    """The tasks of a casus by day, those of its thuis-school too."""
    return _lijst(rx, casus_taak.c.casus_id == casus_id)


def van_thuisschool(rx: Rx, thuisschool_id: int) -> tuple[CasusTaak, ...]:
    """The tasks of one period of thuis-school by day."""
    return _lijst(rx, casus_taak.c.thuisschool_id == thuisschool_id)


def open_in(rx: Rx, statussen: Collection[CasusStatus]) -> tuple[CasusTaak, ...]:
    """Every task that is not done, of casussen with one of these statuses, by day."""
    running = select(casus.c.id).where(casus.c.status.in_([status.value for status in statussen]))
    return _lijst(rx, casus_taak.c.gedaan_op.is_(None) & casus_taak.c.casus_id.in_(running))


def _lijst(rx: Rx, which: ColumnElement[bool]) -> tuple[CasusTaak, ...]:
    query = _query().where(which, casus_taak.c.verwijderd_op.is_(None)).order_by(casus_taak.c.datum, casus_taak.c.id)
    return tuple(_taak(row) for row in rx.connection.execute(query))


def _query() -> Select[Any]:
    return select(
        casus_taak, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam, persoon.c.noemnaam
    ).outerjoin(persoon, persoon.c.id == casus_taak.c.eigenaar_id)


def _values(inhoud: TaakInhoud) -> dict[str, Any]:
    return {
        "omschrijving": inhoud.omschrijving,
        "eigenaar_id": inhoud.eigenaar_id,
        "datum": inhoud.datum,
        "notitie": inhoud.notitie,
    }


def _taak(row: Row[Any]) -> CasusTaak:
    name = row.noemnaam or str(Naam(row.roepnaam or "", row.tussenvoegsel or "", row.achternaam or ""))
    content = TaakInhoud(row.omschrijving, row.eigenaar_id, row.datum, row.notitie)
    return CasusTaak(row.id, row.casus_id, row.thuisschool_id, row.versie, row.bron, name, content, row.gedaan_op)
