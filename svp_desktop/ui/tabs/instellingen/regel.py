"""One setting as a line: its name, an editor that fits its kind, the source, and *terug naar standaard*."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import EerdereWaarde, Instelling, InstellingSoort, Waarde
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.fields import Area, Field

#: A text of the plan up to this many signs is changed on one line.
ONE_LINE = 60
#: An earlier value is shown to be known by, not to be read whole.
EARLIER_SIGNS = 160
_GEEN_GETAL = "Vul een heel getal in."


def in_woorden(waarde: Waarde) -> str:
    """A value on one line, cut when it is long."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    text = ", ".join(waarde) if isinstance(waarde, tuple) else " ".join(str(waarde).split())
    return text if len(text) <= EARLIER_SIGNS else f"{text[: EARLIER_SIGNS - 1]}…"


class InstellingRegel(QWidget):
    """`changed(code, waarde)` when the user leaves the editor with another value, `reset(code)` for the default.

    A number that is no number stays in the field with a sentence under it and is not handed on.
    """

    changed = Signal(str, object)
    reset = Signal(str)

    def __init__(self, setting: Instelling) -> None:
        super().__init__()
        self.setting = setting
        self._shown: Waarde = setting.standaard
        self.editor = self._make_editor()
        self.field = Field(setting.naam, self.editor, hint=setting.uitleg)
        self._source = Label(f"Bron: {setting.bron}", "small")
        self._since = Label("", "small", wrap=True)
        self._since.hide()
        self._reset = link("Terug naar standaard", "undo-2", tip=f"Terug naar standaard: {setting.naam}")
        self._reset.clicked.connect(self._want_default)
        if isinstance(self.editor, QLineEdit):
            # the field grows with its message, the unit stays beside the editor
            # and it is no wider than a line is read
            body = row((self.field, 1000), Label(setting.eenheid, "muted"), None, spacing=8)
            self.field.setMaximumWidth(scaled(420))
        else:
            body = row((self.field, 1))
        self.setLayout(col(body, row(self._source, None, self._reset), self._since, spacing=2, margins=(0, 4, 0, 8)))
        self.editor.installEventFilter(self)

    def _make_editor(self) -> QLineEdit | QPlainTextEdit | QCheckBox:
        kind = self.setting.soort
        if kind is InstellingSoort.JA_NEE:
            box = QCheckBox("Ja")
            box.setAccessibleName(self.setting.naam)
            box.clicked.connect(self.commit)
            return box
        if kind is InstellingSoort.GETAL:
            made = QLineEdit()
            made.returnPressed.connect(self.commit)
            return made
        if kind is InstellingSoort.TEKST and len(str(self.setting.standaard)) <= ONE_LINE:
            made = QLineEdit()
            made.returnPressed.connect(self.commit)
            return made
        if kind is InstellingSoort.TEKST:
            return Area(height=scaled(52))
        lines = len(self.setting.standaard) if isinstance(self.setting.standaard, tuple) else 4
        return Area(height=scaled(min(220, 34 + 18 * lines)), placeholder="Eén regel voor elk onderdeel")

    def show_value(self, value: Waarde, eigen: bool) -> None:
        """Show this value; `eigen` says that the school changed it."""
        self._shown = value
        self._reset.setVisible(eigen)
        self.field.show_finding(None)
        if isinstance(self.editor, QCheckBox):
            self.editor.setChecked(value is True)
            return
        text = _as_text(value)
        if isinstance(self.editor, QLineEdit):
            if self.editor.text() != text:
                self.editor.setText(text)
        elif self.editor.toPlainText() != text:
            self.editor.setPlainText(text)

    def show_earlier(self, earlier: Sequence[EerdereWaarde]) -> None:
        """Since which school year this value holds, and what held before: older incidents keep those words."""
        self._since.setVisible(bool(earlier))
        if earlier:
            before = [f"Tot en met {item.tot_en_met}: {in_woorden(item.waarde)}" for item in earlier]
            self._since.setText("\n".join([f"Geldt vanaf schooljaar {earlier[0].geldt_vanaf}.", *before]))

    def since(self) -> str:
        """What stands there about earlier school years."""
        return "" if self._since.isHidden() else self._since.text()

    def value(self) -> Waarde | None:
        """What stands in the editor; None when it is no number."""
        if isinstance(self.editor, QCheckBox):
            return self.editor.isChecked()
        text = self._standing()
        if text == _as_text(self._shown):
            # a value of the plan may end with an empty line: that nobody typed
            return self._shown
        if self.setting.soort is InstellingSoort.TEKST:
            return text.strip()
        if self.setting.soort is InstellingSoort.GETAL:
            number = text.strip()
            return int(number) if number.isascii() and number.lstrip("-").isdigit() else None
        return tuple(line.strip() for line in text.splitlines() if line.strip())

    def typed(self) -> str | None:
        """The text that stands there and is not kept: still typed, or refused; None when it is the value in force."""
        if isinstance(self.editor, QCheckBox) or self.value() == self._shown:
            return None
        return self._standing()

    def _standing(self) -> str:
        if isinstance(self.editor, QLineEdit):
            return self.editor.text()
        return "" if isinstance(self.editor, QCheckBox) else self.editor.toPlainText()

    def show_typed(self, text: str) -> None:
        """What was typed before a lock, and again why it could not be kept."""
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
        elif not isinstance(self.editor, QCheckBox):
            self.editor.setPlainText(text)
        self.commit()

    def show_finding(self, finding: Finding | None) -> None:
        """The sentence under the editor."""
        self.field.show_finding(finding)

    @Slot()
    def commit(self) -> None:
        """Hand on what was typed, when it is another value."""
        value = self.value()
        if value is None:
            self.field.show_finding(Finding(self.setting.code, _GEEN_GETAL))
        elif value != self._shown:
            self.changed.emit(self.setting.code, value)
        else:
            self.field.show_finding(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return False

    @Slot()
    def _want_default(self) -> None:
        self.reset.emit(self.setting.code)


def _as_text(value: Waarde) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)
