"""Legal sentences that stand apart from the letters: each with its source and the day on which it was checked.

A letter quotes one by {wet_<code>}; the school has them checked, and edits them, without touching the letter itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from svp_desktop.domain.papier_vullen import Waarde, vul_zin
from svp_desktop.domain.school import Grondslag


@dataclass(frozen=True, slots=True)
class Wetszin:
    """One sentence with its placeholders, where it comes from, and when somebody last looked whether it still holds."""

    code: str
    tekst: str
    bron: str
    gecontroleerd_op: date


#: The clause about an objection by kind of school: the Awb holds for an openbare school only (law 2.3).
_BEZWAAR = {Grondslag.OPENBAAR: "bezwaar_openbaar", Grondslag.BIJZONDER: "bezwaar_bijzonder"}


def bezwaarzin(zinnen: Mapping[str, Wetszin], grondslag: Grondslag | None, dagen: int, bestuur: str = "") -> str:
    """The clause for this kind of school; "" when the school did not say which kind it is."""
    if grondslag is None:
        return ""
    values = {"bezwaar_termijn": termijn(dagen), "bestuur": bestuur or "het bestuur"}
    return vul_zin(zinnen[_BEZWAAR[grondslag]].tekst, values)


def termijn(dagen: int) -> str:
    """A term as the law counts it: in weeks when it is whole weeks."""
    return f"{dagen // 7} weken" if dagen % 7 == 0 else f"{dagen} dagen"


def wet_waarden(zinnen: Iterable[Wetszin], waarden: Mapping[str, Waarde]) -> dict[str, Waarde]:
    """The sentences as values of a paper, filled in from its other values; one that is empty is not known."""
    return {f"wet_{item.code}": vul_zin(item.tekst, waarden) for item in zinnen if item.tekst.strip()}
