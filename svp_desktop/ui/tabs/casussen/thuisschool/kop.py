"""Above the phases: which period, how far the decision is, whether what is typed is kept, and what can be done."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QWidget

from svp_desktop.domain.datums import dag_kort, dag_maand
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_soorten import PapierBron
from svp_desktop.domain.thuisschool import ThuisSchool, ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import ContactDag, ContactStand
from svp_desktop.ui.tabs.casussen.papieren import PapierenMenu
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, row
from svp_desktop.ui.widgets.buttons import button, link, primary, tool
from svp_desktop.ui.widgets.notice import State
from svp_desktop.ui.widgets.page import Saved

_VOORBEREIDING, _DEFINITIEF, _AFGEROND = ThuisSchoolStatus
_ICONS = {_VOORBEREIDING: ("square-pen", "muted"), _DEFINITIEF: ("circle-check", "ok"), _AFGEROND: ("archive", "muted")}


class Kop(QWidget):
    """Signals say what the user wants; `chosen(id)` another period."""

    new = Signal()
    chosen = Signal(int)
    save = Signal()
    final = Signal()
    reopen = Signal()
    finish = Signal()
    remove = Signal()
    paper = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._periods = QMenu()
        self._periods.triggered.connect(self._choose)
        self.periode = button("", menu=self._periods, tip="Andere periode of een nieuwe")
        self._icon, self._status = Icon("square-pen", "muted", 16), Label("", "muted")
        self.saved = Saved()
        self.opslaan = primary("Opslaan", "check", tip="Opslaan (Ctrl+S)")
        self.definitief = button("Besluit definitief", "scale", tip="Vastleggen als besluit, na de wettelijke controle")
        papers = PapierenMenu()
        papers.show_papers(PapierBron.THUISSCHOOL)
        papers.wanted.connect(self.paper)
        self.papieren = button("Papieren", menu=papers, tip="Brief, kaart, richtlijnen en lijsten bij deze periode")
        self.meer = tool("ellipsis", "Meer: afronden, weer openen, verwijderen", quiet=False)
        self._menu = QMenu(self.meer)
        self.meer.setMenu(self._menu)
        self.meer.setPopupMode(self.meer.ToolButtonPopupMode.InstantPopup)
        self.setLayout(
            row(
                self.periode, 4, self._icon, self._status, None, self.saved, self.opslaan, self.papieren,
                self.definitief, self.meer, spacing=8,
            )
        )  # fmt: skip
        self.opslaan.clicked.connect(self.save)
        self.definitief.clicked.connect(self.final)

    def show_periods(self, periods: Sequence[ThuisSchool], now: ThuisSchool | None) -> None:
        """The periods of the casus, and the one that is shown."""
        self._periods.clear()
        for number, item in enumerate(periods, 1):
            action = self._periods.addAction(f"{_naam(item, number)}, {label(item.status)}")
            action.setData(item.id)
            action.setCheckable(True)
            action.setChecked(now is not None and item.id == now.id)
            if now is not None and item.id == now.id:
                self.periode.setText(_naam(item, number))
                self.periode.setAccessibleName(f"Periode: {self.periode.text()}")
        self._periods.addSeparator()
        self.nieuw = self._periods.addAction("Nieuwe periode")
        self.nieuw.setData(0)

    def show_record(self, record: ThuisSchool) -> None:
        """How far this one is."""
        self._status.setText(label(record.status).capitalize())
        self._icon.set_icon(*_ICONS[record.status])
        self.definitief.setVisible(record.status is _VOORBEREIDING)
        self.saved.show_text("")
        self._menu.clear()
        if record.status is _DEFINITIEF:
            self._menu.addAction("Thuis-school afronden", self.finish.emit)
            self._menu.addAction("Besluit weer openen", self.reopen.emit)
        elif record.status is _AFGEROND:
            self._menu.addAction("Weer openen", self.final.emit)
        self._menu.addAction("Verwijderen", self.remove.emit)

    @Slot(object)
    def show_kept(self, moment: datetime) -> None:
        """The draft was kept."""
        self.saved.show_saved(moment, "Concept bewaard")

    def set_closed(self, closed: bool) -> None:
        """In a closed casus nothing can be done."""
        for widget in (self.opslaan, self.papieren, self.definitief, self.meer):
            widget.setEnabled(not closed)
        self.nieuw.setEnabled(not closed)

    @Slot(object)
    def _choose(self, action: object) -> None:
        id_ = int(action.data())  # type: ignore[attr-defined]  # a QAction of this menu
        if id_:
            self.chosen.emit(id_)
        else:
            self.new.emit()


class BelStrook(QFrame):
    """In every phase: who still waits for a call, said with an icon and words. `wanted` leads to the week."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._icon, self._words = Icon("phone", "warn", 18), ElidedLabel("", "lead")
        self.way = link("Naar contact per dag", "phone")
        self.way.clicked.connect(self.wanted)
        self.setLayout(row(self._icon, (self._words, 1), self.way, margins=(14, 3, 8, 3), spacing=10))
        self.hide()

    def show_day(self, day: ContactDag) -> None:
        """The day that asks for contact first."""
        missed = day.stand is ContactStand.GEMIST
        late = missed or day.stand is ContactStand.NU
        state = State.BLOK if late else State.LET_OP
        self._icon.set_icon(state.icon, state.token)
        self._icon.setAccessibleName(state.meaning)
        when = f"Contact gemist op {dag_maand(day.datum, weekdag=True)}: {day.zin}. Bel nu."
        self._words.setText(when if missed else f"{'Bel nu' if late else 'Vandaag nog bellen'} met {day.zin}.")

    def zin(self) -> str:
        """What stands there."""
        return self._words.text()


def _naam(item: ThuisSchool, number: int) -> str:
    days = item.inhoud.momenten
    if days.vanaf is None:
        return f"Periode {number}"
    until = f" t/m {dag_kort(days.tot)}" if days.tot and days.tot != days.vanaf else ""
    return f"{dag_kort(days.vanaf)}{until}"
