"""The controleblad on the screen: the very bytes that are printed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb

_UITLEG = (
    "Op het blad staat hoe de lijst nu is. Bewaar het buiten deze computer. Verandert iemand later een oude regel,"
    " dan past de lijst niet meer bij het blad."
)
_VERGELIJKEN = (
    "Vergelijken met een eerder blad: zoek de regel met het nummer van dat blad. Onder de lijst moeten dezelfde zes"
    " woorden staan."
)


class ControlebladPagina(QWidget):
    """Shows and prints one sheet. `printed()` after the printer took it."""

    back = Signal()
    printed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.crumb = crumb("Wie deed wat")
        self.melding = Notice(State.OK, "", compact=True)
        self.voorbeeld = PaperPane(context)
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        right = holder(
            col(
                card(Label(_UITLEG, wrap=True), Label(_VERGELIJKEN, "muted", wrap=True), self.afdrukken, spacing=10),
                None,
            )
        )
        right.setFixedWidth(min(scaled(316), 420))
        self.setLayout(
            col(
                row(self.crumb, None),
                TitleRow("Controleblad", "Voor in een map met een slot"),
                self.melding,
                (row((self.voorbeeld, 1), right, spacing=12), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self.crumb.clicked.connect(self.back)
        self.afdrukken.clicked.connect(self.voorbeeld.print_now)
        self.voorbeeld.printed.connect(self.printed)

    def show_sheet(self, pdf: bytes) -> None:
        """This sheet, not printed yet. Raises PapierFout."""
        self.melding.hide()
        self.voorbeeld.show_paper(pdf)

    def say(self, state: State, lead: str, text: str = "") -> None:
        """A message above the sheet."""
        self.melding.show_message(state, lead, text)
        self.melding.show()
