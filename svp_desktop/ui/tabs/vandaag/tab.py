"""The first page after unlocking: counts, tasks, unfinished drafts and the last weeks."""

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QPushButton

from svp_desktop.domain.changes import Changes
from svp_desktop.domain.datums import dag_kort, in_woorden
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.tabs.vandaag.weken import WekenGrafiek, tel_weken
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import Tile, button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow

_MOST_TASKS, _WEEKS = 10, 8
_WAARHEEN = {
    "": "de casus", "signalen": "signalen en overleg", "incidenten": "het incident", "inzicht": "de preventie",
    "pesten": "de pestzaak", "meldcode": "het meldcode-dossier",
}  # fmt: skip
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
        for tile in self._tiles.values():
            tile.setCheckable(False)
            tile.clicked.connect(self._to_casussen)
        self._tasks, self._drafts = col(spacing=2), col(spacing=2)
        self.nakijken = Notice(State.LET_OP, *_NAKIJKEN, [self._to_trail()], compact=True)
        self.nakijken.hide()
        self.reservekopie = Notice(State.LET_OP, "", compact=True)
        self.reservekopie.hide()
        self._chart = WekenGrafiek()
        self._draft_card = card(self._drafts, title="Nog niet af", margins=(16, 10, 14, 12), spacing=6)
        tasks = card(self._tasks, None, title="Geplande acties", margins=(16, 10, 14, 12), spacing=6)
        chart = card((self._chart, 1), title="Incidenten per week", margins=(16, 10, 14, 10), spacing=6)
        tasks.setMinimumHeight(scaled(240))
        right = col(self._draft_card, (chart, 1), spacing=12)
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
            self._show_tasks(today)
            self._show_drafts()
            self._show_weeks(today)
            self.nakijken.setVisible(not work.demo and work.spoor.nakijken_nodig("school"))
            self._remind()
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _show_tasks(self, today: date) -> None:
        clear(self._tasks)
        tasks = self._context.werkplek.vandaag()
        for task in tasks[:_MOST_TASKS]:
            late = (today - task.datum).days
            due = (
                f"{late} {'dag' if late == 1 else 'dagen'} te laat"
                if task.te_laat
                else "vandaag"
                if late == 0
                else dag_kort(task.datum)
            )
            line = link(task.titel, tip=f"Naar {_WAARHEEN[task.pagina]}")
            line.setProperty("task", task)
            line.clicked.connect(self._open_task)
            state = Icon("triangle-alert", "danger", 15, "te laat") if task.te_laat else Icon("circle", "control", 15)
            when = Label(due, "danger" if task.te_laat else "muted")
            self._tasks.addLayout(row(state, line, (ElidedLabel(task.zin, "muted"), 1), when, spacing=8))
        if len(tasks) > _MOST_TASKS:
            self._tasks.addWidget(Label(f"en nog {len(tasks) - _MOST_TASKS}", "small"))
        if not tasks:
            self._tasks.addWidget(Label("Er is niets gepland. Plan een actie vanuit een casus.", "muted", wrap=True))

    def _show_drafts(self) -> None:
        clear(self._drafts)
        drafts = self._context.werkplek.concepten.alle()
        self._draft_card.setVisible(bool(drafts))
        for draft in drafts[:4]:
            line = button("Verder gaan", small=True, tip=f"Verder gaan met: {draft.titel}")
            line.setProperty("sleutel", draft.sleutel)
            line.clicked.connect(self._resume)
            when = Label(f"{dag_kort(draft.bewaard_op.date())} {draft.bewaard_op:%H.%M}", "muted")
            self._drafts.addLayout(
                row(Icon("square-pen", "muted", 15), (ElidedLabel(draft.titel), 1), when, line, spacing=8)
            )

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
    def _to_casussen(self) -> None:
        self.page_requested.emit("casussen")

    @Slot()
    def _open_trail(self) -> None:
        self.page_requested.emit("spoor")

    @Slot()
    def _open_task(self) -> None:
        line = self.sender()
        task = line.property("task") if isinstance(line, QAbstractButton) else None
        if task is None:
            return
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
