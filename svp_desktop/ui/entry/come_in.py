"""Coming in with words in place of a password: an invitation, or a herstelblad. Both end with a new password."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import InvoerOnjuist, UserFacing, WachtwoordOnjuist
from svp_desktop.ui.entry.frame import EntryFrame
from svp_desktop.ui.entry.newpassword import NewPassword
from svp_desktop.ui.entry.words import WordsField
from svp_desktop.ui.rollen import role_line
from svp_desktop.ui.widgets.base import Item, col, label, row, rule, scroll
from svp_desktop.ui.widgets.buttons import link, primary
from svp_desktop.ui.widgets.notice import Notice, State

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze

_WORDS = "woorden"


class WordsPage(EntryFrame):
    """Left the words of the paper, right the new password. `submitted(words, password)`; errors stay on the page."""

    submitted = Signal(str, str)
    back_requested = Signal()

    #: What differs between the two pages.
    count = 0
    words_title, words_hint, words_name = "", "", ""
    action = ""

    def __init__(self, school: "SchoolKeuze", account: "AccountKeuze", sub: str) -> None:
        super().__init__(school.naam, sub)
        self.school, self.account = school, account
        self.field = WordsField(self.count, self.words_title, self.words_hint, self.words_name)
        self.password = NewPassword("Nieuw wachtwoord")
        self.password.entered.connect(self.submit)
        self.field.complete.connect(self.password.setFocus)
        self.notice = Notice(State.BLOK, "", compact=True)
        policy = self.notice.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.notice.setSizePolicy(policy)
        self.notice.hide()
        self.back = link("Terug", "arrow-left")
        self.back.clicked.connect(self._leave)
        self.open = primary(self.action, "lock-open", big=True)
        self.open.clicked.connect(self.submit)
        self._left = 0
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._wait.timeout.connect(self._tick)
        self._build()
        self.setFocusProxy(self.field)

    def _build(self) -> None:
        left = QWidget()
        left.setLayout(col(self.field, *self.under_words(), None, spacing=8))
        right = QWidget()
        right.setLayout(
            col(label("Kies een nieuw wachtwoord", "h2"), self.password, self.password.rules, None, spacing=8)
        )
        body = QWidget()
        # with large letters on a small screen the columns scroll, and the button stays in view
        columns = scroll(row((left, 1), rule("v"), (right, 1), margins=(0, 0, 4, 0), spacing=22))
        foot = row(self.back, None, self.open, spacing=12)
        body.setLayout(col((columns, 1), self.notice, foot, spacing=8))
        self.set_body(body)

    def under_words(self) -> list[Item]:
        """What stands under the field with words."""
        return []

    def show_busy(self, busy: bool) -> None:
        """While the words are tried: some seconds, in which nothing can be changed."""
        self.field.area.setReadOnly(busy)
        self.password.set_read_only(busy)
        self.back.setEnabled(not busy)
        self.open.setEnabled(not busy)
        self.open.setText("Even geduld…" if busy else self.action)
        if busy:
            self.notice.hide()

    def show_error(self, error: UserFacing) -> None:
        """What is wrong, at the field that it is about; what was typed stays."""
        self.show_busy(False)
        if isinstance(error, InvoerOnjuist):
            about_words = [finding for finding in error.findings if finding.field == _WORDS]
            if about_words:
                self.field.show_findings(about_words)
                return
            self.show_notice(error.findings[0].message if error.findings else error.what)
            self.password.focus_missing()
            return
        self.notice.show_error(error)
        self.notice.show()
        if isinstance(error, WachtwoordOnjuist):
            self._left = error.seconds
            self.field.setFocus()
            if self._left:
                self._wait.start()
                self._say_wait()

    def show_notice(self, sentence: str) -> None:
        """Something that must be done first."""
        self.notice.show_message(State.LET_OP, sentence)
        self.notice.show()

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self.field.clear()
        self.password.clear()

    @Slot()
    def submit(self) -> None:
        """Try, when words and password can be right."""
        if not self.open.isEnabled() or not self.field.check():
            return
        missing = self.password.missing()
        if missing:
            self.show_notice(missing)
            self.password.focus_missing()
            return
        self.show_busy(True)
        self.submitted.emit(self.field.text(), self.password.text())

    @Slot()
    def _leave(self) -> None:
        self.forget()
        self.back_requested.emit()

    @Slot()
    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._wait.stop()
        self._say_wait()

    def _say_wait(self) -> None:
        self.open.setEnabled(not self._left)
        unit = "seconde" if self._left == 1 else "seconden"
        self.open.setText(f"Kan over {self._left} {unit}" if self._left else self.action)


class InvitationPage(WordsPage):
    """The first time of someone who was invited."""

    count = 4
    words_title = "De vier woorden van uw uitnodiging"
    words_hint = "Ze staan op het blad dat u van de directeur kreeg. De eerste vier letters zijn genoeg."
    words_name = "De vier woorden van uw uitnodiging"
    action = "Account openen"

    def __init__(self, school: "SchoolKeuze", account: "AccountKeuze") -> None:
        super().__init__(school, account, f"Welkom, {account.naam} ({role_line(account).lower()})")

    def under_words(self) -> list[Item]:
        lost = "Blad kwijt, of werken de woorden niet? De directeur kan u opnieuw uitnodigen."
        only = "De woorden werken één keer. Daarna opent alleen uw eigen wachtwoord dit account."
        return [4, label(only, "muted", wrap=True), label(lost, "muted", wrap=True)]


class RecoveryPage(WordsPage):
    """Someone who forgot the password, with the herstelblad at hand."""

    lost_requested = Signal()

    count = 12
    words_title = "De twaalf woorden van uw herstelblad"
    words_hint = "Typ ze in de volgorde van het blad. De eerste vier letters van elk woord zijn genoeg."
    words_name = "De twaalf woorden van uw herstelblad"
    action = "Openen met het herstelblad"

    def __init__(self, school: "SchoolKeuze", account: "AccountKeuze") -> None:
        super().__init__(school, account, f"Herstelblad van {account.naam} ({role_line(account).lower()})")

    def under_words(self) -> list[Item]:
        self.lost = link("Herstelblad ook kwijt?", "life-buoy", tight=True)
        self.lost.clicked.connect(self.lost_requested)
        told = "Uw oude wachtwoord opent daarna niets meer. Anderen zien dat u uw herstelblad hebt gebruikt."
        return [4, label(told, "muted", wrap=True), row(self.lost, None)]
