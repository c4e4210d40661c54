"""The open points for discussion as agendas: one for each group, each child and each extra moment (demand 35)."""

from collections.abc import Sequence
from typing import NamedTuple

from svp_desktop.domain.incident import Betrokkenheid, Incident
from svp_desktop.domain.school import Groep, PersoonSoort
from svp_desktop.domain.signalen import Bespreekpunt, BespreekSoort, PuntDraft

_TITELS = {
    BespreekSoort.GROEP: "Groepsbespreking",
    BespreekSoort.KIND: "Kindbespreking",
    BespreekSoort.EXTRA: "Extra moment",
}
_ACTIVE = frozenset({Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER})


class Agenda(NamedTuple):
    """The points of one discussion; `over` names the group or child and is empty for an extra moment."""

    soort: BespreekSoort
    over: str
    punten: tuple[Bespreekpunt, ...]

    @property
    def titel(self) -> str:
        """Which discussion it is: "Groepsbespreking Anker 8"."""
        return f"{_TITELS[self.soort]} {self.over}".strip()


def agendas(punten: Sequence[Bespreekpunt]) -> tuple[Agenda, ...]:
    """Groups first, then children, then the extra moment; by name, each with its points in their own order."""
    found: dict[tuple[int, str, int], list[Bespreekpunt]] = {}
    order = list(BespreekSoort)
    for punt in punten:
        found.setdefault((order.index(punt.soort), punt.over.casefold(), punt.over_id or 0), []).append(punt)
    return tuple(Agenda(found[key][0].soort, found[key][0].over, tuple(found[key])) for key in sorted(found))


def punt_bij(incident: Incident, groepen: Sequence[Groep]) -> PuntDraft:
    """Where a point that comes from an incident begins: with the child that it is about, and the group of that child.

    Without a child it begins as a point for an extra moment.
    """
    pupils = [one for one in incident.inhoud.betrokkenen if one.categorie is PersoonSoort.LEERLING]
    pupils.sort(key=lambda one: not one.rollen & _ACTIVE)
    if not pupils:
        return PuntDraft(BespreekSoort.EXTRA, incident_id=incident.id)
    group = next((one.id for one in groepen if not one.vervallen and one.naam == pupils[0].groep), None)
    return PuntDraft(BespreekSoort.KIND, groep_id=group, persoon_id=pupils[0].persoon_id, incident_id=incident.id)
