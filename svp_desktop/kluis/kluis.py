"""A kluis: one keyring and the compartments that this account has a key for. Made, unlocked and locked here."""

import os
import unicodedata
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from svp_desktop import paths
from svp_desktop.domain.errors import BestandBeschadigd, InvoerOnjuist, KluisVergrendeld, WachtwoordOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.wachtwoord import check_wachtwoord
from svp_desktop.kluis import attempts, files, keyring, maintenance, place, revisions, ringfile
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.files import InstanceLock
from svp_desktop.kluis.keyring import KdfPolicy
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.revisions import Schema
from svp_desktop.kluis.ringfile import Account, Ring, RingInfo

SCHOOL_FILE = "school.db"
_UNKNOWN_ACCOUNT = "onbekend"
_SCHEMAS = {schema.kind: schema for schema in (revisions.SCHOOL,)}

Clock = Callable[[], datetime]


def list_kluizen(root: Path) -> list[Path]:
    """The folders under `root` that hold a keyring, in a fixed order; empty when `root` is not there."""
    with files.told():
        if not root.is_dir():
            return []
        return sorted(folder for folder in root.iterdir() if (folder / ringfile.NAME).is_file())


class Kluis:
    """An unlocked kluis. `lock` ends it; a new one is made by `create` or `unlock`."""

    def __init__(self, folder: Path, ring: Ring, account_id: str, secret: UserSecret, instance: InstanceLock) -> None:
        self._folder = folder
        self._ring = ring
        self._account_id = account_id
        self._secret = secret
        self._instance = instance
        self._compartments: dict[str, Compartment] = {}
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
    ) -> "Kluis":
        """Make `<root>/<uuid>/` with one account and the school compartment; returns it unlocked.

        Raises InvoerOnjuist (password), MapOngeschikt, MapNietSchrijfbaar, SchijfVol; nothing is then left behind.
        """
        findings = blocking(check_wachtwoord(password))
        if findings:
            raise InvoerOnjuist(findings)
        place.check_place(root)
        school_id, user_id = str(uuid.uuid4()), str(uuid.uuid4())
        folder = root / school_id
        with files.told():
            if not root.is_dir():
                paths.private_folder(root)
            paths.private_folder(folder)
        ring = keyring.new_ring(school_id=school_id, school_name=_label(school_name), motto=_label(motto), demo=demo)
        secret = UserSecret(os.urandom(32))
        with _undone_on_failure(folder), _locked_instance(folder) as instance:
            way = keyring.password_way(secret, password, school_id, user_id, policy.calibrated())
            user = keyring.new_user(secret, user_id, _label(account_name), role, way)
            ring["users"].append(user)
            kluis = cls(folder, ring, user_id, secret, instance)
            kluis._add_compartment(revisions.SCHOOL, SCHOOL_FILE, user, clock)
            kluis._write_ring(lambda written: _prove(written, user_id, password, policy))
            kluis._open_compartments(clock)
        return kluis

    @classmethod
    def unlock(cls, folder: Path, account_id: str, password: str, *, policy: KdfPolicy, clock: Clock) -> "Kluis":
        """Open the kluis in `folder` for this account.

        Raises WachtwoordOnjuist (with the seconds to wait), BestandBeschadigd, BestandNieuwer, AlGeopend,
        MapNietSchrijfbaar, MapOngeschikt, SchijfVol; the kluis is then closed as it was.
        """
        ringfile.read(folder)  # a damaged or newer keyring is refused before anything in the folder is touched
        place.check_place(folder)
        with _locked_instance(folder) as instance:
            ring = ringfile.read(folder)
            files.probe_writable(folder)
            files.tighten(folder)
            secret = _try_password(folder, ring, account_id, password, policy, clock)
            kluis = cls(folder, ring, account_id, secret, instance)
            try:
                keyring.verify_ring(ring, account_id, secret)
                kluis._open_compartments(clock)
            except BaseException:
                kluis.lock()
                raise
        return kluis

    @property
    def folder(self) -> Path:
        """Where the kluis stands; its name is the uuid of the school."""
        return self._folder

    @property
    def info(self) -> RingInfo:
        """The public part of the keyring as it is now."""
        return ringfile.info_of(self._ring)

    @property
    def account(self) -> Account:
        """Who unlocked it."""
        return next(account for account in self.info.accounts if account.id == self._account_id)

    @property
    def locked(self) -> bool:
        """True after `lock`."""
        return self._locked

    @property
    def school(self) -> Compartment:
        """The compartment that all of the team works in. Raises KluisVergrendeld."""
        if self._locked:
            raise KluisVergrendeld
        return self._compartments[revisions.SCHOOL.kind]

    def rename_school(self, name: str, motto: str) -> None:
        """Let the public part (unlock page) follow the settings. Raises KluisVergrendeld and as `ringfile.write`."""
        if self._locked:
            raise KluisVergrendeld
        school = self._ring["school"] | {"name": _label(name), "motto": _label(motto)}
        if school == self._ring["school"]:
            return
        before, self._ring = self._ring, self._ring | {"school": school}
        try:
            self._write_ring(lambda written: _prove_keys(written, self._account_id, self._secret))
        except BaseException:
            self._ring = before
            raise

    def lock(self) -> None:
        """End running work, close every compartment, overwrite the keys and let the folder go. Idempotent."""
        if self._locked:
            return
        for compartment in self._compartments.values():
            compartment.close()
        self._locked = True
        self._secret.wipe()
        self._instance.release()

    def _add_compartment(self, schema: Schema, file: str, holder: dict[str, Any], clock: Clock) -> None:
        """A new file with its own random key, sealed to its first holder."""
        compartment = keyring.new_compartment(schema.kind, file)
        key = bytearray(os.urandom(32))
        identity = Identity(self._ring["school"]["id"], compartment["id"], schema.kind)
        try:
            maintenance.create(self._folder / file, key, identity, schema, clock())
            slot = keyring.grant(self._ring, compartment, bytes(key), holder, self._secret, self._account_id)
        finally:
            wipe(key)
        compartment["slots"].append(slot)
        self._ring["compartments"].append(compartment)

    def _open_compartments(self, clock: Clock) -> None:
        for entry in self._ring["compartments"]:
            schema = _SCHEMAS.get(entry["kind"])
            if schema is None:
                continue
            key = keyring.open_slot(self._ring, entry, self._account_id, self._secret)
            if key is None:
                continue
            identity = Identity(self._ring["school"]["id"], entry["id"], schema.kind)
            path = self._folder / entry["file"]
            self._compartments[schema.kind] = Compartment.open(
                path, key, identity, schema, account_id=self._account_id, clock=clock
            )
        if revisions.SCHOOL.kind not in self._compartments:
            raise BestandBeschadigd

    def _write_ring(self, prove: Callable[[Ring], None]) -> None:
        """Sign the next generation and put it in place."""
        first = self._ring["generation"] == 0
        previous = "" if first else ringfile.current_fingerprint(self._folder)
        ring = keyring.signed(self._ring, self._account_id, self._secret, previous)
        ringfile.write(self._folder, ring, prove)
        self._ring = ring


def _label(text: str) -> str:
    """A name for the unlock page: NFC, on one line."""
    writable = text.encode("utf-8", "replace").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", " ".join(writable.split()))[:200]


def _prove(ring: Ring, account_id: str, password: str, policy: KdfPolicy) -> None:
    """A keyring that was written must open with the password that was just given."""
    secret = keyring.open_by_password(ring, account_id, password, policy)
    try:
        _prove_keys(ring, account_id, secret)
    finally:
        secret.wipe()


def _prove_keys(ring: Ring, account_id: str, secret: UserSecret) -> None:
    """The ring is signed well and every slot of this account in it really opens."""
    keyring.verify_ring(ring, account_id, secret)
    for compartment in ring["compartments"]:
        key = keyring.open_slot(ring, compartment, account_id, secret)
        if key is not None:
            wipe(key)


def _try_password(
    folder: Path, ring: Ring, account_id: str, password: str, policy: KdfPolicy, clock: Clock
) -> UserSecret:
    """The secret of the account, with the wait that grows. Raises WachtwoordOnjuist, BestandBeschadigd."""
    known = any(user["id"] == account_id for user in ring["users"])
    counted = account_id if known else _UNKNOWN_ACCOUNT
    left = attempts.seconds_left(folder, counted, clock())
    if left:
        waiting = WachtwoordOnjuist(left)
        waiting.what = "Er is te vaak een onjuist wachtwoord getypt. Wacht even."
        raise waiting
    wait = attempts.count_try(folder, counted, clock())
    try:
        secret = keyring.open_by_password(ring, account_id, password, policy)
    except WachtwoordOnjuist:
        raise WachtwoordOnjuist(wait) from None
    attempts.forget(folder, counted)
    return secret


@contextmanager
def _locked_instance(folder: Path) -> Iterator[InstanceLock]:
    """The instance lock, given up again when opening fails."""
    instance = InstanceLock.acquire(folder)
    try:
        yield instance
    except BaseException:
        instance.release()
        raise


@contextmanager
def _undone_on_failure(folder: Path) -> Iterator[None]:
    """A kluis that could not be finished leaves nothing behind."""
    try:
        yield
    except BaseException:
        files.discard_folder(folder)
        raise
