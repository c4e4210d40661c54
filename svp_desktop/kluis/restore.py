"""Putting a backup back: who may, what would change, and a new folder that is proven whole before it takes its place.

A keyring that is whole stays as it is, so that nobody's password, grant or removal is turned back; a compartment is put
back under today's key. What the account cannot open stays today's file. Only when the keyring itself is gone does the
backup's keyring come back with all of its files. A private file stays closed to whoever could not open it.
"""

import copy
from collections.abc import Callable, Iterator, Set
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from itertools import chain
from pathlib import Path

from svp_desktop import paths
from svp_desktop.domain.errors import BestandBeschadigd, SchijfVol, UserFacing
from svp_desktop.kluis import (
    backupcheck,
    blobs,
    continuity,
    copies,
    engine,
    events,
    files,
    keyring,
    maintenance,
    manifest,
    ownstate,
    place,
    ringfile,
    trail,
)
from svp_desktop.kluis.backup import Progress
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.copies import Contents
from svp_desktop.kluis.events import Head
from svp_desktop.kluis.files import InstanceLock
from svp_desktop.kluis.keyring import Entry
from svp_desktop.kluis.keys import UserSecret, wipe
from svp_desktop.kluis.manifest import Line, Manifest
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.swap import Swap

#: Opens a keyring for the account that restores; raises WachtwoordOnjuist.
OpenRing = Callable[[Ring], UserSecret]
Stop = Callable[[], None]


class Action(Enum):
    """What happens to a compartment: put back and proven, taken along unopened, left as it is now, or not there."""

    BACK = "terug"
    ALONG = "mee"
    STAYS = "blijft"
    GONE = "weg"


@dataclass(frozen=True, slots=True)
class Part:
    """One compartment in a comparison; `then` and `now` are known when the account opens it there.

    `broken`: today's file is missing or damaged. `actions`: what may be chosen for it, the first is proposed.
    """

    compartment_id: str
    kind: str
    owner: str
    then: Contents | None
    now: Contents | None
    broken: bool
    actions: tuple[Action, ...]


@dataclass(slots=True)
class _Keys:
    """A keyring that one account opened, and its keys by compartment: today's, and halfway a renewal the next."""

    ring: Ring
    secret: UserSecret
    keys: dict[str, list[bytearray]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, ring: Ring, account_id: str, open_ring: OpenRing) -> "_Keys":
        """Raises WachtwoordOnjuist, BestandBeschadigd."""
        made = cls(ring, open_ring(ring))
        try:
            keyring.verify_ring(ring, account_id, made.secret)
            known = ownstate.read(ring, keyring.user_of(ring, account_id), made.secret).keys
            for entry in ring["compartments"]:
                made.keys[entry["id"]] = made._keys_of(entry, account_id, known.get(entry["id"]))
        except BaseException:
            made.wipe()
            raise
        return made

    def _keys_of(self, entry: Entry, account_id: str, known: continuity.Known | None) -> list[bytearray]:
        """Not one that is damaged, or that somebody else made: what is put back would be his to read."""
        found = []
        for version in filter(None, (entry["dekv"], entry["pending_dekv"])):
            with suppress(BestandBeschadigd):
                key = keyring.open_slot(self.ring, entry, account_id, self.secret, version)
                if key is not None and continuity.holds(entry, known, version, key):
                    found.append(key)
        return found

    def wipe(self) -> None:
        self.secret.wipe()
        for key in chain.from_iterable(self.keys.values()):
            wipe(key)

    def holds(self, entry: Entry) -> bool:
        return bool(self.keys.get(entry["id"]))

    def look(self, path: Path, entry: Entry, stop: Stop, access: str) -> tuple[Contents, bytearray] | None:
        """What is in this file and the key that opened it; None when none does or it is damaged."""
        identity = Identity(self.ring["school"]["id"], entry["id"], entry["kind"])
        for key in self.keys.get(entry["id"], []):
            with suppress(BestandBeschadigd):
                return copies.look(path, key, identity, stop, access=access), key
        return None


def whole_ring(folder: Path | None) -> Ring | None:
    """The keyring of a kluis, None when there is none or it is damaged. Raises BestandNieuwer, MapNietSchrijfbaar."""
    if folder is None:
        return None
    try:
        return ringfile.read(folder)
    except BestandBeschadigd:
        return None


class Restore:
    """A backup that one account opened, beside the kluis as it is now (`current`, None on another computer).

    `close` overwrites the keys. Hold it no longer than the wizard is shown.
    """

    def __init__(self, source: Path, made: Manifest, current: Path | None, account_id: str) -> None:
        self._source, self._manifest = source, made
        self._current, self._account_id = current, account_id
        self._then: _Keys | None = None
        self._now: _Keys | None = None
        self._today = whole_ring(current)
        self._proven: dict[str, bytearray] = {}

    @property
    def needs_today(self) -> bool:
        """Whether today's keyring must be opened too: it is whole, so it stays."""
        return self._today is not None and self._now is None

    def is_today(self, ring: Ring) -> bool:
        """Whether this is the keyring that the school has now."""
        return ring is self._today

    @property
    def has_current(self) -> bool:
        """Whether this school stands on this computer."""
        return self._current is not None

    @property
    def keeps_ring(self) -> bool:
        """Whether today's keyring stays."""
        return self._now is not None

    @property
    def ring(self) -> Ring:
        """The keyring that the restored kluis will have."""
        return self._now.ring if self._now is not None else self._opened.ring

    def open_backup(self, open_ring: OpenRing, stop: Stop) -> None:
        """Open the keyring of the backup. Raises WachtwoordOnjuist, BestandBeschadigd, BestandNieuwer."""
        ring = backupcheck.read_ring(self._source, self._manifest, stop)
        self._then = _Keys.of(ring, self._account_id, open_ring)

    def open_today(self, open_ring: OpenRing) -> None:
        """Open today's keyring. Raises WachtwoordOnjuist, BestandBeschadigd."""
        assert self._today is not None
        self._now = _Keys.of(self._today, self._account_id, open_ring)

    def close(self) -> None:
        """Overwrite every key. A second call does nothing."""
        for opened in (self._then, self._now):
            if opened is not None:
                opened.wipe()
        self._then = self._now = None

    def compare(self, stop: Stop) -> tuple[Part, ...]:
        """Every compartment: what it holds in the backup and now. Raises AlGeopend, BestandNieuwer, as `stop` does."""
        with ExitStack() as stack:
            if self._current is not None:
                instance = InstanceLock.acquire(self._current)
                stack.callback(instance.release)
            return tuple(self._part(entry, stop) for entry in self.ring["compartments"])

    @property
    def _opened(self) -> _Keys:
        assert self._then is not None
        return self._then

    def _line(self, entry: Entry) -> Line | None:
        """The copy of this compartment in the backup, when it is there."""
        known = [kept for kept in self._opened.ring["compartments"] if kept["id"] == entry["id"]]
        line = self._manifest.line(known[0]["file"]) if known else None
        return line if line is not None and blobs.is_there(self._source / line.blob_name, line.blob.size) else None

    def _part(self, entry: Entry, stop: Stop) -> Part:
        then, now = self._then_of(entry, stop), None
        file = self._current / entry["file"] if self._current is not None else None
        broken = file is None or not _has_shape(file)
        if file is not None and not broken and self._now is not None and self._now.holds(entry):
            now, broken = self._now_of(file, entry, stop)
        actions = self._actions(entry, then, file, broken=broken)
        return Part(entry["id"], entry["kind"], entry.get("owner", ""), then, now, broken, actions)

    def _then_of(self, entry: Entry, stop: Stop) -> Contents | None:
        line = self._line(entry)
        if line is None or not self._opened.holds(entry):
            return None
        path = self._source / line.blob_name
        if not backupcheck.is_itself(path, line, stop):
            return None
        found = self._opened.look(path, entry, stop, engine.COPY)
        if found is None:
            return None
        self._proven[entry["id"]] = found[1]
        return found[0]

    def _now_of(self, file: Path, entry: Entry, stop: Stop) -> tuple[Contents | None, bool]:
        """What today's file holds, and whether it is damaged; unknown while a crash left work in its journal."""
        assert self._now is not None
        if files.has_work_in_journal(file):
            return None, False
        found = self._now.look(file, entry, stop, engine.READ)
        return (None, True) if found is None else (found[0], False)

    def _actions(self, entry: Entry, then: Contents | None, file: Path | None, *, broken: bool) -> tuple[Action, ...]:
        stays = (Action.STAYS,) if file is not None and _has_shape(file) else ()
        if self.keeps_ring:
            assert self._now is not None
            if then is not None and self._now.holds(entry):
                return (Action.BACK, *stays)
            if stays:
                return stays
            return (
                (Action.ALONG,) if self._line(entry) is not None and self._same_key_version(entry) else (Action.GONE,)
            )
        if then is not None:
            return (Action.BACK,)
        if self._line(entry) is not None and not self._opened.holds(entry):
            return (Action.ALONG,)
        return stays or (Action.GONE,)

    def _same_key_version(self, entry: Entry) -> bool:
        known = [kept["dekv"] for kept in self._opened.ring["compartments"] if kept["id"] == entry["id"]]
        return known == [entry["dekv"]]

    def carry_out(
        self, root: Path, parts: tuple[Part, ...], chosen: Set[str], now: datetime, progress: Progress
    ) -> Path:
        """Put back the chosen compartments (by id) and return the folder of the kluis; the old one is kept beside it.

        `root` is where a kluis goes that is not on this computer. Raises AlGeopend, SchijfVol, MapNietSchrijfbaar,
        MapOngeschikt, BestandBeschadigd (then nothing changed), and what `progress` raises.
        """
        target = self._current or root / self.ring["school"]["id"]
        place.check_place(target.parent)
        with files.told():
            paths.private_folder(target.parent)
        swap = Swap.begin(target, now)
        with ExitStack() as stack:
            above = InstanceLock.acquire(target.parent)
            stack.callback(above.release)
            instance = InstanceLock.acquire(target) if target.exists() else None
            if instance is not None:
                stack.callback(instance.release)
            building = swap.aside("bouw")
            try:
                _Builder(self, building, target, progress).build(parts, chosen, now)
            except BaseException:
                with files.told():
                    files.discard_folder(building)
                raise
            swap.exchange(instance)
        return target


class _Builder:
    """The new folder, up to and with its proof."""

    def __init__(self, restore: Restore, folder: Path, target: Path, progress: Progress) -> None:
        self._restore, self._folder, self._target = restore, folder, target
        self._tell, self._done, self._total = progress, 0, 1

    def build(self, parts: tuple[Part, ...], chosen: Set[str], now: datetime) -> None:
        """Files, keyring, proof. Raises as `Restore.carry_out`."""
        with files.told():
            paths.private_folder(self._folder)
            work = [(part, self._decided(part, chosen)) for part in parts]
            self._total = max(1, 2 * sum(self._size(part, action) for part, action in work))
            if not files.has_room(self._folder, self._total // 2):
                raise SchijfVol
            for part, action in work:
                self._file(part, action)
            ring = copy.deepcopy(self._restore.ring)
            for part, action in work:
                self._note(ring, part, action, now)
            self._write_ring(ring)
            written = ringfile.read(self._folder)
            for part, action in work:
                self._prove(written, part, action)
            if not (self._target / files.BACKUP_FOLDER).is_dir():
                self._take_backup_along()
        paths.sync_folder(self._folder)

    @staticmethod
    def _decided(part: Part, chosen: Set[str]) -> Action:
        wanted = part.actions[0]
        if wanted is Action.BACK and part.compartment_id not in chosen and Action.STAYS in part.actions:
            return Action.STAYS
        return wanted

    def _entry(self, part: Part) -> Entry:
        return keyring.compartment_of(self._restore.ring, part.compartment_id)

    def _size(self, part: Part, action: Action) -> int:
        if action is Action.GONE:
            return 0
        if action is Action.STAYS:
            return files.size_of(self._target / self._entry(part)["file"])
        line = self._restore._line(self._entry(part))
        return line.blob.size if line is not None else 0

    def _file(self, part: Part, action: Action) -> None:
        entry = self._entry(part)
        goal = self._folder / entry["file"]
        if action is Action.STAYS:
            today = self._target / entry["file"]
            self._copy(blobs.pieces(today), goal)
            if files.has_work_in_journal(today):
                journal = today.name + "-journal"
                self._copy(blobs.pieces(today.with_name(journal)), goal.with_name(journal))
        elif action is not Action.GONE:
            self._copy_back(part, entry, goal)

    def _copy_back(self, part: Part, entry: Entry, goal: Path) -> None:
        line = self._restore._line(entry)
        if line is None:
            raise BestandBeschadigd
        source = self._restore._source / line.blob_name
        old = self._restore._proven.get(part.compartment_id)
        now = self._restore._now
        today = now.keys[part.compartment_id][0] if now is not None and now.holds(entry) else old
        if old is None or today is None or old == today:
            self._copy(blobs.pieces(source), goal)
            if blobs.digest(blobs.pieces(goal), self._step) != line.blob:
                raise BestandBeschadigd
            return
        identity = Identity(self._restore.ring["school"]["id"], entry["id"], entry["kind"])

        def sealed_anew(connection: engine.Raw) -> None:
            maintenance.copy_live(connection, source, goal, today, lambda *_: self._step(0))

        copies.using(source, old, identity, self._check, sealed_anew)

    def _copy(self, content: Iterator[bytes], goal: Path) -> None:
        files.copy_pieces(content, goal, self._step)

    def _note(self, ring: Ring, part: Part, action: Action, now: datetime) -> None:
        """The signed line that others see instead of the alarm about an older copy."""
        if action not in (Action.BACK, Action.ALONG):
            return
        before = part.now.head if part.now is not None else events.NOWHERE
        after = part.then.head if part.then is not None else _beginning(ring, part.compartment_id)
        secret = self._secret
        events.restored(
            ring, part.compartment_id, before, after, at=now, account_id=self._restore._account_id, secret=secret
        )

    @property
    def _secret(self) -> UserSecret:
        opened = self._restore._now or self._restore._opened
        return opened.secret

    def _write_ring(self, ring: Ring) -> None:
        before = ringfile.fingerprint(ringfile.encode(self._restore.ring))
        signed = keyring.signed(ring, self._restore._account_id, self._secret, before)
        ringfile.write(self._folder, signed, self._prove_ring)

    def _prove_ring(self, ring: Ring) -> None:
        keyring.verify_ring(ring, self._restore._account_id, self._secret)

    def _prove(self, ring: Ring, part: Part, action: Action) -> None:
        """What was written is what it should be: opened where that is possible, and otherwise by its bytes."""
        entry = self._entry(part)
        goal = self._folder / entry["file"]
        if action is Action.BACK:
            opened = _Keys.of(ring, self._restore._account_id, lambda _: UserSecret(self._secret.reveal()))
            try:
                found = opened.look(goal, entry, self._check, engine.COPY)
            finally:
                opened.wipe()
            if found is None or found[0] != part.then:
                raise BestandBeschadigd
        elif action is Action.STAYS:
            self._same_bytes(self._target / entry["file"], goal)
        elif action is Action.ALONG:
            line = self._restore._line(entry)
            if line is None or blobs.digest(blobs.pieces(goal), self._step) != line.blob:
                raise BestandBeschadigd

    def _same_bytes(self, today: Path, goal: Path) -> None:
        if blobs.digest(blobs.pieces(today), self._step) != blobs.digest(blobs.pieces(goal), self._step):
            raise BestandBeschadigd

    def _take_backup_along(self) -> None:
        """On another computer the backup comes along, so that the kluis has one at once and goes on counting."""
        made, source = self._restore._manifest, self._restore._source
        backups = paths.private_folder(self._folder / files.BACKUP_FOLDER)
        for line in made.lines:
            if blobs.is_there(source / line.blob_name, line.blob.size):
                blobs.put(blobs.pieces(source / line.blob_name), backups, line.suffix, self._step)
        blobs.write(backups / made.name, manifest.encode(made))

    def _check(self) -> None:
        self._step(0)

    def _step(self, size: int) -> None:
        self._done += size
        self._tell(min(self._done, self._total), self._total)


def _beginning(ring: Ring, compartment_id: str) -> Head:
    """The start of a trail: what is known of a file that nobody here can open."""
    return (0, 0, trail.start(ring["school"]["id"], compartment_id).hex())


def _has_shape(file: Path) -> bool:
    """Whether this could be a compartment, as far as can be seen from outside."""
    try:
        files.check_closed_file(file)
    except UserFacing:
        return False
    return True
