"""One parent of one child on the page: who it is, whether and when this parent was told, and what they brought in."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus_mensen import OuderRegel
from svp_desktop.domain.datums import dag_kort
from svp_desktop.ui.widgets.base import ElidedLabel, Label, col, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.painted import Pill


class OuderRij(QWidget):
    """`opened` and `told` carry the line of this parent."""

    opened = Signal(object)
    told = Signal(object)

    def __init__(self, regel: OuderRegel, *, open_for_change: bool) -> None:
        super().__init__()
        self.regel, self._running = regel, open_for_change
        self.naam = link(regel.naam, tip=f"{regel.naam}: inbreng, ingelicht, brief", tight=True, elide=True)
        self.vandaag = button("Vandaag ingelicht", "check", small=True)
        self.vandaag.setAccessibleName(f"Vandaag ingelicht: {regel.naam}")
        who = ElidedLabel(self._who(), "muted")
        inbreng = " ".join(regel.inbreng.split())
        none = "Inbreng nog niet gevraagd" if open_for_change else "Inbreng niet gevraagd"
        words = ElidedLabel(f"Inbreng: {inbreng}") if inbreng else Label(none, "small")
        told = Flow(*self._pills(), self.vandaag, gap=6)
        self.setLayout(col(row(self.naam, (who, 1), spacing=8), told, words, spacing=4))
        # in its place first: without a parent it would be a window for a moment
        self.vandaag.setVisible(open_for_change and regel.ingelicht_op is None and regel.in_register)
        self.naam.clicked.connect(self._open)
        self.vandaag.clicked.connect(self._tell)

    def _who(self) -> str:
        if not self.regel.in_register:
            return "staat in het register niet meer bij dit kind"
        return ", ".join(filter(None, (self.regel.relatie, "heeft gezag" if self.regel.gezag else "geen gezag")))

    def _pills(self) -> list[QWidget]:
        regel = self.regel
        if regel.ingelicht_op is not None:
            told = Pill(f"ingelicht op {dag_kort(regel.ingelicht_op)}", "circle-check", "ok")
        elif regel.gezag:
            told = Pill("nog niet ingelicht" if self._running else "niet ingelicht", "triangle-alert", "warn")
        else:
            told = Pill("niet ingelicht", "circle", "muted")
        letter = Pill(f"brief op {dag_kort(regel.brief_op)}", "mail", "ok") if regel.brief_op else None
        return [told, letter] if letter else [told]

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.regel)

    @Slot()
    def _tell(self) -> None:
        self.told.emit(self.regel)
