"""Questions, numbers, terms and explanations of the meldcode: what the school may put in its own words (demand 121)."""

from itertools import groupby

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.meldcode_woorden import TEKSTEN, MeldcodeTekst, MeldcodeWoorden
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, label, row, rule, scroll
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.page import TitleRow, crumb


class TekstenPage(QWidget):
    """`left` back to the list; `change_wanted(code)` for the form of one wording."""

    left = Signal()
    change_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Meldcode-dossiers")
        title = TitleRow(
            "Teksten en termijnen", "Wat u hier wijzigt, geldt voor alle dossiers. Wat er al staat, blijft."
        )
        self._body, self._only_read = col(spacing=12), False
        self.setLayout(
            col(row(self.crumb, None), title, 4, (scroll(col(self._body, None)), 1), margins=(16, 6, 16, 12), spacing=4)
        )
        self.crumb.clicked.connect(self.left)

    def show_words(self, words: MeldcodeWoorden, *, only_read: bool) -> None:
        """The wording in force, under its headings; in an older copy only to be read."""
        self._only_read = only_read
        clear(self._body)
        headings = sorted(TEKSTEN, key=lambda item: _order(item.rubriek))
        for rubriek, found in groupby(headings, key=lambda item: item.rubriek):
            items: list[Item] = []
            for item in found:
                items += [rule()] if items else []
                items.append(self._regel(item, words))
            self._body.addWidget(card(*items, title=rubriek, spacing=8))

    def _regel(self, item: MeldcodeTekst, words: MeldcodeWoorden) -> Item:
        return col(
            row(label(item.naam, "h3"), None, *([] if self._only_read else [self._change(item)])),
            Label(words.tekst(item.code), wrap=True),
            label(herkomst(item, words), "small", wrap=True),
            spacing=1,
        )

    def _change(self, item: MeldcodeTekst) -> QPushButton:
        change = link("Wijzigen", tight=True)
        change.setAccessibleName(f"Wijzigen: {item.naam}")
        change.setProperty("code", item.code)
        change.clicked.connect(self._asked)
        return change

    @Slot()
    def _asked(self) -> None:
        made = self.sender()
        if isinstance(made, QPushButton):
            self.change_wanted.emit(str(made.property("code")))


def _order(rubriek: str) -> int:
    return list(dict.fromkeys(item.rubriek for item in TEKSTEN)).index(rubriek)


def herkomst(item: MeldcodeTekst, words: MeldcodeWoorden) -> str:
    """Where a wording comes from, and of when it is."""
    own = words.eigen(item.code)
    if own is None:
        return f"Bron: {item.bron}. Nagekeken: {item.nagekeken}."
    return f"Tekst van de school, {own.door}, {datums.lijst(own.op.date())}. De standaard komt uit: {item.bron}."
