"""The guards beside the page: what holds the paper back first, then what asks for attention, then what is in order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.papier_controle import Ernst, PapierBevinding
from svp_desktop.ui.tabs.papier.blok_velden import STAND
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, rule, scroll
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import check_line

_ACTIONS = {"voorlezen": "Moment kiezen", "adres": "Naar de ontvangers", "ondertekening": "Naar de ondertekening"}


class NazichtKaart(QWidget):
    """`wanted(PapierBevinding)` goes to where a finding can be put right."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[PapierBevinding, ...] = ()
        self._count = Label("")
        self._lines = col(spacing=8)
        self._area = scroll(holder(col(self._lines, None, margins=(0, 0, 4, 0))))
        self._area.setMinimumHeight(56)
        frame = card((self._area, 1), title="Voor u afdrukt", right=(self._count,), margins=(16, 10, 14, 8), spacing=6)
        self.setLayout(col(frame))

    def show_findings(self, bevindingen: Sequence[PapierBevinding]) -> None:
        """These findings now; nothing is rebuilt when they are the same, and one that is new comes in view."""
        if tuple(bevindingen) == self._shown:
            return
        fresh = [item for item in bevindingen if item.ernst is not Ernst.IN_ORDE and item not in self._shown]
        self._shown = tuple(bevindingen)
        clear(self._lines)
        open_ones = [item for item in bevindingen if item.ernst is not Ernst.IN_ORDE]
        fine = [item for item in bevindingen if item.ernst is Ernst.IN_ORDE]
        for finding in open_ones:
            self._add(finding)
        if open_ones and fine:
            self._lines.addWidget(rule())
        for finding in fine:
            self._add(finding)
        self._say_count()
        if fresh:
            self._area.verticalScrollBar().setValue(0)

    def findings(self) -> tuple[PapierBevinding, ...]:
        """What is shown."""
        return self._shown

    def count(self) -> str:
        """The count in the title."""
        return self._count.text()

    def _add(self, finding: PapierBevinding) -> None:
        action = None
        if finding.ernst is not Ernst.IN_ORDE and (finding.blok_code or finding.code in _ACTIONS):
            action = link(_ACTIONS.get(finding.code, "Naar het blok"), tight=True)
            action.setProperty("bevinding", self._shown.index(finding))
            action.clicked.connect(self._pressed)
        self._lines.addLayout(check_line(STAND[finding.ernst], finding.lead, finding.zin, action))

    def _say_count(self) -> None:
        held = sum(item.ernst is Ernst.BLOKKEREND for item in self._shown)
        asks = sum(item.ernst is Ernst.LET_OP for item in self._shown)
        if held:
            self._count.setText("1 houdt tegen" if held == 1 else f"{held} houden tegen")
            self._count.set_role("danger")
        else:
            self._count.setText(f"{asks} keer let op" if asks else "in orde")
            self._count.set_role("warn" if asks else "ok")

    @Slot()
    def _pressed(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.wanted.emit(self._shown[int(sender.property("bevinding"))])
