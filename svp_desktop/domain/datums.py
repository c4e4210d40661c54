"""Dutch dates and times: what users type, and how papers and lists write them. `today` is always passed in."""

import calendar
import re
from datetime import date, time, timedelta

from svp_desktop.domain.findings import Finding

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_WORDS = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_WRITTEN = re.compile(r"(\d{1,2})\s+([a-z]{3,9})\.?(?:\s+(\d{4}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEKDAY_PREFIX = re.compile(r"(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?\s+(?=\d)")
_TIME = re.compile(r"(\d{1,2})(?:[.:uh ]?(\d{2}))?(?:\s*u(?:ur)?)?")
#: Days ahead and days back within which a day at school lies; longer back than a child is at school.
_AHEAD, _BACK = 370, 3653
_UNCLEAR = "Deze datum herken ik niet. Schrijf bijvoorbeeld 15-9, {} of +7."


def parse_datum(text: str, today: date, *, komend: bool = False) -> date | Finding:
    """The day that a user typed: `15-9`, `15-9-2026`, `gisteren`, `+7`, `di`, `15 september`.

    A day of the week is the last one, or with `komend` the next.
    Without a year the nearest such day that is not more than half a year ahead is meant.
    """
    typed = _WEEKDAY_PREFIX.sub("", text.strip().casefold())
    if not typed:
        return Finding("datum", "Vul een datum in.")
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    if re.fullmatch(r"[+-]\d{1,3}", typed):
        return today + timedelta(days=int(typed))
    if (number := _weekday(typed)) is not None:
        back = (today.weekday() - number) % 7
        return today + timedelta(days=7 - back if komend else -back)
    if match := _ISO.fullmatch(typed):
        return _build(int(match[3]), int(match[2]), int(match[1]), today)
    if match := _NUMERIC.fullmatch(typed):
        return _build(int(match[1]), int(match[2]), _year(match[3]), today)
    if match := _WRITTEN.fullmatch(typed):
        months = [
            number
            for number, name in enumerate(MAANDEN, 1)
            if name.startswith(match[2]) or (match[2] == "mrt" and number == 3)
        ]
        if months:
            return _build(int(match[1]), months[0], _year(match[3]), today)
    return Finding("datum", _UNCLEAR.format("dinsdag" if komend else "gisteren"))


def te_ver(day: date, today: date) -> str:
    """What to say of a day that can hardly be meant, such as one with a mistyped year; "" for any other."""
    if day > today + timedelta(days=_AHEAD):
        return "Deze dag is meer dan een jaar ver. Klopt het jaar?"
    return "Deze dag is meer dan tien jaar geleden. Klopt het jaar?" if day < today - timedelta(days=_BACK) else ""


def parse_nabij(text: str, today: date) -> date | Finding:
    """The day that was typed, for what happens at school around now: a year that can hardly be meant is no day."""
    day = parse_datum(text, today)
    if isinstance(day, date) and (why := te_ver(day, today)):
        return Finding("datum", why)
    return day


def _weekday(typed: str) -> int | None:
    return next((number for number, name in enumerate(DAGEN) if typed in (name, name[:2])), None)


def komende_weekdag(text: str, today: date) -> date | None:
    """The day that `vrijdag` or `vr` is in a field for a day to come; None for any other text."""
    typed = text.strip().casefold()
    day = parse_datum(typed, today, komend=True) if _weekday(typed) is not None else None
    return day if isinstance(day, date) else None


def _year(text: str | None) -> int | None:
    if not text:
        return None
    return int(text) if len(text) == 4 else 2000 + int(text)


def _build(day: int, month: int, year: int | None, today: date) -> date | Finding:
    if not 1 <= month <= 12:
        return Finding("datum", f"Maand {month} bestaat niet. Schrijf de dag eerst: 15-9 is 15 september.")
    guess = year if year is not None else today.year
    if not 1900 <= guess <= 2200:
        return Finding("datum", f"Het jaar {guess} klopt niet.")
    last = calendar.monthrange(guess, month)[1]
    if not 1 <= day <= last:
        return Finding("datum", f"{day} {MAANDEN[month - 1]} bestaat niet. Bedoelt u {last}-{month}?")
    found = date(guess, month, day)
    if year is not None:
        return found
    if found - today > timedelta(days=183):
        guess -= 1
    elif today - found > timedelta(days=183):
        guess += 1
    return date(guess, month, min(day, calendar.monthrange(guess, month)[1]))


def parse_tijd(text: str) -> time | Finding:
    """The time that a user typed: `10.25`, `10:25`, `1025`, `10u25`, `9`."""
    typed = text.strip().casefold()
    match = _TIME.fullmatch(typed)
    if not match or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return Finding("tijd", "Deze tijd herken ik niet. Schrijf bijvoorbeeld 10.25.")
    return time(int(match[1]), int(match[2] or 0))


def kort(day: date) -> str:
    """In a field: "24-11-2026"."""
    return f"{day.day:02d}-{day.month:02d}-{day.year}"


def lijst(day: date) -> str:
    """In a list, with the weekday: "di 24-11-2026"."""
    return f"{DAGEN[day.weekday()][:2]} {kort(day)}"


def tijd_kort(moment: time) -> str:
    """In a field or list: "10.25"."""
    return f"{moment.hour:02d}.{moment.minute:02d}"


def in_woorden(day: date, weekdag: bool = True) -> str:
    """On paper: "dinsdag 15 september 2026"."""
    words = f"{day.day} {MAANDEN[day.month - 1]} {day.year}"
    return f"{DAGEN[day.weekday()]} {words}" if weekdag else words


def dag_maand(day: date, weekdag: bool = False) -> str:
    """Short on paper and in tasks: "15 september" or "dinsdag 15 september"."""
    words = f"{day.day} {MAANDEN[day.month - 1]}"
    return f"{DAGEN[day.weekday()]} {words}" if weekdag else words


def dag_kort(day: date) -> str:
    """In a timeline: "di 24 nov"; "mrt" for March."""
    month = "mrt" if day.month == 3 else MAANDEN[day.month - 1][:3]
    return f"{DAGEN[day.weekday()][:2]} {day.day} {month}"
