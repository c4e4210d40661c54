"""The forms of the meldcode dossier, each made when it is first needed, and brought to the front as it is asked for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.meldcode import MeldcodeBlad, MeldcodeStuk, StukInhoud, Uitspraak
from svp_desktop.domain.meldcode_keuzes import JaNee, StukSoort, Weegvraag
from svp_desktop.domain.meldcode_stukken import nieuw_stuk
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.antwoord_form import AntwoordForm
from svp_desktop.ui.tabs.meldcode.kop_form import KopForm
from svp_desktop.ui.tabs.meldcode.regel_form import RegelForm
from svp_desktop.ui.tabs.meldcode.slot_form import SlotForm
from svp_desktop.ui.tabs.meldcode.stap_form import StapForm
from svp_desktop.ui.tabs.meldcode.stuk_form import StukForm
from svp_desktop.ui.tabs.meldcode.tekst_form import TekstForm
from svp_desktop.ui.tabs.meldcode.vernietig_form import VernietigForm

Form = KopForm | StapForm | StukForm | AntwoordForm | RegelForm | SlotForm | TekstForm | VernietigForm


class Formulieren(QObject):
    """`left` and `done` of whichever form is in front; `finish_wanted(step)`, `removed(record)`."""

    left = Signal()
    done = Signal()
    finish_wanted = Signal(int)
    removed = Signal(int)

    def __init__(self, context: Context, service: MeldcodeService, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._context, self._service, self._stack = context, service, stack
        self._forms: dict[str, Form] = {}
        self._verbs: dict[str, Callable[[MeldcodeBlad, Any], None]] = {
            "stap": self.step, "stuk": self.new_record, "uitspraak": self._statement, "antwoord": self._answer,
            "regel": self._line, "kop": self._head, "sluiten": self._close, "vernietigen": self._destroy,
        }  # fmt: skip

    def begin(self, what: str, blad: MeldcodeBlad, argument: object) -> None:
        """The form of this verb for this dossier."""
        self._verbs[what](blad, argument)

    def all(self) -> tuple[Form, ...]:
        """The forms that were made."""
        return tuple(self._forms.values())

    def empty(self) -> None:
        """Nothing of a dossier stays in a form; drafts stay kept."""
        for form in self._forms.values():
            form.empty()

    def new_dossier(self) -> None:
        """The form of a new dossier."""
        self._made("kop", lambda: KopForm(self._context, self._service)).begin()

    def text(self, code: str) -> None:
        """The form of one wording of the school."""
        self._made("tekst", lambda: TekstForm(self._context, self._service)).begin(code)

    def step(self, blad: MeldcodeBlad, nummer: int) -> None:
        """The form of a step."""
        self._made(f"stap{nummer}", lambda: StapForm(self._context, self._service, nummer)).begin(blad)

    def record(self, blad: MeldcodeBlad, soort: StukSoort, stuk: MeldcodeStuk | None, new: StukInhoud) -> None:
        """The form of a record, or (None) of a new one that begins as `new`."""
        made = self._made(f"stuk {soort.value}", lambda: StukForm(self._context, self._service, soort))
        made.begin(blad, stuk, new)

    def new_record(self, blad: MeldcodeBlad, soort: StukSoort) -> None:
        """The form of a new record of this kind."""
        self.record(blad, soort, None, self.blank(soort))

    def blank(self, soort: StukSoort) -> StukInhoud:
        """How a new record begins."""
        return nieuw_stuk(soort, self._context.today(), self._context.werkplek.account.naam)

    def _statement(self, blad: MeldcodeBlad, aard: Aard) -> None:
        blank = self.blank(StukSoort.UITSPRAAK)
        assert isinstance(blank, Uitspraak)
        self.record(blad, StukSoort.UITSPRAAK, None, replace(blank, aard=aard))

    def _answer(self, blad: MeldcodeBlad, asked: tuple[Weegvraag, JaNee | None]) -> None:
        vraag, keuze = asked
        made = self._made(f"antwoord {vraag.value}", lambda: AntwoordForm(self._context, self._service, vraag))
        made.begin(blad, keuze)

    def _line(self, blad: MeldcodeBlad, waar: str) -> None:
        self._made("regel", lambda: RegelForm(self._context, self._service)).begin(blad, waar)

    def _head(self, blad: MeldcodeBlad, _none: object) -> None:
        self._made("kop", lambda: KopForm(self._context, self._service)).begin(blad)

    def _close(self, blad: MeldcodeBlad, _none: object) -> None:
        self._made("sluiten", lambda: SlotForm(self._context, self._service)).begin(blad)

    def _destroy(self, blad: MeldcodeBlad, _none: object) -> None:
        self._made("vernietigen", lambda: VernietigForm(self._context, self._service)).begin(blad)

    def _made(self, key: str, make: Callable[[], Form]) -> Any:
        """The form of this key, in front."""
        found = self._forms.get(key)
        if found is None:
            found = self._forms[key] = make()
            self._stack.addWidget(found)
            found.left.connect(self.left)
            found.done.connect(self.done)
            if isinstance(found, StapForm):
                found.finish_wanted.connect(self.finish_wanted)
            elif isinstance(found, StukForm):
                found.removed.connect(self.removed)
        self._stack.setCurrentWidget(found)
        return found
