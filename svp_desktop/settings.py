"""Preferences that may be read by anyone: window, theme, which folder was open last. Never anything of a person.

What says something about work (idle minutes, saved views, column widths) is kept in the kluis, not here.
"""

import json
from pathlib import Path
from typing import Any

from svp_desktop.paths import Paths, private_folder, write_private

FILE = "voorkeuren.json"
#: Key of what the next start begins with: putting a backup back, or the voorbeeldschool as the role behind the colon.
BEGIN_WITH, RESTORE, EXAMPLE = "begin_met", "terugzetten", "voorbeeldschool:"
#: Key and default; the type of the default is the type of the value.
DEFAULTS: dict[str, Any] = {
    "venster": "",  # geometry of the window as Qt writes it, base64
    "thema": "systeem",  # systeem, licht, donker
    "letterschaal": 1.0,
    "laatste_school": "",  # name of the kluis folder that was opened last
    "laatste_account": "",  # id of the account that opened it
    BEGIN_WITH: "",  # what the next start begins with
    "getuigen": {},  # compartment id -> keyed hash of how far it was, against putting an older folder back
    "andere_mappen": [],  # kluis folders outside the data folder
}
_LARGEST = 64 * 1024


class Settings:
    """The preferences of one profile. A missing, damaged or too large file means the defaults."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._values = dict(DEFAULTS)
        self._values.update(_read(file))

    @classmethod
    def of(cls, paths: Paths) -> "Settings":
        """The preferences of this profile."""
        return cls(paths.config / FILE)

    def get(self, key: str) -> Any:
        """The value, or its default. Raises KeyError for a key that is not in the table."""
        return self._values[key]

    def put(self, key: str, value: Any) -> None:
        """Keep a value, at once. Raises KeyError for a key outside the table, TypeError for another type, OSError."""
        if not isinstance(value, type(DEFAULTS[key])):
            raise TypeError(key)
        if self._values[key] == value:
            return
        self._values[key] = value
        private_folder(self._file.parent)
        changed = {name: kept for name, kept in self._values.items() if kept != DEFAULTS[name]}
        write_private(self._file, json.dumps(changed, ensure_ascii=False, indent=1).encode())


def _read(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > _LARGEST:
            return {}
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        # preferences are a comfort: without a readable file the program starts with the defaults
        return {}
    if not isinstance(found, dict):
        return {}
    return {key: value for key, value in found.items() if key in DEFAULTS and isinstance(value, type(DEFAULTS[key]))}
