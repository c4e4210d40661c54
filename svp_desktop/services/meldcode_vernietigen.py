"""Answering a request to destroy a meldcode dossier, and destroying it (law.md 2.6)."""

from collections.abc import Callable
from datetime import date, datetime

from svp_desktop.domain.aantekeningen import AantekeningInhoud
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_vernietigen import (
    MeldcodeVernietigd,
    Verklaring,
    VernietigVerzoek,
    check_verzoek,
    verzoek_netjes,
    verzoek_zin,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import aantekeningen as dossiers
from svp_desktop.kluis.stores import meldcode_weg as store
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import is_van, vernietig_sleutel


class MeldcodeVernietigen:
    """The end of a dossier that may not be kept any longer."""

    def __init__(
        self,
        compartment: Compartment,
        clock: Callable[[], datetime],
        meldcode: MeldcodeService,
        briefhoofd: Callable[[], Briefhoofd],
    ) -> None:
        self._compartment, self._clock, self._meldcode, self._hoofd = compartment, clock, meldcode, briefhoofd

    def check(self, blad: MeldcodeBlad, draft: VernietigVerzoek) -> tuple[Finding, ...]:
        """What is wrong with a request, field by field."""
        words = self._meldcode.woorden()
        terms = words.getal("bewaren.jaren"), words.getal("vernietigen.leeftijd")
        return tuple(check_verzoek(blad, draft, *terms, self._today()))

    def handel_af(self, dossier_id: int, draft: VernietigVerzoek) -> Outcome[int]:
        """Record the answer in a closed dossier; when it is yes, wipe all but its number, day and reason.

        Raises InvoerOnjuist, MeldcodeVernietigd, NietGevonden.
        """
        blad = self._meldcode.lees(dossier_id)
        findings = self.check(blad, draft)
        if not blad.dossier.gesloten:
            findings = (*findings, Finding("besluit", "Sluit het dossier eerst."))
        if blocking(findings):
            raise InvoerOnjuist(findings)
        clean = verzoek_netjes(draft, self._today())
        now = self._clock()
        line = AantekeningInhoud(now.date(), now.time().replace(second=0, microsecond=0), "", None, verzoek_zin(clean))
        with self._compartment.transaction() as tx:
            if dossiers.lees_dossier(tx, dossier_id).vernietigd:
                raise MeldcodeVernietigd
            if clean.wist:
                store.vernietig(tx, dossier_id, now.date())
                for draft_kept in drafts.all(tx):
                    if is_van(draft_kept.key, dossier_id):
                        drafts.drop(tx, draft_kept.key)
            dossiers.voeg_toe(tx, dossier_id, line)
            drafts.drop(tx, vernietig_sleutel(dossier_id))
            tx.log("meldcode.vernietigd" if clean.wist else "meldcode.niet_vernietigd", dossier_id)
        return Outcome(dossier_id)

    def verklaring(self, blad: MeldcodeBlad) -> bytes:
        """The certificate of a destroyed dossier, without names. Raises PapierFout."""
        from svp_desktop.documents.meldcode.vernietigblad import vernietigblad

        [said] = blad.aantekeningen
        return vernietigblad(self._hoofd(), Verklaring(blad.dossier.nummer, said.op, said.door, said.inhoud.tekst))

    def _today(self) -> date:
        return self._clock().date()
