"""A pestzaak in the voorbeeldschool, from `resources/demo/voorbeeld-pesten.json`: up to its first check."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.pest_aanpak import AanpakDraft, StapDraft
from svp_desktop.domain.pest_nazorg import CheckAntwoord, CheckDraft
from svp_desktop.domain.pest_netwerk import MensenDraft, RelatieDraft
from svp_desktop.domain.pest_signalen import SignaalDraft, Signaallijst
from svp_desktop.domain.pest_toets import BewijsDraft, Criterium, Oordeel
from svp_desktop.domain.pestzaak import Functie, MeldingDraft, PestPersoonDraft, PestRol, PestTaak, draft_of

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

_DAGEN = ("opgevangen_op", "geluisterd_op", "in_kaart_op", "oplossing_op")


class VoorbeeldPesten:
    """Makes the pestzaken of the file. `op` is the workplace of so many days ago, `dag` that school day; the others
    are ids by the names of the files."""

    def __init__(
        self,
        op: "Callable[[int], Werkplek]",
        dag: Callable[[int], date],
        personen: Mapping[str, int],
        incidenten: Mapping[str, int],
        casussen: Mapping[str, int],
    ) -> None:
        self._op, self._dag, self._personen = op, dag, personen
        self._incidenten, self._casussen = incidenten, casussen
        file = resources.path("demo", "voorbeeld-pesten.json")
        self._data: list[dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))

    def vul(self) -> None:
        """Everything in the file."""
        for item in self._data:
            self._zaak(item)

    def _zaak(self, item: dict[str, Any]) -> None:
        first = self._op(item["gemeld"]).pestzaken
        people = tuple(
            PestPersoonDraft(self._personen[name], PestRol(role), note) for name, role, note in item["personen"]
        )
        told = {name: item[name] for name in ("melder", "melding", "hoe_lang", "plaatsen", "online")}
        zaak = first.meld(MeldingDraft(gemeld_op=self._kort(item["gemeld"]), personen=people, **told)).value
        for task, back, values in item["taken"]:
            self._taak(zaak, PestTaak(task), back, values)
        self._test(zaak, item["toets"])
        self._seen(zaak, item, people)
        self._approach(zaak, item)
        self._check(zaak, item["check"])

    def _taak(self, zaak: int, task: PestTaak, back: int, values: dict[str, Any]) -> None:
        service = self._op(back).pestzaken
        days = {name: self._kort(values[name]) for name in _DAGEN if name in values}
        purpose = {"functie": Functie(values["functie"])} if "functie" in values else {}
        known = service.lees(zaak)
        service.bewaar_taak(zaak, task, replace(draft_of(known.inhoud), **values | days | purpose), known.versie)

    def _test(self, zaak: int, item: dict[str, Any]) -> None:
        service = self._op(item["dag"]).pestzaken
        proof = tuple(
            BewijsDraft(one, Oordeel(verdict), words, source, self._kort(back))
            for one in Criterium
            for verdict, words, source, back in (item["bewijzen"][one.value],)
        )
        draft = service.toets_begin(zaak)
        service.toets(zaak, replace(draft, samen_met=item["samen_met"], bewijzen=proof, hertoets_op=""))

    def _seen(self, zaak: int, item: dict[str, Any], people: tuple[PestPersoonDraft, ...]) -> None:
        service = self._op(0).pestzaken
        for which, who, back, seen_by, signals in item["signalen"]:
            one = self._personen[who]
            draft = SignaalDraft(Signaallijst(which), one, self._kort(back), seen_by, frozenset(signals))
            service.signaal(zaak, draft)
        arrows = tuple(
            RelatieDraft(self._personen[one], self._personen[other], words, helps)
            for one, other, words, helps in item["relaties"]
        )
        service.bewaar_mensen(zaak, MensenDraft(people, arrows), service.lees(zaak).versie)
        for key in item["incidenten"]:
            service.koppel_incident(zaak, self._incidenten[key])
        service.koppel_casus(zaak, self._casussen[item["casus"]])

    def _approach(self, zaak: int, item: dict[str, Any]) -> None:
        name, back, owner = item["aanpak"]
        service = self._op(back).pestzaken
        service.begin_aanpak(zaak, AanpakDraft(name, self._kort(back), self._personen[owner]))
        for step, days in zip(service.beeld(zaak).stappen, item["gedaan"], strict=False):
            self._op(days).pestzaken.zet_gedaan(step.id, gedaan=True)
        for with_whom, words, day, who in item["afspraken"]:
            when, owner = self._kort(day), self._personen[who]
            draft = StapDraft(omschrijving=words, met_wie=with_whom, eigenaar_id=owner, datum=when, gedaan_op=when)
            self._op(0).pestzaken.bewaar_stap(zaak, draft)

    def _check(self, zaak: int, item: dict[str, Any]) -> None:
        """The first check is held; what did not stop gets a next one."""
        service = self._op(item["dag"]).pestzaken
        first = service.beeld(zaak).volgende_check
        draft = CheckDraft(
            self._kort(item["dag"]),
            item["door"],
            item["woorden"],
            item["schaal"],
            CheckAntwoord(item["nagekomen"]),
            CheckAntwoord(item["gestopt"]),
            item["volgende"],
            self._kort(item["volgende_dag"]),
        )
        assert first is not None
        service.houd_check(zaak, first.id, draft, first.versie)

    def _kort(self, back: int) -> str:
        return datums.kort(self._dag(back))
