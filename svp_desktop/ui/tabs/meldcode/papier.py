"""A paper of a meldcode dossier on its way out: seen first, then printed or saved, and kept in the dossier itself."""

from pathlib import Path

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import BewaardPapier, MeldcodeBlad
from svp_desktop.domain.meldcode_papieren import PAPIER_ZIN, MeldcodePapier
from svp_desktop.services.meldcode_papieren import MeldcodePapieren
from svp_desktop.services.meldcode_vernietigen import MeldcodeVernietigen
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm

_TERUG = "Terug naar het dossier"


class PapierWerk:
    """A paper as the dossier stands now."""

    terug = _TERUG
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "papier.pdf", "PDF"),)

    def __init__(self, service: MeldcodePapieren, dossier_id: int, soort: MeldcodePapier) -> None:
        self._service, self._dossier, self._soort = service, dossier_id, soort
        self.titel, self.zin = label(soort), PAPIER_ZIN[soort]

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.maak(self._dossier, self._soort))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it, and keep in the dossier what was saved. Raises UserFacing."""
        self._service.sla_op(self._dossier, self._soort, path, blad.pdf)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Keep in the dossier what went to the printer."""
        self._service.gedrukt(self._dossier, self._soort, blad.pdf)


class VerklaringWerk:
    """What is left of a destroyed dossier: its certificate, without names."""

    terug = "Alle dossiers"
    keuze = False
    persoonlijk = False
    vormen: tuple[Vorm, ...] = ()
    zin = "Van dit dossier is alleen dit blad over"

    def __init__(self, service: MeldcodeVernietigen, blad: MeldcodeBlad) -> None:
        self._service, self._blad = service, blad
        self.titel = f"Dossier {blad.dossier.nummer}: vernietigd"

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The certificate. Raises UserFacing."""
        return Blad(self._service.verklaring(self._blad))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """It offers no kind of file."""
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Nothing is kept of it."""


class BewaardWerk:
    """A paper as it left the program before: only to be read."""

    terug = _TERUG
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = ()

    def __init__(self, service: MeldcodePapieren, dossier_id: int, papier: BewaardPapier) -> None:
        self._service, self._dossier, self._papier = service, dossier_id, papier
        self.titel = label(MeldcodePapier(papier.soort))
        day = datums.in_woorden(papier.op.date(), weekdag=False)
        self.zin = f"Zoals het op {day} is {papier.wijze}, door {papier.door}."

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.lees(self._papier.id))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """It offers no kind of file."""
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Keep in the dossier that it was printed again."""
        self._service.gedrukt(self._dossier, MeldcodePapier(self._papier.soort), blad.pdf)
