"""One herstelgesprek in the list: its day, who is in it, and what of it waits."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.herstelgesprek import HerstelAfspraak, Herstelgesprek, HerstelStand
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_soorten import PapierBron
from svp_desktop.ui.tabs.casussen.papieren import PapierenMenu
from svp_desktop.ui.tabs.casussen.rows import wanneer
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Label, col, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import TaskRow
from svp_desktop.ui.widgets.painted import Pill


class HerstelRij(QWidget):
    """`opened` carries the id of the talk, `ticked` also the number of an appointment and whether it is done, `paper`
    the code of a kind of paper with the id."""

    opened = Signal(int)
    ticked = Signal(int, int, bool)
    paper = Signal(str)

    def __init__(self, gesprek: Herstelgesprek, today: date, *, may_change: bool) -> None:
        super().__init__()
        self.gesprek = gesprek
        inhoud = gesprek.inhoud
        when = inhoud.gehouden_op or inhoud.gepland_op
        day = Label(dag_kort(when) if when else "geen dag", "muted")
        day.setFixedWidth(scaled(76))
        self.titel = link("Herstelgesprek", tip="Herstelgesprek openen", tight=True)
        who = ElidedLabel(", ".join(item.naam for item in inhoud.tekst.deelnemers), "muted")
        body = col(row(self.titel, (who, 1), spacing=8), Flow(*self._pills(today), gap=6), spacing=4)
        text = " ".join((inhoud.tekst.evaluatie or inhoud.tekst.gebaar).split())
        if text:
            body.addWidget(ElidedLabel(text))
        self.afspraken = [self._appointment(*item, today, may_change) for item in enumerate(inhoud.nazorg.afspraken)]
        for line in self.afspraken:
            body.addWidget(line)
        papers = PapierenMenu()
        papers.show_papers(PapierBron.HERSTELGESPREK)
        papers.wanted.connect(self._paper)
        self.papieren = button("Papieren", menu=papers, small=True, tip="Agenda, voorbereiding, uitnodiging en verslag")
        self.papieren.setEnabled(may_change)
        self.setLayout(row((day, TOP), (body, 1), (self.papieren, TOP), spacing=8))
        self.titel.clicked.connect(self._open)

    def _pills(self, today: date) -> list[QWidget]:
        inhoud, after, stand = self.gesprek.inhoud, self.gesprek.inhoud.nazorg, self.gesprek.stand
        if stand is HerstelStand.VOORBEREIDEN:
            return [Pill("in voorbereiding", "circle", "warn")]
        if inhoud.gehouden_op is None:
            late = inhoud.gepland_op is not None and inhoud.gepland_op < today
            words = f"gepland, {wanneer(inhoud.gepland_op, today)}" if inhoud.gepland_op else ""
            at = f", {inhoud.tekst.tijd} uur" if inhoud.tekst.tijd else ""
            return [Pill(words + at, "triangle-alert" if late else "calendar", "danger" if late else "muted")]
        made: list[QWidget] = [Pill(label(HerstelStand.KLAAR), "circle-check", "ok")] if self._ready() else []
        if inhoud.tekst.toch_verder:
            made.append(Pill("niet alles was klaar", "info", "muted"))
        if inhoud.tekst.gebaar and after.ontvangen_op is not None:
            made.append(Pill("gebaar ontvangen", "heart-handshake", "ok"))
        elif inhoud.tekst.gebaar:
            done = after.gebaar_op is not None
            made.append(Pill("gebaar nog niet ontvangen" if done else "gebaar nog niet gedaan", "circle", "warn"))
        if not inhoud.tekst.evaluatie and after.evaluatie_op is not None:
            late = after.evaluatie_op < today
            words = f"terugkijken, {wanneer(after.evaluatie_op, today)}"
            made.append(Pill(words, "triangle-alert" if late else "calendar", "danger" if late else "muted"))
        elif not inhoud.tekst.evaluatie:
            made.append(Pill("nog niet teruggekeken", "circle", "muted"))
        return made

    def _appointment(self, number: int, item: HerstelAfspraak, today: date, may_change: bool) -> TaskRow:
        late = item.wacht and item.wanneer is not None and item.wanneer < today
        due = wanneer(item.wanneer, today) if item.wanneer else "geen dag"
        done = item.gedaan_op is not None
        line = TaskRow(item.zin, f"gedaan {dag_kort(item.gedaan_op)}" if item.gedaan_op else due, late=late, done=done)
        line.box.setProperty("nummer", number)
        line.box.setToolTip("Weer openzetten" if done else "Afvinken als gedaan")
        line.box.setEnabled(may_change)
        line.box.clicked.connect(self._tick)
        return line

    @Slot(bool)
    def _tick(self, done: bool) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            self.ticked.emit(self.gesprek.id, box.property("nummer"), done)

    def _ready(self) -> bool:
        return self.gesprek.stand is HerstelStand.KLAAR

    @Slot(str)
    def _paper(self, soort: str) -> None:
        self.paper.emit(f"{soort}:{self.gesprek.id}")

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.gesprek.id)
