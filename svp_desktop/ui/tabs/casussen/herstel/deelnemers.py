"""Who is in the talk, each with a role; the people of the casus are one press away (84)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from svp_desktop.domain.herstelgesprek import Deelnemer, HerstelKeuze, HerstelRol
from svp_desktop.domain.labels import label
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.flow import Flow

_GEEN = "Nog niemand. Kies hieronder wie erbij zijn."


class Deelnemers(QWidget):
    """The list, a line for somebody else, and proposals. `changed` for every change by the user; `dropped(number)`
    right before somebody goes."""

    changed = Signal()
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._people: list[Deelnemer] = []
        self._choices: tuple[HerstelKeuze, ...] = ()
        self._rows, self._offers = col(spacing=4), col(spacing=6)
        self.naam = edit(placeholder="Iemand anders: naam", name="Naam van een deelnemer")
        self.rol = _roles(HerstelRol.GESPREKSLEIDER, "Rol van deze deelnemer")
        self.erbij = button("Erbij", "plus", small=True, tip="Deze deelnemer toevoegen")
        self.setLayout(col(self._rows, row((self.naam, 1), self.rol, self.erbij, spacing=6), self._offers, spacing=8))
        self.setFocusProxy(self.naam)
        self.erbij.clicked.connect(self._typed)
        self.naam.returnPressed.connect(self._typed)

    def people(self) -> tuple[Deelnemer, ...]:
        """Who is there now."""
        return tuple(self._people)

    def set_people(self, people: Iterable[Deelnemer]) -> None:
        """Show these, without telling."""
        self._people = list(people)
        self.naam.clear()
        self._build()

    def set_choices(self, choices: Sequence[HerstelKeuze]) -> None:
        """Who of the casus can be added."""
        self._choices = tuple(choices)
        self._build()

    def _build(self) -> None:
        clear(self._rows)
        clear(self._offers)
        for number, person in enumerate(self._people):
            self._rows.addWidget(self._line(number, person))
        if not self._people:
            self._rows.addWidget(Label(_GEEN, "muted", wrap=True))
        there = {(item.persoon_id, item.naam) for item in self._people}
        left = [(n, it) for n, it in enumerate(self._choices) if (it.persoon_id, it.naam) not in there]
        made = []
        for number, item in left:
            offer = button(item.naam, "plus", small=True, elide=True, tip=f"Toevoegen als {label(item.rol)}")
            offer.setProperty("keuze", number)
            offer.clicked.connect(self._offered)
            made.append(offer)
        if made:
            self._offers.addWidget(Label("Uit deze casus", "label"))
            self._offers.addWidget(Flow(*made, gap=6))

    def _line(self, number: int, person: Deelnemer) -> QWidget:
        role = _roles(person.rol, f"Rol van {person.naam}")
        role.setProperty("nummer", number)
        role.activated.connect(self._role_chosen)
        drop = tool("x", f"Weghalen: {person.naam}", small=True)
        drop.setProperty("nummer", number)
        drop.clicked.connect(self._dropped)
        return holder(row((ElidedLabel(person.naam), 1), role, drop, spacing=6))

    def _number(self) -> int:
        sender = self.sender()
        return int(sender.property("nummer")) if sender is not None else -1

    @Slot()
    def _role_chosen(self) -> None:
        sender, number = self.sender(), self._number()
        if isinstance(sender, QComboBox):
            self._people[number] = replace(self._people[number], rol=HerstelRol(sender.currentData()))
            self.changed.emit()

    @Slot()
    def _dropped(self) -> None:
        number = self._number()
        self.dropped.emit(number)
        del self._people[number]
        self._build()
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _offered(self) -> None:
        sender = self.sender()
        if sender is not None:
            item = self._choices[int(sender.property("keuze"))]
            self._add(Deelnemer(item.rol, item.naam, item.persoon_id))

    @Slot()
    def _typed(self) -> None:
        name = " ".join(self.naam.text().split())
        if name:
            self._add(Deelnemer(HerstelRol(self.rol.currentData()), name))

    def _add(self, person: Deelnemer) -> None:
        self._people.append(person)
        self.naam.clear()
        self._build()
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _roles(chosen: HerstelRol, name: str) -> QComboBox:
    made = QComboBox()
    for role in HerstelRol:
        made.addItem(label(role), role.value)
    made.setCurrentIndex(list(HerstelRol).index(chosen))
    made.setAccessibleName(name)
    made.setFixedWidth(scaled(140))
    guard_wheel(made)
    return made
