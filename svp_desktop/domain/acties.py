"""The catalogue of 17 actions of Verbindend Gezag, their pijlers and how often they occur (demands 41, 60-77).

The descriptions are short wordings of our own; the school edits them among its settings.
"""

from dataclasses import dataclass
from enum import Enum


class Pijler(Enum):
    """The five pijlers of Verbindend Gezag (demand 41)."""

    ZELFCONTROLE = "zelfcontrole"
    AANWEZIGHEID = "aanwezigheid"
    RELATIE = "relatie"
    NETWERK = "netwerk"
    VERZET = "verzet"


class Frequentie(Enum):
    """ "Van dagelijks tot heel soms": how often an action is fitting (demand 77)."""

    DAGELIJKS = "dagelijks"
    VAAK = "vaak"
    SOMS = "soms"
    HEEL_SOMS = "heel_soms"


@dataclass(frozen=True, slots=True)
class Actie:
    """One entry of the catalogue; `nummer` keeps the plan's order from small to large, 1 to 17."""

    code: str
    nummer: int
    naam: str
    kort: str
    pijlers: tuple[Pijler, ...]
    frequentie: Frequentie
    omschrijving: str


Z, A, R, N, V = Pijler
_D, _VAAK, _S, _H = Frequentie

ACTIES: tuple[Actie, ...] = (
    Actie("dagstart", 1, "Dagstart", "Dagstart", (A, R), _D,
          "Samen de dag beginnen. Terugkijken op gisteren: wat ging goed, wat is opgelost?"),
    Actie("relatiegebaar", 2, "Relatiegebaren", "Relatiegebaar", (R, A), _D,
          "Een onverwacht, vriendelijk gebaar. Altijd, ook als het goed gaat."),
    Actie("bookmark", 3, "Bookmark plaatsen", "Bookmark", (Z, V), _VAAK,
          "Kort en rustig stop zeggen. Geen discussie. Later terugkomen als het ijzer koud is."),
    Actie("stil_protest", 4, "Stil protest / aanwezigheid", "Stil protest", (A, Z), _VAAK,
          "Niet in discussie gaan, wel rustig aanwezig blijven."),
    Actie("steun", 5, "Steun inschakelen (netwerk zichtbaar maken)", "Steun", (N, A), _VAAK,
          "Een collega, ouder of ander erbij vragen. Het kind merkt dat meer mensen het weten en helpen."),
    Actie("herstelactie", 6, "Herstelacties", "Herstelactie", (R, V), _VAAK,
          "Het kind krijgt de ruimte om iets goed te maken."),
    Actie("oplossingsverzoek", 7, "Oplossingsverzoek", "Oplossingsverzoek", (R, V, N), _S,
          "Vragen wat er anders kan. Het kind doet zelf een voorstel, liefst met steunfiguren erbij."),
    Actie("weigeren", 8, "Weigeren van diensten", "Weigeren", (R, V, Z), _S,
          "Rustig een dienst niet geven zolang het gedrag doorgaat. De relatie blijft."),
    Actie("aankondiging", 9, "De aankondiging", "Aankondiging", (A, N, V), _S,
          "Een brief die wordt voorgelezen: wat niet langer kan en wat wij gaan doen. "
          "Voorbeeld: werkboek bladzijde 169."),
    Actie("gastklas", 10, "Gastklas", "Gastklas", (A, N, V), _S,
          "Tijdelijk werken in een andere groep, met contact met de eigen leerkracht."),
    Actie("telefoonronde", 11, "Telefoonronde", "Telefoonronde", (N, V, A), _H,
          "In korte tijd meer steunfiguren bellen. Zij laten het kind weten dat zij het gehoord hebben."),
    Actie("sit_in", 12, "Sit-in", "Sit-in", (N, V, A), _H,
          "Rustig en zichtbaar bij het kind blijven, tot er een voorstel is of de tijd voorbij is."),
    Actie("gesprek", 13, "Gesprek (bemiddelingsgesprek / netwerkgesprek)", "Gesprek", (N, V, R, A), _H,
          "Kind, ouders en steunfiguren praten samen over herstel en maken afspraken."),
    Actie("netwerkactie", 14, "Overige netwerkacties", "Netwerkactie", (N, V, A), _H,
          "Andere manieren waarop volwassenen samen aanwezig zijn."),
    Actie("thuis_school", 15, "Formele maatregel: thuis-school (schorsing met contact)", "Thuis-school", (V, N, A), _H,
          "Laatste stap. Bescherming van de groep en een duidelijke grens, met elke dag contact. "
          "Werkboek bladzijde 173."),
    Actie("verzet_steunronde", 16, "Verzet- en steunronde", "Verzet/steun", (), _H,
          "Het plan noemt deze actie zonder uitleg. Beschrijf hier hoe uw school dit doet."),
    Actie("waakzaamheid", 17, "Verhoogde waakzaamheid toepassen", "Waakzaamheid", (), _S,
          "Het plan noemt deze actie zonder uitleg. Beschrijf hier hoe uw school dit doet."),
)  # fmt: skip

ACTIE_VAN_CODE = {actie.code: actie for actie in ACTIES}
