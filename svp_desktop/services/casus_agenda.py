"""Which days of a casus go to a calendar: what is planned from today on, in neutral words (demands 18, 38).

A calendar on a telephone or with a company must not tell about a child: no names, no kind of talk, no reason.
"""

from datetime import date
from uuid import NAMESPACE_URL, uuid5

from svp_desktop.domain.casus_taken import te_doen
from svp_desktop.exchange.agenda_uit import Agendapunt
from svp_desktop.kluis.stores import casus_acties, casus_taken, gesprekken, herstelgesprekken, thuisschool
from svp_desktop.kluis.transaction import Rx

_OMSCHRIJVING = "In het programma ziet u waar dit over gaat."
_TAAK, _GESPREK, _AFSPRAAK = "Taak voor school", "Gesprek op school", "Afspraak op school"


def punten(rx: Rx, kluis_id: str, casus_id: int, today: date) -> tuple[Agendapunt, ...]:
    """Tasks, planned actions, talks and the return after thuis-school, by day."""
    waiting = te_doen(casus_taken.van_casus(rx, casus_id), casus_acties.van_casus(rx, casus_id), today)
    days: list[tuple[date | None, str, str]] = [
        (item.datum, f"taak-{item.taak_id}", _TAAK)
        if item.taak_id
        else (item.datum, f"actie-{item.actie_id}", _AFSPRAAK)
        for item in waiting
    ]
    for talk in gesprekken.van_casus(rx, casus_id):
        days.append((talk.inhoud.gepland_op if talk.open else None, f"gesprek-{talk.id}", _GESPREK))
    for herstel in herstelgesprekken.van_casus(rx, casus_id):
        held = herstel.inhoud.gehouden_op is not None
        days.append((None if held else herstel.inhoud.gepland_op, f"herstel-{herstel.id}", _GESPREK))
    for period in thuisschool.van_casus(rx, casus_id):
        days.append((period.inhoud.momenten.terug_op, f"terug-{period.id}", _GESPREK))
    found = sorted((day, code, title) for day, code, title in days if day is not None and day >= today)
    return tuple(Agendapunt(_uid(kluis_id, code), day, title, _OMSCHRIJVING) for day, code, title in found)


def _uid(kluis_id: str, code: str) -> str:
    """The same for the same record of this school each time, and it tells nothing."""
    return str(uuid5(NAMESPACE_URL, f"{kluis_id}/{code}"))
