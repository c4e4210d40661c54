"""Herstelgesprekken among the tasks of Vandaag: planned talks, a gebaar that waits, looking back (84, 87)."""

from datetime import date

from svp_desktop.services.herstelgesprekken import HerstelgesprekkenService
from svp_desktop.services.werkplek import TaakRegel


def taken(service: HerstelgesprekkenService, today: date) -> list[TaakRegel]:
    """Everything of a herstelgesprek that waits, as tasks that lead to the casus."""
    return [
        TaakRegel(item.casus_id, item.titel, item.wacht.zin, item.wacht.datum, item.wacht.datum < today)
        for item in service.wachtend()
    ]
