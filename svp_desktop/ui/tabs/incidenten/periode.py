"""The chip for the school year: this and last one, one of both, or (after a reason was given) an older one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from svp_desktop.domain.school import schooljaar
from svp_desktop.ui.widgets.buttons import Chip

NU, DIT, VORIG, ALLES = "nu", "dit", "vorig", "alles"
_EARLIER = "eerder"
_YEARS_BACK = (2, 3, 4)
_USUAL = "Dit en vorig schooljaar"


class Periode(QObject):
    """`changed()` for the user's choice; `earlier_wanted()` when older years are asked for and may not be seen yet."""

    changed = Signal()
    earlier_wanted = Signal()

    def __init__(self, today: date, may_see_all: Callable[[], bool]) -> None:
        super().__init__()
        self._may_see_all = may_see_all
        self._start = int(schooljaar(today)[:4])
        self.chip = Chip(_USUAL)
        self.setParent(self.chip)
        self._menu, self._group = QMenu(), QActionGroup(self)
        self._value = NU
        self._actions: dict[str, QAction] = {}
        choices = [
            (NU, _USUAL),
            (DIT, f"Dit schooljaar ({self._year(0)})"),
            (VORIG, f"Vorig schooljaar ({self._year(1)})"),
        ]
        choices += [(self._year(back), self._year(back)) for back in _YEARS_BACK]
        for value, text in (*choices, (ALLES, "Alle schooljaren"), (_EARLIER, "Eerdere schooljaren…")):
            action = self._menu.addAction(text)
            action.setCheckable(value != _EARLIER)
            action.setData(value)
            self._actions[value] = action
            if value != _EARLIER:
                self._group.addAction(action)
        self._menu.triggered.connect(self._picked)
        self._menu.aboutToShow.connect(self._offer)
        self.chip.set_menu(self._menu)
        self.chip.toggled.connect(self._keep)
        self.choose(NU)

    def value(self) -> str:
        """What was chosen, in words that hold in another school year too (or a school year)."""
        return self._value

    def schooljaar(self) -> str:
        """The one school year that is asked for; "" for several."""
        return {NU: "", ALLES: "", DIT: self._year(0), VORIG: self._year(1)}.get(self._value, self._value)

    def years(self) -> dict[str, str]:
        """The school year of every choice that is one school year."""
        return {DIT: self._year(0), VORIG: self._year(1)} | {self._year(back): self._year(back) for back in _YEARS_BACK}

    def is_usual(self) -> bool:
        """True when nothing was chosen."""
        return self._value == NU

    def choose(self, value: str) -> None:
        """Choose without telling; what may not be seen, or is not there, becomes the usual."""
        allowed = value in self._actions and value != _EARLIER
        older = allowed and value not in (NU, DIT, VORIG)
        self._value = value if allowed and (not older or self._may_see_all()) else NU
        self._actions[self._value].setChecked(True)
        self._say()

    def pick(self, value: str) -> None:
        """Choose as the menu does."""
        self._offer()
        self._actions[value].trigger()

    def _year(self, back: int) -> str:
        return f"{self._start - back}-{self._start - back + 1}"

    @Slot()
    def _offer(self) -> None:
        everything = self._may_see_all()
        for value, action in self._actions.items():
            action.setVisible(everything != (value == _EARLIER) or value in (NU, DIT, VORIG))

    @Slot(QAction)
    def _picked(self, action: QAction) -> None:
        if action.data() == _EARLIER:
            self.earlier_wanted.emit()
        else:
            self.choose(action.data())
            self.changed.emit()

    def _say(self) -> None:
        words = {NU: _USUAL, DIT: "Dit schooljaar", VORIG: "Vorig schooljaar", ALLES: "Alle schooljaren"}
        self.chip.set_text(words.get(self._value, self._value))
        self._keep()

    @Slot()
    def _keep(self) -> None:
        self.chip.setChecked(not self.is_usual())
