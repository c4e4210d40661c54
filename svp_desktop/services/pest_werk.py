"""What the coordinator does in a pestzaak: test, signals, steps of an approach, and checks with the child."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.pest_aanpak import (
    Aanpak,
    AanpakDraft,
    Stap,
    StapDraft,
    StapInhoud,
    aanpakken,
    check_aanpak,
    check_stap,
    parse_stap,
    stappen_van,
)
from svp_desktop.domain.pest_beeld import laatste_heropening
from svp_desktop.domain.pest_nazorg import (
    Check,
    CheckDraft,
    PlanDraft,
    PlanRegel,
    check_check,
    check_plan,
    momenten,
    parse_check,
    sinds_heropening,
    weken_van,
)
from svp_desktop.domain.pest_signalen import Regel, Signaal, SignaalDraft, Signaallijst, check_signaal, regels
from svp_desktop.domain.pest_toets import ToetsDraft, check_toets, draft_van, parse_toets
from svp_desktop.domain.pestzaak import PestStatus, PestVerloop, Pestzaak
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import kalender, pest_werk, pestzaken
from svp_desktop.kluis.transaction import Tx
from svp_desktop.services import pest_lezen
from svp_desktop.services.casus_acties import stop_bij
from svp_desktop.services.pest_toegang import PestToegang

_PEST = Changes.of(Topic.PESTEN)
_MET_CONCEPT = Changes.of(Topic.PESTEN, Topic.CONCEPTEN)


class PestWerk(PestToegang):
    """The part of Pestcoördinatie that is about what is done."""

    # The test

    def toets_begin(self, zaak_id: int) -> ToetsDraft:
        """A new test: what the last one knew, with the day to look again when not all is known."""
        with self._lezen() as rx:
            before = pest_werk.toetsen(rx, zaak_id)
            days = pest_lezen.waarden(rx).getal("pest_hertoets_dagen")
        again = datums.kort(self._today().fromordinal(self._today().toordinal() + days))
        return replace(draft_van(before[-1]) if before else ToetsDraft(), hertoets_op=again)

    def check_toets(self, draft: ToetsDraft) -> tuple[Finding, ...]:
        """Findings of a test."""
        return check_toets(schoon(draft), self._today())

    def toets(self, zaak_id: int, draft: ToetsDraft) -> Outcome[int]:
        """Keep a test; the ones before stay. Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, _zaak):
            stop_bij(check_toets(draft, self._today()))
            day, outcome, content, again = parse_toets(draft, self._today())
            toets_id = pest_werk.voeg_toets_toe(tx, zaak_id, day, outcome, content, again)
            drafts.drop(tx, f"pestzaak:{zaak_id}:toets")
            tx.log("pest.toets", zaak_id)
        return Outcome(toets_id, _MET_CONCEPT)

    def verwijder_toets(self, toets_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak or out of it. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._bak() as tx:
            zaak_id = pest_werk.zet_toets_verwijderd(tx, toets_id, verwijderd=verwijderd)
            self._open(tx, zaak_id)
            tx.log("pest.toets_weg" if verwijderd else "pest.toets_terug", zaak_id)
        return Outcome(toets_id, _PEST)

    # Signals

    def signaallijst(self, lijst: Signaallijst) -> tuple[Regel, ...]:
        """The school's list."""
        with self._school.reading() as rx:
            return regels(pest_lezen.waarden(rx).lijst(f"pest_signalen_{lijst.value}"))

    def check_signaal(self, draft: SignaalDraft) -> tuple[Finding, ...]:
        """Findings of what somebody saw."""
        return check_signaal(schoon(draft), self._today())

    def signaal(self, zaak_id: int, draft: SignaalDraft) -> Outcome[tuple[int, ...]]:
        """Keep what one person saw on one day. Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten,
        GeenToegang."""
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, zaak):
            stop_bij(check_signaal(draft, self._today()))
            day = datums.parse_datum(draft.datum, self._today())
            if isinstance(day, Finding) or draft.persoon_id not in {one.persoon_id for one in zaak.personen}:
                raise NietGevonden
            seen = [
                Signaal(0, draft.persoon_id, draft.lijst, name, day, draft.gezien_door.strip(), draft.notitie.strip())
                for name in sorted(draft.signalen)
            ]
            ids = pest_werk.voeg_signalen_toe(tx, zaak_id, seen)
            drafts.drop(tx, f"pestzaak:{zaak_id}:signaal")
            tx.log("pest.signaal", zaak_id)
        return Outcome(ids, _MET_CONCEPT)

    def verwijder_signaal(self, signaal_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak or out of it. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._bak() as tx:
            zaak_id = pest_werk.zet_signaal_verwijderd(tx, signaal_id, verwijderd=verwijderd)
            self._open(tx, zaak_id)
            tx.log("pest.signaal_weg" if verwijderd else "pest.signaal_terug", zaak_id)
        return Outcome(signaal_id, _PEST)

    # Steps and approaches

    def aanpakken(self) -> tuple[Aanpak, ...]:
        """The school's own list."""
        with self._school.reading() as rx:
            return aanpakken(pest_lezen.waarden(rx).lijst("pest_aanpakken"))

    def aanpak_stappen(self, aanpak: Aanpak, begin: date) -> tuple[StapInhoud, ...]:
        """The steps that an approach brings when it begins on this day."""
        with self._school.reading() as rx:
            return stappen_van(aanpak, begin, None, kalender.lees(rx))

    def check_aanpak(self, draft: AanpakDraft) -> tuple[Finding, ...]:
        """Findings of beginning an approach."""
        return check_aanpak(schoon(draft), self.aanpakken(), self._today())

    def begin_aanpak(self, zaak_id: int, draft: AanpakDraft) -> Outcome[int]:
        """Put the steps of an approach on their days, and its checks when none are planned; returns how many steps.

        Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten, GeenToegang.
        """
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, zaak):
            settings = pest_lezen.waarden(tx)
            choice = aanpakken(settings.lijst("pest_aanpakken"))
            stop_bij(check_aanpak(draft, choice, self._today()))
            chosen = next(one for one in choice if one.naam == draft.naam)
            begin = datums.parse_datum(draft.begin, self._today())
            assert isinstance(begin, date)
            steps = stappen_van(chosen, begin, draft.eigenaar_id, kalender.lees(tx))
            for step in steps:
                pest_werk.voeg_stap_toe(tx, zaak_id, step, chosen.bron)
            reopened = laatste_heropening(pestzaken.verloop(tx, zaak_id))
            if not any(one.wacht for one in sinds_heropening(pest_werk.checks(tx, zaak_id), reopened)):
                weeks = chosen.checks or weken_van(settings.lijst("pest_check_weken"))
                self._plan(tx, zaak, begin, weeks)
            names = tuple(dict.fromkeys((*zaak.inhoud.aanpak, chosen.naam)))
            pestzaken.zet_inhoud(tx, zaak_id, replace(zaak.inhoud, aanpak=names))
            drafts.drop(tx, f"pestzaak:{zaak_id}:aanpak")
            tx.log("pest.aanpak", zaak_id)
        return Outcome(len(steps), _MET_CONCEPT)

    def lees_stap(self, stap_id: int) -> Stap:
        """One step. Raises NietGevonden, GeenToegang."""
        with self._lezen() as rx:
            return pest_werk.stap(rx, stap_id)

    def check_stap(self, draft: StapDraft) -> tuple[Finding, ...]:
        """Findings of a step."""
        return check_stap(schoon(draft), self._today())

    def bewaar_stap(self, zaak_id: int, draft: StapDraft, stap_id: int = 0, versie: int = 1) -> Outcome[int]:
        """A new step (0), or version `versie` of one anew; returns its id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, PestzaakIsAfgesloten, GeenToegang.
        """
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, _zaak):
            stop_bij(check_stap(draft, self._today()))
            content = parse_stap(draft, self._today())
            drafts.drop(tx, f"pestzaak:{zaak_id}:stap:{stap_id}" if stap_id else f"pestzaak:{zaak_id}:stap")
            if stap_id:
                pest_werk.wijzig_stap(tx, stap_id, content, versie)
                tx.log("pest.stap", zaak_id)
            else:
                stap_id = pest_werk.voeg_stap_toe(tx, zaak_id, content)
                tx.log("pest.stap_nieuw", zaak_id)
        return Outcome(stap_id, _MET_CONCEPT)

    def zet_gedaan(self, stap_id: int, *, gedaan: bool) -> Outcome[int]:
        """Done today, or open again. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._bak() as tx:
            step = pest_werk.stap(tx, stap_id)
            self._open(tx, step.pestzaak_id)
            pest_werk.zet_stap_gedaan(tx, stap_id, self._today() if gedaan else None)
            tx.log("pest.stap_gedaan" if gedaan else "pest.stap_open", step.pestzaak_id)
        return Outcome(stap_id, _PEST)

    def verwijder_stap(self, stap_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak or out of it. Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang."""
        with self._bak() as tx:
            zaak_id = pest_werk.zet_stap_verwijderd(tx, stap_id, verwijderd=verwijderd)
            self._open(tx, zaak_id)
            tx.log("pest.stap_weg" if verwijderd else "pest.stap_terug", zaak_id)
        return Outcome(stap_id, _PEST)

    # Nazorg

    def plan_begin(self, zaak_id: int) -> PlanDraft:
        """The checks that are still to be held, and room for one more; with none yet those that the school asks for."""
        with self._lezen() as rx:
            found = pest_lezen.beeld(rx, zaak_id, self._today()).tellende_checks
            waiting = [(item.id, item.inhoud.weken, datums.kort(item.gepland_op)) for item in found if item.wacht]
            if not found:
                weeks = weken_van(pest_lezen.waarden(rx).lijst("pest_check_weken"))
                days = momenten(self._today(), weeks, kalender.lees(rx))
                return PlanDraft(tuple(PlanRegel(0, week, datums.kort(day)) for week, day in days))
        return PlanDraft((*(PlanRegel(id_, week, day, day) for id_, week, day in waiting), PlanRegel()))

    def check_plan(self, draft: PlanDraft) -> tuple[Finding, ...]:
        """Findings of the days of the checks."""
        return check_plan(schoon(draft), self._today())

    def plan_checks(self, zaak_id: int, draft: PlanDraft) -> Outcome[int]:
        """Plan checks, move them, or (an empty day) put one in the prullenbak.

        Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten, GeenToegang.
        """
        draft = schoon(draft)
        with self._schrijven(zaak_id) as (tx, zaak):
            stop_bij(check_plan(draft, self._today()))
            waiting = {item.id for item in pest_werk.checks(tx, zaak_id) if item.wacht}
            for line in draft.regels:
                self._plan_line(tx, zaak_id, line, waiting)
            self._to_nazorg(tx, zaak)
            drafts.drop(tx, f"pestzaak:{zaak_id}:plannen")
            tx.log("pest.nazorg", zaak_id)
        return Outcome(zaak_id, _MET_CONCEPT)

    def _plan_line(self, tx: Tx, zaak_id: int, line: PlanRegel, waiting: set[int]) -> None:
        day = datums.parse_datum(line.dag, self._today()) if line.dag.strip() else None
        if line.check_id:
            # a check that was held meanwhile keeps its day and what the child said
            if line.check_id not in waiting:
                raise NietGevonden("Deze check is intussen gehouden of weggehaald.", now="Ga terug en kijk opnieuw.")
            if isinstance(day, date):
                pest_werk.verzet_check(tx, line.check_id, day)
            else:
                pest_werk.zet_check_verwijderd(tx, line.check_id, verwijderd=True)
        elif isinstance(day, date):
            pest_werk.plan_check(tx, zaak_id, day, line.weken)

    def lees_check(self, check_id: int) -> Check:
        """One check. Raises NietGevonden, GeenToegang."""
        with self._lezen() as rx:
            return pest_werk.check(rx, check_id)

    def check_check(self, draft: CheckDraft, gemeld_op: date | None = None) -> tuple[Finding, ...]:
        """Findings of a check in a pestzaak that was reported on that day."""
        return check_check(schoon(draft), self._today(), gemeld_op)

    def houd_check(self, zaak_id: int, check_id: int, draft: CheckDraft, versie: int = 1) -> Outcome[int]:
        """What the child said at a planned check, or (0) at an extra one; plans the next one when it did not stop.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, PestzaakIsAfgesloten, GeenToegang.
        """
        draft = schoon(draft)
        today = self._today()
        with self._schrijven(zaak_id) as (tx, zaak):
            stop_bij(check_check(draft, today, zaak.gemeld_op))
            weeks = pest_werk.check(tx, check_id).inhoud.weken if check_id else 0
            day, content, later = parse_check(draft, today, weeks)
            drafts.drop(tx, f"pestzaak:{zaak_id}:check:{check_id}" if check_id else f"pestzaak:{zaak_id}:check")
            if not check_id:
                check_id, versie = pest_werk.plan_check(tx, zaak_id, day, 0), 1
            assert draft.nagekomen is not None
            assert draft.gestopt is not None
            pest_werk.houd_check(tx, check_id, versie, day, (draft.nagekomen, draft.gestopt), content)
            planned = {one.gepland_op for one in pest_werk.checks(tx, zaak_id) if one.wacht}
            # nobody asks a child the same twice on a day
            if later is not None and later not in planned:
                pest_werk.plan_check(tx, zaak_id, later, 0)
            self._to_nazorg(tx, zaak)
            tx.log("pest.check", zaak_id)
        return Outcome(check_id, _MET_CONCEPT)

    def verwijder_check(self, check_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak or out of it: only a check that was not held goes.

        Raises NietGevonden, PestzaakIsAfgesloten, GeenToegang.
        """
        with self._bak() as tx:
            if pest_werk.check(tx, check_id).gehouden_op is not None:
                raise NietGevonden(
                    "Deze check is gehouden. Wat het kind zei, blijft bewaard.", now="Voeg een nieuwe check toe."
                )
            zaak_id = pest_werk.zet_check_verwijderd(tx, check_id, verwijderd=verwijderd)
            self._open(tx, zaak_id)
            tx.log("pest.check_weg" if verwijderd else "pest.check_terug", zaak_id)
        return Outcome(check_id, _PEST)

    def _plan(self, tx: Tx, zaak: Pestzaak, begin: date, weken: Sequence[int]) -> None:
        for weeks, day in momenten(begin, weken, kalender.lees(tx)):
            pest_werk.plan_check(tx, zaak.id, day, weeks)

    def _to_nazorg(self, tx: Tx, zaak: Pestzaak) -> None:
        if zaak.status is PestStatus.LOPEND:
            pestzaken.zet(tx, zaak.id, status=PestStatus.NAZORG.value)
            pestzaken.voeg_verloop_toe(tx, zaak.id, self._today(), PestVerloop.NAZORG)
