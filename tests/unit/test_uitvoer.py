"""What a list was chosen on stands on it in words, and without names it tells of nobody."""

from dataclasses import fields, replace
from datetime import date

import pytest

from svp_desktop.domain.incident import Betrokkenheid, IncidentFilter, Kenmerk, Mand, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.uitvoer import LijstVraag, filters_in_woorden, periode_in_woorden
from svp_desktop.domain.wachttijd import Wachttijd

WANTED = {
    "zoek": "Noor",
    "schooljaar": "2026-2027",
    "manden": frozenset({Mand.ROOD}),
    "soorten": frozenset({Soort.PESTEN}),
    "persoon_id": 3,
    "alleen_twijfel": True,
    "zonder_casus": True,
    "prullenbak": True,
    "vanaf": date(2026, 9, 1),
    "tot": date(2026, 9, 30),
    "plaats": "Lokaal van juf Noor",
    "kenmerken": frozenset({Kenmerk.ERNSTIG}),
    "zonder_kenmerken": frozenset({Kenmerk.AFGESLOTEN}),
    "zonder_plaats": True,
    "groep": "Noorderlicht",
    "weekdagen": frozenset({1}),
    "uren": frozenset({12}),
    "rol": (PersoonSoort.LEERLING, Betrokkenheid.DADER),
    "wachttijd": next(iter(Wachttijd)),
}


@pytest.mark.parametrize("name", [item.name for item in fields(IncidentFilter)])
def test_every_filter_is_told(name: str) -> None:
    asked = replace(IncidentFilter(), **{name: WANTED[name]})
    told = filters_in_woorden(LijstVraag(asked, ()), label), periode_in_woorden(asked)
    nothing = filters_in_woorden(LijstVraag(IncidentFilter(), ()), label), periode_in_woorden(IncidentFilter())
    assert told != nothing


def test_without_names_the_filters_name_nobody() -> None:
    vraag = LijstVraag(IncidentFilter(**WANTED), (), persoon="Noor de Vries")
    assert "alleen Noor de Vries; met “Noor”" in filters_in_woorden(vraag, label)
    assert "Noor" not in filters_in_woorden(vraag._replace(zonder_namen=True), label)
