"""One pestzaak to read: the six tasks as a stage bar, and under it what is recorded (92-109)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLayout, QMenu, QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_signalen import Signaallijst, gezien
from svp_desktop.domain.pestzaak import PestStatus, PestTaak, TaakStand
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten import kaarten
from svp_desktop.ui.tabs.pesten.papieren import PapierenMenu, uitgereikt_kaart
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Item, Label, add, card, clear, col, holder, row, rule, scroll
from svp_desktop.ui.widgets.buttons import Kind, Segmented, button
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import TaskRow, TitleRow, crumb
from svp_desktop.ui.widgets.stage import StageBar, StageState, Step

_GEEN_CASUS = "Er loopt geen casus bij een van deze kinderen."
_CASUS = "Dezelfde ladder van acties geldt ook bij pesten. Koppel de casus van een kind dat erbij is."


class PestDetail(QWidget):
    """`wanted(part, record)` asks for a form: a task, toets, signaal, mensen, aanpak, stap, check, or the end of it."""

    left = Signal()
    wanted = Signal(str, int)
    casus_wanted = Signal(int)
    incident_wanted = Signal(int)
    kept_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.pestzaken
        self._beeld: PestBeeld | None = None
        self._lijst = Signaallijst.GEPEST
        self.crumb = crumb("Alle pestzaken")
        self.sluiten, self.heropenen = button("Afsluiten", "check"), button("Heropenen", "undo-2")
        self._menu = PapierenMenu()
        self.papieren = button("Papieren", menu=self._menu)
        self._title = TitleRow("", "", self.papieren, self.sluiten, self.heropenen)
        self.stages = StageBar([Step(word(one)) for one in PestTaak])
        self._columns = [col(spacing=12) for _ in range(3)]
        body = row(*((col(one, None), 1) for one in self._columns), spacing=12)
        self._scroll = scroll(holder(body))
        self.setLayout(
            col(row(self.crumb, None), self._title, self.stages, (self._scroll, 1), margins=(16, 6, 16, 12), spacing=8)
        )
        self.crumb.clicked.connect(self.left)
        self.stages.chosen.connect(self._task)
        self._menu.wanted.connect(self._paper)
        self.sluiten.clicked.connect(self._close)
        self.heropenen.clicked.connect(self._reopen)

    @property
    def beeld(self) -> PestBeeld:
        """What is shown."""
        assert self._beeld is not None
        return self._beeld

    def zaak_id(self) -> int:
        """Id of the pestzaak that is shown, or 0."""
        return self._beeld.zaak.id if self._beeld else 0

    def open(self, zaak_id: int) -> None:
        """Show this pestzaak. Raises NietGevonden, GeenToegang."""
        before = self.zaak_id()
        self._beeld = self._service.beeld(zaak_id)
        self._show()
        if before != zaak_id:
            self._scroll.verticalScrollBar().setValue(0)

    def _show(self) -> None:
        found = self.beeld
        zaak = found.zaak
        child = zaak.gepest
        facts = (
            zaak.groep, f"gemeld door {zaak.melder} op {datums.dag_maand(zaak.gemeld_op)}",
            f"coördinator: {zaak.coordinator}" if zaak.coordinator else "", word(zaak.status),
        )  # fmt: skip
        self._title.set_title(child.naam if child else zaak.titel, ", ".join(filter(None, facts)))
        self.sluiten.setVisible(zaak.open)
        self.heropenen.setVisible(not zaak.open)
        self.stages.set_steps([self._step(stand) for stand in found.standen])
        left, middle, right = self._columns
        self._fill(left, kaarten.toets_kaart(found, self._maak), kaarten.waar_kaart(found), self._verhaal())
        self._fill(middle, self._signalen(), self._aanpak(), self._koppelingen())
        self._fill(
            right, kaarten.mensen_kaart(found, self._maak), kaarten.nazorg_kaart(found, self._maak),
            uitgereikt_kaart(found, self.kept_wanted.emit), self._verloop(),
        )  # fmt: skip

    @staticmethod
    def _fill(layout: QLayout, *cards: QWidget) -> None:
        clear(layout)
        for one in cards:
            layout.addWidget(one)

    def _step(self, stand: TaakStand) -> Step:
        day = datums.dag_maand(stand.dag) if stand.dag else ""
        if stand.klaar:
            return Step(word(stand.taak), day, StageState.DONE)
        if stand.taak is PestTaak.VERWIJZEN:
            return Step(word(stand.taak), "als dat nodig is")
        now = stand.taak is self.beeld.bezig and self.beeld.zaak.status is not PestStatus.AFGESLOTEN
        lacks = f"nog {len(stand.mist)} te doen" if stand.mist else ""
        return Step(
            word(stand.taak), ", ".join(filter(None, (day, lacks))), StageState.NOW if now else StageState.LATER
        )

    def _maak(self, text: str, icon: str, part: str, record: int, kind: Kind) -> QPushButton:
        made = button(text, icon, kind)
        made.setProperty("deel", part)
        made.setProperty("record", record)
        made.clicked.connect(self._asked)
        return made

    # -- cards with verbs of their own

    def _verhaal(self) -> QWidget:
        """What was told and wanted, and what is still to be recorded in the task of now."""
        known, items = self.beeld.zaak.inhoud, list[Item]()
        for name, value in (
            ("Melding", known.melding), ("Opvang", known.opvang), ("Verhaal", known.verhaal),
            ("Wat het kind al deed", known.gedaan_kind), ("Wat de ouders al deden", known.gedaan_ouder),
            ("Wat de leerkracht al deed", known.gedaan_leerkracht), ("Gewenste situatie", known.gewenst),
            ("Klachtenregeling", known.klacht), ("Politie", known.politie), ("Wat de school leerde", known.geleerd),
        ):  # fmt: skip
            if value:
                items.append(col(Label(name, "label"), Label(value, wrap=True), spacing=1))
        stand = self.beeld.stand(self.beeld.bezig)
        if stand.mist and self.beeld.zaak.open:
            lacks = Label(f"Nog vast te leggen bij {word(stand.taak)}: {', '.join(stand.mist)}.", "muted", wrap=True)
            items += [rule(), lacks]
        return card(*items, title="Het verhaal")

    def _signalen(self) -> QWidget:
        found = self.beeld
        names = {Signaallijst.GEPEST: "Bij gepeste", Signaallijst.PESTER: "Bij pester"}
        parts = [
            (one, f"{names[one]}  {gezien(found.opgeteld[one])} van {len(found.opgeteld[one])}") for one in Signaallijst
        ]
        choice = Segmented(parts, self._lijst, small=True, name="Signalen bij wie")
        choice.changed.connect(self._list_chosen)
        self._lines = col(spacing=6)
        self._show_lines()
        legend = kaarten.waarnemers(found)
        end: list[Item] = [Label(legend, "small", wrap=True)] if legend else []
        if found.zaak.open:
            record = list(Signaallijst).index(self._lijst)
            end.append(row(self._maak("Signaal vastleggen", "plus", "signaal", record, Kind.PLAIN), None))
        return card(row(choice, None), self._lines, *end, title="Signalen", spacing=10)

    def _show_lines(self) -> None:
        clear(self._lines)
        for line in kaarten.signaal_regels(self.beeld, self._lijst):
            add(self._lines, line)

    def _aanpak(self) -> QWidget:
        found, items = self.beeld, list[Item]()
        if found.zaak.inhoud.aanpak:
            items.append(Label(", ".join(found.zaak.inhoud.aanpak), "h3", wrap=True))
        for step in found.stappen:
            content = step.inhoud
            done = content.gedaan_op is not None
            late = step.te_laat(found.today) and found.zaak.open
            line = TaskRow(
                content.omschrijving, datums.dag_maand(content.gedaan_op or content.datum), late=late, done=done
            )
            line.box.setEnabled(found.zaak.open)
            line.box.setProperty("stap", step.id)
            line.box.clicked.connect(self._ticked)
            with_whom = f"{word(content.soort)}, met {content.met_wie}" if content.met_wie else word(content.soort)
            items += [
                line,
                row(
                    scaled(24), Label(with_whom, "small"), None, self._maak("Wijzigen", "", "stap", step.id, Kind.LINK)
                ),
            ]
        if not found.stappen:
            items.append(Label("Nog geen actie en geen afspraak.", "muted"))
        if found.zaak.open:
            items.append(
                Flow(
                    self._maak("Aanpak beginnen", "list-ordered", "aanpak", 0, Kind.PLAIN),
                    self._maak("Afspraak of stap", "plus", "stap", 0, Kind.PLAIN),
                )
            )
        return card(*items, title="Aanpak en afspraken", spacing=5)

    def _koppelingen(self) -> QWidget:
        found, items = self.beeld, list[Item]()
        if found.zaak.casus_id is not None and found.casus:
            way = button(f"Naar de casus van {found.casus}".replace("&", "&&"), "footprints", Kind.LINK)
            way.clicked.connect(self._to_casus)
            loose = [self._loose()] if found.zaak.open else []
            items.append(Flow(way, *loose))
        elif found.zaak.open:
            menu = QMenu(self)
            for casus_id, title in self._service.mogelijke_casussen(found.zaak.id):
                menu.addAction(title.replace("&", "&&")).setData(casus_id)
            menu.triggered.connect(self._couple)
            items.append(Label(_CASUS if menu.actions() else _GEEN_CASUS, "muted", wrap=True))
            if menu.actions():
                items.append(row(button("Casus koppelen", menu=menu), None))
        for incident in found.incidenten:
            way = button(
                f"{incident.nummer}, {datums.dag_maand(incident.datum)}", "flag", Kind.LINK, tip=incident.soort
            )
            way.setProperty("record", incident.id)
            way.clicked.connect(self._to_incident)
            items.append(row(way, (ElidedLabel(incident.soort, "muted"), 1)))
        return card(*items, title="Casus en incidenten")

    def _loose(self) -> QPushButton:
        made = button("Losmaken", "", Kind.LINK)
        made.clicked.connect(self._uncouple)
        return made

    def _verloop(self) -> QWidget:
        lines = [
            Label(
                f"{datums.dag_maand(line.op)}: {word(line.soort)}" + (f", {line.tekst}" if line.tekst else ""),
                wrap=True,
            )
            for line in self.beeld.verloop
        ]
        return card(*lines, title="Verloop van de zaak", spacing=4)

    # -- what the user asks

    @Slot()
    def _asked(self) -> None:
        way = self.sender()
        if isinstance(way, QPushButton):
            self.wanted.emit(str(way.property("deel")), int(way.property("record")))

    @Slot(int)
    def _task(self, position: int) -> None:
        task = list(PestTaak)[position]
        if task is PestTaak.NAZORG:
            waiting = self.beeld.volgende_check
            if waiting is not None or self.beeld.zaak.open:
                self.wanted.emit("check", waiting.id if waiting else 0)
        else:
            self.wanted.emit(task.value, 0)

    @Slot(int)
    def _paper(self, place: int) -> None:
        self.wanted.emit("papier", place)

    @Slot()
    def _close(self) -> None:
        self.wanted.emit("sluiten", 0)

    @Slot()
    def _reopen(self) -> None:
        self.wanted.emit("heropenen", 0)

    @Slot(object)
    def _list_chosen(self, lijst: Signaallijst) -> None:
        self._lijst = lijst
        self._show_lines()
        for made in self.findChildren(QPushButton):
            if made.property("deel") == "signaal":
                made.setProperty("record", list(Signaallijst).index(lijst))

    @Slot()
    def _ticked(self) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            step, done = int(box.property("stap")), box.isChecked()
            self._write(lambda: self._service.zet_gedaan(step, gedaan=done))

    @Slot()
    def _to_casus(self) -> None:
        if self.beeld.zaak.casus_id is not None:
            self.casus_wanted.emit(self.beeld.zaak.casus_id)

    @Slot()
    def _to_incident(self) -> None:
        way = self.sender()
        if isinstance(way, QPushButton):
            self.incident_wanted.emit(int(way.property("record")))

    @Slot(QAction)
    def _couple(self, action: QAction) -> None:
        self._write(lambda: self._service.koppel_casus(self.zaak_id(), int(action.data())))

    @Slot()
    def _uncouple(self) -> None:
        self._write(lambda: self._service.koppel_casus(self.zaak_id(), None))

    def _write(self, verb: Callable[[], Outcome[Any]]) -> None:
        try:
            outcome = verb()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)
