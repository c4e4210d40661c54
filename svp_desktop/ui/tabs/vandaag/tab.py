"""The first page after unlocking: counts, tasks, unfinished drafts and the last weeks."""

from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from svp_desktop.domain.changes import Changes
from svp_desktop.domain.datums import dag_kort, in_woorden
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.services.vandaag import Wanneer
from svp_desktop.services.werkplek import TaakRegel
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.vandaag.taken import TakenLijst
from svp_desktop.ui.tabs.vandaag.weken import WekenGrafiek, tel_weken
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import Tile, button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow

_MOST_DRAFTS, _WEEKS = 4, 8
_TE_KIEZEN = (Wanneer.TE_LAAT, Wanneer.VANDAAG, Wanneer.DEZE_WEEK)
_NAKIJKEN = ("Wie deed wat is lang niet nagekeken.", "Kijk of u herkent wat er staat.")


class VandaagTab(TabPage):
    """Shows; every line leads to the place where the work is done."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._fresh = context, True
        self.nieuw = primary("Nieuw incident", "plus", tip="Nieuw incident (Ctrl+N)")
        self.nieuw.clicked.connect(self.new_incident_requested)
        self.turven = button("Turven", "tally-5", tip="Turven voor de gele mand (Ctrl+T)")
        self.turven.clicked.connect(self.tally_requested)
        self._title = TitleRow("Vandaag", "", self.turven, self.nieuw)
        self._tiles = {
            "te_laat": Tile(0, "Te laat", "geplande acties", "triangle-alert", token="danger"),
            "vandaag": Tile(0, "Vandaag", "geplande acties", "calendar"),
            "deze_week": Tile(0, "Deze week", "geplande acties", "clock"),
            "casussen": Tile(0, "Casussen", "lopend of nazorg", "book-open"),
        }
        #: Which of the counts is listed; None is everything that waits.
        self._welke: Wanneer | None = None
        for name, tile in self._tiles.items():
            tile.setProperty("welke", name)
            tile.clicked.connect(self._choose)
        self._tiles["casussen"].setCheckable(False)
        self._taken, self._drafts, self._all_drafts = TakenLijst(), col(spacing=2), False
        self._taken.opened.connect(self._open_task)
        self._taken.changed.connect(self._show_tasks)
        self.nakijken = Notice(State.LET_OP, *_NAKIJKEN, [self._to_trail()], compact=True)
        self.nakijken.hide()
        self.reservekopie = Notice(State.LET_OP, "", compact=True)
        self.reservekopie.hide()
        self._chart = WekenGrafiek()
        self._draft_card = card(self._drafts, title="Nog niet af", margins=(16, 10, 14, 12), spacing=6)
        tasks = card(self._taken, None, title="Geplande acties", margins=(16, 10, 14, 12), spacing=6)
        chart = card((self._chart, 1), title="Incidenten per week", margins=(16, 10, 14, 10), spacing=6)
        chart.setMinimumHeight(scaled(240))
        chart.setMaximumHeight(scaled(520))
        right = col(self._draft_card, (chart, 1), spacing=12)
        right.addStretch(0)
        body = scroll(
            col(
                row(*[(tile, 1) for tile in self._tiles.values()], spacing=12),
                row((tasks, 3), (right, 2), spacing=12),
                spacing=12,
            )
        )
        self.setLayout(
            col(self._title, self.reservekopie, self.nakijken, (body, 1), margins=(16, 10, 16, 12), spacing=10)
        )
        self.reload()

    def _to_trail(self) -> QPushButton:
        way = link("Naar Wie deed wat", "arrow-right")
        way.clicked.connect(self._open_trail)
        return way

    @Slot()
    def reload(self) -> None:
        """Read everything again."""
        work, today = self._context.werkplek, self._context.today()
        try:
            counts = work.tellingen()
            for name, tile in self._tiles.items():
                tile.set_number(getattr(counts, name))
            self._tiles["te_laat"].set_number(counts.te_laat, token="danger" if counts.te_laat else "muted")
            waiting = counts.te_laat + counts.vandaag
            words = (
                "geen acties voor vandaag"
                if not waiting
                else f"{waiting} {'actie vraagt' if waiting == 1 else 'acties vragen'} aandacht"
            )
            self._title.set_title("Vandaag", f"{in_woorden(today).capitalize()}, {words}")
            self._show_tasks()
            self._show_drafts()
            self._show_weeks(today)
            self.nakijken.setVisible(not work.demo and work.spoor.nakijken_nodig("school"))
            self._remind()
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot()
    def _show_tasks(self) -> None:
        self._taken.show_tasks(self._context.werkplek.vandaag(), self._welke, self._context.today())

    @Slot()
    def _show_drafts(self) -> None:
        clear(self._drafts)
        drafts = self._context.werkplek.concepten.alle()
        self._draft_card.setVisible(bool(drafts))
        for draft in drafts if self._all_drafts else drafts[:_MOST_DRAFTS]:
            line = button("Verder gaan", small=True, tip=f"Verder gaan met: {draft.titel}")
            line.setProperty("sleutel", draft.sleutel)
            line.clicked.connect(self._resume)
            when = Label(f"{dag_kort(draft.bewaard_op.date())} {draft.bewaard_op:%H.%M}", "muted")
            self._drafts.addLayout(
                row(Icon("square-pen", "muted", 15), (ElidedLabel(draft.titel), 1), when, line, spacing=8)
            )
        if len(drafts) > _MOST_DRAFTS:
            more = link("Minder tonen" if self._all_drafts else f"Alle {len(drafts)} tonen")
            more.clicked.connect(self._turn_drafts)
            self._drafts.addLayout(row(more, None))

    @Slot()
    def _turn_drafts(self) -> None:
        self._all_drafts = not self._all_drafts
        self._show_drafts()

    def _show_weeks(self, today: date) -> None:
        service = self._context.werkplek.incidenten
        _ids, rows = service.eerste_bladzijde(IncidentFilter(), 200)
        self._chart.show_weeks(tel_weken([(item.datum, item.mand) for item in rows], today, _WEEKS))

    def _remind(self) -> None:
        """How old the newest proven backup is, when that is too old; the voorbeeldschool has none."""
        work = self._context.werkplek
        words = "" if work.demo else work.reservekopieen.herinnering()
        if words and words != self.reservekopie.lead():
            there = link("Naar reservekopieën")
            there.clicked.connect(self._to_backups)
            self.reservekopie.show_message(State.LET_OP, words, "", [there])
        self.reservekopie.setVisible(bool(words))

    # -- TabPage

    def place(self) -> dict[str, Any]:
        return {} if self._welke is None else {"welke": self._welke.value}

    def go_to(self, place: dict[str, Any]) -> None:
        self._list_only(next((one for one in _TE_KIEZEN if one.value == place.get("welke")), None))

    def refresh(self, changes: Changes) -> None:
        if changes.topics:
            self.reload()

    def shown(self) -> None:
        if not self._fresh:
            self.reload()
        self._fresh = False

    # -- what the user did

    @Slot()
    def _to_backups(self) -> None:
        self.page_requested.emit("reservekopie")

    @Slot()
    def _choose(self) -> None:
        tile = self.sender()
        name = tile.property("welke") if isinstance(tile, Tile) else ""
        if name == "casussen":
            self.page_requested.emit("casussen")
            return
        self._list_only(Wanneer(name) if isinstance(tile, Tile) and tile.isChecked() else None)

    def _list_only(self, welke: Wanneer | None) -> None:
        self._welke, self._taken.alles = welke, False
        for name, tile in self._tiles.items():
            tile.setChecked(welke is not None and name == welke.value)
        self._show_tasks()

    @Slot()
    def _open_trail(self) -> None:
        self.page_requested.emit("spoor")

    @Slot(object)
    def _open_task(self, task: TaakRegel) -> None:
        if task.pagina == "incidenten":
            self.show_incident_requested.emit(task.record)
        elif task.pagina:
            self.record_requested.emit(task.pagina, task.record)
        elif task.sleutel:
            self.draft_requested.emit(task.sleutel)
        else:
            self.show_casus_requested.emit(task.casus_id)

    @Slot()
    def _resume(self) -> None:
        line = self.sender()
        if isinstance(line, QPushButton):
            self.draft_requested.emit(line.property("sleutel"))
