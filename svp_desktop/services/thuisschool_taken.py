"""What a thuis-school asks for today, among the tasks of Vandaag (demands 74, 83, 84; WPO art. 40c).

Contact of today and what was missed, a decision that is not final or not on paper yet, the notice to the inspectie, and
the talk of the return. Tasks of the team stand among the tasks of the casus.
"""

from datetime import date

from svp_desktop.domain.thuisschool import PuntStatus, ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import ContactStand, wachtend
from svp_desktop.domain.thuisschool_fasen import Fase
from svp_desktop.domain.thuisschool_wet import ControleStand
from svp_desktop.services.thuisschool import ThuisSchoolBeeld, ThuisSchoolService, sleutel
from svp_desktop.services.werkplek import TaakRegel


def taken(service: ThuisSchoolService, today: date) -> list[TaakRegel]:
    """Everything that a running thuis-school asks for, as tasks that lead to the phase where it is done."""
    found = []
    for casus, beeld in service.lopend():
        for words, day, late, fase in _vraagt(beeld, today):
            key = sleutel(casus.id, beeld.thuisschool.id, fase)
            line = TaakRegel(casus.id, casus.titel, f"Thuis-school: {words}", day, late or day < today, sleutel=key)
            found.append(line)
    return found


def _vraagt(beeld: ThuisSchoolBeeld, today: date) -> list[tuple[str, date, bool, Fase]]:
    days = beeld.inhoud.momenten
    if beeld.thuisschool.status is ThuisSchoolStatus.VOORBEREIDING:
        if days.vanaf is None or days.vanaf > today:
            return []
        return [("maak het besluit definitief", days.vanaf, True, Fase.VOORAF)]
    asked = []
    for waiting in wachtend(beeld.dagen):
        missed = waiting.stand is ContactStand.GEMIST
        words = f"{'contact gemist' if missed else 'bel nog'} met {waiting.zin}"
        asked.append((words, waiting.datum, waiting.stand is ContactStand.NU, Fase.TIJDENS))
    counted = beeld.schooldagen is not None
    inspectie = "meld aan de inspectie" if counted else "kijk of de inspectie dit moet weten"
    todo = {"schriftelijk": "geef het besluit op papier", "inspectie": inspectie}
    for item in beeld.controles:
        if item.code in todo and item.stand is ControleStand.NOG_DOEN and getattr(days, item.veld, None) is None:
            asked.append((todo[item.code], days.besluit_op or today, False, Fase.VOORAF))
    recorded = beeld.herstel_gepland or beeld.herstel_gehouden  # then the herstelgesprek itself waits
    if days.terug_op is not None and not recorded and beeld.inhoud.punt("herstelgesprek").status is PuntStatus.OPEN:
        asked.append(("herstelgesprek bij de terugkeer", days.terug_op, False, Fase.TERUGKEER))
    return asked
