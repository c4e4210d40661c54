"""The menu *Sjablonen* of the form: use a template, keep what stands there as one, take one away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from svp_desktop.ui.tabs.incidenten.sjablonen import Sjablonen

_GEBRUIK, _BEWAAR, _VERWIJDER = "gebruik", "bewaar", "verwijder"


class SjablonenMenu(QMenu):
    """`wanted(title)`, `keep_wanted()` and `away_wanted(title)`; the titles are read when the menu opens."""

    wanted = Signal(str)
    keep_wanted = Signal()
    away_wanted = Signal(str)

    def __init__(self, sjablonen: Sjablonen) -> None:
        super().__init__()
        self._sjablonen = sjablonen
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._chosen)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        kept = [name for name, _ in self._sjablonen.alle()]
        for name in kept:
            _add(self, name, _GEBRUIK, name)
        self.addSeparator()
        _add(self, "Bewaren als sjabloon, zonder namen", _BEWAAR, "")
        if kept:
            away = self.addMenu("Sjabloon verwijderen")
            for name in kept:
                _add(away, name, _VERWIJDER, name)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        verb, name = action.data()
        if verb == _BEWAAR:
            self.keep_wanted.emit()
        elif verb == _GEBRUIK:
            self.wanted.emit(name)
        else:
            self.away_wanted.emit(name)


def _add(menu: QMenu, text: str, verb: str, name: str) -> None:
    menu.addAction(text.replace("&", "&&")).setData((verb, name))
