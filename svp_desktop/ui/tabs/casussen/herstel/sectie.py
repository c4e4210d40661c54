"""Herstelgesprekken of a casus: what is planned or waits, what was held, and the form in their place (84, 87)."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.herstelgesprek import VRAGEN, Herstelgesprek, HerstelStand
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.herstel.form import HerstelForm
from svp_desktop.ui.tabs.casussen.herstel.rij import HerstelRij
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary

_LEEG = "Er is nog geen herstelgesprek. Begin er een als het ijzer koud is en iedereen het wil."
_AANBOD = "Een herstelgesprek is een aanbod: niemand moet. Wie geraakt is, zegt of het gebaar is aangekomen."
_DELEN = (
    ("Nog te houden", (HerstelStand.VOORBEREIDEN, HerstelStand.GEPLAND)),
    ("Gehouden, nog niet klaar", (HerstelStand.NAZORG,)),
    ("Klaar", (HerstelStand.KLAAR,)),
)


class HerstelSectie(SectieWidget):
    """The list with the questions beside it, and the form of a talk in its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.herstelgesprekken
        self._casus: Casus | None = None
        self.form = HerstelForm(context)
        self.nieuw = primary("Nieuw herstelgesprek", "plus", tip="Nieuw herstelgesprek (Ctrl+N)")
        self.lijst, self._doel = col(spacing=12), Label("", wrap=True)
        talks = card(self.lijst, title="Herstelgesprekken", right=[self.nieuw], spacing=10)
        questions = [
            row((Icon("message-circle", "muted", 15), TOP), (Label(text, wrap=True), 1), spacing=8)
            for text in VRAGEN.values()
        ]
        about = card(self._doel, 2, *questions, 2, Label(_AANBOD, "small", wrap=True), title="Waar het om gaat")
        self._overview = scroll(row((col(talks, None), 17), (col(about, None), 9), spacing=12))
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
            self._show_talks(self._service.van_casus(casus.id))
            self._doel.setText(self._context.werkplek.instellingen.lees().tekst("herstel_doel"))
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

    def _show_talks(self, talks: tuple[Herstelgesprek, ...]) -> None:
        clear(self.lijst)
        for name, standen in _DELEN:
            part = [item for item in talks if item.stand in standen]
            if part:
                self.lijst.addWidget(Label(f"{name} {len(part)}", "label"))
            for item in part:
                line = HerstelRij(item, self._context.today())
                line.opened.connect(self._open_talk)
                self.lijst.addWidget(line)
        if not talks:
            self.lijst.addWidget(Label(_LEEG, "muted", wrap=True))

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
        try:
            self.form.begin(self._casus, found.get(gesprek_id), open_for_change=self._open())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._stack.setCurrentWidget(self.form)

    @Slot()
    def _remove(self) -> None:
        gesprek_id = self.form.gesprek_id()
        if self._change(gesprek_id, verwijderd=True):
            self.form.leave()
            self._context.bar.offer_undo("Herstelgesprek verwijderd.", lambda: self._take_back(gesprek_id))

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
