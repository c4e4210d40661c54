"""What the sections with talks share: an overview with a list, the form of one talk in its place, removal with undo."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.widgets.base import col


class GespreksSectie(SectieWidget):
    """A subclass puts its parts together with `compose`, shows the overview, begins its form and knows the verbs."""

    #: What the bar says when a talk was removed.
    verwijderd = ""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._casus: Casus | None = None

    def compose(self, overview: QWidget, form: DeelForm[Any], nieuw: QPushButton) -> None:
        """The overview and the form in each other's place; `nieuw` begins a new talk."""
        self._overview, self._form, self.nieuw = overview, form, nieuw
        self._stack = QStackedWidget()
        self._stack.addWidget(overview)
        self._stack.addWidget(form)
        self.setLayout(col((self._stack, 1)))
        nieuw.clicked.connect(self.primary_new)
        form.left.connect(self._show_overview)
        form.done.connect(self._show_overview)
        form.delete.connect(self._remove)

    # -- what a subclass gives

    def show_talks(self, casus: Casus) -> None:
        """Show the overview of this casus. May raise UserFacing."""
        raise NotImplementedError

    def begin(self, casus: Casus, gesprek_id: int, *, open_for_change: bool) -> None:
        """Show a talk in the form, a new one for 0. May raise UserFacing."""
        raise NotImplementedError

    def talk_id(self) -> int:
        """The talk in the form, 0 for a new one."""
        raise NotImplementedError

    def set_removed(self, gesprek_id: int, verwijderd: bool) -> Outcome[int]:
        """Into the prullenbak or out of it. May raise UserFacing."""
        raise NotImplementedError

    # -- SectieWidget

    def show_casus(self, casus: Casus) -> None:
        other = self._casus is not None and self._casus.id != casus.id
        self._casus = casus
        if other:
            self.go_back()
        self.nieuw.setVisible(self._open())
        try:
            self.show_talks(casus)
        except UserFacing as error:
            self._context.bar.show_error(error)

    def flush_draft(self) -> None:
        self._form.flush()

    def draft_key(self) -> str:
        return self._form.sleutel() if self._stack.currentWidget() is self._form else ""

    def resume(self, sleutel: str) -> None:
        self.open_talk(int(sleutel.split(":")[2]))

    @Slot()
    def primary_new(self) -> bool:
        if not self._open() or self._stack.currentWidget() is self._form:
            return False
        self.open_talk(0)
        return True

    def go_back(self) -> bool:
        if self._stack.currentWidget() is not self._form:
            return False
        self._form.leave()
        return True

    # -- what the user did

    @Slot(int)
    def open_talk(self, gesprek_id: int) -> None:
        """Show this talk of the casus in the form, a new one for 0."""
        if self._casus is None:
            return
        try:
            self.begin(self._casus, gesprek_id, open_for_change=self._open())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._stack.setCurrentWidget(self._form)

    def _open(self) -> bool:
        return self._casus is not None and self._casus.status is not CasusStatus.AFGESLOTEN

    @Slot()
    def _show_overview(self) -> None:
        self._stack.setCurrentWidget(self._overview)
        self.nieuw.setFocus()

    @Slot()
    def _remove(self) -> None:
        gesprek_id = self.talk_id()
        if self._change(gesprek_id, verwijderd=True):
            self._context.bar.offer_undo(self.verwijderd, lambda: self._take_back(gesprek_id))

    def _take_back(self, gesprek_id: int) -> None:
        self._change(gesprek_id, verwijderd=False)

    def _change(self, gesprek_id: int, *, verwijderd: bool) -> bool:
        try:
            outcome = self.set_removed(gesprek_id, verwijderd)
            if verwijderd:
                self._form.drop()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self._context.hub.publish(outcome.changes)
        return True
