"""The dossier for inzage from the question of a parent to the paper; what is chosen and looked at survives a lock."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.datums import lijst
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.inzagedossier import InzageConcept, Inzagedossier, InzageVrager, Lakwerk
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.services.inzagedossier import InzageVraag, sleutel
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.dossier.nakijken import Nakijken
from svp_desktop.ui.tabs.casussen.dossier.papier import InzageWerk
from svp_desktop.ui.tabs.casussen.dossier.vraag import VraagForm
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb

VRAAG, NAKIJKEN = "vraag", "nakijken"
_NIEUW = "Er is intussen iets veranderd. Kijk na wat er nog open staat."


class DossierEditor(QWidget):
    """`left` when the user goes back to the casus, `recorded(casus_id)` when inzage was given."""

    left = Signal()
    recorded = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.inzagedossier
        self._casus_id = 0
        self._vraag = InzageVraag("", (), 0)
        self._vragers: tuple[InzageVrager, ...] = ()
        self.concept = self._fresh = InzageConcept()
        self._out: InzageWerk | None = None
        self.crumb, self.saved = crumb("Terug"), Saved()
        self.stap = Segmented(((VRAAG, "1. Wie vraagt"), (NAKIJKEN, "2. Nakijken")), VRAAG, name="Stap")
        self.verder = primary("Verder", "arrow-right", tip="Verder (Ctrl+Enter)")
        self.titel = TitleRow("Dossier voor inzage", "", self.saved, self.verder)
        self.melding = Notice(State.LET_OP, "", compact=True)
        self.vraag, self.nakijken = VraagForm(context.today), Nakijken()
        self._body = QStackedWidget()
        self._body.addWidget(self.vraag)
        self._body.addWidget(self.nakijken)
        self.paper = UitvoerPage(context)
        top = row(self.crumb, None, self.stap)
        work = col(top, self.titel, self.melding, (self._body, 1), margins=(16, 6, 16, 12), spacing=6)
        self._work = holder(work)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.paper)
        self.setLayout(col((self._stack, 1), spacing=0))
        self.melding.hide()
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._title)
        self._connect()

    def _connect(self) -> None:
        self._keeper.kept.connect(self._show_kept)
        self._keeper.failed.connect(self._show_error)
        self.crumb.clicked.connect(self.left)
        self.stap.changed.connect(self._step_chosen)
        self.verder.clicked.connect(self.go_on)
        self.vraag.edited.connect(self._edited)
        self.vraag.child_chosen.connect(self._child)
        self.nakijken.changed.connect(self._choose)
        self.paper.back.connect(self._from_paper)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(self.go_on)

    # -- beginning

    def begin(self, casus_id: int) -> None:
        """The dossier of this casus, with what was chosen before."""
        self._out = None
        self._stack.setCurrentWidget(self._work)
        self.melding.hide()
        self.saved.show_text("")
        try:
            self._vraag = self._service.vraag(casus_id)
            uitleg = self._context.werkplek.instellingen.lees().tekst("inzage_uitleg")
            kept = self._context.werkplek.concepten.lees(sleutel(casus_id))
            self._casus_id = casus_id
            only = self._vraag.kinderen[0].leerling_id if len(self._vraag.kinderen) == 1 else None
            self._fresh = InzageConcept(only, gevraagd_op=lijst(self._context.today()))
            self.concept = van_dict(InzageConcept, kept.inhoud) if kept is not None else self._fresh
            self._keeper.watch(sleutel(casus_id))
            self.crumb.setText(f"Casus {self._vraag.titel}")
            self.titel.set_title("Dossier voor inzage", self._vraag.titel)
            self.vraag.begin(self._vraag, uitleg)
            self._load_child()
        except UserFacing as error:
            self._show_error(error)
            return
        started = bool(self.concept.nagekeken or self.concept.keuzes)
        self._show_step(VRAAG)
        if started:
            self.go_on()

    def sleutel(self) -> str:
        """The key of the draft of what is open."""
        return sleutel(self._casus_id)

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def go_back(self) -> bool:
        """From the paper to looking at it, from there to the question; False at the beginning."""
        if self._stack.currentWidget() is self.paper:
            self.paper.leave()
        elif self._body.currentWidget() is self.nakijken:
            self._show_step(VRAAG)
        else:
            return False
        return True

    def print_now(self) -> None:
        """To the printer, when the paper is in front."""
        if self._stack.currentWidget() is self.paper:
            self.paper.print_now()

    # -- the draft

    def _content(self) -> dict[str, Any] | None:
        return None if self.concept == self._fresh else naar_dict(self.concept)

    def _title(self) -> str:
        return "Dossier voor inzage"

    @Slot(object)
    def _show_kept(self, moment: Any) -> None:
        self.saved.show_saved(moment, "Concept bewaard")

    @Slot(object)
    def _show_error(self, error: UserFacing) -> None:
        self.melding.show_error(error)
        self.melding.show()

    # -- who asks

    def _load_child(self) -> None:
        child = self.concept.leerling_id
        self._vragers = self._service.vragers(child) if child is not None else ()
        self.vraag.load(self.concept, self._vragers)

    @Slot(object)
    def _child(self, child: int | None) -> None:
        """Another child: other parents, and nothing was looked at yet."""
        words = self.concept.woorden if child == self.concept.leerling_id else ()
        self.concept = replace(self._fresh, leerling_id=child, gevraagd_op=self.concept.gevraagd_op, woorden=words)
        self._load_child()

    @Slot()
    def _edited(self) -> None:
        child, parents, day, initials = self.vraag.chosen()
        self.concept = replace(self.concept, leerling_id=child, ouder_ids=parents, gevraagd_op=day, initialen=initials)
        self.melding.hide()
        self._keeper.edited()

    # -- looking

    @Slot(object)
    def _choose(self, concept: InzageConcept) -> None:
        if self.nakijken.werk is None:
            return
        self.concept = concept
        self.nakijken.update_work(self.nakijken.werk.met(concept))
        self._keeper.edited()
        self._name_button()

    @Slot(object)
    def _step_chosen(self, code: str) -> None:
        if code == VRAAG:
            self._show_step(VRAAG)
        else:
            self._show_step(VRAAG)
            self.go_on()

    def _show_step(self, code: str) -> None:
        self.stap.set_value(code)
        self._body.setCurrentWidget(self.vraag if code == VRAAG else self.nakijken)
        self._name_button()
        target = self.vraag.kind if code == VRAAG else self.nakijken.vel
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_button(self) -> None:
        werk = self.nakijken.werk
        if self._body.currentWidget() is self.vraag or werk is None:
            self.verder.setText("Verder")
            self.titel.set_title("Dossier voor inzage", self._vraag.titel)
            return
        left, every = len(werk.open_stukken()), len(werk.dossier.stukken)
        self.verder.setText("Nagekeken, volgende" if left else "Blad bekijken")
        self.titel.set_title("Dossier voor inzage", f"{werk.dossier.kind}, {every - left} van {every} nagekeken")

    @Slot()
    def go_on(self) -> None:
        """The next thing: read the dossier, say that this piece was looked at, or see the paper."""
        if self._stack.currentWidget() is self.paper:
            return
        if self._body.currentWidget() is self.vraag:
            self._check_question()
        elif self.nakijken.werk is not None and self.nakijken.werk.open_stukken():
            self.nakijken.seen()
            self._name_button()
        else:
            self._read(paper=True)

    def _check_question(self) -> None:
        findings = self._service.check(self.concept)
        self.vraag.show_findings(findings)
        if not findings:
            self._read(paper=False)

    def _read(self, *, paper: bool) -> None:
        """Read the dossier as it is now; with everything looked at, on to the paper."""
        casus_id, child = self._casus_id, self.concept.leerling_id
        assert child is not None

        def work(progress: Progress) -> Inzagedossier:
            return self._service.dossier(casus_id, child)

        def done(dossier: Inzagedossier) -> None:
            werk = Lakwerk(dossier, self.concept)
            if paper and not werk.open_stukken():
                self._out = InzageWerk(self._context, werk)
                self._stack.setCurrentWidget(self.paper)
                self.paper.show_work(self._out)
                return
            self.nakijken.show_work(werk)
            self._show_step(NAKIJKEN)
            if paper:
                self.melding.show_message(State.LET_OP, _NIEUW)
            self.melding.setVisible(paper)

        self._context.tasks.run(work, done, self._context.bar.show_error, self)

    @Slot()
    def _from_paper(self) -> None:
        self._stack.setCurrentWidget(self._work)
        out, self._out = self._out, None
        if out is not None and out.gegeven:
            self._keeper.rest()
            self._context.hub.publish(out.changes)
            self.recorded.emit(self._casus_id)
        else:
            self.verder.setFocus(Qt.FocusReason.OtherFocusReason)
