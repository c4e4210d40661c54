"""Second step: who puts it back. With the password or the herstelblad of then; and of now, when that is another."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import Segmented, link, primary
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.notice import Notice, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from svp_desktop.services.toegang import AccountKeuze

PASSWORD, SHEET = "wachtwoord", "herstelblad"


class WiePagina(QWidget):
    """`submitted(account id, password, words)`; one of the last two is empty. `back_asked()` is one step back."""

    submitted = Signal(str, str, str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.explain = Label("", "muted", wrap=True)
        self.notice = Notice(State.BLOK, "")
        self.notice.hide()
        self.account = QComboBox()
        self.how = Segmented([(PASSWORD, "Wachtwoord"), (SHEET, "Herstelblad")], PASSWORD)
        self.password = edit(name="Wachtwoord", big=True)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(1024)
        self.words = Area(height=scaled(74), placeholder="Typ de twaalf woorden van het blad", name="Woorden")
        self._who = Field("Wie bent u?", self.account)
        self._password_field, self._words_field = Field("Wachtwoord", self.password), Field("Woorden", self.words)
        self.next = primary("Verder", "arrow-right", big=True)
        self.back = link("Terug", "chevron-left")
        self.how.changed.connect(self._show_how)
        self.next.clicked.connect(self._submit)
        self.password.returnPressed.connect(self._submit)
        self.back.clicked.connect(self.back_asked)
        foot = row(self.back, None, self.next, spacing=12)
        self.setLayout(
            col(
                self.explain,
                self.notice,
                self._who,
                row(self.how, None),
                self._password_field,
                self._words_field,
                None,
                foot,
                spacing=10,
            )
        )
        self.setFocusProxy(self.password)
        self._show_how(PASSWORD)

    def begin(self, accounts: "Sequence[AccountKeuze]", explain: str) -> None:
        """Ask anew, of these accounts."""
        self.account.clear()
        for account in accounts:
            self.account.addItem(f"{account.naam}, {ROLNAMEN[account.rol].lower()}", account.id)
        self._who.setEnabled(True)
        self.notice.hide()
        self.ask_again(explain)

    def ask_again(self, explain: str, *, fixed: bool = False) -> None:
        """The same question with another explanation; `fixed` keeps who it is."""
        self.explain.setText(explain)
        self._who.setEnabled(not fixed)
        self.forget()
        self.show_busy(False)
        self.password.setFocus()

    def warn(self, lead: str, text: str) -> None:
        """Something to know before going on."""
        self.notice.show_message(State.LET_OP, lead, text)
        self.notice.show()

    def show_busy(self, busy: bool) -> None:
        """While the password is tried."""
        self.next.setEnabled(not busy)
        self.next.setText("Even geduld…" if busy else "Verder")

    def show_error(self, error: UserFacing) -> None:
        """What is wrong; what was typed in the word field stays."""
        self.show_busy(False)
        if isinstance(error, InvoerOnjuist) and error.findings:
            self._words_field.set_error(error.findings[0].message)
            return
        self.notice.show_error(error)
        self.notice.show()
        self.password.selectAll()

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self.password.clear()
        self.words.setText("")
        self._words_field.set_error("")

    @Slot(object)
    def _show_how(self, how: object) -> None:
        self._password_field.setVisible(how == PASSWORD)
        self._words_field.setVisible(how == SHEET)
        (self.password if how == PASSWORD else self.words).setFocus()

    @Slot()
    def _submit(self) -> None:
        by_sheet = self.how.value() == SHEET
        typed = self.words.text().strip() if by_sheet else self.password.text()
        if not typed or not self.next.isEnabled():
            return
        self.notice.hide()
        self._words_field.set_error("")
        self.show_busy(True)
        account = str(self.account.currentData())
        self.submitted.emit(account, "" if by_sheet else typed, typed if by_sheet else "")
