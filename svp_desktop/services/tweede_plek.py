"""The second place of the backups: chosen by the user, brought up to date daily by a process that nobody waits for.

A stick that is slow or a network that is gone can hold up only that process. Which place it is stands beside the
backups, outside the encrypted data: after a lock there is no key to read it with.
"""

import contextlib
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from svp_desktop import paths
from svp_desktop.domain.errors import AlGeopend, MapNietSchrijfbaar, SchijfVol, UserFacing
from svp_desktop.domain.reservekopie import PlekUitkomst, TweedePlek
from svp_desktop.kluis import blobs, files, ringfile, secondplace
from svp_desktop.services.reservekopie_lijst import backups_of

OPTION = "--kopieer"
NEW_OPTION = "--nieuwe-plek"
CHOICE_NAME, RESULT_NAME = "plek.json", "plek-uitkomst.json"
_LIMIT = 1 << 14
_AGAIN = timedelta(hours=1)
# A process that was started is kept until it is seen to have ended: Python warns about one that is dropped.
_started: list["subprocess.Popen[bytes]"] = []


def lees(folder: Path) -> TweedePlek | None:
    """The second place of this kluis and how it goes with it; None when none was chosen."""
    backups = backups_of(folder)
    chosen = _read(backups / CHOICE_NAME).get("plek")
    if not isinstance(chosen, str) or not chosen:
        return None
    result = _read(backups / RESULT_NAME)
    if result.get("plek") != chosen:
        return TweedePlek(chosen)
    try:
        return TweedePlek(
            chosen, PlekUitkomst(result["uitkomst"]), _moment(result["begonnen"]), _moment(result["gelukt"])
        )
    except (KeyError, ValueError, TypeError):
        return TweedePlek(chosen)


def kies(folder: Path, plek: Path | None) -> None:
    """Another second place, or none (what stands there stays). Raises MapNietSchrijfbaar, SchijfVol."""
    backups = backups_of(folder)
    with files.told():
        if plek is None:
            blobs.remove([backups / CHOICE_NAME, backups / RESULT_NAME], backups)
            return
        paths.private_folder(backups)
        blobs.write(backups / CHOICE_NAME, json.dumps({"plek": str(plek.absolute())}).encode())
        blobs.remove([backups / RESULT_NAME], backups)
    start(folder)


def start_als_nodig(folder: Path, nu: datetime) -> bool:
    """Begin the daily copying when it is due: not succeeded today, and not tried within the hour."""
    plek = lees(folder)
    if plek is None or (plek.gelukt_op is not None and plek.gelukt_op.astimezone(nu.tzinfo).date() == nu.date()):
        return False
    if plek.begonnen_op is not None and timedelta() <= nu - plek.begonnen_op < _AGAIN:
        return False
    start(folder)
    return True


def start(folder: Path) -> None:
    """Begin copying in a process of its own and return at once. Does nothing without a place.

    A place that was never tried is made ready by whichever process is the first to have the backups to itself.
    """
    plek = lees(folder)
    if plek is None:
        return
    _started[:] = [process for process in _started if process.poll() is None]
    command = [
        *_own_command(),
        OPTION,
        str(folder),
        plek.pad,
        *([NEW_OPTION] if plek.uitkomst is PlekUitkomst.NOOIT else []),
    ]
    nothing = subprocess.DEVNULL
    # A program that cannot be started again brings no copy along today; the page shows how old the last one is.
    with contextlib.suppress(OSError):
        _started.append(
            subprocess.Popen(
                command,
                stdin=nothing,
                stdout=nothing,
                stderr=nothing,
                close_fds=True,
                start_new_session=True,
                # Windows would show an empty black window for it.
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        )


def kopieer(folder: Path, plek: Path, nu: datetime, *, nieuw: bool = False) -> PlekUitkomst:
    """What that process does: bring the backups along and note how it went. A second one meanwhile does nothing."""
    backups = backups_of(folder)
    try:
        alone = files.InstanceLock.acquire(backups)
    except (AlGeopend, MapNietSchrijfbaar):
        return PlekUitkomst.BEZIG
    try:
        before = _read(backups / RESULT_NAME)
        same = before.get("plek") == str(plek)
        note = {"plek": str(plek), "begonnen": nu.isoformat(), "gelukt": before.get("gelukt") if same else None}
        _write(backups, note | {"uitkomst": PlekUitkomst.BEZIG.value})
        uitkomst = _bring(backups, plek, ringfile.read_info(folder).school_id, nieuw=nieuw)
        if uitkomst is PlekUitkomst.GELUKT:
            note["gelukt"] = nu.isoformat()
        _write(backups, note | {"uitkomst": uitkomst.value})
        return uitkomst
    finally:
        alone.release()


def _bring(backups: Path, plek: Path, school_id: str, *, nieuw: bool) -> PlekUitkomst:
    target = secondplace.folder_of(plek, school_id)
    try:
        if nieuw and plek.is_dir():
            secondplace.prepare(plek, school_id)
        if not target.is_dir():
            # Also when the stick is away and its folder is an empty one on this disk.
            return PlekUitkomst.NIET_GEVONDEN
        secondplace.bring(backups, target, lambda _: None)
    except SchijfVol:
        return PlekUitkomst.VOL
    except MapNietSchrijfbaar:
        return PlekUitkomst.GEWEIGERD
    except (OSError, UserFacing):
        return PlekUitkomst.FOUT if target.is_dir() else PlekUitkomst.NIET_GEVONDEN
    return PlekUitkomst.GELUKT


def _own_command() -> list[str]:
    """How this program is started."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "svp_desktop"]


def _read(path: Path) -> dict[str, Any]:
    try:
        data = blobs.read_small(path, _LIMIT)
        found = json.loads(data) if data is not None else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(backups: Path, content: dict[str, Any]) -> None:
    data = json.dumps(content).encode()
    for _attempt in range(2):
        try:
            blobs.write(backups / RESULT_NAME, data)
        except FileNotFoundError:
            # a backup that began just now cleared away what was not finished: once more
            continue
        except OSError:
            # the note is a comfort: a full disk may not keep the copying itself from being tried
            return
        return


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
