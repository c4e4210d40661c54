"""What waits in meldcode dossiers, among the tasks of Vandaag of who holds the key: by number, never with a name."""

from datetime import date

from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.werkplek import TaakRegel

PAGINA = "meldcode"


def taken(service: MeldcodeService, today: date) -> list[TaakRegel]:
    """Every term, agreement, question and answer that waits, and a closed dossier only when its day has come."""
    return [
        TaakRegel(0, f"Dossier {one.nummer}", one.zin, one.datum, one.datum < today, PAGINA, one.dossier_id)
        for one in service.herinneringen()
        if one.datum <= today or not one.gesloten
    ]
