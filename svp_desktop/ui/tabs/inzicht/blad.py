"""The report on the screen: the very bytes that are printed or saved."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.page import TitleRow, crumb

_UITLEG = (
    "Op dit blad staan geen namen. Aantallen onder 5 staan er niet op, en ook niet de aantallen waarmee u die kunt"
    " uitrekenen. Op het scherm ziet u alles."
)
_OPSLAAN = "Opslaan als PDF kan ook: kies dat bij het afdrukken als printer."


class InzichtBlad(QWidget):
    """Shows and prints the report. `back()` to the numbers."""

    back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.crumb = crumb("Inzicht")
        self.voorbeeld = PaperPane(context)
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        words = card(Label(_UITLEG, wrap=True), Label(_OPSLAAN, "muted", wrap=True), self.afdrukken, spacing=10)
        right = holder(col(words, None))
        right.setFixedWidth(min(scaled(316), 420))
        self.setLayout(
            col(
                row(self.crumb, None),
                TitleRow("Inzicht incidenten", "Voor de gesprekken in het team, de MR of het bestuur"),
                (row((self.voorbeeld, 1), right, spacing=12), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self.crumb.clicked.connect(self.back)
        self.afdrukken.clicked.connect(self.voorbeeld.print_now)
        self.voorbeeld.printed.connect(self._printed)

    def show_sheet(self, pdf: bytes) -> None:
        """This report. Raises PapierFout."""
        self.voorbeeld.show_paper(pdf)

    @Slot()
    def _printed(self) -> None:
        self._context.bar.say("Het rapport is naar de printer gestuurd.")
