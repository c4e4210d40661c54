"""Thuis-school in the casussen of the voorbeeldschool, from `resources/demo/voorbeeld-thuisschool.json`.

Its days are school days around the day in the file, so that a running one runs in every week that has school.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.thuisschool import (
    WEEK_DAGEN,
    MomentenDraft,
    Punt,
    PuntStatus,
    ThuisSchoolDraft,
    draft_of_thuisschool,
)
from svp_desktop.domain.thuisschool_contact import ContactDraft, ContactMet

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

#: Longer than any holiday of a school.
_LONGEST_BREAK = timedelta(days=60)
_BELT_OM = "9.30"


class VoorbeeldThuisSchool:
    """Fills a casus. `op` is the workplace of so many days ago, `dag` that school day; `personen` the ids by name."""

    def __init__(
        self,
        work: "Werkplek",
        op: "Callable[[int], Werkplek]",
        dag: Callable[[int], date],
        personen: Mapping[str, int],
    ) -> None:
        self._work, self._op, self._dag, self._personen = work, op, dag, personen
        file = resources.path("demo", "voorbeeld-thuisschool.json")
        self._data: dict[str, dict[str, Any]] = json.loads(file.read_text(encoding="utf-8"))

    def vul(self, casus: int, sleutel: str) -> None:
        """The period that stands in the file under this key; nothing when it has none."""
        if sleutel not in self._data:
            return
        item, service = self._data[sleutel], self._work.thuisschool
        calendar = self._work.kalender.lees()
        home = self._home(item, calendar)
        period = service.begin(casus).value
        empty = draft_of_thuisschool(service.beeld(period).inhoud)
        draft = ThuisSchoolDraft(
            self._moments(item, home, calendar),
            replace(empty.teksten, **item["teksten"]),
            tuple(Punt(code, PuntStatus.GEDAAN, note) for code, note in item["punten"].items()),
        )
        service.maak_definitief(period, draft, 1)
        self._called(period, item, home)
        for what, who in item.get("taken", ()):
            service.verdeel(period, TaakDraft(what, self._personen[who], datums.kort(home[-1])))
        if "nazorg" in item:
            self._looked_after(period, item["nazorg"])
        if item.get("afgerond"):
            kept = service.beeld(period).thuisschool
            service.rond_af(period, draft_of_thuisschool(kept.inhoud), kept.versie)

    def _home(self, item: dict[str, Any], calendar: Schoolkalender) -> tuple[date, ...]:
        """The school days at home: within a week, as the law asks."""
        start = self._work.today() - timedelta(days=item["vanaf"])
        ahead = calendar.dagen(start, start + _LONGEST_BREAK)
        week = [day for day in ahead if day - ahead[0] < timedelta(days=WEEK_DAGEN)]
        return tuple(week[: item["schooldagen"]])

    def _moments(self, item: dict[str, Any], home: tuple[date, ...], calendar: Schoolkalender) -> MomentenDraft:
        decided = datums.kort(self._dag(item["besluit"]))
        back = calendar.dagen(home[-1] + timedelta(days=1), home[-1] + _LONGEST_BREAK)[0]
        return MomentenDraft(
            vanaf=datums.kort(home[0]),
            tot=datums.kort(home[-1]),
            besluit_op=decided,
            kind_op=decided,
            ouders_op=decided,
            leerkracht_op=decided,
            uitgereikt_op=decided,
            inspectie_op=decided,
            terug_op=datums.kort(back),
            terug_tijd=item["terug_tijd"],
        )

    def _called(self, period: int, item: dict[str, Any], home: tuple[date, ...]) -> None:
        """Every day that is over had a call; that of today still waits."""
        first, today = self._dag(item["besluit"]), self._work.today()
        days = [day for day in sorted({first, *home}) if day < today]
        for number, day in enumerate(days):
            note = item["gebeld"][number % len(item["gebeld"])]
            call = ContactDraft(datums.kort(day), _BELT_OM, frozenset(ContactMet), door=item["belt"], notitie=note)
            self._work.thuisschool.leg_contact_vast(period, call)

    def _looked_after(self, period: int, note: str) -> None:
        """Every week of nazorg that is over was looked at."""
        self._work.thuisschool.plan_nazorg(period)
        for task in self._work.thuisschool.beeld(period).taken:
            back = self._work.today() - task.inhoud.datum
            if back.days >= 0:
                self._op(back.days).casustaken.rond_af(task.id, note)
