"""What the papers of a dossier have in common: parts, dated pieces, fields with their values."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer

from svp_desktop.documents import style, text
from svp_desktop.documents.flowables import Paragraphs, SideHeading
from svp_desktop.documents.formulieren.delen import Lijn
from svp_desktop.documents.page import Record
from svp_desktop.documents.paragraph import Text
from svp_desktop.documents.style import HALF, LINE
from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aard
from svp_desktop.domain.labels import LABELS, label
from svp_desktop.domain.meldcode import MeldcodeStuk, Uitspraak
from svp_desktop.domain.meldcode_keuzes import Herkomst, MishandelVorm
from svp_desktop.domain.meldcode_velden import Velden, in_woorden
from svp_desktop.domain.papier import Run

#: A name of a field and what was filled in.
Regel = tuple[str, str]


def deel(record: Record, titel: str) -> list[Any]:
    """The heading of a part, under a line over the whole width; never alone at the foot of a page."""
    heading = Paragraphs(record, "", [text.paragraph(titel, style.style("kop"))], HALF)
    return [CondPageBreak(7 * LINE), Spacer(0, 2 * HALF), Lijn(record), Spacer(0, HALF), heading]


def stuk(record: Record, kop: str, regels: Iterable[Regel], voet: str = "") -> list[Any]:
    """Fields under each other beside a heading in the margin; a name of "" is running text. `voet` in small type."""
    parts: list[Text] = []
    for name, value in regels:
        for at, line in enumerate(line for line in value.split("\n") if line.strip()):
            begin = (Run(_met_dubbele_punt(name), bold=True),) if name and at == 0 else ()
            parts.append(_met_ruimte(text.paragraph((*begin, Run(line.strip())), style.style("los"))))
    if voet:
        parts.append(_met_ruimte(text.paragraph(voet, style.style("klein"))))
    if not parts:
        return []
    body = Paragraphs(record, "", parts, 2 * HALF)
    high = text.paragraph(kop, style.style("zij")).wrap(style.SIDE, 10_000)[1] if kop else 0.0
    lacking = max(0.0, high - body.wrap(style.MEASURE, 10_000)[1])
    heading = [SideHeading(record, "", kop, 0.0)] if kop else []
    return [CondPageBreak(high + 2 * LINE), *heading, body, Spacer(0, lacking)]


def _met_dubbele_punt(name: str) -> str:
    return f"{name} " if name.endswith("?") else f"{name}: "


def _met_ruimte(part: Text) -> Text:
    part.spaceAfter = HALF / 2
    return part


def kopje(record: Record, titel: str) -> list[Any]:
    """A small heading over what follows, which it never stands apart from."""
    return [CondPageBreak(5 * LINE), Paragraphs(record, "", [text.paragraph(titel, style.style("zij"))], HALF)]


def niets(record: Record, zin: str) -> list[Any]:
    """What stands where nothing was recorded: a paper that is silent about it would say more than is known."""
    return stuk(record, "", [("", zin)])


def velden(alle: Velden, inhoud: object, zonder: Sequence[str] = ()) -> list[Regel]:
    """What was filled in, in the words of the paper."""
    found = (
        (veld.op_papier, in_woorden(veld, getattr(inhoud, veld.naam), LABELS))
        for veld in alle
        if veld.naam not in zonder and veld.gevraagd(inhoud)
    )
    return [(name, value) for name, value in found if value.strip()]


def uitspraak(record: Record, one: MeldcodeStuk, *, wie: bool = True, aard: bool = True, erbij: str = "") -> list[Any]:
    """One statement, with under it how certain it is, who saw or heard it, which way it points, and `erbij`."""
    said = one.inhoud
    assert isinstance(said, Uitspraak)
    return stuk(record, wanneer(one), [("", said.tekst)], f"{_bron(said, aard)} {erbij}".strip() if wie else "")


def wanneer(one: MeldcodeStuk) -> str:
    """The day of a record, and its time if that is known."""
    hour = getattr(one.inhoud, "tijd", "")
    return f"{datums.kort(one.datum)}" + (f"\n{hour} uur" if hour else "")


def moment(op: datetime, door: str) -> str:
    """When something was written, and by whom."""
    return f"{datums.kort(op.date())} om {datums.tijd_kort(op.time())}" + (f" door {door}" if door else "")


def _bron(said: Uitspraak, aard: bool) -> str:
    parts = []
    if aard and said.aard is not None:
        parts.append(label(said.aard) + (f" van {said.van}" if said.aard is not Aard.FEIT else ""))
    elif said.aard is not Aard.FEIT:
        parts.append(f"Van {said.van}")
    parts.append(_gezien(said))
    if said.richting is not None:
        parts.append(label(said.richting).capitalize())
    if said.vormen:
        names = [label(form) for form in MishandelVorm if form in said.vormen]
        parts.append(f"Mogelijke vorm: {', '.join(names)}")
    return ". ".join(parts) + "."


def _gezien(said: Uitspraak) -> str:
    own = "zelf gezien of gehoord" if said.herkomst is Herkomst.EIGEN else "van een ander gehoord"
    return f"Door {said.waarnemer}, {own}"
