"""The form of keyring format 1 as data: what each field must be, with caps, before any crypto is tried.

Unknown fields pass (a later version may add them and keeps `min_reader` at 1); a known field that is not as it should
be makes the file damaged. Lists are there for what comes later: more users, ways in, compartments, slots and pairs.
"""

import base64
import binascii
import re
from collections.abc import Callable, Mapping

Check = Callable[[object], bool]

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FILE = re.compile(r"[a-z0-9-]{1,64}\.db")
_CODE = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_SHA256 = re.compile(r"([0-9a-f]{64})?")
_CRC = re.compile(r"[0-9a-f]{8}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LARGEST = 2**53


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

_RECOVERY = record({"pk": raw(32), "sealed": raw(80), "date": pattern(_DAY)})
_WAYS = {"password": _PASSWORD, "invitation": _PASSWORD, "recovery": _RECOVERY}

_USER = record(
    {
        "id": pattern(_UUID),
        "login": text(200),
        "role": pattern(_CODE),
        "pest": _is_bool,
        "status": pattern(_CODE),
        "pk": raw(32),
        "pk_sign": raw(32),
        "pk_sig": raw(64),
        "ways": items(_way, 8),
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
        "date": pattern(_DAY),
        "dekv": number(1, _LARGEST),
        "pk": raw(32),
        "sealed": raw(80),
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
        "at": text(40),
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
        "kind": pattern(_CODE),
        "file": pattern(_FILE),
        "owner": lambda value: value == "" or pattern(_UUID)(value),
        "stale": _is_bool,
        "dekv": number(1, _LARGEST),
        "pending_dekv": lambda value: value is None or number(1, _LARGEST)(value),
        "slots": items(_SLOT, 256),
        "pairs": items(_PAIR, 3),
    }
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
