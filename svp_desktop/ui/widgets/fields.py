"""Fields of a form: label above, widget, and the sentence of a finding right under it."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QMimeData, QSize, Qt, Slot
from PySide6.QtGui import QAction, QValidator
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.ui.theme import scaled, set_icon
from svp_desktop.ui.widgets.base import TOP, Icon, Item, Label, col, label, row, set_state
from svp_desktop.ui.widgets.notice import state_of

_TALL = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)


class Area(QPlainTextEdit):
    """A text field of several lines. Its size hint is its minimum height: in a resizable scroll area the default hint
    of 192 px would push the page out. Tab leaves the field."""

    def __init__(self, text: str = "", *, placeholder: str = "", height: int = 70, name: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.setMinimumHeight(height)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.minimumHeight())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # the place of a file of this computer is no text; the page under it may take the file itself
        return super().canInsertFromMimeData(source) and not any(url.isLocalFile() for url in source.urls())

    def text(self) -> str:
        """The text, as it was typed."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Another text; what was there can be undone only by the caller."""
        if text != self.toPlainText():
            self.setPlainText(text)


class _Digits(QValidator):
    """Lets only a number up to `most` stand. Qt's own lets a sign, a separator and a larger one stand while it is half
    typed: 2.1 is no count."""

    def __init__(self, most: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._most = most

    def validate(self, text: str, position: int) -> object:
        right = not text or (text.isascii() and text.isdigit() and int(text) <= self._most)
        return QValidator.State.Acceptable if right else QValidator.State.Invalid, text, position


class CountEdit(QLineEdit):
    """A small whole number; only digits can be typed, and `count()` is within its bounds whatever stands there."""

    def __init__(self, count: int, least: int, most: int, *, name: str) -> None:
        super().__init__(str(count))
        self._least, self._most = least, most
        self.setValidator(_Digits(most, self))
        self.setAccessibleName(name)
        self.setFixedWidth(scaled(48))

    def count(self) -> int:
        """The number; the least one while nothing stands there."""
        return max(self._least, min(self._most, int(self.text() or self._least)))


def edit(
    text: str = "", *, placeholder: str = "", icon: str = "", width: int = 0, name: str = "", big: bool = False
) -> QLineEdit:
    """A line edit with perhaps an icon in front."""
    made = QLineEdit(text)
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name or placeholder)
    made.setCursorPosition(0)
    if icon:
        action = QAction(made)
        set_icon(action, icon, "muted")
        made.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
    if width:
        made.setFixedWidth(width)
    if big:
        made.setProperty("big", True)
    return made


def show_line(line: QLineEdit, text: str) -> None:
    """Show what is recorded: of a text that is longer than its field the beginning is seen."""
    line.setText(text)
    line.setCursorPosition(0)


class SearchEdit(QLineEdit):
    """Search as you type: a magnifier in front, a cross to clear, Escape clears first."""

    def __init__(self, placeholder: str = "Zoeken") -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        magnifier = QAction(self)
        set_icon(magnifier, "search", "muted")
        self.addAction(magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("Wissen", self)
        set_icon(self._clear, "x", "muted")
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._typed)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))


class Field(QWidget):
    """A label above a widget, and under it the sentence of a finding. The label follows the widget as its buddy.

    A widget with a signal `checked(str)` (DateEdit, TimeEdit) puts its own sentence there when it is left. `wrap`: the
    label is a question of many words, that may take more lines.
    """

    def __init__(
        self, text: str, widget: QWidget, *, hint: str = "", trailing: QWidget | None = None, wrap: bool = False
    ) -> None:
        super().__init__()
        self.widget = widget
        self._label = label(text, "label", wrap=wrap)
        self._label.setBuddy(widget)
        if not widget.accessibleName() or not getattr(widget, "named", True):
            widget.setAccessibleName(text)
        head: list[Item] = [(self._label, 1)] if wrap else [self._label, None]
        if trailing is not None:
            head.append(trailing)
        self._icon = Icon("octagon-alert", "danger", 16)
        self._message = Label(wrap=True)
        self._error = QWidget()
        self._error.setLayout(row((self._icon, TOP), (self._message, 1), spacing=6))
        tall = widget.sizePolicy().verticalPolicy() in _TALL
        body = col(row(*head), (widget, 1 if tall else 0), spacing=3)
        self._hint: QLabel | None = None
        if hint:
            self._hint = label(hint, "small", wrap=True)
            body.addWidget(self._hint)
        body.addWidget(self._error)
        if not tall:
            # beside a field with a message the label and the line stay where they are
            body.addStretch(1)
        self.setLayout(body)
        self._error.hide()
        checked = getattr(widget, "checked", None)
        if checked is not None and hasattr(checked, "connect"):
            checked.connect(self.set_error)

    @property
    def titel(self) -> str:
        """The words above the widget."""
        return self._label.text()

    @Slot(str)
    def set_error(self, message: str) -> None:
        """A blocking sentence under the field, or none with an empty text."""
        self.show_finding(Finding("", message) if message else None)

    def show_finding(self, finding: Finding | None) -> None:
        """The sentence of this finding, with the red edge when it blocks; None takes it away."""
        blocks = finding is not None and finding.blocks
        set_state(self.widget, "error" if blocks else "")
        self._error.setVisible(finding is not None)
        message = "" if finding is None else finding.message
        self._message.setText(message)
        self.widget.setAccessibleDescription(message)
        if finding is not None:
            self._message.set_role("danger" if blocks else "warn")
            state = state_of(finding)
            self._icon.set_icon(state.icon, state.token)
        if self._hint is not None:
            self._hint.setVisible(finding is None)

    def set_label(self, text: str) -> None:
        """Another word above the widget."""
        self._label.setText(text)
        self.widget.setAccessibleName(text)

    def message(self) -> str:
        """The sentence that stands under the field now."""
        return self._message.text() if not self._error.isHidden() else ""


def show_findings(fields: Mapping[str, Field], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put each finding under its field, and the keyboard in the first field that blocks, scrolled into view.

    Returns the findings that have no field here: the page shows them in a Notice.
    """
    rest: list[Finding] = []
    shown: dict[str, Finding] = {}
    for finding in findings:
        if finding.field not in fields:
            rest.append(finding)
        elif finding.field not in shown or (finding.blocks and not shown[finding.field].blocks):
            shown[finding.field] = finding
    for name, field in fields.items():
        field.show_finding(shown.get(name))
    for name, field in fields.items():
        if name in shown and shown[name].blocks:
            _keyboard_in(field.widget).setFocus(Qt.FocusReason.OtherFocusReason)
            _bring_into_view(field)
            break
    return tuple(rest)


def _bring_into_view(field: Field) -> None:
    """Scroll to it: a save that does nothing, without a reason in sight, looks broken."""
    above = field.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            inside = above.widget()
            layout = inside.layout() if inside is not None else None
            if layout is not None:
                layout.activate()  # the sentence under it has made room only now
            above.ensureWidgetVisible(field, 0, 24)
        above = above.parentWidget()


def _keyboard_in(widget: QWidget) -> QWidget:
    """Where the keyboard goes: a choice takes none itself, its first option does."""
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
        return widget
    parts = widget.findChildren(QWidget)
    return next((part for part in parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus), widget)
