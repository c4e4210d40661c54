"""The meldingsformulier: one incident on paper, or an empty one to fill in by hand (demand 33)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from reportlab.platypus import CondPageBreak, Spacer

from svp_desktop.documents.bladen.vel import WriteRows, blok, make
from svp_desktop.documents.flowables import SideHeading
from svp_desktop.documents.formulieren.delen import Schrijflijnen, Vakjes, WieRij, feiten, tekst
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import HALF, LINE, MM
from svp_desktop.domain import datums
from svp_desktop.domain.bijlage import Bijlage
from svp_desktop.domain.esis import EsisStand
from svp_desktop.domain.incident import Betrokkenheid, Incident, Mand, Soort
from svp_desktop.domain.incident_woorden import (
    GROEPEN,
    herkomst,
    ouders,
    rollen,
    soort,
    thema,
    tussen_wie,
    waar,
    wanneer,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd

TITEL = "Meldingsformulier"
_KEEP = "Vertrouwelijk. Bewaar dit papier achter slot en vernietig het als u het niet meer nodig hebt."
_NAMELESS = "Op dit formulier staan geen namen. Toch kan iemand het voorval herkennen: geef het niet verder dan nodig."
_ROWS_OF_PEOPLE, _STORY, _CHILD, _DONE = 5, 10, 4, 5


def meldingsformulier(
    hoofd: Briefhoofd,
    incident: Incident,
    woorden: Instellingen,
    vandaag: date,
    esis: Sequence[EsisStand] = (),
    bijlagen: Sequence[Bijlage] = (),
    *,
    zonder_namen: bool = False,
) -> bytes:
    """A recorded incident as PDF, in the words of its own school year; what is empty is left out. Attachments stay in
    the program and are only named here; without names they are only counted. Raises PapierFout."""
    record, content = Record(), incident.inhoud
    story: list[Any] = [
        *blok(record, "", _NAMELESS if zonder_namen else _KEEP),
        *feiten(record, "Het voorval", _event(incident, woorden)),
        *_people(record, [(one.naam, herkomst(one), rollen(one)) for one in content.betrokkenen]),
        *tekst(record, "Wat gebeurde er?", content.feiten),
        *tekst(record, "Het kind zei", f"“{content.kindwoorden}”" if content.kindwoorden else ""),
        *tekst(record, "Wij deden meteen", content.directe_actie),
    ]
    for group in GROEPEN:
        story += feiten(record, group.kop, [(field.naam, field.tekst(content)) for field in group.velden])
    story += feiten(
        record,
        "Hoe het staat",
        (
            ("Ouders ingelicht", ouders(content)),
            ("In Esis", _esis(esis, zonder_namen=zonder_namen)),
            ("Bijlagen", _attached(bijlagen, zonder_namen=zonder_namen)),
            ("Stand", _state(incident)),
            ("Afgedrukt op", datums.in_woorden(vandaag, weekdag=False)),
        ),
    )
    story += [
        CondPageBreak(3 * 9 * MM + 2 * LINE),
        *blok(record, "Bespreking", "Hier schrijft u op wat u afspreekt als u dit voorval bespreekt."),
        WriteRows(record, ("Besproken op", "Met", "Afspraak"), 30 * MM),
    ]
    return make(hoofd, TITEL, story, record)


def _event(incident: Incident, woorden: Instellingen) -> tuple[tuple[str, str], ...]:
    content = incident.inhoud
    return (
        ("Nummer", incident.nummer),
        ("Wanneer", f"{wanneer(content)} uur" if content.tijd else wanneer(content)),
        ("Waar", waar(content)),
        ("Soort", "\n".join(soort(kind, woorden) for kind in content.soorten)),
        ("Mand en ernst", f"{label(content.mand)}, {label(content.ernst)}"),
        ("Tussen wie", tussen_wie(content)),
        ("Thema", thema(content)),
        ("Twijfel", "Twijfel of dit een incident is" if content.twijfel else ""),
    )


def leeg_formulier(hoofd: Briefhoofd, woorden: Instellingen, inleveren_bij: str) -> bytes:
    """The form to hand out and fill in by hand, two pages: one sheet, both sides. Raises PapierFout."""
    record = Record()
    named = [woorden.soort_label(kind) for kind in Soort]
    story: list[Any] = [
        *blok(
            record,
            "",
            "Hebt u iets gezien of gehoord? Schrijf het op, ook als u twijfelt. Schrijf alleen wat u zelf zag of"
            " hoorde.",
            f"Lever dit formulier vandaag in bij {inleveren_bij}. Laat het niet liggen.",
        ),
        SideHeading(record, "", "Wanneer en waar", HALF, 2 * MM),
        WriteRows(record, ("Datum en tijd", "Plaats"), 30 * MM),
        *_people(record, [("", "", "")] * _ROWS_OF_PEOPLE, leeg=True),
        *_write(record, "Wat gebeurde er?", "Eerst dit, toen dat. Zonder oordeel.", _STORY),
        *_write(record, "Het kind zei", "Schrijf het letterlijk op.", _CHILD),
        *_write(record, "Wat deed u?", "Wie weet er al van? Zijn de ouders ingelicht?", _DONE),
        CondPageBreak(60 * MM),
        *blok(record, "Soort voorval", "Kruis aan wat past. Meer mag ook."),
        Vakjes(record, named),
        CondPageBreak(40 * MM),
        *blok(record, "Hoe zwaar is het?", "Weet u het niet? Laat dit dan leeg."),
        Vakjes(record, [f"{label(mand)}: {_meaning(woorden, mand)}" for mand in Mand], 1),
        CondPageBreak(4 * 9 * MM),
        SideHeading(record, "", "Van wie", HALF, 2 * MM),
        WriteRows(record, ("Uw naam", "Ingevuld op"), 30 * MM),
    ]
    return make(hoofd, TITEL, story, record)


def _meaning(woorden: Instellingen, mand: Mand) -> str:
    """The school's own explanation of a mand, without its name and cut at the first sentence."""
    words = woorden.tekst(f"mand.{mand.value}")
    after = words.partition(":")[2].strip() or words
    return after.split(". ")[0].rstrip(".")


def _people(record: Record, people: Sequence[tuple[str, str, str]], *, leeg: bool = False) -> list[Any]:
    if not people:
        return []
    *roles, last = (label(role) for role in Betrokkenheid)
    heading = (
        blok(record, "Wie", f"Bij rol schrijft u: {', '.join(roles)} of {last}.")
        if leeg
        else [SideHeading(record, "", "Wie", HALF)]
    )
    return [
        CondPageBreak(4 * LINE),
        *heading,
        WieRij(record, ("Naam", "Groep of wie", "Rol"), kop=True),
        *(WieRij(record, person, leeg=leeg) for person in people),
        Spacer(0, 2 * HALF),
    ]


def _write(record: Record, kop: str, hint: str, lines: int) -> list[Any]:
    return [CondPageBreak(lines * 9 * MM + 2 * LINE), *blok(record, kop, hint), Schrijflijnen(record, lines)]


def _state(incident: Incident) -> str:
    if incident.afgesloten_op is None:
        return "Open"
    return f"Afgesloten op {datums.in_woorden(incident.afgesloten_op, weekdag=False)}"


def _attached(bijlagen: Sequence[Bijlage], *, zonder_namen: bool) -> str:
    if not bijlagen:
        return ""
    if zonder_namen:
        return f"{len(bijlagen)}, niet bij dit papier"
    kept = "\n".join(one.naam for one in bijlagen)
    return f"{kept}\nBewaard in het programma, niet bij dit papier."


def _esis(standen: Sequence[EsisStand], *, zonder_namen: bool) -> str:
    if zonder_namen:
        return ""
    return "\n".join(
        f"{stand.naam}: {f'sinds {datums.kort(stand.gezet_op)}' if stand.gezet_op else 'nog niet'}" for stand in standen
    )
