"""What is rarely recorded: quiet links that open a block. A block that holds something always stands open."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from svp_desktop.domain.incident import IncidentDraft, OverlegdMet
from svp_desktop.domain.labels import label
from svp_desktop.ui.tabs.incidenten.kinds import Rove
from svp_desktop.ui.widgets.base import Label, col
from svp_desktop.ui.widgets.buttons import Chip, link
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.flow import Flow


class _Block(QWidget):
    """One block with its title, and the link that opens it."""

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        self.link = link(title, "plus", tight=True)
        self.parts = parts
        self.opened = False
        self.setLayout(col(Label(title, "h3"), *parts, spacing=5, margins=(0, 4, 0, 4)))

    def show_when(self, filled: bool) -> None:
        """Stand open when it was opened or holds something."""
        self.setVisible(filled or self.opened)
        self.link.setVisible(not filled and not self.opened)


class MeerVastleggen(QWidget):
    """Observation (17), assessor and consultation (24), rule (49), basiswaarden (10). `edited` when the user does."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.waarneming = Area(height=52, name="Waarneming")
        self.aanpassing = Area(height=52, name="Aanpassing")
        self.beoordelaar = edit(name="Beoordelaar", placeholder="Bijvoorbeeld: de groepsleerkracht")
        self.overlegd = {who: Chip(label(who), check=True) for who in OverlegdMet}
        self.besluit = Area(height=44, name="Besluit")
        self.regel = QComboBox()
        self.regel.setEditable(True)
        self.regel.setAccessibleName("Welke regel of afspraak")
        self.regel_toelichting = edit(name="Toelichting bij de regel", placeholder="Welke regel precies")
        self.basiswaarden = QCheckBox("In strijd met de basiswaarden")
        self.basiswaarden.setToolTip("Vrijheid, gelijkwaardigheid en solidariteit; bijvoorbeeld onverdraagzaamheid")
        self._blocks = {
            "observatie": _Block(
                "Waarneming en aanpassing", Field("Waarneming", self.waarneming), Field("Aanpassing", self.aanpassing)
            ),
            "beoordeling": _Block(
                "Beoordeling en overleg", Field("Beoordelaar", self.beoordelaar),
                Label("Overlegd met", "label"), Flow(*self.overlegd.values()), Field("Besluit", self.besluit),
            ),
            "regel": _Block(
                "Regel of afspraak", Field("Welke regel of afspraak werd gebroken", self.regel),
                self.regel_toelichting,
            ),
            "basiswaarden": _Block("Basiswaarden", self.basiswaarden),
        }  # fmt: skip
        self._links = Flow(*(block.link for block in self._blocks.values()), gap=12)
        self._keys = Rove([block.link for block in self._blocks.values()], self)
        self._met = Rove(list(self.overlegd.values()), self)
        self._head = Label("Meer vastleggen", "h3")
        self.setLayout(col(*self._blocks.values(), self._head, self._links, spacing=6))
        self._connect()
        self.load(IncidentDraft())

    def _connect(self) -> None:
        for area in (self.waarneming, self.aanpassing, self.besluit):
            area.textChanged.connect(self.edited)
        for line in (self.beoordelaar, self.regel_toelichting):
            line.textChanged.connect(self.edited)
        for chip in self.overlegd.values():
            chip.toggled.connect(self.edited)
        self.regel.editTextChanged.connect(self.edited)
        self.basiswaarden.toggled.connect(self.edited)
        for code, block in self._blocks.items():
            block.link.setProperty("blok", code)
            block.link.clicked.connect(self._open)

    def set_rules(self, rules: Sequence[str]) -> None:
        """The school's own rules and agreements to choose from."""
        kept = self.regel.currentText()
        self.regel.blockSignals(True)
        self.regel.clear()
        self.regel.addItems(list(rules))
        self.regel.setEditText(kept)
        self.regel.blockSignals(False)
        completer = QCompleter(list(rules), self.regel)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.regel.setCompleter(completer)

    def values(self) -> dict[str, Any]:
        """The fields of the draft that stand here."""
        return {
            "waarneming": self.waarneming.text(),
            "aanpassing": self.aanpassing.text(),
            "beoordelaar": self.beoordelaar.text(),
            "overlegd_met": frozenset(who for who, chip in self.overlegd.items() if chip.isChecked()),
            "besluit": self.besluit.text(),
            "regel": self.regel.currentText(),
            "regel_toelichting": self.regel_toelichting.text(),
            "basiswaarden": self.basiswaarden.isChecked(),
        }

    def load(self, draft: IncidentDraft) -> None:
        """Show what this draft holds; what is empty is folded again."""
        for area, text in (
            (self.waarneming, draft.waarneming), (self.aanpassing, draft.aanpassing), (self.besluit, draft.besluit)
        ):  # fmt: skip
            # also takes away what could be undone: that belongs to another incident
            area.setPlainText(text)
        self.beoordelaar.setText(draft.beoordelaar)
        self.regel.setEditText(draft.regel)
        self.regel_toelichting.setText(draft.regel_toelichting)
        self.basiswaarden.setChecked(draft.basiswaarden)
        for who, chip in self.overlegd.items():
            chip.setChecked(who in draft.overlegd_met)
        for block in self._blocks.values():
            block.opened = False
        self.follow(draft)

    def follow(self, draft: IncidentDraft) -> None:
        """Open what holds something."""
        judged = (draft.beoordelaar, draft.overlegd_met, draft.besluit)
        filled = {
            "observatie": bool(draft.waarneming or draft.aanpassing),
            "beoordeling": any(judged),
            "regel": bool(draft.regel or draft.regel_toelichting),
            "basiswaarden": draft.basiswaarden,
        }
        for code, block in self._blocks.items():
            # once open, it stays so while this incident is in view: emptying a field may not make it go
            block.opened = block.opened or filled[code]
            block.show_when(filled[code])
        shut = any(not block.link.isHidden() for block in self._blocks.values())
        self._head.setVisible(shut)
        self._links.setVisible(shut)

    def open(self, code: str) -> None:
        """Open a block and go there."""
        block = self._blocks[code]
        block.opened = True
        block.show_when(False)
        self._first(code).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self, code: str) -> QWidget:
        return {
            "observatie": self.waarneming,
            "beoordeling": self.beoordelaar,
            "regel": self.regel,
            "basiswaarden": self.basiswaarden,
        }[code]

    @Slot()
    def _open(self) -> None:
        self.open(self.sender().property("blok"))

    def links(self) -> dict[str, QWidget]:
        """The links that open a block, by block."""
        return {code: block.link for code, block in self._blocks.items()}

    def stops(self) -> list[QWidget]:
        """What Tab walks, in order."""
        return [
            self.waarneming, self.aanpassing, self.beoordelaar, *self.overlegd.values(), self.besluit, self.regel,
            self.regel_toelichting, self.basiswaarden, *self.links().values(),
        ]  # fmt: skip
