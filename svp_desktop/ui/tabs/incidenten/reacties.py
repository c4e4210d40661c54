"""What the plan asks in the chosen mand, as ticks in the school's own words (demands 53-58)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from svp_desktop.domain.incident import IncidentDraft, Mand
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.ui.tabs.incidenten.kinds import Rove
from svp_desktop.ui.tabs.incidenten.message import Message
from svp_desktop.ui.widgets.base import Label, clear, col, row
from svp_desktop.ui.widgets.dates import DateEdit


class Reacties(QWidget):
    """The ticks of the mand; with rood also the acts that the plan names and the day on which the school comes back.

    A tick of another mand, or in words that the school no longer uses, keeps standing: what is filled in is never
    hidden. `edited` after every change by the user.
    """

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._instellingen = Instellingen()
        self._mand: Mand | None = None
        self._boxes: dict[str, QCheckBox] = {}
        self._own: tuple[str, ...] = ()
        self._placed: dict[QGridLayout, list[QCheckBox]] = {}
        #: what Tab leaves last before it comes here: what is made later would stand at the end of the window
        self.before: QWidget | None = None
        self._head, self._count = Label("", "h3"), Label("", "small")
        self._ticks = _grid()
        self._more_head = Label("Mogelijke acties, na overleg met het netwerk", "h3", wrap=True)
        self._acts = _grid()
        self.terugkomen_op = DateEdit(today, optional=True, komend=True, name="Terugkomen op")
        self._back_word = Label("Terugkomen op", "label")
        self._back_word.setBuddy(self.terugkomen_op)
        self.melding = Message()
        self._back = QWidget()
        self._back.setLayout(col(row(self._back_word, (self.terugkomen_op, 1)), self.melding, spacing=3))
        self.setLayout(
            col(
                row((self._head, 1), self._count), self._ticks, self._more_head, self._acts, self._back, spacing=5,
                margins=(0, 4, 0, 0),
            )
        )  # fmt: skip
        self.terugkomen_op.edited.connect(self.edited)
        self.terugkomen_op.checked.connect(self.melding.show_text)
        self._rebuild(())

    def set_school(self, instellingen: Instellingen) -> None:
        """The words in force; what was ticked stays ticked."""
        self._instellingen = instellingen
        self._rebuild(self.ticked())

    def load(self, draft: IncidentDraft) -> None:
        """Show the ticks of this draft."""
        self._mand = draft.mand
        self.terugkomen_op.setText(draft.terugkomen_op)
        self.terugkomen_op.finish()
        self._rebuild(draft.reacties)

    def show_mand(self, mand: Mand | None) -> None:
        """The list of another mand."""
        if mand is not self._mand:
            self._mand = mand
            self._rebuild(self.ticked())

    def ticked(self) -> tuple[str, ...]:
        """The ticked responses, in the words that stand here."""
        return tuple(word for word, box in self._boxes.items() if box.isChecked())

    def boxes(self) -> dict[str, QCheckBox]:
        """The ticks, by their words."""
        return dict(self._boxes)

    def stops(self) -> list[QWidget]:
        """What Tab walks, in order."""
        return [*self._boxes.values(), self.terugkomen_op]

    def count(self) -> str:
        """The live count: "3 van 6"."""
        return self._count.text()

    def _rebuild(self, ticked: Iterable[str]) -> None:
        chosen = tuple(ticked)
        own = self._instellingen.lijst(f"reacties.{self._mand.value}") if self._mand else ()
        acts = self._instellingen.lijst("interventies.rood") if self._mand is Mand.ROOD else ()
        rest = tuple(word for word in chosen if word not in own and word not in acts)
        had = self._boxes
        if (*own, *rest, *acts) == tuple(had) and chosen == self.ticked():
            self._say()
            return
        self._boxes = {}
        self._fill(self._ticks, (*own, *rest), chosen)
        self._fill(self._acts, acts, chosen)
        self._own = own
        self._keys = Rove(list(self._boxes.values()), self)
        self._more_head.setVisible(bool(acts))
        self._say()
        order = self.stops() if self.before is None else [self.before, *self.stops()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _fill(self, grid: QGridLayout, words: Iterable[str], chosen: tuple[str, ...]) -> None:
        clear(grid)
        made = []
        for word in dict.fromkeys(words):
            if word in self._boxes:
                continue
            box = QCheckBox(word.replace("&", "&&"))
            box.setAccessibleName(word)
            box.setToolTip(word)
            box.setChecked(word in chosen)
            box.toggled.connect(self._toggled)
            self._boxes[word] = box
            made.append(box)
        self._placed[grid] = made
        self._place(grid, made)
        for box in made:
            box.show()

    def _place(self, grid: QGridLayout, boxes: Sequence[QCheckBox]) -> None:
        """Two beside each other where both can be read whole, otherwise below each other."""
        lines = max(1, -(-len(boxes) // 2))
        halves = boxes[:lines], boxes[lines:]
        wide = (
            sum(max((box.sizeHint().width() for box in half), default=0) for half in halves) + grid.horizontalSpacing()
        )
        columns = 2 if wide <= self.width() else 1
        lines = lines if columns == 2 else max(1, len(boxes))
        grid.setColumnStretch(columns - 1, 1)
        grid.setColumnStretch(2 - columns, 0)
        for number, box in enumerate(boxes):
            # an own word of the school may be long: it gives way instead of widening the page
            last = number // lines == columns - 1
            across = QSizePolicy.Policy.Ignored if last else QSizePolicy.Policy.Minimum
            box.setSizePolicy(across, QSizePolicy.Policy.Fixed)
            grid.addWidget(box, number % lines, number // lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for grid, boxes in self._placed.items():
                self._place(grid, boxes)

    def _say(self) -> None:
        own = tuple(word for word in self._boxes if self._mand and word in self._own)
        ticked = sum(self._boxes[word].isChecked() for word in own)
        self._head.setText(f"Dit hoort bij {label(self._mand).lower()}" if own and self._mand else "Gedaan")
        self._count.setText(f"{ticked} van {len(own)}" if own else "")
        self._back.setVisible(self._mand is Mand.ROOD or bool(self.terugkomen_op.text()))
        self.setVisible(bool(self._boxes) or not self._back.isHidden())

    @Slot()
    def _toggled(self) -> None:
        self._say()
        self.edited.emit()


def _grid() -> QGridLayout:
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(8)
    made.setVerticalSpacing(4)
    return made
