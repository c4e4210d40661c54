"""The school's own texts: every version stays, the newest counts, an empty one is back to the standard."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select

from svp_desktop.kluis.tables.papieren import brieftekst
from svp_desktop.kluis.transaction import Rx, Tx


class TekstRij(NamedTuple):
    """One version as it is kept; `inhoud` empty for the standard."""

    versie: int
    inhoud: dict[str, Any]
    account_id: str
    vastgelegd_op: datetime


_COLUMNS = tuple(brieftekst.c[name] for name in TekstRij._fields)
#: A text is known by its kind and its bouw ("" for adults, and for a sentence of the law).
Sleutel = tuple[str, str]


def voeg_toe(tx: Tx, sleutel: Sleutel, inhoud: dict[str, Any]) -> int:
    """Keep a new version; returns its number, from 1."""
    number = _newest(tx, sleutel) + 1
    values = {
        "soort": sleutel[0],
        "bouw": sleutel[1],
        "versie": number,
        "inhoud": inhoud,
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    tx.connection.execute(insert(brieftekst).values(values))
    return number


def versies(rx: Rx, sleutel: Sleutel) -> tuple[TekstRij, ...]:
    """Every version, the newest first."""
    query = select(*_COLUMNS).where(_is(sleutel)).order_by(brieftekst.c.versie.desc())
    return tuple(TekstRij(**row._asdict()) for row in rx.connection.execute(query))


def huidig(rx: Rx, sleutel: Sleutel) -> dict[str, Any]:
    """The text that counts; empty when it is the standard."""
    query = select(brieftekst.c.inhoud).where(_is(sleutel)).order_by(brieftekst.c.versie.desc()).limit(1)
    found: dict[str, Any] | None = rx.connection.execute(query).scalar_one_or_none()
    return found or {}


def eigen(rx: Rx) -> frozenset[Sleutel]:
    """The texts of which the school's own words count now."""
    last = (
        select(brieftekst.c.soort, brieftekst.c.bouw, func.max(brieftekst.c.versie).label("versie"))
        .group_by(brieftekst.c.soort, brieftekst.c.bouw)
        .subquery()
    )
    query = select(brieftekst.c.soort, brieftekst.c.bouw, brieftekst.c.inhoud).join(
        last,
        (brieftekst.c.soort == last.c.soort)
        & (brieftekst.c.bouw == last.c.bouw)
        & (brieftekst.c.versie == last.c.versie),
    )
    return frozenset((row.soort, row.bouw) for row in rx.connection.execute(query) if row.inhoud)


def _newest(rx: Rx, sleutel: Sleutel) -> int:
    found = rx.connection.execute(select(func.max(brieftekst.c.versie)).where(_is(sleutel))).scalar_one()
    return int(found or 0)


def _is(sleutel: Sleutel) -> Any:
    return (brieftekst.c.soort == sleutel[0]) & (brieftekst.c.bouw == sleutel[1])
