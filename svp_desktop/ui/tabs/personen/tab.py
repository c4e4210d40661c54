"""Leerlingen en medewerkers: the register, the form of one person, and the import of pupils."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden, UserFacing
from svp_desktop.domain.personen import check_persoon
from svp_desktop.domain.school import Leerling, Medewerker, Persoon, PersoonSoort, soort_van
from svp_desktop.ui.concept import ConceptKeeper, gooi_weg
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.tabs.personen.inhoud import NIEUW, PersoonInhoud, inhoud_van, naar_dict, persoon_van, van_dict
from svp_desktop.ui.tabs.personen.inlezen import InlezenPage
from svp_desktop.ui.tabs.personen.intussen import samen, verschillen
from svp_desktop.ui.tabs.personen.lijst import PersonenLijst
from svp_desktop.ui.tabs.personen.persoon_form import PersoonForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, holder, row
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.notice import State

_FORM_WIDTH = 760
_GEZIEN = "gezien"
_WORDS = {
    PersoonSoort.LEERLING: "Leerling",
    PersoonSoort.OUDER: "Ouder of verzorger",
    PersoonSoort.MEDEWERKER: "Medewerker",
    PersoonSoort.EXTERN: "Iemand van buiten",
}


class PersonenTab(TabPage):
    """The page behind *Meer*: list, form of a person, import."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.personen
        self._basis: Persoon = NIEUW[PersoonSoort.LEERLING]
        self._loaded = inhoud_van(self._basis)
        self.lijst = PersonenLijst()
        self.form = PersoonForm(context.today, persons(context, PersoonSoort.LEERLING), self._name_of)
        self._gone = button("Vertrokken", "user-minus")
        self.verloop = button("Verloop", "list-ordered", tip="Alles over dit kind op volgorde van tijd")
        self.form.setMaximumWidth(scaled(_FORM_WIDTH))
        self.editor = FormPage(holder(row((self.form, 1), None)), extra=holder(row(self.verloop, self._gone)))
        self.inlezen: InlezenPage | None = None
        self._overview = holder(col((self.lijst, 1), margins=(16, 6, 16, 12)))
        self.stack = QStackedWidget()
        self.stack.addWidget(self._overview)
        self.stack.addWidget(self.editor)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._draft_title)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.lijst.filter_changed.connect(self.reload)
        self.lijst.opened.connect(self.show_record)
        self.lijst.new_wanted.connect(self.primary_new)
        self.lijst.import_wanted.connect(self.open_import)
        self.form.edited.connect(self._keeper.edited)
        self.editor.back.connect(self._leave)
        self.editor.save.connect(self._save)
        self.editor.delete.connect(self._delete)
        self.editor.resume_wanted.connect(self._resume)
        self.editor.throw_wanted.connect(self._throw)
        self._gone.clicked.connect(self._toggle_gone)
        self.verloop.clicked.connect(self._to_verloop)
        self._keeper.kept.connect(self.editor.show_kept)
        self._keeper.failed.connect(self.editor.show_failed)

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        lijst = self.lijst
        try:
            lijst.set_groepen(self._context.werkplek.school.groepen())
            typed = lijst.zoek.text().strip()
            rows = self._service.lijst(
                lijst.kind(),
                typed if len(typed) >= 2 else "",
                lijst.groep.currentData() if lijst.kind() is PersoonSoort.LEERLING else None,
                lijst.vertrokken.isChecked(),
            )
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        lijst.show_rows(rows)

    # -- TabPage

    @Slot(int)
    def show_record(self, record: int) -> None:
        try:
            self._begin(self._service.lees(record))
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot()
    def primary_new(self) -> None:
        self._begin(NIEUW[self.lijst.kind()])

    @Slot()
    def open_import(self) -> None:
        """The page where pupils are read from a file."""
        if self.inlezen is None:
            self.inlezen = InlezenPage(self._context)
            self.inlezen.klaar.connect(self._leave)
            self.stack.addWidget(self.inlezen)
        self.stack.setCurrentWidget(self.inlezen)

    def start_from(self, record: int, kind: str = "") -> None:
        if kind == "inlezen":
            self.open_import()

    def focus_search(self) -> None:
        self._leave()
        self.lijst.zoek.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.lijst.zoek.selectAll()

    def flush_draft(self) -> None:
        self._keeper.flush()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is self._overview:
            return False
        self._leave()
        return True

    def resume(self, sleutel: str) -> None:
        kept = self._context.werkplek.concepten.lees(sleutel)
        if kept is None:
            return
        known = sleutel.partition(":")[2]
        kind = PersoonSoort(kept.inhoud["soort"])
        self._begin(self._service.lees(int(known)) if known.isdigit() else NIEUW[kind])
        self._resume()

    def place(self) -> dict[str, Any]:
        """The list, and the form when it is in front. An import begins anew: its file was not kept."""
        place: dict[str, Any] = {"lijst": self.lijst.place()}
        return place | {CONCEPT: self._sleutel()} if self.stack.currentWidget() is self.editor else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The list as it was, or the form with its draft; a person who is gone is not missed."""
        self.lijst.go_to(place["lijst"])
        self.reload()
        if CONCEPT not in place:
            return
        sleutel = place[CONCEPT]
        known = sleutel.partition(":")[2]
        with suppress(NietGevonden):
            if self._context.werkplek.concepten.lees(sleutel) is not None:
                self.resume(sleutel)
            else:
                self._begin(self._service.lees(int(known)) if known.isdigit() else NIEUW[self.lijst.kind()])

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.PERSONEN, Topic.SCHOOL):
            self.reload()

    # -- the form

    def _begin(self, person: Persoon) -> None:
        self._basis = person
        settings = self._context.werkplek.instellingen.lees()
        groups = self._context.werkplek.school.groepen()
        self.form.set_choices(groups, settings.lijst("talen"), settings.lijst("functies"))
        self.form.load(inhoud_van(person))
        self._loaded = self.form.inhoud()
        kind = soort_van(person)
        title = str(person.naam) if person.id else self.lijst.nieuw.text()
        self.editor.set_record("Leerlingen en medewerkers", title, _WORDS[kind])
        self.editor.remove.setVisible(bool(person.id))
        self._show_gone()
        self.stack.setCurrentWidget(self.editor)
        self._keeper.watch(self._sleutel())
        kept = self._context.werkplek.concepten.lees(self._sleutel())
        if kept is not None:
            self.editor.offer_draft(kept.bewaard_op, "de gegevens van een persoon")
        self.editor.begin_at(self.form.texts["roepnaam"])

    def _show_gone(self) -> None:
        person = self._basis
        can_leave = isinstance(person, Leerling | Medewerker) and bool(person.id)
        self._gone.setVisible(can_leave)
        self.verloop.setVisible(isinstance(person, Leerling) and bool(person.id))
        if isinstance(person, Leerling | Medewerker):
            self._gone.setText("Vertrokken" if person.vertrokken_op is None else "Is er weer")

    def _sleutel(self) -> str:
        kind = soort_van(self._basis).value
        return f"persoon:{self._basis.id or 'nieuw-' + kind}"

    def _content(self) -> dict[str, Any] | None:
        now = self.form.inhoud()
        return None if now == self._loaded else naar_dict(now) | {_GEZIEN: naar_dict(inhoud_van(self._basis))}

    @staticmethod
    def _draft_title() -> str:
        return "Gegevens van een persoon"

    @Slot()
    def _resume(self) -> None:
        kept = self._context.werkplek.concepten.lees(self._sleutel())
        self.editor.hide_notice()
        if kept is None:
            return
        self.form.load(van_dict(kept.inhoud))
        before, now = van_dict(kept.inhoud.get(_GEZIEN, kept.inhoud)), inhoud_van(self._basis)
        if self._basis.id and _GEZIEN in kept.inhoud and before != now:
            self._meanwhile(before, self._basis)

    @Slot()
    def _throw(self) -> None:
        self.editor.hide_notice()
        gooi_weg(self._context.werkplek.concepten, self._context.bar, self._sleutel(), self._resume)

    @Slot()
    def _save(self) -> None:
        today = self._context.today()
        person = persoon_van(self.form.inhoud(), self._basis, today)
        if isinstance(person, tuple):
            self.form.show_findings(person)
            return
        self.form.show_findings(check_persoon(person, today))
        try:
            outcome = self._service.bewaar(person, self._basis if self._basis.id else None)
            self._keeper.throw_away()
        except InvoerOnjuist as error:
            self.form.show_findings(error.findings)
            return
        except IntussenVeranderd:
            self._meanwhile(inhoud_van(self._basis), self._service.lees(self._basis.id))
            return
        except UserFacing as error:
            self.editor.show_failed(error)
            return
        self._done(outcome)

    def _meanwhile(self, before: PersoonInhoud, now: Persoon) -> None:
        """Changed elsewhere since `before`: say what stands there now; the next save goes over it on purpose."""
        there = inhoud_van(now)
        self.form.load(samen(before, there, self.form.inhoud()))
        self._basis, self._loaded = now, there
        labels = {name: field.titel for name, field in self.form.fields.items()}
        words = f"Er is niets overschreven. Nu staat er: {verschillen(before, there, labels)}. "
        text = words + "Wat u zelf typte, staat hieronder; met Opslaan geldt dat."
        self.editor.notice.show_message(State.LET_OP, "Dit is intussen ergens anders veranderd.", text)
        self.editor.notice.show()
        self._show_gone()
        self._keeper.edited()

    def _done(self, outcome: Outcome[int]) -> None:
        self._context.hub.publish(outcome.changes)
        self.stack.setCurrentWidget(self._overview)
        self.reload()

    @Slot()
    def _to_verloop(self) -> None:
        self.start_requested.emit("verloop", self._basis.id, "")

    @Slot()
    def _toggle_gone(self) -> None:
        person = self._basis
        if not isinstance(person, Leerling | Medewerker):
            return
        day = self._context.today() if person.vertrokken_op is None else None
        try:
            self._done(self._service.bewaar(replace(person, vertrokken_op=day), person))
        except UserFacing as error:
            self.editor.show_failed(error)

    @Slot()
    def _delete(self) -> None:
        person = self._basis.id
        try:
            outcome = self._service.verwijder(person)
            self._keeper.throw_away()
        except UserFacing as error:
            self.editor.show_failed(error)
            return
        self._done(outcome)

        def undo() -> None:
            self._context.hub.publish(self._service.herstel(person).changes)

        self._context.bar.offer_undo("Persoon verwijderd.", undo)

    @Slot()
    def _leave(self) -> None:
        """Back to the list; what was typed stays as a draft."""
        try:
            self._keeper.flush()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._keeper.rest()
        self.stack.setCurrentWidget(self._overview)
        self.reload()

    # -- persons

    def _name_of(self, person: int) -> str:
        try:
            return str(self._service.lees(person).naam)
        except UserFacing:
            return "onbekend"
