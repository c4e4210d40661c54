"""Papers of a pestzaak as they were handed out: kept once, never changed."""

import hashlib
from datetime import date
from typing import NamedTuple

from sqlalchemy import insert, select

from svp_desktop.domain.errors import BestandBeschadigd, NietGevonden
from svp_desktop.domain.pest_papier import PestPapierRegel
from svp_desktop.domain.uitreiken import Wijze
from svp_desktop.kluis.tables.papieren import papier, papier_pdf
from svp_desktop.kluis.transaction import Rx, Tx

_COLUMNS = tuple(papier.c[name] for name in PestPapierRegel._fields)


class PestPapier(NamedTuple):
    """What is kept of a paper beside its bytes."""

    pestzaak_id: int
    soort: str
    titel: str
    uitgereikt_op: date
    wijze: Wijze
    aan: str
    paginas: int


def voeg_toe(tx: Tx, nieuw: PestPapier, pdf: bytes) -> int:
    """Keep a paper and its bytes; returns its id. A later one of the same kind gets the next number."""
    same = select(papier.c.nummer).where(
        papier.c.pestzaak_id == nieuw.pestzaak_id, papier.c.soort == nieuw.soort, papier.c.aan == nieuw.aan
    )
    before = tx.connection.execute(same.order_by(papier.c.nummer.desc())).scalars().first()
    values = nieuw._asdict() | {
        "wijze": nieuw.wijze.value,
        "nummer": (before or 0) + 1,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "inhoud": {},
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    papier_id = int(tx.connection.execute(insert(papier).values(values)).lastrowid)
    tx.connection.execute(insert(papier_pdf).values(papier_id=papier_id, pdf=pdf))
    return papier_id


def van_zaak(rx: Rx, zaak_id: int) -> tuple[PestPapierRegel, ...]:
    """The papers of a pestzaak, oldest first."""
    query = select(*_COLUMNS).where(papier.c.pestzaak_id == zaak_id).order_by(papier.c.uitgereikt_op, papier.c.id)
    return tuple(PestPapierRegel(**row._asdict() | {"wijze": Wijze(row.wijze)}) for row in rx.connection.execute(query))


def bytes_van(rx: Rx, papier_id: int) -> bytes:
    """The very bytes that were handed out. Raises NietGevonden, BestandBeschadigd."""
    query = (
        select(papier.c.sha256, papier_pdf.c.pdf)
        .join(papier_pdf, papier_pdf.c.papier_id == papier.c.id)
        .where(papier.c.id == papier_id, papier.c.pestzaak_id.is_not(None))
    )
    row = rx.connection.execute(query).first()
    if row is None:
        raise NietGevonden
    if hashlib.sha256(row.pdf).hexdigest() != row.sha256:
        raise BestandBeschadigd
    return bytes(row.pdf)
