"""The sheet for the team meeting: to discuss, news and tasks of each casus, incidents, and room to write."""

from collections.abc import Iterator
from typing import Any

from svp_desktop.documents.bladen.vel import WriteRows, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.teamblad import Teamblad, TeamCasus

_LETTERS = "Kinderen staan met beginletters op dit blad en ouders niet met hun naam. Lees het na voordat u het geeft."
_NAMEN = "Op dit blad staan namen van kinderen. Laat het niet liggen."
_WEG = "Vertrouwelijk: vernietig dit blad na het overleg. Zet wat u afspreekt in het programma."
_RUIMTE = ("Wat, wie, wanneer", "", "")


def teamblad_pdf(hoofd: Briefhoofd, blad: Teamblad, *, namen: bool) -> bytes:
    """The sheet as PDF bytes. Raises PapierFout when it cannot be laid out."""
    record = Record()
    facts = (
        ("Overleg van", datums.in_woorden(blad.overleg.overleg)),
        ("Nieuw sinds", datums.in_woorden(blad.overleg.vorig)),
        ("Incidenten", _telling(blad)),
    )
    story: list[Any] = [FactTable(record, "", facts), *blok(record, "", f"{_NAMEN if namen else _LETTERS} {_WEG}")]
    if blad.punten:
        story += blok(record, "Te bespreken", stappen=blad.punten)
    for casus in blad.casussen:
        story += blok(record, casus.titel, casus.stand, punten=tuple(_regels(casus)))
    if blad.rustig:
        story += blok(record, "Geen nieuws", f"{', '.join(blad.rustig)}.")
    if not (blad.casussen or blad.rustig):
        story += blok(record, "Casussen", "Er loopt geen casus.")
    if blad.incidenten:
        story += blok(record, "Oranje en rood", punten=blad.incidenten)
    if blad.afspraken:
        story += blok(record, "Afspraken", punten=blad.afspraken)
    story += [*blok(record, "Nieuw afgesproken", *([blad.zin] if blad.zin else [])), WriteRows(record, _RUIMTE)]
    return make(hoofd, "Teamoverleg", story, record)


def _telling(blad: Teamblad) -> str:
    total = sum(count for _, count in blad.manden)
    parts = ", ".join(f"{count} {label(mand).lower()}" for mand, count in blad.manden)
    return f"{total}: {parts}" if total else "geen"


def _regels(casus: TeamCasus) -> Iterator[str]:
    if casus.meer:
        yield f"{casus.meer} eerdere {'regel staat' if casus.meer == 1 else 'regels staan'} in de casus."
    yield from casus.nieuws
    yield from (f"Te doen op {line}" for line in casus.taken)
