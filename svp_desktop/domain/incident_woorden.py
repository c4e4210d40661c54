"""How an incident reads, on the screen and on paper: its facts, and its other fields in groups."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentInhoud,
    Letsel,
    Mediatie,
    Politie,
    SoortKeuze,
    Zeden,
    partijen,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.themas import themas


class IncidentVeld(NamedTuple):
    """A field by the name that the user reads; `tekst` gives "" while it is not filled."""

    naam: str
    tekst: Callable[[IncidentInhoud], str]


class VeldGroep(NamedTuple):
    """Fields that belong together under one heading."""

    kop: str
    velden: tuple[IncidentVeld, ...]


def _filled(value: Enum, nothing: Enum) -> str:
    return "" if value is nothing else label(value).capitalize()


def _words(values: Iterable[Enum]) -> str:
    return ", ".join(sorted(map(label, values))).capitalize()


def _join(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


GROEPEN = (
    VeldGroep(
        "Reactie van de school",
        (
            IncidentVeld("Gedaan", lambda inhoud: "\n".join(inhoud.reacties)),
            IncidentVeld("Regel of afspraak", lambda inhoud: _join(inhoud.regel, inhoud.regel_toelichting)),
            IncidentVeld("Bemiddeling door leerlingen", lambda inhoud: _filled(inhoud.mediatie, Mediatie.NVT)),
            IncidentVeld("Overgedragen aan", lambda inhoud: inhoud.mediatie_door),
            IncidentVeld(
                "Wij komen erop terug op",
                lambda inhoud: datums.in_woorden(inhoud.terugkomen_op) if inhoud.terugkomen_op else "",
            ),
        ),
    ),
    VeldGroep(
        "Beoordeling",
        (
            IncidentVeld("Beoordeeld door", lambda inhoud: inhoud.beoordelaar),
            IncidentVeld("Overlegd met", lambda inhoud: _words(inhoud.overlegd_met)),
            IncidentVeld("Besluit", lambda inhoud: inhoud.besluit),
            IncidentVeld("Welke veiligheid is geraakt", lambda inhoud: _words(inhoud.aantasting)),
            IncidentVeld("Basiswaarden", lambda inhoud: "In strijd met de basiswaarden" if inhoud.basiswaarden else ""),
        ),
    ),
    VeldGroep(
        "Waarneming",
        (
            IncidentVeld("Wat wij zien", lambda inhoud: inhoud.waarneming),
            IncidentVeld("Wat wij aanpassen", lambda inhoud: inhoud.aanpassing),
        ),
    ),
    VeldGroep(
        "Letsel en politie",
        (
            IncidentVeld("Letsel", lambda inhoud: _filled(inhoud.letsel, Letsel.GEEN)),
            IncidentVeld("Politie", lambda inhoud: _filled(inhoud.politie, Politie.NVT)),
            IncidentVeld("Ongeval van een medewerker", lambda inhoud: "Gemeld" if inhoud.arbo else ""),
            IncidentVeld(
                "Medewerker betrokken bij een zedenzaak", lambda inhoud: _filled(inhoud.zeden, Zeden.ONBEKEND)
            ),
        ),
    ),
    VeldGroep(
        "Maatregel en voorkomen",
        (
            IncidentVeld("Maatregel", lambda inhoud: inhoud.maatregel),
            IncidentVeld("Zo voorkomen wij herhaling", lambda inhoud: inhoud.voorkoming),
        ),
    ),
)


def wanneer(inhoud: IncidentInhoud) -> str:
    """Day and time in words: "dinsdag 24 november 2026, 10.25"."""
    words = datums.in_woorden(inhoud.datum)
    return f"{words}, {datums.tijd_kort(inhoud.tijd)}" if inhoud.tijd else words


def waar(inhoud: IncidentInhoud) -> str:
    """Place and its scope: "Schoolplein (binnen)"."""
    scope = label(inhoud.bereik)
    return f"{inhoud.plaats} ({scope})" if inhoud.plaats else scope.capitalize()


def soort(keuze: SoortKeuze, instellingen: Instellingen) -> str:
    """A kind with its sub-choices: "Agressie (verbaal, digitaal)"."""
    word = instellingen.soort_label(keuze.soort)
    return f"{word} ({', '.join(map(instellingen.sub_label, keuze.sub))})" if keuze.sub else word


def rollen(person: Betrokkene) -> str:
    """The roles of a person in the plan's order: "getuige, melder"."""
    return ", ".join(label(rol) for rol in Betrokkenheid if rol in person.rollen)


def herkomst(person: Betrokkene) -> str:
    """What stands beside a name: the group of a pupil, or what the person is to the school."""
    if person.groep:
        return person.groep
    return "" if person.categorie is PersoonSoort.LEERLING else label(person.categorie)


def ouders(inhoud: IncidentInhoud) -> str:
    """Whether the parents were told, with the note."""
    word = label(inhoud.ouders).capitalize()
    return f"{word}. {inhoud.ouders_toelichting}" if inhoud.ouders_toelichting else word


def tussen_wie(inhoud: IncidentInhoud) -> str:
    """The pairs of parties, which follow from the persons (demand 27)."""
    return _words(partijen(inhoud.betrokkenen))


def thema(inhoud: IncidentInhoud) -> str:
    """The themes of safety policy, which follow from the kinds (demand 1)."""
    return _words(themas(choice.soort for choice in inhoud.soorten))


#: All of them with how heavy it was, for the history.
ALLE = (
    IncidentVeld("Ernst", lambda inhoud: label(inhoud.ernst)),
    *(veld for groep in GROEPEN for veld in groep.velden),
)
