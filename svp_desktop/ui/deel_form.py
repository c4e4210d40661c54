"""A form inside a page of a dossier: what is typed is kept, checked beside its field, and saved or thrown away.

A kept draft is shown at once, so that a lock in the middle of a word loses nothing. With it goes what the record was
when the typing began: when that is another now, it is said, what nobody typed over is taken along, and the next save
goes over the rest on purpose.
"""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.samen import GEZIEN, voeg_samen, zeg_veranderd
from svp_desktop.ui.widgets.fields import Field, show_findings

if TYPE_CHECKING:
    from svp_desktop.services.concepten import ConceptenService

D = TypeVar("D")
_LONGEST = 90


class DeelForm(FormPage, Generic[D]):
    """Form <-> a draft of the domain. `left` when the user goes back, `done` after a save. A subclass gives the fields,
    reads and fills them, and knows which verbs check and save."""

    left = Signal()
    done = Signal()

    def __init__(
        self,
        context: Context,
        kind: type[D],
        body: QWidget,
        fields: dict[str, Field],
        wat: str,
        concepten: "ConceptenService | None" = None,
    ) -> None:
        super().__init__(body)
        layout = self.layout()
        assert layout is not None
        # the form stands within the margins of a page already
        layout.setContentsMargins(0, 0, 0, 0)
        self._context, self._kind, self._fields, self._wat = context, kind, fields, wat
        self._fresh: D | None = None
        self._gezien: D | None = None
        # what is typed stays in the compartment that it belongs to
        self._concepten = context.werkplek.concepten if concepten is None else concepten
        self._keeper = ConceptKeeper(self, self._concepten, context.clock, self._content, self._name)
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

    def reread(self) -> D | None:
        """What is recorded now, after somebody else changed it: the next save may go over that. None: it may not."""
        return None

    # -- one record

    def start(self, sleutel: str, recorded: D, *, new: bool, open_for_change: bool) -> None:
        """Show what is recorded, and over it what was being typed under this key."""
        self._keeper.rest()
        self.fill(recorded)
        self._fresh, self._gezien = self.draft(), recorded
        kept = self._concepten.lees(sleutel)
        if kept is not None and open_for_change:
            self.fill(van_dict(self._kind, kept.inhoud))
            self.saved.show_saved(kept.bewaard_op, "Concept bewaard")
            before = van_dict(self._kind, kept.inhoud[GEZIEN]) if GEZIEN in kept.inhoud else recorded
            if before != recorded and not new:
                self._tell_changed(before, recorded)
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
        """The user changed something: a sentence under a field goes as soon as what it asks for is there."""
        self._keeper.edited()
        told = [name for name, field in self._fields.items() if field.message()]
        if told:
            still = {finding.field for finding in self.check(self.draft())}
            for name in told:
                if name not in still:
                    self._fields[name].show_finding(None)

    def _content(self) -> dict[str, Any] | None:
        draft = self.draft()
        if draft == self._fresh or self._gezien is None:
            return None
        return naar_dict(draft) | {GEZIEN: naar_dict(self._gezien)}

    def gezien(self) -> D:
        """The record as the user saw it."""
        assert self._gezien is not None
        return self._gezien

    def _tell_changed(self, before: D, now: D) -> None:
        """The record is another than the one that the user began with: say what stands there now, and show it in the
        fields that the user left alone."""
        voeg_samen(self.fill, self.draft, before, now)
        self._gezien = now
        there = "; ".join(self._changes(before, now)) or "iets wat u hier niet ziet"
        zeg_veranderd(self.notice, there)

    def _changes(self, before: Any, now: Any) -> Iterator[str]:
        """The fields of which the text differs, with what they say now."""
        for item in dataclasses.fields(now):
            old, new = getattr(before, item.name), getattr(now, item.name)
            if dataclasses.is_dataclass(new):
                yield from self._changes(old, new)
            elif old != new and isinstance(new, str) and item.name in self._fields:
                words = " ".join(new.split()) or "niets"
                short = words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
                yield f"{self._fields[item.name].titel}: {short}"

    def _name(self) -> str:
        return self._wat

    def _show(self, findings: tuple[Finding, ...]) -> None:
        rest = show_findings(self._fields, findings)
        for finding in rest[:1]:
            self.notice.show_error(InvoerOnjuist((finding,)))
            self.notice.show()

    def changed(self) -> bool:
        """Whether something was typed that is not recorded."""
        return self._content() is not None

    @Slot()
    def _save(self) -> bool:
        """Record what is typed; False when it could not be, and the form says why."""
        if self.opslaan.isHidden():
            return False
        draft = self.draft()
        findings = self.check(draft)
        self._show(findings)
        if blocking(findings):
            return False
        try:
            outcome = self.put(draft)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self._show(error.findings)
            return False
        except IntussenVeranderd as error:
            self._changed_meanwhile(error)
            return False
        except UserFacing as error:
            self.show_failed(error)
            return False
        self.done.emit()
        self._context.hub.publish(outcome.changes)
        return True

    def _changed_meanwhile(self, changed: IntussenVeranderd) -> None:
        """What was typed stays, also as a draft, and what stands there now is told."""
        before = self.gezien()
        try:
            self._keeper.flush()
            now = self.reread()
        except UserFacing as error:
            self.show_failed(error)
            return
        if now is None:
            self.show_failed(changed)
        else:
            self._tell_changed(before, now)
