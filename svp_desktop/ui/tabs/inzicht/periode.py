"""Which days are counted: this school year, the one before, or two days that are filled in."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.inzicht import Periode, controleer, dit_schooljaar, vorig_schooljaar
from svp_desktop.ui.widgets.base import Label, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.flow import Flow

DIT, VORIG, ZELF = "dit", "vorig", "zelf"
_TYPING = 400


class PeriodeKeuze(QWidget):
    """`changed()` when the user chose other days; a message beside the fields says what is wrong with them."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        options = ((DIT, "Dit schooljaar"), (VORIG, "Vorig schooljaar"), (ZELF, "Zelf kiezen"))
        self.keuze = Segmented(options, DIT, name="Periode")
        self.van, self.tot = (DateEdit(today, optional=True, name=name) for name in ("Van", "Tot en met"))
        self.melding = Label("", "danger")
        self._dagen = holder(row(Label("Van"), self.van, Label("tot en met"), self.tot, self.melding, spacing=8))
        self._dagen.hide()
        self.setLayout(row((Flow(self.keuze, self._dagen, gap=12), 1)))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING)
        self._typing.timeout.connect(self.changed)
        self.keuze.changed.connect(self._chosen)
        for day in (self.van, self.tot):
            day.edited.connect(self._typing.start)

    def periode(self) -> Periode | None:
        """The days; None when two good ones are not filled in."""
        chosen = self.keuze.value()
        if chosen == DIT:
            return dit_schooljaar(self._today())
        if chosen == VORIG:
            return vorig_schooljaar(self._today())
        found = controleer(self.van.day(), self.tot.day())
        self.melding.setText(found.message if isinstance(found, Finding) else "")
        return None if isinstance(found, Finding) else found

    def place(self) -> dict[str, str]:
        """The choice, as JSON values."""
        return {"keuze": str(self.keuze.value()), "van": self.van.text(), "tot": self.tot.text()}

    def go_to(self, place: dict[str, str]) -> None:
        """That choice again, without telling."""
        chosen = place.get("keuze", DIT)
        self.keuze.set_value(chosen if chosen in (DIT, VORIG, ZELF) else DIT)
        self.van.setText(place.get("van", ""))
        self.tot.setText(place.get("tot", ""))
        self._dagen.setVisible(self.keuze.value() == ZELF)

    @Slot(object)
    def _chosen(self, value: object) -> None:
        self._dagen.setVisible(value == ZELF)
        if value == ZELF:
            self.van.setFocus()
        self.changed.emit()
