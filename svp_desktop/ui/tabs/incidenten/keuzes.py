"""Filters of which one is chosen: parties, place, group, weekday, time of the day, role, and waiting time."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from svp_desktop.domain.incident import Betrokkenheid, IncidentFilter, Kenmerk
from svp_desktop.domain.momenten import (
    GEEN_TIJD,
    MIDDAG,
    OCHTEND,
    SCHOOLUREN,
    WEEKDAGEN,
    rol_in_woorden,
    uren_in_woorden,
)
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.wachttijd import WACHTTIJDEN, Wachttijd
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.picks import OneOf

ZONDER_PLAATS = "geen plaats ingevuld"
#: The value of a choice for what has no place.
LEEG = "-"
PARTIJEN = {
    Kenmerk.LEERLINGEN_ONDERLING: "leerlingen onderling",
    Kenmerk.PERSONEEL_ONDERLING: "personeel onderling",
    Kenmerk.LEERLING_EN_PERSONEEL: "leerling en personeel",
    Kenmerk.OUDER_EN_PERSONEEL: "ouder en personeel",
}
_UREN = (OCHTEND, MIDDAG, *(frozenset({hour}) for hour in SCHOOLUREN), frozenset({GEEN_TIJD}))
_WIE = (PersoonSoort.LEERLING, PersoonSoort.MEDEWERKER, PersoonSoort.OUDER, PersoonSoort.EXTERN)


class _Soort(NamedTuple):
    """How one choice is written: its word, its value as text and back, and that text in words."""

    woord: str
    tekst: Callable[[Any], str]
    waarde: Callable[[str], Hashable]
    naam: Callable[[Any], str]


def _rol(text: str) -> tuple[PersoonSoort, Betrokkenheid]:
    who, role = text.split("/")
    return PersoonSoort(who), Betrokkenheid(role)


_SOORTEN = {
    "groep": _Soort("Groep", str, str, str),
    "plaats": _Soort("Plaats", str, str, lambda value: ZONDER_PLAATS if value == LEEG else value),
    "dag": _Soort("Dag", str, int, WEEKDAGEN.__getitem__),
    "tijd": _Soort(
        "Tijd",
        lambda hours: " ".join(map(str, sorted(hours))),
        lambda text: frozenset(map(int, text.split())),
        uren_in_woorden,
    ),
    "partijen": _Soort("Partijen", lambda pair: str(pair.value), Kenmerk, PARTIJEN.__getitem__),
    "rol": _Soort("Rol", lambda rol: f"{rol[0].value}/{rol[1].value}", _rol, rol_in_woorden),
    "wacht": _Soort("Eerste actie", lambda wait: str(wait.value), Wachttijd, WACHTTIJDEN.__getitem__),
}


class Keuzes(QObject):
    """The choices by name, each with its chip. `changed()` for the user's choice."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._options: dict[str, list[Hashable]] = {name: [] for name in _SOORTEN}
        self._picks = {name: OneOf(kind.woord, ((None, "alle"),)) for name, kind in _SOORTEN.items()}
        self.offer("dag", range(len(WEEKDAGEN)))
        self.offer("tijd", _UREN)
        self.offer("partijen", tuple(PARTIJEN))
        self.offer("rol", [(who, role) for who in _WIE for role in Betrokkenheid])
        self.offer("wacht", tuple(Wachttijd))
        for picks in self._picks.values():
            picks.changed.connect(self.changed)

    def chips(self) -> tuple[Chip, ...]:
        """What stands in the bar."""
        return tuple(picks.chip for picks in self._picks.values())

    def pick(self, name: str, value: Hashable) -> None:
        """Choose as the menu does."""
        self._picks[name].pick(value)

    def offer(self, name: str, values: Sequence[Hashable]) -> None:
        """These values to choose from, without telling; a chosen one stays chosen, also when it is not among them."""
        chosen = self._picks[name].value()
        self._options[name] = list(values)
        self._fill(name, chosen)

    def value(self, name: str) -> Hashable:
        """The chosen value; None for all."""
        return self._picks[name].value()

    def clear(self) -> None:
        """All of everything, without telling."""
        for name in self._picks:
            self._fill(name, None)

    def _fill(self, name: str, chosen: Hashable) -> None:
        # a place or a group of an earlier year is no more in the list of the school, but is what was asked for
        extra = [] if chosen is None or chosen in self._options[name] else [chosen]
        options = [(value, _SOORTEN[name].naam(value)) for value in (*self._options[name], *extra)]
        self._picks[name].set_options(((None, "alle"), *options), chosen)

    def filter(self) -> dict[str, Any]:
        """The fields of an IncidentFilter, without that of the parties: those are one of its `kenmerken`."""
        place, day = self.value("plaats"), self.value("dag")
        return {
            "plaats": "" if place in (None, LEEG) else place,
            "zonder_plaats": place == LEEG,
            "groep": self.value("groep") or "",
            "weekdagen": frozenset() if day is None else frozenset({day}),
            "uren": self.value("tijd") or frozenset(),
            "rol": self.value("rol"),
            "wachttijd": self.value("wacht"),
        }

    def place(self) -> dict[str, str]:
        """What is chosen, as JSON values."""
        return {
            name: _SOORTEN[name].tekst(value)
            for name in self._picks
            if (value := self._picks[name].value()) is not None
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Choose that again, without telling; what cannot be read is all."""
        for name, kind in _SOORTEN.items():
            text = str(place.get(name) or "")
            try:
                value = kind.waarde(text) if text else None
                if value is not None:
                    kind.naam(value)
            except (ValueError, KeyError, IndexError):
                value = None
            self._fill(name, value)


def place_of(wanted: IncidentFilter) -> dict[str, str]:
    """The choices of a filter, as `Keuzes.place` gives them."""
    pairs = [pair for pair in PARTIJEN if pair in wanted.kenmerken]
    values = {
        "groep": wanted.groep or None,
        "plaats": LEEG if wanted.zonder_plaats else wanted.plaats or None,
        "dag": next(iter(wanted.weekdagen), None),
        "tijd": wanted.uren or None,
        "partijen": next(iter(pairs), None),
        "rol": wanted.rol,
        "wacht": wanted.wachttijd,
    }
    return {name: _SOORTEN[name].tekst(value) for name, value in values.items() if value is not None}
