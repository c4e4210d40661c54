"""Days and times in running Dutch text, as colleagues write them in a mail."""

import calendar
import re
from datetime import date, time, timedelta
from email.utils import parsedate_to_datetime

from svp_desktop.domain import datums

_MONTHS = {name: number for number, name in enumerate(datums.MAANDEN, 1)}
_MONTHS |= {name[:3]: number for name, number in list(_MONTHS.items())} | {"mrt": 3, "sept": 9, "okt": 10}
_ENGLISH = ("january", "february", "march", "may", "june", "july", "august", "october")
_MONTHS |= dict(zip(_ENGLISH, (1, 2, 3, 5, 6, 7, 8, 10), strict=True)) | {"oct": 10}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:e|ste)?\s+({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?", re.IGNORECASE)
_US = re.compile(rf"\b({_MONTH})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.,:-])(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d/:-]|[.,]\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_GROUP_BEFORE = re.compile(r"(?:groep(?:en)?|gr\.?|klas|cijfer|nr\.?|tussen|bladzijde)\s*$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(eergisteren|gisteren(?:ochtend|middag|avond)?|gister|vandaag|vanochtend|vanmorgen|vanmiddag|zojuist)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:(afgelopen|vorige|laatste)\s+)?(maandag|dinsdag|woensdag|donderdag|vrijdag)"
    r"(?:ochtend|middag|morgen)?\b",
    re.IGNORECASE,
)
_HOURS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
          "tien": 10, "elf": 11, "twaalf": 12}  # fmt: skip
_HOUR = "|".join((*_HOURS, r"1[0-2]|[1-9]"))
_COUNT = {"vijf": 5, "tien": 10, "kwart": 15, "twintig": 20}
_SPOKEN = re.compile(
    rf"\b(?:(kwart|vijf|tien|twintig|5|10|15|20)\s+(?:minuten\s+)?(voor|over)\s+(half\s+)?|(half)\s+)({_HOUR})\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d/:.,-])(\d{1,2})\s?(?:u(?:ur)?|h)\s?(\d{2})\b|(?<![\d/:.,-])(\d{1,2})[:.](\d{2})(?![\d/-]|[:.]\d)"
)
_WHOLE = re.compile(rf"\b({_HOUR}|1[3-9]|2[0-3])\s?u(?:ur|\.)?(?![\w])", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\bom|\brond|\bca\.?|\bcirca|\btegen|\bongeveer|±|\btijd:?|[-–,(])\s*(?:de\s)?$", re.IGNORECASE
)
_AFTER = re.compile(r"\s*(?:u\b|uur\b)", re.IGNORECASE)
_DURATION = re.compile(r"(?:\b(?:na|een|al|ruim|duurde|minuten|half)\s*)$", re.IGNORECASE)
_NIGHT = re.compile(r"\s*(?:u\b|uur\b)?\s*['’]?s\s+(?:nachts|ochtends|morgens)", re.IGNORECASE)

Gevonden = tuple[date, int, int]


def verzonden(value: str) -> date | None:
    """The day in a header *Verzonden* or *Date*, in Dutch, English or internet form."""
    value = value[:120]
    try:
        return parsedate_to_datetime(value).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        found = _US.search(value)
        if found:
            return _safe(int(found[3]), _MONTHS[found[1].lower()], int(found[2]))
    numbers = _ISO.search(value)
    if numbers:
        return _safe(int(numbers[1]), int(numbers[2]), int(numbers[3]))
    for pattern in (_WRITTEN, _NUMERIC, _DOTTED):
        match = pattern.search(value)
        if match:
            day, month, year = _parts(match)
            return _safe(year, month, day) if year else None
    return None


def _parts(match: re.Match[str]) -> tuple[int, int, int | None]:
    if match.re is _WRITTEN:
        return int(match[1]), _MONTHS[match[2].lower()], int(match[3]) if match[3] else None
    if match.re is _DOTTED:
        return int(match[1]), int(match[2]), int(match[3])
    year = match[4]
    return int(match[1]), int(match[3]), None if not year else int(year) + (2000 if len(year) == 2 else 0)


def _safe(year: int, month: int, day: int) -> date | None:
    if not (2000 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _past(day: int, month: int, year: int | None, base: date) -> date | None:
    """The day, in the year that makes it the last one before the mail was sent."""
    if year is not None:
        return _safe(year, month, day)
    return next((found for back in range(5) if (found := _safe(base.year - back, month, day)) and found <= base), None)


def zoek_datum(text: str, base: date) -> Gevonden | None:
    """The day that a text tells of, with its place; a written day goes before *vandaag* and *dinsdag*."""
    found: list[Gevonden] = []
    for pattern in (_WRITTEN, _NUMERIC, _DOTTED):
        for match in pattern.finditer(text):
            if pattern is _NUMERIC and _GROUP_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
                continue
            day = _past(*_parts(match), base)
            if day is not None and day <= base:
                found.append((day, match.start(), match.end()))
                break
    for match in _ISO.finditer(text):
        day = _safe(int(match[1]), int(match[2]), int(match[3]))
        if day is not None and day <= base:
            found.append((day, match.start(), match.end()))
            break
    if found:
        return min(found, key=lambda one: one[1])
    relative = _RELATIVE.search(text)
    if relative:
        word = relative[1].lower()
        back = 2 if word == "eergisteren" else 1 if word.startswith("gister") else 0
        return base - timedelta(days=back), relative.start(), relative.end()
    weekday = _WEEKDAY.search(text)
    if weekday:
        back = (base.weekday() - datums.DAGEN.index(weekday[2].lower())) % 7
        return base - timedelta(days=back or (7 if weekday[1] else 0)), weekday.start(), weekday.end()
    return None


def zoek_tijd(text: str) -> tuple[time, int, int] | None:
    """The first time in a text, with its place; hours of one to six are in the afternoon unless the text says night."""
    found = []
    for match in _CLOCK.finditer(text):
        hour, minute = (int(match[1]), int(match[2])) if match[1] else (int(match[3]), int(match[4]))
        before, sign = text[max(0, match.start() - 12) : match.start()], text[match.start() : match.end()]
        sure = match[1] or ":" in sign or _AFTER.match(text, match.end()) or _BEFORE.search(before)
        if sure and hour < 24 and minute < 60:
            found.append((_daytime(hour, minute, text, match.end()), match.start(), match.end()))
            break
    for match in _SPOKEN.finditer(text):
        if not _DURATION.search(text[max(0, match.start() - 10) : match.start()]):
            found.append((_spoken(match, text), match.start(), match.end()))
            break
    if not found:
        for match in _WHOLE.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()]
            if not _DURATION.search(before) and (_BEFORE.search(before) or match[1].isdigit()):
                hour = _HOURS.get(match[1].lower()) or int(match[1])
                found.append((_daytime(hour, 0, text, match.end()), match.start(), match.end()))
                break
    return min(found, key=lambda one: one[1]) if found else None


def _daytime(hour: int, minute: int, text: str, after: int) -> time:
    if 1 <= hour <= 6 and not _NIGHT.match(text, after) and not text[:after].rstrip().endswith(f"0{hour}.{minute:02d}"):
        hour += 12
    return time(hour, minute)


def _spoken(match: re.Match[str], text: str) -> time:
    hour = _HOURS.get(match[5].lower()) or int(match[5])
    minutes = hour * 60
    if match[3] or match[4]:
        minutes -= 30
    if match[1]:
        step = _COUNT.get(match[1].lower()) or int(match[1])
        minutes += step if match[2].lower() == "over" else -step
    return _daytime(minutes // 60 % 24, minutes % 60, text, match.end())
