"""The fields of the form and the draft behind them: the one place that knows which widget holds what."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.incident import (
    Aantasting,
    Betrokkene,
    IncidentDraft,
    Mand,
    OudersIngelicht,
    PlaatsBereik,
    Soort,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.ui.forms.ui_incident_form import Ui_IncidentForm
from svp_desktop.ui.tabs.incidenten.kinds import Rove
from svp_desktop.ui.tabs.incidenten.meer import MeerVastleggen
from svp_desktop.ui.tabs.incidenten.message import Message
from svp_desktop.ui.tabs.incidenten.nabij import Kind, Nabij
from svp_desktop.ui.tabs.incidenten.reacties import Reacties
from svp_desktop.ui.tabs.incidenten.vragen import Vragen
from svp_desktop.ui.tabs.incidenten.weging import Weging
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, card, row, set_state
from svp_desktop.ui.widgets.buttons import Chip, Segmented, link
from svp_desktop.ui.widgets.choice import MandChoice
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.suggest import Find, PersonPicker

THREE_COLUMNS, TWO_COLUMNS, NARROWEST = 1120, 760, 400
# From this width the first column takes what scope and doubt need on one line.
ROOMY, FIRST_COLUMN = 1300, 552
_KIES = "Kies wie u bedoelt, of haal de letters hier weg."
_NIEMAND = "Niemand gevonden. Toevoegen kan bij Leerlingen en medewerkers."
_GEEN_MAND = "Kies de mand die past bij wat u zag. Bij elke mand staat wat het plan ervan zegt."


class IncidentEditor(QWidget):
    """Form <-> draft. `edited` after every change by the user; `loaded` is the draft that was shown last.

    `find` searches persons, `person` turns a found id into a person of the incident (None when it is gone).
    """

    edited = Signal()
    left = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        find: Find,
        person: Callable[[int], Betrokkene | None],
        family: Callable[[int], Sequence[Kind]],
        classmates: Callable[[int], Sequence[Kind]],
    ) -> None:
        super().__init__()
        self._person, self._family, self._classmates = person, family, classmates
        self._ui = Ui_IncidentForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self.datum = DateEdit(today)
        self.tijd = TimeEdit(optional=True)
        self.plaats = self._ui.plaats
        self.bereik = Segmented(
            [(scope, label(scope)) for scope in PlaatsBereik], small=True, name="Waar, ten opzichte van school"
        )
        self.twijfel = QCheckBox("Ik twijfel of dit een incident is")
        self.personen = self._ui.personen
        self.zoeker = PersonPicker(find)
        self.soorten = self._ui.soorten
        self.mand = MandChoice()
        self._mand_zin = Label(_GEEN_MAND, "small", wrap=True)
        self.ouders = Segmented([(told, label(told)) for told in OudersIngelicht], small=True, name="Ouders ingelicht")
        self.reacties, self.vragen, self.weging, self.meer = Reacties(today), Vragen(), Weging(), MeerVastleggen()
        self.nabij = Nabij()
        self.aantasting = {harm: Chip(label(harm), check=True) for harm in Aantasting}
        self.voorkoming = Area(placeholder="Bijvoorbeeld: wie staat waar op het plein", name="Hoe voorkomen wij dit?")
        self._harm_keys = Rove(list(self.aantasting.values()), self)
        self._melding_voorkoming = Message()
        self._loading = False
        self._texts = {
            "feiten": self._ui.feiten,
            "kindwoorden": self._ui.kindwoorden,
            "directe_actie": self._ui.directe_actie,
            "maatregel": self._ui.maatregel,
            "voorkoming": self.voorkoming,
        }
        self.twijfel.setMinimumHeight(self.bereik.sizeHint().height())
        self._places = QStringListModel(self)
        self.weer = link("", tip="Dezelfde plaats als bij het vorige incident", tight=True)
        self._last_place = ""
        self._instellingen = Instellingen()
        self._columns, self._roomy = 0, False
        self._fill_slots()
        self._connect()
        self.loaded = IncidentDraft()
        self.load(self.loaded)

    # -- form <-> draft

    def draft(self) -> IncidentDraft:
        """What the form holds now."""
        scope, told = self.bereik.value(), self.ouders.value()
        rest: dict[str, Any] = {name: area.toPlainText() for name, area in self._texts.items()}
        rest |= self.vragen.values() | self.weging.values() | self.meer.values()
        return IncidentDraft(
            datum=self.datum.text().strip(),
            tijd=self.tijd.text().strip(),
            plaats=self.plaats.text(),
            bereik=scope if isinstance(scope, PlaatsBereik) else PlaatsBereik.BINNEN,
            soorten=self.soorten.choices(),
            mand=self.mand.value(),
            betrokkenen=self.personen.people(),
            twijfel=self.twijfel.isChecked(),
            ouders=told if isinstance(told, OudersIngelicht) else OudersIngelicht.NOG_NIET,
            ouders_toelichting=self._ui.ouders_toelichting.text(),
            aantasting=frozenset(harm for harm, chip in self.aantasting.items() if chip.isChecked()),
            reacties=self.reacties.ticked(),
            terugkomen_op=self.reacties.terugkomen_op.text().strip(),
            **rest,
        )

    def load(self, draft: IncidentDraft) -> None:
        """Show this draft; from now on *dirty* means that the form differs from it."""
        self._show(draft)
        self.loaded = self.draft()
        self.show_findings(())

    def resume(self, draft: IncidentDraft, naam: str = "") -> None:
        """Show a draft that was kept: what was loaded before stays the thing to compare with. `naam` stands in the
        field that finds a person."""
        self._show(draft)
        self.zoeker.setText(naam)
        self.show_findings(())
        self.edited.emit()

    def dirty(self) -> bool:
        """True when the form differs from what was loaded."""
        return self.draft() != self.loaded

    def _show(self, draft: IncidentDraft) -> None:
        self.blockSignals(True)
        self._loading = True
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.tijd.setText(draft.tijd)
        self.plaats.setText(draft.plaats)
        self.plaats.setCursorPosition(0)
        self.bereik.set_value(draft.bereik)
        self.twijfel.setChecked(draft.twijfel)
        self.personen.load(draft.betrokkenen)
        self.soorten.load(draft.soorten)
        self.mand.set_value(draft.mand)
        for name, area in self._texts.items():
            # this also forgets what could be undone: that belongs to another incident
            area.setPlainText(getattr(draft, name))
        self.ouders.set_value(draft.ouders)
        self._ui.ouders_toelichting.setText(draft.ouders_toelichting)
        for harm, chip in self.aantasting.items():
            chip.setChecked(harm in draft.aantasting)
        self.reacties.load(draft)
        for block in (self.vragen, self.weging, self.meer):
            block.load(draft)
        self.zoeker.forget()
        self.nabij.put_away()
        self._loading = False
        self.blockSignals(False)
        self._follow()

    # -- words and lists of the school

    def set_school(self, instellingen: Instellingen, last_place: str) -> None:
        """The school's places, words for the kinds, sentences of the manden, and the place that is offered."""
        self._instellingen = instellingen
        self._last_place = last_place
        self._places.setStringList(list(instellingen.lijst("plaatsen")))
        self.soorten.set_words(instellingen.soort_label, instellingen.sub_label)
        self.reacties.set_school(instellingen)
        self.vragen.set_school(instellingen)
        self.weging.set_school(instellingen)
        self.meer.set_rules(instellingen.lijst("regels"))
        for mand, option in self.mand.options().items():
            option.setToolTip(instellingen.tekst(f"mand.{mand.value}"))
        self._follow()

    # -- findings

    def show_findings(self, findings: Iterable[Finding], *, focus: bool = False) -> None:
        """Each sentence under its field; with `focus` the keyboard goes to the first that blocks."""
        first: dict[str, Finding] = {}
        for finding in findings:
            if finding.field not in first or (finding.blocks and not first[finding.field].blocks):
                first[finding.field] = finding
        for name, message in self.messages().items():
            message.show_finding(first.get(name))
        for name, widget in self._edged().items():
            set_state(widget, "error" if name in first and first[name].blocks else "")
        if focus:
            blocked = next((name for name, finding in first.items() if finding.blocks), None)
            if blocked is not None:
                self.focus_field(blocked)

    def half_name(self) -> str:
        """A name that is typed and for which nobody was chosen."""
        return self.zoeker.text().strip()

    def unchosen(self) -> tuple[Finding, ...]:
        """A typed name for which nobody was chosen: without a word that person would be left out."""
        return (Finding("betrokkenen", _KIES),) if self.half_name() else ()

    def messages(self) -> dict[str, Message]:
        """The places for sentences, by field."""
        ui = self._ui
        return {
            "datum": ui.melding_datum,
            "tijd": ui.melding_tijd,
            "plaats": ui.melding_plaats,
            "betrokkenen": ui.melding_betrokkenen,
            "soorten": ui.melding_soorten,
            "mand": ui.melding_mand,
            "feiten": ui.melding_feiten,
            "kindwoorden": ui.melding_kindwoorden,
            "directe_actie": ui.melding_directe_actie,
            "ouders": ui.melding_ouders,
            "maatregel": ui.melding_maatregel,
            "voorkoming": self._melding_voorkoming,
            "terugkomen_op": self.reacties.melding,
        }

    def mand_sentence(self) -> str:
        """What stands under the manden."""
        return self._mand_zin.text()

    def columns(self) -> tuple[QWidget, QWidget, QWidget]:
        """Who, story, weighing."""
        return self._ui.kolom_wie, self._ui.kolom_verhaal, self._ui.kolom_weging

    def place_signals(self, strip: QWidget) -> None:
        """Put what the register says of these children under the mand."""
        self._ui.stapel_weging.insertWidget(1, strip)

    def place_files(self, panel: QWidget) -> None:
        """Put the attachments at the foot of the last column."""
        self._ui.stapel_weging.addWidget(card(panel, margins=(16, 9, 16, 10)))

    def _edged(self) -> dict[str, QWidget]:
        return {
            "datum": self.datum,
            "tijd": self.tijd,
            "plaats": self.plaats,
            "betrokkenen": self.zoeker,
            "feiten": self._ui.feiten,
            "terugkomen_op": self.reacties.terugkomen_op,
        }

    def focus_field(self, name: str) -> None:
        """Put the keyboard in the widget of a field."""
        reason = Qt.FocusReason.OtherFocusReason
        if name == "betrokkenen" and self.personen.people() and not self.unchosen():
            self.personen.focus_unanswered()
        elif name == "soorten":
            self.soorten.focus_first()
        elif name == "mand":
            self.mand.options()[self.mand.value() or Mand.GROEN].setFocus(reason)
        elif name == "wie":
            self.zoeker.setFocus(reason)
        elif name in self._edged():
            self._edged()[name].setFocus(reason)
        elif name in self._texts:
            self._texts[name].setFocus(reason)

    def focus_start(self) -> None:
        """Where the telling starts: who, or what happened once persons stand there."""
        self.focus_field("feiten" if self.personen.people() else "betrokkenen")
        self._ui.feiten.moveCursor(QTextCursor.MoveOperation.End)

    # -- putting together

    def _fill_slots(self) -> None:
        ui = self._ui
        ui.plek_datum.addWidget(self.datum)
        ui.kop_datum.setBuddy(self.datum)
        ui.plek_tijd.addWidget(self.tijd)
        ui.kop_tijd.setBuddy(self.tijd)
        ui.kop_rij_plaats.addWidget(self.weer)
        ui.plek_bereik.addWidget(Flow(self.bereik, self.twijfel, gap=10))
        ui.plek_zoeker.addWidget(self.zoeker)
        ui.plek_mand.addWidget(self.mand)
        ui.plek_mand.addWidget(self._mand_zin)
        ui.plek_mand.addWidget(self.reacties)
        ui.plek_ouders.addWidget(self.ouders)
        ui.plek_citaat.addWidget(Icon("quote"))
        ui.plek_zoeker.addWidget(self.nabij)
        ui.binnen_soort.addWidget(self.vragen)
        harm = Label("Welke veiligheid is geraakt?", "h3")
        harm.setMinimumHeight(self.aantasting[Aantasting.SOCIAAL].sizeHint().height())
        ui.binnen_soort.addWidget(Flow(harm, *self.aantasting.values(), gap=8))
        ui.binnen_soort.addStretch(1)
        ui.stapel_wie.addStretch(0)
        head = Label("Hoe voorkomen wij dit?", "h3")
        head.setBuddy(self.voorkoming)
        ui.binnen_verhaal.addLayout(row(head, None, Label("mag later", "small")))
        ui.binnen_verhaal.addWidget(self.voorkoming, 1)
        ui.binnen_verhaal.addWidget(self._melding_voorkoming)
        # beside a tall column the fields stay as tall as a text asks
        for area, most in ((ui.feiten, 250), (ui.kindwoorden, 110), (ui.directe_actie, 110), (self.voorkoming, 90)):
            area.setMaximumHeight(scaled(most))
        ui.binnen_verhaal.addStretch(1)
        self._kaart_weging = card(self.weging, margins=(16, 11, 16, 12))
        ui.stapel_weging.insertWidget(1, self._kaart_weging)
        self._kaart_meer = card(self.meer, margins=(16, 9, 16, 10))
        ui.stapel_weging.addWidget(self._kaart_meer)
        completer = QCompleter(self._places, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.plaats.setCompleter(completer)

    def _connect(self) -> None:
        ui = self._ui
        self.datum.checked.connect(ui.melding_datum.show_text)
        self.tijd.checked.connect(ui.melding_tijd.show_text)
        for signal in (
            self.datum.edited, self.tijd.edited, self.plaats.textChanged, self.bereik.changed, self.twijfel.toggled,
            self.personen.edited, self.soorten.edited, self.mand.changed, self.ouders.changed,
            ui.ouders_toelichting.textChanged, self.reacties.edited, self.vragen.edited, self.weging.edited,
            self.meer.edited, *(chip.toggled for chip in self.aantasting.values()),
            *(area.textChanged for area in self._texts.values()),
        ):  # fmt: skip
            signal.connect(self._edited)
        self.weer.clicked.connect(self._same_place)
        self.zoeker.chosen.connect(self._add_person)
        # last: what is found for these letters is more than what the whole form asks for
        self.zoeker.textEdited.connect(self.edited)
        self.zoeker.textEdited.connect(self._say_nobody)
        self.personen.next_name.connect(self._ask_name)
        self.nabij.chosen.connect(self._pick)
        self.nabij.closed.connect(self._back_to_people)
        for keys, slot in (("Ctrl+B", self.add_family), ("Ctrl+G", self.offer_classmates)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        for field in (self.datum, self.tijd, self.plaats):
            field.installEventFilter(self)

    def order_tabs(self, *then: QWidget) -> None:
        """Tab goes from column to column, and after the last field to `then`. Call it when the form stands in its page:
        putting a widget elsewhere cuts the order in two."""
        ui = self._ui
        kinds, manden = list(self.soorten.chips().values()), list(self.mand.options().values())
        order: list[QWidget] = [
            self.datum, self.tijd, self.plaats, self.weer, *self.bereik.parts(), self.twijfel, self.personen,
            self.zoeker, *kinds, *self.vragen.stops(), *self.aantasting.values(), ui.feiten, ui.kindwoorden,
            ui.directe_actie, self.voorkoming, *manden, *self.reacties.stops(), *self.weging.stops(),
            *self.ouders.parts(), ui.ouders_toelichting, ui.maatregel, *self.meer.stops(), *then,
        ]  # fmt: skip
        self.reacties.before = manden[-1]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def minimumSizeHint(self) -> QSize:
        # three columns side by side may not keep the page from becoming narrow: they go below each other then
        return QSize(scaled(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width()
        columns = 3 if wide >= scaled(THREE_COLUMNS) else 2 if wide >= scaled(TWO_COLUMNS) else 1
        roomy = wide >= scaled(ROOMY)
        if (columns, roomy) != (self._columns, self._roomy):
            self._columns, self._roomy = columns, roomy
            self._arrange()

    def _arrange(self) -> None:
        ui, grid = self._ui, self._ui.kolommen
        for part in (ui.kolom_wie, ui.kolom_verhaal, ui.kolom_weging):
            grid.removeWidget(part)
        if self._columns == 3:
            places = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1))
        elif self._columns == 2:
            places = ((0, 0, 2, 1), (0, 1, 1, 1), (1, 1, 1, 1))
        else:
            places = ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1))
        for part, place in zip((ui.kolom_wie, ui.kolom_verhaal, ui.kolom_weging), places, strict=True):
            grid.addWidget(part, *place)
        grid.setColumnMinimumWidth(0, scaled(FIRST_COLUMN) if self._roomy else 0)
        for column, stretch in enumerate((41, 30, 29) if self._columns == 3 else (1, 1, 0)):
            grid.setColumnStretch(column, stretch if column < self._columns else 0)

    # -- reactions

    @Slot()
    def _edited(self) -> None:
        if not self._loading:
            self._follow()
            self.edited.emit()

    def _follow(self) -> None:
        """Show what belongs to what is chosen now."""
        draft = self.draft()
        self._say_mand()
        self._say_kinds()
        self._offer_place()
        self.reacties.show_mand(draft.mand)
        self.vragen.follow(draft)
        self.weging.follow(draft)
        self.meer.follow(draft)
        self._shorten(draft)

    def _shorten(self, draft: IncidentDraft) -> None:
        """For the groene mand the form asks no kinds and roles (51, 53); what is filled in stays in view."""
        green = draft.mand is Mand.GROEN
        self._ui.kaart_soort.setVisible(not green or bool(draft.soorten or draft.aantasting))
        # without the kinds the room under the persons stays empty
        stack = self._ui.stapel_wie
        stack.setStretch(stack.count() - 1, int(self._ui.kaart_soort.isHidden()))
        stack.setStretch(stack.indexOf(self._ui.kaart_soort), int(not self._ui.kaart_soort.isHidden()))
        self._kaart_weging.setVisible(not green or self.weging.filled())
        self.personen.show_roles(not green or any(person.rollen for person in draft.betrokkenen))
        self._ui.uitleg_wie.setText("namen zijn genoeg" if green else "een of meer rollen per persoon")

    def _say_mand(self) -> None:
        mand = self.mand.value()
        self._mand_zin.setText(_GEEN_MAND if mand is None else self._instellingen.tekst(f"mand.{mand.value}"))

    def _say_kinds(self) -> None:
        chosen = len(self.soorten.choices())
        self._ui.aantal_soorten.setText(f"{chosen} van {len(Soort)}, meer mag" if chosen else "een of meer")

    def _offer_place(self) -> None:
        offered = bool(self._last_place) and not self.plaats.text()
        self.weer.setVisible(offered)
        short = self.weer.fontMetrics().elidedText(self._last_place, Qt.TextElideMode.ElideRight, scaled(150))
        self.weer.setText(f"weer: {short}".replace("&", "&&"))
        self.weer.setAccessibleName(f"Weer dezelfde plaats: {self._last_place}")

    @Slot()
    def _same_place(self) -> None:
        self.plaats.setText(self._last_place)
        self.plaats.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _say_nobody(self, typed: str) -> None:
        nobody = len(typed.strip()) > 1 and not self.zoeker.hits
        found = Finding("betrokkenen", _NIEMAND, Severity.LET_OP) if nobody else None
        self._ui.melding_betrokkenen.show_finding(found)

    @Slot(object)
    def _add_person(self, found: object) -> None:
        assert isinstance(found, int)
        person = self._person(found)
        if person is not None:
            self.personen.add(person)

    @Slot(int)
    def _pick(self, person_id: int) -> None:
        """A classmate from the list joins, and the keyboard stays in the list."""
        person = self._person(person_id)
        if person is not None:
            self.personen.add(person, go=False)

    @Slot()
    def _back_to_people(self) -> None:
        self.personen.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def add_family(self) -> None:
        """Ctrl+B: brothers and sisters of the chosen child join."""
        child = self.personen.chosen_child()
        found = self._family(child.persoon_id) if child else ()
        for person_id, _ in found:
            self._pick(person_id)
        if child and not found:
            self.nabij.offer(f"Broertjes en zusjes van {child.naam}:", ())

    @Slot()
    def offer_classmates(self) -> None:
        """Ctrl+G: the group of the chosen child, to pick from."""
        child = self.personen.chosen_child()
        if child is not None:
            there = {person.persoon_id for person in self.personen.people()}
            mates = [mate for mate in self._classmates(child.persoon_id) if mate[0] not in there]
            self.nabij.offer(f"Klasgenoten van {child.naam}:", mates)

    @Slot()
    def _ask_name(self) -> None:
        self.zoeker.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            for name in ("datum", "tijd", "plaats"):
                if watched is getattr(self, name):
                    self.left.emit(name)
        return False
