"""Talks of casussen as rows (demands 19-22)."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, func, insert, select, update

from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.gesprekken import Gesprek, GesprekInhoud, GesprekSoort, GesprekTekst
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Naam
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.casussen import casus
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.rondom_casussen import gesprek
from svp_desktop.kluis.transaction import Rx, Tx

_VERSION_KIND = "gesprek"


def voeg_toe(tx: Tx, casus_id: int, inhoud: GesprekInhoud) -> int:
    """A new talk; returns its id."""
    values = _values(inhoud) | {"casus_id": casus_id, "versie": 1, "gemaakt_op": tx.now, "gewijzigd_op": tx.now}
    gesprek_id = int(tx.connection.execute(insert(gesprek).values(values)).lastrowid)
    versions.keep(tx, _VERSION_KIND, gesprek_id, naar_dict(inhoud))
    return gesprek_id


def wijzig(tx: Tx, gesprek_id: int, inhoud: GesprekInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    there = (gesprek.c.id == gesprek_id) & gesprek.c.verwijderd_op.is_(None)
    query = update(gesprek).where(there, gesprek.c.versie == versie)
    changed = tx.connection.execute(query.values(**_values(inhoud), versie=versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount != 1:
        found = tx.connection.execute(select(gesprek.c.id).where(there)).first()
        raise IntussenVeranderd if found else NietGevonden
    versions.keep(tx, _VERSION_KIND, gesprek_id, naar_dict(inhoud))


def zet_verwijderd(tx: Tx, gesprek_id: int, *, verwijderd: bool) -> None:
    """Put a talk in the prullenbak or take it out. Raises NietGevonden when nothing changed."""
    there = gesprek.c.verwijderd_op.is_(None) if verwijderd else gesprek.c.verwijderd_op.is_not(None)
    query = update(gesprek).where(gesprek.c.id == gesprek_id, there)
    if tx.connection.execute(query.values(verwijderd_op=tx.now if verwijderd else None)).rowcount != 1:
        raise NietGevonden


def lees(rx: Rx, gesprek_id: int) -> Gesprek:
    """One talk, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(_query().where(gesprek.c.id == gesprek_id)).first()
    if row is None:
        raise NietGevonden
    return _gesprek(row)


def van_casus(rx: Rx, casus_id: int) -> tuple[Gesprek, ...]:
    """The talks of a casus: what waits first, by the day that it is due; then what was held, newest first."""
    query = _query().where(gesprek.c.casus_id == casus_id, gesprek.c.verwijderd_op.is_(None))
    found = [_gesprek(row) for row in rx.connection.execute(query.order_by(gesprek.c.id))]
    waiting = sorted((item for item in found if item.open), key=lambda item: item.datum)
    held = sorted((item for item in found if not item.open), key=lambda item: item.datum, reverse=True)
    return (*waiting, *held)


def wachtend(rx: Rx, statussen: Collection[CasusStatus]) -> tuple[Gesprek, ...]:
    """Every talk that was not held, of casussen with one of these statuses."""
    query = (
        _query()
        .join(casus, casus.c.id == gesprek.c.casus_id)
        .where(
            gesprek.c.gehouden_op.is_(None),
            gesprek.c.verwijderd_op.is_(None),
            casus.c.status.in_([status.value for status in statussen]),
        )
        .order_by(gesprek.c.id)
    )
    return tuple(_gesprek(row) for row in rx.connection.execute(query))


def tel_kindgesprekken(rx: Rx, leerling_ids: Sequence[int], vanaf: date, tot: date) -> dict[int, int]:
    """How many kindgesprekken were held with each of these children between two days, in every casus together."""
    query = (
        select(gesprek.c.persoon_id, func.count().label("aantal"))
        .where(
            gesprek.c.persoon_id.in_(leerling_ids),
            gesprek.c.gehouden_op.between(vanaf, tot),
            gesprek.c.soort == GesprekSoort.KIND.value,
            gesprek.c.verwijderd_op.is_(None),
        )
        .group_by(gesprek.c.persoon_id)
    )
    return {row.persoon_id: int(row.aantal) for row in rx.connection.execute(query)}


def _query() -> Select[Any]:
    return select(gesprek, persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam).outerjoin(
        persoon, persoon.c.id == gesprek.c.persoon_id
    )


def _values(inhoud: GesprekInhoud) -> dict[str, Any]:
    return {
        "soort": inhoud.soort.value,
        "persoon_id": inhoud.persoon_id,
        "gevraagd_op": inhoud.gevraagd_op,
        "gepland_op": inhoud.gepland_op,
        "gehouden_op": inhoud.gehouden_op,
        "inhoud": naar_dict(inhoud.tekst),
        "esis_op": inhoud.esis_op,
        "inzage": inhoud.inzage.value,
        "inzage_reden": inhoud.inzage_reden,
    }


def _gesprek(row: Row[Any]) -> Gesprek:
    inhoud = GesprekInhoud(
        GesprekSoort(row.soort),
        row.persoon_id,
        row.gevraagd_op,
        row.gepland_op,
        row.gehouden_op,
        van_dict(GesprekTekst, row.inhoud),
        row.esis_op,
        Inzage(row.inzage),
        row.inzage_reden,
    )
    name = "" if row.persoon_id is None else str(Naam(row.roepnaam, row.tussenvoegsel, row.achternaam))
    return Gesprek(row.id, row.casus_id, row.versie, name, inhoud)
