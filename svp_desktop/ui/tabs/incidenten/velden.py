"""The fields that an incident has beside its facts, in groups and in words. Values in, text out, no Qt."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import IncidentInhoud, Letsel, Mediatie, Politie, Zeden, partijen
from svp_desktop.domain.labels import label
from svp_desktop.domain.themas import themas


class Veld(NamedTuple):
    """A field by the name that the user reads; `tekst` gives "" while it is not filled."""

    naam: str
    tekst: Callable[[IncidentInhoud], str]


class Groep(NamedTuple):
    """Fields that belong together under one heading."""

    kop: str
    velden: tuple[Veld, ...]


def _filled(value: Enum, nothing: Enum) -> str:
    return "" if value is nothing else label(value).capitalize()


def _words(values: Iterable[Enum]) -> str:
    return ", ".join(sorted(map(label, values))).capitalize()


def _join(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


GROEPEN = (
    Groep(
        "Reactie van de school",
        (
            Veld("Gedaan", lambda inhoud: "\n".join(inhoud.reacties)),
            Veld("Regel of afspraak", lambda inhoud: _join(inhoud.regel, inhoud.regel_toelichting)),
            Veld("Bemiddeling door leerlingen", lambda inhoud: _filled(inhoud.mediatie, Mediatie.NVT)),
            Veld("Overgedragen aan", lambda inhoud: inhoud.mediatie_door),
            Veld(
                "Wij komen erop terug op",
                lambda inhoud: datums.in_woorden(inhoud.terugkomen_op) if inhoud.terugkomen_op else "",
            ),
        ),
    ),
    Groep(
        "Beoordeling",
        (
            Veld("Beoordeeld door", lambda inhoud: inhoud.beoordelaar),
            Veld("Overlegd met", lambda inhoud: _words(inhoud.overlegd_met)),
            Veld("Besluit", lambda inhoud: inhoud.besluit),
            Veld("Welke veiligheid is geraakt", lambda inhoud: _words(inhoud.aantasting)),
            Veld("Basiswaarden", lambda inhoud: "In strijd met de basiswaarden" if inhoud.basiswaarden else ""),
        ),
    ),
    Groep(
        "Waarneming",
        (
            Veld("Wat wij zien", lambda inhoud: inhoud.waarneming),
            Veld("Wat wij aanpassen", lambda inhoud: inhoud.aanpassing),
        ),
    ),
    Groep(
        "Letsel en politie",
        (
            Veld("Letsel", lambda inhoud: _filled(inhoud.letsel, Letsel.GEEN)),
            Veld("Politie", lambda inhoud: _filled(inhoud.politie, Politie.NVT)),
            Veld("Ongeval van een medewerker", lambda inhoud: "Gemeld" if inhoud.arbo else ""),
            Veld("Medewerker betrokken bij een zedenzaak", lambda inhoud: _filled(inhoud.zeden, Zeden.ONBEKEND)),
        ),
    ),
    Groep(
        "Maatregel en voorkomen",
        (
            Veld("Maatregel", lambda inhoud: inhoud.maatregel),
            Veld("Zo voorkomen wij herhaling", lambda inhoud: inhoud.voorkoming),
        ),
    ),
)


def tussen_wie(inhoud: IncidentInhoud) -> str:
    """The pairs of parties, which follow from the persons (demand 27)."""
    return _words(partijen(inhoud.betrokkenen))


def thema(inhoud: IncidentInhoud) -> str:
    """The themes of safety policy, which follow from the kinds (demand 1)."""
    return _words(themas(choice.soort for choice in inhoud.soorten))


#: All of them with how heavy it was, for the history.
ALLE = (Veld("Ernst", lambda inhoud: label(inhoud.ernst)), *(veld for groep in GROEPEN for veld in groep.velden))
