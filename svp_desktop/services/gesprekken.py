"""Talks of a casus, how often each child was heard this year, and what waits (demands 19-22)."""

from collections.abc import Callable
from datetime import date, datetime

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.gesprekken import (
    Gesprek,
    GesprekDraft,
    GesprekPersoon,
    GesprekSoort,
    GesprekWacht,
    KindTelling,
    WachtendGesprek,
    check_gesprek,
    parse_gesprek,
    wachttijd,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.school import schooljaar, schooljaar_grenzen
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casus_mensen, casussen, instellingen, kalender, personen
from svp_desktop.kluis.stores import gesprekken as store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.casus_mensen import kinderen, lopende

_CASUS = Changes.of(Topic.CASUSSEN)
_MET_CONCEPT = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN)


class GesprekkenService:
    """Everything that the window asks about talks."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = school
        self._clock = clock

    def van_casus(self, casus_id: int) -> tuple[Gesprek, ...]:
        """The talks of a casus: what waits first, then what was held, newest first."""
        with self._school.reading() as rx:
            return store.van_casus(rx, casus_id)

    def lees(self, gesprek_id: int) -> Gesprek:
        """One talk. Raises NietGevonden."""
        with self._school.reading() as rx:
            return store.lees(rx, gesprek_id)

    def wachttijden(self, casus_id: int) -> dict[int, GesprekWacht]:
        """How long each talk waits that was asked and not held, by the id of the talk."""
        today = self._today()
        with self._school.reading() as rx:
            calendar = kalender.lees(rx)
            found = {item.id: wachttijd(item, today, calendar) for item in store.van_casus(rx, casus_id)}
        return {id_: waiting for id_, waiting in found.items() if waiting is not None}

    def wachtend(self) -> tuple[WachtendGesprek, ...]:
        """Every talk of a running casus that was asked or planned and not held."""
        today = self._today()
        with self._school.reading() as rx:
            calendar = kalender.lees(rx)
            titles = {item.id: item.titel for item in casussen.alle(rx, casussen.LOPENDE)}
            return tuple(
                WachtendGesprek(item, titles[item.casus_id], wachttijd(item, today, calendar))
                for item in store.wachtend(rx, casussen.LOPENDE)
            )

    def tellingen(self, casus_id: int) -> tuple[KindTelling, ...]:
        """Kindgesprekken of this school year of each child of the casus, against the setting (demand 19)."""
        first, last = schooljaar_grenzen(schooljaar(self._today()))
        with self._school.reading() as rx:
            children = kinderen(rx, casussen.lees(rx, casus_id))
            goal = Instellingen(instellingen.lees(rx)).getal("kindgesprekken")
            counts = store.tel_kindgesprekken(rx, [kind.leerling_id for kind in children], first, last)
        return tuple(
            KindTelling(kind.leerling_id, kind.naam, counts.get(kind.leerling_id, 0), goal) for kind in children
        )

    def met_wie(self, casus_id: int, soort: GesprekSoort) -> tuple[GesprekPersoon, ...]:
        """Whom a talk of this kind can be with: children, parents, or any of both."""
        with self._school.reading() as rx:
            casus = casussen.lees(rx, casus_id)
            children, parents = _kinderen(rx, casus), _ouders(rx, casus)
        if soort is GesprekSoort.KIND:
            return children
        return parents if soort is GesprekSoort.OUDER else (*children, *parents)

    def check(self, draft: GesprekDraft) -> tuple[Finding, ...]:
        """Findings of a talk."""
        return check_gesprek(schoon(draft), self._today())

    def bewaar(
        self, casus_id: int, draft: GesprekDraft, gesprek_id: int | None = None, versie: int = 1
    ) -> Outcome[int]:
        """Add a talk, or change version `versie` of one; returns its id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        findings = check_gesprek(draft, self._today())
        if blocking(findings):
            raise InvoerOnjuist(findings)
        inhoud = parse_gesprek(draft, self._today())
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            if inhoud.persoon_id is not None and personen.lees(tx, inhoud.persoon_id) is None:
                raise NietGevonden
            drafts.drop(tx, sleutel(casus_id, gesprek_id))
            if gesprek_id is None:
                gesprek_id = store.voeg_toe(tx, casus_id, inhoud)
                tx.log("gesprek.nieuw", casus_id)
            else:
                store.wijzig(tx, gesprek_id, inhoud, versie)
                tx.log("gesprek.gewijzigd", casus_id)
        return Outcome(gesprek_id, _MET_CONCEPT)

    def verwijder(self, gesprek_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Put a talk in the prullenbak, or take it out. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            item = store.lees(tx, gesprek_id)
            lopende(tx, item.casus_id)
            store.zet_verwijderd(tx, gesprek_id, verwijderd=verwijderd)
            tx.log("gesprek.verwijderd" if verwijderd else "gesprek.hersteld", item.casus_id)
        return Outcome(gesprek_id, _CASUS)

    def _today(self) -> date:
        return self._clock().date()


def sleutel(casus_id: int, gesprek_id: int | None) -> str:
    """Key of the draft of a talk."""
    return f"gesprek:{casus_id}:{gesprek_id or 0}"


def _kinderen(rx: Rx, casus: Casus) -> tuple[GesprekPersoon, ...]:
    """The children of the casus; in a casus of a group every pupil of the group too."""
    found = {kind.leerling_id: GesprekPersoon(kind.leerling_id, kind.naam, "kind") for kind in kinderen(rx, casus)}
    if casus.groep_id is not None:
        for pupil in personen.leerlingen_van_groep(rx, casus.groep_id):
            found.setdefault(pupil.id, GesprekPersoon(pupil.id, str(pupil.naam), "kind"))
    return tuple(found.values())


def _ouders(rx: Rx, casus: Casus) -> tuple[GesprekPersoon, ...]:
    lines = casus_mensen.ouders(rx, casus.id, kinderen(rx, casus))
    found = {
        item.ouder_id: GesprekPersoon(item.ouder_id, item.naam, f"{item.relatie or 'ouder'} van {item.kind}")
        for item in reversed(lines)
    }
    return tuple(reversed(found.values()))
