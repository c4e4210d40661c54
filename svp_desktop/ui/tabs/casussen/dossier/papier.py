"""The dossier for inzage on its way out: what leaves is noted in the casus as given."""

from pathlib import Path

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.inzagedossier import Lakwerk
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class InzageWerk:
    """A dossier of which every piece was looked at. `gegeven` once it left; `changes` is what that touched."""

    titel = "Dossier voor inzage"
    zin = "Drukt u af of slaat u op, dan komt in de tijdlijn aan wie u inzage gaf."
    keuze = False
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "dossier.pdf", "PDF"),)

    def __init__(self, context: Context, werk: Lakwerk) -> None:
        self._service, self._werk = context.werkplek.inzagedossier, werk
        self.terug = "Nakijken"
        self.gegeven = False
        self.changes = Changes.of(Topic.SPOOR)

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return self._service.blad(self._werk)

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(self._werk.dossier.casus_id, blad.pdf, path)
        self._note()
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt(self._werk.dossier.casus_id)
        self._note()

    def _note(self) -> None:
        """Given once, however often this paper is printed or saved."""
        if not self.gegeven:
            self.changes = self._service.gegeven(self._werk.dossier.casus_id, self._werk.concept).changes
            self.gegeven = True
