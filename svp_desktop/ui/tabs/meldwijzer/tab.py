"""Meldwijzer: one page for the staff room, with what is reported where and who holds which role (demand 30)."""

from pathlib import Path

from PySide6.QtCore import Slot

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, UitvoerPage, Vorm
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.buttons import button

_TOPICS = (Topic.INSTELLINGEN, Topic.SCHOOL, Topic.PERSONEN)


class MeldwijzerWerk:
    """The page of now, with the names of today."""

    terug = ""
    titel = "Meldwijzer"
    zin = "Wat meldt u waar, en bij wie"
    keuze = False
    persoonlijk = False
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "meldwijzer.pdf", "PDF"),)

    def __init__(self, context: Context) -> None:
        self._service = context.werkplek.uitvoer

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The page. Raises UserFacing."""
        return Blad(self._service.meldwijzer())

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar_los(blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """There is nothing in it that the trail must know."""


class MeldwijzerTab(TabPage):
    """Shows the page; the texts stand in Instellingen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._stale = context, True
        self.blad = UitvoerPage(context)
        self.setLayout(col((self.blad, 1), spacing=0))
        self.aanpassen = button("Tekst en namen aanpassen", "pencil")
        self.aanpassen.clicked.connect(self._to_settings)
        self.blad.add(self.aanpassen)

    @Slot()
    def _to_settings(self) -> None:
        self.page_requested.emit("instellingen")

    def print_current(self) -> None:
        self.blad.print_now()

    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_TOPICS):
            self._stale = True
            if self.isVisible():
                self.shown()

    def shown(self) -> None:
        if self._stale:
            self._stale = False
            self.blad.show_work(MeldwijzerWerk(self._context))
