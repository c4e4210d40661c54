"""The tab Lopende casussen over a real workplace in a temporary folder."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.school import Bouw, Leerling, Medewerker, Naam
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tasks import Immediately

S = TypeVar("S", bound=SectieWidget)
HOSTILE = "<b>O'Brien & Łukasz</b>"


def sectie(tab: CasussenTab, casus: int, code: str, kind: type[S]) -> S:
    """This section of this casus, in front."""
    tab.show_record(casus)
    found = tab.page.secties.show_section(code)
    assert isinstance(found, kind)
    return found


@dataclass
class Way:
    """A school with two children, a teacher and one incident of the first child."""

    werkplek: Werkplek
    kind: int
    ander: int
    juf: int
    incident: int
    groep: int
    ids: dict[str, int] = field(default_factory=dict)

    def open(self, kind: int | None = None) -> int:
        """A casus of this child, straight through the service."""
        draft = CasusDraft(kind or self.kind, None, self.juf, "Zorg over de pauzes.", "Samen spelen.")
        return self.werkplek.casussen.open(draft).value

    def action(self, casus: int, code: str, day: str, *, gedaan: bool = True) -> int:
        """An action of a casus, straight through the service."""
        draft = ActieDraft(code, day, wie="juf Marit", gedaan=gedaan)
        return self.werkplek.casussen.leg_vast(casus, draft).value


@pytest.fixture
def way(werkplek: Werkplek) -> Way:
    """The persons and the incident."""
    people = werkplek.personen
    groep = werkplek.school.bewaar_groep("Bovenbouw Anker", Bouw.BOVENBOUW).value
    names = (Naam("Mees", "", "Jansen"), Naam(HOSTILE, "van", "Dijk"))
    kind, ander = (
        people.bewaar(Leerling(0, "", naam, str(number), date(2016, 3, 4), 8, groep)).value
        for number, naam in enumerate(names, 1)
    )
    juf = people.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"), noemnaam="juf Marit", groep_ids=(groep,))).value
    draft = IncidentDraft(
        datum="23-11-2026",
        plaats="Schoolplein",
        soorten=(SoortKeuze(Soort.BEDREIGING),),
        mand=Mand.ORANJE,
        betrokkenen=(people.als_betrokkene(kind, frozenset({Betrokkenheid.DADER})),),
        feiten="Riep dat hij iemand zou opwachten.",
    )
    incident = werkplek.incidenten.registreer(draft).value
    return Way(werkplek, kind, ander, juf, incident, groep)


@pytest.fixture
def tab(way: Way, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]) -> Iterator[CasussenTab]:
    """The tab on the screen, told of every write as the window does."""
    context = Context(way.werkplek, Hub(), Scripted(), Immediately(), clock)
    made = CasussenTab(context)
    context.hub.changed.connect(made.refresh)
    made.resize(1270, 620)
    shown(made)
    return made
