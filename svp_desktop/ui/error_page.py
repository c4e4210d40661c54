"""A whole page for what keeps the kluis closed: damaged, newer, already open, folder not writable."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import AlGeopend, BestandBeschadigd, BestandNieuwer, MapNietSchrijfbaar, UserFacing
from svp_desktop.ui.harbour import Harbour, quay
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, card, col, label, row, rule
from svp_desktop.ui.widgets.buttons import Kind, button, primary

_ICONS: dict[type[UserFacing], str] = {
    AlGeopend: "copy",
    BestandBeschadigd: "file-warning",
    BestandNieuwer: "download",
    MapNietSchrijfbaar: "hard-drive",
}


class ErrorPage(Harbour):
    """What happened, what is safe, what now; and the ways out."""

    retry_requested = Signal()
    other_requested = Signal()
    quit_requested = Signal()

    def __init__(self, error: UserFacing, school: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = error
        icon = Icon(_ICONS.get(type(error), "octagon-alert"), "danger", 32)
        retry = primary("Opnieuw proberen", big=True)
        other = button("Andere school of kopie openen", "archive", Kind.QUIET)
        leave = button("Programma sluiten", "", Kind.PLAIN, big=True)
        retry.clicked.connect(self.retry_requested)
        other.clicked.connect(self.other_requested)
        leave.clicked.connect(self.quit_requested)
        lines = col(
            label(error.what, "h2", wrap=True),
            6,
            rule(),
            6,
            *self._line("shield-check", "ok", "Wat is veilig", error.safe),
            6,
            *self._line("arrow-right", "accent", "Wat kunt u nu doen", error.now),
            12,
            row(retry, leave, None, spacing=10),
            spacing=4,
        )
        box = card(row((icon, TOP), (lines, 1), spacing=18), margins=(24, 22, 24, 22))
        box.setFixedWidth(scaled(640))
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
        retry.setFocus()

    @staticmethod
    def _line(icon: str, token: str, lead: str, text: str) -> tuple[QWidget, ...]:
        line = QWidget()
        words = col(label(lead, "label"), label(text, wrap=True), spacing=1)
        line.setLayout(row((Icon(icon, token, 18), TOP), (words, 1), spacing=10))
        return (line,)
