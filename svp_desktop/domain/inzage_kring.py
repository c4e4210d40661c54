"""Who is who for the dossier of one child: itself, its parents, others; and the texts that are theirs as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from svp_desktop.domain.inzagedossier import DossierTekst
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.zwartmaken import leesbare_tekst

ANDER_KIND = "Dit gaat over een ander kind."
ANDERE_OUDER = "Dit gaat over een ouder van een ander kind."
VAN_BUITEN = "Dit gaat over iemand van buiten de school."
ANTWOORD = "Dit zei een ander kind of een ouder daarvan."
WELK_KIND = "Er staat niet bij welk kind dit zei."
ONDUIDELIJK = "Er staat niet bij over welk kind van de groep dit gaat."


@dataclass(frozen=True, slots=True)
class Kring:
    """The child of the dossier, its parents, and of everyone in the register the kind of person.

    `namen`: the names of today, for who has no id. `groep`: the casus is about a group.
    """

    kind_id: int
    kind: str
    ouder_ids: frozenset[int]
    ouders: frozenset[str]
    soorten: Mapping[int, PersoonSoort] = field(default_factory=dict)
    steun_ids: frozenset[int] = frozenset()
    groep: bool = False

    def van_ander(self, persoon_id: int | None, soort: PersoonSoort | None = None) -> str:
        """Why the name of this person is black, "" when it stays."""
        if persoon_id is None or persoon_id == self.kind_id or persoon_id in self.ouder_ids | self.steun_ids:
            return ""
        match self.soorten.get(persoon_id, soort):
            case PersoonSoort.LEERLING:
                return ANDER_KIND
            case PersoonSoort.OUDER:
                return ANDERE_OUDER
            case PersoonSoort.EXTERN:
                return VAN_BUITEN
        return ""

    def is_kind(self, persoon_id: int | None, naam: str) -> bool:
        """Whether this is the child itself, by id or (when there is none) by its full name."""
        return persoon_id == self.kind_id if persoon_id is not None else naam.strip() == self.kind

    def is_ouder(self, persoon_id: int | None, naam: str) -> bool:
        """Whether this is a parent of the child, by id or by full name."""
        return persoon_id in self.ouder_ids if persoon_id is not None else naam.strip() in self.ouders


def tekst(code: str, kop: str, inhoud: str, heel: str = "") -> DossierTekst:
    """A text of a dossier, as its places are counted."""
    return DossierTekst(code, kop, leesbare_tekst(inhoud).strip(), heel)
