"""Wrong passwords and the wait after them. Kept in a file, so that closing the program does not shorten the wait."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path
from typing import Any

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import files

NAME = "pogingen.json"
FREE_TRIES = 3
LONGEST = 300
_FIRST_WAIT = 5
_LIMIT = 1 << 16
_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class _Tries:
    count: int
    until: datetime


def wait_after(count: int) -> int:
    """Seconds to wait after `count` wrong passwords in a row: none for three, then 5, 10, 20 … up to 300."""
    if count < FREE_TRIES:
        return 0
    return min(_FIRST_WAIT << min(count - FREE_TRIES, 10), LONGEST)


def seconds_left(folder: Path, account_id: str, now: datetime) -> int:
    """Seconds before this account may be tried again. A clock that was put back cannot make it more than due."""
    tries = _read(folder).get(account_id)
    if tries is None:
        return 0
    left = ceil((tries.until - now.astimezone(UTC)).total_seconds())
    return max(0, min(left, wait_after(tries.count)))


def count_try(folder: Path, account_id: str, now: datetime) -> int:
    """Note a try before it is made (so that killing the program does not undo it); the wait if it proves wrong."""
    known = _read(folder)
    count = min(known[account_id].count + 1 if account_id in known else 1, _MOST)
    wait = wait_after(count)
    known[account_id] = _Tries(count, now.astimezone(UTC) + timedelta(seconds=wait))
    _write(folder, known)
    return wait


def forget(folder: Path, account_id: str) -> None:
    """The right password was given: this account starts anew."""
    known = _read(folder)
    if known.pop(account_id, None) is not None:
        _write(folder, known)


def take_back(folder: Path, account_id: str) -> None:
    """The try that was noted last was good, but says nothing about those before it."""
    known = _read(folder)
    tries = known.pop(account_id, None)
    if tries is not None:
        if tries.count > 1:
            known[account_id] = _Tries(tries.count - 1, datetime.min.replace(tzinfo=UTC))
        _write(folder, known)


def _read(folder: Path) -> dict[str, _Tries]:
    """The tries by account. An unreadable file counts as none: whoever can damage it can also delete it."""
    path = folder / NAME
    if not path.is_file():
        return {}
    try:
        content: Any = json.loads(files.read_small(path, _LIMIT))
        return {
            str(account): _Tries(
                min(int(entry["count"]), _MOST), datetime.fromisoformat(entry["until"]).astimezone(UTC)
            )
            for account, entry in content["accounts"].items()
        }
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError, BestandBeschadigd):
        return {}


def _write(folder: Path, known: dict[str, _Tries]) -> None:
    accounts = {account: {"count": tries.count, "until": tries.until.isoformat()} for account, tries in known.items()}
    files.write_small(folder / NAME, json.dumps({"format": 1, "accounts": accounts}).encode())
