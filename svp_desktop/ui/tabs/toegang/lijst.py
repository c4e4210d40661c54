"""The list of accounts: who, which role, whether they can come in, and what they can open."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.toegang import AccountRegel
from svp_desktop.ui.tabs.toegang.woorden import (
    MELDCODE,
    SCHOOL,
    SOORTEN,
    STAND,
    STATUS,
    naam_in_woorden,
    plaatsen_in_woorden,
    rol_in_woorden,
)
from svp_desktop.ui.widgets.base import Icon, Label, col, framed, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.page import TitleRow
from svp_desktop.ui.widgets.table import CellKind, Table
from svp_desktop.ui.widgets.windowed import Column, WindowedModel

_UITLEG = "Kies een naam om te zien wat iemand kan openen, of om iets te veranderen."
_GEEN_BEHEER = "Alleen de directeur kan accounts maken, uitzetten en verwijderen."


class _Rij(NamedTuple):
    id: int
    regel: AccountRegel


def _state(kind: str) -> tuple[Callable[[_Rij], str], Callable[[_Rij], tuple[str, str]]]:
    """The word of a column about access, and its icon."""

    def word(row: _Rij) -> str:
        return STAND[row.regel.toegang[kind]][0].capitalize()

    def icon(row: _Rij) -> tuple[str, str]:
        return STAND[row.regel.toegang[kind]][1:]

    return word, icon


class AccountLijst(QWidget):
    """`opened(account id)`, `new_wanted()`."""

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, beheert: bool) -> None:
        super().__init__()
        self._rows: list[_Rij] = []
        self.nieuw = primary("Nieuw account", "user-plus", tip="Nieuw account (Ctrl+N)")
        if not beheert:
            self.nieuw.hide()
        self.nieuw.clicked.connect(self.new_wanted)
        school, school_icon = _state(SCHOOL)
        meldcode, meldcode_icon = _state(MELDCODE)
        columns = (
            Column("Naam", lambda row: naam_in_woorden(row.regel)),
            Column("Rol", lambda row: rol_in_woorden(row.regel)),
            Column("Account", lambda row: STATUS[row.regel.status][0].capitalize()),
            Column(SOORTEN[SCHOOL], school),
            Column(SOORTEN[MELDCODE], meldcode),
        )
        self._model = WindowedModel(columns, lambda ids: [self._rows[number] for number in ids])
        kinds = (CellKind.STRONG, CellKind.TEXT, CellKind.STATE, CellKind.STATE, CellKind.STATE)
        icons: dict[int, Callable[..., object]] = {
            2: lambda row: STATUS[row.regel.status][1:],
            3: school_icon,
            4: meldcode_icon,
        }
        self.table = Table(self._model, kinds, icons, name="Accounts")
        self.table.set_widths(
            (
                "Voornaam van Achternaam (u)",
                "Interne vertrouwenspersoon, pestc",
                "xxxx Uitgenodigd",
                "xxxx Wacht op toegang",
            )
        )
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._clicked)
        self.vrij = Label("", "muted", wrap=True)
        self._line = QWidget()
        self._line.setLayout(row(Icon("user-plus", "muted", 16), (self.vrij, 1), spacing=8))
        title = TitleRow("Accounts en toegang", _UITLEG if beheert else _GEEN_BEHEER, self.nieuw)
        self.setLayout(col(title, (framed(self.table), 1), self._line, margins=(16, 6, 16, 12), spacing=10))

    def focusInEvent(self, event: QFocusEvent) -> None:
        # not a focus proxy: Tab would come to the table first, past the button above it
        self.table.setFocus(event.reason())

    def show_lines(self, lines: Sequence[AccountRegel], gewenst: int, met_pesttaak: int) -> None:
        """Show these, and what the plan still asks of the vertrouwenspersonen; the chosen line stays chosen."""
        chosen = self.table.current()
        self._rows = [_Rij(number, line) for number, line in enumerate(lines)]
        self._model.set_ids(range(len(self._rows)))
        self.table.select(max(0, min(chosen, len(self._rows) - 1)))
        asked = plaatsen_in_woorden(tuple(lines), gewenst, met_pesttaak)
        self._line.setVisible(bool(asked))
        self.vrij.setText(asked)

    def texts(self) -> list[list[str]]:
        """What stands in the table, for tests and scripts."""
        columns = range(self._model.columnCount())
        return [
            [str(self._model.index(place, column).data()) for column in columns]
            for place in range(self._model.rowCount())
        ]

    @Slot(int)
    def _open(self, position: int) -> None:
        self.opened.emit(self._rows[position].regel.id)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self._open(index.row())
