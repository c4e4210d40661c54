"""The Dutch sentences of the page *Inzicht*, and what a press on a bar asks of the list."""

from svp_desktop.domain.grafiek import getal
from svp_desktop.domain.incident import IncidentFilter, Kenmerk, Mand, Soort
from svp_desktop.domain.inzicht import Aandeel, Periode, Tellingen
from svp_desktop.domain.labels import label

NIETS_VALT_OP = "Geen plaats en uur valt op. Een moment valt op vanaf 5 keer."


def totaal(nu: Tellingen, eerder: Tellingen) -> str:
    """How many there are, beside the year before."""
    word = "incident" if nu.totaal == 1 else "incidenten"
    ticked = f", en {getal(nu.geturfd)} keer geturfd" if nu.geturfd else ""
    return f"{getal(nu.totaal)} {word}{ticked}. Dezelfde dagen een jaar eerder: {getal(eerder.totaal)}."


def aandeel(delen: tuple[Aandeel, ...]) -> str:
    """The shares now."""
    told = ", ".join(f"{label(one.mand).lower()} {one.procent}%" for one in delen)
    return f"Nu: {told}."


def filter_van(sleutel: str, periode: Periode) -> IncidentFilter:
    """The list of exactly what a bar counts."""
    kind, _, value = sleutel.partition(":")
    return IncidentFilter(
        vanaf=periode.vanaf,
        tot=periode.tot,
        manden=frozenset({Mand(value)} if kind == "mand" else ()),
        soorten=frozenset({Soort(value)} if kind == "soort" else ()),
        plaats=value if kind == "plaats" else "",
        kenmerken=frozenset({Kenmerk(value)} if kind == "kenmerk" else ()),
        alleen_twijfel=kind == "twijfel",
    )
