"""People and talks of the casussen of the voorbeeldschool, from `resources/demo/voorbeeld-mensen.json`."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.casus_mensen import CasusRol, OuderDraft, SteunfiguurDraft
from svp_desktop.domain.gesprekken import (
    WELBEVINDEN_VRAGEN,
    Antwoord,
    GesprekDraft,
    GesprekSoort,
    GesprekTekst,
    Welbevinden,
)
from svp_desktop.domain.inzage_ouders import Inzage

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek


class VoorbeeldMensen:
    """Fills a casus; `dag` gives the school day of so many days ago, `personen` the ids by name."""

    def __init__(self, work: "Werkplek", dag: Callable[[int], date], personen: Mapping[str, int]) -> None:
        self._work, self._dag, self._personen = work, dag, personen
        file = resources.path("demo", "voorbeeld-mensen.json")
        self._data: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))

    def vul(self, casus: int, sleutel: str) -> None:
        """Everything that stands in the file under this key; nothing when it has none."""
        item = self._data.get(sleutel, {})
        for rol in CasusRol:
            for naam in item.get(rol.value, ()):
                self._work.casusmensen.voeg_toe(casus, self._personen[naam], rol)
        self._told(casus, item)
        for helper in item.get("steun", ()):
            self._work.casusmensen.bewaar_steunfiguur(casus, self._helper(helper))
        for talk in item.get("gesprekken", ()):
            self._work.gesprekken.bewaar(casus, self._talk(talk))

    def _told(self, casus: int, item: dict[str, Any]) -> None:
        days = {self._personen[naam]: found for naam, found in item.get("ingelicht", {}).items()}
        brought = {self._personen[naam]: text for naam, text in item.get("inbreng", {}).items()}
        for line in self._work.casusmensen.ouders(casus):
            told, letter = days.get(line.leerling_id, (None, None))
            draft = OuderDraft(brought.get(line.ouder_id, ""), self._text(told), self._text(letter))
            if draft != OuderDraft():
                self._work.casusmensen.bewaar_ouder(casus, line.leerling_id, line.ouder_id, draft)

    def _helper(self, item: dict[str, Any]) -> SteunfiguurDraft:
        return SteunfiguurDraft(
            naam=item["naam"],
            relatie=item["relatie"],
            telefoon=item["telefoon"],
            toestemming_op=self._text(item.get("op")),
            toestemming_van=item.get("van", ""),
            notitie=item.get("notitie", ""),
        )

    def _talk(self, item: dict[str, Any]) -> GesprekDraft:
        answers = iter(map(Antwoord, item.get("welbevinden", ())))
        how = Welbevinden(
            **{name: next(answers, Antwoord.NIET_GEVRAAGD) for name in WELBEVINDEN_VRAGEN},
            eigen_woorden=item.get("eigen_woorden", ""),
        )
        return GesprekDraft(
            soort=GesprekSoort(item["soort"]),
            persoon_id=self._personen[item["met"]] if "met" in item else None,
            gevraagd_op=self._text(item.get("gevraagd")),
            gepland_op=self._text(item.get("gepland")),
            gehouden_op=self._text(item.get("gehouden")),
            tekst=GesprekTekst(
                aanwezig=item.get("aanwezig", ""),
                inbreng=item.get("inbreng", ""),
                welbevinden=how,
                verslag=item.get("verslag", ""),
                afspraken=item.get("afspraken", ""),
            ),
            esis_op=self._text(item.get("esis")),
            inzage=Inzage(item.get("inzage", "onbekend")),
        )

    def _text(self, back: int | None) -> str:
        return "" if back is None else datums.kort(self._dag(back))
