"""The anonymous jaarverslag of a vertrouwenspersoon: what may be told, and no number under 5 (law.md 2.6)."""

from typing import Any

from svp_desktop.documents.bladen.vel import SignLines, blok, make
from svp_desktop.documents.formulieren.delen import feiten, tekst
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.inzicht import KLEINSTE
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.vertrouwelijk_jaar import Jaarverslag, VerslagDeel, jaar_grenzen, verslag

TITEL = "Jaarverslag vertrouwenspersoon"
_LABELS = 68 * MM
_UITLEG = (
    f"In dit verslag staan geen namen. Een aantal onder de {KLEINSTE} noemen wij niet, ook niet als het 0 is. Een ander"
    " aantal laten wij weg als een klein aantal er anders mee uit te rekenen is."
)


def jaarverslag(hoofd: Briefhoofd, values: Jaarverslag) -> bytes:
    """The report as PDF bytes. Raises PapierFout."""
    record = Record()
    assert values.vastgesteld_op is not None
    first, last = (datums.in_woorden(day, weekdag=False) for day in jaar_grenzen(values.schooljaar))
    story: list[Any] = [
        *feiten(
            record,
            "",
            (
                ("Schooljaar", values.naam),
                ("Periode", f"{first} tot en met {last}"),
                ("Vastgesteld op", datums.in_woorden(values.vastgesteld_op, weekdag=False)),
            ),
        ),
        *blok(record, "", _UITLEG),
    ]
    for part in verslag(values.tellingen):
        story += _deel(record, part)
    story += [*tekst(record, "Wat opvalt", values.opvallend), *tekst(record, "Advies", values.advies)]
    signed = (("Interne vertrouwenspersoon",), ("Gezien door het bestuur of de directie",))
    return make(hoofd, TITEL, [*story, SignLines(record, signed, room=18 * MM)], record)


def _deel(record: Record, part: VerslagDeel) -> list[Any]:
    told = feiten(record, part.titel, part.regels, _LABELS)
    if not part.uitleg:
        return told
    return [*told, *blok(record, "" if told else part.titel, part.uitleg)]
