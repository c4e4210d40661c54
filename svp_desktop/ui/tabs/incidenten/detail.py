"""The reading view of one incident: everything that was recorded, as text; empty fields take no room."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain import incident_woorden as woorden
from svp_desktop.domain.incident import Betrokkene, Ernst, Incident, Mand, Soort, draft_of
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.afsluiten import AfsluitPanel, heropen
from svp_desktop.ui.tabs.incidenten.bijlagen import BijlagenPanel
from svp_desktop.ui.tabs.incidenten.esis_panel import EsisPanel
from svp_desktop.ui.tabs.incidenten.passages import Passage, Quote, Velden
from svp_desktop.ui.tabs.incidenten.signaal_strip import SignaalStrip
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, holder, label, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button, link, tool
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import crumb
from svp_desktop.ui.widgets.painted import MandBadge, Pill


class DetailPage(QWidget):
    """One incident to read, with its verbs. The signals carry the id of the incident or of the casus."""

    change_wanted = Signal(int)
    history_wanted = Signal(int)
    delete_wanted = Signal(int)
    restore_wanted = Signal(int)
    open_casus_wanted = Signal(int)
    show_casus_wanted = Signal(int)
    form_wanted = Signal(int)
    start_wanted = Signal(str, int, str)  # code of a page, record, what begins there
    back_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._incident: Incident | None = None
        self.crumb = crumb("Alle incidenten")
        self.crumb.clicked.connect(self.back_wanted)
        self.crumb.hide()
        self._title = ElidedLabel("", "h1")
        self._badge = MandBadge(Mand.GROEN)
        self._doubt = Pill("twijfel", "circle-question-mark")
        self._serious = Pill("ernstig", "triangle-alert", "danger")
        self._status = Pill("open", "circle")
        self.change = button("Wijzigen", "pencil")
        self.casus = button("Casus openen", "footprints")
        self.pesten = button("Pesten melden", "heart-handshake", tip="Een pestzaak beginnen met dit incident")
        self.punt = link("Op de agenda…", "messages-square", tip="Een punt voor een bespreking maken", tight=True)
        self.history = tool("history", "Geschiedenis", quiet=False)
        self.form = tool("printer", "Meldingsformulier (Ctrl+P)", quiet=False)
        self.delete = tool("trash-2", "Verwijderen (Delete)", quiet=False)
        self.restore = button("Terugzetten", "undo-2")
        self.close_incident = button("Afsluiten…", "check")
        self.reopen = button("Heropenen", "lock-open")
        self._verbs = Flow(
            self.change,
            self.casus,
            self.pesten,
            self.close_incident,
            self.reopen,
            self.form,
            self.history,
            self.delete,
            self.restore,
            gap=5,
        )
        self._when, self._where = Passage("Wanneer", "label"), Passage("Waar", "label")
        self._kinds = Passage("Soort voorval", "label")
        self._people: QVBoxLayout = col(spacing=0)
        self._facts, self._action = Passage("Wat gebeurde er?"), Passage("Wat deden wij meteen?")
        self._between, self._theme = Passage("Tussen wie", "label"), Passage("Thema", "label")
        self._parents, self._fields = Passage("Ouders ingelicht"), Velden()
        self.closing, self.esis = AfsluitPanel(self._context), EsisPanel(self._context)
        self.bijlagen = BijlagenPanel(self._context)
        self.bijlagen.take_drops_of(self)
        self._signals = SignaalStrip(self._context)
        self._quote = Quote()
        self._foot = Label("", "small", wrap=True)
        self._pestzaak = 0
        self._build()
        self._connect()

    def _build(self) -> None:
        facts = row((self._when, 1), (self._where, 1), spacing=16)
        body = card(
            facts, self._kinds, row((self._between, 1), (self._theme, 1), spacing=16), rule(),
            col(row(label("Wie", "h3"), None, self.punt), self._people, spacing=3), rule(),
            self._facts, self._quote, self._action, self._fields, self._parents, self.bijlagen, self.esis,
            None, self._foot,
            margins=(16, 14, 16, 14), spacing=12,
        )  # fmt: skip
        head = row((self._title, 1), self._doubt, self._serious, self._status, self._badge, spacing=8)
        self._body = scroll(col(self.closing, self._signals, body, spacing=10))
        self.setLayout(col(row(self.crumb, None), head, self._verbs, 2, (self._body, 1), spacing=6))

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.punt.clicked.connect(self._begin_point)
        self.casus.clicked.connect(self._casus)
        self.pesten.clicked.connect(self._pesten)
        self.history.clicked.connect(self._history)
        self.form.clicked.connect(self._form)
        self.delete.clicked.connect(self._delete)
        self.restore.clicked.connect(self._restore)
        self.close_incident.clicked.connect(self._start_closing)
        self.reopen.clicked.connect(self._reopen)
        self.esis.opened.connect(self.closing.hide)
        self.esis.opened.connect(self._esis_in_view)
        self.closing.left.connect(self._closing_left)

    @Slot()
    def _esis_in_view(self) -> None:
        # the paragraph has its place only after the layout of this turn
        QTimer.singleShot(0, self, lambda: self._body.ensureWidgetVisible(self.esis.voorbeeld.cancel, 0, 24))

    def incident(self) -> Incident | None:
        """What is shown."""
        return self._incident

    def show_incident(self, incident: Incident, instellingen: Instellingen, zone: tzinfo | None) -> None:
        """Show this incident, from the top; moments in the time of `zone`."""
        content = incident.inhoud
        same = self._incident is not None and self._incident.id == incident.id
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
        self._between.show_text(woorden.tussen_wie(content))
        self._theme.show_text(woorden.thema(content))
        self._fields.show_content(content)
        self._serious.setVisible(content.ernst is Ernst.ERNSTIG)
        self._show_status(incident)
        self.closing.show_incident(incident)
        self.bijlagen.show_incident(incident.id, alleen_lezen=incident.verwijderd)
        self.esis.show_incident(incident.id)
        self.esis.setVisible(bool(self.esis.kinderen) and not incident.verwijderd)
        self._signals.show_draft(draft_of(content), incident.id)
        self._foot.setText(_recorded(incident, zone))
        self._offer_verbs(incident)
        if not same:
            self._body.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Keep what is typed to close the incident and for Esis, at once. Raises UserFacing."""
        self.closing.flush()
        self.esis.flush()

    def _show_status(self, incident: Incident) -> None:
        day = incident.afgesloten_op
        if day is None:
            self._status.set_text("open", "circle", "muted")
        else:
            self._status.set_text(f"afgesloten op {datums.kort(day)}", "circle-check", "ok")
        self._status.setToolTip("Status van dit incident")

    def _offer_verbs(self, incident: Incident) -> None:
        for verb in (self.change, self.casus, self.form, self.punt, self.history, self.delete):
            verb.setVisible(not incident.verwijderd)
        self.restore.setVisible(incident.verwijderd)
        self.close_incident.setVisible(not incident.verwijderd and incident.afgesloten_op is None)
        self.reopen.setVisible(not incident.verwijderd and incident.afgesloten_op is not None)
        self.casus.setText("Naar casus" if incident.casus_ids else "Casus openen")
        self.casus.setAccessibleName(self.casus.text())
        about = any(kind.soort is Soort.PESTEN for kind in incident.inhoud.soorten)
        self.pesten.setVisible(about and not incident.verwijderd)
        self._pestzaak = next(iter(self._context.werkplek.pestzaken.van_incident(incident.id)), 0) if about else 0
        self.pesten.setText("Naar pestzaak" if self._pestzaak else "Pesten melden")
        self.pesten.setAccessibleName(self.pesten.text())

    def _show_people(self, people: Sequence[Betrokkene]) -> None:
        clear(self._people)
        for person in people:
            words = row(
                self._name(person), label(woorden.herkomst(person), "small"), None, label(woorden.rollen(person)),
                margins=(0, 3, 0, 3),
            )  # fmt: skip
            self._people.addWidget(holder(words))

    def _name(self, person: Betrokkene) -> QWidget:
        """The name; that of a pupil leads to everything about it."""
        if person.categorie is not PersoonSoort.LEERLING:
            return label(person.naam, "h3")
        way = link(person.naam.replace("&", "&&"), tip=f"Verloop van {person.naam}", tight=True)
        way.setProperty("persoon", person.persoon_id)
        way.clicked.connect(self._to_person)
        return way

    def text(self) -> str:
        """Everything that stands there, for tests and screen readers."""
        names = [found.text() for found in self.findChildren(QPushButton) if found.property("persoon")]
        shown = [found.text() for found in self.findChildren(Label) if not found.isHidden()]
        return "\n".join([*names, *shown])

    def _id(self) -> int:
        assert self._incident is not None
        return self._incident.id

    @Slot()
    def _change(self) -> None:
        self.change_wanted.emit(self._id())

    @Slot()
    def _to_person(self) -> None:
        way = self.sender()
        if isinstance(way, QWidget):
            self.start_wanted.emit("verloop", int(way.property("persoon")), "")

    @Slot()
    def _begin_point(self) -> None:
        self.start_wanted.emit("signalen", self._id(), "incident")

    @Slot()
    def _history(self) -> None:
        self.history_wanted.emit(self._id())

    @Slot()
    def _form(self) -> None:
        self.form_wanted.emit(self._id())

    @Slot()
    def _delete(self) -> None:
        self.delete_wanted.emit(self._id())

    @Slot()
    def _restore(self) -> None:
        self.restore_wanted.emit(self._id())

    @Slot()
    def _start_closing(self) -> None:
        self.esis.close_preview()
        self.closing.open()
        self._body.verticalScrollBar().setValue(0)

    @Slot()
    def _closing_left(self) -> None:
        verb = self.close_incident if self.reopen.isHidden() else self.reopen
        verb.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _reopen(self) -> None:
        heropen(self._context, self._id())

    @Slot()
    def _pesten(self) -> None:
        if self._pestzaak:
            self.start_wanted.emit("pesten", self._pestzaak, "pestzaak")
        else:
            self.start_wanted.emit("pesten", self._id(), "incident")

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
