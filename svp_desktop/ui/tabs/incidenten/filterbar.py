"""The filters above the list: search as you type, a few chips, more on request, the live count and the one filled
button."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.incident import IncidentFilter, Kenmerk, Mand, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.schone_lei import grens, ouder
from svp_desktop.ui.tabs.incidenten.keuzes import LEEG, Keuzes, place_of
from svp_desktop.ui.tabs.incidenten.periode import ALLES, NU, Periode
from svp_desktop.ui.tabs.incidenten.woorden import aantal_zin
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import MIDDLE, Label, holder, row
from svp_desktop.ui.widgets.buttons import Chip, link, primary, tool
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.picks import Picks

LEAST_LETTERS, ONE_LINE, SEARCH = 2, 1250, 210
#: Chips of one property each: it must be there.
_KENMERK_CHIPS = (
    (Kenmerk.ERNSTIG, "Ernstig"),
    (Kenmerk.ESIS_OPEN, "Nog niet in Esis"),
    (Kenmerk.OUDERS_NOG_NIET, "Ouders nog niet ingelicht"),
    (Kenmerk.PERSONEEL, "Personeel betrokken"),
    (Kenmerk.BASISWAARDEN, "Basiswaarden"),
)
_FIELDS = {"twijfel": "alleen_twijfel", "zonder_casus": "zonder_casus", "prullenbak": "prullenbak"}


def _days_text(first: date | None, last: date | None) -> str:
    """Between which days: "01-09-2026 t/m 30-09-2026"."""
    parts = [] if first is None else [datums.kort(first) if last else f"vanaf {datums.kort(first)}"]
    parts += [] if last is None else [f"t/m {datums.kort(last)}"]
    return " ".join(parts)


class FilterBar(QWidget):
    """What the list shows. `changed()` after every change by the user, `new_wanted()` for *Nieuw incident*."""

    changed = Signal()
    new_wanted = Signal()
    list_wanted = Signal()
    earlier_wanted = Signal()
    tally_wanted = Signal()

    def __init__(
        self,
        today: date,
        soort_label: Callable[[Soort], str],
        plaatsen: Sequence[str],
        vanaf: Callable[[int | None], date | None],
        tools: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self._vanaf, self._usual_start = vanaf, grens(today)
        self._persoon: tuple[int, str] | None = None
        self._searched = ""
        self.search = SearchEdit("Zoek in incidenten…")
        self.search.setFixedWidth(scaled(SEARCH))
        self.periode = Periode(today, lambda: vanaf(None) is None)
        self._manden = Picks("Mand", tuple(Mand), label)
        self._soorten = Picks("Soort", tuple(Soort), soort_label)
        self.open, self.twijfel = Chip("Open"), Chip("Twijfel")
        self.zonder_casus, self.prullenbak = Chip("Zonder casus"), Chip("Prullenbak")
        self.kenmerken = {kenmerk: Chip(text) for kenmerk, text in _KENMERK_CHIPS}
        self.keuzes = Keuzes(self)
        self.set_places(plaatsen)
        self.person, self.days = Chip("", on=True), Chip("", on=True)
        self._between: tuple[date | None, date | None] = (None, None)
        self.more = Chip("Meer filters")
        self.clear_all = link("Alles wissen", tip="Alle filters wissen")
        self.count = Label("", "muted")
        self.new = primary("Nieuw incident", "plus", tip="Nieuw incident (Ctrl+N)")
        self.tally = tool("tally-5", "Turven voor de gele mand (Ctrl+T)")
        self._build(tools)
        self._connect()
        self._arrange(one_line=True)
        self._show()

    def _build(self, tools: Sequence[QWidget]) -> None:
        self._chips = Flow(
            self.periode.chip, self._manden.chip, self._soorten.chip, self.open, self.person, self.days, self.more,
            self.clear_all, gap=8,
        )  # fmt: skip
        self._more_chips = Flow(
            *self.keuzes.chips(), *self.kenmerken.values(), self.twijfel, self.zonder_casus, self.prullenbak, gap=8,
        )  # fmt: skip
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.addWidget(self.search, 0, 0)
        self._grid.addWidget(self.count, 0, 2, MIDDLE)
        self._tools = holder(row(*tools, self.tally, spacing=4))
        self._grid.addWidget(self._tools, 0, 3)
        self._grid.addWidget(self.new, 0, 4)
        self._grid.addWidget(self._more_chips, 2, 0, 1, 5)
        self._one_line: bool | None = None
        self._tools.installEventFilter(self)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._searching)
        for picks in (self._manden, self._soorten, self.keuzes, self.periode):
            picks.changed.connect(self._changed)
        for chip in (self.open, *self._switches().values()):
            chip.clicked.connect(self._changed)
        self.periode.earlier_wanted.connect(self.earlier_wanted)
        self.person.clicked.connect(self._everyone)
        self.days.clicked.connect(self._every_day)
        self.more.clicked.connect(self._show)
        self.clear_all.clicked.connect(self._clear_all)
        self.new.clicked.connect(self.new_wanted)
        self.tally.clicked.connect(self.tally_wanted)

    def _switches(self) -> dict[str, Chip]:
        """Every chip of the second row that is on or off, by its name in what is kept."""
        own = {"twijfel": self.twijfel, "zonder_casus": self.zonder_casus, "prullenbak": self.prullenbak}
        return {kenmerk.value: chip for kenmerk, chip in self.kenmerken.items()} | own

    def set_places(self, plaatsen: Sequence[str]) -> None:
        """The places to choose from."""
        self.keuzes.offer("plaats", (*plaatsen, LEEG))

    def set_groups(self, groepen: Sequence[str]) -> None:
        """The groups to choose from."""
        self.keuzes.offer("groep", groepen)

    def filter(self) -> IncidentFilter:
        """What is asked for now."""
        persoon = None if self._persoon is None else self._persoon[0]
        wanted = {kenmerk for kenmerk, chip in self.kenmerken.items() if chip.isChecked()}
        if isinstance(pair := self.keuzes.value("partijen"), Kenmerk):
            wanted.add(pair)
        return IncidentFilter(
            zoek=self._words(),
            schooljaar=self.periode.schooljaar(),
            vanaf=self._first_day(persoon),
            tot=self._between[1],
            manden=self._manden.chosen(),
            soorten=self._soorten.chosen(),
            persoon_id=persoon,
            kenmerken=frozenset(wanted),
            zonder_kenmerken=frozenset({Kenmerk.AFGESLOTEN} if self.open.isChecked() else ()),
            alleen_twijfel=self.twijfel.isChecked(),
            zonder_casus=self.zonder_casus.isChecked(),
            prullenbak=self.prullenbak.isChecked(),
            **self.keuzes.filter(),
        )

    def persoon(self) -> str:
        """The name of the child that is asked for; "" for everyone."""
        return "" if self._persoon is None else self._persoon[1]

    def older(self) -> IncidentFilter | None:
        """What was asked for but is from before last school year, and waits for a reason; None when nothing is."""
        asked, first = self.filter(), self._between[0]
        if first is None:
            return ouder(asked)
        if asked.vanaf is None or first >= asked.vanaf:
            return None
        last = asked.vanaf - timedelta(days=1)
        return replace(asked, vanaf=first, tot=last if asked.tot is None else min(last, asked.tot))

    def _first_day(self, persoon: int | None) -> date | None:
        # older years may perhaps be seen, but are shown only where they were asked for: all years, or all of one child
        if self.periode.schooljaar():
            return self._between[0]
        all_asked = self.periode.value() == ALLES or persoon is not None
        limit = self._vanaf(persoon) if all_asked else self._usual_start
        return max((day for day in (limit, self._between[0]) if day is not None), default=None)

    def ask(self, wanted: IncidentFilter) -> None:
        """Ask for what another page wants to see, as far as it may be seen; without telling."""
        years = {value: year for value, year in self.periode.years().items() if year == wanted.schooljaar}
        on = {kenmerk.value for kenmerk in wanted.kenmerken}
        on |= {name for name in _FIELDS if getattr(wanted, _FIELDS[name])}
        self.go_to(
            {
                "zoek": wanted.zoek,
                "periode": next(iter(years), ALLES if self._is_older(wanted) else NU),
                "manden": [mand.value for mand in wanted.manden],
                "soorten": [soort.value for soort in wanted.soorten],
                "open": Kenmerk.AFGESLOTEN in wanted.zonder_kenmerken,
                "aan": sorted(on),
                "dagen": [None if day is None else day.isoformat() for day in (wanted.vanaf, wanted.tot)],
            }
            | place_of(wanted)
        )

    def _is_older(self, wanted: IncidentFilter) -> bool:
        """It asks for days before last school year: `Periode` shows those only where a reason was given."""
        return wanted.vanaf is not None and wanted.vanaf < self._usual_start

    def pick_mand(self, mand: Mand) -> None:
        """Tick a mand, as its menu does."""
        self._manden.pick(mand)

    def only_person(self, persoon_id: int, naam: str) -> None:
        """Ask for one child, with everything else open."""
        self.widen()
        self._persoon = (persoon_id, naam)
        self._changed()

    def widen(self) -> None:
        """Ask for everything that may be seen, without telling: no words, both years, no chips."""
        # the field tells itself that it is empty (its cross goes away); nothing new is asked for
        self._searched = ""
        self.search.clear()
        self._persoon, self._between = None, (None, None)
        self._manden.clear()
        self._soorten.clear()
        self.keuzes.clear()
        for chip in (self.open, *self._switches().values()):
            chip.setChecked(False)
        self.periode.choose(NU)
        self._show()

    def place(self) -> dict[str, Any]:
        """What is asked for, as JSON values."""
        return {
            "zoek": self.search.text(),
            "periode": self.periode.value(),
            "manden": sorted(mand.value for mand in self._manden.chosen()),
            "soorten": sorted(soort.value for soort in self._soorten.chosen()),
            "open": self.open.isChecked(),
            "aan": [name for name, chip in self._switches().items() if chip.isChecked()],
            "dagen": [None if day is None else day.isoformat() for day in self._between],
            "persoon": None if self._persoon is None else list(self._persoon),
        } | self.keuzes.place()

    def go_to(self, place: dict[str, Any]) -> None:
        """Ask for that again, without telling. What it does not know of is left as usual."""
        self.blockSignals(True)
        self.widen()
        self.search.setText(place.get("zoek", ""))
        self._searched = self._words()
        self._manden.set_chosen([mand for mand in Mand if mand.value in place.get("manden", ())])
        self._soorten.set_chosen([soort for soort in Soort if soort.value in place.get("soorten", ())])
        self.keuzes.go_to(place)
        self.open.setChecked(bool(place.get("open")))
        for name, chip in self._switches().items():
            chip.setChecked(name in place.get("aan", ()))
        persoon = place.get("persoon")
        self._persoon = None if persoon is None else (int(persoon[0]), str(persoon[1]))
        first, last = (date.fromisoformat(day) if day else None for day in place.get("dagen", (None, None)))
        self._between = (first, last)
        self.periode.choose(place.get("periode", NU))
        self._show()
        self.blockSignals(False)

    def show_count(self, shown: int, total: int) -> None:
        """The live count."""
        self.count.setText(aantal_zin(shown, total))
        self._rearrange()

    def _words(self) -> str:
        typed = self.search.text().strip()
        return typed if len(typed) >= LEAST_LETTERS else ""

    def _in_second_row(self) -> int:
        """How many filters of the second row are on."""
        chips = [*self._switches().values(), *self.keuzes.chips()]
        return sum(chip.isChecked() for chip in chips)

    @Slot()
    def _show(self) -> None:
        """What belongs in view: the second row as long as it is open or something in it is on."""
        on = self._in_second_row()
        if on:
            self.more.setChecked(True)
        self.more.set_text("Meer filters", on or None)
        self._more_chips.setVisible(self.more.isChecked())
        self.person.setVisible(self._persoon is not None)
        self.person.setChecked(True)
        if self._persoon is not None:
            self.person.set_text(f"Alleen {self._persoon[1]}")
            self.person.setToolTip("Weer iedereen laten zien")
        self.days.setVisible(self._between != (None, None))
        self.days.setChecked(True)
        self.days.set_text(_days_text(*self._between))
        self.days.setToolTip("Weer alle dagen laten zien")
        first = (self.open, self._manden.chip, self._soorten.chip)
        used = on or self._persoon or any(self._between) or self._words() or not self.periode.is_usual()
        self.clear_all.setVisible(bool(used) or any(chip.isChecked() for chip in first))

    @Slot()
    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    @Slot()
    def _everyone(self) -> None:
        self._persoon = None
        self._changed()

    @Slot()
    def _every_day(self) -> None:
        self._between = (None, None)
        self._changed()

    @Slot()
    def _clear_all(self) -> None:
        self.widen()
        self.more.setChecked(False)
        self._changed()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _searching(self) -> None:
        # one letter, or a space at the end, asks for nothing new
        if self._words() != self._searched:
            self._searched = self._words()
            self._changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.setFixedWidth(scaled(SEARCH))
        self._rearrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # the name of a saved view makes the tools wider
        if watched is self._tools and event.type() == QEvent.Type.LayoutRequest:
            self._rearrange()
        return False

    def _rearrange(self) -> None:
        """The chips stand beside the search when they fit there in one line, and below it otherwise."""
        chips = (self.periode.chip, self._manden.chip, self._soorten.chip, self.open, self.person, self.days, self.more)
        wide = sum(chip.sizeHint().width() + 8 for chip in (*chips, self.clear_all) if not chip.isHidden())
        wide += scaled(SEARCH) + sum(part.sizeHint().width() + 10 for part in (self.count, self._tools, self.new))
        self._arrange(one_line=self.width() >= max(scaled(ONE_LINE), wide))

    def _arrange(self, *, one_line: bool) -> None:
        if one_line == self._one_line:
            return
        self._one_line = one_line
        self._grid.removeWidget(self._chips)
        if one_line:
            self._grid.addWidget(self._chips, 0, 1, MIDDLE)
        else:
            self._grid.addWidget(self._chips, 1, 0, 1, 5)
        self._grid.setColumnStretch(1, 1)
