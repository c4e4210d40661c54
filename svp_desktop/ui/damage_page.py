"""Which pages stand in the window of an account, and the page in the place of one whose file could not be opened."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context, TabPage, TabSpec
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, card, col, label, row
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.page import title_row

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

_SCHOOL, _DAMAGED = "school", "schade"
_BACKUPS = "reservekopie"
_REST = "De andere onderdelen van het programma werken gewoon."


class DamagePage(TabPage):
    """What happened with the file of this part, what is safe, what now. The other parts work; `backups` is the code of
    the page from which a backup is put back, or an empty text where there is none."""

    def __init__(self, title: str, error: UserFacing, backups: str = "") -> None:
        super().__init__()
        self._backups = backups
        self.restore = primary("Naar de reservekopieën", "archive")
        if not backups:
            self.restore.hide()
        self.restore.clicked.connect(self._to_backups)
        self.error = error
        lines = col(
            label(error.what, "h2", wrap=True),
            8,
            _line("shield-check", "ok", "Wat is veilig", f"{error.safe} {_REST}"),
            4,
            _line("arrow-right", "accent", "Wat kunt u nu doen", error.now),
            12,
            row(self.restore, None),
            spacing=4,
        )
        box = card(row((Icon("file-warning", "danger", 32), TOP), (lines, 1), spacing=18), margins=(24, 22, 24, 22))
        box.setMaximumWidth(scaled(720))
        self.setAccessibleName(f"{title}. {error.what} {error.safe} {error.now}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(col(title_row(title), 8, row((box, 1), None), None, margins=(16, 6, 16, 12), spacing=4))

    @Slot()
    def _to_backups(self) -> None:
        self.page_requested.emit(self._backups)


def present(specs: Sequence[TabSpec], werkplek: "Werkplek") -> list[TabSpec]:
    """The pages of this account: those of its open compartments, and a page of damage for one that would not open."""
    allowed = [spec for spec in specs if spec.mag is None or spec.mag(werkplek)]
    backups = _BACKUPS if any(spec.code == _BACKUPS for spec in allowed) else ""
    found = []
    if _SCHOOL in werkplek.fouten:
        # one page in the place of all that are about the school
        found.append(TabSpec(_DAMAGED, "Schoolgegevens", "file-warning", _school_damage(werkplek, backups)))
    for spec in allowed:
        if spec.altijd or spec.soort in werkplek.soorten:
            found.append(spec)
        elif spec.soort in werkplek.fouten and spec.soort != _SCHOOL:
            found.append(replace(spec, factory=_damage(spec.title, werkplek.fouten[spec.soort], backups)))
    return found


def _school_damage(werkplek: "Werkplek", backups: str) -> Callable[[Context], TabPage]:
    return _damage("Schoolgegevens", werkplek.fouten[_SCHOOL], backups)


def _damage(title: str, error: UserFacing, backups: str) -> Callable[[Context], TabPage]:
    def build(_context: Context) -> TabPage:
        return DamagePage(title, error, backups)

    return build


def _line(icon: str, token: str, lead: str, text: str) -> QHBoxLayout:
    words = col(label(lead, "label"), label(text, wrap=True), spacing=1)
    return row((Icon(icon, token, 18), TOP), (words, 1), spacing=10)
