"""The verbs of the meldcode dossier, in its own compartment (demands 12, 121-131).

Everything stays there: records, drafts, search, counts, wording and papers. No write tells a topic, so that no page
about the school can know of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime

from svp_desktop.domain.aantekeningen import (
    Aantekening,
    AantekeningInhoud,
    AantekeningVersie,
    DossierAantallen,
    DossierDraft,
    DossierIsGesloten,
    DossierNietLeeg,
    check_dossier,
    dossier_netjes,
    dossier_nummer,
)
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.invoer import schone_tekst, schoon
from svp_desktop.domain.meldcode import (
    STAP_KLASSEN,
    BesluitStap,
    MeldcodeAfspraak,
    MeldcodeBlad,
    MeldcodeKop,
    MeldcodeRegel,
    StapInhoud,
    StapIsAfgerond,
    StapNietKlaar,
    StukInhoud,
    WeegAntwoord,
    WeegAntwoordDraft,
    WeegStap,
    soort_van,
)
from svp_desktop.domain.meldcode_keuzes import MeldcodeAfloop, StukSoort, Weegvraag
from svp_desktop.domain.meldcode_sluiten import MeldcodeSlot, check_slot, nakijken_op
from svp_desktop.domain.meldcode_stappen import check_stap, ontbreekt, stap_netjes
from svp_desktop.domain.meldcode_stukken import check_stuk, stuk_netjes
from svp_desktop.domain.meldcode_termijnen import NAKIJKEN, MeldcodeHerinnering, OpenStuk, herinnering, terugkoppeling
from svp_desktop.domain.meldcode_vernietigen import MeldcodeVernietigd
from svp_desktop.domain.meldcode_weging import check_antwoord, vraagt_afspraak
from svp_desktop.domain.platte_waarden import van_dict
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import aantekeningen as dossiers
from svp_desktop.kluis.stores import meldcode as store
from svp_desktop.kluis.stores import meldcode_lijst as lists
from svp_desktop.kluis.stores.aantekeningen import Notitie
from svp_desktop.kluis.transaction import Rx, Tx
from svp_desktop.services.concepten import ConceptenService
from svp_desktop.services.meldcode_sleutels import (
    CONCEPT_DOSSIER,
    antwoord_sleutel,
    is_van,
    kop_sleutel,
    regel_sleutel,
    sluit_sleutel,
    stap_sleutel,
    stuk_sleutel,
)
from svp_desktop.services.meldcode_teksten import MeldcodeTeksten


class MeldcodeService(MeldcodeTeksten):
    """Everything that the window asks about meldcode dossiers.

    `namen()` gives the names of the accounts by id. Reading a dossier is logged, once for each time that it is opened;
    `verlaat` ends that.
    """

    def __init__(
        self,
        compartment: Compartment,
        clock: Callable[[], datetime],
        namen: Callable[[], Mapping[str, str]],
    ) -> None:
        super().__init__(compartment, clock, namen)
        self._geopend: int | None = None
        self.concepten = ConceptenService(compartment, clock)

    @property
    def alleen_lezen(self) -> bool:
        """Whether this is an older copy, in which nothing is saved."""
        return self._compartment.read_only

    # The list

    def lijst(self, zoek: str = "", *, gesloten: bool = False) -> tuple[MeldcodeRegel, ...]:
        """The running or the closed dossiers; searches everything in them, from two letters."""
        words = gezocht(zoek)
        if words == ():
            return ()
        with self._compartment.reading() as rx:
            return lists.regels(rx, words or (), gesloten=gesloten)

    def aantallen(self, zoek: str = "") -> DossierAantallen:
        """How many running and closed dossiers the search leaves."""
        words = gezocht(zoek)
        if words == ():
            return DossierAantallen(0, 0)
        with self._compartment.reading() as rx:
            return lists.aantallen(rx, words or ())

    # The dossier

    def open(self, draft: DossierDraft, kop: MeldcodeKop) -> Outcome[int]:
        """A new dossier with its head; returns its id. Raises InvoerOnjuist."""
        _stop_bij(check_dossier(draft))
        with self._compartment.transaction() as tx:
            dossier_id = dossiers.open_dossier(tx, dossier_netjes(draft), self._today())
            store.bewaar_kop(tx, dossier_id, schoon(kop), 0)
            drafts.drop(tx, CONCEPT_DOSSIER)
            tx.log("dossier.nieuw", dossier_id)
        return Outcome(dossier_id)

    def wijzig(self, dossier_id: int, draft: DossierDraft, kop: MeldcodeKop, versie: int) -> Outcome[int]:
        """Another name, group or head; the earlier one stays. Raises InvoerOnjuist, IntussenVeranderd, NietGevonden."""
        _stop_bij(check_dossier(draft))
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            dossiers.wijzig_dossier(tx, dossier_id, dossier_netjes(draft))
            store.bewaar_kop(tx, dossier_id, schoon(kop), versie)
            drafts.drop(tx, kop_sleutel(dossier_id))
            tx.log("dossier.gewijzigd", dossier_id)
        return Outcome(dossier_id)

    def trek_in(self, dossier_id: int) -> Outcome[int]:
        """Undo the opening of a dossier in which nothing was written. Raises DossierNietLeeg, NietGevonden."""
        with self._compartment.transaction() as tx:
            dossiers.lees_dossier(tx, dossier_id)
            if not store.verwijder_leeg(tx, dossier_id):
                raise DossierNietLeeg
            for draft in drafts.all(tx):
                if is_van(draft.key, dossier_id):
                    drafts.drop(tx, draft.key)
            tx.log("dossier.ingetrokken", dossier_id)
        return Outcome(dossier_id)

    def check_slot(self, dossier_id: int, slot: MeldcodeSlot) -> tuple[Finding, ...]:
        """What holds the closing back. Raises NietGevonden."""
        return check_slot(self._blad(dossier_id), slot)

    def sluit(self, dossier_id: int, afloop: MeldcodeAfloop | None, toelichting: str) -> Outcome[int]:
        """Close a dossier with its reason: it stays readable. Raises InvoerOnjuist, DossierIsGesloten, NietGevonden."""
        words = schone_tekst(toelichting).strip()
        _stop_bij(self.check_slot(dossier_id, MeldcodeSlot(afloop, words)))
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            store.zet_afloop(tx, dossier_id, afloop)
            if words:
                self._noteer(tx, dossier_id, f"Bij het sluiten: {words}")
            dossiers.zet_gesloten(tx, dossier_id, self._today())
            drafts.drop(tx, sluit_sleutel(dossier_id))
            tx.log("dossier.gesloten", dossier_id)
        return Outcome(dossier_id)

    def heropen(self, dossier_id: int) -> Outcome[int]:
        """Let a closed dossier run again; nothing happens to a running one.

        Raises NietGevonden, MeldcodeVernietigd.
        """
        with self._compartment.transaction() as tx:
            there = dossiers.lees_dossier(tx, dossier_id)
            if there.vernietigd:
                raise MeldcodeVernietigd
            if there.gesloten:
                dossiers.zet_gesloten(tx, dossier_id, None)
                store.zet_afloop(tx, dossier_id, None)
                tx.log("dossier.heropend", dossier_id)
        return Outcome(dossier_id)

    def lees(self, dossier_id: int) -> MeldcodeBlad:
        """A dossier with everything in it. Opening it leaves a line in the trail. Raises NietGevonden.

        In a copy that is only being looked at nothing can be written: the kluis remembers that it was opened.
        """
        if self._geopend != dossier_id and not self._compartment.read_only:
            with self._compartment.transaction() as tx:
                dossiers.lees_dossier(tx, dossier_id)
                tx.log("dossier.geopend", dossier_id)
            self._geopend = dossier_id
        return self._blad(dossier_id)

    def verlaat(self) -> None:
        """No dossier is on the screen any more: reading one again is logged again."""
        self._geopend = None

    # Records

    def check(self, inhoud: StukInhoud) -> tuple[Finding, ...]:
        """What is wrong with a record, field by field."""
        return check_stuk(inhoud, self._today())

    def leg_vast(self, dossier_id: int, inhoud: StukInhoud) -> Outcome[int]:
        """Record something; returns its id. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        _stop_bij(self.check(inhoud))
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            stuk_id = store.voeg_toe(tx, dossier_id, stuk_netjes(inhoud, self._today()))
            drafts.drop(tx, stuk_sleutel(dossier_id, soort_van(inhoud)))
            tx.log("meldcode.vastgelegd", dossier_id)
        return Outcome(stuk_id)

    def verbeter(self, stuk_id: int, inhoud: StukInhoud, versie: int) -> Outcome[int]:
        """Correct version `versie` of a record; what stood there stays readable.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, DossierIsGesloten, StapIsAfgerond.
        """
        _stop_bij(self.check(inhoud))
        clean = stuk_netjes(inhoud, self._today())
        with self._compartment.transaction() as tx:
            dossier_id, before = store.stuk(tx, stuk_id, self._wie())
            _lopend(tx, dossier_id)
            if before.vast:
                raise StapIsAfgerond
            drafts.drop(tx, stuk_sleutel(dossier_id, before.soort, stuk_id))
            if clean != before.inhoud:
                store.wijzig(tx, stuk_id, clean, versie)
                tx.log("meldcode.verbeterd", dossier_id)
        return Outcome(stuk_id)

    def haal_weg(self, stuk_id: int) -> Outcome[int]:
        """Take a record away; that it was there stays visible. Raises as `verbeter`."""
        return self._zet_weg(stuk_id, weg=True)

    def zet_terug(self, stuk_id: int) -> Outcome[int]:
        """Put back a record that was taken away. Raises NietGevonden, DossierIsGesloten."""
        return self._zet_weg(stuk_id, weg=False)

    def vul_stuk_aan(self, stuk_id: int, tekst: str) -> Outcome[int]:
        """Add something to a record. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        words = _iets(tekst)
        with self._compartment.transaction() as tx:
            dossier_id, _ = store.stuk(tx, stuk_id, self._wie())
            _lopend(tx, dossier_id)
            store.vul_aan(tx, dossier_id, "stuk", stuk_id, words)
            drafts.drop(tx, regel_sleutel(dossier_id, f"stuk:{stuk_id}"))
            tx.log("meldcode.aanvulling", dossier_id)
        return Outcome(stuk_id)

    def noteer(self, dossier_id: int, tekst: str) -> Outcome[int]:
        """A line of one's own in the log. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        words = _iets(tekst)
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            note_id = self._noteer(tx, dossier_id, words)
            drafts.drop(tx, regel_sleutel(dossier_id))
            tx.log("aantekening.nieuw", note_id)
        return Outcome(note_id)

    # Steps

    def nieuwe_stap(self, nummer: int) -> StapInhoud:
        """How a step begins that nobody began yet: with the role that the school wrote down for it."""
        words = self.woorden()
        made = STAP_KLASSEN[nummer - 1](rol=words.tekst(f"rol.{nummer}"))
        return replace(made, instrument=words.tekst("instrument")) if isinstance(made, WeegStap) else made

    def ontbreekt(self, dossier_id: int, nummer: int, inhoud: StapInhoud) -> tuple[Finding, ...]:
        """What a step lacks before it may be finished. Raises NietGevonden."""
        return ontbreekt(self._blad(dossier_id), nummer, inhoud, self._today())

    def bewaar_stap(self, dossier_id: int, nummer: int, inhoud: StapInhoud, versie: int) -> Outcome[int]:
        """Write a step that is not finished; it may be incomplete. `versie` 0 begins it.

        Raises InvoerOnjuist, IntussenVeranderd, StapIsAfgerond, DossierIsGesloten, NietGevonden.
        """
        _stop_bij(check_stap(nummer, inhoud, self._today()))
        with self._compartment.transaction() as tx:
            stap_id = self._schrijf_stap(tx, dossier_id, nummer, inhoud, versie)
            tx.log("meldcode.stap", dossier_id)
        return Outcome(stap_id)

    def rond_stap_af(self, dossier_id: int, nummer: int, inhoud: StapInhoud, versie: int) -> Outcome[int]:
        """Finish a step: from now on it only takes additions.

        Raises StapNietKlaar, and as `bewaar_stap`.
        """
        if blocking(self.ontbreekt(dossier_id, nummer, inhoud)):
            raise StapNietKlaar
        with self._compartment.transaction() as tx:
            stap_id = self._schrijf_stap(tx, dossier_id, nummer, inhoud, versie)
            store.rond_af(tx, stap_id)
            tx.log("meldcode.stap_afgerond", dossier_id)
        return Outcome(stap_id)

    def stap_opnieuw(self, dossier_id: int, nummer: int) -> Outcome[int]:
        """Begin a finished step again; the earlier round stays as it is. Raises NietGevonden, DossierIsGesloten."""
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            rounds = [one for one in store.stappen(tx, dossier_id, self._wie()) if one.nummer == nummer]
            if rounds and not rounds[-1].afgerond:
                return Outcome(rounds[-1].id)
            stap_id = store.begin_ronde(tx, dossier_id, nummer, self.nieuwe_stap(nummer))
            tx.log("meldcode.stap_opnieuw", dossier_id)
        return Outcome(stap_id)

    def vul_stap_aan(self, dossier_id: int, stap_id: int, tekst: str) -> Outcome[int]:
        """Add something to a step. Raises InvoerOnjuist, NietGevonden, DossierIsGesloten."""
        words = _iets(tekst)
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            store.vul_aan(tx, dossier_id, "stap", stap_id, words)
            drafts.drop(tx, regel_sleutel(dossier_id, f"stap:{stap_id}"))
            tx.log("meldcode.aanvulling", dossier_id)
        return Outcome(stap_id)

    # Weighing

    def antwoord(self, dossier_id: int, vraag: Weegvraag, draft: WeegAntwoordDraft) -> Outcome[int]:
        """Keep an answer with its reasons; the agreement that it asks for is recorded with it.

        Raises InvoerOnjuist, DossierIsGesloten, NietGevonden.
        """
        _stop_bij(check_antwoord(vraag, draft))
        assert draft.keuze is not None
        agreed = _afspraak(draft, self._today()) if vraagt_afspraak(vraag, draft.keuze) else None
        if agreed is not None:
            _stop_bij(check_stuk(agreed, self._today()))
        asked = self.woorden().vraag(vraag)
        clean = schoon(draft)
        with self._compartment.transaction() as tx:
            _lopend(tx, dossier_id)
            given = WeegAntwoord(
                vraag, draft.keuze, asked, clean.reden.strip(), " ".join(clean.overleg.split()), tx.now, ""
            )
            answer_id = store.antwoord(tx, dossier_id, given)
            if agreed is not None:
                store.voeg_toe(tx, dossier_id, stuk_netjes(agreed, self._today()))
            drafts.drop(tx, antwoord_sleutel(dossier_id, vraag))
            tx.log("meldcode.antwoord", dossier_id)
        return Outcome(answer_id)

    # What waits

    def herinneringen(self) -> tuple[MeldcodeHerinnering, ...]:
        """What waits in every running dossier, and which closed one must be looked at, the first day first."""
        words = self.woorden()
        with self._compartment.reading() as rx:
            found = [
                herinnering(OpenStuk(id_, dossier_nummer(year, number), StukSoort(kind), day, until))
                for id_, year, number, kind, day, until in store.vandaag_open(rx)
            ]
            for id_, year, number, content in store.besluiten(rx):
                decision = van_dict(BesluitStap, content)
                told = terugkoppeling(id_, dossier_nummer(year, number), decision, words.getal("vt.werkdagen"))
                found += [told] if told else []
            for id_, year, number, closed in lists.gesloten(rx):
                day = nakijken_op(closed, words.getal("bewaren.jaren"))
                found.append(MeldcodeHerinnering(id_, dossier_nummer(year, number), NAKIJKEN, day))
        return tuple(sorted(found, key=lambda one: (one.datum, one.nummer)))

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _blad(self, dossier_id: int) -> MeldcodeBlad:
        who = self._wie()
        with self._compartment.reading() as rx:
            dossier = dossiers.lees_dossier(rx, dossier_id)
            head = store.kop(rx, dossier_id)
            return MeldcodeBlad(
                dossier=dossier,
                kop=head.kop,
                versie=head.versie,
                afloop=head.afloop,
                stukken=store.stukken(rx, dossier_id, who),
                stappen=store.stappen(rx, dossier_id, who),
                antwoorden=store.antwoorden(rx, dossier_id, who),
                aantekeningen=tuple(_aantekening(one, who) for one in dossiers.aantekeningen(rx, dossier_id)),
                papieren=store.papieren(rx, dossier_id, who),
                alleen_lezen=self._compartment.read_only,
            )

    def _schrijf_stap(self, tx: Tx, dossier_id: int, nummer: int, inhoud: StapInhoud, versie: int) -> int:
        _lopend(tx, dossier_id)
        rounds = [one for one in store.stappen(tx, dossier_id, self._wie()) if one.nummer == nummer]
        if rounds and rounds[-1].afgerond:
            raise StapIsAfgerond
        stap_id = store.bewaar_stap(tx, dossier_id, nummer, stap_netjes(nummer, inhoud, self._today()), versie)
        drafts.drop(tx, stap_sleutel(dossier_id, nummer))
        return stap_id

    def _zet_weg(self, stuk_id: int, *, weg: bool) -> Outcome[int]:
        with self._compartment.transaction() as tx:
            dossier_id, stuk = store.stuk(tx, stuk_id, self._wie())
            _lopend(tx, dossier_id)
            if weg and stuk.vast:
                raise StapIsAfgerond
            store.zet_verwijderd(tx, stuk_id, tx.now if weg else None)
            drafts.drop(tx, stuk_sleutel(dossier_id, stuk.soort, stuk_id))
            tx.log("meldcode.weggehaald" if weg else "meldcode.teruggezet", dossier_id)
        return Outcome(stuk_id)

    def _noteer(self, tx: Tx, dossier_id: int, words: str) -> int:
        now = self._clock()
        moment = now.time().replace(second=0, microsecond=0)
        return dossiers.voeg_toe(tx, dossier_id, AantekeningInhoud(now.date(), moment, "", None, words))


def _iets(tekst: str) -> str:
    words = schone_tekst(tekst).strip()
    if not words:
        raise InvoerOnjuist((Finding("tekst", "Schrijf eerst iets op."),))
    return words


def _afspraak(draft: WeegAntwoordDraft, today: date) -> MeldcodeAfspraak:
    return MeldcodeAfspraak(
        datum=kort(today),
        wat=draft.wat,
        met_wie=draft.overleg or draft.door,
        door=draft.door,
        casemanager=draft.casemanager,
        tot=draft.tot,
        doel=draft.doel,
    )


def _lopend(rx: Rx, dossier_id: int) -> None:
    if dossiers.lees_dossier(rx, dossier_id).gesloten:
        raise DossierIsGesloten


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)


def _aantekening(note: Notitie, who: store.Wie) -> Aantekening:
    return Aantekening(
        id=note.id,
        versie=note.versie,
        inhoud=note.inhoud,
        op=who.lokaal(note.vastgelegd_op),
        door=who.naam(note.account_id),
        weggehaald_op=who.lokaal(note.verwijderd_op) if note.verwijderd_op else None,
        eerder=tuple(
            AantekeningVersie(
                one.number, who.lokaal(one.at), who.naam(one.account_id), dossiers.inhoud_van(one.content)
            )
            for one in note.eerder
        ),
    )
