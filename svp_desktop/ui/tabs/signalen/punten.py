"""Points for the agenda of a group, child or extra discussion (demand 35)."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.signalen import Bespreekpunt, BespreekSoort, PuntDraft
from svp_desktop.services.vastleggen import naar_dict, van_dict
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import TOP, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, link, tool
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings
from svp_desktop.ui.widgets.suggest import PersonPicker, Suggestion

CONCEPT = "bespreekpunt:nieuw"
_TITELS = {
    BespreekSoort.GROEP: "Groepsbespreking",
    BespreekSoort.KIND: "Kindbespreking",
    BespreekSoort.EXTRA: "Extra moment",
}


class Punten(QWidget):
    """The points that wait, by meeting, and the line to add one; `incident_wanted(id)`."""

    incident_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.signalen
        self._persoon: int | None = None
        self._notes: dict[int, str] = {}
        self.soort = Segmented([(kind, label(kind)) for kind in BespreekSoort], BespreekSoort.GROEP, name="Bespreking")
        self.groep = QComboBox()
        self.groep.setPlaceholderText("Kies een groep")
        self.groep.setAccessibleName("Groep")
        guard_wheel(self.groep)
        self.kind = PersonPicker(self._find, placeholder="Naam van het kind: twee letters", icon="user", keep=True)
        self._over = QStackedWidget()
        for part in (self.groep, self.kind, Label("")):
            self._over.addWidget(part)
        self.tekst = edit(placeholder="Wat wilt u bespreken?", name="Bespreekpunt")
        self.erbij = button("Toevoegen", "plus")
        self._fields = {"over": Field("Over", self._over), "tekst": Field("Bespreekpunt", self.tekst)}
        below = Qt.AlignmentFlag.AlignBottom
        top = card(
            row(self.soort, None),
            row((self._fields["over"], 2), (self._fields["tekst"], 4), (self.erbij, below), spacing=10),
        )
        self._list = col(spacing=12)
        self.setLayout(col(top, (scroll(col(self._list, None)), 1), spacing=12))
        self._keeper = ConceptKeeper(
            self, context.werkplek.concepten, context.clock, self._content, lambda: "een bespreekpunt"
        )
        self._keeper.failed.connect(context.bar.show_error)
        self._load()
        self.soort.changed.connect(self._switched)
        self.groep.activated.connect(self._keeper.edited)
        self.kind.textEdited.connect(self._typed_child)
        self.kind.chosen.connect(self._chose_child)
        self.tekst.textEdited.connect(self._keeper.edited)
        self.tekst.returnPressed.connect(self._add)
        self.erbij.clicked.connect(self._add)

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def reload(self) -> None:
        """Read the points again."""
        clear(self._list)
        points = self._service.punten()
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
        holder = QWidget()
        holder.setLayout(col(row(*head, drop), row((note, 1), (done, TOP), spacing=8), spacing=4))
        return holder

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
        holder = QWidget()
        holder.setLayout(row((text, 1), (Label(day, "muted"), TOP), (again, TOP)))
        return holder

    # -- what is typed

    def _draft(self) -> PuntDraft:
        return PuntDraft(self._kind(), self.tekst.text(), self.groep.currentData(), self._persoon)

    def _kind(self) -> BespreekSoort:
        chosen = self.soort.value()
        assert isinstance(chosen, BespreekSoort)
        return chosen

    def _content(self) -> dict[str, Any] | None:
        notes = {str(id_): text for id_, text in self._notes.items() if text.strip()}
        if not notes and not self.tekst.text().strip():
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
            self.soort.set_value(draft.soort)
            self.tekst.setText(draft.tekst)
            self.groep.setCurrentIndex(self.groep.findData(draft.groep_id))
            self._persoon = draft.persoon_id
            if draft.persoon_id is not None:
                self.kind.setText(str(self._context.werkplek.personen.lees(draft.persoon_id).naam))
        self._over.setCurrentIndex(list(BespreekSoort).index(self._kind()))
        self._fields["over"].setVisible(self._kind() is not BespreekSoort.EXTRA)
        self._keeper.watch(CONCEPT)

    def _find(self, text: str) -> list[Suggestion]:
        found = self._context.werkplek.personen.zoek(text, soorten=frozenset({PersoonSoort.LEERLING}))
        return [Suggestion(item.id, item.naam, item.omschrijving) for item in found]

    @Slot(object)
    def _switched(self, kind: BespreekSoort) -> None:
        self._over.setCurrentIndex(list(BespreekSoort).index(kind))
        self._fields["over"].setVisible(kind is not BespreekSoort.EXTRA)
        self._keeper.edited()

    @Slot()
    def _typed_child(self) -> None:
        self._persoon = None
        self._keeper.edited()

    @Slot(object)
    def _chose_child(self, person: int) -> None:
        self._persoon = person
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
        show_findings(self._fields, ())
        self.tekst.clear()
        self._after(outcome)
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

    @Slot()
    def _open_incident(self) -> None:
        way = self.sender()
        if isinstance(way, QPushButton):
            self.incident_wanted.emit(way.property("incident"))
