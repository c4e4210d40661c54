"""The legal check beside the decision: what is open on top, then what is there with its evidence (law 2.3)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from svp_desktop.domain.thuisschool_wet import ControleStand, WetControle
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, clear, col, row, rule
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import State, check_line

_STATES = {
    ControleStand.IN_ORDE: State.OK,
    ControleStand.BEWUST: State.INFO,
    ControleStand.NOG_DOEN: State.LET_OP,
    ControleStand.ONTBREEKT: State.BLOK,
}
_ORDER = (ControleStand.ONTBREEKT, ControleStand.NOG_DOEN, ControleStand.BEWUST, ControleStand.IN_ORDE)
_UITLEG = (
    "Thuis-school is volgens de wet een schorsing (WPO artikel 40c). Dit is een hulpmiddel, geen juridisch advies."
)


class WetKaart(QWidget):
    """`wanted(name of a field)` when the user wants to fill in what is open."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._count, self._lines = Label("", "muted"), col(spacing=8)
        note = row((Icon("info", "muted", 15), TOP), (Label(_UITLEG, "small", wrap=True), 1), spacing=8)
        body = card(
            self._lines, rule(), note, title="Wettelijke controle", right=(self._count,), margins=(16, 10, 14, 10)
        )
        self.setLayout(col(body, None))
        self._shown: tuple[WetControle, ...] = ()

    def show_controles(self, controles: tuple[WetControle, ...]) -> None:
        """The check as it stands now."""
        if controles == self._shown:
            return
        self._shown = controles
        self._count.setText(f"{sum(item.voldaan for item in controles)} van {len(controles)}")
        clear(self._lines)
        for item in sorted(controles, key=lambda one: _ORDER.index(one.stand)):
            action = None
            if not item.voldaan and item.veld:
                action = link("Invullen", tip=f"Invullen: {item.kop}", tight=True)
                action.setAccessibleName(f"Invullen: {item.kop}")
                action.setProperty("veld", item.veld)
                action.clicked.connect(self._clicked)
            self._lines.addLayout(check_line(_STATES[item.stand], item.kop, item.bewijs, action))

    def controles(self) -> tuple[WetControle, ...]:
        """What is shown."""
        return self._shown

    @Slot()
    def _clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.wanted.emit(pressed.property("veld"))
