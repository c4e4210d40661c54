"""The papers of the program and what each of them is: where it comes from, who reads it, how it is laid out.

Whatever differs from paper to paper stands here as data, so that composer, guards and layout ask for a property and
never for a kind.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from svp_desktop.domain.papier import PapierDraft, PapierSoort


class PapierBron(Enum):
    """The part of a casus that a paper is begun from."""

    CASUS = "casus"
    THUISSCHOOL = "thuisschool"
    HERSTELGESPREK = "herstelgesprek"


class Lezer(Enum):
    """Who reads it: a child of some bouw, parents, or adults of the school and around it."""

    KIND = "kind"
    OUDERS = "ouders"
    VOLWASSENEN = "volwassenen"


class Vorm(Enum):
    """How it is laid out."""

    KINDBRIEF = "kindbrief"
    BRIEF = "brief"
    WERKBLAD = "werkblad"
    KAART = "kaart"
    VOORBEREIDING = "voorbereiding"


@dataclass(frozen=True, slots=True)
class PapierSpec:
    """What one paper is.

    `een_titel` names it in a sentence ("een aankondiging"), `waarvoor` says what it is for. `actie` is the action
    of the ladder that is recorded when it is handed out ("" for none). `groep`: it is about a whole group.
    `zonder_naam`: nobody may read which child it is about. `envelop`: one copy an address, with gezag. `voorlezen`:
    it is read aloud at a moment that is planned. `namens_school`: it is a decision of the school, signed by the
    directeur. `ouders_tekenen`: parents with gezag sign first. `verplicht` are the blocks that the law asks for.
    `beeld` is the vignette beside the title of a werkblad.
    """

    soort: PapierSoort
    titel: str
    een_titel: str
    waarvoor: str
    bron: PapierBron
    lezer: Lezer
    vorm: Vorm
    actie: str = ""
    groep: bool = False
    zonder_naam: bool = False
    envelop: bool = False
    voorlezen: bool = False
    namens_school: bool = False
    ouders_tekenen: bool = False
    verplicht: tuple[str, ...] = ()
    beeld: str = ""

    @property
    def getekend(self) -> bool:
        """Whether it carries a drawing from a set, or a picture of the school."""
        return self.vorm in (Vorm.KINDBRIEF, Vorm.KAART)

    @property
    def kinderletter(self) -> bool:
        """Whether it is set in the type face for young readers."""
        return self.getekend or self.vorm is Vorm.VOORBEREIDING

    @property
    def ondertekend(self) -> bool:
        """Whether people sign under it; a werkblad and a card have a block for that."""
        return self.vorm in (Vorm.KINDBRIEF, Vorm.BRIEF)

    @property
    def met_actie(self) -> bool:
        """Whether handing it out is itself the action: a child gets it. A list or agenda only prepares one."""
        return bool(self.actie) and self.lezer is Lezer.KIND

    def aan(self, roepnaam: str) -> str:
        """To whom it is handed out when it has no envelope: proposed, and open to change."""
        who = {Lezer.OUDERS: f"de ouders van {roepnaam}" if roepnaam else "de ouders", Lezer.VOLWASSENEN: "het team"}
        return who.get(self.lezer, roepnaam or "de groep")

    @property
    def dag_te_kiezen(self) -> bool:
        """Whether the day on it can be typed; any other paper bears the day on which it is made."""
        return self.vorm in (Vorm.BRIEF, Vorm.WERKBLAD)

    @property
    def per_bouw(self) -> bool:
        """Whether its words differ by bouw."""
        return self.lezer is Lezer.KIND


#: What a letter with the decision of thuis-school may not leave out (WPO art. 40c, Awb).
_BESLUIT = (
    "besluit", "dagen", "gebeurd", "waarom", "persoon", "gehoord", "contact", "werk", "terugkeer", "weten", "bezwaar",
    "bezwaar_hoe",
)  # fmt: skip
_CASUS, _THUIS, _HERSTEL = PapierBron
_KIND, _OUDERS, _ALLEN = Lezer

_ALLE = (
    PapierSpec(
        PapierSoort.AANKONDIGING_KIND,
        "Aankondiging",
        "een aankondiging",
        "lezen wij voor, met de ouders erbij",
        _CASUS,
        _KIND,
        Vorm.KINDBRIEF,
        actie="aankondiging",
        voorlezen=True,
    ),
    PapierSpec(
        PapierSoort.AANKONDIGING_OUDERS,
        "Brief aan de ouders bij de aankondiging",
        "een brief aan ouders",
        "met de kopie: hoe het gaat en wat wij vragen",
        _CASUS,
        _OUDERS,
        Vorm.BRIEF,
        envelop=True,
        voorlezen=True,
    ),
    PapierSpec(
        PapierSoort.AANKONDIGING_GROEP,
        "Aankondiging aan de groep",
        "een aankondiging aan de groep",
        "lezen wij voor in de groep; noemt geen kind",
        _CASUS,
        _KIND,
        Vorm.KINDBRIEF,
        actie="aankondiging",
        groep=True,
        voorlezen=True,
    ),
    PapierSpec(
        PapierSoort.OPLOSSINGSVERZOEK,
        "Oplossingsverzoek",
        "een oplossingsverzoek",
        "het plan van het kind, met een dag om terug te kijken",
        _CASUS,
        _KIND,
        Vorm.VOORBEREIDING,
        actie="oplossingsverzoek",
    ),
    PapierSpec(
        PapierSoort.TELEFOONRONDE,
        "Telefoonronde",
        "een bellijst",
        "wie belt wie, en wat wij zeggen",
        _CASUS,
        _ALLEN,
        Vorm.WERKBLAD,
        actie="telefoonronde",
    ),
    PapierSpec(
        PapierSoort.SITIN_KAART,
        "Kaart bij de sit-in",
        "een kaart bij de sit-in",
        "de ene zin, dertig minuten, wat wel en wat niet",
        _CASUS,
        _ALLEN,
        Vorm.WERKBLAD,
        actie="sit_in",
    ),
    PapierSpec(
        PapierSoort.NETWERKGESPREK,
        "Agenda netwerkgesprek",
        "een agenda",
        "het gesprek met ouders en steunfiguren",
        _CASUS,
        _ALLEN,
        Vorm.WERKBLAD,
        actie="gesprek",
    ),
    PapierSpec(
        PapierSoort.BEMIDDELINGSGESPREK,
        "Agenda bemiddelingsgesprek",
        "een agenda",
        "twee kanten aan tafel, met iemand ertussen",
        _CASUS,
        _ALLEN,
        Vorm.WERKBLAD,
        actie="gesprek",
    ),
    PapierSpec(
        PapierSoort.GEZAMENLIJKE_BRIEF,
        "Brief van ouders en school samen",
        "een brief aan het kind",
        "ouders en school zeggen hetzelfde",
        _CASUS,
        _KIND,
        Vorm.KINDBRIEF,
        ouders_tekenen=True,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_BRIEF,
        "Brief aan de ouders over thuis-school",
        "een brief over thuis-school",
        "het besluit: waarom, welke dagen, contact, bezwaar",
        _THUIS,
        _OUDERS,
        Vorm.BRIEF,
        envelop=True,
        namens_school=True,
        verplicht=_BESLUIT,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_INSPECTIE,
        "Melding aan de inspectie",
        "een melding aan de inspectie",
        "als thuis-school langer dan één dag duurt",
        _THUIS,
        _ALLEN,
        Vorm.WERKBLAD,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_RICHTLIJN,
        "Richtlijnen voor thuis",
        "richtlijnen voor ouders",
        "hoe de dagen thuis eruitzien",
        _THUIS,
        _OUDERS,
        Vorm.WERKBLAD,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_KAART,
        "Kaart van de tweede dag",
        "een kaart aan het kind",
        "op dik papier, vouwen tot A6",
        _THUIS,
        _KIND,
        Vorm.KAART,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_BERICHT,
        "Bericht aan alle ouders",
        "een bericht aan ouders",
        "over rust in de groep; noemt geen kind",
        _THUIS,
        _OUDERS,
        Vorm.BRIEF,
        zonder_naam=True,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_TAKEN,
        "Taken van het team",
        "een takenlijst",
        "wie doet wat tijdens de dagen thuis",
        _THUIS,
        _ALLEN,
        Vorm.WERKBLAD,
    ),
    PapierSpec(
        PapierSoort.THUISSCHOOL_WELKOM,
        "Welkom terug",
        "een lijst voor de terugkeer",
        "wat klaar is als het kind weer komt",
        _THUIS,
        _ALLEN,
        Vorm.WERKBLAD,
    ),
    PapierSpec(
        PapierSoort.HERSTEL_AGENDA,
        "Agenda herstelgesprek",
        "een agenda",
        "de vier vragen, met ruimte om op te schrijven",
        _HERSTEL,
        _ALLEN,
        Vorm.WERKBLAD,
        beeld="brug",
    ),
    PapierSpec(
        PapierSoort.HERSTEL_KIND,
        "Voorbereiding voor het kind",
        "een voorbereidingsblad",
        "thuis invullen of tekenen",
        _HERSTEL,
        _KIND,
        Vorm.VOORBEREIDING,
    ),
    PapierSpec(
        PapierSoort.HERSTEL_GERAAKT,
        "Voorbereiding voor wie geraakt is",
        "een voorbereidingsblad",
        "wat er gebeurde, en wat nodig is",
        _HERSTEL,
        _KIND,
        Vorm.VOORBEREIDING,
    ),
    PapierSpec(
        PapierSoort.HERSTEL_OUDERS,
        "Uitnodiging aan de ouders",
        "een uitnodiging",
        "wanneer, hoe het gaat en wat wij vragen",
        _HERSTEL,
        _OUDERS,
        Vorm.BRIEF,
        envelop=True,
    ),
    PapierSpec(
        PapierSoort.HERSTEL_VERSLAG,
        "Verslag herstelgesprek",
        "een verslag",
        "wat er is gezegd en afgesproken",
        _HERSTEL,
        _ALLEN,
        Vorm.WERKBLAD,
        beeld="brug",
    ),
)

SPECS: dict[PapierSoort, PapierSpec] = {spec.soort: spec for spec in _ALLE}


def spec_van(draft: PapierDraft) -> PapierSpec:
    """What this paper is."""
    return SPECS[draft.soort]


def verder(draft: PapierDraft, today: date) -> PapierDraft:
    """What was typed before, to go on with today."""
    return draft if spec_van(draft).dag_te_kiezen else replace(draft, datum=today)


def papieren_van(bron: PapierBron, *, groep: bool) -> tuple[PapierSpec, ...]:
    """The papers that can be begun there, in the order of the menu; of a casus either those about a group or those
    about one child."""
    return tuple(spec for spec in _ALLE if spec.bron is bron and (bron is not PapierBron.CASUS or spec.groep is groep))


def concept_sleutel(casus_id: int, soort: PapierSoort, bron_id: int | None = None) -> str:
    """The key under which a paper that is being made is kept."""
    key = f"papier:{casus_id}:{soort.value}"
    return key if bron_id is None else f"{key}:{bron_id}"


def sleutel_van(draft: PapierDraft) -> str:
    """The key of this paper."""
    return concept_sleutel(draft.casus_id, draft.soort, draft.bron_id)


def van_sleutel(sleutel: str) -> tuple[int, PapierSoort, int | None]:
    """Casus, kind and source of such a key. Raises ValueError for another key."""
    _, casus_id, soort, *bron = sleutel.split(":")
    return int(casus_id), PapierSoort(soort), int(bron[0]) if bron else None
