"""The verbs of the private dossiers of a vertrouwenspersoon: matters with consent, and steps with their time (110-117).

Everything stays in that file: notes, what is being typed, the search and the counts. No write tells a topic, so that no
other page can know of it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from svp_desktop.domain.aantekeningen import (
    Aantekening,
    AantekeningDraft,
    AantekeningInhoud,
    AantekeningVersie,
    Dossier,
    DossierAantallen,
    DossierBlad,
    DossierDraft,
    DossierIsGesloten,
    DossierNietLeeg,
    DossierRegel,
    check_aantekening,
    parse_aantekening,
)
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.platte_waarden import Json, van_dict
from svp_desktop.domain.vertrouwelijk import (
    InstemmingIngetrokken,
    Stempel,
    Zaak,
    ZaakAfloop,
    ZaakDraft,
    check_zaak,
    parse_zaak,
)
from svp_desktop.domain.vertrouwenswerk import ZaakNotitie, ZaakStapInhoud, check_stap, parse_stap
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import aantekeningen as dossiers
from svp_desktop.kluis.stores import vertrouwelijk as store
from svp_desktop.kluis.stores.aantekeningen import Notitie
from svp_desktop.kluis.stores.vertrouwelijk_jaar import hoogste_vernietigd
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.concepten import ConceptenService

CONCEPT_DOSSIER = "dossier:nieuw"


def concept_sleutel(dossier_id: int, aantekening_id: int | None = None) -> str:
    """The key of the draft of a new note, or of the correction of one."""
    return f"aantekening:{dossier_id}" + (f":{aantekening_id}" if aantekening_id else "")


def zaak_van_concept(content: Json) -> ZaakDraft:
    """What was being typed as a matter; before there were matters it was a name and a group only."""
    return van_dict(ZaakDraft, content if "dossier" in content else {"dossier": content})


def notitie_van_concept(content: Json) -> ZaakNotitie:
    """What was being typed as a note with its step; before there were steps it was a note only."""
    return van_dict(ZaakNotitie, content if "aantekening" in content else {"aantekening": content})


class VertrouwelijkService:
    """Everything that the window asks about the matters of one private file.

    `namen()` gives the names of the accounts by id: who wrote what. Reading a dossier is logged, once for each time
    that it is opened; `verlaat` ends that.
    """

    def __init__(
        self, compartment: Compartment, clock: Callable[[], datetime], namen: Callable[[], Mapping[str, str]]
    ) -> None:
        self._compartment, self._clock, self._namen = compartment, clock, namen
        self._geopend: int | None = None
        self.concepten = ConceptenService(compartment, clock)

    @property
    def alleen_lezen(self) -> bool:
        """Whether this is an older copy, in which nothing is saved."""
        return self._compartment.read_only

    # The list

    def lijst(self, zoek: str = "", *, gesloten: bool = False) -> tuple[DossierRegel, ...]:
        """The running or the closed dossiers; searches matters, names, groups, numbers and notes, from two letters."""
        words = gezocht(zoek)
        if words == ():
            return ()
        with self._compartment.reading() as rx:
            return dossiers.regels(rx, words or (), gesloten=gesloten, ook=store.in_zaak)

    def aantallen(self, zoek: str = "") -> DossierAantallen:
        """How many running and closed dossiers the search leaves."""
        words = gezocht(zoek)
        if words == ():
            return DossierAantallen(0, 0)
        with self._compartment.reading() as rx:
            return dossiers.aantallen(rx, words or (), store.in_zaak)

    def zaken(self, regels: Sequence[DossierRegel]) -> dict[int, Zaak]:
        """The matters of these lines of the list, by the id of the dossier: who came, and what is still to be done."""
        with self._compartment.reading() as rx:
            rows = store.zaken_van(rx, [one.id for one in regels])
        found = [
            Dossier(one.id, one.nummer, one.naam, one.groep, None, one.geopend_op, one.gesloten_op) for one in regels
        ]
        return {one.id: self._zaak(one, rows.get(one.id), None) for one in found}

    # Matters

    def open_zaak(self, draft: ZaakDraft) -> Outcome[int]:
        """A dossier with its matter, stamped with who recorded the consent and when; returns its id.

        Raises InvoerOnjuist: without consent no dossier is opened.
        """
        _stop_bij(check_zaak(draft, self._today()))
        dossier, inhoud = parse_zaak(draft, self._today())
        with self._compartment.transaction() as tx:
            used = hoogste_vernietigd(tx, self._today().year)
            dossier_id = dossiers.open_dossier(tx, dossier, self._today(), used)
            store.bewaar_zaak(tx, dossier_id, inhoud, 0)
            drafts.drop(tx, CONCEPT_DOSSIER)
            tx.log("dossier.nieuw", dossier_id)
        return Outcome(dossier_id)

    def wijzig_zaak(self, dossier_id: int, draft: ZaakDraft, versie: int) -> Outcome[int]:
        """Another matter, or the first one of a dossier that had none; the earlier one stays as a version.

        Raises InvoerOnjuist, IntussenVeranderd, NietGevonden, DossierIsGesloten, InstemmingIngetrokken.
        """
        _stop_bij(check_zaak(draft, self._today()))
        dossier, inhoud = parse_zaak(draft, self._today())
        with self._compartment.transaction() as tx:
            self._schrijfbaar(tx, dossier_id)
            before = dossiers.lees_dossier(tx, dossier_id)
            if DossierDraft(before.naam, before.groep, before.persoon_uuid) != dossier:
                dossiers.wijzig_dossier(tx, dossier_id, dossier)
            store.bewaar_zaak(tx, dossier_id, inhoud, versie)
            drafts.drop(tx, f"dossier:{dossier_id}")
            tx.log("dossier.gewijzigd", dossier_id)
        return Outcome(dossier_id)

    def zaak(self, dossier_id: int) -> Zaak:
        """The matter of a dossier. Raises NietGevonden."""
        with self._compartment.reading() as rx:
            found = dossiers.lees_dossier(rx, dossier_id)
            row = store.zaak_van(rx, dossier_id)
            why = store.afloop_van(rx, dossier_id)
        return self._zaak(found, row, why)

    def lees(self, dossier_id: int) -> DossierBlad:
        """A dossier with its notes, the newest first. Opening it leaves a line in the trail. Raises NietGevonden.

        In a copy that is only being looked at nothing can be written: the kluis remembers that it was opened.
        """
        if self._geopend != dossier_id and not self._compartment.read_only:
            with self._compartment.transaction() as tx:
                dossiers.lees_dossier(tx, dossier_id)
                tx.log("dossier.geopend", dossier_id)
            self._geopend = dossier_id
        with self._compartment.reading() as rx:
            dossier = dossiers.lees_dossier(rx, dossier_id)
            notes = dossiers.aantekeningen(rx, dossier_id)
        namen = self._namen()
        return DossierBlad(dossier, tuple(self._aantekening(note, namen) for note in notes))

    def verlaat(self) -> None:
        """No dossier is on the screen any more: reading one again is logged again."""
        self._geopend = None

    def trek_in(self, dossier_id: int) -> Outcome[int]:
        """Undo the opening of a dossier in which nothing was written. Raises DossierNietLeeg, NietGevonden."""
        with self._compartment.transaction() as tx:
            dossiers.lees_dossier(tx, dossier_id)
            if not store.verwijder_leeg(tx, dossier_id):
                raise DossierNietLeeg
            tx.log("dossier.ingetrokken", dossier_id)
        return Outcome(dossier_id)

    def trek_instemming_in(self, dossier_id: int) -> Outcome[int]:
        """Stamp that the klager took the consent back: nothing is added any more, and the dossier may be destroyed.

        Raises NietGevonden, InstemmingIngetrokken.
        """
        with self._compartment.transaction() as tx:
            dossiers.lees_dossier(tx, dossier_id)
            row = store.zaak_van(tx, dossier_id)
            if row is None or row.ingetrokken_op is not None:
                raise InstemmingIngetrokken
            store.trek_instemming_in(tx, dossier_id)
            tx.log("dossier.instemming_weg", dossier_id)
        return Outcome(dossier_id)

    def sluit_zaak(self, dossier_id: int, afloop: ZaakAfloop | None) -> Outcome[int]:
        """Close a dossier with how it ended. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        if afloop is None:
            raise InvoerOnjuist((Finding("afloop", "Kies hoe het is afgelopen."),))
        with self._compartment.transaction() as tx:
            if dossiers.lees_dossier(tx, dossier_id).gesloten:
                raise DossierIsGesloten
            store.zet_afloop(tx, dossier_id, afloop)
            dossiers.zet_gesloten(tx, dossier_id, self._today())
            tx.log("dossier.gesloten", dossier_id)
        return Outcome(dossier_id)

    def heropen(self, dossier_id: int) -> Outcome[int]:
        """Let a closed dossier run again; nothing happens to a running one. Raises NietGevonden."""
        with self._compartment.transaction() as tx:
            if dossiers.lees_dossier(tx, dossier_id).gesloten:
                store.zet_afloop(tx, dossier_id, None)
                dossiers.zet_gesloten(tx, dossier_id, None)
                tx.log("dossier.heropend", dossier_id)
        return Outcome(dossier_id)

    # Steps

    def stappen(self, dossier_id: int) -> dict[int, ZaakStapInhoud]:
        """What the notes of a dossier were, by their id; a note that is not there is a talk without a time."""
        with self._compartment.reading() as rx:
            return store.stappen(rx, dossier_id)

    def check_notitie(self, draft: ZaakNotitie) -> tuple[Finding, ...]:
        """What is wrong with a note and its step, field by field."""
        return (*check_aantekening(draft.aantekening, self._today()), *check_stap(draft.stap))

    def leg_stap_vast(self, dossier_id: int, draft: ZaakNotitie) -> Outcome[int]:
        """Record a note with what it was; returns its id.

        Raises InvoerOnjuist, NietGevonden, DossierIsGesloten, InstemmingIngetrokken.
        """
        _stop_bij(self.check_notitie(draft))
        with self._compartment.transaction() as tx:
            self._schrijfbaar(tx, dossier_id)
            note_id = dossiers.voeg_toe(tx, dossier_id, self._inhoud(draft.aantekening))
            store.zet_stap(tx, note_id, parse_stap(draft.stap))
            drafts.drop(tx, concept_sleutel(dossier_id))
            tx.log("aantekening.nieuw", note_id)
        return Outcome(note_id)

    def wijzig_stap(self, aantekening_id: int, draft: ZaakNotitie, versie: int) -> Outcome[int]:
        """Correct version `versie` of a note and its step; what stood there stays readable.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, DossierIsGesloten, InstemmingIngetrokken.
        """
        _stop_bij(self.check_notitie(draft))
        inhoud = self._inhoud(draft.aantekening)
        with self._compartment.transaction() as tx:
            before = dossiers.aantekening_van(tx, aantekening_id)
            self._schrijfbaar(tx, before.dossier_id)
            other = store.zet_stap(tx, aantekening_id, parse_stap(draft.stap))
            drafts.drop(tx, concept_sleutel(before.dossier_id, aantekening_id))
            if inhoud != before.inhoud:
                dossiers.wijzig(tx, aantekening_id, inhoud, versie)
            if inhoud != before.inhoud or other:
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

    def _inhoud(self, draft: AantekeningDraft) -> AantekeningInhoud:
        return parse_aantekening(draft, self._today())

    def _zet_weg(self, note_id: int, *, weg: bool) -> Outcome[int]:
        with self._compartment.transaction() as tx:
            note = dossiers.aantekening_van(tx, note_id)
            if dossiers.lees_dossier(tx, note.dossier_id).gesloten:
                raise DossierIsGesloten
            if not dossiers.zet_verwijderd(tx, note_id, tx.now if weg else None):
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
                    dossiers.inhoud_van(item.content),
                )
                for item in note.eerder
            ),
        )

    def _zaak(self, dossier: Dossier, row: store.ZaakRij | None, why: ZaakAfloop | None) -> Zaak:
        if row is None:
            return Zaak(dossier, None, 0, None, afloop=why, alleen_lezen=self.alleen_lezen)
        gone = self._stempel(row.ingetrokken_op, row.ingetrokken_door)
        stamp = self._stempel(row.gestempeld_op, row.gestempeld_door)
        return Zaak(dossier, row.inhoud, row.versie, stamp, gone, why, self.alleen_lezen)

    @staticmethod
    def _schrijfbaar(rx: Rx, dossier_id: int) -> None:
        if dossiers.lees_dossier(rx, dossier_id).gesloten:
            raise DossierIsGesloten
        row = store.zaak_van(rx, dossier_id)
        if row is not None and row.ingetrokken_op is not None:
            raise InstemmingIngetrokken

    def _stempel(self, moment: datetime | None, account_id: str | None) -> Stempel | None:
        if moment is None:
            return None
        return Stempel(moment.astimezone(self._clock().tzinfo), self._namen().get(account_id or "", ""))


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)
