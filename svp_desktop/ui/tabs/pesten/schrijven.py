"""A verb of a page of a pestzaak: its error goes to the bar, its change to the other pages."""

from collections.abc import Callable
from typing import Any

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context


def schrijf(
    context: Context,
    verb: Callable[[], Outcome[Any]],
    woorden: str = "",
    terug: Callable[[], Outcome[Any]] | None = None,
) -> bool:
    """Do it; with `terug` the user is offered the way back. False when it was refused."""
    try:
        outcome = verb()
    except UserFacing as error:
        context.bar.show_error(error)
        return False
    context.hub.publish(outcome.changes)
    if terug is not None:
        context.bar.offer_undo(woorden, lambda: context.hub.publish(terug().changes))
    return True
