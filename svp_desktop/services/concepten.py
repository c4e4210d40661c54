"""What is being typed, kept in the compartment that it belongs to, for the account that types it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import bijlagen
from svp_desktop.services.bijlagen import CONCEPT_NIEUW

if TYPE_CHECKING:
    from svp_desktop.kluis.compartment import Compartment
    from svp_desktop.kluis.drafts import Draft


@dataclass(frozen=True, slots=True)
class Concept:
    """Something unfinished: its key (`incident:12`), a title without names, the local moment, and what was typed."""

    sleutel: str
    titel: str
    bewaard_op: datetime
    inhoud: dict[str, Any]


class ConceptenService:
    """Keeps, finds and forgets what is being typed in one compartment. A lock loses nothing of it."""

    def __init__(self, compartment: "Compartment", clock: Callable[[], datetime]) -> None:
        self._compartment = compartment
        self._clock = clock

    def bewaar(self, sleutel: str, inhoud: dict[str, Any], titel: str) -> None:
        """Keep `inhoud` (JSON values) under this key in place of what stood there. `titel` holds no names."""
        with self._compartment.transaction() as tx:
            drafts.save(tx, sleutel, {"titel": titel, "inhoud": inhoud})

    def lees(self, sleutel: str) -> Concept | None:
        """What this account was typing under this key, or None."""
        with self._compartment.reading() as rx:
            found = drafts.load(rx, sleutel)
        return None if found is None else self._concept(found)

    def wis(self, sleutel: str) -> None:
        """Forget what stands under this key, if anything does; the files that were added to it go with it."""
        loose = sleutel == CONCEPT_NIEUW and self._compartment.kind == "school"
        with self._compartment.reading() as rx:
            nothing = drafts.load(rx, sleutel) is None and not (loose and bijlagen.van(rx, None))
        if nothing:
            return
        with self._compartment.transaction() as tx:
            drafts.drop(tx, sleutel)
            if loose:
                bijlagen.gooi_losse_weg(tx)

    def alle(self) -> tuple[Concept, ...]:
        """Everything that this account has not finished, newest first."""
        with self._compartment.reading() as rx:
            found = drafts.all(rx)
        return tuple(map(self._concept, found))

    def _concept(self, draft: "Draft") -> Concept:
        moment = draft.saved_at.astimezone(self._clock().tzinfo)
        return Concept(draft.key, draft.content["titel"], moment, draft.content["inhoud"])
