"""What people do that writes to the disk, each as a numbered row of actions that can be broken off anywhere.

A flow is one small function: `act(session, number)` does action `number` (1, 2, 3 …) and only returns when the program
has confirmed it; `found(session, confirmed)` says, in a profile that is looked at again, how many actions are there (as
many as were confirmed, or the one more that was under way), and raises AssertionError for anything that is there in
part. Add a flow with `@flow(...)`; every part of the torture then runs it.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from svp_desktop.domain.errors import WachtwoordOnjuist
from svp_desktop.domain.school import Rol
from svp_desktop.kluis import checks, trail
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

PASSWORD = "vier losse woorden, klaar"
POLICY = KdfPolicy.for_tests()
START = datetime(2026, 11, 24, 10, 31, tzinfo=UTC)


class Session:
    """One profile on the disk, and the workplace in it while it is unlocked."""

    def __init__(self, root: Path, *, later: bool = False) -> None:
        self.root = root
        # Who looks afterwards comes so much later that no delay after wrong passwords still runs.
        self.now = START + timedelta(days=3650 * later)
        self._open: Werkplek | None = None

    @property
    def toegang(self) -> Toegang:
        """The way in of this profile, with passwords that cost next to nothing."""
        return Toegang(Paths.under(self.root), self.clock, POLICY)

    def clock(self) -> datetime:
        """The time of this session, an hour later at each action."""
        return self.now

    @property
    def folder(self) -> Path:
        """The folder of the one school."""
        return self.toegang.scholen()[0].folder

    def hold(self, kluis: Kluis) -> None:
        """Go on with a kluis that came open by something else than a password."""
        self.lock()
        self._open = Werkplek(kluis, self.clock, POLICY)

    def make(self) -> None:
        """A school with its first account, unlocked."""
        self._open = self.toegang.maak_school("De Wilgenhof", "Delft", "Ada de Wit", Rol.DIRECTEUR, PASSWORD)

    def unlock(self, *passwords: str, account: int = 0) -> int:
        """Unlock with the first of these passwords that fits, and return which. Raises WachtwoordOnjuist."""
        self.lock()
        school = self.toegang.scholen()[0]
        if school.fout is not None:
            raise school.fout
        for place, password in enumerate(passwords):
            with suppress(*([WachtwoordOnjuist] if place + 1 < len(passwords) else [])):
                self._open = self.toegang.ontgrendel(school.folder, school.accounts[account].id, password)
                return place
        raise AssertionError("no passwords")

    @property
    def work(self) -> Werkplek:
        """The workplace, unlocked with the usual password when that was not done yet."""
        if self._open is None:
            self.unlock(PASSWORD)
        assert self._open is not None
        return self._open

    @property
    def is_open(self) -> bool:
        """Whether the workplace is unlocked."""
        return self._open is not None

    @property
    def kluis(self) -> Kluis:
        """The kluis behind the workplace: its checks have no other door."""
        return self.work._kluis

    def lock(self) -> None:
        """Close the workplace, when it is open."""
        if self._open is not None:
            self._open.vergrendel()
            self._open = None

    def assert_calm(self) -> None:
        """Everything that this account holds is open, and nothing raises an alarm."""
        assert not self.kluis.faults, f"did not open: {sorted(self.kluis.faults)}"
        assert not self.kluis.older, f"taken for an older copy: {sorted(self.kluis.older)}"
        assert not self.kluis.strangers, "keys of its own people are taken for those of a stranger"

    def assert_whole(self) -> None:
        """Every seal, index, reference and link of the trail of every open compartment holds."""
        self.assert_calm()
        for compartment in self.kluis._compartments.values():
            with compartment.reading() as rx:
                assert trail.verify(rx), "the trail is broken"
            compartment._raw.set_authorizer(None)
            checks.check_whole(compartment._raw)


Act = Callable[[Session, int], None]
Found = Callable[[Session, int], int]


class Flow(NamedTuple):
    """See the module."""

    name: str
    act: Act
    found: Found
    prepare: Callable[[Session], None]
    #: Actions in one recording: enough to make thousands of different states of the disk.
    actions: int
    #: Fewer when there are no more different states of so small a file.
    states: int

    def do(self, session: Session, number: int) -> None:
        """One action, an hour after the one before."""
        session.now = START + timedelta(hours=number)
        self.act(session, number)


FLOWS: dict[str, Flow] = {}


def flow(
    found: Found,
    prepare: Callable[[Session], None] = lambda _session: None,
    actions: int = 4,
    states: int = 1_000_000,
) -> Callable[[Act], Act]:
    """Make an `act` a flow, under its own name."""

    def register(act: Act) -> Act:
        FLOWS[act.__name__] = Flow(act.__name__, act, found, prepare, actions, states)
        return act

    return register
