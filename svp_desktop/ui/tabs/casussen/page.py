"""The page of one casus: header with facts, ladder, timeline and open tasks. It shows; the tab does."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QWidget

from svp_desktop.domain.actie_velden import wachtend
from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.casus import Casus, CasusActie, CasusStatus, Evaluatie, TijdlijnRegel, ZorgNiveau
from svp_desktop.domain.casus_taken import TeDoen
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.datums import dag_kort, dag_maand, in_woorden
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.labels import label
from svp_desktop.domain.ladder import Ladder, teken_ladder
from svp_desktop.domain.papier_soorten import PapierBron
from svp_desktop.domain.waakzame_zorg import opnieuw_op
from svp_desktop.domain.waarborgen import open_bookmarks
from svp_desktop.services.casus_taken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.herstel.vink import zet as zet_afspraak
from svp_desktop.ui.tabs.casussen.ladder_view import LadderView
from svp_desktop.ui.tabs.casussen.legend import Legend
from svp_desktop.ui.tabs.casussen.papieren import PapierenMenu
from svp_desktop.ui.tabs.casussen.rows import wanneer
from svp_desktop.ui.tabs.casussen.secties import VERLOOP, Secties
from svp_desktop.ui.tabs.casussen.tijdlijn import Tijdlijn
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.base import label as words
from svp_desktop.ui.widgets.buttons import Segmented, button, link, primary, set_primary, tool
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TaskRow, TitleRow, fact
from svp_desktop.ui.widgets.painted import ZorgLevel

_MOST_BOOKMARKS = 4
#: Under this height of the page, at the usual letters, a section gets the room of the facts.
_LOW = 420


@dataclass(frozen=True)
class CasusBeeld:
    """Everything that the page shows of one casus."""

    casus: Casus
    acties: tuple[CasusActie, ...]
    te_doen: tuple[TeDoen, ...]
    tijdlijn: tuple[TijdlijnRegel, ...]
    incidenten: tuple[tuple[date, Mand], ...]
    zorgverloop: tuple[tuple[date, ZorgNiveau], ...]
    today: date
    stil_na: int
    zin: str
    #: For each pijler what the ladder says while it has no action.
    lege_pijler: Mapping[Pijler, str]
    vrij: Collection[date] = ()
    pestzaken: tuple[int, ...] = ()


class CasusPage(QWidget):
    """Signals say what the user wants; values come in by `show_casus`."""

    new_action = Signal()
    wanted_pijler = Signal(object)
    action_opened = Signal(int)
    action_done = Signal(int)
    event_opened = Signal(object)
    compose = Signal(str)
    edit_casus = Signal()
    close_casus = Signal()
    reopen_casus = Signal()
    care_chosen = Signal(object)
    spreekuur_chosen = Signal(bool)
    nazorg_chosen = Signal(bool)
    pestzaak_wanted = Signal(int)
    print_wanted = Signal()
    dossier_wanted = Signal()
    record_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._beeld: CasusBeeld | None = None
        self.nieuw = primary("Nieuwe actie", "plus", tip="Nieuwe actie (Ctrl+N)")
        self._papers = PapierenMenu()
        self.papieren = button("Papieren", menu=self._papers)
        self.meer = tool("ellipsis", "Meer: wijzigen, waakzame zorg, afsluiten", quiet=False)
        self._menu = QMenu(self.meer)
        self.meer.setMenu(self._menu)
        self.meer.setPopupMode(self.meer.ToolButtonPopupMode.InstantPopup)
        self.title = TitleRow("", "", self.nieuw, self.papieren, self.meer)
        self._eigenaar, self._zorg, self._status = ElidedLabel(), ElidedLabel(), Label()
        self._level = ZorgLevel(ZorgNiveau.OPEN)
        self._volgende = ElidedLabel("", "h3")
        self._waarom = ElidedLabel("", "muted")
        self.pestzaak = link("Naar de pestzaak", "heart-handshake", tight=True)
        self.ladder = LadderView()
        self._ladder_sub = Label("", "muted")
        self.hoeveel = Segmented([(False, "Gebruikt"), (True, "Alle 17")], False, small=True, name="Welke acties")
        self.bereik = Segmented([(False, "16 weken"), (True, "hele casus")], False, small=True, name="Hoe ver terug")
        self.tijdlijn = Tijdlijn()
        self._taken, self._terug = col(spacing=4), col(spacing=3)
        self._bookmarks: list[QPushButton] = []
        self._zin = Label("", "small", wrap=True)
        #: With all 17 actions the ladder takes the page; what stands under it is folded till it is asked for.
        self.uitklappen = tuple(button("", "chevron-right") for _ in range(2))
        self.gesloten = Notice(State.INFO, "Deze casus is afgesloten", actions=[])
        self._build()
        self._connect()

    def _build(self) -> None:
        self._leads = holder(row(Icon("flag", "accent", 15), (self._volgende, 1), spacing=6))
        facts = row(
            (holder(fact("Eigenaar", self._eigenaar)), 3),
            (holder(fact("Waakzame zorg", self._zorg, self._level)), 5),
            (holder(fact("Status", self._status)), 3),
            (holder(col(words("Volgende stap", "label"), self._leads, spacing=2)), 5),
            spacing=24,
        )
        head = row(words("Ladder", "h2"), (self._ladder_sub, 1), Legend(), 4, self.bereik, self.hoeveel, spacing=10)
        ladder = card(head, self.ladder, margins=(12, 7, 12, 9), spacing=5)
        head.setContentsMargins(4, 0, 0, 0)
        quote = row(Icon("quote", "control", 14), (self._zin, 1), spacing=7)
        tasks = card(self._taken, self._terug, None, quote, title="Open taken", margins=(16, 8, 14, 9), spacing=6)
        tasks.setMinimumWidth(scaled(250))
        self._lower = holder(row((self.tijdlijn, 17), (tasks, 9), spacing=12))
        self._folded = holder(row(*self.uitklappen, None, spacing=8))
        self._body = scroll(col(ladder, self._folded, (self._lower, 1), spacing=10))
        self.secties = Secties(self._context, self._body)
        self._facts = holder(col(facts, row((self._waarom, 1), self.pestzaak), spacing=8))
        self.setLayout(col(self.title, self._facts, self.gesloten, (self.secties, 1), spacing=8))
        self.gesloten.hide()
        self._folded.hide()
        self.setMinimumWidth(scaled(600))

    def _connect(self) -> None:
        self.nieuw.clicked.connect(self.new_action)
        self.pestzaak.clicked.connect(self._to_pestzaak)
        self._papers.wanted.connect(self.compose)
        self.secties.chosen.connect(self._section_shown)
        self.ladder.opened.connect(self.action_opened)
        self.ladder.wanted.connect(self.wanted_pijler)
        self.tijdlijn.opened.connect(self.event_opened)
        self.tijdlijn.print_wanted.connect(self.print_wanted)
        self.secties.action_opened.connect(self.action_opened)
        self.secties.action_done.connect(self.action_done)
        self.secties.record_wanted.connect(self.record_wanted)
        self.secties.paper_wanted.connect(self.compose)
        self.hoeveel.changed.connect(self._fold)
        for unfold in self.uitklappen:
            unfold.clicked.connect(self._unfold)
        self.bereik.changed.connect(self._redraw)

    # -- show

    def show_casus(self, beeld: CasusBeeld) -> None:
        """Show this casus; the choices of the ladder stay as they are."""
        other = self._beeld is None or self._beeld.casus.id != beeld.casus.id
        self._beeld, casus = beeld, beeld.casus
        if other:
            self._to_top()
        closed = casus.status is CasusStatus.AFGESLOTEN
        ask = "voorleggen op spreekuur" if casus.spreekuur and not closed else ""
        self.title.set_title(casus.titel, ", ".join(filter(None, (casus.groep, ask))))
        self._show_leader(casus, beeld.today)
        self._zorg.setText(_zorg(casus, opnieuw_op(beeld.acties)))
        self._level.set_level(casus.zorg)
        self._status.setText(self._status_words(casus))
        self._waarom.setText(_waarom(casus))
        self._waarom.setVisible(bool(self._waarom.text()))
        self.pestzaak.setVisible(bool(beeld.pestzaken))
        self._show_next(next(iter(beeld.te_doen), None), closed)
        self.nieuw.setEnabled(not closed)
        self.papieren.setEnabled(not closed)
        self._papers.show_papers(PapierBron.CASUS, groep=casus.leerling_id is None)
        self.gesloten.setVisible(closed)
        if closed:
            self._show_closed(casus)
        self._make_room()
        self._fill_menu(casus)
        self._redraw()
        self.tijdlijn.show_rows(beeld.tijdlijn)
        counts = (f"Tijdlijn {len(beeld.tijdlijn)}", f"Open taken {len(beeld.te_doen)}")
        for unfold, text in zip(self.uitklappen, counts, strict=True):
            unfold.setText(text)
            unfold.setAccessibleName(text)
        self._show_tasks()
        self._zin.setText(beeld.zin)
        self.secties.show_casus(casus)

    def _show_leader(self, casus: Casus, today: date) -> None:
        gone = casus.zonder_leider(today) and casus.status is not CasusStatus.AFGESLOTEN
        self._eigenaar.setText(f"{casus.eigenaar}, niet meer op school" if gone else casus.eigenaar or "nog niemand")
        self._eigenaar.set_role("warn" if gone else "")

    @staticmethod
    def _status_words(casus: Casus) -> str:
        if casus.status is CasusStatus.AFGESLOTEN:
            return "Afgesloten"
        opened = dag_maand(casus.geopend_op)
        return f"Nazorg, geopend {opened}" if casus.status is CasusStatus.NAZORG else f"Loopt sinds {opened}"

    def _show_next(self, step: TeDoen | None, closed: bool) -> None:
        if closed or step is None:
            self._volgende.setText("geen" if closed else "nog niets gepland")
            self._volgende.set_role("muted")
        else:
            assert self._beeld is not None
            late = step.te_laat
            # the day in front: a long step is cut at its end
            when = wanneer(step.datum, self._beeld.today)
            self._volgende.setText(f"{when[0].upper()}{when[1:]}: {step.tekst}")
            self._volgende.set_role("dangerlead" if late else "h3")

    def _show_closed(self, casus: Casus) -> None:
        when = f" op {in_woorden(casus.afgesloten_op)}" if casus.afgesloten_op else ""
        again = button("Heropenen", tip="De casus heropenen, met een reden")
        again.clicked.connect(self.reopen_casus)
        text = " ".join(filter(None, (f"{casus.afsluitreden.rstrip('.')}.", *_learned(casus.evaluatie))))
        self.gesloten.show_message(State.INFO, f"Deze casus is afgesloten{when}", text, [again])

    def _fill_menu(self, casus: Casus) -> None:
        self._menu.clear()
        if casus.status is CasusStatus.AFGESLOTEN:
            self._menu.addAction("Heropenen…", self.reopen_casus.emit)
            self._menu.addAction("Dossier voor inzage…", self.dossier_wanted.emit)
            return
        self._menu.addAction("Casus wijzigen, incidenten koppelen…", self.edit_casus.emit)
        care = self._menu.addMenu("Waakzame zorg")
        for level in ZorgNiveau:
            action = care.addAction(label(level))
            action.setData(level.value)
            action.setCheckable(True)
            action.setChecked(level is casus.zorg)
        care.triggered.connect(self._care)
        ask = self._menu.addAction("Voorleggen op spreekuur")
        ask.setCheckable(True)
        ask.setChecked(casus.spreekuur)
        ask.toggled.connect(self.spreekuur_chosen)
        after = self._menu.addAction("Nazorg: alleen nog volgen")
        after.setCheckable(True)
        after.setChecked(casus.status is CasusStatus.NAZORG)
        after.toggled.connect(self.nazorg_chosen)
        self._menu.addAction("Dossier voor inzage…", self.dossier_wanted.emit)
        self._menu.addSeparator()
        self._menu.addAction("Casus afsluiten…", self.close_casus.emit)

    @Slot()
    def _redraw(self) -> None:
        if self._beeld is None:
            return
        # what was done in a closed casus lies further back every week
        closed = self._beeld.casus.status is CasusStatus.AFGESLOTEN
        ladder = self.ladder_model(closed or bool(self.bereik.value()))
        self.bereik.setVisible(ladder.ingekort and not closed)
        used = len({item.actie for item in ladder.acties})
        self.hoeveel.set_text(False, f"Gebruikt {used}")
        self._ladder_sub.setText(f"{len(ladder.gedaan())} gedaan, {len(ladder.gepland())} gepland")
        self.ladder.show_ladder(ladder, bool(self.hoeveel.value()), self._beeld.stil_na, self._beeld.lege_pijler)

    @Slot()
    def _fold(self) -> None:
        alle = bool(self.hoeveel.value())
        self._folded.setVisible(alle)
        self._lower.setVisible(not alle)
        self._redraw()

    @Slot()
    def _unfold(self) -> None:
        self._folded.hide()
        self._lower.show()
        self.tijdlijn.view.setFocus(Qt.FocusReason.OtherFocusReason)
        # it has its place only after the layout of this turn
        QTimer.singleShot(0, self, lambda: self._body.ensureWidgetVisible(self._lower))

    def ladder_model(self, whole: bool = False) -> Ladder:
        """The ladder of the casus that is shown."""
        assert self._beeld is not None
        beeld, casus = self._beeld, self._beeld.casus
        return teken_ladder(
            beeld.acties,
            beeld.incidenten,
            beeld.zorgverloop,
            casus.geopend_op,
            beeld.today,
            whole,
            gesloten_op=casus.afgesloten_op if casus.status is CasusStatus.AFGESLOTEN else None,
            vrij=beeld.vrij,
        )

    def _show_tasks(self) -> None:
        assert self._beeld is not None
        clear(self._taken)
        waiting, closed = self._beeld.te_doen, self._beeld.casus.status is CasusStatus.AFGESLOTEN
        for item in waiting[:6]:
            text = f"{item.tekst}, {item.wie}" if item.wie else item.tekst
            when = dag_kort(item.datum) if closed else wanneer(item.datum, self._beeld.today)
            line = TaskRow(text, when, late=item.te_laat and not closed)
            line.box.setProperty("actie", item.actie_id)
            line.box.setProperty("taak", item.taak_id)
            line.box.setProperty("afspraak", (item.gesprek_id, item.afspraak))
            line.box.setToolTip("Afvinken als gedaan")
            line.box.setEnabled(not closed)
            line.box.clicked.connect(self._ticked)
            self._taken.addWidget(line)
        if len(waiting) > 6:
            self._taken.addWidget(Label(f"en nog {len(waiting) - 6}", "small"))
        if not waiting:
            self._taken.addWidget(Label("Er is niets gepland.", "muted", wrap=True))
        self._show_bookmarks()

    def _show_bookmarks(self) -> None:
        """What the school comes back to: bookmarks without a talk, and days that were agreed (demands 62, 66, 71)."""
        assert self._beeld is not None
        clear(self._terug)
        self._bookmarks = []
        done = [item for item in self._beeld.acties if item.gedaan]
        waiting = [(item.id, f"Bookmark van {dag_kort(item.datum)}", item.datum) for item in open_bookmarks(done)]
        for item in done:
            short = ACTIE_VAN_CODE[item.actie].kort
            waiting += [(item.id, f"{short}, {dag_kort(day)}", day) for _, day in wachtend(item.actie, item.velden)]
        waiting.sort(key=lambda line: line[2])
        if waiting:
            self._terug.addWidget(Label("Nog terugkomen op", "label"))
        for actie_id, text, _ in waiting[:_MOST_BOOKMARKS]:
            line = link(text, "corner-down-right", tight=True)
            line.setToolTip("Vul bij de actie in wanneer dat gebeurde")
            line.setProperty("actie", actie_id)
            line.clicked.connect(self._bookmark)
            self._bookmarks.append(line)
            self._terug.addLayout(row(line, None))
        if len(waiting) > _MOST_BOOKMARKS:
            self._terug.addWidget(Label(f"en nog {len(waiting) - _MOST_BOOKMARKS}", "small"))

    def bookmarks(self) -> list[QPushButton]:
        """The lines of what the school comes back to."""
        return self._bookmarks

    def verloop(self) -> CasusVerloop | None:
        """The timeline as it is in view, None before a casus is shown."""
        if self._beeld is None:
            return None
        casus, kind = self._beeld.casus, self.tijdlijn.kind()
        return CasusVerloop(casus.id, casus.titel, casus.groep, kind, tuple(self.tijdlijn.rows()))

    # -- what the user did

    @Slot(str)
    def _section_shown(self, code: str) -> None:
        """A section has its own filled button; there a new action is one of the others."""
        set_primary(self.nieuw, code == VERLOOP)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the facts stand above the course only: what is typed in a section needs the room."""
        low = self.height() < scaled(_LOW)
        self._facts.setVisible(not low or (self.secties.code() == VERLOOP and self.gesloten.isHidden()))

    @Slot()
    def _ticked(self) -> None:
        box = self.sender()
        if not isinstance(box, QCheckBox) or self._beeld is None:
            return
        if box.property("actie"):
            self.action_done.emit(box.property("actie"))
            return
        gesprek_id, nummer = box.property("afspraak")
        if gesprek_id:
            zet_afspraak(self._context, gesprek_id, nummer)
            return
        # what is done may be told of: that is asked in the list of tasks
        section = self.secties.show_section("taken")
        if section is not None:
            section.resume(sleutel(self._beeld.casus.id, box.property("taak"), klaar=True))
        self._show_tasks()

    @Slot()
    def _to_pestzaak(self) -> None:
        if self._beeld is not None and self._beeld.pestzaken:
            self.pestzaak_wanted.emit(self._beeld.pestzaken[-1])

    @Slot()
    def _bookmark(self) -> None:
        line = self.sender()
        if isinstance(line, QPushButton):
            self.action_opened.emit(line.property("actie"))

    @Slot(QAction)
    def _care(self, action: QAction) -> None:
        self.care_chosen.emit(ZorgNiveau(action.data()))

    def focus_ladder(self) -> None:
        """Put the keyboard on the ladder, with its beginning in view."""
        self.ladder.setFocus(Qt.FocusReason.OtherFocusReason)
        self._to_top()

    def _to_top(self) -> None:
        self._body.verticalScrollBar().setValue(0)


def _waarom(casus: Casus) -> str:
    """What the school wants to reach, and why the casus began; the tooltip has it whole."""
    told = (("Doel", casus.doel), ("Aanleiding", casus.aanleiding))
    return "  ".join(f"{name}: {' '.join(text.split())}" for name, text in told if text.strip())


def _zorg(casus: Casus, again: date | None) -> str:
    """The level, with the day on which it is looked at again."""
    words = label(casus.zorg).capitalize()
    open_ = again is not None and casus.status is not CasusStatus.AFGESLOTEN
    return f"{words}, opnieuw bekijken {dag_kort(again)}" if open_ and again is not None else words


def _learned(evaluatie: Evaluatie) -> list[str]:
    """What was learned at the end, in sentences."""
    carried = ", ".join(label(pijler) for pijler in Pijler if pijler in evaluatie.pijlers)
    parts = (("Wat hielp", evaluatie.geholpen), ("Wat droeg", carried), ("Wat wij meenemen", evaluatie.meenemen))
    return [f"{lead}: {text.strip().rstrip('.')}." for lead, text in parts if text.strip()]
