"""From what SQLite reports to what the user reads. The raw text never leaves the kluis: it may hold what was typed."""

from pathlib import Path

from svp_desktop.domain.errors import (
    AlGeopend,
    BestandBeschadigd,
    KluisVergrendeld,
    MapNietSchrijfbaar,
    SchijfVol,
    UserFacing,
)
from svp_desktop.kluis import files

_BUSY, _LOCKED, _PERM, _READONLY, _INTERRUPT, _IOERR = 5, 6, 3, 8, 9, 10
_CORRUPT, _FULL, _CANTOPEN, _NOTADB = 11, 13, 14, 26
_IOERR_READS = {10 | (1 << 8), 10 | (2 << 8), 10 | (33 << 8), 10 | (34 << 8)}
_BY_CODE: dict[int, type[UserFacing]] = {
    _BUSY: AlGeopend,
    _LOCKED: AlGeopend,
    _PERM: MapNietSchrijfbaar,
    _READONLY: MapNietSchrijfbaar,
    _CANTOPEN: MapNietSchrijfbaar,
    _INTERRUPT: KluisVergrendeld,
    _CORRUPT: BestandBeschadigd,
    _NOTADB: BestandBeschadigd,
    _FULL: SchijfVol,
}
#: Copying in pieces reports no code, only the fixed text of it.
_BY_TEXT = {"database or disk is full": _FULL, "disk I/O error": _IOERR, "database is locked": _BUSY}
# Sealed pages of different ages together: a row then holds what nobody wrote. The text goes on with that row.
_UNREADABLE = "Could not decode to UTF-8"
_ROOM_FOR_A_WRITE = 1 << 20


def translate(error: BaseException | None, path: Path) -> UserFacing | None:
    """What this database error means to the user of the compartment at `path`; None when it is a bug of ours."""
    if isinstance(error, MemoryError):
        # How SQLCipher reports a page whose seal is broken when it is fetched to be written.
        return BestandBeschadigd()
    if str(error).startswith(_UNREADABLE):
        return BestandBeschadigd()
    code = getattr(error, "sqlite_errorcode", None) or _BY_TEXT.get(str(error))
    if not isinstance(code, int):
        return None
    if code & 0xFF == _IOERR:
        return _of_disk(code, path)
    kind = _BY_CODE.get(code & 0xFF)
    return None if kind is None else kind()


def _of_disk(code: int, path: Path) -> UserFacing:
    """A failed read is damage; a failed write is a full disk when there is no room, and otherwise a disk gone bad."""
    if code in _IOERR_READS or files.has_room(path.parent, _ROOM_FOR_A_WRITE):
        return BestandBeschadigd()
    return SchijfVol()
