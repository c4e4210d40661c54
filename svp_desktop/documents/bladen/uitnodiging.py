"""The invitation: four words, valid once, with which a new account chooses its own password."""

from svp_desktop.documents.bladen.vel import WordGrid, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.bladen import Uitnodigingsblad


def uitnodiging(values: Uitnodigingsblad) -> bytes:
    """One page as PDF bytes; kept nowhere. Raises PapierFout when it cannot be laid out."""
    record = Record()
    story = [
        *blok(
            record,
            "",
            "U gaat werken met het programma voor het sociaal veiligheidsplan van onze school. Met deze vier woorden "
            "begint u. Daarna kiest u een wachtwoord dat alleen u kent.",
        ),
        FactTable(
            record,
            "",
            (
                ("Voor", values.naam),
                ("Functie", values.rol),
                ("Uitgenodigd door", values.door),
                ("Gemaakt op", datums.in_woorden(values.gemaakt_op)),
            ),
        ),
        WordGrid(record, values.woorden, columns=2),
        *blok(
            record,
            "Zo begint u",
            stappen=(
                "Start het programma op de laptop van de school. Kies uw naam en typ de vier woorden.",
                "Kies een wachtwoord van ten minste vijftien tekens. U kunt ook zes woorden door het programma laten "
                "maken.",
                "Print uw herstelblad en bewaar het in een dichte envelop. Zo komt u er weer in als u uw wachtwoord "
                "vergeet.",
            ),
        ),
        *blok(
            record,
            "Goed om te weten",
            punten=(
                "De woorden werken één keer. Daarna kunt u dit blad weggooien.",
                "Laat niemand de woorden lezen voor u begint. Stuur ze niet door met mail of telefoon.",
                "Werken de woorden niet? Dan heeft misschien iemand anders ze al gebruikt. Zeg het meteen tegen wie u "
                "uitnodigde.",
                "Niemand kan uw wachtwoord zien, ook de directeur niet.",
            ),
        ),
    ]
    return make(values.hoofd, "Uitnodiging", story, record)
