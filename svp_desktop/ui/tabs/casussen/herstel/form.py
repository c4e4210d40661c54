"""The form of one herstelgesprek, in the order of the talk itself: prepare, the four questions, making it good."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.herstelgesprek import (
    Deelnemer,
    Herstelgesprek,
    HerstelgesprekDraft,
    HerstelTekst,
    Voorwaarde,
    herstel_draft_of,
)
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_soorten import PapierBron
from svp_desktop.services.herstelgesprekken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.casussen.herstel.afspraken import Afspraken
from svp_desktop.ui.tabs.casussen.herstel.deelnemers import Deelnemers
from svp_desktop.ui.tabs.casussen.herstel.gebaar import Gebaar
from svp_desktop.ui.tabs.casussen.herstel.vragen import VierVragen
from svp_desktop.ui.tabs.casussen.papieren import PapierenMenu
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button
from svp_desktop.ui.widgets.columns import TwoColumns
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_line

_AANBOD = "Een herstelgesprek is een aanbod. Niemand kan tot een gesprek of een gebaar worden gedwongen."
_VOORAF = "Het plan vraagt een half uur voor schooltijd, of de middag ervoor."
_GROEP = "Wat vertelt u de groep? Zonder namen van anderen."


VOORAF, GESPREK, NA = "vooraf", "gesprek", "na"
#: The three parts of the form, each with the fields that a finding can point at.
_DELEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (VOORAF, "1. Voorbereiden", ("gepland_op", "tijd", "plaats", "aanleiding", "doel", "deelnemers")),
    (GESPREK, "2. Het gesprek", ("gehouden_op", "toch_verder", "antwoorden")),
    (NA, "3. Goedmaken en terugkijken", ()),
)


class HerstelForm(DeelForm[HerstelgesprekDraft]):
    """Form <-> HerstelgesprekDraft. `paper` carries the code of a kind of paper with the id of the talk."""

    paper = Signal(str)

    def __init__(self, context: Context) -> None:
        self._casus_id = self._recorded = 0
        self._gesprek: Herstelgesprek | None = None
        self._make_fields(context)
        super().__init__(context, HerstelgesprekDraft, self._body(), self._all, "een herstelgesprek")
        papers = PapierenMenu()
        papers.show_papers(PapierBron.HERSTELGESPREK)
        papers.wanted.connect(self._paper)
        self.papieren = button("Papieren", menu=papers, small=True, tip="Agenda, voorbereiding, uitnodiging en verslag")
        self.top.addWidget(self.delen)
        self.top.addWidget(self.papieren)
        self.deelnemers.changed.connect(self._people_changed)
        self.deelnemers.dropped.connect(self._person_dropped)
        self.afspraken.dropped.connect(self._appointment_dropped)
        self.vragen.edited.connect(self.touched)
        self.gebaar.edited.connect(self.touched)
        self.afspraken.edited.connect(self.touched)
        self.tijd.edited.connect(self.touched)
        for day in self._days:
            day.edited.connect(self.touched)
        for line in (self.plaats, self.toch, self.ontvangst):
            line.textEdited.connect(self.touched)
        for area in (self.doel, self.terugkoppeling, self.evaluatie):
            area.textChanged.connect(self.touched)
        for box in self.voorwaarden.values():
            box.clicked.connect(self._ticked)
        self.aanleiding.activated.connect(self.touched)
        self.gehouden.textChanged.connect(self._show_reason)
        self.delen.changed.connect(self.show_part)

    def _make_fields(self, context: Context) -> None:
        self.gehouden, self.gebaar_op, self.ontvangen = (DateEdit(context.today, optional=True) for _ in range(3))
        self.gepland, self.evaluatie_op = (DateEdit(context.today, optional=True, komend=True) for _ in range(2))
        self._days = (self.gepland, self.gehouden, self.gebaar_op, self.ontvangen, self.evaluatie_op)
        self.tijd, self.plaats = TimeEdit(optional=True), edit(placeholder="Een rustige plek")
        self.delen = Segmented(
            [(name, text) for name, text, _ in _DELEN], VOORAF, small=True, name="Deel van het gesprek"
        )
        self.aanleiding = QComboBox()
        guard_wheel(self.aanleiding)
        self.doel = Area(height=74)
        self.deelnemers, self.vragen = Deelnemers(), VierVragen()
        self.voorwaarden = {item: QCheckBox(label(item)) for item in Voorwaarde}
        self.toch = edit(placeholder="Bijvoorbeeld: de ouders vroegen erom")
        self.gebaar, self.afspraken = Gebaar(), Afspraken(context.today)
        self.ontvangst = edit(placeholder="In de woorden van dit kind")
        self.terugkoppeling = Area(placeholder=_GROEP, height=64)
        self.evaluatie = Area(placeholder="Hoe gaat het nu, met allebei?", height=64)
        self._all = {
            "gepland_op": Field("Gepland op", self.gepland),
            "tijd": Field("Om", self.tijd),
            "plaats": Field("Waar", self.plaats),
            "aanleiding": Field("Hoort bij", self.aanleiding),
            "doel": Field("Doel: zo begint u", self.doel),
            "deelnemers": Field("Wie zijn erbij", self.deelnemers),
            "toch_verder": Field("Toch verder, omdat", self.toch),
            "gehouden_op": Field("Gehouden op", self.gehouden),
            "antwoorden": Field("Schrijf op wat ieder zegt, in eigen woorden", self.vragen),
            "gebaar": Field("Wat gaat het kind doen?", self.gebaar),
            "gebaar_op": Field("Gedaan op", self.gebaar_op),
            "ontvangen_op": Field("Ontvangen door wie geraakt is op", self.ontvangen),
            "ontvangst": Field("Hoe was dat voor wie geraakt is?", self.ontvangst),
            "afspraken": Field("Wie doet wat, en wanneer", self.afspraken),
            "terugkoppeling": Field("Terugkoppeling aan de groep", self.terugkoppeling),
            "evaluatie_op": Field("Samen terugkijken op", self.evaluatie_op),
            "evaluatie": Field("Wat zagen we", self.evaluatie),
        }

    def _body(self) -> QWidget:
        part = self._all
        moment = card(
            row((part["gepland_op"], 3), (part["tijd"], 2), spacing=8),
            Label(_VOORAF, "small", wrap=True),
            part["plaats"],
            part["aanleiding"],
            title="Wanneer en waar",
        )
        ready = card(*self.voorwaarden.values(), Label(_AANBOD, "small", wrap=True), title="Vooraf", spacing=6)
        before = TwoColumns(
            holder(col(card(part["deelnemers"], part["doel"], title="Mensen en doel", spacing=10), None)),
            holder(col(moment, ready, None, spacing=12)),
            least=740,
            stretch=(3, 2),
        )
        # no stack: it would give every part the height of the tallest
        self._parts = (before, self._talk(), self._after())
        return holder(col(*self._parts, None, spacing=0))

    def _talk(self) -> QWidget:
        part = self._all
        part["gehouden_op"].setMaximumWidth(scaled(260))
        held = row((part["gehouden_op"], 2), (part["toch_verder"], 5), (col(), 1), spacing=12)
        return card(held, part["antwoorden"], spacing=10)

    def _after(self) -> QWidget:
        part = self._all
        self._slot = Label("", "small", wrap=True)
        good = card(
            part["gebaar"],
            row((part["gebaar_op"], 1), (part["ontvangen_op"], 1), spacing=12),
            part["ontvangst"],
            self._slot,
            title="Herstelgebaar",
            spacing=10,
        )
        back = card(part["evaluatie_op"], part["evaluatie"], title="Terugkijken", spacing=10)
        group = card(part["terugkoppeling"], title="De groep", spacing=10)
        promise = card(part["afspraken"], title="Afspraken", spacing=10)
        left, right = col(good, promise, None, spacing=12), col(group, back, None, spacing=12)
        return TwoColumns(holder(left), holder(right), least=740, stretch=(3, 2))

    # -- one talk

    def begin(self, casus: Casus, gesprek: Herstelgesprek | None, *, open_for_change: bool) -> None:
        """This talk, or a new one with the purpose and the time of the school."""
        service = self._context.werkplek.herstelgesprekken
        self._casus_id, self._gesprek = casus.id, gesprek
        self._recorded = gesprek.id if gesprek else 0
        self.set_record("Herstelgesprekken", "Herstelgesprek" if gesprek else "Nieuw herstelgesprek", casus.titel)
        self.remove.setVisible(gesprek is not None and open_for_change)
        self.papieren.setEnabled(open_for_change)
        self._slot.setText(self._context.werkplek.instellingen.lees().tekst("herstel_slot"))
        self.gebaar.set_lists(service.gebaren(casus.id))
        self.deelnemers.set_choices(service.wie(casus.id))
        self._offer_reasons()
        recorded = herstel_draft_of(gesprek) if gesprek else service.begin(casus.id)
        self.start(
            sleutel(casus.id, gesprek.id if gesprek else None),
            recorded,
            new=gesprek is None,
            open_for_change=open_for_change,
        )
        self.show_part(self._part_of(self.draft()))

    def _part_of(self, draft: HerstelgesprekDraft) -> str:
        """Where this talk is: prepared until its day or its first words, then held, then made good."""
        recorded = self._gesprek.inhoud if self._gesprek is not None else None
        if recorded is not None and recorded.gehouden_op is not None:
            return NA
        day = recorded.gepland_op if recorded is not None else None
        begun = bool(draft.gehouden_op) or any(item.antwoorden.gegeven for item in draft.tekst.deelnemers)
        return GESPREK if begun or (day is not None and day <= self._context.today()) else VOORAF

    @Slot(object)
    def show_part(self, name: str) -> None:
        """Bring one of the three parts to the front."""
        self.delen.set_value(name)
        self._area.verticalScrollBar().setValue(0)
        for (known, _, _), part in zip(_DELEN, self._parts, strict=True):
            part.setVisible(known == name)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        """The part with the first finding that stops comes to the front, so that it is seen."""
        first = next(iter(blocking(findings)), None)
        if first is not None:
            self.show_part(next((name for name, _, fields in _DELEN if first.field in fields), NA))
        super()._show(findings)

    def gesprek_id(self) -> int:
        """The recorded talk that is open, 0 for a new one."""
        return self._gesprek.id if self._gesprek else 0

    def draft(self) -> HerstelgesprekDraft:
        about = self.aanleiding.currentData() or (None, None)
        return HerstelgesprekDraft(
            incident_id=about[0],
            thuisschool_id=about[1],
            gepland_op=self.gepland.text().strip(),
            gehouden_op=self.gehouden.text().strip(),
            tekst=HerstelTekst(
                tijd=self.tijd.text().strip(),
                plaats=self.plaats.text(),
                doel=self.doel.text(),
                deelnemers=self.vragen.answered(self.deelnemers.people()),
                voorwaarden=frozenset(item for item, box in self.voorwaarden.items() if box.isChecked()),
                toch_verder=self.toch.text(),
                gebaar=self.gebaar.tekst.text(),
                eigen_voorstel=self.gebaar.eigen.isChecked(),
                ontvangst=self.ontvangst.text(),
                terugkoppeling=self.terugkoppeling.text(),
                evaluatie=self.evaluatie.text(),
            ),
            gebaar_op=self.gebaar_op.text().strip(),
            ontvangen_op=self.ontvangen.text().strip(),
            afspraken=self.afspraken.drafts(),
            evaluatie_op=self.evaluatie_op.text().strip(),
        )

    def fill(self, draft: HerstelgesprekDraft) -> None:
        words = draft.tekst
        days = (draft.gepland_op, draft.gehouden_op, draft.gebaar_op, draft.ontvangen_op, draft.evaluatie_op)
        for day, text in zip(self._days, days, strict=True):
            day.setText(text)
        self.tijd.setText(words.tijd)
        self._choose_reason((draft.incident_id, draft.thuisschool_id))
        for line, text in (
            (self.plaats, words.plaats),
            (self.toch, words.toch_verder),
            (self.ontvangst, words.ontvangst),
        ):
            show_line(line, text)
        self.doel.setText(words.doel)
        self._put_people(words.deelnemers)
        for item, box in self.voorwaarden.items():
            box.setChecked(item in words.voorwaarden)
        self.gebaar.fill(words.gebaar, eigen=words.eigen_voorstel)
        self.afspraken.fill(draft.afspraken)
        self.terugkoppeling.setText(words.terugkoppeling)
        self.evaluatie.setText(words.evaluatie)
        self._show_reason()

    def check(self, draft: HerstelgesprekDraft) -> tuple[Finding, ...]:
        return self._context.werkplek.herstelgesprekken.check(draft)

    def put(self, draft: HerstelgesprekDraft) -> Outcome[Any]:
        service, known = self._context.werkplek.herstelgesprekken, self._gesprek
        outcome = service.bewaar(self._casus_id, draft, *((known.id, known.versie) if known else ()))
        self._recorded = outcome.value
        return outcome

    def reread(self) -> HerstelgesprekDraft:
        self._gesprek = self._context.werkplek.herstelgesprekken.lees(self.gesprek_id())
        return herstel_draft_of(self._gesprek)

    @Slot(str)
    def _paper(self, soort: str) -> None:
        """A paper about this talk, from what stands in the form: that is recorded first."""
        if (self._recorded and not self.changed()) or self._save():
            self.paper.emit(f"{soort}:{self._recorded}")

    # -- what follows what

    def _offer_reasons(self) -> None:
        self.aanleiding.clear()
        self.aanleiding.addItem("de casus in het algemeen", (None, None))
        for item in self._context.werkplek.herstelgesprekken.aanleidingen(self._casus_id):
            self.aanleiding.addItem(item.tekst, (item.incident_id, item.thuisschool_id))

    def _choose_reason(self, about: tuple[int | None, int | None]) -> None:
        """What it belongs to; one that was taken out of the casus since keeps its place, so that nothing is lost."""
        known = [self.aanleiding.itemData(number) for number in range(self.aanleiding.count())]
        if about not in known:
            self.aanleiding.addItem("hoort niet meer bij deze casus", about)
            known.append(about)
        self.aanleiding.setCurrentIndex(known.index(about))

    @Slot()
    def _people_changed(self) -> None:
        self.vragen.set_people(self.vragen.answered(self.deelnemers.people()))
        self.touched()

    @Slot(int)
    def _person_dropped(self, number: int) -> None:
        """What this person said goes along; it can be taken back as long as this talk is open."""
        before = self.vragen.answered(self.deelnemers.people())
        self._offer_back("Deelnemer weggehaald.", lambda: self._put_people(before))

    @Slot()
    def _appointment_dropped(self) -> None:
        before = self.afspraken.drafts()
        self._offer_back("Afspraak weggehaald.", lambda: self.afspraken.fill(before))

    def _put_people(self, people: tuple[Deelnemer, ...]) -> None:
        self.deelnemers.set_people(people)
        self.vragen.set_people(people)

    def _offer_back(self, sentence: str, put_back: Callable[[], None]) -> None:
        key = self.sleutel()

        def undo() -> None:
            if key and self.sleutel() == key:
                put_back()
                self.touched()

        self._context.bar.offer_undo(sentence, undo)

    @Slot()
    def _ticked(self) -> None:
        self._show_reason()
        self.touched()

    @Slot()
    def _show_reason(self) -> None:
        """The reason for going on is asked once there is a day and something is not ready."""
        all_ready = all(box.isChecked() for box in self.voorwaarden.values())
        held = bool(self.gehouden.text().strip())
        self._all["toch_verder"].setVisible(bool(self.toch.text().strip()) or (held and not all_ready))
