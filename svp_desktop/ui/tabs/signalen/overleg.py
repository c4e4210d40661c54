"""One overleg: the signals that it is about, the record, and what was agreed (demands 36-38)."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.signalen import (
    Aanleiding,
    AfspraakDraft,
    Overleg,
    OverlegDraft,
    OverlegSoort,
    SignaalRegel,
    overleg_draft_of,
)
from svp_desktop.services.vastleggen import naar_dict, van_dict
from svp_desktop.ui import signaal_woorden as woorden
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.samen import GEZIEN, voeg_samen, zeg_veranderd
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import button, link, tool
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings
from svp_desktop.ui.widgets.page import TaskRow
from svp_desktop.ui.widgets.painted import MandBadge
from svp_desktop.ui.widgets.suggest import PersonField

_UITLEG = "U ziet wie wat meldde, niet wat een ander schreef. De tekst staat bij het incident zelf."


class OverlegPage(FormPage):
    """`left` when the user goes back; `incident_wanted(id)` opens the text of a signal, which nothing else shows."""

    left = Signal()
    incident_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        self._context = context
        self._service = context.werkplek.signalen
        self._overleg: Overleg | None = None
        self._make_fields()
        self.ingelicht = button("Vandaag ingelicht", "check", tip="De vertrouwenspersoon is vandaag ingelicht")
        super().__init__(holder(self._layout()), extra=self.ingelicht)
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._name)
        for field in (self.gepland, self.gehouden):
            field.edited.connect(self._keeper.edited)
        for area in (self.besluit, self.reden):
            area.textChanged.connect(self._keeper.edited)
        self.aanwezig.textEdited.connect(self._keeper.edited)
        self.wat.textEdited.connect(self._keeper.edited)
        self.wanneer.edited.connect(self._keeper.edited)
        self.wie.person_changed.connect(self._keeper.edited)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.back.connect(self._leave)
        self.save.connect(self._save)
        self.delete.connect(self._not_needed)
        self.ingelicht.clicked.connect(self._told)
        self.erbij.clicked.connect(self._agree)

    def _make_fields(self) -> None:
        today = self._context.today
        self.gepland = DateEdit(today, optional=True, komend=True, name="Gepland op")
        self.gehouden = DateEdit(today, optional=True, name="Gehouden op")
        self.aanwezig = edit(placeholder="Wie erbij waren", name="Aanwezig")
        self.besluit = Area(placeholder="Wat is er besloten?", height=96, name="Besluit")
        self.reden = Area(placeholder="Alleen als het niet nodig is", height=52, name="Waarom niet nodig")
        self.wat = edit(placeholder="Wat gaat er gebeuren?", name="Afspraak")
        self.wie = PersonField(persons(self._context, PersoonSoort.MEDEWERKER), placeholder="Wie: twee letters")
        self.wanneer = DateEdit(today, komend=True, name="Klaar op")
        self.erbij = button("Toevoegen", "plus")
        self._held = Field("Gehouden op", self.gehouden)
        self._fields = {
            "gepland_op": Field("Gepland op", self.gepland),
            "gehouden_op": self._held,
            "aanwezig": Field("Aanwezig", self.aanwezig),
            "besluit": Field("Besluit", self.besluit),
            "reden": Field("Waarom niet nodig", self.reden),
        }
        self._agreed_fields = {
            "omschrijving": Field("Afspraak", self.wat),
            "eigenaar": Field("Wie doet het", self.wie),
            "datum": Field("Klaar op", self.wanneer),
        }

    def _layout(self) -> Any:
        self._signals, self._agreed = QGridLayout(), col(spacing=4)
        self._signals.setHorizontalSpacing(10)
        self._signals.setColumnStretch(2, 3)
        self._signals.setColumnStretch(3, 2)
        self._why, self._who = Label("", "lead", wrap=True), Label("", "muted", wrap=True)
        fields, agreed = self._fields, self._agreed_fields
        record = card(
            self._why,
            self._who,
            row((fields["gepland_op"], 1), (fields["gehouden_op"], 1), spacing=10),
            fields["aanwezig"],
            fields["besluit"],
            fields["reden"],
            title="Verslag",
        )
        actions = card(
            self._agreed,
            agreed["omschrijving"],
            row((agreed["eigenaar"], 1), (agreed["datum"], 1), (self.erbij, Qt.AlignmentFlag.AlignBottom), spacing=8),
            title="Afspraken",
        )
        signals = card(self._signals, Label(_UITLEG, "small", wrap=True), title="Signalen")
        return col(row((col(record, None), 3), (col(signals, actions, None, spacing=12), 4), spacing=12), None)

    # -- showing

    def open(self, overleg_id: int) -> None:
        """Show this overleg, with what was being typed about it; 0 is a new one. Raises NietGevonden."""
        self._overleg = self._service.lees(overleg_id)
        item = self._overleg
        confident = item.soort is OverlegSoort.VERTROUWENSPERSOON
        state = woorden.stand(item, self._context.today()) if item.id else "nog niet opgeslagen"
        self.set_record("Signalen en overleg", label(item.soort), state)
        self._why.setText(woorden.waarom(item))
        self._who.setText(woorden.met_wie(self._service.met_wie(item.soort)))
        self.ingelicht.setVisible(confident and not item.status.klaar)
        self.remove.setVisible(not item.status.klaar)
        self.remove.setText("Niet nodig" if item.id else "Weggooien")
        self.remove.setAccessibleName(self.remove.text())
        self._fields["reden"].setVisible(bool(item.id))
        self._load(overleg_draft_of(item), AfspraakDraft())
        self._keeper.watch(f"overleg:{item.id}")
        kept = self._context.werkplek.concepten.lees(self._keeper.sleutel)
        if kept is not None:
            self._load(van_dict(OverlegDraft, kept.inhoud["verslag"]), van_dict(AfspraakDraft, kept.inhoud["afspraak"]))
            self.saved.show_saved(kept.bewaard_op, "Concept bewaard")
            if GEZIEN in kept.inhoud:
                self._join(van_dict(OverlegDraft, kept.inhoud[GEZIEN]), item)
        self._show_signals(self._service.signalen(item.id))
        self._show_agreed()

    def _join(self, before: OverlegDraft, now: Overleg) -> None:
        """What was typed, over what is recorded now; said when that is another than the user saw."""
        recorded, agreed = overleg_draft_of(now), self._agreed_draft()
        if before != recorded:
            voeg_samen(lambda draft: self._load(draft, agreed), self._draft, before, recorded)
            zeg_veranderd(self.notice)

    def focus_start(self) -> None:
        """The keyboard in the first field."""
        self.gepland.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def overleg_id(self) -> int:
        """The overleg that is open; 0 when there is none, or when it is new."""
        return self._overleg.id if self._overleg else 0

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    def _load(self, draft: OverlegDraft, agreed: AfspraakDraft) -> None:
        sleutel = self._keeper.sleutel
        self._keeper.rest()
        self.gepland.setText(draft.gepland_op)
        self.gehouden.setText(draft.gehouden_op)
        self.aanwezig.setText(draft.aanwezig)
        self.besluit.setText(draft.besluit)
        self.reden.setText(draft.reden)
        self.wat.setText(agreed.omschrijving)
        self.wanneer.setText(agreed.datum)
        owner = agreed.eigenaar_id
        name = agreed.wie if owner is None else str(self._context.werkplek.personen.lees(owner).naam)
        self.wie.show_person(owner, name)
        show_findings(self._fields, ())
        show_findings(self._agreed_fields, ())
        self._keeper.watch(sleutel)

    def _show_signals(self, signals: Sequence[SignaalRegel]) -> None:
        clear(self._signals)
        for line, item in enumerate(signals):
            opener = link(item.nummer, tip="Het incident openen")
            opener.setProperty("incident", item.incident_id)
            opener.clicked.connect(self._open_incident)
            told = f"gemeld door {item.melder}" if item.melder else ""
            parts = (Label(datums.dag_kort(item.datum)), MandBadge(item.mand), ElidedLabel(woorden.signaal(item)),
                     ElidedLabel(told, "muted"), opener)  # fmt: skip
            for column, part in enumerate(parts):
                self._signals.addWidget(part, line, column)
        if not signals:
            self._remark("Er horen geen incidenten bij dit overleg.", "muted", len(signals))
        elif self._overleg and self._overleg.aanleiding is Aanleiding.KIND and len(signals) < self._threshold():
            self._remark("Er zijn nu minder signalen. Misschien is het niet meer nodig.", "warn", len(signals))

    def _remark(self, text: str, role: str, line: int) -> None:
        self._signals.addWidget(Label(text, role, wrap=True), line, 0, 1, -1)

    def _threshold(self) -> int:
        return self._context.werkplek.instellingen.lees().getal("signalen_kind")

    def _show_agreed(self) -> None:
        clear(self._agreed)
        today = self._context.today()
        for item in self._service.afspraken(self.overleg_id):
            late = item.gedaan_op is None and item.datum < today
            line = TaskRow(
                f"{item.omschrijving} ({item.eigenaar})",
                datums.dag_kort(item.datum),
                late=late,
                done=item.gedaan_op is not None,
            )
            line.box.setProperty("afspraak", item.id)
            line.box.clicked.connect(self._tick)
            drop = tool("x", f"Afspraak verwijderen: {item.omschrijving}", small=True)
            drop.setProperty("afspraak", item.id)
            drop.clicked.connect(self._drop)
            self._agreed.addLayout(row((line, 1), (drop, TOP), spacing=4))

    # -- what is typed

    def _draft(self) -> OverlegDraft:
        return OverlegDraft(
            self.gepland.text(), self.gehouden.text(), self.aanwezig.text(), self.besluit.text(), self.reden.text()
        )

    def _agreed_draft(self) -> AfspraakDraft:
        return AfspraakDraft(self.wat.text(), self.wie.person, self.wanneer.text(), self.wie.typed())

    def _content(self) -> dict[str, Any] | None:
        if self._overleg is None:
            return None
        if (self._draft(), self._agreed_draft()) == (overleg_draft_of(self._overleg), AfspraakDraft()):
            return None
        seen = naar_dict(overleg_draft_of(self._overleg))
        return {"verslag": naar_dict(self._draft()), "afspraak": naar_dict(self._agreed_draft()), GEZIEN: seen}

    @staticmethod
    def _name() -> str:
        return "een overleg over signalen"

    # -- what the user did

    @Slot()
    def _save(self) -> None:
        self._keep(self._service.bewaar)

    @Slot()
    def _told(self) -> None:
        self._keep(self._service.ingelicht)

    @Slot()
    def _not_needed(self) -> None:
        if self.overleg_id:
            self._keep(self._service.niet_nodig)
            return
        try:
            self._keeper.throw_away()
        except UserFacing as error:
            self.show_failed(error)
            return
        self._overleg = None
        self.left.emit()

    def _keep(self, how: Any) -> bool:
        """Whether it is kept; else the page says why not."""
        if self._overleg is None:
            return False
        try:
            waiting = self._agreed_draft()
            outcome = how(self._overleg.id, self._draft(), self._overleg.versie)
            self._keeper.throw_away()
            self.open(outcome.value)
            if waiting != AfspraakDraft():
                # an action that was typed and not yet added stays, and is kept again
                self._load(self._draft(), waiting)
                self._keeper.edited()
        except InvoerOnjuist as error:
            show_findings(self._fields, error.findings)
            return False
        except IntussenVeranderd:
            self._changed_meanwhile(self._overleg)
            return False
        except UserFacing as error:
            self.show_failed(error)
            return False
        self.saved.show_saved(self._context.clock())
        self._context.hub.publish(outcome.changes)
        return True

    def _changed_meanwhile(self, seen: Overleg) -> None:
        """What was typed stays, also as a draft, over what stands there now."""
        try:
            self._keeper.flush()
            self._overleg = self._service.lees(seen.id)
        except UserFacing as error:
            self.show_failed(error)
            return
        self._join(overleg_draft_of(seen), self._overleg)
        self._keeper.edited()

    @Slot()
    def _agree(self) -> None:
        wrong = self._service.check_afspraak(self._agreed_draft())
        if not wrong and not self.overleg_id and not self._keep(self._service.bewaar):
            # an action belongs to an overleg: a new one is kept first
            return
        try:
            outcome = self._service.spreek_af(self.overleg_id, self._agreed_draft())
        except InvoerOnjuist as error:
            show_findings(self._agreed_fields, error.findings)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self._load(self._draft(), AfspraakDraft())
        self._keeper.edited()
        self._show_agreed()
        self.wat.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.hub.publish(outcome.changes)

    @Slot()
    def _tick(self) -> None:
        box = self.sender()
        if isinstance(box, QAbstractButton):
            self._change(lambda: self._service.zet_gedaan(box.property("afspraak"), gedaan=box.isChecked()))

    @Slot()
    def _drop(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, QWidget):
            return
        id_ = int(pressed.property("afspraak"))
        self._change(lambda: self._service.verwijder_afspraak(id_))

        def undo() -> None:
            self._change(lambda: self._service.verwijder_afspraak(id_, verwijderd=False))

        self._context.bar.offer_undo("Afspraak verwijderd.", undo)

    def _change(self, do: Any) -> None:
        try:
            outcome = do()
            self._show_agreed()
        except UserFacing as error:
            self.show_failed(error)
            return
        self._context.hub.publish(outcome.changes)

    @Slot()
    def _open_incident(self) -> None:
        opener = self.sender()
        if isinstance(opener, QAbstractButton):
            self.incident_wanted.emit(opener.property("incident"))

    @Slot()
    def _leave(self) -> None:
        try:
            self._keeper.flush()
        except UserFacing as error:
            self.show_failed(error)
            return
        self.left.emit()
