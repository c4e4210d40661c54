"""The report on the screen: the very bytes that are printed or saved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from svp_desktop.domain.inzicht import Periode
from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, row, rule, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Field
from svp_desktop.ui.widgets.page import TitleRow, crumb

_UITLEG = (
    "Op dit blad staan geen namen. Aantallen onder 5 staan er niet op, en ook niet de aantallen waarmee u die kunt"
    " uitrekenen. Op het scherm ziet u alles."
)
_HALF = (
    "Op papier staan alleen halve schooljaren die voorbij zijn. Zo kan niemand twee bladen naast elkaar leggen om een"
    " klein aantal te vinden."
)
_MAANDEN = {2: "februari tot en met juli", 8: "augustus tot en met januari"}
_OPSLAAN = "Opslaan als PDF kan ook: kies dat bij het afdrukken als printer."


class InzichtBlad(QWidget):
    """Shows and prints the report of a half school year. `back()` to the numbers."""

    back = Signal()
    gekozen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.crumb = crumb("Inzicht")
        self.voorbeeld = PaperPane(context)
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.halfjaar = QComboBox()
        self.halfjaar.setAccessibleName("Half schooljaar")
        guard_wheel(self.halfjaar)
        words = card(
            Field("Half schooljaar", self.halfjaar),
            self.afdrukken,
            Label(_HALF, "muted", wrap=True),
            rule(),
            Label(_UITLEG, wrap=True),
            Label(_OPSLAAN, "muted", wrap=True),
            spacing=10,
        )
        right = scroll(col(words, None))
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
        self.halfjaar.activated.connect(self._chosen)

    def offer(self, perioden: Sequence[Periode], chosen: Periode) -> None:
        """These to choose from, without telling."""
        self.halfjaar.clear()
        for one in perioden:
            self.halfjaar.addItem(f"{_MAANDEN[one.vanaf.month]} {one.tot.year}", one)
        self.halfjaar.setCurrentIndex(list(perioden).index(chosen))

    @Slot(int)
    def _chosen(self, at: int) -> None:
        self.gekozen.emit(self.halfjaar.itemData(at))

    def show_sheet(self, pdf: bytes) -> None:
        """This report. Raises PapierFout."""
        self.voorbeeld.show_paper(pdf)

    @Slot()
    def _printed(self) -> None:
        self._context.bar.say("Het rapport is naar de printer gestuurd.")
