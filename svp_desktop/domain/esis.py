"""What goes into the kinddossier in Esis about one child: a paragraph that names no other child (demands 22, 23).

Every name of another child becomes initials, however it is typed. What is not certain is told, to be checked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid, IncidentInhoud
from svp_desktop.domain.initialen import Ander, Namen, initialen
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.labels import label
from svp_desktop.domain.personen import naam_uit_tekst
from svp_desktop.domain.school import Naam, PersoonSoort

#: Who took part: about them something belongs in the kinddossier.
IN_DOSSIER = frozenset({Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER})


class EsisStand(NamedTuple):
    """How it stands with one child of an incident; `gezet_op` None: not yet in Esis."""

    persoon_id: int
    naam: str
    gezet_op: date | None = None
    inzage: Inzage = Inzage.ONBEKEND
    inzage_reden: str = ""


class EsisRegel(NamedTuple):
    """One line of *Nog niet in Esis*: a child of an incident that is waiting; `id` stays with it while it waits."""

    id: int
    incident_id: int
    nummer: str
    datum: date
    persoon_id: int
    naam: str
    groep: str
    omschrijving: str


@dataclass(frozen=True, slots=True)
class EsisTekst:
    """The paragraph, what was replaced in it ("Noor Vries" by "N."), and the words to look at before copying."""

    tekst: str
    vervangen: tuple[tuple[str, str], ...] = ()
    twijfels: tuple[str, ...] = ()


def alinea(
    inhoud: IncidentInhoud, nummer: str, kind: int, namen: Mapping[int, Naam], register: Iterable[Naam] = ()
) -> EsisTekst:
    """The paragraph about the child with person id `kind`.

    `namen`: the names of the persons of the incident as they are in the register now. `register`: every pupil.
    Raises ValueError when the child is not in the incident.
    """
    own = next((person for person in inhoud.betrokkenen if person.persoon_id == kind), None)
    if own is None:
        raise ValueError("the child is not in the incident")
    names = namen_van(inhoud, kind, namen, register)
    found = names.vervang(_paragraph(inhoud, nummer, own, names))
    return EsisTekst(found.tekst, found.vervangen, found.twijfels)


def namen_van(inhoud: IncidentInhoud, kind: int, namen: Mapping[int, Naam], register: Iterable[Naam] = ()) -> Namen:
    """The names that may and may not stand in the paragraph about this child."""
    own: list[Naam] = []
    adults: list[Naam] = []
    parents: list[Naam] = []
    others: list[tuple[int, Naam]] = []
    for person in inhoud.betrokkenen:
        # as on the day and as in the register now: someone may have got another name in between
        as_known = list(dict.fromkeys((naam_uit_tekst(person.naam), namen.get(person.persoon_id) or Naam(person.naam))))
        if person.persoon_id == kind:
            own += as_known
        elif person.categorie is PersoonSoort.LEERLING:
            others += [(person.persoon_id, naam) for naam in as_known]
        elif person.categorie is PersoonSoort.OUDER:
            parents += as_known
        else:
            adults += as_known
    known = (inhoud.plaats, *(label(choice.soort) for choice in inhoud.soorten))
    return Namen(own, _with_initials(others, namen), adults, parents, register, known)


def _with_initials(others: list[tuple[int, Naam]], namen: Mapping[int, Naam]) -> tuple[Ander, ...]:
    people = {person_id: namen.get(person_id, naam) for person_id, naam in others}
    letters = dict(zip(people, initialen(list(people.values())), strict=True))
    return tuple(Ander(naam, letters[person_id], person_id) for person_id, naam in others)


def _paragraph(inhoud: IncidentInhoud, nummer: str, own: Betrokkene, names: Namen) -> str:
    # the day in figures: "mei" is a name too
    moment = datums.kort(inhoud.datum) + (f", {datums.tijd_kort(inhoud.tijd)} uur" if inhoud.tijd else "")
    where = inhoud.plaats or label(inhoud.bereik)
    kinds = ", ".join(label(choice.soort) for choice in inhoud.soorten)
    lines = [
        f"Incident {nummer}, {moment}, {where}.",
        f"Over: {own.naam}{_roles(own)}.",
        f"Soort: {kinds}." if kinds else "",
        _others(inhoud, own, names),
        _named("Wat er gebeurde", inhoud.feiten),
        _named("Wat wij deden", "; ".join(filter(None, (inhoud.directe_actie, *inhoud.reacties)))),
        _named("Wat wij afspraken", inhoud.maatregel),
        _named("Hoe wij herhaling voorkomen", inhoud.voorkoming),
    ]
    return "\n".join(line for line in lines if line)


def _named(name: str, text: str) -> str:
    words = " ".join(text.split())
    return f"{name}: {words}{'' if words.endswith(('.', '!', '?')) else '.'}" if words else ""


def _roles(person: Betrokkene) -> str:
    words = ", ".join(label(role) for role in Betrokkenheid if role in person.rollen)
    return f" ({words})" if words else ""


def _others(inhoud: IncidentInhoud, own: Betrokkene, names: Namen) -> str:
    shown = []
    for person in inhoud.betrokkenen:
        if person.persoon_id == own.persoon_id:
            continue
        if person.categorie is PersoonSoort.LEERLING:
            word = names.letters(person.persoon_id)
        elif person.categorie is PersoonSoort.MEDEWERKER and names.mag_blijven(person.naam):
            word = person.naam
        else:
            word = {PersoonSoort.OUDER: "een ouder", PersoonSoort.MEDEWERKER: "een medewerker"}.get(
                person.categorie, "iemand van buiten de school"
            )
        shown.append(f"{word}{_roles(person)}")
    return f"Ook betrokken: {', '.join(shown)}." if shown else ""
