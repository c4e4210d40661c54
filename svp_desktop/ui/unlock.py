"""The first page: who are you, and your password. Nothing but Qt is loaded before it is painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from svp_desktop.domain.errors import UserFacing, WachtwoordOnjuist
from svp_desktop.ui.forms.ui_unlock import Ui_Unlock
from svp_desktop.ui.harbour import Harbour, quay
from svp_desktop.ui.people import AccountButton, InvitedButton, PersonButton
from svp_desktop.ui.theme import scaled, set_icon
from svp_desktop.ui.widgets.base import TOP, Icon, set_state

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze


#: More accounts than this scroll.
_ROOM = 5


class _CapsWatch(QObject):
    """Tells from the letters that arrive whether Caps Lock is on: Qt has no question for it."""

    changed = Signal(bool)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.on = False
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_CapsLock and self.on:
                self._set(False)
            elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
                self._set(text.isupper() != shift)
        return False

    def _set(self, on: bool) -> None:
        if on != self.on:
            self.on = on
            self.changed.emit(on)


class UnlockPage(Harbour):
    """One card: left who, right the password. Caps lock and error have fixed places, so that nothing jumps."""

    submitted = Signal(str, str)  # account id, password
    invitation_chosen = Signal(object)  # an AccountKeuze that was invited
    sheet_chosen = Signal(object)  # an AccountKeuze that forgot the password
    other_requested = Signal()
    help_requested = Signal()

    def __init__(self, school: "SchoolKeuze", parent: QWidget | None = None, *, last: str = "") -> None:
        """`last` is the id of the account that is chosen at first: who was in here before."""
        super().__init__(parent)
        self.school = school
        self._form = Ui_Unlock()
        card = QWidget()
        self._form.setupUi(card)  # type: ignore[no-untyped-call]
        self.stand(card, quay())
        self._accounts = QButtonGroup(self)
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._waits: dict[str, int] = {}
        self._busy = False
        self._fill()
        self._fill_people(school.accounts, school.uitgenodigd, last)
        self._measure()
        self._connect()
        self._show_caps(False)
        self._show_words("", "")

    def _fill_people(self, accounts: Sequence["AccountKeuze"], invited: Sequence["AccountKeuze"], last: str) -> None:
        rows: list[PersonButton] = [AccountButton(account) for account in accounts]
        known = [account.id for account in accounts]
        first = known.index(last) if last in known else 0
        for number, choice in enumerate(rows):
            choice.setChecked(number == first)
            self._accounts.addButton(choice, number)
        for account in invited:
            waiting = InvitedButton(account)
            waiting.clicked.connect(self._invited_chosen)
            rows.append(waiting)
        place = self._form.accounts if len(rows) <= _ROOM else self._scrolling()
        for choice in rows:
            place.addWidget(choice)
        if not accounts:
            self._form.password.setEnabled(False)
            self._form.forgot.hide()
        self._name_field()

    def _scrolling(self) -> QVBoxLayout:
        """Room for more accounts than fit in the card."""
        from svp_desktop.ui.widgets.base import col, holder, scroll

        inside = col(spacing=4)
        self._area = scroll(holder(inside))
        self._area.setFixedHeight((scaled(52) + 4) * _ROOM - 4)
        self._form.accounts.addWidget(self._area)
        self._accounts.buttonClicked.connect(self._area.ensureWidgetVisible)
        return inside

    def set_foot(self, foot: QWidget) -> None:
        """What stands at the foot of the card: how old the newest backup is."""
        self._form.backupPlek.addWidget(foot)

    def _fill(self) -> None:
        form = self._form
        form.school.setText(self.school.naam)
        form.motto.setText(self.school.motto)
        set_icon(form.show, "eye", "text", 16, 4)
        set_icon(form.open, "lock-open", "on", 16, 4)
        set_icon(form.help, "life-buoy", "muted", 16, 4)
        set_icon(form.other, "archive", "muted", 16, 4)
        form.offlineIcon.addWidget(Icon("wifi-off", "muted", 16))
        self._caps_icon = Icon("arrow-big-up-dash", "warn", 18)
        form.capsIcon.addWidget(self._caps_icon)
        self._error_icon = Icon("octagon-alert", "danger", 18)
        form.errorIcon.addWidget(self._error_icon, 0, TOP)
        form.errorIcon.addStretch(1)

    def _measure(self) -> None:
        form = self._form
        form.card.setMaximumWidth(scaled(830))
        form.middle.setStretchFactor(form.card, 1000)
        form.card.setMinimumHeight(scaled(346))
        form.who.setFixedWidth(scaled(330))
        form.capsRow.setFixedHeight(scaled(22))
        form.errorRow.setFixedHeight(scaled(76))

    def _connect(self) -> None:
        form = self._form
        self._caps = _CapsWatch(form.password)
        self._caps.changed.connect(self._show_caps)
        self._accounts.buttonClicked.connect(self._account_chosen)
        self._wait.timeout.connect(self._tick)
        form.password.returnPressed.connect(self._submit)
        form.open.clicked.connect(self._submit)
        form.show.toggled.connect(self._show_password)
        form.forgot.clicked.connect(self._forgot)
        form.other.clicked.connect(self.other_requested)
        form.help.clicked.connect(self.help_requested)
        self.setFocusProxy(form.password)

    def account(self) -> "AccountKeuze | None":
        """Who is chosen."""
        chosen = self._accounts.checkedButton()
        return chosen.account if isinstance(chosen, AccountButton) else None

    def show_busy(self, busy: bool) -> None:
        """While the password is being tried: about a second."""
        self._busy = busy
        self._form.password.setReadOnly(busy)
        self._update_button()

    def show_error(self, error: UserFacing) -> None:
        """What happened, that nothing was erased, and when to try again."""
        self.show_busy(False)
        self._show_words(error.what.rstrip("."), f"{error.safe} {error.now}")
        set_state(self._form.password, "error")
        if isinstance(error, WachtwoordOnjuist):
            account = self.account()
            if account is not None and error.seconds:
                self._waits[account.id] = error.seconds
                self._wait.start()
        self._update_button()
        self._form.password.selectAll()
        self._form.password.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self._form.password.clear()

    def error_text(self) -> str:
        """The sentences of the error that is shown, or an empty text."""
        if not self._form.errorLead.text():
            return ""
        return f"{self._form.errorLead.text()}. {self._form.errorText.text()}"

    def _show_words(self, lead: str, text: str) -> None:
        self._form.errorLead.setText(lead)
        self._form.errorText.setText(text)
        for part in (self._form.errorLead, self._form.errorText, self._error_icon):
            part.setVisible(bool(lead))

    def _left(self) -> int:
        """The seconds that who is chosen must wait."""
        account = self.account()
        return self._waits.get(account.id, 0) if account is not None else 0

    def _update_button(self) -> None:
        left = self._left()
        text = f"Openen kan over {left} {'seconde' if left == 1 else 'seconden'}"
        self._form.open.setText(text if left else "Even geduld…" if self._busy else "Openen")
        self._form.open.setEnabled(not left and not self._busy and self.account() is not None)

    @Slot()
    def _tick(self) -> None:
        self._waits = {account: left - 1 for account, left in self._waits.items() if left > 1}
        if not self._waits:
            self._wait.stop()
        self._update_button()

    @Slot()
    def _submit(self) -> None:
        account, password = self.account(), self._form.password.text()
        if account is None or self._left() or self._busy:
            return
        if not password:
            self._form.password.setFocus()
            return
        self._show_words("", "")
        set_state(self._form.password, "")
        self.show_busy(True)
        self.submitted.emit(account.id, password)

    @Slot(bool)
    def _show_password(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        self._form.password.setEchoMode(mode)
        self._form.show.setText("Verberg" if on else "Tonen")
        set_icon(self._form.show, "eye-off" if on else "eye", "text", 16, 4)
        self._form.password.setFocus()

    @Slot(bool)
    def _show_caps(self, on: bool) -> None:
        self._form.caps.setVisible(on)
        self._caps_icon.setVisible(on)

    @Slot()
    def _account_chosen(self) -> None:
        self._name_field()
        self.clear()
        self._show_words("", "")
        set_state(self._form.password, "")
        self._update_button()
        self._form.password.setFocus()

    @Slot()
    def _invited_chosen(self) -> None:
        sender = self.sender()
        if isinstance(sender, InvitedButton) and not self._busy:
            self.invitation_chosen.emit(sender.account)

    @Slot()
    def _forgot(self) -> None:
        account = self.account()
        if account is not None and not self._busy:
            self.sheet_chosen.emit(account)

    def _name_field(self) -> None:
        chosen = self._accounts.checkedButton()
        if isinstance(chosen, AccountButton):
            self._form.password.setAccessibleName(f"Wachtwoord van {chosen.title()}")
        self._form.open.setEnabled(chosen is not None)
