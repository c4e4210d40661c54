"""The tools above a text: looks for the block where the keyboard was last, and the fields that fill themselves in."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from svp_desktop.domain.papier import AlineaSoort
from svp_desktop.domain.papier_invulvelden import Invulveld
from svp_desktop.ui.tabs.papier.blok_tekst import BlokEdit
from svp_desktop.ui.widgets.base import row
from svp_desktop.ui.widgets.buttons import button, link, tool
from svp_desktop.ui.widgets.fields import Area
from svp_desktop.ui.widgets.flow import Flow


class TekstBalk(QWidget):
    """Works on the field that was entered last; without one the tools rest."""

    def __init__(self) -> None:
        super().__init__()
        self._field: QWidget | None = None
        self._menu = QMenu()
        self.bold = tool("bold", "Vet (Ctrl+B)")
        self.italic = tool("italic", "Schuin (Ctrl+I)")
        self.list = tool("list", "Lijst met streepjes")
        self.numbers = tool("list-ordered", "Genummerde lijst")
        self.veld = button("Veld invoegen", menu=self._menu, tip="Een veld vult zichzelf in op elk papier")
        self.eigen = link("Eigen blok", "plus", tip="Een blok van uw school, onderaan")
        tools = (self.bold, self.italic, self.list, self.numbers, self.veld, self.eigen)
        self.setLayout(row((Flow(*tools, gap=4), 1)))
        self.bold.clicked.connect(self._bold)
        self.italic.clicked.connect(self._italic)
        self.list.clicked.connect(self._list)
        self.numbers.clicked.connect(self._numbers)
        self._menu.triggered.connect(self._insert)
        self.work_on(None)

    def show_fields(self, velden: Sequence[Invulveld]) -> None:
        """The fields that this paper can be given."""
        self._menu.clear()
        for veld in velden:
            self._menu.addAction(f"{{{veld.code}}}   {veld.vraag}").setData(veld.code)

    def fields(self) -> tuple[str, ...]:
        """The codes in the menu."""
        return tuple(str(action.data()) for action in self._menu.actions())

    def work_on(self, field: QWidget | None) -> None:
        """The field where the keyboard is now; None for none."""
        self._field = field
        for made in (self.bold, self.italic, self.list, self.numbers):
            made.setEnabled(isinstance(field, BlokEdit))
        self.veld.setEnabled(field is not None)

    def insert_field(self, code: str) -> None:
        """Put a field at the cursor."""
        words, field = f"{{{code}}}", self._field
        if isinstance(field, QLineEdit):
            field.insert(words)
        elif isinstance(field, BlokEdit | Area):
            field.insertPlainText(words)
        if field is not None:
            field.setFocus()

    @Slot(QAction)
    def _insert(self, action: QAction) -> None:
        self.insert_field(str(action.data()))

    @Slot()
    def _bold(self) -> None:
        if isinstance(self._field, BlokEdit):
            self._field.toggle_bold()

    @Slot()
    def _italic(self) -> None:
        if isinstance(self._field, BlokEdit):
            self._field.toggle_italic()

    @Slot()
    def _list(self) -> None:
        if isinstance(self._field, BlokEdit):
            self._field.toggle_kind(AlineaSoort.OPSOMMING)

    @Slot()
    def _numbers(self) -> None:
        if isinstance(self._field, BlokEdit):
            self._field.toggle_kind(AlineaSoort.NUMMERING)
