"""One field of the meldcode on the screen, made from its line in the table of the domain."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, VeldVorm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import row
from svp_desktop.ui.widgets.buttons import Chip, Segmented
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.flow import Flow

Woord = Callable[[Enum], str]


def kop(code: Enum) -> str:
    """The word of a choice as it stands on a button."""
    text = word(code)
    return text[:1].upper() + text[1:]


class _Keuzes(QWidget):
    """Several of an enum, as chips with a tick."""

    changed = Signal()

    def __init__(self, options: type[Enum], text: Woord) -> None:
        super().__init__()
        self._chips = {one: Chip(text(one), check=True) for one in options}
        self.setLayout(row((Flow(*self._chips.values()), 1)))
        for chip in self._chips.values():
            chip.clicked.connect(self.changed)

    def chip(self, option: Enum) -> Chip:
        """The chip of one choice."""
        return self._chips[option]

    def value(self) -> frozenset[Enum]:
        """The ticked ones."""
        return frozenset(one for one, chip in self._chips.items() if chip.isChecked())

    def show_value(self, value: frozenset[Enum]) -> None:
        """Tick just these, without telling."""
        for one, chip in self._chips.items():
            chip.setChecked(one in value)


class Vak(QObject):
    """A field with its widget. `changed` only for the user."""

    changed = Signal()

    def __init__(self, veld: MeldcodeVeld, today: Callable[[], date], text: Woord = kop) -> None:
        super().__init__()
        self.veld, self._today = veld, today
        self.widget = self._make(text)
        self.field = Field(veld.label, self.widget, hint=veld.hulp)
        self.changed.connect(self._answered)

    def _make(self, text: Woord) -> QWidget:
        vorm, options = self.veld.vorm, self.veld.opties
        if vorm is VeldVorm.TEKST:
            area = Area(height=scaled(84))
            area.textChanged.connect(self.changed)
            return area
        if vorm in (VeldVorm.DATUM, VeldVorm.LATER):
            day = DateEdit(self._today, optional=True, komend=vorm is VeldVorm.LATER)
            day.setMaximumWidth(scaled(220))
            day.edited.connect(self.changed)
            return day
        if vorm is VeldVorm.TIJD:
            moment = TimeEdit(optional=True)
            moment.edited.connect(self.changed)
            return moment
        if options is None:
            line = edit()
            line.textEdited.connect(self.changed)
            return line
        return self._choice(options, text)

    def _choice(self, options: type[Enum], text: Woord) -> QWidget:
        if self.veld.vorm is VeldVorm.MEER:
            several = _Keuzes(options, text)
            several.changed.connect(self.changed)
            return several
        if self.veld.vorm is VeldVorm.LIJST:
            box = QComboBox()
            box.addItem("Kies …", None)
            for one in options:
                box.addItem(text(one), one.value)
            guard_wheel(box)
            box.activated.connect(self.changed)
            return box
        parts = Segmented([(one, text(one)) for one in options], name=self.veld.label)
        parts.changed.connect(self.changed)
        return parts

    @Slot()
    def _answered(self) -> None:
        """What was wrong with the earlier text says nothing about this one."""
        if self.field.message():
            self.field.show_finding(None)

    def value(self) -> Any:
        """What the field holds, as the draft keeps it."""
        widget = self.widget
        if isinstance(widget, DateEdit):
            return self._day(widget.text().strip())
        if isinstance(widget, QLineEdit | Area):
            return widget.text()
        if isinstance(widget, QComboBox):
            code = widget.currentData()
            return self.veld.opties(code) if code and self.veld.opties else None
        assert isinstance(widget, _Keuzes | Segmented)
        return widget.value()

    def _day(self, text: str) -> str:
        """A day that the field wrote out with its weekday is the same day as it was recorded."""
        found = datums.parse_datum(text, self._today())
        return datums.kort(found) if isinstance(found, date) and datums.lijst(found) == text else text

    def show(self, value: Any) -> None:
        """Show this value, without telling."""
        widget = self.widget
        if isinstance(widget, _Keuzes):
            widget.show_value(value)
        elif isinstance(widget, Segmented):
            widget.set_value(value)
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(max(0, widget.findData(value.value if value else None)))
        else:
            assert isinstance(widget, QLineEdit | Area)
            widget.setText(value)
            if isinstance(widget, QLineEdit):
                widget.setCursorPosition(0)
