"""The witnesses outside a kluis: how far its shared compartments were, as keyed hashes in the settings.

Whoever puts a whole older folder back, keyring and all, does not change these.
"""

import contextlib
from collections.abc import Iterator, MutableMapping

from svp_desktop.settings import Settings

_KEY = "getuigen"
_LONGEST = 200


class Getuigen(MutableMapping[str, str]):
    """Compartment id -> witness."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def _all(self) -> dict[str, str]:
        kept = self._settings.get(_KEY)
        return {key: text for key, text in kept.items() if isinstance(text, str) and len(text) <= _LONGEST}

    def __getitem__(self, key: str) -> str:
        return self._all()[key]

    def __setitem__(self, key: str, value: str) -> None:
        # A settings file that cannot be written must not keep a kluis from locking; the older witness still holds.
        with contextlib.suppress(OSError):
            self._settings.put(_KEY, self._all() | {key: value})

    def __delitem__(self, key: str) -> None:
        self._settings.put(_KEY, {name: text for name, text in self._all().items() if name != key})

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
