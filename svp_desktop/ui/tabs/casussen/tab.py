"""Lopende casussen: puts list, page, forms and composer together and asks the services."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget

from svp_desktop.domain.acties import Pijler
from svp_desktop.domain.casus import CasusStatus, TijdlijnRegel, TijdlijnSoort, ZorgNiveau
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.services.casus_taken import sleutel as taak_sleutel
from svp_desktop.services.gesprekken import sleutel as gesprek_sleutel
from svp_desktop.services.herstelgesprekken import sleutel as herstel_sleutel
from svp_desktop.services.thuisschool import sleutel as thuisschool_sleutel
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.casussen.actie_editor import ActieEditor
from svp_desktop.ui.tabs.casussen.agenda import save_days
from svp_desktop.ui.tabs.casussen.casus_editor import CasusEditor
from svp_desktop.ui.tabs.casussen.dossier.editor import DossierEditor
from svp_desktop.ui.tabs.casussen.lijst import CasusLijst
from svp_desktop.ui.tabs.casussen.page import CasusBeeld, CasusPage
from svp_desktop.ui.tabs.casussen.papier import TijdlijnWerk
from svp_desktop.ui.tabs.casussen.teamblad import TeambladPage
from svp_desktop.ui.tabs.casussen.verloop_editor import SLUITEN, VerloopEditor
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import col, holder
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.page import EmptyState

_EDITORS = ("casus_editor", "actie_editor", "verloop_editor", "dossier_editor")
_PICK = "Kies links een casus, of begin een nieuwe."
_STACKED_UNDER = 1100
_Editor = TypeVar("_Editor", CasusEditor, ActieEditor, VerloopEditor, DossierEditor)


class CasussenTab(TabPage):
    """The tab. Its stack holds the list with a casus beside it, and one page a form."""

    as_read = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.casussen
        self._current: int | None = None
        self.lijst = CasusLijst(context.today())
        self.page = CasusPage(context)
        self.back = link("Alle casussen", "chevron-left")
        begin = button("Nieuwe casus", "plus")
        begin.clicked.connect(self.primary_casus)
        self._detail = QStackedWidget()
        self._detail.addWidget(EmptyState("book-open", _PICK, begin))
        self._detail.addWidget(self.page)
        self._right = holder(col((self.back, Qt.AlignmentFlag.AlignLeft), (self._detail, 1), spacing=4))
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(14)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.lijst)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([scaled(312), 1020])
        self.stack = QStackedWidget()
        self._overview = holder(col((self.splitter, 1), margins=(16, 10, 16, 10)))
        self.stack.addWidget(self._overview)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.back.hide()
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.lijst.filter_changed.connect(self.reload)
        self.lijst.chosen.connect(self.show_record)
        self.lijst.new_wanted.connect(self.primary_casus)
        self.lijst.calendar_wanted.connect(self._to_calendar)
        self.lijst.team_wanted.connect(self._team)
        self.back.clicked.connect(self._show_list)
        page = self.page
        page.new_action.connect(self.primary_new)
        page.wanted_pijler.connect(self._action_for)
        page.action_opened.connect(self._open_action)
        page.action_done.connect(self._finish_action)
        page.event_opened.connect(self._open_event)
        page.record_wanted.connect(self.resume)
        page.compose.connect(self._compose)
        page.edit_casus.connect(self._edit)
        page.close_casus.connect(self._close)
        page.reopen_casus.connect(self._reopen)
        page.care_chosen.connect(self._care)
        page.spreekuur_chosen.connect(self._spreekuur)
        page.nazorg_chosen.connect(self._nazorg)
        page.pestzaak_wanted.connect(self._to_pestzaak)
        page.print_wanted.connect(self.print_current)
        page.dossier_wanted.connect(self._dossier)

    # -- the forms, each made when it is first needed

    @cached_property
    def casus_editor(self) -> CasusEditor:
        """Open or change a casus."""
        return self._placed(CasusEditor(self._context))

    @cached_property
    def actie_editor(self) -> ActieEditor:
        """Record or plan an action."""
        return self._placed(ActieEditor(self._context))

    @cached_property
    def verloop_editor(self) -> VerloopEditor:
        """Close or reopen a casus."""
        return self._placed(VerloopEditor(self._context))

    @cached_property
    def dossier_editor(self) -> DossierEditor:
        """The dossier for inzage."""
        return self._placed(DossierEditor(self._context))

    @cached_property
    def paper(self) -> UitvoerPage:
        """The page on which the timeline on paper is seen first."""
        made = UitvoerPage(self._context)
        made.back.connect(self._from_paper)
        self.stack.addWidget(made)
        return made

    @cached_property
    def team(self) -> TeambladPage:
        """The sheet for the team meeting."""
        made = TeambladPage(self._context)
        made.back.connect(self._from_team)
        self.stack.addWidget(made)
        return made

    def _placed(self, editor: _Editor) -> _Editor:
        editor.left.connect(self._leave)
        editor.recorded.connect(self._recorded)
        self.stack.addWidget(editor)
        return editor

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read the list again, and the casus that is shown."""
        try:
            counts = self._service.aantallen()
            wanted = self.lijst.filter()
            rows = self._service.lijst(wanted)
            if wanted.afgesloten:
                rows = tuple(row for row in rows if row.status is CasusStatus.AFGESLOTEN)
            self.lijst.show_rows(rows, counts, self._current, self._context.today())
            self.counter_changed.emit(counts.alle)
            if self._current is None and rows and not self._stacked():
                self._current = rows[0].id
                self.lijst.show_rows(rows, counts, self._current, self._context.today())
            self._show_current()
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _show_current(self) -> None:
        if self._current is None:
            self._detail.setCurrentIndex(0)
            return
        self.page.show_casus(self._beeld(self._current))
        self._detail.setCurrentIndex(1)

    def _beeld(self, casus_id: int) -> CasusBeeld:
        service, settings = self._service, self._context.werkplek.instellingen.lees()
        events = service.tijdlijn(casus_id)
        lines = settings.lijst("oneliners")
        return CasusBeeld(
            casus=service.lees(casus_id),
            acties=service.acties(casus_id),
            te_doen=self._context.werkplek.casustaken.beeld(casus_id).te_doen,
            tijdlijn=events,
            incidenten=tuple(sorted((item.datum, item.mand) for item in events if item.mand)),
            zorgverloop=service.zorgverloop(casus_id),
            today=self._context.today(),
            stil_na=settings.getal("pijler_stil_weken"),
            zin=lines[self._context.today().toordinal() % len(lines)],
            lege_pijler={pijler: settings.tekst(f"pijler_leeg.{pijler.value}") for pijler in Pijler},
            vrij=self._context.werkplek.kalender.lees().vrij,
            pestzaken=service.pestzaken(casus_id) if self._context.werkplek.pestzaken.leidt else (),
        )

    # -- TabPage

    def show_record(self, record: int) -> None:
        self._current = record
        try:
            self._show_current()
            if record not in [row.id for row in self.lijst.rows()]:
                self.lijst.show_where(closed=self._service.lees(record).status is CasusStatus.AFGESLOTEN)
        except UserFacing as error:
            self._current = None
            self._detail.setCurrentIndex(0)
            self._context.bar.show_error(error)
        self.reload()
        # last: a list without its casus would choose the first when the keyboard falls on it
        self.stack.setCurrentWidget(self._overview)
        self._arrange()

    def start_from(self, record: int, kind: str = "") -> None:
        """A casus of this incident, or with 0 of none."""
        if kind == "kind":
            self.casus_editor.begin(None, leerling_id=record)
        else:
            self.casus_editor.begin_from_incident(record) if record else self.casus_editor.begin(None)
        self.stack.setCurrentWidget(self.casus_editor)

    def resume(self, sleutel: str) -> None:
        kind, _, rest = sleutel.partition(":")
        if kind == "actie":
            casus_id, _, actie_id = rest.partition(":")
            self.show_record(int(casus_id))
            self.actie_editor.begin(int(casus_id), actie_id=int(actie_id) if actie_id else None, resume=True)
            self.stack.setCurrentWidget(self.actie_editor)
        elif kind == "casus":
            self.casus_editor.resume(rest)
            self.stack.setCurrentWidget(self.casus_editor)
        elif kind == "casusdossier":
            self.show_record(int(rest))
            self._dossier()
        elif kind == "verloop":
            casus_id, _, what = rest.partition(":")
            self.show_record(int(casus_id))
            self._begin_verloop(closing=what == SLUITEN, resume=True)
        elif code := self.page.secties.of_draft(kind):
            self.show_record(int(rest.partition(":")[0]))
            section = self.page.secties.show_section(code)
            if section is not None:
                section.resume(sleutel)

    def primary_new(self) -> None:
        """Ctrl+N: what the section in front begins, else a new action in the casus that is shown, else a new casus."""
        section = self.page.secties.front()
        if self.stack.currentWidget() is not self._overview:
            return
        if self._current is not None and section is not None and section.primary_new():
            return
        if self._current is None or not self.page.nieuw.isEnabled():
            self.primary_casus()
        else:
            self._begin_action()

    @Slot()
    def primary_casus(self) -> None:
        """A new casus."""
        self.casus_editor.begin(None)
        self.stack.setCurrentWidget(self.casus_editor)

    @Slot()
    def print_current(self) -> None:
        """The timeline on the screen; there a second time: to the printer."""
        if isinstance(front := self.stack.currentWidget(), DossierEditor | UitvoerPage):
            front.print_now()
            return
        shown = self.page.verloop() if self._current is not None else None
        if shown is not None and self.stack.currentWidget() is self._overview:
            self.stack.setCurrentWidget(self.paper)
            self.paper.show_work(TijdlijnWerk(self._context, shown))

    @Slot()
    def _from_paper(self) -> None:
        self.stack.setCurrentWidget(self._overview)
        self.page.tijdlijn.afdrukken.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _team(self) -> None:
        """The sheet for the team meeting, begun where the last one ended."""
        self.stack.setCurrentWidget(self.team)
        self.team.begin()

    @Slot()
    def _from_team(self) -> None:
        self.stack.setCurrentWidget(self._overview)
        self.lijst.meer.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        self._show_list()
        self.lijst.zoek.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.lijst.zoek.selectAll()

    def flush_draft(self) -> None:
        for editor in self._editors():
            editor.flush()
        self.page.secties.flush_draft()

    def _editors(self) -> "list[CasusEditor | ActieEditor | VerloopEditor | DossierEditor]":
        return [self.__dict__[name] for name in _EDITORS if name in self.__dict__]

    def place(self) -> dict[str, Any]:
        """The filters, the casus with its section, and the form when it is in front."""
        section = self.page.secties
        place: dict[str, Any] = {"lijst": self.lijst.place(), "casus": self._current, "sectie": section.code()}
        front = [editor for editor in self._editors() if editor is self.stack.currentWidget()]
        inside = section.front()
        sleutel = front[0].sleutel() if front else inside.draft_key() if inside is not None else ""
        return place | {CONCEPT: sleutel} if sleutel else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The casus as it was shown, or the form with its draft; a casus that is gone is not missed."""
        self.lijst.go_to(place["lijst"])
        self._current = place["casus"]
        try:
            if self._current is not None:
                self._service.lees(self._current)
            self.reload()
            self.page.secties.show_section(place.get("sectie", ""))
            if CONCEPT in place:
                self.resume(place[CONCEPT])
        except UserFacing:
            self._current = None
            self.stack.setCurrentWidget(self._overview)
            self.reload()

    def go_back(self) -> bool:
        front = self.stack.currentWidget()
        if isinstance(front, UitvoerPage):
            front.leave()
            return True
        if front is not self._overview:
            if not isinstance(front, DossierEditor) or not front.go_back():
                self._leave()
            return True
        section = self.page.secties.front()
        if section is not None and section.go_back():
            return True
        if self._stacked() and self._right.isVisible():
            self._show_list()
            return True
        return False

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.CASUSSEN, Topic.INCIDENTEN, Topic.PAPIEREN, Topic.PERSONEN, Topic.INSTELLINGEN):
            self.reload()

    # -- what the user did

    def _begin_action(self, pijler: Pijler | None = None) -> None:
        assert self._current is not None
        empty = self.page.ladder_model().lege_pijlers()
        self.actie_editor.begin(self._current, wanted=(pijler,) if pijler else empty)
        self.stack.setCurrentWidget(self.actie_editor)

    @Slot(object)
    def _action_for(self, pijler: Pijler) -> None:
        self._begin_action(pijler)

    @Slot(int)
    def _open_action(self, actie_id: int) -> None:
        assert self._current is not None
        self.actie_editor.begin(self._current, actie_id=actie_id)
        self.stack.setCurrentWidget(self.actie_editor)

    @Slot(int)
    def _finish_action(self, actie_id: int) -> None:
        try:
            outcome = self._service.rond_af(actie_id, self._context.today())
        except InvoerOnjuist:
            assert self._current is not None
            self.reload()
            self.actie_editor.finish(self._current, actie_id)
            self.stack.setCurrentWidget(self.actie_editor)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            self.reload()
            return
        self._context.hub.publish(outcome.changes)
        self._context.bar.say("Actie afgerond.")

    @Slot(object)
    def _open_event(self, event: TijdlijnRegel) -> None:
        if event.soort is TijdlijnSoort.INCIDENT:
            self.show_incident_requested.emit(event.ref_id)
        elif event.soort is TijdlijnSoort.ACTIE:
            self._open_action(event.ref_id)
        elif event.soort is TijdlijnSoort.GESPREK:
            self.resume(gesprek_sleutel(self._current or 0, event.ref_id))
        elif event.soort is TijdlijnSoort.THUISSCHOOL:
            self.resume(thuisschool_sleutel(self._current or 0, event.ref_id))
        elif event.soort is TijdlijnSoort.HERSTEL:
            self.resume(herstel_sleutel(self._current or 0, event.ref_id))
        elif event.soort is TijdlijnSoort.TAAK:
            self.resume(taak_sleutel(self._current or 0, event.ref_id))
        elif event.soort is TijdlijnSoort.OUDERS:
            self.page.secties.show_section("mensen")
        elif event.soort is TijdlijnSoort.PAPIER:
            self.compose_requested.emit(self._current or 0, f"papier:{event.ref_id}")

    @Slot()
    def _to_calendar(self) -> None:
        """A file with the days of every casus that runs."""
        save_days(self._context, self, "agenda-school.ics", self._context.werkplek.casustaken.bewaar_schoolagenda)

    @Slot(str)
    def _compose(self, soort: str) -> None:
        if self._current is not None:
            self.compose_requested.emit(self._current, soort)

    @Slot()
    def _edit(self) -> None:
        self.casus_editor.begin(self._current)
        self.stack.setCurrentWidget(self.casus_editor)

    @Slot()
    def _close(self) -> None:
        self._begin_verloop(closing=True)

    @Slot()
    def _reopen(self) -> None:
        self._begin_verloop(closing=False)

    def _begin_verloop(self, *, closing: bool, resume: bool = False) -> None:
        assert self._current is not None
        self.verloop_editor.begin(self._service.lees(self._current), closing=closing, resume=resume)
        self.stack.setCurrentWidget(self.verloop_editor)

    @Slot()
    def _dossier(self) -> None:
        assert self._current is not None
        self.dossier_editor.begin(self._current)
        self.stack.setCurrentWidget(self.dossier_editor)

    @Slot(object)
    def _care(self, level: ZorgNiveau) -> None:
        self._do(lambda casus: self._service.zet_zorg(casus, level))

    @Slot(bool)
    def _spreekuur(self, on: bool) -> None:
        self._do(lambda casus: self._service.zet_spreekuur(casus, spreekuur=on))

    @Slot(bool)
    def _nazorg(self, on: bool) -> None:
        self._do(self._service.naar_nazorg if on else self._service.uit_nazorg)

    def _do(self, verb: Callable[[int], Outcome[int]]) -> None:
        """Carry this out on the casus that is shown, and tell."""
        assert self._current is not None
        try:
            self._context.hub.publish(verb(self._current).changes)
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot(int)
    def _to_pestzaak(self, zaak: int) -> None:
        self.record_requested.emit("pesten", zaak)

    @Slot()
    def _leave(self) -> None:
        """Back to the casus; what was typed stays as a draft."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self._overview)
        # without a casus the ladder is not in view
        (self.focus_search if self._current is None else self.page.focus_ladder)()

    @Slot(int)
    def _recorded(self, casus_id: int) -> None:
        if casus_id != self._current:
            self.page.secties.show_section("")  # a new casus begins with its course
        self.show_record(casus_id)
        self.page.focus_ladder()

    # -- narrow windows: list, then page

    def _stacked(self) -> bool:
        return self.width() < scaled(_STACKED_UNDER)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._current is None and not self._stacked() and self.lijst.rows():
            self.reload()
        self._arrange()

    def _arrange(self) -> None:
        stacked, had = self._stacked(), QApplication.focusWidget()
        self.back.setVisible(stacked)
        self.lijst.setVisible(not stacked or self._current is None)
        self._right.setVisible(not stacked or self._current is not None)
        if stacked and had is not None and self.isAncestorOf(had) and not had.isVisible():
            (self.lijst.view if self._current is None else self.back).setFocus()

    @Slot()
    def _show_list(self) -> None:
        if self._stacked():
            self._current = None
            self._show_current()
        self._arrange()
