"""The page *Signalen en overleg*: who is to be told, what was decided, and what is on an agenda (demands 35-38)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QStackedWidget

from svp_desktop.domain.agenda import Agenda
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import NietGevonden, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.domain.signalen import BespreekSoort, Overleg, OverlegSoort, PuntDraft
from svp_desktop.ui import signaal_woorden as woorden
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.signalen.overleg import OverlegPage
from svp_desktop.ui.tabs.signalen.papier import AgendaWerk
from svp_desktop.ui.tabs.signalen.punten import Punten
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, link
from svp_desktop.ui.widgets.page import TitleRow

_DELEN = (("open", "Te doen"), ("punten", "Bespreekpunten"), ("klaar", "Afgerond"))
_LEEG = {
    "open": "Er staat niets open. Krijgt een kind meer signalen, dan verschijnt het hier vanzelf.",
    "klaar": "Er is nog geen overleg afgerond.",
}


class SignalenTab(TabPage):
    """A list with three parts, and the page of one overleg."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.signalen
        self.delen = Segmented(list(_DELEN), "open", name="Welk deel")
        self.nieuw = button("Nieuw overleg", "plus", tip="Een overleg op eigen initiatief")
        self._title = TitleRow("Signalen en overleg", "", self.delen, self.nieuw)
        self._rows = col(spacing=10)
        self._ways: dict[int, QAbstractButton] = {}
        self.punten = Punten(context)
        self._parts = QStackedWidget()
        self._parts.addWidget(scroll(col(card(self._rows, margins=(16, 12, 16, 12)), None)))
        self._parts.addWidget(self.punten)
        self.detail = OverlegPage(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(holder(col(self._title, (self._parts, 1), margins=(16, 10, 16, 12), spacing=10)))
        self.stack.addWidget(self.detail)
        self._paper: UitvoerPage | None = None
        self.setLayout(col((self.stack, 1), spacing=0))
        self.delen.changed.connect(self._switched)
        self.nieuw.clicked.connect(self._begin)
        self.detail.left.connect(self._to_list)
        self.detail.incident_wanted.connect(self.show_incident_requested)
        self.punten.incident_wanted.connect(self.show_incident_requested)
        self.punten.agenda_wanted.connect(self._show_paper)
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        part = str(self.delen.value())
        self._parts.setCurrentIndex(1 if part == "punten" else 0)
        try:
            waiting = self._service.open()
            count = len(waiting)
            self._title.set_title("Signalen en overleg", "niets te doen" if not count else f"{count} te doen")
            if part == "punten":
                self.punten.reload()
                return
            self._show(waiting if part == "open" else self._service.klaar(), _LEEG[part])
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _show(self, items: tuple[Overleg, ...], empty: str) -> None:
        held = next((code for code, way in self._ways.items() if way.hasFocus()), None)
        clear(self._rows)
        self._ways = {}
        who = {soort: woorden.met_wie(self._service.met_wie(soort)) for soort in OverlegSoort} if items else {}
        today = self._context.today()
        for item in items:
            icon = "ear" if item.soort is OverlegSoort.VERTROUWENSPERSOON else "messages-square"
            way = link(label(item.soort), tip="Openen")
            way.setProperty("overleg", item.id)
            way.clicked.connect(self._open_row)
            self._ways[item.id] = way
            # under the words of the link, which keeps room around them
            named = row(ElidedLabel(who[item.soort], "small"), margins=(3, 0, 0, 0))
            state = Label(woorden.stand(item, today), "muted")
            self._rows.addLayout(
                row(Icon(icon, "muted", 18), (col(row(way, None), named, spacing=0), 3),
                    (ElidedLabel(woorden.waarom(item)), 2), state, spacing=12)
            )  # fmt: skip
        if not items:
            self._rows.addWidget(Label(empty, "muted", wrap=True))
        if held is not None:
            self._stand_at(held)

    def _stand_at(self, overleg_id: int) -> None:
        """The keyboard goes to this line; to *Nieuw overleg* when it is not in the list."""
        self._ways.get(overleg_id, self.nieuw).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _switched(self, _part: str) -> None:
        self.reload()

    @Slot()
    def _begin(self) -> None:
        self._open(0)

    @Slot()
    def _open_row(self) -> None:
        way = self.sender()
        if isinstance(way, QAbstractButton):
            self.show_record(int(way.property("overleg")))

    @Slot()
    def _to_list(self) -> None:
        left = self.detail.overleg_id if self.stack.currentWidget() is self.detail else None
        self.stack.setCurrentIndex(0)
        self.reload()
        if left is not None and self._parts.currentIndex() == 0:
            self._stand_at(left)

    # -- paper

    @property
    def paper(self) -> UitvoerPage:
        """The page on which an agenda is seen first."""
        if self._paper is None:
            self._paper = UitvoerPage(self._context)
            self._paper.back.connect(self._to_list)
            self.stack.addWidget(self._paper)
        return self._paper

    def on_paper(self) -> bool:
        """True while an agenda is in front."""
        return self._paper is not None and self.stack.currentWidget() is self._paper

    @Slot(object)
    def _show_paper(self, chosen: Sequence[Agenda]) -> None:
        self.stack.setCurrentWidget(self.paper)
        self.paper.show_work(AgendaWerk(self._context, chosen))

    def print_current(self) -> None:
        """The open points on the screen; there a second time: to the printer."""
        if self.on_paper():
            self.paper.print_now()
        elif self.stack.currentIndex() == 0 and self.delen.value() == "punten":
            every = self._context.werkplek.agenda.alle()
            if every:
                self._show_paper(every)

    # -- TabPage

    def show_record(self, record: int) -> None:
        """Open this overleg; 0 shows the list."""
        if self.on_paper():
            self.paper.leave()
        if not record:
            self._to_list()
            return
        self._open(record)

    def _open(self, record: int) -> None:
        """The page of this overleg; 0 is a new one."""
        try:
            self.flush_draft()
            self.detail.open(record)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self.detail)
        # not on the way back, where a typed space would leave the page
        self.detail.focus_start()

    def start_from(self, record: int, kind: str = "") -> None:
        """A point that comes from an incident or is about a child; with another word just the points."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        if self.on_paper():
            self.paper.leave()
        self.delen.set_value("punten")
        self._to_list()
        try:
            if kind == "incident":
                self.punten.begin_incident(record)
            elif kind == "kind":
                self.punten.begin(PuntDraft(BespreekSoort.KIND, persoon_id=record))
        except UserFacing as error:
            self._context.bar.show_error(error)

    def resume(self, sleutel: str) -> None:
        soort, _, record = sleutel.partition(":")
        if soort == "overleg":
            self._open(int(record))
        else:
            self.delen.set_value("punten")
            self._to_list()

    def flush_draft(self) -> None:
        self.detail.flush()
        self.punten.flush()

    def go_back(self) -> bool:
        if self.on_paper():
            self.paper.leave()
            return True
        if self.stack.currentWidget() is not self.detail:
            return False
        self.detail.back.emit()
        return True

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.SIGNALEN, Topic.INCIDENTEN, Topic.SCHOOL, Topic.PERSONEN):
            self.reload()

    def shown(self) -> None:
        self.reload()

    def place(self) -> dict[str, Any]:
        opened = self.detail.overleg_id if self.stack.currentWidget() is self.detail else None
        return {"deel": str(self.delen.value()), "overleg": opened}

    def go_to(self, place: dict[str, Any]) -> None:
        part = place.get("deel", "open")
        self.delen.set_value(part if part in dict(_DELEN) else "open")
        self.reload()
        if place.get("overleg") is not None:
            try:
                self.detail.open(int(place["overleg"]))
            except NietGevonden:
                return
            self.stack.setCurrentWidget(self.detail)
