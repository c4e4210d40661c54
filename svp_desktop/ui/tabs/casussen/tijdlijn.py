"""The timeline of a casus: everything that happened, newest on top, filtered by chips with counts."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QListView

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.labels import label
from svp_desktop.ui.tabs.casussen.rows import TijdlijnDelegate, TijdlijnRows
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, col, row
from svp_desktop.ui.widgets.base import label as words
from svp_desktop.ui.widgets.buttons import Chip, tool
from svp_desktop.ui.widgets.flow import Flow

_SHOWN = (
    TijdlijnSoort.INCIDENT,
    TijdlijnSoort.ACTIE,
    TijdlijnSoort.GESPREK,
    TijdlijnSoort.THUISSCHOOL,
    TijdlijnSoort.HERSTEL,
    TijdlijnSoort.PAPIER,
    TijdlijnSoort.TAAK,
    TijdlijnSoort.OUDERS,
)
#: Most casussen have none of these, and their chips would take the room of the others.
_RARE = (TijdlijnSoort.THUISSCHOOL, TijdlijnSoort.HERSTEL, TijdlijnSoort.TAAK, TijdlijnSoort.OUDERS)


class Tijdlijn(QFrame):
    """`opened(TijdlijnRegel)` for Enter, double click or click on an event."""

    opened = Signal(object)
    print_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._all: Sequence[TijdlijnRegel] = ()
        self._kind: TijdlijnSoort | None = None
        self._rows = TijdlijnRows(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setItemDelegate(TijdlijnDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Tijdlijn, nieuw boven")
        self.view.setMinimumHeight(scaled(150))
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self._group = QButtonGroup(self)
        self._chips: dict[TijdlijnSoort | None, Chip] = {None: Chip("Alles", on=True)}
        for kind in _SHOWN:
            self._chips[kind] = Chip(label(kind), 0)
        for number, chip in enumerate(self._chips.values()):
            self._group.addButton(chip, number)
        self._group.idClicked.connect(self._filter)
        self.afdrukken = tool("printer", "Tijdlijn op papier (Ctrl+P)", small=True)
        self.afdrukken.clicked.connect(self.print_wanted)
        chips = Flow(*self._chips.values(), gap=6)
        head = row(col(3, words("Tijdlijn", "h2"), None), (chips, 1), (self.afdrukken, TOP), spacing=12)
        self.setLayout(col(head, (self.view, 1), margins=(16, 7, 10, 6), spacing=4))

    def show_rows(self, rows: Sequence[TijdlijnRegel]) -> None:
        """Show these events; the chosen filter stays."""
        self._all = rows
        counts = Counter(item.soort for item in rows)
        for kind in _SHOWN:
            self._chips[kind].set_count(counts[kind])
        for kind in _RARE:
            self._chips[kind].setVisible(bool(counts[kind]))
        if self._kind in _RARE and not counts[self._kind]:
            self._chips[None].setChecked(True)
            self._kind = None
        self._show()

    def rows(self) -> Sequence[TijdlijnRegel]:
        """The events in view."""
        return self._rows.rows()

    def kind(self) -> str:
        """The kind that is chosen, in words; "" for everything."""
        return label(self._kind) if self._kind is not None else ""

    def _show(self) -> None:
        """The newest comes in view when it is another one than before."""
        before = self._rows.rows()[:1]
        self._rows.set_rows([item for item in self._all if self._kind in (None, item.soort)])
        if self._rows.rows()[:1] != before:
            self.view.scrollToTop()

    @Slot(int)
    def _filter(self, number: int) -> None:
        self._kind = list(self._chips)[number]
        self._show()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.rows()[index.row()])
