"""The timeline of a casus on paper, for a conversation: one line an event, by school year, the newest first."""

from datetime import date
from itertools import groupby
from typing import Any

from svp_desktop.documents.bladen.vel import blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.reports.verloopregel import regel
from svp_desktop.domain import datums
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import schooljaar

_UITLEG = (
    "Andere kinderen staan met beginletters op dit blad. Lees het na voordat u het geeft."
    " Vertrouwelijk: vernietig dit blad na het gesprek."
)


def casusblad(hoofd: Briefhoofd, verloop: CasusVerloop, vandaag: date) -> bytes:
    """The lines of the casus as PDF bytes. Raises PapierFout when it cannot be laid out."""
    record = Record()
    facts = [("Casus", verloop.titel)]
    facts += [("Groep", verloop.groep)] if verloop.groep else []
    facts += [("Alleen", verloop.soort)] if verloop.soort else []
    facts += [("Regels", str(len(verloop.regels))), ("Gemaakt op", datums.in_woorden(vandaag, weekdag=False))]
    story: list[Any] = [FactTable(record, "", tuple(facts)), *blok(record, "", _UITLEG)]
    for year, lines in groupby(verloop.regels, key=lambda one: schooljaar(one.datum)):
        story += blok(
            record, year, punten=[regel(one.datum, one.titel, one.zin, one.mand, gepland=one.gepland) for one in lines]
        )
    if not verloop.regels:
        story += blok(record, "", "Er is niets vastgelegd.")
    return make(hoofd, "Verloop van de casus", story, record)
