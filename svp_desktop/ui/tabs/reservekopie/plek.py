"""The card of the second place: which it is, how it goes with it, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.reservekopie import PlekUitkomst, TweedePlek, plek_in_woorden
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Label, card, col, row
from svp_desktop.ui.widgets.buttons import button, link

_GOED = {PlekUitkomst.GELUKT: ("circle-check", "ok"), PlekUitkomst.BEZIG: ("clock", "muted")}
_LET_OP = ("triangle-alert", "warn")
_UITLEG = (
    "Gaat de laptop stuk of weg? Dan hebt u een kopie op een andere plek nodig, zoals een USB-stick of een map op het "
    "netwerk. Die wordt elke dag bijgewerkt. Zonder wachtwoord is de kopie niet te lezen."
)


class PlekKaart(QWidget):
    """Shows; what is asked goes out as signals."""

    choose_asked = Signal()
    copy_asked = Signal()
    stop_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._path = ElidedLabel("", "lead")
        self._icon = Icon("circle", "muted", 16)
        self._state = Label("", wrap=True)
        self._explain = Label(_UITLEG, "muted", wrap=True)
        self.choose = button("Plek kiezen…", "hard-drive")
        self.copy = button("Nu bijwerken", "copy")
        self.stop = link("Niet meer gebruiken")
        self.choose.clicked.connect(self.choose_asked)
        self.copy.clicked.connect(self.copy_asked)
        self.stop.clicked.connect(self.stop_asked)
        self._line = QWidget()
        self._line.setLayout(row((self._icon, TOP), (self._state, 1), spacing=8))
        made = card(
            self._explain,
            self._path,
            self._line,
            row(self.choose, self.copy, self.stop, None, spacing=10, margins=(0, 4, 0, 0)),
            title="Tweede plek",
            spacing=6,
        )
        self.setLayout(col(made))

    def show_place(self, plek: TweedePlek | None) -> None:
        """Which place it is and how it goes."""
        chosen = plek is not None
        self._explain.setVisible(not chosen)
        for part in (self._path, self._line, self.copy, self.stop):
            part.setVisible(chosen)
        self.choose.setText("Andere plek…" if chosen else "Plek kiezen…")
        if plek is not None:
            self._path.setText(plek.pad)
            icon, token = _GOED.get(plek.uitkomst, _LET_OP)
            self._icon.set_icon(icon, token)
            self._state.setText(plek_in_woorden(plek, self._context.clock()))
            self.copy.setEnabled(plek.uitkomst is not PlekUitkomst.BEZIG)
