"""Days of casussen as a file for the calendar of a computer or telephone, without names."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context


def save_days(context: Context, parent: QWidget, name: str, write: Callable[[Path], int]) -> None:
    """Ask for a place and write the file there; says how many days it holds."""
    path = context.ask.save_file(parent, "Dagen opslaan", name, (("Agenda", "*.ics"),))
    if path is None:
        return
    try:
        count = write(_as_calendar(path))
    except UserFacing as error:
        context.bar.show_error(error)
        return
    context.hub.publish(Changes.of(Topic.SPOOR))
    context.bar.say(f"{count} {'dag' if count == 1 else 'dagen'} opgeslagen, zonder namen.")


def _as_calendar(path: Path) -> Path:
    """The name by which a calendar knows the file, unless that would write over a file nobody was asked about."""
    named = path if path.suffix.lower() == ".ics" else path.with_name(f"{path.name}.ics")
    return path if named != path and named.exists() else named
