"""A form inside a page of a dossier: what is typed is kept, checked beside its field, and saved or thrown away.

A kept draft is shown at once, so that a lock in the middle of a word loses nothing.
"""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.widgets.fields import Field, show_findings

D = TypeVar("D")


class DeelForm(FormPage, Generic[D]):
    """Form <-> a draft of the domain. `left` when the user goes back, `done` after a save. A subclass gives the fields,
    reads and fills them, and knows which verbs check and save."""

    left = Signal()
    done = Signal()

    def __init__(self, context: Context, kind: type[D], body: QWidget, fields: dict[str, Field], wat: str) -> None:
        super().__init__(body)
        layout = self.layout()
        assert layout is not None
        # the form stands within the margins of a page already
        layout.setContentsMargins(0, 0, 0, 0)
        self._context, self._kind, self._fields, self._wat = context, kind, fields, wat
        self._fresh: D | None = None
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._name)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self.leave)
        self.save.connect(self._save)

    # -- what a subclass gives

    def draft(self) -> D:
        """What the form holds now."""
        raise NotImplementedError

    def fill(self, draft: D) -> None:
        """Show this draft."""
        raise NotImplementedError

    def check(self, draft: D) -> tuple[Finding, ...]:
        """Findings of the draft."""
        raise NotImplementedError

    def put(self, draft: D) -> Outcome[Any]:
        """Save the draft."""
        raise NotImplementedError

    # -- one record

    def start(self, sleutel: str, recorded: D, *, new: bool, open_for_change: bool) -> None:
        """Show what is recorded, and over it what was being typed under this key."""
        self._keeper.rest()
        self.fill(recorded)
        self._fresh = self.draft()
        kept = self._context.werkplek.concepten.lees(sleutel)
        if kept is not None and open_for_change:
            self.fill(van_dict(self._kind, kept.inhoud))
            self.saved.show_saved(kept.bewaard_op, "Concept bewaard")
        self.form.setEnabled(open_for_change)
        self.opslaan.setVisible(open_for_change)
        self._show(() if new else tuple(item for item in self.check(self.draft()) if not item.blocks))
        if open_for_change:
            self._keeper.watch(sleutel)

    def sleutel(self) -> str:
        """Key of the draft that is watched, "" when there is none."""
        return self._keeper.sleutel

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def leave(self) -> bool:
        """Back, with what was typed kept; False when it could not be kept."""
        try:
            self._keeper.flush()
        except UserFacing as error:
            self.show_failed(error)
            return False
        self._keeper.rest()
        self.left.emit()
        return True

    def drop(self) -> None:
        """The record is gone: forget what was being typed about it, and go back. Raises when it cannot be written."""
        self._keeper.throw_away()
        self.left.emit()

    @Slot()
    def touched(self) -> None:
        """The user changed something."""
        self._keeper.edited()

    def _content(self) -> dict[str, Any] | None:
        draft = self.draft()
        return None if draft == self._fresh else naar_dict(draft)

    def _name(self) -> str:
        return self._wat

    def _show(self, findings: tuple[Finding, ...]) -> None:
        rest = show_findings(self._fields, findings)
        for finding in rest[:1]:
            self.notice.show_error(InvoerOnjuist((finding,)))
            self.notice.show()

    @Slot()
    def _save(self) -> None:
        if self.opslaan.isHidden():
            return
        draft = self.draft()
        findings = self.check(draft)
        self._show(findings)
        if blocking(findings):
            return
        try:
            outcome = self.put(draft)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._show(error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self.done.emit()
        self._context.hub.publish(outcome.changes)
