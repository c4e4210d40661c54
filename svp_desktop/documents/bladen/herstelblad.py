"""The herstelblad: twelve words with which someone comes back in without the password."""

from svp_desktop.documents.bladen.vel import WordGrid, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.domain import datums
from svp_desktop.domain.bladen import Herstelblad


def herstelblad(values: Herstelblad) -> bytes:
    """One page as PDF bytes; kept nowhere. Raises PapierFout when it cannot be laid out."""
    record = Record()
    story = [
        *blok(
            record,
            "",
            "Wachtwoord vergeten? Laptop stuk? Met deze twaalf woorden komt u weer bij uw gegevens. Wie dit blad "
            "heeft, kan bij alles waar u bij kunt.",
        ),
        FactTable(
            record,
            "",
            (
                ("Van", values.naam),
                ("Functie", values.rol),
                ("Gemaakt op", datums.in_woorden(values.gemaakt_op)),
            ),
        ),
        WordGrid(record, values.woorden),
        *blok(
            record,
            "Zo bewaart u het",
            punten=(
                "Doe dit blad in een envelop. Plak de envelop dicht en zet uw naam erop.",
                "Leg de envelop in de kluis van de school, of op een andere plek met een slot. Niet bij de laptop.",
                "Zet de woorden nooit in een computer of telefoon. Maak geen foto en geen kopie.",
            ),
        ),
        *blok(
            record,
            "Zo gebruikt u het",
            stappen=(
                "Start het programma en kies uw naam. Kies daar dat u uw herstelblad wilt gebruiken.",
                "Typ de twaalf woorden. De eerste vier letters van elk woord zijn genoeg.",
                "Kies een nieuw wachtwoord. Print daarna een nieuw herstelblad en versnipper dit blad.",
            ),
        ),
        *blok(
            record,
            "Als alles kwijt is",
            "Niemand kan deze woorden of uw wachtwoord voor u terughalen, ook de maker van het programma niet. Bent u "
            "allebei kwijt, dan komt u niet meer bij uw gegevens. Kan ook niemand anders erbij, dan zijn die gegevens "
            "voor altijd weg.",
        ),
    ]
    return make(values.hoofd, "Herstelblad", story, record)
