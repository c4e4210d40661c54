"""Which papers a meldcode dossier gives, and what may stand on each (demands 121-131)."""

from collections.abc import Iterable
from enum import Enum

from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.meldcode import BesluitStap, MeldcodeBlad, MeldcodeStuk, OverlegStap, Uitspraak
from svp_desktop.domain.meldcode_keuzes import Herkomst, JaNee, Richting, StukSoort


class MeldcodePapier(Enum):
    """A paper of a dossier."""

    DOSSIER = "dossier"
    MELDING = "melding"
    GESPREK = "gesprek"
    OVERZICHT = "overzicht"


#: What to know of a paper before it leaves the program.
PAPIER_ZIN: dict[MeldcodePapier, str] = {
    MeldcodePapier.DOSSIER: "Alles wat in dit dossier staat, met wie het schreef en wanneer. Geef dit niet zomaar "
    "mee: leg vast met wie u het deelt, en op welke grond.",
    MeldcodePapier.MELDING: "Een concept. Er is niets verstuurd, en het programma verstuurt nooit iets. Lees het na. "
    "Haal weg wat Veilig Thuis niet nodig heeft, ook namen van andere kinderen.",
    MeldcodePapier.GESPREK: "Voor wie het gesprek voert. Alleen feiten die de school zelf zag of hoorde staan erop. "
    "Lees na of er geen naam van een ander in staat. Geef dit blad niet aan de ouders.",
    MeldcodePapier.OVERZICHT: "Waar dit dossier staat, zonder naam en zonder wat er is gezegd.",
}


def uitspraken(
    blad: MeldcodeBlad, aard: Aard, richting: Richting | None = None, *, zelf: bool = False
) -> tuple[MeldcodeStuk, ...]:
    """The statements of one kind by day; only those pointing one way, and only the school's own when `zelf`."""
    return tuple(sorted(_passend(blad, aard, richting, zelf), key=lambda stuk: stuk.datum))


def _passend(blad: MeldcodeBlad, aard: Aard, richting: Richting | None, zelf: bool) -> Iterable[MeldcodeStuk]:
    for stuk in blad.van(StukSoort.UITSPRAAK):
        said = stuk.inhoud
        assert isinstance(said, Uitspraak)
        if said.aard is not aard or (richting is not None and said.richting is not richting):
            continue
        if zelf and said.herkomst is not Herkomst.EIGEN:
            continue
        yield stuk


def wacht_met_ouders(blad: MeldcodeBlad) -> bool:
    """Whether Veilig Thuis comes before any talk at home: honour, forced marriage, mutilation (demand 127)."""
    stap = blad.stap(2)
    return stap is not None and isinstance(stap.inhoud, OverlegStap) and bool(stap.inhoud.direct)


def er_wordt_gemeld(blad: MeldcodeBlad) -> bool:
    """Whether it was decided to report to Veilig Thuis."""
    stap = blad.stap(5)
    return stap is not None and isinstance(stap.inhoud, BesluitStap) and stap.inhoud.melden is JaNee.JA
