"""The table of backups: when, where, proven or not, how large."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.reservekopie import KopieRegel, KopieStaat, grootte_in_woorden, moment_in_woorden
from svp_desktop.ui.widgets.base import col, framed
from svp_desktop.ui.widgets.table import CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel


class _Rij(NamedTuple):
    id: int
    regel: KopieRegel
    school: str


def staat_in_woorden(regel: KopieRegel, nu: datetime) -> str:
    """Gecontroleerd and when, or why not."""
    if regel.staat is KopieStaat.GECONTROLEERD and regel.gecontroleerd_op is not None:
        # a file that did not change is the same copy, proven before this backup was made
        later = regel.gecontroleerd_op >= regel.gemaakt_op
        return f"gecontroleerd, {moment_in_woorden(regel.gecontroleerd_op, nu)}" if later else "gecontroleerd"
    return regel.staat.value


class KopieLijst(QWidget):
    """Backups, newest first; `plek` and `school` add a column each. `opened()` on Enter and double click."""

    opened = Signal()

    def __init__(self, clock: Callable[[], datetime], *, plek: bool = False, school: bool = False) -> None:
        super().__init__()
        self._rows: list[_Rij] = []
        when = Column("Gemaakt", lambda row: moment_in_woorden(row.regel.gemaakt_op, clock()).capitalize())
        where = Column("Waar", lambda row: row.regel.plek.value.capitalize())
        name = Column("School", lambda row: row.school)
        state = Column("Controle", lambda row: staat_in_woorden(row.regel, clock()).capitalize())
        size = Column("Grootte", lambda row: grootte_in_woorden(row.regel.grootte))
        parts = [
            (when, CellKind.STRONG, "Wo 25 nov 2025 16.02"),
            *([(where, CellKind.TEXT, "Deze computer")] if plek else []),
            *([(name, CellKind.TEXT, "De Regenboog, Oost")] if school else []),
            (state, CellKind.TEXT, "Gecontroleerd, wo 25 nov 16.02"),
            (size, CellKind.MUTED, "123,4 MB"),
        ]
        self._model = WindowedModel([part[0] for part in parts], lambda ids: [self._rows[number] for number in ids])
        self.table = Table(self._model, [part[1] for part in parts], name="Reservekopieën")
        self.table.set_widths([part[2] for part in parts])
        self.table.opened.connect(self.opened)
        self.setLayout(col((framed(self.table), 1)))
        self.setFocusProxy(self.table)

    def show_lines(self, regels: Sequence[KopieRegel], scholen: Sequence[str] = ()) -> None:
        """Show these, with the names of their schools."""
        names = list(scholen) or [""] * len(regels)
        found = zip(regels, names, strict=True)
        self._rows = [_Rij(number, regel, school) for number, (regel, school) in enumerate(found)]
        self._model.set_ids(range(len(self._rows)))
        self.table.select(0)

    def current(self) -> int:
        """The place of the chosen line, or -1."""
        return self.table.current()
