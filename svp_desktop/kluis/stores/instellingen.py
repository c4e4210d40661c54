"""The school's own values of settings; what stands here goes before the plan's."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE, Waarde
from svp_desktop.kluis.tables.school import instelling, instelling_eerder
from svp_desktop.kluis.transaction import Rx, Tx


def lees(rx: Rx) -> dict[str, Waarde]:
    """Every own value of a setting that this program knows and that still has its kind; others rest untouched."""
    rows = rx.connection.execute(select(instelling.c.code, instelling.c.waarde))
    return {code: value for code, stored in rows if (value := _value(code, stored)) is not None}


def lees_van(rx: Rx, schooljaar: str) -> dict[str, Waarde]:
    """The own values that were in force in a school year: an old record keeps the words of its time."""
    found = lees(rx)
    query = select(instelling_eerder).where(instelling_eerder.c.schooljaar >= schooljaar)
    for row in rx.connection.execute(query.order_by(instelling_eerder.c.schooljaar.desc())):
        found.pop(row.code, None)
        value = _value(row.code, row.waarde)
        if value is not None:
            found[row.code] = value
    return found


def eerdere(rx: Rx) -> list[tuple[str, str, Waarde | None]]:
    """Each setting that was another before: its code, the last school year of that value, and the value (None: the
    plan's), the newest first."""
    query = select(instelling_eerder).order_by(instelling_eerder.c.schooljaar.desc(), instelling_eerder.c.code)
    found = rx.connection.execute(query)
    return [
        (row.code, row.schooljaar, _value(row.code, row.waarde)) for row in found if row.code in INSTELLING_VAN_CODE
    ]


def bewaar_eerder(tx: Tx, code: str, schooljaar: str) -> None:
    """Before a change: what is in force now was so up to and including this school year. The first time counts."""
    now = tx.connection.execute(select(instelling.c.waarde).where(instelling.c.code == code)).scalar_one_or_none()
    values = {"code": code, "schooljaar": schooljaar, "waarde": now}
    tx.connection.execute(insert(instelling_eerder).values(values).on_conflict_do_nothing())


def _value(code: str, stored: object) -> Waarde | None:
    """A stored value when this program knows the setting and it still has that kind."""
    setting = INSTELLING_VAN_CODE.get(code)
    value = tuple(stored) if isinstance(stored, list) else stored
    if setting is None or type(value) is not type(setting.standaard):
        return None
    assert isinstance(value, bool | int | str | tuple)
    return value


def zet(tx: Tx, code: str, waarde: Waarde) -> None:
    """Keep an own value."""
    values = {"waarde": list(waarde) if isinstance(waarde, tuple) else waarde}
    tx.connection.execute(
        insert(instelling).values(code=code, **values).on_conflict_do_update(index_elements=["code"], set_=values)
    )


def wis(tx: Tx, code: str) -> bool:
    """Forget an own value; False when there was none."""
    return tx.connection.execute(delete(instelling).where(instelling.c.code == code)).rowcount == 1
