"""Looking at every piece of a dossier: a list of pieces, the words of one, and what becomes black in it."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from svp_desktop.domain.inzagedossier import DELEN, DossierStuk, Lakwerk, per_deel
from svp_desktop.ui.tabs.casussen.dossier.vel import TekstVel
from svp_desktop.ui.theme import font, icon, scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, col, framed, holder, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.notice import Notice, State

_UITLEG = "Golvend onderstreept kan een naam zijn. Kies een woord of selecteer tekst. Z maakt zwart, W haalt zwart weg."
_MOST = 12
_CODE = Qt.ItemDataRole.UserRole


class Nakijken(QWidget):
    """`changed(InzageConcept)` for every choice of the user."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.werk: Lakwerk | None = None
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Onderdelen van het dossier")
        self.lijst.setIconSize(QSize(16, 16))  # at 150 percent Qt would draw them larger, and blurred
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.vel = TekstVel()
        self.kop, self.teller = ElidedLabel("", "h2"), Label("", "muted")
        self.zwart = button("Zwart maken", "eye-off", tip="Zwart maken wat gekozen is (Z)")
        self.weg = button("Weghalen", "eye", tip="Zwart weghalen (W)")
        self.melding = Notice(State.INFO, "", compact=True)
        self.namen = Label("", "small", wrap=True)
        self._word = ""
        self._build()
        self.lijst.currentItemChanged.connect(self._chosen)
        self.zwart.clicked.connect(self.make_black)
        self.weg.clicked.connect(self.make_light)
        self.vel.black_wanted.connect(self.make_black)
        self.vel.light_wanted.connect(self.make_light)
        self.vel.pointed.connect(self._pointed)
        # the view has the keyboard while somebody reads
        QShortcut(QKeySequence("Alt+Down"), self).activated.connect(self._down)
        QShortcut(QKeySequence("Alt+Up"), self).activated.connect(self._up)

    def _build(self) -> None:
        left = framed(self.lijst)
        left.setFixedWidth(min(scaled(336), 440))
        head = row((self.kop, 1), self.teller)
        tools = row(self.zwart, self.weg, (Label(_UITLEG, "small", wrap=True), 1), spacing=8)
        right = col(head, tools, self.melding, (framed(self.vel), 1), self.namen, spacing=6)
        self.setLayout(row(left, (holder(right), 1), spacing=12))
        self.melding.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # after unlocking the list gets its height when its piece was chosen already
        item = self.lijst.currentItem()
        if item is not None:
            self.lijst.scrollToItem(item)

    # -- showing

    def show_work(self, werk: Lakwerk) -> None:
        """Show this dossier, at its first piece that nobody looked at."""
        self.werk = werk
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for part, pieces in per_deel(werk.dossier.stukken).items():
            head = QListWidgetItem(DELEN[part])
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lijst.addItem(head)
            for piece in pieces:
                item = QListWidgetItem()
                item.setData(_CODE, piece.code)
                self.lijst.addItem(item)
        self.lijst.blockSignals(False)
        self._mark_all()
        left = werk.open_stukken()
        first = left[0] if left else werk.dossier.stukken[0] if werk.dossier.stukken else None
        if first is not None:
            self.go_to(first.code)

    def update_work(self, werk: Lakwerk) -> None:
        """The same pieces, other choices."""
        self.werk = werk
        self._mark_all()
        self._show_piece()

    def stuk(self) -> DossierStuk | None:
        """The piece that is shown."""
        item = self.lijst.currentItem()
        code = item.data(_CODE) if item is not None else None
        pieces = self.werk.dossier.stukken if self.werk is not None else ()
        return next((piece for piece in pieces if piece.code == code), None)

    def go_to(self, code: str) -> None:
        """Show this piece."""
        for at in range(self.lijst.count()):
            if self.lijst.item(at).data(_CODE) == code:
                self.lijst.setCurrentRow(at)
                return

    def seen(self) -> None:
        """This piece was looked at: on to the next that was not."""
        piece = self.stuk()
        if piece is None or self.werk is None:
            return
        self.changed.emit(self.werk.vink(piece))
        order = [one.code for one in self.werk.dossier.stukken]
        here = order.index(piece.code)
        waiting = [one.code for one in self.werk.open_stukken()]
        following = [code for code in order[here + 1 :] + order[:here] if code in waiting]
        if following:
            self.go_to(following[0])
        self.vel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_all(self) -> None:
        assert self.werk is not None
        pieces = {piece.code: piece for piece in self.werk.dossier.stukken}
        for at in range(self.lijst.count()):
            item = self.lijst.item(at)
            piece = pieces.get(item.data(_CODE))
            if piece is None:
                continue
            done = self.werk.is_nagekeken(piece)
            item.setText(piece.kop)
            item.setToolTip(piece.kop)
            item.setFont(font(10, 600 if at == self.lijst.currentRow() else 400))
            item.setIcon(icon("circle-check" if done else "circle", "ok" if done else "control", 16))
            state = "nagekeken" if done else "nog nakijken"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{piece.kop}, {state}")

    @Slot()
    def _chosen(self) -> None:
        self._word = ""
        if self.werk is not None:
            self._mark_all()
        self._show_piece()

    def _show_piece(self) -> None:
        piece, werk = self.stuk(), self.werk
        if piece is None or werk is None:
            return
        self.kop.setText(piece.kop)
        bars, doubts = werk.aantal_balken(piece), self._doubts(piece)
        words = [f"{bars} {'balk' if bars == 1 else 'balken'}"]
        words += [f"{len(doubts)} om naar te kijken"] if doubts else []
        self.teller.setText(", ".join(words))
        self.vel.show_piece(werk, piece)
        self._tell_names(piece, doubts)
        self._tell(piece)
        self._pointed()

    def _doubts(self, piece: DossierStuk) -> list[str]:
        assert self.werk is not None
        found = [t.tekst[one.van : one.tot] for t in piece.teksten for one in self.werk.twijfels(t)]
        return list(dict.fromkeys(found))

    def _tell_names(self, piece: DossierStuk, doubts: list[str]) -> None:
        """The same in words, for who cannot see black and wavy lines."""
        assert self.werk is not None
        black = [t.tekst[one.van : one.tot] for t in piece.teksten if not t.heel for one in self.werk.balken(t)]
        parts = [("Zwart", list(dict.fromkeys(black))), ("Kijk naar", doubts)]
        lines = [f"{name}: {', '.join(words[:_MOST])}." for name, words in parts if words]
        self.namen.setText(" ".join(lines))
        self.namen.setVisible(bool(lines))

    def _tell(self, piece: DossierStuk) -> None:
        """What is black as a whole and why; or that a word which was just made black stands elsewhere too."""
        assert self.werk is not None
        left = self.werk.zichtbaar(self._word) if self._word else 0
        if left:
            more = link("Overal zwart maken")
            more.clicked.connect(self._everywhere)
            text = f"‘{self._word}’ staat nog {left} keer in dit dossier."
            self.melding.show_message(State.LET_OP, text, "", [more])
            self.melding.show()
            return
        whole = [one for one in piece.teksten if one.heel and self.werk.is_heel(one)]
        why = list(dict.fromkeys(one.heel for one in whole))
        self.melding.show_message(State.INFO, f"Helemaal zwart: {len(whole)}", " ".join(why))
        self.melding.setVisible(bool(whole))

    # -- what the user did

    @Slot()
    def _pointed(self) -> None:
        chosen = self.vel.keuze() if self.werk is not None and self.stuk() is not None else None
        self.zwart.setEnabled(chosen is not None and not chosen.zwart)
        self.weg.setEnabled(chosen is not None and chosen.zwart)

    @Slot()
    def make_black(self) -> None:
        """Black what is pointed at."""
        chosen = self.vel.keuze()
        if chosen is None or chosen.zwart or self.werk is None:
            return
        texts = {text.code: text.tekst for piece in self.werk.dossier.stukken for text in piece.teksten}
        werk = self.werk
        for code, balk in chosen.delen:
            werk = werk.met(werk.maak_zwart(code, balk))
        code, balk = chosen.delen[0]
        word = texts[code][balk.van : balk.tot]
        self._word = word if len(chosen.delen) == 1 and len(word.split()) <= 3 else ""
        self.changed.emit(werk.concept)

    @Slot()
    def make_light(self) -> None:
        """Take the black away that is pointed at."""
        chosen = self.vel.keuze()
        if chosen is None or not chosen.zwart or self.werk is None:
            return
        werk = self.werk
        for code, balk in chosen.delen:
            werk = werk.met(werk.maak_licht(code, balk))
        self._word = ""
        self.changed.emit(werk.concept)

    @Slot()
    def _everywhere(self) -> None:
        if self.werk is not None and self._word:
            word, self._word = self._word, ""
            self.changed.emit(self.werk.overal_zwart(word))
            self.vel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _down(self) -> None:
        self._step(1)

    @Slot()
    def _up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        at = self.lijst.currentRow() + by
        while 0 <= at < self.lijst.count():
            if self.lijst.item(at).data(_CODE):
                self.lijst.setCurrentRow(at)
                return
            at += by
