"""Gesprekken of a casus: what waits and since when, what was held, and how often each child was heard (19-22)."""

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.gesprekken import KindTelling
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.gesprekken.form import GesprekForm
from svp_desktop.ui.tabs.casussen.gesprekken.rij import GesprekRij
from svp_desktop.ui.tabs.casussen.gespreks_sectie import GespreksSectie
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.painted import Pill

_LEEG = "Er is nog geen gesprek gevraagd, gepland of gehouden."
_GEEN = "In deze casus was geen gesprek."
_ONBEKEND = "Dit schooljaar staat niet in de schoolkalender. Daarom staan hier dagen en geen schooldagen."
_SAMEN = "In alle casussen samen. Hoeveel het er moeten zijn, staat bij de instellingen."
_GEEN_KIND = "Voeg bij Mensen de kinderen toe om wie het gaat."


class GesprekkenSectie(GespreksSectie):
    """The list with the counter beside it, and the form of a talk in its place."""

    verwijderd = "Gesprek verwijderd."

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._service = context.werkplek.gesprekken
        self.form = GesprekForm(context)
        nieuw = primary("Nieuw gesprek", "plus", tip="Nieuw gesprek (Ctrl+N)")
        self.lijst, self.tellers = col(spacing=12), col(spacing=8)
        self.kalender = Label(_ONBEKEND, "small", wrap=True)
        talks = card(self.lijst, self.kalender, title="Gesprekken", right=[nieuw], spacing=10)
        counts = card(self.tellers, title="Kindgesprekken dit schooljaar", spacing=8)
        overview = scroll(row((col(talks, None), 17), (col(counts, None), 9), spacing=12))
        self.compose(overview, self.form, nieuw)

    # -- GespreksSectie

    def show_talks(self, casus: Casus) -> None:
        self._show_list(casus)
        self._show_counts(self._service.tellingen(casus.id))

    def begin(self, casus: Casus, gesprek_id: int, *, open_for_change: bool) -> None:
        found = {item.id: item for item in self._service.van_casus(casus.id)}
        self.form.begin(casus, found.get(gesprek_id), open_for_change=open_for_change)

    def talk_id(self) -> int:
        return self.form.gesprek_id()

    def set_removed(self, gesprek_id: int, verwijderd: bool) -> Outcome[int]:
        return self._service.verwijder(gesprek_id, verwijderd=verwijderd)

    # -- showing

    def _show_list(self, casus: Casus) -> None:
        talks, waiting = self._service.van_casus(casus.id), self._service.wachttijden(casus.id)
        self.kalender.setVisible(any(item.schooldagen is None and item.dagen for item in waiting.values()))
        clear(self.lijst)
        for name, part in (
            ("Nog te houden", [item for item in talks if item.open]),
            ("Gehouden", [item for item in talks if not item.open]),
        ):
            if part:
                self.lijst.addWidget(Label(f"{name} {len(part)}", "label"))
            for item in part:
                line = GesprekRij(item, waiting.get(item.id), self._context.today())
                line.opened.connect(self.open_talk)
                self.lijst.addWidget(line)
        if not talks:
            self.lijst.addWidget(Label(_LEEG if self._open() else _GEEN, "muted", wrap=True))

    def _show_counts(self, counts: tuple[KindTelling, ...]) -> None:
        clear(self.tellers)
        for item in counts:
            words = f"{item.aantal} van {item.doel}"
            state = Pill(words, "circle-check", "ok") if item.genoeg else Pill(words, "circle", "muted")
            state.setAccessibleName(f"{item.naam}: {words} kindgesprekken")
            self.tellers.addLayout(row((ElidedLabel(item.naam), 1), state, spacing=8))
        text = _SAMEN if counts else _GEEN_KIND
        self.tellers.addWidget(Label(text, "small", wrap=True))
