"""The words of the papers of pesten: sheets for parents, guides for talks, the coordinator's role (demands 11, 98-102).

The school's own sentences about what the plan says; every list and text is a setting that the school may change.
"""

BLAD_GEPEST = (
    "Neem het serieus. Zeg tegen uw kind dat u blij bent met hem of haar, en met het vertellen.",
    "Geef zelf het goede voorbeeld. Uw kind ziet hoe u over anderen praat.",
    "Blijf in gesprek. Vraag af en toe hoe het gaat, ook als het beter lijkt.",
    "Gebeurt het op school? Bespreek het meteen met de leerkracht.",
    "Werk met ons samen. U kent uw kind het best: vertel wat u ziet en wat u denkt dat helpt. Los het niet zelf op "
    "school op, en spreek andere kinderen niet aan. Via ons kunt u steun krijgen van Buurtteams.",
    "Gebeurt het op straat? Praat dan rustig met de ouders van het andere kind.",
    "Geef schouderklopjes. Merk op wat goed gaat. Zo groeit het zelfvertrouwen weer.",
    "Steun het idee dat hier een einde aan komt. Wij werken daar samen aan.",
)
BLAD_PESTER = (
    "Neem het serieus. Luister ook naar wat uw kind erover zegt.",
    "Raak niet in paniek. Elk kind kan dit een keer gaan doen. Zeg wel duidelijk dat pesten nooit mag.",
    "Geef zelf het goede voorbeeld, met rust en vaste afspraken thuis.",
    "Zeg wat uw kind goed doet. Houd het thuis fijn en het contact goed.",
    "Zoek naar wat erachter zit. Voelt uw kind zich veilig, op school en thuis? Vertel het de leerkracht als u iets "
    "hoort.",
    "Help uw kind te voelen wat dit doet met een ander. Vraag: hoe zou jij het vinden?",
    "Geef extra aandacht, juist als het goed gaat.",
    "Corrigeer wat niet kan, kort en rustig. Noem ook wat wel goed is.",
    "Laat merken dat u achter de afspraken van school staat en met ons overlegt.",
)
BLAD_ANDERE = (
    "Neem de ouders van een gepest kind serieus. Niemand vraagt erom om gepest te worden. Zij verdienen steun.",
    "Neem ook de ouders van het kind dat pest serieus. Niemand wil dit voor zijn kind. Zij verdienen steun.",
    "Help uw kind om goed met alle kinderen om te gaan, ook met wie het geen vriend is.",
    "Corrigeer wat niet kan, en noem wat goed is.",
    "Geef zelf het goede voorbeeld, ook in de groepsapp van ouders.",
    "Leer uw kind om voor een ander op te komen, of om hulp te halen.",
    "Leer uw kind om voor zichzelf op te komen: stop zeggen, weglopen, het vertellen.",
    "Hoort u iets wat kan helpen? Praat met de leerkracht, of ga er samen met uw kind heen. U bent altijd welkom.",
)
GESPREK_GEPEST = (
    "Fijn dat je het vertelt. Ik geloof je. Wat gebeurt er?",
    "Waar gebeurt het, en wanneer? Is het ook online?",
    "Wie doet wat? Wie kijkt er, wie lacht er, wie helpt je?",
    "Hoe lang duurt het al?",
    "Wat heb je zelf al gedaan? Wat hielp een beetje?",
    "Hoe voel je je op school? Wijs maar aan: van heel naar tot heel fijn.",
    "Hoe zou het zijn als het goed was? Wat zie je dan?",
    "Met wie voel je je veilig? Wie mag ik erbij vragen?",
    "Dit ga ik doen, en dan spreken wij elkaar weer. Wat mag ik wel en niet vertellen?",
)
GESPREK_PESTER = (
    "Ik wil met je praten, omdat ik je belangrijk vind. Dit gedrag moet stoppen.",
    "Wat is er gebeurd, volgens jou?",
    "Wat wilde je ermee bereiken?",
    "Hoe denk je dat het voor de ander is?",
    "Wie deden er mee, en wat zou er gebeuren als jij stopt?",
    "Wat heb jij nodig om het anders te doen?",
    "Wat kun je doen om het goed te maken?",
    "Wat spreken wij af, en wanneer kijken wij terug?",
)
GESPREK_OUDERS = (
    "Dank u dat u dit vertelt. Wat hoort en ziet u thuis?",
    "Sinds wanneer merkt u het?",
    "Wat hebt u zelf al gedaan?",
    "Wat zou u willen dat er over een maand anders is?",
    "Dit doet de pestcoördinator, en dit doet de vertrouwenspersoon.",
    "Zo pakken wij het aan. Wij bellen u op een vaste dag.",
    "Wat vraagt u van ons? Wat kunt u thuis doen?",
    "Bent u later niet tevreden? Dan wijzen wij u de weg in de klachtenregeling.",
)
GESPREK_GROEP = (
    "Wij praten over hoe het gaat in onze groep. Wij noemen geen namen.",
    "Wanneer is het hier fijn? Wanneer niet?",
    "Wat zie je gebeuren, en wat doe je dan?",
    "Wat kan iemand doen die niet meedoet, maar wel kijkt?",
    "Is vertellen klikken? Nee: je helpt iemand.",
    "Wat spreken wij met elkaar af?",
    "Wie let daarop, en wanneer kijken wij terug?",
)
SCHOOLGIDS = (
    "Wordt een kind gepest, of maakt u zich zorgen? Vertel het de leerkracht of de pestcoördinator. Dat mag iedereen "
    "doen: een kind, een ouder, een collega.",
    "De pestcoördinator vangt het kind en de ouders op, luistert, en brengt in kaart wat er gebeurt. Samen zoeken wij "
    "een oplossing. De afspraken staan op papier.",
    "Daarna vragen wij het kind zelf of het gestopt is: na {weken} weken. Pas als het kind zegt dat het goed is, "
    "sluiten wij het af.",
    "De pestcoördinator is ook het aanspreekpunt voor het beleid tegen pesten op onze school. Bent u niet tevreden "
    "over hoe het is opgelost? Dan helpen wij u met de klachtenregeling. Gaat het om een strafbaar feit, dan raden wij "
    "u aan om naar de politie te gaan.",
)
NAZORGKAART = (
    "Jij hebt verteld wat er gebeurt. Dat was knap.",
    "Wij doen er samen iets aan.",
    "Ik vraag je een paar keer hoe het gaat.",
    "Je mag altijd eerder komen.",
    "Vertellen is geen klikken.",
)
MINDER_TOEZICHT = (
    "Kleedkamer", "Toiletten", "Gang", "Fietsenstalling", "Buiten het hek", "Onderweg naar huis", "Groepsapp",
    "Online spel",
)  # fmt: skip
