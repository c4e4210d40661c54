"""The form in which a request to destroy a closed dossier is answered (law.md 2.6)."""

from typing import Any

from PySide6.QtCore import Slot

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_vernietigen import VERZOEK_VELDEN, VernietigVerzoek
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import vernietig_sleutel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm

_SURE = Question(
    "Wilt u dit dossier vernietigen?",
    "Alles wat erin staat is dan weg. Niemand kan het terughalen, ook de maker van het programma niet. Het nummer, de "
    "dag en de reden blijven staan.",
    "Vernietigen",
    danger=True,
)


class VernietigForm(VeldenForm[VernietigVerzoek]):
    """Form <-> VernietigVerzoek. `vernietigd` tells of the last save whether the dossier is gone."""

    def __init__(self, context: Context, service: MeldcodeService) -> None:
        super().__init__(context, service, VernietigVerzoek, VERZOEK_VELDEN, "een verzoek om vernietiging")
        self._end = context.werkplek.meldcode_vernietigen
        self.vernietigd = False
        self.opslaan.setText("Besluit vastleggen")

    def begin(self, blad: MeldcodeBlad) -> None:
        """A request about this dossier."""
        self.vernietigd = False
        self.about(blad, "Verzoek om vernietiging")
        words = self._service.woorden()
        self.show_help(("Bewaren en vernietigen", (words.tekst("bewaren.uitleg"),)))
        open_for_change = blad.dossier.gesloten and not blad.alleen_lezen
        self.start(vernietig_sleutel(blad.dossier.id), VernietigVerzoek(), new=True, open_for_change=open_for_change)
        self.focus_first()

    def check(self, draft: VernietigVerzoek) -> tuple[Finding, ...]:
        return self._end.check(self.blad, draft)

    def put(self, draft: VernietigVerzoek) -> Outcome[Any]:
        outcome = self._end.handel_af(self.blad.dossier.id, draft)
        self.vernietigd = draft.wist
        return outcome

    @Slot()
    def _save(self) -> bool:
        """What cannot be undone is asked once more, when nothing else stands in its way."""
        draft = self.draft()
        sure = not draft.wist or blocking(self.check(draft)) or self._context.ask.question(self, _SURE)
        return bool(sure) and super()._save()
