"""A new account: name and role; and then its invitation, seen once and printed."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import ACCOUNT_ROLLEN, PEST_ROLLEN, Uitnodiging
from svp_desktop.ui.context import Context
from svp_desktop.ui.entry.words import WordGrid
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.tabs.toegang.woorden import ROL_UITLEG
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Item, Label, card, col, label, row, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import TitleRow, crumb

_PEST = "De pestcoördinator is volgens het plan de kwaliteitscoördinator of de vertrouwenspersoon."


class NieuwPage(QWidget):
    """`invite(name, Rol, pest)`."""

    back = Signal()
    invite = Signal(str, object, bool)

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Accounts en toegang")
        self.verder = primary("Uitnodigen", "mail")
        self.notice = Notice(State.BLOK, "")
        self.naam = edit(name="Naam")
        self.naam_veld = Field(
            "Naam op het beginscherm", self.naam, hint="Voor- en achternaam, zoals collega’s zeggen."
        )
        self._roles = QButtonGroup(self)
        self.rollen: dict[Rol, QRadioButton] = {}
        self.is_pest = QCheckBox("Ook pestcoördinator")
        self._pest_uitleg = label(_PEST, "small", wrap=True)
        self._lay_out()
        self.crumb.clicked.connect(self.back)
        self.verder.clicked.connect(self._submit)
        self.naam.returnPressed.connect(self._submit)
        self._roles.buttonClicked.connect(self._role_chosen)
        self.setFocusProxy(self.naam)

    def _lay_out(self) -> None:
        choices: list[Item] = [label("Rol", "label")]
        for number, rol in enumerate(ACCOUNT_ROLLEN):
            choice = self.rollen[rol] = QRadioButton(ROLNAMEN[rol])
            self._roles.addButton(choice, number)
            explain = label(ROL_UITLEG[rol], "small", wrap=True)
            explain.setBuddy(choice)
            choices.append(col(choice, row(scaled(26), (explain, 1), spacing=0), spacing=1))
        form = card(self.naam_veld, 4, *choices, 4, self.is_pest, self._pest_uitleg, spacing=8)
        form.setMaximumWidth(scaled(640))
        title = TitleRow("Nieuw account", "U krijgt een blad met vier woorden om te geven", self.verder)
        body = scroll(col(row((form, 1), None), None))
        self.setLayout(col(row(self.crumb, None), title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=6))

    def begin(self, rol: Rol = Rol.KWALITEITSCOORDINATOR) -> None:
        """An empty form."""
        self.naam.clear()
        self.naam_veld.show_finding(None)
        self.rollen[rol].setChecked(True)
        self.is_pest.setChecked(False)
        self.notice.hide()
        self._role_chosen()

    def rol(self) -> Rol:
        """The chosen role."""
        return ACCOUNT_ROLLEN[self._roles.checkedId()]

    def show_error(self, error: UserFacing) -> None:
        """Beside the field, or above the form."""
        if isinstance(error, InvoerOnjuist) and not show_findings({"naam": self.naam_veld}, error.findings):
            return
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _role_chosen(self) -> None:
        fits = self.rol() in PEST_ROLLEN
        self.is_pest.setVisible(fits)
        self._pest_uitleg.setVisible(fits)
        if not fits:
            self.is_pest.setChecked(False)

    @Slot()
    def _submit(self) -> None:
        self.notice.hide()
        self.invite.emit(self.naam.text(), self.rol(), self.is_pest.isChecked())


class UitnodigingPage(QWidget):
    """The four words and the sheet. Both are forgotten when the page is left."""

    back = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.crumb = crumb("Klaar")
        self.druk = primary("Afdrukken", "printer")
        self._title = TitleRow("", "Deze woorden ziet u maar één keer", self.druk)
        self.woorden = WordGrid(columns=2, name="Woorden van de uitnodiging")
        self._zo = Label("", wrap=True)
        self.blad = PaperPane(context, secret=True)
        steps = card(
            self.woorden,
            4,
            self._zo,
            check_line(State.INFO, "De woorden werken één keer.", "Daarna geldt alleen het eigen wachtwoord."),
            check_line(
                State.INFO,
                "Kwijt, of nooit gebruikt?",
                "Kies bij dit account Opnieuw uitnodigen. De woorden van nu werken dan niet meer.",
            ),
            None,
            title="De uitnodiging",
            spacing=10,
        )
        steps.setFixedWidth(scaled(420))
        paper = card((self.blad, 1), margins=(8, 8, 8, 8))
        body = row(steps, (paper, 1), spacing=12)
        self.setLayout(col(row(self.crumb, None), self._title, (body, 1), margins=(16, 6, 16, 12), spacing=6))
        self.crumb.clicked.connect(self.back)
        self.druk.clicked.connect(self.blad.print_now)
        self.setFocusProxy(self.druk)

    def show_invitation(self, uitnodiging: Uitnodiging, pdf: bytes) -> None:
        """Show this one. Raises PapierFout."""
        self._title.set_title(f"Uitnodiging voor {uitnodiging.naam}")
        self.woorden.show_words(uitnodiging.woorden)
        self._zo.setText(
            f"Geef het blad aan {uitnodiging.naam}. Op het beginscherm van deze laptop kiest {uitnodiging.naam} de "
            "eigen naam, typt de vier woorden en maakt een wachtwoord. Daarna geeft u toegang."
        )
        self.blad.show_paper(pdf)

    def forget(self) -> None:
        """Keep nothing of the words."""
        self.woorden.show_words(())
        self.blad.forget()
