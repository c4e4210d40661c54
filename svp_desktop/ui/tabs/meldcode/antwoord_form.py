"""The form of an answer to a weighing question: the answer with its reasons, and the agreement that it asks for."""

from enum import Enum
from typing import Any

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import MeldcodeBlad, WeegAntwoordDraft
from svp_desktop.domain.meldcode_keuzes import JaNee, Weegvraag
from svp_desktop.domain.meldcode_weging import (
    VRAGEN,
    antwoord_velden,
    antwoord_woord,
    check_antwoord,
    geldend,
    waarheen,
)
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import antwoord_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm


class AntwoordForm(VeldenForm[WeegAntwoordDraft]):
    """Form <-> WeegAntwoordDraft of one question. An answer is never changed: a later one comes after it."""

    def __init__(self, context: Context, service: MeldcodeService, vraag: Weegvraag) -> None:
        self.vraag = vraag
        wat = "een afwegingsvraag in een meldcode-dossier"
        super().__init__(context, service, WeegAntwoordDraft, antwoord_velden(vraag), wat, self._woord)
        self.opslaan.setText("Antwoord vastleggen")

    def _woord(self, code: Enum) -> str:
        assert isinstance(code, JaNee)
        return f"{antwoord_woord(self.vraag, code)}: {waarheen(self.vraag, code)}"

    def begin(self, blad: MeldcodeBlad, keuze: JaNee | None = None) -> None:
        """A new answer, with the one that was pressed chosen."""
        number = VRAGEN.index(self.vraag) + 1
        self.about(blad, f"Afwegingsvraag {number}: {label(self.vraag).lower()}")
        words = self._service.woorden()
        known = geldend(blad.antwoorden).get(self.vraag)
        before = [("Eerder antwoord", (f"{antwoord_woord(self.vraag, known.keuze)}. {known.reden}",))] if known else []
        self.show_help(
            ("De vraag", (words.vraag(self.vraag), words.uitleg(self.vraag))),
            *before,
            ("Regel", (words.tekst("melden.regel"), words.bellen())),
        )
        key = antwoord_sleutel(blad.dossier.id, self.vraag)
        self.start(key, WeegAntwoordDraft(), new=True, open_for_change=blad.schrijfbaar)
        if keuze is not None:
            self.vakken["keuze"].show(keuze)
            self._changed()
        self.focus_first()

    def check(self, draft: WeegAntwoordDraft) -> tuple[Finding, ...]:
        return check_antwoord(self.vraag, draft)

    def put(self, draft: WeegAntwoordDraft) -> Outcome[Any]:
        return self._service.antwoord(self.blad.dossier.id, self.vraag, draft)
