"""The verbs of thuis-school: begin, fill in, make final, keep contact, divide tasks, follow (demands 74, 82-88)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from svp_desktop.domain import casus_taken as taak_regels
from svp_desktop.domain import datums, thuisschool_contact
from svp_desktop.domain import thuisschool as regels
from svp_desktop.domain.casus import Casus, CasusActie, CasusIsAfgesloten, CasusStatus
from svp_desktop.domain.casus_taken import NAZORG, CasusTaak, TaakDraft, TaakInhoud
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.thuisschool import (
    Teksten,
    ThuisSchool,
    ThuisSchoolDraft,
    ThuisSchoolInhoud,
    ThuisSchoolStatus,
    nazorgdagen,
)
from svp_desktop.domain.thuisschool_contact import Contact, ContactDag, ContactDraft, ContactMet, contactdagen
from svp_desktop.domain.thuisschool_fasen import Fase, Verband
from svp_desktop.domain.thuisschool_wet import (
    WetControle,
    WetFeiten,
    eerdere_stappen,
    houdt_tegen,
    wettelijke_controle,
)
from svp_desktop.domain.wetszinnen import bezwaarzin
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casus_acties, casussen, herstelgesprekken, instellingen, kalender, personen, school
from svp_desktop.kluis.stores import casus_taken as taken
from svp_desktop.kluis.stores import thuisschool as rijen
from svp_desktop.kluis.transaction import Rx, Tx
from svp_desktop.services import thuisschool_ladder
from svp_desktop.services.brieftekst_lezen import lees_wetszinnen

_CASUS = Changes.of(Topic.CASUSSEN)
_NAZORG = "Nazorg week {}: hoe gaat het?"
_ALLES = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN)


@dataclass(frozen=True, slots=True)
class ThuisSchoolBeeld:
    """Everything that the window shows of one period, as of now; `inhoud` is what is being typed, or what is kept."""

    thuisschool: ThuisSchool
    inhoud: ThuisSchoolInhoud
    controles: tuple[WetControle, ...]
    dagen: tuple[ContactDag, ...]
    contacten: tuple[Contact, ...]
    taken: tuple[CasusTaak, ...]
    eerder: tuple[CasusActie, ...]
    eerste_dag_terug: date | None
    schooldagen: int | None
    meeste_dagen: int
    nazorg_weken: int
    herstel_gepland: bool = False
    herstel_gehouden: bool = False
    op_ladder: bool = False
    leerplicht: bool = False

    @property
    def verband(self) -> Verband:
        """What the points of the phases are known from."""
        nazorg = sum(item.bron == NAZORG for item in self.taken)
        todo = len(self.taken) - nazorg
        return Verband(self.inhoud, self.dagen, self.controles, todo, nazorg, self.herstel_gehouden, self.leerplicht)


class ThuisSchoolService:
    """Everything that the window asks about thuis-school."""

    def __init__(self, compartment: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = compartment
        self._clock = clock

    # Reading

    def van_casus(self, casus_id: int) -> tuple[ThuisSchool, ...]:
        """The periods of a casus, the oldest first."""
        with self._school.reading() as rx:
            return rijen.van_casus(rx, casus_id)

    def beeld(self, id_: int, draft: ThuisSchoolDraft | None = None) -> ThuisSchoolBeeld:
        """One period with its checks and clock, of what is kept or of what is being typed. Raises NietGevonden."""
        with self._school.reading() as rx:
            found = rijen.lees(rx, id_)
            content = found.inhoud if draft is None else regels.lees_mee(draft, self._today())
            return self._beeld(rx, found, content)

    def lopend(self) -> tuple[tuple[Casus, ThuisSchoolBeeld], ...]:
        """Every period that is not finished, of casussen that run."""
        with self._school.reading() as rx:
            found = rijen.niet_afgerond(rx)
            return tuple((casussen.lees(rx, item.casus_id), self._beeld(rx, item, item.inhoud)) for item in found)

    # The decision

    def begin(self, casus_id: int) -> Outcome[int]:
        """A new period in preparation, with the school's own clause; returns its id.

        Raises NietGevonden, CasusIsAfgesloten; InvoerOnjuist when the casus is about a group.
        """
        with self._school.transaction() as tx:
            casus = _lopende(tx, casus_id)
            if casus.leerling_id is None:
                raise InvoerOnjuist(
                    (Finding("casus", "Thuis-school is voor één kind. Deze casus gaat over een groep."),)
                )
            details, settings = school.lees(tx), _instellingen(tx)
            clause = bezwaarzin(
                lees_wetszinnen(tx), details.grondslag, settings.getal("bezwaar_dagen"), details.bestuur
            )
            texts = Teksten(bezwaar=clause, wie_belt=casus.eigenaar)
            made = rijen.voeg_toe(tx, casus_id, ThuisSchoolInhoud(teksten=texts))
            tx.log("thuisschool.nieuw", casus_id)
        return Outcome(made, _CASUS)

    def bewaar(self, id_: int, draft: ThuisSchoolDraft, versie: int) -> Outcome[int]:
        """Record what was filled in; a final decision stays one only as long as nothing that it needs is missing.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        return self._bewaar(id_, draft, versie, None, "thuisschool.gewijzigd")

    def maak_definitief(
        self, id_: int, draft: ThuisSchoolDraft, versie: int, *, op_ladder: bool = True
    ) -> Outcome[int]:
        """Record it as the decision, and (`op_ladder`) as the action of these days on the ladder.

        Raises InvoerOnjuist with what the law still misses, and as `bewaar`.
        """
        status = ThuisSchoolStatus.DEFINITIEF
        return self._bewaar(id_, draft, versie, status, "thuisschool.definitief", op_ladder=op_ladder)

    def open_weer(self, id_: int, draft: ThuisSchoolDraft, versie: int) -> Outcome[int]:
        """Back to preparation: the decision is to be made anew. Raises as `bewaar`."""
        return self._bewaar(id_, draft, versie, ThuisSchoolStatus.VOORBEREIDING, "thuisschool.open")

    def rond_af(self, id_: int, draft: ThuisSchoolDraft, versie: int) -> Outcome[int]:
        """The period with its nazorg is over: nothing of it waits any more. Raises as `bewaar`."""
        return self._bewaar(id_, draft, versie, ThuisSchoolStatus.AFGEROND, "thuisschool.afgerond")

    def verwijder(self, id_: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Move a period to the prullenbak, or take it back. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = self._open(tx, id_)
            rijen.zet_verwijderd(tx, id_, verwijderd=verwijderd)
            thuisschool_ladder.zet_verwijderd(tx, found, verwijderd=verwijderd)
            tx.log("thuisschool.verwijderd" if verwijderd else "thuisschool.hersteld", found.casus_id)
        return Outcome(id_, _CASUS)

    # Contact

    def leg_contact_vast(self, id_: int, draft: ContactDraft) -> Outcome[int]:
        """Record a contact; returns its id. Raises InvoerOnjuist, NietGevonden, CasusIsAfgesloten."""
        draft, now = schoon(draft), self._clock()
        _stop_bij(thuisschool_contact.check_contact(draft, now))
        day, at = datums.parse_datum(draft.datum, now.date()), datums.parse_tijd(draft.tijd)
        if isinstance(day, Finding) or isinstance(at, Finding):
            raise ValueError("draft has blocking findings")
        with self._school.transaction() as tx:
            found = self._open(tx, id_)
            words = (datums.tijd_kort(at), draft.met, draft.hoe, draft.door.strip(), draft.notitie.strip())
            made = rijen.voeg_contact_toe(tx, Contact(0, id_, day, *words))
            tx.log("thuisschool.contact", found.casus_id)
            thuisschool_ladder.begonnen(tx, found, now.date())
        return Outcome(made, _CASUS)

    def gebeld(self, id_: int, met: frozenset[ContactMet], door: str) -> Outcome[int]:
        """Somebody called just now. Raises as `leg_contact_vast`."""
        now = self._clock()
        return self.leg_contact_vast(
            id_, ContactDraft(datums.kort(now.date()), datums.tijd_kort(now.time()), met, door=door)
        )

    def verwijder_contact(self, contact_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Take a contact out of the log, or put it back. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = self._open(tx, rijen.contact_van(tx, contact_id))
            rijen.zet_contact_verwijderd(tx, contact_id, verwijderd=verwijderd)
            tx.log("thuisschool.contact_weg" if verwijderd else "thuisschool.contact_terug", found.casus_id)
        return Outcome(contact_id, _CASUS)

    # Tasks

    def verdeel(self, id_: int, draft: TaakDraft) -> Outcome[int]:
        """Give somebody of the team a task; returns its id. Raises InvoerOnjuist, NietGevonden, CasusIsAfgesloten."""
        draft, today = schoon(draft), self._today()
        with self._school.transaction() as tx:
            found, calendar = self._open(tx, id_), kalender.lees(tx)
            _stop_bij(taak_regels.check_taak(draft, today, calendar))
            content = taak_regels.parse_taak(draft, today, calendar)
            if content.eigenaar_id is not None and personen.verwijderd(tx, content.eigenaar_id):
                raise NietGevonden
            made = taken.voeg_toe(tx, found.casus_id, content, id_)
            tx.log("thuisschool.taak", found.casus_id)
        return Outcome(made, _CASUS)

    def plan_nazorg(self, id_: int) -> Outcome[tuple[int, ...]]:
        """One task a week after the return, for who leads the casus, as many weeks as the setting says.

        Raises InvoerOnjuist while the last day is not known or when they are planned already.
        """
        with self._school.transaction() as tx:
            found = self._open(tx, id_)
            last = found.inhoud.momenten.tot
            if last is None:
                raise InvoerOnjuist((Finding("nazorg", "Vul eerst de laatste dag thuis in en sla op."),))
            if any(item.bron == NAZORG for item in taken.van_thuisschool(tx, id_)):
                raise InvoerOnjuist((Finding("nazorg", "De nazorg is al gepland."),))
            owner = casussen.lees(tx, found.casus_id).eigenaar_id
            calendar, weeks = kalender.lees(tx), _instellingen(tx).getal("nazorg_weken")
            back = calendar.eerste(last + timedelta(days=1))
            made = tuple(
                taken.voeg_toe(tx, found.casus_id, TaakInhoud(_NAZORG.format(week), owner, day), id_, NAZORG)
                for week, day in enumerate(nazorgdagen(back, weeks, calendar), 1)
            )
            tx.log("thuisschool.nazorg", found.casus_id)
        return Outcome(made, _CASUS)

    def zet_taak_gedaan(self, taak_id: int, *, gedaan: bool) -> Outcome[int]:
        """Tick a task, or open it again. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = self._van_taak(tx, taak_id)
            taken.zet_gedaan(tx, taak_id, self._today() if gedaan else None)
            tx.log("thuisschool.taak_gedaan" if gedaan else "thuisschool.taak_open", found.casus_id)
        return Outcome(taak_id, _CASUS)

    def verwijder_taak(self, taak_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Take a task away, or put it back. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            found = self._van_taak(tx, taak_id)
            taken.zet_verwijderd(tx, taak_id, verwijderd=verwijderd)
            tx.log("thuisschool.taak_weg" if verwijderd else "thuisschool.taak_terug", found.casus_id)
        return Outcome(taak_id, _CASUS)

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _open(self, rx: Rx, id_: int) -> ThuisSchool:
        found = rijen.lees(rx, id_)
        _lopende(rx, found.casus_id)
        return found

    def _van_taak(self, rx: Rx, taak_id: int) -> ThuisSchool:
        period = taken.lees(rx, taak_id).thuisschool_id
        if period is None:
            raise NietGevonden
        return self._open(rx, period)

    def _bewaar(
        self,
        id_: int,
        draft: ThuisSchoolDraft,
        versie: int,
        status: ThuisSchoolStatus | None,
        code: str,
        *,
        op_ladder: bool = False,
    ) -> Outcome[int]:
        draft, today = schoon(draft), self._today()
        _stop_bij(regels.check_thuisschool(draft, today))
        content = regels.parse_thuisschool(draft, today)
        with self._school.transaction() as tx:
            found = self._open(tx, id_)
            wanted = status or found.status
            content = replace(content, actie_id=found.inhoud.actie_id)
            if wanted is not ThuisSchoolStatus.VOORBEREIDING:
                checks = wettelijke_controle(content, self._feiten(tx, found))
                _stop_bij(tuple(Finding(item.veld, item.bewijs) for item in houdt_tegen(checks)))
                if op_ladder or thuisschool_ladder.actie_van(tx, found) is not None:
                    casus = casussen.lees(tx, found.casus_id)
                    on = thuisschool_ladder.zet(tx, casus, found, content, checks, today)
                    content = replace(content, actie_id=on)
            rijen.wijzig(tx, id_, content, wanted, versie)
            drafts.drop(tx, sleutel(found.casus_id, id_))
            tx.log(code, found.casus_id)
        return Outcome(id_, _ALLES)

    def _feiten(self, rx: Rx, found: ThuisSchool) -> WetFeiten:
        return wet_feiten(rx, found, _instellingen(rx), self._today())

    def _beeld(self, rx: Rx, found: ThuisSchool, content: ThuisSchoolInhoud) -> ThuisSchoolBeeld:
        talks = [item.inhoud for item in herstelgesprekken.van_casus(rx, found.casus_id)]
        mine = [item for item in talks if item.thuisschool_id == found.id]
        settings = _instellingen(rx)
        facts = wet_feiten(rx, found, settings, self._today())
        days, logged = content.momenten, rijen.contacten(rx, found.id)
        both = days.vanaf is not None and days.tot is not None and days.vanaf <= days.tot
        return ThuisSchoolBeeld(
            found,
            content,
            wettelijke_controle(content, facts),
            contactdagen(days, logged, facts.kalender, self._clock()),
            logged,
            taken.van_thuisschool(rx, found.id),
            eerdere_stappen(facts.eerder, days.besluit_op or facts.today),
            regels.eerste_dag_terug(days.tot, facts.kalender) if days.tot else None,
            facts.kalender.tel(days.vanaf, days.tot) if both and days.vanaf and days.tot else None,
            facts.meeste_dagen,
            settings.getal("nazorg_weken"),
            any(item.gepland_op is not None for item in mine),
            any(item.gehouden_op is not None for item in mine),
            thuisschool_ladder.actie_van(rx, found) is not None,
            settings.aan("leerplicht_inlichten"),
        )


def sleutel(casus_id: int, id_: int, fase: Fase | None = None) -> str:
    """Key of the draft of a period; with a phase it leads to that phase."""
    key = f"thuisschool:{casus_id}:{id_}"
    return f"{key}:{fase.value}" if fase else key


def wet_feiten(rx: Rx, found: ThuisSchool, settings: Instellingen, today: date) -> WetFeiten:
    """What the legal check of a period needs beside its content."""
    return WetFeiten(
        kalender.lees(rx),
        today,
        school.lees(rx).grondslag,
        settings.getal("thuis_school_dagen"),
        settings.getal("inspectie_dagen"),
        settings.getal("connectie_weken"),
        casus_acties.van_casus(rx, found.casus_id),
    )


def _instellingen(rx: Rx) -> Instellingen:
    return Instellingen(instellingen.lees(rx))


def _lopende(rx: Rx | Tx, casus_id: int) -> Casus:
    found = casussen.lees(rx, casus_id)
    if found.status is CasusStatus.AFGESLOTEN:
        raise CasusIsAfgesloten
    return found


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)
