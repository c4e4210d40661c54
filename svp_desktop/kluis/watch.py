"""What is looked at when a compartment opens: is it older than a witness remembers, and are the keys the known ones."""

from dataclasses import dataclass, field

from svp_desktop.domain.errors import UserFacing
from svp_desktop.kluis import keyring, pins, witness
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.ownstate import OwnState
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

    def look(
        self,
        kind: str,
        compartment: Compartment,
        entry: keyring.Entry,
        ring: Ring,
        account_id: str,
        state: OwnState,
        outside: Outside,
    ) -> None:
        """Look at one that was just opened; an older one becomes read-only. Raises as `Compartment.reading`."""
        with compartment.reading() as rx:
            found = None
            kept = state.witnesses.get(entry["id"])
            if kept is not None:
                found = witness.compare(rx, ring, entry["id"], kept)
            if found is None and entry["id"] in outside:
                found = witness.compare_outside(rx, ring, entry, outside[entry["id"]], compartment.witness_key())
            known, admitted = pins.known(rx), pins.admitted(rx)
        if found is not None:
            self.older[kind] = found
            compartment.set_read_only(True)
        renewed = {}
        for user in ring["users"]:
            pinned, now = known.get(user["id"]), keyring.fingerprint(user)
            if user["id"] == account_id or (pinned not in (None, now) and keyring.follows(user, pinned or b"")):
                if pinned != now:
                    renewed[user["id"]] = now
            elif pinned not in (None, now):
                self.strangers.add(user["id"])
        if (renewed or account_id not in admitted) and not compartment.read_only:
            with compartment.transaction() as tx:
                pins.admit(tx, account_id)  # it opened the file, so it has the key
                for user_id, now in renewed.items():
                    pins.pin(tx, user_id, now)
