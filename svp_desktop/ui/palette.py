"""Ctrl+K: one field that finds children, casussen and incidents, and carries out commands."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QLabel

from svp_desktop.domain.namen import vouw
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.suggest import SuggestEdit, Suggestion

if TYPE_CHECKING:
    from svp_desktop.services.zoeken import Treffer


class Command(NamedTuple):
    """A verb of the window: words to find it by, its key, and what it does."""

    title: str
    key: str
    icon: str
    run: Callable[[], None]


_ICONS = {
    "leerling": "user",
    "medewerker": "contact",
    "ouder": "users",
    "casus": "footprints",
    "pestzaak": "heart-handshake",
    "incident": "flag",
    "verloop": "list-ordered",
}


_NOTHING = "Niets gevonden. Zoek op een naam, een nummer of een woord uit de tekst."
#: With more pupils than this the search is not about one child yet.
_FEW = 3


def _courses(found: Sequence["Treffer"]) -> list["Treffer"]:
    """The way to everything about a child that was found."""
    pupils = [hit for hit in found if hit.soort == "leerling"]
    words = "Alles op volgorde van tijd"
    return [
        hit._replace(soort="verloop", titel=f"Verloop van {hit.titel}", zin=words)
        for hit in pupils
        if len(pupils) <= _FEW
    ]


def _suggestion(hit: "Treffer") -> Suggestion:
    return Suggestion((hit.soort, hit.id), hit.titel, hit.zin, _ICONS.get(hit.soort, "search"))


#: After these the hint may have another size or place: letters larger or smaller, among others.
_REMEASURE = frozenset(
    {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Polish}
)


class Palette(SuggestEdit):
    """Search-and-command field of the top bar. `hit_chosen(soort, id)` for a record; a command runs at once."""

    hit_chosen = Signal(str, int)

    def __init__(self, commands: Sequence[Command], search: Callable[[str], Sequence["Treffer"]]) -> None:
        super().__init__(self._matches, placeholder="Zoek een leerling, casus of opdracht", least=0, nothing=_NOTHING)
        self._commands, self._search = list(commands), search
        self.setMinimumWidth(scaled(240))
        self.setMaximumWidth(scaled(400))
        self._hint = QLabel("Ctrl+K", self)
        self._hint.setProperty("role", "small")
        self.textChanged.connect(self._hide_hint)
        self.chosen.connect(self._carry_out)
        self.installEventFilter(self)

    def _matches(self, text: str) -> list[Suggestion]:
        words = vouw(text).split()
        found = self._search(text) if len(text) >= 2 else ()
        commands = [
            Suggestion(command, command.title, command.key, command.icon)
            for command in self._commands
            if all(any(part.startswith(word) for part in vouw(command.title).split()) for word in words)
        ]
        # an incident is found by words in its text: a name or a command with those words is sooner meant
        incidents = [hit for hit in found if hit.soort == "incident"]
        named = [hit for hit in [*found, *_courses(found)] if hit.soort != "incident"]
        return [*map(_suggestion, named), *commands, *map(_suggestion, incidents)]

    @Slot(object)
    def _carry_out(self, found: object) -> None:
        if isinstance(found, Command):
            found.run()
        elif isinstance(found, tuple):
            self.hit_chosen.emit(str(found[0]), int(found[1]))

    @Slot(str)
    def _hide_hint(self, text: str) -> None:
        self._hint.setVisible(not text)
        self._keep_clear()

    def _keep_clear(self) -> None:
        # with large letters the placeholder would run into the name of the key
        room = self._hint.width() + 8 if not self.text() else 0
        if self.textMargins().right() != room:
            self.setTextMargins(0, 0, room, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _REMEASURE:
            self._hint.adjustSize()
            self._hint.move(self.width() - self._hint.width() - 14, (self.height() - self._hint.height()) // 2)
            self._keep_clear()
        return False
