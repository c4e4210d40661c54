"""Values as plain JSON and back: what concepts and earlier versions are kept as.

One reading of the dataclasses' own types does for all of them. A field that an older concept does not have keeps its
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

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.incident import IncidentDraft, IncidentInhoud
from svp_desktop.domain.school import Extern, Leerling, Medewerker, Ouder, Persoon, PersoonSoort, soort_van

T = TypeVar("T")
Json = dict[str, Any]

_PERSON_CLASSES: dict[PersoonSoort, type[Leerling | Ouder | Medewerker | Extern]] = {
    PersoonSoort.LEERLING: Leerling,
    PersoonSoort.OUDER: Ouder,
    PersoonSoort.MEDEWERKER: Medewerker,
    PersoonSoort.EXTERN: Extern,
}
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


def incident_draft_naar_dict(draft: IncidentDraft) -> Json:
    """What the incident form holds."""
    return naar_dict(draft)


def incident_draft_van_dict(content: Json) -> IncidentDraft:
    """The incident form again. Raises ValueError."""
    return van_dict(IncidentDraft, content)


def incident_inhoud_naar_dict(inhoud: IncidentInhoud) -> Json:
    """A version of an incident."""
    return naar_dict(inhoud)


def incident_inhoud_van_dict(content: Json) -> IncidentInhoud:
    """A version of an incident again. Raises ValueError."""
    return van_dict(IncidentInhoud, content)


def casus_draft_naar_dict(draft: CasusDraft) -> Json:
    """What the casus form holds."""
    return naar_dict(draft)


def casus_draft_van_dict(content: Json) -> CasusDraft:
    """The casus form again. Raises ValueError."""
    return van_dict(CasusDraft, content)


def actie_draft_naar_dict(draft: ActieDraft) -> Json:
    """What the form of an action holds."""
    return naar_dict(draft)


def actie_draft_van_dict(content: Json) -> ActieDraft:
    """The form of an action again. Raises ValueError."""
    return van_dict(ActieDraft, content)


def persoon_naar_dict(persoon: Persoon) -> Json:
    """A version of a person, with the category."""
    return naar_dict(persoon) | {"soort": soort_van(persoon).value}


def persoon_van_dict(content: Json) -> Persoon:
    """A version of a person again. Raises ValueError."""
    return van_dict(_PERSON_CLASSES[PersoonSoort(content.get("soort"))], content)


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
