"""Who stands around a casus: roles, parents with each their own line, steunfiguren with their consent (18, 21, 64)."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime

from svp_desktop.domain import datums
from svp_desktop.domain.casus import Casus, CasusIsAfgesloten, CasusStatus
from svp_desktop.domain.casus_mensen import (
    CasusKind,
    CasusPersoon,
    CasusRol,
    OuderDraft,
    OuderRegel,
    Steunfiguur,
    SteunfiguurDraft,
    check_ouder,
    check_steunfiguur,
    ouder_draft_of,
    parse_ouder,
    parse_steunfiguur,
    steunfiguur_draft_of,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import Betrokkenheid
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.school import Leerling, PersoonSoort
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import casus_mensen as store
from svp_desktop.kluis.stores import casussen, personen, personen_zoeken
from svp_desktop.kluis.transaction import Rx, Tx

_CASUS = Changes.of(Topic.CASUSSEN)
_MET_CONCEPT = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN)


class CasusMensenService:
    """Reads and changes the people of a casus; what is told about a child is told to each parent by themselves."""

    def __init__(self, school: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = school
        self._clock = clock

    # Roles

    def personen(self, casus_id: int) -> tuple[CasusPersoon, ...]:
        """Who has a role in the casus, by role and name."""
        with self._school.reading() as rx:
            return store.personen(rx, casus_id)

    def voorstellen(self, casus_id: int) -> tuple[CasusPersoon, ...]:
        """Children of the coupled incidents who are not in the casus yet: who was hurt as geraakt, others involved."""
        with self._school.reading() as rx:
            known = {item.persoon_id for item in store.personen(rx, casus_id)}
            known.add(casussen.lees(rx, casus_id).leerling_id or 0)
            found = {person: roles for person, roles in store.uit_incidenten(rx, casus_id) if person not in known}
            lines = personen_zoeken.van_ids(rx, found)
        return tuple(
            CasusPersoon(line.id, _rol_van(found[line.id]), line.soort, line.naam, line.omschrijving) for line in lines
        )

    def voeg_toe(self, casus_id: int, persoon_id: int, rol: CasusRol) -> Outcome[int]:
        """Give somebody of the register a role in the casus. Raises InvoerOnjuist, NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            casus = lopende(tx, casus_id)
            person = personen.lees(tx, persoon_id)
            if person is None or personen.verwijderd(tx, persoon_id):
                raise NietGevonden
            if persoon_id == casus.leerling_id:
                raise InvoerOnjuist((Finding("persoon", "Over dit kind gaat de casus al."),))
            if rol is CasusRol.TEAM and isinstance(person, Leerling):
                raise InvoerOnjuist((Finding("persoon", "Een leerling hoort niet bij het team."),))
            store.voeg_persoon_toe(tx, casus_id, persoon_id, rol)
            tx.log("casus.persoon_bij", casus_id)
        return Outcome(persoon_id, _CASUS)

    def verwijder(self, casus_id: int, persoon_id: int, rol: CasusRol) -> Outcome[int]:
        """Take a role away; what was kept of the parents stays. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            store.verwijder_persoon(tx, casus_id, persoon_id, rol)
            tx.log("casus.persoon_weg", casus_id)
        return Outcome(persoon_id, _CASUS)

    # Parents

    def kinderen(self, casus_id: int) -> tuple[CasusKind, ...]:
        """The children whose parents are told: of the casus, hurt, and in a casus of a group involved."""
        with self._school.reading() as rx:
            return kinderen(rx, casussen.lees(rx, casus_id))

    def ouders(self, casus_id: int) -> tuple[OuderRegel, ...]:
        """Each parent of each of these children, with what was told, sent and contributed."""
        with self._school.reading() as rx:
            return store.ouders(rx, casus_id, kinderen(rx, casussen.lees(rx, casus_id)))

    def check_ouder(self, draft: OuderDraft) -> tuple[Finding, ...]:
        """Findings of what is typed about a parent."""
        return check_ouder(draft, self._today())

    def ouder(self, casus_id: int, leerling_id: int, ouder_id: int) -> OuderRegel:
        """The line of one parent. Raises NietGevonden when this parent does not belong to the casus (any more)."""
        with self._school.reading() as rx:
            return _regel(rx, casussen.lees(rx, casus_id), leerling_id, ouder_id)

    def bewaar_ouder(
        self, casus_id: int, leerling_id: int, ouder_id: int, draft: OuderDraft, gezien: OuderDraft | None = None
    ) -> Outcome[OuderRegel]:
        """Keep what is known of one parent; returns the line as it was. `gezien` is the line that was on the screen.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        _stop_bij(self.check_ouder(draft))
        with self._school.transaction() as tx:
            now = _regel(tx, casussen.lees(tx, casus_id), leerling_id, ouder_id)
            if gezien is not None and ouder_draft_of(now) != schoon(gezien):
                raise IntussenVeranderd
            before = self._zet_ouder(tx, casus_id, leerling_id, ouder_id, draft)
            drafts.drop(tx, ouder_sleutel(casus_id, leerling_id, ouder_id))
        return Outcome(before, _MET_CONCEPT)

    def vandaag_ingelicht(self, casus_id: int, leerling_id: int, ouder_id: int) -> Outcome[OuderRegel]:
        """Write down that this parent was told today; returns the line as it was. What is half typed about this
        parent stays. Raises NietGevonden, CasusIsAfgesloten."""
        return self._zet_ingelicht(casus_id, leerling_id, ouder_id, datums.kort(self._today()))

    def niet_ingelicht(self, casus_id: int, leerling_id: int, ouder_id: int) -> Outcome[OuderRegel]:
        """Take back that this parent was told. Raises NietGevonden, CasusIsAfgesloten."""
        return self._zet_ingelicht(casus_id, leerling_id, ouder_id, "")

    def _zet_ingelicht(self, casus_id: int, leerling_id: int, ouder_id: int, op: str) -> Outcome[OuderRegel]:
        with self._school.transaction() as tx:
            now = ouder_draft_of(_regel(tx, casussen.lees(tx, casus_id), leerling_id, ouder_id))
            before = self._zet_ouder(tx, casus_id, leerling_id, ouder_id, replace(now, ingelicht_op=op))
        return Outcome(before, _CASUS)

    def _zet_ouder(self, tx: Tx, casus_id: int, leerling_id: int, ouder_id: int, draft: OuderDraft) -> OuderRegel:
        before = _regel(tx, lopende(tx, casus_id), leerling_id, ouder_id)
        store.zet_ouder(tx, casus_id, leerling_id, ouder_id, parse_ouder(draft, self._today()))
        tx.log("casus.ouder", casus_id)
        return before

    # Steunfiguren

    def steunfiguren(self, casus_id: int) -> tuple[Steunfiguur, ...]:
        """Who helps, in the order in which they were added."""
        with self._school.reading() as rx:
            return store.steunfiguren(rx, casus_id)

    def check_steunfiguur(self, draft: SteunfiguurDraft) -> tuple[Finding, ...]:
        """Findings of a steunfiguur."""
        return check_steunfiguur(draft, self._today())

    def steunfiguur(self, casus_id: int, steunfiguur_id: int) -> Steunfiguur:
        """One steunfiguur of the casus. Raises NietGevonden, also for one that was taken away."""
        found = next((item for item in self.steunfiguren(casus_id) if item.id == steunfiguur_id), None)
        if found is None:
            raise NietGevonden
        return found

    def bewaar_steunfiguur(
        self,
        casus_id: int,
        draft: SteunfiguurDraft,
        steunfiguur_id: int | None = None,
        gezien: SteunfiguurDraft | None = None,
    ) -> Outcome[int]:
        """Add somebody who helps, or change one (`gezien` is what was on the screen); returns the id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        _stop_bij(self.check_steunfiguur(draft))
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            if draft.persoon_id is not None and personen.lees(tx, draft.persoon_id) is None:
                raise NietGevonden
            item = parse_steunfiguur(draft, steunfiguur_id or 0, casus_id, self._today())
            drafts.drop(tx, steunfiguur_sleutel(casus_id, steunfiguur_id))
            if steunfiguur_id is None:
                steunfiguur_id = store.voeg_steunfiguur_toe(tx, item)
                tx.log("steunfiguur.nieuw", casus_id)
            else:
                now = steunfiguur_draft_of(store.steunfiguur_van(tx, steunfiguur_id))
                if gezien is not None and now != schoon(gezien):
                    raise IntussenVeranderd
                store.wijzig_steunfiguur(tx, item)
                tx.log("steunfiguur.gewijzigd", casus_id)
        return Outcome(steunfiguur_id, _MET_CONCEPT)

    def verwijder_steunfiguur(self, steunfiguur_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Take a steunfiguur away, or back. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            item = store.steunfiguur_van(tx, steunfiguur_id)
            lopende(tx, item.casus_id)
            store.zet_steunfiguur_verwijderd(tx, steunfiguur_id, verwijderd=verwijderd)
            tx.log("steunfiguur.verwijderd" if verwijderd else "steunfiguur.hersteld", item.casus_id)
        return Outcome(steunfiguur_id, _CASUS)

    def _today(self) -> date:
        return self._clock().date()


def ouder_sleutel(casus_id: int, leerling_id: int, ouder_id: int) -> str:
    """Key of the draft about one parent."""
    return f"mensen:{casus_id}:ouder:{leerling_id}:{ouder_id}"


def steunfiguur_sleutel(casus_id: int, steunfiguur_id: int | None) -> str:
    """Key of the draft of a steunfiguur."""
    return f"mensen:{casus_id}:steun:{steunfiguur_id or 0}"


def brief_gestuurd(tx: Tx, casus_id: int, ouder_ids: Collection[int], op: date) -> None:
    """A letter was handed out to these parents: their lines in the casus say so. What was known of them stays; an
    earlier letter gives way to this one. Parents who are not in the casus are left alone."""
    for line in store.ouders(tx, casus_id, kinderen(tx, casussen.lees(tx, casus_id))):
        if line.ouder_id in ouder_ids and line.in_register and (line.brief_op is None or line.brief_op < op):
            store.zet_ouder(tx, casus_id, line.leerling_id, line.ouder_id, (line.inbreng, line.ingelicht_op, op))
            tx.log("casus.ouder", casus_id)


def lopende(rx: Rx, casus_id: int) -> Casus:
    """The casus, when it may still change. Raises NietGevonden, CasusIsAfgesloten."""
    found = casussen.lees(rx, casus_id)
    if found.status is CasusStatus.AFGESLOTEN:
        raise CasusIsAfgesloten
    return found


def kinderen(rx: Rx, casus: Casus) -> tuple[CasusKind, ...]:
    """The children of a casus: its own child first, then who is hurt, then (in a casus of a group) who is involved."""
    own = () if casus.leerling_id is None else (CasusKind(casus.leerling_id, casus.titel),)
    wanted = (CasusRol.GERAAKT,) if own else (CasusRol.GERAAKT, CasusRol.BETROKKEN)
    others = {
        item.persoon_id: CasusKind(item.persoon_id, item.naam, item.rol)
        for rol in reversed(wanted)
        for item in store.personen(rx, casus.id)
        if item.rol is rol and item.soort is PersoonSoort.LEERLING
    }
    return (*own, *sorted(others.values(), key=lambda kind: (kind.rol is not CasusRol.GERAAKT, kind.naam)))


def _regel(rx: Rx, casus: Casus, leerling_id: int, ouder_id: int) -> OuderRegel:
    lines = store.ouders(rx, casus.id, kinderen(rx, casus))
    found = next((item for item in lines if (item.leerling_id, item.ouder_id) == (leerling_id, ouder_id)), None)
    if found is None:
        raise NietGevonden
    return found


def _rol_van(rollen: frozenset[Betrokkenheid]) -> CasusRol:
    return CasusRol.GERAAKT if Betrokkenheid.SLACHTOFFER in rollen else CasusRol.BETROKKEN


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)
