"""What the school tells about its vertrouwenspersonen: on a card in each classroom, and in the schoolgids (110-112)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from svp_desktop.domain.papier import Briefhoofd


@dataclass(frozen=True, slots=True)
class Vertrouwenskaart:
    """The card for a classroom: who they are, how to reach them, and what a child may expect.

    `fotos` by name; who has none stands there with the name only.
    """

    hoofd: Briefhoofd
    namen: tuple[str, ...]
    regels: tuple[str, ...]
    bereikbaar: tuple[str, ...]
    fotos: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vertrouwensplekken:
    """How many interne vertrouwenspersonen there are, of how many the plan asks for."""

    ingevuld: int
    gewenst: int

    @property
    def open(self) -> int:
        """Places that nobody holds."""
        return max(0, self.gewenst - self.ingevuld)


def schoolgids(regels: Sequence[str], namen: Sequence[str], bereikbaar: Sequence[str], extern: str) -> str:
    """The text for the schoolgids, one paragraph a line; a place that nobody holds reads *nog niet bekend*."""
    reach = "; ".join(line[:1].lower() + line[1:].rstrip(".") for line in bereikbaar)
    known = {"{namen}": opgesomd(namen) or "nog niet bekend", "{bereikbaar}": reach, "{extern}": extern.rstrip(".")}
    paragraphs = []
    for line in regels:
        for place, words in known.items():
            line = line.replace(place, words)
        paragraphs.append(line)
    return "\n\n".join(paragraphs)


def opgesomd(namen: Sequence[str]) -> str:
    """ "Ilse Bruins en Dirk Lam"."""
    if len(namen) < 2:
        return "".join(namen)
    return f"{', '.join(namen[:-1])} en {namen[-1]}"
