"""The handleiding (F1), with a sheet of the keys that is made from the keys themselves, and what this program is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QTextBrowser, QWidget

from svp_desktop import __version__, resources
from svp_desktop.ui.context import TabPage
from svp_desktop.ui.theme import color, font, scaled
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.buttons import escapes
from svp_desktop.ui.widgets.nav import NavList
from svp_desktop.ui.widgets.page import crumb, title_row

_ABOUT = """# Over dit programma

SVP Desktop, versie {version}.

Een school voert hiermee haar sociaal veiligheidsplan uit: op een eigen computer, zonder internet, alles versleuteld.

Licentie: MIT. Het programma gebruikt Qt (LGPL), SQLCipher (BSD), ReportLab (BSD) en PDFium (BSD).
Lettertypen: Inter, Source Sans 3, Andika en Noto Sans (OFL). Pictogrammen: Lucide (ISC).
"""


def chapters() -> list[tuple[str, str]]:
    """Title and Markdown of each chapter, in order."""
    found = []
    for file in sorted(resources.path("handleiding").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        found.append((text.splitlines()[0].lstrip("# "), text))
    found.append(("Over dit programma", _ABOUT.format(version=__version__)))
    return found


def key_sheet(keys: Sequence[tuple[str, str]]) -> str:
    """The sheet of keys as Markdown."""
    lines = [f"| **{key}** | {words} |" for key, words in keys]
    return "# Toetsen\n\n| Toets | Wat het doet |\n| --- | --- |\n" + "\n".join(lines) + "\n"


class HelpPage(TabPage):
    """Chapters at the left, the text at the right. Read only; links outside the program are not followed."""

    closed = Signal()

    def __init__(self, keys: Sequence[tuple[str, str]] = (), *, closable: bool = False) -> None:
        super().__init__()
        self._chapters = chapters()
        if keys:
            self._chapters.insert(len(self._chapters) - 1, ("Toetsen", key_sheet(keys)))
        self.list = NavList("Hoofdstukken", 290)
        self.list.addItems([title for title, _ in self._chapters])
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName("Tekst")
        self.text.document().setDocumentMargin(20)
        self.list.currentRowChanged.connect(self._show)
        left = framed(self.list)
        left.setFixedWidth(scaled(294))
        text = framed(self.text)
        text.setMaximumWidth(scaled(864))
        body = row(left, (text, 9), (QWidget(), 1), spacing=12)
        back = escapes(crumb("Terug"))
        back.clicked.connect(self.closed)
        head = col(row(back, None), title_row("Handleiding"), spacing=2)
        self.setLayout(col(head, 6, (body, 1), margins=(16, 6, 16, 12), spacing=2))
        back.setVisible(closable)
        self.setFocusProxy(self.list)
        self.list.setCurrentRow(0)

    @Slot(int)
    def _show(self, number: int) -> None:
        document = self.text.document()
        document.setDefaultFont(font(10.5))
        document.setDefaultStyleSheet(f"a {{ color: {color('accent').name()} }}")
        self.text.setMarkdown(self._chapters[number][1])
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.verticalScrollBar().setValue(0)

    def place(self) -> dict[str, Any]:
        return {"hoofdstuk": self.list.currentRow()}

    def go_to(self, place: dict[str, Any]) -> None:
        self.list.setCurrentRow(place["hoofdstuk"])

    def show_chapter(self, title: str) -> None:
        """Open the chapter with this title."""
        for number, (name, _) in enumerate(self._chapters):
            if name == title:
                self.list.setCurrentRow(number)
