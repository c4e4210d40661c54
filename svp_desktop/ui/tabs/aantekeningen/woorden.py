"""What the page says about the meldcode."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Woorden:
    """The words of the page. `soort` is the kind of compartment that is asked."""

    soort: str
    titel: str
    onder: str
    leeg: str
    icoon: str
    over_wie: str
    over_wie_hulp: str
    groep: str
    wat: str
    wat_hulp: str
    wie_ziet: str
    eerst: str = ""


MELDCODE = Woorden(
    soort="meldcode",
    titel="Meldcode-dossiers",
    onder="Alleen te openen met een sleutel van dit onderdeel.",
    leeg="Nog geen meldcode-dossiers. Hier legt u vast wat u ziet en hoort als u zich zorgen maakt over een kind.",
    icoon="shield-check",
    over_wie="Over welk kind?",
    over_wie_hulp="Twee letters is genoeg. De naam en de groep van vandaag komen in het dossier.",
    groep="Groep",
    wat="Wat is er gezien of gezegd?",
    wat_hulp="Eén ding per aantekening. Schrijf bij een mening van wie die is.",
    wie_ziet="Alleen wie een sleutel van dit onderdeel heeft, kan zien dat dit dossier er is.",
    eerst="Direct gevaar? Bel 112. Veilig Thuis: 0800-2000, dag en nacht. Vastleggen kan later.",
)
