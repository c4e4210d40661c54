"""Prevention: an action tied to a pattern of the register, and whether that pattern changed (demand 29)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import IncidentFilter, Soort
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.labels import label
from svp_desktop.domain.momenten import WEEKDAGEN

#: With fewer incidents than this in both stretches together, a difference may well be chance.
WEINIG = 20
_MEESTE_WEKEN = 26


@dataclass(frozen=True, slots=True)
class Patroon:
    """What is counted: a place, a kind, a weekday (0 is Monday), an hour, a group; "" or None is any."""

    plaats: str = ""
    soort: Soort | None = None
    weekdag: int | None = None
    uur: int | None = None
    groep: str = ""

    def in_woorden(self) -> str:
        """ "vechtpartij, Schoolplein, dinsdag tussen 12 en 13 uur"."""
        parts = [label(self.soort).lower() if self.soort else "", self.plaats]
        day = WEEKDAGEN[self.weekdag] if self.weekdag is not None else ""
        hour = f"tussen {self.uur} en {self.uur + 1} uur" if self.uur is not None else ""
        return ", ".join(filter(None, (*parts, f"{day} {hour}".strip(), self.groep))) or "alle incidenten"

    def filter_van(self, dagen: Periode) -> IncidentFilter:
        """The list of exactly what is counted of this pattern in these days."""
        return IncidentFilter(
            vanaf=dagen.vanaf,
            tot=dagen.tot,
            plaats=self.plaats,
            soorten=frozenset({self.soort} if self.soort else ()),
            weekdagen=frozenset(() if self.weekdag is None else {self.weekdag}),
            uren=frozenset(() if self.uur is None else {self.uur}),
            groep=self.groep,
        )


@dataclass(frozen=True, slots=True)
class PreventieInhoud:
    """What is typed about an action; `eigenaar_id` is a person of the register."""

    omschrijving: str
    patroon: Patroon
    vanaf: date | None
    evalueren_op: date | None = None
    eigenaar_id: int | None = None
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class Preventie:
    """A recorded action; `gestopt_op` when it is over."""

    id: int
    versie: int
    inhoud: PreventieInhoud
    gestopt_op: date | None = None


class Verandering(NamedTuple):
    """Counts in as many weeks before as after the first day of an action."""

    weken: int
    ervoor: int
    erna: int

    def in_woorden(self) -> str:
        """With the caution that small numbers need."""
        if not self.weken:
            return "Nog geen hele week bezig. Later ziet u hier of het verandert."
        weeks = "1 week" if self.weken == 1 else f"{self.weken} weken"
        told = f"{weeks} ervoor: {self.ervoor} keer. {weeks} erna: {self.erna} keer."
        if self.ervoor == self.erna:
            return f"{told} Geen verschil."
        word = "Minder" if self.erna < self.ervoor else "Meer"
        chance = " Dit zijn kleine aantallen: het kan toeval zijn." if self.ervoor + self.erna < WEINIG else ""
        return f"{told} {word} dan ervoor. Dat komt niet per se door deze actie.{chance}"


def perioden(vanaf: date, tot: date) -> tuple[Periode, Periode] | None:
    """As many whole weeks before as after, 26 at most; None before a week has passed. `tot` is the last day seen."""
    weeks = min(_MEESTE_WEKEN, ((tot - vanaf).days + 1) // 7)
    if weeks < 1:
        return None
    long = timedelta(days=7 * weeks)
    return Periode(vanaf - long, vanaf - timedelta(days=1)), Periode(vanaf, vanaf + long - timedelta(days=1))


def check(inhoud: PreventieInhoud) -> tuple[Finding, ...]:
    """What still has to be filled in."""
    findings = []
    if not inhoud.omschrijving.strip():
        findings.append(Finding("omschrijving", "Schrijf op wat u gaat doen."))
    if inhoud.patroon == Patroon():
        findings.append(Finding("patroon", "Kies een plaats, een soort, een dag, een uur of een groep."))
    if inhoud.vanaf is None:
        findings.append(Finding("vanaf", "Vul in vanaf welke dag u dit doet."))
    elif inhoud.evalueren_op is not None and inhoud.evalueren_op <= inhoud.vanaf:
        findings.append(Finding("evalueren_op", f"Kies een dag na {datums.kort(inhoud.vanaf)}."))
    return tuple(findings)
