"""What was typed in a dossier, made fit for paper: no other child's name, whole sentences, tidy cells (demand 68)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from svp_desktop.domain.andere_namen import Vervanging, vervang_namen
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.school import Naam

KLASGENOOT, ANDER_KIND = "een klasgenoot", "een ander kind"

_ADULT = re.compile(
    r"\b(?:juf|juffrouw|meester|mevrouw|meneer|de heer|oma|opa|tante|oom|trainer|dokter)\s+"
    r"(?:(?:van|de|der|den|el|ter|ten)\s+)*[A-Z]\w*(?:['’-]\w+)*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_STARTS = re.compile(r"(^|[.!?:]\s+|‘)(een klasgenoot|een ander kind|twee klasgenoten|andere kinderen|iemands)\b")
# Signs for private use stand in for adults meanwhile: no name has them.
_FIRST_SIGN = 0xE000


@dataclass(frozen=True, slots=True)
class PapierNamen:
    """Who may stand on a paper by name, and who may not: `eigen` is the child that it is about."""

    eigen: Naam | None = None
    klasgenoten: tuple[Naam, ...] = ()
    anderen: tuple[Naam, ...] = ()
    volwassenen: tuple[str, ...] = ()

    def zonder(self, text: str) -> str:
        """The text with "een klasgenoot" or "een ander kind" in place of names; adults and the child itself stay."""
        return "\n".join(self._line(line) for line in text.splitlines()).strip()

    def zinnen(self, text: str) -> tuple[str, ...]:
        """The same as whole sentences, each with a capital."""
        lines = (line.strip(" -–•\t") for line in self.zonder(text).splitlines())
        parts = (part.strip() for line in lines for part in _SENTENCE_END.split(line))
        return tuple(hoofdletter(part) for part in parts if part)

    def citaat(self, wie: str, text: str) -> str:
        """Somebody's own words: "Sem zei: ‘Ik was boos.’"; "" when there are none."""
        words = " ".join(zin(item) for item in self.zinnen(text.strip(" '\"‘’“”")))
        return f"{hoofdletter(wie)} zei: ‘{words}’" if words else ""

    def cel(self, text: str) -> str:
        """A cell of a table: one line without the sign that parts cells."""
        return " ".join(self.zonder(text).replace("|", "/").split())

    def _line(self, line: str) -> str:
        kept: list[str] = []

        def keep(match: re.Match[str]) -> str:
            kept.append(match[0])
            return chr(_FIRST_SIGN + len(kept) - 1)

        safe = _ADULT.sub(keep, line)
        for name in sorted((name for name in self.volwassenen if name.strip()), key=len, reverse=True):
            safe = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", keep, safe)
        others = self._who(safe)
        safe = vervang_namen(_possessive(safe, [item.naam for item in others if item.naam is not self.eigen]), others)
        for number in reversed(range(len(kept))):
            safe = safe.replace(chr(_FIRST_SIGN + number), kept[number])
        return _STARTS.sub(lambda match: match[1] + hoofdletter(match[2]), safe)

    def _who(self, text: str) -> list[Vervanging]:
        """Only the children of whom a name can be in the text: most schools have hundreds."""
        folded = vouw(text).replace("’", "'")

        def there(naam: Naam) -> bool:
            return any(vouw(part).replace("’", "'") in folded for part in (naam.roepnaam, naam.achternaam) if part)

        own = [Vervanging(self.eigen, self.eigen.roepnaam)] if self.eigen else []
        return [
            *own,
            *(Vervanging(naam, KLASGENOOT) for naam in self.klasgenoten if there(naam)),
            *(Vervanging(naam, ANDER_KIND) for naam in self.anderen if there(naam)),
        ]


def zin(text: str) -> str:
    """With a full stop, when it has no end of its own."""
    stripped = text.strip()
    ended = not stripped or stripped.endswith(("’", "”", ":", "…")) or is_zin(stripped)
    return stripped if ended else f"{stripped}."


def is_zin(text: str) -> bool:
    """Whether it ends as a sentence does, between quotes too."""
    return text.rstrip("'\"’”").endswith((".", "!", "?"))


def hoofdletter(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def rij(*cells: str) -> str:
    """A row of a table on paper."""
    return " | ".join(cell.replace("|", "/") for cell in cells)


def _possessive(text: str, names: Sequence[Naam]) -> str:
    """ "Sems jas" becomes "iemands jas"."""
    for first in {naam.roepnaam for naam in names if len(naam.roepnaam) > 1}:
        text = re.sub(rf"(?<!\w){re.escape(first)}(?:['’]s|s|['’](?=\s))(?!\w)", "iemands", text)
    return text
