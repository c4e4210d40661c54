"""What signals ask for, among the tasks of Vandaag: who is to be told, what was agreed, and what the school comes
back to (demands 36-38, 57)."""

from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.signalen import Overleg, OverlegSoort
from svp_desktop.services.signalen import SignalenService
from svp_desktop.services.werkplek import TaakRegel

PAGINA = "signalen"


def taken(service: SignalenService, today: date) -> list[TaakRegel]:
    """Every open overleg, unfinished afspraak and incident to come back to, as tasks."""
    who = {soort: ", ".join(name for _, name in service.met_wie(soort) if name) for soort in OverlegSoort}
    found = [_overleg(item, who[item.soort], today) for item in service.open()]
    for item in service.te_doen():
        late = item.datum < today
        record = item.overleg_id or 0
        found.append(TaakRegel(0, item.omschrijving, item.eigenaar, item.datum, late, PAGINA, record))
    for id_, names, day in service.terugkomen():
        found.append(
            TaakRegel(0, names or "Incident", "terugkomen op het incident", day, day < today, "incidenten", id_)
        )
    return found


def _titel(item: Overleg) -> str:
    """What is due, with the child that it is about."""
    return f"{label(item.soort)}: {item.persoon}" if item.persoon else label(item.soort)


def _overleg(item: Overleg, who: str, today: date) -> TaakRegel:
    planned = item.gepland_op
    words = who or "nog niemand heeft deze taak"
    if planned is not None:
        words = f"gepland, {words}"
    elif item.gevraagd_op < today:
        words = f"sinds {datums.dag_maand(item.gevraagd_op)}, {words}"
    day = planned or max(item.gevraagd_op, today)
    return TaakRegel(0, _titel(item), words, day, day < today, PAGINA, item.id)
