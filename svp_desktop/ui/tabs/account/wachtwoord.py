"""Another password for one's own account."""

from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing, WachtwoordOnjuist
from svp_desktop.domain.wachtwoord import MAXIMUM
from svp_desktop.ui.entry.newpassword import NewPassword
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import card, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.fields import Field, edit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb

_NEE = "Met het nieuwe wachtwoord opent u dit account vanaf de volgende keer. Het oude opent het dan niet meer."


def oude_kopieen(oudste: datetime | None) -> str:
    """Until when a backup still opens with the old password."""
    if oudste is None:
        return f"{_NEE} Er zijn geen oudere reservekopieën."
    return (
        f"{_NEE} Oudere reservekopieën gaan nog wel open met het oude wachtwoord. De oudste is van "
        f"{in_woorden(oudste.date(), weekdag=False)}. Een kopie van vandaag blijft ten hoogste een jaar bewaard; pas "
        "daarna is het oude wachtwoord nergens meer goed voor. Kent iemand anders het? Laat dan niemand bij de kopieën."
    )


class WachtwoordPage(QWidget):
    """`submitted(old, new)`. Nothing that was typed stays when the page is left."""

    back = Signal()
    submitted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Mijn account")
        self.bewaar = primary("Wachtwoord wijzigen", "check")
        self.oud = edit(name="Wachtwoord van nu", big=True)
        self.oud.setEchoMode(QLineEdit.EchoMode.Password)
        self.oud.setMaxLength(MAXIMUM)
        self.oud_veld = Field("Wachtwoord van nu", self.oud)
        self.nieuw = NewPassword("Nieuw wachtwoord")
        self.notice = Notice(State.BLOK, "")
        self.kopieen = Notice(State.INFO, "Oudere reservekopieën", "", compact=True)
        left = card(self.oud_veld, 4, self.nieuw, None, spacing=8)
        right = card(self.nieuw.rules, None, spacing=8)
        left.setMaximumWidth(scaled(520))
        right.setMaximumWidth(scaled(400))
        body = scroll(col(row((left, 5), (right, 4), None, spacing=12), self.kopieen, None, spacing=12))
        title = TitleRow("Wachtwoord wijzigen", "", self.bewaar)
        self.setLayout(col(row(self.crumb, None), title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=6))
        self.crumb.clicked.connect(self.back)
        self.bewaar.clicked.connect(self._submit)
        self.nieuw.entered.connect(self._submit)
        self.oud.returnPressed.connect(self.nieuw.setFocus)
        self.setFocusProxy(self.oud)

    def begin(self, oudste: datetime | None) -> None:
        """An empty form; `oudste` is the oldest backup that is kept."""
        self.forget()
        self.kopieen.show_message(State.INFO, "Wat verandert er?", oude_kopieen(oudste))

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.oud.clear()
        self.nieuw.clear()
        self.oud_veld.show_finding(None)
        self.notice.hide()
        self.show_busy(False)

    def show_busy(self, busy: bool) -> None:
        """While the passwords are tried: some seconds."""
        self.oud.setReadOnly(busy)
        self.nieuw.set_read_only(busy)
        self.bewaar.setEnabled(not busy)
        self.bewaar.setText("Even geduld…" if busy else "Wachtwoord wijzigen")

    def show_error(self, error: UserFacing) -> None:
        """Beside the old password when that is wrong, else above the form."""
        self.show_busy(False)
        if isinstance(error, WachtwoordOnjuist):
            self.oud_veld.set_error(f"{error.what} {error.now}")
            self.oud.selectAll()
            self.oud.setFocus()
        elif isinstance(error, InvoerOnjuist) and error.findings:
            self._ask_for(error.findings[0].message)
            self.nieuw.focus_missing()
        else:
            self.notice.show_error(error)
            self.notice.show()

    def _ask_for(self, sentence: str) -> None:
        self.notice.show_message(State.LET_OP, sentence)
        self.notice.show()

    @Slot()
    def _submit(self) -> None:
        if not self.bewaar.isEnabled():
            return
        self.oud_veld.show_finding(None)
        self.notice.hide()
        missing = self.nieuw.missing()
        if not self.oud.text():
            self.oud_veld.set_error("Typ het wachtwoord waarmee u nu ontgrendelt.")
            self.oud.setFocus()
        elif missing:
            self._ask_for(missing)
            self.nieuw.focus_missing()
        else:
            self.show_busy(True)
            self.submitted.emit(self.oud.text(), self.nieuw.text())
