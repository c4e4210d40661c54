"""The words of the contact card and of the schoolgids about the interne vertrouwenspersoon (demands 110-112).

The school's own sentences about what the plan says; each is a setting that the school may change.
"""

BEREIKBAAR = ("Spreek hen aan op school", "Bel de school en vraag naar de vertrouwenspersoon")
EXTERN = "via de GGD of het bestuur; vraag ernaar op school"

KAART = (
    "Je mag altijd bij ons komen.",
    "Over iets op school, of over iets anders.",
    "Ook als het over een juf of meester gaat.",
    "Wij luisteren. Samen kijken wij wat jij wilt.",
    "Wij vertellen het niet zomaar door.",
    "Is iemand in gevaar? Dan zoeken wij hulp. Dat zeggen wij eerst tegen jou.",
)
KAART_WAAR = ("Spreek ons aan op het plein of in de gang.", "Of vraag je juf of meester om ons te roepen.")

SCHOOLGIDS = (
    "De interne vertrouwenspersonen van onze school zijn: {namen}.",
    "Kinderen kunnen bij hen terecht als zij een probleem met de leerkracht ervaren, of iets niet in de groep willen "
    "of kunnen bespreken.",
    "Ouders en verzorgers kunnen hen benaderen als zij er met de leerkracht, de kwaliteitscoördinator, de "
    "bouwcoördinator of de directeur niet uitkomen. Ook medewerkers kunnen bij hen terecht.",
    "De vertrouwenspersoon luistert, geeft advies en verwijst door als dat nodig is en u dat wilt. Komt een kind zelf? "
    "Dan worden de ouders ingelicht, het liefst met instemming van het kind, tenzij een zwaarwegend belang zich "
    "daartegen verzet.",
    "Wat u vertelt, blijft vertrouwelijk. Er is één uitzondering: een vermoeden van een zedenmisdrijf door iemand met "
    "een taak voor de school moet altijd aan het bestuur worden gemeld.",
    "Wilt u een klacht indienen? De vertrouwenspersoon helpt u daarbij.",
    "Zo bereikt u hen: {bereikbaar}. Externe vertrouwenspersoon: {extern}.",
)

VERWIJSBLAD = (
    "U neemt zelf contact op. Wilt u daar hulp bij? De vertrouwenspersoon belt samen met u.",
    "U vertelt uw verhaal zelf. De vertrouwenspersoon geeft niets door zonder uw toestemming.",
    "U mag iemand meenemen naar een gesprek.",
    "U mag stoppen wanneer u wilt. U kunt altijd terugkomen bij de vertrouwenspersoon.",
)

KLACHTBLAD = (
    "Lees de klachtenregeling. U vindt hem op de website van de school of het bestuur.",
    "Schrijf op wat er is gebeurd, wanneer het was, en wat u vraagt. Alleen feiten.",
    "U dient de klacht zelf in, binnen een jaar. De vertrouwenspersoon helpt u, maar beslist niet mee.",
    "U mag iemand meenemen naar een gesprek of een zitting.",
    "U mag de klacht altijd intrekken.",
)
