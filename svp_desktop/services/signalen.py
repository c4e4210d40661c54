"""Signals and scaling up: what is due, the overleg with its actions, and points for the agenda (demands 35-38)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain import datums
from svp_desktop.domain.casus import CasusStatus
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.school import PersoonSoort, Rol
from svp_desktop.domain.signalen import (
    Aanleiding,
    Afspraak,
    AfspraakDraft,
    Bespreekpunt,
    KindSignalen,
    Overleg,
    OverlegDraft,
    OverlegSoort,
    OverlegStatus,
    PuntDraft,
    SignaalRegel,
    check_afspraak,
    check_overleg,
    check_punt,
    kind_vanaf,
    parse_overleg,
)
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import bespreken, casussen
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import personen as people
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.stores import signalen as store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis

_CHANGED = Changes.of(Topic.SIGNALEN)
_WITH_DRAFT = Changes.of(Topic.SIGNALEN, Topic.CONCEPTEN)
_ROLLEN = {
    OverlegSoort.VERTROUWENSPERSOON: (Rol.INTERNE_VERTROUWENSPERSOON,),
    OverlegSoort.OVERLEG: (Rol.KWALITEITSCOORDINATOR, Rol.INTERNE_VERTROUWENSPERSOON, Rol.DIRECTEUR),
}


class SignalenService:
    """Reads what adds up, and keeps what was decided about it."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    # what is due

    def open(self) -> tuple[Overleg, ...]:
        """Every overleg that is due or planned, oldest first."""
        with self._kluis.school.reading() as rx:
            return store.alle(rx, klaar=False)

    def klaar(self) -> tuple[Overleg, ...]:
        """Every overleg that was held or was not needed, newest first."""
        with self._kluis.school.reading() as rx:
            return store.alle(rx, klaar=True)

    def lees(self, id: int) -> Overleg:
        """One overleg; 0 is a new one by choice, that stands nowhere before it is saved. Raises NietGevonden."""
        if not id:
            return Overleg(0, 0, OverlegSoort.OVERLEG, Aanleiding.ZELF, self._clock().date())
        with self._kluis.school.reading() as rx:
            found = store.lees(rx, id)
        if found is None:
            raise NietGevonden
        return found

    def signalen(self, id: int) -> tuple[SignaalRegel, ...]:
        """The signals of an overleg, without their texts."""
        with self._kluis.school.reading() as rx:
            return store.regels(rx, store.ids_van(rx, id), self._names())

    def signalen_van(self, persoon_id: int) -> tuple[SignaalRegel, ...]:
        """The signals on a child that no overleg was held about, without their texts."""
        with self._kluis.school.reading() as rx:
            found = store.van_kind(rx, persoon_id, kind_vanaf(self._clock().date()))
            return store.regels(rx, [id_ for id_, _ in found], self._names())

    def _names(self) -> dict[str, str]:
        return {account.id: account.name for account in self._kluis.info.accounts}

    def met_wie(self, soort: OverlegSoort) -> tuple[tuple[Rol, str], ...]:
        """The roles that take part, each with who holds it today; an empty name is a vacancy."""
        today = self._clock().date()
        with self._kluis.school.reading() as rx:
            holders = {rol: school_store.houders(rx, rol, today) for rol in _ROLLEN[soort]}
            wanted = sorted({id_ for ids in holders.values() for id_ in ids})
            names = {person.id: str(person.naam) for person in people.lees_meer(rx, wanted)}
        return tuple(
            (rol, " en ".join(names[id_] for id_ in dict.fromkeys(ids) if id_ in names)) for rol, ids in holders.items()
        )

    def voor(self, draft: IncidentDraft, incident_id: int | None = None) -> tuple[KindSignalen, ...]:
        """How many signals each child of this draft has with the draft itself, the most first. Cheap."""
        if draft.mand is Mand.GROEN:
            return ()
        active = {Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER}
        children = [
            person
            for person in draft.betrokkenen
            if person.categorie is PersoonSoort.LEERLING and person.rollen & active
        ]
        today = self._clock().date()
        typed = datums.parse_datum(draft.datum, today)
        found = []
        with self._kluis.school.reading() as rx:
            threshold = Instellingen(settings_store.lees(rx)).getal("signalen_kind")
            since = kind_vanaf(today)
            counts = isinstance(typed, Finding) or typed >= since
            first_names = {
                person.id: person.naam.roepnaam
                for person in people.lees_meer(rx, [person.persoon_id for person in children])
            }
            running = {status for status in CasusStatus if status is not CasusStatus.AFGESLOTEN}
            for child in children:
                days = [day for id_, day in store.van_kind(rx, child.persoon_id, since) if id_ != incident_id]
                days += [today if isinstance(typed, Finding) else typed] if counts else []
                casus = next(
                    (id_ for id_ in casussen.ids_van(rx, child.persoon_id, None)
                     if casussen.lees(rx, id_).status in running), None,
                )  # fmt: skip
                name = first_names.get(child.persoon_id, child.naam)
                found.append(
                    KindSignalen(child.persoon_id, name, len(days), min(days, default=today), threshold, casus)
                )
        return tuple(sorted(found, key=lambda item: -item.aantal))

    def lopend_over(self, persoon_id: int) -> int | None:
        """The overleg about this child that is due or planned, if there is one."""
        with self._kluis.school.reading() as rx:
            return store.lopend(rx, Aanleiding.KIND, persoon_id)

    def terugkomen(self) -> tuple[tuple[int, str, date], ...]:
        """Id, names and day of incidents that the school comes back to (57)."""
        with self._kluis.school.reading() as rx:
            return tuple(store.terugkomen(rx))

    # the record

    def check(self, id: int, draft: OverlegDraft) -> tuple[Finding, ...]:
        """Findings of what is typed."""
        return check_overleg(schoon(draft), self.lees(id).gevraagd_op, self._clock().date())

    def bewaar(self, id: int, draft: OverlegDraft, versie: int) -> Outcome[int]:
        """Keep the record; a day on which it was held finishes it. Returns the id, also of one that is new.

        Raises InvoerOnjuist, IntussenVeranderd, NietGevonden.
        """
        self._stop_at(self.check(id, draft))
        inhoud = parse_overleg(schoon(draft), self._clock().date())
        if self.lees(id).status is OverlegStatus.NIET_NODIG and inhoud.gehouden_op is None:
            inhoud = inhoud._replace(status=OverlegStatus.NIET_NODIG)
        with self._kluis.school.transaction() as tx:
            kept = id or store.voeg_toe(tx, OverlegSoort.OVERLEG, Aanleiding.ZELF, self._clock().date())
            if not id:
                tx.log("overleg.gevraagd", kept)
            store.wijzig(tx, kept, inhoud, versie if id else 1)
            drafts.drop(tx, concept(id))
            tx.log("overleg.gewijzigd", kept)
        return Outcome(kept, _WITH_DRAFT)

    def ingelicht(self, id: int, draft: OverlegDraft, versie: int) -> Outcome[int]:
        """The interne vertrouwenspersoon was told today (36)."""
        return self.bewaar(id, replace(draft, gehouden_op=datums.kort(self._clock().date())), versie)

    def niet_nodig(self, id: int, draft: OverlegDraft, versie: int) -> Outcome[int]:
        """Finish it without an overleg, with a reason. Raises InvoerOnjuist when there is none."""
        if not draft.reden.strip():
            raise InvoerOnjuist((Finding("reden", "Schrijf op waarom het niet nodig is."),))
        cleared = replace(schoon(draft), gehouden_op="")
        self._stop_at(self.check(id, cleared))
        inhoud = parse_overleg(cleared, self._clock().date())._replace(status=OverlegStatus.NIET_NODIG)
        with self._kluis.school.transaction() as tx:
            store.wijzig(tx, id, inhoud, versie)
            drafts.drop(tx, concept(id))
            tx.log("overleg.niet_nodig", id)
        return Outcome(id, _WITH_DRAFT)

    # actions

    def afspraken(self, id: int) -> tuple[Afspraak, ...]:
        """What was agreed in this overleg."""
        with self._kluis.school.reading() as rx:
            return bespreken.afspraken(rx, id)

    def te_doen(self) -> tuple[Afspraak, ...]:
        """Every action that is not done, by day."""
        with self._kluis.school.reading() as rx:
            return bespreken.te_doen(rx)

    def check_afspraak(self, draft: AfspraakDraft) -> tuple[Finding, ...]:
        """Findings of an action that is typed."""
        return check_afspraak(schoon(draft), self._clock().date())

    def spreek_af(self, overleg_id: int, draft: AfspraakDraft) -> Outcome[int]:
        """Keep an action of an overleg (38). Raises InvoerOnjuist."""
        cleaned, today = schoon(draft), self._clock().date()
        self._stop_at(self.check_afspraak(draft))
        day = datums.parse_datum(cleaned.datum, today)
        assert isinstance(day, date)
        assert cleaned.eigenaar_id is not None
        with self._kluis.school.transaction() as tx:
            what = cleaned.omschrijving.strip()
            made = bespreken.voeg_afspraak_toe(tx, overleg_id, what, cleaned.eigenaar_id, day)
            tx.log("afspraak.nieuw", made)
        return Outcome(made, _CHANGED)

    def zet_gedaan(self, id: int, *, gedaan: bool) -> Outcome[int]:
        """Tick an action, or take the tick away. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            if not bespreken.zet_gedaan(tx, id, self._clock().date() if gedaan else None):
                raise NietGevonden
            tx.log("afspraak.gedaan" if gedaan else "afspraak.niet_gedaan", id)
        return Outcome(id, _CHANGED)

    def verwijder_afspraak(self, id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Take an action away, or back. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            if not bespreken.zet_afspraak_verwijderd(tx, id, verwijderd=verwijderd):
                raise NietGevonden
            tx.log("afspraak.verwijderd" if verwijderd else "afspraak.hersteld", id)
        return Outcome(id, _CHANGED)

    # points for the agenda

    def punten(self, *, besproken: bool = False) -> tuple[Bespreekpunt, ...]:
        """The points that wait, or those that were discussed."""
        with self._kluis.school.reading() as rx:
            return bespreken.punten(rx, besproken=besproken)

    def voeg_punt_toe(self, draft: PuntDraft) -> Outcome[int]:
        """Put a point on the agenda (35). Raises InvoerOnjuist."""
        cleaned = schoon(draft)
        self._stop_at(check_punt(cleaned))
        with self._kluis.school.transaction() as tx:
            made = bespreken.voeg_punt_toe(tx, cleaned)
            tx.log("bespreekpunt.nieuw", made)
        return Outcome(made, _CHANGED)

    def zet_besproken(self, id: int, verslag: str = "", *, besproken: bool = True) -> Outcome[int]:
        """Tick a point with what was said, or take the tick away. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            if not bespreken.zet_besproken(tx, id, self._clock().date() if besproken else None, verslag.strip()):
                raise NietGevonden
            tx.log("bespreekpunt.besproken" if besproken else "bespreekpunt.open", id)
        return Outcome(id, _CHANGED)

    def verwijder_punt(self, id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Take a point away, or back. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            if not bespreken.zet_punt_verwijderd(tx, id, verwijderd=verwijderd):
                raise NietGevonden
            tx.log("bespreekpunt.verwijderd" if verwijderd else "bespreekpunt.hersteld", id)
        return Outcome(id, _CHANGED)

    @staticmethod
    def _stop_at(findings: Sequence[Finding]) -> None:
        if blocking(tuple(findings)):
            raise InvoerOnjuist(tuple(findings))


def concept(overleg_id: int) -> str:
    """The key of the draft of this record."""
    return f"overleg:{overleg_id}"
