"""The verbs of Pestcoördinatie: report, follow the six tasks, close and reopen (demands 11, 39, 92-109).

Everybody who opens the school may report; the rest is for who leads the pestzaken, and raises GeenToegang for others.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime

from svp_desktop.domain import pestzaak as regels
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import Betrokkenheid
from svp_desktop.domain.invoer import schone_tekst, schoon
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld, PestIncident
from svp_desktop.domain.pest_nazorg import check_sluiten
from svp_desktop.domain.pest_netwerk import MensenDraft, check_mensen
from svp_desktop.domain.pestzaak import (
    MeldingDraft,
    PestDraft,
    PestFilter,
    PestInhoud,
    PestPersoonDraft,
    PestRegel,
    PestRol,
    PestStatus,
    PestTaak,
    PestVerloop,
    Pestzaak,
    SluitDraft,
)
from svp_desktop.domain.school import Rol
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casussen, incidenten, personen, pest_werk, pestzaken, school
from svp_desktop.kluis.stores.pestzaken import LOPENDE
from svp_desktop.kluis.transaction import Rx, Tx
from svp_desktop.services import pest_lezen
from svp_desktop.services.casus_acties import stop_bij
from svp_desktop.services.pest_werk import PestWerk

NIEUW = "nieuw"
#: How many incidents are offered to couple.
MOGELIJKE_INCIDENTEN = 12
_PEST = Changes.of(Topic.PESTEN)
_MET_CONCEPT = Changes.of(Topic.PESTEN, Topic.CONCEPTEN)
_ROLLEN = {
    Betrokkenheid.SLACHTOFFER: PestRol.GEPEST,
    Betrokkenheid.DADER: PestRol.PESTER,
    Betrokkenheid.OMSTANDER: PestRol.OMSTANDER,
    Betrokkenheid.GETUIGE: PestRol.OMSTANDER,
}


class PestzakenService(PestWerk):
    """Everything that the window asks about pestzaken. `leidt` says whether this account leads them."""

    def __init__(
        self,
        school: Compartment,
        clock: Callable[[], datetime],
        *,
        leidt: bool,
        eigen_persoon_id: int | None = None,
    ) -> None:
        super().__init__(school, clock, leidt=leidt)
        self._eigen_persoon_id = eigen_persoon_id

    @property
    def leidt(self) -> bool:
        """Whether this account leads the pestzaken."""
        return self._leidt

    # Reading

    def lijst(self, keuze: PestFilter) -> tuple[PestRegel, ...]:
        """The rows of the list. Raises GeenToegang."""
        words = gezocht(keuze.zoek)
        if words == ():
            return ()
        with self._lezen() as rx:
            statuses = (PestStatus.AFGESLOTEN,) if keuze.afgesloten else LOPENDE
            return tuple(pest_lezen.rijen(rx, pestzaken.alle(rx, statuses, words or ()), self._today()))

    def aantal_lopend(self) -> int:
        """How many run: the number in the tab; 0 for who does not lead them."""
        if not self._leidt:
            return 0
        with self._school.reading() as rx:
            return pestzaken.aantal(rx, LOPENDE)

    def wachtend(self) -> tuple[tuple[int, str, date, str], ...]:
        """Everything that waits in the pestzaken that run: id, neutral title, day, and what. Raises GeenToegang."""
        with self._lezen() as rx:
            return pest_lezen.alles_wachtend(rx)

    def beeld(self, zaak_id: int) -> PestBeeld:
        """One pestzaak with everything around it. Raises NietGevonden, GeenToegang."""
        with self._lezen() as rx:
            return pest_lezen.beeld(rx, zaak_id, self._today())

    def lees(self, zaak_id: int) -> Pestzaak:
        """One pestzaak. Raises NietGevonden, GeenToegang."""
        with self._lezen() as rx:
            return pestzaken.lees(rx, zaak_id)

    def van_incident(self, incident_id: int) -> tuple[int, ...]:
        """The pestzaken to which an incident is coupled; none for who does not lead them."""
        if not self._leidt:
            return ()
        with self._school.reading() as rx:
            return pestzaken.van_incident(rx, incident_id)

    # Reporting

    def voorstel(self, incident_id: int) -> MeldingDraft:
        """The form of a report that begins with this incident. Raises NietGevonden."""
        with self._school.reading() as rx:
            incident = incidenten.lees(rx, incident_id)
            if incident is None or incident.verwijderd:
                raise NietGevonden
            people: dict[int, PestPersoonDraft] = {}
            for item in incident.inhoud.betrokkenen:
                roles = [pest for role, pest in _ROLLEN.items() if role in item.rollen]
                if roles and not personen.verwijderd(rx, item.persoon_id):
                    people.setdefault(item.persoon_id, PestPersoonDraft(item.persoon_id, roles[0]))
            reporters = [one.naam for one in incident.inhoud.betrokkenen if Betrokkenheid.MELDER in one.rollen]
            return MeldingDraft(
                melder=reporters[0] if reporters else "",
                melding=incident.inhoud.feiten,
                plaatsen=incident.inhoud.plaats,
                personen=tuple(people.values()),
                incident_ids=(incident_id,),
            )

    def check_melding(self, draft: MeldingDraft) -> tuple[Finding, ...]:
        """Findings of a report. Who leads is told that a pestzaak of this child runs already."""
        found = regels.check_melding(schoon(draft), self._today())
        if not self._leidt:
            return found
        with self._school.reading() as rx:
            running = [
                zaak
                for person in draft.personen
                if person.rol is PestRol.GEPEST
                for zaak in pestzaken.van_persoon(rx, person.persoon_id, PestRol.GEPEST)
            ]
        if running:
            words = f"Voor dit kind loopt al pestzaak {running[0]}. U kunt de melding ook daar opschrijven."
            return (*found, Finding("personen", words, Severity.LET_OP))
        return found

    def meld(self, draft: MeldingDraft) -> Outcome[int]:
        """Report bullying: a pestzaak begins. Returns its id. Raises InvoerOnjuist, NietGevonden."""
        draft = schoon(draft)
        today = self._today()
        with self._school.transaction() as tx:
            stop_bij(regels.check_melding(draft, today))
            self._must_exist(tx, (person.persoon_id for person in draft.personen))
            day = regels.parse_dag(draft.gemeld_op, today) or today
            content = PestInhoud(
                melding=draft.melding.strip(),
                hoe_lang=draft.hoe_lang.strip(),
                plaatsen=draft.plaatsen.strip(),
                online=draft.online.strip(),
                groep=draft.groep.strip() if draft.onbekend else "",
            )
            zaak_id = pestzaken.voeg_toe(tx, day, draft.melder.strip(), self._coordinator(tx, today), content)
            pestzaken.zet_personen(tx, zaak_id, draft.personen)
            pestzaken.koppel(tx, zaak_id, draft.incident_ids)
            pestzaken.voeg_verloop_toe(tx, zaak_id, day, PestVerloop.GEMELD, f"door {draft.melder.strip()}")
            pestzaken.zet_zoektekst(tx, zaak_id)
            drafts.drop(tx, melding_sleutel(self._leidt, next(iter(draft.incident_ids), 0)))
            tx.log("pest.nieuw" if self._leidt else "pest.gemeld", zaak_id)
        return Outcome(zaak_id, Changes.of(Topic.PESTEN, Topic.CONCEPTEN, Topic.INCIDENTEN))

    def _coordinator(self, rx: Rx, today: date) -> int | None:
        holders = school.houders(rx, Rol.PESTCOORDINATOR, today)
        return holders[0] if holders else self._eigen_persoon_id if self._leidt else None

    # The six tasks

    def check_taak(self, taak: PestTaak, draft: PestDraft, gemeld_op: date | None = None) -> tuple[Finding, ...]:
        """Findings of the form of a task of a pestzaak that was reported on that day."""
        return regels.check_taak(taak, schoon(draft), self._today(), gemeld_op)

    def bewaar_taak(self, zaak_id: int, taak: PestTaak, draft: PestDraft, versie: int) -> Outcome[int]:
        """Keep what is recorded of one task. Raises InvoerOnjuist, NietGevonden, IntussenVeranderd,
        PestzaakIsAfgesloten, GeenToegang."""
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, zaak):
            stop_bij(regels.check_taak(taak, draft, self._today(), zaak.gemeld_op))
            pestzaken.wijzig(tx, zaak_id, regels.leg_vast(taak, draft, zaak.inhoud, self._today()), versie)
            pestzaken.zet_zoektekst(tx, zaak_id)
            drafts.drop(tx, sleutel(zaak_id, taak.value))
            tx.log("pest.taak", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    def zet_coordinator(self, zaak_id: int, persoon_id: int | None) -> Outcome[int]:
        """Another coordinator for this pestzaak. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._schrijven(zaak_id) as (tx, _zaak):
            self._must_exist(tx, () if persoon_id is None else (persoon_id,))
            pestzaken.zet(tx, zaak_id, coordinator_id=persoon_id)
            drafts.drop(tx, sleutel(zaak_id, "coordinator"))
            tx.log("pest.mensen", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    @staticmethod
    def check_mensen(draft: MensenDraft, *, onbekend: bool = False) -> tuple[Finding, ...]:
        """Findings of the people and the picture of who does what to whom."""
        return check_mensen(schoon(draft), onbekend=onbekend)

    def bewaar_mensen(self, zaak_id: int, draft: MensenDraft, versie: int) -> Outcome[int]:
        """Who is in it with which role, and who does what to whom. Raises InvoerOnjuist, NietGevonden,
        IntussenVeranderd, PestzaakIsAfgesloten, GeenToegang."""
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, zaak):
            stop_bij(check_mensen(draft, onbekend=zaak.gepest is None))
            self._must_exist(tx, (person.persoon_id for person in draft.personen), before=zaak)
            pestzaken.wijzig(tx, zaak_id, zaak.inhoud, versie)
            pestzaken.zet_personen(tx, zaak_id, draft.personen)
            pest_werk.zet_relaties(tx, zaak_id, draft.relaties)
            pestzaken.zet_zoektekst(tx, zaak_id)
            drafts.drop(tx, sleutel(zaak_id, "mensen"))
            tx.log("pest.mensen", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    # What it is coupled to

    def mogelijke_incidenten(self, zaak_id: int) -> tuple[PestIncident, ...]:
        """The newest incidents of somebody in this pestzaak that are not coupled yet. Raises GeenToegang."""
        with self._lezen() as rx:
            found = pestzaken.mogelijke_incident_ids(rx, zaak_id, MOGELIJKE_INCIDENTEN)
            return tuple(line for _, line in pest_lezen.incidenten_van(rx, found))

    def koppel_incident(self, zaak_id: int, incident_id: int) -> Outcome[int]:
        """Add an incident. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._schrijven(zaak_id) as (tx, _zaak):
            pestzaken.koppel(tx, zaak_id, (incident_id,))
            tx.log("pest.gekoppeld", zaak_id)
        return Outcome(zaak_id, Changes.of(Topic.PESTEN, Topic.INCIDENTEN))

    def ontkoppel_incident(self, zaak_id: int, incident_id: int) -> Outcome[int]:
        """Take an incident out. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._schrijven(zaak_id) as (tx, _zaak):
            pestzaken.ontkoppel(tx, zaak_id, incident_id)
            tx.log("pest.ontkoppeld", zaak_id)
        return Outcome(zaak_id, Changes.of(Topic.PESTEN, Topic.INCIDENTEN))

    def mogelijke_casussen(self, zaak_id: int) -> tuple[tuple[int, str], ...]:
        """The casussen of a child of this pestzaak that could serve it: (id, title with the role)."""
        with self._lezen() as rx:
            zaak = pestzaken.lees(rx, zaak_id)
            found: dict[int, str] = {}
            for person in zaak.personen:
                for casus_id in casussen.ids_van(rx, person.persoon_id, None):
                    casus = casussen.lees(rx, casus_id)
                    if casus.status in casussen.LOPENDE:
                        found.setdefault(casus_id, f"{casus.titel}, {label(person.rol)}")
        return tuple(found.items())

    def koppel_casus(self, zaak_id: int, casus_id: int | None) -> Outcome[int]:
        """The casus whose ladder of actions serves this pestzaak (92), or none. Raises NietGevonden,
        PestzaakIsAfgesloten, GeenToegang."""
        with self._schrijven(zaak_id) as (tx, _zaak):
            if casus_id is not None:
                casussen.lees(tx, casus_id)
            pestzaken.zet(tx, zaak_id, casus_id=casus_id)
            tx.log("pest.casus" if casus_id is not None else "pest.casus_los", zaak_id)
        return Outcome(zaak_id, Changes.of(Topic.PESTEN, Topic.CASUSSEN))

    # The end, and a new beginning

    def check_afsluiten(self, zaak_id: int, draft: SluitDraft) -> tuple[Finding, ...]:
        """Whether it may be closed for this reason. Raises NietGevonden, GeenToegang."""
        found = self.beeld(zaak_id)
        return check_sluiten(draft, found.tellende_checks, found.toets, found.zaak.gepest)

    def afsluiten(self, zaak_id: int, draft: SluitDraft) -> Outcome[int]:
        """Close it, not before the checks (108). Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten,
        GeenToegang."""
        draft = schoon(draft)
        today = self._today()
        with self._schrijven(zaak_id) as (tx, zaak):
            found = pest_lezen.beeld(tx, zaak_id, today)
            stop_bij(check_sluiten(draft, found.tellende_checks, found.toets, zaak.gepest))
            assert draft.reden is not None
            pestzaken.zet(tx, zaak_id, status=PestStatus.AFGESLOTEN.value, afgesloten_op=today)
            learned = replace(zaak.inhoud, sluitreden=draft.reden, geleerd=draft.geleerd.strip())
            pestzaken.zet_inhoud(tx, zaak_id, learned)
            words = ". ".join(filter(None, (label(draft.reden), draft.toelichting.strip())))
            pestzaken.voeg_verloop_toe(tx, zaak_id, today, PestVerloop.AFGESLOTEN, words)
            drafts.drop(tx, sleutel(zaak_id, "sluiten"))
            tx.log("pest.afgesloten", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    def heropen(self, zaak_id: int, reden: str) -> Outcome[int]:
        """Let it run again, with a reason; new checks are then asked for. Raises InvoerOnjuist, GeenToegang."""
        why = schone_tekst(reden).strip()
        self._mag()
        with self._school.transaction() as tx:
            zaak = pestzaken.lees(tx, zaak_id)
            if zaak.open:
                return Outcome(zaak_id)
            if not why:
                raise InvoerOnjuist((Finding("reden", "Schrijf waarom de zaak weer opengaat."),))
            pestzaken.zet(tx, zaak_id, status=PestStatus.LOPEND.value, afgesloten_op=None)
            pestzaken.zet_inhoud(tx, zaak_id, replace(zaak.inhoud, sluitreden=None))
            pestzaken.voeg_verloop_toe(tx, zaak_id, self._today(), PestVerloop.HEROPEND, why)
            drafts.drop(tx, sleutel(zaak_id, "heropenen"))
            tx.log("pest.heropend", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    def _must_exist(self, tx: Tx, ids: Iterable[int], before: Pestzaak | None = None) -> None:
        """Nobody is put in a pestzaak who is not in the register (any more); who was in it already may stay."""
        stay = {person.persoon_id for person in before.personen} if before else set()
        wanted = [person_id for person_id in ids if person_id not in stay]
        there = personen.lees_meer(tx, wanted)
        if len(there) != len(wanted) or any(personen.verwijderd(tx, item) for item in wanted):
            raise NietGevonden


def sleutel(zaak_id: int, deel: str, record: int = 0) -> str:
    """Key of the draft of a form of a pestzaak: a task, or mensen, toets, signaal, stap, check, sluiten, heropenen."""
    return f"pestzaak:{zaak_id}:{deel}:{record}" if record else f"pestzaak:{zaak_id}:{deel}"


def melding_sleutel(leidt: bool, incident_id: int = 0) -> str:
    """Key of the draft of a report, of who leads the pestzaken or of another, perhaps begun from an incident."""
    begin = f"{'pestzaak' if leidt else 'pestmelding'}:{NIEUW}"
    return f"{begin}:{incident_id}" if incident_id else begin
