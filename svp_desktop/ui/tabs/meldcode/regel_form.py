"""The form of an addition: to the log, to a finished step, or to a record that cannot change any more."""

from dataclasses import dataclass
from typing import Any

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, VeldVorm
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import regel_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm

_VELDEN = (
    MeldcodeVeld("tekst", "Wat vult u aan?", VeldVorm.TEKST, "Uw naam, de dag en de tijd komen er vanzelf bij."),
)
_TITEL = {"": "Regel in het logboek", "stuk": "Aanvulling", "stap": "Aanvulling bij een stap"}


@dataclass(frozen=True, slots=True)
class _Regel:
    """What is being typed."""

    tekst: str = ""


class RegelForm(VeldenForm[_Regel]):
    """Form <-> a text that is added. `waar` says to what: "" for the log, `stuk:7`, `stap:3`."""

    def __init__(self, context: Context, service: MeldcodeService) -> None:
        super().__init__(context, service, _Regel, _VELDEN, "een aanvulling in een meldcode-dossier")
        self._waar = ""

    def begin(self, blad: MeldcodeBlad, waar: str = "") -> None:
        """A new addition."""
        self._waar = waar
        self.about(blad, _TITEL[waar.partition(":")[0]])
        self.show_help(("Alleen aanvullen", ("Wat er staat, verandert niet. Uw aanvulling komt erachter.",)))
        key = regel_sleutel(blad.dossier.id, waar)
        self.start(key, _Regel(), new=True, open_for_change=blad.schrijfbaar)
        self.focus_first()

    def check(self, draft: _Regel) -> tuple[Finding, ...]:
        return () if draft.tekst.strip() else (Finding("tekst", "Schrijf eerst iets op."),)

    def put(self, draft: _Regel) -> Outcome[Any]:
        kind, _, number = self._waar.partition(":")
        if kind == "stuk":
            return self._service.vul_stuk_aan(int(number), draft.tekst)
        if kind == "stap":
            return self._service.vul_stap_aan(self.blad.dossier.id, int(number), draft.tekst)
        return self._service.noteer(self.blad.dossier.id, draft.tekst)
