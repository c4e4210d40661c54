"""Every list, threshold and term of the plan as data that the school may change (demands 45, 49, 53-58, 78, 79, 149).

A setting has a code, a kind, the plan's value as default and the source. What the school changed is stored as an own
value; *terug naar standaard* forgets the own value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from svp_desktop.domain import pest_teksten, vertrouwen_teksten
from svp_desktop.domain.acties import ACTIES, Pijler
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import Mand, Soort, SubSoort
from svp_desktop.domain.labels import LABELS, label
from svp_desktop.domain.pest_aanpak import STANDAARD_AANPAKKEN
from svp_desktop.domain.pest_nazorg import STANDAARD_WEKEN
from svp_desktop.domain.pest_signalen import STANDAARD as SIGNALEN
from svp_desktop.domain.pest_signalen import Signaallijst
from svp_desktop.domain.pest_toets import Criterium
from svp_desktop.domain.pestzaak import Functie

Waarde = bool | int | str | tuple[str, ...]


class InstellingSoort(Enum):
    """How a setting is edited: yes or no, a number, a text, or a list of lines."""

    JA_NEE = "ja_nee"
    GETAL = "getal"
    TEKST = "tekst"
    LIJST = "lijst"


@dataclass(frozen=True, slots=True)
class Instelling:
    """One setting; `laagste` and `hoogste` bound a number, `eenheid` is its Dutch unit."""

    code: str
    rubriek: str
    naam: str
    standaard: Waarde
    bron: str
    uitleg: str = ""
    eenheid: str = ""
    laagste: int = 0
    hoogste: int = 1000

    @property
    def soort(self) -> InstellingSoort:
        """The kind follows from the default."""
        if isinstance(self.standaard, bool):
            return InstellingSoort.JA_NEE
        if isinstance(self.standaard, int):
            return InstellingSoort.GETAL
        return InstellingSoort.TEKST if isinstance(self.standaard, str) else InstellingSoort.LIJST


def _getal(
    code: str, rubriek: str, naam: str, standaard: int, eenheid: str, bron: str, grens: tuple[int, int] = (0, 1000)
) -> Instelling:
    return Instelling(code, rubriek, naam, standaard, bron, eenheid=eenheid, laagste=grens[0], hoogste=grens[1])


DREMPELS = "Drempels en aantallen"
TERMIJNEN = "Termijnen"
LIJSTEN = "Lijsten"
INCIDENTEN = "Incidenten"
SOORTEN = "Soorten voorval"
TERMEN = "Woorden van het plan"
BRIEVEN = "Brieven en papieren"
PESTEN = "Pesten"
VERTROUWEN = "Vertrouwenspersoon"
VEILIGHEID = "Veiligheid"

SCHERMAFDRUKKEN = "schermafdrukken"

_GETALLEN = (
    _getal("geel_procent", INCIDENTEN, "Gele mand: aandeel in het plan", 60, "%", "plan, de vier manden", (0, 100)),
    _getal("oranje_procent", INCIDENTEN, "Oranje mand: aandeel in het plan", 30, "%", "plan, de vier manden", (0, 100)),
    _getal("rood_procent", INCIDENTEN, "Rode mand: aandeel in het plan", 10, "%", "plan, de vier manden", (0, 100)),
    _getal("kindgesprekken", DREMPELS, "Kindgesprekken per leerling per jaar", 2, "keer", "plan, kindgesprekken", (0, 20)),
    _getal("groepsbesprekingen", DREMPELS, "Groepsbesprekingen per jaar", 3, "keer", "plan, groepsbesprekingen", (0, 20)),
    _getal("kinderraad", DREMPELS, "Vergaderingen van de Kinderraad per jaar", 8, "keer", "plan, Kinderraad", (0, 40)),
    _getal("vertrouwenspersonen", DREMPELS, "Interne vertrouwenspersonen", 2, "personen", "plan, communicatie", (1, 10)),
    _getal("met_pesttaak", DREMPELS, "Vertrouwenspersonen met de pesttaak, ten minste", 1, "personen", "plan, signaleren", (0, 10)),
    _getal("signalen_kind", INCIDENTEN, "Signalen bij één kind: vertrouwenspersoon inlichten vanaf", 2, "signalen", "plan, signaleren", (1, 50)),
    _getal("signalen_gelijk", INCIDENTEN, "Vergelijkbare signalen: overleg vanaf", 3, "signalen", "plan, signaleren", (2, 50)),
    _getal("signalen_weken", INCIDENTEN, "Vergelijkbare signalen tellen mee over", 4, "weken", "plan, signaleren", (1, 52)),
    _getal("monitor", DREMPELS, "Monitor sociale veiligheid per jaar", 1, "keer", "plan, tevredenheidsonderzoeken", (1, 4)),
    _getal("evaluatie", DREMPELS, "Evaluatie van het plan per jaar", 1, "keer", "plan, evaluatie", (1, 4)),
    _getal("sit_in_minuten", TERMIJNEN, "Sit-in duurt ten hoogste", 30, "minuten", "plan, sit-in", (5, 120)),
    _getal("herstel_vooraf", TERMIJNEN, "Herstelgesprek voor schooltijd", 30, "minuten", "plan, terugkeer", (0, 240)),
    _getal("gastklas_dagen", TERMIJNEN, "Gastklas duurt ten hoogste", 3, "schooldagen", "plan, gastklas", (1, 10)),
    _getal("thuis_school_dagen", TERMIJNEN, "Thuis-school duurt ten hoogste", 5, "schooldagen", "WPO art. 40c lid 1", (1, 5)),
    _getal("inspectie_dagen", TERMIJNEN, "Melden aan de inspectie als thuis-school langer duurt dan", 1, "schooldag", "WPO art. 40c lid 3", (0, 1)),
    _getal("nazorg_weken", TERMIJNEN, "Nazorg na thuis-school", 6, "weken", "plan, nazorg", (1, 52)),
    _getal("checkin_dagen", TERMIJNEN, "Check-in bij een oplossingsverzoek, elke", 7, "dagen", "plan, vervolgafspraken", (1, 60)),
    _getal("pijler_stil_weken", TERMIJNEN, "Een pijler is stil na", 4, "weken", "eigen keuze", (1, 26)),
    _getal("connectie_weken", TERMIJNEN, "Eerst connectie: relatiegebaar in de laatste", 4, "weken", "plan, tot slot", (1, 26)),
    _getal("controle_dagen", VEILIGHEID, "Wie deed wat nakijken, ten minste elke", 31, "dagen", "eigen keuze", (7, 366)),
    _getal("bezwaar_dagen", TERMIJNEN, "Bezwaar tegen een besluit binnen", 42, "dagen", "Awb, zes weken", (1, 90)),
    _getal("inzage_weken", TERMIJNEN, "Antwoord op een verzoek om inzage binnen", 4, "weken", "AVG art. 12 en 15", (1, 12)),
    _getal("bewaar_jaren", TERMIJNEN, "Gegevens bewaren na vertrek", 2, "jaar", "AVG, leerlingdossier", (1, 10)),
    _getal("veilig_thuis_dagen", TERMIJNEN, "Veilig Thuis weegt een melding binnen", 5, "werkdagen", "afwegingskader", (1, 30)),
    _getal("venster_x", BRIEVEN, "Adres: afstand tot de linkerrand", 25, "mm", "adresvenster links", (15, 120)),
    _getal("venster_y", BRIEVEN, "Adres: eerste regel onder de bovenrand", 60, "mm", "adresvenster links", (45, 75)),
    _getal("leesscore_onderbouw", BRIEVEN, "Leesniveau onderbouw: laagste maat", 95, "punten", "Flesch-Douma", (0, 120)),
    _getal("leeszin_onderbouw", BRIEVEN, "Leesniveau onderbouw: langste zin", 10, "woorden", "eigen keuze", (5, 60)),
    _getal("leesscore_middenbouw", BRIEVEN, "Leesniveau middenbouw: laagste maat", 90, "punten", "Flesch-Douma", (0, 120)),
    _getal("leeszin_middenbouw", BRIEVEN, "Leesniveau middenbouw: langste zin", 13, "woorden", "eigen keuze", (5, 60)),
    _getal("leesscore_bovenbouw", BRIEVEN, "Leesniveau bovenbouw: laagste maat", 85, "punten", "Flesch-Douma", (0, 120)),
    _getal("leeszin_bovenbouw", BRIEVEN, "Leesniveau bovenbouw: langste zin", 16, "woorden", "eigen keuze", (5, 60)),
    _getal("leesscore_volwassenen", BRIEVEN, "Leesniveau ouders: laagste maat", 75, "punten", "Flesch-Douma", (0, 120)),
    _getal("leeszin_volwassenen", BRIEVEN, "Leesniveau ouders: langste zin", 22, "woorden", "eigen keuze", (5, 60)),
    _getal("vergrendel_minuten", VEILIGHEID, "Vergrendelen als u niets doet na", 10, "minuten", "eigen keuze", (1, 60)),
    _getal("vergrendel_minuten_gevoelig", VEILIGHEID, "Vergrendelen bij een vertrouwelijk dossier na", 3, "minuten", "eigen keuze", (1, 60)),
    _getal("reservekopie_dagen", VEILIGHEID, "Herinneren als de laatste goede reservekopie ouder is dan", 7, "dagen", "eigen keuze", (1, 60)),
    _getal("klembord_seconden", VEILIGHEID, "Gekopieerde tekst wissen na", 60, "seconden", "eigen keuze", (10, 600)),
)  # fmt: skip

_VOORSTEL = "Dit stelt het programma voor. Een eigen woord mag ook."
_LIJSTEN = (
    Instelling("plaatsen", INCIDENTEN, "Plaatsen in en om de school",
               ("Schoolplein", "Klaslokaal", "Gang", "Kleedkamer", "Gymzaal", "Toiletten", "Fietsenstalling", "Aula",
                "Buiten het hek", "Onderweg naar huis", "Groepsapp", "Online spel"), "plan, inleiding"),
    Instelling("regels", INCIDENTEN, "Regels en afspraken",
               ("Gedragscode van het bestuur", "Schoolregels", "Groepsregels", "Groepsafspraken"), "plan, gedragsregels"),
    Instelling("reacties.groen", INCIDENTEN, "Dit hoort bij groen", ("Benoemd", "Gewaardeerd", "Versterkt"), "plan, de vier manden"),
    Instelling("reacties.geel", INCIDENTEN, "Dit hoort bij geel", ("Voorbijgegaan", "Kort bijgestuurd"), "plan, de vier manden"),
    Instelling("reacties.oranje", INCIDENTEN, "Dit hoort bij oranje",
               ("Benoemd", "Gecorrigeerd", "Nabij gebleven", "Bookmark geplaatst", "Oplossingsverzoek gevraagd",
                "Waakzame zorg verhoogd"), "plan, de vier manden"),
    Instelling("reacties.rood", INCIDENTEN, "Dit hoort bij rood",
               ("Kalm aanwezig, geen discussie", "Feitelijk benoemd, niet getolereerd",
                "Aangekondigd dat we erop terugkomen"), "plan, de vier manden"),
    Instelling("interventies.rood", INCIDENTEN, "Interventies bij rood",
               ("Verzet- en steunronde", "Herstelverzoek of herstelactie", "Verhoogde waakzaamheid", "Aankondiging",
                "Sit-in", "Thuis-school"), "plan, de vier manden"),
    Instelling("mediakaart", INCIDENTEN, "Kaart bij een ernstig incident: media",
               ("Alleen de directeur of het bestuur praat met de media.",
                "Verwijs elke vraag door. Zeg niet wie het betreft.",
                "Bel het bestuur voordat u iets naar buiten brengt.",
                "Vraag het team en de ouders om niets online te zetten."), "plan, ernstig incident"),
    Instelling("zeden_stappen", INCIDENTEN, "Vermoeden van een zedenmisdrijf: wat u nu doet",
               ("Is er nu gevaar? Bel 112.",
                "Licht meteen het bestuur in. Dat is uw eigen plicht. Het aan de directeur vertellen is niet genoeg.",
                "Onderzoek niets zelf. Stel geen vragen door, en praat er niet over met degene om wie het gaat.",
                "Beloof niet dat het geheim blijft. Ook een interne vertrouwenspersoon moet dit doorgeven.",
                "Het bestuur overlegt meteen met de vertrouwensinspecteur, en doet aangifte bij een redelijk vermoeden.",
                "Blijf er voor het kind. Schrijf op wat u hoorde of zag, in de woorden die zijn gebruikt."),
               "WPO art. 4a", "Elke regel is een stap."),
    Instelling("meldwijzer", LIJSTEN, "Meldwijzer: wat meldt u waar",
               ("Er is nu gevaar: Bel 112. Vertel het daarna meteen aan de [directeur].",
                "U ziet of hoort een voorval: Schrijf het dezelfde dag op in de incidentregistratie, ook als u twijfelt. "
                "De [groepsleerkracht] beoordeelt het, als het nodig is samen met de [kwaliteitscoördinator] of de [directeur].",
                "U kunt niet in het programma: Vul het meldingsformulier in, of mail het voorval aan de groepsleerkracht. "
                "Schrijf op wie, wat, waar en wanneer.",
                "Een kind wordt gepest: Luister en schrijf de woorden van het kind op. Vertel het aan de [pestcoördinator].",
                "Meer signalen bij één kind: Bespreek ze met de [kwaliteitscoördinator]. Die licht ook de "
                "[interne vertrouwenspersoon] in.",
                "Een ernstig incident, of steeds hetzelfde: Bel meteen de [directeur]. Die overlegt met de "
                "[kwaliteitscoördinator] en de [interne vertrouwenspersoon].",
                "Zorgen over thuis: Volg de meldcode, samen met de [interne vertrouwenspersoon]. Advies van Veilig Thuis: "
                "0800 2000, dag en nacht.",
                "Seksueel gedrag van een medewerker: Meld het meteen bij de [bestuurder]. Onderzoek niets zelf. "
                "Vertrouwensinspecteur: 0900 111 3 111.",
                "Een klacht of zorg over de school: De [interne vertrouwenspersoon] luistert en wijst de weg, ook naar de "
                "[externe vertrouwenspersoon].",
                "Vragen van kranten of anderen: Geef geen antwoord. Verwijs naar de [bestuurder]."),
               "plan, incidentregistratie",
               "Elke regel: eerst wat er is, dan een dubbele punt, dan wat u doet. Een rol tussen haken komt met naam op het blad."),
    Instelling("relatiegebaren", LIJSTEN, "Soorten relatiegebaar",
               ("Kaartje", "Theemiddag", "Compliment", "Samen iets doen"), "plan, relatiegebaren", _VOORSTEL),
    Instelling("helpers", LIJSTEN, "Wie helpt bij steun vragen",
               ("Collega", "Ouder", "Intern begeleider", "Buurtteam"), "plan, steun vragen", _VOORSTEL),
    Instelling("netwerkvormen", LIJSTEN, "Vormen van een netwerkactie",
               ("Ouder een dagdeel op school", "Collega in de groep", "Brief van ouders en school samen"),
               "plan, netwerkacties", _VOORSTEL),
    Instelling("afsluitredenen", LIJSTEN, "Redenen om een casus af te sluiten",
               ("Doel bereikt", "Gaat verder als nazorg", "Gaat verder met externe hulp", "Kind is van school", "Anders"),
               "eigen keuze"),
    Instelling("talen", LIJSTEN, "Talen van ouders",
               ("Nederlands", "Arabisch", "Engels", "Farsi", "Oekraïens", "Papiaments", "Pools", "Tigrinya", "Turks"),
               "eigen keuze"),
    Instelling("functies", LIJSTEN, "Functies van medewerkers",
               ("leerkracht", "onderwijsassistent", "ambulante kracht", "vakleerkracht", "kwaliteitscoördinator",
                "intern begeleider", "bouwcoördinator", "directeur", "conciërge", "overblijfkracht"), "plan, rollen"),
    Instelling("vreedzame_lessen", LIJSTEN, "Lesthema’s van De Vreedzame School",
               ("We horen bij elkaar", "We lossen conflicten zelf op", "We hebben oor voor elkaar",
                "We hebben hart voor elkaar", "We dragen allemaal een steentje bij", "We zijn allemaal anders"),
               "plan, Vreedzame School"),
    Instelling("herstel_onderbouw", LIJSTEN, "Herstelgebaren onderbouw",
               ("Een tekening maken voor wie geraakt is", "Samen met de leerkracht excuses uitspreken",
                "Helpen, bijvoorbeeld uitdelen", "Zeggen: ik wil het goedmaken"), "plan, herstelgebaren"),
    Instelling("herstel_middenbouw", LIJSTEN, "Herstelgebaren middenbouw",
               ("Een korte brief of kaart schrijven", "Excuses zeggen in een kleine kring",
                "Helpen bij een taak in de klas of school", "Extra zorg voor wie geraakt is"), "plan, herstelgebaren"),
    Instelling("herstel_bovenbouw", LIJSTEN, "Herstelgebaren bovenbouw",
               ("Een reflectie of excuusbrief schrijven", "Excuses uitspreken aan de klas of groep",
                "Verantwoordelijk zijn voor een taak of activiteit", "Meedoen aan een herstelgesprek",
                "Zelf een voorstel doen voor herstel"), "plan, herstelgebaren"),
    Instelling("oneliners", LIJSTEN, "Helpende zinnen",
               ("We smeden het ijzer als het koud is.", "Dit is geen snelle oplossing. Je houdt vol.",
                "Je hoeft niet te winnen, alleen vol te houden.",
                "Je hoeft niet de hele trap te zien om een eerste stap te zetten.",
                "Een schip op drift heeft een veilige haven en een stevig anker nodig.",
                "Hij komt er niet mee weg. Jij gaat er op een andere manier mee om.",
                "Zij komt er niet mee weg. Jij kiest het moment.", "Geen consequentie, maar logisch gevolg.",
                "Zet je in voor verzoening en herstel.", "Wij zijn dichtbij en waakzaam. We geven om jullie."),
               "plan, helpende one-liners"),
    Instelling("tot_slot", LIJSTEN, "Tot slot: zes regels",
               ("Wees voorspelbaar en consequent", "Wees transparant naar ouders en netwerk", "Niet escaleren is de sleutel",
                "Waakzame zorg, ook als het goed gaat", "Blijf de relatie voeden: eerst connectie, dan correctie",
                "Evalueer en leer, samen in het team"), "plan, tot slot"),
)  # fmt: skip

_MISSCHIEN_ERNSTIG = frozenset({Soort.GEWELD, Soort.CHANTAGE, Soort.BEDREIGING, Soort.SEKSUELE_INTIMIDATIE})
_MAND_UITLEG = {
    Mand.GROEN: "Groen: gewenst gedrag. Hier gaat de meeste aandacht naartoe: zien, benoemen, waarderen.",
    Mand.GEEL: "Geel: klein storend of onhandig gedrag. Laten gaan of kort bijsturen.",
    Mand.ORANJE: "Oranje: serieuzer gedrag over de grens. Wij sturen altijd bij en blijven dichtbij.",
    Mand.ROOD: "Rood: onveilig of ernstig gedrag. Tot hier en niet verder. Dit gedrag moet stoppen.",
}
_PIJLER_UITLEG = {
    Pijler.ZELFCONTROLE: "Rustig blijven en niet meegaan in escalatie.",
    Pijler.AANWEZIGHEID: "Zichtbaar en beschikbaar zijn voor het kind.",
    Pijler.RELATIE: "Contact en verbinding houden, ook bij moeilijk gedrag.",
    Pijler.NETWERK: "Steun vragen aan collega’s en omgeving.",
    Pijler.VERZET: "Duidelijk en vastberaden grenzen stellen aan schadelijk gedrag.",
}
_TERMEN = (
    *(Instelling(f"soort.{soort.value}", SOORTEN, f"Soort voorval: {label(soort)}", label(soort), "plan, incidentregistratie")
      for soort in Soort),
    *(Instelling(f"sub.{sub.value}", SOORTEN, f"Nader bepaald: {label(sub)}", label(sub), "plan, incidentregistratie")
      for sub in SubSoort),
    *(Instelling(f"mand.{mand.value}", INCIDENTEN, f"Uitleg mand {label(mand).lower()}", text, "plan, de vier manden")
      for mand, text in _MAND_UITLEG.items()),
    *(Instelling(f"pijler.{pijler.value}", TERMEN, f"Uitleg pijler {label(pijler)}", text, "plan, Verbindend Gezag")
      for pijler, text in _PIJLER_UITLEG.items()),
    *(Instelling(f"actie.{actie.code}", TERMEN, f"Uitleg actie {actie.nummer}: {actie.kort}", actie.omschrijving,
                 "plan, overzicht acties") for actie in ACTIES),
    Instelling("sit_in_zin", TERMEN, "Slotzin van de sit-in",
               "Jammer dat er nog geen oplossing is gekomen. We komen weer bij je terug.", "plan, sit-in"),
    *(Instelling(f"pijler_leeg.{pijler.value}", TERMEN, f"Op de ladder zonder actie op {label(pijler)}",
                 "Denk aan {acties}.", "eigen keuze",
                 "Op {acties} komen de acties die bij deze pijler passen.") for pijler in Pijler),
    Instelling("weigeren_zin", TERMEN, "Zin bij weigeren van diensten",
               "De relatie blijft, maar ik steun dit gedrag niet.", "plan, weigeren van diensten"),
)  # fmt: skip

# What a chosen kind asks further (demand 26), and which kinds ask whether it was serious (37).
_VRAGEN = (
    *(Instelling(f"vraag.{code}", SOORTEN, f"Vraag bij {bij}", text, bron) for code, bij, text, bron in (
        ("pesten", "pesten", "Pesten: bespreek dit met de pestcoördinator.", "plan, protocol pesten"),
        ("zeden", "seksuele intimidatie", "Kan een medewerker erbij betrokken zijn?", "WPO art. 4a"),
        ("letsel", "een ongeval", "Letsel", "eigen keuze"),
        ("politie", "een mogelijk strafbaar feit", "Strafbaar feit? Politie", "eigen keuze"),
    )),
    *(Instelling(f"ernstig.{soort.value}", SOORTEN, f"Vraag of het ernstig is bij: {label(soort)}",
                 soort in _MISSCHIEN_ERNSTIG, "eigen keuze") for soort in Soort),
)  # fmt: skip

_TEKSTEN = (
    Instelling("zeden_uitleg", INCIDENTEN, "Uitleg bij seksuele intimidatie door een medewerker",
               "Is er een medewerker bij betrokken? Licht dan meteen het bestuur in. Alleen de directeur inlichten is niet "
               "genoeg. Het bestuur overlegt met de vertrouwensinspecteur: 0900 111 3 111. Onderzoek niets zelf en "
               "praat er niet verder over met de betrokkenen.", "WPO art. 4a"),
    Instelling("zeden_inspecteur", INCIDENTEN, "Vertrouwensinspecteur: nummer en tijden",
               "0900 111 3 111, op werkdagen van 8.00 tot 17.00 uur", "Onderwijsinspectie"),
    Instelling("zeden_bestuur", INCIDENTEN, "Bestuur: wie u belt bij een zedenmisdrijf, met nummer",
               "Nog in te vullen bij Instellingen, Incidenten", "eigen keuze",
               "Naam en telefoonnummer, ook voor de avond en het weekend."),
    Instelling("school_begint", TERMIJNEN, "De school begint om", "08.30", "eigen keuze",
               "Het herstelgesprek is standaard een half uur eerder."),
    Instelling("herstel_doel", TERMEN, "Doel van een herstelgesprek",
               "Wij zijn hier om naar elkaar te luisteren en om samen goed te maken wat stuk ging. Iedereen hoort erbij "
               "en iedereen krijgt de tijd.", "plan, terugkeer"),
    Instelling("herstel_slot", TERMEN, "Slotzin bij herstel",
               "Ik kan dit niet ongedaan maken, maar ik kan relaties herstellen en een nieuwe start maken.",
               "plan, herstel van gedrag"),
    Instelling("mailsjabloon", INCIDENTEN, "Sjabloon voor de mail van een collega zonder toegang",
               "Datum:\nTijd:\nPlaats:\nWie (voornaam, achternaam en groep):\nWat zag of hoorde u?\n"
               "Wat zei het kind, letterlijk?\nWat deed u?\nWie weet ervan?\n", "plan, incidentregistratie"),
    Instelling("inzage_uitleg", TERMIJNEN, "Uitleg bij inzage in een dossier",
               "Inzage is voor een ouder met gezag. Vraagt een ouder zonder gezag? Die krijgt geen dossier. Overleg met de "
               "directeur wat u wel vertelt.", "AVG art. 15"),
)  # fmt: skip

_KORT_EN_LANG = (
    "Elke regel: eerst kort, dan een dubbele punt, dan de uitleg. Wat al is vastgelegd, blijft zoals het was."
)
_GEEN_REGELS = "Eén regel voor elk punt."
_PESTEN = (
    _getal("pest_hertoets_dagen", PESTEN, "Opnieuw toetsen als nog niet alles bekend is, na", 14, "dagen", "eigen keuze", (1, 90)),
    Instelling("pest_check_weken", PESTEN, "Nazorg: vragen aan het kind na (weken)", tuple(map(str, STANDAARD_WEKEN)),
               "eigen keuze", "Elke regel één getal. Een aanpak kan eigen weken noemen."),
    Instelling("pest_signalen_gepest", PESTEN, "Signalen bij een kind dat gepest wordt", SIGNALEN[Signaallijst.GEPEST],
               "plan, pesten", _KORT_EN_LANG),
    Instelling("pest_signalen_pester", PESTEN, "Signalen bij een kind dat pest", SIGNALEN[Signaallijst.PESTER],
               "plan, pesten", _KORT_EN_LANG),
    Instelling("pest_aanpakken", PESTEN, "Aanpakken", STANDAARD_AANPAKKEN, "eigen keuze",
               "Elke regel één aanpak: naam, dubbele punt, dan de stappen met een puntkomma ertussen. “dag 3” zet een stap "
               "drie dagen na het begin. Sluit af met “check na 1, 2 en 6 weken”."),
    *(Instelling(f"pest_vraag.{one.value}", PESTEN, f"Toets: vraag bij {label(one).lower()}", pest_teksten.VRAAG[one.value],
                 "plan, pesten") for one in Criterium),
    Instelling("pest_vergelijking", PESTEN, "Toets: plagen, ruzie en pesten naast elkaar", pest_teksten.VERGELIJKING,
               "plan, pesten", _GEEN_REGELS),
    *(Instelling(f"pest_hulp.{one.value}", PESTEN, f"Hulp aan het kind dat pest: {label(one)}", pest_teksten.HULP[one.value],
                 "plan, pesten", "Dit stelt het programma voor bij In kaart.") for one in Functie),
    Instelling("pest_minder_toezicht", PESTEN, "Plaatsen met minder toezicht", pest_teksten.MINDER_TOEZICHT, "plan, pesten", _GEEN_REGELS),
    Instelling("pest_afspraken_begin", PESTEN, "Boven het afsprakenblad", pest_teksten.AFSPRAKEN_BEGIN, "eigen keuze"),
    Instelling("pest_blad_gepest_begin", PESTEN, "Boven blad A", pest_teksten.BLAD_GEPEST_BEGIN, "eigen keuze"),
    Instelling("pest_blad_pester_begin", PESTEN, "Boven blad B", pest_teksten.BLAD_PESTER_BEGIN, "eigen keuze"),
    Instelling("pest_blad_andere_begin", PESTEN, "Boven blad C", pest_teksten.BLAD_ANDERE_BEGIN, "eigen keuze"),
    Instelling("pest_blad_gepest", PESTEN, "Blad A: ouders van een kind dat gepest wordt", pest_teksten.BLAD_GEPEST, "plan, pesten", _GEEN_REGELS),
    Instelling("pest_blad_pester", PESTEN, "Blad B: ouders van een kind dat pest", pest_teksten.BLAD_PESTER, "plan, pesten", _GEEN_REGELS),
    Instelling("pest_blad_andere", PESTEN, "Blad C: alle andere ouders", pest_teksten.BLAD_ANDERE, "plan, pesten", _GEEN_REGELS),
    Instelling("pest_gesprek_gepest", PESTEN, "Gespreksleidraad: kind dat gepest wordt", pest_teksten.GESPREK_GEPEST, "eigen keuze", _GEEN_REGELS),
    Instelling("pest_gesprek_pester", PESTEN, "Gespreksleidraad: kind dat pest", pest_teksten.GESPREK_PESTER, "eigen keuze", _GEEN_REGELS),
    Instelling("pest_gesprek_ouders", PESTEN, "Gespreksleidraad: ouders", pest_teksten.GESPREK_OUDERS, "eigen keuze", _GEEN_REGELS),
    Instelling("pest_gesprek_groep", PESTEN, "Gespreksleidraad: de groep", pest_teksten.GESPREK_GROEP, "eigen keuze", _GEEN_REGELS),
    Instelling("pest_nazorgkaart", PESTEN, "Nazorgkaart voor het kind", pest_teksten.NAZORGKAART, "eigen keuze", "Elke regel één korte zin."),
    Instelling("pest_schoolgids", PESTEN, "Tekst voor de schoolgids", pest_teksten.SCHOOLGIDS, "plan, pesten",
               "Elke regel één alinea. Op {weken} komen de weken van de nazorg."),
)  # fmt: skip

_VP = (
    _getal("vertrouwelijk_weken", VERTROUWEN, "Een gesloten dossier vernietigen, na het jaarverslag", 4, "weken",
           "Stichting School en Veiligheid", (0, 52)),
    Instelling("vertrouwen_bereikbaar", VERTROUWEN, "Wanneer en hoe bereikbaar", vertrouwen_teksten.BEREIKBAAR,
               "plan, communicatie", "Elke regel één manier. Komt in de schoolgids."),
    Instelling("vertrouwen_extern", VERTROUWEN, "Externe vertrouwenspersoon: wie, met nummer", vertrouwen_teksten.EXTERN,
               "plan, communicatie"),
    Instelling("vertrouwen_kaart", VERTROUWEN, "Kaart voor in de klas", vertrouwen_teksten.KAART, "plan, communicatie",
               "Elke regel één korte zin voor kinderen."),
    Instelling("vertrouwen_kaart_waar", VERTROUWEN, "Kaart voor in de klas: waar kinderen ons vinden",
               vertrouwen_teksten.KAART_WAAR, "plan, communicatie", "Elke regel één korte zin voor kinderen."),
    Instelling("vertrouwen_verwijsblad", VERTROUWEN, "Blad bij een verwijzing: zo gaat het", vertrouwen_teksten.VERWIJSBLAD,
               "plan, interne vertrouwenspersonen", "Elke regel één stap."),
    Instelling("vertrouwen_klachtblad", VERTROUWEN, "Blad bij een klacht: zo gaat het", vertrouwen_teksten.KLACHTBLAD,
               "WPO art. 14, klachtenregeling", "Elke regel één stap."),
    Instelling("vertrouwen_schoolgids", VERTROUWEN, "Tekst voor de schoolgids", vertrouwen_teksten.SCHOOLGIDS,
               "plan, interne vertrouwenspersonen",
               "Elke regel één alinea. {namen}, {bereikbaar} en {extern} worden ingevuld."),
)  # fmt: skip

_KEUZES = (
    Instelling(SCHERMAFDRUKKEN, VEILIGHEID, "Schermafdrukken toestaan", False, "eigen keuze",
               "Zet dit aan als u uw scherm wilt delen in een gesprek. Anders is dit venster daar zwart."),
    Instelling("teamblad_namen", LIJSTEN, "Blad voor het teamoverleg: kinderen met hun naam", False, "plan, team",
               "Anders staan kinderen met beginletters op het blad, en ouders niet met hun naam."),
    Instelling("leerplicht_inlichten", TERMIJNEN, "Thuis-school: ook leerplicht inlichten", False, "uitleg van Ingrado",
               "Dat hoeft niet, maar sommige gemeenten vragen het. Zet dit aan, en het staat bij de punten van Vooraf."),
)  # fmt: skip

CATALOGUS: tuple[Instelling, ...] = (*_GETALLEN, *_KEUZES, *_LIJSTEN, *_TERMEN, *_VP, *_VRAGEN, *_TEKSTEN, *_PESTEN)
INSTELLING_VAN_CODE = {item.code: item for item in CATALOGUS}


@dataclass(frozen=True, slots=True)
class EerdereWaarde:
    """A value that was in force up to and including a school year; an incident of that time keeps its words."""

    tot_en_met: str
    waarde: Waarde

    @property
    def geldt_vanaf(self) -> str:
        """The school year in which the value after this one began."""
        start = int(self.tot_en_met[:4]) + 1
        return f"{start}-{start + 1}"


class Instellingen:
    """The values in force: the school's own where it has one, the plan's otherwise."""

    def __init__(self, own: Mapping[str, Waarde] | None = None) -> None:
        self._own = dict(own or {})

    def getal(self, code: str) -> int:
        """A number setting."""
        value = self.waarde(code)
        assert isinstance(value, int)
        return value

    def aan(self, code: str) -> bool:
        """A setting of yes or no."""
        value = self.waarde(code)
        assert isinstance(value, bool)
        return value

    def tekst(self, code: str) -> str:
        """A text setting."""
        value = self.waarde(code)
        assert isinstance(value, str)
        return value

    def lijst(self, code: str) -> tuple[str, ...]:
        """A list setting."""
        value = self.waarde(code)
        assert isinstance(value, tuple)
        return value

    def waarde(self, code: str) -> Waarde:
        """The value in force of any setting."""
        return self._own.get(code, INSTELLING_VAN_CODE[code].standaard)

    def eigen(self, code: str) -> bool:
        """True when the school changed this setting."""
        return code in self._own

    def soort_label(self, soort: Soort) -> str:
        """The school's word for a kind of incident."""
        return self.tekst(f"soort.{soort.value}") if self.eigen(f"soort.{soort.value}") else LABELS[soort]

    def sub_label(self, sub: SubSoort) -> str:
        """The school's word for a sub-choice of a kind."""
        return self.tekst(f"sub.{sub.value}")


def check_instelling(code: str, waarde: Waarde) -> tuple[Finding, ...]:
    """Findings of a value that the school wants to set."""
    setting = INSTELLING_VAN_CODE[code]
    if isinstance(waarde, int) and not setting.laagste <= waarde <= setting.hoogste:
        return (Finding(code, f"Kies een getal van {setting.laagste} tot en met {setting.hoogste}."),)
    if isinstance(waarde, str) and not waarde.strip():
        return (Finding(code, "Laat dit niet leeg. Met Terug naar standaard krijgt u de tekst van het plan."),)
    if isinstance(waarde, tuple) and not any(line.strip() for line in waarde):
        return (Finding(code, "Houd ten minste één regel over."),)
    return ()
