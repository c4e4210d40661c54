"""The list of what waits: all of it or one of the counts above it, and no more at once than a page shows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from svp_desktop.domain.datums import dag_kort
from svp_desktop.services.vandaag import Wanneer, wanneer
from svp_desktop.services.werkplek import TaakRegel
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, clear, col, row
from svp_desktop.ui.widgets.buttons import link

#: As many lines as there is room for beside the chart.
MOST = 10
_WAARHEEN = {
    "": "de casus", "signalen": "signalen en overleg", "incidenten": "het incident", "inzicht": "de preventie",
    "pesten": "de pestzaak", "meldcode": "het meldcode-dossier",
}  # fmt: skip
_NIETS = {
    None: "Er is niets gepland. Plan een actie vanuit een casus.",
    Wanneer.TE_LAAT: "Er is niets te laat.",
    Wanneer.VANDAAG: "Er staat niets voor vandaag.",
    Wanneer.DEZE_WEEK: "Er staat niets meer voor deze week.",
}


class TakenLijst(QWidget):
    """`opened(TaakRegel)` when a line is pressed; `changed` when more or fewer lines were asked for."""

    opened = Signal(object)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        #: Everything is shown, not only the first lines.
        self.alles = False
        self._lines = col(spacing=2)
        self.meer = link("")
        self.meer.clicked.connect(self._turn)
        self.setLayout(col(self._lines, row(self.meer, None), spacing=4))

    def show_tasks(self, tasks: Sequence[TaakRegel], welke: Wanneer | None, today: date) -> None:
        """The lines of this moment; None is everything that waits."""
        chosen = [task for task in tasks if welke is None or wanneer(task, today) is welke]
        clear(self._lines)
        for task in chosen if self.alles else chosen[:MOST]:
            self._lines.addLayout(self._line(task, today))
        if not chosen:
            self._lines.addWidget(Label(_NIETS[welke], "muted", wrap=True))
        self.meer.setVisible(len(chosen) > MOST)
        self.meer.setText("Minder tonen" if self.alles else f"Alle {len(chosen)} tonen")

    def _line(self, task: TaakRegel, today: date) -> QLayout:
        title = link(task.titel, tip=f"Naar {_WAARHEEN[task.pagina]}")
        title.setProperty("task", task)
        title.clicked.connect(self._open)
        state = Icon("triangle-alert", "danger", 15, "te laat") if task.te_laat else Icon("circle", "control", 15)
        due = Label(_due(task, today), "danger" if task.te_laat else "muted")
        return row(state, title, (ElidedLabel(task.zin, "muted"), 1), due, spacing=8)

    @Slot()
    def _turn(self) -> None:
        self.alles = not self.alles
        self.changed.emit()

    @Slot()
    def _open(self) -> None:
        line = self.sender()
        if isinstance(line, QAbstractButton):
            self.opened.emit(line.property("task"))


def _due(task: TaakRegel, today: date) -> str:
    late = (today - task.datum).days
    if task.te_laat:
        return f"{late} {'dag' if late == 1 else 'dagen'} te laat"
    return "vandaag" if late >= 0 else dag_kort(task.datum)
