"""The card with what ends an account, and what begins it again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.toegang import AccountRegel, AccountStatus, Verlies
from svp_desktop.ui.tabs.toegang.woorden import WAT
from svp_desktop.ui.widgets.base import Label, card, col, row, rule
from svp_desktop.ui.widgets.buttons import button, set_primary
from svp_desktop.ui.widgets.notice import Notice, State

_WEG = "De naam blijft staan bij wat dit account heeft gedaan. Binnenkomen kan niet meer. Dit kan niet terug."
_UIT = "Ontgrendelen kan dan niet meer, en de sleutels gaan meteen weg. Weer aanzetten kan later."
_AAN = "Het eigen wachtwoord werkt dan weer. De toegang moet opnieuw worden gegeven."
_OPNIEUW = "U krijgt vier nieuwe woorden. De eerdere woorden werken dan niet meer."
_OVERDRAGEN = (
    "Geef eerst iemand anders toegang. Een eigen dossier kan alleen {naam} zelf delen: bij Mijn account, met een "
    "tweede vertrouwenspersoon of met enveloppen."
)


def verlies_in_woorden(verlies: tuple[Verlies, ...]) -> str:
    """Het meldcode-dossier en het eigen vertrouwelijke dossier."""
    return " en ".join(WAT[item.soort] for item in verlies)


class StopKaart(QWidget):
    """Shows; what is asked goes out as signals."""

    off = Signal()
    on = Signal()
    again = Signal()
    remove = Signal()
    destroy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.uit = button("Uitzetten…", "octagon-x")
        self.aan = button("Weer aanzetten", "circle-check")
        self.opnieuw = button("Opnieuw uitnodigen", "mail")
        self.weg = button("Verwijderen…", "trash-2")
        self.vernietig = button("Vernietigen met bewijs…", "trash-2")
        self._first, self._last = Label("", "muted", wrap=True), Label("", "muted", wrap=True)
        self.lost = Notice(State.LET_OP, "", compact=True)
        self._line = rule()
        made = card(
            self._first,
            row(self.uit, self.aan, self.opnieuw, None),
            self._line,
            self.lost,
            self._last,
            row(self.weg, self.vernietig, None),
            title="Stoppen of opnieuw beginnen",
            spacing=8,
        )
        self.setLayout(col(made))
        pairs = (
            (self.uit, self.off),
            (self.aan, self.on),
            (self.opnieuw, self.again),
            (self.weg, self.remove),
            (self.vernietig, self.destroy_wanted),
        )
        for pressed, signal in pairs:
            pressed.clicked.connect(signal)

    def show_account(self, line: AccountRegel, may: bool, verlies: tuple[Verlies, ...]) -> None:
        """What can be done with this account; nothing at all when it may not."""
        self.setVisible(may)
        states = {
            AccountStatus.ACTIEF: (self.uit, _UIT),
            AccountStatus.UIT: (self.aan, _AAN),
            AccountStatus.UITGENODIGD: (self.opnieuw, _OPNIEUW),
        }
        for status, (pressed, text) in states.items():
            pressed.setVisible(line.status is status)
            if line.status is status:
                self._first.setText(text)
        for pressed in (self.aan, self.opnieuw):
            set_primary(pressed, line.status is not AccountStatus.ACTIEF)
        self.lost.setVisible(bool(verlies))
        self.vernietig.setVisible(bool(verlies))
        self.weg.setVisible(not verlies)
        self._last.setText(_OVERDRAGEN.format(naam=line.naam) if verlies else _WEG)
        if verlies:
            lead = "Verwijderen kan nu niet: er gaan gegevens verloren"
            text = f"Alleen {line.naam} heeft de sleutel van {verlies_in_woorden(verlies)}."
            self.lost.show_message(State.LET_OP, lead, text)
