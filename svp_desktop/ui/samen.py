"""A record that is another than the one that somebody began to change: what was typed goes over what stands there now,
and what was left alone is taken along."""

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar

from svp_desktop.ui.widgets.notice import Notice, State

D = TypeVar("D")
#: Under this name a kept draft has the record as it was when the typing began.
GEZIEN = "gezien"
_LEAD = "Dit is intussen ergens anders veranderd."


def voeg_samen(show: Callable[[D], None], read: Callable[[], D], before: D, now: D) -> None:
    """Show in the form what is recorded now, with what was typed since `before` over it.

    Drafts are compared as the form writes them: a day that it shows with its weekday was not typed over.
    """
    typed = read()
    show(before)
    before_here = read()
    show(now)
    show(_samen(before_here, read(), typed))


def zeg_veranderd(notice: Notice, there: str = "") -> None:
    """Tell that nothing was overwritten, and (`there`) what stands in the record now."""
    now = f" Nu staat er: {there}." if there else ""
    text = f"Er is niets overschreven.{now} Wat u zelf typte, staat hieronder; met Opslaan geldt dat."
    notice.show_message(State.LET_OP, _LEAD, text)
    notice.show()


def _samen(before: Any, now: Any, typed: Any) -> Any:
    """What was typed, with what is recorded now wherever it is still what it was before."""
    if dataclasses.is_dataclass(typed) and not isinstance(typed, type):
        names = [item.name for item in dataclasses.fields(typed)]
        parts = {name: _samen(getattr(before, name), getattr(now, name), getattr(typed, name)) for name in names}
        return dataclasses.replace(typed, **parts)
    return now if typed == before else typed
