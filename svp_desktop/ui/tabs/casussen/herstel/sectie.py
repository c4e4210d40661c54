"""Herstelgesprekken of a casus: what is planned or waits, what was held, and the form in their place (84, 87)."""

from PySide6.QtCore import Slot

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.herstelgesprek import VRAGEN, Herstelgesprek, HerstelStand
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.gespreks_sectie import GespreksSectie
from svp_desktop.ui.tabs.casussen.herstel.form import HerstelForm
from svp_desktop.ui.tabs.casussen.herstel.rij import HerstelRij
from svp_desktop.ui.tabs.casussen.herstel.vink import zet as zet_afspraak
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary

_LEEG = "Er is nog geen herstelgesprek. Begin er een als het ijzer koud is en iedereen het wil."
_GEEN = "In deze casus was geen herstelgesprek."
_AANBOD = "Een herstelgesprek is een aanbod: niemand moet. Wie geraakt is, zegt of het gebaar is aangekomen."
_DELEN = (
    ("Nog te houden", (HerstelStand.VOORBEREIDEN, HerstelStand.GEPLAND)),
    ("Gehouden, nog niet klaar", (HerstelStand.NAZORG,)),
    ("Klaar", (HerstelStand.KLAAR,)),
)


class HerstelSectie(GespreksSectie):
    """The list with the questions beside it, and the form of a talk in its place."""

    verwijderd = "Herstelgesprek verwijderd."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._service = context.werkplek.herstelgesprekken
        self.form = HerstelForm(context)
        nieuw = primary("Nieuw herstelgesprek", "plus", tip="Nieuw herstelgesprek (Ctrl+N)")
        self.lijst, self._doel = col(spacing=12), Label("", wrap=True)
        talks = card(self.lijst, title="Herstelgesprekken", right=[nieuw], spacing=10)
        questions = [
            row((Icon("message-circle", "muted", 15), TOP), (Label(text, wrap=True), 1), spacing=8)
            for text in VRAGEN.values()
        ]
        about = card(self._doel, 2, *questions, 2, Label(_AANBOD, "small", wrap=True), title="Waar het om gaat")
        overview = scroll(row((col(talks, None), 17), (col(about, None), 9), spacing=12))
        self.compose(overview, self.form, nieuw)
        self.form.paper.connect(self.paper_wanted)

    # -- GespreksSectie

    def show_talks(self, casus: Casus) -> None:
        self._show_list(self._service.van_casus(casus.id))
        self._doel.setText(self._context.werkplek.instellingen.lees().tekst("herstel_doel"))

    def begin(self, casus: Casus, gesprek_id: int, *, open_for_change: bool) -> None:
        found = {item.id: item for item in self._service.van_casus(casus.id)}
        self.form.begin(casus, found.get(gesprek_id), open_for_change=open_for_change)

    def talk_id(self) -> int:
        return self.form.gesprek_id()

    def set_removed(self, gesprek_id: int, verwijderd: bool) -> Outcome[int]:
        return self._service.verwijder(gesprek_id, verwijderd=verwijderd)

    @Slot(int, int, bool)
    def _tick(self, gesprek_id: int, nummer: int, done: bool) -> None:
        zet_afspraak(self._context, gesprek_id, nummer, gedaan=done)

    # -- showing

    def _show_list(self, talks: tuple[Herstelgesprek, ...]) -> None:
        clear(self.lijst)
        for name, standen in _DELEN:
            part = [item for item in talks if item.stand in standen]
            if part:
                self.lijst.addWidget(Label(f"{name} {len(part)}", "label"))
            for item in part:
                line = HerstelRij(item, self._context.today(), may_change=self._open())
                line.opened.connect(self.open_talk)
                line.ticked.connect(self._tick)
                line.paper.connect(self.paper_wanted)
                self.lijst.addWidget(line)
        if not talks:
            self.lijst.addWidget(Label(_LEEG if self._open() else _GEEN, "muted", wrap=True))
