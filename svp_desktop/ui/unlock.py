"""The first page: who are you, and your password. Nothing but Qt is loaded before it is painted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLineEdit, QWidget

from svp_desktop.domain.errors import UserFacing, WachtwoordOnjuist
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.ui.forms.ui_unlock import Ui_Unlock
from svp_desktop.ui.harbour import Harbour, quay
from svp_desktop.ui.theme import color, font, scaled, set_icon
from svp_desktop.ui.widgets.base import LEFT_MIDDLE, TOP, Icon, set_state

if TYPE_CHECKING:
    from svp_desktop.services.toegang import AccountKeuze, SchoolKeuze


class AccountButton(QAbstractButton):
    """A radio row of 52 px: role large, name small."""

    def __init__(self, account: "AccountKeuze") -> None:
        super().__init__()
        self.account = account
        self._role, self._name = ROLNAMEN[account.rol], account.naam
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(scaled(52))
        self.setAccessibleName(f"{self._role}, {self._name}")

    def title(self) -> str:
        """Role and name in one line."""
        return f"{self._role}, {self._name}"

    def sizeHint(self) -> QSize:
        return QSize(scaled(280), scaled(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, middle = self.isChecked(), self.height() / 2
        if on or self.underMouse() or self.hasFocus():
            edge = QPen(color("accent"), 2 if self.hasFocus() else 1.4)
            painter.setPen(edge if on or self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(color("soft" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setPen(QPen(color("accent" if on else "control"), 5 if on else 1.2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(22, middle), 5.5 if on else 7.5, 5.5 if on else 7.5)
        for text, top, points, weight, token in (
            (self._role, middle - scaled(19), 10, 600, "text"),
            (self._name, middle, 9, 400, "muted"),
        ):
            painter.setFont(font(points, weight))
            painter.setPen(color(token))
            painter.drawText(QRectF(42, top, self.width() - 50, scaled(19)), LEFT_MIDDLE, text)


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
    other_requested = Signal()
    help_requested = Signal()

    def __init__(self, school: "SchoolKeuze", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.school = school
        self._form = Ui_Unlock()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]
        self._accounts = QButtonGroup(self)
        self._wait = QTimer(self)
        self._wait.setInterval(1000)
        self._left = 0
        self._busy = False
        self._fill(school.accounts)
        self._measure()
        self._connect()
        self._show_caps(False)
        self._show_words("", "")

    def _fill(self, accounts: Sequence["AccountKeuze"]) -> None:
        form = self._form
        form.school.setText(self.school.naam)
        form.motto.setText(self.school.motto)
        for number, account in enumerate(accounts):
            choice = AccountButton(account)
            choice.setChecked(number == 0)
            self._accounts.addButton(choice, number)
            form.accounts.addWidget(choice)
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
        self._name_field()

    def _measure(self) -> None:
        form = self._form
        form.card.setFixedWidth(scaled(800))
        form.card.setMinimumHeight(scaled(346))
        form.who.setFixedWidth(scaled(288))
        form.capsRow.setFixedHeight(scaled(22))
        form.errorRow.setFixedHeight(scaled(76))
        form.page.setContentsMargins(24, 12, 24, quay())

    def _connect(self) -> None:
        form = self._form
        self._caps = _CapsWatch(form.password)
        self._caps.changed.connect(self._show_caps)
        self._accounts.buttonClicked.connect(self._account_chosen)
        self._wait.timeout.connect(self._tick)
        form.password.returnPressed.connect(self._submit)
        form.open.clicked.connect(self._submit)
        form.show.toggled.connect(self._show_password)
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
            self._left = error.seconds
            if self._left:
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

    def _update_button(self) -> None:
        waiting = self._left > 0
        text = f"Openen kan over {self._left} seconden" if self._left > 1 else "Openen kan over 1 seconde"
        self._form.open.setText(text if waiting else "Even geduld…" if self._busy else "Openen")
        self._form.open.setEnabled(not waiting and not self._busy)

    @Slot()
    def _tick(self) -> None:
        self._left = max(0, self._left - 1)
        if not self._left:
            self._wait.stop()
        self._update_button()

    @Slot()
    def _submit(self) -> None:
        account, password = self.account(), self._form.password.text()
        if account is None or self._left or self._busy:
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
        self._form.password.setFocus()

    def _name_field(self) -> None:
        chosen = self._accounts.checkedButton()
        if isinstance(chosen, AccountButton):
            self._form.password.setAccessibleName(f"Wachtwoord van {chosen.title()}")
