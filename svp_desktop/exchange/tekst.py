"""Bytes of a file to text: recognises the encodings that school programs and Excel write."""

import codecs
import re

from svp_desktop.domain.errors import InleesFout
from svp_desktop.exchange.velden import MAX_BYTES

_ANDER_BESTAND = (
    (b"PK\x03\x04", "Dit is een Excel-bestand of een zip-bestand."),
    (b"\xd0\xcf\x11\xe0", "Dit is een oud Excel-bestand."),
    (b"%PDF", "Dit is een PDF-bestand."),
    (b"\x1f\x8b", "Dit is een ingepakt bestand."),
    (b"\xff\xd8\xff", "Dit is een foto."),
    (b"\x89PNG", "Dit is een plaatje."),
    (b"SQLite format 3", "Dit is een database."),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")


def controleer_omvang(data: bytes) -> None:
    """Refuse an empty file, one past the cap and the well-known other kinds, before anything reads them.

    Raises InleesFout.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise InleesFout("Dit bestand is leeg.")
    if len(data) > MAX_BYTES:
        raise InleesFout(
            "Dit bestand is te groot. Het programma leest bestanden tot 20 MB.",
            now="Kies het bestand uit uw leerlingsysteem. Dat is bijna altijd kleiner dan 1 MB.",
        )
    for start, sentence in _ANDER_BESTAND:
        if data.startswith(start):
            raise InleesFout(
                sentence, now="Kies een EDEXML-bestand uit uw leerlingsysteem, of sla de lijst in Excel op als CSV."
            )


def lees_tekst(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the Windows code page, without its byte order mark."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", errors="replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if guess := _utf16_zonder_merk(data):
        return data.decode(guess, errors="replace")
    declared = _DECLARED.match(data[:300])
    for name in (declared[1].decode("ascii") if declared else "utf-8", "utf-8"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    # The five holes of cp1252 become a replacement sign, so that such a row can still be named and refused.
    return data.decode("cp1252", errors="replace")


def _utf16_zonder_merk(data: bytes) -> str:
    """The UTF-16 variant of text without a mark, recognised by its zeros, or ""."""
    sample = data[:400]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.7 and odd < half * 0.1:
        return "utf-16-be"
    return ""
