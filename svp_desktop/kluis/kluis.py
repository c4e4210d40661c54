"""A kluis: one keyring and the compartments that this account has a key for. Made, unlocked and locked here."""

import contextlib
import copy
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path

from svp_desktop import paths
from svp_desktop.domain.errors import (
    AlGeopend,
    BestandBeschadigd,
    BestandNieuwer,
    GeenToegang,
    KluisVergrendeld,
    MapNietSchrijfbaar,
    SleutelOnbekend,
    UserFacing,
)
from svp_desktop.kluis import (
    continuity,
    events,
    files,
    keyring,
    maintenance,
    ownstate,
    pins,
    place,
    revisions,
    ringfile,
    ways,
    witness,
)
from svp_desktop.kluis.admission import (
    Clock,
    check_password,
    counted,
    entering,
    label,
    locked_instance,
    prove_keys,
    proven_by,
)
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.closing import Digests
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.files import InstanceLock
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.leaving import Leaving
from svp_desktop.kluis.ownstate import OwnState
from svp_desktop.kluis.ringfile import Account, Ring, RingInfo
from svp_desktop.kluis.watch import Watch
from svp_desktop.kluis.witness import Older, Outside

SCHOOL_FILE = "school.db"
MELDCODE_FILE = "meldcode.db"
VERTROUWENSPERSOON = "interne_vertrouwenspersoon"
#: A private file has this much room from the start (bytes), whatever is in it.
PRIVATE_ROOM = 1 << 20
SCHEMAS = {schema.kind: schema for schema in (revisions.SCHOOL, revisions.MELDCODE, revisions.EIGEN)}

Edit = Callable[[Ring], None]


class Kluis:
    """An unlocked kluis. `lock` ends it; a new one is made by `create`, `unlock`, or in `admission`."""

    def __init__(
        self,
        folder: Path,
        ring: Ring,
        account_id: str,
        secret: UserSecret,
        instance: InstanceLock,
        clock: Clock,
        outside: Outside | None = None,
    ) -> None:
        self.clock = clock
        self._folder = folder
        self._ring = ring
        self._account_id = account_id
        self._secret = secret
        self._instance = instance
        self._outside: Outside = {} if outside is None else outside
        self._compartments: dict[str, Compartment] = {}
        self._watch = Watch()
        self._digests: Digests | None = None
        self._writing = threading.RLock()
        self._locked = False

    @classmethod
    def create(
        cls,
        root: Path,
        *,
        school_name: str,
        motto: str,
        account_name: str,
        role: str,
        password: str,
        policy: KdfPolicy,
        clock: Clock,
        demo: bool = False,
        outside: Outside | None = None,
    ) -> "Kluis":
        """Make `<root>/<uuid>/` with one account and the school compartment; returns it unlocked.

        Raises InvoerOnjuist (password), MapOngeschikt, MapNietSchrijfbaar, SchijfVol; nothing is then left behind.
        """
        check_password(password)
        place.check_place(root)
        school_id, user_id = str(uuid.uuid4()), str(uuid.uuid4())
        folder = root / school_id
        with files.told():
            if not root.is_dir():
                paths.private_folder(root)
            paths.private_folder(folder)
        ring = keyring.new_ring(school_id=school_id, school_name=label(school_name), motto=label(motto), demo=demo)
        secret = UserSecret(os.urandom(32))
        with _undone_on_failure(folder), locked_instance(folder) as instance:
            way = ways.password_way(secret, password, school_id, user_id, policy.calibrated())
            user = keyring.new_user(secret, user_id, label(account_name), role, way)
            ring["users"].append(user)
            kluis = cls(folder, ring, user_id, secret, instance, clock, outside)
            kluis.add_compartment(ring, "school", SCHOOL_FILE)
            if role == VERTROUWENSPERSOON:
                kluis.add_own_compartments(ring)
            kluis._write(ring, proven_by(user_id, password, policy))
            kluis.open_compartments()
        return kluis

    @classmethod
    def unlock(
        cls,
        folder: Path,
        account_id: str,
        password: str,
        *,
        policy: KdfPolicy,
        clock: Clock,
        outside: Outside | None = None,
    ) -> "Kluis":
        """Open the kluis in `folder` for this account, with every compartment that it has a key for.

        A compartment that cannot be opened is in `faults`; when it was the only one, that is raised. Raises
        WachtwoordOnjuist (with the seconds to wait), BestandBeschadigd, BestandNieuwer, AlGeopend,
        MapNietSchrijfbaar, MapOngeschikt, SchijfVol; the kluis is then closed as it was.
        """
        with entering(folder) as (ring, instance):
            held = (entry["file"] for entry in ring["compartments"] if account_id in keyring.holders(entry))
            with Digests(folder, held) as digests, counted(folder, ring, account_id, clock):
                secret = ways.open_by_password(ring, account_id, password, policy)
            kluis = cls(folder, ring, account_id, secret, instance, clock, outside)
            kluis._digests = digests
            kluis.start()
        return kluis

    def start(self) -> None:
        """Check the ring and open what this account holds; when that fails the kluis is closed. Raises as `unlock`."""
        try:
            keyring.verify_ring(self._ring, self._account_id, self._secret)
            known = self._outside.get(self._ring["school"]["id"], "")
            state = self.own_state()
            older = known.isdecimal() and int(known) > self._ring["generation"]
            self._watch.ring_older = older or state.lost
            role = keyring.user_of(self._ring, self._account_id)["role"]
            owns = any(entry["owner"] == self._account_id for entry in self._ring["compartments"])
            if role == VERTROUWENSPERSOON and not owns:
                if state.own:
                    self.faults["eigen"] = BestandBeschadigd("Het staat niet meer in de lijst met sleutels.")
                else:
                    self.rewrite(self.add_own_compartments)
            self.open_compartments()
        except BaseException:
            self.close()
            raise

    @property
    def folder(self) -> Path:
        """Where the kluis stands; its name is the uuid of the school."""
        return self._folder

    @property
    def ring(self) -> Ring:
        """The keyring as it is now; change it with `rewrite`."""
        return self._ring

    @property
    def info(self) -> RingInfo:
        """The public part of the keyring as it is now."""
        return ringfile.info_of(self._ring)

    @property
    def account_id(self) -> str:
        """The id of who unlocked it."""
        return self._account_id

    @property
    def account(self) -> Account:
        """Who unlocked it."""
        return next(account for account in self.info.accounts if account.id == self._account_id)

    @property
    def secret(self) -> UserSecret:
        """The secret of who unlocked it. Raises KluisVergrendeld."""
        if self._locked:
            raise KluisVergrendeld
        return self._secret

    @property
    def locked(self) -> bool:
        """True after `lock`."""
        return self._locked

    @property
    def school(self) -> Compartment:
        """The compartment that all of the team works in. Raises KluisVergrendeld, GeenToegang."""
        return self.compartment("school")

    @property
    def kinds(self) -> frozenset[str]:
        """What is open: school, meldcode, eigen; `eigen:<id>` for the private file of another, when opened."""
        return frozenset(self._compartments)

    @property
    def faults(self) -> dict[str, UserFacing]:
        """Compartments that this account has a key for and that could not be opened."""
        return self._watch.faults

    @property
    def older(self) -> dict[str, Older]:
        """Compartments that are older than a witness remembers: read-only until `accept_older`."""
        return self._watch.older

    @property
    def ring_older(self) -> bool:
        """Whether this computer knew a later keyring: who was away may be listed in this one again."""
        return self._watch.ring_older

    @property
    def strangers(self) -> frozenset[str]:
        """Accounts whose keys are not the ones that a compartment knew, and that nobody explained."""
        return frozenset(self._watch.strangers)

    def opens(self, kind: str) -> bool:
        """Whether this compartment is open here."""
        return kind in self._compartments

    def compartment(self, kind: str) -> Compartment:
        """An open compartment. Raises KluisVergrendeld; GeenToegang when this account holds no key for it."""
        if self._locked:
            raise KluisVergrendeld
        found = self._compartments.get(kind)
        if found is None:
            raise self.faults.get(kind) or GeenToegang()
        return found

    def own_state(self) -> OwnState:
        """What this account keeps for itself in the keyring."""
        return ownstate.read(self._ring, keyring.user_of(self._ring, self._account_id), self.secret)

    def rewrite(
        self, edit: Edit, *, secret: UserSecret | None = None, twice: bool = False, prove: Edit | None = None
    ) -> None:
        """Let `edit` change a copy of the ring in place, sign it and put it there.

        `secret` is a new one that takes the place of the old (see `renewal`); `twice` makes the previous generation
        new too; `prove` is shown what was written before it counts. Raises KluisVergrendeld and as `ringfile.write`;
        the old ring then still stands.
        """
        with self._writing:
            signer = self.secret if secret is None else secret
            ring = copy.deepcopy(self._ring)
            edit(ring)
            self._write(ring, prove or self._proof(signer), signer, twice=twice)
            if secret is not None:
                self._secret = secret

    def _proof(self, signer: UserSecret) -> Edit:
        return lambda written: prove_keys(written, self._account_id, signer)

    def rename_school(self, name: str, motto: str) -> None:
        """Let the public part (unlock page) follow the settings. Raises KluisVergrendeld and as `ringfile.write`."""
        school = self._ring["school"] | {"name": label(name), "motto": label(motto)}
        if self._locked:
            raise KluisVergrendeld
        if school != self._ring["school"]:
            self.rewrite(lambda ring: ring.update(school=school))

    def lock(self) -> None:
        """End running work, close every compartment with a witness of how far it came, overwrite the keys. Idempotent.

        The witness goes into this user's own state, rewritten at every lock whatever was done, and outside the folder
        for what is not private.
        """
        if self._locked:
            return
        at = self.clock().astimezone(UTC).isoformat(timespec="seconds")
        state = self.own_state()
        state.alarms = [
            compartment.compartment_id for compartment in self._compartments.values() if compartment.damaged
        ]
        leaving = Leaving(self._ring, self._account_id, self._secret, state, self._outside, at)
        for kind, compartment in self._compartments.items():
            leaving.close(kind, compartment)
        # A full disk or a ring that went away must not keep a kluis open; the older witness still holds.
        with contextlib.suppress(UserFacing, OSError):
            self.put_state(state)
            self._outside[self._ring["school"]["id"]] = str(self._ring["generation"])
        self.close()

    def put_state(self, state: OwnState) -> None:
        """Keep this account's own state. Raises as `rewrite`."""
        self.rewrite(lambda ring: ownstate.write(ring, keyring.user_of(ring, self._account_id), self._secret, state))

    def close(self) -> None:
        """Close every compartment, overwrite the keys and let the folder go, without a witness. Idempotent."""
        if self._locked:
            return
        for compartment in self._compartments.values():
            compartment.close()
        self._locked = True
        self._secret.wipe()
        self._instance.release()

    def pin_self(self) -> None:
        """Make this account's keys known in every compartment that is open. Raises as `Compartment.transaction`."""
        now = keyring.fingerprint(keyring.user_of(self._ring, self._account_id))
        for compartment in self._compartments.values():
            if not compartment.read_only:
                with compartment.transaction() as tx:
                    pins.pin(tx, self._account_id, now)

    def add_own_compartments(self, ring: Ring) -> None:
        """What a vertrouwenspersoon gets: a private file, and meldcode.db when nobody has made it yet."""
        self.add_compartment(ring, "eigen", f"eigen-{os.urandom(8).hex()}.db", owner=self._account_id)
        if not any(entry["kind"] == "meldcode" for entry in ring["compartments"]):
            # A file of that name may be there without its ring: it is not ours to write over.
            taken = (self._folder / MELDCODE_FILE).exists()
            self.add_compartment(ring, "meldcode", f"meldcode-{os.urandom(8).hex()}.db" if taken else MELDCODE_FILE)

    def add_compartment(self, ring: Ring, kind: str, file: str, owner: str = "") -> None:
        """A new file with its own random key, sealed to this account. Raises SchijfVol, MapNietSchrijfbaar."""
        entry = keyring.new_compartment(kind, file, owner)
        key = bytearray(os.urandom(32))
        identity = Identity(ring["school"]["id"], entry["id"], kind)
        holder = keyring.user_of(ring, self._account_id)
        room = PRIVATE_ROOM if owner else 0
        try:
            maintenance.create(self._folder / file, key, identity, SCHEMAS[kind], self.clock(), room=room)
            slot = keyring.grant(ring, entry, bytes(key), holder, self._secret, self._account_id)
            state = ownstate.read(ring, holder, self._secret)
            state.remember(entry, key)
        finally:
            wipe(key)
        ownstate.write(ring, holder, self._secret, state)
        entry["slots"].append(slot)
        ring["compartments"].append(entry)

    def open_compartments(self) -> None:
        """Open what this account holds, and watch for older copies and unknown keys. Raises as `unlock`."""
        for entry in self._ring["compartments"]:
            mine = entry["kind"] != "eigen" or entry["owner"] == self._account_id
            if mine and self._account_id in keyring.holders(entry):
                try:
                    self.open_entry(entry, entry["kind"])
                except (BestandBeschadigd, BestandNieuwer, MapNietSchrijfbaar, AlGeopend, SleutelOnbekend) as fault:
                    self.faults[entry["kind"]] = fault
        if self.faults and not self._compartments:
            raise next(iter(self.faults.values()))

    def open_entry(self, entry: keyring.Entry, kind: str) -> None:
        """Open one compartment as `kind`, under its own key or, halfway a renewal, under the next.

        Raises BestandBeschadigd, BestandNieuwer, AlGeopend, MapNietSchrijfbaar, SchijfVol, GeenToegang.
        """
        digest = "" if self._digests is None else self._digests.of(entry["file"])
        compartment, version = self._opened(entry)
        try:
            state = self.own_state()
            changed = self._watch.is_changed(compartment, self._ring, state, self._outside, digest)
            if changed:
                # Damaged, or exchanged for a file that is sealed well: the seals of all its pages tell which.
                compartment.close()
                changed = not self._mended(entry, version)
                compartment, version = self._opened(entry)
            # The witness outside is keyed by the key that really opened it: halfway a renewal that is the next one.
            opened = entry | {"dekv": version}
            self._watch.look(kind, compartment, opened, self._ring, self._account_id, state, self._outside, changed)
            if kind != "school" and not compartment.read_only:
                with compartment.transaction() as tx:
                    tx.log("compartiment.geopend")
        except BaseException:
            compartment.close()
            raise
        self._compartments[kind] = compartment
        if version != entry["dekv"]:
            self._watch.half_renewed.append(entry["id"])

    def _opened(self, entry: keyring.Entry) -> tuple[Compartment, int]:
        path, schema = self._folder / entry["file"], SCHEMAS[entry["kind"]]
        identity = Identity(self._ring["school"]["id"], entry["id"], entry["kind"])
        fault: UserFacing | None = None
        known = self.own_state()
        for version in filter(None, (entry["dekv"], entry["pending_dekv"])):
            key = keyring.open_slot(self._ring, entry, self._account_id, self._secret, version)
            if key is None:
                continue
            if not continuity.holds(entry, known.keys.get(entry["id"]), version, key):
                wipe(key)
                fault = fault or continuity.other_key()
                continue
            try:
                if entry["id"] in known.alarms:
                    # What cannot be repaired is opened as it is: what can be read may be read, the rest is told again.
                    with contextlib.suppress(BestandBeschadigd):
                        self._mended(entry, version)
                opened = Compartment.open(path, key, identity, schema, account_id=self._account_id, clock=self.clock)
            except BestandBeschadigd as error:
                fault = fault or error
                continue
            return opened, version
        raise fault or GeenToegang()

    def _mended(self, entry: keyring.Entry, version: int) -> bool:
        """Whether pages of this closed file were damaged, and only ones that hold nothing, so that it is whole again.

        Raises BestandBeschadigd when data is damaged.
        """
        key = keyring.open_slot(self._ring, entry, self._account_id, self._secret, version)
        assert key is not None
        identity = Identity(self._ring["school"]["id"], entry["id"], entry["kind"])
        room = PRIVATE_ROOM if entry["owner"] else 0
        try:
            return maintenance.repair(self._folder / entry["file"], key, identity, SCHEMAS[entry["kind"]], room=room)
        finally:
            wipe(key)

    @property
    def half_renewed(self) -> tuple[str, ...]:
        """Ids of compartments whose file already has the next key, while the ring still lists the old one first."""
        return tuple(self._watch.half_renewed)

    def renewed(self, compartment_id: str) -> None:
        """The ring lists the key of this file as the current one again."""
        with contextlib.suppress(ValueError):  # it need not have been left halfway
            self._watch.half_renewed.remove(compartment_id)

    def accept_older(self, kind: str) -> None:
        """Go on with a copy that is older than was remembered: said in the ring, signed, and in its own trail."""
        older = self._watch.older.get(kind)
        if older is None:
            return
        compartment = self.compartment(kind)
        with compartment.reading() as rx:
            after = witness.head(rx)

        def edit(ring: Ring) -> None:
            place = (events.OLDER_ACCEPTED, self.clock(), self._account_id, self.secret, compartment.compartment_id)
            events.add(ring, *place, before=events.NOWHERE, after=after)

        self.rewrite(edit)
        compartment.set_read_only(False)
        del self._watch.older[kind]
        with compartment.transaction() as tx:
            for compartment_id, at in self.own_state().openings:
                if compartment_id == compartment.compartment_id:
                    tx.log("compartiment.bekeken", at.replace("+", "."))
            tx.log("kopie.ouder_aanvaard")

    def _write(self, ring: Ring, prove: Edit, signer: UserSecret | None = None, *, twice: bool = False) -> None:
        """Sign the next generation and put it in place; `twice`: the one before it is new too, and takes its place in
        the same step, so that a full disk halfway leaves all as it was."""
        by = signer or self._secret
        previous = "" if ring["generation"] == 0 else ringfile.current_fingerprint(self._folder)
        written = keyring.signed(ring, self._account_id, by, previous)
        earlier = written if twice else None
        if earlier is not None:
            previous = ringfile.fingerprint(ringfile.sealed(earlier))
            written = keyring.signed(earlier, self._account_id, by, previous)
        ringfile.write(self._folder, written, prove, earlier)
        self._ring = written


@contextmanager
def _undone_on_failure(folder: Path) -> Iterator[None]:
    """A kluis that could not be finished leaves nothing behind."""
    try:
        yield
    except BaseException:
        files.discard_folder(folder)
        raise
