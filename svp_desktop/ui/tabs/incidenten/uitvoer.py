"""The ways out of the register: the button above the list, and what the page of the paper shows."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton

from svp_desktop.domain.uitvoer import LijstVraag
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.theme import set_icon
from svp_desktop.ui.uitvoer_page import PDF, Vorm
from svp_desktop.ui.widgets.buttons import ToolButton

_PDF = "PDF opslaan"


class UitvoerKnop(ToolButton):
    """The menu *Uitvoer* of the list."""

    lijst_wanted = Signal()
    leeg_wanted = Signal()
    meldwijzer_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_icon(self, "download", "muted", 16)
        self.setToolTip("Uitvoer: afdrukken of opslaan")
        self.setAccessibleName("Uitvoer")
        self.setProperty("quiet", True)
        menu = QMenu("Uitvoer", self)
        menu.addAction("Deze lijst afdrukken of opslaan…\tCtrl+P").triggered.connect(self.lijst_wanted)
        menu.addSeparator()
        menu.addAction("Leeg meldingsformulier…").triggered.connect(self.leeg_wanted)
        menu.addAction("Meldwijzer").triggered.connect(self.meldwijzer_wanted)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)


class LijstWerk:
    """The list as it is shown: on paper, for Excel, or as CSV."""

    terug = "Alle incidenten"
    titel = "Lijst van incidenten"
    zin = "Met de filters en kolommen van uw scherm"
    keuze = True
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (
        Vorm(PDF, _PDF, "incidenten.pdf", "PDF"),
        Vorm("xlsx", "Bestand voor Excel", "incidenten.xlsx", "Excel"),
        Vorm("csv", "CSV-bestand", "incidenten.csv", "CSV"),
    )

    def __init__(self, context: Context, vraag: LijstVraag) -> None:
        self._service, self._vraag = context.werkplek.uitvoer, vraag

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The list as PDF. Raises UserFacing."""
        return self._service.lijst(self._vraag._replace(zonder_namen=zonder_namen), progress.report)

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        if vorm == PDF:
            self._service.bewaar_lijst_pdf(blad, path, zonder_namen=zonder_namen)
            return blad.twijfels
        asked = self._vraag._replace(zonder_namen=zonder_namen)
        return self._service.bewaar_lijst(asked, path, vorm, progress.report).twijfels

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it was printed."""
        self._service.lijst_afgedrukt(blad.getoond, zonder_namen=zonder_namen)


class FormulierWerk:
    """The meldingsformulier of one incident."""

    terug = "Terug naar het incident"
    titel = "Meldingsformulier"
    zin = "Voor de bespreking of het dossier"
    keuze = True
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, _PDF, "meldingsformulier.pdf", "PDF"),)

    def __init__(self, context: Context, incident_id: int) -> None:
        self._service, self._id = context.werkplek.uitvoer, incident_id

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The form. Raises UserFacing."""
        return self._service.meldingsformulier(self._id, zonder_namen=zonder_namen)

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar_formulier(self._id, blad.pdf, path, zonder_namen=zonder_namen)
        return blad.twijfels

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it was printed."""
        self._service.formulier_afgedrukt(self._id, zonder_namen=zonder_namen)


class LeegWerk:
    """The form to fill in by hand."""

    terug = "Alle incidenten"
    titel = "Leeg meldingsformulier"
    zin = "Voor een collega die niet in het programma kan"
    keuze = False
    persoonlijk = False
    vormen: tuple[Vorm, ...] = (Vorm(PDF, _PDF, "leeg-meldingsformulier.pdf", "PDF"),)

    def __init__(self, context: Context) -> None:
        self._service = context.werkplek.uitvoer

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The form. Raises UserFacing."""
        return Blad(self._service.leeg_formulier())

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar_los(blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """There is nothing personal in it: the trail need not know."""
