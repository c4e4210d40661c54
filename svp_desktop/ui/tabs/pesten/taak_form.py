"""The form of one of the coordinator's six tasks: what the plan asks to record of it (104-109)."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pestzaak import TAAK_VELDEN, Functie, PestDraft, PestTaak, draft_of
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.columns import TwoColumns
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit

_VRAAG: dict[PestTaak, str] = {
    PestTaak.OPVANGEN: "Is het kind nu veilig? Wie is er bij? Weten de ouders ervan?",
    PestTaak.LUISTEREN: "Laat het kind of de ouder vertellen. Vul niets in. Schrijf de woorden letterlijk op.",
    PestTaak.IN_KAART: "Vraag wat er al is gedaan. Leg uit wat de pestcoördinator en de vertrouwenspersoon doen.",
    PestTaak.OPLOSSING: "Vraag hoe het eruitziet als het goed is. Leg uit hoe de school het aanpakt.",
    PestTaak.NAZORG: "",
    PestTaak.VERWIJZEN: (
        "Niet tevreden over de oplossing? Wijs de weg in de klachtenregeling. Gaat het om een strafbaar feit? Raad de"
        " ouders, of een kind van 18 jaar of ouder, aan om naar de politie te gaan."
    ),
}
#: Name of a field -> (label, hint in the field, lines).
_TEKST: dict[str, tuple[str, str, int]] = {
    "melding": ("Wat is er gemeld", "", 70),
    "hoe_lang": ("Hoe lang al, en hoe vaak", "Bijvoorbeeld: sinds september, elke week", 0),
    "opvang": ("Hoe is het kind of de ouder opgevangen?", "Wie was erbij? Wat is meteen gedaan?", 90),
    "verhaal": ("Het verhaal, in eigen woorden", "Zoals het kind of de ouder het vertelt", 200),
    "gedaan_kind": ("Wat deed het kind al?", "", 56),
    "gedaan_ouder": ("Wat deden de ouders al?", "", 56),
    "gedaan_leerkracht": ("Wat deed de leerkracht al?", "", 56),
    "functie_hulp": ("Wat heeft het kind dat pest nodig?", "Bijvoorbeeld: leren hoe je vraagt of je mee mag doen", 56),
    "plaatsen": ("Waar gebeurt het, naast de incidenten", "Bijvoorbeeld: kleedkamer bij gym", 0),
    "online": ("Ook online?", "Bijvoorbeeld: groepsapp", 0),
    "toezicht": ("Plaatsen met minder toezicht", "Wie kijkt daar nu mee?", 0),
    "bescherming": ("Houding van ouders en andere volwassenen", "Is er overbescherming, of juist weinig aandacht?", 0),
    "dynamiek": ("De groep als geheel", "Wie kijkt, wie lacht, wie helpt? Ook volwassenen", 56),
    "gewenst": ("De gewenste situatie", "Hoe ziet het eruit als het goed is, volgens kind en ouders?", 120),
    "klacht": ("Uitleg over de klachtenregeling", "Aan wie, en wat zeiden zij?", 70),
    "politie": ("Advies om naar de politie te gaan", "Aan wie, en waarom?", 70),
}  # fmt: skip
_DAGEN = {
    "opgevangen_op": "Opgevangen op", "geluisterd_op": "Gesprek op", "in_kaart_op": "In kaart gebracht op",
    "oplossing_op": "Oplossing besproken op", "klacht_op": "Uitgelegd op", "politie_op": "Advies gegeven op",
}  # fmt: skip
_VINKJES = {
    "rol_uitgelegd": "Uitgelegd wat de pestcoördinator en de vertrouwenspersoon doen",
    "aanpak_uitgelegd": "Uitgelegd hoe de school pesten aanpakt",
}
_Part = DateEdit | QLineEdit | Area | QCheckBox | QComboBox


class TaakForm(PestForm[PestDraft]):
    """Form <-> the fields of one task of a PestDraft."""

    def __init__(self, context: Context, taak: PestTaak) -> None:
        self.taak, self._versie = taak, 1
        self.delen: dict[str, _Part] = {}
        #: What may help, once it is known what the behaviour is for; a press takes it over.
        self.voorstel, self.overnemen = Label("", "small", wrap=True), link("Overnemen", "plus")
        self._suggestion = holder(col(self.voorstel, row(self.overnemen, None), spacing=2))
        all_ = {name: self._field(context, name) for name in TAAK_VELDEN[taak]}
        super().__init__(context, PestDraft, self._body(all_), all_, "een taak in een pestzaak")
        self._whole = PestDraft()
        if self._suggestion.parent() is None:
            self._suggestion.setParent(self)
        self._suggestion.hide()
        self.overnemen.clicked.connect(self._take_over)
        for part in self.delen.values():
            if isinstance(part, DateEdit):
                part.edited.connect(self.touched)
            elif isinstance(part, Area):
                part.textChanged.connect(self.touched)
            elif isinstance(part, QLineEdit):
                part.textEdited.connect(self.touched)
            elif isinstance(part, QCheckBox):
                part.clicked.connect(self.touched)
            else:
                part.activated.connect(self.touched)
                part.activated.connect(self._suggest)

    def _field(self, context: Context, name: str) -> Field:
        if name in _DAGEN:
            self.delen[name] = DateEdit(context.today, optional=True)
            return Field(_DAGEN[name], self.delen[name])
        if name in _VINKJES:
            self.delen[name] = QCheckBox(_VINKJES[name])
            return Field("Uitleg", self.delen[name])
        if name == "functie":
            made = QComboBox()
            made.addItem("nog niet bekend", "")
            for one in Functie:
                made.addItem(label(one), one.value)
            guard_wheel(made)
            self.delen[name] = made
            return Field("Functie van het gedrag", made)
        title, hint, high = _TEKST[name]
        self.delen[name] = Area(placeholder=hint, height=high) if high else edit(placeholder=hint)
        return Field(title, self.delen[name])

    def _body(self, part: dict[str, Field]) -> QWidget:
        question = Label(_VRAAG[self.taak], "muted", wrap=True)
        for name in _DAGEN.keys() & part.keys():
            part[name].setMaximumWidth(scaled(260))
        if self.taak is PestTaak.IN_KAART:
            done = card(
                question, row(part["in_kaart_op"], None), part["gedaan_kind"], part["gedaan_ouder"],
                part["gedaan_leerkracht"], part["rol_uitgelegd"], title="Wat is er al gedaan?", spacing=10,
            )  # fmt: skip
            around = card(
                part["functie"], part["functie_hulp"], self._suggestion,
                row((part["plaatsen"], 1), (part["online"], 1), spacing=12),
                part["toezicht"], part["bescherming"], part["dynamiek"], title="De situatie", spacing=10,
            )  # fmt: skip
            return TwoColumns(holder(col(done, None)), holder(col(around, None)), least=820)
        if self.taak is PestTaak.VERWIJZEN:
            first = card(row(part["klacht_op"], None), part["klacht"], title="Klachtenregeling", spacing=10)
            second = card(row(part["politie_op"], None), part["politie"], title="Politie", spacing=10)
            return holder(col(question, row((first, 1), (second, 1), spacing=12), None, spacing=10))
        day, *rest = (part[name] for name in TAAK_VELDEN[self.taak])
        return holder(col(card(question, row(day, None), *rest, spacing=10), None))

    def begin(self, beeld: PestBeeld) -> None:
        """What is recorded of this task."""
        self.about(beeld, label(self.taak))
        self._versie = beeld.zaak.versie
        self.start(
            sleutel(beeld.zaak.id, self.taak.value),
            self._met_dag(draft_of(beeld.zaak.inhoud)),
            new=beeld.stand(self.taak).dag is None,
            open_for_change=beeld.zaak.open,
        )
        self._begin_at().setFocus()

    def _met_dag(self, recorded: PestDraft) -> PestDraft:
        """A task that has no day yet begins with today. An advice may never be given (109), and of a closed pestzaak
        only what was recorded is shown."""
        day = TAAK_VELDEN[self.taak][0]
        if self.taak is PestTaak.VERWIJZEN or getattr(recorded, day) or not self.beeld.zaak.open:
            return recorded
        today: dict[str, Any] = {day: datums.kort(self._context.today())}
        return replace(recorded, **today)

    def draft(self) -> PestDraft:
        return replace(self._whole, **{name: self._value(part) for name, part in self.delen.items()})

    @staticmethod
    def _value(part: _Part) -> Any:
        if isinstance(part, QCheckBox):
            return part.isChecked()
        if isinstance(part, QComboBox):
            return Functie(part.currentData()) if part.currentData() else None
        return part.text().strip() if isinstance(part, DateEdit) else part.text()

    def fill(self, draft: PestDraft) -> None:
        self._whole = draft
        for name, part in self.delen.items():
            value = getattr(draft, name)
            if isinstance(part, QCheckBox):
                part.setChecked(value)
            elif isinstance(part, QComboBox):
                part.setCurrentIndex(max(0, part.findData(value.value if value else "")))
            else:
                part.setText(value)
            if isinstance(part, DateEdit) and value:
                part.finish()
            elif isinstance(part, QLineEdit):
                part.setCursorPosition(0)
        self._suggest()

    def _begin_at(self) -> _Part:
        """The first thing to write; a day that stands there already is passed over."""
        parts = list(self.delen.values())
        return next((part for part in parts if not isinstance(part, DateEdit) or not part.text()), parts[0])

    @Slot()
    def _suggest(self) -> None:
        """What the school offers for the chosen function of the behaviour (95)."""
        chosen = self._value(self.delen["functie"]) if "functie" in self.delen else None
        words = self._context.werkplek.instellingen.lees().tekst(f"pest_hulp.{chosen.value}") if chosen else ""
        taken = bool(words) and words in self._value(self.delen["functie_hulp"])
        self.voorstel.setText(words)
        self._suggestion.setVisible(bool(words) and not taken)

    @Slot()
    def _take_over(self) -> None:
        field = self.delen["functie_hulp"]
        assert isinstance(field, Area)
        field.setText("\n".join(filter(None, (field.text().strip(), self.voorstel.text()))))
        self._suggest()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self, draft: PestDraft) -> tuple[Finding, ...]:
        return self._service.check_taak(self.taak, draft, self.beeld.zaak.gemeld_op)

    def put(self, draft: PestDraft) -> Outcome[Any]:
        return self._service.bewaar_taak(self.beeld.zaak.id, self.taak, draft, self._versie)

    def reread(self) -> PestDraft:
        zaak = self._service.lees(self.beeld.zaak.id)
        self._versie = zaak.versie
        return self._met_dag(draft_of(zaak.inhoud))
