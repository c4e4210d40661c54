"""A field that finds while you type: for persons, and for the search-and-command field of the window."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from svp_desktop.ui.theme import color, draw_icon, font, scaled, set_icon
from svp_desktop.ui.widgets.base import LEFT_MIDDLE


class Suggestion(NamedTuple):
    """One hit: what it is for the caller, two lines for the user, and perhaps an icon."""

    id: object
    title: str
    subtitle: str = ""
    icon: str = ""


#: From the typed text to at most some twenty hits: `(id, title, subtitle)` or with an icon.
Find = Callable[[str], Iterable[tuple[object, str, str] | Suggestion]]
_Index = QModelIndex | QPersistentModelIndex


_NIEMAND = "Niemand gevonden in het register"
#: Fewer letters are no search yet.
_FEWEST = 2


class _Hits(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.hits: list[Suggestion] = []

    def set_hits(self, hits: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.hits[index.row()].title
        if role == Qt.ItemDataRole.UserRole:
            return self.hits[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            hit = self.hits[index.row()]
            return f"{hit.title}, {hit.subtitle}" if hit.subtitle else hit.title
        return None


class _HitRows(QStyledItemDelegate):
    """Title and subtitle on one line, the icon in front."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(scaled(240), scaled(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        hit: Suggestion = index.data(Qt.ItemDataRole.UserRole)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, color("soft"))
        left = box.left() + 10
        if hit.icon:
            draw_icon(painter, hit.icon, "muted", left, box.center().y() - 8, 16)
            left += 26
        for text, face, token in ((hit.title, font(10, 600), "text"), (hit.subtitle, font(9), "muted")):
            room = box.right() - 8 - left
            if not text or room < 20:
                continue
            painter.setFont(face)
            painter.setPen(color(token))
            measure = QFontMetricsF(face)
            painter.drawText(
                QRectF(left, box.top(), room, box.height()),
                LEFT_MIDDLE,
                measure.elidedText(text, Qt.TextElideMode.ElideRight, room),
            )
            left += measure.horizontalAdvance(text) + 8
        painter.restore()


class SuggestEdit(QLineEdit):
    """Calls `find(text)` on every change and shows the hits under the field; arrows and Enter choose, Escape closes.

    `chosen(id)` tells the id of the hit; the field is emptied, or keeps the title when `keep` is set. `nothing` is what
    the list says when two letters or more find nothing.
    """

    chosen = Signal(object)

    def __init__(
        self,
        find: Find,
        *,
        placeholder: str = "",
        icon: str = "search",
        least: int = 2,
        keep: bool = False,
        nothing: str = "",
    ) -> None:
        super().__init__()
        self._nothing = nothing
        self._find, self._least, self._keep = find, least, keep
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        if icon:
            action = QAction(self)
            set_icon(action, icon, "muted")
            self.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
        self._hits = _Hits()
        self._hits.setParent(self)
        self._completer = QCompleter(self._hits, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        # not setCompleter: that would also write the hit into the field
        self._completer.setWidget(self)
        self._list = QListView()
        self._list.setItemDelegate(_HitRows(self._list))
        self._list.setUniformItemSizes(True)
        self._completer.setPopup(self._list)
        self._list.setItemDelegate(_HitRows(self._list))
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]
        self.textEdited.connect(self.search)

    @property
    def hits(self) -> list[Suggestion]:
        """What is offered now."""
        return [hit for hit in self._hits.hits if hit.id is not None]

    def popup(self) -> QListView:
        """The list under the field."""
        return self._list

    @Slot(str)
    def search(self, text: str = "") -> None:
        """Find again with the text of the field."""
        typed = self.text().strip()
        found = self._find(typed) if len(typed) >= self._least else ()
        hits = [Suggestion(*hit) for hit in found]
        if not hits and self._nothing and len(typed) >= _FEWEST:
            hits = [Suggestion(None, self._nothing)]
        self._hits.set_hits(hits)
        if not self._hits.hits:
            self._list.hide()
            return
        self._completer.complete()
        self._list.setCurrentIndex(self._hits.index(0, 0))

    def setText(self, text: str | None) -> None:
        """Another text, not typed: the hits of what stood there are gone."""
        self._hits.set_hits([])
        self._list.hide()
        super().setText(text)

    def forget(self) -> None:
        """Empty again, with nothing to undo and no hits left."""
        self.setText("")

    def choose(self, position: int) -> None:
        """Take the hit at this position, as Enter does; that nothing was found is nothing to take."""
        hit = self._hits.hits[position]
        self._list.hide()
        if hit.id is None:
            return
        if self._keep:
            self.setText(hit.title)
            self.setCursorPosition(0)
        else:
            self.clear()
        self._hits.set_hits([])
        self.chosen.emit(hit.id)

    @Slot(QModelIndex)
    def _activated(self, index: QModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if hit in self._hits.hits:
            self.choose(self._hits.hits.index(hit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._hits.hits:
            row = self._list.currentIndex().row() if self._list.isVisible() else 0
            self.choose(max(0, row))
        elif event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self.search()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._least == 0 and event.reason() in (Qt.FocusReason.ShortcutFocusReason, Qt.FocusReason.MouseFocusReason):
            self.search()


class PersonPicker(SuggestEdit):
    """Find a person by two letters; `chosen(id)`. Groep and year stand beside the name, so that two children of one
    name can be told apart."""

    def __init__(
        self,
        find: Find,
        *,
        placeholder: str = "Naam toevoegen: twee letters is genoeg",
        icon: str = "user-plus",
        keep: bool = False,
        nothing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(find, placeholder=placeholder, icon=icon, keep=keep, nothing=nothing)
        if parent is not None:
            self.setParent(parent)


class PersonField(PersonPicker):
    """Stands for one person of the register: `person` is who was chosen, None while a name is empty or only typed.
    `nothing` is empty where a name that is not in the register will do."""

    person_changed = Signal()

    def __init__(self, find: Find, *, placeholder: str, icon: str = "user", nothing: str = _NIEMAND) -> None:
        super().__init__(find, placeholder=placeholder, icon=icon, keep=True, nothing=nothing)
        self.person: int | None = None
        self.chosen.connect(self._took)
        self.textEdited.connect(self._typed_on)

    def show_person(self, person: int | None, name: str = "") -> None:
        """Another person, or with None a name that nobody was chosen for; not told."""
        self.person = person
        self.setText(name)
        if person is not None:
            # of a long name the beginning is seen; a half-typed one is typed on at its end
            self.setCursorPosition(0)

    def typed(self) -> str:
        """The name that nobody was chosen for; empty when somebody was."""
        return self.text().strip() if self.person is None else ""

    @Slot(object)
    def _took(self, person: int) -> None:
        self.person = person
        self.person_changed.emit()

    @Slot()
    def _typed_on(self) -> None:
        self.person = None
        self.person_changed.emit()
