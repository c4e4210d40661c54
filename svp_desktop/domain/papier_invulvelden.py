"""What a paper can ask: for every fact the question as it stands in the open place, and why the paper needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invulveld:
    """A fact that a paper asks for: the question as it stands in the open place, and why the paper needs it."""

    code: str
    vraag: str
    waarom: str


_VAN_DE_DOSSIERS = (
    (
        "sterke_kanten_groep",
        "drie dingen die goed gaan in de groep",
        "Een groep luistert pas wanneer zij zich gezien voelt.",
    ),
    ("gebeurd_groep", "wat er in de groep gebeurde, zonder namen", "Feiten zonder namen: zo wordt niemand aangewezen."),
    (
        "stappen_groep",
        "wat de volwassenen vanaf nu in de groep doen",
        "De brief zegt wat wíj doen. Dat is te beloven, en te controleren.",
    ),
    ("groepsdatum", "de dag waarop de groep samen terugkijkt", "Kinderen tellen op een dag die u noemt."),
    (
        "thuis_doen",
        "wat de ouders thuis doen",
        "De brief is van ouders en school samen: de ouders kiezen hun eigen woorden.",
    ),
    ("ouder_tekent", "welke ouder tekent", "De brief is van thuis en school samen, dus tekent er iemand van thuis."),
    ("verzoek", "wat u het kind vraagt, heel precies", "Een verzoek dat te zien is, kan lukken."),
    ("voorstel", "wat het kind zelf voorstelt", "Een eigen idee van het kind gaat voor."),
    ("terugkijkdatum", "de dag waarop u samen terugkijkt", "Zonder dag is een afspraak geen afspraak."),
    ("contract_namen", "wie hun naam onder het plan zetten", "Wie tekent, doet mee."),
    ("actiedatum", "de dag waarop u dit doet", "Iedereen die meedoet, moet weten wanneer."),
    ("actie_wie", "wie dit doen", "Iedereen weet dan van wie het komt."),
    ("zeggen", "wat er gezegd mag worden", "Spreek dit af met de ouders, zodat iedereen hetzelfde zegt."),
    ("bel_rijen", "wie met wie belt", "Zo wordt niemand vergeten en niemand twee keer gebeld."),
    ("aanwezig", "wie erbij zitten", "Wie erbij zit, bereidt zich voor."),
    ("sit_in_minuten", "hoeveel minuten het ten hoogste duurt", "Een einde vooraf geeft rust."),
    ("gesprek_dag", "de dag van het gesprek", "Iedereen wil weten wanneer het is."),
    ("gesprek_tijd", "de tijd van het gesprek", "Iedereen wil weten hoe laat het is."),
    ("gesprek_moment", "de dag en de tijd van het gesprek", "Iedereen wil weten wanneer het is."),
    ("gesprek_plaats", "de plaats van het gesprek", "Kies een rustige plek, zonder andere kinderen."),
    ("gesprek_leider", "wie het gesprek leidt", "Liefst iemand die erbuiten staat."),
    ("agenda", "wat er verder op de agenda staat", "Zo komt niemand voor een verrassing te staan."),
    ("netwerk_rijen", "wie aan tafel zitten", "Iedereen weet dan wie er aan tafel zitten."),
    ("netwerk_namen", "wie tekenen", "Wie tekent, doet mee."),
    (
        "partij_rijen",
        "wie erbij zijn, zonder de naam van het andere kind",
        "Het papier kan bij een ander thuis komen te liggen.",
    ),
    ("partijen", "wie antwoord geven", "Elke kant krijgt evenveel ruimte."),
    ("partij_namen", "wie tekenen, zonder de naam van het andere kind", "Wie tekent, doet mee."),
    ("afspraken_rijen", "wie wat doet, en wanneer", "Een afspraak heeft een naam en een dag."),
    ("directeur", "de naam van de directeur", "Ouders weten dan wie zij kunnen spreken."),
    ("directeur_naam", "de voor- en achternaam van de directeur", "De inspectie wil weten wie er meldt."),
    ("bestuur", "de naam van het schoolbestuur", "Het bestuur besluit. Een ander tekent alleen namens het bestuur."),
    ("brin", "het BRIN-nummer van de school", "De inspectie kent de school aan dit nummer."),
    ("kind_naam", "de voor- en achternaam van het kind", "De inspectie wil weten over wie het gaat."),
    ("geboortedatum", "de geboortedatum van het kind", "De inspectie wil weten over wie het gaat."),
    ("schooldagen", "het aantal schooldagen", "De wet staat ten hoogste één week toe."),
    ("schooldagen_woord", "het aantal schooldagen, in woorden", "Ouders zien meteen hoe lang het duurt."),
    ("eerste_dag", "de eerste dag thuis", "Ouders moeten dit kunnen regelen."),
    ("laatste_dag", "de laatste dag thuis", "Ouders moeten dit kunnen regelen."),
    ("periode", "van welke dag tot welke dag", "Het team werkt met dezelfde dagen."),
    ("eerste_dag_terug", "de eerste dag weer op school", "Het kind moet weten wanneer het terug mag."),
    ("eerste_dag_terug_kort", "de dag waarop het kind weer in de groep is", "Kinderen willen weten wanneer."),
    (
        "terug_moment",
        "de dag en de tijd van het herstelgesprek bij de terugkeer",
        "Zonder terugkeer is het besluit niet af.",
    ),
    ("terug_dag", "de dag van het herstelgesprek bij de terugkeer", "Zonder terugkeer is het besluit niet af."),
    ("terug_tijd", "de tijd van het herstelgesprek bij de terugkeer", "Vóór schooltijd, of de middag ervoor."),
    ("terug_weekdag", "op welke weekdag het kind terugkomt", "Een kind telt de nachtjes."),
    ("terug_met", "wie bij het herstelgesprek zijn", "Ouders willen weten wie er aan tafel zitten."),
    ("besluit_dag", "de dag van het besluit", "Eerst horen, dan besluiten: dat moet te zien zijn."),
    ("gegeven_op", "de dag waarop de ouders de brief krijgen", "Vanaf die dag telt de termijn voor bezwaar."),
    ("gedrag", "welk gedrag niet kan: wat, wanneer, waar", "Een besluit zonder feiten houdt geen stand."),
    ("waarom", "waarom thuis-school nodig is", "De wet vraagt om een reden."),
    ("persoon", "dat u dit kind niet afwijst", "Thuis-school gaat over gedrag, nooit over wie het kind is."),
    ("relatiegebaar", "een zin die verbindt", "De grens en de band horen bij elkaar."),
    ("contact_blijft", "hoe het contact blijft", "Thuis-school is er mét contact."),
    ("gehoord", "met wie u sprak, en wanneer", "Kind, ouders en leerkracht worden gehoord vóór het besluit."),
    (
        "veranderd",
        "wat er door deze gesprekken is veranderd",
        "Horen is meer dan aanhoren. Laat zien wat u ermee deed.",
    ),
    ("belt", "wie elke schooldag belt", "Elke dag een naam: dan rekenen kind en ouders erop."),
    ("bel_voor", "vóór welke tijd er wordt gebeld", "Dan hoeft niemand te wachten bij de telefoon."),
    ("werk", "welk schoolwerk, wie brengt het, wie kijkt het na", "Een kind houdt recht op onderwijs."),
    ("richtlijnen", "wat u met de ouders afsprak voor thuis", "Eigen afspraken gaan voor algemene tips."),
    ("bezwaar", "hoe ouders bezwaar kunnen maken", "Een besluit zonder deze zin houdt geen stand."),
    ("bezwaar_termijn", "binnen welke tijd ouders bezwaar kunnen maken", "Ouders moeten weten hoe lang zij hebben."),
    ("bezwaar_uiterlijk", "de laatste dag voor bezwaar", "Een dag is duidelijker dan zes weken."),
    ("bezwaar_naar", "waar het bezwaar naartoe gaat", "Ouders moeten weten aan wie zij schrijven."),
    ("vertrouwenspersoon", "de naam van de vertrouwenspersoon", "Wie het niet eens is, mag daar hulp bij krijgen."),
    (
        "vertrouwenspersoon_telefoon",
        "het nummer van de vertrouwenspersoon",
        "Wie het niet eens is, mag daar hulp bij krijgen.",
    ),
    ("nazorg_weken", "hoeveel weken u het kind volgt", "Na de terugkeer blijft u kijken hoe het gaat."),
    ("contact_rijen", "op welke dagen er contact is, en wie belt", "Geen dag zonder contact."),
    ("taak_rijen", "wie welke taak doet", "Het team doet dit samen."),
    ("nazorg_rijen", "in welke week wie kijkt hoe het gaat", "Nazorg die niet gepland is, komt er niet."),
    ("doel", "waarvoor het gesprek is", "Iedereen begint dan met dezelfde bedoeling."),
    ("gespreksleider", "wie het herstelgesprek leidt", "Iemand bewaakt dat elk aan bod komt."),
    ("deelnemers", "wie erbij waren", "Zo is later te zien wie dit afsprak."),
    ("deelnemers_zin", "wie erbij zijn", "Ouders willen weten wie er aan tafel zitten."),
    ("deelnemer_rijen", "wie erbij zijn, met hun rol", "Iedereen weet dan wie er aan tafel zitten."),
    ("deelnemer_namen", "wie hun naam eronder zetten", "Wie tekent, doet mee."),
    ("schrijvers", "wie op de vragen antwoorden", "Elke kant krijgt evenveel ruimte."),
    ("gebaren", "hoe een kind het goed kan maken", "Kiezen helpt. Een eigen idee gaat voor."),
    ("gebaar", "welk gebaar het kind maakt", "Goedmaken wordt pas echt door iets te doen."),
    ("gehouden_op", "de dag waarop het gesprek was", "Een verslag hoort bij een dag."),
    ("wet_schorsing", "de zin die zegt dat dit een schorsing is", "De wet noemt thuis-school een schorsing."),
    ("wet_mandaat", "de zin die zegt namens wie u besluit", "Het bestuur besluit, of iemand namens het bestuur."),
    ("wet_inspectie", "de zin over de inspectie", "Duurt het langer dan één dag, dan weet de inspectie het."),
    ("wet_inspectie_melding", "de zin waarmee u aan de inspectie meldt", "De wet vraagt om een melding met redenen."),
    ("wet_onderwijs", "de zin over recht op onderwijs", "Ook thuis gaat het leren door."),
    ("wet_verzuim", "de zin over verzuim", "Ouders willen weten dat dit geen spijbelen is."),
    ("wet_dossier", "de zin over het dossier", "Ouders mogen weten wat u bewaart."),
)


INVULVELDEN: dict[str, Invulveld] = {
    veld.code: veld
    for veld in (
        Invulveld("roepnaam", "de roepnaam van het kind", "De brief is aan het kind zelf."),
        Invulveld("groep", "de groep", "Zo weten de ouders om welke groep het gaat."),
        Invulveld(
            "sterke_kanten",
            "drie dingen die goed gaan, heel precies",
            "Een kind luistert pas wanneer het zich gezien voelt.",
        ),
        Invulveld(
            "gedragingen",
            "één tot drie dingen die gebeurden, zoals op een film",
            "Feiten zonder oordeel: daar hoeft niemand over te twisten.",
        ),
        Invulveld(
            "geraakt",
            "wat anderen daarvan merkten",
            "Het kind leest wat het gedrag met anderen deed.",
        ),
        Invulveld("grens", "het gedrag dat stopt", "Het kind moet precies weten wat niet langer kan."),
        Invulveld(
            "stappen",
            "wat de volwassenen vanaf nu doen",
            "De brief zegt wat wíj doen. Dat is te beloven, en te controleren.",
        ),
        Invulveld("steunfiguren", "wie het weten en helpen", "Niets is geheim: het kind weet wie ernaast staan."),
        Invulveld("leerkracht", "de naam van de leerkracht", "Het kind weet naar wie het toe kan."),
        Invulveld(
            "ouderwoorden",
            "wat de ouder in het gesprek zei",
            "Wat de ouder zei, komt eerst: u doet dit samen. Begin met: U zei.",
        ),
        Invulveld("contact", "wie de ouders belt, en wanneer", "Ouders rekenen op een dag, niet op ‘binnenkort’."),
        Invulveld("leesdatum", "de dag van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld("leestijd", "de tijd van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld("leesplaats", "de plaats van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld(
            "hersteldatum",
            "de dag waarop het kind een voorstel doet",
            "Een kind telt op een dag die u noemt.",
        ),
        Invulveld("school", "de naam van de school", "De brief komt van de school."),
        Invulveld("telefoon", "het telefoonnummer van de school", "Zo kunnen ouders reageren vóór het voorlezen."),
        *(Invulveld(*row) for row in _VAN_DE_DOSSIERS),
    )
}
