"""Who looked further back than last school year, when and why."""

from sqlalchemy import insert, select

from svp_desktop.kluis.tables.rondom_incidenten import inzage_eerder
from svp_desktop.kluis.transaction import Rx, Tx


def voeg_toe(tx: Tx, persoon_id: int | None, reden: str) -> None:
    """Keep that this account looks further back: at one person, or (None) at the whole register."""
    values = {"op": tx.now, "account_id": tx.account_id, "persoon_id": persoon_id, "reden": reden}
    tx.connection.execute(insert(inzage_eerder).values(values))


def redenen(rx: Rx) -> list[tuple[str, int | None, str]]:
    """Account, person and reason of each time, oldest first."""
    wanted = select(inzage_eerder.c.account_id, inzage_eerder.c.persoon_id, inzage_eerder.c.reden)
    return [(row[0], row[1], row[2]) for row in rx.connection.execute(wanted.order_by(inzage_eerder.c.id))]
