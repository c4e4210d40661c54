"""The versions of one incident, the newest on top: who, when, and what changed, field by field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.ui.tabs.incidenten.woorden import Verschil, verschillen
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Item, Label, card, clear, col, label, row, scroll
from svp_desktop.ui.widgets.page import crumb

if TYPE_CHECKING:
    from svp_desktop.services.incidenten import VersieRegel


class HistoryPage(QWidget):
    """Read only. `back_wanted()` returns to the incident."""

    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Terug naar het incident")
        self.crumb.clicked.connect(self.back_wanted)
        self._title = ElidedLabel("Geschiedenis", "h1")
        self._cards: QVBoxLayout = col(spacing=12)
        body = col(self._cards, None)
        self.setLayout(col(row(self.crumb, None), self._title, 4, (scroll(body), 1), spacing=4))

    def show_versions(self, nummer: str, versions: "tuple[VersieRegel, ...]", instellingen: Instellingen) -> None:
        """The versions of the incident with this number."""
        self._title.setText(f"Geschiedenis van {nummer}")
        clear(self._cards)
        ordered = sorted(versions, key=lambda version: version.nummer)
        for position in range(len(ordered) - 1, -1, -1):
            version = ordered[position]
            changes: tuple[Verschil, ...] = ()
            if position:
                changes = verschillen(ordered[position - 1].inhoud, version.inhoud, instellingen)
            self._cards.addWidget(_card(version, changes, first=position == 0))

    def text(self) -> str:
        """Everything that stands there, for tests."""
        return "\n".join(found.text() for found in self.findChildren(Label))


def _card(version: "VersieRegel", changes: tuple[Verschil, ...], *, first: bool) -> QFrame:
    day = datums.in_woorden(version.op.date())
    when = f"{day}, {datums.tijd_kort(version.op.time())}"
    head = row(label("Geregistreerd" if first else f"Wijziging {version.nummer - 1}", "h3"), None, label(when, "small"))
    items: list[Item] = [head, label(f"door {version.door}", "muted")]
    if not first and not changes:
        items.append(label("Opnieuw opgeslagen, niets veranderd.", "muted"))
    for change in changes:
        words = row((Icon("arrow-right", "muted", 14, "werd"), TOP), (Label(change.werd, wrap=True), 1), spacing=6)
        items += [6, label(change.veld, "label"), Label(change.was, "muted", wrap=True), words]
    return card(*items, margins=(16, 11, 16, 13), spacing=4)
