"""The form of a casus: about whom, who leads, why and where to, and which incidents belong to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.casus import CasusDraft, ZorgNiveau
from svp_desktop.domain.datums import lijst
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import IncidentRegel
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Groep
from svp_desktop.ui.forms.ui_casus_form import Ui_CasusForm
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Item, Label, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.painted import MandBadge
from svp_desktop.ui.widgets.suggest import Find, PersonField

_GEEN_VAN_KIND = "Er staan nog geen incidenten van dit kind in het register."
_GEEN_VAN_GROEP = "Er staan nog geen incidenten van kinderen uit deze groep in het register."
_GEEN_GROEPEN = "Groepen komen mee met het inlezen"
_NOG_NIEMAND = "Kies eerst om wie het gaat. Dan staan hier de incidenten."


class CasusForm(QWidget):
    """Form <-> CasusDraft. `edited` after every change by the user; `subject_changed` when child or group changed."""

    edited = Signal()
    subject_changed = Signal()

    def __init__(self, find_pupil: Find, find_staff: Find, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._ui = Ui_CasusForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._name_of = name_of
        self._boxes: dict[int, QCheckBox] = {}
        self.soort = Segmented([("kind", "Eén kind"), ("groep", "Een groep")], "kind", name="Kind of groep")
        self.leerling = PersonField(find_pupil, placeholder="Naam van het kind: twee letters")
        self.groep = QComboBox()
        guard_wheel(self.groep)
        # a long name may not push the rest aside
        self.groep.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.groep.setMinimumContentsLength(8)
        self.eigenaar = PersonField(find_staff, placeholder="Naam van een collega")
        self.zorg = Segmented([(level, label(level)) for level in ZorgNiveau], ZorgNiveau.OPEN, small=True)
        self.aanleiding = Area(placeholder="Waarom begint deze casus? Alleen wat u weet.", height=140)
        self.doel = Area(placeholder="Wat willen wij samen bereiken?", height=110)
        self._incidenten = col(spacing=8)
        self._let_op = Notice(State.LET_OP, "Let op")
        self._fill()
        self._connect()
        self.loaded = CasusDraft()

    def _fill(self) -> None:
        ui = self._ui
        self.fields = {
            "leerling": Field("Kind", self.leerling),
            "groep": Field("Groep", self.groep),
            "eigenaar": Field("Wie leidt de casus?", self.eigenaar),
            "aanleiding": Field("Aanleiding", self.aanleiding),
            "doel": Field("Doel", self.doel),
        }
        ui.plek_soort.addLayout(row(self.soort, None))
        for name, field in self.fields.items():
            getattr(ui, f"plek_{name}").addWidget(field)
        ui.plek_zorg.addWidget(Field("Waakzame zorg", self.zorg))
        ui.plek_let_op.addWidget(self._let_op)
        self._let_op.hide()
        ui.plek_incidenten.addWidget(scroll(col(self._incidenten, None)))

    def _connect(self) -> None:
        self.soort.changed.connect(self._switched)
        self.leerling.person_changed.connect(self.subject_changed)
        self.leerling.person_changed.connect(self._touched)
        self.eigenaar.person_changed.connect(self._touched)
        self.groep.activated.connect(self._chose_group)
        self.zorg.changed.connect(self._touched)
        self.aanleiding.textChanged.connect(self._touched)
        self.doel.textChanged.connect(self._touched)

    def set_groepen(self, groepen: Sequence[Groep]) -> None:
        """The groups of the school."""
        chosen = self.groep.currentData()
        self.groep.clear()
        self.groep.setPlaceholderText("Kies een groep" if groepen else _GEEN_GROEPEN)
        for groep in groepen:
            self.groep.addItem(groep.naam, groep.id)
        self.groep.setCurrentIndex(self.groep.findData(chosen))

    def draft(self) -> CasusDraft:
        """What the form holds now."""
        child = self.soort.value() == "kind"
        level = self.zorg.value()
        return CasusDraft(
            leerling_id=self.leerling.person if child else None,
            groep_id=None if child else self.groep.currentData(),
            eigenaar_id=self.eigenaar.person,
            aanleiding=self.aanleiding.text(),
            doel=self.doel.text(),
            zorg=level if isinstance(level, ZorgNiveau) else ZorgNiveau.OPEN,
            incident_ids=tuple(number for number, box in self._boxes.items() if box.isChecked()),
            kind=self.leerling.typed() if child else "",
            leider=self.eigenaar.typed(),
            over_groep=not child,
        )

    def load(self, draft: CasusDraft, incidenten: Sequence[IncidentRegel], *, fresh: bool = True) -> None:
        """Show this draft and the incidents to choose from; with `fresh` *dirty* compares with it."""
        self.blockSignals(True)
        self.soort.set_value("groep" if draft.over_groep or draft.groep_id is not None else "kind")
        for field, person, typed in (
            (self.leerling, draft.leerling_id, draft.kind),
            (self.eigenaar, draft.eigenaar_id, draft.leider),
        ):
            field.show_person(person, self._name_of(person) if person else typed)
        self.groep.setCurrentIndex(self.groep.findData(draft.groep_id))
        self.zorg.set_value(draft.zorg)
        self.aanleiding.setText(draft.aanleiding)
        self.doel.setText(draft.doel)
        self.show_incidents(incidenten, draft.incident_ids)
        self.blockSignals(False)
        self._show_subject()
        self.show_findings(())
        if fresh:
            self.loaded = self.draft()

    def show_incidents(self, incidenten: Sequence[IncidentRegel], ticked: Sequence[int]) -> None:
        """The incidents that may belong to this casus, newest first."""
        clear(self._incidenten)
        self._boxes = {}
        for regel in incidenten:
            box = QCheckBox()
            box.setFixedWidth(18)
            box.setChecked(regel.id in ticked)
            box.setAccessibleName(f"{lijst(regel.datum)}, {regel.omschrijving}")
            box.clicked.connect(self._touched)
            words = Label(regel.omschrijving, wrap=True)
            words.setBuddy(box)
            head = row(Label(lijst(regel.datum), "h3"), MandBadge(regel.mand), None)
            # of a group it is not said yet about whom
            who = (ElidedLabel(regel.leerlingen, "muted"),) if self.soort.value() == "groep" else ()
            self._incidenten.addLayout(row((box, TOP), (_stack(head, *who, words), 1)))
            self._boxes[regel.id] = box
        if not incidenten:
            self._incidenten.addWidget(Label(self._none(), "muted", wrap=True))

    def _none(self) -> str:
        draft = self.draft()
        if draft.leerling_id is None and draft.groep_id is None:
            return _NOG_NIEMAND
        return _GEEN_VAN_KIND if draft.groep_id is None else _GEEN_VAN_GROEP

    def first(self) -> QWidget:
        """Where something is still to be told: who, else why."""
        who = self.groep if self.soort.value() == "groep" else self.leerling
        return self.aanleiding if self.draft().leerling_id or self.draft().groep_id else who

    def dirty(self) -> bool:
        """True when the form differs from what was loaded."""
        return self.draft() != self.loaded

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field; the rest in a notice."""
        shown = tuple(
            Finding("groep", item.message, item.severity)
            if item.field == "leerling" and self.soort.value() == "groep"
            else item
            for item in findings
        )
        rest = show_findings(self.fields, shown)
        self._let_op.setVisible(bool(rest))
        if rest:
            self._let_op.show_message(State.LET_OP, " ".join(item.message for item in rest))

    # -- what the user did

    def _show_subject(self) -> None:
        child = self.soort.value() == "kind"
        self.fields["leerling"].setVisible(child)
        self.fields["groep"].setVisible(not child)
        self._ui.kop_incidenten.setText("Incidenten van dit kind" if child else "Incidenten van deze groep")

    @Slot()
    def _switched(self) -> None:
        self._show_subject()
        self.subject_changed.emit()
        self.edited.emit()

    @Slot()
    def _chose_group(self) -> None:
        self.subject_changed.emit()
        self.edited.emit()

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()


def _stack(*items: Item) -> QWidget:
    holder = QWidget()
    holder.setLayout(col(*items, spacing=2))
    return holder
