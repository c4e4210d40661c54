"""Herstelgesprekken among the tasks of Vandaag: planned talks, a gebaar that waits, looking back (84, 87)."""

from datetime import date

from svp_desktop.services.herstelgesprekken import HerstelgesprekkenService, sleutel
from svp_desktop.services.werkplek import TaakRegel


def taken(service: HerstelgesprekkenService, today: date) -> list[TaakRegel]:
    """Everything of a herstelgesprek that waits, as tasks that lead to the very talk."""
    found = []
    for item in service.wachtend():
        day, key = item.wacht.datum, sleutel(item.casus_id, item.gesprek_id)
        found.append(TaakRegel(item.casus_id, item.titel, item.wacht.zin, day, day < today, sleutel=key))
    return found
