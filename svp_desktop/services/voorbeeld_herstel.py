"""Herstelgesprekken of the voorbeeldschool, from `resources/demo/voorbeeld-herstel.json`."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.herstelgesprek import (
    VRAGEN,
    Antwoorden,
    Deelnemer,
    HerstelAfspraakDraft,
    HerstelgesprekDraft,
    HerstelRol,
    Voorwaarde,
)
from svp_desktop.domain.thuisschool import ThuisSchool

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek


class VoorbeeldHerstel:
    """Fills a casus; `dag` gives the school day of so many days ago, `personen` the ids by name."""

    def __init__(self, work: "Werkplek", dag: Callable[[int], date], personen: Mapping[str, int]) -> None:
        self._work, self._dag, self._personen = work, dag, personen
        file = resources.path("demo", "voorbeeld-herstel.json")
        self._data: dict[str, list[dict[str, Any]]] = json.loads(file.read_text(encoding="utf-8"))

    def vul(self, casus: int, sleutel: str) -> None:
        """Every talk that stands in the file under this key."""
        for item in self._data.get(sleutel, ()):
            self._work.herstelgesprekken.bewaar(casus, self._draft(casus, item))

    def _draft(self, casus: int, item: dict[str, Any]) -> HerstelgesprekDraft:
        empty = self._work.herstelgesprekken.begin(casus)
        words = replace(
            empty.tekst,
            tijd=item.get("tijd", empty.tekst.tijd),
            plaats=item["plaats"],
            deelnemers=tuple(self._person(casus, one) for one in item["wie"]),
            voorwaarden=frozenset(Voorwaarde) if item.get("klaar") else frozenset(),
            gebaar=item.get("gebaar", ""),
            eigen_voorstel=item.get("eigen", False),
            ontvangst=item.get("ontvangst", ""),
            terugkoppeling=item.get("groep", ""),
            evaluatie=item.get("zagen", ""),
        )
        planned, held = self._text(item.get("gepland")), self._text(item.get("gehouden"))
        period = self._period(casus) if item.get("bij_terugkeer") else None
        if period is not None and period.inhoud.momenten.terug_op is not None:
            planned = datums.kort(period.inhoud.momenten.terug_op)
            held = planned if item.get("gehouden_toen") else ""
        return replace(
            empty,
            thuisschool_id=period.id if period is not None else None,
            tekst=words,
            gepland_op=planned,
            gehouden_op=held,
            gebaar_op=self._text(item.get("gedaan")),
            ontvangen_op=self._text(item.get("ontvangen")),
            afspraken=tuple(
                HerstelAfspraakDraft(who, what, *map(self._text, days))
                for who, what, *days in item.get("afspraken", ())
            ),
            evaluatie_op=self._text(item.get("terugkijken")),
        )

    def _period(self, casus: int) -> ThuisSchool:
        """The thuis-school after which the talk is."""
        return self._work.thuisschool.van_casus(casus)[-1]

    def _person(self, casus: int, item: dict[str, Any]) -> Deelnemer:
        person = self._personen.get(item["naam"])
        names = {one.persoon_id: one.naam for one in self._work.herstelgesprekken.wie(casus)}
        said = Antwoorden(**dict(zip(VRAGEN, item.get("zegt", ()), strict=False)))
        return Deelnemer(HerstelRol(item["rol"]), names.get(person, item["naam"]), person, said)

    def _text(self, back: int | None) -> str:
        return "" if back is None else datums.kort(self._dag(back))
