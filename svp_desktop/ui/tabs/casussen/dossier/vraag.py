"""Who asks for inzage: about which child, which parent, since when; and whether staff stands there by initials."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.inzagedossier import InzageConcept, InzageVrager, antwoord_voor
from svp_desktop.services.inzagedossier import InzageVraag
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Field, show_findings

_LEEG = "Kies een kind"
_GEEN_GEZAG = "geen gezag"


class VraagForm(QWidget):
    """`edited` after every change by the user; `child_chosen(id)` when another child is chosen."""

    edited = Signal()
    child_chosen = Signal(object)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._weeks = 4
        self.kind = QComboBox()
        guard_wheel(self.kind)
        # a long name may not push the rest aside
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        self.kind.setMinimumWidth(scaled(260))
        self.ouders: dict[int, QCheckBox] = {}
        self._parents = col(spacing=6)
        self.gevraagd = DateEdit(today, name="Gevraagd op")
        self.namen = Segmented(((False, "Volledig"), (True, "Beginletters")), False, name="Namen van medewerkers")
        self._uitleg = Label("", "muted", wrap=True)
        self._voor = Label("", "muted", wrap=True)
        self._box = holder(self._parents)
        self._fields = {
            "kind": Field("Over welk kind", self.kind),
            "ouders": Field("Welke ouder vraagt", self._box),
            "gevraagd_op": Field("Gevraagd op", self.gevraagd),
        }
        body = card(
            self._fields["kind"],
            self._fields["ouders"],
            self._uitleg,
            row((self._fields["gevraagd_op"], 1), (col(scaled(22), self._voor, None), 2), spacing=16),
            Field("Namen van medewerkers", self.namen),
            spacing=14,
        )
        body.setMaximumWidth(scaled(720))
        self.setLayout(col((scroll(col(row((body, 5), None), None)), 1)))
        self.kind.activated.connect(self._child)
        self.gevraagd.edited.connect(self._changed)
        self.namen.changed.connect(self._changed)

    def begin(self, vraag: InzageVraag, uitleg: str) -> None:
        """The children that it can be about."""
        self._weeks = vraag.weken
        self._uitleg.setText(uitleg)
        self.kind.clear()
        if len(vraag.kinderen) != 1:
            self.kind.addItem(_LEEG, None)
        for child in vraag.kinderen:
            self.kind.addItem(child.naam, child.leerling_id)

    def load(self, concept: InzageConcept, vragers: Sequence[InzageVrager]) -> None:
        """Show what was chosen."""
        self.kind.setCurrentIndex(max(0, self.kind.findData(concept.leerling_id)))
        self.gevraagd.setText(concept.gevraagd_op)
        self.gevraagd.finish()
        self.namen.set_value(concept.initialen)
        self._show_parents(vragers, concept.ouder_ids)
        self._tell()

    def chosen(self) -> tuple[int | None, tuple[int, ...], str, bool]:
        """Child, parents, day and whether staff stands there by initials."""
        asking = tuple(id_ for id_, box in self.ouders.items() if box.isChecked())
        return self.kind.currentData(), asking, self.gevraagd.text(), bool(self.namen.value())

    def show_findings(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Each under its field; returns those that have none here."""
        return show_findings(self._fields, findings)

    def _show_parents(self, vragers: Sequence[InzageVrager], chosen: Sequence[int]) -> None:
        clear(self._parents)
        self.ouders = {}
        for one in vragers:
            words = [one.naam, one.relatie, "" if one.gezag else _GEEN_GEZAG]
            box = QCheckBox(", ".join(filter(None, words)).replace("&", "&&"))
            box.setEnabled(one.gezag)
            box.setChecked(one.gezag and one.ouder_id in chosen)
            box.toggled.connect(self._changed)
            self.ouders[one.ouder_id] = box
            self._parents.addWidget(box)
        if not vragers:
            empty = (
                "Kies eerst een kind." if self.kind.currentData() is None else "Er staat geen ouder in het register."
            )
            self._parents.addWidget(Label(empty, "muted"))
        for box in self.ouders.values():
            if box.isEnabled():
                self._box.setFocusProxy(box)
                break

    def _tell(self) -> None:
        day = self.gevraagd.day()
        until = in_woorden(antwoord_voor(day, self._weeks)) if day else ""
        self._voor.setText(f"Antwoord uiterlijk {until}." if until else "")

    @Slot()
    def _child(self) -> None:
        self.child_chosen.emit(self.kind.currentData())
        self.edited.emit()

    @Slot()
    def _changed(self) -> None:
        self._tell()
        self.edited.emit()
