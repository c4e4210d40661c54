"""The children of a parent: each with its relation and whether this parent has gezag."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton, QWidget

from svp_desktop.domain.school import OuderVan
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, clear, col, row
from svp_desktop.ui.widgets.buttons import tool
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.suggest import Find, PersonPicker


class Kinderen(QWidget):
    """`edited` after every change by the user."""

    edited = Signal()

    def __init__(self, find_pupil: Find, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._name_of = name_of
        self._parts: dict[int, tuple[QLineEdit, QCheckBox]] = {}
        self._list = col(spacing=4)
        self._picker = PersonPicker(find_pupil, placeholder="Kind toevoegen: twee letters is genoeg")
        self._picker.chosen.connect(self._add)
        self.setLayout(col(self._list, self._picker, spacing=6))

    def lines(self) -> tuple[OuderVan, ...]:
        """The children as they stand there."""
        return tuple(
            OuderVan(child, relation.text().strip(), custody.isChecked())
            for child, (relation, custody) in self._parts.items()
        )

    def load(self, lines: Sequence[OuderVan]) -> None:
        """Show these children."""
        clear(self._list)
        self._parts = {}
        for line in lines:
            name = self._name_of(line.leerling_id)
            relation = edit(line.relatie, placeholder="moeder, vader, …", name=f"Relatie met {name}")
            relation.setFixedWidth(scaled(120))
            relation.textEdited.connect(self._touched)
            custody = QCheckBox("gezag")
            custody.setChecked(line.gezag)
            custody.setAccessibleName(f"Gezag over {name}")
            custody.clicked.connect(self._touched)
            remove = tool("x", f"{name} weghalen", small=True)
            remove.setProperty("kind", line.leerling_id)
            remove.clicked.connect(self._remove)
            self._list.addLayout(row((ElidedLabel(name), 1), relation, custody, remove, spacing=8))
            self._parts[line.leerling_id] = (relation, custody)

    @Slot(int)
    def _add(self, child: int) -> None:
        if child not in self._parts:
            self.load((*self.lines(), OuderVan(child)))
            self.edited.emit()

    @Slot()
    def _remove(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QToolButton):
            child = pressed.property("kind")
            self.load([line for line in self.lines() if line.leerling_id != child])
            self.edited.emit()

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
