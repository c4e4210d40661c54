"""Rows of a few short texts and ticks, for the fields of an action that hold more than one (demands 69, 70, 72)."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from svp_desktop.domain.actie_velden import VINK_AAN, ActieVeld, VeldSoort
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.fields import edit

# How wide the columns are beside each other: a name with who it is takes more than a number or a day.
_GEWOON, _BREED = 5, {"gebeld": 7, "telefoon": 6, "wat": 9}


class Rijen(QWidget):
    """A few rows of short texts and ticks; there is always an empty one to go on in. `edited` for the user."""

    edited = Signal()
    grown = Signal()

    def __init__(self, veld: ActieVeld) -> None:
        super().__init__()
        self._kolommen = veld.kolommen
        self._cells: list[list[QLineEdit | QCheckBox]] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        for number, column in enumerate(self._kolommen):
            self._grid.addWidget(Label(column.label, "small"), 0, number)
            self._grid.setColumnStretch(
                number, 0 if column.soort is VeldSoort.VINK else _BREED.get(column.code, _GEWOON)
            )
        self._more = link("Rij erbij", "plus", tight=True)
        self._more.clicked.connect(self._extra)
        self.setLayout(col(self._grid, row(self._more, None), spacing=4))
        self.set_rijen(())

    def rijen(self) -> tuple[tuple[str, ...], ...]:
        """The rows that hold something."""
        rows = (tuple(map(_cell, cells)) for cells in self._cells)
        return tuple(found for found in rows if any(part.strip() for part in found))

    def cell(self, row: int, column: int) -> QLineEdit | QCheckBox:
        """One cell, from 0."""
        return self._cells[row][column]

    def set_rijen(self, rijen: tuple[tuple[str, ...], ...]) -> None:
        """Show these rows and an empty one."""
        for cells in self._cells:
            for cell in cells:
                cell.hide()
                cell.deleteLater()
        self._cells = []
        for values in (*rijen, ()):
            self._add(values)

    @Slot()
    def _extra(self) -> None:
        self._add(())
        self._cells[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, values: tuple[str, ...]) -> None:
        number = len(self._cells) + 1
        cells: list[QLineEdit | QCheckBox] = []
        for place, column in enumerate(self._kolommen):
            value = values[place] if place < len(values) else ""
            name = f"{column.label}, rij {number}"
            if column.soort is VeldSoort.VINK:
                tick = QCheckBox()
                tick.setAccessibleName(name)
                tick.setChecked(value == VINK_AAN)
                tick.toggled.connect(self.edited)
                cells.append(tick)
            else:
                line = edit(value, name=name)
                line.setCursorPosition(0)  # of a long name the beginning is seen
                line.textEdited.connect(self._typed)
                cells.append(line)
            self._grid.addWidget(cells[-1], number, place)
        self._cells.append(cells)
        self.grown.emit()

    def order(self) -> list[QWidget]:
        """What Tab goes through: row by row, then the link."""
        return [*(cell for cells in self._cells for cell in cells), self._more]

    @Slot()
    def _typed(self) -> None:
        if any(_cell(cell).strip() for cell in self._cells[-1]):
            self._add(())
        self.edited.emit()


def _cell(cell: QLineEdit | QCheckBox) -> str:
    if isinstance(cell, QCheckBox):
        return VINK_AAN if cell.isChecked() else ""
    return cell.text()
