"""The chronology of a child on its way out."""

from pathlib import Path

from svp_desktop.domain.kindverloop import KindVerloop
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class VerloopWerk:
    """The lines that were in view, on paper."""

    titel = "Verloop op papier"
    zin = "Voor een gesprek. Wat iemand bij een incident schreef, staat er niet op."
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "verloop.pdf", "PDF"),)

    def __init__(self, context: Context, verloop: KindVerloop) -> None:
        self._service, self._verloop = context.werkplek.kindverloop, verloop
        self.terug = f"Verloop van {verloop.naam}"

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.papier(self._verloop))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(self._verloop.persoon_id, blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt(self._verloop.persoon_id)
