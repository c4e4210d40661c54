"""What a write touched, so that each tab knows whether to read again."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

T = TypeVar("T")


class Topic(Enum):
    """A kind of record that a screen may show."""

    SCHOOL = "school"
    PERSONEN = "personen"
    INCIDENTEN = "incidenten"
    SIGNALEN = "signalen"
    BIJLAGEN = "bijlagen"
    INZICHT = "inzicht"
    CASUSSEN = "casussen"
    PESTEN = "pesten"
    PAPIEREN = "papieren"
    INSTELLINGEN = "instellingen"
    CONCEPTEN = "concepten"
    RESERVEKOPIEEN = "reservekopieen"
    SPOOR = "spoor"
    ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics that one successful write touched."""

    topics: frozenset[Topic] = frozenset()

    @classmethod
    def of(cls, *topics: Topic) -> "Changes":
        """Changes of these topics."""
        return cls(frozenset(topics))

    def touches(self, *topics: Topic) -> bool:
        """True when any of these topics was touched."""
        return not self.topics.isdisjoint(topics)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a service returns after a write: the value and what changed."""

    value: T
    changes: Changes = field(default_factory=Changes)
