"""What the composer says about each kind of block, and which kinds can be added to a paper."""

from svp_desktop.domain.papier import BlokSoort
from svp_desktop.domain.papier_soorten import Vorm

#: How the lines that are typed come on paper; nothing for running text.
UITLEG = {
    BlokSoort.FEITEN: "Elke regel wordt een rij van de tabel. Zet een dubbele punt tussen kopje en inhoud.",
    BlokSoort.VINKJES: "Elke regel krijgt een hokje om aan te vinken.",
    BlokSoort.LIJNEN: "Onder de tekst komen lijnen om op te schrijven.",
    BlokSoort.SCHRIJFBLOKKEN: "Elke regel is een naam met een vak om in te schrijven.",
    BlokSoort.VRAAG: "De titel is de vraag. Elke naam in de lijst krijgt een vak om in te schrijven.",
    BlokSoort.HANDTEKENINGEN: "Elke regel is iemand die tekent: naam – functie.",
    BlokSoort.TABEL: "Elke regel is een rij, met | tussen de vakjes. De eerste regel is de kop; [ ] is een hokje.",
    BlokSoort.TEKENVAK: "Onder de tekst komt een vak om in te tekenen.",
    BlokSoort.GEZICHTEN: "Elke regel krijgt vijf gezichten om uit te kiezen.",
}

#: Kinds with lines to write on, and what those are called.
REGELS = {
    BlokSoort.LIJNEN: "Aantal lijnen",
    BlokSoort.TABEL: "Lege rijen",
    BlokSoort.SCHRIJFBLOKKEN: "Lijnen per vak",
    BlokSoort.VRAAG: "Lijnen per vak",
    BlokSoort.VINKJES: "Lijnen eronder",
    BlokSoort.TEKENVAK: "Lijnen eronder",
    BlokSoort.GEZICHTEN: "Lijnen eronder",
}

_WERKBLAD = (
    (BlokSoort.TEKST, "Tekst"),
    (BlokSoort.VINKJES, "Hokjes om aan te vinken"),
    (BlokSoort.LIJNEN, "Lijnen om op te schrijven"),
    (BlokSoort.HANDTEKENINGEN, "Handtekeningen"),
    (BlokSoort.PAGINA, "Nieuwe bladzijde"),
)


def toe_te_voegen(vorm: Vorm) -> tuple[tuple[BlokSoort, str], ...]:
    """The kinds of block that may be added to a paper of this form, with their names."""
    return _WERKBLAD if vorm in (Vorm.WERKBLAD, Vorm.VOORBEREIDING) else _WERKBLAD[:1]
