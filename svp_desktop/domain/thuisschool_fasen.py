"""The six phases of thuis-school with their points (demands 82-88): any order, progress always visible.

A point is known from what is filled in, or it is ticked by a person. The plan lost the heading of phase 1; *Vooraf* is
our own title.
"""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.thuisschool import Punt, PuntStatus, ThuisSchoolInhoud
from svp_desktop.domain.thuisschool_contact import ContactDag, ContactStand
from svp_desktop.domain.thuisschool_wet import ControleStand, WetControle


class Fase(Enum):
    """The six phases, in the plan's order."""

    VOORAF = "vooraf"
    TIJDENS = "tijdens"
    TERUGKEER = "terugkeer"
    OPLOSSING = "oplossing"
    NAZORG = "nazorg"
    HERSTEL = "herstel"


FASETITELS: dict[Fase, tuple[str, str]] = {
    Fase.VOORAF: ("Vooraf", "besluit (eigen titel)"),
    Fase.TIJDENS: ("Tijdens", "contact en taken"),
    Fase.TERUGKEER: ("Terugkeer", "warm welkom"),
    Fase.OPLOSSING: ("Oplossingsverzoek", "afspraken"),
    Fase.NAZORG: ("Nazorg", "de weken erna"),
    Fase.HERSTEL: ("Herstel van gedrag", "goedmaken"),
}


class Verband(NamedTuple):
    """What points are known from: the content, days of contact, the legal check, counts of tasks, whether the
    herstelgesprek of this period was held, and whether the gemeente wants leerplicht to be told."""

    inhoud: ThuisSchoolInhoud
    dagen: tuple[ContactDag, ...] = ()
    controles: tuple[WetControle, ...] = ()
    taken: int = 0
    nazorg: int = 0
    herstelgesprek: bool = False
    leerplicht: bool = False


class PuntSoort(NamedTuple):
    """One point of a phase; `weet` tells whether it is done, None for one that a person ticks. `ook` tells that such a
    point is done already because the casus shows it, `als` that not every school has it."""

    code: str
    fase: Fase
    titel: str
    uitleg: str
    weet: Callable[[Verband], bool] | None = None
    ook: Callable[[Verband], bool] | None = None
    als: Callable[[Verband], bool] | None = None


def _wet(code: str) -> Callable[[Verband], bool]:
    return lambda found: any(item.code == code and item.voldaan for item in found.controles)


def _tekst(*names: str) -> Callable[[Verband], bool]:
    return lambda found: all(getattr(found.inhoud.teksten, name) for name in names)


def _elke_dag(found: Verband) -> bool:
    return bool(found.dagen) and all(item.stand is ContactStand.GEDAAN for item in found.dagen)


def _dagen_goed(found: Verband) -> bool:
    week = next((item for item in found.controles if item.code == "week"), None)
    return week is not None and week.stand is not ControleStand.ONTBREEKT


def _gepland(found: Verband) -> bool:
    return found.inhoud.momenten.vervolg_op is not None


def _gehouden(found: Verband) -> bool:
    return found.herstelgesprek


def _leerplicht(found: Verband) -> bool:
    return found.leerplicht


PUNTEN: tuple[PuntSoort, ...] = (
    PuntSoort("gehoord", Fase.VOORAF, "Kind, ouders en leerkracht gehoord", "Vóór het besluit.", _wet("gehoord")),
    PuntSoort("gedrag", Fase.VOORAF, "Gedrag en reden concreet benoemd", "", _wet("reden")),
    PuntSoort("blokken", Fase.VOORAF, "Niet afgewezen, contact blijft, relatiegebaar", "", _wet("blokken")),
    PuntSoort("dagen", Fase.VOORAF, "Dagen gekozen, ten hoogste één week", "", _dagen_goed),
    PuntSoort("op_papier", Fase.VOORAF, "Besluit op papier gegeven", "", _wet("schriftelijk")),
    PuntSoort("leerplicht", Fase.VOORAF, "Leerplicht van de gemeente ingelicht",
              "De schorsing telt als geoorloofd verzuim.", als=_leerplicht),
    PuntSoort("contact", Fase.TIJDENS, "Elke schooldag contact met kind en ouders", "Ook op de dag van het besluit.",
              _elke_dag),
    PuntSoort("richtlijnen", Fase.TIJDENS, "Richtlijnen aan de ouders gegeven", "Werkboek bladzijde 178."),
    PuntSoort("hoort_erbij", Fase.TIJDENS, "Het kind hoort erbij", "Het krijgt werk en nieuws van de groep."),
    PuntSoort("voorbereid", Fase.TIJDENS, "Herstelgesprek voorbereid", "Met kind, ouders en team."),
    PuntSoort("boodschap", Fase.TIJDENS, "Relatiegebaar: korte boodschap",
              "“We zien je volgende week weer, fijn dat je terugkomt.”"),
    PuntSoort("alle_ouders", Fase.TIJDENS, "Bericht aan alle ouders, zonder namen", "Waar dat kan en helpt."),
    PuntSoort("taken", Fase.TIJDENS, "Taken verdeeld in het team", "", lambda found: found.taken > 0),
    PuntSoort("groep", Fase.TERUGKEER, "Groep voorbereid op de terugkeer", ""),
    PuntSoort("thuis_voorbereid", Fase.TERUGKEER, "Ouders en kind zijn thuis voorbereid", "Met hulp, als dat kan."),
    PuntSoort("terugkeer", Fase.TERUGKEER, "Herstelgesprek gepland", "Half uur voor schooltijd, of de middag ervoor.",
              _wet("terugkeer")),
    PuntSoort("herstelgesprek", Fase.TERUGKEER, "Herstelgesprek gehouden", "Directeur of leerkracht, kind en ouders.",
              None, _gehouden),
    PuntSoort("vervolg", Fase.TERUGKEER, "Vervolgafspraak gepland", "Voor het oplossingsverzoek.", _gepland),
    PuntSoort("welkom", Fase.TERUGKEER, "Warm welkom", "“Fijn dat je er weer bent.”"),
    PuntSoort("verzoek", Fase.OPLOSSING, "Oplossingsverzoek is concreet", "", _tekst("verzoek")),
    PuntSoort("afspraken", Fase.OPLOSSING, "Afspraken kort vastgelegd", "", _tekst("afspraken")),
    PuntSoort("opnieuw", Fase.OPLOSSING, "Als dit opnieuw gebeurt, hoe handelen we anders?", "", _tekst("opnieuw")),
    PuntSoort("gedeeld", Fase.OPLOSSING, "Gedeeld met de ouders", ""),
    PuntSoort("volgen", Fase.NAZORG, "Weken nazorg gepland", "Zie ook werkboek bladzijde 195.",
              lambda found: found.nazorg > 0),
    PuntSoort("bevestiging", Fase.NAZORG, "Positieve bevestiging bij gewenst gedrag", ""),
    PuntSoort("lijntjes", Fase.NAZORG, "Korte lijntjes met de ouders", ""),
    PuntSoort("gebaren", Fase.NAZORG, "Relatiegebaren blijven", "Een compliment, een check-in."),
    PuntSoort("excuses", Fase.HERSTEL, "Excuses aangeboden", "Mondeling of op papier."),
    PuntSoort("gevolgen", Fase.HERSTEL, "De gevolgen voor anderen erkend", ""),
    PuntSoort("positief", Fase.HERSTEL, "Positief gebaar gedaan", "Een brief, een kleine actie."),
    PuntSoort("deelname", Fase.HERSTEL, "Meegedaan aan het herstelgesprek", "Met ouders en school.", None, _gehouden),
)  # fmt: skip


class PuntStand(NamedTuple):
    """A point as it stands now; `zelf` when a person ticks it, `bekend` when the casus shows that it is done."""

    soort: PuntSoort
    status: PuntStatus
    notitie: str
    bekend: bool = False

    @property
    def zelf(self) -> bool:
        """Whether a person ticks it."""
        return self.soort.weet is None

    @property
    def klaar(self) -> bool:
        """Done, or not needed on purpose."""
        return self.status is not PuntStatus.OPEN


def punten_van(found: Verband, fase: Fase) -> tuple[PuntStand, ...]:
    """The points of one phase that this school has, as they stand."""
    return tuple(_stand(item, found) for item in PUNTEN if item.fase is fase and _geldt(item, found))


def voortgang(found: Verband) -> dict[Fase, tuple[int, int]]:
    """Of each phase how many points are ready, and of how many."""
    return {
        fase: (sum(item.klaar for item in points), len(points)) for fase in Fase if (points := punten_van(found, fase))
    }


def _geldt(soort: PuntSoort, found: Verband) -> bool:
    """A point that was answered stays, also when the school has it no more."""
    return soort.als is None or soort.als(found) or found.inhoud.punt(soort.code) != Punt(soort.code)


def _stand(soort: PuntSoort, found: Verband) -> PuntStand:
    said = found.inhoud.punt(soort.code)
    if soort.weet is None:
        known = said.status is PuntStatus.OPEN and soort.ook is not None and soort.ook(found)
        return PuntStand(soort, PuntStatus.GEDAAN if known else said.status, said.notitie, known)
    return PuntStand(soort, PuntStatus.GEDAAN if soort.weet(found) else PuntStatus.OPEN, said.notitie)
