"""The timeline of a casus on its way out."""

from pathlib import Path

from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class TijdlijnWerk:
    """The events that were in view, on paper."""

    titel = "Tijdlijn op papier"
    zin = "Voor een gesprek. Andere kinderen staan er met beginletters op."
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "tijdlijn.pdf", "PDF"),)

    def __init__(self, context: Context, verloop: CasusVerloop) -> None:
        self._service, self._verloop = context.werkplek.casustijdlijn, verloop
        self.terug = f"Casus {verloop.titel}"

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.papier(self._verloop))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(self._verloop.casus_id, blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt(self._verloop.casus_id)
