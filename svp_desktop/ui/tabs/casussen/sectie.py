"""What a section of the casus page is: one part of the dossier (people, talks, thuis-school) in its own widget."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus import Casus
from svp_desktop.ui.context import Context


class SectieWidget(QWidget):
    """One section. It reads and writes by itself; the page only tells which casus is shown.

    What is half typed is kept as a draft whose key is "<concept of the section>:<casus id>" with more parts if need be.
    `action_opened(id)` and `action_done(id)` ask the page for an action of the casus, `record_wanted(key)` for what
    another section has under the key of a draft, `paper_wanted` for a paper: the code of its kind with the id of its
    source.
    """

    action_opened = Signal(int)
    action_done = Signal(int)
    record_wanted = Signal(str)
    paper_wanted = Signal(str)

    def show_casus(self, casus: Casus) -> None:
        """Show this casus, also when it is the same one again and something changed; what is being typed stays."""
        raise NotImplementedError

    def flush_draft(self) -> None:
        """Write what is being typed into the kluis, at once. Raises when it cannot be written."""

    def resume(self, sleutel: str) -> None:
        """Go on with the draft of this key; the casus of it is shown already."""

    def draft_key(self) -> str:
        """Key of the draft that is being typed in front, or ""."""
        return ""

    def primary_new(self) -> bool:
        """Ctrl+N: begin something new of this section; False when it has nothing of its own to begin."""
        return False

    def go_back(self) -> bool:
        """Escape: out of a form of the section; False when there is none."""
        return False


class Sectie(NamedTuple):
    """A section in the row above the casus; `concept` is the first part of the keys of its drafts, or ""."""

    code: str
    titel: str
    concept: str
    factory: Callable[[Context], SectieWidget]
