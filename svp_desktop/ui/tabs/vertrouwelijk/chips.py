"""A choice of words that wrap: one of them, or as many as hold."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.flow import FlowLayout

E = TypeVar("E", bound=Enum)


class ChipKeuze(QWidget, Generic[E]):
    """Chips over an enum with their own words. `changed` only for the user; with `meer` several may be chosen."""

    changed = Signal()

    def __init__(self, options: Iterable[E], name: str, *, meer: bool = False) -> None:
        super().__init__()
        self._meer = meer
        self._chips: dict[E, Chip] = {}
        flow = FlowLayout(6)
        for option in options:
            made = Chip(label(option), check=True)
            made.clicked.connect(self._clicked)
            made.setProperty("option", option.value)
            self._chips[option] = made
            flow.addWidget(made)
        self.setLayout(flow)
        self.setAccessibleName(name)
        self.setFocusProxy(next(iter(self._chips.values())))

    def chosen(self) -> frozenset[E]:
        """The chosen ones."""
        return frozenset(option for option, chip in self._chips.items() if chip.isChecked())

    def value(self) -> E | None:
        """The one that is chosen, or None."""
        return next(iter(self.chosen()), None)

    def set_chosen(self, chosen: Iterable[E]) -> None:
        """Choose just these, without telling."""
        wanted = frozenset(chosen)
        for option, chip in self._chips.items():
            chip.setChecked(option in wanted)

    def set_value(self, value: E | None) -> None:
        """Choose this one, without telling."""
        self.set_chosen(() if value is None else (value,))

    def chips(self) -> Sequence[Chip]:
        """The chips, in order."""
        return tuple(self._chips.values())

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        if not self._meer:
            for chip in self._chips.values():
                chip.setChecked(chip is pressed)
        self.changed.emit()
