"""The register as a list: kind, search, group, and who left."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QStackedWidget, QWidget

from svp_desktop.domain.school import Groep, PersoonRegel, PersoonSoort
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, Segmented, button, primary
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.table import CellKind, Table

_Index = QModelIndex | QPersistentModelIndex
#: From this width on, at the usual letters, the filters stand on one line.
_ONE_LINE = 900
_KINDS = (
    (PersoonSoort.LEERLING, "Leerlingen"),
    (PersoonSoort.OUDER, "Ouders"),
    (PersoonSoort.MEDEWERKER, "Medewerkers"),
    (PersoonSoort.EXTERN, "Van buiten"),
)
_HEADS = {
    PersoonSoort.LEERLING: "Groep",
    PersoonSoort.OUDER: "Ouder van",
    PersoonSoort.MEDEWERKER: "Functie",
    PersoonSoort.EXTERN: "Organisatie",
}
_NEW = {
    PersoonSoort.LEERLING: "Nieuwe leerling",
    PersoonSoort.OUDER: "Nieuwe ouder",
    PersoonSoort.MEDEWERKER: "Nieuwe medewerker",
    PersoonSoort.EXTERN: "Nieuw persoon",
}
_EMPTY = {
    PersoonSoort.LEERLING: "Er staan nog geen leerlingen. Lees ze in uit uw leerlingsysteem.",
    PersoonSoort.OUDER: "Er staan nog geen ouders. Voeg een ouder toe en kies de kinderen.",
    PersoonSoort.MEDEWERKER: "Er staan nog geen medewerkers.",
    PersoonSoort.EXTERN: "Er staat nog niemand van buiten de school.",
}


class _Rows(QAbstractTableModel):
    """Name and description; a school has some 500 persons, so they are simply all there."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PersoonRegel] = ()
        self.head = "Groep"

    def show(self, rows: Sequence[PersoonRegel], head: str) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.rows, self.head = rows, head
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self.rows[index.row()]
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        line = self.rows[index.row()]
        return line.naam if index.column() == 0 else line.omschrijving

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return ("Naam", self.head)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class PersonenLijst(QWidget):
    """`filter_changed` when another list is wanted, `opened(person)`, `new_wanted`, `import_wanted`."""

    filter_changed = Signal()
    opened = Signal(int)
    new_wanted = Signal()
    import_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.soort = Segmented(_KINDS, PersoonSoort.LEERLING, name="Soort persoon")
        self.zoek = SearchEdit("Zoek op naam of groep")
        self.groep = QComboBox()
        self.groep.setAccessibleName("Groep")
        guard_wheel(self.groep)
        self.groep.addItem("Alle groepen", None)
        self.vertrokken = Chip("Vertrokken")
        self.nieuw = primary("Nieuwe leerling", "plus", tip="Nieuw (Ctrl+N)")
        inlezen = button("Leerlingen inlezen…", "upload")
        self._title = TitleRow("Leerlingen en medewerkers", "", inlezen, self.nieuw)
        self._count = Label("", "muted")
        self._rows = _Rows()
        self.table = Table(self._rows, (CellKind.STRONG, CellKind.MUTED), name="Personen")
        self.table.set_widths([360])
        begin = button("Leerlingen inlezen…", "upload")
        self._empty = EmptyState("users", "", begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(framed(self._empty))
        kinds = row(self.soort, self.groep, self.vertrokken, None, spacing=10)
        self._filters = row(kinds, (row((self.zoek, 1), self._count, spacing=10), 1), spacing=10)
        self.setLayout(col(self._title, self._filters, (self._stack, 1), spacing=10))
        for pressed in (inlezen, begin):
            pressed.clicked.connect(self.import_wanted)
        self.nieuw.clicked.connect(self.new_wanted)
        self.soort.changed.connect(self._switched)
        self.zoek.textChanged.connect(self.filter_changed)
        self.groep.activated.connect(self.filter_changed)
        self.vertrokken.clicked.connect(self.filter_changed)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the search field stands under the choices."""
        super().resizeEvent(event)
        beside = self.width() >= scaled(_ONE_LINE)
        self._filters.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def kind(self) -> PersoonSoort:
        """The category that is listed."""
        found = self.soort.value()
        return found if isinstance(found, PersoonSoort) else PersoonSoort.LEERLING

    def place(self) -> dict[str, Any]:
        """What is listed, as JSON values."""
        return {
            "soort": self.kind().value,
            "zoek": self.zoek.text(),
            "groep": self.groep.currentData(),
            "vertrokken": self.vertrokken.isChecked(),
        }

    def go_to(self, place: dict[str, Any]) -> None:
        """List that again, without telling."""
        self.blockSignals(True)
        self.soort.set_value(PersoonSoort(place["soort"]))
        self._switched()
        self.groep.setCurrentIndex(max(0, self.groep.findData(place["groep"])))
        self.vertrokken.setChecked(place["vertrokken"])
        self.zoek.setText(place["zoek"])
        self.blockSignals(False)

    def set_groepen(self, groepen: Sequence[Groep]) -> None:
        """The groups to choose from."""
        chosen = self.groep.currentData()
        self.groep.clear()
        self.groep.addItem("Alle groepen", None)
        for groep in groepen:
            if not groep.vervallen:
                self.groep.addItem(groep.naam, groep.id)
        self.groep.setCurrentIndex(max(0, self.groep.findData(chosen)))

    def show_rows(self, rows: Sequence[PersoonRegel]) -> None:
        """Show these persons."""
        kind = self.kind()
        self._rows.show(rows, _HEADS[kind])
        self._count.setText(f"{len(rows)} {'persoon' if len(rows) == 1 else 'personen'}")
        filtered = bool(self.zoek.text().strip()) or self.vertrokken.isChecked() or self.groep.currentData() is not None
        self._empty.set_sentence("Niemand gevonden. Zoek op een andere naam." if filtered else _EMPTY[kind])
        if self._empty.action is not None:
            self._empty.action.setVisible(kind is PersoonSoort.LEERLING and not filtered)
        self._stack.setCurrentIndex(0 if rows else 1)

    def rows(self) -> Sequence[PersoonRegel]:
        """The persons in the list."""
        return self._rows.rows

    @Slot()
    def _switched(self) -> None:
        kind = self.kind()
        self.nieuw.setText(_NEW[kind])
        self.groep.setVisible(kind is PersoonSoort.LEERLING)
        self.vertrokken.setVisible(kind in (PersoonSoort.LEERLING, PersoonSoort.MEDEWERKER))
        self.vertrokken.setChecked(False)
        self.groep.setCurrentIndex(0)
        self.filter_changed.emit()

    @Slot(int)
    def _open(self, position: int) -> None:
        self.opened.emit(self._rows.rows[position].id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._open(index.row())
