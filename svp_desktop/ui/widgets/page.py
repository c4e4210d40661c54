"""Parts of a page: crumb, title row, facts, saved state, task rows and empty states."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import CENTER, TOP, ElidedLabel, Icon, Item, Label, col, label, row
from svp_desktop.ui.widgets.buttons import link


def crumb(text: str) -> QPushButton:
    """The way back, above the title."""
    made = link(text, "chevron-left")
    made.setFixedHeight(scaled(24))
    return made


class _WholeLabel(ElidedLabel):
    """Stays whole, within reason: what stands beside it gives way first."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(max(hint.width(), min(self.sizeHint().width(), scaled(300))), hint.height())


class TitleRow(QWidget):
    """Name in 18/600, one muted sentence, then what stands at the right (saved state, menus, filled button). The name
    is not cut while the sentence beside it has room to give."""

    def __init__(self, title: str, sub: str = "", *right: Item) -> None:
        super().__init__()
        self._title = _WholeLabel(title, "h1")
        self._sub = ElidedLabel(sub, "muted")
        words = row(self._title, row(self._sub, margins=(0, scaled(7), 0, 0)), spacing=10)
        self.setLayout(row(words, None, *right, spacing=10))
        self.setMinimumHeight(scaled(34))

    def set_title(self, title: str, sub: str | None = None) -> None:
        """Another name and sentence."""
        self._title.setText(title)
        if sub is not None:
            self._sub.setText(sub)
        self.updateGeometry()

    def title(self) -> str:
        """The name that stands there."""
        return self._title.text()


def title_row(title: str, sub: str = "", *right: Item) -> TitleRow:
    """The title row of a page."""
    return TitleRow(title, sub, *right)


class Saved(QWidget):
    """ "Concept bewaard 14.02": says that nothing typed is lost. Empty until something was saved."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = Icon("check", "ok", 15)
        self._label = Label("", "muted")
        self.setLayout(row(self._icon, self._label, spacing=5))
        self._icon.hide()

    def show_saved(self, moment: datetime, word: str = "Opgeslagen") -> None:
        """Saved at this moment."""
        self._icon.set_icon("check", "ok")
        self._icon.show()
        self._label.setText(f"{word} {datums.tijd_kort(moment.time())}")

    def show_text(self, text: str, icon: str = "check", token: str = "ok") -> None:
        """Another state, such as that saving a draft did not succeed; an empty text shows nothing."""
        self._icon.set_icon(icon, token)
        self._icon.setVisible(bool(text))
        self._label.setText(text)

    def text(self) -> str:
        """What stands there."""
        return self._label.text()


def saved() -> Saved:
    """The saved state of a page."""
    return Saved()


def fact(name: str, value: str | Label, icon: QWidget | str = "", role: str | None = None) -> QVBoxLayout:
    """A small label above a value that is only read."""
    line: list[Item] = []
    if icon:
        line.append(icon if isinstance(icon, QWidget) else Icon(icon, "muted", 15))
    line += [value if isinstance(value, Label) else label(value, role), None]
    return col(label(name, "label"), row(*line, spacing=6), spacing=2)


class TaskRow(QWidget):
    """A tick, what must be done, and when; late is said with icon and word."""

    def __init__(self, text: str, due: str, *, late: bool = False, done: bool = False) -> None:
        super().__init__()
        self.box = QCheckBox()
        # an empty label would still keep the spacing for its text
        self.box.setFixedWidth(18)
        self.box.setChecked(done)
        self.box.setAccessibleName(text)
        words = Label(text, "muted" if done else None, wrap=True)
        words.setBuddy(self.box)
        right: list[Item] = [Icon("triangle-alert", "danger", 14, "te laat")] if late else []
        right.append(Label(due, "danger" if late else "muted"))
        self.setLayout(row((self.box, TOP), (words, 1), row(*right, spacing=4), spacing=8))


class EmptyState(QWidget):
    """An empty list says in one sentence what belongs there and offers one button."""

    def __init__(self, icon: str, sentence: str, action: QPushButton | None = None) -> None:
        super().__init__()
        self.action = action
        self._sentence = Label(sentence, "muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMaximumWidth(420)
        items: list[Item] = [None, (Icon(icon, "control", 32), CENTER), 4]
        items.append(row(None, (self._sentence, 4), None))
        if action is not None:
            items += [6, row(None, action, None)]
        items.append(None)
        self.setLayout(col(*items, spacing=4, margins=(24, 16, 24, 16)))

    def set_sentence(self, sentence: str) -> None:
        """Another sentence, such as for a search without hits."""
        self._sentence.setText(sentence)

    def sentence(self) -> str:
        """The sentence that stands there."""
        return self._sentence.text()


def beside(*items: Item, spacing: int = 8) -> QHBoxLayout:
    """A row that keeps its items at the left."""
    return row(*items, None, spacing=spacing)
