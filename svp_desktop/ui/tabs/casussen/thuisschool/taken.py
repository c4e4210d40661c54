"""Tasks in the team during thuis-school, and the weeks of nazorg after it (83, 86)."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from svp_desktop.domain.casus_taken import CasusTaak, TaakDraft
from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.widgets.base import TOP, Label, card, clear, col, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.page import TaskRow
from svp_desktop.ui.widgets.suggest import PersonField


class TaakLijst(QWidget):
    """Tasks with a tick. `ticked(id, done)`, `dropped(id)`."""

    ticked = Signal(int, bool)
    dropped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._rows = col(spacing=3)
        self._parts: list[tuple[QAbstractButton, QAbstractButton]] = []
        self.setLayout(self._rows)

    def show_taken(self, taken: tuple[CasusTaak, ...], today: date) -> None:
        """These, by day; the keyboard stays at the line where it was, or at the one that came there."""
        focus = self.window().focusWidget()
        places = ((line, part) for line in range(len(self._parts)) for part in (0, 1))
        at = next(((line, part) for line, part in places if self._parts[line][part] is focus), None)
        clear(self._rows)
        self._parts = []
        for item in taken:
            text = f"{item.inhoud.omschrijving} ({item.eigenaar})" if item.eigenaar else item.inhoud.omschrijving
            done = item.gedaan_op is not None
            line = TaskRow(text, dag_kort(item.inhoud.datum), late=item.te_laat(today), done=done)
            line.box.setProperty("taak", item.id)
            line.box.clicked.connect(self._tick)
            drop = tool("x", f"Taak verwijderen: {item.inhoud.omschrijving}", small=True)
            drop.setProperty("taak", item.id)
            drop.clicked.connect(self._drop)
            self._rows.addLayout(row((line, 1), (drop, TOP), spacing=4))
            self._parts.append((line.box, drop))
        if at is not None:
            self.focus_line(*at)

    def focus_line(self, line: int, part: int = 0) -> None:
        """The keyboard to the tick of this line, or to what takes the line away; the last one when there are fewer."""
        if self._parts:
            # a line that was just made is shown only in the next turn, and takes no keyboard before
            there = self._parts[min(line, len(self._parts) - 1)][part]
            there.show()
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tick(self) -> None:
        box = self.sender()
        if isinstance(box, QAbstractButton):
            self.ticked.emit(int(box.property("taak")), box.isChecked())

    @Slot()
    def _drop(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.dropped.emit(int(pressed.property("taak")))


class VerdeelKaart(QWidget):
    """Who does what in the team. `wanted(TaakDraft)`."""

    wanted = Signal(object)
    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.lijst = TaakLijst()
        self.wat = edit(placeholder="Bijvoorbeeld: brengt het werkpakket", name="Taak")
        self.wie = PersonField(persons(context, PersoonSoort.MEDEWERKER), placeholder="Wie: twee letters")
        self.wanneer = DateEdit(context.today, komend=True, name="Klaar op")
        self.erbij = button("Toevoegen", "plus", small=True)
        self._fields = {
            "omschrijving": Field("Taak", self.wat),
            "eigenaar": Field("Wie", self.wie),
            "datum": Field("Klaar op", self.wanneer),
        }
        add = row(
            (self._fields["omschrijving"], 4),
            (self._fields["eigenaar"], 3),
            (self._fields["datum"], 2),
            (self.erbij, Qt.AlignmentFlag.AlignBottom),
            spacing=8,
        )
        self.setLayout(col(card(self.lijst, add, title="Taken in het team", margins=(16, 10, 14, 12), spacing=6)))
        self.wat.textEdited.connect(self.edited)
        self.wanneer.edited.connect(self.edited)
        self.wie.person_changed.connect(self.edited)
        self.erbij.clicked.connect(self._wanted)

    def draft(self) -> TaakDraft:
        """What is typed."""
        return TaakDraft(self.wat.text(), self.wie.person, self.wanneer.text(), wie=self.wie.typed())

    def load(self, draft: TaakDraft, name_of: Callable[[int], str]) -> None:
        """Show what was typed, without telling."""
        self.wat.setText(draft.omschrijving)
        self.wanneer.setText(draft.datum)
        self.wie.show_person(draft.eigenaar_id, draft.wie if draft.eigenaar_id is None else name_of(draft.eigenaar_id))
        self.show_findings(())

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field."""
        show_findings(self._fields, findings)

    @Slot()
    def _wanted(self) -> None:
        self.wanted.emit(self.draft())


class NazorgKaart(QWidget):
    """The weeks after the return. `wanted` plans them."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lijst = TaakLijst()
        self._text = Label("", "muted", wrap=True)
        self.plan = button("", "calendar")
        self.plan.clicked.connect(self.wanted)
        self.setLayout(
            col(card(self._text, row(self.plan, None), self.lijst, title="Elke week volgen", margins=(16, 10, 14, 12)))
        )

    def show_taken(self, taken: tuple[CasusTaak, ...], weken: int, today: date) -> None:
        """The planned weeks, or the button that plans them."""
        planned = self.plan.hasFocus() and bool(taken)
        how_many = "1 week" if weken == 1 else f"{weken} weken"
        self.plan.setText(f"{how_many} nazorg plannen")
        self.plan.setAccessibleName(self.plan.text())
        self.plan.setVisible(not taken)
        self._text.setText("" if taken else "Elke week één taak, vanaf de eerste dag terug. U kunt ze los weghalen.")
        self._text.setVisible(not taken)
        self.lijst.show_taken(taken, today)
        if planned:
            self.lijst.focus_line(0)
