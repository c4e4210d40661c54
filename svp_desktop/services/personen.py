"""The register of persons: find, read, keep, delete and bring back; and who belongs to whom."""

import uuid
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid
from svp_desktop.domain.personen import check_persoon, netjes
from svp_desktop.domain.school import (
    Groep,
    Leerling,
    Medewerker,
    Ouder,
    Persoon,
    PersoonRegel,
    PersoonSoort,
    soort_van,
)
from svp_desktop.domain.zoekwoorden import gezocht
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores import personen as store
from svp_desktop.kluis.stores import personen_zoeken
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services.vastleggen import persoon_naar_dict

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx, Tx

VERSIE_SOORT = "persoon"
_MOST_INITIALS = 4
# Lists of incidents and casussen show names.
_CHANGED = Changes.of(Topic.PERSONEN, Topic.INCIDENTEN, Topic.CASUSSEN)


class PersonenService:
    """Finds, reads and changes persons."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def zoek(
        self, text: str, soorten: Collection[PersoonSoort] = frozenset(), limit: int = 20
    ) -> tuple[PersoonRegel, ...]:
        """Persons by the beginnings of words of name, position or group, from two letters; pupils first.

        When no word begins so, short letters in one piece are read as initials.
        """
        words = gezocht(text)
        if not words:
            return ()
        with self._kluis.school.reading() as rx:
            found = personen_zoeken.zoek(rx, words, soorten, limit)
            if not found and len(words) == 1 and len(words[0]) <= _MOST_INITIALS:
                found = personen_zoeken.met_initialen(rx, words[0], soorten, limit)
            return found

    def lijst(
        self, soort: PersoonSoort, zoek: str = "", groep_id: int | None = None, vertrokken: bool = False
    ) -> tuple[PersoonRegel, ...]:
        """The register of one category by surname: who is there, or (`vertrokken`) who left."""
        words = gezocht(zoek)
        if words == ():
            return ()
        with self._kluis.school.reading() as rx:
            return personen_zoeken.lijst(rx, soort, words or (), groep_id, vertrokken)

    def lees(self, id: int) -> Persoon:
        """One person. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            return _found(rx, id)

    def bewaar(self, persoon: Persoon, gezien: Persoon | None = None) -> Outcome[int]:
        """Keep a new person (id 0) or a change; the version before a change stays. Returns the id.

        `gezien` is the person as it was on the screen. Raises InvoerOnjuist with the findings, NietGevonden,
        IntussenVeranderd.
        """
        value = netjes(persoon)
        with self._kluis.school.transaction() as tx:
            findings = blocking((*check_persoon(value, self._clock().date()), *_check_links(tx, value)))
            if findings:
                raise InvoerOnjuist(findings)
            if value.id:
                before = _found(tx, value.id)
                if soort_van(before) is not soort_van(value):
                    raise InvoerOnjuist((Finding("soort", "Een persoon kan niet van soort veranderen."),))
                if gezien is not None and replace(gezien, uuid=before.uuid) != before:
                    raise IntussenVeranderd
                value = replace(value, uuid=before.uuid)
                if value == before:
                    return Outcome(value.id)
                store.wijzig(tx, value)
                tx.log("persoon.wijzig", value.id)
            else:
                value = replace(value, uuid=value.uuid or str(uuid.uuid4()))
                value = replace(value, id=store.voeg_toe(tx, value))
                tx.log("persoon.nieuw", value.id)
            versions.keep(tx, VERSIE_SOORT, value.id, persoon_naar_dict(value))
        return Outcome(value.id, _CHANGED)

    def verwijder(self, id: int) -> Outcome[int]:
        """Put a person in the prullenbak: out of lists and searches, still named where it was recorded.

        Raises NietGevonden.
        """
        return self._set_deleted(id, "persoon.verwijder", deleted=True)

    def herstel(self, id: int) -> Outcome[int]:
        """Take a person out of the prullenbak. Raises NietGevonden."""
        return self._set_deleted(id, "persoon.herstel", deleted=False)

    def ouders_van(self, leerling_id: int) -> tuple[Ouder, ...]:
        """The parents and carers of a pupil; gezag and relation stand in their `kinderen`."""
        with self._kluis.school.reading() as rx:
            return store.ouders_van(rx, leerling_id)

    def kinderen_van(self, ouder_id: int) -> tuple[Leerling, ...]:
        """The pupils of a parent."""
        with self._kluis.school.reading() as rx:
            return store.kinderen_van(rx, (ouder_id,))

    def broers_zussen(self, leerling_id: int) -> tuple[Leerling, ...]:
        """The other pupils that share a parent with this one."""
        with self._kluis.school.reading() as rx:
            parents = [parent.id for parent in store.ouders_van(rx, leerling_id)]
            return tuple(child for child in store.kinderen_van(rx, parents) if child.id != leerling_id)

    def groep_van(self, leerling_id: int) -> Groep | None:
        """The group that a pupil is in, or None."""
        with self._kluis.school.reading() as rx:
            return _group(rx, store.lees(rx, leerling_id))

    def groepsgenoten(self, leerling_id: int) -> tuple[Leerling, ...]:
        """The other pupils of the group that a pupil is in."""
        with self._kluis.school.reading() as rx:
            group = _group(rx, store.lees(rx, leerling_id))
            mates = store.leerlingen_van_groep(rx, group.id) if group else ()
        return tuple(mate for mate in mates if mate.id != leerling_id)

    def als_betrokkene(self, id: int, rollen: frozenset[Betrokkenheid] = frozenset()) -> Betrokkene:
        """A person as it stands in an incident: name, category and group of today. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            person = _found(rx, id)
            group = _group(rx, person)
        name = str(person.naam) or getattr(person, "organisatie", "")
        return Betrokkene(id, name, soort_van(person), group.naam if group else "", rollen)

    def _set_deleted(self, id: int, action: str, *, deleted: bool) -> Outcome[int]:
        with self._kluis.school.transaction() as tx:
            if not store.zet_verwijderd(tx, id, tx.now if deleted else None):
                raise NietGevonden
            tx.log(action, id)
        return Outcome(id, _CHANGED)


def _found(rx: "Rx", person_id: int) -> Persoon:
    person = store.lees(rx, person_id)
    if person is None:
        raise NietGevonden
    return person


def _group(rx: "Rx", person: Persoon | None) -> Groep | None:
    group_id = person.groep_id if isinstance(person, Leerling) else None
    return next((group for group in school_store.groepen(rx) if group.id == group_id), None)


def _check_links(tx: "Tx", person: Persoon) -> tuple[Finding, ...]:
    """That children and groups which a person refers to are there."""
    if isinstance(person, Ouder):
        wanted = {line.leerling_id for line in person.kinderen}
        children = store.lees_meer(tx, sorted(wanted))
        if len(children) != len(wanted) or not all(isinstance(child, Leerling) for child in children):
            return (Finding("kinderen", "Kies bij elke regel een leerling uit het register."),)
    groups = {group.id for group in school_store.groepen(tx)}
    if isinstance(person, Leerling) and person.groep_id is not None and person.groep_id not in groups:
        return (Finding("groep_id", "Kies een groep van de school."),)
    if isinstance(person, Medewerker) and not groups.issuperset(person.groep_ids):
        return (Finding("groep_ids", "Kies groepen van de school."),)
    return ()
