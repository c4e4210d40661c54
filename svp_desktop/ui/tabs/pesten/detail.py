"""One pestzaak to read: the six tasks as a stage bar, and under it what is recorded (92-109)."""

from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QCheckBox, QLayout, QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.pest_aanpak import Stap
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pestzaak import PestStatus, PestTaak, TaakStand
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten import kaarten
from svp_desktop.ui.tabs.pesten.koppelingen import Koppelingen
from svp_desktop.ui.tabs.pesten.nazorg_kaart import nazorg_kaart
from svp_desktop.ui.tabs.pesten.papieren import PapierenMenu, uitgereikt_kaart
from svp_desktop.ui.tabs.pesten.schrijven import schrijf
from svp_desktop.ui.tabs.pesten.signalen_kaart import SignalenKaart
from svp_desktop.ui.tabs.pesten.verder import verder
from svp_desktop.ui.theme import scaled, set_icon
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, holder, row, rule, scroll
from svp_desktop.ui.widgets.buttons import Kind, button, primary
from svp_desktop.ui.widgets.columns import ThreeColumns
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.page import TaskRow, TitleRow, crumb, saved
from svp_desktop.ui.widgets.stage import StageBar, StageState, Step

#: Under this width of the page, at the usual letters, the third column goes under the first.
_DRIE_KOLOMMEN = 930
_ZELF = ("deel", "record", "stap")


class PestDetail(QWidget):
    """`wanted(part, record)` asks for a form: a task, toets, signaal, mensen, aanpak, stap, check, or the end of it."""

    left = Signal()
    wanted = Signal(str, int)
    casus_wanted = Signal(int)
    incident_wanted = Signal(int)
    new_casus_wanted = Signal(int)
    kept_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.pestzaken
        self._beeld: PestBeeld | None = None
        #: What the button told that led to the form in front.
        self._asked_by: tuple[object, ...] | None = None
        #: Where the keyboard goes in the next turn: what is made anew before that takes it over.
        self._on_its_way: tuple[object, ...] | None = None
        self.crumb = crumb("Alle pestzaken")
        self.verder = primary("", "pencil")
        self.sluiten, self.heropenen = button("Afsluiten", "check"), button("Heropenen", "undo-2")
        self._menu = PapierenMenu()
        self.papieren = button("Papieren", menu=self._menu)
        self._saved = saved()
        self._title = TitleRow("", "", self._saved, self.papieren, self.sluiten, self.heropenen, self.verder)
        self.stages = StageBar([Step(word(one)) for one in PestTaak])
        self.signalen, self.koppelingen = SignalenKaart(self._maak), Koppelingen(context)
        self._left, self._middle, self._right = (col(spacing=12) for _ in range(3))
        middle = col(self.signalen, self._middle, self.koppelingen, None, spacing=12)
        left, right = holder(col(self._left, None)), holder(col(self._right, None))
        self._scroll = scroll(ThreeColumns(left, holder(middle), right, least=_DRIE_KOLOMMEN))
        self.setLayout(
            col(row(self.crumb, None), self._title, self.stages, (self._scroll, 1), margins=(16, 6, 16, 12), spacing=8)
        )
        self.crumb.clicked.connect(self.left)
        self.stages.chosen.connect(self._task)
        self._menu.wanted.connect(self._paper)
        self.sluiten.clicked.connect(self._close)
        self.heropenen.clicked.connect(self._reopen)
        self.verder.clicked.connect(self._asked)
        self.signalen.removed.connect(self._signal_gone)
        self.koppelingen.casus_wanted.connect(self.casus_wanted)
        self.koppelingen.incident_wanted.connect(self.incident_wanted)
        self.koppelingen.new_casus_wanted.connect(self.new_casus_wanted)

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
        before, bar = self.zaak_id(), self._scroll.verticalScrollBar()
        stays = bar.value() if before == zaak_id else 0
        if before != zaak_id:
            self._on_its_way = None
        self._beeld = self._service.beeld(zaak_id)
        self._show()
        # what was made anew has its height only after the layout of this turn
        QTimer.singleShot(0, self, lambda: bar.setValue(stays))

    def focus_start(self) -> None:
        """The keyboard at what led to a form, or else at what comes next."""
        if not self._stay(self._asked_by):
            (self.crumb if self.verder.isHidden() else self.verder).setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked_by = None

    def _show_saved(self, at: datetime) -> None:
        """The time of the last change, when that was today."""
        now = self._context.clock()
        moment = at.astimezone(now.tzinfo)
        if moment.date() == now.date():
            self._saved.show_saved(moment)
        else:
            self._saved.show_text("")

    def _show(self) -> None:
        found = self.beeld
        zaak = found.zaak
        child = zaak.gepest
        facts = (
            zaak.groep, kaarten.VAN_SCHOOL if child and child.vertrokken else "",
            f"gemeld door {zaak.melder} op {datums.dag_maand(zaak.gemeld_op)}",
            f"coördinator: {self._leader()}" if zaak.coordinator else "", "" if zaak.open else self._closed(),
        )  # fmt: skip
        self._title.set_title(child.naam if child else zaak.titel, ", ".join(filter(None, facts)))
        self._show_saved(zaak.gewijzigd_op)
        self.heropenen.setVisible(not zaak.open)
        self._next()
        self.stages.set_steps([self._step(stand) for stand in found.standen])
        here = self._here() or self._on_its_way
        self.signalen.show_beeld(found)
        self.koppelingen.show_beeld(found)
        self._fill(self._left, kaarten.toets_kaart(found, self._maak), kaarten.waar_kaart(found), self._verhaal())
        self._fill(self._middle, self._aanpak())
        self._fill(
            self._right, kaarten.netwerk_kaart(found, self._maak), nazorg_kaart(found, self._maak),
            kaarten.mensen_kaart(found, self._maak), uitgereikt_kaart(found, self.kept_wanted.emit), self._verloop(),
        )  # fmt: skip
        self._stay(here)

    def _leader(self) -> str:
        zaak = self.beeld.zaak
        return f"{zaak.coordinator} ({kaarten.VAN_SCHOOL})" if zaak.coordinator_weg else zaak.coordinator

    def _closed(self) -> str:
        zaak = self.beeld.zaak
        day = f" op {datums.dag_maand(zaak.afgesloten_op)}" if zaak.afgesloten_op else ""
        return f"{word(zaak.status)}{day}"

    def _next(self) -> None:
        """The one filled button: what the coordinator does next."""
        found = verder(self.beeld)
        closing = found is not None and found.deel == "sluiten"
        self.sluiten.setVisible(self.beeld.zaak.open and not closing)
        self.verder.setVisible(found is not None)
        if found is not None:
            self.verder.setText(found.tekst)
            self.verder.setAccessibleName(found.tekst)
            set_icon(self.verder, found.icoon, "on", 16, 4)
            self.verder.setProperty("deel", found.deel)
            self.verder.setProperty("record", found.record)

    def _here(self) -> tuple[object, ...] | None:
        """What has the keyboard, when it is a part that is made anew."""
        focus = QApplication.focusWidget()
        if focus is None or not self._scroll.isAncestorOf(focus) or focus.property(_ZELF[0]) is None:
            return None if focus is None or focus.property("stap") is None else self._marks(focus)
        return self._marks(focus)

    @staticmethod
    def _marks(widget: QWidget) -> tuple[object, ...]:
        return tuple(widget.property(name) for name in _ZELF)

    def _stay(self, here: tuple[object, ...] | None) -> bool:
        """The keyboard stays where it was when that part was made anew; False when there is no such part."""
        if here is None:
            return False
        for made in self._scroll.findChildren(QWidget):
            # what was taken away is still there till the end of this turn, in a card that is hidden
            takes = made.focusPolicy() is not Qt.FocusPolicy.NoFocus and made.isEnabled()
            if takes and self._marks(made) == here and not self._taken_away(made):
                # what was made in this turn is shown in the next, and takes no keyboard before
                self._on_its_way = here
                QTimer.singleShot(0, made, lambda way=made: self._keyboard_to(way))
                return True
        return False

    def _taken_away(self, made: QWidget) -> bool:
        """Hidden on purpose, or in what is: what is only new is not shown yet either."""
        part: QWidget | None = made
        while part is not None and part is not self._scroll:
            if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                return True
            part = part.parentWidget()
        return False

    def _keyboard_to(self, way: QWidget) -> None:
        """Unless a form came in front meanwhile: then it has the keyboard."""
        self._on_its_way = None
        if way.isVisible():
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _fill(layout: QLayout, *cards: QWidget) -> None:
        clear(layout)
        for one in cards:
            layout.addWidget(one)

    def _step(self, stand: TaakStand) -> Step:
        day = datums.dag_kort(stand.dag) if stand.dag else ""
        if stand.klaar:
            return Step(word(stand.taak), day, StageState.DONE)
        if stand.taak is PestTaak.VERWIJZEN:
            return Step(word(stand.taak), "als dat nodig is")
        now = stand.taak is self.beeld.bezig and self.beeld.zaak.status is not PestStatus.AFGESLOTEN
        lacks = f"nog {len(stand.mist)} te doen" if stand.mist else ""
        if stand.taak is PestTaak.NAZORG and self.beeld.tellende_checks:
            held = sum(not item.wacht for item in self.beeld.tellende_checks)
            day, lacks = "", f"bezig, {held} van {len(self.beeld.tellende_checks)}"
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

    def _aanpak(self) -> QWidget:
        found, items = self.beeld, list[Item]()
        if found.zaak.inhoud.aanpak:
            items.append(Label(", ".join(found.zaak.inhoud.aanpak), "h3", wrap=True))
        for step in found.stappen:
            items += self._stap(step)
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

    def _stap(self, step: Stap) -> list[Item]:
        content, still = step.inhoud, self.beeld.zaak.open
        done = content.gedaan_op is not None
        late = step.te_laat(self.beeld.today) and still
        line = TaskRow(content.omschrijving, datums.dag_kort(content.gedaan_op or content.datum), late=late, done=done)
        line.box.setEnabled(still)
        line.box.setProperty("stap", step.id)
        line.box.clicked.connect(self._ticked)
        who = (f"met {content.met_wie}" if content.met_wie else "", step.eigenaar)
        about = ", ".join(filter(None, (word(content.soort), *who)))
        words: list[Item] = [Label(about, "small", wrap=True)]
        words += [Label(content.notitie, "small", wrap=True)] if content.notitie else []
        verb = "Wijzigen" if still else "Bekijken"
        change = self._maak(verb, "", "stap", step.id, Kind.LINK)
        change.setAccessibleName(f"{verb}: {content.omschrijving}")
        return [line, row(scaled(24), (col(*words, spacing=0), 1), change)]

    def _verloop(self) -> QWidget:
        lines = [Label(kaarten.verloop_zin(line), wrap=True) for line in self.beeld.verloop]
        return card(*lines, title="Verloop van de zaak", spacing=4)

    # -- what the user asks

    @Slot()
    def _asked(self) -> None:
        way = self.sender()
        if not isinstance(way, QPushButton):
            return
        # after what comes next there is a next thing again
        self._asked_by = None if way is self.verder else self._marks(way)
        part, record = str(way.property("deel")), int(way.property("record"))
        if part == kaarten.TOETS_WEG:
            self._test_gone(record)
        else:
            self.wanted.emit(part, record)

    @Slot(int)
    def _task(self, position: int) -> None:
        task = list(PestTaak)[position]
        if task is PestTaak.NAZORG:
            waiting = self.beeld.volgende_check
            if waiting is not None:
                self.wanted.emit("check", waiting.id)
            elif self.beeld.zaak.open:
                # the first time the days come first
                self.wanted.emit("check" if self.beeld.tellende_checks else "plannen", 0)
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

    @Slot(int)
    def _signal_gone(self, record: int) -> None:
        schrijf(
            self._context, lambda: self._service.verwijder_signaal(record), "Signaal weggehaald.",
            lambda: self._service.verwijder_signaal(record, verwijderd=False),
        )  # fmt: skip

    def _test_gone(self, record: int) -> None:
        schrijf(
            self._context, lambda: self._service.verwijder_toets(record), "Toets weggehaald.",
            lambda: self._service.verwijder_toets(record, verwijderd=False),
        )  # fmt: skip

    @Slot()
    def _ticked(self) -> None:
        box = self.sender()
        if isinstance(box, QCheckBox):
            step, done = int(box.property("stap")), box.isChecked()
            schrijf(self._context, lambda: self._service.zet_gedaan(step, gedaan=done))
