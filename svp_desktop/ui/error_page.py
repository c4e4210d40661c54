"""A whole page for what keeps the kluis closed: damaged, newer, already open, folder not writable."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from svp_desktop.domain.errors import AlGeopend, BestandBeschadigd, BestandNieuwer, MapNietSchrijfbaar, UserFacing
from svp_desktop.ui.harbour import Harbour, quay
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Item, card, col, label, row, rule
from svp_desktop.ui.widgets.buttons import Kind, button, primary

_ICONS: dict[type[UserFacing], str] = {
    AlGeopend: "copy",
    BestandBeschadigd: "file-warning",
    BestandNieuwer: "download",
    MapNietSchrijfbaar: "hard-drive",
}

_PREVIOUS = (
    "Daarmee gaat de school weer open zoals vóór de laatste wijziging van een account, wachtwoord of herstelblad. "
    "Werkt uw wachtwoord niet? Probeer dan het vorige."
)


class ErrorPage(Harbour):
    """What happened, what is safe, what now; and the ways out. `previous`: the keyring of one change before is whole.
    `restore`: this school is on this computer and a backup can be put back."""

    retry_requested = Signal()
    previous_requested = Signal()
    restore_requested = Signal()
    other_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        error: UserFacing,
        school: str = "",
        parent: QWidget | None = None,
        *,
        previous: bool = False,
        restore: bool = False,
    ) -> None:
        super().__init__(parent)
        self.error = error
        icon = Icon(_ICONS.get(type(error), "octagon-alert"), "danger", 32)
        damaged = isinstance(error, BestandBeschadigd)
        buttons = self._buttons(damaged=damaged, previous=previous, restore=restore)
        other = button("Andere school of kopie openen", "archive", Kind.QUIET)
        other.clicked.connect(self.other_requested)
        extra = (
            self._line("history", "accent", "De vorige sleutelring is heel", _PREVIOUS) if damaged and previous else ()
        )
        lines = self._lines(extra, buttons)
        box = card(row((icon, TOP), (lines, 1), spacing=18), margins=(24, 22, 24, 22))
        box.setFixedWidth(scaled(760 if damaged else 640))
        head = label(school, "h1")
        self.setAccessibleName(f"{error.what} {error.safe} {error.now}")
        self.setLayout(
            col(
                None,
                row(None, head, None),
                16,
                row(None, box, None),
                10,
                row(None, other, None),
                None,
                margins=(24, 12, 24, quay()),
                spacing=0,
            )
        )
        self.setFocusProxy(buttons[0])

    def _lines(self, extra: Sequence[Item], buttons: Sequence[QPushButton]) -> QVBoxLayout:
        """What happened, what is safe, what to do now, and the buttons that do it."""
        error = self.error
        return col(
            label(error.what, "h2", wrap=True),
            6,
            rule(),
            6,
            *self._line("shield-check", "ok", "Wat is veilig", error.safe),
            6,
            *self._line("arrow-right", "accent", "Wat kunt u nu doen", error.now),
            6,
            *extra,
            12,
            row(*buttons, None, spacing=10),
            spacing=4,
        )

    def _buttons(self, *, damaged: bool, previous: bool, restore: bool) -> list[QPushButton]:
        """At most three, what helps most first."""
        ways = []
        if damaged and previous:
            ways.append(("Vorige sleutelring gebruiken", self.previous_requested))
        if damaged and restore:
            ways.append(("Reservekopie terugzetten", self.restore_requested))
        if len(ways) < 2:
            ways.append(("Opnieuw proberen", self.retry_requested))
        ways.append(("Programma sluiten", self.quit_requested))
        buttons = [primary(ways[0][0], big=True), *(button(text, big=True) for text, _ in ways[1:])]
        for made, (_, signal) in zip(buttons, ways, strict=True):
            made.clicked.connect(signal)
        return buttons

    @staticmethod
    def _line(icon: str, token: str, lead: str, text: str) -> tuple[QWidget, ...]:
        line = QWidget()
        words = col(label(lead, "label"), label(text, wrap=True), spacing=1)
        line.setLayout(row((Icon(icon, token, 18), TOP), (words, 1), spacing=10))
        return (line,)
