"""Which team meeting the last sheet was for: of the school, so that everybody's next sheet begins there."""

from datetime import date

from sqlalchemy import select

from svp_desktop.domain.teamblad import Gehouden
from svp_desktop.kluis.stores import instellingen
from svp_desktop.kluis.tables.school import instelling
from svp_desktop.kluis.transaction import Rx, Tx

_CODE = "teamoverleg"


def laatste(rx: Rx) -> Gehouden | None:
    """The last one that was handed out, None before the first."""
    found = rx.connection.execute(select(instelling.c.waarde).where(instelling.c.code == _CODE)).scalar_one_or_none()
    return None if found is None else Gehouden(*map(date.fromisoformat, found))


def bewaar(tx: Tx, gehouden: Gehouden) -> None:
    """Remember this one in place of the one before."""
    instellingen.zet(tx, _CODE, tuple(day.isoformat() for day in gehouden))
