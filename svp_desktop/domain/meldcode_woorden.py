"""The wording of the meldcode as data that the school may change, each with its source (demand 121; law 2.5, 3).

It is kept in the compartment of the meldcode itself, never among the settings of the school: those are read by every
account, and a change in them would tell on which day somebody is busy with a dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schone_tekst
from svp_desktop.domain.meldcode_keuzes import Weegvraag

_VRAGEN, _NUMMERS, _UITLEG, _ROLLEN = "Afwegingsvragen", "Nummers", "Uitleg", "Wie doet wat"


@dataclass(frozen=True, slots=True)
class MeldcodeTekst:
    """One wording: its code, the heading it stands under, its name, the text of the plan, and where that comes from.

    `nagekeken` says in words when the text of the plan was last compared with its source.
    """

    code: str
    rubriek: str
    naam: str
    standaard: str
    bron: str
    nagekeken: str = "november 2026"


@dataclass(frozen=True, slots=True)
class EigenTekst:
    """A wording of the school's own: since when, and who wrote it."""

    tekst: str
    op: datetime
    door: str


TEKSTEN: tuple[MeldcodeTekst, ...] = (
    MeldcodeTekst("tel.nood", _NUMMERS, "Direct gevaar", "112", "algemeen alarmnummer"),
    MeldcodeTekst("tel.vt", _NUMMERS, "Veilig Thuis", "0800-2000", "veiligthuisgelderlandzuid.nl"),
    MeldcodeTekst(
        "tel.vt_tijd", _NUMMERS, "Veilig Thuis is te bereiken", "dag en nacht, gratis", "veiligthuisgelderlandzuid.nl"
    ),
    MeldcodeTekst(
        "vt.naam",
        _NUMMERS,
        "Veilig Thuis van deze school",
        "Veilig Thuis Gelderland-Zuid",
        "veiligthuisgelderlandzuid.nl",
    ),
    MeldcodeTekst(
        "vraag.vermoeden",
        _VRAGEN,
        "Vraag 1",
        "Is er op basis van stap 1 tot en met 3 een vermoeden van huiselijk geweld of kindermishandeling?",
        "afwegingskader onderwijs, vraag 1; eigen woorden",
    ),
    MeldcodeTekst(
        "vraag.veiligheid",
        _VRAGEN,
        "Vraag 2",
        "Schatten wij als school (functionarissen en bevoegd gezag), op basis van stap 1 tot en met 4, in dat er "
        "sprake is van acute of structurele onveiligheid, of van allebei?",
        "afwegingskader onderwijs, vraag 2",
    ),
    MeldcodeTekst(
        "vraag.hulp",
        _VRAGEN,
        "Vraag 3",
        "Kunnen wij, of iemand anders in onze school of een partner, effectieve hulp bieden of organiseren, en kan de "
        "dreiging zo worden afgewend?",
        "afwegingskader onderwijs, vraag 3",
    ),
    MeldcodeTekst(
        "vraag.aanvaard",
        _VRAGEN,
        "Vraag 4",
        "Aanvaarden de betrokkenen de hulp, en willen zij zich actief inzetten?",
        "afwegingskader onderwijs, vraag 4",
    ),
    MeldcodeTekst(
        "vraag.resultaat",
        _VRAGEN,
        "Vraag 5",
        "Leidt de hulp binnen de afgesproken termijn tot het afgesproken resultaat: veiligheid, welzijn en herstel?",
        "afwegingskader onderwijs, vraag 5",
    ),
    MeldcodeTekst(
        "uitleg.vermoeden",
        _VRAGEN,
        "Uitleg bij vraag 1",
        "Nee: leg het dossier vast en sluit het. Ja: ga naar vraag 2.",
        "afwegingskader onderwijs, vraag 1",
    ),
    MeldcodeTekst(
        "uitleg.veiligheid",
        _VRAGEN,
        "Uitleg bij vraag 2",
        "Bij ja of twijfel belt u direct. De andere vragen loopt u dan samen met Veilig Thuis door.",
        "afwegingskader onderwijs, vraag 2",
    ),
    MeldcodeTekst(
        "uitleg.hulp",
        _VRAGEN,
        "Uitleg bij vraag 3",
        "“In onze school” is ondersteuning die onder het bestuur werkt, niet de leerkracht van de groep.",
        "afwegingskader onderwijs, voetnoot bij vraag 3",
    ),
    MeldcodeTekst(
        "uitleg.aanvaard",
        _VRAGEN,
        "Uitleg bij vraag 4",
        "Bij ja begint de hulp: spreek een termijn, taken en een casemanager af, en leg dat vast.",
        "afwegingskader onderwijs, vraag 4",
    ),
    MeldcodeTekst(
        "uitleg.resultaat",
        _VRAGEN,
        "Uitleg bij vraag 5",
        "Bij ja sluit u de hulp af met afspraken over het volgen. Bij nee meldt u.",
        "afwegingskader onderwijs, vraag 5",
    ),
    MeldcodeTekst(
        "melden.regel",
        _UITLEG,
        "Regel bij wegen",
        "Bij een reële kans op schade doen wij altijd een melding.",
        "plan, meldcode",
    ),
    MeldcodeTekst(
        "melden.geen_plicht",
        _UITLEG,
        "Wat de meldcode is",
        "De meldcode is geen meldplicht. U zet de stappen en legt ze vast. Een melding volgt nooit vanzelf.",
        "plan, meldcode",
    ),
    MeldcodeTekst(
        "melden.recht",
        _UITLEG,
        "Meldrecht",
        "U mag melden en gegevens geven aan Veilig Thuis, ook zonder toestemming. Vragen van Veilig Thuis mag u "
        "beantwoorden.",
        "plan, meldcode; Wmo 2015 art. 5.2.6",
    ),
    MeldcodeTekst(
        "melden.open",
        _UITLEG,
        "Open melden",
        "Meld open: vertel het de ouders vooraf. Daarvan wijkt u alleen af om de veiligheid van kind of gezin, om de "
        "veiligheid van de melder of een collega, of als de vertrouwensrelatie verstoord is.",
        "Veilig Thuis Gelderland-Zuid",
    ),
    MeldcodeTekst(
        "melden.weegt",
        _UITLEG,
        "Na een melding",
        "Veilig Thuis weegt een melding binnen 5 werkdagen en koppelt terug.",
        "Veilig Thuis, formulier",
    ),
    MeldcodeTekst(
        "direct.uitleg",
        _UITLEG,
        "Direct contact",
        "Bij eergerelateerd geweld, huwelijksdwang en vrouwelijke genitale verminking neemt u direct contact op met "
        "Veilig Thuis. Praat dan nog niet met de ouders.",
        "plan, meldcode, stap 2",
    ),
    MeldcodeTekst(
        "kindcheck.uitleg",
        _UITLEG,
        "Kindcheck",
        "Denk ook aan broertjes en zusjes, en aan kinderen voor wie een leerling of ouder zorgt.",
        "Besluit meldcode, kindcheck",
    ),
    MeldcodeTekst(
        "gesprek.ouders",
        _UITLEG,
        "Gesprek met ouders over een melding",
        "Voer het gesprek met een collega.\nVat concreet samen wat er is gezien en gezegd.\n"
        "Noem de stappen die al zijn gezet.\nLicht de ouders in. Vraag geen toestemming.\n"
        "Meld niet op een vrijdag als dat kan.\nMaak afspraken over de veiligheid van de kinderen.",
        "Veilig Thuis Noordoost Gelderland; handelingsprotocol.nl",
    ),
    MeldcodeTekst(
        "stap.1",
        _UITLEG,
        "Stap 1",
        "Breng de signalen in kaart. Leg ze objectief en feitelijk vast, ook wat de zorg ontkracht.",
        "plan, meldcode, stap 1",
    ),
    MeldcodeTekst(
        "stap.2",
        _UITLEG,
        "Stap 2",
        "Overleg met een deskundige collega of vraag advies aan Veilig Thuis. Dit mag ook nog een keer.",
        "plan, meldcode, stap 2",
    ),
    MeldcodeTekst(
        "stap.3", _UITLEG, "Stap 3", "Praat zo snel mogelijk met de ouders en het kind.", "plan, meldcode, stap 3"
    ),
    MeldcodeTekst("stap.4", _UITLEG, "Stap 4", "Weeg de zorg samen met een collega.", "plan, meldcode, stap 4"),
    MeldcodeTekst(
        "stap.5",
        _UITLEG,
        "Stap 5",
        "Neem twee besluiten: is melden noodzakelijk, en is hulp (ook) mogelijk?",
        "plan, meldcode, stap 5",
    ),
    MeldcodeTekst("rol.1", _ROLLEN, "Stap 1 doet", "groepsleerkracht", "plan: de organisatie beschrijft wie dit doet"),
    MeldcodeTekst(
        "rol.2", _ROLLEN, "Stap 2 doet", "kwaliteitscoördinator", "plan: de organisatie beschrijft wie dit doet"
    ),
    MeldcodeTekst(
        "rol.3",
        _ROLLEN,
        "Stap 3 doet",
        "groepsleerkracht, met de kwaliteitscoördinator",
        "plan: de organisatie beschrijft wie dit doet",
    ),
    MeldcodeTekst(
        "rol.4", _ROLLEN, "Stap 4 doet", "kwaliteitscoördinator", "plan: de organisatie beschrijft wie dit doet"
    ),
    MeldcodeTekst("rol.5", _ROLLEN, "Stap 5 doet", "directeur", "plan: de organisatie beschrijft wie dit doet"),
    MeldcodeTekst(
        "instrument",
        _ROLLEN,
        "Hulpmiddel bij het wegen",
        "Afwegingskader meldcode, onderwijs en leerplicht",
        "afwegingskader, verplicht sinds 1-1-2019",
    ),
    # The place in this table is the number under which a wording keeps its versions: a new one comes at the end.
    MeldcodeTekst(
        "gesprek.zorg",
        _UITLEG,
        "Gesprek met ouders over zorgen",
        "Voer het gesprek met een collega.\nVertel waarom u dit gesprek wilt.\nNoem wat u zag en hoorde.\n"
        "Vraag de ouders hoe zij dat zien.\nTrek pas daarna conclusies, of nog niet.\n"
        "Spreek af wanneer u elkaar weer spreekt.",
        "plan, meldcode, stap 3",
    ),
    MeldcodeTekst(
        "gesprek.vragen",
        _UITLEG,
        "Vragen in het gesprek met ouders",
        "Herkent u wat wij zien?\nHoe gaat het thuis met uw kind?\nWat gaat er goed?\nWaar maakt u zich zorgen over?\n"
        "Wie helpt u al?\nWat hebt u van ons nodig?",
        "plan, meldcode, stap 3",
    ),
    MeldcodeTekst(
        "vt.werkdagen", _NUMMERS, "Werkdagen waarin Veilig Thuis een melding weegt", "5", "Veilig Thuis, formulier"
    ),
    MeldcodeTekst(
        "bewaren.jaren",
        _NUMMERS,
        "Zoveel jaar na het sluiten kijkt u of een dossier bewaard moet blijven",
        "2",
        "termijn van het leerlingdossier; de meldcode noemt geen getal",
    ),
    MeldcodeTekst(
        "bewaren.uitleg",
        _UITLEG,
        "Bewaren en vernietigen",
        "Bewaar dit dossier zo lang als de wet en uw bestuur voorschrijven. Vernietigen kan op verzoek van het kind "
        "zelf, als het 16 jaar of ouder is en de gevolgen overziet. Een verzoek van ouders mag u weigeren. Is het "
        "vermoeden onterecht? Leg dat uitdrukkelijk vast.",
        "handelingsprotocol.nl, dossiervorming",
    ),
    MeldcodeTekst(
        "vernietigen.leeftijd",
        _NUMMERS,
        "Vanaf deze leeftijd kan een kind zelf om vernietiging vragen",
        "16",
        "handelingsprotocol.nl, dossiervorming",
    ),
)
_GETALLEN: Mapping[str, int] = {"vt.werkdagen": 60, "bewaren.jaren": 30, "vernietigen.leeftijd": 18}
TEKST_VAN_CODE: Mapping[str, MeldcodeTekst] = {item.code: item for item in TEKSTEN}
LANGSTE = 600


class MeldcodeWoorden:
    """The wording in force: the school's own where it has one, that of the plan otherwise."""

    def __init__(self, eigen: Mapping[str, EigenTekst] | None = None) -> None:
        self._own = dict(eigen or {})

    def tekst(self, code: str) -> str:
        """The text in force."""
        own = self._own.get(code)
        return own.tekst if own else TEKST_VAN_CODE[code].standaard

    def eigen(self, code: str) -> EigenTekst | None:
        """The school's own text, or None."""
        return self._own.get(code)

    def regels(self, code: str) -> tuple[str, ...]:
        """A text of several lines, line by line."""
        return tuple(line for line in self.tekst(code).split("\n") if line.strip())

    def vraag(self, vraag: Weegvraag) -> str:
        """A weighing question in the words of now."""
        return self.tekst(f"vraag.{vraag.value}")

    def uitleg(self, vraag: Weegvraag) -> str:
        """What stands under a weighing question."""
        return self.tekst(f"uitleg.{vraag.value}")

    def getal(self, code: str) -> int:
        """A number among the wordings."""
        return int(self.tekst(code))

    def bellen(self) -> str:
        """The two numbers in one line."""
        return f"{self.tekst('tel.vt')}, {self.tekst('tel.vt_tijd')}. Direct gevaar: {self.tekst('tel.nood')}."


def tekst_netjes(code: str, text: str) -> str:
    """The text as it is kept; a number stays on one line."""
    return op_een_regel(text) if code.startswith("tel.") or code in _GETALLEN else schone_tekst(text).strip()


def check_tekst(code: str, text: str) -> tuple[Finding, ...]:
    """A wording is never empty, and a number is a number."""
    if not tekst_netjes(code, text):
        return (Finding(code, "Laat dit niet leeg. Met Terug naar standaard krijgt u de tekst van het plan."),)
    if code in _GETALLEN:
        typed, most = tekst_netjes(code, text), _GETALLEN[code]
        fits = typed.isdecimal() and typed.isascii() and 1 <= int(typed) <= most
        return () if fits else (Finding(code, f"Schrijf een heel getal van 1 tot en met {most}."),)
    if len(text) > LANGSTE:
        return (Finding(code, f"Dit is te lang. Schrijf hoogstens {LANGSTE} tekens."),)
    return ()
