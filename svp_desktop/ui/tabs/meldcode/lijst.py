"""The list of meldcode dossiers: where each stands, and what waits. It folds away when a dossier is open."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import DossierAantallen
from svp_desktop.domain.meldcode import MeldcodeRegel
from svp_desktop.ui.form_page import offer_draft
from svp_desktop.ui.oudere_kopie import OudereKopie
from svp_desktop.ui.tabs.meldcode.stappen_cel import StappenCel, stap_woorden
from svp_desktop.ui.widgets.base import Icon, Label, col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, button, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.table import CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

_NOTHING = "Nog geen meldcode-dossiers. Hier legt u vast wat u ziet en hoort als u zich zorgen maakt over een kind."
_NO_HITS = "Geen dossier gevonden. Zoek op een ander woord."
_NONE_CLOSED = "Er zijn nog geen gesloten dossiers."
_KINDS = (CellKind.STRONG, CellKind.TEXT, CellKind.MUTED, CellKind.TEXT, CellKind.STATE, CellKind.MUTED)
_STAP, _WACHT = 3, 4


def _waits(item: MeldcodeRegel, today: date) -> str:
    if item.gesloten_op is not None:
        return f"{'gesloten' if item.naam else 'vernietigd'} op {datums.lijst(item.gesloten_op)}"
    if item.eerstvolgend is None:
        return "niets"
    return f"{'te laat, ' if item.eerstvolgend < today else ''}{datums.lijst(item.eerstvolgend)}"


def _state(item: MeldcodeRegel, today: date) -> tuple[str, str]:
    """The icon before it, and its colour: what is past its day is seen without reading dates."""
    if item.gesloten_op is not None:
        return "archive", "muted"
    if item.eerstvolgend is None:
        return "minus", "muted"
    return ("triangle-alert", "danger") if item.eerstvolgend < today else ("clock", "muted")


class MeldcodeLijst(QWidget):
    """`filter_changed` when another list is wanted, `opened(dossier)`, `new_wanted`, `words_wanted` for the texts of
    the school; `resume_wanted` and `throw_wanted` answer an offered draft."""

    filter_changed = Signal()
    opened = Signal(int)
    new_wanted = Signal()
    words_wanted = Signal()
    resume_wanted = Signal()
    throw_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._rows: dict[int, MeldcodeRegel] = {}
        self.nieuw = primary("Nieuw dossier", "plus", tip="Nieuw dossier (Ctrl+N)")
        self.teksten = button("Teksten en termijnen", "pencil")
        self.zoek = SearchEdit("Zoek op naam, nummer of een woord uit een dossier")
        self._lopend, self.gesloten = Chip("Lopend", 0, on=True), Chip("Gesloten", 0)
        self._group = QButtonGroup(self)
        for chip in (self._lopend, self.gesloten):
            self._group.addButton(chip)
        columns = (
            Column("Dossier", lambda item: item.nummer), Column("Over wie", lambda item: item.naam or "vernietigd"),
            Column("Groep", lambda item: item.groep), Column("Stap", self._step),
            Column("Wacht op", self._waits), Column("Geopend", lambda item: datums.lijst(item.geopend_op)),
        )  # fmt: skip
        self._model: WindowedModel[MeldcodeRegel] = WindowedModel(columns, self._fetch)
        self._model.setParent(self)
        self.table = Table(self._model, _KINDS, {_WACHT: self._state}, name="Meldcode-dossiers")
        self.table.set_widths(
            ["2026-0000", 250, 150, "xxxxxxxxxxx 1 Signalen in kaart", "xxx vernietigd op di 24-11-2026", 130]
        )
        self.table.setItemDelegateForColumn(_STAP, StappenCel(_STAP, self.table))
        begin = button("Nieuw dossier", "plus")
        self._empty = EmptyState("shield-check", _NOTHING, begin)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(framed(self._empty))
        self.notice, self.kopie = Notice(State.INFO, ""), OudereKopie()
        self.only_read = False
        self._bellen = Label("", "muted", wrap=True)
        title = TitleRow(
            "Meldcode-dossiers", "Alleen te openen met een sleutel van dit onderdeel.", self.teksten, self.nieuw
        )
        filters = row(self._lopend, self.gesloten, 4, (self.zoek, 1), spacing=6)
        call = row(Icon("phone", "muted", 16), (self._bellen, 1), spacing=8)
        self.setLayout(
            col(title, self.kopie, self.notice, filters, (self._stack, 1), call, margins=(16, 6, 16, 12), spacing=10)
        )
        self.notice.hide()
        for pressed in (self.nieuw, begin):
            pressed.clicked.connect(self.new_wanted)
        self.teksten.clicked.connect(self.words_wanted)
        self.zoek.textChanged.connect(self.filter_changed)
        self._group.buttonClicked.connect(self.filter_changed)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)

    @staticmethod
    def _step(item: MeldcodeRegel) -> str:
        return stap_woorden(item.stap) if item.naam else ""

    def _waits(self, item: MeldcodeRegel) -> str:
        return _waits(item, self._today())

    def _state(self, item: MeldcodeRegel) -> tuple[str, str]:
        return _state(item, self._today())

    def _fetch(self, ids: Sequence[int]) -> Sequence[MeldcodeRegel]:
        return [self._rows[record] for record in ids]

    def offer_draft(self, moment: datetime, what: str) -> None:
        """Something was being typed here: go on with it, or throw it away. Without a name."""
        offer_draft(self.notice, moment, what, self.resume_wanted, self.throw_wanted)

    def show_phone(self, words: str) -> None:
        """The numbers, always in view."""
        self._bellen.setText(f"Bellen gaat voor vastleggen. Veilig Thuis: {words}")

    def set_only_read(self, on: bool) -> None:
        """An older copy is being looked at: nothing new is begun."""
        self.only_read = on
        self.kopie.setVisible(on)
        self.nieuw.setVisible(not on)

    def take_keyboard(self) -> None:
        """The keyboard in the list, or when there is nothing in it in the search."""
        part = self.table if self._rows else self.zoek
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def wil_gesloten(self) -> bool:
        """Whether the closed dossiers are asked for."""
        return self.gesloten.isChecked()

    def show_all(self) -> None:
        """The running ones, without a search."""
        self.zoek.clear()
        self._lopend.setChecked(True)

    def show_rows(self, rows: Sequence[MeldcodeRegel], counts: DossierAantallen) -> None:
        """Show these dossiers, and how many there are of each."""
        self._lopend.set_count(counts.lopend)
        self.gesloten.set_count(counts.gesloten)
        self._rows = {item.id: item for item in rows}
        self._model.set_ids(list(self._rows))
        searched, closed = bool(self.zoek.text().strip()), self.wil_gesloten()
        self._empty.set_sentence(_NO_HITS if searched else _NONE_CLOSED if closed else _NOTHING)
        if self._empty.action is not None:
            self._empty.action.setVisible(not searched and not closed and not self.only_read)
        self._stack.setCurrentIndex(0 if rows else 1)

    def rows(self) -> Sequence[MeldcodeRegel]:
        """The dossiers in the list."""
        return tuple(self._rows.values())

    def sentence(self) -> str:
        """What the empty list says."""
        return self._empty.sentence()

    @Slot(int)
    def _open(self, position: int) -> None:
        self.opened.emit(self._model.id_at(position))

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._open(index.row())
