"""The filters of *Wie deed wat*: period, who, kind of action, and one record that everything is about."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QEvent, QRegularExpression, QTimer, Signal, Slot
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.school import schooljaar, schooljaar_grenzen
from svp_desktop.domain.spoor import Onderwerp, SpoorAccount, SpoorFilter, SpoorGroep
from svp_desktop.ui.tabs.spoor.woorden import GROEPEN
from svp_desktop.ui.theme import scaled, set_icon
from svp_desktop.ui.widgets.base import MIDDLE, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.picks import OneOf, Picks

_TYPING, _LINE = 300, 112


class Periode(Enum):
    """Which days; `ANDERE` shows two fields for a first and a last day."""

    ALLES = "alles"
    WEEK = "week"
    MAAND = "maand"
    SCHOOLJAAR = "schooljaar"
    CONTROLE = "controle"
    ANDERE = "andere"


_PERIODEN = (
    (Periode.ALLES.value, "Alle dagen"),
    (Periode.CONTROLE.value, "sinds het vorige nakijken"),
    (Periode.WEEK.value, "laatste 7 dagen"),
    (Periode.MAAND.value, "laatste 31 dagen"),
    (Periode.SCHOOLJAAR.value, "dit schooljaar"),
    (Periode.ANDERE.value, "zelf kiezen"),
)
_IEDEREEN = ("", "Iedereen")


class SpoorFilterBar(QWidget):
    """What the list shows. `changed()` after every change by the user; `line_wanted(number)` to go to one line."""

    changed = Signal()
    line_wanted = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._since: date | None = None
        self._over: tuple[Onderwerp, str] | None = None
        self.periode, self.wie = OneOf("Periode", _PERIODEN), OneOf("Wie", [_IEDEREEN])
        self.groepen = Picks("Soort", tuple(SpoorGroep), GROEPEN.__getitem__)
        self.over = Chip("")
        set_icon(self.over, "x", "accent", 14, 4)
        self.over.setToolTip("Weer alles tonen")
        self.over.hide()
        self.count = Label("", "muted")
        self.regel = edit(placeholder="Naar regel…", width=scaled(_LINE), name="Naar de regel met dit nummer")
        self.regel.setValidator(QRegularExpressionValidator(QRegularExpression(r"[\d.]{0,13}"), self.regel))
        self.van, self.tot = (DateEdit(today, optional=True, name=name) for name in ("Van", "Tot en met"))
        self._days = holder(row(Label("Van"), self.van, Label("tot en met"), self.tot, None, spacing=8))
        self._days.hide()
        chips = Flow(self.periode.chip, self.wie.chip, self.groepen.chip, self.over, gap=8)
        self.setLayout(col(row((chips, 1), (self.count, MIDDLE), spacing=12), self._days, spacing=8))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._connect()

    def _connect(self) -> None:
        self.periode.changed.connect(self._period)
        self.wie.changed.connect(self.changed)
        self.groepen.changed.connect(self.changed)
        self.over.clicked.connect(self._everything)
        self.regel.returnPressed.connect(self._go)
        self._typing.timeout.connect(self.changed)
        for day in (self.van, self.tot):
            day.edited.connect(self._typing.start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.regel.setFixedWidth(scaled(_LINE))

    def set_accounts(self, accounts: Sequence[SpoorAccount]) -> None:
        """Who can be chosen; the choice stays where it can."""
        self.wie.set_options([_IEDEREEN, *((account.id, account.naam) for account in accounts)], self.wie.value())

    def set_groups(self, groups: Collection[SpoorGroep]) -> None:
        """Which kinds of action there can be."""
        self.groepen.offer(groups)

    def set_since(self, day: date | None) -> None:
        """The day of the last review."""
        self._since = day

    def filter(self) -> SpoorFilter:
        """What is asked for now."""
        first, last = self._span()
        return SpoorFilter(
            van=first,
            tot_en_met=last,
            account_id=str(self.wie.value() or ""),
            groepen=self.groepen.chosen(),
            over=self._over,
        )

    def _span(self) -> tuple[date | None, date | None]:
        today = self._today()
        chosen = Periode(self.periode.value())
        if chosen is Periode.ANDERE:
            return self.van.day(), self.tot.day()
        if chosen is Periode.SCHOOLJAAR:
            return schooljaar_grenzen(schooljaar(today))[0], None
        days = {Periode.WEEK: 6, Periode.MAAND: 30}.get(chosen)
        if days is not None:
            return today - timedelta(days=days), None
        return (self._since if chosen is Periode.CONTROLE else None), None

    def only(self, over: tuple[Onderwerp, str], titel: str) -> None:
        """Show all that was done with one record, whoever did it and when."""
        self.widen()
        self._over = over
        self.over.setChecked(True)
        self.over.set_text(f"Alleen: {titel}")
        self.over.show()
        self.changed.emit()

    def widen(self) -> None:
        """Ask for everything, without telling."""
        self._over = None
        self.over.hide()
        self.periode.choose(Periode.ALLES.value)
        self._days.hide()
        self.wie.choose("")
        self.groepen.clear()

    def place(self) -> dict[str, object]:
        """The choices, as JSON values."""
        return {
            "periode": self.periode.value(),
            "wie": self.wie.value(),
            "groepen": sorted(group.value for group in self.groepen.chosen()),
            "van": self.van.text(),
            "tot": self.tot.text(),
        }

    def go_to(self, place: Mapping[str, object]) -> None:
        """The choices of `place`, without telling; what is no choice any more is left out."""
        self.periode.choose(str(place.get("periode", "")))
        self.wie.choose(str(place.get("wie", "")))
        wanted = place.get("groepen")
        self.groepen.set_chosen([group for group in SpoorGroep if isinstance(wanted, list) and group.value in wanted])
        self.van.setText(str(place.get("van", "")))
        self.tot.setText(str(place.get("tot", "")))
        self._days.setVisible(self.periode.value() == Periode.ANDERE.value)

    @Slot()
    def _period(self) -> None:
        own = self.periode.value() == Periode.ANDERE.value
        self._days.setVisible(own)
        if own:
            self.van.setFocus()
        self.changed.emit()

    @Slot()
    def _go(self) -> None:
        typed = self.regel.text().replace(".", "")
        if typed:
            self.line_wanted.emit(int(typed) if len(typed) < 10 else 0)

    @Slot()
    def _everything(self) -> None:
        self._over = None
        self.over.hide()
        self.changed.emit()
