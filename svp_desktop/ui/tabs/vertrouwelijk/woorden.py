"""What the pages say about one's own file, and about that of a colleague."""

from typing import NamedTuple

EIGEN = "eigen"


class Woorden(NamedTuple):
    """The words of one private file. `soort` is the kind of compartment that is asked."""

    soort: str
    onder: str
    leeg: str


EIGEN_WOORDEN = Woorden(
    EIGEN,
    "Dit staat in uw eigen bestand. De directeur kan het niet openen.",
    "Nog geen dossiers. Hier houdt u gesprekken bij die u als vertrouwenspersoon voert.",
)


def woorden_van(soort: str, naam: str) -> Woorden:
    """The words for the file of this colleague."""
    return Woorden(soort, f"Van {naam}. U hebt hier ook een sleutel van.", f"Er staan geen dossiers van {naam}.")
