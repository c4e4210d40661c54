"""Nog niet in Esis: every child of an incident of whom nothing stands in the kinddossier yet (demands 22, 23)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.esis import EsisRegel
from svp_desktop.ui.context import Context, TabPage
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
_KINDS = (CellKind.TEXT, CellKind.TEXT, CellKind.STRONG, CellKind.TEXT, CellKind.TEXT)


class EsisTab(TabPage):
    """The oldest on top; a line opens its incident, where the text is copied."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[EsisRegel, ...] = ()
        self._stale, self._scale = False, LOOK.scale
        self.model: WindowedModel[EsisRegel] = WindowedModel(_COLUMNS, self._fetch)
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
        """Read the list again; the chosen line stays chosen."""
        self._stale = False
        position = max(0, self.table.current())
        try:
            self._rows = self._context.werkplek.esis.open()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.model.set_ids([regel.id for regel in self._rows])
        found = len(self._rows)
        count = f"{thousands(found)} {'leerling' if found == 1 else 'leerlingen'}, de oudste bovenaan"
        self.titel.set_title("Nog niet in Esis", count if found else "")
        self.openen.setVisible(found > 0)
        self.midden.setCurrentIndex(0 if found else 1)
        self.table.select(min(position, found - 1))

    def _fetch(self, ids: Sequence[int]) -> Sequence[EsisRegel]:
        return [self._rows[number - 1] for number in ids]

    @Slot()
    def _open_current(self) -> None:
        self._open(self.table.current())

    @Slot(int)
    def _open(self, position: int) -> None:
        if 0 <= position < len(self._rows):
            self.show_incident_requested.emit(self._rows[position].incident_id)

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
        self.table.select(place["regel"])
