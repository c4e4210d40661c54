"""Reading a file with pupils, whatever its format: the one door of exchange for the service."""

from datetime import date

from svp_desktop.domain.inlezen import InleesBestand, Kolommen
from svp_desktop.exchange.csv_leerlingen import herken_kolommen, lees_csv
from svp_desktop.exchange.edexml import lees_edexml
from svp_desktop.exchange.tekst import controleer_omvang, lees_tekst


def is_xml(data: bytes) -> bool:
    """True when the content, not the name, says that the file is XML."""
    return lees_tekst(data[:2000]).lstrip("\ufeff\x00 \t\r\n").startswith("<")


def kolommen_van(data: bytes) -> Kolommen | None:
    """The columns of a CSV file to show to the user; None for EDEXML, which fixes them. Raises InleesFout."""
    controleer_omvang(data)
    return None if is_xml(data) else herken_kolommen(data)


def lees(data: bytes, naam: str, today: date, kolommen: Kolommen | None = None) -> InleesBestand:
    """Everything the program needs from a file with pupils. Raises InleesFout with a Dutch sentence."""
    controleer_omvang(data)
    if is_xml(data):
        return lees_edexml(data, naam, today)
    return lees_csv(data, naam, today, kolommen)
