"""The verbs of Lopende casussen: open, follow, act, close (demands 18, 35-43, 52, 60-79)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime

from svp_desktop.domain import casus as regels
from svp_desktop.domain.casus import (
    AfsluitDraft,
    Casus,
    CasusAantallen,
    CasusDraft,
    CasusFilter,
    CasusRegel,
    CasusStatus,
    TijdlijnRegel,
    Verloop,
    ZorgNiveau,
)
from svp_desktop.domain.casus_taken import CasusTaak
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.herstel_tijdlijn import herstel_regels
from svp_desktop.domain.incident import Betrokkenheid, Incident
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schone_tekst, schoon
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.thuisschool_tijdlijn import thuisschool_regels
from svp_desktop.domain.tijdlijn import aanleiding, tijdlijn, zorgverloop
from svp_desktop.domain.tijdlijn_rondom import ouder_regels, taak_regels
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import (
    casus_acties,
    casus_mensen,
    casus_taken,
    casussen,
    gesprekken,
    herstelgesprekken,
    incidenten,
    instellingen,
    papieren,
    personen,
    pestzaken,
    school,
    thuisschool,
)
from svp_desktop.kluis.stores.casussen import LOPENDE
from svp_desktop.kluis.transaction import Rx, Tx
from svp_desktop.services import casus_lijst, casus_zorg
from svp_desktop.services.casus_acties import NIET_MEER, CasusActies, lopende, stop_bij
from svp_desktop.services.casus_mensen import kinderen

_CASUS = Changes.of(Topic.CASUSSEN)
_ALLES = Changes.of(Topic.CASUSSEN, Topic.INCIDENTEN, Topic.CONCEPTEN)
_CASUS_EN_INCIDENT = Changes.of(Topic.CASUSSEN, Topic.INCIDENTEN)


def concept_van_nieuwe(bron: int = 0) -> str:
    """Key of the draft of a new casus; one that begins with an incident has its own."""
    return f"casus:nieuw:{bron}" if bron else "casus:nieuw"


class CasussenService(CasusActies):
    """Everything that the window asks about casussen. `eigen_persoon_id` is who works here, for a suggestion only."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime], eigen_persoon_id: int | None = None) -> None:
        super().__init__(school, clock)
        self._eigen_persoon_id = eigen_persoon_id

    # Reading

    def lijst(self, keuze: CasusFilter) -> tuple[CasusRegel, ...]:
        """The rows of the list: what is late first, then by the next planned day; closed ones last."""
        return casus_lijst.kies(self._regels(tuple(CasusStatus) if keuze.afgesloten else LOPENDE), keuze)

    def aantallen(self, zoek: str = "") -> CasusAantallen:
        """What the filters of the list would show, of the running casussen that the search leaves."""
        found = tuple(casus_lijst.gezochte(self._regels(LOPENDE), zoek))
        empty = sum(map(casus_lijst.heeft_lege_pijler, found))
        late, ask = sum(item.te_laat for item in found), sum(item.spreekuur for item in found)
        return CasusAantallen(len(found), late, empty, ask)

    def aantal_lopend(self) -> int:
        """How many casussen run or are in nazorg: the number in the tab."""
        with self._school.reading() as rx:
            return casussen.aantal(rx, LOPENDE)

    def lees(self, casus_id: int) -> Casus:
        """One casus with the names of today. Raises NietGevonden."""
        with self._school.reading() as rx:
            return casussen.lees(rx, casus_id)

    def van_leerling(self, leerling_id: int) -> tuple[int, ...]:
        """The casussen of a child: running ones first, then the newest."""
        with self._school.reading() as rx:
            return casussen.ids_van(rx, leerling_id, None)

    def incident_ids(self, casus_id: int) -> tuple[int, ...]:
        """The coupled incidents, oldest first, without those in the prullenbak."""
        with self._school.reading() as rx:
            return casussen.incident_ids(rx, casus_id)

    def incidenten_van_groep(self, groep_id: int, most: int) -> tuple[int, ...]:
        """The newest incidents of the children who are in this group now, newest first."""
        with self._school.reading() as rx:
            return casussen.incidenten_van_groep(rx, groep_id, most)

    def tijdlijn(self, casus_id: int) -> tuple[TijdlijnRegel, ...]:
        """Incidents, actions, papers and the course of the casus, newest first. Raises NietGevonden."""
        with self._school.reading() as rx:
            casus = casussen.lees(rx, casus_id)
            return tijdlijn(
                casussen.incidenten(rx, casus_id),
                casus_acties.van_casus(rx, casus_id),
                papieren.van_casus(rx, casus_id),
                casussen.verloop(rx, casus_id),
                _instellingen(rx).soort_label,
                gesprekken.van_casus(rx, casus_id),
                _meer(rx, casus),
            )

    def zorgverloop(self, casus_id: int) -> tuple[tuple[date, ZorgNiveau], ...]:
        """From which day each level of waakzame zorg held, oldest first."""
        with self._school.reading() as rx:
            return zorgverloop(casussen.verloop(rx, casus_id))

    # Opening and changing

    def voorstel(self, incident_id: int) -> CasusDraft:
        """The form of a casus that begins with this incident. Raises NietGevonden."""
        with self._school.reading() as rx:
            incident = _incident(rx, incident_id)
            leerling_id = _wie_deed_het(incident)
            return CasusDraft(
                leerling_id=leerling_id,
                eigenaar_id=self._leerkracht(rx, leerling_id),
                aanleiding=aanleiding(incident.inhoud, _instellingen(rx).soort_label),
                incident_ids=(incident_id,),
            )

    def eigenaar_voorstel(self, leerling_id: int) -> int | None:
        """Who could lead a casus of this child: a teacher of its group, else who works here."""
        with self._school.reading() as rx:
            return self._leerkracht(rx, leerling_id)

    def check(self, draft: CasusDraft, casus_id: int | None = None) -> tuple[Finding, ...]:
        """Findings of a draft; a second running casus of the same child asks for attention and stops nothing."""
        with self._school.reading() as rx:
            return self._check(rx, draft, casus_id)

    def open(self, draft: CasusDraft, bron: int = 0) -> Outcome[int]:
        """Open a casus and couple its incidents; returns its id. `bron` is the incident that its form began with, if it
        did. Raises InvoerOnjuist, NietGevonden."""
        draft = schoon(draft)
        with self._school.transaction() as tx:
            stop_bij(self._check(tx, draft, None))
            _moet_bestaan(tx, draft)
            casus_id = casussen.voeg_toe(tx, draft, self._today())
            casussen.koppel(tx, casus_id, draft.incident_ids)
            drafts.drop(tx, concept_van_nieuwe(bron))
            tx.log("casus.nieuw", casus_id)
        return Outcome(casus_id, _ALLES)

    def wijzig(self, casus_id: int, draft: CasusDraft, versie: int) -> Outcome[int]:
        """Change version `versie`; from then on the incidents of the draft are the ones that are coupled.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        with self._school.transaction() as tx:
            before = lopende(tx, casus_id)
            stop_bij(self._check(tx, draft, casus_id))
            # its own child may have been taken out of the register since: the casus stays about that child
            _moet_bestaan(tx, replace(draft, leerling_id=None) if draft.leerling_id == before.leerling_id else draft)
            casussen.wijzig(tx, casus_id, draft, versie)
            casussen.zet_incidenten(tx, casus_id, draft.incident_ids)
            if draft.zorg is not before.zorg:
                casussen.voeg_verloop_toe(tx, casus_id, self._today(), Verloop.ZORG, draft.zorg.value)
            drafts.drop(tx, f"casus:{casus_id}")
            tx.log("casus.gewijzigd", casus_id)
        return Outcome(casus_id, _ALLES)

    def zet_zorg(self, casus_id: int, niveau: ZorgNiveau) -> Outcome[int]:
        """Set the level of waakzame zorg from today on. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            before = lopende(tx, casus_id)
            if before.zorg is niveau:
                return Outcome(casus_id)
            casus_zorg.zet(tx, before, niveau, self._today())
        return Outcome(casus_id, _CASUS)

    def zet_spreekuur(self, casus_id: int, *, spreekuur: bool) -> Outcome[int]:
        """Put the casus on the list for the spreekuur, or take it off. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            if lopende(tx, casus_id).spreekuur is spreekuur:
                return Outcome(casus_id)
            casussen.zet_spreekuur(tx, casus_id, spreekuur=spreekuur)
            tx.log("casus.spreekuur" if spreekuur else "casus.spreekuur_af", casus_id)
        return Outcome(casus_id, _CASUS)

    def koppel(self, casus_id: int, incident_ids: Iterable[int]) -> Outcome[int]:
        """Add incidents to the casus. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            casussen.koppel(tx, casus_id, incident_ids)
            tx.log("casus.gekoppeld", casus_id)
        return Outcome(casus_id, _CASUS_EN_INCIDENT)

    def ontkoppel(self, casus_id: int, incident_id: int) -> Outcome[int]:
        """Take an incident out of the casus; the incident stays. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            casussen.ontkoppel(tx, casus_id, incident_id)
            tx.log("casus.ontkoppeld", casus_id)
        return Outcome(casus_id, _CASUS_EN_INCIDENT)

    def pestzaken(self, casus_id: int) -> tuple[int, ...]:
        """The pestzaken that this casus serves (92); only for who leads them."""
        with self._school.reading() as rx:
            return pestzaken.van_casus(rx, casus_id)

    # The end, and a new beginning

    def naar_nazorg(self, casus_id: int) -> Outcome[int]:
        """From now on the casus is followed up; it keeps running. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            if lopende(tx, casus_id).status is CasusStatus.NAZORG:
                return Outcome(casus_id)
            casussen.zet_status(tx, casus_id, CasusStatus.NAZORG)
            casussen.voeg_verloop_toe(tx, casus_id, self._today(), Verloop.NAZORG)
            tx.log("casus.nazorg", casus_id)
        return Outcome(casus_id, _CASUS)

    def uit_nazorg(self, casus_id: int) -> Outcome[int]:
        """The casus runs as before: nazorg came too early. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            if lopende(tx, casus_id).status is CasusStatus.LOPEND:
                return Outcome(casus_id)
            casussen.zet_status(tx, casus_id, CasusStatus.LOPEND)
            casussen.voeg_verloop_toe(tx, casus_id, self._today(), Verloop.LOOPT)
            tx.log("casus.loopt", casus_id)
        return Outcome(casus_id, _CASUS)

    def afsluiten(self, casus_id: int, draft: AfsluitDraft) -> Outcome[int]:
        """Close a casus with a reason and what was learned. Raises InvoerOnjuist, NietGevonden, CasusIsAfgesloten."""
        draft = schoon(draft)
        today = self._today()
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            stop_bij(regels.check_afsluiten(draft))
            reden = draft.reden.strip()
            casussen.zet_status(tx, casus_id, CasusStatus.AFGESLOTEN, today, reden)
            casussen.zet_evaluatie(tx, casus_id, draft.evaluatie)
            casussen.voeg_verloop_toe(tx, casus_id, today, Verloop.AFGESLOTEN, reden, draft.toelichting.strip())
            tx.log("casus.afgesloten", casus_id)
        return Outcome(casus_id, _CASUS)

    def heropen(self, casus_id: int, reden: str) -> Outcome[int]:
        """Let a closed casus run again, with a reason; nothing happens to a running one. Raises InvoerOnjuist."""
        why = schone_tekst(reden).strip()
        with self._school.transaction() as tx:
            if casussen.lees(tx, casus_id).status is not CasusStatus.AFGESLOTEN:
                return Outcome(casus_id)
            stop_bij(regels.check_heropenen(why))
            casussen.zet_status(tx, casus_id, CasusStatus.LOPEND)
            casussen.voeg_verloop_toe(tx, casus_id, self._today(), Verloop.HEROPEND, "", why)
            tx.log("casus.heropend", casus_id)
        return Outcome(casus_id, _CASUS)

    # Inside

    def _regels(self, statussen: tuple[CasusStatus, ...]) -> tuple[CasusRegel, ...]:
        today = self._today()
        with self._school.reading() as rx:
            found = casussen.alle(rx, statussen)
            acties = casus_acties.van_casussen(rx, statussen)
            manden = casussen.laatste_manden(rx)
            waiting = casus_taken.open_in(rx, LOPENDE)
        tasks: dict[int, list[CasusTaak]] = {}
        for task in waiting:
            tasks.setdefault(task.casus_id, []).append(task)
        return tuple(
            casus_lijst.regel(item, acties.get(item.id, ()), tasks.get(item.id, ()), manden.get(item.id), today)
            for item in found
        )

    def _check(self, rx: Rx, draft: CasusDraft, casus_id: int | None) -> tuple[Finding, ...]:
        findings = regels.check_casus(draft)
        if draft.eigenaar_id is not None and personen.verwijderd(rx, draft.eigenaar_id):
            findings = (*findings, Finding("eigenaar", f"{NIET_MEER} Kies wie de casus nu leidt."))
        if draft.leerling_id is None and draft.groep_id is None:
            return findings
        for other_id in casussen.ids_van(rx, draft.leerling_id, draft.groep_id):
            other = casussen.lees(rx, other_id)
            if other_id != casus_id and other.status is not CasusStatus.AFGESLOTEN:
                return (*findings, _loopt_al(other))
        return findings

    def _leerkracht(self, rx: Rx, leerling_id: int | None) -> int | None:
        teachers = casussen.leerkrachten(rx, leerling_id) if leerling_id is not None else ()
        return teachers[0] if teachers else self._eigen_persoon_id


def _meer(rx: Rx, casus: Casus) -> Iterator[TijdlijnRegel]:
    """Thuis-school, herstelgesprekken, tasks that are done and parents that were told, on the timeline."""
    for period in thuisschool.van_casus(rx, casus.id):
        yield from thuisschool_regels(period, thuisschool.contacten(rx, period.id))
    for talk in herstelgesprekken.van_casus(rx, casus.id):
        yield from herstel_regels(talk)
    yield from taak_regels(casus_taken.van_casus(rx, casus.id))
    yield from ouder_regels(casus_mensen.ouders(rx, casus.id, kinderen(rx, casus)))


def _instellingen(rx: Rx) -> Instellingen:
    return Instellingen(instellingen.lees(rx))


def _incident(rx: Rx, incident_id: int) -> Incident:
    found = incidenten.lees(rx, incident_id)
    if found is None or found.verwijderd:
        raise NietGevonden
    return found


def _wie_deed_het(incident: Incident) -> int | None:
    """The first pupil with the role dader; None when there is none, so that the user chooses."""
    pupils = (item for item in incident.inhoud.betrokkenen if item.categorie is PersoonSoort.LEERLING)
    return next((item.persoon_id for item in pupils if Betrokkenheid.DADER in item.rollen), None)


def _moet_bestaan(tx: Tx, draft: CasusDraft) -> None:
    """Nobody opens a casus for or by somebody who is not (any more) in the register."""
    wanted = [person_id for person_id in (draft.leerling_id, draft.eigenaar_id) if person_id is not None]
    if len(personen.lees_meer(tx, wanted)) != len(wanted) or any(personen.verwijderd(tx, item) for item in wanted):
        raise NietGevonden
    if draft.groep_id is not None and all(item.id != draft.groep_id for item in school.groepen(tx)):
        raise NietGevonden


def _loopt_al(other: Casus) -> Finding:
    since = in_woorden(other.geopend_op, weekdag=False)
    text = f"Voor {other.titel} loopt al een casus, sinds {since}. U kunt het incident ook daaraan toevoegen."
    return Finding("leerling" if other.leerling_id is not None else "groep", text, Severity.LET_OP)
