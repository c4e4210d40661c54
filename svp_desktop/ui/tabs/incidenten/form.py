"""The form page: a new incident or a change to one. Leaving never asks: what was typed stays as a draft."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import SIGNAL, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, Severity, blocking
from svp_desktop.domain.incident import Incident, IncidentDraft, draft_of
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.school import PersoonSoort, schooljaar
from svp_desktop.domain.zoekwoorden import woorden
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten import concept
from svp_desktop.ui.tabs.incidenten.actions import Registreer, Wijzig
from svp_desktop.ui.tabs.incidenten.begin import LAATSTE_PLAATS, LaatstePlaats, begin
from svp_desktop.ui.tabs.incidenten.bijlagen import BijlagenPanel
from svp_desktop.ui.tabs.incidenten.editor import IncidentEditor
from svp_desktop.ui.tabs.incidenten.opzoeken import Opzoeken
from svp_desktop.ui.tabs.incidenten.signaal_strip import SignaalStrip
from svp_desktop.ui.tabs.incidenten.sjablonen import Sjablonen
from svp_desktop.ui.tabs.incidenten.sjablonen_menu import SjablonenMenu
from svp_desktop.ui.tabs.incidenten.woorden import concept_zin, verschillen
from svp_desktop.ui.widgets.base import col, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb

_NOG_NIET = "Deze namen uit de mail staan nog niet bij Wie. Voeg toe wie erbij hoort."
_MOST_NAMES = 12


class FormPage(QWidget):
    """`saved(id)` after *Opslaan*, `closed()` when the user goes back to the list, `mail_wanted()` for an
    incident that begins with the text of an e-mail."""

    saved = Signal(int)
    closed = Signal()
    mail_wanted = Signal()
    zeden_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.incidenten
        self._register, self._change = Registreer(context), Wijzig(context)
        self._incident: Incident | None = None
        self._versie = 0
        self._tried = self._marked = False
        self._left_fields: set[str] = set()
        self._offer: concept.Bewaard | None = None
        self._thrown: concept.Bewaard | None = None
        self._unnamed: tuple[str, ...] = ()
        zoek = Opzoeken(context)
        self.editor = IncidentEditor(context.today, zoek.find, zoek.person, zoek.family, zoek.classmates)
        self.strip = SignaalStrip(context)
        self.editor.place_signals(self.strip)
        self.bijlagen = BijlagenPanel(context)
        self.editor.place_files(self.bijlagen)
        self.bijlagen.take_drops_of(self)
        self._thrown_files: tuple[int, ...] = ()
        self._sjablonen = Sjablonen(context.werkplek.staat)
        self._instellingen, self._jaar = Instellingen(), ""
        self.keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._concept_title)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.crumb = crumb("Alle incidenten")
        self.state = Saved()
        self.save_button = primary("Opslaan", "check", tip="Opslaan (Ctrl+S)")
        self.again_button = button("Opslaan en nieuw", tip="Opslaan en een volgend incident beginnen (Ctrl+Shift+S)")
        self.repeat_button = button(
            "Herhalen", "copy", tip="Opslaan, en hetzelfde voorval vastleggen bij een ander kind (Ctrl+Shift+H)"
        )
        self.mail_button = button(
            "Plakken uit mail", "mail", small=True, tip="De mail van een collega plakken (Ctrl+M)"
        )
        self.templates = SjablonenMenu(self._sjablonen)
        self.templates_button = button("Sjablonen", small=True, menu=self.templates)
        self.head = TitleRow("Nieuw incident", "", self.state, self.repeat_button, self.again_button, self.save_button)
        self.notice = Notice(State.INFO, "", compact=True)
        self.notice.hide()
        self._body, self._room = scroll(self.editor), QWidget()
        self._room.hide()
        self.setLayout(
            col(
                row(self.crumb, None, self.templates_button, self.mail_button), self.head, 2, self.notice, 4,
                (self._body, 1), (self._room, 1),
                margins=(16, 6, 16, 12), spacing=2,
            )
        )  # fmt: skip
        self.editor.order_tabs(
            *self.bijlagen.stops(),
            self.save_button,
            self.again_button,
            self.repeat_button,
            self.crumb,
            self.templates_button,
            self.mail_button,
        )

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.closed)
        self.save_button.clicked.connect(self.save)
        self.again_button.clicked.connect(self.save_and_new)
        self.repeat_button.clicked.connect(self.save_and_repeat)
        self.mail_button.clicked.connect(self.mail_wanted)
        self.templates.wanted.connect(self.use_template)
        self.templates.keep_wanted.connect(self.keep_template)
        self.templates.away_wanted.connect(self._drop_template)
        self.editor.edited.connect(self.keeper.edited)
        self.editor.vragen.zeden_wanted.connect(self.zeden_wanted)
        self.editor.edited.connect(self._follow_year)
        self.editor.edited.connect(self._edited)
        self.editor.edited.connect(self._ask_signals)
        self.editor.left.connect(self._left)
        self.bijlagen.edited.connect(self._files_changed)
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._not_kept)
        for keys, slot in (
            ("Ctrl+S", self.save),
            ("Ctrl+Shift+S", self.save_and_new),
            ("Ctrl+Shift+H", self.save_and_repeat),
            ("Ctrl+M", self.mail_button.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    # -- opening

    def start_new(self) -> None:
        """A new incident of today; an earlier draft is offered first."""
        self._open(None, self._fresh())

    def start_new_with(self, draft: IncidentDraft, names: Sequence[str]) -> None:
        """A new incident that begins with what was found in an e-mail; nothing is recorded until *Opslaan*. An earlier
        draft makes place: the bar offers to bring it back. For `names` nobody was chosen: that is said."""
        self._open(None, self._fresh())
        earlier = self._offer
        if earlier is not None:
            self.go_on()
            self._thrown = earlier
        # photos of another incident may not come along with this one
        self._thrown_files = self._context.werkplek.bijlagen.gooi_losse_weg()
        self.bijlagen.reload()
        if earlier is not None or self._thrown_files:
            self._context.bar.offer_undo("Uw concept maakte plaats voor dit voorstel.", self.bring_back)
        fresh = self._fresh()
        self.editor.resume(replace(draft, datum=draft.datum or fresh.datum, tijd=draft.tijd))
        self._unnamed = tuple(names)
        self.notice.show_message(State.LET_OP, _NOG_NIET)
        self._say_unnamed()
        self.editor.focus_start()

    def _say_unnamed(self) -> None:
        """The names of a mail for which nobody stands in the form yet; another message is left alone."""
        if self.notice.lead() == _NOG_NIET:
            there = [set(woorden(person.naam)) for person in self.editor.draft().betrokkenen]
            left = [name for name in self._unnamed if not any(set(woorden(name)) <= known for known in there)]
            self.notice.show_message(State.LET_OP, _NOG_NIET, ", ".join(left[:_MOST_NAMES]))
            self.notice.setVisible(bool(left))

    def start_change(self, incident: Incident) -> None:
        """Change a recorded incident; an earlier draft of that change is offered first."""
        self._open(incident, draft_of(incident.inhoud))

    def resume(self, sleutel: str) -> None:
        """Go on with the draft of this key, without asking."""
        incident_id = concept.incident_van(sleutel)
        if incident_id is None:
            self.start_new()
        else:
            self.start_change(self._service.lees(incident_id))
        if self._offer is not None:
            self.go_on()

    def _open(self, incident: Incident | None, draft: IncidentDraft) -> None:
        self._incident, self._versie = incident, incident.versie if incident else 0
        self._tried = self._marked = False
        self._offer, self._thrown, self._thrown_files = None, None, ()
        self._left_fields.clear()
        self._unnamed = ()
        self.keeper.rest()
        self._read_school(self._year_of(draft))
        self.editor.load(draft)
        self.bijlagen.show_incident(incident.id if incident else None, meteen=incident is not None)
        self._ask_signals()
        self.state.show_text("")
        self._show_form(True)
        self.head.set_title("Nieuw incident" if incident is None else f"Incident {incident.nummer} wijzigen")
        self.crumb.setText("Alle incidenten" if incident is None else "Terug zonder opslaan")
        self.notice.hide()
        found = concept.vind(self._context.werkplek.concepten, self.sleutel())
        if found is None or (found.draft == self.editor.loaded and not found.naam):
            self.keeper.watch(self.sleutel())
            if self.bijlagen.ids():
                self._files_changed()
            self.editor.focus_start()
        else:
            self._offer_draft(found)

    def _read_school(self, jaar: str) -> None:
        """The lists and words that were in force in this school year: an old incident keeps those of its time."""
        self._jaar = jaar
        self._instellingen = self._context.werkplek.instellingen.lees_van(jaar)
        self.editor.set_school(self._instellingen, self._mine().plaats or self._service.laatste_plaats())
        this_year = jaar == schooljaar(self._context.today())
        self.head.set_title(self.head.title(), "" if this_year else f"Met de lijsten van schooljaar {jaar}")

    def _year_of(self, draft: IncidentDraft) -> str:
        today = self._context.today()
        day = datums.parse_datum(draft.datum, today) if draft.datum else today
        return schooljaar(day if isinstance(day, date) else today)

    @Slot()
    def _follow_year(self) -> None:
        """A day of another school year brings the lists of that year."""
        jaar = self._year_of(IncidentDraft(datum=self.editor.datum.text().strip()))
        if jaar != self._jaar:
            self._read_school(jaar)

    def _mine(self) -> LaatstePlaats:
        return LaatstePlaats.van(self._context.werkplek.staat.lees(LAATSTE_PLAATS))

    def _fresh(self) -> IncidentDraft:
        return begin(self._context.clock(), self._mine())

    def sleutel(self) -> str:
        """The key of the draft of what is open."""
        return concept.sleutel_van(self._incident.id if self._incident else None)

    # -- the draft that was kept

    def _offer_draft(self, found: concept.Bewaard) -> None:
        self._offer = found
        self._show_form(False)
        on, away = button("Verder gaan", "pencil"), link("Weggooien")
        on.clicked.connect(self.go_on)
        away.clicked.connect(self.throw_away)
        kept = concept.bewaard_zin(found, len(self.bijlagen.ids()) if self._incident is None else 0)
        self.notice.show_message(State.INFO, concept_zin(found.draft, self._day_words), kept, (on, away))
        self.notice.show()
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _day_words(self, text: str) -> str:
        day = datums.parse_datum(text, self._context.today())
        return datums.dag_maand(day, weekdag=True) if isinstance(day, date) else ""

    @Slot()
    def go_on(self) -> None:
        """Show the draft that was kept."""
        if (found := self._offer) is None:
            return  # pressed twice: it was answered already
        self._ready()
        self._versie = found.versie or self._versie
        self.keeper.watch(self.sleutel())
        self.editor.resume(found.draft, found.naam)
        self.state.show_saved(found.op, "Concept bewaard")
        self.editor.focus_start()
        self._show_open()

    def _show_open(self) -> None:
        """What still asks for attention in a draft is marked, and the first of it is in view with the keyboard."""
        self._marked = True
        findings = self._mark_open()
        for finding in blocking(findings)[:1]:
            self.editor.focus_field(finding.field)
            self._in_view()

    def _mark_open(self) -> tuple[Finding, ...]:
        findings = tuple(self._service.check(self.editor.draft()))
        # not red yet: nobody said that it is finished
        self._say(replace(finding, severity=Severity.LET_OP) for finding in findings)
        return findings

    @Slot()
    def throw_away(self) -> None:
        """Forget the draft that was kept; the bar offers to bring it back."""
        if (found := self._offer) is None:
            return  # pressed twice: it was answered already
        self._ready()
        if self._incident is None:
            self._thrown_files = self.bijlagen.ids()
        self.keeper.watch(self.sleutel())
        self.keeper.throw_away()
        self.keeper.watch(self.sleutel())
        self.bijlagen.reload()
        self._thrown = found
        self._context.bar.offer_undo("Concept weggegooid.", self.bring_back)
        self.editor.focus_start()

    def bring_back(self) -> None:
        """Undo of *Weggooien*: the text and the files stand in the form again."""
        files, self._thrown_files = self._thrown_files, ()
        self.bijlagen.bring_back(files)
        if self._thrown is not None:
            thrown, self._thrown, self._unnamed = self._thrown, None, ()
            self.editor.resume(thrown.draft, thrown.naam)

    def _ready(self) -> None:
        self._offer = None
        self.notice.hide()
        self._show_form(True)

    def _show_form(self, on: bool) -> None:
        """While a draft is offered there is nothing else to do here, and so nothing that could be overwritten."""
        self._body.setVisible(on)
        self._room.setVisible(not on)
        self.save_button.setVisible(on)
        for part in (self.again_button, self.repeat_button, self.templates_button):
            part.setVisible(on and self._incident is None)
        # a button that nobody listens to is not shown
        listened = self.receivers(SIGNAL("mail_wanted()")) > 0
        self.mail_button.setVisible(on and self._incident is None and listened)

    # -- while typing

    @Slot()
    def _edited(self) -> None:
        self._say_unnamed()
        if self._tried:
            self._say(self._service.check(self.editor.draft()))
        elif self._marked:
            self._mark_open()

    @Slot()
    def _files_changed(self) -> None:
        # files without a word with them are a draft too
        if self._incident is None:
            self.keeper.edited()

    @Slot()
    def _ask_signals(self) -> None:
        self.strip.show_draft(self.editor.draft(), self._incident.id if self._incident else None)

    @Slot(str)
    def _left(self, name: str) -> None:
        """A field was left: say what asks for attention there, not yet what is missing elsewhere."""
        self._left_fields.add(name)
        if not self._tried and not self._marked:
            findings = self._service.check(self.editor.draft())
            self._say(finding for finding in findings if finding.field in self._left_fields)

    def _say(self, findings: Iterable[Finding], *, focus: bool = False) -> None:
        self.editor.show_findings(tuple(findings), focus=focus)
        if focus:
            self._in_view()

    def _in_view(self) -> None:
        here = QApplication.focusWidget()
        if here is not None and self._body.isAncestorOf(here):
            self._body.ensureWidgetVisible(here, 0, 80)

    def _content(self) -> dict[str, Any] | None:
        draft = self.editor.draft()
        files = self._incident is None and bool(self.bijlagen.ids())
        half = self.editor.half_name()
        nothing = draft == self.editor.loaded and not files and not half
        return None if nothing else concept.inhoud(draft, self._versie, half)

    def _concept_title(self) -> str:
        return concept.titel(self.editor.draft(), self._context.today())

    @Slot(object)
    def _kept(self, moment: datetime) -> None:
        self.state.show_saved(moment, "Concept bewaard")

    @Slot(object)
    def _not_kept(self, error: UserFacing) -> None:
        self.state.show_text("Concept niet bewaard", "triangle-alert", "danger")
        self.notice.show_error(error)
        self.notice.show()

    def flush(self) -> None:
        """Write the draft now: the page is left, or the window locks. Raises UserFacing."""
        self.keeper.flush()

    # -- saving

    @Slot()
    def save(self) -> None:
        """Record it and go to the list; or say what is missing and stay."""
        recorded = self._record()
        if recorded is not None:
            self.saved.emit(recorded)

    @Slot()
    def save_and_new(self) -> None:
        """Record it and begin the next."""
        if self._incident is None and self._record() is not None:
            self._context.bar.say("Incident opgeslagen.")
            self.start_new()

    @Slot()
    def save_and_repeat(self) -> None:
        """Record it and begin the same event with another child: all but the children and their words stays."""
        draft = self.editor.draft()
        if self._incident is None and self._record() is not None:
            self._context.bar.say("Incident opgeslagen. Kies het volgende kind.")
            self.start_new()
            others = tuple(who for who in draft.betrokkenen if who.categorie is not PersoonSoort.LEERLING)
            self.editor.resume(replace(draft, betrokkenen=others, kindwoorden=""))
            self.editor.focus_field("wie")

    # -- templates

    @Slot(str)
    def _drop_template(self, name: str) -> None:
        self._sjablonen.verwijder(name)
        self._context.bar.say("Sjabloon verwijderd.")

    @Slot()
    def keep_template(self) -> None:
        """Keep what stands here as a template, without names."""
        name = self._sjablonen.bewaar(self.editor.draft(), self._instellingen)
        self._context.bar.say(f"Bewaard als sjabloon: {name}.")

    @Slot(str)
    def use_template(self, name: str) -> None:
        """Fill the form with a template; day, time and persons that stand here stay."""
        found = dict(self._sjablonen.alle()).get(name)
        if found is not None:
            now, half = self.editor.draft(), self.editor.half_name()
            self.editor.resume(replace(found, datum=now.datum, tijd=now.tijd, betrokkenen=now.betrokkenen), half)
            self.editor.focus_start()

    def _record(self) -> int | None:
        if self._offer is not None:
            return None
        if self.bijlagen.busy() and self._incident is None:
            self.bijlagen.say("Wacht tot de bijlage is toegevoegd. Sla daarna op.")
            return None
        draft = self.editor.draft()
        self._tried = True
        findings = (*self.editor.unchosen(), *self._service.check(draft))
        if blocking(findings):
            self._say(findings, focus=True)
            return None
        try:
            recorded = self._write(draft)
        except InvoerOnjuist as error:
            self._say(error.findings, focus=True)
        except IntussenVeranderd as error:
            self._show_newer(error)
        except UserFacing as error:
            self.notice.show_error(error)
            self.notice.show()
        else:
            self.notice.hide()
            return recorded
        return None

    def _write(self, draft: IncidentDraft) -> int:
        if self._incident is None:
            recorded = self._register.run(draft, self.bijlagen.ids())
            if draft.plaats.strip():
                self._context.werkplek.staat.zet(LAATSTE_PLAATS, LaatstePlaats(draft.plaats, draft.bereik).als_json())
        else:
            recorded = self._change.run(self._incident.id, draft, self._versie)
        self.keeper.throw_away()
        self._context.hub.publish(Changes.of(Topic.CONCEPTEN, Topic.BIJLAGEN))
        self.editor.load(draft)
        return recorded

    # -- changed meanwhile

    def _show_newer(self, error: IntussenVeranderd) -> None:
        assert self._incident is not None
        newer = self._service.lees(self._incident.id)
        changes = verschillen(self._incident.inhoud, newer.inhoud, self._instellingen)
        lines = [f"{change.veld}: {change.werd}" for change in changes]
        mine, theirs = button("Mijn tekst opslaan"), link("De nieuwe versie openen")
        mine.clicked.connect(self._save_over)
        theirs.clicked.connect(self._open_newer)
        self.notice.show_message(State.LET_OP, error.what, "\n".join([error.safe, *lines]), (mine, theirs))
        self.notice.show()
        mine.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _save_over(self) -> None:
        """Save what stands here on top of the newer version; that one stays in the history."""
        assert self._incident is not None
        self._incident = self._service.lees(self._incident.id)
        self._versie = self._incident.versie
        self.save()

    @Slot()
    def _open_newer(self) -> None:
        """Open the newer version; what was typed stays as a draft and is offered."""
        assert self._incident is not None
        self.keeper.flush()
        self.start_change(self._service.lees(self._incident.id))
