"""The Dutch sentences of the page *Inzicht*, and what a press on a bar asks of the list."""

from collections.abc import Callable
from typing import Any

from svp_desktop.domain.grafiek import getal
from svp_desktop.domain.incident import Betrokkenheid, IncidentFilter, Kenmerk, Mand, Soort
from svp_desktop.domain.inzicht import Aandeel, Periode, Tellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.themas import THEMA_VAN, Thema
from svp_desktop.domain.wachttijd import Wachttijd

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
    """The list of exactly what a bar counts, or a square: that has the key of its hour and that of its day."""
    asked: dict[str, Any] = {}
    for part in sleutel.split(" ") if sleutel.startswith(("uur:", "dag:")) else [sleutel]:
        kind, _, value = part.partition(":")
        asked |= _ASKED[kind](value)
    return IncidentFilter(vanaf=periode.vanaf, tot=periode.tot, **asked)


def _role(value: str) -> dict[str, Any]:
    category, role = value.split("/")
    return {"rol": (PersoonSoort(category), Betrokkenheid(role))}


_ASKED: dict[str, Callable[[str], dict[str, Any]]] = {
    "alles": lambda _: {},
    "mand": lambda value: {"manden": frozenset({Mand(value)})},
    "soort": lambda value: {"soorten": frozenset({Soort(value)})},
    "thema": lambda value: {"soorten": frozenset(kind for kind, thema in THEMA_VAN.items() if thema is Thema(value))},
    "plaats": lambda value: {"plaats": value} if value else {"zonder_plaats": True},
    "groep": lambda value: {"groep": value},
    "kenmerk": lambda value: {"kenmerken": frozenset({Kenmerk(value)})},
    "twijfel": lambda _: {"alleen_twijfel": True},
    "wacht": lambda value: {"wachttijd": Wachttijd(value)},
    "rol": _role,
    "dag": lambda value: {"weekdagen": frozenset({int(value)})},
    "uur": lambda value: {"uren": frozenset({int(value)})},
}
