"""What of pestzaken leaves without a form: a paper that was handed out, yearly numbers, the text for the schoolgids."""

from pathlib import Path

from svp_desktop.domain import datums
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.pest_papier import PestPapierRegel
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class BewaardWerk:
    """A paper as it was handed out: the very bytes."""

    keuze = False
    persoonlijk = True

    def __init__(self, context: Context, zaak_id: int, terug: str, papier: PestPapierRegel) -> None:
        self._service, self._zaak_id, self._papier = context.werkplek.pest_papieren, zaak_id, papier
        self.terug, self.titel = terug, papier.titel
        self.zin = f"Uitgereikt op {datums.dag_maand(papier.uitgereikt_op)} aan {papier.aan}"
        self.vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", f"{papier.titel.partition(':')[0]}.pdf", "PDF"),)

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.bewaard(self._papier.id))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(self._zaak_id, blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt(self._zaak_id)


class SchoolWerk:
    """A paper about no child at all: the numbers of a school year, or (None) the text for the schoolgids."""

    terug = "Overzicht pesten"
    keuze = False
    persoonlijk = False

    def __init__(self, context: Context, jaar: Periode | None) -> None:
        self._papieren, self._overzicht, self._jaar = (
            context.werkplek.pest_papieren,
            context.werkplek.pest_overzicht,
            jaar,
        )
        name = "Pesten jaarcijfers" if jaar else "Pesten schoolgids"
        self.titel = "Jaarcijfers over pesten" if jaar else "Tekst voor de schoolgids"
        self.zin = jaar.in_woorden() if jaar else "Wie de pestcoördinator is en wat die doet"
        self.vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", f"{name}.pdf", "PDF"),)

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._overzicht.papier(self._jaar) if self._jaar else self._papieren.schoolgids()[1])

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._overzicht.bewaar_papier(blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._overzicht.papier_uit()
