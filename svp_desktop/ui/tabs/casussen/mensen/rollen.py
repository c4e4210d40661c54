"""Team and who is involved or hurt: lines by role, proposals of the incidents, and adding somebody by name."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.casus_mensen import CasusPersoon, CasusRol
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, tool
from svp_desktop.ui.widgets.fields import Field
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.suggest import PersonPicker, Suggestion

_HEADS = {CasusRol.TEAM: "Team", CasusRol.BETROKKEN: "Betrokken", CasusRol.GERAAKT: "Geraakt"}


class Rollen(QWidget):
    """`added(person id, CasusRol)` and `removed(CasusPersoon)`."""

    added = Signal(int, object)
    removed = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows, self._proposed = col(spacing=0), col(spacing=4)
        self.rol = Segmented([(rol, label(rol)) for rol in CasusRol], CasusRol.TEAM, small=True, name="Rol in de casus")
        self.zoek = PersonPicker(self._find)
        self._field = Field("Toevoegen aan de casus", self.zoek, trailing=self.rol)
        self._add = holder(col(self._proposed, self._field, spacing=8))
        self.setLayout(col(card(self._rows, self._add, title="Team en betrokkenen", spacing=8)))
        self.zoek.chosen.connect(self._chosen)

    def show_people(
        self, casus: Casus, people: tuple[CasusPersoon, ...], proposed: tuple[CasusPersoon, ...], *, open_: bool
    ) -> None:
        """Who is in the casus, and who could be."""
        clear(self._rows)
        for rol in CasusRol:
            lines = [item for item in people if item.rol is rol]
            if lines or (rol is CasusRol.TEAM and casus.eigenaar):
                self._rows.addWidget(Label(_HEADS[rol], "label"))
            if rol is CasusRol.TEAM and casus.eigenaar:
                self._rows.addLayout(_line(ElidedLabel(casus.eigenaar), ElidedLabel("leidt de casus", "muted")))
            for item in lines:
                self._rows.addLayout(self._line(item, open_=open_))
        clear(self._proposed)
        if proposed:
            self._proposed.addWidget(Label("Uit de incidenten", "label"))
            self._proposed.addWidget(Flow(*map(self._proposal, proposed), gap=6))
        self._add.setVisible(open_)
        self._field.set_error("")

    def show_finding(self, finding: Finding) -> None:
        """Why somebody was not added."""
        self._field.show_finding(finding)

    def _line(self, item: CasusPersoon, *, open_: bool) -> QHBoxLayout:
        line = _line(ElidedLabel(item.naam), ElidedLabel(item.omschrijving, "muted"))
        if open_:
            drop = tool("x", f"Uit de casus halen: {item.naam}, {label(item.rol)}", small=True)
            drop.setProperty("persoon", item)
            drop.clicked.connect(self._drop)
            line.addWidget(drop)
        return line

    def _proposal(self, item: CasusPersoon) -> QWidget:
        made = button(f"{item.naam}, {label(item.rol)}", "plus", small=True, elide=True)
        made.setAccessibleName(f"Toevoegen: {item.naam}, {label(item.rol)}")
        made.setProperty("persoon", item)
        made.clicked.connect(self._take)
        return made

    def _find(self, text: str) -> list[Suggestion]:
        kinds = frozenset(PersoonSoort) - {PersoonSoort.LEERLING} if self.rol.value() is CasusRol.TEAM else frozenset()
        found = self._context.werkplek.personen.zoek(text, soorten=kinds)
        return [Suggestion(item.id, item.naam, item.omschrijving) for item in found]

    @Slot(object)
    def _chosen(self, persoon_id: int) -> None:
        self.added.emit(persoon_id, self.rol.value())

    @Slot()
    def _take(self) -> None:
        item = self._sent()
        if item is not None:
            self.added.emit(item.persoon_id, item.rol)

    @Slot()
    def _drop(self) -> None:
        item = self._sent()
        if item is not None:
            self.removed.emit(item)

    def _sent(self) -> CasusPersoon | None:
        pressed = self.sender()
        item = pressed.property("persoon") if isinstance(pressed, QWidget) else None
        return item if isinstance(item, CasusPersoon) else None


def _line(name: ElidedLabel, what: ElidedLabel) -> QHBoxLayout:
    """A line that is as high with a button at its end as without."""
    name.setMinimumHeight(scaled(28))
    return row(name, (what, 1), spacing=8)
