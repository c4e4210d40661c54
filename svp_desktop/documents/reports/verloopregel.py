"""One event of a timeline as a line on paper."""

from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_namen import hoofdletter


def regel(op: date, titel: str, zin: str, mand: Mand | None = None, *, gepland: bool = False) -> str:
    """The day, what it was and its words: a sentence of its own when they are one, or say who did it."""
    marks = [f"mand {label(mand).lower()}"] if mand else []
    marks += ["gepland"] if gepland else []
    head = ", ".join((titel, *marks))
    words = zin.rstrip(".")
    if words:
        told = words[:1].isupper() or ": " in words
        head += f". {hoofdletter(words)}" if told else f": {words}"
    return f"{datums.lijst(op)}. {head}" if head.endswith(("!", "?")) else f"{datums.lijst(op)}. {head}."
