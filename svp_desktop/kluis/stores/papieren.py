"""Papers as they were handed out: kept once, never changed; a correction is a new one that points to the old."""

import hashlib
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, insert, select

from svp_desktop.domain.errors import BestandBeschadigd, NietGevonden
from svp_desktop.domain.uitreiken import PapierRegel, Wijze
from svp_desktop.kluis.tables.papieren import papier, papier_pdf
from svp_desktop.kluis.transaction import Rx, Tx

_COLUMNS = tuple(papier.c[name] for name in PapierRegel._fields)


class NieuwPapier(NamedTuple):
    """What is kept of a paper beside its bytes; `inhoud` holds the draft in JSON values."""

    casus_id: int
    soort: str
    titel: str
    vorige_id: int | None
    actie_id: int | None
    uitgereikt_op: date
    wijze: Wijze
    aan: str
    paginas: int
    inhoud: dict[str, Any]


def voeg_toe(tx: Tx, nieuw: NieuwPapier, pdf: bytes) -> int:
    """Keep a paper and its bytes; returns its id. Raises NietGevonden when it corrects a paper of another casus."""
    values = nieuw._asdict() | {
        "wijze": nieuw.wijze.value,
        "nummer": 1 if nieuw.vorige_id is None else _nummer(tx, nieuw) + 1,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    papier_id = int(tx.connection.execute(insert(papier).values(values)).lastrowid)
    tx.connection.execute(insert(papier_pdf).values(papier_id=papier_id, pdf=pdf))
    return papier_id


def zelfde(rx: Rx, nieuw: NieuwPapier, pdf: bytes) -> int | None:
    """The id of a kept paper with these bytes, for this reader on this day, a correction too; None without one."""
    same = ("soort", "titel", "uitgereikt_op", "wijze", "aan")
    asked = [getattr(nieuw, name) for name in same]
    digest = hashlib.sha256(pdf).hexdigest()
    kept = (item for item in van_casus(rx, nieuw.casus_id) if item.sha256 == digest)
    return next((item.id for item in kept if [getattr(item, name) for name in same] == asked), None)


def lezers(rx: Rx, casus_id: int, soort: str, inhoud: dict[str, Any]) -> frozenset[str]:
    """Who have had the paper with this very text."""
    query = select(papier.c.aan, papier.c.inhoud).where((papier.c.casus_id == casus_id) & (papier.c.soort == soort))
    return frozenset(row.aan for row in rx.connection.execute(query) if row.inhoud == inhoud)


def van_casus(rx: Rx, casus_id: int) -> tuple[PapierRegel, ...]:
    """The papers of a casus, oldest first."""
    return tuple(_regel(row) for row in rx.connection.execute(_query().where(papier.c.casus_id == casus_id)))


def lees(rx: Rx, papier_id: int) -> PapierRegel:
    """One paper without its bytes. Raises NietGevonden."""
    row = rx.connection.execute(_query().where(papier.c.id == papier_id)).first()
    if row is None:
        raise NietGevonden
    return _regel(row)


def inhoud(rx: Rx, papier_id: int) -> tuple[dict[str, Any], bytes]:
    """The draft in JSON values and the very bytes. Raises NietGevonden, BestandBeschadigd (not the same bytes)."""
    query = (
        select(papier.c.inhoud, papier.c.sha256, papier_pdf.c.pdf)
        .join(papier_pdf, papier_pdf.c.papier_id == papier.c.id)
        .where(papier.c.id == papier_id)
    )
    row = rx.connection.execute(query).first()
    if row is None:
        raise NietGevonden
    if hashlib.sha256(row.pdf).hexdigest() != row.sha256:
        raise BestandBeschadigd
    return row.inhoud, row.pdf


def _nummer(rx: Rx, nieuw: NieuwPapier) -> int:
    here = (papier.c.id == nieuw.vorige_id) & (papier.c.casus_id == nieuw.casus_id) & (papier.c.soort == nieuw.soort)
    number = rx.connection.execute(select(papier.c.nummer).where(here)).scalar_one_or_none()
    if number is None:
        raise NietGevonden
    return int(number)


def _query() -> Select[Any]:
    return select(*_COLUMNS).order_by(papier.c.uitgereikt_op, papier.c.id)


def _regel(row: Row[Any]) -> PapierRegel:
    return PapierRegel(**row._asdict() | {"wijze": Wijze(row.wijze)})
