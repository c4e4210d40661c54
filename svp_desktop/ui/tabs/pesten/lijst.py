"""The list of pestzaken: what is late first. Names are shown only when the user asks for them: others may look on."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.pestzaak import PestFilter, PestRegel, PestStatus, PestTaak
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, Segmented, button, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.table import CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

_NOTHING = "Er loopt geen pestzaak. Maakt iemand zich zorgen? Leg de melding vast: ook twijfel telt."
_NO_CLOSED = "Er is nog geen pestzaak afgesloten."
_NO_HITS = "Geen pestzaak gevonden. Zoek op een andere naam of groep, of haal het filter weg."
_WAT_NU = 4
#: Columns that are left out under this width of the page, at the usual letters.
_ALS_HET_PAST, _ALLE_KOLOMMEN = (5, 6), 1100
_KINDS = (CellKind.STRONG, *(CellKind.TEXT,) * 3, CellKind.STATE, CellKind.TEXT, CellKind.MUTED)


def _next(item: PestRegel) -> str:
    if item.status is PestStatus.AFGESLOTEN:
        return "afgesloten"
    if item.volgende_op is None:
        return "niets gepland"
    late = "te laat, " if item.te_laat else ""
    return f"{late}{datums.dag_maand(item.volgende_op)}: {item.volgende}"


def _state(item: PestRegel) -> tuple[str, str]:
    if item.te_laat:
        return "triangle-alert", "danger"
    return ("circle-check", "ok") if item.status is PestStatus.AFGESLOTEN else ("clock", "muted")


#: By what a press on the heading of a column puts the rows in order; what has no day comes last.
_VOLGORDE: tuple[Callable[[PestRegel], Any], ...] = (
    lambda item: vouw(item.naam or item.titel),
    lambda item: vouw(item.groep),
    lambda item: list(PestTaak).index(item.taak),
    lambda item: word(item.uitkomst) if item.uitkomst else "",
    lambda item: (item.volgende_op is None, item.volgende_op or item.gemeld_op),
    lambda item: item.gemeld_op,
    lambda item: vouw(item.coordinator),
)


class PestLijst(QWidget):
    """What is late stands first, till the heading of a column is pressed.

    `filter_changed` when another list is wanted, `chosen(id)` when a line is opened, `new_wanted` for a report,
    `overview_wanted` for all of them together.
    """

    filter_changed = Signal()
    chosen = Signal(int)
    new_wanted = Signal()
    overview_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: tuple[PestRegel, ...] = ()
        self._rows: dict[int, PestRegel] = {}
        self.zoek = SearchEdit("Zoek op naam of groep")
        self.deel = Segmented([(False, "Lopend en nazorg"), (True, "Afgesloten")], False, small=True, name="Welke")
        self.te_laat, self.namen = Chip("Te laat"), Chip("Namen tonen", check=True)
        self.nieuw = primary("Nieuwe melding", "plus", tip="Nieuwe melding (Ctrl+N)")
        self.overzicht = button("Overzicht", "list-ordered", tip="Cijfers, papieren van de school, anti-pestdocument")
        self._title = TitleRow("Pestcoördinatie", "", self.overzicht, self.nieuw)
        columns = (
            Column("Zaak", self._name), Column("Groep", lambda item: item.groep),
            Column("Taak", lambda item: word(item.taak)),
            Column("Toets", lambda item: word(item.uitkomst) if item.uitkomst else "nog niet gedaan"),
            Column("Wat nu", _next), Column("Gemeld", lambda item: datums.dag_maand(item.gemeld_op)),
            Column("Coördinator", lambda item: item.coordinator),
        )  # fmt: skip
        self._model: WindowedModel[PestRegel] = WindowedModel(columns, self._fetch)
        self._model.setParent(self)
        self.table = Table(self._model, _KINDS, {_WAT_NU: _state}, name="Pestzaken")
        self.table.set_widths([165, 105, 95, 118, 320, 110, 150])
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(_WAT_NU, QHeaderView.ResizeMode.Stretch)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        # a third press gives the order of the service back: what is late first
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sortIndicatorChanged.connect(self._show)
        begin = button("Nieuwe melding", "plus")
        self.leeg = EmptyState("heart-handshake", _NOTHING, begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(framed(self.leeg))
        self.zoek.setMinimumWidth(scaled(220))
        bar = row((self.zoek, 1), self.deel, self.te_laat, self.namen, (QWidget(), 1), spacing=8)
        self.setLayout(col(self._title, bar, (self._stack, 1), margins=(16, 10, 16, 12), spacing=10))
        for new in (self.nieuw, begin):
            new.clicked.connect(self.new_wanted)
        self.overzicht.clicked.connect(self.overview_wanted)
        self.zoek.textChanged.connect(self.filter_changed)
        self.deel.changed.connect(self._changed)
        self.te_laat.clicked.connect(self._show)
        self.namen.clicked.connect(self._show)
        self.table.opened.connect(self._opened)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what waits goes before the day of the report and who leads it."""
        super().resizeEvent(event)
        for column in _ALS_HET_PAST:
            self.table.setColumnHidden(column, event.size().width() < scaled(_ALLE_KOLOMMEN))

    def _name(self, item: PestRegel) -> str:
        return item.naam if self.namen.isChecked() and item.naam else item.titel

    def _fetch(self, ids: Sequence[int]) -> Sequence[PestRegel]:
        return [self._rows[record] for record in ids]

    def filter(self) -> PestFilter:
        """What the user wants to see."""
        return PestFilter(self.zoek.text().strip(), bool(self.deel.value()))

    def show_rows(self, rows: Sequence[PestRegel]) -> None:
        """What the filter found, the latest first; the chosen pestzaak stays chosen."""
        self._found = tuple(rows)
        self._show()

    def _ordered(self) -> list[PestRegel]:
        """What is in the list now, in the order of the heading that was pressed."""
        rows = [item for item in self._found if item.te_laat or not self.te_laat.isChecked()]
        head = self.table.horizontalHeader()
        column = head.sortIndicatorSection()
        if 0 <= column < len(_VOLGORDE):
            named = self.namen.isChecked() or column > 0
            key = _VOLGORDE[column] if named else lambda item: item.id
            rows.sort(key=key, reverse=head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)
        return rows

    @Slot()
    def _show(self) -> None:
        rows = self._ordered()
        late = sum(item.te_laat for item in self._found)
        self.te_laat.set_count(late)
        before = self._model.id_at(self.table.current()) if self.table.current() >= 0 else 0
        self._rows = {item.id: item for item in rows}
        self._model.set_ids(list(self._rows))
        if rows:
            self.table.select(max(0, self._model.position_of(before) if before in self._rows else 0))
        wanted = self.filter()
        self._title.set_title("Pestcoördinatie", f"{len(rows)} in de lijst")
        filtered = bool(wanted.zoek) or self.te_laat.isChecked()
        self.leeg.set_sentence(_NO_HITS if filtered else _NO_CLOSED if wanted.afgesloten else _NOTHING)
        self._stack.setCurrentIndex(0 if rows else 1)

    def rows(self) -> tuple[PestRegel, ...]:
        """The pestzaken in the list."""
        return tuple(self._rows.values())

    def place(self) -> dict[str, Any]:
        """What is searched and filtered, as JSON values."""
        head = self.table.horizontalHeader()
        return {
            "zoek": self.zoek.text(),
            "afgesloten": bool(self.deel.value()),
            "te_laat": self.te_laat.isChecked(),
            "kolom": head.sortIndicatorSection(),
            "aflopend": head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """Ask for that again, without telling."""
        self.blockSignals(True)
        self.zoek.setText(place["zoek"])
        self.deel.set_value(place["afgesloten"])
        self.te_laat.setChecked(place["te_laat"])
        order = Qt.SortOrder.DescendingOrder if place["aflopend"] else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(place["kolom"], order)
        self.blockSignals(False)

    @Slot(object)
    def _changed(self, _value: object) -> None:
        self.filter_changed.emit()

    @Slot(int)
    def _opened(self, position: int) -> None:
        self.chosen.emit(self._model.id_at(position))
