"""What waits in pestzaken, among the tasks of Vandaag: without a name, because others may look on (107, 108)."""

from datetime import date

from svp_desktop.services.pestzaken import PestzakenService
from svp_desktop.services.werkplek import TaakRegel

PAGINA = "pesten"


def taken(service: PestzakenService, today: date) -> list[TaakRegel]:
    """Every step, check and test that waits, for who leads the pestzaken."""
    if not service.leidt:
        return []
    return [
        TaakRegel(0, titel, zin[:1].upper() + zin[1:], datum, datum < today, PAGINA, zaak_id)
        for zaak_id, titel, datum, zin in service.wachtend()
    ]
