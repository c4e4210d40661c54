"""The certificate of destruction: what is gone, when and why, without the name of any pupil."""

from svp_desktop.documents.bladen.vel import SignLines, Ticks, blok, make
from svp_desktop.documents.flowables import FactTable
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM
from svp_desktop.domain import datums
from svp_desktop.domain.bladen import Vernietigingsverklaring


def vernietiging(values: Vernietigingsverklaring) -> bytes:
    """The certificate as PDF bytes, one page. Raises PapierFout when it cannot be laid out."""
    record = Record()
    moment = f"{datums.in_woorden(values.moment.date())}, {datums.tijd_kort(values.moment.time())} uur"
    story = [
        *blok(
            record,
            "",
            "Deze gegevens en hun sleutels zijn gewist. Het programma kan ze niet meer openen. "
            "Op dit blad staan geen namen van leerlingen.",
        ),
        FactTable(
            record,
            "",
            (
                ("Wat", values.vak),
                ("Wanneer", moment),
                ("Gedaan door", values.rol),
                ("Omvang", f"{values.omvang:,} bytes".replace(",", ".")),
                ("Reden", values.reden),
            ),
        ),
        *blok(
            record,
            "Kopieën",
            "In een oude reservekopie kunnen deze gegevens nog staan. Zet een kruisje bij wat u zelf hebt gedaan.",
        ),
        Ticks(
            record,
            (
                "Alle reservekopieën met deze gegevens zijn gewist.",
                "Geprinte papieren uit dit dossier zijn versnipperd.",
                "Herstelbladen en enveloppen die hierbij hoorden, zijn versnipperd.",
                "Er waren geen kopieën en geen papieren.",
            ),
        ),
        *blok(
            record,
            "Bewaren",
            "Bewaar dit blad bij de papieren van het bestuur. Zo kan de school laten zien dat de gegevens niet langer "
            "zijn bewaard dan nodig was.",
        ),
        SignLines(
            record,
            (("Gedaan door: naam en handtekening", values.rol), ("Gezien door: naam en handtekening",)),
            room=20 * MM,
        ),
    ]
    return make(values.hoofd, "Verklaring van vernietiging", story, record)
