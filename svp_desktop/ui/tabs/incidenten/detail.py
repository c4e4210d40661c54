"""The reading view of one incident: everything that was recorded, as text; empty fields take no room."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Betrokkene, Incident, Mand
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.ui.tabs.incidenten import woorden
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, card, clear, col, holder, label, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import crumb
from svp_desktop.ui.widgets.painted import MandBadge, Pill


class _Passage(QWidget):
    """A heading and a text under it; hidden while there is no text."""

    def __init__(self, heading: str, role: str = "h3") -> None:
        super().__init__()
        self.words = Label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(col(label(heading, role), self.words, spacing=2 if role == "label" else 3))

    def show_text(self, text: str) -> None:
        """The text, or nothing at all."""
        self.words.setText(text)
        self.setVisible(bool(text))


class _Quote(QWidget):
    """The child's own words, set apart by a line and a quotation mark."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label(wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = row((Icon("quote", "muted", 16), Qt.AlignmentFlag.AlignTop), (self.words, 1), spacing=10)
        box = QFrame()
        box.setProperty("sub", True)
        inner.setContentsMargins(12, 9, 12, 10)
        box.setLayout(inner)
        self.setLayout(col(label("In eigen woorden van het kind", "h3"), box, spacing=5))

    def show_text(self, text: str) -> None:
        """The words, or nothing at all."""
        self.words.setText(text)
        self.setVisible(bool(text))


class DetailPage(QWidget):
    """One incident to read, with its verbs. The signals carry the id of the incident or of the casus."""

    change_wanted = Signal(int)
    history_wanted = Signal(int)
    delete_wanted = Signal(int)
    restore_wanted = Signal(int)
    open_casus_wanted = Signal(int)
    show_casus_wanted = Signal(int)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._incident: Incident | None = None
        self.crumb = crumb("Alle incidenten")
        self.crumb.clicked.connect(self.back_wanted)
        self.crumb.hide()
        self._title = ElidedLabel("", "h1")
        self._badge = MandBadge(Mand.GROEN)
        self._doubt = Pill("twijfel", "circle-question-mark")
        self.change = button("Wijzigen", "pencil")
        self.casus = button("Casus openen", "footprints")
        self.history = button("Geschiedenis", "history")
        self.delete = button("", "trash-2", tip="Verwijderen (Delete)")
        self.restore = button("Terugzetten", "undo-2")
        self._verbs = Flow(self.change, self.casus, self.history, self.delete, self.restore, gap=8)
        self._when, self._where = _Passage("Wanneer", "label"), _Passage("Waar", "label")
        self._kinds = _Passage("Soort voorval", "label")
        self._people: QVBoxLayout = col(spacing=0)
        self._facts, self._action = _Passage("Wat gebeurde er?"), _Passage("Wat deden wij meteen?")
        self._parents, self._further = _Passage("Ouders ingelicht"), _Passage("Hoe gaan wij verder?")
        self._quote = _Quote()
        self._foot = Label("", "small", wrap=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        facts = row((self._when, 1), (self._where, 1), spacing=16)
        body = card(
            facts, self._kinds, rule(), col(label("Wie", "h3"), self._people, spacing=3), rule(),
            self._facts, self._quote, self._action, self._parents, self._further, None, self._foot,
            margins=(16, 14, 16, 14), spacing=12,
        )  # fmt: skip
        head = row((self._title, 1), self._doubt, self._badge, spacing=8)
        self._body = scroll(col(body))
        self.setLayout(col(row(self.crumb, None), head, self._verbs, 2, (self._body, 1), spacing=6))

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.casus.clicked.connect(self._casus)
        self.history.clicked.connect(self._history)
        self.delete.clicked.connect(self._delete)
        self.restore.clicked.connect(self._restore)

    def incident(self) -> Incident | None:
        """What is shown."""
        return self._incident

    def show_incident(self, incident: Incident, instellingen: Instellingen, zone: tzinfo | None) -> None:
        """Show this incident, from the top; moments in the time of `zone`."""
        content = incident.inhoud
        self._incident = incident
        self._title.setText(f"Incident {incident.nummer}")
        self._badge.set_mand(content.mand)
        self._doubt.setVisible(content.twijfel)
        self._when.show_text(woorden.wanneer(content))
        self._where.show_text(woorden.waar(content))
        self._kinds.show_text("\n".join(woorden.soort(kind, instellingen) for kind in content.soorten))
        self._show_people(content.betrokkenen)
        self._facts.show_text(content.feiten)
        self._quote.show_text(content.kindwoorden)
        self._action.show_text(content.directe_actie)
        self._parents.show_text(woorden.ouders(content))
        self._further.show_text(content.maatregel)
        self._foot.setText(_recorded(incident, zone))
        self._offer_verbs(incident)
        self._body.verticalScrollBar().setValue(0)

    def _offer_verbs(self, incident: Incident) -> None:
        for verb in (self.change, self.casus, self.history, self.delete):
            verb.setVisible(not incident.verwijderd)
        self.restore.setVisible(incident.verwijderd)
        self.casus.setText("Naar casus" if incident.casus_ids else "Casus openen")
        self.casus.setAccessibleName(self.casus.text())

    def _show_people(self, people: Sequence[Betrokkene]) -> None:
        clear(self._people)
        for person in people:
            words = row(
                label(person.naam, "h3"), label(woorden.herkomst(person), "small"), None, label(woorden.rollen(person)),
                margins=(0, 3, 0, 3),
            )  # fmt: skip
            self._people.addWidget(holder(words))

    def text(self) -> str:
        """Everything that stands there, for tests and screen readers."""
        shown = [found for found in self.findChildren(Label) if not found.isHidden()]
        return "\n".join(found.text() for found in shown)

    def _id(self) -> int:
        assert self._incident is not None
        return self._incident.id

    @Slot()
    def _change(self) -> None:
        self.change_wanted.emit(self._id())

    @Slot()
    def _history(self) -> None:
        self.history_wanted.emit(self._id())

    @Slot()
    def _delete(self) -> None:
        self.delete_wanted.emit(self._id())

    @Slot()
    def _restore(self) -> None:
        self.restore_wanted.emit(self._id())

    @Slot()
    def _casus(self) -> None:
        assert self._incident is not None
        if self._incident.casus_ids:
            self.show_casus_wanted.emit(self._incident.casus_ids[0])
        else:
            self.open_casus_wanted.emit(self._incident.id)


def _recorded(incident: Incident, zone: tzinfo | None) -> str:
    made = f"Geregistreerd op {_moment(incident.gemaakt_op.astimezone(zone))}."
    if incident.versie < 2:
        return made
    return f"{made} Gewijzigd op {_moment(incident.gewijzigd_op.astimezone(zone))}."


def _moment(moment: datetime) -> str:
    return f"{datums.in_woorden(moment.date(), weekdag=False)}, {datums.tijd_kort(moment.time())}"
