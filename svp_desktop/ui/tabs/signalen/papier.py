"""Agendas on their way out."""

from collections.abc import Sequence
from pathlib import Path

from svp_desktop.domain.agenda import Agenda
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class AgendaWerk:
    """The chosen agendas, with room to write."""

    terug = "Bespreekpunten"
    zin = "Met ruimte om te schrijven"
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "agenda.pdf", "PDF"),)

    def __init__(self, context: Context, gekozen: Sequence[Agenda]) -> None:
        self._service, self._gekozen = context.werkplek.agenda, gekozen
        self.titel = f"Agenda {gekozen[0].titel}" if len(gekozen) == 1 else "Agenda"

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.papier(self._gekozen))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt()
