"""A form of the private file: what is typed is kept in that file and nowhere else, checked, and saved."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.platte_waarden import naar_dict
from svp_desktop.services.concepten import ConceptenService
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.widgets.base import holder, row
from svp_desktop.ui.widgets.fields import Field, show_findings

D = TypeVar("D")


class Velden(QWidget, Generic[D]):
    """Fields <-> a draft of the domain. `edited` after every change by the user. A subclass has `fields`, `draft` and
    `fill`; it emits nothing while it is filled."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.loaded: D | None = None

    def draft(self) -> D:
        """What the fields hold now."""
        raise NotImplementedError

    def fill(self, draft: D) -> None:
        """Show this draft."""
        raise NotImplementedError

    def load(self, draft: D, *, fresh: bool = True) -> None:
        """Show this draft; with `fresh` it becomes what *dirty* compares with."""
        self.blockSignals(True)
        self.fill(draft)
        self.show_findings(())
        self.blockSignals(False)
        if fresh:
            self.loaded = self.draft()

    def dirty(self) -> bool:
        """True when the fields hold something that was not there when they were loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Each sentence under its field; returns those that have none."""
        return show_findings(self.fields, findings)

    def told(self) -> bool:
        """Whether a sentence stands under a field."""
        return any(field.message() for field in self.fields.values())

    def take_back(self, findings: tuple[Finding, ...]) -> None:
        """What is mended is said no more; nothing new is said while the user types."""
        left = {one.field for one in findings}
        for name, field in self.fields.items():
            if field.message() and name not in left:
                field.show_finding(None)

    @Slot()
    def touched(self) -> None:
        """The user changed something."""
        self.edited.emit()


class Bewerken(FormPage, Generic[D]):
    """The page around such fields. `done(id)` after a save, `left` when the user goes back."""

    left = Signal()
    done = Signal(int)

    def __init__(
        self,
        form: Velden[D],
        concepten: ConceptenService,
        clock: Callable[[], Any],
        wat: str,
        *,
        width: int = 0,
    ) -> None:
        if width:
            form.setMaximumWidth(width)
        super().__init__(holder(row((form, 100), None)) if width else form)
        self.velden, self._concepten, self._wat = form, concepten, wat
        self._sleutel = ""
        self._empty = form.draft()
        self._keeper = ConceptKeeper(self, concepten, clock, self._content, self._name)
        form.edited.connect(self._keeper.edited)
        form.edited.connect(self._mended)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.left)
        self.save.connect(self._save)
        self.resume_wanted.connect(self._resume)
        self.throw_wanted.connect(self._throw)

    # -- what a subclass gives

    def van_concept(self, content: dict[str, Any]) -> D:
        """The draft that was kept."""
        raise NotImplementedError

    def check(self, draft: D) -> tuple[Finding, ...]:
        """Findings of the draft."""
        raise NotImplementedError

    def put(self, draft: D) -> int:
        """Save the draft; returns the id of the record."""
        raise NotImplementedError

    # -- one record

    def show_draft(self, sleutel: str, recorded: D, *, resume: bool = False) -> None:
        """Show what is recorded; `resume` goes straight on with what was being typed under this key."""
        self._sleutel = sleutel
        self.velden.load(recorded)
        self._keeper.watch(sleutel)
        kept = self._concepten.lees(sleutel)
        if kept is not None and resume:
            self._resume()
        elif kept is not None:
            self.offer_draft(kept.bewaard_op, f"een {self._wat}")

    def sleutel(self) -> str:
        """The key of the draft of what is in the form."""
        return self._sleutel

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def empty(self) -> None:
        """Nothing of the record stays in the form; a draft that was kept stays kept."""
        self._keeper.rest()
        self.set_record("", "")
        self._sleutel = ""
        self.velden.load(self._empty)

    def forget_draft(self) -> None:
        """The record is gone: what was being typed about it goes too."""
        self._keeper.throw_away()

    def _content(self) -> dict[str, Any] | None:
        return naar_dict(self.velden.draft()) if self.velden.dirty() else None

    def _name(self) -> str:
        return self._wat.capitalize()

    @Slot()
    def _mended(self) -> None:
        if self.velden.told():
            self.velden.take_back(self.check(self.velden.draft()))

    @Slot()
    def _resume(self) -> None:
        kept = self._concepten.lees(self._sleutel)
        if kept is not None:
            self.velden.load(self.van_concept(dict(kept.inhoud)), fresh=False)
            self.saved.show_saved(kept.bewaard_op, "Concept bewaard")
        self.hide_notice()

    @Slot()
    def _throw(self) -> None:
        self._concepten.wis(self._sleutel)
        self.hide_notice()

    def _show(self, findings: tuple[Finding, ...]) -> None:
        for finding in self.velden.show_findings(findings)[:1]:
            self.show_failed(InvoerOnjuist((finding,)))

    @Slot()
    def _save(self) -> None:
        draft = self.velden.draft()
        findings = self.check(draft)
        self._show(findings)
        if blocking(findings):
            return
        try:
            record = self.put(draft)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._show(error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self.done.emit(record)
