"""The door of a kluis: may it be opened here, is it whole, who else has it open, and the wait after wrong tries."""

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.errors import BladOnjuist, InvoerOnjuist, WachtwoordOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.wachtwoord import check_wachtwoord
from svp_desktop.kluis import attempts, files, keyring, place, ringfile, ways
from svp_desktop.kluis.files import InstanceLock
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.ringfile import Ring

_UNKNOWN_ACCOUNT = "onbekend"

Clock = Callable[[], datetime]


@contextmanager
def entering(folder: Path) -> Iterator[tuple[Ring, InstanceLock]]:
    """The ring of a kluis that may be opened here and now, and the lock that keeps others out; given up on failure.

    Raises BestandBeschadigd, BestandNieuwer, AlGeopend, MapNietSchrijfbaar, MapOngeschikt, SchijfVol.
    """
    ringfile.read(folder)  # a damaged or newer keyring is refused before anything in the folder is touched
    place.check_place(folder)
    with locked_instance(folder) as instance:
        ring = ringfile.read(folder)
        keyring.verify_signed(ring)  # before a password is tried: what was broken is no wrong password
        files.probe_writable(folder)
        files.tighten(folder)
        yield ring, instance


@contextmanager
def locked_instance(folder: Path) -> Iterator[InstanceLock]:
    """The instance lock, given up again when opening fails."""
    instance = InstanceLock.acquire(folder)
    try:
        yield instance
    except BaseException:
        instance.release()
        raise


def check_password(password: str) -> None:
    """Raises InvoerOnjuist when this may not become a password."""
    findings = blocking(check_wachtwoord(password))
    if findings:
        raise InvoerOnjuist(findings)


def label(text: str) -> str:
    """A name for the unlock page: NFC, on one line."""
    writable = text.encode("utf-8", "replace").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", " ".join(writable.split()))[:200]


def prove_keys(ring: Ring, account_id: str, secret: UserSecret) -> None:
    """The ring is signed well and every slot of this account in it really opens. Raises BestandBeschadigd."""
    keyring.verify_ring(ring, account_id, secret)
    for compartment in ring["compartments"]:
        key = keyring.open_slot(ring, compartment, account_id, secret)
        if key is not None:
            wipe(key)


def proven_by(account_id: str, password: str, policy: KdfPolicy) -> Callable[[Ring], None]:
    """The proof of a ring that was written: it opens with the password that was just given, and so does every slot."""

    def prove(ring: Ring) -> None:
        secret = ways.open_by_password(ring, account_id, password, policy)
        try:
            prove_keys(ring, account_id, secret)
        finally:
            secret.wipe()

    return prove


@contextmanager
def counted(folder: Path, ring: Ring, account_id: str, clock: Clock, *, forgive: bool = True) -> Iterator[None]:
    """Around one try of a password: the wait that grows. Raises WachtwoordOnjuist with the seconds to wait.

    Without `forgive` a good try only takes back itself: what opens an old copy says nothing about the tries of today.
    """
    known = any(user["id"] == account_id for user in ring["users"])
    name = account_id if known else _UNKNOWN_ACCOUNT
    _refuse_while_waiting(folder, name, clock())
    wait = attempts.count_try(folder, name, clock())
    try:
        yield
    except WachtwoordOnjuist:
        raise WachtwoordOnjuist(wait) from None
    if forgive:
        attempts.forget(folder, name)
    else:
        attempts.take_back(folder, name)


def _refuse_while_waiting(folder: Path, name: str, now: datetime) -> None:
    left = attempts.seconds_left(folder, name, now)
    if left:
        waiting = WachtwoordOnjuist(left)
        waiting.what = "Er is te vaak iets onjuists getypt. Wacht even."
        raise waiting


@contextmanager
def counted_words(folder: Path, ring: Ring, account_id: str, clock: Clock, *, forgive: bool = True) -> Iterator[None]:
    """The same around the words of an invitation or a herstelblad. Raises BladOnjuist."""
    try:
        with counted(folder, ring, account_id, clock, forgive=forgive):
            yield
    except WachtwoordOnjuist as error:
        wrong = BladOnjuist(error.seconds)
        if "Wacht" in error.what:
            wrong.what = error.what
        raise wrong from None
