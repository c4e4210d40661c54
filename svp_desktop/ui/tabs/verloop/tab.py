"""Verloop van een kind: everything about one child in the order of time, each line a way to its record (demand 18)."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QListView, QStackedWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import NietGevonden, UserFacing
from svp_desktop.domain.kindverloop import KINDSOORTEN, KindRegel, KindSoort, KindVerloop
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.tabs.verloop.papier import VerloopWerk
from svp_desktop.ui.tabs.verloop.rows import KindDelegate, KindRows
from svp_desktop.ui.terugkijken import Terugkijken
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import col, framed, holder, row
from svp_desktop.ui.widgets.buttons import Chip, button, primary
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import EmptyState, TitleRow, crumb
from svp_desktop.ui.widgets.suggest import PersonPicker

_TOPICS = (Topic.INCIDENTEN, Topic.CASUSSEN, Topic.SIGNALEN, Topic.PERSONEN, Topic.INSTELLINGEN)
_DRAFT = "kindinzage"
_NOTHING = "Over dit kind is nog niets vastgelegd."


class VerloopTab(TabPage):
    """One child at a time. Lines open the record; older school years only with a reason (schone lei)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.kindverloop
        self._kind: KindSoort | None = None
        self._paper: UitvoerPage | None = None
        self.verloop: KindVerloop | None = None
        self.crumb = crumb("Terug")
        self.ander = PersonPicker(
            persons(context, PersoonSoort.LEERLING), placeholder="Ander kind: twee letters", icon="user"
        )
        self.ander.setFixedWidth(scaled(210))
        self.gegevens = button("Gegevens", "user")
        self.punt = button("Bespreekpunt", "messages-square", tip="Dit kind op de agenda van een kindbespreking zetten")
        self.afdrukken = primary("Op papier", "printer", tip="Bekijken en afdrukken (Ctrl+P)")
        self._title = TitleRow("Verloop van een kind", "", self.gegevens, self.punt, self.afdrukken)
        self._group = QButtonGroup(self)
        self.chips: dict[KindSoort | None, Chip] = {None: Chip("Alles", on=True)}
        self.chips |= {kind: Chip(words, 0) for kind, words in KINDSOORTEN.items()}
        for number, chip in enumerate(self.chips.values()):
            self._group.addButton(chip, number)
        self.earlier = Terugkijken(context, f"{_DRAFT}:0")
        self.rows = KindRows(self)
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setItemDelegate(KindDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Verloop, nieuw boven")
        self.none = EmptyState("list", _NOTHING)
        self._middle = QStackedWidget()
        for part in (framed(self.view), self.none):
            self._middle.addWidget(part)
        self._pagina = holder(
            col(
                row(self.crumb, None, self.ander),
                self._title,
                Flow(*self.chips.values(), gap=6),
                self.earlier,
                (self._middle, 1),
                margins=(16, 6, 16, 12),
                spacing=8,
            )
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._pagina)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._connect()

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.leave_requested)
        self.ander.chosen.connect(self._other)
        self.gegevens.clicked.connect(self._to_person)
        self.punt.clicked.connect(self._begin_point)
        self.afdrukken.clicked.connect(self.print_current)
        self._group.idClicked.connect(self._filter)
        self.earlier.given.connect(self._look_back)
        self.earlier.closed.connect(self.reload)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)

    # -- reading

    def show_child(self, persoon_id: int) -> bool:
        """Everything about this child; False when it is no pupil of the register."""
        try:
            found = self._service.lees(persoon_id)
            if self.verloop is None or self.verloop.persoon_id != persoon_id:
                self.earlier.about(f"{_DRAFT}:{persoon_id}")
                self._choose(None)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self._show(found)
        return True

    @Slot()
    def reload(self) -> None:
        """Read the same child again."""
        if self.verloop is not None:
            self.show_child(self.verloop.persoon_id)

    def _show(self, found: KindVerloop) -> None:
        self.verloop = found
        self._title.set_title(f"Verloop van {found.naam}", found.groep)
        counts = Counter(line.soort for line in found.regels)
        for kind, chip in self.chips.items():
            if kind is not None:
                chip.set_count(counts[kind])
                chip.setVisible(bool(counts[kind]) or kind is self._kind)
        self.earlier.offer(found.ouder)
        self.afdrukken.setEnabled(bool(found.regels))
        self._show_rows()

    def _show_rows(self) -> None:
        lines = () if self.verloop is None else self.verloop.regels
        self.rows.set_rows([line for line in lines if self._kind in (None, line.soort)])
        self._middle.setCurrentIndex(0 if self.rows.rowCount() else 1)

    def _choose(self, kind: KindSoort | None) -> None:
        self._kind = kind
        self.chips[kind].setChecked(True)

    # -- what the user did

    @Slot(int)
    def _filter(self, number: int) -> None:
        self._kind = list(self.chips)[number]
        self._show_rows()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        line: KindRegel = self.rows.rows()[index.row()]
        if line.pagina == "bespreekpunten":
            self.start_requested.emit("signalen", 0, "punten")
        else:
            self.record_requested.emit(line.pagina, line.record)

    @Slot(object)
    def _other(self, persoon_id: int) -> None:
        self.show_child(persoon_id)

    @Slot()
    def _to_person(self) -> None:
        if self.verloop is not None:
            self.show_person_requested.emit(self.verloop.persoon_id)

    @Slot()
    def _begin_point(self) -> None:
        if self.verloop is not None:
            self.start_requested.emit("signalen", self.verloop.persoon_id, "kind")

    @Slot(str)
    def _look_back(self, reden: str) -> None:
        if self.verloop is None:
            return
        try:
            self._context.werkplek.inzage.kijk_eerder(reden, self.verloop.persoon_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.reload()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- paper

    @property
    def paper(self) -> UitvoerPage:
        """The page on which the paper is seen first."""
        if self._paper is None:
            self._paper = UitvoerPage(self._context)
            self._paper.back.connect(self._from_paper)
            self.stack.addWidget(self._paper)
        return self._paper

    @Slot()
    def print_current(self) -> None:
        """The paper on the screen; there a second time: to the printer."""
        if self.stack.currentWidget() is not self._pagina:
            self.paper.print_now()
        elif self.verloop is not None and self.verloop.regels:
            shown = self.verloop._replace(regels=tuple(self.rows.rows()))
            self.stack.setCurrentWidget(self.paper)
            self.paper.show_work(VerloopWerk(self._context, shown))

    @Slot()
    def _from_paper(self) -> None:
        self.stack.setCurrentWidget(self._pagina)
        self.afdrukken.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- TabPage

    def show_record(self, record: int) -> None:
        """Everything about this child."""
        if self.stack.currentWidget() is not self._pagina:
            self.paper.leave()
        if self.show_child(record):
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_from(self, record: int, kind: str = "") -> None:
        self.show_record(record)

    def resume(self, sleutel: str) -> None:
        """Go on with the reason that was being typed."""
        if self.show_child(int(sleutel.partition(":")[2])):
            self.earlier.ask()

    def flush_draft(self) -> None:
        self.earlier.flush()

    def focus_search(self) -> None:
        self.ander.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_back(self) -> bool:
        if self.stack.currentWidget() is not self._pagina:
            self.paper.leave()
        else:
            self.leave_requested.emit()
        return True

    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_TOPICS) and self.isVisible():
            self.reload()

    def shown(self) -> None:
        self.reload()

    def place(self) -> dict[str, Any]:
        if self.verloop is None:
            return {}
        place: dict[str, Any] = {"persoon": self.verloop.persoon_id, "soort": self._kind.value if self._kind else ""}
        return place | {CONCEPT: self.earlier.sleutel} if self.earlier.asking() else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The same child, if it is still there."""
        if "persoon" not in place:
            return
        try:
            self._service.lees(place["persoon"])
        except NietGevonden:
            return
        self.show_child(place["persoon"])
        self._choose(next((kind for kind in KindSoort if kind.value == place["soort"]), None))
        self.reload()
        if CONCEPT in place:
            self.earlier.ask()
