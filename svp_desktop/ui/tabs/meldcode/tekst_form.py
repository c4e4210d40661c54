"""The form of one wording of the meldcode: the school's own text, or back to the standard one."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Slot

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.meldcode_velden import MeldcodeVeld, VeldVorm
from svp_desktop.domain.meldcode_woorden import TEKST_VAN_CODE, check_tekst
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import tekst_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.teksten import herkomst
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm

_VELDEN = (MeldcodeVeld("tekst", "Tekst", VeldVorm.TEKST),)


@dataclass(frozen=True, slots=True)
class _Tekst:
    """What is being typed."""

    tekst: str = ""


class TekstForm(VeldenForm[_Tekst]):
    """Form <-> a wording."""

    def __init__(self, context: Context, service: MeldcodeService) -> None:
        super().__init__(context, service, _Tekst, _VELDEN, "een tekst van de meldcode")
        self._code = ""
        self.remove.setText("Terug naar standaard")
        self.delete.connect(self._standard)

    def begin(self, code: str) -> None:
        """This wording, as it is in force."""
        self._code, item, words = code, TEKST_VAN_CODE[code], self._service.woorden()
        self.set_record("Teksten en termijnen", item.naam, item.rubriek)
        self.show_help(("Standaard", (*item.standaard.split("\n"),)), ("Herkomst", (herkomst(item, words),)))
        self.remove.setVisible(words.eigen(code) is not None)
        self.start(tekst_sleutel(code), _Tekst(words.tekst(code)), new=False, open_for_change=True)
        self.widget("tekst").setFocus()

    def check(self, draft: _Tekst) -> tuple[Finding, ...]:
        return tuple(Finding("tekst", one.message, one.severity) for one in check_tekst(self._code, draft.tekst))

    def put(self, draft: _Tekst) -> Outcome[Any]:
        return self._service.zet_tekst(self._code, draft.tekst)

    def reread(self) -> _Tekst:
        return _Tekst(self._service.woorden().tekst(self._code))

    @Slot()
    def _standard(self) -> None:
        try:
            self._service.tekst_standaard(self._code)
            self.drop()
        except UserFacing as error:
            self.show_failed(error)
