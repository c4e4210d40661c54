"""The filters above the list: search as you type, chips, the live count and the one filled button."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from svp_desktop.domain.incident import IncidentFilter, Mand, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import schooljaar
from svp_desktop.ui.tabs.incidenten.woorden import aantal_zin
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import MIDDLE, Label
from svp_desktop.ui.widgets.buttons import Chip, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.picks import Picks

LEAST_LETTERS, ONE_LINE, SEARCH = 2, 1180, 250
ALLE_JAREN = "Alle schooljaren"


class FilterBar(QWidget):
    """What the list shows. `changed()` after every change by the user, `new_wanted()` for *Nieuw incident*."""

    changed = Signal()
    new_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, today: date, soort_label: Callable[[Soort], str]) -> None:
        super().__init__()
        self.search = SearchEdit("Zoek in incidenten…")
        self.search.setFixedWidth(scaled(SEARCH))
        self._years = self._year_chip(today)
        self._manden = Picks("Mand", tuple(Mand), label)
        self._soorten = Picks("Soort", tuple(Soort), soort_label)
        self.twijfel, self.zonder_casus, self.prullenbak = Chip("Twijfel"), Chip("Zonder casus"), Chip("Prullenbak")
        self.count = Label("", "muted")
        self.new = primary("Nieuw incident", "plus", tip="Nieuw incident (Ctrl+N)")
        self._chips = Flow(
            self._years, self._manden.chip, self._soorten.chip, self.twijfel, self.zonder_casus, self.prullenbak, gap=8
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self.count, 0, 2, MIDDLE)
        self._grid.addWidget(self.new, 0, 3)
        self._one_line: bool | None = None
        self._searched = ""
        self._connect()
        self._arrange(one_line=True)

    def _year_chip(self, today: date) -> Chip:
        this = schooljaar(today)
        start = int(this[:4])
        chip = Chip("Dit schooljaar")
        menu, self._year_group = QMenu(), QActionGroup(self)
        names = [(f"Dit schooljaar ({this})", this)]
        names += [(f"{start - back}-{start - back + 1}", f"{start - back}-{start - back + 1}") for back in (1, 2, 3)]
        for text, year in (*names, (ALLE_JAREN, "")):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(year == this)
            action.setData(year)
            self._year_group.addAction(action)
        self._this_year = this
        self._year_group.triggered.connect(self._picked_year)
        chip.set_menu(menu)
        chip.setChecked(True)
        chip.toggled.connect(self._keep_year)
        return chip

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searching)
        self._manden.changed.connect(self.changed)
        self._soorten.changed.connect(self.changed)
        for chip in (self.twijfel, self.zonder_casus, self.prullenbak):
            chip.clicked.connect(self.changed)
        self.new.clicked.connect(self.new_wanted)

    def filter(self) -> IncidentFilter:
        """What is asked for now."""
        return IncidentFilter(
            zoek=self._words(),
            schooljaar=self._year(),
            manden=self._manden.chosen(),
            soorten=self._soorten.chosen(),
            alleen_twijfel=self.twijfel.isChecked(),
            zonder_casus=self.zonder_casus.isChecked(),
            prullenbak=self.prullenbak.isChecked(),
        )

    def pick_mand(self, mand: Mand) -> None:
        """Tick a mand, as its menu does."""
        self._manden.pick(mand)

    def widen(self) -> None:
        """Ask for everything, without telling: no words, all years, no chips."""
        self._searched = ""
        self.search.clear()
        self._manden.clear()
        self._soorten.clear()
        for chip in (self.twijfel, self.zonder_casus, self.prullenbak):
            chip.setChecked(False)
        self._year_group.actions()[-1].setChecked(True)
        self._say_year()

    def place(self) -> dict[str, Any]:
        """What is asked for, as JSON values."""
        return {
            "zoek": self.search.text(),
            "jaar": self._year(),
            "manden": sorted(mand.value for mand in self._manden.chosen()),
            "soorten": sorted(soort.value for soort in self._soorten.chosen()),
            "chips": [chip.isChecked() for chip in (self.twijfel, self.zonder_casus, self.prullenbak)],
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Ask for that again, without telling."""
        self.blockSignals(True)
        self.widen()
        self.search.setText(place["zoek"])
        for value in place["manden"]:
            self._manden.pick(Mand(value))
        for value in place["soorten"]:
            self._soorten.pick(Soort(value))
        for chip, on in zip((self.twijfel, self.zonder_casus, self.prullenbak), place["chips"], strict=True):
            chip.setChecked(on)
        for action in self._year_group.actions():
            if action.data() == place["jaar"]:
                action.setChecked(True)
        self._say_year()
        self.blockSignals(False)

    def show_count(self, shown: int, total: int) -> None:
        """The live count."""
        self.count.setText(aantal_zin(shown, total))

    def _words(self) -> str:
        typed = self.search.text().strip()
        return typed if len(typed) >= LEAST_LETTERS else ""

    def _year(self) -> str:
        return str(self._year_group.checkedAction().data())

    @Slot()
    def _searching(self) -> None:
        # one letter, or a space at the end, asks for nothing new
        if self._words() != self._searched:
            self._searched = self._words()
            self.changed.emit()

    @Slot()
    def _picked_year(self) -> None:
        self._say_year()
        self.changed.emit()

    def _say_year(self) -> None:
        year = self._year()
        self._years.set_text("Dit schooljaar" if year == self._this_year else year or ALLE_JAREN)
        self._years.setChecked(bool(year))

    @Slot()
    def _keep_year(self) -> None:
        self._years.setChecked(bool(self._year()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.setFixedWidth(scaled(SEARCH))
        self._arrange(one_line=self.width() >= scaled(ONE_LINE))

    def _arrange(self, *, one_line: bool) -> None:
        if one_line == self._one_line:
            return
        self._one_line = one_line
        self._grid.removeWidget(self._chips)
        if one_line:
            self._grid.addWidget(self._chips, 0, 1, MIDDLE)
        else:
            self._grid.addWidget(self._chips, 1, 0, 1, 4)
        self._grid.setColumnStretch(1, 1)
