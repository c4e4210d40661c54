"""The menu Papieren of a pestzaak, and the card of what was handed out."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu

from svp_desktop.domain import datums
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_papier import TITELS, PestBlad, PestPapierRegel
from svp_desktop.ui.widgets.base import Item, Label, card, row
from svp_desktop.ui.widgets.buttons import link

_GEEN = "Nog geen papier uitgereikt."


class PapierenMenu(QMenu):
    """`wanted` carries the place of the chosen paper in `PestBlad`."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        for place, blad in enumerate(PestBlad):
            if place and not blad.uit_te_reiken and list(PestBlad)[place - 1].uit_te_reiken:
                # what goes to somebody first, then what the school keeps
                self.addSeparator()
            self.addAction(TITELS[blad]).setData(place)
        self.triggered.connect(self._chosen)

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        self.wanted.emit(int(action.data()))


def uitgereikt_kaart(beeld: PestBeeld, toon: Callable[[PestPapierRegel], None]) -> QFrame:
    """The papers as they were handed out, newest first; `toon` shows one."""
    items: list[Item] = []
    for paper in reversed(beeld.papieren):
        number = f" ({paper.nummer})" if paper.nummer > 1 else ""
        way = link(f"{paper.titel.partition(':')[0]}{number}".replace("&", "&&"), "file-text")
        way.clicked.connect(_shower(toon, paper))
        words = f"{datums.dag_maand(paper.uitgereikt_op)}, aan {paper.aan}"
        items.append(row(way, (Label(words, "muted", wrap=True), 1)))
    return card(*(items or [Label(_GEEN, "muted")]), title="Uitgereikt", spacing=4)


def _shower(toon: Callable[[PestPapierRegel], None], paper: PestPapierRegel) -> Callable[[], None]:
    def show() -> None:
        toon(paper)

    return show
