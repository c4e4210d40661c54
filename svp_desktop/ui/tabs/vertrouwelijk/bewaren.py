"""Bewaren: which closed dossiers may go, destroying them, and the certificate without names (law.md 2.6)."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLayout, QStackedWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.vertrouwelijk_jaar import BewaarRegel, BewaarStand, Vernietigd, herinnering, jaar_naam
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.papieren import Papier
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import Icon, Label, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow

_SUB = "Een dossier blijft niet langer dan nodig"
_EMPTY = "Er zijn geen gesloten dossiers. Een dossier komt hier als u het sluit, tot het vernietigd is."
_REASON = "De zaken zijn gesloten en staan in het jaarverslag."
_TAKEN_BACK = "De toestemming is ingetrokken."
_COPIES = "In oude reservekopieën staan ze nog, op slot. De oudste kopie verdwijnt na ongeveer een jaar."


class BewarenPage(Deel):
    """The dossiers on their way out, and what was destroyed."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.vertrouwelijk_jaar(woorden.soort)
        self.vakjes: dict[int, QCheckBox] = {}
        self.vernietig = button("Vernietigen met verklaring…", "trash-2")
        self.reden = Area(_REASON, height=64, name="Reden")
        self._reason = Field("Reden", self.reden, hint="Dit komt op de verklaring. Schrijf er geen namen in.")
        self.notice = Notice(State.INFO, "")
        self._lines, self._done_lines = col(spacing=8), col(spacing=4)
        self._empty = EmptyState("archive", _EMPTY)
        self._list = card(self._lines, title="Gesloten of ingetrokken", spacing=8)
        self._how = card(self._reason, label(_COPIES, "muted", wrap=True), title="Vernietigen", spacing=10)
        self._past = card(self._done_lines, title="Verklaringen", spacing=6)
        right = col(self._how, self._past, None, spacing=10)
        body = scroll(holder(row((col(self._empty, self._list, None), 5), (right, 3), spacing=12)))
        title = TitleRow("Bewaren en vernietigen", _SUB, self.vernietig)
        page = holder(col(title, self.notice, (body, 1), margins=(16, 2, 16, 12), spacing=8))
        self.papier = UitvoerPage(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        self.stack.addWidget(self.papier)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.vernietig.clicked.connect(self._destroy)
        self.papier.back.connect(self._back)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read again what may go."""
        try:
            lines, past = self._service.bewaarde(), self._service.vernietigingen()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        clear(self._lines)
        self.vakjes = {}
        for line in sorted(lines, key=lambda one: not one.kan_weg):  # what may go first
            self._lines.addLayout(self._line(line))
        ready = 0 if self._service.alleen_lezen else sum(line.kan_weg for line in lines)
        self.notice.setVisible(bool(ready))
        self.notice.show_message(
            State.LET_OP,
            herinnering(ready),
            f"Vink {'het' if ready == 1 else 'ze'} aan, en druk daarna de verklaring af.",
        )
        self._empty.setVisible(not lines)
        self._list.setVisible(bool(lines))
        for part in (self._how, self.vernietig):
            part.setVisible(bool(ready))
        clear(self._done_lines)
        for one in past:
            self._done_lines.addLayout(self._certificate(one))
        self._past.setVisible(bool(past))

    def _line(self, line: BewaarRegel) -> QLayout:
        words = f"Dossier {line.dossier.nummer}, {line.dossier.naam}"
        tick = QCheckBox(words)
        free = line.kan_weg and not self._service.alleen_lezen
        tick.setEnabled(free)
        if free:
            self.vakjes[line.dossier.id] = tick
            tick.setProperty("ingetrokken", line.stand is BewaarStand.INGETROKKEN)
            tick.toggled.connect(self._suggest)
        icon = Icon("triangle-alert" if line.kan_weg else "clock", "warn" if line.kan_weg else "muted", 15)
        return col(tick, row(26, icon, (label(_stand(line), "small", wrap=True), 1), spacing=6), spacing=1)

    def _certificate(self, one: Vernietigd) -> QLayout:
        word = "dossier" if one.dossiers == 1 else "dossiers"
        show = link("Verklaring", "printer", tight=True)
        show.setAccessibleName(f"Verklaring van {datums.lijst(one.op.date())}")
        show.clicked.connect(partial(self._show_paper, one))
        return row((Label(f"{datums.lijst(one.op.date())}: {one.dossiers} {word}", wrap=True), 1), show)

    @Slot()
    def _suggest(self) -> None:
        """The usual reason for what is ticked; words of one's own stay."""
        chosen = [tick for tick in self.vakjes.values() if tick.isChecked()]
        if chosen and self.reden.text().strip() in (_REASON, _TAKEN_BACK):
            back = all(tick.property("ingetrokken") for tick in chosen)
            self.reden.setText(_TAKEN_BACK if back else _REASON)

    @Slot()
    def _destroy(self) -> None:
        chosen = [number for number, tick in self.vakjes.items() if tick.isChecked()]
        word = "dit dossier" if len(chosen) == 1 else f"deze {len(chosen)} dossiers"
        question = Question(
            f"Wilt u {word} vernietigen?",
            "Alles wat erin staat is dan weg. Niemand kan het terughalen, ook de maker van het programma niet.",
            "Vernietigen",
            danger=True,
        )
        if chosen and not self._context.ask.question(self, question):
            return
        try:
            made = self._service.vernietig(chosen, self.reden.text()).value
        except InvoerOnjuist as error:
            for finding in show_findings({"reden": self._reason}, error.findings)[:1]:
                self._context.bar.show_error(InvoerOnjuist((finding,)))
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._reason.show_finding(None)
        self.reload()
        self._show_paper(next(one for one in self._service.vernietigingen() if one.id == made))

    def _show_paper(self, one: Vernietigd) -> None:
        paper = Papier("Bewaren", "Verklaring van vernietiging", "Zonder namen", partial(self._service.verklaring, one))
        self.papier.show_work(paper)
        self.stack.setCurrentWidget(self.papier)

    @Slot()
    def _back(self) -> None:
        self.stack.setCurrentIndex(0)

    # -- Deel

    def shown(self) -> None:
        self.reload()

    def print_current(self) -> None:
        if self.stack.currentWidget() is self.papier:
            self.papier.print_now()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is not self.papier:
            return False
        self.papier.leave()
        return True


def _stand(line: BewaarRegel) -> str:
    closed = line.dossier.gesloten_op
    since = f"Gesloten op {datums.lijst(closed)}. " if closed else ""
    if line.stand is BewaarStand.INGETROKKEN:
        return f"{since}De toestemming is ingetrokken: dit dossier moet weg."
    if line.stand is BewaarStand.JAARVERSLAG:
        return f"{since}Wacht op het jaarverslag van {jaar_naam(line.jaar)}."
    if line.stand is BewaarStand.TERMIJN and line.vanaf is not None:
        return f"{since}Kan weg vanaf {datums.in_woorden(line.vanaf, weekdag=False)}."
    return f"{since}Kan weg."
