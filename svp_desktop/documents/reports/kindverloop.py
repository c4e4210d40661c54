"""The chronology of one child on paper, for a conversation: one line an event, by school year, the newest first."""

from datetime import date
from itertools import groupby
from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.reports.verloopregel import regel
from svp_desktop.domain import datums
from svp_desktop.domain.kindverloop import KindVerloop
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import schooljaar

_UITLEG = (
    "Wat iemand bij een incident schreef, staat niet op dit blad. Andere kinderen staan er met beginletters."
    " Vertrouwelijk: vernietig dit blad na het gesprek."
)
_OUDER = "Wat ouder is dan vorig schooljaar, staat er niet op."


def verloopblad(hoofd: Briefhoofd, verloop: KindVerloop, vandaag: date) -> bytes:
    """The lines of the child as PDF bytes. Raises PapierFout when it cannot be laid out."""
    record = Record()
    facts = [("Leerling", verloop.naam)]
    facts += [("Groep", verloop.groep)] if verloop.groep else []
    facts += [("Regels", str(len(verloop.regels))), ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False))]
    words = f"{_UITLEG} {_OUDER}" if verloop.ouder else _UITLEG
    story: list[Any] = [FactTable(record, "", tuple(facts)), *blok(record, "", words)]
    for year, lines in groupby(verloop.regels, key=lambda one: schooljaar(one.datum)):
        story += blok(record, year, punten=[regel(one.datum, one.titel, one.zin, one.mand) for one in lines])
    if not verloop.regels:
        story += blok(record, "", "Er is niets vastgelegd.")
    return make(hoofd, "Verloop", story, record)
