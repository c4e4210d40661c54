"""The legal check of thuis-school: WPO art. 40c, and the five points on which a court struck a schorsing (law 2.3).

Nothing here decides: it says what is on file and what is missing. What is skipped on purpose is recorded with a reason.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.datums import dag_maand, tijd_kort
from svp_desktop.domain.school import Grondslag
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.thuisschool import Momenten, ThuisSchoolInhoud, eerste_dag_terug, te_lang


class ControleStand(Enum):
    """In order, passed on purpose with a reason, still to do later, or missing: the decision cannot be final yet."""

    IN_ORDE = "in_orde"
    BEWUST = "bewust"
    NOG_DOEN = "nog_doen"
    ONTBREEKT = "ontbreekt"


class WetControle(NamedTuple):
    """One line of the legal check: its state, what it says, the evidence, and the field where it is filled in."""

    code: str
    stand: ControleStand
    kop: str
    bewijs: str
    veld: str

    @property
    def voldaan(self) -> bool:
        """Whether nothing has to be done for it any more."""
        return self.stand in (ControleStand.IN_ORDE, ControleStand.BEWUST)


@dataclass(frozen=True, slots=True)
class WetFeiten:
    """What the check needs beside the content: calendar, thresholds, kind of school, and what was done before."""

    kalender: Schoolkalender
    today: date
    grondslag: Grondslag | None = None
    meeste_dagen: int = 5
    inspectie_dagen: int = 1
    connectie_weken: int = 4
    eerder: tuple[CasusActie, ...] = ()


_JA, _BEWUST, _LATER, _NEE = ControleStand
_GEBAAR = "relatiegebaar"


def wettelijke_controle(inhoud: ThuisSchoolInhoud, feiten: WetFeiten) -> tuple[WetControle, ...]:
    """Every line of the check, in the order in which a decision is made."""
    return (
        _gehoord(inhoud),
        _reden(inhoud),
        _blokken(inhoud),
        _week(inhoud.momenten, feiten),
        _bezwaar(inhoud, feiten),
        _terugkeer(inhoud.momenten, feiten),
        _stappen(inhoud, feiten),
        _connectie(inhoud, feiten),
        _schriftelijk(inhoud.momenten, feiten.today),
        _inspectie(inhoud.momenten, feiten),
    )


def houdt_tegen(controles: tuple[WetControle, ...]) -> tuple[WetControle, ...]:
    """What must be there before the decision can be final."""
    return tuple(item for item in controles if item.stand is ControleStand.ONTBREEKT)


def eerdere_stappen(acties: tuple[CasusActie, ...], tot: date) -> tuple[CasusActie, ...]:
    """The actions of the casus that were done up to a day, apart from thuis-school itself (demand 74)."""
    return tuple(item for item in acties if item.gedaan and item.datum <= tot and item.actie != "thuis_school")


def _gehoord(inhoud: ThuisSchoolInhoud) -> WetControle:
    days, texts = inhoud.momenten, inhoud.teksten
    asked = {"kind": days.kind_op, "ouders": days.ouders_op, "leerkracht": days.leerkracht_op}
    missing = [who for who, day in asked.items() if day is None]
    if missing and not texts.niet_gehoord:
        text = f"Vul in wanneer u sprak met {_en(missing)}, of schrijf waarom dat niet kon."
        return WetControle("gehoord", _NEE, "Nog niet iedereen vooraf gehoord", text, f"{missing[0]}_op")
    if days.besluit_op is None:
        return WetControle(
            "gehoord", _NEE, "Dag van het besluit ontbreekt", "Horen komt vóór het besluit.", "besluit_op"
        )
    late = [who for who, day in asked.items() if day is not None and day > days.besluit_op]
    if late:
        return WetControle(
            "gehoord", _NEE, "Gehoord na het besluit", f"Eerst horen, dan besluiten: {_en(late)}.", f"{late[0]}_op"
        )
    if missing:
        return WetControle("gehoord", _BEWUST, f"Niet gehoord: {_en(missing)}", texts.niet_gehoord, "niet_gehoord")
    last = max(day for day in asked.values() if day is not None)
    return WetControle(
        "gehoord", _JA, f"Vooraf gehoord, tot en met {dag_maand(last)}", "Kind, ouders en leerkracht.", "kind_op"
    )


def _reden(inhoud: ThuisSchoolInhoud) -> WetControle:
    texts = inhoud.teksten
    if texts.gedrag and texts.waarom:
        return WetControle(
            "reden", _JA, "Reden en gedrag staan erin", "Concreet, over het gedrag en niet over het kind.", "gedrag"
        )
    what = "het gedrag" if not texts.gedrag else "waarom thuis-school nodig is"
    return WetControle(
        "reden", _NEE, "Reden ontbreekt", f"Schrijf concreet {what}.", "waarom" if texts.gedrag else "gedrag"
    )


def _blokken(inhoud: ThuisSchoolInhoud) -> WetControle:
    texts = inhoud.teksten
    blocks = {"persoon": texts.persoon, "contact": texts.contact, "relatiegebaar": texts.relatiegebaar}
    words = {
        "persoon": "het kind wordt niet afgewezen",
        "contact": "het contact blijft",
        "relatiegebaar": "relatiegebaar",
    }
    missing = [name for name, text in blocks.items() if not text]
    if missing:
        text = f"Nog te schrijven: {_en([words[name] for name in missing])}."
        return WetControle("blokken", _NEE, "Brief is nog niet volledig", text, missing[0])
    return WetControle("blokken", _JA, "Niet afgewezen, contact blijft", "Deze blokken staan in de brief.", "persoon")


def _week(days: Momenten, feiten: WetFeiten) -> WetControle:
    head = "Ten hoogste één week"
    if days.vanaf is None or days.tot is None:
        return WetControle(
            "week", _NEE, "Eerste en laatste dag ontbreken", "Vul beide dagen in.", "tot" if days.vanaf else "vanaf"
        )
    if te_lang(days.vanaf, days.tot):
        return WetControle("week", _NEE, "Langer dan één week", "De wet staat ten hoogste één week toe.", "tot")
    if days.besluit_op is not None and days.besluit_op > days.vanaf:
        text = "Het besluit is van na de eerste dag. Eerst besluiten, dan begint thuis-school."
        return WetControle("week", _NEE, "Begint vóór het besluit", text, "vanaf")
    span = f"{dag_maand(days.vanaf)} tot en met {dag_maand(days.tot)}"
    count = feiten.kalender.tel(days.vanaf, days.tot)
    if count is None:
        why = "de vrije dagen van dit schooljaar zijn niet ingevuld bij Instellingen"
        text = f"{span}. De schooldagen tellen wij niet: {why}."
        return WetControle("week", _LATER, f"{head} (schooldagen niet geteld)", text, "")
    if count > feiten.meeste_dagen:
        text = f"Het zijn {count} schooldagen. Ten hoogste {feiten.meeste_dagen} mag."
        return WetControle("week", _NEE, "Te veel schooldagen", text, "tot")
    if count == 0:
        return WetControle("week", _NEE, "Geen schooldag", "In deze dagen is er geen school.", "vanaf")
    return WetControle("week", _JA, head, f"{_schooldagen(count)}, {span}.", "tot")


def _bezwaar(inhoud: ThuisSchoolInhoud, feiten: WetFeiten) -> WetControle:
    if not inhoud.teksten.bezwaar:
        text = "Schrijf waar en tot wanneer ouders bezwaar kunnen maken."
        return WetControle("bezwaar", _NEE, "Bezwaar ontbreekt", text, "bezwaar")
    if feiten.grondslag is None:
        text = "Openbaar of bijzonder is niet ingevuld bij de school. Kijk de tekst goed na."
        return WetControle("bezwaar", _LATER, "Bezwaar staat erin", text, "bezwaar")
    text = f"Tekst voor {'een openbare' if feiten.grondslag is Grondslag.OPENBAAR else 'een bijzondere'} school."
    return WetControle("bezwaar", _JA, "Bezwaar staat erin", text, "bezwaar")


def _terugkeer(days: Momenten, feiten: WetFeiten) -> WetControle:
    if days.terug_op is None or days.terug_tijd is None:
        field = "terug_op" if days.terug_op is None else "terug_tijd"
        text = "Plan het herstelgesprek: vóór schooltijd, of de middag ervoor."
        return WetControle("terugkeer", _NEE, "Terugkeer is niet gepland", text, field)
    when = f"{dag_maand(days.terug_op, weekdag=True)}, {tijd_kort(days.terug_tijd)} uur"
    if days.tot is not None:
        back = eerste_dag_terug(days.tot, feiten.kalender)
        if days.terug_op < days.tot:
            # on the last day at home it is the afternoon before the return
            text = f"{when}. De laatste dag thuis is {dag_maand(days.tot, weekdag=True)}."
            return WetControle("terugkeer", _NEE, "Herstelgesprek ligt te vroeg", text, "terug_op")
        if back is not None and days.terug_op > back:
            text = f"{when}. De eerste schooldag terug is {dag_maand(back, weekdag=True)}."
            return WetControle("terugkeer", _NEE, "Herstelgesprek komt te laat", text, "terug_op")
    if feiten.kalender.is_schooldag(days.terug_op) is False:
        text = f"{when}. Op deze dag is er geen school. Kijk deze dag na."
        return WetControle("terugkeer", _LATER, "Herstelgesprek op een vrije dag", text, "terug_op")
    return WetControle("terugkeer", _JA, "Terugkeer is gepland", f"Herstelgesprek {when}.", "terug_op")


def _stappen(inhoud: ThuisSchoolInhoud, feiten: WetFeiten) -> WetControle:
    earlier = eerdere_stappen(feiten.eerder, inhoud.momenten.besluit_op or feiten.today)
    if earlier:
        kinds = list(dict.fromkeys(ACTIE_VAN_CODE[item.actie].kort.lower() for item in reversed(earlier)))
        count = "1 actie" if len(earlier) == 1 else f"{len(earlier)} acties"
        text = f"{count}, ook {_en(kinds[:3])}."
        return WetControle("stappen", _JA, "Eerdere stappen in het dossier", text, "geen_stappen")
    if inhoud.teksten.geen_stappen:
        return WetControle("stappen", _BEWUST, "Geen eerdere stap", inhoud.teksten.geen_stappen, "geen_stappen")
    text = "Thuis-school is de laatste stap. Schrijf waarom er geen kleinere stap was."
    return WetControle("stappen", _NEE, "Geen eerdere stap in de casus", text, "geen_stappen")


def _connectie(inhoud: ThuisSchoolInhoud, feiten: WetFeiten) -> WetControle:
    until = inhoud.momenten.besluit_op or feiten.today
    since = until - timedelta(weeks=feiten.connectie_weken)
    last = [item for item in eerdere_stappen(feiten.eerder, until) if item.datum >= since and item.actie == _GEBAAR]
    if last:
        text = f"{ACTIE_VAN_CODE[last[-1].actie].kort} op {dag_maand(last[-1].datum)}."
        return WetControle("connectie", _JA, "Eerst connectie", text, "geen_connectie")
    if inhoud.teksten.geen_connectie:
        return WetControle(
            "connectie", _BEWUST, "Zonder relatiegebaar vooraf", inhoud.teksten.geen_connectie, "geen_connectie"
        )
    weeks = "week" if feiten.connectie_weken == 1 else f"{feiten.connectie_weken} weken"
    text = f"De laatste {weeks} staat er geen relatiegebaar. Doe dat eerst, of schrijf waarom niet."
    return WetControle("connectie", _NEE, "Eerst connectie", text, "geen_connectie")


def _schriftelijk(days: Momenten, today: date) -> WetControle:
    if days.uitgereikt_op is None:
        late = days.besluit_op is not None and days.besluit_op < today
        text = "Geef de brief nu, op papier." if late else "Geef de brief op de dag van het besluit, op papier."
        head = "Besluit is te laat: nog niet op papier" if late else "Besluit nog op papier geven"
        return WetControle("schriftelijk", _LATER, head, text, "uitgereikt_op")
    when = f"Aan de ouders gegeven op {dag_maand(days.uitgereikt_op)}"
    if days.besluit_op is not None and days.uitgereikt_op < days.besluit_op:
        text = f"{when}. Het besluit is van {dag_maand(days.besluit_op)}. Kijk deze dagen na."
        return WetControle("schriftelijk", _LATER, "Brief is van vóór het besluit", text, "uitgereikt_op")
    if days.besluit_op is not None and days.uitgereikt_op > days.besluit_op + timedelta(days=1):
        return WetControle(
            "schriftelijk", _LATER, "Besluit niet meteen op papier", f"{when}. Leg uit waarom.", "uitgereikt_op"
        )
    return WetControle("schriftelijk", _JA, "Besluit op papier aan de ouders", f"{when}.", "uitgereikt_op")


def _inspectie(days: Momenten, feiten: WetFeiten) -> WetControle:
    if days.inspectie_op is not None:
        return WetControle("inspectie", _JA, f"Inspectie: gemeld op {dag_maand(days.inspectie_op)}", "", "inspectie_op")
    limit = _schooldagen(feiten.inspectie_dagen)
    need = inspectie_nodig(days, feiten.kalender, feiten.inspectie_dagen)
    if need is None:
        text = f"Duurt het langer dan {limit}? Dan meldt u het, met de reden."
        return WetControle("inspectie", _LATER, "Inspectie: kijk of dit moet", text, "inspectie_op")
    if not need:
        return WetControle(
            "inspectie", _JA, "Inspectie: niet nodig", f"Het duurt niet langer dan {limit}.", "inspectie_op"
        )
    text = f"Nodig, want langer dan {limit}. Melden gaat via het Internet Schooldossier."
    return WetControle("inspectie", _LATER, "Inspectie: nog melden", text, "inspectie_op")


def inspectie_nodig(days: Momenten, kalender: Schoolkalender, grens: int) -> bool | None:
    """Whether the inspectie must be told (art. 40c lid 3); None while the school days cannot be counted."""
    if days.vanaf is None or days.tot is None:
        return None
    count = kalender.tel(days.vanaf, days.tot)
    if count is not None:
        return count > grens
    # a stretch that is short in calendar days is short in school days too
    return False if (days.tot - days.vanaf).days < grens else None


def _schooldagen(count: int) -> str:
    return "1 schooldag" if count == 1 else f"{count} schooldagen"


def _en(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}" if words else ""
