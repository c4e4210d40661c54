"""The school's own values of settings; what stands here goes before the plan's."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE, Waarde
from svp_desktop.kluis.tables.school import instelling
from svp_desktop.kluis.transaction import Rx, Tx


def lees(rx: Rx) -> dict[str, Waarde]:
    """Every own value of a setting that this program knows and that still has its kind; others rest untouched."""
    found: dict[str, Waarde] = {}
    for code, stored in rx.connection.execute(select(instelling.c.code, instelling.c.waarde)):
        setting = INSTELLING_VAN_CODE.get(code)
        value = tuple(stored) if isinstance(stored, list) else stored
        if setting is not None and type(value) is type(setting.standaard):
            found[code] = value
    return found


def zet(tx: Tx, code: str, waarde: Waarde) -> None:
    """Keep an own value."""
    values = {"waarde": list(waarde) if isinstance(waarde, tuple) else waarde}
    tx.connection.execute(
        insert(instelling).values(code=code, **values).on_conflict_do_update(index_elements=["code"], set_=values)
    )


def wis(tx: Tx, code: str) -> bool:
    """Forget an own value; False when there was none."""
    return tx.connection.execute(delete(instelling).where(instelling.c.code == code)).rowcount == 1
