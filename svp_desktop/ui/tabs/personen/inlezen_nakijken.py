"""The third step of an import: five counts that are filters, the lines with their ticks, and what each one means."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.inlezen import WAT_WOORD, InleesVoorstel, Wat
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.vergelijken import HEEFT_CASUS
from svp_desktop.ui.tabs.personen.inlezen_rows import ICONEN, RegelModel, RegelTable
from svp_desktop.ui.tabs.personen.inlezen_stappen import in_woorden
from svp_desktop.ui.tabs.personen.inlezen_uitleg import Uitleg
from svp_desktop.ui.widgets.base import Icon, Label, col, framed, row
from svp_desktop.ui.widgets.buttons import Chip, Tile, button, primary
from svp_desktop.ui.widgets.fields import SearchEdit
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State

_ONDER = {
    Wat.NIEUW: "komen erbij",
    Wat.GEWIJZIGD: "naam, groep of jaar",
    Wat.VERTROKKEN: "niet in het bestand",
    Wat.ONLEESBAAR: "worden overgeslagen",
    Wat.GELIJK: "blijft zoals het is",
}
_VOLGORDE = (Wat.NIEUW, Wat.GEWIJZIGD, Wat.VERTROKKEN, Wat.ONLEESBAAR, Wat.GELIJK)


class NakijkenStap(QWidget):
    """Look at every line before anything is written. `take_over` and `back` for the two buttons."""

    take_over = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._voorstel: InleesVoorstel | None = None
        self._wat: Wat | None = None
        self.model = RegelModel(self)
        self.table = RegelTable(self.model)
        self.uitleg = Uitleg()
        self.waarschuwing = Notice(State.LET_OP, "", compact=True)
        self.tegels = {
            wat: Tile(0, WAT_WOORD[wat], _ONDER[wat], ICONEN[wat], token="danger" if wat is Wat.ONLEESBAAR else "ink")
            for wat in _VOLGORDE
        }
        self.zoek = SearchEdit("Zoek in deze lijst")
        self.zoek.setFixedWidth(240)
        self.alles = Chip("Alles met verschil", 0, on=True)
        self.let_op = Chip("Alleen let op", 0)
        self._gekozen = Label("", "muted")
        self.terug = button("Terug", "chevron-left")
        self.overnemen = primary("", "check")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        filters = Flow(self.zoek, self.alles, self.let_op, self._gekozen, gap=8)
        left = col(filters, (framed(self.table), 1), spacing=8)
        safe = Label("Er is nog niets gewijzigd. Na het overnemen kunt u alles ongedaan maken.", "muted", wrap=True)
        foot = row(self.terug, Icon("shield-check", "ok", 16), (safe, 1), 6, self.overnemen)
        tiles = row(*((tile, 1) for tile in self.tegels.values()), spacing=12)
        middle = row((left, 1), self.uitleg, spacing=12)
        body = col(tiles, self.waarschuwing, (middle, 1), spacing=10)
        self.setLayout(col((GivesWay(body, low=430), 1), foot, spacing=10))

    def _connect(self) -> None:
        for tile in self.tegels.values():
            tile.clicked.connect(self._tile)
        self.alles.clicked.connect(self._everything)
        self.let_op.clicked.connect(self._filter)
        self.zoek.textChanged.connect(self._filter)
        self.model.chosen_changed.connect(self._show_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.uitleg.chosen.connect(self._choose)
        self.terug.clicked.connect(self.back)
        self.overnemen.clicked.connect(self.take_over)

    def load(self, voorstel: InleesVoorstel) -> None:
        """Another file to look at."""
        self._voorstel, self._wat = voorstel, None
        self.waarschuwing.setVisible(bool(voorstel.waarschuwing))
        self.waarschuwing.show_message(State.LET_OP, "Kijk dit eerst na", voorstel.waarschuwing)
        for wat, tile in self.tegels.items():
            tile.setChecked(False)
            sub = None
            if wat is Wat.VERTROKKEN:
                casus = sum(line.let_op == HEEFT_CASUS for line in voorstel.regels)
                sub = f"{casus} met lopende casus" if casus else _ONDER[wat]
            tile.set_number(voorstel.aantal(wat), sub)
        self.alles.set_count(sum(line.wat is not Wat.GELIJK for line in voorstel.regels))
        self.let_op.set_count(sum(bool(line.let_op) for line in voorstel.regels))
        self.alles.setChecked(True)
        self.let_op.setChecked(False)
        self.zoek.clear()
        self.model.load(voorstel)
        self._after_filter()
        self._show_chosen()

    def gekozen(self) -> frozenset[int]:
        """The numbers of the ticked lines."""
        return frozenset(self.model.gekozen)

    @Slot()
    def _tile(self) -> None:
        sender = self.sender()
        for wat, tile in self.tegels.items():
            if tile is sender:
                self._wat = wat if tile.isChecked() else None
            else:
                tile.setChecked(False)
        self.let_op.setChecked(False)
        self._filter()

    @Slot()
    def _everything(self) -> None:
        self._wat = None
        self.let_op.setChecked(False)
        for tile in self.tegels.values():
            tile.setChecked(False)
        self._filter()

    @Slot()
    def _filter(self) -> None:
        self.alles.setChecked(self._wat is None and not self.let_op.isChecked())
        self.model.filter(self._wat, self.zoek.text(), self.let_op.isChecked())
        self._after_filter()

    def _after_filter(self) -> None:
        if self.model.rowCount():
            self.table.select(0)
        else:
            self.uitleg.show_regel(None, False)

    @Slot()
    def _show_chosen(self) -> None:
        if self._voorstel is None:
            return
        lines = [line for line in self._voorstel.regels if line.nummer in self.model.gekozen]
        possible = sum(line.te_kiezen for line in self._voorstel.regels)
        pupils = sum(line.soort is PersoonSoort.LEERLING for line in lines)
        self._gekozen.setText(f"{len(lines)} van {possible} gekozen")
        text = f"{in_woorden(pupils, len(lines) - pupils)} overnemen" if lines else "Niets om over te nemen"
        self.overnemen.setText(text)
        self.overnemen.setAccessibleName(text)
        self.overnemen.setEnabled(bool(lines))
        self._explain()

    @Slot(QModelIndex, QModelIndex)
    def _show_line(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._explain()

    def _explain(self) -> None:
        line = self.model.regel(self.table.current())
        self.uitleg.show_regel(line, line is not None and line.nummer in self.model.gekozen)

    @Slot(bool)
    def _choose(self, on: bool) -> None:
        line = self.model.regel(self.table.current())
        if line is not None:
            self.model.kies((line.nummer,), on)
