"""Legal sentences that stand apart from the letters: each with its source and the day on which it was checked.

A letter quotes one by {wet_<code>}; the school has them checked, and edits them, without touching the letter itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from svp_desktop.domain.papier_vullen import Waarde, vul_zin


@dataclass(frozen=True, slots=True)
class Wetszin:
    """One sentence with its placeholders, where it comes from, and when somebody last looked whether it still holds."""

    code: str
    tekst: str
    bron: str
    gecontroleerd_op: date


def wet_waarden(zinnen: Iterable[Wetszin], waarden: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """The sentences as values of a paper, filled in from its other values; one that is empty is not known."""
    return {f"wet_{item.code}": vul_zin(item.tekst, waarden) for item in zinnen if item.tekst.strip()}
