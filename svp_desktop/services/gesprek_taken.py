"""Talks that were asked or planned and not held, among the tasks of Vandaag (demand 20)."""

from datetime import date

from svp_desktop.domain.gesprekken import WachtendGesprek
from svp_desktop.domain.labels import label
from svp_desktop.services.gesprekken import GesprekkenService, sleutel
from svp_desktop.services.werkplek import TaakRegel


def taken(service: GesprekkenService, today: date) -> list[TaakRegel]:
    """Each talk that waits, on the day that it is planned; one that is only asked stands on today."""
    return [_taak(item, today) for item in service.wachtend()]


def _taak(item: WachtendGesprek, today: date) -> TaakRegel:
    inhoud = item.gesprek.inhoud
    day = inhoud.gepland_op or today
    who = f" met {item.gesprek.persoon}" if item.gesprek.persoon else ""
    words = [f"{label(inhoud.soort)}{who}", str(item.wachttijd) if item.wachttijd else ""]
    if inhoud.gepland_op is None:
        words.append("nog niet gepland")
    casus_id = item.gesprek.casus_id
    key = sleutel(casus_id, item.gesprek.id)
    return TaakRegel(casus_id, item.titel, ", ".join(filter(None, words)), day, day < today, sleutel=key)
