"""An account that is ready and has no access yet: the six words that the directeur wants to hear first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.datums import in_woorden
from svp_desktop.ui.entry.frame import EntryFrame
from svp_desktop.ui.entry.words import WordGrid
from svp_desktop.ui.widgets.base import TOP, col, label, row
from svp_desktop.ui.widgets.buttons import link, primary
from svp_desktop.ui.widgets.notice import State, check_line

_STEPS = (
    "Ga naar de directeur, of bel. Mail deze woorden niet.",
    "Lees de zes woorden voor. De directeur ziet ze ook, bij Meer, Accounts en toegang.",
    "Zijn ze gelijk? Dan geeft de directeur u toegang. Vergrendel eerst, als dat op deze laptop gebeurt.",
)


class WaitingPage(EntryFrame):
    """`lock_requested()`: so that the directeur can give access here; `sheet_requested()`: make a herstelblad;
    `open_requested()`: to what is open already (`has_own`), a vertrouwenspersoon's own dossiers."""

    lock_requested = Signal()
    sheet_requested = Signal()
    open_requested = Signal()

    def __init__(
        self, school: str, who: str, words: Sequence[str], sheet: date | None, *, has_own: bool = False
    ) -> None:
        super().__init__(school, who, 760)
        self.grid = WordGrid(words, 3, points=16, name="Uw zes herkenningswoorden")
        self.lock = primary("Vergrendelen", "lock", big=True)
        self.lock.clicked.connect(self.lock_requested)
        self.make_sheet = link("Nieuw herstelblad" if sheet else "Herstelblad maken", tight=True)
        self.make_sheet.clicked.connect(self.sheet_requested)
        self.to_own = link("Nu al naar uw eigen dossiers", "arrow-right")
        self.to_own.clicked.connect(self.open_requested)
        body = QWidget()
        steps = [self._step(number, text) for number, text in enumerate(_STEPS, 1)]
        body.setLayout(
            col(
                label("Uw account is klaar. U hebt nog geen toegang tot de schoolgegevens", "h2"),
                label("Zo weet de directeur zeker dat dit echt uw account is.", "muted", wrap=True),
                2,
                label("Uw herkenningswoorden", "label"),
                self.grid,
                4,
                *steps,
                6,
                self._sheet_line(sheet),
                10,
                row(self.to_own, None, self.lock),
                spacing=6,
            )
        )
        self.to_own.setVisible(has_own)
        self.set_body(body)
        self.setFocusProxy(self.lock)

    def forget(self) -> None:
        """The words may be heard by everyone; nothing here is secret."""

    @staticmethod
    def _step(number: int, text: str) -> QWidget:
        made = QWidget()
        made.setLayout(row((label(f"{number}.", "h3"), TOP), (label(text, wrap=True), 1), spacing=8))
        return made

    def _sheet_line(self, sheet: date | None) -> QWidget:
        made = QWidget()
        if sheet:
            made.setLayout(
                check_line(
                    State.OK, f"Uw herstelblad is van {in_woorden(sheet, weekdag=False)}.", action=self.make_sheet
                )
            )
        else:
            why = "Zonder herstelblad kan niemand u helpen als u uw wachtwoord vergeet."
            made.setLayout(check_line(State.LET_OP, "U hebt nog geen herstelblad", why, self.make_sheet))
        return made
