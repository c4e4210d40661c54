"""What is typed in a part of a page, kept per account: it belongs to that page and is no unfinished record."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from svp_desktop.services.eigen_staat import StaatService


class EigenConcept:
    """The place for a `ConceptKeeper` of such a part; nothing of it stands in the list of unfinished drafts."""

    def __init__(self, staat: "StaatService") -> None:
        self._staat = staat

    def lees(self, sleutel: str) -> dict[str, Any]:
        """What was kept under this key; empty when nothing was."""
        found: dict[str, Any] | None = self._staat.lees(sleutel)
        return found or {}

    def bewaar(self, sleutel: str, inhoud: dict[str, Any], titel: str) -> None:
        """Keep this; the part has no title."""
        self._staat.zet(sleutel, inhoud)

    def wis(self, sleutel: str) -> None:
        """Forget it."""
        if self._staat.lees(sleutel) is not None:
            self._staat.zet(sleutel, None)
