"""The steunfiguren of the casus under the field of an action where they belong: one press fills them in (64, 70)."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from svp_desktop.domain.casus_mensen import Steunfiguur
from svp_desktop.domain.namen import vouw
from svp_desktop.ui.widgets.base import Label, clear, col
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.flow import Flow

#: The field of each action in which the network has its place.
VELD_VOOR_STEUN = {
    "steun": "naam",
    "oplossingsverzoek": "aanwezig",
    "aankondiging": "voorgelezen_aan",
    "telefoonronde": "bellers",
    "gesprek": "aanwezig",
    "netwerkactie": "wie_mee",
}
_ZONDER = "Zonder toestemming blijft het nummer leeg. Het staat bij Mensen."


class SteunVoorstel(QWidget):
    """`chosen` carries the steunfiguren that are to be filled in. Nothing is shown when all of them stand there."""

    chosen = Signal(object)

    def __init__(self, *, numbers: bool) -> None:
        super().__init__()
        self._numbers = numbers
        self._open: tuple[Steunfiguur, ...] = ()
        self._body = col(spacing=3)
        self.setLayout(self._body)

    def show_open(self, steunfiguren: Iterable[Steunfiguur], there: Sequence[str]) -> bool:
        """Offer who is not named in one of these texts yet; True when that is somebody else than before."""
        texts = [vouw(text) for text in there]
        left = tuple(item for item in steunfiguren if not any(vouw(item.naam) in text for text in texts))
        if left == self._open and self._body.count():
            return False
        self._open = left
        clear(self._body)
        buttons = [self._button(f"{item.naam}, {item.relatie}".rstrip(", "), (item,)) for item in left]
        if len(left) > 1:
            buttons.append(self._button("Allemaal", left))
        if buttons:
            self._body.addWidget(Label("Steunfiguren van deze casus", "small"))
            self._body.addWidget(Flow(*buttons, gap=6))
        if self._numbers and any(item.telefoon and not item.telefoon_op_papier for item in left):
            self._body.addWidget(Label(_ZONDER, "small", wrap=True))
        self.setVisible(bool(buttons))
        return True

    def order(self) -> list[QWidget]:
        """What Tab goes through."""
        return list(self.findChildren(QAbstractButton))

    def _button(self, text: str, who: tuple[Steunfiguur, ...]) -> QAbstractButton:
        made = button(text, "plus", small=True, tip=f"Invullen: {text}", elide=True)
        made.setProperty("wie", who)
        made.clicked.connect(self._pressed)
        return made

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.chosen.emit(tuple(pressed.property("wie")))
