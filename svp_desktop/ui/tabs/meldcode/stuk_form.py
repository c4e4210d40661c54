"""The form of one record: a statement, an advice, a talk, an agreement and what else stands around the steps."""

from typing import Any

from PySide6.QtCore import Signal, Slot

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode import STUK_KLASSEN, MeldcodeBlad, MeldcodeStuk, StukInhoud
from svp_desktop.domain.meldcode_keuzes import StukSoort
from svp_desktop.domain.meldcode_papieren import wacht_met_ouders
from svp_desktop.domain.meldcode_stukken import STUK_VELDEN
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import stuk_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.meldcode.velden_form import VeldenForm
from svp_desktop.ui.widgets.notice import State

_NIEUW = {
    StukSoort.UITSPRAAK: "Nieuwe uitspraak",
    StukSoort.GEDEELD: "Gegevens gedeeld",
    StukSoort.ONTERECHT: "Vermoeden onterecht",
}


class StukForm(VeldenForm[Any]):
    """Form <-> the content of a record of this kind. `removed` when a record is to be taken away."""

    removed = Signal(int)

    def __init__(self, context: Context, service: MeldcodeService, soort: StukSoort) -> None:
        self.soort = soort
        self._stuk: MeldcodeStuk | None = None
        self._versie = 1
        wat = f"{label(soort).lower()} in een meldcode-dossier"
        super().__init__(context, service, STUK_KLASSEN[soort], STUK_VELDEN[soort], wat)
        self.remove.setText("Weghalen")
        self.delete.connect(self._remove)

    def begin(self, blad: MeldcodeBlad, stuk: MeldcodeStuk | None, new: StukInhoud) -> None:
        """A record as it stands, or (None) a new one that begins as `new`."""
        self._stuk, self._versie = stuk, stuk.versie if stuk else 1
        title = label(self.soort) if stuk else _NIEUW.get(self.soort, f"{label(self.soort)} vastleggen")
        self.about(blad, title)
        running = blad.schrijfbaar and (stuk is None or not stuk.vast)
        self.remove.setVisible(stuk is not None and running)
        self._words()
        key = stuk_sleutel(blad.dossier.id, self.soort, stuk.id if stuk else None)
        self.start(key, stuk.inhoud if stuk else new, new=stuk is None, open_for_change=running)
        if self.soort is StukSoort.GESPREK and stuk is None and wacht_met_ouders(blad):
            words = self._service.woorden()
            lead = f"Bel eerst Veilig Thuis: {words.tekst('tel.vt')}."
            self.notice.show_message(State.LET_OP, lead, words.tekst("direct.uitleg"))
            self.notice.show()
        self.focus_first()

    def _words(self) -> None:
        words = self._service.woorden()
        lines = {
            StukSoort.UITSPRAAK: (words.tekst("stap.1"),),
            StukSoort.ADVIES: (words.tekst("vt.naam"), words.bellen(), words.tekst("direct.uitleg")),
            StukSoort.GESPREK: (*words.regels("gesprek.zorg"), *words.regels("gesprek.vragen")),
            StukSoort.GEDEELD: (words.tekst("melden.recht"),),
            StukSoort.VT_VRAAG: (words.tekst("melden.recht"),),
            StukSoort.GEVAAR: ("Bel eerst. Vastleggen kan daarna.", words.bellen()),
            StukSoort.ONTERECHT: (words.tekst("bewaren.uitleg"),),
        }.get(self.soort, ())
        self.show_help(*([("Let op", lines)] if lines else []))

    def check(self, draft: StukInhoud) -> tuple[Finding, ...]:
        return self._service.check(draft)

    def put(self, draft: StukInhoud) -> Outcome[Any]:
        if self._stuk is None:
            return self._service.leg_vast(self.blad.dossier.id, draft)
        return self._service.verbeter(self._stuk.id, draft, self._versie)

    def reread(self) -> StukInhoud | None:
        known = self._stuk.id if self._stuk else 0
        for one in self._service.lees(self.blad.dossier.id).van(self.soort):
            if one.id == known and not one.vast:
                self._versie = one.versie
                return one.inhoud
        return None

    @Slot()
    def _remove(self) -> None:
        if self._stuk is not None:
            self.removed.emit(self._stuk.id)
