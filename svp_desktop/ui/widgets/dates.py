"""Fields for a day and a time that accept what people type: `15-9`, `gisteren`, `+7`, `1025`."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.ui.theme import color, scaled, set_icon
from svp_desktop.ui.widgets.base import col


class DateEdit(QLineEdit):
    """A day. The text is what was typed; leaving the field writes it out with its weekday, or says what is wrong by
    `checked(str)`. Arrow up and down move a day, the calendar opens with the button or Alt+Down. `edited` for every
    change by the user. Without a name it is called by the label of its Field. With `komend` it asks for a day that is
    still to come: *vrijdag* is the next one, and elsewhere the last."""

    checked = Signal(str)
    edited = Signal()

    def __init__(
        self, today: Callable[[], date], *, optional: bool = False, komend: bool = False, name: str = ""
    ) -> None:
        super().__init__()
        self._today, self._optional = today, optional
        self.set_komend(komend)
        #: False when it is only called a day: its Field knows which.
        self.named = bool(name)
        self.setAccessibleName(name or "Datum")
        self.setPlaceholderText("dag-maand")
        self.setMinimumWidth(scaled(150))
        opener = QAction("Kalender openen", self)
        set_icon(opener, "calendar", "muted")
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._typed)
        self._popup: CalendarPopup | None = None

    def set_komend(self, komend: bool) -> None:
        """From now on it asks for a day that is still to come, or not any more."""
        self._komend = komend
        self.setToolTip(f"Bijvoorbeeld 15-9, {'vrijdag' if komend else 'gisteren'} of +7")

    def text(self) -> str:
        """What was typed; a day of the week that is to come as its date, whoever reads it."""
        typed = super().text()
        day = datums.komende_weekdag(typed, self._today()) if self._komend else None
        return typed if day is None else datums.lijst(day)

    def value(self) -> date | Finding | None:
        """The day, what is wrong with the text, or None when it may stay empty."""
        if self._optional and not self.text().strip():
            return None
        return datums.parse_datum(self.text(), self._today())

    def day(self) -> date | None:
        """The day, or None when the text is no day."""
        found = self.value()
        return found if isinstance(found, date) else None

    def set_day(self, day: date | None) -> None:
        """Show this day, without telling."""
        self.setText("" if day is None else datums.lijst(day))
        self.setCursorPosition(0)

    def finish(self) -> None:
        """Write the day out with its weekday, or tell what is wrong with it."""
        found = self.value()
        if isinstance(found, Finding):
            self.checked.emit(found.message if self.text().strip() else "")
            return
        self.set_day(found)
        self.checked.emit("")

    @Slot()
    def open_calendar(self) -> None:
        """Show the calendar under the field."""
        popup = CalendarPopup(self, self.day() or self._today())
        popup.chosen.connect(self._choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        self._popup = popup

    @Slot(object)
    def _choose(self, day: date) -> None:
        self.set_day(day)
        self.checked.emit("")
        self.edited.emit()
        self.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif step and (day := self.day()):
            self._choose(date.fromordinal(day.toordinal() + step))
        else:
            super().keyPressEvent(event)


class CalendarPopup(QFrame):
    """A month under a date field; closes by itself."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, day: date) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("kalender")
        self.setProperty("card", True)
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setMinimumSize(scaled(310), scaled(250))
        self._plain_days()
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)
        for name, icon, tip in (
            ("qt_calendar_prevmonth", "chevron-left", "Vorige maand"),
            ("qt_calendar_nextmonth", "chevron-right", "Volgende maand"),
        ):
            arrow = self.calendar.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                set_icon(arrow, icon, "text")
                arrow.setToolTip(tip)
        self.setLayout(col(self.calendar, margins=(6, 6, 6, 6)))
        self.calendar.setFocus()

    def _plain_days(self) -> None:
        """Saturday and Sunday muted: red is for what is late."""
        quiet, head = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(color("muted"))
        head.setForeground(color("muted"))
        head.setBackground(color("surface"))
        self.calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, quiet)

    @Slot(QDate)
    def _pick(self, day: QDate) -> None:
        picked = date(day.year(), day.month(), day.day())
        self.close()
        self.chosen.emit(picked)


class TimeEdit(QLineEdit):
    """A time of the day; leaving the field writes `9` as 09.00 or says what is wrong by `checked(str)`."""

    checked = Signal(str)
    edited = Signal()

    def __init__(self, *, optional: bool = False, name: str = "Tijd") -> None:
        super().__init__()
        self._optional = optional
        self.setAccessibleName(name)
        self.setPlaceholderText("10.25")
        self.setFixedWidth(scaled(72))
        self.textEdited.connect(self._typed)

    def value(self) -> time | Finding | None:
        """The time, what is wrong with the text, or None when it may stay empty."""
        if self._optional and not self.text().strip():
            return None
        return datums.parse_tijd(self.text())

    def set_time(self, moment: time | None) -> None:
        """Show this time, without telling."""
        self.setText("" if moment is None else datums.tijd_kort(moment))

    @Slot()
    def _typed(self) -> None:
        self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        found = self.value()
        if isinstance(found, time):
            self.set_time(found)
        self.checked.emit(found.message if isinstance(found, Finding) and self.text().strip() else "")


class WheelGuard(QObject):
    """Keeps the mouse wheel from changing a combo box or spin box that does not have the keyboard: scrolling a form
    may not change what was filled in. Install on the widget with `guard_wheel`."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def guard_wheel(widget: QWidget) -> None:
    """Ignore the wheel on this widget unless it has the keyboard."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelGuard(widget))
