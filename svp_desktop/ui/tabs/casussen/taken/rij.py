"""One line of the list: a task or a planned action with its tick, who does it and when; and the note of a tick."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QToolButton, QWidget

from svp_desktop.domain.casus_taken import AFSPRAAK, NAZORG, CasusTaak, TeDoen
from svp_desktop.domain.datums import dag_kort
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Item, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.fields import edit

_KLAAR = "Hoe ging het? Dit mag leeg blijven."


class TaakRij(QWidget):
    """What waits. `ticked` and `opened` carry nothing: the section knows the line."""

    ticked = Signal()
    opened = Signal()

    def __init__(self, item: TeDoen, when: str, *, may_change: bool) -> None:
        super().__init__()
        self.item = item
        self.box = _box(f"{item.tekst}: klaar", checked=False)
        self.box.setToolTip("Afvinken als gedaan")
        self.box.setEnabled(may_change)
        self.meer = _opener("Actie" if item.actie_id else "Afspraak" if item.gesprek_id else "Taak", item.tekst)
        text = Label(item.tekst, wrap=True)
        text.setBuddy(self.box)
        kind = "actie" if item.actie_id else item.bron if item.bron in (NAZORG, AFSPRAAK) else ""
        due: list[Item] = [Icon("triangle-alert", "danger", 14, "te laat")] if item.te_laat else []
        due.append(Label(when, "danger" if item.te_laat else "muted"))
        words = ElidedLabel(", ".join(filter(None, (kind, item.wie or "nog niemand"))), "muted")
        body = col(row((text, 1), (holder(row(*due, spacing=4)), TOP), spacing=10), words, spacing=0)
        self.setLayout(row((self.box, TOP), (body, 1), (self.meer, TOP), spacing=8))
        self.box.clicked.connect(self._ticked)
        self.meer.clicked.connect(self.opened)

    @Slot()
    def _ticked(self) -> None:
        # the tick stands only when it is done: first there may be something to say
        self.box.setChecked(False)
        self.ticked.emit()


class KlaarStrook(QWidget):
    """Under a line: what there is to say about it. `done` records the tick, `stopped` leaves it open."""

    done = Signal()
    stopped = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.notitie = edit(placeholder=_KLAAR, name="Notitie bij de taak")
        self.klaar = button("Klaar", "check", small=True, tip="Taak is gedaan (Enter)")
        self.niet = tool("x", "Toch niet afvinken (Escape)", small=True)
        self.setLayout(
            row((self.notitie, 1), self.klaar, self.niet, margins=(scaled(26), 0, 0, 4), spacing=6)
        )  # under the words, past the tick
        self.notitie.textEdited.connect(self.edited)
        self.notitie.returnPressed.connect(self.done)
        self.klaar.clicked.connect(self.done)
        self.niet.clicked.connect(self.stopped)
        self.notitie.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.stopped.emit()
            return True
        return False


class GedaanRij(QWidget):
    """A task that is done, with what was said of it. `reopened` when the tick goes away."""

    reopened = Signal()
    opened = Signal()

    def __init__(self, taak: CasusTaak, *, may_change: bool) -> None:
        super().__init__()
        self.taak = taak
        content = taak.inhoud
        self.box = _box(f"{content.omschrijving}: gedaan", checked=True)
        self.box.setToolTip("Weer openzetten")
        self.box.setEnabled(may_change)
        self.meer = _opener("Taak", content.omschrijving)
        when = dag_kort(taak.gedaan_op) if taak.gedaan_op else ""
        text = Label(content.omschrijving, wrap=True)
        text.setBuddy(self.box)
        who = ElidedLabel(", ".join(filter(None, (when, taak.eigenaar))), "muted")
        body = col(text, who, spacing=0)
        if content.notitie:
            body.addWidget(Label(content.notitie, wrap=True))
        self.setLayout(row((self.box, TOP), (body, 1), (self.meer, TOP), spacing=8))
        self.box.clicked.connect(self.reopened)
        self.meer.clicked.connect(self.opened)


def _opener(kind: str, words: str) -> QToolButton:
    return tool("pencil", f"{kind} openen: {words}", small=True)


def _box(name: str, *, checked: bool) -> QCheckBox:
    made = QCheckBox()
    # an empty label would still keep the spacing for its text
    made.setFixedWidth(18)
    made.setChecked(checked)
    made.setAccessibleName(name)
    return made
