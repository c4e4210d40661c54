"""Which column of the file is what: recognised by its heading, to be changed by the user."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from svp_desktop.domain.inlezen import VELD_WOORD, VERPLICHT, Kolommen, Veld
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.notice import Notice, State


class KolommenStap(QWidget):
    """`done(Kolommen)` when the required columns are chosen, `back` for another file."""

    back = Signal()
    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._columns: Kolommen | None = None
        self.combos: dict[Veld, QComboBox] = {}
        self._examples: dict[Veld, ElidedLabel] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for column, text in enumerate(("Gegeven", "Kolom in uw bestand", "Eerste regel")):
            grid.addWidget(Label(text, "label"), 0, column)
        for number, veld in enumerate(Veld, 1):
            combo = QComboBox()
            combo.setMinimumWidth(scaled(260))
            combo.setAccessibleName(VELD_WOORD[veld])
            combo.setProperty("veld", veld.value)
            combo.activated.connect(self._chosen)
            guard_wheel(combo)
            name = Label(VELD_WOORD[veld] + (" (nodig)" if veld in VERPLICHT else ""))
            name.setBuddy(combo)
            example = ElidedLabel("", "muted")
            grid.addWidget(name, number, 0)
            grid.addWidget(combo, number, 1)
            grid.addWidget(example, number, 2)
            self.combos[veld], self._examples[veld] = combo, example
        grid.setColumnStretch(2, 1)
        self._missing = Notice(State.BLOK, "")
        self.go = primary("Verder", "arrow-right")
        other = button("Terug", "chevron-left")
        other.clicked.connect(self.back)
        self.go.clicked.connect(self._finish)
        body = card(self._missing, holder(grid), None, spacing=12)
        self.setLayout(col((body, 1), row(other, None, self.go), spacing=12))

    def show_columns(self, columns: Kolommen) -> None:
        """Show the headings of the file and what was recognised."""
        self._columns = columns
        for veld, combo in self.combos.items():
            combo.clear()
            combo.addItem("geen kolom", None)
            for number, head in enumerate(columns.koppen):
                combo.addItem(head or f"kolom {number + 1}", number)
            chosen = columns.kolom(veld)
            combo.setCurrentIndex(combo.findData(chosen))
            known = chosen is not None and chosen < len(columns.voorbeelden)
            self._examples[veld].setText(columns.voorbeelden[chosen] if known and chosen is not None else "")
        names = " en ".join(VELD_WOORD[veld].lower() for veld in columns.ontbreekt)
        self._missing.setVisible(bool(names))
        self._missing.show_message(State.BLOK, f"Kies nog de kolom voor {names}.")

    @Slot()
    def _chosen(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox) and self._columns is not None:
            self.show_columns(self._columns.met(Veld(combo.property("veld")), combo.currentData()))

    @Slot()
    def _finish(self) -> None:
        if self._columns is None:
            return
        if self._columns.ontbreekt:
            self.combos[self._columns.ontbreekt[0]].setFocus()
        else:
            self.done.emit(self._columns)
