"""A file that the user asked for: whole or not at all, and never half over what was there before."""

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from svp_desktop.domain.errors import UserFacing

T = TypeVar("T")
# Windows knows no quota
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class BestandNietBewaard(UserFacing):
    """The chosen place cannot be written."""

    what = "Het bestand is niet opgeslagen."
    safe = "Er is geen half bestand gemaakt. Wat er al stond, is niet veranderd."
    now = "Kies een andere map, of sluit het bestand als het in een ander programma open is."


def schrijf(path: Path, inhoud: Callable[[BinaryIO], T], vooraf: Callable[[T], None]) -> T:
    """Write a file beside its place and move it there when it is complete; returns what `inhoud` returned.

    `vooraf` hears that result just before the file gets its name: the trail knows of it before it exists. Raises
    BestandNietBewaard; what `inhoud` and `vooraf` raise goes on, and then too nothing is left behind.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with part.open("xb") as stream:
            result = inhoud(stream)
            stream.flush()
            os.fsync(stream.fileno())
        vooraf(result)
        part.replace(path)
    except OSError as error:
        _remove(part, error)
        full = error.errno in _FULL
        raise BestandNietBewaard(
            "De schijf is vol. Het bestand is niet opgeslagen." if full else None,
            now="Maak ruimte vrij of kies een andere schijf." if full else None,
        ) from error
    except BaseException as error:
        _remove(part, error)
        raise
    return result


def _remove(part: Path, error: BaseException) -> None:
    if isinstance(error, FileExistsError):
        return
    # a place that cannot be written cannot be cleaned either; what went wrong first is what is told
    with suppress(OSError):
        part.unlink(missing_ok=True)
