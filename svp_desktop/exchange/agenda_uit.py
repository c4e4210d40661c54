"""Days for the calendar of a computer or telephone: an iCalendar file (RFC 5545) of whole days, without names."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import BinaryIO, NamedTuple

#: The longest line in octets, without its end (RFC 5545, 3.1).
_LONGEST = 75
#: From here minutes are counted to number the writings of an event; the number must fit 31 bits.
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)


class Agendapunt(NamedTuple):
    """One whole day. `uid` is the same each time that it is written, so that a calendar changes what it has."""

    uid: str
    datum: date
    titel: str
    omschrijving: str = ""


def schrijf(stream: BinaryIO, punten: Iterable[Agendapunt], nu: datetime) -> int:
    """Write the days; returns how many. `nu` is an aware moment."""
    stamp = f"{nu.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    number = max(0, (nu - _FIRST) // timedelta(minutes=1))
    count = 0
    _lines(stream, ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//SVP Desktop//NL", "METHOD:PUBLISH"))
    for punt in punten:
        _lines(stream, _event(punt, stamp, number))
        count += 1
    _lines(stream, ("END:VCALENDAR",))
    return count


def _event(punt: Agendapunt, stamp: str, number: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(punt.uid)}"
    yield f"DTSTAMP:{stamp}"
    # a later file goes before an earlier one when a calendar already has this event
    yield f"SEQUENCE:{number}"
    yield f"DTSTART;VALUE=DATE:{punt.datum:%Y%m%d}"
    # the end of a whole day is the day after it
    yield f"DTEND;VALUE=DATE:{punt.datum + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(punt.titel)}"
    if punt.omschrijving:
        yield f"DESCRIPTION:{_escaped(punt.omschrijving)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for sign, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(sign, instead)
    return text


def _lines(stream: BinaryIO, lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(_folded(line) + b"\r\n")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets; a next piece begins with a space, and no sign is cut in two."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode("utf-8")
        if len(piece) + len(octets) > _LONGEST:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece])
