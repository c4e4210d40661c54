"""The papers of the program and what each of them is: where it comes from, who reads it, how it is laid out.

Whatever differs from paper to paper stands here as data, so that composer, guards and layout ask for a property and
never for a kind.
"""

from dataclasses import dataclass
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

    `een_titel` names it in a sentence ("een aankondiging"), `waarvoor` says what it is for. `actie` is the action of
    the ladder that is recorded when it is handed out ("" for none). `groep`: it is about a whole group.
    `zonder_naam`: nobody may read which child it is about. `envelop`: one copy an address, with gezag. `voorlezen`: it
    is read aloud at a moment that is planned. `namens_school`: it is a decision of the school, signed by the
    directeur. `verplicht` are the blocks that the law asks for. `beeld` is the vignette beside the title of a werkblad.
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
    verplicht: tuple[str, ...] = ()
    beeld: str = ""

    @property
    def getekend(self) -> bool:
        """Whether it carries a drawing from a set, or a picture of the school."""
        return self.vorm in (Vorm.KINDBRIEF, Vorm.KAART, Vorm.VOORBEREIDING)

    @property
    def ondertekend(self) -> bool:
        """Whether people sign under it; a werkblad has a block for that."""
        return self.vorm in (Vorm.KINDBRIEF, Vorm.BRIEF, Vorm.KAART)

    def aan(self, roepnaam: str) -> str:
        """To whom it is handed out when it has no envelope: proposed, and open to change."""
        who = {Lezer.OUDERS: f"de ouders van {roepnaam}" if roepnaam else "de ouders", Lezer.VOLWASSENEN: "het team"}
        return who.get(self.lezer, roepnaam or "de groep")

    @property
    def per_bouw(self) -> bool:
        """Whether its words differ by bouw."""
        return self.lezer is Lezer.KIND


_ALLE = (
    PapierSpec(
        PapierSoort.AANKONDIGING_KIND,
        "Aankondiging",
        "een aankondiging",
        "Wat niet langer kan en wat wij doen. U leest hem voor, met de ouders erbij.",
        PapierBron.CASUS,
        Lezer.KIND,
        Vorm.KINDBRIEF,
        actie="aankondiging",
        voorlezen=True,
    ),
    PapierSpec(
        PapierSoort.AANKONDIGING_OUDERS,
        "Brief aan de ouders bij de aankondiging",
        "een brief aan ouders",
        "Gaat mee met de kopie van de aankondiging: wat het is, hoe het gaat en wat u vraagt.",
        PapierBron.CASUS,
        Lezer.OUDERS,
        Vorm.BRIEF,
        envelop=True,
        voorlezen=True,
    ),
)

SPECS: dict[PapierSoort, PapierSpec] = {spec.soort: spec for spec in _ALLE}


def spec_van(draft: PapierDraft) -> PapierSpec:
    """What this paper is."""
    return SPECS[draft.soort]


def papieren_van(bron: PapierBron, *, groep: bool) -> tuple[PapierSpec, ...]:
    """The papers that can be begun there, for the casus of a group or of one child, in the order of the menu."""
    return tuple(spec for spec in _ALLE if spec.bron is bron and (spec.groep or not groep) and _past(spec, groep))


def _past(spec: PapierSpec, groep: bool) -> bool:
    """A paper for a whole group is not made in the casus of one child, unless that casus has a part that needs it."""
    return groep or not spec.groep or spec.bron is not PapierBron.CASUS


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
