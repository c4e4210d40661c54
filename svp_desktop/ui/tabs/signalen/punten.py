"""Points for the agenda of a group, child or extra discussion (demand 35)."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.agenda import Agenda, punt_bij
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.signalen import Bespreekpunt, BespreekSoort, PuntDraft
from svp_desktop.services.vastleggen import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Chip, Segmented, button, link, tool
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.suggest import PersonField

CONCEPT = "bespreekpunt:nieuw"
_TITELS = {
    BespreekSoort.GROEP: "Groepsbespreking",
    BespreekSoort.KIND: "Kindbespreking",
    BespreekSoort.EXTRA: "Extra moment",
}


class Punten(QWidget):
    """The points that wait, by meeting, and the line to add one; `incident_wanted(id)`, `agenda_wanted(agendas)`."""

    incident_wanted = Signal(int)
    agenda_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.signalen
        self._incident: int | None = None
        self._waiting: PuntDraft | None = None
        self._notes: dict[int, str] = {}
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self._fill_menu)
        self.agenda = button("Agenda op papier", menu=self._menu)
        self.melding = Notice(State.LET_OP, "", compact=True)
        self.melding.hide()
        self.bij = Label("", "muted")
        self.los = link("Los van het incident", "x", tight=True)
        self._kinderen = Flow(gap=6)
        chips = self._kinderen.layout()
        assert chips is not None
        self._chips = chips
        self._kinderen.setAccessibleName("Kinderen van het incident")
        self.soort = Segmented([(kind, label(kind)) for kind in BespreekSoort], BespreekSoort.GROEP, name="Bespreking")
        self.groep = QComboBox()
        self.groep.setPlaceholderText("Kies een groep")
        self.groep.setAccessibleName("Groep")
        guard_wheel(self.groep)
        self.kind = PersonField(persons(context, PersoonSoort.LEERLING), placeholder="Naam van het kind: twee letters")
        self._over = QStackedWidget()
        for part in (self.groep, self.kind, Label("")):
            self._over.addWidget(part)
        self.tekst = edit(placeholder="Wat wilt u bespreken?", name="Bespreekpunt")
        self.erbij = button("Toevoegen", "plus")
        self._fields = {"over": Field("Over", self._over), "tekst": Field("Bespreekpunt", self.tekst)}
        self._list = col(spacing=12)
        body = col(self._top(), (scroll(col(self._list, None)), 1), spacing=12)
        self.setLayout(col((GivesWay(body, low=380), 1)))
        self._keeper = ConceptKeeper(
            self, context.werkplek.concepten, context.clock, self._content, lambda: "een bespreekpunt"
        )
        self._keeper.failed.connect(context.bar.show_error)
        self._load()
        self._connect()

    def _top(self) -> QWidget:
        below = Qt.AlignmentFlag.AlignBottom
        self._bij = holder(row(Icon("flag", "muted", 15), self.bij, self._kinderen, None, self.los))
        return card(
            row(self.soort, None, self.agenda),
            self.melding,
            self._bij,
            row((self._fields["over"], 2), (self._fields["tekst"], 4), (self.erbij, below), spacing=10),
        )

    def _connect(self) -> None:
        self.soort.changed.connect(self._switched)
        self.groep.activated.connect(self._keeper.edited)
        self.kind.person_changed.connect(self._keeper.edited)
        self.tekst.textEdited.connect(self._keeper.edited)
        self.tekst.returnPressed.connect(self._add)
        self.erbij.clicked.connect(self._add)
        self.los.clicked.connect(self._detach)

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def begin_incident(self, incident_id: int) -> None:
        """A new point that comes from this incident. Raises NietGevonden."""
        work = self._context.werkplek
        self.begin(punt_bij(work.incidenten.lees(incident_id), work.school.groepen()))

    def begin(self, draft: PuntDraft) -> None:
        """A new point; what was typed for another one is not lost: it is added or taken away first."""
        if self.tekst.text().strip():
            self._waiting = draft
            away = link("Weghalen en verder")
            away.clicked.connect(self._throw)
            lead = "Er staat nog een punt dat u niet hebt toegevoegd."
            self.melding.show_message(State.LET_OP, lead, "Voeg dat eerst toe, of haal het weg.", [away])
            self.melding.show()
        else:
            self._waiting = None
            self.melding.hide()
            self._show(draft)
        self.tekst.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _throw(self) -> None:
        self.tekst.clear()
        self._keeper.edited()
        if self._waiting is not None:
            self.begin(self._waiting)

    def reload(self) -> None:
        """Read the points again."""
        clear(self._list)
        points = self._service.punten()
        self.agenda.setEnabled(bool(points))
        for kind in BespreekSoort:
            mine = [point for point in points if point.soort is kind]
            if mine:
                self._list.addWidget(card(*map(self._line, mine), title=_TITELS[kind], spacing=10))
        if not points:
            words = "Er staat nog niets op een agenda. Voeg hierboven een punt toe."
            self._list.addWidget(Label(words, "muted", wrap=True))
        done = self._service.punten(besproken=True)[:20]
        if done:
            self._list.addWidget(card(*map(self._done, done), title="Besproken", spacing=6))

    def _line(self, point: Bespreekpunt) -> QWidget:
        words = f"{point.over}: {point.tekst}" if point.over else point.tekst
        note = Area(self._notes.get(point.id, ""), placeholder="Wat is er besproken?", height=44, name="Verslag")
        note.setProperty("punt", point.id)
        note.textChanged.connect(self._noted)
        done = button("Besproken", "check", small=True, tip=f"Besproken: {words}")
        done.setProperty("punt", point.id)
        done.clicked.connect(self._discussed)
        drop = tool("x", f"Bespreekpunt verwijderen: {words}", small=True)
        drop.setProperty("punt", point.id)
        drop.clicked.connect(self._drop)
        head: list[Any] = [(Label(words, wrap=True), 1)]
        if point.incident_id is not None:
            way = link("Het incident")
            way.setProperty("incident", point.incident_id)
            way.clicked.connect(self._open_incident)
            head.append(way)
        head.append(Label(f"van {datums.dag_kort(point.gemaakt_op)}", "muted"))
        return holder(col(row(*head, drop), row((note, 1), (done, TOP), spacing=8), spacing=4))

    def _done(self, point: Bespreekpunt) -> QWidget:
        words = f"{point.over}: {point.tekst}" if point.over else point.tekst
        day = datums.dag_kort(point.besproken_op) if point.besproken_op else ""
        again = link("Weer open", tip=f"Weer op de agenda: {words}")
        again.setProperty("punt", point.id)
        again.clicked.connect(self._reopen)
        again.setProperty("verslag", point.verslag)
        text = col(Label(words, wrap=True), spacing=1)
        if point.verslag:
            text.addWidget(Label(point.verslag, "small", wrap=True))
        return holder(row((text, 1), (Label(day, "muted"), TOP), (again, TOP)))

    # -- what is typed

    def _draft(self) -> PuntDraft:
        return PuntDraft(
            self._kind(),
            self.tekst.text(),
            self.groep.currentData(),
            self.kind.person,
            self._incident,
            self.kind.typed(),
        )

    def _kind(self) -> BespreekSoort:
        chosen = self.soort.value()
        assert isinstance(chosen, BespreekSoort)
        return chosen

    def _content(self) -> dict[str, Any] | None:
        notes = {str(id_): text for id_, text in self._notes.items() if text.strip()}
        if not notes and not self.tekst.text().strip() and not self.kind.typed():
            return None
        return {"punt": naar_dict(self._draft()), "verslagen": notes}

    def _load(self) -> None:
        self.groep.clear()
        for group in self._context.werkplek.school.groepen():
            if not group.vervallen:
                self.groep.addItem(group.naam, group.id)
        self.groep.setCurrentIndex(-1)
        kept = self._context.werkplek.concepten.lees(CONCEPT)
        if kept is not None:
            draft = van_dict(PuntDraft, kept.inhoud["punt"])
            self._notes = {int(id_): text for id_, text in kept.inhoud["verslagen"].items()}
            self._show(draft)
        else:
            self._show(PuntDraft())
        self._keeper.watch(CONCEPT)

    def _show(self, draft: PuntDraft) -> None:
        """Into the fields."""
        self.soort.set_value(draft.soort)
        self.tekst.setText(draft.tekst)
        self.groep.setCurrentIndex(self.groep.findData(draft.groep_id))
        self._incident, people = draft.incident_id, self._context.werkplek.personen
        name = draft.kind if draft.persoon_id is None else str(people.lees(draft.persoon_id).naam)
        self.kind.show_person(draft.persoon_id, name)
        show_findings(self._fields, ())
        self._show_kind()

    def _show_kind(self) -> None:
        kind = self._kind()
        self._over.setCurrentIndex(list(BespreekSoort).index(kind))
        self._fields["over"].setVisible(kind is not BespreekSoort.EXTRA)
        self._show_incident()

    def _show_incident(self) -> None:
        """From which incident it comes, and its children to choose from."""
        self._bij.setVisible(self._incident is not None)
        clear(self._chips)
        if self._incident is None:
            return
        try:
            incident = self._context.werkplek.incidenten.lees(self._incident)
        except UserFacing:
            # it is in no list any more: the point then stands by itself
            self._detach()
            return
        self.bij.setText(f"Bij incident {incident.nummer}")
        if self._kind() is not BespreekSoort.KIND:
            return
        for person in incident.inhoud.betrokkenen:
            if person.categorie is PersoonSoort.LEERLING:
                chip = Chip(person.naam, on=person.persoon_id == self.kind.person)
                chip.setProperty("persoon", person.persoon_id)
                chip.clicked.connect(self._chose_chip)
                self._kinderen.add(chip)

    @Slot()
    def _chose_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            person = int(chip.property("persoon"))
            self.kind.show_person(person, str(self._context.werkplek.personen.lees(person).naam))
            for other in self._kinderen.findChildren(Chip):
                other.setChecked(other is chip)
            self._keeper.edited()

    @Slot()
    def _detach(self) -> None:
        self._incident = None
        self._show_incident()
        self._keeper.edited()

    @Slot(object)
    def _switched(self, _kind: BespreekSoort) -> None:
        self._show_kind()
        self._keeper.edited()

    @Slot()
    def _noted(self) -> None:
        area = self.sender()
        if isinstance(area, Area):
            self._notes[int(area.property("punt"))] = area.text()
            self._keeper.edited()

    # -- what the user did

    @Slot()
    def _add(self) -> None:
        try:
            outcome = self._service.voeg_punt_toe(self._draft())
        except InvoerOnjuist as error:
            show_findings(self._fields, error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        waiting = self._waiting or PuntDraft(self._kind(), groep_id=self.groep.currentData())
        self.tekst.clear()
        self._after(outcome)
        self.begin(waiting)
        self.tekst.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _discussed(self) -> None:
        self._change(lambda id_: self._service.zet_besproken(id_, self._notes.pop(id_, "")))

    @Slot()
    def _reopen(self) -> None:
        again = self.sender()
        if isinstance(again, QWidget) and again.property("verslag"):
            # what was said stands in the field again, to go on with
            self._notes[int(again.property("punt"))] = again.property("verslag")
        self._change(lambda id_: self._service.zet_besproken(id_, besproken=False))

    @Slot()
    def _drop(self) -> None:
        pressed = self.sender()
        self._change(self._service.verwijder_punt)
        if isinstance(pressed, QWidget):
            id_ = int(pressed.property("punt"))

            def undo() -> None:
                self._after(self._service.verwijder_punt(id_, verwijderd=False))

            self._context.bar.offer_undo("Bespreekpunt verwijderd.", undo)

    def _change(self, do: Any) -> None:
        pressed = self.sender()
        if not isinstance(pressed, QWidget):
            return
        try:
            self._after(do(int(pressed.property("punt"))))
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _after(self, outcome: Any) -> None:
        self._keeper.edited()
        self._keeper.flush()
        self.reload()
        self._context.hub.publish(outcome.changes)

    # -- paper

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        every = self._context.werkplek.agenda.alle()
        for one in every:
            self._offer_agenda(one.titel, (one,))
        if len(every) > 1:
            self._menu.addSeparator()
            self._offer_agenda("Alle punten", every)

    def _offer_agenda(self, words: str, chosen: tuple[Agenda, ...]) -> None:
        action = self._menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _=False: self.agenda_wanted.emit(chosen))

    @Slot()
    def _open_incident(self) -> None:
        way = self.sender()
        if isinstance(way, QPushButton):
            self.incident_wanted.emit(way.property("incident"))
