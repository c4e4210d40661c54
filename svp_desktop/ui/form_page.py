"""A form as a page: the way back, the title, the saved state and the filled button stay in view, the form scrolls."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.widgets.base import col, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb


def offer_draft(
    notice: Notice, moment: datetime, what: str, resume: SignalInstance, throw: SignalInstance
) -> QPushButton:
    """Say in this notice what was being typed; its links emit `resume` and `throw`. Returns the first."""
    go_on, drop = link("Verder gaan"), link("Weggooien")
    go_on.clicked.connect(resume)
    drop.clicked.connect(throw)
    when = f"{datums.dag_maand(moment.date())} om {datums.tijd_kort(moment.time())}"
    notice.show_message(State.INFO, f"U was bezig met {what}.", f"Bewaard op {when}.", [go_on, drop])
    notice.show()
    return go_on


class FormPage(QWidget):
    """`back` and `save` are what the user wants; `resume_wanted` and `throw_wanted` answer an offered draft."""

    back = Signal()
    save = Signal()
    delete = Signal()
    resume_wanted = Signal()
    throw_wanted = Signal()

    def __init__(self, form: QWidget, save_text: str = "Opslaan", *, extra: QWidget | None = None) -> None:
        super().__init__()
        self.form = form
        self.crumb = crumb("Terug")
        self.saved = Saved()
        self.remove: QPushButton = button("Verwijderen", "trash-2")
        self.opslaan = primary(save_text, "check", tip=f"{save_text} (Ctrl+S)")
        between = (self.remove,) if extra is None else (extra, self.remove)
        self.title = TitleRow("", "", self.saved, *between, self.opslaan)
        self.notice = Notice(State.INFO, "")
        self._area, self._room = scroll(form), QWidget()
        self._room.hide()
        self._first: QWidget | None = None
        # beside the way back there is room for a choice that stays in view
        self.top = row(self.crumb, None)
        self.setLayout(
            col(
                self.top,
                self.title,
                4,
                self.notice,
                (self._area, 1),
                (self._room, 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self.notice.hide()
        self.remove.hide()
        self.crumb.clicked.connect(self.back)
        self.opslaan.clicked.connect(self.save)
        self.remove.clicked.connect(self.delete)
        shortcut = QShortcut(QKeySequence.StandardKey.Save, self)
        shortcut.activated.connect(self.opslaan.click)

    def set_record(self, crumb_text: str, title: str, sub: str = "") -> None:
        """Another record in the form, from its beginning."""
        self._area.verticalScrollBar().setValue(0)
        self.crumb.setText(crumb_text)
        self.title.set_title(title, sub)
        self.saved.show_text("")
        self.hide_notice()

    @Slot(object)
    def show_kept(self, moment: datetime) -> None:
        """The draft was kept."""
        self.saved.show_saved(moment, "Concept bewaard")

    @Slot(object)
    def show_failed(self, error: UserFacing) -> None:
        """The draft could not be kept, or the form could not be saved."""
        self._hold_back(False)
        self.notice.show_error(error)
        self.notice.show()

    def offer_draft(self, moment: datetime, what: str) -> None:
        """A draft was found: go on with it, or throw it away. Until then nothing can be typed over it."""
        go_on = offer_draft(self.notice, moment, what, self.resume_wanted, self.throw_wanted)
        self._hold_back(True)
        go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_at(self, field: QWidget) -> None:
        """The keyboard goes to this field, unless an offered draft asks for an answer first."""
        self._first = field
        if self._room.isHidden():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def hide_notice(self) -> None:
        """Nothing to say any more."""
        self.notice.hide()
        self._hold_back(False)

    def _hold_back(self, offered: bool) -> None:
        answered = not offered and not self._room.isHidden()
        self._area.setVisible(not offered)
        self._room.setVisible(offered)
        self.opslaan.setEnabled(not offered)
        if answered and self._first is not None:
            self._first.setFocus(Qt.FocusReason.OtherFocusReason)
