"""What waits today and later, gathered from every part of the program (demand 38)."""

from collections import Counter
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.school import schooljaar
from svp_desktop.services import (
    casus_taak_regels,
    gesprek_taken,
    herstel_taken,
    meldcode_taken,
    pest_taken,
    signaal_taken,
    thuisschool_taken,
)
from svp_desktop.services.werkplek import TaakRegel, Tellingen

if TYPE_CHECKING:
    from svp_desktop.domain.casus import GeplandeActie
    from svp_desktop.domain.preventie import Preventie
    from svp_desktop.services.werkplek import Werkplek


class Wanneer(Enum):
    """When something is due, as Vandaag counts it."""

    TE_LAAT = "te_laat"
    VANDAAG = "vandaag"
    DEZE_WEEK = "deze_week"
    LATER = "later"


def wanneer(task: TaakRegel, today: date) -> Wanneer:
    """In which count a task belongs; the week ends on Sunday."""
    if task.te_laat:
        return Wanneer.TE_LAAT
    if task.datum <= today:
        return Wanneer.VANDAAG
    sunday = today + timedelta(days=6 - today.weekday())
    return Wanneer.DEZE_WEEK if task.datum <= sunday else Wanneer.LATER


def vandaag(work: "Werkplek") -> tuple[TaakRegel, ...]:
    """Planned actions and tasks of running casussen, talks, thuis-school, signals and prevention, the oldest first."""
    today = work.today()
    found = [_actie(item) for item in (*work.casussen.gepland(), *work.casussen.terugkomen())]
    found += signaal_taken.taken(work.signalen, today)
    found += casus_taak_regels.taken(work.casustaken, today)
    found += gesprek_taken.taken(work.gesprekken, today)
    found += herstel_taken.taken(work.herstelgesprekken, today)
    found += [_evaluation(one, today) for one in work.preventie.te_evalueren(today)]
    found += pest_taken.taken(work.pestzaken, today)
    found += thuisschool_taken.taken(work.thuisschool, today)
    if meldcode_taken.PAGINA in work.soorten:
        found += meldcode_taken.taken(work.meldcode, today)
    return tuple(sorted(found, key=lambda task: task.datum))


def tellingen(work: "Werkplek") -> Tellingen:
    """The counters, as of now."""
    today = work.today()
    counted = Counter(wanneer(task, today) for task in vandaag(work))
    return Tellingen(
        incidenten=work.incidenten.aantal(IncidentFilter(schooljaar=schooljaar(today)))[0],
        casussen=work.casussen.aantal_lopend(),
        te_laat=counted[Wanneer.TE_LAAT],
        vandaag=counted[Wanneer.VANDAAG],
        deze_week=counted[Wanneer.DEZE_WEEK],
        concepten=len(work.concepten.alle()),
    )


def _actie(planned: "GeplandeActie") -> TaakRegel:
    return TaakRegel(planned.casus_id, planned.titel, planned.zin, planned.datum, planned.te_laat)


def _evaluation(one: "Preventie", today: date) -> TaakRegel:
    day = one.inhoud.evalueren_op or today
    return TaakRegel(0, "Preventie bekijken", one.inhoud.omschrijving, day, day < today, "inzicht", one.id)
