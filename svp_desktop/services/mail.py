"""A pasted e-mail against the register: a proposal for an incident (demand 32)."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.incident import Betrokkene, Betrokkenheid, IncidentDraft
from svp_desktop.domain.mailvoorstel import Mailvoorstel, RegisterPersoon, naar_draft, stel_voor
from svp_desktop.domain.school import Leerling, Medewerker, Persoon, PersoonSoort, soort_van
from svp_desktop.exchange.mailschil import leesbaar, uit_bestand
from svp_desktop.exchange.mailtekst import lees_mail
from svp_desktop.kluis.stores import personen as store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services.instellingen import InstellingenService
from svp_desktop.services.personen import PersonenService

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class MailService:
    """Reads mails; keeps nothing."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock
        self._people = PersonenService(kluis, clock)
        self._settings = InstellingenService(kluis, clock)

    def leesbaar(self, text: str) -> str:
        """What is pasted as it is shown: without HTML, quoted-printable and invisible signs."""
        return leesbaar(text)

    def uit_bestand(self, data: bytes) -> str:
        """The text of a dropped .eml or .txt file."""
        return uit_bestand(data)

    def stel_voor(self, text: str) -> Mailvoorstel:
        """The proposal of a mail, with its names matched to everyone in the register."""
        places = self._settings.lees().lijst("plaatsen")
        return stel_voor(lees_mail(text, self._clock().date(), places), self.register())

    def register(self) -> tuple[RegisterPersoon, ...]:
        """Everyone who can be meant: those who are there and those who left, children first."""
        with self._kluis.school.reading() as rx:
            groups = {group.id: group.naam for group in school_store.groepen(rx)}
            people = [person for kind in PersoonSoort for person in store.alle(rx, kind)]
        return tuple(_line(person, groups) for person in people)

    def draft(
        self, proposal: Mailvoorstel, gekozen: Sequence[tuple[int, frozenset[Betrokkenheid]]], stem: Sequence[str] = ()
    ) -> IncidentDraft:
        """The draft with the persons that the user took over. Raises NietGevonden when one is gone meanwhile."""
        people: list[Betrokkene] = [self._people.als_betrokkene(person_id, roles) for person_id, roles in gekozen]
        return naar_draft(proposal.inhoud, people, stem)

    def sjabloon(self) -> str:
        """The text that a colleague fills in and mails."""
        return self._settings.lees().tekst("mailsjabloon")


def _line(person: Persoon, groups: dict[int, str]) -> RegisterPersoon:
    group, year, called = "", None, ""
    if isinstance(person, Leerling):
        group, year = groups.get(person.groep_id or 0, ""), person.jaargroep
    elif isinstance(person, Medewerker):
        group, called = person.functie, person.noemnaam
    left = getattr(person, "vertrokken_op", None) is not None
    return RegisterPersoon(person.id, person.naam, soort_van(person), group, year, called, left)
