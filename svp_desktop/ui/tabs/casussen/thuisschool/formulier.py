"""The six phases with everything that is typed in them: form <-> draft, and what the program knows of it by itself."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from svp_desktop.domain.casus_taken import NAZORG
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.thuisschool import ThuisSchoolDraft, punt_veld
from svp_desktop.domain.thuisschool_fasen import Fase, punten_van, voortgang
from svp_desktop.services.thuisschool import ThuisSchoolBeeld
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.thuisschool.bladen import (
    HerstelBlad,
    PuntenBlad,
    TijdensBlad,
    VoorafBlad,
    titel,
    velden_kaart,
)
from svp_desktop.ui.tabs.casussen.thuisschool.contact import ContactKaart
from svp_desktop.ui.tabs.casussen.thuisschool.fasen import FaseKeuze
from svp_desktop.ui.tabs.casussen.thuisschool.punten import PuntenKaart
from svp_desktop.ui.tabs.casussen.thuisschool.taken import NazorgKaart, VerdeelKaart
from svp_desktop.ui.tabs.casussen.thuisschool.velden import Velden
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, row, scroll

#: Under this height the phases show their titles only.
_LOW = 345
#: Where each field stands, for a finding that must be seen.
_FASE_VAN_VELD = {
    **dict.fromkeys(("wie_belt", "bel_voor", "werk", "richtlijnen"), Fase.TIJDENS),
    "vervolg_op": Fase.TERUGKEER,
    **dict.fromkeys(("verzoek", "afspraken", "opnieuw", "terugkijken_op"), Fase.OPLOSSING),
    "gebaar": Fase.HERSTEL,
}


class ThuisSchoolFormulier(QWidget):
    """`edited` after every change by the user; `shown` when another phase came to the front."""

    edited = Signal()
    shown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.velden = Velden(context.today)
        self.punten = {fase: PuntenKaart(fase, titel(fase)) for fase in Fase}
        self.contact, self.verdeel, self.nazorg = ContactKaart(context), VerdeelKaart(context), NazorgKaart()
        self.fasen, self._stack = FaseKeuze(), QStackedWidget()
        fields, points = self.velden, self.punten
        self.vooraf = VoorafBlad(fields, points[Fase.VOORAF])
        self.herstel = HerstelBlad(fields, points[Fase.HERSTEL])
        agreed = velden_kaart(fields, "Afspraken voor later", "verzoek", "afspraken", "opnieuw", "terugkijken_op")
        self._pages: dict[Fase, QWidget] = {
            Fase.VOORAF: self.vooraf,
            Fase.TIJDENS: TijdensBlad(fields, points[Fase.TIJDENS], self.contact, self.verdeel),
            Fase.TERUGKEER: PuntenBlad(points[Fase.TERUGKEER], velden_kaart(fields, "Vervolg", "vervolg_op")),
            Fase.OPLOSSING: PuntenBlad(points[Fase.OPLOSSING], agreed),
            Fase.NAZORG: PuntenBlad(points[Fase.NAZORG], self.nazorg),
            Fase.HERSTEL: self.herstel,
        }
        #: Each page goes into the window when it is first shown: styling six of them at once takes a third of a second.
        self._bodies: dict[Fase, QScrollArea] = {}
        for page in self._pages.values():
            # till then it goes where the form goes, also at a lock
            page.setParent(self)
            page.hide()
        left = scroll(col(self.fasen, None))
        left.setFixedWidth(self.fasen.width() + 14)
        left.setMinimumHeight(0)
        self.setLayout(row(left, (self._stack, 1), spacing=2))
        self._connect()

    def _connect(self) -> None:
        self.fasen.chosen.connect(self.show_fase)
        self.velden.edited.connect(self.edited)
        sources: list[PuntenKaart | ContactKaart | VerdeelKaart] = [*self.punten.values(), self.contact, self.verdeel]
        for source in sources:
            source.edited.connect(self.edited)
        self.vooraf.wet.wanted.connect(self.to_field)
        self.herstel.proposed.connect(self._fill_gebaar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fasen.set_low(self.height() < scaled(_LOW))

    # -- draft

    def draft(self) -> ThuisSchoolDraft:
        """What the form holds."""
        points = ThuisSchoolDraft().punten
        for kaart in self.punten.values():
            points = kaart.into(points)
        return ThuisSchoolDraft(self.velden.momenten(), self.velden.teksten(), points)

    def load(self, draft: ThuisSchoolDraft) -> None:
        """Show this, without telling."""
        self.velden.load(draft.momenten, draft.teksten)
        for kaart in self.punten.values():
            kaart.load(draft.punten)

    # -- show

    @Slot(object)
    def show_fase(self, fase: Fase) -> None:
        """Open a phase; any order."""
        self.fasen.set_fase(fase)
        self._stack.setCurrentWidget(self._body(fase))
        self.shown.emit()

    def _body(self, fase: Fase) -> QScrollArea:
        if fase not in self._bodies:
            self._bodies[fase] = scroll(self._pages[fase])
            self._pages[fase].show()
            self._stack.addWidget(self._bodies[fase])
        return self._bodies[fase]

    def show_beeld(self, beeld: ThuisSchoolBeeld, now: datetime) -> None:
        """What follows from what is typed, as of now."""
        found = beeld.verband
        self.fasen.set_progress(voortgang(found))
        for fase, kaart in self.punten.items():
            kaart.show_standen(punten_van(found, fase))
        self.vooraf.show_beeld(beeld)
        self.contact.show_beeld(beeld, now)
        self.verdeel.lijst.show_taken(tuple(item for item in beeld.taken if item.bron != NAZORG), now.date())
        weeks = tuple(item for item in beeld.taken if item.bron == NAZORG)
        self.nazorg.show_taken(weeks, beeld.nazorg_weken, now.date())

    def set_closed(self, closed: bool) -> None:
        """Of a closed casus everything is still read, in any phase, and nothing is changed."""
        for page in self._pages.values():
            page.setEnabled(not closed)

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Each sentence where it belongs, with the first of them in view; returns those without a place."""
        first = next((self._fase_of(item.field) for item in findings if self._fase_of(item.field)), None)
        if first is not None:
            self.show_fase(first)
        points = {punt_veld(code) for kaart in self.punten.values() for code in kaart.rijen}
        for kaart in self.punten.values():
            kaart.show_findings(findings)
        rest = self.velden.show_findings(tuple(item for item in findings if item.field not in points))
        typed = next((item.field for item in findings if item.field in self.velden.velden), None)
        if typed is not None and findings[0].field == typed:
            self.to_field(typed)
        return rest

    def _fase_of(self, name: str) -> Fase | None:
        if name in self.velden.velden:
            return _FASE_VAN_VELD.get(name, Fase.VOORAF)
        return next((fase for fase, kaart in self.punten.items() if name in map(punt_veld, kaart.rijen)), None)

    @Slot(str)
    def to_field(self, name: str) -> None:
        """The keyboard into this field, with the field in view."""
        fase = self._fase_of(name) or Fase.VOORAF
        self.show_fase(fase)
        field = self.velden[name]
        self._body(fase).ensureWidgetVisible(field, 20, 60)
        field.widget.setFocus()

    @Slot(str)
    def _fill_gebaar(self, text: str) -> None:
        self.velden.set_text("gebaar", text)
