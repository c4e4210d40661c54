"""Tasks of the casussen of the voorbeeldschool, from `resources/demo/voorbeeld-taken.json`."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.casus_taken import TaakDraft

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek


class VoorbeeldTaken:
    """Fills a casus: `op` is the workplace of so many days ago, `dag` that school day, `personen` the ids by name."""

    def __init__(
        self, op: "Callable[[int], Werkplek]", dag: Callable[[int], date], personen: Mapping[str, int]
    ) -> None:
        self._op, self._dag, self._personen = op, dag, personen
        file = resources.path("demo", "voorbeeld-taken.json")
        self._data: dict[str, list[dict[str, Any]]] = json.loads(file.read_text(encoding="utf-8"))

    def vul(self, casus: int, sleutel: str) -> None:
        """The tasks that stand in the file under this key; nothing when it has none."""
        for item in self._data.get(sleutel, ()):
            draft = TaakDraft(item["wat"], self._personen[item["wie"]], datums.kort(self._dag(item["op"])))
            then = self._op(item.get("gedaan", 0)).casustaken
            made = then.bewaar(casus, draft).value
            if "gedaan" in item:
                then.rond_af(made, item["notitie"])
