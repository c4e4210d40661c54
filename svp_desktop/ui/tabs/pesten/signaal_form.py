"""What one person saw on one day: the list of the plan as ticks (96, 97)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_signalen import SignaalDraft, Signaallijst
from svp_desktop.domain.pestzaak import PestRol
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.tabs.pesten.namen import uit_elkaar
from svp_desktop.ui.widgets.base import TOP, Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit

_WOORD = {Signaallijst.GEPEST: "kind dat gepest wordt", Signaallijst.PESTER: "kind dat pest"}
_NIEMAND = "Er staat nog niemand in deze zaak. Kies eerst het kind, bij Wie doet wat bij wie."
_DOEN = (PestRol.PESTER, PestRol.ASSISTENT, PestRol.VERSTERKER)


class SignaalForm(PestForm[SignaalDraft]):
    """Form <-> SignaalDraft."""

    def __init__(self, context: Context) -> None:
        self.lijst = Segmented(
            [(one, _WOORD[one]) for one in Signaallijst], Signaallijst.GEPEST, small=True, name="Bij wie gezien"
        )
        self.persoon = QComboBox()
        guard_wheel(self.persoon)
        self.datum = DateEdit(context.today)
        self.door = edit(placeholder="Bijvoorbeeld: Anouk Smeets, of moeder")
        self.notitie = Area(placeholder="Wat precies?", height=60)
        self.vinkjes: dict[str, QCheckBox] = {}
        self._ticks = col(spacing=7)
        self._place = QWidget()
        self._place.setLayout(self._ticks)
        fields = {
            "persoon": Field("Bij wie", self.persoon),
            "datum": Field("Gezien op", self.datum),
            "gezien_door": Field("Gezien door", self.door),
            "signalen": Field("Wat is er gezien?", self._place),
            "notitie": Field("Toelichting", self.notitie),
        }
        super().__init__(context, SignaalDraft, self._body(fields), fields, "een signaal in een pestzaak")
        self.lijst.changed.connect(self._list_chosen)
        self.persoon.activated.connect(self.touched)
        self.datum.edited.connect(self.touched)
        self.door.textEdited.connect(self.touched)
        self.notitie.textChanged.connect(self.touched)

    def _body(self, part: dict[str, Field]) -> QWidget:
        left = card(row(self.lijst, None), part["signalen"], spacing=12)
        right = card(part["persoon"], part["gezien_door"], part["datum"], part["notitie"], spacing=10)
        return holder(row((col(left, None), 3), (col(right, None), 2), spacing=12))

    def begin(self, beeld: PestBeeld, lijst: Signaallijst = Signaallijst.GEPEST) -> None:
        """A new signal at the child that is bullied, or at one that does it."""
        self.about(beeld, "Signaal vastleggen")
        fits = self._people(lijst, beeld)
        recorded = SignaalDraft(lijst, fits[0][0] if fits else None)
        self.start(sleutel(beeld.zaak.id, "signaal"), recorded, new=True, open_for_change=beeld.zaak.open)
        self.door.setFocus()

    @staticmethod
    def _people(lijst: Signaallijst, beeld: PestBeeld) -> Sequence[tuple[int, str]]:
        roles = (PestRol.GEPEST,) if lijst is Signaallijst.GEPEST else _DOEN
        first = [person for person in beeld.zaak.personen if person.rol in roles]
        rest = [person for person in beeld.zaak.personen if person.rol not in roles]
        return list(uit_elkaar((one.persoon_id, one.naam, one.rol) for one in (*first, *rest)).items())

    def _chosen_list(self) -> Signaallijst:
        value = self.lijst.value()
        return value if isinstance(value, Signaallijst) else Signaallijst.GEPEST

    def draft(self) -> SignaalDraft:
        ticked = {name for name, box in self.vinkjes.items() if box.isChecked()}
        return SignaalDraft(
            self._chosen_list(),
            self.persoon.currentData(),
            self.datum.text().strip(),
            self.door.text(),
            frozenset(ticked),
            self.notitie.text(),
        )

    def fill(self, draft: SignaalDraft) -> None:
        self.lijst.set_value(draft.lijst)
        self._offer(draft.lijst, draft.persoon_id)
        self.datum.setText(draft.datum)
        if draft.datum == "vandaag":
            self.datum.set_day(self._context.today())
        self.door.setText(draft.gezien_door)
        self.notitie.setText(draft.notitie)
        for name, box in self.vinkjes.items():
            box.setChecked(name in draft.signalen)

    def _offer(self, lijst: Signaallijst, persoon_id: int | None) -> None:
        clear(self._ticks)
        self.vinkjes = {}
        for line in self._service.signaallijst(lijst):
            box = QCheckBox(line.kort.replace("&", "&&"))
            box.clicked.connect(self.touched)
            self.vinkjes[line.kort] = box
            self._ticks.addLayout(row((box, TOP), (Label(line.uitleg, "small", wrap=True), 1), spacing=10))
        people = self._people(lijst, self.beeld)
        self.persoon.clear()
        for person, name in people:
            self.persoon.addItem(name, person)
        self.persoon.setCurrentIndex(max(0, self.persoon.findData(persoon_id)))

    @Slot(object)
    def _list_chosen(self, lijst: Signaallijst) -> None:
        self._offer(lijst, None)
        self.touched()

    def check(self, draft: SignaalDraft) -> tuple[Finding, ...]:
        found = self._service.check_signaal(draft)
        if self.persoon.count():
            return found
        return (Finding("persoon", _NIEMAND), *(one for one in found if one.field != "persoon"))

    def put(self, draft: SignaalDraft) -> Outcome[Any]:
        return self._service.signaal(self.beeld.zaak.id, draft)
