"""Closing every compartment at a lock, with a note of how far each came: it tells an older copy at the next opening."""

from collections.abc import Callable

from svp_desktop.kluis import closing, continuity, files, keyring, witness
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.keys import UserSecret
from svp_desktop.kluis.ownstate import Closed, OwnState
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.transaction import Rx
from svp_desktop.kluis.witness import Outside

#: Kinds that are noted outside the folder too; of a private file nothing stands there.
_SHARED = ("school", "meldcode")


class Leaving:
    """One lock of one account. `state` is what this account remembers, and is changed in place."""

    def __init__(
        self, ring: Ring, account_id: str, secret: UserSecret, state: OwnState, outside: Outside, at: str
    ) -> None:
        self._ring, self._account_id, self._secret = ring, account_id, secret
        self._state, self._outside, self._at = state, outside, at

    def close(self, kind: str, compartment: Compartment) -> None:
        """Close it. One that was only looked at leaves a line about that, and no note."""
        if compartment.read_only:
            self._state.openings.append((compartment.compartment_id, self._at))
            compartment.close()
            return
        entry = keyring.compartment_of(self._ring, compartment.compartment_id)
        key = compartment.witness_key()
        self._state.closed.pop(entry["id"], None)
        seen: list[int] = []
        compartment.close(self._noting(kind, entry, key, seen))
        digest = "" if not seen or files.is_connected(compartment.path) else closing.of_closed(compartment.path)
        if digest:
            closed = Closed(seen[0], digest, witness.last_event(self._ring, entry["id"]))
            self._state.closed[entry["id"]] = closed
            if kind in _SHARED:
                closing.remember_outside(self._outside, entry["id"], closed, key)

    def _noting(self, kind: str, entry: keyring.Entry, key: bytes, seen: list[int]) -> Callable[[Rx], None]:
        def note(rx: Rx) -> None:
            self._state.keys |= continuity.current(self._ring, entry, self._account_id, self._secret, key)
            self._state.witnesses[entry["id"]] = witness.witness_of(rx, self._ring, entry["id"], self._at)
            if kind in _SHARED:
                self._outside[entry["id"]] = witness.outside_of(rx, self._ring, entry, key)
            seen.append(witness.head(rx)[0])

        return note
