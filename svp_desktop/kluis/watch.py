"""What is looked at when a compartment opens: is it older than a witness remembers, and are the keys the known ones."""

from dataclasses import dataclass, field

from svp_desktop.domain.errors import UserFacing
from svp_desktop.kluis import closing, keyring, pins, witness
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.ownstate import Closed, OwnState
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.witness import Older, Outside


@dataclass(slots=True)
class Watch:
    """What was found at opening, by kind; `strangers` are account ids, `half_renewed` compartment ids.

    `ring_older`: the keyring itself is of before what this computer knew.
    """

    faults: dict[str, UserFacing] = field(default_factory=dict)
    older: dict[str, Older] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    half_renewed: list[str] = field(default_factory=list)
    ring_older: bool = False

    def is_changed(self, compartment: Compartment, ring: Ring, state: OwnState, outside: Outside, digest: str) -> bool:
        """Whether the file of this compartment is another than was closed, though it says the same commit sequence.

        `digest` is its sum before it was opened, "" when there is none. Raises as `Compartment.reading`.
        """
        entry_id = compartment.compartment_id
        with compartment.reading() as rx:
            now = Closed(witness.head(rx)[0], digest, witness.last_event(ring, entry_id))
        inner, outer = state.closed.get(entry_id), closing.outside_of(outside, entry_id)
        return closing.was_changed(now, inner, outer, compartment.witness_key())

    def look(
        self,
        kind: str,
        compartment: Compartment,
        entry: keyring.Entry,
        ring: Ring,
        account_id: str,
        state: OwnState,
        outside: Outside,
        changed: bool,
    ) -> None:
        """Look at one that was just opened; an older one becomes read-only, and one of which `is_changed` told that
        it is not the file that was closed. Raises as `Compartment.reading`."""
        with compartment.reading() as rx:
            found = None
            kept = state.witnesses.get(entry["id"])
            if kept is not None:
                found = witness.compare(rx, ring, entry["id"], kept)
            if found is None and entry["id"] in outside:
                found = witness.compare_outside(rx, ring, entry, outside[entry["id"]], compartment.witness_key())
            if found is None and changed:
                found = Older(kept.at if kept else "", 0)
            known, admitted = pins.known(rx), pins.admitted(rx)
        if found is not None:
            self.older[kind] = found
            compartment.set_read_only(True)
        renewed = {}
        for user in ring["users"]:
            pinned, has = known.get(user["id"]), keyring.fingerprint(user)
            if user["id"] == account_id or (pinned not in (None, has) and keyring.follows(user, pinned or b"")):
                if pinned != has:
                    renewed[user["id"]] = has
            elif pinned not in (None, has):
                self.strangers.add(user["id"])
        if (renewed or account_id not in admitted) and not compartment.read_only:
            with compartment.transaction() as tx:
                pins.admit(tx, account_id)  # it opened the file, so it has the key
                for user_id, has in renewed.items():
                    pins.pin(tx, user_id, has)
