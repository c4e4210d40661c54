"""The wizard for a new school: school and person, password, ready. Nothing is made before the password is chosen."""

from dataclasses import dataclass, field

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLayout, QLineEdit, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.school import Rol
from svp_desktop.domain.wachtwoord import MINIMUM, check_wachtwoord, normal
from svp_desktop.ui.first_run.begin import BigChoice
from svp_desktop.ui.forms.ui_first_run import Ui_FirstRun
from svp_desktop.ui.harbour import Harbour, quay
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, col, label, row
from svp_desktop.ui.widgets.buttons import set_primary
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.stage import StageState, Step, stage_bar

#: Who may make a school's kluis.
ROLES = (Rol.DIRECTEUR, Rol.KWALITEITSCOORDINATOR)
_STEPS = (("School", "naam en wie u bent"), ("Wachtwoord", "alleen u kent het"), ("Klaar", "leerlingen inlezen"))


@dataclass(frozen=True, slots=True)
class NewSchool:
    """What the wizard asked: everything that is needed to make a kluis. Not kept after that."""

    naam: str
    plaats: str
    account: str
    rol: Rol
    wachtwoord: str = field(repr=False)


class RuleLine(QWidget):
    """One demand on the password, ticked as soon as it is met."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._icon = Icon("circle", "muted", 17)
        self._text = Label(text, wrap=True)
        self.met = False
        self.setLayout(row((self._icon, TOP), (self._text, 1), spacing=9))
        self.show_met(False)

    def show_met(self, met: bool) -> None:
        """Met or still to do, by icon and for screen readers by word."""
        self.met = met
        self._icon.set_icon("circle-check" if met else "circle", "ok" if met else "muted")
        self.setAccessibleName(f"{self._text.text()}: {'in orde' if met else 'nog niet'}")


def check_school(naam: str, account: str) -> tuple[Finding, ...]:
    """The two things that may not stay empty."""
    findings = []
    if not naam.strip():
        findings.append(Finding("naam", "Hoe heet uw school?"))
    if not account.strip():
        findings.append(Finding("account", "Wat is uw naam?"))
    return tuple(findings)


class Wizard(Harbour):
    """Two pages to fill in and one that says what comes next. `school_requested(NewSchool)` asks to make it."""

    school_requested = Signal(object)
    back_requested = Signal()
    import_requested = Signal()
    start_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        middle.setFixedWidth(scaled(800))
        frame.setMinimumHeight(392)
        self.setLayout(col(None, row(None, middle, None), None, margins=(24, 12, 24, quay() // 2), spacing=0))
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
        for rol in ROLES:
            self.rol.addItem(word(rol), rol)
        self._fields = {
            "naam": Field("Naam van de school", self.naam),
            "plaats": Field("Plaats", self.plaats),
            "account": Field("Uw naam", self.account),
            "rol": Field("Uw functie", self.rol),
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
        self.one, self.two = edit(name="Wachtwoord", big=True), edit(name="Nog een keer", big=True)
        for line in (self.one, self.two):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(1024)
            line.textChanged.connect(self._password_typed)
            line.returnPressed.connect(self._password_done)
        form.eenPlek.addWidget(Field("Wachtwoord", self.one))
        form.tweePlek.addWidget(Field("Nog een keer", self.two))
        self.length = RuleLine(f"Ten minste {MINIMUM} tekens; spaties mogen")
        self.strong = RuleLine("Niet makkelijk te raden")
        self.same = RuleLine("Twee keer hetzelfde")
        form.regels.addWidget(label("Het wachtwoord is", "label"))
        for demand in (self.length, self.strong, self.same):
            form.regels.addWidget(demand)
        form.regels.addStretch(1)
        form.passwordRow.setStretch(0, 3)
        form.passwordRow.setStretch(1, 2)
        warning = (
            "Niemand kan de gegevens dan nog openen, ook de maker van het programma niet. "
            "Schrijf het op en bewaar het in de kluis van de school."
        )
        form.kwijtPlek.addWidget(Notice(State.LET_OP, "Raak dit wachtwoord niet kwijt", warning, compact=True))
        form.show.toggled.connect(self._show_passwords)
        form.kwijt.toggled.connect(self._password_typed)
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
        first = (self.naam, self.one, self.import_now)[page]
        self.setFocusProxy(first)
        first.setFocus()
        self._password_typed()

    @Slot()
    def _school_done(self) -> None:
        findings = check_school(self.naam.text(), self.account.text())
        show_findings(self._fields, findings)
        if not findings:
            self._go(1)

    @Slot()
    def _back_to_school(self) -> None:
        self._go(0)

    @Slot()
    def _password_typed(self) -> None:
        first, second = normal(self.one.text()), normal(self.two.text())
        self.length.show_met(len(first) >= MINIMUM)
        self.strong.show_met(bool(first) and not check_wachtwoord(first))
        self.same.show_met(bool(first) and first == second)

    def _missing(self) -> str:
        findings = check_wachtwoord(self.one.text())
        if findings:
            return findings[0].message
        if not self.same.met:
            return "Typ twee keer hetzelfde wachtwoord."
        if not self._form.kwijt.isChecked():
            return "Zet eerst het vinkje: wachtwoord kwijt is gegevens kwijt."
        return ""

    @Slot()
    def _password_done(self) -> None:
        missing = self._missing()
        if missing:
            self.notice.show_message(State.LET_OP, missing)
            self.notice.show()
            (self.two if self.strong.met else self.one).setFocus()
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

    @Slot(bool)
    def _show_passwords(self, on: bool) -> None:
        for line in (self.one, self.two):
            line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

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

    def show_ready(self) -> None:
        """The school exists."""
        self.show_busy(False)
        for line in (self.one, self.two):
            line.clear()
        self._ready_title.setText(f"{self.naam.text().strip()} staat klaar")
        self._go(2)
