"""The four questions of the plan, with writing room for each participant (84)."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from svp_desktop.domain.herstelgesprek import VRAGEN, Antwoorden, Deelnemer
from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.base import Label, clear, col
from svp_desktop.ui.widgets.fields import Area, Field

_EERST = "Voeg eerst toe wie erbij zijn. Dan krijgt iedereen hier ruimte bij elke vraag."


class VierVragen(QWidget):
    """Question by question, two participants beside each other. `edited` for every change by the user."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[Deelnemer, ...] = ()
        self._areas: dict[tuple[int, str], Area] = {}
        self._body = col(spacing=12)
        self.setLayout(self._body)

    def answered(self, people: Iterable[Deelnemer]) -> tuple[Deelnemer, ...]:
        """These participants with what stands here for them."""
        shown = {(item.persoon_id, item.naam): number for number, item in enumerate(self._people)}
        found = []
        for item in people:
            number = shown.get((item.persoon_id, item.naam))
            if number is not None and (number, next(iter(VRAGEN))) in self._areas:
                texts = {name: self._areas[number, name].text() for name in VRAGEN}
                found.append(replace(item, antwoorden=Antwoorden(**texts)))
            else:
                found.append(item)
        return tuple(found)

    def set_people(self, people: tuple[Deelnemer, ...]) -> None:
        """Room for these, with their answers, without telling."""
        clear(self._body)
        self._people, self._areas = people, {}
        tellers = [(number, item) for number, item in enumerate(people) if item.vertelt or item.antwoorden.gegeven]
        if not tellers:
            self._body.addWidget(Label(_EERST, "muted", wrap=True))
            return
        for name, question in VRAGEN.items():
            self._body.addWidget(Label(question, "h3"))
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(10)
            for position, (number, item) in enumerate(tellers):
                area = Area(getattr(item.antwoorden, name), height=56, name=f"{question} {item.naam}")
                area.textChanged.connect(self.edited)
                self._areas[number, name] = area
                field = Field(f"{item.naam}, {label(item.rol)}", area)
                grid.addWidget(field, position // 2, position % 2)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            self._body.addLayout(grid)

    def area(self, number: int, name: str) -> Area:
        """The room of one participant at one question (the name of a field of Antwoorden)."""
        return self._areas[number, name]
