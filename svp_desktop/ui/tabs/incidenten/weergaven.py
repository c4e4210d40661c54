"""Saved views: the filters, columns and order of now under a name of one's own. Kept per account."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.invoer import op_een_regel
from svp_desktop.ui.context import Context
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, row
from svp_desktop.ui.widgets.buttons import Chip, Kind, button
from svp_desktop.ui.widgets.fields import edit

KEY = "incidenten.weergaven"
USUAL = "Gewone weergave"
_MOST, _LONGEST = 20, 40


class Weergaven(QWidget):
    """The row in which a view gets its name, and `chip`: the menu for the filter bar. `chosen(view)` is what `now`
    gave when it was saved, and {} for the usual view."""

    chosen = Signal(dict)

    def __init__(self, context: Context, now: Callable[[], dict[str, Any]]) -> None:
        super().__init__()
        self._context, self._now = context, now
        self._views: list[dict[str, Any]] = context.werkplek.staat.lees(KEY, [])
        self._current = ""
        self._renaming = ""
        #: the filters of the view when it was chosen
        self._base: Any = None
        self.chip = Chip("Weergaven")
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._fill)
        self.chip.set_menu(self._menu)
        self.chip.toggled.connect(self._say)
        self.naam = edit(placeholder="Bijvoorbeeld: ernstig en nog open", name="Naam van de weergave")
        self.naam.setMaxLength(_LONGEST)
        self.naam.setFixedWidth(scaled(280))
        self.keep = button("Bewaren")
        cancel = button("Annuleren", kind=Kind.QUIET)
        self.finding = Label("", "danger")
        word = Label("Naam van de weergave")
        word.setBuddy(self.naam)
        self.setLayout(row(word, self.naam, self.keep, cancel, self.finding, None))
        self.keep.clicked.connect(self._keep)
        self.naam.returnPressed.connect(self._keep)
        self.naam.textChanged.connect(self.finding.clear)
        cancel.clicked.connect(self.hide)
        self.hide()

    def names(self) -> tuple[str, ...]:
        """The saved views, in the order of the alphabet."""
        return tuple(sorted((view["naam"] for view in self._views), key=str.casefold))

    def current(self) -> str:
        """The view that was chosen last; "" for the usual one."""
        return self._current

    def menu(self) -> dict[str, QAction]:
        """What the menu offers now, by its words."""
        self._fill()
        return {action.text(): action for action in self._menu.actions() if not action.isSeparator()}

    @Slot()
    def _fill(self) -> None:
        self._menu.clear()
        for name in ("", *self.names()):
            action = self._menu.addAction((name or USUAL).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self._current)
            action.triggered.connect(lambda _=False, name=name: self.choose(name))
        self._menu.addSeparator()
        self._menu.addAction("Deze weergave bewaren…").triggered.connect(lambda: self._ask(""))
        if self._current:
            self._menu.addAction("Naam wijzigen…").triggered.connect(lambda: self._ask(self._current))
            self._menu.addAction("Weergave verwijderen").triggered.connect(self._delete)

    def choose(self, name: str) -> None:
        """Show this view ("" for the usual one)."""
        found = next((view for view in self._views if view["naam"] == name), None)
        self._current = name if found else ""
        self.chosen.emit(found["wat"] if found else {})
        self._begin()

    def _ask(self, renaming: str) -> None:
        self._renaming = renaming
        self.naam.setText(renaming)
        self.finding.clear()
        self.show()
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
        self.naam.selectAll()

    @Slot()
    def _keep(self) -> None:
        name = op_een_regel(self.naam.text())
        if finding := self._check(name):
            self.finding.setText(finding)
            self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._renaming:
            views = [view | {"naam": name} if view["naam"] == self._renaming else view for view in self._views]
        else:
            views = [*self._views, {"naam": name, "wat": self._now()}]
        if self._write(views):
            self._current = name
            self._begin()
            self.hide()
            self._context.bar.say("Weergave bewaard.")

    def _check(self, name: str) -> str:
        taken = {view["naam"].casefold() for view in self._views if view["naam"] != self._renaming}
        if not name:
            return "Geef de weergave een naam."
        if name.casefold() in taken | {USUAL.casefold()}:
            return "Deze naam is er al. Kies een andere."
        if not self._renaming and len(self._views) >= _MOST:
            return f"U hebt al {_MOST} weergaven. Verwijder er eerst een."
        return ""

    @Slot()
    def _delete(self) -> None:
        name = self._current
        gone = next(view for view in self._views if view["naam"] == name)
        if self._write([view for view in self._views if view["naam"] != name]):
            self._current = ""
            self._say()
            self._context.bar.offer_undo("Weergave verwijderd.", lambda: self._bring_back(gone))

    def _bring_back(self, gone: dict[str, Any]) -> None:
        if gone["naam"] not in self.names() and self._write([*self._views, gone]):
            self._current = gone["naam"]
            self._say()

    def _write(self, views: list[dict[str, Any]]) -> bool:
        try:
            self._context.werkplek.staat.zet(KEY, views)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self._views = views
        return True

    def _begin(self) -> None:
        """What is shown now is the view, until the filters change."""
        self._base = self._now()["filter"]
        self._say()

    @Slot()
    def look_again(self) -> None:
        """The filters changed: with others than its own a view is no more what is in the list."""
        if self._current:
            self._say()

    @Slot()
    def _say(self) -> None:
        same = bool(self._current) and self._now()["filter"] == self._base
        changed = bool(self._current) and not same
        self.chip.set_text(f"{self._current} (anders)" if changed else self._current or "Weergaven")
        self.chip.setChecked(same)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
