"""The certificate of destroyed dossiers of a vertrouwenspersoon: how many, when and why, without any name (law 2.6)."""

from svp_desktop.documents.bladen.vel import SignLines, Ticks, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.vertrouwelijk_jaar import Vernietigd

_ONE = "Dit dossier is gewist uit het bestand van de vertrouwenspersoon."
_MANY = "Deze dossiers zijn gewist uit het bestand van de vertrouwenspersoon."
_NAMELESS = "Op dit blad staat geen naam van iemand uit een dossier."
_COPIES = (
    "In reservekopieën van voor deze dag staan de dossiers nog, op slot. De oudste kopie verdwijnt na ongeveer een"
    " jaar vanzelf. Zet een kruisje bij wat u zelf hebt gedaan."
)
_TICKS = (
    "Papieren uit deze dossiers zijn versnipperd.",
    "E-mails en berichten over deze dossiers zijn gewist.",
    "Reservekopieën met deze dossiers zijn gewist.",
    "Er waren geen papieren, berichten of andere kopieën.",
)
_KEEP = "Bewaar dit blad. Zo kan de school laten zien dat de gegevens niet langer zijn bewaard dan nodig was."


def vernietigde_dossiers(hoofd: Briefhoofd, values: Vernietigd) -> bytes:
    """The certificate as PDF bytes, one page. Raises PapierFout."""
    record = Record()
    moment = f"{datums.in_woorden(values.op.date())}, {datums.tijd_kort(values.op.time())} uur"
    story = [
        *blok(record, "", f"{_ONE if values.dossiers == 1 else _MANY} {_NAMELESS}"),
        FactTable(
            record,
            "",
            (
                ("Verklaring", f"nummer {values.id}"),
                ("Wanneer", moment),
                ("Gedaan door", values.door),
                ("Dossiers", str(values.dossiers)),
                ("Aantekeningen", str(values.aantekeningen)),
                ("Reden", values.reden),
            ),
        ),
        *blok(record, "Kopieën", _COPIES),
        Ticks(record, _TICKS),
        *blok(record, "Bewaren", _KEEP),
        SignLines(record, (("Vertrouwenspersoon",), ("Gezien door",)), room=20 * MM),
    ]
    return make(hoofd, "Verklaring van vernietiging", story, record)
