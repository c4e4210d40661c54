"""Open tasks of casussen, among the tasks of Vandaag (demands 18, 38)."""

from datetime import date

from svp_desktop.services.casus_taken import CasusTakenService, sleutel
from svp_desktop.services.werkplek import TaakRegel


def taken(service: CasusTakenService, today: date) -> list[TaakRegel]:
    """Each task on its day, with who does it."""
    return [
        TaakRegel(
            taak.casus_id,
            titel,
            ", ".join(filter(None, (taak.inhoud.omschrijving, taak.eigenaar))),
            taak.inhoud.datum,
            taak.te_laat(today),
            sleutel=sleutel(taak.casus_id, taak.id),
        )
        for titel, taak in service.open()
    ]
