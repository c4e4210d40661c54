"""How serious it was, whether pupils mediated (demand 46), and what then comes up: the media card (136)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.incident import Ernst, IncidentDraft, Mand, Mediatie
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.notice import Notice, State


class Weging(QWidget):
    """Ernst and mediatie as short choices. `edited` for the user's changes."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._instellingen = Instellingen()
        self.ernst = Segmented([(heavy, label(heavy)) for heavy in Ernst], Ernst.GEWOON, small=True, name="Ernst")
        self.mediatie = Segmented(
            [(tried, label(tried)) for tried in Mediatie], Mediatie.NVT, small=True, name="Mediatie"
        )
        self.mediatie_door = edit(name="Mediatie doorgegeven aan", placeholder="Doorgegeven aan")
        self.kijk = Label("Rood: kijk of dit ernstig is.", "warn", wrap=True)
        self.kaart = Notice(State.INFO, "", compact=True)
        self.setLayout(
            col(
                row(Label("Ernst"), None, self.ernst), self.kijk, self.kaart,
                row(Label("Mediatie"), None, self.mediatie), self.mediatie_door, spacing=7,
            )
        )  # fmt: skip
        self.ernst.changed.connect(self.edited)
        self.mediatie.changed.connect(self.edited)
        self.mediatie_door.textChanged.connect(self.edited)
        self.load(IncidentDraft())

    def set_school(self, instellingen: Instellingen) -> None:
        """The school's own media card."""
        self._instellingen = instellingen

    def values(self) -> dict[str, Any]:
        """The fields of the draft that stand here."""
        return {
            "ernst": self.ernst.value(),
            "mediatie": self.mediatie.value(),
            "mediatie_door": self.mediatie_door.text(),
        }

    def load(self, draft: IncidentDraft) -> None:
        """Show what this draft holds."""
        self.ernst.set_value(draft.ernst)
        self.mediatie.set_value(draft.mediatie)
        self.mediatie_door.setText(draft.mediatie_door)
        self.follow(draft)

    def follow(self, draft: IncidentDraft) -> None:
        """Show what comes up with these choices; a groene mand asks none of them."""
        serious = draft.ernst is Ernst.ERNSTIG
        red = draft.mand is Mand.ROOD
        asked = any(self._instellingen.aan(f"ernstig.{choice.soort.value}") for choice in draft.soorten)
        self.kijk.setText("Rood: kijk of dit ernstig is." if red else "Bij deze soort: kijk of dit ernstig is.")
        self.kijk.setVisible((red or asked) and not serious)
        self.kaart.setVisible(serious)
        if serious:
            self.kaart.show_message(State.INFO, "Als de pers belt", "\n".join(self._instellingen.lijst("mediakaart")))
        self.mediatie_door.setVisible(draft.mediatie is Mediatie.NIET_GELUKT or bool(draft.mediatie_door))

    def filled(self) -> bool:
        """True when something else than the usual stands here."""
        return self.values() != {"ernst": Ernst.GEWOON, "mediatie": Mediatie.NVT, "mediatie_door": ""}

    def stops(self) -> list[QWidget]:
        """What Tab walks, in order."""
        return [*self.ernst.parts(), *self.mediatie.parts(), self.mediatie_door]
