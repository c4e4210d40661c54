"""Records of a possible sexual offence, in the compartment of the meldcode: only added to, never changed."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.kluis.tables.zedenmelding import zedenmelding
from svp_desktop.kluis.transaction import Rx, Tx


class Bericht(NamedTuple):
    """A record, or what was added to one (`bij_uuid`); `inhoud` are JSON values of the domain."""

    uuid: str
    bij_uuid: str | None
    afzender: str
    op: datetime
    inhoud: dict[str, Any]

    @property
    def soort(self) -> str:
        """melding or aanvulling."""
        return "aanvulling" if self.bij_uuid else "melding"


def voeg_toe(tx: Tx, bericht: Bericht) -> int:
    """Keep a record; its id, or 0 when it was here already (a crash came between putting here and taking out)."""
    values = bericht._asdict() | {"soort": bericht.soort, "ontvangen_op": tx.now}
    done = tx.connection.execute(insert(zedenmelding).values(values).on_conflict_do_nothing(index_elements=["uuid"]))
    return int(done.lastrowid) if done.rowcount == 1 else 0


def alle(rx: Rx) -> tuple[Bericht, ...]:
    """Every record, oldest first."""
    table = zedenmelding.c
    query = select(table.uuid, table.bij_uuid, table.afzender, table.op, table.inhoud).order_by(table.id)
    return tuple(Bericht(*row) for row in rx.connection.execute(query))
