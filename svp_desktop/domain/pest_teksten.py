"""The words of the papers of pesten: sheets for parents, guides for talks, the coordinator's role (demands 11, 98-102).

The school's own sentences about what the plan says; every list and text is a setting that the school may change.
"""

#: What is asked at each of the three criteria (94), by code.
VRAAG = {
    "opzet": "Doen zij het expres, om te raken, te vernederen of buiten te sluiten?",
    "herhaling": "Gebeurt het vaker, over een langere tijd?",
    "macht": "Is er verschil in macht? Kan het kind zich niet goed verdedigen?",
}
VERGELIJKING = (
    "Plagen: aan elkaar gewaagd, af en toe, onschuldig. Zij leren ervan.",
    "Ruzie: aan elkaar gewaagd, en boos op elkaar.",
    "Pesten: met opzet, vaker en langere tijd iemand kwetsen of buitensluiten die zich niet goed kan verdedigen. Dat "
    "kan met woorden, online of lichamelijk.",
    "Kort: gedrag dat lichamelijk of geestelijk agressief is, of iemand buitensluit.",
)
#: What may help a child that does it, by what the behaviour is for (95).
HULP = {
    "ontdekken": "Dit kind leert hoe het zich tot anderen verhoudt. Laat het samenwerken en spelen met hulp van een "
    "volwassene, en bespreek na wat goed ging.",
    "leren": "Dit kind leert nog hoe het onder kinderen gaat. Oefen het: vragen of je mee mag doen, op je beurt "
    "wachten, ophouden als iemand stop zegt.",
    "groep": "De groep laat zo merken wie erbij hoort. Praat met de hele groep over erbij horen, en geef dit kind een "
    "taak waarmee het er op een goede manier bij hoort.",
    "onzekerheid": "Dit kind kijkt hoe anderen reageren omdat het onzeker is. Noem wat goed gaat, en oefen hoe het "
    "zonder pesten contact maakt.",
}

BLAD_GEPEST = (
    "Neem het serieus. Zeg tegen uw kind dat u blij bent met hem of haar. Zeg ook dat het goed is om dit te vertellen.",
    "Geef zelf het goede voorbeeld. Uw kind ziet hoe u over anderen praat.",
    "Blijf in gesprek. Vraag af en toe hoe het gaat, ook als het beter lijkt.",
    "Gebeurt het op school? Vertel het dan meteen aan de leerkracht.",
    "Werk met ons samen. U kent uw kind het best: vertel wat u ziet en wat u denkt dat helpt. Los het niet zelf op "
    "school op, en spreek andere kinderen niet aan. Wij kunnen u in contact brengen met Buurtteams.",
    "Gebeurt het op straat? Praat dan rustig met de ouders van het andere kind.",
    "Geef schouderklopjes. Merk op wat goed gaat. Neem niet alles over: wat uw kind zelf kan, maakt het sterker.",
    "Geloof dat het stopt. Zeg tegen uw kind dat hier een einde aan komt. Wij werken daar samen aan.",
)
BLAD_PESTER = (
    "Neem het serieus. Luister ook naar wat uw kind erover zegt.",
    "Raak niet in paniek. Elk kind kan dit een keer gaan doen. Zeg wel duidelijk dat pesten nooit mag.",
    "Geef zelf het goede voorbeeld. Rust en vaste afspraken thuis helpen uw kind.",
    "Houd het contact goed. Zeg wat uw kind goed doet, en maak het thuis fijn met elkaar.",
    "Zoek naar wat erachter zit. Voelt uw kind zich veilig, op school en thuis? Vertel het de leerkracht als u iets "
    "hoort.",
    "Help uw kind meeleven. Wat doet dit met een ander? Vraag: hoe zou jij het vinden?",
    "Geef extra aandacht. Doe dat juist als het goed gaat.",
    "Corrigeer kort en rustig. Zeg wat niet kan, en noem ook wat wel goed is.",
    "Sta achter de afspraken. Laat uw kind merken dat u en de school overleggen en hetzelfde willen.",
)
BLAD_ANDERE = (
    "Steun ouders van een gepest kind. Niemand vraagt erom om gepest te worden. Neem hun verhaal serieus.",
    "Steun ook de andere ouders. Niemand wil dat zijn kind pest. Ook zij verdienen een luisterend oor.",
    "Moedig vriendelijkheid aan. Help uw kind om goed met alle kinderen om te gaan, ook met wie geen vriend is.",
    "Corrigeer wat niet kan. Noem ook wat goed is.",
    "Geef zelf het goede voorbeeld. Doe dat ook in de groepsapp van ouders.",
    "Leer uw kind opkomen voor een ander. Hulp halen is ook opkomen.",
    "Leer uw kind opkomen voor zichzelf. Stop zeggen, weglopen, het vertellen: dat mag allemaal.",
    "Praat met de leerkracht. Hoort u iets wat kan helpen? Kom langs, of ga er samen met uw kind heen.",
)
AFSPRAKEN_BEGIN = (
    "Dit spraken wij met elkaar af. Bewaar dit blad. Lukt een afspraak niet, of gebeurt er weer iets? Vertel het dan "
    "meteen. Vertellen is geen klikken."
)
BLAD_GEPEST_BEGIN = (
    "Wij vinden het naar dat uw kind dit meemaakt. Pesten mag nooit. Wij doen er samen iets aan, en wij vertellen u "
    "wat wij doen. Dit kunt u zelf doen:"
)
BLAD_PESTER_BEGIN = (
    "Dit is niet fijn om te horen. Wij zijn blij met uw kind, en dit gedrag moet stoppen. Daar helpen wij uw kind bij. "
    "Dit kunt u zelf doen:"
)
BLAD_ANDERE_BEGIN = (
    "Een kind dat gepest wordt, staat niet alleen. Ook wie niet meedoet, kan iets doen. Dit kunt u als ouder doen, ook "
    "als het niet over uw eigen kind gaat:"
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
    "De pestcoördinator vangt uw kind op en zoekt met u een oplossing. De vertrouwenspersoon luistert als u er met ons "
    "niet uitkomt.",
    "Zo pakken wij het aan. Op welke dag bellen wij u?",
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
    "over hoe het is opgelost? Dan helpen wij u met de klachtenregeling. Gaat het om iets dat de wet verbiedt? Dan "
    "raden wij u aan om naar de politie te gaan.",
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
