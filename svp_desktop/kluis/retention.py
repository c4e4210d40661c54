"""Which backups stay: of each compartment 7 days, 4 weeks and 12 months, and always the newest that was proven good."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from svp_desktop.kluis import blobs, manifest
from svp_desktop.kluis.manifest import Check, Manifest

DAYS, WEEKS, MONTHS = 7, 4, 12
_BUCKETS: tuple[tuple[int, Callable[[Manifest], object]], ...] = (
    (DAYS, lambda made: made.made_at.date()),
    (WEEKS, lambda made: made.made_at.isocalendar()[:2]),
    (MONTHS, lambda made: (made.made_at.year, made.made_at.month)),
)


def kept(found: Sequence[Manifest], checks: dict[str, Check]) -> set[str]:
    """Names of the manifests that stay; `found` is newest first.

    Counted in days, weeks and months in which a backup was made, so that a holiday of six weeks takes none away. A copy
    of a compartment that proved bad does not take the place of a good one.
    """
    if not found:
        return set()
    keep = {found[0].name}
    for name in {line.name for made in found for line in made.lines}:
        holding = [made for made in found if (line := made.line(name)) and not _is(checks, line.blob.sha256, False)]
        proven = [made for made in holding if (line := made.line(name)) and _is(checks, line.blob.sha256, True)]
        keep |= {made.name for made in proven[:1]}
        for most, bucket in _BUCKETS:
            newest: dict[object, str] = {}
            for made in holding:
                newest.setdefault(bucket(made), made.name)
            keep |= set(list(newest.values())[:most])
    return keep


def _is(checks: dict[str, Check], sha256: str, good: bool) -> bool:
    check = checks.get(sha256)
    return check is not None and check.good is good


def apply(folder: Path, *, private: bool = True) -> None:
    """Take away what need not stay: the lists first, and last of all the copies that no list names. Raises OSError."""
    found, checks = manifest.read_all(folder), manifest.read_checks(folder)
    keep = kept(found, checks)
    left = [made for made in found if made.name in keep]
    blobs.remove([folder / made.name for made in found if made.name not in keep], folder, private=private)
    blobs.remove(_unnamed(folder, left), folder, private=private)


def _unnamed(folder: Path, left: Iterable[Manifest]) -> list[Path]:
    """Copies that no list names; none while a list is there that cannot be read, for it may name them."""
    names = {line.blob_name for made in left for line in made.lines}
    if any(
        manifest.is_manifest(path.name) and path.name not in {made.name for made in left} for path in folder.iterdir()
    ):
        return []
    return [path for path in folder.iterdir() if manifest.is_blob(path.name) and path.name not in names]
