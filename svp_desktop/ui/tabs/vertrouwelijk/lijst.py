"""The list of dossiers: search, running or closed, and a new one. It folds away when a dossier is open."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from svp_desktop.domain.aantekeningen import DossierAantallen, DossierRegel
from svp_desktop.domain.vertrouwelijk import Zaak
from svp_desktop.ui.form_page import offer_draft
from svp_desktop.ui.tabs.vertrouwelijk.rows import KINDS, TE_DOEN, WIDTHS, DossierRows, ZaakRegel, state
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, button, link, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.table import Table

_NO_HITS = "Geen dossier gevonden. Zoek op een ander woord."
_NONE_CLOSED = "Er zijn nog geen gesloten dossiers."


class DossierLijst(QWidget):
    """`filter_changed` when another list is wanted, `opened(dossier)`, `new_wanted`; `resume_wanted` and `throw_wanted`
    answer an offered draft; `bewaren_wanted` to the dossiers that may go."""

    filter_changed = Signal()
    opened = Signal(int)
    new_wanted = Signal()
    resume_wanted = Signal()
    throw_wanted = Signal()
    bewaren_wanted = Signal()

    def __init__(self, woorden: Woorden) -> None:
        super().__init__()
        self._woorden, self._only_read = woorden, False
        self.nieuw = primary("Nieuw dossier", "plus", tip="Nieuw dossier (Ctrl+N)")
        self.zoek = SearchEdit("Zoek op naam, nummer of een woord uit een aantekening")
        self._lopend, self.gesloten = Chip("Lopend", 0, on=True), Chip("Gesloten", 0)
        self._group = QButtonGroup(self)
        for chip in (self._lopend, self.gesloten):
            self._group.addButton(chip)
        self._rows = DossierRows()
        self._rows.setParent(self)
        self.table = Table(self._rows, KINDS, {TE_DOEN: state}, name="Dossiers")
        self.table.set_widths(WIDTHS)
        begin = button("Nieuw dossier", "plus")
        self._empty = EmptyState("lock", woorden.leeg, begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(framed(self._empty))
        self.notice = Notice(State.INFO, "")
        self.opruimen = Notice(State.LET_OP, "", compact=True)
        title = TitleRow("Dossiers", woorden.onder, self.nieuw)
        filters = row(self._lopend, self.gesloten, 4, (self.zoek, 1), spacing=6)
        self.setLayout(
            col(title, self.notice, self.opruimen, filters, (self._stack, 1), margins=(16, 2, 16, 12), spacing=10)
        )
        self.notice.hide()
        self.opruimen.hide()
        for pressed in (self.nieuw, begin):
            pressed.clicked.connect(self.new_wanted)
        self.zoek.textChanged.connect(self.filter_changed)
        self._group.buttonClicked.connect(self.filter_changed)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)

    def offer_draft(self, moment: datetime, what: str) -> None:
        """Something was being typed here: go on with it, or throw it away. Without a name."""
        offer_draft(self.notice, moment, what, self.resume_wanted, self.throw_wanted)

    def remind(self, sentence: str) -> None:
        """Say that dossiers may be destroyed, or nothing with an empty text."""
        there = link("Naar Bewaren")
        there.clicked.connect(self.bewaren_wanted)
        self.opruimen.show_message(State.LET_OP, sentence, "", [there] if sentence else [])
        self.opruimen.setVisible(bool(sentence))

    def set_only_read(self, on: bool) -> None:
        """An older copy is being looked at: nothing new is begun."""
        self._only_read = on
        self.nieuw.setVisible(not on)

    def take_keyboard(self) -> None:
        """The keyboard in the list, or when there is nothing in it in the search."""
        part = self.table if self._rows.rows else self.zoek
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def wil_gesloten(self) -> bool:
        """Whether the closed dossiers are asked for."""
        return self.gesloten.isChecked()

    def show_all(self) -> None:
        """The running ones, without a search."""
        self.zoek.clear()
        self._lopend.setChecked(True)

    def show_rows(self, rows: Sequence[DossierRegel], zaken: Mapping[int, Zaak], counts: DossierAantallen) -> None:
        """Show these dossiers with their matters, and how many there are of each."""
        self._lopend.set_count(counts.lopend)
        self.gesloten.set_count(counts.gesloten)
        self._rows.show(rows, zaken)
        searched, closed = bool(self.zoek.text().strip()), self.wil_gesloten()
        self._empty.set_sentence(_NO_HITS if searched else _NONE_CLOSED if closed else self._woorden.leeg)
        if self._empty.action is not None:
            self._empty.action.setVisible(not searched and not closed and not self._only_read)
        self._stack.setCurrentIndex(0 if rows else 1)

    def rows(self) -> Sequence[ZaakRegel]:
        """The dossiers in the list."""
        return self._rows.rows

    def sentence(self) -> str:
        """What the empty list says."""
        return self._empty.sentence()

    @Slot(int)
    def _open(self, position: int) -> None:
        self.opened.emit(self._rows.rows[position].regel.id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._open(index.row())
