"""The form of one action: which, when, who, shared with whom, why and with what effect (demands 42, 43, 52, 79)."""

from collections.abc import Callable, Collection
from datetime import date, datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from svp_desktop.domain.actie_velden import PERIODES
from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.casus import ActieDraft, GedeeldMet
from svp_desktop.domain.casus_mensen import Steunfiguur
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.helpende_zinnen import zin_bij
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.services.casus_acties import Actiebeeld
from svp_desktop.ui.forms.ui_actie_form import Ui_ActieForm
from svp_desktop.ui.tabs.casussen.actie_keuze import ActieKeuze
from svp_desktop.ui.tabs.casussen.actie_velden import VeldenForm
from svp_desktop.ui.tabs.casussen.waarborg_form import WaarborgForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, card, holder, row
from svp_desktop.ui.widgets.buttons import Chip, Segmented
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, SearchEdit, edit, show_findings, show_line
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.notice import Notice, State

_BESIDE_FROM = 1040
_KIES = "Kies links een actie. Hier leest u dan wat het plan ervan zegt."


class ActieForm(QWidget):
    """Form <-> ActieDraft. `edited` after every change by the user; `loaded` is the draft that was shown last.

    `weighed` asks for the guards and what is on file again: another action, day or tick.
    """

    edited = Signal()
    weighed = Signal()

    def __init__(self, today: Callable[[], date], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._ui = Ui_ActieForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._instellingen = Instellingen()
        self.keuze = ActieKeuze()
        self._zoek = SearchEdit("Zoek een actie")
        self._uitleg = Label(_KIES, "muted", wrap=True)
        self.datum = DateEdit(today)
        self.tot = DateEdit(today, optional=True)
        self.stand = Segmented([(True, "gedaan"), (False, "gepland")], True, name="Gedaan of gepland")
        self.wie = edit(placeholder="Bijvoorbeeld: juf Marit en oma", name="Wie")
        self.gedeeld = {met: Chip(label(met), check=True) for met in GedeeldMet}
        self.toelichting = Area(placeholder="Wat deden wij, en hoe ging het?", height=130)
        self.waarom = Area(placeholder="Wat past nu bij dit kind, de leerkracht en het netwerk?", height=60)
        self.effect = Area(placeholder="Wat veranderde er?", height=60)
        self.afweging = Area(placeholder="Wat past, en wat past nu niet?", height=60)
        self.velden = VeldenForm(today, clock)
        self.waarborgen = WaarborgForm()
        self._zin, self._dossier = Label("", "small", wrap=True), Label("", "muted", wrap=True)
        self._zin_rij = holder(row(Icon("quote", "control", 13), (self._zin, 1), spacing=6))
        self._let_op = Notice(State.LET_OP, "Let op")
        self._fill()
        self._connect()
        self.loaded = ActieDraft()

    def _fill(self) -> None:
        ui = self._ui
        chips = Flow(*self.gedeeld.values(), gap=6)
        self._fields = {
            "datum": Field("Datum", self.datum),
            "tot": Field("Tot en met (mag leeg)", self.tot),
            "wie": Field("Wie", self.wie),
            "toelichting": Field("Wat gebeurde er?", self.toelichting),
            "waarom": Field("Waarom nu deze actie?", self.waarom),
            "effect": Field("Effect", self.effect),
            "afweging": Field("Afweging", self.afweging),
        }
        ui.plek_zoek.addWidget(self._zoek)
        ui.plek_keuze.addWidget(self.keuze)
        ui.plek_uitleg.addWidget(self._uitleg)
        ui.plek_uitleg.addWidget(self._zin_rij)
        for name in ("datum", "tot", "wie", "toelichting", "waarom", "effect"):
            getattr(ui, f"plek_{name}").addWidget(self._fields[name])
        ui.plek_stand.addWidget(Field("Stand", self.stand))
        ui.plek_gedeeld.addWidget(Field("Gedeeld met", chips))
        for part in (self._let_op, self.waarborgen, self.velden):
            ui.plek_let_op.addWidget(part)
        ui.plek_let_op.setSpacing(9)
        self._op_dossier = card(Label("Al in het dossier", "label"), self._dossier, sub=True, margins=(12, 8, 12, 9))
        ui.binnen_kaart_verhaal.insertWidget(1, self._op_dossier)
        ui.binnen_kaart_verhaal.insertWidget(2, self._fields["afweging"])
        report = ui.binnen_kaart_verhaal
        for place in range(report.count()):
            report.setStretch(place, 0)
        report.addStretch(1)
        self._let_op.hide()
        self._op_dossier.hide()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        for box in (ui.kaart_wat, ui.kaart_verhaal):
            ui.kolommen.removeWidget(box)
            self._pair.addWidget(box, 1)
        ui.kolommen.addLayout(self._pair, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window (large letters on a small screen) the report stands under the action."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_BESIDE_FROM)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._pair.direction() is not way:
            self._pair.setDirection(way)

    @property
    def fields(self) -> dict[str, Field]:
        """Every field that can carry a finding, those of the chosen action and of its guards too."""
        return {**self._fields, **self.velden.fields, **self.waarborgen.fields}

    def _connect(self) -> None:
        self._zoek.textChanged.connect(self.keuze.search)
        self._zoek.returnPressed.connect(self.keuze.choose_first)
        self.keuze.typed.connect(self._search)
        self.keuze.chosen.connect(self._chosen)
        self.stand.changed.connect(self._planned)
        self.velden.edited.connect(self._touched)
        self.velden.weighed.connect(self.weighed)
        self.velden.rebuilt.connect(self._order)
        self.velden.timed.connect(self._follow_time)
        self.waarborgen.edited.connect(self._touched)
        for line in (self.datum, self.tot, self.wie):
            line.textEdited.connect(self._touched)
        self.datum.edited.connect(self._weigh)
        self.tot.edited.connect(self._weigh)
        for chip in self.gedeeld.values():
            chip.clicked.connect(self._touched)
        for area in (self.afweging, self.toelichting, self.waarom, self.effect):
            area.textChanged.connect(self._touched)

    def set_instellingen(self, instellingen: Instellingen) -> None:
        """The school's own words for the actions."""
        self._instellingen = instellingen
        self.velden.set_instellingen(instellingen)
        self._explain()

    def set_wanted(self, pijlers: Collection[Pijler]) -> None:
        """The pijlers that are empty in this casus."""
        self.keuze.set_wanted(pijlers)

    def set_steun(self, steunfiguren: tuple[Steunfiguur, ...], beller: str) -> None:
        """The steunfiguren of the casus, and who normally calls them."""
        self.velden.set_steun(steunfiguren, beller)

    def draft(self) -> ActieDraft:
        """What the form holds now."""
        return ActieDraft(
            actie=self.keuze.code(),
            datum=self.datum.text().strip(),
            tot=self.tot.text().strip(),
            wie=self.wie.text(),
            gedeeld_met=frozenset(met for met, chip in self.gedeeld.items() if chip.isChecked()),
            toelichting=self.toelichting.text(),
            waarom=self.waarom.text(),
            effect=self.effect.text(),
            gedaan=bool(self.stand.value()),
            velden=self.velden.waarden(),
            afweging=self.afweging.text(),
            overgeslagen=self.waarborgen.overgeslagen(),
        )

    def load(self, draft: ActieDraft, *, fresh: bool = True) -> None:
        """Show this draft; with `fresh` it becomes what *dirty* compares with."""
        self.blockSignals(True)
        self._zoek.clear()
        self.keuze.set_code(draft.actie)
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.tot.setText(draft.tot)
        show_line(self.wie, draft.wie)
        self.stand.set_value(draft.gedaan)
        self.datum.set_komend(not draft.gedaan)
        for met, chip in self.gedeeld.items():
            chip.setChecked(met in draft.gedeeld_met)
        self.toelichting.setText(draft.toelichting)
        self.waarom.setText(draft.waarom)
        self.effect.setText(draft.effect)
        self.afweging.setText(draft.afweging)
        self.velden.load(draft.actie, draft.velden)
        self._follow_time()
        self.waarborgen.load(draft.overgeslagen)
        self.blockSignals(False)
        self._explain()
        self.show_findings(())
        if fresh:
            self.loaded = self.draft()

    def dirty(self) -> bool:
        """True when the form differs from what was loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field; what belongs to the choice of an action in a notice.

        A guard that only speaks stands there already.
        """
        told = [finding for finding in findings if finding.blocks or not finding.field.startswith("waarborg.")]
        rest = show_findings(self.fields, told)
        self._let_op.setVisible(bool(rest))
        if rest:
            state = State.BLOK if any(finding.blocks for finding in rest) else State.LET_OP
            self._let_op.show_message(state, " ".join(finding.message for finding in rest))
        if any(finding.field == "actie" and finding.blocks for finding in rest):
            self.keuze.setFocus()

    def show_beeld(self, beeld: Actiebeeld) -> None:
        """The guards that speak, and what is on file, beside the afweging."""
        self.waarborgen.show_vragen(beeld.vragen)
        self._order()
        self._dossier.setText("\n".join(beeld.dossier))
        self._op_dossier.setVisible(bool(beeld.dossier))

    @Slot()
    def _order(self) -> None:
        """Tab goes down the middle column and then down the report, also through fields that came later."""
        chain: list[QWidget] = [self._zoek, self.keuze, self.datum, self.tot, *self.stand.parts(), self.wie]
        chain += [*self.gedeeld.values(), *self.waarborgen.order(), *self.velden.order()]
        chain += [self.afweging, self.toelichting, self.waarom, self.effect]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def dossier(self) -> str:
        """What is said to be on file."""
        return self._dossier.text()

    def zin(self) -> str:
        """The help sentence beside the chosen action."""
        return self._zin.text()

    @Slot(str)
    def _search(self, letters: str) -> None:
        """Letters that are typed in the list look for an action."""
        if letters.strip():
            self._zoek.setFocus(Qt.FocusReason.OtherFocusReason)
            self._zoek.insert(letters)

    @Slot(str)
    def _chosen(self, code: str) -> None:
        self.velden.show_actie(code)
        self._explain()
        self._weigh()

    def _explain(self) -> None:
        code = self.keuze.code()
        known = code in ACTIE_VAN_CODE
        self._uitleg.setText(self._instellingen.tekst(f"actie.{code}") if known else _KIES)
        self._ui.kop_wat.setText(ACTIE_VAN_CODE[code].naam if known else "Wanneer en wie")
        self._ui.kop_wat.setWordWrap(True)
        lines = (*self._instellingen.lijst("oneliners"), *self._instellingen.lijst("tot_slot"))
        self._zin.setText(zin_bij(code, lines))
        self._zin_rij.setVisible(bool(self._zin.text()))
        first, last = PERIODES.get(code, ("Datum", "Tot en met (mag leeg)"))
        self._fields["datum"].set_label(first)
        self._fields["tot"].set_label(last)

    @Slot()
    def _follow_time(self) -> None:
        """The clock of a sit-in runs from the time that stands there, also when that was typed."""
        self.velden.resume_timer(self.datum.day() if self.stand.value() else None)

    @Slot(object)
    def _planned(self, done: bool) -> None:
        """Of a plan *vrijdag* is the next one."""
        self.datum.set_komend(not done)
        self._weigh()

    @Slot()
    def _weigh(self) -> None:
        self._touched()
        if not self.signalsBlocked():
            self.weighed.emit()

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
