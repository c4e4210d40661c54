"""Fictional papers of every form for the tests: values as a composer would give them."""

from datetime import date

from svp_desktop.domain.papier import Alinea, AlineaSoort, Blok, BlokSoort, Briefhoofd, Ondertekenaar, Tekening, alinea
from svp_desktop.domain.papier_waarden import (
    BriefWaarden,
    KaartWaarden,
    KindbriefWaarden,
    VoorbereidingWaarden,
    WerkbladWaarden,
)
from svp_desktop.domain.school import Bouw

HOOFD = Briefhoofd(
    naam="Basisschool De Ankerplaats",
    straat="Havenstraat 8",
    postcode="1234 AB",
    plaats="Waterstad",
    telefoon="012 345 67 89",
    email="post@ankerplaats.example",
    motto="Op onze school kan iedereen fijn werken",
)
_ITEM = AlineaSoort.OPSOMMING
DEELNEMERS = ("Milan", "Mevrouw Van den Berg, ouder", "Juf Ilse, leerkracht", "Namens wie geraakt is")


def regels(*words: str, soort: AlineaSoort = AlineaSoort.ALINEA) -> tuple[Alinea, ...]:
    """A paragraph a line."""
    return tuple(alinea(line, soort) for line in words)


def vraag(code: str, titel: str, beeld: str, deelnemers: tuple[str, ...] = DEELNEMERS) -> Blok:
    """One question with a block to write in for each participant."""
    items = regels(*deelnemers, soort=_ITEM)
    return Blok(code, titel, BlokSoort.VRAAG, regels("Vertel wat je zag en deed.") + items, beeld=beeld)


HERSTEL = (
    Blok("wanneer", "Wanneer en waar", BlokSoort.FEITEN, regels("Dag en tijd: maandag 21 september 2026, 08.00 uur")),
    Blok("waarvoor", "Waarvoor", alineas=regels("Wij praten samen over wat er is gebeurd.")),
    Blok(
        "wie",
        "Wie er zijn",
        BlokSoort.TABEL,
        regels("Naam | Rol | Aanwezig", "Hanneke de Wit | leidt het gesprek | [ ]", "Milan | leerling | [ ]"),
    ),
    Blok(
        "vooraf",
        "Vooraf",
        BlokSoort.VINKJES,
        regels("Het gesprek gaat door wanneer alles is aangevinkt.")
        + regels("Milan is weer rustig.", "De groep weet dat Milan terugkomt.", soort=_ITEM),
    ),
    Blok("p1", "", BlokSoort.PAGINA),
    vraag("v1", "Wat is er gebeurd?", "storm"),
    vraag("v2", "Wie is er geraakt?", "druppel"),
    vraag("v3", "Hoe maken we dit goed?", "brug"),
    vraag("v4", "Wat hebben we nodig voor de toekomst?", "spruit"),
    Blok("p2", "", BlokSoort.PAGINA),
    Blok("gebaar", "Herstelgebaar", BlokSoort.VINKJES, regels("excuses", "een eigen voorstel:"), regels=1),
    Blok("afspraken", "Afspraken", BlokSoort.TABEL, regels("Wie | Wat | Wanneer"), regels=5),
    Blok("groep", "In de groep", BlokSoort.LIJNEN, regels("Dit vertelt juf Ilse aan de groep:"), regels=2),
    Blok(
        "namen", "Handtekeningen", BlokSoort.HANDTEKENINGEN, regels("Milan", "juf Ilse – leerkracht", "Hanneke de Wit")
    ),
)


def werkblad(**changed: object) -> WerkbladWaarden:
    """The agenda of a herstelgesprek, four pages."""
    values = {
        "hoofd": HOOFD,
        "titel": "Herstelgesprek",
        "onder": "met Milan, groep 6",
        "blokken": HERSTEL,
        "beeld": "brug",
    }
    return WerkbladWaarden(**{**values, **changed})


_LANG = "Wij hebben samen gepraat over wat er op het plein gebeurde en over wat er anders moet. "
THUIS = (
    Blok("dank", "", alineas=regels("Dank u dat u vanochtend meteen naar school kwam."), kop=False),
    Blok("besluit", "Ons besluit", alineas=regels(_LANG * 3)),
    Blok(
        "dagen",
        "Dagen",
        BlokSoort.FEITEN,
        regels("Eerste dag thuis: woensdag 16 september 2026", "Aantal schooldagen: 3"),
        kop=False,
    ),
    Blok("waarom", "Waarom dit besluit", alineas=regels(_LANG * 5) + regels("9 juni: gesprek", soort=_ITEM)),
    Blok("gehoord", "Wie wij hebben gehoord", alineas=regels(_LANG * 6)),
    Blok("contact", "Contact blijft", alineas=regels(_LANG * 3)),
    Blok("oneens", "Bent u het niet eens met dit besluit?", alineas=regels("Dan kunt u bezwaar maken.")),
    Blok(
        "hoe",
        "Hoe",
        BlokSoort.FEITEN,
        regels("Uiterlijk: dinsdag 27 oktober 2026", "Naar: Stichting Waterrijk Onderwijs, Postbus 100, Waterstad"),
        kop=False,
    ),
    Blok("slot", "", alineas=regels("Wij zien Milan maandag graag terug."), kop=False),
)


def thuisbrief(**changed: object) -> BriefWaarden:
    """The decision of thuis-school to parents at one address, two pages."""
    values = {
        "hoofd": HOOFD,
        "adresregels": ("Mevrouw S. van den Berg", "De heer Ł. Nowak", "Loodsplein 21", "1234 AC  WATERSTAD"),
        "aanhef": "Geachte mevrouw Van den Berg, geachte heer Nowak,",
        "over": "thuis-school voor Milan",
        "onderwerp": "Besluit: drie dagen thuis-school voor Milan",
        "blokken": THUIS,
        "datum": date(2026, 9, 15),
        "kenmerk": "2026-014",
        "slot": "Met vriendelijke groet,\nnamens het bestuur van Stichting Waterrijk Onderwijs,",
        "ondertekenaars": (Ondertekenaar("Hanneke de Wit", "directeur"),),
        "noot": "Bijlagen: richtlijnen voor thuis. Aan u gegeven op 15 september 2026.",
    }
    return BriefWaarden(**{**values, **changed})


def bericht(**changed: object) -> BriefWaarden:
    """A message to all parents: no address, no child."""
    values = {
        "adresregels": (),
        "aanhef": "Beste ouders,",
        "over": "",
        "onderwerp": "Rust op het plein",
        "blokken": (Blok("doen", "Wat wij doen", alineas=regels("Wij zijn met meer leerkrachten op het plein.")),),
        "kenmerk": "",
        "noot": "",
        "ondertekenaars": (Ondertekenaar("Hanneke de Wit", "directeur"), Ondertekenaar("Marit Jansen", "leerkracht")),
    }
    return thuisbrief(**{**values, **changed})


def groep(**changed: object) -> KindbriefWaarden:
    """The aankondiging to a group; no child is named."""
    values = {
        "hoofd": HOOFD,
        "bouw": Bouw.ONDERBOUW,
        "roepnaam": "",
        "aanhef": "Lieve kinderen van groep 4,",
        "blokken": (
            Blok(
                "zien", "Zien", alineas=regels("Wij zijn blij met jullie.", "Dat zien wij."), beeld="spruit", kop=False
            ),
            Blok("grens", "Grens", alineas=regels("Schelden doen wij hier niet."), beeld="anker", kop=False),
        ),
        "ondertekenaars": (Ondertekenaar("juf Ilse"), Ondertekenaar("meester Bas")),
        "datum": date(2026, 9, 21),
        "tekening": Tekening.VLOOT,
    }
    return KindbriefWaarden(**{**values, **changed})


def kaart(**changed: object) -> KaartWaarden:
    """The card of the second day."""
    values = {
        "hoofd": HOOFD,
        "roepnaam": "Milan",
        "aanhef": "Dag Milan,",
        "blokken": (
            Blok("tekst", "Tekst", alineas=regels("Wij denken aan jou.", "Maandag zien wij je weer."), kop=False),
            Blok("groet", "Groet", alineas=regels("Groetjes van juf Ilse", "en groep 6"), kop=False),
        ),
    }
    return KaartWaarden(**{**values, **changed})


VOORBEREIDING = (
    Blok("gebeurd", "Wat is er gebeurd?", BlokSoort.TEKENVAK, regels("Vertel het."), beeld="storm", regels=2),
    Blok(
        "geraakt",
        "Wie is er geraakt?",
        BlokSoort.GEZICHTEN,
        regels("Zet een rondje om een gezicht.") + regels("voor mij", "voor de ander", soort=_ITEM),
        beeld="druppel",
        regels=2,
    ),
    Blok("p", "", BlokSoort.PAGINA, kop=False),
    Blok("goed", "Hoe maken we dit goed?", alineas=regels("Kies iets."), beeld="brug"),
    Blok("kies", "Kies", BlokSoort.VINKJES, regels("Ik zeg sorry.", "Mijn eigen idee:", soort=_ITEM), kop=False),
    Blok("idee", "Idee", BlokSoort.LIJNEN, kop=False, regels=2),
    Blok("hulp", "Wie kan jou helpen?", BlokSoort.LIJNEN, regels("Schrijf een naam."), beeld="haven", regels=2),
)


def voorbereiding(**changed: object) -> VoorbereidingWaarden:
    """The sheet with which a child prepares a herstelgesprek, two pages."""
    values = {
        "hoofd": HOOFD,
        "bouw": Bouw.MIDDENBOUW,
        "roepnaam": "Milan",
        "titel": "Dag Milan!",
        "onder": "Op maandag praten wij met elkaar. Dit blad helpt je.",
        "blokken": VOORBEREIDING,
    }
    return VoorbereidingWaarden(**{**values, **changed})
