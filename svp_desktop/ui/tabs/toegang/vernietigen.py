"""Taking an account away together with what only it could open: the reason, and then the certificate on paper."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.toegang import AccountRegel, Verlies
from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.tabs.toegang.stoppen import verlies_in_woorden
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, primary
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import TitleRow, crumb


class VernietigPage(QWidget):
    """`destroy_wanted(reason)`."""

    back = Signal()
    destroy_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Terug")
        self.vernietig = button("Vernietigen met bewijs", "trash-2")
        self._title = TitleRow("", "", self.vernietig)
        self.notice = Notice(State.BLOK, "")
        self._lost = Notice(State.LET_OP, "")
        self.reden = Area(placeholder="Bijvoorbeeld: de bewaartermijn is voorbij", height=scaled(70), name="Reden")
        self.reden_veld = Field("Waarom?", self.reden, hint="Dit komt op de verklaring. Schrijf er geen namen in.")
        steps = card(
            check_line(State.INFO, "Een verklaring van vernietiging", "U ziet hem daarna en u kunt hem afdrukken."),
            check_line(
                State.INFO,
                "Reservekopieën",
                "Daar staan de gegevens nog in, op slot. Alleen wie een wachtwoord of code van toen heeft, kan erbij.",
            ),
            self.reden_veld,
            spacing=12,
        )
        steps.setMaximumWidth(scaled(720))
        body = scroll(col(row((steps, 1), None), None))
        self.setLayout(
            col(
                row(self.crumb, None),
                self._title,
                self._lost,
                self.notice,
                (body, 1),
                margins=(16, 6, 16, 12),
                spacing=8,
            )
        )
        self.crumb.clicked.connect(self.back)
        self.vernietig.clicked.connect(self._submit)
        self.setFocusProxy(self.reden)

    def begin(self, line: AccountRegel, verlies: tuple[Verlies, ...]) -> None:
        """Ask for the reason."""
        self._title.set_title("Vernietigen met bewijs", f"en het account van {line.naam} verwijderen")
        self.crumb.setText(line.naam)
        lead = f"Hiermee is {verlies_in_woorden(verlies)} voorgoed weg."
        text = "Niemand kan het terughalen, ook de maker van het programma niet. Kan iemand het overnemen? Doe dat dan."
        self._lost.show_message(State.BLOK, lead, text)
        self.reden.setText("")
        self.reden_veld.show_finding(None)
        self.notice.hide()

    def show_error(self, error: UserFacing) -> None:
        """Under the reason, or above the card."""
        if isinstance(error, InvoerOnjuist) and not show_findings({"reden": self.reden_veld}, error.findings):
            return
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _submit(self) -> None:
        self.destroy_wanted.emit(self.reden.text())


class BewijsPage(QWidget):
    """The certificates, each to be printed."""

    back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.crumb = crumb("Klaar")
        self.druk = primary("Afdrukken", "printer")
        self.said = Label("", "muted")
        self.blad = PaperPane(context)
        self._papers: tuple[bytes, ...] = ()
        self._choice = row(spacing=0)
        title = TitleRow("Verklaring van vernietiging", "Druk hem nu af: het programma bewaart hem niet", self.druk)
        paper = card((self.blad, 1), margins=(8, 8, 8, 8))
        self.setLayout(
            col(
                row(self.crumb, None),
                title,
                row(self._choice, self.said, None, spacing=10),
                (paper, 1),
                margins=(16, 6, 16, 12),
                spacing=6,
            )
        )
        self.crumb.clicked.connect(self.back)
        self.druk.clicked.connect(self.blad.print_now)
        self.blad.printed.connect(self._printed)
        self.setFocusProxy(self.druk)

    def show_papers(self, papers: tuple[bytes, ...]) -> None:
        """Show the first; the others are one click away. Raises PapierFout."""
        self.forget()
        self._papers = papers
        if len(papers) > 1:
            names = [(number, f"Verklaring {number + 1}") for number in range(len(papers))]
            choice = Segmented(names, 0, small=True, name="Welke verklaring")
            choice.changed.connect(self._show)
            self._choice.addWidget(choice)
        self._show(0)

    def papers(self) -> tuple[bytes, ...]:
        """The certificates that are shown."""
        return self._papers

    def forget(self) -> None:
        """Keep nothing of them."""
        clear(self._choice)
        self._papers = ()
        self.said.setText("")
        self.blad.forget()

    @Slot(object)
    def _show(self, number: int) -> None:
        self.blad.show_paper(self._papers[number])

    @Slot()
    def _printed(self) -> None:
        self.said.setText("Afgedrukt. Bewaar de verklaring bij het archief van de school.")
