"""An opened dossier: the five steps on top, left what was recorded, in the middle the step, right the log."""

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.meldcode import MeldcodeBlad, MeldcodeStuk
from svp_desktop.domain.meldcode_keuzes import StukSoort
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAPPEN, StapStand, beelden, nu
from svp_desktop.domain.meldcode_termijnen import wachtend
from svp_desktop.domain.meldcode_weging import Bestemming, route
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import offer_draft
from svp_desktop.ui.oudere_kopie import OudereKopie
from svp_desktop.ui.tabs.meldcode import kaarten
from svp_desktop.ui.tabs.meldcode.stuk_regel import StukRegel
from svp_desktop.ui.tabs.meldcode.vak import kop
from svp_desktop.ui.tabs.meldcode.weegroute import RouteBeeld
from svp_desktop.ui.theme import color, scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, add, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import Kind, Segmented, button, primary
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb
from svp_desktop.ui.widgets.stage import StageBar, StageState, Step

_CLOSED = "U kunt het dossier lezen. Heropen het om iets te schrijven."
_STATES = {StapStand.KLAAR: StageState.DONE, StapStand.BEZIG: StageState.NOW, StapStand.LATER: StageState.LATER}
_VAST = (
    StukSoort.ADVIES, StukSoort.GESPREK, StukSoort.AFSPRAAK, StukSoort.TERMIJN, StukSoort.GEDEELD,
    StukSoort.VT_VRAAG, StukSoort.GEVAAR, StukSoort.ONTERECHT,
)  # fmt: skip
_UITSPRAKEN, _ROND, _EERDER = "uitspraken", "rond", "eerder"


class VtVak(QFrame):
    """Where to call, always in view; nothing is sent from here."""

    def __init__(self) -> None:
        super().__init__()
        self.melden, self.gevaar = button("Gesprek", "plus", small=True), button("Direct gevaar", small=True)
        self.melden.setAccessibleName("Gesprek met Veilig Thuis vastleggen")
        self.melden.setToolTip("Gesprek met Veilig Thuis vastleggen")
        self._title, self._bellen = ElidedLabel("", "h3"), Label("", "small", wrap=True)
        words = col(self._title, self._bellen, spacing=1)
        self.setLayout(
            row(Icon("phone", "text", 18), (words, 1), self.gevaar, self.melden, margins=(14, 8, 12, 8), spacing=10)
        )

    def show_words(self, words: MeldcodeWoorden, *, melden: bool) -> None:
        """The numbers of now; `melden` when the questions lead to it."""
        self._title.setText("Melden bij Veilig Thuis" if melden else words.tekst("vt.naam"))
        self._bellen.setText(words.bellen())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("ink"), 1.6))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


#: The menu shows the last ones; all of them stand in the log.
_EERDER_PAPIER = 8


class MeldcodeDetail(QWidget):
    """`wanted(what, argument)` asks for a form or a verb: stap, stuk, uitspraak, verbeter, antwoord, regel, kop,
    sluiten, heropenen, opnieuw, afronden, papier, bewaard; `resume_wanted` and `throw_wanted` answer an offered
    draft."""

    left = Signal()
    wanted = Signal(str, object)
    resume_wanted = Signal()
    throw_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._blad: MeldcodeBlad | None = None
        self._words = MeldcodeWoorden()
        self.stap = 1
        self.crumb = crumb("Alle dossiers")
        self._lock = label("", "muted")
        self.papieren = button("Papieren", menu=QMenu())
        self.vastleggen, self.meer = button("Vastleggen", menu=QMenu()), button("Meer", menu=QMenu())
        self.afronden = primary("")
        self.title = TitleRow("", "", self.papieren, self.meer, self.vastleggen, self.afronden)
        self.notice, self.closed = Notice(State.INFO, ""), Notice(State.INFO, "", _CLOSED)
        self.kopie = OudereKopie()
        self.stages = StageBar([Step(STAP_NAMEN[one]) for one in STAPPEN])
        self.deel = Segmented(
            [(_UITSPRAKEN, "Uitspraken"), (_ROND, "Rondom"), (_EERDER, "Eerder")], _UITSPRAKEN, small=True, name="Wat"
        )
        self._links, self._midden, self._rechts = (col(spacing=8) for _ in range(3))
        self.vt = VtVak()
        self._wacht_teken, self._wacht = Icon("triangle-alert", "warn", 15, "wacht"), ElidedLabel("", "warn")
        waiting = row(self._wacht_teken, (self._wacht, 1), margins=(12, 0, 12, 0), spacing=6)
        head = row(self.crumb, (waiting, 1), Icon("lock", "muted", 15), self._lock, spacing=6)
        first = holder(row((self._left(), 44), (self._middle(), 53), spacing=12))
        body = GivesWay(row((first, 97), (self._right(), 29), spacing=12), low=330, narrow=1150, under=(340, 200))
        self.setLayout(
            col(head, self.title, self.kopie, self.notice, self.closed, self.stages, (body, 1),
                margins=(16, 6, 16, 12), spacing=8)
        )  # fmt: skip
        self.notice.hide()
        self._connect()

    def _left(self) -> QWidget:
        self._nieuw = Flow(label("Nieuw:", "muted"))
        for aard in Aard:
            made = button(kop(aard), "plus", small=True)
            made.setAccessibleName(f"Nieuwe uitspraak: {word(aard)}")
            made.setProperty("vraagt", ("uitspraak", aard))
            made.clicked.connect(self._asked)
            self._nieuw.add(made)
        self._nieuw_vak = card(self._nieuw, sub=True, margins=(12, 8, 12, 8))
        return card(
            row(self.deel, None),
            (self._scroll(self._links, "Vastgelegd"), 1),
            self._nieuw_vak,
            margins=(16, 10, 12, 12),
        )

    def _middle(self) -> QWidget:
        self._stap_naam, self._stap_stand = Label("", "h2"), ElidedLabel("", "muted")
        return card(
            row(self._stap_naam, None, self._stap_stand), (self._scroll(self._midden, "Stap"), 1), self.vt,
            margins=(16, 10, 12, 12),
        )  # fmt: skip

    def _right(self) -> QWidget:
        self._erbij = button("Nieuwe regel", "plus", small=True)
        self._erbij.setProperty("vraagt", ("regel", ""))
        self._erbij.clicked.connect(self._asked)
        title = row(label("Logboek", "h2"), None, ElidedLabel("alleen aanvullen", "muted"))
        return card(title, (self._scroll(self._rechts, "Logboek"), 1), row(self._erbij, None), margins=(16, 10, 12, 12))

    @staticmethod
    def _scroll(content: QVBoxLayout, name: str) -> QScrollArea:
        made = scroll(col(content, None, margins=(0, 0, 8, 0)))
        made.setAccessibleName(name)
        made.setMinimumHeight(scaled(110))
        return made

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.left)
        self.stages.chosen.connect(self._step_chosen)
        self.deel.changed.connect(self._part_chosen)
        self.afronden.clicked.connect(self._finish)
        self.vt.melden.setProperty("vraagt", ("stuk", StukSoort.ADVIES))
        self.vt.gevaar.setProperty("vraagt", ("stuk", StukSoort.GEVAAR))
        for made in (self.vt.melden, self.vt.gevaar):
            made.clicked.connect(self._asked)
        for made in (self.papieren, self.vastleggen, self.meer):
            made.menu().triggered.connect(self._menu_asked)

    # -- what is shown

    @property
    def blad(self) -> MeldcodeBlad:
        """The dossier that is shown."""
        assert self._blad is not None
        return self._blad

    def dossier_id(self) -> int:
        """Id of the dossier that is shown, or 0."""
        return self._blad.dossier.id if self._blad else 0

    def set_lock_minutes(self, minutes: int) -> None:
        """How soon the program locks while this is on the screen."""
        self._lock.setText(f"Vergrendelt na {minutes} {'minuut' if minutes == 1 else 'minuten'}")

    def show_blad(self, blad: MeldcodeBlad, words: MeldcodeWoorden) -> None:
        """Show this dossier; another one begins with the step that is in hand."""
        if self.dossier_id() != blad.dossier.id:
            self.stap = nu(blad)
            self.deel.set_value(_UITSPRAKEN)
        self._blad, self._words = blad, words
        self._show_head()
        self.vt.show_words(words, melden=route(blad.antwoorden).uitkomst is Bestemming.MELDEN)
        self._show_left()
        self._show_step()
        clear(self._rechts)
        for item in kaarten.log(blad, self._context.today()):
            add(self._rechts, item)

    def forget(self) -> None:
        """Nothing of the dossier stays on the page."""
        self._blad = None
        self.title.set_title("", "")
        self._wacht.setText("")
        for part in (self.kopie, self.notice, self.closed, self._wacht_teken):
            part.hide()
        for layout in (self._links, self._midden, self._rechts):
            clear(layout)

    def take_keyboard(self) -> None:
        """The keyboard begins with the step in hand, or with the way back."""
        first = self.crumb if self.afronden.isHidden() else self.afronden
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_draft(self, moment: datetime, what: str) -> None:
        """Something was being typed here: go on with it, or throw it away."""
        offer_draft(self.notice, moment, what, self.resume_wanted, self.throw_wanted)

    def show_step(self, nummer: int) -> None:
        """Another step in the middle."""
        self.stap = nummer
        self._show_step()

    def _show_head(self) -> None:
        blad = self.blad
        dossier, running = blad.dossier, blad.schrijfbaar
        self.kopie.setVisible(blad.alleen_lezen)
        # a paper that leaves is kept in the dossier, and nothing can be kept in an older copy
        self.papieren.setVisible(not blad.alleen_lezen)
        facts = (blad.over_wie, dossier.groep)
        watch = f". Toezicht: {blad.kop.toezicht}" if blad.kop.toezicht else ""
        self.title.set_title(f"Dossier {dossier.nummer}", ", ".join(filter(None, facts)) + watch)
        self.stages.set_steps([Step(one.naam, one.onder, _STATES[one.stand]) for one in beelden(blad)])
        self._fill_menus()
        for part in (self.vastleggen, self._nieuw_vak, self._erbij, self.vt.melden, self.vt.gevaar):
            part.setVisible(running)
        self.closed.setVisible(dossier.gesloten)
        if dossier.gesloten_op is not None:
            why = f": {word(blad.afloop)}" if blad.afloop else ""
            lead = f"Gesloten op {datums.lijst(dossier.gesloten_op)}{why}"
            self.closed.show_message(State.INFO, lead, f"{_CLOSED} {self._words.tekst('bewaren.uitleg')}")
        waiting = [one for one in wachtend(blad) if running and one.datum <= self._context.today()]
        lines = [f"{one.zin}, {datums.dag_kort(one.datum)}" for one in waiting]
        self._wacht_teken.setVisible(bool(lines))
        self._wacht.setText(f"Wacht: {'; '.join(lines)}" if lines else "")

    def _fill_menus(self) -> None:
        papers, record, more = self.papieren.menu(), self.vastleggen.menu(), self.meer.menu()
        for menu in (papers, record, more):
            menu.clear()
        for paper in MeldcodePapier:
            papers.addAction(word(paper)).setData(("papier", paper))
        if self.blad.papieren:
            papers.addSection("Eerder gemaakt")
        for kept in reversed(self.blad.papieren[-_EERDER_PAPIER:]):
            text = f"{word(MeldcodePapier(kept.soort))}, {kept.wijze} op {datums.lijst(kept.op.date())}"
            papers.addAction(text).setData(("bewaard", kept))
        for soort in _VAST:
            record.addAction(word(soort)).setData(("stuk", soort))
        verbs: tuple[tuple[str, tuple[str, object]], ...] = ()
        if self.blad.schrijfbaar:
            verbs = (("Wie en wat", ("kop", None)), ("Dossier sluiten", ("sluiten", None)))
        elif not self.blad.alleen_lezen:
            verbs = (("Dossier heropenen", ("heropenen", None)), ("Verzoek om vernietiging", ("vernietigen", None)))
        for text, asked in (*verbs, ("Wie deed wat, en wie las dit", ("spoor", None))):
            more.addAction(text).setData(asked)

    def _show_left(self) -> None:
        blad = self.blad
        counts = {
            _UITSPRAKEN: ("Uitspraken", len(blad.van(StukSoort.UITSPRAAK))),
            _ROND: ("Rondom", sum(len(blad.van(soort)) for soort in kaarten.ROND)),
            _EERDER: ("Eerder", len(blad.aantekeningen)),
        }
        for part, (text, count) in counts.items():
            self.deel.set_text(part, f"{text}  {count}" if count else text)
        self.deel.parts()[2].setVisible(bool(blad.aantekeningen))
        clear(self._links)
        wants = self.deel.value()
        if wants == _EERDER:
            items = kaarten.eerdere(blad)
        else:
            items = (kaarten.rondom if wants == _ROND else kaarten.uitspraken)(blad, self._regel)
        for item in items:
            add(self._links, item)

    def _show_step(self) -> None:
        blad, number = self.blad, self.stap
        running = blad.schrijfbaar
        stap = blad.stap(number)
        open_step = running and (stap is None or not stap.afgerond)
        self._stap_naam.setText("Afwegingsvragen" if number == 4 else f"Stap {number}: {STAP_NAMEN[number].lower()}")
        again = f"ronde {stap.ronde}" if stap and stap.ronde > 1 else ""
        walked = route(blad.antwoorden)
        outcome = f"uitkomst: {walked.uitkomst.value}" if walked.uitkomst else "elk antwoord wordt apart bewaard"
        self._stap_stand.setText(outcome if number == 4 else again)
        self._stap_stand.set_role("lead" if number == 4 and walked.uitkomst else "muted")
        self.afronden.setText(f"Stap {number} afronden …")
        self.afronden.setAccessibleName(f"Stap {number} afronden")
        self.afronden.setVisible(open_step)
        clear(self._midden)
        if number == 4:
            questions = RouteBeeld(walked, self._words, running=running)
            questions.chosen.connect(self._answered)
            self._midden.addWidget(questions)
        words, today = self._words.tekst(f"stap.{number}"), self._context.today()
        for item in kaarten.stap(blad, number, words, self._regel, self._maak, today):
            add(self._midden, item)

    def _regel(self, stuk: MeldcodeStuk) -> StukRegel:
        made = StukRegel(stuk, running=self.blad.schrijfbaar)
        made.open_wanted.connect(self._open_record)
        made.add_wanted.connect(self._add_to_record)
        return made

    def _maak(self, text: str, icon: str, asked: tuple[str, object], kind: Kind) -> QPushButton:
        made = button(text, icon, kind, small=kind is not Kind.LINK)
        made.setProperty("vraagt", asked)
        made.clicked.connect(self._asked)
        return made

    # -- what the user asks

    @Slot()
    def _asked(self) -> None:
        made = self.sender()
        if isinstance(made, QPushButton):
            self.wanted.emit(*made.property("vraagt"))

    @Slot(QAction)
    def _menu_asked(self, action: QAction) -> None:
        self.wanted.emit(*action.data())

    @Slot()
    def _finish(self) -> None:
        self.wanted.emit("afronden", self.stap)

    @Slot(int)
    def _step_chosen(self, position: int) -> None:
        self.show_step(position + 1)

    @Slot(object)
    def _part_chosen(self, _part: object) -> None:
        self._show_left()

    @Slot(object, object)
    def _answered(self, vraag: object, keuze: object) -> None:
        self.wanted.emit("antwoord", (vraag, keuze))

    @Slot(int)
    def _open_record(self, stuk_id: int) -> None:
        self.wanted.emit("verbeter", stuk_id)

    @Slot(int)
    def _add_to_record(self, stuk_id: int) -> None:
        self.wanted.emit("regel", f"stuk:{stuk_id}")
