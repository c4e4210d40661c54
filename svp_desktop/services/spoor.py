"""Who did what, for those who may know: the school's trail for the directeur, each other trail for its own holders.

A name comes from the keyring and the title of a record from the register of today; the trail holds neither.
"""

import json
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from svp_desktop.domain.bladen import Controleblad, ControleRegel
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import GeenToegang
from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE, Instellingen
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol
from svp_desktop.domain.spoor import (
    CONTROLEBLAD,
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
from svp_desktop.kluis import keyring, trail
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import spoor as store
from svp_desktop.services.woorden import lijst

if TYPE_CHECKING:
    from svp_desktop.domain.papier import Briefhoofd
    from svp_desktop.kluis.compartment import Compartment
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

SCHOOL = "school"
_TITLES = {SCHOOL: "School", "meldcode": "Meldcode-dossier", "eigen": "Vertrouwelijk"}
_CHANGED = Changes.of(Topic.SPOOR)
_REMOVED = "verwijderd account"
_LINK = 32
Report = Callable[[int, int], None]


class SpoorService:
    """Lists the lines of one compartment, checks their chain, and keeps the monthly review."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], letterhead: "Callable[[], Briefhoofd]") -> None:
        self._kluis = kluis
        self._clock = clock
        self._letterhead = letterhead

    def soorten(self) -> tuple[str, ...]:
        """The compartments whose lines this account may read, those of another's dossiers last.

        Of the school only the directeur may: there it says what colleagues did. Others have a key of what they read.
        """
        order = {kind: place for place, kind in enumerate(_TITLES)}
        open_now = sorted(self._kluis.kinds, key=lambda kind: (order.get(kind, len(order)), kind))
        directeur = self._kluis.account.role == Rol.DIRECTEUR.value
        return tuple(kind for kind in open_now if kind != SCHOOL or directeur)

    def titel(self, soort: str) -> str:
        """A compartment as the page calls it."""
        if soort in _TITLES:
            return _TITLES[soort]
        entry = keyring.compartment_of(self._kluis.ring, soort.partition(":")[2])
        return f"Van {self._names().get(entry['owner'], _REMOVED)}"

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

    def controleblad(self) -> bytes:
        """The sheet that says how far each of these trails is now, to keep outside this computer. Raises PapierFout."""
        from svp_desktop.documents.bladen.controleblad import controleblad

        account, kinds = self._kluis.account, self.soorten()
        last = self.controle(kinds[0]).op
        values = Controleblad(
            self._letterhead(),
            account.name,
            ROLNAMEN[Rol(account.role)].lower(),
            self._clock().date(),
            last.date() if last else None,
            tuple(map(self._head, kinds)),
        )
        return controleblad(values)

    def afgedrukt(self) -> None:
        """Note in each of these trails that the sheet was printed."""
        for kind in self.soorten():
            with self._open(kind).transaction() as tx:
                tx.log(CONTROLEBLAD)

    def te_controleren(self) -> tuple[str, ...]:
        """The compartments whose review is due, of those this account may read."""
        return tuple(kind for kind in self.soorten() if self.nakijken_nodig(kind))

    def nakijken_nodig(self, soort: str) -> bool:
        """Whether this account may read these lines and their review is due."""
        return soort in self.soorten() and self.controle(soort).te_laat

    # Inside

    def _open(self, soort: str) -> "Compartment":
        if soort not in self.soorten():
            raise GeenToegang
        return self._kluis.compartment(soort)

    def _head(self, kind: str) -> ControleRegel:
        with self._open(kind).reading() as rx:
            number, link = trail.head(rx)
        return ControleRegel(self.titel(kind), number, link, _words(link))

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
        if soort not in _TITLES:
            # the dossiers of another are read on the page of the keys, not on one of their own
            known = {kind: {id_: Waarover(it.titel) for id_, it in found.items()} for kind, found in known.items()}
        return [
            SpoorRegel(
                line.sequence,
                _moment(line.at),
                names.get(line.account_id, _REMOVED),
                line.action,
                line.object_id,
                known[onderwerp(line.action)].get(line.object_id) or _about(line, names),
                _words(line.link),
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
    if kind is Onderwerp.INCIDENTEN:
        return Waarover(f"{id_} {'incident' if id_ == '1' else 'incidenten'}")
    if kind is Onderwerp.REGEL:
        return Waarover(f"tot en met regel {id_}")
    return Waarover(f"{kind.value} {id_} (bestaat niet meer)")


def _words(link: bytes) -> tuple[str, ...]:
    """The chain in six words; nothing for what is no link at all."""
    return lijst().herkenningswoorden(link) if len(link) == _LINK else ()


def _start(day: date) -> str:
    """Midnight at the begin of a local day, as the trail writes moments."""
    return datetime.combine(day, time.min).astimezone().astimezone(UTC).isoformat(timespec="microseconds")


def _moment(stored: str) -> datetime | None:
    """The local moment; None for what the program would never have written."""
    try:
        return datetime.fromisoformat(stored).astimezone()
    except ValueError:
        return None
