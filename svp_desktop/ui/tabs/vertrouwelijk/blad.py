"""An opened dossier: what is written in it, the newest first, and what can be done with it."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import DossierBlad
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwelijk import Zaak
from svp_desktop.domain.vertrouwenswerk import ZaakStapInhoud
from svp_desktop.ui.form_page import offer_draft
from svp_desktop.ui.tabs.vertrouwelijk.kaarten import ZaakKaarten
from svp_desktop.ui.tabs.vertrouwelijk.notitie import Notitie
from svp_desktop.ui.tabs.vertrouwelijk.sluiten import SluitPaneel
from svp_desktop.ui.widgets.base import Icon, clear, col, label, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow, crumb

#: So many notes are shown at first; older ones when they are asked for.
WINDOW = 40
_CLOSED = "U kunt het dossier lezen. Heropen het om iets te schrijven."
_NOTHING = "Nog geen aantekeningen in dit dossier."


class DossierPage(QWidget):
    """`back` to the list. For the dossier: `add`, `edit`, `close_wanted` (how it ended), `reopen_wanted`,
    `withdraw_wanted`. For a note, with its id: `correct`, `take_away`, `put_back`, `paper_wanted`. `resume_wanted` and
    `throw_wanted` answer an offered draft."""

    back = Signal()
    add = Signal()
    edit = Signal()
    close_wanted = Signal(object)
    reopen_wanted = Signal()
    withdraw_wanted = Signal()
    correct = Signal(int)
    take_away = Signal(int)
    put_back = Signal(int)
    paper_wanted = Signal(int)
    resume_wanted = Signal()
    throw_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._blad: DossierBlad | None = None
        self._steps: Mapping[int, ZaakStapInhoud] = {}
        self._count, self._writable = WINDOW, False
        self.crumb = crumb("Alle dossiers")
        self._lock = label("", "muted")
        self._edit = button("Wie en wat", "pencil")
        self._close = button("Dossier sluiten", "archive")
        self._reopen = primary("Heropenen", "lock-open")
        self.nieuw = primary("Nieuwe aantekening", "plus", tip="Nieuwe aantekening (Ctrl+N)")
        self.title = TitleRow("", "", self._edit, self._close, self._reopen, self.nieuw)
        self.notice = Notice(State.INFO, "")
        self.closed = Notice(State.INFO, "", _CLOSED)
        self.open_punten = Notice(State.LET_OP, "")
        self._notes = col(spacing=10)
        self._older = link("")
        self._empty = EmptyState("lock", _NOTHING)
        self._begun = label("", "muted")
        foot = row(Icon("book-open", "muted", 15), self._begun, None, margins=(16, 2, 16, 2), spacing=8)
        self.kaarten, self.sluiten = ZaakKaarten(), SluitPaneel()
        left = col(self._empty, self._notes, row(self._older, None), foot, None, spacing=10)
        body = row((left, 5), (self.kaarten, 3), spacing=12)
        self._scroll = scroll(col(self.sluiten, (body, 1), spacing=8))
        head = row(self.crumb, None, Icon("lock", "muted", 15), self._lock, spacing=6)
        notices = col(self.notice, self.open_punten, self.closed, spacing=6)
        self.setLayout(col(head, self.title, 4, notices, 2, (self._scroll, 1), margins=(16, 2, 16, 12), spacing=4))
        self.open_punten.hide()
        self.notice.hide()
        self._connect()

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.back)
        self.nieuw.clicked.connect(self.add)
        self._edit.clicked.connect(self.edit)
        self._close.clicked.connect(self._ask_how)
        self.sluiten.close_wanted.connect(self.close_wanted)
        self.kaarten.withdraw_wanted.connect(self.withdraw_wanted)
        self.kaarten.edit_wanted.connect(self.edit)
        self._reopen.clicked.connect(self.reopen_wanted)
        self._older.clicked.connect(self._show_older)

    @Slot()
    def _ask_how(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self.sluiten.open()

    def set_lock_minutes(self, minutes: int) -> None:
        """How soon the program locks while this is on the screen."""
        self._lock.setText(f"Vergrendelt na {minutes} {'minuut' if minutes == 1 else 'minuten'}")

    def show_blad(self, blad: DossierBlad, zaak: Zaak, stappen: Mapping[int, ZaakStapInhoud]) -> None:
        """Show this dossier; another one begins at the top, with its newest notes."""
        if self._blad is None or self._blad.dossier.id != blad.dossier.id:
            self._count = WINDOW
            self._scroll.verticalScrollBar().setValue(0)
        self._blad, self._steps = blad, stappen
        self.sluiten.hide()
        self.kaarten.show_zaak(zaak)
        dossier, writable, free = blad.dossier, zaak.schrijfbaar, not zaak.alleen_lezen
        whom = f"{dossier.naam}, {dossier.groep}" if dossier.groep else dossier.naam
        self.title.set_title(f"Dossier {dossier.nummer}", whom)
        for part, shown in (
            (self._edit, writable), (self._close, not dossier.gesloten and free), (self.nieuw, writable),
            (self._reopen, dossier.gesloten and free), (self.closed, dossier.gesloten),
        ):  # fmt: skip
            part.setVisible(shown)
        self._begun.setText(f"Dossier geopend op {datums.lijst(dossier.geopend_op)}")
        if dossier.gesloten_op is not None:
            ended = f": {word(zaak.afloop).lower()}" if zaak.afloop else ""
            self.closed.show_message(State.INFO, f"Gesloten op {datums.lijst(dossier.gesloten_op)}{ended}", _CLOSED)
        points = zaak.open_punten()
        self.open_punten.setVisible(bool(points))
        self.open_punten.show_message(State.LET_OP, "Nog te doen", " ".join(points))
        self._fill(writable=writable)

    def forget(self) -> None:
        """Nothing of the dossier stays on the page."""
        self._blad, self._steps = None, {}
        self.title.set_title("", "")
        for part in (self.notice, self.open_punten, self.sluiten):
            part.hide()
        self.open_punten.show_message(State.LET_OP, "")
        self.kaarten.forget()
        clear(self._notes)

    def take_keyboard(self) -> None:
        """The keyboard begins with what can be done here, or with the way back."""
        verbs = (part for part in (self.nieuw, self._reopen) if not part.isHidden())
        next(verbs, self.crumb).setFocus(Qt.FocusReason.OtherFocusReason)

    def notes(self) -> list[Notitie]:
        """The notes on the page, in order."""
        found = (self._notes.itemAt(number) for number in range(self._notes.count()))
        return [part for item in found if item is not None and isinstance(part := item.widget(), Notitie)]

    def offer_draft(self, moment: datetime, what: str) -> None:
        """Something was being typed here: go on with it, or throw it away."""
        offer_draft(self.notice, moment, what, self.resume_wanted, self.throw_wanted)

    def _fill(self, *, writable: bool) -> None:
        assert self._blad is not None
        clear(self._notes)
        self._writable, notes = writable, self._blad.aantekeningen
        for note in notes[: self._count]:
            shown = Notitie(note, self._steps.get(note.id, ZaakStapInhoud()), running=writable)
            shown.correct.connect(self.correct)
            shown.take_away.connect(self.take_away)
            shown.put_back.connect(self.put_back)
            shown.paper_wanted.connect(self.paper_wanted)
            self._notes.addWidget(shown)
        left = len(notes) - self._count
        self._older.setVisible(left > 0)
        self._older.setText(f"Oudere aantekeningen ({left})")
        self._empty.setVisible(not notes)

    @Slot()
    def _show_older(self) -> None:
        self._count += WINDOW
        self._fill(writable=self._writable)
