"""One herstelgesprek in the list: its day, who is in it, and what of it waits."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.herstelgesprek import Herstelgesprek, HerstelStand
from svp_desktop.domain.labels import label
from svp_desktop.ui.tabs.casussen.rows import wanneer
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.painted import Pill


class HerstelRij(QWidget):
    """`opened` carries the id of the talk."""

    opened = Signal(int)

    def __init__(self, gesprek: Herstelgesprek, today: date) -> None:
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
        self.setLayout(row((day, TOP), (body, 1), spacing=8))
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

    def _ready(self) -> bool:
        return self.gesprek.stand is HerstelStand.KLAAR

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.gesprek.id)
