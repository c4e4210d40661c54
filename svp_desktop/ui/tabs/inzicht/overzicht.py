"""The body of the page: a card for each chart, in two columns; or one table with the same numbers."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStackedWidget, QTableWidget, QTableWidgetItem

from svp_desktop.domain.grafiek import Raster
from svp_desktop.domain.inzicht import Opvallend, aandelen, opvallend, spiegel
from svp_desktop.domain.inzicht_beeld import Onderdeel, onderdelen, op_scherm, weekrooster
from svp_desktop.services.inzicht import Overzicht
from svp_desktop.ui.tabs.inzicht import woorden
from svp_desktop.ui.tabs.inzicht.beeld import RasterBeeld
from svp_desktop.ui.tabs.inzicht.preventie import PreventieLijst
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, Label, card, clear, col, framed, holder, row, scroll
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.staven import StavenBeeld

_LINKS = ("manden", "plaatsen", "groepen", "rollen")
_RECHTS = ("soorten", "partijen", "themas", "apart", "wachttijden")
_HOOFDEN = ("Onderdeel", "Wat", "Nu", "Een jaar eerder")
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIDES = (LEFT_MIDDLE, LEFT_MIDDLE, _NUMBER, _NUMBER)


class OverzichtBeeld(QStackedWidget):
    """`open_list(key)` is called with the bar that was pressed, `prevent` with the moment that asks for an action."""

    def __init__(
        self, open_list: Callable[[str], None], preventie: PreventieLijst, prevent: Callable[[Opvallend], None]
    ) -> None:
        super().__init__()
        self._open, self._prevent = open_list, prevent
        self.staven: dict[str, StavenBeeld] = {}
        self.momenten, self.spiegel = col(spacing=2), Label("", "muted", wrap=True)
        self.rooster = RasterBeeld(open_list)
        self._left, self._right = col(spacing=12), col(spacing=12)
        self._moments = card(self.rooster, self.momenten, title="Dag en uur")
        columns = row((holder(self._left), 1), (holder(self._right), 1), spacing=12)
        self.kaarten = scroll(holder(col(columns, preventie, None, spacing=12)))
        self.tabel = _table()
        self.addWidget(self.kaarten)
        self.addWidget(framed(self.tabel))
        self._built: dict[str, tuple[QFrame, Label]] = {}

    def show_overview(self, overzicht: Overzicht) -> None:
        """Other numbers."""
        parts = {part.code: part for part in onderdelen(overzicht.nu, overzicht.eerder)}
        if not self._built:
            self._build(parts)
        for code, part in parts.items():
            chart = op_scherm(part)
            self.staven[code].show_chart(chart)
            frame, note = self._built[code]
            note.setText(chart.toelichting)
            note.setVisible(bool(chart.toelichting))
            frame.setVisible(bool(chart.staven))
        shares = aandelen(overzicht.nu, overzicht.plan)
        self.spiegel.setText(f"{woorden.aandeel(shares)} {spiegel(overzicht.plan, geturfd=overzicht.nu.geturfd)}")
        grid = weekrooster(overzicht.nu)
        self.rooster.show_grid(grid)
        self._show_moments(opvallend(overzicht.nu))
        self._fill_table(tuple(parts.values()), grid)

    def _build(self, parts: dict[str, Onderdeel]) -> None:
        for column, codes in ((self._left, _LINKS), (self._right, _RECHTS)):
            for code in codes:
                self.staven[code], note = StavenBeeld(self._open), Label("", "muted", wrap=True)
                below = [self.spiegel] if code == "manden" else []
                frame = card(self.staven[code], note, *below, title=parts[code].titel)
                self._built[code] = (frame, note)
                column.addWidget(frame)
        self._left.insertWidget(2, self._moments)
        for column in (self._left, self._right):
            column.addStretch(1)

    def _show_moments(self, found: tuple[Opvallend, ...]) -> None:
        clear(self.momenten)
        if not found:
            self.momenten.addWidget(Label(woorden.NIETS_VALT_OP, "muted", wrap=True))
        for one in found:
            prevent = link("Preventie", tip=f"Schrijf op wat u hieraan doet: {one.in_woorden()}")
            prevent.clicked.connect(self._preventer(one))
            self.momenten.addWidget(holder(row((Label(one.in_woorden(), wrap=True), 1), prevent, spacing=8)))

    def _preventer(self, one: Opvallend) -> Callable[[], None]:
        def go() -> None:
            self._prevent(one)

        return go

    def _fill_table(self, parts: tuple[Onderdeel, ...], grid: Raster) -> None:
        rows = [(part.titel, *line) for part in parts for line in op_scherm(part).tabel()]
        rows += [(grid.titel, *line) for line in grid.tabel()]
        self.tabel.setRowCount(len(rows))
        for at, line in enumerate(rows):
            for column, words in enumerate(line):
                cell = QTableWidgetItem(words)
                cell.setTextAlignment(_SIDES[column])
                self.tabel.setItem(at, column, cell)


def _table() -> QTableWidget:
    made = QTableWidget(0, len(_HOOFDEN))
    made.setAccessibleName("Alle aantallen")
    made.verticalHeader().hide()
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setTabKeyNavigation(False)
    made.setShowGrid(False)
    made.verticalHeader().setDefaultSectionSize(scaled(30))
    heads = made.horizontalHeader()
    for column, (wide, side) in enumerate(zip((220, 0, 110, 150), _SIDES, strict=True)):
        head = QTableWidgetItem(_HOOFDEN[column])
        head.setTextAlignment(side)
        made.setHorizontalHeaderItem(column, head)
        if wide:
            made.setColumnWidth(column, scaled(wide))
        else:
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return made
