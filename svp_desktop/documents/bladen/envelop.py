"""One of three envelopes: twelve words that, with those of another envelope, open a private dossier."""

from svp_desktop.documents import text
from svp_desktop.documents.bladen.vel import WordGrid, WriteRows, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.bladen import Envelopblad

AANTAL = 3


def envelop(values: Envelopblad) -> bytes:
    """One page as PDF bytes, for one envelope; kept nowhere. Raises PapierFout when it cannot be laid out."""
    record = Record()
    titel = f"Envelop {values.nummer} van {AANTAL}"
    story = [
        *blok(
            record,
            "",
            "Deze envelop helpt het eigen dossier van een vertrouwenspersoon te openen als dat niet meer op een andere "
            "manier kan. Er zijn twee van de drie enveloppen nodig. Met deze envelop alleen gaat niets open.",
        ),
        FactTable(
            record,
            "",
            (
                ("Dossier van", values.vertrouwenspersoon),
                ("Gemaakt op", datums.in_woorden(values.gemaakt_op)),
            ),
            after=0,
        ),
        WriteRows(record, ("Bewaard door",)),
        WordGrid(record, values.woorden),
        *blok(
            record,
            "Zo bewaart u hem",
            punten=(
                "Schrijf op de lijn hierboven wie deze envelop krijgt.",
                f"Vouw dit blad dubbel en plak het in een envelop. Schrijf daarop ‘{text.name(titel)}’.",
                "Geef nooit twee enveloppen aan dezelfde persoon. Leg er nooit twee in dezelfde kast.",
                "Zet de woorden nooit in een computer of telefoon. Maak geen foto en geen kopie.",
            ),
        ),
        *blok(
            record,
            "Zo gebruikt u hem",
            stappen=(
                "Breng twee enveloppen bij elkaar, met de mensen die ze bewaren.",
                "Een vertrouwenspersoon opent het programma en kiest voor openen met enveloppen.",
                "Typ de woorden van beide enveloppen. Maak daarna drie nieuwe en versnipper de oude.",
            ),
        ),
        *blok(
            record,
            "Als er twee weg zijn",
            "Dan openen de enveloppen niets meer. Kan er ook niemand anders bij het dossier, dan blijft het voor "
            "altijd dicht. Mist u er één? Maak dan meteen drie nieuwe.",
        ),
    ]
    return make(values.hoofd, titel, story, record)
