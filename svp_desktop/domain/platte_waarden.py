"""Dataclasses of the domain as plain JSON and back: what concepts, earlier versions and a JSON column are kept as.

One reading of the dataclasses' own types does for all of them. A field that an older record does not have keeps its
default and one that is no longer known is left out, so that a concept survives an update of the program.
"""

import dataclasses
import types
import typing
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
Json = dict[str, Any]

_known: dict[type, dict[str, Callable[[Any], Any]]] = {}


def naar_dict(value: Any) -> Json:
    """A dataclass as JSON values."""
    return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}


def van_dict(cls: type[T], content: Json) -> T:
    """The dataclass that `naar_dict` was given. Raises ValueError when the content does not fit it."""
    readers = _readers(cls)
    try:
        return cls(**{name: readers[name](found) for name, found in content.items() if name in readers})
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"content does not fit {cls.__name__}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)
    return naar_dict(value) if dataclasses.is_dataclass(value) else value


def _readers(cls: type) -> dict[str, Callable[[Any], Any]]:
    """How each field of a dataclass is read; worked out once."""
    if cls not in _known:
        hints = typing.get_type_hints(cls)
        _known[cls] = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(cls)}
    return _known[cls]


def _reader(hint: Any) -> Any:
    """How a JSON value becomes a value of this type."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        some = _reader(next(kind for kind in inner if kind is not type(None)))
        return lambda found: None if found is None else some(found)
    if origin in (tuple, frozenset):
        item = _reader(inner[0])
        return lambda found: origin(item(part) for part in found)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return lambda found: van_dict(hint, found)
    if issubclass(hint, Enum):
        return hint
    if hint is bytes:
        return b64decode
    if issubclass(hint, date | time | datetime):
        return hint.fromisoformat
    return _same(hint)


def _same(kind: type) -> Callable[[Any], Any]:
    def check(found: Any) -> Any:
        if not isinstance(found, kind):
            raise TypeError(kind.__name__)
        return found

    return check
