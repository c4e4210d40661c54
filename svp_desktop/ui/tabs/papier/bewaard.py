"""A kept paper, read only: the very bytes that were handed out, with when, to whom and how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.uitreiken import PapierRegel, Wijze
from svp_desktop.ui.preview import PaperView, Render
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb, fact


class BewaardPapier(QWidget):
    """Shows one kept paper; `correct_wanted` begins a new version from its text."""

    back = Signal()
    print_wanted = Signal()
    pdf_wanted = Signal()
    correct_wanted = Signal()

    def __init__(self, render: Render) -> None:
        super().__init__()
        self.crumb = crumb("Casus")
        self.title = TitleRow("Papier", "")
        self.notice = Notice(State.INFO, "")
        self.voorbeeld = PaperView(render)
        self._op, self._aan, self._hoe, self._nummer = Label(""), Label("", wrap=True), Label(""), Label("")
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.pdf = button("PDF opslaan…", "download")
        self.verbeteren = button("Verbeteren…", "pencil", tip="Een nieuwe versie maken; deze blijft bewaard")
        facts = card(
            fact("Uitgereikt op", self._op),
            fact("Aan", self._aan),
            fact("Hoe", self._hoe),
            fact("Versie", self._nummer),
            Label("Dit papier verandert niet meer. Met Verbeteren maakt u een nieuwe versie.", "small", wrap=True),
            title="Zoals uitgereikt",
            spacing=10,
        )
        out = card(self.afdrukken, row((self.pdf, 1), (self.verbeteren, 1)), spacing=9)
        right = holder(col(facts, None, out, spacing=12))
        right.setFixedWidth(min(scaled(316), 420))
        body = row((self.voorbeeld, 1), right, spacing=12)
        self.setLayout(
            col(row(self.crumb, None), self.title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=4)
        )
        self.notice.hide()
        self.crumb.clicked.connect(self.back)
        self.afdrukken.clicked.connect(self.print_wanted)
        self.pdf.clicked.connect(self.pdf_wanted)
        self.verbeteren.clicked.connect(self.correct_wanted)

    def show_paper(self, item: PapierRegel, pdf: bytes, casus_titel: str, roepnaam: str) -> None:
        """Show this paper, from its very bytes."""
        self.crumb.setText(f"Casus {casus_titel}".replace("&", "&&"))
        self.title.set_title("Papier", f"{item.titel}, {roepnaam}")
        self._op.setText(datums.in_woorden(item.uitgereikt_op))
        self._aan.setText(item.aan)
        self._hoe.setText("op papier" if item.wijze is Wijze.OP_PAPIER else "anders")
        self._nummer.setText(str(item.nummer))
        self.notice.hide()
        self.voorbeeld.set_pdf(pdf, item.paginas)

    def say(self, state: State, lead: str, text: str = "") -> None:
        """A message above the page."""
        self.notice.show_message(state, lead, text)
        self.notice.show()
