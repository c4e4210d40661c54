"""What a store works with: a connection that reads, or one that writes together with its line in the trail."""

from datetime import datetime

from sqlalchemy import Connection

from svp_desktop.kluis import trail


class Rx:
    """An open reading of one compartment by `account_id`."""

    def __init__(self, connection: Connection, account_id: str) -> None:
        self.connection = connection
        self.account_id = account_id


class Tx(Rx):
    """An open transaction of one compartment; `now` is its one moment (aware, UTC)."""

    def __init__(self, connection: Connection, account_id: str, now: datetime) -> None:
        super().__init__(connection, account_id)
        self.now = now

    def log(self, action: str, object_id: str | int = "") -> None:
        """Add a line to the trail in this transaction: `incident.nieuw`, 12. Codes and ids only.

        Raises ValueError for anything that could be a name or free text.
        """
        trail.append(self.connection, at=self.now, account_id=self.account_id, action=action, object_id=str(object_id))
