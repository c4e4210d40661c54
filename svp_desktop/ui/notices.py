"""What must be known right after unlocking, above the page: quiet, the heaviest first, and away when it was read."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.toegang import Ernst, Melding
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context
from svp_desktop.ui.renewal import NAMEN, SleutelLater, renew_keys, sweep_files
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Item, Label, clear, col, row, rule
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import State

_STATES = {Ernst.HOUDT_TEGEN: State.BLOK, Ernst.LET_OP: State.LET_OP, Ernst.IN_ORDE: State.OK}
_MOST = 3
_RENEW_AFTER = 1500
_TODAY, _BACKUPS, _SCHOOL = "vandaag", "reservekopie", "school"
_OLDER, _FAULT = "ouder:", "fout:"
#: Word on the button to the page of a message.
_GO = {
    _BACKUPS: "Naar Reservekopieën",
    "toegang": "Naar Accounts en toegang",
    "account": "Naar Mijn account",
    "spoor": "Naar Wie deed wat",
}


class Notices(QWidget):
    """A stack of at most three messages that folds to one line, and the line that says what can only be read.

    `page_requested(code)` for the page of a message. Messages that stay true come back at the next unlocking.
    """

    page_requested = Signal(str)

    def __init__(self, context: Context, has_page: Callable[[str], bool], window: QWidget) -> None:
        # without a parent it would be a window of its own until it has its place
        super().__init__(window)
        self._context, self._has_page = context, has_page
        self._messages: list[Melding] = []
        self._read: set[str] = set()
        self._folded = False
        self.read_only, self.read_only_text = self._build_read_only()
        self._head_icon = Icon("info", "accent", 16)
        self._head = ElidedLabel("", "lead")
        self.fold_button = link("Inklappen", tight=True)
        self._top = QWidget()
        self._top.setLayout(row(self._head_icon, (self._head, 1), self.fold_button, spacing=8))
        self._rows: QVBoxLayout = col(spacing=6)
        self._card = QFrame()
        self._card.setProperty("card", True)
        self._card.setLayout(col(self._top, self._rows, margins=(14, 6, 12, 6), spacing=4))
        self.setLayout(col(self.read_only, self._card, margins=(16, 8, 16, 0), spacing=6))
        self.setAccessibleName("Berichten")
        self.fold_button.clicked.connect(self.toggle)
        context.hub.changed.connect(self._changed)
        self._renewing = QTimer(self)
        self._renewing.setSingleShot(True)
        self._renewing.timeout.connect(self.renew)
        self._renewing.start(_RENEW_AFTER)
        self.reload()

    @staticmethod
    def _build_read_only() -> tuple[QFrame, Label]:
        text = Label("", wrap=True)
        made = QFrame()
        made.setProperty("banner", True)
        made.setLayout(row(Icon("eye", "accent", 16), (text, 1), margins=(14, 5, 12, 5), spacing=8))
        return made, text

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read the messages of now; those that were read in this session stay away."""
        werkplek = self._context.werkplek
        try:
            found = werkplek.meldingen()
            older = werkplek.alleen_lezen
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._messages = [one for one in found if one.sleutel not in self._read and not self._said_elsewhere(one)]
        self.read_only_text.setText(f"Alleen lezen: {_names(older)}. Wat u daar verandert, wordt niet bewaard.")
        self.read_only.setVisible(bool(older))
        self._show()

    def _said_elsewhere(self, message: Melding) -> bool:
        """Vandaag has its own lines for a backup and for the review of the school; a damaged school has its page."""
        if message.sleutel == f"{_FAULT}{_SCHOOL}":
            return True
        if not self._has_page(_TODAY):
            return False
        review = message.sleutel == "controle" and self._context.werkplek.spoor.te_controleren() == (_SCHOOL,)
        return review or message.sleutel == _BACKUPS

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if changes.touches(Topic.ACCOUNTS, Topic.SPOOR, Topic.RESERVEKOPIEEN):
            self.reload()

    def messages(self) -> tuple[Melding, ...]:
        """The messages that are shown or wait behind those."""
        return tuple(self._messages)

    # -- show

    def _show(self) -> None:
        clear(self._rows)
        many = len(self._messages)
        self.setVisible(bool(many) or not self.read_only.isHidden())
        self._card.setVisible(bool(many))
        if not many:
            return
        first = _STATES[self._messages[0].ernst]
        self._head_icon.set_icon(first.icon, first.token)
        rest = f" (en nog {many - 1})" if many > 1 else ""
        count = "1 bericht" if many == 1 else f"{many} berichten"
        self._head.setText(f"{self._messages[0].kop}{rest}" if self._folded else count)
        self._head_icon.setVisible(self._folded)
        self.fold_button.setText("Tonen" if self._folded else "Inklappen")
        self.fold_button.setAccessibleName(f"{self.fold_button.text()}: {count}")
        if self._folded:
            return
        for message in self._messages[:_MOST]:
            self._rows.addWidget(rule())
            self._rows.addWidget(self._row(message))
        if many > _MOST:
            self._rows.addWidget(Label(f"en nog {many - _MOST}", "muted"))

    def _row(self, message: Melding) -> QWidget:
        state = _STATES[message.ernst]
        words = col(Label(message.kop, "lead", wrap=True), Label(message.tekst, wrap=True), spacing=0)
        actions: list[Item] = list(self._actions(message))
        made = QWidget()
        icon = Icon(state.icon, state.token, 18, state.meaning)
        made.setLayout(row((icon, TOP), (words, 1), row(*actions, spacing=scaled(14)), spacing=10))
        made.setAccessibleName(f"{state.meaning}: {message.kop}")
        made.setAccessibleDescription(message.tekst)
        return made

    def _actions(self, message: Melding) -> list[QPushButton]:
        kind, holds = message.sleutel.partition(":")[2], message.sleutel.startswith((_OLDER, _FAULT))
        made: list[QPushButton] = []
        if message.pagina and self._has_page(message.pagina):
            older = message.sleutel.startswith(_OLDER)
            words = "Reservekopie terugzetten" if older else _GO.get(message.pagina, "Bekijken")
            made.append(self._action(words, message, partial(self.page_requested.emit, message.pagina)))
        if message.sleutel.startswith(_OLDER):
            made.append(self._action("Verder met deze kopie…", message, partial(self._accept, kind)))
        if not holds:
            made.append(self._action("Gelezen", message, partial(self._mark_read, message.sleutel)))
        return made

    @staticmethod
    def _action(words: str, message: Melding, act: Callable[[], None]) -> QPushButton:
        made = link(words, tight=True)
        made.setAccessibleName(f"{words}: {message.kop}")
        made.clicked.connect(act)
        return made

    # -- what the user did

    @Slot()
    def toggle(self) -> None:
        """Fold to one line, or open again."""
        self._folded = not self._folded
        self._show()

    @Slot()
    def fold(self) -> None:
        """To one line: the user went to work on a page."""
        if not self._folded:
            self.toggle()

    def _mark_read(self, sleutel: str) -> None:
        self._read.add(sleutel)
        # a copy that may only be read, or a full disk: then it is shown again at the next unlocking
        try:
            self._context.werkplek.gezien([sleutel])
        except UserFacing as error:
            self._context.bar.show_error(error)
        self.reload()

    def _accept(self, soort: str) -> None:
        question = Question(
            "Verder met deze oudere kopie?",
            "Wat daarna is vastgelegd, staat er niet in en komt niet terug. Hebt u een nieuwere reservekopie? Zet die "
            "dan terug. Iedereen die dit kan openen, ziet dat u verder bent gegaan.",
            "Verder met deze kopie",
            danger=True,
        )
        if not self._context.ask.question(self, question):
            return
        try:
            self._context.werkplek.aanvaard_ouder(soort)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(Changes.of(Topic.ACCOUNTS))
        self.reload()
        self._context.bar.say("U gaat verder met deze kopie. Opslaan kan weer.")

    @Slot()
    def renew(self) -> None:
        """Give a new key to what is due for one, without a word: whoever took a key away heard of it then."""
        renew_keys(self._context, self, said=_quietly, failed=_next_time)
        if "school" in self._context.werkplek.soorten - self._context.werkplek.alleen_lezen:
            sweep_files(self._context, self)

    @Slot()
    def stop(self) -> None:
        """The kluis is being locked."""
        self._renewing.stop()


def _names(kinds: frozenset[str]) -> str:
    names = [NAMEN.get(kind, "Een vertrouwelijk dossier") for kind in sorted(kinds)]
    return " en ".join(name[:1].lower() + name[1:] for name in names)


def _quietly(_sentence: str) -> None:
    """A key was renewed after unlocking: nothing to do for the user."""


def _next_time(_error: SleutelLater) -> None:
    """It stays due; the next unlocking tries again."""
