"""What a thuis-school asks for today, among the tasks of Vandaag (demands 74, 83, 84; WPO art. 40c).

Contact of today and what was missed, a decision that is not final or not on paper yet, the notice to the inspectie, and
the talk of the return. Tasks of the team stand among the tasks of the casus.
"""

from datetime import date

from svp_desktop.domain.thuisschool import PuntStatus, ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import ContactStand, wachtend
from svp_desktop.domain.thuisschool_wet import ControleStand
from svp_desktop.services.thuisschool import ThuisSchoolBeeld, ThuisSchoolService
from svp_desktop.services.werkplek import TaakRegel


def taken(service: ThuisSchoolService, today: date) -> list[TaakRegel]:
    """Everything that a running thuis-school asks for, as tasks that lead to the casus."""
    found = []
    for casus, beeld in service.lopend():
        for sentence, day, late in _vraagt(beeld, today):
            found.append(TaakRegel(casus.id, casus.titel, sentence, day, late or day < today))
    return found


def _vraagt(beeld: ThuisSchoolBeeld, today: date) -> list[tuple[str, date, bool]]:
    days = beeld.inhoud.momenten
    if beeld.thuisschool.status is ThuisSchoolStatus.VOORBEREIDING:
        started = days.vanaf is not None and days.vanaf <= today
        return [("Thuis-school: maak het besluit definitief", days.vanaf, True)] if started and days.vanaf else []
    asked = []
    for waiting in wachtend(beeld.dagen):
        missed = waiting.stand is ContactStand.GEMIST
        word = "contact gemist met" if missed else "bel nog met"
        asked.append((f"Thuis-school: {word} {waiting.zin}", waiting.datum, waiting.stand is ContactStand.NU))
    decided = days.besluit_op or today
    counted = beeld.schooldagen is not None
    inspectie = "meld aan de inspectie" if counted else "kijk of de inspectie dit moet weten"
    words = {"schriftelijk": "geef het besluit op papier", "inspectie": inspectie}
    for item in beeld.controles:
        empty = getattr(days, item.veld, None) is None
        if item.code in words and item.stand is ControleStand.NOG_DOEN and empty:
            asked.append((f"Thuis-school: {words[item.code]}", decided, False))
    if days.terug_op is not None and beeld.inhoud.punt("herstelgesprek").status is PuntStatus.OPEN:
        asked.append(("Thuis-school: herstelgesprek bij de terugkeer", days.terug_op, False))
    return asked
