"""A kept paper, read only: the very bytes that were handed out, with when, to whom and how; and its other versions."""

from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_verschil import vergelijk
from svp_desktop.domain.uitreiken import PapierRegel, Wijze, versies_van
from svp_desktop.ui.context import Context
from svp_desktop.ui.preview import PaperView
from svp_desktop.ui.tabs.papier.uitgang import NIET_VERSLEUTELD, Vel, bewaar_pdf, druk_af
from svp_desktop.ui.tabs.papier.verschil import VerschilView
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb, fact


@dataclass(frozen=True, slots=True)
class Bewaard:
    """The paper that is shown: its line in the dossier, its text and its very bytes."""

    regel: PapierRegel
    draft: PapierDraft
    pdf: bytes


class BewaardPapier(QWidget):
    """Shows one kept paper, prints and saves it. `correct_wanted` begins a new version from its text, `version_wanted`
    is another version."""

    back = Signal()
    correct_wanted = Signal()
    version_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.papieren
        self.kept: Bewaard | None = None
        self.crumb = crumb("Casus")
        self.title = TitleRow("Papier", "")
        self.notice = Notice(State.INFO, "")
        self.voorbeeld, self.verschil = PaperView(self._service.pagina), VerschilView()
        self.beeld = Segmented([(False, "Het papier"), (True, "Wat is anders")], False, name="Wat u ziet")
        self._stack = QStackedWidget()
        self._op, self._aan, self._hoe, self._nummer = Label(""), Label("", wrap=True), Label(""), Label("")
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.pdf = button("PDF opslaan…", "download")
        self.verbeteren = button("Verbeteren…", "pencil", tip="Een nieuwe versie maken; deze blijft bewaard")
        self._versions = col(spacing=6)
        self.openers: dict[int, QPushButton] = {}
        self.vergelijkers: dict[int, QPushButton] = {}
        self._build()
        self.crumb.clicked.connect(self.back)
        self.afdrukken.clicked.connect(self.print_now)
        self.pdf.clicked.connect(self._save)
        self.verbeteren.clicked.connect(self.correct_wanted)
        self.beeld.changed.connect(self._show_side)

    def _build(self) -> None:
        for part in (self.voorbeeld, self.verschil):
            self._stack.addWidget(part)
        facts = card(
            fact("Uitgereikt op", self._op),
            fact("Aan", self._aan),
            fact("Hoe", self._hoe),
            fact("Versie", self._nummer),
            Label("Dit papier verandert niet meer. Met Verbeteren maakt u een nieuwe versie.", "small", wrap=True),
            title="Zoals uitgereikt",
            spacing=10,
        )
        self._others = card(self._versions, title="Andere versies", spacing=8)
        out = card(self.afdrukken, row((self.pdf, 1), (self.verbeteren, 1)), spacing=9)
        right = holder(col((scroll(col(facts, self._others, None, spacing=12)), 1), out, spacing=12))
        right.setFixedWidth(min(scaled(316), 420))
        self._side = holder(row(self.beeld, None))
        body = row((holder(col(self._side, (self._stack, 1), spacing=6)), 1), right, spacing=12)
        self.setLayout(
            col(row(self.crumb, None), self.title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=4)
        )
        self.notice.hide()

    def show_record(self, record: int) -> None:
        """Show this paper, from its very bytes. Raises NietGevonden, BestandBeschadigd."""
        item = self._service.regel(record)
        draft, pdf = self._service.lees(record)
        casus = self._context.werkplek.casussen.lees(item.casus_id).titel
        self.kept = Bewaard(item, draft, pdf)
        self.crumb.setText(f"Casus {casus}".replace("&", "&&"))
        self.title.set_title("Papier", f"{item.titel}, {draft.roepnaam or casus}")
        self._op.setText(datums.in_woorden(item.uitgereikt_op))
        self._aan.setText(item.aan)
        self._hoe.setText("op papier" if item.wijze is Wijze.OP_PAPIER else "anders")
        self._nummer.setText(str(item.nummer))
        self.notice.hide()
        self.voorbeeld.set_pdf(pdf, item.paginas)
        self._show_versions(versies_van(self._service.lijst(item.casus_id), record))

    def _show_versions(self, versions: tuple[PapierRegel, ...]) -> None:
        """The other versions, each to open and to lay beside this one."""
        assert self.kept is not None
        here = self.kept.regel.id
        clear(self._versions)
        self.openers, self.vergelijkers = {}, {}
        for item in versions:
            if item.id == here:
                continue
            words = ElidedLabel(f"Versie {item.nummer}, {datums.dag_maand(item.uitgereikt_op)}", "h3")
            self.openers[item.id] = link("Openen", "file-text", tight=True)
            self.vergelijkers[item.id] = link("Vergelijken", "columns-3", tight=True)
            self.openers[item.id].setAccessibleName(f"Versie {item.nummer} openen")
            self.vergelijkers[item.id].setAccessibleName(f"Vergelijken met versie {item.nummer}")
            self.openers[item.id].setProperty("papier", item.id)
            self.vergelijkers[item.id].setProperty("papier", item.id)
            self.openers[item.id].clicked.connect(self._open)
            self.vergelijkers[item.id].clicked.connect(self._compare)
            self._versions.addWidget(words)
            self._versions.addLayout(row(self.openers[item.id], self.vergelijkers[item.id], None, spacing=14))
        self._others.setVisible(bool(self.openers))
        self._side.hide()
        self.beeld.set_value(False)
        self._stack.setCurrentIndex(0)

    @Slot()
    def _open(self) -> None:
        self.version_wanted.emit(self.sender().property("papier"))

    @Slot()
    def _compare(self) -> None:
        """What differs between this paper and the chosen version; the older one always comes first."""
        assert self.kept is not None
        try:
            other = self._service.regel(self.sender().property("papier"))
            text, _pdf = self._service.lees(other.id)
        except UserFacing as error:
            self._show_error(error)
            return
        here = (self.kept.regel, self.kept.draft)
        (old, before), (new, after) = sorted((here, (other, text)), key=lambda pair: pair[0].id)
        heading = f"Van versie {old.nummer} naar versie {new.nummer}"
        self.verschil.show_differences(heading, vergelijk(before, after))
        self._side.show()
        self.beeld.set_value(True)
        self._stack.setCurrentIndex(1)
        self.verschil.setFocus()

    @Slot(object)
    def _show_side(self, differences: bool) -> None:
        self._stack.setCurrentIndex(int(differences))

    # -- out

    @Slot()
    def print_now(self) -> None:
        """To the printer, as it was handed out."""
        if self.kept is None:
            return
        try:
            if druk_af(self._context, self, [Vel(self.kept.pdf, self.kept.regel.paginas)], 1):
                self._service.afgedrukt(self.kept.draft)
                self.say(State.OK, "Het papier is naar de printer gestuurd.")
        except UserFacing as error:
            self._show_error(error)

    @Slot()
    def _save(self) -> None:
        if self.kept is None:
            return
        draft = self.kept.draft
        try:
            if bewaar_pdf(self._context, self, self.kept.pdf, self._service.bestandsnaam(draft)) is not None:
                self._service.opgeslagen(draft)
                self.say(State.LET_OP, "De PDF is opgeslagen.", NIET_VERSLEUTELD)
        except UserFacing as error:
            self._show_error(error)

    def _show_error(self, error: UserFacing) -> None:
        self.say(State.BLOK, error.what, f"{error.safe} {error.now}")

    def say(self, state: State, lead: str, text: str = "") -> None:
        """A message above the page."""
        self.notice.show_message(state, lead, text)
        self.notice.show()
