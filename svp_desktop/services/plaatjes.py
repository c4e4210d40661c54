"""A picture of the school's own, on its way into a paper."""

from pathlib import Path

from svp_desktop.documents import beeld
from svp_desktop.domain.errors import PapierFout


def lees_plaatje(path: Path) -> bytes:
    """The picture in this file, ready for a paper: no larger than needed, and without what a camera adds to it (place,
    time). Raises PapierFout for a file that cannot be read or is no PNG or JPEG."""
    try:
        # what is too large is not read at all
        data = path.read_bytes() if path.stat().st_size <= beeld.MOST_BYTES else b""
    except OSError as error:
        raise PapierFout(
            "Het plaatje kan niet worden gelezen.", now="Kijk of het bestand er nog is, of kies een ander."
        ) from error
    return beeld.prepare(data)
