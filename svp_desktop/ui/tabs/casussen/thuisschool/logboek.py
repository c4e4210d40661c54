"""What is recorded at once, apart from the form: contacts and tasks, each with a way back."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from svp_desktop.domain.casus_taken import TaakDraft
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.thuisschool_contact import ContactDraft, ContactMet
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.thuisschool.formulier import ThuisSchoolFormulier

_T = TypeVar("_T")


class Logboek(QObject):
    """Works on the period `id_`. `recorded` after each write, `failed(UserFacing)` when it did not succeed."""

    recorded = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, form: ThuisSchoolFormulier) -> None:
        super().__init__(form)
        self._context, self._form = context, form
        self._service = context.werkplek.thuisschool
        self.id_ = 0
        form.contact.called.connect(self.called)
        form.contact.wanted.connect(self._log)
        form.contact.dropped.connect(self._drop_contact)
        form.verdeel.wanted.connect(self._divide)
        form.nazorg.wanted.connect(self._plan)
        for tasks in (form.verdeel.lijst, form.nazorg.lijst):
            tasks.ticked.connect(self._tick)
            tasks.dropped.connect(self._drop_task)

    def lege_drafts(self) -> tuple[ContactDraft, TaakDraft]:
        """The two small forms before anything is typed in them."""
        today, who = kort(self._context.today()), self._context.werkplek.account.naam
        return ContactDraft(datum=today, door=who), TaakDraft()

    def load(self, contact: ContactDraft, taak: TaakDraft) -> None:
        """Show what was typed in them."""
        self._form.contact.load(contact)
        self._form.verdeel.load(taak, lambda id_: str(self._context.werkplek.personen.lees(id_).naam))

    @Slot(object)
    def called(self, met: frozenset[ContactMet]) -> None:
        """Somebody called just now."""
        made = self._do(lambda: self._service.gebeld(self.id_, met, self._context.werkplek.account.naam))
        if made is not None:
            self._offer("Contact vastgelegd.", lambda: self._service.verwijder_contact(made))

    @Slot(object)
    def _log(self, draft: ContactDraft) -> None:
        made = self._do(lambda: self._service.leg_contact_vast(self.id_, draft), self._form.contact.show_findings)
        if made is not None:
            self._form.contact.load(self.lege_drafts()[0])
            self._form.edited.emit()

    @Slot(int)
    def _drop_contact(self, contact_id: int) -> None:
        if self._do(lambda: self._service.verwijder_contact(contact_id)) is not None:
            undo = partial(self._service.verwijder_contact, contact_id, verwijderd=False)
            self._offer("Contact weggehaald.", undo)

    @Slot(object)
    def _divide(self, draft: TaakDraft) -> None:
        made = self._do(lambda: self._service.verdeel(self.id_, draft), self._form.verdeel.show_findings)
        if made is not None:
            self.load(self._form.contact.draft(), TaakDraft())
            self._form.edited.emit()
            self._form.verdeel.wat.setFocus()

    @Slot()
    def _plan(self) -> None:
        def told(findings: tuple[Finding, ...]) -> None:
            self.failed.emit(UserFacing(findings[0].message, now=""))

        self._do(lambda: self._service.plan_nazorg(self.id_), told)

    @Slot(int, bool)
    def _tick(self, taak_id: int, done: bool) -> None:
        self._do(lambda: self._service.zet_taak_gedaan(taak_id, gedaan=done))

    @Slot(int)
    def _drop_task(self, taak_id: int) -> None:
        if self._do(lambda: self._service.verwijder_taak(taak_id)) is not None:
            undo = partial(self._service.verwijder_taak, taak_id, verwijderd=False)
            self._offer("Taak verwijderd.", undo)

    def _offer(self, sentence: str, undo: Callable[[], Outcome[int]]) -> None:
        def back() -> None:
            self._do(undo)

        self._context.bar.offer_undo(sentence, back)

    def _do(
        self, what: Callable[[], Outcome[_T]], show: Callable[[tuple[Finding, ...]], object] | None = None
    ) -> _T | None:
        try:
            outcome = what()
        except InvoerOnjuist as error:
            if show is None:
                self.failed.emit(error)
            else:
                show(error.findings)
            return None
        except UserFacing as error:
            self.failed.emit(error)
            return None
        self.recorded.emit()
        self._context.hub.publish(outcome.changes)
        return outcome.value
