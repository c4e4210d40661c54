"""Putting a backup back, step by step: which ones there are, who may, what would change, and doing it.

Nothing heavy is loaded with this module: the begin and error pages offer it before any crypto is needed.
"""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.errors import BestandBeschadigd, UserFacing
from svp_desktop.domain.reservekopie import KopiePlek, KopieRegel, KopieStaat
from svp_desktop.kluis import files, manifest, ringfile, secondplace, swap
from svp_desktop.kluis.manifest import Manifest
from svp_desktop.services import tweede_plek
from svp_desktop.services.reservekopie_lijst import SCHOOL_FILE, backups_of, regels_van

if TYPE_CHECKING:
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.ringfile import Ring
    from svp_desktop.services.terugzetten_werk import Herstel
    from svp_desktop.services.toegang import AccountKeuze

Clock = Callable[[], datetime]
# A place that does not answer within this time (seconds) is left out of the list.
_PATIENCE = 4.0
_MOST_FOLDERS = 300


@dataclass(frozen=True, slots=True)
class Herstelpunt:
    """One backup that can be put back: its folder, its line in the list, and the name of the school in it."""

    map: Path
    school: str
    school_id: str
    regel: KopieRegel


class PlekZwijgt(UserFacing):
    """The second place gives no answer."""

    what = "De tweede plek geeft geen antwoord."
    safe = "De reservekopieën op deze computer staan in de lijst."
    now = "Kijk of de stick of het netwerk is aangesloten, of kies zelf een map."


class Terugzetten:
    """Finds backups and begins a restore. `scholen` gives the folders of the schools on this computer."""

    def __init__(
        self, data: Path, clock: Clock, policy: "Callable[[], KdfPolicy]", scholen: Callable[[], Iterable[Path]]
    ) -> None:
        self.clock = clock
        self._data, self._policy, self._schools = data, policy, scholen

    def punten(self, folder: Path) -> tuple[Herstelpunt, ...]:
        """The backups of this school on this computer, newest first."""
        return tuple(_points(backups_of(folder), KopiePlek.HIER))

    def punten_hier(self) -> tuple[Herstelpunt, ...]:
        """Those of every school on this computer, also of one whose keyring is gone."""
        folders = dict.fromkeys(self._schools())
        with contextlib.suppress(OSError):
            folders |= dict.fromkeys(folder for folder in sorted(self._data.iterdir()) if not swap.is_aside(folder))
        return alle(*(self.punten(folder) for folder in folders))

    def punten_tweede_plek(self, folder: Path) -> tuple[Herstelpunt, ...]:
        """Those on its second place. Raises PlekZwijgt when that does not answer within some seconds."""
        plek = tweede_plek.lees(folder)
        if plek is None:
            return ()
        found: list[Herstelpunt] = []

        def read() -> None:
            for place in _folders(Path(plek.pad)):
                found.extend(point for point in _points(place, KopiePlek.TWEEDE) if point.school_id == folder.name)

        reader = threading.Thread(target=read, name="tweede-plek", daemon=True)
        reader.start()
        reader.join(_PATIENCE)
        if reader.is_alive():
            raise PlekZwijgt
        return tuple(found)

    def punten_in(self, gekozen: Path) -> tuple[Herstelpunt, ...]:
        """The backups in a folder that the user chose: of this program's folder, or one that holds it."""
        return tuple(point for place in _folders(gekozen) for point in _points(place, KopiePlek.GEKOZEN))

    def accounts(self, punt: Herstelpunt) -> "tuple[AccountKeuze, ...]":
        """Who can put it back: the accounts in its keyring. Raises BestandBeschadigd, BestandNieuwer."""
        from svp_desktop.services.toegang import AccountKeuze

        ring = _ring_of(punt.map, _manifest_of(punt))
        return tuple(AccountKeuze.of(account) for account in ringfile.info_of(ring).accounts)

    def begin(self, punt: Herstelpunt, account_id: str) -> "Herstel":
        """A restore of this backup by this account; close it in any case. Raises BestandBeschadigd, BestandNieuwer."""
        from svp_desktop.services.terugzetten_werk import Herstel

        made = _manifest_of(punt)
        return Herstel(punt.map, made, self._here(punt.school_id), account_id, self._data, self.clock, self._policy())

    def _here(self, school_id: str) -> Path | None:
        """The folder of this school on this computer, also when its keyring is damaged."""
        known = [folder for folder in self._schools() if folder.name == school_id]
        folder = known[0] if known else self._data / school_id
        return folder if folder.is_dir() else None


def alle(*lijsten: Iterable[Herstelpunt]) -> tuple[Herstelpunt, ...]:
    """Several lists as one, newest first; of one backup on two places the one that is whole and nearest."""
    best: dict[tuple[str, str], Herstelpunt] = {}
    for point in (point for found in lijsten for point in found):
        key = (point.school_id, point.regel.sleutel)
        if key not in best or _rank(point) < _rank(best[key]):
            best[key] = point
    return tuple(sorted(best.values(), key=lambda point: point.regel.gemaakt_op, reverse=True))


def _rank(point: Herstelpunt) -> tuple[bool, int]:
    return point.regel.staat in (KopieStaat.ONVOLLEDIG, KopieStaat.NIET_GOED), list(KopiePlek).index(point.regel.plek)


def _points(folder: Path, plek: KopiePlek) -> Iterator[Herstelpunt]:
    found = manifest.read_all(folder)
    for made, regel in zip(found, regels_van(found, folder, (SCHOOL_FILE,), plek), strict=True):
        # A backup whose keyring cannot be read opens for nobody.
        with contextlib.suppress(UserFacing, OSError):
            name = ringfile.info_of(_ring_of(folder, made)).school_name
            yield Herstelpunt(folder, name, made.school_id, regel)


def _manifest_of(punt: Herstelpunt) -> Manifest:
    found = [made for made in manifest.read_all(punt.map) if made.name == punt.regel.sleutel]
    if not found:
        raise BestandBeschadigd
    return found[0]


def _ring_of(folder: Path, made: Manifest) -> "Ring":
    return ringfile.parse(files.read_small(folder / made.ring.blob_name, ringfile.LIMIT))


def _folders(chosen: Path) -> list[Path]:
    """Where backups may stand in a chosen folder: in itself, in its kluis folders, or in what a second place holds."""
    found = [chosen, chosen / secondplace.FOLDER]
    with contextlib.suppress(OSError):
        found += sorted(path for path in chosen.iterdir() if path.is_dir())[:_MOST_FOLDERS]
    deeper = []
    for folder in found:
        deeper.append(backups_of(folder))
        if folder.name == secondplace.FOLDER:
            with contextlib.suppress(OSError):
                deeper += sorted(path for path in folder.iterdir() if path.is_dir())[:_MOST_FOLDERS]
    return list(dict.fromkeys([*found, *deeper]))
