"""What every typed or imported text goes through before it is checked or kept."""

import dataclasses
import re
import unicodedata
from typing import Any, TypeVar

T = TypeVar("T")

# Control signs and lone halves of a pair (which no file can hold); line ends and tabs are text.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def schone_tekst(text: str) -> str:
    """The text in NFC, with one kind of line end and without NUL and other control signs."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", lines))


def schoon(value: T) -> T:
    """The same value (a dataclass, a tuple, a text or something else) with every text in it cleaned."""
    cleaned: Any = value
    if isinstance(value, str):
        cleaned = schone_tekst(value)
    elif isinstance(value, tuple):
        cleaned = tuple(schoon(item) for item in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        cleaned = dataclasses.replace(
            value, **{field.name: schoon(getattr(value, field.name)) for field in dataclasses.fields(value)}
        )
    return cleaned  # type: ignore[no-any-return]


def op_een_regel(text: str) -> str:
    """A name or an address: cleaned, on one line, with single spaces."""
    return " ".join(schone_tekst(text).split())
