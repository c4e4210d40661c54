"""The form in which a dossier is closed, with its reason (law 2.6)."""

from typing import Any

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_sluiten import SLOT_VELDEN, MeldcodeSlot, check_slot
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import sluit_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm


class SlotForm(VeldenForm[MeldcodeSlot]):
    """Form <-> MeldcodeSlot."""

    def __init__(self, context: Context, service: MeldcodeService) -> None:
        super().__init__(context, service, MeldcodeSlot, SLOT_VELDEN, "het sluiten van een meldcode-dossier")
        self.opslaan.setText("Dossier sluiten")

    def begin(self, blad: MeldcodeBlad) -> None:
        """The end of this dossier."""
        self.about(blad, "Dossier sluiten")
        words = self._service.woorden()
        self.show_help(("Bewaren", (words.tekst("bewaren.uitleg"), "Een gesloten dossier blijft leesbaar.")))
        key = sluit_sleutel(blad.dossier.id)
        self.start(key, MeldcodeSlot(), new=True, open_for_change=blad.schrijfbaar)
        self.focus_first()

    def check(self, draft: MeldcodeSlot) -> tuple[Finding, ...]:
        return check_slot(self.blad, draft)

    def put(self, draft: MeldcodeSlot) -> Outcome[Any]:
        return self._service.sluit(self.blad.dossier.id, draft.afloop, draft.toelichting)
