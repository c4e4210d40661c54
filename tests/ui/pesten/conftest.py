"""Three pestzaken, and the page of Pestcoördinatie of who leads them."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft, StapSoort
from svp_desktop.domain.pestzaak import MeldingDraft, PestPersoonDraft, PestRol
from svp_desktop.domain.school import Bouw, Leerling, Naam
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.pesten.tab import PestenTab
from svp_desktop.ui.tasks import Immediately


@pytest.fixture
def zaken(werkplek: Werkplek) -> list[int]:
    """Three pestzaken; the second has an agreement that is late."""
    found = []
    for at, (name, group) in enumerate((("Noor", "Zon"), ("Émile", "Anker"), ("Bo", "Maan"))):
        groep = werkplek.school.bewaar_groep(group, Bouw.MIDDENBOUW).value
        child = werkplek.personen.bewaar(Leerling(0, "", Naam(name), str(at), None, 6, groep)).value
        people = (PestPersoonDraft(child, PestRol.GEPEST),)
        found.append(werkplek.pestzaken.meld(MeldingDraft(melder="moeder", melding="Bang.", personen=people)).value)
    late = werkplek.today() - timedelta(days=4)
    werkplek.pestzaken.begin_aanpak(found[1], AanpakDraft("Steungroep", f"{late:%d-%m-%Y}"))
    werkplek.pestzaken.bewaar_stap(
        found[1], StapDraft(StapSoort.AFSPRAAK, "Naar binnen.", "Émile", None, f"{late:%d-%m-%Y}")
    )
    return found


@pytest.fixture
def tab(werkplek: Werkplek, zaken: list[int], clock, shown: Callable[[QWidget], QWidget]) -> PestenTab:
    context = Context(werkplek, Hub(), Scripted(), Immediately(), clock)
    made = PestenTab(context)
    context.hub.changed.connect(made.refresh)
    made.resize(1280, 690)
    shown(made)
    return made
