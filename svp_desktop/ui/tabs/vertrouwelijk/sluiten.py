"""Closing a dossier: how it ended, in words that the jaarverslag counts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.vertrouwelijk import ZaakAfloop
from svp_desktop.ui.tabs.vertrouwelijk.chips import ChipKeuze
from svp_desktop.ui.widgets.base import col, label, row
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.fields import Field, show_findings

_AFTER = "Een gesloten dossier blijft leesbaar. Na het jaarverslag herinnert het programma u eraan het te vernietigen."


class SluitPaneel(QFrame):
    """`close_wanted(ZaakAfloop or None)`; hidden until it is opened."""

    close_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.afloop = ChipKeuze(ZaakAfloop, "Hoe is het afgelopen?")
        self._field = Field("Hoe is het afgelopen?", self.afloop)
        self.sluiten, later = button("Sluiten", "check"), button("Later")
        self.setLayout(
            col(
                label("Dossier sluiten", "h3"),
                self._field,
                label(_AFTER, "muted", wrap=True),
                row(self.sluiten, later, None),
                margins=(16, 12, 16, 14),
                spacing=8,
            )
        )
        self.sluiten.clicked.connect(self._submit)
        later.clicked.connect(self.hide)
        self.hide()

    @Slot()
    def open(self) -> None:
        """Ask it, with nothing chosen."""
        self.afloop.set_value(None)
        self._field.show_finding(None)
        self.show()
        self.afloop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: InvoerOnjuist) -> None:
        """Under the choice."""
        show_findings({"afloop": self._field}, error.findings)

    @Slot()
    def _submit(self) -> None:
        self.close_wanted.emit(self.afloop.value())
