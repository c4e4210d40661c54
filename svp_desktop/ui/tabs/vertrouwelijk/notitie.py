"""One note in a dossier: what it was, when, with whom; who wrote it, and how it read before."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aantekening, AantekeningInhoud
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwenswerk import ZaakStapInhoud, ZaakStapSoort, uren
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Item, Label, card, col, holder, label, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.painted import Pill

#: A longer text is folded until it is asked for.
FOLDED = 1500
_WIDTH = 860
_WITH_PAPER = (ZaakStapSoort.VERWIJZING, ZaakStapSoort.KLACHT)


class Notitie(QWidget):
    """Shows one note; `correct`, `take_away`, `put_back`, `paper_wanted` carry its id. `running`: it may be changed."""

    correct = Signal(int)
    take_away = Signal(int)
    put_back = Signal(int)
    paper_wanted = Signal(int)

    def __init__(self, note: Aantekening, stap: ZaakStapInhoud, *, running: bool) -> None:
        super().__init__()
        self.note, self._step = note, stap
        self._text = Label(wrap=True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._unfold = link("Hele tekst", tight=True)
        self._earlier: QWidget | None = None
        self._history = link("", tight=True)
        gone = note.weggehaald_op is not None
        self.setLayout(col(self._gone(running) if gone else self._card(running)))
        self.setMaximumWidth(scaled(_WIDTH))
        self.setAccessibleName(_head(note.inhoud))

    def _card(self, running: bool) -> QWidget:
        note = self.note
        long = len(note.inhoud.tekst) > FOLDED
        self._text.setText(note.inhoud.tekst[:FOLDED] + " …" if long else note.inhoud.tekst)
        self._unfold.setVisible(long)
        self._unfold.clicked.connect(self._show_whole)
        self._history.setVisible(bool(note.eerder))
        self._history.setText(self._history_words())
        self._history.clicked.connect(self._toggle_history)
        head: list[Item] = [Pill(word(self._step.soort)), label(_when(note.inhoud), "lead")]
        if note.inhoud.met_wie:
            head.append((label(note.inhoud.met_wie, "muted", wrap=True), 1))
        else:
            head.append(None)
        foot: list[Item] = [(label(self._written(), "small", wrap=True), 1), self._history]
        if self._step.soort in _WITH_PAPER:
            sheet = link("Blad", tight=True, tip="Blad om mee te geven")
            sheet.setAccessibleName(f"Blad om mee te geven, {_head(note.inhoud)}")
            sheet.clicked.connect(self._paper)
            foot.append(sheet)
        if running:
            better, away = link("Verbeteren", tight=True), link("Weghalen", tight=True)
            better.setAccessibleName(f"Verbeteren, {_head(note.inhoud)}")
            away.setAccessibleName(f"Weghalen, {_head(note.inhoud)}")
            better.clicked.connect(self._correct)
            away.clicked.connect(self._take_away)
            foot += [better, away]
        special = _special(self._step)
        lines: list[Item] = [label(special, wrap=True)] if special else []
        self._body = col(*lines, self._text, row(self._unfold, None), spacing=4)
        return card(row(*head, spacing=10), self._body, 2, row(*foot, spacing=12), spacing=6)

    def _gone(self, running: bool) -> QWidget:
        note, moment = self.note, self.note.weggehaald_op
        assert moment is not None
        text = f"Aantekening van {datums.lijst(note.inhoud.datum)} weggehaald op {datums.lijst(moment.date())}"
        items: list[Item] = [Icon("trash-2", "muted", 15), label(text, "muted"), None]
        if running:
            back = link("Terugzetten", tight=True)
            back.clicked.connect(self._put_back)
            items.append(back)
        return holder(row(*items, margins=(16, 2, 16, 2), spacing=8))

    def _written(self) -> str:
        note = self.note
        verb = "Verbeterd" if note.eerder else "Vastgelegd"
        by = f" door {note.door}" if note.door else ""
        spent = f"{uren(self._step.minuten)} besteed. " if self._step.minuten else ""
        return f"{spent}{verb}{by} op {datums.lijst(note.op.date())} om {datums.tijd_kort(note.op.time())}"

    def _history_words(self) -> str:
        if self._earlier is not None:
            return "Eerdere tekst verbergen"
        count = len(self.note.eerder)
        return "Eerdere tekst" if count == 1 else f"{count} eerdere teksten"

    @Slot()
    def _show_whole(self) -> None:
        self._text.setText(self.note.inhoud.tekst)
        self._unfold.hide()

    @Slot()
    def _toggle_history(self) -> None:
        if self._earlier is not None:
            self._earlier.hide()
            self._earlier.deleteLater()
            self._earlier = None
        else:
            self._earlier = self._versions()
            self._body.addWidget(self._earlier)
        self._history.setText(self._history_words())

    def _versions(self) -> QWidget:
        parts: list[Item] = []
        for old in reversed(self.note.eerder):
            by = f" door {old.door}" if old.door else ""
            moment = f"{datums.lijst(old.op.date())} om {datums.tijd_kort(old.op.time())}"
            parts.append(label(f"{_head(old.inhoud)}. Geschreven{by} op {moment}:", "small", wrap=True))
            parts.append(label(old.inhoud.tekst, "muted", wrap=True))
        return card(*parts, sub=True, spacing=4)

    @Slot()
    def _paper(self) -> None:
        self.paper_wanted.emit(self.note.id)

    @Slot()
    def _correct(self) -> None:
        self.correct.emit(self.note.id)

    @Slot()
    def _take_away(self) -> None:
        self.take_away.emit(self.note.id)

    @Slot()
    def _put_back(self) -> None:
        self.put_back.emit(self.note.id)


def _when(inhoud: AantekeningInhoud) -> str:
    moment = f", {datums.tijd_kort(inhoud.tijd)}" if inhoud.tijd else ""
    return f"{datums.lijst(inhoud.datum)}{moment}"


def _head(inhoud: AantekeningInhoud) -> str:
    return f"{_when(inhoud)}, {inhoud.met_wie}" if inhoud.met_wie else _when(inhoud)


def _special(step: ZaakStapInhoud) -> str:
    """What a referral or help with a klacht tells beside its text."""
    if step.soort is ZaakStapSoort.VERWIJZING and step.naar and step.instemming:
        return f"Verwezen naar: {word(step.naar).lower()}. Toestemming: {word(step.instemming).lower()}."
    if step.soort is ZaakStapSoort.KLACHT and step.klacht_bij:
        return f"De klacht ligt bij: {step.klacht_bij}."
    return ""
