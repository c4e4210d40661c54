"""The verbs of dossiers with notes, in one compartment: meldcode, or the private file of a vertrouwenspersoon.

Everything stays in that compartment: the notes, what is being typed, the search and the counts. No write tells a topic,
so that no other page can know of it.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from svp_desktop.domain.aantekeningen import (
    Aantekening,
    AantekeningDraft,
    AantekeningVersie,
    Dossier,
    DossierAantallen,
    DossierBlad,
    DossierDraft,
    DossierIsGesloten,
    DossierNietLeeg,
    DossierRegel,
    check_aantekening,
    check_dossier,
    dossier_netjes,
    parse_aantekening,
)
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import aantekeningen as store
from svp_desktop.kluis.stores.aantekeningen import Notitie
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.concepten import ConceptenService

MELDCODE = "meldcode"
CONCEPT_DOSSIER = "dossier:nieuw"


def concept_sleutel(dossier_id: int, aantekening_id: int | None = None) -> str:
    """The key of the draft of a new note, or of the correction of one."""
    return f"aantekening:{dossier_id}" + (f":{aantekening_id}" if aantekening_id else "")


class AantekeningenService:
    """Everything that the window asks about the dossiers of one compartment.

    `namen()` gives the names of the accounts by id: who wrote what. Reading a dossier is logged, once for each time
    that it is opened; `verlaat` ends that.
    """

    def __init__(
        self,
        compartment: Compartment,
        soort: str,
        clock: Callable[[], datetime],
        namen: Callable[[], Mapping[str, str]],
    ) -> None:
        self._compartment = compartment
        self._clock = clock
        self._namen = namen
        self._geopend: int | None = None
        self.met_aard = soort == MELDCODE
        self.concepten = ConceptenService(compartment, clock)

    # Dossiers

    def lijst(self, zoek: str = "", *, gesloten: bool = False) -> tuple[DossierRegel, ...]:
        """The running or the closed dossiers; searches names, groups, numbers and notes, from two letters."""
        words = gezocht(zoek)
        if words == ():
            return ()
        with self._compartment.reading() as rx:
            return store.regels(rx, words or (), gesloten=gesloten)

    def aantallen(self, zoek: str = "") -> DossierAantallen:
        """How many running and closed dossiers the search leaves."""
        words = gezocht(zoek)
        if words == ():
            return DossierAantallen(0, 0)
        with self._compartment.reading() as rx:
            return store.aantallen(rx, words or ())

    def open(self, draft: DossierDraft) -> Outcome[int]:
        """A new dossier; returns its id. Raises InvoerOnjuist."""
        _stop_bij(check_dossier(draft))
        with self._compartment.transaction() as tx:
            dossier_id = store.open_dossier(tx, dossier_netjes(draft), self._today())
            drafts.drop(tx, CONCEPT_DOSSIER)
            tx.log("dossier.nieuw", dossier_id)
        return Outcome(dossier_id)

    def wijzig_dossier(self, dossier_id: int, draft: DossierDraft) -> Outcome[int]:
        """Another name or group; the earlier one stays as a version. Raises InvoerOnjuist, NietGevonden."""
        _stop_bij(check_dossier(draft))
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            store.wijzig_dossier(tx, dossier_id, dossier_netjes(draft))
            tx.log("dossier.gewijzigd", dossier_id)
        return Outcome(dossier_id)

    def trek_in(self, dossier_id: int) -> Outcome[int]:
        """Undo the opening of a dossier in which nothing was written. Raises DossierNietLeeg, NietGevonden."""
        with self._compartment.transaction() as tx:
            store.lees_dossier(tx, dossier_id)
            if not store.verwijder_leeg(tx, dossier_id):
                raise DossierNietLeeg
            drafts.drop(tx, concept_sleutel(dossier_id))
            tx.log("dossier.ingetrokken", dossier_id)
        return Outcome(dossier_id)

    def sluit(self, dossier_id: int) -> Outcome[int]:
        """Close a dossier: it stays readable and takes nothing new. Raises NietGevonden, DossierIsGesloten."""
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            store.zet_gesloten(tx, dossier_id, self._today())
            tx.log("dossier.gesloten", dossier_id)
        return Outcome(dossier_id)

    def heropen(self, dossier_id: int) -> Outcome[int]:
        """Let a closed dossier run again; nothing happens to a running one. Raises NietGevonden."""
        with self._compartment.transaction() as tx:
            if store.lees_dossier(tx, dossier_id).gesloten:
                store.zet_gesloten(tx, dossier_id, None)
                tx.log("dossier.heropend", dossier_id)
        return Outcome(dossier_id)

    def lees(self, dossier_id: int) -> DossierBlad:
        """A dossier with its notes, the newest first. Opening it leaves a line in the trail. Raises NietGevonden.

        In a copy that is only being looked at nothing can be written: the kluis remembers that it was opened.
        """
        if self._geopend != dossier_id and not self._compartment.read_only:
            with self._compartment.transaction() as tx:
                store.lees_dossier(tx, dossier_id)
                tx.log("dossier.geopend", dossier_id)
            self._geopend = dossier_id
        with self._compartment.reading() as rx:
            dossier = store.lees_dossier(rx, dossier_id)
            notes = store.aantekeningen(rx, dossier_id)
        namen = self._namen()
        return DossierBlad(dossier, tuple(self._aantekening(note, namen) for note in notes))

    def verlaat(self) -> None:
        """No dossier is on the screen any more: reading one again is logged again."""
        self._geopend = None

    # Notes

    def check(self, draft: AantekeningDraft) -> tuple[Finding, ...]:
        """What is wrong with a note, field by field."""
        return check_aantekening(draft, self._today(), met_aard=self.met_aard)

    def leg_vast(self, dossier_id: int, draft: AantekeningDraft) -> Outcome[int]:
        """Record a note; returns its id. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        _stop_bij(self.check(draft))
        inhoud = parse_aantekening(draft, self._today(), met_aard=self.met_aard)
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            note_id = store.voeg_toe(tx, dossier_id, inhoud)
            drafts.drop(tx, concept_sleutel(dossier_id))
            tx.log("aantekening.nieuw", note_id)
        return Outcome(note_id)

    def wijzig(self, aantekening_id: int, draft: AantekeningDraft, versie: int) -> Outcome[int]:
        """Correct version `versie` of a note; what stood there stays readable.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, DossierIsGesloten.
        """
        _stop_bij(self.check(draft))
        inhoud = parse_aantekening(draft, self._today(), met_aard=self.met_aard)
        with self._compartment.transaction() as tx:
            before = store.aantekening_van(tx, aantekening_id)
            _lopend(tx, before.dossier_id)
            drafts.drop(tx, concept_sleutel(before.dossier_id, aantekening_id))
            if inhoud != before.inhoud:
                store.wijzig(tx, aantekening_id, inhoud, versie)
                tx.log("aantekening.gewijzigd", aantekening_id)
        return Outcome(aantekening_id)

    def haal_weg(self, aantekening_id: int) -> Outcome[int]:
        """Take a note away; that it stood there stays visible. Raises NietGevonden, DossierIsGesloten."""
        return self._zet_weg(aantekening_id, weg=True)

    def zet_terug(self, aantekening_id: int) -> Outcome[int]:
        """Put back a note that was taken away. Raises NietGevonden, DossierIsGesloten."""
        return self._zet_weg(aantekening_id, weg=False)

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _zet_weg(self, note_id: int, *, weg: bool) -> Outcome[int]:
        with self._compartment.transaction() as tx:
            note = store.aantekening_van(tx, note_id)
            _lopend(tx, note.dossier_id)
            if not store.zet_verwijderd(tx, note_id, tx.now if weg else None):
                raise NietGevonden
            drafts.drop(tx, concept_sleutel(note.dossier_id, note_id))
            tx.log("aantekening.weggehaald" if weg else "aantekening.teruggezet", note_id)
        return Outcome(note_id)

    def _aantekening(self, note: Notitie, namen: Mapping[str, str]) -> Aantekening:
        zone = self._clock().tzinfo
        return Aantekening(
            id=note.id,
            versie=note.versie,
            inhoud=note.inhoud,
            op=note.vastgelegd_op.astimezone(zone),
            door=namen.get(note.account_id, ""),
            weggehaald_op=note.verwijderd_op.astimezone(zone) if note.verwijderd_op else None,
            eerder=tuple(
                AantekeningVersie(
                    item.number,
                    item.at.astimezone(zone),
                    namen.get(item.account_id, ""),
                    store.inhoud_van(item.content),
                )
                for item in note.eerder
            ),
        )


def _lopend(rx: Rx, dossier_id: int) -> Dossier:
    found = store.lees_dossier(rx, dossier_id)
    if found.gesloten:
        raise DossierIsGesloten
    return found


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)
