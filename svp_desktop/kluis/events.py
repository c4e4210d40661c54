"""What every holder must hear at the next unlocking: a herstelblad or envelopes were used, a copy was put back.

Lines in the public part of the keyring, each signed by who did it: ids and numbers, no names.
"""

import hashlib
import uuid
from datetime import datetime
from typing import Any

from svp_desktop.kluis import keyring
from svp_desktop.kluis.keys import UserSecret, b64, unb64
from svp_desktop.kluis.ringfile import Ring
from svp_desktop.kluis.ways import context

SHEET_USED = "herstelblad"
ENVELOPES_USED = "enveloppen"
RESTORED = "teruggezet"
OLDER_ACCEPTED = "ouder_aanvaard"
MOST = 64

Event = dict[str, Any]
#: Commit sequence of a compartment, last sequence number of its trail, and the hex link of that line.
Head = tuple[int, int, str]
NOWHERE: Head = (0, 0, "")


def add(
    ring: Ring,
    kind: str,
    at: datetime,
    account_id: str,
    secret: UserSecret,
    compartment_id: str = "",
    before: Head = NOWHERE,
    after: Head = NOWHERE,
) -> Event:
    """Put a signed line in the ring; the oldest goes when there are more than `MOST`."""
    event: Event = {
        "id": str(uuid.uuid4()),
        "kind": kind,
        "at": at.isoformat(timespec="seconds"),
        "user": account_id,
        "compartment": compartment_id,
        "from": list(before),
        "to": list(after),
    }
    event["sig"] = b64(secret.sign(message(ring, event)))
    ring["events"] = [*ring["events"], event][-MOST:]
    return event


def restored(
    ring: Ring,
    compartment_id: str,
    before: Head,
    after: Head,
    *,
    at: datetime,
    account_id: str,
    secret: UserSecret,
) -> Event:
    """The line of a compartment that was put back: others see it instead of the alarm about an older copy."""
    return add(ring, RESTORED, at, account_id, secret, compartment_id, before, after)


def genuine(ring: Ring, event: Event) -> bool:
    """Whether the user whom this line names really signed it."""
    known = [user for user in ring["users"] if user["id"] == event["user"]]
    return bool(known) and verified(ring, event, known[0])


def verified(ring: Ring, event: Event, user: keyring.Entry) -> bool:
    """Whether this user signed the line."""
    return keyring.is_signed(unb64(event["sig"]), message(ring, event), user)


def digest(ring: Ring, event: Event) -> str:
    """A short name for all that this line says: the line whose number alone is the same is another one."""
    return b64(hashlib.sha256(message(ring, event)).digest()[:12])


def message(ring: Ring, event: Event) -> bytes:
    """What is signed of a line."""
    return context("svp 1 event", ring["school"]["id"], {key: event[key] for key in sorted(event) if key != "sig"})
