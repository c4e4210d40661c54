"""Who did what, for those who may know: the school's trail for the directeur, each other trail for its own holders.

A name comes from the keyring and the title of a record from the register of today; the trail holds neither.
"""

import json
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import GeenToegang
from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE, Instellingen
from svp_desktop.domain.school import Rol
from svp_desktop.domain.spoor import (
    GECONTROLEERD,
    Controle,
    KetenStand,
    Onderwerp,
    SpoorAccount,
    SpoorFilter,
    SpoorRegel,
    Waarover,
    codes,
    onderwerp,
)
from svp_desktop.kluis import trail
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import spoor as store

if TYPE_CHECKING:
    from svp_desktop.kluis.compartment import Compartment
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

SCHOOL, MELDCODE, EIGEN = "school", "meldcode", "eigen"
_CHANGED = Changes.of(Topic.SPOOR)
_REMOVED = "verwijderd account"
Report = Callable[[int, int], None]


class SpoorService:
    """Lists the lines of one compartment, checks their chain, and keeps the monthly review."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def soorten(self) -> tuple[str, ...]:
        """The compartments whose lines this account may read: of the school only the directeur."""
        held = [kind for kind in (SCHOOL, MELDCODE, EIGEN) if self._kluis.opens(kind)]
        directeur = self._kluis.account.role == Rol.DIRECTEUR.value
        return tuple(kind for kind in held if kind != SCHOOL or directeur)

    def accounts(self) -> tuple[SpoorAccount, ...]:
        """Everyone who may stand in a line, by name; also who has no account any more."""
        return tuple(
            sorted((SpoorAccount(*pair) for pair in self._names().items()), key=lambda who: who.naam.casefold())
        )

    def eerste_bladzijde(self, soort: str, filter_: SpoorFilter) -> tuple["array[int]", list[SpoorRegel]]:
        """The newest lines that fit, out of the newest 20,000, and the rows of the first hundred of them."""
        with self._open(soort).reading() as rx:
            ids, _ = store.piece(rx, self._asked(filter_))
            return ids, self._rows(rx, soort, ids[:100])

    def ids(self, soort: str, filter_: SpoorFilter, report: Report | None = None) -> "array[int]":
        """Every line that fits, newest first; for a worker. `report(lines seen, of all)` may raise to stop."""
        compartment, asked = self._open(soort), self._asked(filter_)
        total = self.aantal(soort)
        found, seen = array("q"), 0
        before: int | None = store.TOP
        while before is not None:
            with compartment.reading() as rx:
                part, before = store.piece(rx, asked, before)
            found.extend(part)
            seen += store.PIECE
            if report is not None:
                report(min(seen, total), total)
        return found

    def regels(self, soort: str, ids: Sequence[int]) -> list[SpoorRegel]:
        """The rows of a window, in the order of the ids."""
        with self._open(soort).reading() as rx:
            return self._rows(rx, soort, ids)

    def aantal(self, soort: str) -> int:
        """The sequence number of the newest line, which is how many there are; 0 when there is none."""
        with self._open(soort).reading() as rx:
            return trail.head(rx)[0]

    def controleer(self, soort: str, report: Report | None = None) -> KetenStand:
        """Whether every line still follows from the one before it; for a worker, as `ids`."""
        compartment, check = self._open(soort), trail.ChainCheck()
        total = self.aantal(soort)
        more = True
        while more:
            with compartment.reading() as rx:
                more = check.step(rx)
            if report is not None:
                report(min(check.lines, total), total)
        return KetenStand(check.lines, check.broken_from)

    # The monthly review

    def controle(self, soort: str) -> Controle:
        """The last review of these lines; the first one is due a month after the compartment was made."""
        with self._open(soort).reading() as rx:
            last, made = store.last_review(rx), store.made_at(rx)
        at = None if last is None else _moment(last.at)
        since = self._clock() - (at or made)
        late = since >= timedelta(days=self._days())
        if last is None:
            return Controle(None, "", 0, late)
        upto = int(last.object_id) if last.object_id.isdecimal() else 0
        return Controle(at, self._names().get(last.account_id, _REMOVED), upto, late)

    def gecontroleerd(self, soort: str, tot: int) -> Outcome[int]:
        """Record that the lines up to sequence number `tot` were looked at, in the trail of that compartment."""
        with self._open(soort).transaction() as tx:
            tx.log(GECONTROLEERD, tot)
        return Outcome(tot, _CHANGED)

    def te_controleren(self) -> tuple[str, ...]:
        """The compartments whose review is due, of those this account may read."""
        return tuple(kind for kind in self.soorten() if self.controle(kind).te_laat)

    # Inside

    def _open(self, soort: str) -> "Compartment":
        if soort not in self.soorten():
            raise GeenToegang
        return self._kluis.compartment(soort)

    def _days(self) -> int:
        if not self._kluis.opens(SCHOOL):
            return Instellingen().getal("controle_dagen")
        with self._kluis.school.reading() as rx:
            return Instellingen(settings_store.lees(rx)).getal("controle_dagen")

    def _asked(self, filter_: SpoorFilter) -> dict[str, Any]:
        asked: dict[str, Any] = {}
        if filter_.van:
            asked["van"] = _start(filter_.van)
        if filter_.tot_en_met:
            asked["tot"] = _start(filter_.tot_en_met + timedelta(days=1))
        if filter_.account_id:
            asked["account"] = filter_.account_id
        if filter_.groepen:
            asked["acties"] = json.dumps(sorted(codes(filter_.groepen)))
        if filter_.over is not None:
            kind, record = filter_.over
            asked[kind.value] = record
        return asked

    def _rows(self, rx: "Rx", soort: str, ids: Sequence[int]) -> list[SpoorRegel]:
        lines, names = store.lines(rx, ids), self._names()
        wanted: dict[Onderwerp, set[str]] = {}
        for line in lines:
            wanted.setdefault(onderwerp(line.action), set()).add(line.object_id)
        school = soort == SCHOOL
        known = {kind: store.titles(rx, kind, found, school=school) for kind, found in wanted.items()}
        return [
            SpoorRegel(
                line.sequence,
                _moment(line.at),
                names.get(line.account_id, _REMOVED),
                line.action,
                line.object_id,
                known[onderwerp(line.action)].get(line.object_id) or _about(line, names),
            )
            for line in lines
        ]

    def _names(self) -> dict[str, str]:
        """Names by account id, from the keyring as it is now; the name of a removed account stays."""
        return {
            user["id"]: f"{user['login']} (verwijderd)" if user["status"] == "verwijderd" else user["login"]
            for user in self._kluis.ring["users"]
        }


def _about(line: store.Line, names: dict[str, str]) -> Waarover:
    """What a line is about when that is no record of the register, or one that is gone."""
    kind, id_ = onderwerp(line.action), line.object_id
    if kind is Onderwerp.NIETS or not id_:
        return Waarover()
    if kind is Onderwerp.INSTELLING:
        known = INSTELLING_VAN_CODE.get(id_)
        return Waarover(known.naam if known else id_)
    if kind is Onderwerp.ACCOUNT:
        return Waarover(names.get(id_, _REMOVED))
    if kind is Onderwerp.LEERLINGEN:
        return Waarover(f"{id_} {'leerling' if id_ == '1' else 'leerlingen'}")
    if kind is Onderwerp.REGEL:
        return Waarover(f"tot en met regel {id_}")
    return Waarover(f"{kind.value} {id_} (bestaat niet meer)")


def _start(day: date) -> str:
    """Midnight at the begin of a local day, as the trail writes moments."""
    return datetime.combine(day, time.min).astimezone().astimezone(UTC).isoformat(timespec="microseconds")


def _moment(stored: str) -> datetime | None:
    """The local moment; None for what the program would never have written."""
    try:
        return datetime.fromisoformat(stored).astimezone()
    except ValueError:
        return None
