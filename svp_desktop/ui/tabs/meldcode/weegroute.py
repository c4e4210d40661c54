"""The five weighing questions as a route: down is on, right is Veilig Thuis (demands 129-130; law 3.2)."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.meldcode import WeegAntwoord
from svp_desktop.domain.meldcode_keuzes import JaNee, Weegvraag
from svp_desktop.domain.meldcode_weging import (
    VRAGEN,
    Bestemming,
    VraagStand,
    Weegroute,
    antwoord_woord,
    bestemming,
    waarheen,
)
from svp_desktop.domain.meldcode_woorden import MeldcodeWoorden
from svp_desktop.ui.theme import color, draw_icon, font, scaled
from svp_desktop.ui.widgets.base import Item, Label, col, label, row
from svp_desktop.ui.widgets.choice import Answer

_LEFT, _RIGHT, _PAD = 34, 40, 10


class VraagBlok(QWidget):
    """One question: in turn it is tinted and asks, answered it shows what was chosen and why, later only where its
    answers lead. `chosen(question, answer)` when an answer is pressed."""

    chosen = Signal(object, object)

    def __init__(self, stand: VraagStand, words: MeldcodeWoorden, *, running: bool) -> None:
        super().__init__()
        self.stand = stand
        self.answers: dict[JaNee, Answer] = {}
        vraag = stand.vraag
        asked = stand.antwoord.gevraagd if stand.antwoord else words.vraag(vraag)
        active = stand.aan_de_beurt and running
        together = "samen met Veilig Thuis" if stand.samen else ""
        head: list[Item] = [Label(word(vraag), "h3"), label(together, "small"), None]
        if not active and stand.antwoord is None:
            head += [label(_leads(vraag, keuze), _weight(vraag, keuze)) for keuze in (JaNee.JA, JaNee.NEE)]
        items: list[Item] = [row(*head, spacing=10), Label(asked, None if stand.bereikt else "muted", wrap=True)]
        if active:
            items.append(label(words.uitleg(vraag), "small", wrap=True))
        if active or stand.antwoord is not None:
            items.append(self._buttons(running))
        if stand.antwoord is not None:
            items.append(label(_reden(stand.antwoord), "small", wrap=True))
        self.active = active
        self.setLayout(col(*items, margins=(_PAD, 8 if active else 2, _PAD, 10 if active else 2), spacing=4))
        number = VRAGEN.index(vraag) + 1
        self.setAccessibleName(f"Vraag {number}, {word(vraag)}: {asked}")

    def _buttons(self, running: bool) -> Item:
        for keuze in (JaNee.NEE, JaNee.JA):
            to = waarheen(self.stand.vraag, keuze)
            made = Answer(antwoord_woord(self.stand.vraag, keuze), to, strong=to == "melden")
            made.setEnabled(running)
            made.clicked.connect(self._pressed)
            self.answers[keuze] = made
        self._show_chosen()
        return row(*[(made, 1) for made in self.answers.values()], spacing=8)

    def _show_chosen(self) -> None:
        given = self.stand.antwoord
        for keuze, made in self.answers.items():
            made.setChecked(given is not None and given.keuze is keuze)

    @Slot()
    def _pressed(self) -> None:
        """An answer is given in the form, with its reasons: until then nothing is chosen."""
        pressed = self.sender()
        self._show_chosen()
        for keuze, made in self.answers.items():
            if made is pressed:
                self.chosen.emit(self.stand.vraag, keuze)

    def rail_y(self) -> float:
        """At which height the answer that leads to Veilig Thuis stands."""
        made = next(iter(self.answers.values()), None)
        return made.y() + made.height() / 2 if made is not None else scaled(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.active:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("soft"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)


class RouteBeeld(QWidget):
    """The questions under each other; at the left the way down, at the right one rail of every answer that means
    *melden*. `chosen(question, answer)`."""

    chosen = Signal(object, object)

    def __init__(self, route: Weegroute, words: MeldcodeWoorden, *, running: bool) -> None:
        super().__init__()
        self.blokken = [VraagBlok(stand, words, running=running) for stand in route.standen]
        self.setLayout(col(*self.blokken, None, margins=(_LEFT, 0, _RIGHT, 0), spacing=10))
        for blok in self.blokken:
            blok.chosen.connect(self.chosen)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._down(painter)
        self._rail(painter)

    def _down(self, painter: QPainter) -> None:
        """The numbers and the way from one to the next."""
        middles = [QPointF(14, blok.y() + (scaled(19) if blok.active else scaled(12))) for blok in self.blokken]
        for blok, here, there in zip(self.blokken, middles, middles[1:], strict=False):
            given = blok.stand.antwoord
            on = given is not None and bestemming(blok.stand.vraag, given.keuze) is Bestemming.VERDER
            pen = QPen(color("ink" if on else "control"), 2 if on else 1.2)
            if not on:
                pen.setDashPattern([3, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(here.x(), here.y() + 12), QPointF(there.x(), there.y() - 12))
        for number, (blok, here) in enumerate(zip(self.blokken, middles, strict=True), 1):
            self._ring(painter, here, number, blok.stand)

    @staticmethod
    def _ring(painter: QPainter, here: QPointF, number: int, stand: VraagStand) -> None:
        done = stand.antwoord is not None
        painter.setPen(QPen(color("ink" if done else "accent" if stand.aan_de_beurt else "control"), 2))
        painter.setBrush(color("ink" if done else "surface"))
        painter.drawEllipse(here, 10.5, 10.5)
        if done:
            draw_icon(painter, "check", "surface", here.x() - 7, here.y() - 7, 14)
            return
        painter.setFont(font(9, 700))
        painter.setPen(color("text" if stand.aan_de_beurt else "muted"))
        painter.drawText(QRectF(here.x() - 10, here.y() - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, str(number))

    def _rail(self, painter: QPainter) -> None:
        x, top = self.width() - 16.5, 0.0
        for blok in self.blokken[1:]:
            y = blok.y() + blok.rail_y()
            top = top or y
            pen = QPen(color("ink"), 1.6)
            if not blok.active and blok.stand.antwoord is None:
                pen.setDashPattern([3, 2])
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(self.width() - _RIGHT + 2, y), QPointF(x, y))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("ink"))
            painter.drawEllipse(QPointF(x, y), 3.2, 3.2)
        painter.setPen(QPen(color("ink"), 2))
        bottom = self.height() - 1.0
        painter.drawLine(QPointF(x, top), QPointF(x, bottom - 6))
        painter.setPen(Qt.PenStyle.NoPen)
        arrow = [QPointF(x - 5, bottom - 7), QPointF(x + 5, bottom - 7), QPointF(x, bottom)]
        painter.drawPolygon(QPolygonF(arrow))


def _leads(vraag: Weegvraag, keuze: JaNee) -> str:
    return f"{antwoord_woord(vraag, keuze).lower()}: {waarheen(vraag, keuze)}"


def _weight(vraag: Weegvraag, keuze: JaNee) -> str:
    return "lead" if bestemming(vraag, keuze) is Bestemming.MELDEN else "small"


def _reden(given: WeegAntwoord) -> str:
    with_whom = f" Besproken met {given.overleg}." if given.overleg else ""
    return f"{given.reden}{'' if given.reden.endswith('.') else '.'}{with_whom} {given.door}, {_wanneer(given)}"


def _wanneer(given: WeegAntwoord) -> str:
    return f"{datums.dag_kort(given.op.date())} {datums.tijd_kort(given.op.time())}"
