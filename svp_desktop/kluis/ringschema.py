"""The form of keyring format 1 as data: what each field must be, with caps, before any crypto is tried.

Unknown fields pass (a later version may add them and keeps `min_reader` at 1); a known field that is not as it should
be makes the file damaged. Lists are there for what comes later: more users, ways in, compartments, slots and pairs.
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

Check = Callable[[object], bool]

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FILE = re.compile(r"[a-z0-9-]{1,64}\.db")
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_SHA256 = re.compile(r"([0-9a-f]{64})?")
_CRC = re.compile(r"[0-9a-f]{8}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(2000, 2200)
#: What an account can be; another code is of a later version, which says so with `min_reader`.
_ROLES = ("directeur", "kwaliteitscoordinator", "interne_vertrouwenspersoon")
_KINDS = ("school", "meldcode", "eigen")
_STATUSES = ("uitgenodigd", "actief", "uit", "verwijderd")
_LARGEST = LAST_GENERATION = 2**53


def text(limit: int) -> Check:
    """A text of at most `limit` characters."""
    return lambda value: isinstance(value, str) and len(value) <= limit


def pattern(expression: re.Pattern[str]) -> Check:
    """A text that is wholly of this pattern."""
    return lambda value: isinstance(value, str) and expression.fullmatch(value) is not None


def number(low: int, high: int) -> Check:
    """A whole number within these bounds; True and False are none."""
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def raw(low: int, high: int | None = None) -> Check:
    """Base64 of `low` (up to `high`) bytes."""

    def check(value: object) -> bool:
        if not isinstance(value, str):
            return False
        try:
            size = len(base64.b64decode(value, validate=True))
        except (binascii.Error, ValueError):
            return False
        return low <= size <= (low if high is None else high)

    return check


def items(check: Check, most: int) -> Check:
    """A list of at most `most` of these."""
    return lambda value: isinstance(value, list) and len(value) <= most and all(map(check, value))


def record(fields: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with at least these fields; optional ones are checked when they are there."""
    extra = optional or {}

    def check(value: object) -> bool:
        return (
            isinstance(value, dict)
            and all(name in value and known(value[name]) for name, known in fields.items())
            and all(known(value[name]) for name, known in extra.items() if name in value)
        )

    return check


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def _is_day(value: object) -> bool:
    """A day (ISO) that is in the calendar."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        return date.fromisoformat(value).year in _YEARS
    except ValueError:
        return False


def _is_moment(value: object) -> bool:
    """A moment (ISO) with its time zone."""
    if not isinstance(value, str) or len(value) > 40:
        return False
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return False
    return found.tzinfo is not None and found.year in _YEARS


def _ways(value: object) -> bool:
    """At most one password: each more would be tried, and each try costs a second and a quarter of a gigabyte."""
    if not items(_way, 8)(value):
        return False
    assert isinstance(value, list)
    kinds = [way["type"] for way in value]
    return all(kinds.count(kind) <= 1 for kind in ("password", "invitation"))


def _way(value: object) -> bool:
    """A way in. Another type than the known ones is kept for the version that knows it."""
    if not isinstance(value, dict) or not pattern(_CODE)(value.get("type")):
        return False
    known = _WAYS.get(value["type"])
    return known is None or known(value)


# Ranges of the Argon2 parameters are the policy's to judge: they bound the work, not the form.
_PASSWORD = record(
    {
        "kdf": lambda value: value == "argon2id",
        "memory_kib": number(1, 2**31),
        "iterations": number(1, 2**31),
        "lanes": number(1, 2**24),
        "salt": raw(16),
        "nonce": raw(12),
        "ct": raw(48),
    }
)

_RECOVERY = record({"pk": raw(32), "sealed": raw(80), "date": _is_day, "sig": raw(64)})
_WAYS = {"password": _PASSWORD, "invitation": _PASSWORD, "recovery": _RECOVERY}

_USER = record(
    {
        "id": pattern(_UUID),
        "login": text(200),
        "role": lambda value: value in _ROLES,
        "pest": _is_bool,
        "status": lambda value: value in _STATUSES,
        "pk": raw(32),
        "pk_sign": raw(32),
        "pk_sig": raw(64),
        "ways": _ways,
    },
    {
        "state": record({"nonce": raw(12), "ct": raw(16, 65536)}),
        "handover": record({"pk": raw(32), "pk_sign": raw(32), "sig": raw(64)}),
    },
)

_SLOT = record(
    {
        "holder": pattern(_UUID),
        "dekv": number(1, _LARGEST),
        "hpke": raw(80),
        "granted_by": pattern(_UUID),
        "sig": raw(64),
    }
)

_PAIR = record(
    {
        "a": number(1, 3),
        "b": number(1, 3),
        "date": _is_day,
        "dekv": number(1, _LARGEST),
        "pk": raw(32),
        "sealed": raw(80),
        "sig": raw(64),
    }
)


def _head(value: object) -> bool:
    """Commit sequence, trail sequence and link of a compartment."""
    return (
        isinstance(value, list)
        and len(value) == 3
        and all(number(0, _LARGEST)(part) for part in value[:2])
        and pattern(_SHA256)(value[2])
    )


_EVENT = record(
    {
        "id": pattern(_UUID),
        "kind": pattern(_CODE),
        "at": _is_moment,
        "user": pattern(_UUID),
        "compartment": lambda value: value == "" or pattern(_UUID)(value),
        "from": _head,
        "to": _head,
        "sig": raw(64),
    }
)

_COMPARTMENT = record(
    {
        "id": pattern(_UUID),
        "kind": lambda value: value in _KINDS,
        "file": pattern(_FILE),
        "owner": lambda value: value == "" or pattern(_UUID)(value),
        "stale": _is_bool,
        "dekv": number(1, _LARGEST),
        "pending_dekv": lambda value: value is None or number(1, _LARGEST)(value),
        "slots": items(_SLOT, 256),
        "pairs": items(_PAIR, 3),
    },
    {"links": items(record({"dekv": number(2, _LARGEST), "link": raw(60)}), 256)},
)

RING = record(
    {
        "magic": text(32),
        "format": number(1, _LARGEST),
        "min_reader": number(1, _LARGEST),
        "school": record(
            {"id": pattern(_UUID), "name": text(200), "motto": text(200), "demo": _is_bool},
        ),
        "generation": number(1, _LARGEST),
        "prev_sha256": pattern(_SHA256),
        "users": items(_USER, 256),
        "compartments": items(_COMPARTMENT, 256),
        "events": items(_EVENT, 64),
        "sig_by": pattern(_UUID),
        "sig": raw(64),
        "crc32": pattern(_CRC),
    }
)


def is_consistent(ring: dict[str, Any]) -> bool:
    """Whether a ring of the right form names nothing twice: no account, compartment or file; one school and one
    meldcode, one private file an owner, one slot a holder and version. The second would open in place of the first."""
    entries = ring["compartments"]
    one_of_each = [(entry["kind"], entry["owner"]) for entry in entries]
    lists = [
        [user["id"] for user in ring["users"]],
        [entry["id"] for entry in entries],
        [entry["file"] for entry in entries],
        one_of_each,
        *([(slot["holder"], slot["dekv"]) for slot in entry["slots"]] for entry in entries),
    ]
    return all(len(set(found)) == len(found) for found in lists) and all(
        bool(entry["owner"]) == (entry["kind"] == "eigen") for entry in entries
    )
