"""What a pestzaak is coupled to: the casus whose ladder serves it (92), and the incidents that tell of it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.schrijven import schrijf
from svp_desktop.ui.widgets.base import ElidedLabel, Item, Label, add, card, clear, col, row, rule
from svp_desktop.ui.widgets.buttons import Kind, button, tool
from svp_desktop.ui.widgets.flow import Flow

_GEEN_CASUS = (
    "Er loopt geen casus bij een van deze kinderen. Dezelfde ladder van acties geldt ook bij pesten. Open een casus, en"
    " koppel die daarna hier."
)
_GEEN_KIND = "Er staat nog geen kind in deze zaak."
_CASUS = "Dezelfde ladder van acties geldt ook bij pesten. Koppel de casus van een kind dat erbij is."
_NIET_GEKOPPELD = "Geen casus gekoppeld."
_GEEN_INCIDENT = "Nog geen incident gekoppeld."


class Koppelingen(QWidget):
    """`casus_wanted(id)` and `incident_wanted(id)` lead to another page, `new_casus_wanted(id)` to a new casus of a
    child."""

    casus_wanted = Signal(int)
    incident_wanted = Signal(int)
    new_casus_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.pestzaken
        self._beeld: PestBeeld | None = None
        self._items = col(spacing=6)
        self.setLayout(col(card(self._items, title="Casus en incidenten"), spacing=0))

    @property
    def beeld(self) -> PestBeeld:
        """The pestzaak that is shown."""
        assert self._beeld is not None
        return self._beeld

    def show_beeld(self, beeld: PestBeeld) -> None:
        """What this pestzaak is coupled to. Raises GeenToegang."""
        self._beeld = beeld
        clear(self._items)
        for item in (*self._casus(), rule(), *self._incidenten()):
            add(self._items, item)

    def _casus(self) -> list[Item]:
        found = self.beeld
        if found.zaak.casus_id is not None and found.casus:
            way = button(f"Naar de casus van {found.casus}".replace("&", "&&"), "footprints", Kind.LINK)
            way.clicked.connect(self._to_casus)
            ways = [way]
            if found.zaak.open:
                ways.append(button("Losmaken", "", Kind.LINK))
                ways[-1].clicked.connect(self._uncouple)
            return [Flow(*ways), Label(found.ladder, "muted", wrap=True)]
        if not found.zaak.open:
            return [Label(_NIET_GEKOPPELD, "muted", wrap=True)]
        menu = QMenu(self)
        for casus_id, title in self._service.mogelijke_casussen(found.zaak.id):
            menu.addAction(title.replace("&", "&&")).setData(casus_id)
        menu.triggered.connect(self._couple_casus)
        if not menu.actions():
            begin = self._new_casus()
            if begin is None:
                return [Label(_GEEN_KIND, "muted", wrap=True)]
            return [Label(_GEEN_CASUS, "muted", wrap=True), row(button("Casus openen", menu=begin), None)]
        return [Label(_CASUS, "muted", wrap=True), row(button("Casus koppelen", menu=menu), None)]

    def _new_casus(self) -> QMenu | None:
        """The children of the pestzaak; None when there are none."""
        people = [one for one in self.beeld.zaak.personen if one.soort is PersoonSoort.LEERLING and not one.vertrokken]
        if not people:
            return None
        menu = QMenu(self)
        for one in people:
            menu.addAction(f"{one.naam}, {label(one.rol)}".replace("&", "&&")).setData(one.persoon_id)
        menu.triggered.connect(self._begin_casus)
        return menu

    def _incidenten(self) -> list[Item]:
        found, made = self.beeld, list[Item]()
        for incident in found.incidenten:
            text = f"{incident.nummer}, {datums.dag_maand(incident.datum)}"
            way = button(text, "flag", Kind.LINK, tip=incident.soort)
            way.setProperty("record", incident.id)
            way.clicked.connect(self._to_incident)
            away = [self._away(incident.id, incident.nummer)] if found.zaak.open else []
            made.append(row(way, (ElidedLabel(incident.soort, "muted"), 1), *away))
        if not made:
            made.append(Label(_GEEN_INCIDENT, "muted"))
        if found.zaak.open:
            menu = QMenu(self)
            for one in self._service.mogelijke_incidenten(found.zaak.id):
                title = f"{one.nummer}, {datums.dag_maand(one.datum)}, {one.soort}"
                menu.addAction(title.replace("&", "&&")).setData(one.id)
            menu.triggered.connect(self._couple_incident)
            if menu.actions():
                made.append(row(button("Incident koppelen", menu=menu), None))
        return made

    def _away(self, record: int, number: str) -> QToolButton:
        made = tool("x", f"Losmaken: {number}", small=True)
        made.setProperty("incident", record)
        made.clicked.connect(self._uncouple_incident)
        return made

    @Slot()
    def _to_casus(self) -> None:
        if self.beeld.zaak.casus_id is not None:
            self.casus_wanted.emit(self.beeld.zaak.casus_id)

    @Slot()
    def _to_incident(self) -> None:
        way = self.sender()
        if isinstance(way, QPushButton):
            self.incident_wanted.emit(int(way.property("record")))

    @Slot(QAction)
    def _couple_casus(self, action: QAction) -> None:
        schrijf(self._context, lambda: self._service.koppel_casus(self.beeld.zaak.id, int(action.data())))

    @Slot(QAction)
    def _begin_casus(self, action: QAction) -> None:
        self.new_casus_wanted.emit(int(action.data()))

    @Slot()
    def _uncouple(self) -> None:
        zaak = self.beeld.zaak
        schrijf(
            self._context,
            lambda: self._service.koppel_casus(zaak.id, None),
            "Casus losgemaakt.",
            lambda: self._service.koppel_casus(zaak.id, zaak.casus_id),
        )

    @Slot(QAction)
    def _couple_incident(self, action: QAction) -> None:
        schrijf(self._context, lambda: self._service.koppel_incident(self.beeld.zaak.id, int(action.data())))

    @Slot()
    def _uncouple_incident(self) -> None:
        way = self.sender()
        if not isinstance(way, QToolButton):
            return
        zaak_id, incident_id = self.beeld.zaak.id, int(way.property("incident"))
        schrijf(
            self._context,
            lambda: self._service.ontkoppel_incident(zaak_id, incident_id),
            "Incident losgemaakt.",
            lambda: self._service.koppel_incident(zaak_id, incident_id),
        )
