"""Documents of the school itself, such as the coordinator's own anti-pestdocument (103)."""

from sqlalchemy import insert, select, update

from svp_desktop.domain.bijlage import BijlageSoort
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.pest_cijfers import Schooldocument
from svp_desktop.kluis.tables.pesten import schooldocument, schooldocument_data
from svp_desktop.kluis.transaction import Rx, Tx

ANTI_PEST = "anti_pest"


def voeg_toe(tx: Tx, soort: str, naam: str, type_: BijlageSoort, data: bytes) -> int:
    """Keep a PDF or a picture; returns its id."""
    values = {
        "soort": soort,
        "naam": naam,
        "type": type_.value,
        "grootte": len(data),
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    document_id = int(tx.connection.execute(insert(schooldocument).values(values)).lastrowid)
    tx.connection.execute(insert(schooldocument_data).values(schooldocument_id=document_id, data=data))
    return document_id


def lijst(rx: Rx, soort: str) -> tuple[Schooldocument, ...]:
    """The documents of this kind, newest first."""
    known = schooldocument.c
    query = select(known.id, known.naam, known.type, known.grootte, known.vastgelegd_op).where(
        known.soort == soort, known.verwijderd_op.is_(None)
    )
    rows = rx.connection.execute(query.order_by(known.vastgelegd_op.desc(), known.id.desc()))
    return tuple(
        Schooldocument(row.id, row.naam, BijlageSoort(row.type), row.grootte, row.vastgelegd_op.date()) for row in rows
    )


def lees(rx: Rx, document_id: int) -> bytes:
    """The bytes. Raises NietGevonden."""
    query = select(schooldocument_data.c.data).where(schooldocument_data.c.schooldocument_id == document_id)
    data = rx.connection.execute(query).scalar()
    if data is None:
        raise NietGevonden
    return bytes(data)


def zet_verwijderd(tx: Tx, document_id: int, *, verwijderd: bool) -> None:
    """Into the prullenbak or out of it. Raises NietGevonden."""
    here = update(schooldocument).where(schooldocument.c.id == document_id)
    if tx.connection.execute(here.values(verwijderd_op=tx.now if verwijderd else None)).rowcount == 0:
        raise NietGevonden
