"""The form of one of the five steps: a concept until it is finished on purpose (demands 125-131)."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.meldcode import STAP_KLASSEN, MeldcodeBlad, OverlegStap, StapInhoud
from svp_desktop.domain.meldcode_papieren import wacht_met_ouders
from svp_desktop.domain.meldcode_stappen import STAP_NAMEN, STAP_VELDEN, check_stap
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import stap_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.notice import State


class StapForm(VeldenForm[Any]):
    """Form <-> the content of step `nummer`. `finish_wanted` when it was saved and nothing holds the finish back."""

    finish_wanted = Signal(int)

    def __init__(self, context: Context, service: MeldcodeService, nummer: int) -> None:
        self.nummer, self._versie = nummer, 0
        kind, velden = STAP_KLASSEN[nummer - 1], STAP_VELDEN[nummer]
        super().__init__(context, service, kind, velden, f"stap {nummer} van een meldcode-dossier")
        self.afronden = button(f"Stap {nummer} afronden …", "check")
        self.title.layout().insertWidget(self.title.layout().count() - 1, self.afronden)  # type: ignore[union-attr]
        self.afronden.clicked.connect(self._finish)

    def begin(self, blad: MeldcodeBlad) -> None:
        """The step as it is recorded, or as it begins."""
        self.about(blad, f"Stap {self.nummer}: {STAP_NAMEN[self.nummer].lower()}")
        stap = blad.stap(self.nummer)
        self._versie = stap.versie if stap else 0
        recorded: StapInhoud = stap.inhoud if stap else self._service.nieuwe_stap(self.nummer)
        running = blad.schrijfbaar and (stap is None or not stap.afgerond)
        self.afronden.setVisible(running)
        self._words(self._service.woorden())
        key = stap_sleutel(blad.dossier.id, self.nummer)
        self.start(key, recorded, new=stap is None, open_for_change=running)
        self.focus_first()

    def _words(self, words: MeldcodeWoorden) -> None:
        cards: list[tuple[str, tuple[str, ...]]] = [
            ("Deze stap", (words.tekst(f"stap.{self.nummer}"), words.tekst("melden.geen_plicht")))
        ]
        more: dict[int, tuple[str, tuple[str, ...]]] = {
            1: ("Kindcheck", (words.tekst("kindcheck.uitleg"),)),
            2: ("Direct contact", (words.tekst("direct.uitleg"),)),
            3: ("Het gesprek", words.regels("gesprek.zorg")),
            4: ("Regel", (words.tekst("melden.regel"),)),
            5: ("Melden", (words.tekst("melden.recht"), words.tekst("melden.open"), words.tekst("melden.weegt"))),
        }
        cards.append(more[self.nummer])
        if self.nummer == 5:
            cards.append(("Ouders inlichten", words.regels("gesprek.ouders")))
        self.show_help(*cards, ("Bellen", (words.tekst("vt.naam"), words.bellen())))

    def fill(self, draft: StapInhoud) -> None:
        super().fill(draft)
        self._prompt()

    @Slot()
    def _changed(self) -> None:
        super()._changed()
        self._prompt()

    def _prompt(self) -> None:
        """Veilig Thuis comes first, before any talk at home: said as soon as it is known (demand 127)."""
        draft = self.draft()
        if self.nummer == 2:
            wait = isinstance(draft, OverlegStap) and bool(draft.direct)
        else:
            wait = self.nummer == 3 and self._blad is not None and wacht_met_ouders(self._blad)
        if wait:
            words = self._service.woorden()
            lead = f"Bel nu Veilig Thuis: {words.tekst('tel.vt')}."
            self.notice.show_message(State.LET_OP, lead, words.tekst("direct.uitleg"))
            self.notice.show()
        elif self.nummer == 2:
            self.hide_notice()

    def check(self, draft: StapInhoud) -> tuple[Finding, ...]:
        return check_stap(self.nummer, draft, self._context.today())

    def put(self, draft: StapInhoud) -> Outcome[Any]:
        return self._service.bewaar_stap(self.blad.dossier.id, self.nummer, draft, self._versie)

    def reread(self) -> StapInhoud | None:
        stap = self._service.lees(self.blad.dossier.id).stap(self.nummer)
        if stap is None or stap.afgerond:
            return None
        self._versie = stap.versie
        return stap.inhoud

    def show_lacking(self) -> bool:
        """What still holds the finish back, each beside its field; False when nothing does. Raises NietGevonden."""
        findings = self._service.ontbreekt(self.blad.dossier.id, self.nummer, self.draft())
        self._show(findings)
        around = [one for one in findings if one.field not in self.vakken]
        if around:
            state = State.BLOK if blocking(around) else State.LET_OP
            words = " ".join(one.message for one in around)
            self.notice.show_message(
                state, f"Stap {self.nummer} is nog niet volledig.", f"{words} Wat u typte, blijft."
            )
        self.notice.setVisible(bool(around))
        return bool(blocking(findings))

    @Slot()
    def _finish(self) -> None:
        """Save what stands there, and ask to finish when the step is whole."""
        try:
            if self.show_lacking():
                self._keeper.flush()
                return
            self.put(self.draft())
            self._keeper.throw_away()
        except UserFacing as error:
            self.show_failed(error)
            return
        self.finish_wanted.emit(self.nummer)
