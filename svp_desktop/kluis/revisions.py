"""Which schema revisions this program knows, told by the names of the migration files: Alembic is not imported for it.

A file `versions/0002_incidenten.py` is revision `0002`, and follows the one before it; a test holds Alembic to that.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_NAME = re.compile(r"(\d{4})_[a-z0-9_]+\.py")


@dataclass(frozen=True, slots=True)
class Schema:
    """The schema of one kind of compartment: its Alembic script folder, which no other kind shares."""

    kind: str
    folder: Path

    @property
    def known(self) -> tuple[str, ...]:
        """Every revision of this kind, oldest first."""
        return _known(self.folder)

    @property
    def head(self) -> str:
        """The revision that the program works with."""
        return self.known[-1]


_MIGRATIONS = Path(__file__).parent / "migrations"
SCHOOL = Schema("school", _MIGRATIONS / "school")
MELDCODE = Schema("meldcode", _MIGRATIONS / "meldcode")
EIGEN = Schema("eigen", _MIGRATIONS / "eigen")


@cache
def _known(folder: Path) -> tuple[str, ...]:
    names = (_NAME.fullmatch(path.name) for path in (folder / "versions").iterdir())
    return tuple(sorted(name.group(1) for name in names if name))
