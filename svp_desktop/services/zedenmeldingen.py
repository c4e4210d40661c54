"""Records of a possible sexual offence by someone with a task for the school: written by anyone, read by few.

Who has no key of the meldcode seals the record to those who have, prints it, and cannot read it again. When someone was
left out, because it may be about that person, the record never goes into the file that all of them share: it stays in
the letter box, sealed to each of the others.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from svp_desktop.documents.formulieren.zedenblad import checklist, zedenblad
from svp_desktop.domain.errors import BestandBeschadigd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.zedenmelding import (
    Aanvulling,
    GeenOntvanger,
    Houder,
    ZedenBlad,
    ZedenDraft,
    Zedenmelding,
    ZedenRegel,
    check_zeden,
    parse_zeden,
)
from svp_desktop.kluis import keyring, sealed
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import postvak
from svp_desktop.kluis.stores import zedenmeldingen as store
from svp_desktop.kluis.stores.zedenmeldingen import Bericht
from svp_desktop.services.concepten import Concept, ConceptenService

if TYPE_CHECKING:
    from svp_desktop.domain.papier import Briefhoofd
    from svp_desktop.kluis.kluis import Kluis

_KIND = "meldcode"
_STEPS = "zeden_stappen"
_INSPECTOR = "zeden_inspecteur"
_BOARD = "zeden_bestuur"


def concept_sleutel(bij_uuid: str | None = None) -> str:
    """The key of what is being typed: a new record, or an addition to one."""
    return f"zeden:{bij_uuid or 'nieuw'}"


class _Gevonden(NamedTuple):
    """A message and whether it is one of the letter box, for some of the holders only."""

    bericht: Bericht
    kring: tuple[str, ...]


class ZedenConcepten:
    """What is being typed, sealed to who types it: nobody else who opens the school's file can read it."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis, self._concepten = kluis, ConceptenService(kluis.school, clock)

    def bewaar(self, sleutel: str, inhoud: dict[str, Any], titel: str) -> None:
        """Keep this content under this key. `titel` says nothing about it."""
        closed = sealed.seal_to(self._kluis, self._kluis.account_id, sleutel, inhoud)
        self._concepten.bewaar(sleutel, {"verzegeld": closed.hex()}, titel)

    def wis(self, sleutel: str) -> None:
        """Forget it."""
        self._concepten.wis(sleutel)

    def lees(self, sleutel: str) -> Concept | None:
        """What this account was typing, or None; also when it was sealed to a key that is no more."""
        found = self._concepten.lees(sleutel)
        if found is None:
            return None
        try:
            content = sealed.open_own(self._kluis, sleutel, bytes.fromhex(found.inhoud["verzegeld"]))
        except BestandBeschadigd:
            return None
        return Concept(found.sleutel, found.titel, found.bewaard_op, content)


class ZedenmeldingenService:
    """The verbs of the page *Zedenmisdrijf*."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], hoofd: "Callable[[], Briefhoofd]") -> None:
        self._kluis, self._clock, self._hoofd = kluis, clock, hoofd
        self.concepten = ZedenConcepten(kluis, clock)

    # What everyone sees

    def stappen(self) -> tuple[str, ...]:
        """What to do now, in order."""
        return self._waarden().lijst(_STEPS)

    def nummers(self) -> tuple[tuple[str, str], ...]:
        """Whom to call: label and number or hours, as far as known."""
        words = self._waarden()
        known = (("Bestuur", words.tekst(_BOARD)), ("Vertrouwensinspecteur", words.tekst(_INSPECTOR)))
        return tuple((label, text) for label, text in known if text.strip())

    def houders(self) -> tuple[Houder, ...]:
        """Who can read such a record: everyone with a key of the meldcode."""
        ring, me = self._kluis.ring, self._kluis.account_id
        return tuple(
            Houder(holder, str(keyring.user_of(ring, holder)["login"]), holder == me)
            for holder in sealed.holders(self._kluis, _KIND)
        )

    def leest_mee(self) -> bool:
        """Whether this account can read what was recorded."""
        return self._kluis.opens(_KIND)

    def check(self, draft: ZedenDraft) -> tuple[Finding, ...]:
        """Findings of the form."""
        return check_zeden(draft, self._clock().date())

    def lees_draft(self, draft: ZedenDraft) -> Zedenmelding:
        """The record of a form, kept nowhere. Raises InvoerOnjuist."""
        return parse_zeden(draft, self._clock().date())

    # Recording

    def leg_vast(self, draft: ZedenDraft, lezers: Iterable[str]) -> Zedenmelding:
        """Record it for these holders; who did not write it down for themselves cannot read it back.

        Raises InvoerOnjuist, GeenOntvanger, SleutelOnbekend.
        """
        record = self.lees_draft(draft)
        self._schrijf(Bericht(str(uuid4()), None, self._kluis.account_id, self._clock(), naar_dict(record)), lezers)
        return record

    def vul_aan(self, uuid: str, tekst: str) -> None:
        """Add to a record, for the same readers. Raises InvoerOnjuist, NietGevonden."""
        words = schoon(tekst).strip()
        if not words:
            raise InvoerOnjuist((Finding("aanvulling", "Schrijf op wat u wilt toevoegen."),))
        first = next((item for item in self._alle() if item.bericht.uuid == uuid), None)
        if first is None:
            raise NietGevonden
        readers = first.kring or [one.account_id for one in self.houders()]
        self._schrijf(Bericht(str(uuid4()), uuid, self._kluis.account_id, self._clock(), {"tekst": words}), readers)

    def _schrijf(self, bericht: Bericht, lezers: Iterable[str]) -> None:
        """Into the shared file when all holders may read it, else sealed to each."""
        holders = [one.account_id for one in self.houders()]
        chosen = [holder for holder in holders if holder in set(lezers)]
        if not chosen:
            raise GeenOntvanger
        shared = len(chosen) == len(holders)
        if shared and self.leest_mee():
            self._houd(bericht)
        else:
            self._verzegel(bericht, chosen, [] if shared else chosen)
        self.concepten.wis(concept_sleutel(bericht.bij_uuid))

    def _verzegel(self, bericht: Bericht, lezers: list[str], kring: list[str]) -> None:
        message = _plat(bericht) | {"kring": kring}
        closed = {one: sealed.seal_to(self._kluis, one, bericht.uuid, message) for one in lezers}
        with self._kluis.school.transaction() as tx:
            for reader, data in closed.items():
                postvak.leg_in(tx, bericht.uuid, reader, data)

    # Reading

    def haal_op(self) -> int:
        """Take out of the letter box what is for all holders, and keep it in the shared file; how many came in.

        First put there, then taken out here: after a crash in between it is only taken out.
        """
        if not self.leest_mee() or _KIND in self._kluis.older:
            return 0
        letters = [(letter, found) for letter, found in self._brieven() if found is not None and not found.kring]
        came = sum(self._houd(found.bericht) for _letter, found in letters)
        if letters:
            with self._kluis.school.transaction() as tx:
                postvak.neem_uit(tx, [letter.id for letter, _found in letters])
        return came

    def lijst(self) -> tuple[ZedenRegel, ...]:
        """The records that this account can read, newest first; none for who holds no key."""
        found = self._alle()
        lines = [self._regel(item, found) for item in found if item.bericht.bij_uuid is None]
        return tuple(sorted(lines, key=lambda line: line.op, reverse=True))

    def lees(self, uuid: str) -> ZedenBlad:
        """One record with what was added. Reading it stands in the trail of the meldcode. Raises NietGevonden."""
        found = self._alle()
        item = next((one for one in found if one.bericht.uuid == uuid and one.bericht.bij_uuid is None), None)
        if item is None:
            raise NietGevonden
        if not item.kring:
            with self._kluis.compartment(_KIND).transaction() as tx:
                tx.log("zeden.gelezen", uuid)
        added = sorted((one.bericht for one in found if one.bericht.bij_uuid == uuid), key=lambda one: one.op)
        return ZedenBlad(
            self._regel(item, found),
            van_dict(Zedenmelding, item.bericht.inhoud),
            tuple(Aanvulling(self._hier(one.op), self._naam(one.afzender), str(one.inhoud["tekst"])) for one in added),
        )

    # On paper

    def checklist(self) -> bytes:
        """What to do, without anything that was written down. Raises PapierFout."""
        return checklist(self._hoofd(), self.stappen(), self.nummers())

    def blad(self, melding: Zedenmelding, aanvullingen: tuple[Aanvulling, ...] = (), door: str = "") -> bytes:
        """A record on paper with the checklist. Raises PapierFout."""
        who = door or self._naam(self._kluis.account_id)
        return zedenblad(self._hoofd(), melding, who, aanvullingen, self.stappen(), self.nummers())

    # -- how it is kept

    def _waarden(self) -> Instellingen:
        with self._kluis.school.reading() as rx:
            return Instellingen(settings_store.lees(rx))

    def _houd(self, bericht: Bericht) -> bool:
        with self._kluis.compartment(_KIND).transaction() as tx:
            new = store.voeg_toe(tx, bericht)
            if new:
                tx.log("zeden.aangevuld" if bericht.bij_uuid else "zeden.vastgelegd", new)
        return bool(new)

    def _alle(self) -> tuple[_Gevonden, ...]:
        if not self.leest_mee():
            return ()
        with self._kluis.compartment(_KIND).reading() as rx:
            shared = tuple(_Gevonden(item, ()) for item in store.alle(rx))
        there = {item.bericht.uuid for item in shared}
        apart = (found for _letter, found in self._brieven() if found is not None)
        return (*shared, *(item for item in apart if item.bericht.uuid not in there))

    def _brieven(self) -> list[tuple[postvak.Brief, _Gevonden | None]]:
        """What lies in the letter box for this account; None where it was sealed to a key that is no more."""
        with self._kluis.school.reading() as rx:
            letters = postvak.van(rx, self._kluis.account_id)
        return [(letter, self._open(letter)) for letter in letters]

    def _open(self, letter: postvak.Brief) -> _Gevonden | None:
        try:
            message = sealed.open_own(self._kluis, letter.uuid, letter.verzegeld)
        except BestandBeschadigd:
            return None
        kring = tuple(str(reader) for reader in message["kring"])
        bericht = Bericht(
            letter.uuid,
            message["bij_uuid"],
            message["afzender"],
            datetime.fromisoformat(message["op"]),
            message["inhoud"],
        )
        return _Gevonden(bericht, kring)

    def _regel(self, item: _Gevonden, all_found: Iterable[_Gevonden]) -> ZedenRegel:
        one = item.bericht
        return ZedenRegel(
            one.uuid,
            self._hier(one.op),
            self._naam(one.afzender),
            van_dict(Zedenmelding, one.inhoud).bestuur_op,
            sum(other.bericht.bij_uuid == one.uuid for other in all_found),
            bool(item.kring),
            one.afzender == self._kluis.account_id,
        )

    def _hier(self, moment: datetime) -> datetime:
        return moment.astimezone(self._clock().tzinfo)

    def _naam(self, account_id: str) -> str:
        names = {user["id"]: str(user["login"]) for user in self._kluis.ring["users"]}
        return names.get(account_id, "")


def _plat(bericht: Bericht) -> dict[str, Any]:
    return {
        "bij_uuid": bericht.bij_uuid,
        "afzender": bericht.afzender,
        "op": bericht.op.isoformat(),
        "inhoud": bericht.inhoud,
    }
