"""Which schema revisions this program knows, told by the names of the migration files: Alembic is not imported for it.

A file `versions/0002_incidenten.py` is revision `0002`, and follows the one before it; a test holds Alembic to that.
"""

import re
from functools import cache
from pathlib import Path

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.py")


def folder(kind: str) -> Path:
    """The Alembic script folder of this kind of compartment. Raises KeyError for a kind without one."""
    place = Path(__file__).parent / "migrations" / kind
    if not (place / "versions").is_dir():
        raise KeyError(kind)
    return place


@cache
def known(kind: str) -> tuple[str, ...]:
    """Every revision of this kind, oldest first."""
    names = (_NAME.fullmatch(path.name) for path in (folder(kind) / "versions").iterdir())
    return tuple(sorted(name.group(1) for name in names if name))


def head(kind: str) -> str:
    """The revision that the program works with."""
    return known(kind)[-1]
