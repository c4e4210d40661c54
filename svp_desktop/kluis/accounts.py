"""Who may come in and what they can open: changes of the keyring by the directeur or by who holds a key.

A key can only be given by who has it. What is refused here is also impossible with the files alone: the key of a
compartment is never in the hands of who was not given it.
"""

import contextlib
import os
import uuid
from dataclasses import dataclass

from svp_desktop.domain.errors import AlleenLezen, GeenToegang, LaatsteHouder, NietGevonden, SchijfVol, SleutelOnbekend
from svp_desktop.kluis import files, keyring, pins, ways
from svp_desktop.kluis.admission import label
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keyring import Entry
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.kluis import VERTROUWENSPERSOON, Kluis
from svp_desktop.kluis.ringfile import Ring

DIRECTEUR = "directeur"
COORDINATOR = "kwaliteitscoordinator"
ROLES = (DIRECTEUR, COORDINATOR, VERTROUWENSPERSOON)
#: Who may hold the task of pestcoördinator: the plan says both (demand 39).
PEST_ROLES = (COORDINATOR, VERTROUWENSPERSOON)


@dataclass(frozen=True, slots=True)
class Lost:
    """A compartment that would be lost when an account goes: nobody else holds a key of it."""

    compartment_id: str
    kind: str
    size: int


class Accounts:
    """Changes by the account that unlocked `kluis`. Every method raises GeenToegang when its role or keys do not allow
    it, NietGevonden for an unknown account, and as `Kluis.rewrite`."""

    def __init__(self, kluis: Kluis) -> None:
        self._kluis = kluis

    def invite(self, name: str, role: str, pest: bool, words: str, policy: KdfPolicy) -> str:
        """A new account with nothing but the words of an invitation; returns its id."""
        self._only_manager()
        if role not in ROLES or (pest and role not in PEST_ROLES):
            raise GeenToegang
        user_id, secret = str(uuid.uuid4()), UserSecret(os.urandom(32))
        way = self._invitation(secret, words, user_id, policy)
        user = keyring.new_user(secret, user_id, label(name), role, way, pest=pest)
        secret.wipe()
        self._kluis.rewrite(lambda ring: ring["users"].append(user))
        self._log("account.uitgenodigd", user_id)
        return user_id

    def invite_again(self, user_id: str, words: str, policy: KdfPolicy) -> None:
        """Other words for an invitation that was not used yet: the earlier ones open nothing any more."""
        self._only_manager()
        if self._user(user_id)["status"] != keyring.INVITED:
            raise GeenToegang
        secret = UserSecret(os.urandom(32))
        way = self._invitation(secret, words, user_id, policy)

        keys = keyring.public_keys(secret, user_id)
        secret.wipe()
        self._kluis.rewrite(lambda ring: keyring.user_of(ring, user_id).update(keys | {"ways": [way]}))
        self._log("account.uitgenodigd", user_id)

    def rename(self, user_id: str, name: str) -> None:
        """Another name on the unlock page: by the directeur, or one's own."""
        if user_id != self._kluis.account_id:
            self._only_manager()
        self._change(user_id, {"login": label(name)}, "account.hernoemd")

    def set_pest(self, user_id: str, pest: bool) -> None:
        """Give or take the task of pestcoördinator."""
        self._only_manager()
        if pest and self._user(user_id)["role"] not in PEST_ROLES:
            raise GeenToegang
        self._change(user_id, {"pest": pest}, "account.pest_aan" if pest else "account.pest_uit")

    def switch_off(self, user_id: str) -> None:
        """Let an account no longer in; its keys go at once, but for its own private file, which nobody else may have.

        Raises LaatsteHouder.
        """
        self._may_go(user_id)
        if self._user(user_id)["status"] != keyring.ACTIVE:
            raise GeenToegang
        lost = [item for item in self.lost_with(user_id) if self._owner(item.compartment_id) != user_id]
        if lost:
            raise LaatsteHouder

        def edit(ring: Ring) -> None:
            keyring.user_of(ring, user_id)["status"] = keyring.OFF
            _take_keys(ring, user_id, keep_own=True)

        self._kluis.rewrite(edit, twice=True)
        self._log("account.uitgezet", user_id)

    def switch_on(self, user_id: str) -> None:
        """Let an account in again with its own password. Its keys must be given anew."""
        self._only_manager()
        if self._user(user_id)["status"] != keyring.OFF:
            raise GeenToegang
        self._change(user_id, {"status": keyring.ACTIVE}, "account.aangezet")

    def lost_with(self, user_id: str) -> tuple[Lost, ...]:
        """The compartments of which this account is the last holder, and which no envelopes open either."""
        return tuple(
            Lost(entry["id"], entry["kind"], self._size(entry))
            for entry in self._kluis.ring["compartments"]
            if keyring.holders(entry) == (user_id,) and not entry["pairs"]
        )

    def _size(self, entry: Entry) -> int:
        """Bytes of a compartment, 0 when its file is gone."""
        path = self._kluis.folder / entry["file"]
        return files.size_of(path) if path.is_file() else 0

    def remove(self, user_id: str, *, destroy: bool = False) -> tuple[Lost, ...]:
        """Take an account away for good; its name stays, for the lines that it left in the trail.

        Raises LaatsteHouder when data would be lost, unless `destroy`: their files are then taken away, and told.
        """
        self._may_go(user_id)
        lost = self.lost_with(user_id)
        if lost and not destroy:
            raise LaatsteHouder
        gone = [keyring.compartment_of(self._kluis.ring, item.compartment_id) for item in lost]

        def edit(ring: Ring) -> None:
            user = keyring.user_of(ring, user_id)
            user |= {"status": keyring.REMOVED, "pest": False, "ways": []}
            user.pop("state", None)
            ring["compartments"] = [entry for entry in ring["compartments"] if entry not in gone]
            _take_keys(ring, user_id, keep_own=False)

        self._kluis.rewrite(edit, twice=True)
        for entry in gone:
            files.discard_compartment_file(self._kluis.folder / entry["file"])
            self._log("compartiment.vernietigd", entry["id"])
        self._log("account.verwijderd", user_id)
        return lost

    def grant(self, user_id: str, kind: str) -> None:
        """Give the key of an open compartment: school by a directeur, meldcode by a vertrouwenspersoon, a private file
        by its owner to another vertrouwenspersoon. Raises SleutelOnbekend."""
        self._may_give(kind)
        receiver = self._user(user_id)
        if user_id == self._kluis.account_id:
            raise GeenToegang
        if receiver["status"] != keyring.ACTIVE or (kind == "eigen" and receiver["role"] != VERTROUWENSPERSOON):
            raise GeenToegang
        compartment = self._kluis.compartment(kind)
        with compartment.reading() as rx:
            pinned = pins.known(rx).get(user_id)
        now = keyring.fingerprint(receiver)
        if pinned not in (None, now) and not keyring.follows(receiver, pinned or b""):
            raise SleutelOnbekend

        def edit(ring: Ring) -> None:
            entry = keyring.compartment_of(ring, compartment.compartment_id)
            for version in filter(None, (entry["dekv"], entry["pending_dekv"])):
                key = keyring.open_slot(ring, entry, self._kluis.account_id, self._kluis.secret, version)
                if key is not None:
                    slot = keyring.grant(
                        ring, entry, bytes(key), receiver, self._kluis.secret, self._kluis.account_id, version
                    )
                    keyring.put_slot(entry, slot)
                    wipe(key)

        # Before the slot: who is not known inside the file gets no next key.
        with compartment.transaction() as tx:
            pins.pin(tx, user_id, now)
            pins.admit(tx, user_id)
        self._kluis.rewrite(edit)
        with compartment.transaction() as tx:
            tx.log("toegang.gegeven", user_id)

    def withdraw(self, user_id: str, kind: str) -> None:
        """Take the key of an open compartment away from another. The compartment is to have a new key after it.

        Raises LaatsteHouder.
        """
        self._may_give(kind)
        compartment = self._kluis.compartment(kind)
        entry = keyring.compartment_of(self._kluis.ring, compartment.compartment_id)
        if user_id == self._kluis.account_id or user_id == entry["owner"]:
            raise GeenToegang
        if set(keyring.holders(entry)) <= {user_id}:
            raise LaatsteHouder

        def edit(ring: Ring) -> None:
            changed = keyring.compartment_of(ring, compartment.compartment_id)
            keyring.drop_slots(changed, user_id)
            changed["stale"] = True

        self._kluis.rewrite(edit, twice=True)
        with compartment.transaction() as tx:
            pins.dismiss(tx, frozenset({user_id}))
            tx.log("toegang.ingetrokken", user_id)

    def _invitation(self, secret: UserSecret, words: str, user_id: str, policy: KdfPolicy) -> ways.Way:
        school_id = self._kluis.ring["school"]["id"]
        return ways.password_way(secret, words, school_id, user_id, policy.calibrated(), ways.INVITATION)

    def _user(self, user_id: str) -> Entry:
        """An account that was not removed."""
        for user in self._kluis.ring["users"]:
            if user["id"] == user_id and user["status"] != keyring.REMOVED:
                found: Entry = user
                return found
        raise NietGevonden

    def _owner(self, compartment_id: str) -> str:
        return str(keyring.compartment_of(self._kluis.ring, compartment_id)["owner"])

    def manages(self) -> bool:
        """Whether this account may make, switch off and remove accounts: a directeur who holds the school, and until
        there is one, whoever made the school: else nobody could ever be invited."""
        if not self._kluis.opens("school"):
            return False
        held = keyring.holders(keyring.compartment_of(self._kluis.ring, self._kluis.school.compartment_id))
        there_is_one = any(
            user["role"] == DIRECTEUR and user["status"] == keyring.ACTIVE and user["id"] in held
            for user in self._kluis.ring["users"]
        )
        return self._kluis.account.role == DIRECTEUR or not there_is_one

    def gives(self, kind: str) -> bool:
        """Whether this account may give and take this key: the school's by who manages accounts, the others by a
        vertrouwenspersoon who holds them."""
        if kind == "school":
            return self.manages()
        return self._kluis.account.role == VERTROUWENSPERSOON and self._kluis.opens(kind)

    def _only_manager(self) -> None:
        if not self.manages():
            raise GeenToegang
        self._must_take("school")

    def _may_give(self, kind: str) -> None:
        if kind not in ("school", "meldcode", "eigen") or not self.gives(kind):
            raise GeenToegang
        self._must_take(kind)

    def _must_take(self, kind: str) -> None:
        """Nothing changes that its trail could not tell of. Raises AlleenLezen."""
        if self._kluis.compartment(kind).read_only:
            raise AlleenLezen

    def _may_go(self, user_id: str) -> None:
        """Another account, by a directeur: so there is always one left who can come in."""
        self._only_manager()
        self._user(user_id)
        if user_id == self._kluis.account_id:
            raise GeenToegang

    def _change(self, user_id: str, values: Entry, action: str) -> None:
        self._user(user_id)
        self._kluis.rewrite(lambda ring: keyring.user_of(ring, user_id).update(values))
        self._log(action, user_id)

    def _log(self, action: str, object_id: str) -> None:
        # What is logged counts already: a full disk, or a copy that takes nothing, may not say that it was not saved.
        with contextlib.suppress(SchijfVol, AlleenLezen):
            if self._kluis.opens("school"):
                with self._kluis.school.transaction() as tx:
                    tx.log(action, object_id)


def _take_keys(ring: Ring, user_id: str, *, keep_own: bool) -> None:
    """Drop this user's slots; what they opened is to have a new key, made by the next holder who unlocks."""
    for entry in ring["compartments"]:
        own = entry["owner"] == user_id
        held = any(slot["holder"] == user_id for slot in entry["slots"])
        if held and not (own and keep_own):
            keyring.drop_slots(entry, user_id)
            entry["stale"] = True
