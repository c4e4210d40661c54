"""The handleiding: chapters at the left, text at the right, and the list of keys."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QTextBrowser

from svp_desktop import resources
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import col, framed, row
from svp_desktop.ui.widgets.nav import NavList
from svp_desktop.ui.widgets.page import TitleRow

_READING_WIDTH = 820
TOETSEN = (
    ("Ctrl+N", "Nieuw: een incident of een actie, naar waar u bent"),
    ("Ctrl+S", "Opslaan"),
    ("Ctrl+F", "Zoeken in de lijst"),
    ("Ctrl+K", "Zoek een leerling, casus of opdracht"),
    ("Ctrl+1, Ctrl+2, Ctrl+3", "Naar een tabblad"),
    ("Ctrl+P", "Afdrukken"),
    ("Ctrl+L", "Vergrendelen"),
    ("F12", "Scherm leegmaken, en weer terug"),
    ("F1", "Deze handleiding"),
    ("Esc", "Eén stap terug"),
    ("Ctrl +, Ctrl -, Ctrl 0", "Letters groter, kleiner, gewoon"),
)


class HandleidingTab(TabPage):
    """Reads the chapters from the shipped files."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._texts = [path.read_text(encoding="utf-8") for path in sorted(resources.path("handleiding").glob("*.md"))]
        self._texts.append(_keys())
        self._list = NavList("Hoofdstukken", 290)
        self._list.addItems([text.splitlines()[0].removeprefix("# ") for text in self._texts])
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.setAccessibleName("Tekst van de handleiding")
        self._text.document().setDocumentMargin(20)
        column = framed(self._text)
        column.setMaximumWidth(scaled(_READING_WIDTH))
        body = row(framed(self._list), (column, 1), None, spacing=12)
        title = TitleRow("Handleiding", "Alles in gewone woorden")
        self.setLayout(col(title, (body, 1), margins=(16, 6, 16, 12), spacing=10))
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    @Slot(int)
    def _show(self, number: int) -> None:
        self._text.setMarkdown(self._texts[number])

    def shown(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


def _keys() -> str:
    lines = "\n".join(f"| {key} | {what} |" for key, what in TOETSEN)
    return f"# Toetsen\n\n| Toets | Wat er gebeurt |\n| --- | --- |\n{lines}\n"
