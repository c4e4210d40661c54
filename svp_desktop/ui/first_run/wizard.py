"""The wizard for a new school: school and person, password, herstelblad, ready. Nothing is made before the password is
chosen."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import ACCOUNT_ROLLEN
from svp_desktop.ui.ask import Ask
from svp_desktop.ui.entry.newpassword import NewPassword
from svp_desktop.ui.first_run.begin import BigChoice
from svp_desktop.ui.forms.ui_first_run import Ui_FirstRun
from svp_desktop.ui.harbour import Harbour, in_the_middle, quay
from svp_desktop.ui.tasks import Tasks
from svp_desktop.ui.widgets.base import Icon, Label, card, col
from svp_desktop.ui.widgets.buttons import set_primary
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.stage import StageState, Step, stage_bar

if TYPE_CHECKING:
    from svp_desktop.services.sleutels import SleutelsService
    from svp_desktop.ui.entry.sheet import SheetPanel

_STEPS = (
    ("School", "naam en wie u bent"),
    ("Wachtwoord", "alleen u kent het"),
    ("Herstelblad", "voor als u het vergeet"),
    ("Klaar", "leerlingen inlezen"),
)
_SHEET, _READY = 2, 3
_DIRECTOR = "De directeur beheert de accounts. Bent u dat niet? Nodig straks eerst de directeur uit."


@dataclass(frozen=True, slots=True)
class NewSchool:
    """What the wizard asked: everything that is needed to make a kluis. Not kept after that."""

    naam: str
    plaats: str
    account: str
    rol: Rol
    wachtwoord: str = field(repr=False)


def check_school(naam: str, account: str) -> tuple[Finding, ...]:
    """The two things that may not stay empty."""
    findings = []
    if not naam.strip():
        findings.append(Finding("naam", "Hoe heet uw school?"))
    if not account.strip():
        findings.append(Finding("account", "Wat is uw naam?"))
    return tuple(findings)


class Wizard(Harbour):
    """Two pages to fill in, the herstelblad, and what comes next. `school_requested(NewSchool)` asks to make it."""

    school_requested = Signal(object)
    back_requested = Signal()
    import_requested = Signal()
    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: SheetPanel | None = None
        self._form = Ui_FirstRun()
        self._body = QWidget()
        self._form.setupUi(self._body)  # type: ignore[no-untyped-call]
        self._stages = stage_bar(*self._steps(0))
        self.notice = Notice(State.BLOK, "")
        policy = self.notice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.notice.setSizePolicy(policy)
        self.notice.hide()
        self._build_school()
        self._build_password()
        self._build_ready()
        frame = card((self._body, 1), margins=(24, 18, 24, 18))
        middle = QWidget()
        middle.setLayout(col(self._stages, frame, self.notice, spacing=10))
        frame.setMinimumHeight(392)
        body = col(None, in_the_middle(middle, 800), None, margins=(24, 12, 24, 12), spacing=0)
        self.stand(body, quay() // 2)
        self._go(0)

    def _steps(self, now: int) -> list[Step]:
        states = [
            StageState.DONE if number < now else StageState.NOW if number == now else StageState.LATER
            for number in range(len(_STEPS))
        ]
        return [Step(title, sub, state) for (title, sub), state in zip(_STEPS, states, strict=True)]

    def _build_school(self) -> None:
        form = self._form
        self.naam = edit(placeholder="Bijvoorbeeld De Regenboog", name="Naam van de school")
        self.plaats = edit(name="Plaats")
        self.account = edit(placeholder="Voornaam en achternaam", name="Uw naam")
        self.rol = QComboBox()
        for rol in ACCOUNT_ROLLEN:
            self.rol.addItem(word(rol), rol)
        self._fields = {
            "naam": Field("Naam van de school", self.naam),
            "plaats": Field("Plaats", self.plaats),
            "account": Field("Uw naam", self.account),
            "rol": Field("Uw functie", self.rol, hint=_DIRECTOR),
        }
        places: tuple[tuple[QLayout, str], ...] = (
            (form.naamPlek, "naam"),
            (form.plaatsPlek, "plaats"),
            (form.ikPlek, "account"),
            (form.rolPlek, "rol"),
        )
        for place, name in places:
            place.addWidget(self._fields[name])
        for line in (form.schoolRow, form.ikRow):
            line.setStretch(0, 3)
            line.setStretch(1, 2)
        form.schoolBack.clicked.connect(self.back_requested)
        form.schoolNext.clicked.connect(self._school_done)
        for typed in (self.naam, self.plaats, self.account):
            typed.returnPressed.connect(self._school_done)

    def _build_password(self) -> None:
        form = self._form
        self.password = NewPassword()
        self.one, self.two = self.password.one, self.password.two
        self.password.entered.connect(self._password_done)
        form.wachtwoordPlek.addWidget(self.password)
        form.regels.addWidget(self.password.rules)
        form.regels.addStretch(1)
        form.passwordRow.setStretch(0, 3)
        form.passwordRow.setStretch(1, 2)
        warning = (
            "Dan kan niemand de gegevens nog openen, ook de maker van het programma niet. "
            "Daarom maakt u hierna een herstelblad."
        )
        lead = "Raak wachtwoord en herstelblad niet allebei kwijt"
        form.kwijtPlek.addWidget(Notice(State.LET_OP, lead, warning, compact=True))
        form.passwordBack.clicked.connect(self._back_to_school)
        form.create.clicked.connect(self._password_done)

    def _build_ready(self) -> None:
        form = self._form
        self._ready_title = Label("", "h2")
        form.readyHead.addWidget(Icon("circle-check", "ok", 24))
        form.readyHead.addWidget(self._ready_title)
        form.readyHead.addStretch(1)
        self.import_now = BigChoice(
            "upload", "Leerlingen inlezen", "Uit het bestand van uw leerlingsysteem (EDEXML of CSV)", strong=True
        )
        self.later = BigChoice("arrow-right", "Later, eerst rondkijken", "Inlezen kan altijd, onder Meer")
        self.import_now.clicked.connect(self.import_requested)
        self.later.clicked.connect(self.start_requested)
        form.readyChoices.setSpacing(8)
        form.readyChoices.addWidget(self.import_now)
        form.readyChoices.addWidget(self.later)

    def page(self) -> int:
        """Position of the page that is shown."""
        return self._form.pages.currentIndex()

    def _go(self, page: int) -> None:
        self.notice.hide()
        self._form.pages.setCurrentIndex(page)
        self._stages.set_steps(self._steps(page))
        first: QWidget = (self.naam, self.one, self.sheet or self.one, self.import_now)[page]
        self.setFocusProxy(first)
        first.setFocus()

    @Slot()
    def _school_done(self) -> None:
        findings = check_school(self.naam.text(), self.account.text())
        show_findings(self._fields, findings)
        if not findings:
            self._go(1)

    @Slot()
    def _back_to_school(self) -> None:
        self._go(0)

    def _missing(self) -> str:
        if self.password.missing():
            return self.password.missing()
        return "" if self._form.kwijt.isChecked() else "Zet eerst het vinkje: allebei kwijt is gegevens kwijt."

    @Slot()
    def _password_done(self) -> None:
        missing = self._missing()
        if missing:
            self.notice.show_message(State.LET_OP, missing)
            self.notice.show()
            self.password.focus_missing()
            return
        self.show_busy(True)
        rol = self.rol.currentData()
        self.school_requested.emit(
            NewSchool(
                self.naam.text().strip(),
                self.plaats.text().strip(),
                self.account.text().strip(),
                rol if isinstance(rol, Rol) else Rol(rol),
                self.one.text(),
            )
        )

    def show_busy(self, busy: bool) -> None:
        """While the kluis is made: a second or two."""
        self._form.create.setEnabled(not busy)
        self._form.passwordBack.setEnabled(not busy)
        self._form.create.setText("De kluis wordt gemaakt…" if busy else "School maken")
        set_primary(self._form.create, True)
        self.notice.hide()

    def show_error(self, error: UserFacing) -> None:
        """What happened, what is safe, what now; what was typed stays."""
        self.show_busy(False)
        self.notice.show_error(error)
        self.notice.show()

    def show_sheet(self, sleutels: "SleutelsService", ask: Ask, tasks: Tasks) -> None:
        """The school exists: now a herstelblad."""
        from svp_desktop.ui.entry.sheet import SheetPanel

        self.show_busy(False)
        self.password.clear()
        self.sheet = SheetPanel(sleutels, ask, tasks)
        self.sheet.checked.connect(self._ready)
        self.sheet.later.connect(self._ready)
        self._form.sheetPlek.addWidget(self.sheet)
        self._go(_SHEET)
        self.sheet.begin()

    @Slot()
    def _ready(self) -> None:
        self.forget()
        self._ready_title.setText(f"{self.naam.text().strip()} staat klaar")
        self._go(_READY)

    def forget(self) -> None:
        """Nothing secret stays in the wizard."""
        self.password.clear()
        if self.sheet is not None:
            self.sheet.forget()
