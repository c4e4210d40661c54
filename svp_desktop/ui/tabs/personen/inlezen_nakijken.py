"""Looking at what an import would change, line by line, before anything is written."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, InleesVoorstel, Wat
from svp_desktop.ui.tabs.personen.inlezen_rijen import WAT_ICOON, InleesRijen, InleesTabel
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, card, clear, col, framed, row, scroll
from svp_desktop.ui.widgets.buttons import Chip, Tile, button, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState
from svp_desktop.ui.widgets.painted import Pill

_TILES = (
    (Wat.NIEUW, "komen erbij"),
    (Wat.GEWIJZIGD, "naam, groep of jaar"),
    (Wat.VERTROKKEN, "niet in het bestand"),
    (Wat.ONLEESBAAR, "worden overgeslagen"),
    (Wat.GELIJK, "blijft zoals het is"),
)
_DIFFERENT = frozenset({Wat.NIEUW, Wat.GEWIJZIGD, Wat.VERTROKKEN, Wat.ONLEESBAAR})
_EXPLAIN = {
    Wat.NIEUW: "Deze persoon staat nog niet in het register en komt erbij.",
    Wat.GEWIJZIGD: "Deze persoon is bekend. Alleen wat anders is, verandert.",
    Wat.VERTROKKEN: "Deze persoon staat niet meer in het bestand. Incidenten en casussen blijven bewaard.",
    Wat.ONLEESBAAR: "Deze regel wordt overgeslagen. De andere regels kunt u gewoon overnemen.",
    Wat.GELIJK: "Er verandert niets.",
}


class NakijkenStap(QWidget):
    """`take` to take over the ticked lines, `back` for the step before."""

    back = Signal()
    take = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = InleesRijen()
        self.table = InleesTabel(self.rows)
        self.tiles = {wat: Tile(0, WAT_WOORD[wat], sub, *WAT_ICOON[wat][:1]) for wat, sub in _TILES}
        self.zoek = SearchEdit("Zoek in deze lijst")
        self.zoek.setFixedWidth(scaled(240))
        self.alles = Chip("Alles met verschil", 0, on=True)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.addButton(self.alles)
        for tile in self.tiles.values():
            self._group.addButton(tile)
        self._count = Label("", "muted")
        self._nothing = EmptyState("circle-check", "Alles is gelijk. Er valt niets over te nemen.")
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(framed(self._nothing))
        self._side = col(spacing=8)
        side = card(scroll(col(self._side, None)), margins=(16, 12, 8, 12))
        side.setFixedWidth(scaled(312))
        self.overnemen = primary("Overnemen", "check")
        back = button("Terug", "chevron-left")
        safe = row(Icon("shield-check", "ok", 16), Label("Daarna kunt u alles nog ongedaan maken.", "muted"), spacing=6)
        left = col(row(self.zoek, self.alles, None, self._count), (self._stack, 1), spacing=8)
        self.setLayout(
            col(
                row(*[(tile, 1) for tile in self.tiles.values()], spacing=12),
                (row((left, 1), side, spacing=12), 1),
                row(back, None, safe, 8, self.overnemen),
                spacing=10,
            )
        )
        back.clicked.connect(self.back)
        self.overnemen.clicked.connect(self.take)
        self._group.buttonClicked.connect(self._refilter)
        self.zoek.textChanged.connect(self._refilter)
        self.rows.ticked.connect(self._ticked)
        self.table.selectionModel().currentChanged.connect(self._current)

    def show_voorstel(self, voorstel: InleesVoorstel) -> None:
        """Show what would change."""
        for wat, tile in self.tiles.items():
            tile.set_number(voorstel.aantal(wat))
        self.alles.set_count(sum(voorstel.aantal(wat) for wat in _DIFFERENT))
        self.alles.setChecked(True)
        self.zoek.clear()
        self._total = sum(line.te_kiezen for line in voorstel.regels)
        self.rows.show(voorstel.regels, voorstel.standaard)
        self._refilter()
        self._ticked()

    def focus(self) -> None:
        """Put the keyboard in the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.select(0)

    @Slot()
    def _refilter(self) -> None:
        kinds = next((frozenset({wat}) for wat, tile in self.tiles.items() if tile.isChecked()), _DIFFERENT)
        self.rows.set_filter(kinds, self.zoek.text())
        self._stack.setCurrentIndex(0 if self.rows.rowCount() else 1)
        filtered = kinds != _DIFFERENT or bool(self.zoek.text().strip())
        self._nothing.set_sentence(
            "Geen regels gevonden." if filtered else "Alles is gelijk. Er valt niets over te nemen."
        )
        self._explain(None)

    @Slot()
    def _ticked(self) -> None:
        count = len(self.rows.chosen())
        self._count.setText(f"{count} van {self._total} gekozen")
        self.overnemen.setText(f"{count} {'persoon' if count == 1 else 'personen'} overnemen")
        self.overnemen.setEnabled(bool(count))
        if self.table.current() >= 0:
            self._explain(self.rows.line(self.table.current()))

    @Slot(QModelIndex, QModelIndex)
    def _current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._explain(self.rows.line(current.row()) if current.isValid() else None)

    def _explain(self, line: InleesRegel | None) -> None:
        clear(self._side)
        if line is None:
            self._side.addWidget(Label("Kies een regel om te zien wat er verandert.", "muted", wrap=True))
            return
        name = Label(line.naam or f"Regel {line.bestandsregel}", "h2", wrap=True)
        self._side.addLayout(row((name, 1), Pill(WAT_WOORD[line.wat], WAT_ICOON[line.wat][0])))
        if line.bestandsregel:
            self._side.addWidget(Label(f"Regel {line.bestandsregel} in het bestand", "small"))
        self._side.addWidget(Label(_EXPLAIN[line.wat], wrap=True))
        if line.reden:
            state = State.BLOK if line.wat is Wat.ONLEESBAAR else State.INFO
            self._side.addWidget(Notice(state, line.reden, line.let_op, compact=True))
        elif line.let_op:
            self._side.addWidget(Notice(State.LET_OP, line.let_op, compact=True))
        for item in line.verschillen:
            text = f"{item.oud or 'leeg'} → {item.nieuw}"
            self._side.addLayout(col(Label(item.veld, "label"), Label(text, wrap=True), spacing=1))
