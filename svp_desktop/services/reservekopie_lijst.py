"""Reading a folder of backups into what the user sees. Needs no key and imports no crypto."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.reservekopie import KopieOverzicht, KopiePlek, KopieRegel, KopieStaat, OudeSchool
from svp_desktop.kluis import files, manifest, ringfile, swap
from svp_desktop.kluis.manifest import Check, Manifest

SCHOOL_FILE = "school.db"
_PRIVATE = "eigen-"
# A private file counts with the size that it has from the start: the program tells nobody how much is in one.
_PRIVATE_BYTES = 1_150_000


def backups_of(folder: Path) -> Path:
    """The folder of the backups of a kluis."""
    return folder / files.BACKUP_FOLDER


def overzicht(backups: Path, judged: Collection[str] = (SCHOOL_FILE,)) -> KopieOverzicht:
    """The backups in a folder; proven means: of the files in `judged` (what the reader may open) and the keyring."""
    found = manifest.read_all(backups)
    regels = regels_van(found, backups, judged, KopiePlek.HIER)
    lines = [line for made in found for line in made.lines]
    # An unchanged file is one copy; a private one counts anew in each backup, or its changes would show.
    public = {line.blob_name: line.blob.size for line in lines if not _is_private(line.name)}
    private = sum(_shown_size(line.name, line.blob.size) for line in lines if _is_private(line.name))
    return KopieOverzicht(regels, sum(public.values()) + private)


def laatste(backups: Path, judged: Collection[str] = (SCHOOL_FILE,), *, goed: bool = False) -> KopieRegel | None:
    """The newest backup; with `goed` the newest that was proven. Reads no more lists than it needs."""
    checks = manifest.read_checks(backups)
    regels = (_regel(made, backups, checks, judged, KopiePlek.HIER) for made in manifest.newest_first(backups))
    return next((regel for regel in regels if not goed or regel.staat is KopieStaat.GECONTROLEERD), None)


def regels_van(
    found: list[Manifest], backups: Path, judged: Collection[str], plek: KopiePlek
) -> tuple[KopieRegel, ...]:
    """One line for each backup, newest first."""
    checks = manifest.read_checks(backups)
    return tuple(_regel(made, backups, checks, judged, plek) for made in found)


def oude_scholen(folder: Path) -> tuple[OudeSchool, ...]:
    """What restores replaced and is still kept."""
    return tuple(
        OudeSchool(old.folder.name, old.at, sum(_shown_size(name, size) for name, size in old.sizes))
        for old in swap.old_ones(folder)
    )


def verwijder_oude(folder: Path, sleutel: str) -> None:
    """Take a replaced school away for good. Raises MapNietSchrijfbaar; a key that is not there does nothing."""
    for old in swap.old_ones(folder):
        if old.folder.name == sleutel:
            swap.discard_old(old)


def _is_private(name: str) -> bool:
    return name.startswith(_PRIVATE)


def _shown_size(name: str, size: int) -> int:
    if _is_private(name):
        # its journal is no file of its own
        return _PRIVATE_BYTES if name.endswith(".db") else 0
    return size


def _regel(
    made: Manifest, backups: Path, checks: dict[str, Check], judged: Collection[str], plek: KopiePlek
) -> KopieRegel:
    lines = [line for line in made.lines if line.name in judged or line.name == ringfile.NAME]
    known = [checks.get(line.blob.sha256) for line in lines]
    size = sum(_shown_size(line.name, line.blob.size) for line in made.lines)
    moment: datetime | None = None
    if not manifest.is_complete(backups, made):
        staat = KopieStaat.ONVOLLEDIG
    elif any(check is not None and not check.good for check in known):
        staat = KopieStaat.NIET_GOED
    elif all(check is not None for check in known) and set(judged) <= {line.name for line in lines}:
        staat, moment = KopieStaat.GECONTROLEERD, max(check.at for check in known if check is not None)
    else:
        staat = KopieStaat.NIET_GECONTROLEERD
    return KopieRegel(made.name, made.made_at, staat, moment, size, plek)
