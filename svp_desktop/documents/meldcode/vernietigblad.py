"""The certificate of a destroyed meldcode dossier: its number, when and why, without any name (law.md 2.6)."""

from svp_desktop.documents.bladen.vel import SignLines, Ticks, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.meldcode_vernietigen import Verklaring
from svp_desktop.domain.papier import Briefhoofd

_WHAT = (
    "Dit meldcode-dossier is gewist: alles wat erin stond, en elke eerdere tekst. Op dit blad staat geen naam van een"
    " kind of ouder."
)
_COPIES = (
    "In reservekopieën van voor deze dag staat het dossier nog, op slot. De oudste kopie verdwijnt na ongeveer een"
    " jaar vanzelf. Zet een kruisje bij wat u zelf hebt gedaan."
)
_TICKS = (
    "Papieren uit dit dossier zijn versnipperd.",
    "Opgeslagen bestanden, e-mails en berichten zijn gewist.",
    "Reservekopieën met dit dossier zijn gewist.",
    "Er waren geen papieren, berichten of andere kopieën.",
)
_KEEP = "Bewaar dit blad. Zo kan de school laten zien dat het verzoek is behandeld."


def vernietigblad(hoofd: Briefhoofd, values: Verklaring) -> bytes:
    """The certificate as PDF bytes, one page. Raises PapierFout."""
    record = Record()
    moment = f"{datums.in_woorden(values.op.date())}, {datums.tijd_kort(values.op.time())} uur"
    facts = (
        ("Dossier", f"nummer {values.nummer}"),
        ("Wanneer", moment),
        ("Gedaan door", values.door),
        ("Waarom", values.reden),
    )
    story = [
        *blok(record, "", _WHAT),
        FactTable(record, "", facts),
        *blok(record, "Kopieën", _COPIES),
        Ticks(record, _TICKS),
        *blok(record, "Bewaren", _KEEP),
        SignLines(record, (("Gedaan door",), ("Gezien door",)), room=20 * MM),
    ]
    return make(hoofd, "Verklaring van vernietiging", story, record)
