"""A new password: typed twice, with its strength in words while it is typed, or six words made by the program."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSizePolicy, QWidget

from svp_desktop.domain.wachtwoord import MAXIMUM, MINIMUM, check_wachtwoord, normal
from svp_desktop.ui.theme import color, scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Label, col, label, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.fields import Field, edit

_STEPS = ("zwak", "redelijk", "sterk", "zeer_sterk")
_TOKENS = {"zwak": "danger", "redelijk": "warn", "sterk": "ok", "zeer_sterk": "ok"}


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


class _Bar(QWidget):
    """Four steps of strength; the word beside it says the same."""

    def __init__(self) -> None:
        super().__init__()
        self.code = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(scaled(112), scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        steps = _STEPS.index(self.code) + 1 if self.code else 0
        wide, middle = self.width() / len(_STEPS), self.height() / 2
        for place in range(len(_STEPS)):
            painter.setPen(color("control"))
            painter.setBrush(color(_TOKENS[self.code] if place < steps else "cell"))
            painter.drawRoundedRect(QRectF(place * wide + 1, middle - 3.5, wide - 5, 7), 3, 3)


class StrengthLine(QWidget):
    """How strong what is typed is: a bar, a word and one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self._word = Label("", "lead")
        self._why = Label("", "small", wrap=True)
        self._why.setMinimumHeight(scaled(34))
        self._why.setAlignment(TOP)
        self.setLayout(col(row(self._bar, self._word, None, spacing=8), self._why, spacing=2))
        self.show_password("")

    def show_password(self, text: str) -> None:
        """Judge this password."""
        if not text:
            self._show("", "", "Hier ziet u hoe moeilijk het te raden is.")
            return
        from svp_desktop.services.woorden import sterkte

        found = sterkte(text)
        self._show(found.code.value, found.woord, found.uitleg)

    def _show(self, code: str, word: str, why: str) -> None:
        self._bar.code = code
        self._bar.update()
        self._word.setText(word)
        self._why.setText(why)
        self.setAccessibleName(f"Sterkte: {word or 'nog niets getypt'}. {why}")

    def word(self) -> str:
        """The word for the strength, empty when nothing is typed."""
        return self._word.text()


class NewPassword(QWidget):
    """The two fields, and `rules`, a widget of its own that a page puts beside or under them."""

    changed = Signal()
    entered = Signal()

    def __init__(self, noun: str = "Wachtwoord") -> None:
        super().__init__()
        self.one, self.two = edit(name=noun, big=True), edit(name="Nog een keer", big=True)
        for line in (self.one, self.two):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(MAXIMUM)
            line.textChanged.connect(self._typed)
            line.returnPressed.connect(self.entered)
        self.show_typed = QCheckBox("Laat zien wat ik typ")
        self.show_typed.toggled.connect(self._show_passwords)
        self.make = link("Maak een wachtzin voor mij", tip="Zes losse woorden, door het programma gekozen")
        self.make.clicked.connect(self.fill_phrase)
        self.length = RuleLine(f"Ten minste {MINIMUM} tekens; spaties mogen")
        self.strong = RuleLine("Niet makkelijk te raden")
        self.same = RuleLine("Twee keer hetzelfde")
        self.strength = StrengthLine()
        self.rules = QWidget()
        demands = (self.length, self.strong, self.same)
        self.rules.setLayout(col(label("Het wachtwoord is", "label"), *demands, 2, self.strength, spacing=6))
        below = row(self.show_typed, None, self.make, spacing=8)
        self.setLayout(col(Field(noun, self.one), Field("Nog een keer", self.two), below, spacing=8))
        self.setFocusProxy(self.one)

    def text(self) -> str:
        """The password."""
        return self.one.text()

    def missing(self) -> str:
        """What still keeps this from being a password, or an empty text."""
        findings = check_wachtwoord(self.one.text())
        if findings:
            return findings[0].message
        return "" if self.same.met else "Typ twee keer hetzelfde wachtwoord."

    def focus_missing(self) -> None:
        """The keyboard to the field that is not right yet."""
        (self.two if self.strong.met else self.one).setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for line in (self.one, self.two):
            line.clear()
        self.show_typed.setChecked(False)

    def set_read_only(self, on: bool) -> None:
        """While the password is used."""
        for line in (self.one, self.two):
            line.setReadOnly(on)
        self.make.setEnabled(not on)

    @Slot()
    def fill_phrase(self) -> None:
        """Six random words in both fields, shown so that they can be written down."""
        from svp_desktop.services.woorden import wachtzin

        phrase = wachtzin()
        self.show_typed.setChecked(True)
        for line in (self.one, self.two):
            line.setText(phrase)
            line.setCursorPosition(0)
        self.one.setFocus()

    @Slot()
    def _typed(self) -> None:
        first, second = normal(self.one.text()), normal(self.two.text())
        self.length.show_met(len(first) >= MINIMUM)
        self.strong.show_met(bool(first) and not check_wachtwoord(first))
        self.same.show_met(bool(first) and first == second)
        self.strength.show_password(first)
        self.changed.emit()

    @Slot(bool)
    def _show_passwords(self, on: bool) -> None:
        for line in (self.one, self.two):
            line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
