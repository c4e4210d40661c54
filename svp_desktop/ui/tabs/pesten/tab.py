"""Pestcoördinatie: the list, one pestzaak, and its forms. Who does not lead the pestzaken only reports (104-109)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_papier import PestBlad, PestPapierRegel
from svp_desktop.domain.pest_signalen import Signaallijst
from svp_desktop.domain.pestzaak import PestTaak
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.pesten.aanpak_form import AanpakForm, StapForm
from svp_desktop.ui.tabs.pesten.check_form import CheckForm
from svp_desktop.ui.tabs.pesten.coordinator_form import CoordinatorForm
from svp_desktop.ui.tabs.pesten.detail import PestDetail
from svp_desktop.ui.tabs.pesten.lijst import PestLijst
from svp_desktop.ui.tabs.pesten.melding_form import MeldingForm
from svp_desktop.ui.tabs.pesten.mensen_form import MensenForm
from svp_desktop.ui.tabs.pesten.papier_form import PapierForm
from svp_desktop.ui.tabs.pesten.plan_form import PlanForm
from svp_desktop.ui.tabs.pesten.rondom import PestRondom
from svp_desktop.ui.tabs.pesten.signaal_form import SignaalForm
from svp_desktop.ui.tabs.pesten.slot_form import HeropenForm, SluitForm
from svp_desktop.ui.tabs.pesten.taak_form import TaakForm
from svp_desktop.ui.tabs.pesten.toets_form import ToetsForm
from svp_desktop.ui.widgets.base import col, framed, holder
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.page import EmptyState

_ALLEEN_MELDEN = "Maakt u zich zorgen over pesten? Iedereen mag melden, ook bij twijfel. De pestcoördinator leest het."
_GEMELD = "Gemeld. De pestcoördinator gaat ermee verder."
_BEGONNEN = "Gemeld. Vang nu eerst het kind op."
_ZOEK_UIT = "Gemeld. Zoek nu eerst uit om welk kind het gaat."
_NIEUW = "nieuw"


class PestenTab(TabPage):
    """The page. Its stack: the list (or the invitation to report), one pestzaak, and each form that was opened."""

    as_read = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.pestzaken
        self.lijst, self.detail = PestLijst(), PestDetail(context)
        self.melden = primary("Pesten melden", "plus", tip="Pesten melden (Ctrl+N)")
        invite = holder(
            col((framed(EmptyState("heart-handshake", _ALLEEN_MELDEN, self.melden)), 1), margins=(16, 12, 16, 12))
        )
        self._home = self.lijst if self._service.leidt else invite
        self.melding: MeldingForm | None = None
        self._beside: PestRondom | None = None
        #: The pestzaak that was begun with the last report, for who leads them.
        self._begun = 0
        self._forms: dict[str, DeelForm[Any]] = {}
        self.stack = QStackedWidget()
        for part in (self.lijst, invite, self.detail):
            self.stack.addWidget(part)
        self.stack.setCurrentWidget(self._home)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.lijst.filter_changed.connect(self.reload)
        self.lijst.chosen.connect(self.show_record)
        self.lijst.new_wanted.connect(self.primary_new)
        self.melden.clicked.connect(self.primary_new)
        self.detail.left.connect(self._to_list)
        self.detail.wanted.connect(self.open_form)
        self.detail.casus_wanted.connect(self.show_casus_requested)
        self.detail.incident_wanted.connect(self.show_incident_requested)
        self.detail.new_casus_wanted.connect(self._new_casus)
        self.detail.kept_wanted.connect(self._show_kept)
        self.lijst.overview_wanted.connect(self.show_overview)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the list again."""
        if not self._service.leidt:
            return
        try:
            self.lijst.show_rows(self._service.lijst(self.lijst.filter()))
            self.counter_changed.emit(self._service.aantal_lopend())
        except UserFacing as error:
            self._context.bar.show_error(error)

    # -- forms

    def form(self) -> DeelForm[Any] | None:
        """The form that is in front."""
        here = self.stack.currentWidget()
        return here if isinstance(here, DeelForm) else None

    def _made(self, key: str, make: Callable[[], DeelForm[Any]]) -> Any:
        found = self._forms.get(key)
        if found is None:
            found = self._forms[key] = make()
            self.stack.addWidget(found)
            found.left.connect(self._back)
            found.done.connect(self._back)
            if isinstance(found, CheckForm):
                found.removed.connect(self._remove_check)
            elif isinstance(found, StapForm):
                found.removed.connect(self._remove_step)
        return found

    @Slot(str, int)
    def open_form(self, part: str, record: int = 0) -> None:
        """A form about the pestzaak that is shown."""
        try:
            self.flush_draft()
            self.detail.open(self.detail.zaak_id())
            made = self._begin(part, record, self.detail.beeld)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(made)

    def _begin(self, part: str, record: int, beeld: PestBeeld) -> DeelForm[Any]:
        """The form of this part, begun. Raises UserFacing."""
        context = self._context
        made: Any
        if part == "check":
            made = self._made(part, lambda: CheckForm(context))
            made.begin(beeld, self._service.lees_check(record) if record else None)
        elif part == "stap":
            made = self._made(part, lambda: StapForm(context))
            made.begin(beeld, self._service.lees_stap(record) if record else None)
        elif part == "signaal":
            made = self._made(part, lambda: SignaalForm(context))
            made.begin(beeld, list(Signaallijst)[record])
        elif part == "papier":
            made = self._made(part, lambda: PapierForm(context))
            made.begin(beeld, list(PestBlad)[record])
        elif part in _EENVOUDIG:
            made = self._made(part, lambda: _EENVOUDIG[part](context))
            made.begin(beeld)
        else:
            made = self._made(part, lambda: TaakForm(context, PestTaak(part)))
            made.begin(beeld)
        form: DeelForm[Any] = made
        return form

    # -- beside the pestzaken

    def rondom(self) -> PestRondom:
        """The overview and what leaves from it; made when it is asked for."""
        if self._beside is None:
            self._beside = PestRondom(self._context)
            self.stack.addWidget(self._beside)
            self._beside.left.connect(self._to_list)
            self._beside.zaak_wanted.connect(self.show_record)
        return self._beside

    @Slot()
    def show_overview(self) -> None:
        """All pestzaken together."""
        try:
            self.rondom().open()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self.rondom())

    @Slot(object)
    def _show_kept(self, papier: PestPapierRegel) -> None:
        self.rondom().show_kept(self.detail.beeld, papier)
        self.stack.setCurrentWidget(self.rondom())

    def _report(self, incident_id: int = 0) -> None:
        try:
            self.flush_draft()
            if self.melding is None:
                self.melding = MeldingForm(self._context)
                self.stack.addWidget(self.melding)
                self.melding.left.connect(self._to_list)
                self.melding.done.connect(self._after_report)
                self.melding.reported.connect(self._reported)
            self.melding.begin(incident_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.stack.setCurrentWidget(self.melding)

    @Slot(int, bool)
    def _reported(self, zaak_id: int, known: bool) -> None:
        """Who leads the pestzaken goes on with this one at once."""
        self._begun = zaak_id if self._service.leidt else 0
        self._context.bar.say((_BEGONNEN if known else _ZOEK_UIT) if self._begun else _GEMELD)

    @Slot()
    def _after_report(self) -> None:
        self.show_record(self._begun)

    @Slot(int)
    def _new_casus(self, leerling_id: int) -> None:
        self.start_requested.emit("casussen", leerling_id, "kind")

    @Slot(int)
    def _remove_check(self, check_id: int) -> None:
        self._remove(check_id, self._service.verwijder_check, "Check weggehaald.")

    @Slot(int)
    def _remove_step(self, stap_id: int) -> None:
        self._remove(stap_id, self._service.verwijder_stap, "Stap weggehaald.")

    def _remove(self, record: int, verb: Callable[..., Outcome[int]], words: str) -> None:
        """Take it away, with the way back."""
        form = self.form()
        try:
            outcome = verb(record)
            if form is not None:
                form.drop()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)
        self._context.bar.offer_undo(words, lambda: self._context.hub.publish(verb(record, verwijderd=False).changes))

    @Slot()
    def _back(self) -> None:
        """From a form to its pestzaak."""
        self.show_record(self.detail.zaak_id())

    @Slot()
    def _to_list(self) -> None:
        self.stack.setCurrentWidget(self._home)
        self.reload()
        self._home_focus()

    # -- TabPage

    @Slot(int)
    def show_record(self, record: int) -> None:
        """Open this pestzaak; 0 shows the list."""
        if not record:
            self._to_list()
            return
        try:
            self.flush_draft()
            self.detail.open(record)
        except UserFacing as error:
            self._context.bar.show_error(error)
            self._to_list()
            return
        if self.stack.currentWidget() is not self.detail:
            self.stack.setCurrentWidget(self.detail)
            self.detail.focus_start()

    def start_from(self, record: int, kind: str = "") -> None:
        """A report that begins with an incident, or the pestzaak that began with it."""
        if kind == "incident":
            self._report(record)
        else:
            self.show_record(record)

    @Slot()
    def primary_new(self) -> None:
        self._report()

    def focus_search(self) -> None:
        if self.stack.currentWidget() is self.lijst:
            self.lijst.zoek.setFocus()

    def resume(self, sleutel: str) -> None:
        _, begin, *rest = sleutel.split(":")
        if begin == _NIEUW:
            self._report(int(rest[0]) if rest else 0)
            return
        self.show_record(int(begin))
        if self.stack.currentWidget() is self.detail:
            self.open_form(rest[0], int(rest[1]) if len(rest) > 1 else 0)

    def flush_draft(self) -> None:
        form = self.form()
        if form is not None:
            form.flush()

    def go_back(self) -> bool:
        form = self.form()
        if form is not None:
            return form.leave()
        if self._beside is not None and self.stack.currentWidget() is self._beside:
            self._beside.go_back()
            return True
        if self.stack.currentWidget() is self.detail:
            self._to_list()
            return True
        return False

    def print_current(self) -> None:
        here = self.stack.currentWidget()
        if isinstance(here, PapierForm):
            here.print_now()
        elif isinstance(here, PestRondom):
            here.print_current()

    def place(self) -> dict[str, Any]:
        form = self.form()
        here = self.stack.currentWidget()
        beside = isinstance(here, PestRondom)
        opened = 0 if beside or here in (self._home, self.melding) else self.detail.zaak_id()
        concept = form.sleutel() if form else ""
        return {"lijst": self.lijst.place(), "zaak": opened, "overzicht": beside, CONCEPT: concept}

    def go_to(self, place: dict[str, Any]) -> None:
        self.lijst.go_to(place["lijst"])
        self.reload()
        if place.get(CONCEPT):
            self.resume(str(place[CONCEPT]))
        elif place.get("zaak") and self._service.leidt:
            self.show_record(int(place["zaak"]))
        elif place.get("overzicht") and self._service.leidt:
            self.show_overview()

    def refresh(self, changes: Changes) -> None:
        if not changes.touches(Topic.PESTEN, Topic.INCIDENTEN, Topic.CASUSSEN, Topic.PERSONEN, Topic.INSTELLINGEN):
            return
        self.reload()
        here = self.stack.currentWidget()
        if here is self.detail:
            self.show_record(self.detail.zaak_id())
        elif isinstance(here, PestRondom):
            here.reload()

    def shown(self) -> None:
        self.reload()
        here = self.stack.currentWidget()
        if here is self._home:
            self._home_focus()
        elif here is self.detail:
            self.detail.focus_start()

    def _home_focus(self) -> None:
        """The keyboard in the list, or at the one thing that may be done here."""
        here = self.lijst.table if self._service.leidt else self.melden
        here.setFocus(Qt.FocusReason.OtherFocusReason)


_EENVOUDIG: dict[str, Callable[[Context], DeelForm[Any]]] = {
    "toets": ToetsForm,
    "mensen": MensenForm,
    "coordinator": CoordinatorForm,
    "plannen": PlanForm,
    "aanpak": AanpakForm,
    "sluiten": SluitForm,
    "heropenen": HeropenForm,
}
