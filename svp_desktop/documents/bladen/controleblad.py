"""The monthly check of who did what, on paper: whoever changes the trail later cannot change this sheet."""

from svp_desktop.documents import style
from svp_desktop.documents.bladen.vel import SignLines, WriteRows, blok, make
from svp_desktop.documents.flowables import FactTable, SideHeading
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.bladen import Controleblad, ControleRegel

_GROUP, _ON_A_LINE = 4, 8


def controleblad(values: Controleblad) -> bytes:
    """The sheet as PDF bytes: one page for up to three compartments. Raises PapierFout when it cannot be laid out."""
    record = Record()
    vorige = datums.in_woorden(values.vorige) if values.vorige else "dit is de eerste"
    story = [
        *blok(
            record,
            "",
            "Het programma schrijft op wie wat deed, en wanneer. Elke regel zit vast aan de regel ervoor, als een "
            "ketting. Wie later een regel weghaalt of verandert, breekt de ketting. Dit blad legt vast hoe de ketting "
            "op deze dag was.",
        ),
        FactTable(
            record,
            "",
            (
                ("Datum", datums.in_woorden(values.datum)),
                ("Gecontroleerd door", values.naam),
                ("Functie", values.rol),
                ("Vorige controle", vorige),
            ),
        ),
    ]
    for regel in values.regels:
        story += [SideHeading(record, "", regel.vak, 4 * style.MM, style.MM), FactTable(record, "", _rows(regel))]
    story += [
        *blok(
            record,
            "Zo controleert u",
            stappen=(
                "Open ‘Wie deed wat’. Staat er dat alle regels kloppen? Bekijk de regels van deze maand.",
                "Leg het vorige controleblad ernaast. Een nummer mag nooit lager zijn dan toen.",
                "Bewaar dit blad in een map met een slot. Niet bij de laptop.",
            ),
        ),
        WriteRows(record, ("Wat opviel", "")),
        SignLines(record, (("Handtekening", values.naam), ("Plaats en datum",))),
    ]
    return make(values.hoofd, "Controleblad", story, record)


def _rows(regel: ControleRegel) -> tuple[tuple[str, str], ...]:
    digits = regel.kop.hex()
    groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
    lines = [" ".join(groups[at : at + _ON_A_LINE]) for at in range(0, len(groups), _ON_A_LINE)]
    return (
        ("Laatste nummer", f"{regel.nummer:,}".replace(",", ".")),
        ("Woorden", " ".join(regel.herkenning)),
        ("Cijfers en letters", "\n".join(lines)),
    )
