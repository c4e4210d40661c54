"""Third step: what would change, part by part, before anything is done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.terugzetten import TerugDeel, Vergelijking
from svp_desktop.ui.widgets.base import TOP, Icon, Item, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import escapes, link, primary
from svp_desktop.ui.widgets.notice import Notice, State

_BLIJFT = "Accounts en wachtwoorden blijven zoals ze nu zijn."
_TERUG = "Ook accounts en wachtwoorden worden die van de reservekopie."
_BEWAARD = "De gegevens van nu blijven ernaast bewaard. U kunt ze later verwijderen bij Reservekopieën."


class DeelRij(QWidget):
    """One part: a tick where there is a choice, otherwise an icon; what was, what is, what is lost."""

    def __init__(self, deel: TerugDeel, *, on: bool) -> None:
        super().__init__()
        self.deel = deel
        self.tick = QCheckBox(self)
        self.tick.setVisible(deel.te_kiezen)
        self.tick.setChecked(on)
        self.tick.setAccessibleName(f"{deel.titel} terugzetten")
        if deel.te_kiezen:
            mark: QWidget = self.tick
        elif deel.terug or deel.mee:
            mark = Icon("history", "accent", 17, "wordt teruggezet")
        else:
            mark = Icon("minus", "muted", 17, "blijft")
        items: list[Item] = [Label(deel.titel, "lead", wrap=True)]
        if deel.tellingen:
            items.append(Label(", ".join(telling.zin() for telling in deel.tellingen), wrap=True))
        self._effect = Label("", "muted", wrap=True)
        items.append(self._effect)
        self.tick.toggled.connect(self._show_effect)
        # a tick and an icon differ in width; the words beside them do not
        place = holder(row((mark, TOP), None))
        place.setFixedWidth(22)
        self.setLayout(row((place, TOP), (col(*items, spacing=2), 1), spacing=10, margins=(0, 4, 0, 4)))
        self._show_effect()

    def chosen(self) -> bool:
        """Whether this part is to be put back."""
        return self.deel.terug and (self.tick.isChecked() or not self.deel.te_kiezen)

    @Slot()
    def _show_effect(self) -> None:
        words = self.deel.sinds() if self.chosen() else self.deel.gevolg()
        lost = self.chosen() and (self.deel.kapot or bool(self.deel.regels_sinds))
        self._effect.set_role("warn" if lost else "muted")
        self._effect.setText(words)
        self._effect.setVisible(bool(words))


class BekijkPagina(QWidget):
    """`confirmed(frozenset of ids)` does it; `back_asked()` is one step back; `stop_asked()` stops the work."""

    confirmed = Signal(object)
    back_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._head = Label("", "h2", wrap=True)
        self._ring = Label("", "muted", wrap=True)
        self.notice = Notice(State.BLOK, "")
        self.notice.hide()
        self._list = col(spacing=4)
        self.rows: list[DeelRij] = []
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Voortgang van het terugzetten")
        self.stop = link("Stoppen")
        self.stop.clicked.connect(self.stop_asked)
        self._working = QWidget()
        self._working.setLayout(col(row(Label("Even geduld", "muted"), None, self.stop), self._bar, spacing=4))
        self.next = primary("Terugzetten", "history", big=True)
        self.back = escapes(link("Terug", "chevron-left"))
        self.next.clicked.connect(self._confirm)
        self.back.clicked.connect(self.back_asked)
        box = card(self._list, None, sub=True, margins=(14, 8, 14, 8))
        foot = row(self.back, None, self.next, spacing=12)
        self.setLayout(col(self._head, self._ring, self.notice, (scroll(col(box)), 1), self._working, foot, spacing=8))
        self.setFocusProxy(self.next)
        self.show_busy(False)

    def show_comparison(self, head: str, found: Vergelijking) -> None:
        """These parts, with the proposal ticked."""
        self._head.setText(head)
        self._ring.setText(f"{_BLIJFT if found.sleutelring_blijft else _TERUG} {_BEWAARD}")
        clear(self._list)
        proposed = found.voorstel()
        self.rows = [DeelRij(deel, on=deel.id in proposed) for deel in found.delen]
        for made in self.rows:
            made.tick.toggled.connect(self._update)
            self._list.addWidget(made)
        self.notice.hide()
        self.show_busy(False)
        self._update()

    def show_looking(self, head: str) -> None:
        """While both are read."""
        self._head.setText(head)
        self._ring.setText("Het programma kijkt wat er in de reservekopie staat en wat er nu is.")
        clear(self._list)
        self.rows = []
        self.notice.hide()
        self.show_busy(True)

    def show_busy(self, busy: bool, done: int = 0, total: int = 0) -> None:
        """While it is read or put back, how far that is."""
        self._bar.setRange(0, 1000 if total else 0)
        self._bar.setValue(1000 * done // total if total else 0)
        self._working.setVisible(busy)
        self.back.setEnabled(not busy)
        self.next.setEnabled(not busy)
        for made in self.rows:
            made.setEnabled(not busy)

    def show_error(self, error: UserFacing) -> None:
        """Why it was not done."""
        self.show_busy(False)
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _update(self) -> None:
        self.next.setEnabled(any(made.chosen() or made.deel.mee for made in self.rows))

    @Slot()
    def _confirm(self) -> None:
        self.confirmed.emit(frozenset(made.deel.id for made in self.rows if made.chosen()))
