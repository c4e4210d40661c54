"""What was seen in a pestzaak: the lists of the plan added up over adults, or each observation by its day (96, 97)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain import pest_signalen as regels
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_signalen import Signaallijst
from svp_desktop.ui.tabs.pesten import kaarten
from svp_desktop.ui.tabs.pesten.kaarten import Maak
from svp_desktop.ui.widgets.base import TOP, Item, Label, add, card, clear, col, row
from svp_desktop.ui.widgets.buttons import Kind, Segmented, link, tool
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.painted import Pill

_NAMEN = {Signaallijst.GEPEST: "Bij gepeste", Signaallijst.PESTER: "Bij pester"}
_GEEN = "Nog niets gezien bij dit kind."


class SignalenKaart(QWidget):
    """`removed(id)` when an observation is to go."""

    removed = Signal(int)

    def __init__(self, maak: Maak) -> None:
        super().__init__()
        self._beeld: PestBeeld | None = None
        self._per_dag = False
        self.lijst = Segmented(
            [(one, _NAMEN[one]) for one in Signaallijst], Signaallijst.GEPEST, small=True, name="Signalen bij wie"
        )
        self._lines, self._legend = col(spacing=4), Label("", "small", wrap=True)
        self.vastleggen = maak("Signaal vastleggen", "plus", "signaal", 0, Kind.PLAIN)
        self.anders = link("Per dag bekijken")
        end = Flow(self.vastleggen, self.anders)
        self.setLayout(
            col(card(row(self.lijst, None), self._lines, self._legend, end, title="Signalen", spacing=10), spacing=0)
        )
        self.lijst.changed.connect(self._chosen)
        self.anders.clicked.connect(self._turn)

    def show_beeld(self, beeld: PestBeeld) -> None:
        """The signals of this pestzaak, in the list that is in front."""
        self._beeld = beeld
        for one in Signaallijst:
            counted = beeld.opgeteld[one]
            self.lijst.set_text(one, f"{_NAMEN[one]}  {regels.gezien(counted)} van {len(counted)}")
        self.vastleggen.setVisible(beeld.zaak.open)
        self._show()

    def _which(self) -> Signaallijst:
        value = self.lijst.value()
        return value if isinstance(value, Signaallijst) else Signaallijst.GEPEST

    def _show(self) -> None:
        if self._beeld is None:
            return
        which = self._which()
        legend = kaarten.waarnemers(self._beeld, which)
        self._legend.setText(legend)
        self._legend.setVisible(bool(legend))
        self.vastleggen.setProperty("record", list(Signaallijst).index(which))
        self.anders.setText("Per signaal bekijken" if self._per_dag else "Per dag bekijken")
        self.anders.setAccessibleName(self.anders.text())
        clear(self._lines)
        lines = self._by_day(self._beeld, which) if self._per_dag else kaarten.signaal_regels(self._beeld, which)
        for line in lines:
            add(self._lines, line)

    def _by_day(self, beeld: PestBeeld, which: Signaallijst) -> list[Item]:
        found = sorted((one for one in beeld.signalen if one.lijst is which), key=lambda one: (one.datum, one.id))
        names = {person.persoon_id: person.roepnaam or person.naam for person in beeld.zaak.personen}
        made: list[Item] = []
        for one in reversed(found):
            words: list[Item] = [Label(one.signaal, wrap=True)]
            about = ", ".join(filter(None, (datums.dag_kort(one.datum), names.get(one.persoon_id, ""), one.notitie)))
            words.append(Label(about, "small", wrap=True))
            sign = Pill(beeld.tekens[one.gezien_door], "", "ink")
            sign.setToolTip(one.gezien_door)
            away = [self._away(one.id, one.signaal)] if beeld.zaak.open else []
            made.append(row((col(*words, spacing=0), 1), (sign, TOP), *away, spacing=6))
        return made or [Label(_GEEN, "muted", wrap=True)]

    def _away(self, record: int, name: str) -> QToolButton:
        made = tool("x", f"Weghalen: {name}", small=True)
        made.setProperty("signaal", record)
        made.clicked.connect(self._gone)
        return made

    @Slot(object)
    def _chosen(self, _lijst: object) -> None:
        self._show()

    @Slot()
    def _turn(self) -> None:
        self._per_dag = not self._per_dag
        self._show()

    @Slot()
    def _gone(self) -> None:
        way = self.sender()
        if isinstance(way, QToolButton):
            self.removed.emit(int(way.property("signaal")))
