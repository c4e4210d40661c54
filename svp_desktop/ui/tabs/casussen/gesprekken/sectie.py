"""Gesprekken of a casus: what waits and since when, what was held, and how often each child was heard (19-22)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.gesprekken import KindTelling
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.gesprekken.form import GesprekForm
from svp_desktop.ui.tabs.casussen.gesprekken.rij import GesprekRij
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.painted import Pill

_LEEG = "Er is nog geen gesprek gevraagd, gepland of gehouden."
_ONBEKEND = "Dit schooljaar staat niet in de schoolkalender. Daarom staan hier dagen en geen schooldagen."
_SAMEN = "In alle casussen samen. Hoeveel het er moeten zijn, staat bij de instellingen."
_GEEN_KIND = "Voeg bij Mensen de kinderen toe om wie het gaat."


class GesprekkenSectie(SectieWidget):
    """The list with the counter beside it, and the form of a talk in its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.gesprekken
        self._casus: Casus | None = None
        self.form = GesprekForm(context)
        self.nieuw = primary("Nieuw gesprek", "plus", tip="Nieuw gesprek (Ctrl+N)")
        self.lijst, self.tellers = col(spacing=12), col(spacing=8)
        self.kalender = Label(_ONBEKEND, "small", wrap=True)
        talks = card(self.lijst, self.kalender, title="Gesprekken", right=[self.nieuw], spacing=10)
        counts = card(self.tellers, title="Kindgesprekken dit schooljaar", spacing=8)
        self._overview = scroll(row((col(talks, None), 17), (col(counts, None), 9), spacing=12))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.form)
        self.setLayout(col((self._stack, 1)))
        self.nieuw.clicked.connect(self.primary_new)
        self.form.left.connect(self._show_overview)
        self.form.done.connect(self._show_overview)
        self.form.delete.connect(self._remove)

    # -- SectieWidget

    def show_casus(self, casus: Casus) -> None:
        other = self._casus is not None and self._casus.id != casus.id
        self._casus = casus
        if other:
            self.go_back()
        self.nieuw.setVisible(self._open())
        try:
            self._show_talks(casus)
            self._show_counts(self._service.tellingen(casus.id))
        except UserFacing as error:
            self._context.bar.show_error(error)

    def flush_draft(self) -> None:
        self.form.flush()

    def draft_key(self) -> str:
        return self.form.sleutel() if self._stack.currentWidget() is self.form else ""

    def resume(self, sleutel: str) -> None:
        self._open_talk(int(sleutel.split(":")[2]))

    @Slot()
    def primary_new(self) -> bool:
        if not self._open() or self._stack.currentWidget() is self.form:
            return False
        self._open_talk(0)
        return True

    def go_back(self) -> bool:
        if self._stack.currentWidget() is not self.form:
            return False
        self.form.leave()
        return True

    # -- showing

    def _open(self) -> bool:
        return self._casus is not None and self._casus.status is not CasusStatus.AFGESLOTEN

    def _show_talks(self, casus: Casus) -> None:
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
                line.opened.connect(self._open_talk)
                self.lijst.addWidget(line)
        if not talks:
            self.lijst.addWidget(Label(_LEEG, "muted", wrap=True))

    def _show_counts(self, counts: tuple[KindTelling, ...]) -> None:
        clear(self.tellers)
        for item in counts:
            words = f"{item.aantal} van {item.doel}"
            state = Pill(words, "circle-check", "ok") if item.genoeg else Pill(words, "circle", "muted")
            state.setAccessibleName(f"{item.naam}: {words} kindgesprekken")
            self.tellers.addLayout(row((ElidedLabel(item.naam), 1), state, spacing=8))
        text = _SAMEN if counts else _GEEN_KIND
        self.tellers.addWidget(Label(text, "small", wrap=True))

    # -- what the user did

    @Slot()
    def _show_overview(self) -> None:
        self._stack.setCurrentWidget(self._overview)
        self.nieuw.setFocus()

    @Slot(int)
    def _open_talk(self, gesprek_id: int) -> None:
        if self._casus is None:
            return
        found = {item.id: item for item in self._service.van_casus(self._casus.id)}
        self._stack.setCurrentWidget(self.form)
        self.form.begin(self._casus, found.get(gesprek_id), open_for_change=self._open())

    @Slot()
    def _remove(self) -> None:
        gesprek_id = self.form.gesprek_id()
        if self._change(gesprek_id, verwijderd=True):
            self.form.drop()
            self._context.bar.offer_undo("Gesprek verwijderd.", lambda: self._take_back(gesprek_id))

    def _take_back(self, gesprek_id: int) -> None:
        self._change(gesprek_id, verwijderd=False)

    def _change(self, gesprek_id: int, *, verwijderd: bool) -> bool:
        try:
            outcome = self._service.verwijder(gesprek_id, verwijderd=verwijderd)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self._context.hub.publish(outcome.changes)
        return True
