"""The actions of a casus: plan, record with its guards, tick off, and what the school comes back to (60-79)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from svp_desktop.domain import casus as regels
from svp_desktop.domain.actie_velden import wachtend
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import (
    ActieDraft,
    Casus,
    CasusActie,
    CasusIsAfgesloten,
    CasusStatus,
    GeplandeActie,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.datums import dag_maand, kort
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.waarborgen import Omgeving, Vraag, check_waarborgen, op_dossier, open_bookmarks, vragen
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casus_acties, casussen, instellingen, kalender, thuisschool
from svp_desktop.kluis.stores.casussen import LOPENDE
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import casus_zorg

#: Said where somebody is filled in who was taken out of the register.
NIET_MEER = "Deze collega staat niet meer in het register."
_CASUS = Changes.of(Topic.CASUSSEN)


@dataclass(frozen=True, slots=True)
class Actiebeeld:
    """What stands beside an action that is being written: its guards, what is on file, and the findings."""

    vragen: tuple[Vraag, ...]
    dossier: tuple[str, ...]
    findings: tuple[Finding, ...]


class CasusActies:
    """The part of Lopende casussen that is about actions."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = school
        self._clock = clock

    # Reading

    def acties(self, casus_id: int) -> tuple[CasusActie, ...]:
        """The actions of a casus, oldest first; planned ones too."""
        with self._school.reading() as rx:
            return casus_acties.van_casus(rx, casus_id)

    def prullenbak(self, casus_id: int) -> tuple[CasusActie, ...]:
        """The actions that were thrown away, the last one first."""
        with self._school.reading() as rx:
            return casus_acties.prullenbak(rx, casus_id)

    def gepland(self, tot: date | None = None) -> tuple[GeplandeActie, ...]:
        """The actions that wait in running casussen, up to and with a day: late ones first by themselves.

        A thuis-school that was decided tells by itself what it asks for.
        """
        today = self._today()
        with self._school.reading() as rx:
            titels = {item.id: item.titel for item in casussen.alle(rx, LOPENDE)}
            decided = thuisschool.acties(rx)
            waiting = [item for item in casus_acties.gepland(rx, LOPENDE, tot) if item.id not in decided]
        return tuple(
            GeplandeActie(item.id, item.casus_id, titels[item.casus_id], _stap(item), item.datum, item.te_laat(today))
            for item in waiting
        )

    def terugkomen(self) -> tuple[GeplandeActie, ...]:
        """Done actions to which the school comes back: bookmarks without a talk, and days that were agreed.

        A bookmark has no day of its own: it stands at today and is never late.
        """
        today = self._today()
        with self._school.reading() as rx:
            titels = {item.id: item.titel for item in casussen.alle(rx, LOPENDE)}
            per_casus = casus_acties.van_casussen(rx, LOPENDE)
        found = []
        for casus_id, acties in per_casus.items():
            for item in open_bookmarks(acties):
                words = f"Gesprek na de bookmark van {dag_maand(item.datum)}"
                found.append(GeplandeActie(item.id, casus_id, titels[casus_id], words, today, te_laat=False))
            for item in acties:
                for words, day in wachtend(item.actie, item.velden) if item.gedaan else ():
                    found.append(GeplandeActie(item.id, casus_id, titels[casus_id], words, day, te_laat=day < today))
        return tuple(found)

    def actiebeeld(self, casus_id: int, draft: ActieDraft, actie_id: int | None = None) -> Actiebeeld:
        """What the form shows beside a draft. Raises NietGevonden."""
        today = self._today()
        with self._school.reading() as rx:
            casussen.lees(rx, casus_id)
            around = omgeving(rx, casus_id, actie_id)
        return Actiebeeld(
            vragen(draft, around, today), op_dossier(around, draft.actie, today), _check(draft, around, today)
        )

    # Writing

    def check_actie(self, casus_id: int, draft: ActieDraft, actie_id: int | None = None) -> tuple[Finding, ...]:
        """Findings of an action in this casus, those of its guards among them. Raises NietGevonden."""
        return self.actiebeeld(casus_id, draft, actie_id).findings

    def leg_vast(
        self, casus_id: int, draft: ActieDraft, actie_id: int | None = None, versie: int | None = None
    ) -> Outcome[int]:
        """Record or plan an action, or change one (`versie` is the one that was on the screen); returns its id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        today = self._today()
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            around = omgeving(tx, casus_id, actie_id)
            stop_bij(_check(draft, around, today))
            inhoud = regels.parse_actie(_alleen_gevraagd(draft, around, today), today)
            before = None if actie_id is None else _actie_van(tx, casus_id, actie_id)
            if before is None or actie_id is None:
                actie_id = casus_acties.voeg_toe(tx, casus_id, inhoud)
                tx.log("actie.nieuw", actie_id)
            else:
                casus_acties.wijzig(tx, actie_id, inhoud, before.versie if versie is None else versie)
                tx.log("actie.gewijzigd", actie_id)
            if inhoud.overgeslagen:
                tx.log("actie.waarborg", actie_id)
            casus_zorg.volg_actie(tx, before, inhoud, casus_id, today)
            drafts.drop(tx, f"actie:{casus_id}")
        return Outcome(actie_id, Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN))

    def rond_af(self, actie_id: int, datum: date) -> Outcome[CasusActie]:
        """Tick a planned action as done on a day, today at the latest; returns the action as it now is.

        Raises InvoerOnjuist (also when a guard asks for a reason), NietGevonden, CasusIsAfgesloten.
        """
        if datum > self._today():
            raise InvoerOnjuist((Finding("datum", "Deze dag is nog niet geweest. Kies vandaag of een eerdere dag."),))
        with self._school.transaction() as tx:
            actie = casus_acties.lees(tx, actie_id)
            lopende(tx, actie.casus_id)
            draft = als_gedaan(actie, datum)
            stop_bij(check_waarborgen(draft, omgeving(tx, actie.casus_id, actie_id), self._today()))
            casus_acties.wijzig(tx, actie_id, regels.parse_actie(draft, self._today()), actie.versie)
            tx.log("actie.gedaan", actie_id)
            done = casus_acties.lees(tx, actie_id)
            casus_zorg.volg_actie(tx, actie, done, actie.casus_id, self._today())
        return Outcome(done, _CASUS)

    def verwijder_actie(self, actie_id: int) -> Outcome[int]:
        """Move an action to the prullenbak. Raises NietGevonden, CasusIsAfgesloten."""
        return self._zet_verwijderd(actie_id, verwijderd=True)

    def herstel_actie(self, actie_id: int) -> Outcome[int]:
        """Take an action out of the prullenbak. Raises NietGevonden, CasusIsAfgesloten."""
        return self._zet_verwijderd(actie_id, verwijderd=False)

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _zet_verwijderd(self, actie_id: int, *, verwijderd: bool) -> Outcome[int]:
        with self._school.transaction() as tx:
            lopende(tx, casus_acties.lees(tx, actie_id).casus_id)
            casus_acties.zet_verwijderd(tx, actie_id, verwijderd)
            tx.log("actie.verwijderd" if verwijderd else "actie.hersteld", actie_id)
        return Outcome(actie_id, _CASUS)


def als_gedaan(actie: CasusActie, datum: date) -> ActieDraft:
    """The form of a planned action as it is when it was done on this day."""
    end = actie.tot if actie.tot and actie.tot >= datum else None
    return replace(regels.actie_draft_of(actie), datum=kort(datum), tot=kort(end) if end else "", gedaan=True)


def lopende(rx: Rx, casus_id: int) -> Casus:
    """A casus that can be changed. Raises NietGevonden, CasusIsAfgesloten."""
    found = casussen.lees(rx, casus_id)
    if found.status is CasusStatus.AFGESLOTEN:
        raise CasusIsAfgesloten
    return found


def stop_bij(findings: tuple[Finding, ...]) -> None:
    """Raises InvoerOnjuist when one of the findings blocks."""
    if blocking(findings):
        raise InvoerOnjuist(findings)


def omgeving(rx: Rx, casus_id: int, actie_id: int | None) -> Omgeving:
    """What the guards look at: every other action of the casus, its incidents, the calendar and the terms."""
    terms = Instellingen(instellingen.lees(rx))
    return Omgeving(
        tuple(item for item in casus_acties.van_casus(rx, casus_id) if item.id != actie_id),
        tuple((item.datum, item.mand) for item in casussen.incidenten(rx, casus_id)),
        kalender.lees(rx),
        terms.getal("connectie_weken"),
        terms.getal("gastklas_dagen"),
    )


def _check(draft: ActieDraft, around: Omgeving, today: date) -> tuple[Finding, ...]:
    return (*regels.check_actie(draft, today), *check_waarborgen(draft, around, today))


def _alleen_gevraagd(draft: ActieDraft, around: Omgeving, today: date) -> ActieDraft:
    """Without reasons for guards that do not speak (another action was chosen after the reason was typed)."""
    asked = {item.waarborg.value for item in vragen(draft, around, today)}
    return replace(draft, overgeslagen=tuple(item for item in draft.overgeslagen if item.waarborg in asked))


def _actie_van(rx: Rx, casus_id: int, actie_id: int) -> CasusActie:
    found = casus_acties.lees(rx, actie_id)
    if found.casus_id != casus_id:
        raise NietGevonden
    return found


def _stap(item: CasusActie) -> str:
    """What waits, in one line: "Telefoonronde, Jan de Boer"."""
    return ", ".join(part for part in (ACTIE_VAN_CODE[item.actie].kort, " ".join(item.wie.split())) if part)
