"""What can be changed in one block: its text with five tools, and the remarks of the guards right under it."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from svp_desktop.domain.papier import AlineaSoort, Blok, BlokSoort
from svp_desktop.domain.papier_controle import Ernst, PapierBevinding
from svp_desktop.ui.tabs.papier.blok_soorten import REGELS, UITLEG
from svp_desktop.ui.tabs.papier.blok_tekst import BlokEdit
from svp_desktop.ui.theme import set_icon
from svp_desktop.ui.widgets.base import TOP, Icon, Label, clear, col, holder, repolish, row
from svp_desktop.ui.widgets.buttons import tool
from svp_desktop.ui.widgets.fields import CountEdit, Field, edit
from svp_desktop.ui.widgets.notice import State

#: More lines than this do not fit on two pages.
MEESTE_REGELS = 40
STAND = {Ernst.BLOKKEREND: State.BLOK, Ernst.LET_OP: State.LET_OP, Ernst.IN_ORDE: State.OK}


def plek_van(bevinding: PapierBevinding) -> str:
    """The words in the text that a finding is about, or an empty text when it quotes none."""
    if bevinding.code == "open_plek":
        return "[vul in:"
    quoted = bevinding.zin.split("”: “", 1)
    if len(quoted) == 2:
        return quoted[1].partition("”")[0]
    return bevinding.zin[1:].partition(" …”")[0] if bevinding.zin.startswith("“") and " …”" in bevinding.zin else ""


class BlokVelden(QWidget):
    """The text of a block. `changed` after every change by the user; `standard_wanted` and `remove_wanted` for its
    last tool."""

    changed = Signal()
    standard_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, blok: Blok, standaard: Blok | None) -> None:
        super().__init__()
        self.titel = edit(blok.titel, name="Titel van het blok")
        self.tekst = BlokEdit(f"Tekst van {blok.titel}")
        self.tekst.set_alineas(blok.alineas)
        self._remarks = col(spacing=4)
        self._titled = blok.eigen or blok.soort is BlokSoort.VRAAG
        self.regels = CountEdit(blok.regels, 0, MEESTE_REGELS, name=REGELS.get(blok.soort, "Lijnen"))
        for spare in (self.titel, self.regels):
            # a kind of block that has no such field keeps it out of sight
            spare.setParent(self)
            spare.hide()
        body = col(spacing=6)
        if self._titled:
            self.titel.show()
            body.addWidget(Field("Vraag" if blok.soort is BlokSoort.VRAAG else "Titel", self.titel))
        body.addWidget(self.tekst)
        if blok.soort in UITLEG:
            body.addWidget(Label(UITLEG[blok.soort], "small", wrap=True))
        if blok.soort in REGELS:
            words = Label(REGELS[blok.soort])
            words.setBuddy(self.regels)
            self.regels.show()
            body.addLayout(row(words, self.regels, None, spacing=8))
        body.addLayout(self._remarks)
        self.setLayout(body)
        self.bold = self._tool("bold", "Vet (Ctrl+B)")
        self.italic = self._tool("italic", "Schuin (Ctrl+I)")
        self.list = self._tool("list", "Lijst met streepjes")
        self.numbers = self._tool("list-ordered", "Genummerde lijst")
        self.last = (
            self._tool("trash-2", "Dit eigen blok weghalen")
            if standaard is None
            else self._tool("undo-2", "Terug naar de standaardtekst")
        )
        self.tools = holder(row(self.bold, self.italic, self.list, self.numbers, self.last, spacing=2))
        self._connect(standaard is None)
        self._show_looks()

    def _connect(self, own: bool) -> None:
        self.bold.clicked.connect(self.tekst.toggle_bold)
        self.italic.clicked.connect(self.tekst.toggle_italic)
        self.list.clicked.connect(self._toggle_list)
        self.numbers.clicked.connect(self._toggle_numbers)
        for look in (self.bold, self.italic, self.list, self.numbers):
            # a click gives the keyboard to the scroll area around the form: what is typed next must land in the text
            look.clicked.connect(self.focus_first)
        self.last.clicked.connect(self.remove_wanted if own else self.standard_wanted)
        self.titel.textEdited.connect(self._touched)
        self.regels.textEdited.connect(self._touched)
        self.tekst.changed.connect(self.changed)
        self.tekst.looks_changed.connect(self._show_looks)

    @staticmethod
    def _tool(icon: str, tip: str) -> QToolButton:
        return tool(icon, tip, small=True)

    def apply(self, blok: Blok) -> Blok:
        """The block with what stands here."""
        titel = self.titel.text() if self._titled else blok.titel
        return replace(blok, alineas=self.tekst.alineas(), titel=titel, regels=self.regels.count())

    def show_remarks(self, bevindingen: Sequence[PapierBevinding]) -> None:
        """What the guards say about this block, with the words underlined."""
        clear(self._remarks)
        for finding in bevindingen:
            state = STAND[finding.ernst]
            sentence = finding.zin.partition("”: ")[2] or finding.zin
            words = Label(sentence[:1].upper() + sentence[1:], wrap=True)
            line = row((Icon(state.icon, state.token, 16, state.meaning), TOP), (words, 1), spacing=7)
            self._remarks.addLayout(line)
        self.tekst.mark(tuple(plek_van(finding) for finding in bevindingen))

    @Slot()
    def focus_first(self) -> None:
        """Put the keyboard in the text."""
        self.tekst.setFocus()

    @Slot()
    def _toggle_list(self) -> None:
        self.tekst.toggle_kind(AlineaSoort.OPSOMMING)

    @Slot()
    def _toggle_numbers(self) -> None:
        self.tekst.toggle_kind(AlineaSoort.NUMMERING)

    @Slot()
    def _show_looks(self) -> None:
        kind = self.tekst.kind()
        states = (
            (self.bold, "bold", self.tekst.bold()),
            (self.italic, "italic", self.tekst.italic()),
            (self.list, "list", kind is AlineaSoort.OPSOMMING),
            (self.numbers, "list-ordered", kind is AlineaSoort.NUMMERING),
        )
        for button, icon, on in states:
            if bool(button.property("aan")) is not on:
                button.setProperty("aan", on)
                set_icon(button, icon, "accent" if on else "muted")
                button.setAccessibleDescription("aan" if on else "uit")
                repolish(button)

    @Slot()
    def _touched(self) -> None:
        self.changed.emit()
