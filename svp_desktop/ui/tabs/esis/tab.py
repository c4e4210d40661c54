"""Nog niet in Esis: every child of an incident of whom nothing stands in the kinddossier yet (demands 22, 23)."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.esis import EsisRegel
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.theme import LOOK, scaled
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.buttons import button, thousands
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.table import ROW, CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

_COLUMNS = (
    Column("Datum", lambda regel: datums.lijst(regel.datum)),
    Column("Incident", lambda regel: regel.nummer),
    Column("Leerling", lambda regel: regel.naam),
    Column("Groep", lambda regel: regel.groep),
    Column("Omschrijving", lambda regel: regel.omschrijving),
)
FIRST_PAGE = 200
_KINDS = (CellKind.TEXT, CellKind.TEXT, CellKind.STRONG, CellKind.TEXT, CellKind.TEXT)


class EsisTab(TabPage):
    """The oldest on top; a line opens its incident, where the text is copied."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale, self._scale = False, LOOK.scale
        self._asked = self._place = 0
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._read_ids)
        self.model: WindowedModel[EsisRegel] = WindowedModel(_COLUMNS, context.werkplek.esis.open_regels)
        self.model.setParent(self)
        self.table = Table(self.model, _KINDS, name="Nog niet in Esis")
        self.openen = button("Incident openen", "arrow-right", tip="Enter")
        self.titel = TitleRow("Nog niet in Esis", "", self.openen)
        self.leeg = EmptyState("circle-check", "Alles staat in Esis.")
        self.midden = QStackedWidget()
        for part in (framed(self.table), self.leeg):
            self.midden.addWidget(part)
        self.setLayout(col(row((self.titel, 1)), (self.midden, 1), margins=(16, 6, 16, 12), spacing=10))
        self._fit_columns()
        self.table.opened.connect(self._open)
        self.openen.clicked.connect(self._open_current)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list again, the first lines at once and all others after they are painted; the place is kept."""
        self._stale = False
        self._asked += 1
        self._place = max(0, self.table.current())
        try:
            rows = self._context.werkplek.esis.eerste_open(FIRST_PAGE)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.model.set_first(rows)
        self._show_found(len(rows), counted=len(rows) < FIRST_PAGE)
        if len(rows) == FIRST_PAGE:
            self._soon.start()

    @Slot()
    def _read_ids(self) -> None:
        number = self._asked

        def read(progress: Progress) -> tuple[int, list[int]]:
            return number, self._context.werkplek.esis.open_ids()

        self._context.tasks.run(read, self._take_ids, self._context.bar.show_error, self)

    def _take_ids(self, found: tuple[int, list[int]]) -> None:
        number, ids = found
        if number == self._asked:
            if self._place < FIRST_PAGE:
                self._place = max(0, self.table.current())
            self.model.extend(ids)
            self._show_found(len(ids), counted=True)

    def _show_found(self, found: int, *, counted: bool) -> None:
        count = f"{thousands(found)} {'leerling' if found == 1 else 'leerlingen'}, " if counted else ""
        self.titel.set_title("Nog niet in Esis", f"{count}de oudste bovenaan".capitalize() if found else "")
        self.openen.setVisible(found > 0)
        self.midden.setCurrentIndex(0 if found else 1)
        if counted or self._place < found:
            self.table.select(min(self._place, found - 1))

    @Slot()
    def _open_current(self) -> None:
        self._open(self.table.current())

    @Slot(int)
    def _open(self, position: int) -> None:
        found = self.model.row_at(position) if 0 <= position < self.model.rowCount() else None
        if found is not None:
            self.show_incident_requested.emit(found.incident_id)

    def _fit_columns(self) -> None:
        self._scale = LOOK.scale
        self.table.verticalHeader().setDefaultSectionSize(scaled(ROW))
        self.table.horizontalHeader().setFixedHeight(scaled(32))
        self.table.set_widths(("wo 24-11-2026", "2026-00000", 220, 180))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and LOOK.scale != self._scale:
            self._fit_columns()

    # -- TabPage

    def refresh(self, changes: Changes) -> None:
        """An incident or a stamp changed."""
        if changes.touches(Topic.INCIDENTEN):
            self._stale = True
            if self.isVisible():
                self.reload()

    def shown(self) -> None:
        """Read again when it must, and give the list the keyboard."""
        if self._stale:
            self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> dict[str, Any]:
        """The chosen line."""
        return {"regel": self.table.current()}

    def go_to(self, place: dict[str, Any]) -> None:
        """That line again."""
        self._place = place["regel"]
        self.table.select(min(self._place, self.model.rowCount() - 1))
