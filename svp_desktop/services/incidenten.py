"""The incident register: lists, record, change with versions, prullenbak (demands 25-31)."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import BijlageFout, IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import (
    Incident,
    IncidentDraft,
    IncidentFilter,
    IncidentInhoud,
    IncidentRegel,
    IncidentVolgorde,
    check,
    check_afsluiten,
    parse,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.kluis import drafts, versions
from svp_desktop.kluis.stores import bijlagen as attachments
from svp_desktop.kluis.stores import incidenten as store
from svp_desktop.kluis.stores import incidenten_lijst as lists
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import personen as people
from svp_desktop.services.bijlagen import CONCEPT_NIEUW
from svp_desktop.services.signaal_regels import bij_incident
from svp_desktop.services.vastleggen import incident_inhoud_naar_dict, incident_inhoud_van_dict

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Tx

VERSIE_SOORT = "incident"
# Incidents stand on the timelines of casussen too, and signals add up from them.
_CHANGED = Changes.of(Topic.INCIDENTEN, Topic.CASUSSEN, Topic.CONCEPTEN, Topic.SIGNALEN)


class VersieRegel(NamedTuple):
    """One version of an incident: its number, the local moment, who wrote it, and the content as it was then."""

    nummer: int
    op: datetime
    door: str
    inhoud: IncidentInhoud


class IncidentenService:
    """Reads and changes the register."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def ids(
        self,
        filter: IncidentFilter,
        volgorde: IncidentVolgorde = IncidentVolgorde.DATUM,
        omgekeerd: bool = True,
    ) -> "array[int]":
        """Every id that the filter lets through, in order. Meant for a worker above some 5,000 incidents.

        The ids come in pieces, each in a reading of its own, so that the window never waits for them.
        """
        question = lists.asked(filter)
        found = array("q")
        while True:
            with self._kluis.school.reading() as rx:
                piece = lists.ids_after(rx, question, volgorde, omgekeerd, found[-1] if found else None)
            found.extend(piece)
            if len(piece) != lists.PIECE or "zoek" in question[0]:
                return found

    def regels(self, ids: Sequence[int]) -> list[IncidentRegel]:
        """The rows of a window of the list, in the order of the ids."""
        with self._kluis.school.reading() as rx:
            return lists.rows(rx, ids)

    def eerste_bladzijde(
        self,
        filter: IncidentFilter,
        n: int = 100,
        volgorde: IncidentVolgorde = IncidentVolgorde.DATUM,
        omgekeerd: bool = True,
    ) -> tuple[list[int], list[IncidentRegel]]:
        """The first `n` of the list, fast enough for every key that is pressed.

        With a search: the first in order of the newest 1,000 hits; `aantal` tells how many there are in all.
        """
        with self._kluis.school.reading() as rx:
            rows = lists.first_rows(rx, lists.asked(filter), volgorde, omgekeerd, n)
        return [row.id for row in rows], rows

    def aantal(self, filter: IncidentFilter) -> tuple[int, int]:
        """How many the filter lets through, and how many the register holds."""
        with self._kluis.school.reading() as rx:
            everything = lists.count(rx, lists.asked(IncidentFilter()))
            return lists.count(rx, lists.asked(filter)), everything

    def lees(self, id: int) -> Incident:
        """One incident, also one from the prullenbak. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            found = store.lees(rx, id)
        if found is None:
            raise NietGevonden
        return found

    def check(self, draft: IncidentDraft) -> tuple[Finding, ...]:
        """Findings of what is typed, in the order of the form."""
        return check(schoon(draft), self._clock().date())

    def registreer(self, draft: IncidentDraft, bijlagen: Sequence[int] = ()) -> Outcome[int]:
        """Record a new incident with the attachments that were added while typing, and forget its concept.

        Returns the id. Raises InvoerOnjuist with the findings, BijlageFout when an attachment is not there any more.
        """
        inhoud = self._checked(draft)
        with self._kluis.school.transaction() as tx:
            _check_people(tx, inhoud)
            incident_id = store.voeg_toe(tx, inhoud)
            self._finish(tx, incident_id, inhoud, CONCEPT_NIEUW, "incident.registreer")
            if bijlagen:
                _claim(tx, incident_id, bijlagen)
        return Outcome(incident_id, _CHANGED)

    def wijzig(self, id: int, draft: IncidentDraft, versie: int) -> Outcome[int]:
        """Change an incident that was read at `versie` and forget its concept; the versions before it stay.

        Raises InvoerOnjuist, IntussenVeranderd when someone was first, NietGevonden.
        """
        inhoud = self._checked(draft)
        with self._kluis.school.transaction() as tx:
            before = store.lees(tx, id)
            if before is None or before.verwijderd:
                raise NietGevonden
            if before.versie != versie:
                raise IntussenVeranderd
            _check_people(tx, inhoud)
            if before.inhoud == inhoud:
                drafts.drop(tx, _concept(id))
                return Outcome(id, Changes.of(Topic.CONCEPTEN))
            if not store.wijzig(tx, id, inhoud, versie):
                raise IntussenVeranderd
            self._finish(tx, id, inhoud, _concept(id), "incident.wijzig")
        return Outcome(id, _CHANGED)

    def sluit_af(self, id: int, versie: int, maatregel: str, voorkoming: str) -> Outcome[int]:
        """Close an incident with what was done and how it is prevented (demand 4).

        Raises InvoerOnjuist, IntussenVeranderd, NietGevonden.
        """
        done, ahead = schoon(maatregel).strip(), schoon(voorkoming).strip()
        findings = blocking(check_afsluiten(done, ahead))
        if findings:
            raise InvoerOnjuist(findings)
        today = self._clock().date()
        with self._kluis.school.transaction() as tx:
            before = store.lees(tx, id)
            if before is None or before.verwijderd:
                raise NietGevonden
            inhoud = replace(before.inhoud, maatregel=done, voorkoming=ahead)
            if before.versie != versie:
                raise IntussenVeranderd
            if inhoud != before.inhoud:
                if not store.wijzig(tx, id, inhoud, versie):
                    raise IntussenVeranderd
                versions.keep(tx, VERSIE_SOORT, id, incident_inhoud_naar_dict(inhoud))
                versie += 1
            if not store.zet_afgesloten(tx, id, versie, today):
                raise IntussenVeranderd
            tx.log("incident.sluit_af", id)
        return Outcome(id, _CHANGED)

    def heropen(self, id: int) -> Outcome[int]:
        """Open a closed incident again. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            before = store.lees(tx, id)
            if before is None or before.verwijderd or before.afgesloten_op is None:
                raise NietGevonden
            store.zet_afgesloten(tx, id, before.versie, None)
            tx.log("incident.heropen", id)
        return Outcome(id, _CHANGED)

    def verwijder(self, id: int) -> Outcome[int]:
        """Put an incident in the prullenbak. Raises NietGevonden."""
        return self._set_deleted(id, "incident.verwijder", deleted=True)

    def herstel(self, id: int) -> Outcome[int]:
        """Take an incident out of the prullenbak. Raises NietGevonden."""
        return self._set_deleted(id, "incident.herstel", deleted=False)

    def geschiedenis(self, id: int) -> tuple[VersieRegel, ...]:
        """Every version with who and when, oldest first."""
        with self._kluis.school.reading() as rx:
            found = versions.history(rx, VERSIE_SOORT, id)
        names = {account.id: account.name for account in self._kluis.info.accounts}
        zone = self._clock().tzinfo
        return tuple(
            VersieRegel(
                version.number,
                version.at.astimezone(zone),
                names.get(version.account_id, ""),
                incident_inhoud_van_dict(version.content),
            )
            for version in found
        )

    def plaatsen(self) -> tuple[str, ...]:
        """The places to choose from."""
        with self._kluis.school.reading() as rx:
            return Instellingen(settings_store.lees(rx)).lijst("plaatsen")

    def laatste_plaats(self) -> str:
        """The place of the incident that was recorded last, to begin with; "" when there is none."""
        with self._kluis.school.reading() as rx:
            return store.laatste_plaats(rx)

    def _checked(self, draft: IncidentDraft) -> IncidentInhoud:
        cleaned, today = schoon(draft), self._clock().date()
        findings = blocking(check(cleaned, today))
        if findings:
            raise InvoerOnjuist(findings)
        return parse(cleaned, today)

    def _finish(self, tx: "Tx", incident_id: int, inhoud: IncidentInhoud, concept: str, action: str) -> None:
        versions.keep(tx, VERSIE_SOORT, incident_id, incident_inhoud_naar_dict(inhoud))
        drafts.drop(tx, concept)
        tx.log(action, incident_id)
        bij_incident(tx, incident_id, self._clock().date())

    def _set_deleted(self, id: int, action: str, *, deleted: bool) -> Outcome[int]:
        with self._kluis.school.transaction() as tx:
            if not store.zet_verwijderd(tx, id, tx.now if deleted else None):
                raise NietGevonden
            tx.log(action, id)
            bij_incident(tx, id, self._clock().date())
        return Outcome(id, _CHANGED)


def _concept(incident_id: int) -> str:
    return f"incident:{incident_id}"


def _claim(tx: "Tx", incident_id: int, ids: Sequence[int]) -> None:
    if not attachments.claim(tx, incident_id, ids):
        raise BijlageFout(
            "Een bijlage staat niet meer in het programma.",
            safe="Het incident is nog niet opgeslagen. Uw tekst staat nog op het scherm.",
            now="Kijk bij Bijlagen wat er staat en sla opnieuw op.",
        )
    for _ in ids:
        tx.log("bijlage.toegevoegd", incident_id)


def _check_people(tx: "Tx", inhoud: IncidentInhoud) -> None:
    wanted = [person.persoon_id for person in inhoud.betrokkenen]
    if len(people.bekend(tx, wanted)) != len(set(wanted)):
        text = "Kies personen uit het register. Twee letters van de naam zijn genoeg."
        raise InvoerOnjuist((Finding("betrokkenen", text),))
