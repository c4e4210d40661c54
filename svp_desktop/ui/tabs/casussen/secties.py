"""The row of sections under the facts of a casus, and the section that is in front."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.casus import Casus
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.gesprekken.sectie import GesprekkenSectie
from svp_desktop.ui.tabs.casussen.herstel.sectie import HerstelSectie
from svp_desktop.ui.tabs.casussen.mensen.sectie import MensenSectie
from svp_desktop.ui.tabs.casussen.sectie import Sectie, SectieWidget
from svp_desktop.ui.tabs.casussen.taken.sectie import TakenSectie
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import CONCEPT as THUISSCHOOL
from svp_desktop.ui.tabs.casussen.thuisschool.sectie import ThuisSchoolSectie
from svp_desktop.ui.widgets.base import col, row
from svp_desktop.ui.widgets.buttons import Segmented

VERLOOP = "verloop"
SECTIES: tuple[Sectie, ...] = (
    Sectie("mensen", "Mensen", "mensen", MensenSectie),
    Sectie("gesprekken", "Gesprekken", "gesprek", GesprekkenSectie),
    Sectie("taken", "Taken", "taak", TakenSectie),
    Sectie("thuisschool", "Thuis-school", THUISSCHOOL, ThuisSchoolSectie),
    Sectie("herstel", "Herstelgesprek", "herstelgesprek", HerstelSectie),
)


class Secties(QWidget):
    """Holds the course of the casus (`verloop`, given) and each section, built at its first visit."""

    chosen = Signal(str)
    action_opened = Signal(int)
    action_done = Signal(int)
    record_wanted = Signal(str)
    paper_wanted = Signal(str)

    def __init__(self, context: Context, verloop: QWidget) -> None:
        super().__init__()
        self._context = context
        self._casus: Casus | None = None
        self._kinds = {sectie.code: sectie for sectie in SECTIES}
        self._built: dict[str, SectieWidget] = {}
        options = [(VERLOOP, "Verloop"), *((sectie.code, sectie.titel) for sectie in SECTIES)]
        self.keuze = Segmented(options, VERLOOP, name="Onderdelen van de casus")
        self._stack = QStackedWidget()
        self._stack.addWidget(verloop)
        self.setLayout(col(row(self.keuze, None), (self._stack, 1), spacing=8))
        self.keuze.changed.connect(self._chosen)

    def show_casus(self, casus: Casus) -> None:
        """Show this casus in the section that is in front."""
        self._casus = casus
        front = self.front()
        if front is not None:
            front.show_casus(casus)

    def show_section(self, code: str) -> SectieWidget | None:
        """Bring a section to the front; None for the course of the casus, or when the code is not known."""
        known = code if code in self._kinds else VERLOOP
        self.keuze.set_value(known)
        self.chosen.emit(known)
        if known == VERLOOP:
            self._stack.setCurrentIndex(0)
            return None
        if known not in self._built:
            made = self._built[known] = self._kinds[known].factory(self._context)
            made.action_opened.connect(self.action_opened)
            made.action_done.connect(self.action_done)
            made.record_wanted.connect(self.record_wanted)
            made.paper_wanted.connect(self.paper_wanted)
            self._stack.addWidget(made)
        found = self._built[known]
        self._stack.setCurrentWidget(found)
        if self._casus is not None:
            found.show_casus(self._casus)
        return found

    def front(self) -> SectieWidget | None:
        """The section in front, None for the course of the casus."""
        return self._built.get(str(self.keuze.value()))

    def code(self) -> str:
        """Code of what is in front."""
        return str(self.keuze.value())

    def of_draft(self, concept: str) -> str:
        """Code of the section whose drafts begin with this word, or ""."""
        return next((sectie.code for sectie in SECTIES if sectie.concept and sectie.concept == concept), "")

    def flush_draft(self) -> None:
        """Write what is being typed in every section that was visited."""
        for sectie in self._built.values():
            sectie.flush_draft()

    @Slot(object)
    def _chosen(self, code: str) -> None:
        self.show_section(code)
