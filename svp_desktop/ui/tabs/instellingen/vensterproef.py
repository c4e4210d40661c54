"""The proof of the window: seen, and then printed to try the school's own envelopes."""

from pathlib import Path

from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import Vorm


class VensterproefWerk:
    """The sheet, with the address where it is set now. It goes to the printer only: a file cannot be folded."""

    terug = "Instellingen"
    titel = "Vensterproef"
    zin = "Afdrukken, vouwen en schudden in uw eigen envelop"
    keuze = False
    persoonlijk = False
    vormen: tuple[Vorm, ...] = ()

    def __init__(self, context: Context) -> None:
        self._service = context.werkplek.papieren

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises PapierFout."""
        return Blad(self._service.vensterproef())

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """There is no kind of file to save it as."""
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Nothing to note: it is about nobody."""
