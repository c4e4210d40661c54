"""One talk in the list: its day, kind, with whom, and what it waits for."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.datums import dag_kort
from svp_desktop.domain.gesprekken import Gesprek, GesprekWacht
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.labels import label
from svp_desktop.ui.tabs.casussen.rows import wanneer
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Label, col, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.painted import Pill


class GesprekRij(QWidget):
    """`opened` carries the id of the talk."""

    opened = Signal(int)

    def __init__(self, gesprek: Gesprek, wachttijd: GesprekWacht | None, today: date) -> None:
        super().__init__()
        self.gesprek = gesprek
        inhoud = gesprek.inhoud
        day = Label(dag_kort(gesprek.datum), "muted")
        day.setFixedWidth(scaled(76))
        title = link(label(inhoud.soort), tip=f"Gesprek openen: {label(inhoud.soort)}", tight=True)
        who = ElidedLabel(f"met {gesprek.persoon}" if gesprek.persoon else inhoud.tekst.aanwezig, "muted")
        text = " ".join((inhoud.tekst.verslag or inhoud.tekst.inbreng).split())
        body = col(row(title, (who, 1), spacing=8), Flow(*self._pills(wachttijd, today), gap=6), spacing=4)
        if text:
            body.addWidget(ElidedLabel(text))
        self.setLayout(row((day, TOP), (body, 1), spacing=8))
        title.clicked.connect(self._open)

    def _pills(self, wachttijd: GesprekWacht | None, today: date) -> list[QWidget]:
        inhoud, made = self.gesprek.inhoud, []
        if self.gesprek.open:
            if inhoud.gepland_op is not None:
                late = inhoud.gepland_op < today
                words = f"gepland, {wanneer(inhoud.gepland_op, today)}"
                made.append(Pill(words, "triangle-alert" if late else "calendar", "danger" if late else "muted"))
            else:
                made.append(Pill("nog niet gepland", "circle", "warn"))
            if wachttijd is not None:
                made.append(Pill(str(wachttijd), "clock", "muted"))
            return list(made)
        if inhoud.esis_op is not None:
            made.append(Pill(f"in Esis gezet op {dag_kort(inhoud.esis_op)}", "circle-check", "ok"))
        else:
            made.append(Pill("nog niet in Esis", "circle", "muted"))
        if inhoud.inzage is not Inzage.ONBEKEND:
            made.append(
                Pill(f"inzage ouders: {label(inhoud.inzage)}", "eye" if inhoud.inzage is Inzage.JA else "eye-off")
            )
        return list(made)

    @Slot()
    def _open(self) -> None:
        self.opened.emit(self.gesprek.id)
