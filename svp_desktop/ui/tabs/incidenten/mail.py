"""*Plakken uit mail*: the e-mail of a colleague at the left, what was read in it at the right (demand 32).

Nothing is recorded here: *Overnemen* opens the form with the proposal. What was pasted stays as a draft until then.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.mailvoorstel import Mailvoorstel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten import concept
from svp_desktop.ui.tabs.incidenten.mail_voorstel import VoorstelPaneel
from svp_desktop.ui.theme import color
from svp_desktop.ui.widgets.base import Label, card, col, row, scroll
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.fields import Area
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb

MAIL = "incident:mail"
_TEKST = "mail"
_MAX_FILE = 20_000_000
_READ_AFTER_MS = 250
_LEEG = "Plak hier de hele mail (Ctrl+V). Een bestand van de mail (.eml of .txt) hierheen slepen kan ook."


class MailVeld(Area):
    """The field that a mail is pasted in: words only, and the words of a file that is dropped."""

    file_dropped = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(placeholder=_LEEG, height=200, name="Tekst van de mail")
        self._context = context

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml() or source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.file_dropped.emit(files[0])
            return
        text = source.text() if source.hasText() else source.html()
        self.textCursor().insertText(self._context.werkplek.mail.leesbaar(text))


_REPLACE = Question(
    "U was nog bezig met een ander incident.",
    "Neemt u deze mail over, dan gaat dat concept weg. "
    "Anders blijft de mail hier staan, en slaat u eerst het andere incident op.",
    "Concept vervangen",
    "Terug naar de mail",
    danger=True,
)


class MailPage(QWidget):
    """`draft_ready(IncidentDraft, names)` when the user takes the proposal over, with the names about which nothing was
    chosen; `closed()` to go back."""

    draft_ready = Signal(object, object)
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.mail
        self._voorstel: Mailvoorstel | None = None
        self.keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, lambda: "Een mail")
        self.crumb, self.state = crumb("Alle incidenten"), Saved()
        self.sjabloon = button("Sjabloon voor collega’s", "copy", tip="Kopieert een lege mail om in te vullen")
        self.overnemen = primary(
            "Overnemen in een nieuw incident", "check", tip="U kijkt het daarna na en slaat het op"
        )
        self.notice = Notice(State.BLOK, "", compact=True)
        self.notice.hide()
        self.veld, self.voorstel = MailVeld(context), VoorstelPaneel()
        hint = Label(
            "Wat gemarkeerd is, is gelezen als dag, tijd, plaats, naam of letterlijke woorden.", "small", wrap=True
        )
        left = card((self.veld, 1), hint, title="De mail")
        self.setLayout(
            col(
                row(self.crumb, None),
                TitleRow("Plakken uit mail", "", self.state, self.sjabloon, self.overnemen),
                self.notice,
                (GivesWay(row((left, 1), (scroll(self.voorstel), 1), spacing=12), low=310), 1),
                margins=(16, 6, 16, 12),
                spacing=6,
            )
        )
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_READ_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._wait.timeout.connect(self.read)
        self.crumb.clicked.connect(self.closed)
        self.sjabloon.clicked.connect(self._copy_template)
        self.overnemen.clicked.connect(self.take_over)
        self.veld.textChanged.connect(self._edited)
        self.veld.file_dropped.connect(self.open_file)
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._failed)

    def start(self) -> None:
        """Show the page, with the mail that was pasted before and not used yet."""
        self.keeper.rest()
        self.notice.hide()
        found = self._context.werkplek.concepten.lees(MAIL)
        self.veld.setText(str(found.inhoud.get(_TEKST, "")) if found else "")
        self.state.show_text("")
        self.keeper.watch(MAIL)
        self.read()
        self.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Write what was pasted now. Raises UserFacing."""
        self.keeper.flush()

    @Slot()
    def read(self) -> None:
        """Read the text again and show what was found."""
        self._wait.stop()
        text = self.veld.text()
        self._voorstel = self._service.stel_voor(text) if text.strip() else None
        self.voorstel.show_proposal(self._voorstel)
        self.overnemen.setEnabled(self._voorstel is not None)
        self._mark()

    def _mark(self) -> None:
        """Colour what was used, when the text is what was read letter by letter."""
        marks: list[QTextEdit.ExtraSelection] = []
        found = self._voorstel
        text = self.veld.text()
        # beyond the first plane Qt counts two signs where Python counts one
        if found is not None and text == found.inhoud.tekst and max(text, default="") <= "\uffff":
            look = QTextCharFormat()
            look.setBackground(color("soft"))
            look.setForeground(color("text"))
            look.setFontUnderline(True)
            for piece in found.inhoud.gebruikt:
                mark = QTextEdit.ExtraSelection()
                mark.format = look
                cursor = QTextCursor(self.veld.document())
                cursor.setPosition(piece.van)
                cursor.setPosition(piece.tot, QTextCursor.MoveMode.KeepAnchor)
                mark.cursor = cursor
                marks.append(mark)
        self.veld.setExtraSelections(marks)

    @Slot()
    def take_over(self) -> None:
        """Hand the proposal to the form. The pasted text is not needed any more: its words stand in the form."""
        self.read()
        if self._voorstel is None or not self._may_replace():
            return
        try:
            draft = self._service.draft(self._voorstel, self.voorstel.chosen(), self.voorstel.voices())
            self.keeper.throw_away()
        except UserFacing as error:
            self._failed(error)
            return
        self.draft_ready.emit(draft, self.voorstel.open_names())

    def _may_replace(self) -> bool:
        """Whether an incident that somebody was still typing may make place; without one there is nothing to ask."""
        kept = concept.vind(self._context.werkplek.concepten, concept.NIEUW)
        return kept is None or self._context.ask.question(self, _REPLACE)

    @Slot(str)
    def open_file(self, name: str) -> None:
        """Read a dropped file; the field then holds its words."""
        try:
            with Path(name).open("rb") as file:
                data = file.read(_MAX_FILE)
        except OSError:
            self.notice.show_message(
                State.BLOK, "Dit bestand kan niet gelezen worden.", "Open de mail en plak de tekst."
            )
            self.notice.show()
            return
        self.notice.hide()
        cursor = self.veld.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self._service.uit_bestand(data))

    @Slot()
    def _copy_template(self) -> None:
        QGuiApplication.clipboard().setText(self._service.sjabloon())
        self._context.bar.say("Het sjabloon is gekopieerd. Plak het in een mail aan uw collega.")

    @Slot()
    def _edited(self) -> None:
        self.keeper.edited()
        self._wait.start()

    def _content(self) -> dict[str, Any] | None:
        text = self.veld.text()
        return {_TEKST: text} if text.strip() else None

    @Slot(object)
    def _kept(self, moment: datetime) -> None:
        self.state.show_saved(moment, "Mail bewaard")

    @Slot(object)
    def _failed(self, error: UserFacing) -> None:
        self.notice.show_error(error)
        self.notice.show()
