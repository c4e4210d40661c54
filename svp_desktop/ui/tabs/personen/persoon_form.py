"""The form of a person: one form for the four kinds, each with its own fields."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Aanspreekvorm, Groep, PersoonSoort
from svp_desktop.ui.forms.ui_persoon_form import Ui_PersoonForm
from svp_desktop.ui.tabs.personen.familie import Kinderen
from svp_desktop.ui.tabs.personen.inhoud import TEKSTEN, PersoonInhoud
from svp_desktop.ui.widgets.buttons import Chip, Segmented
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.suggest import Find

_TEXTS = {
    "roepnaam": "Roepnaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "voorletters": "Voorletters",
    "nummer": "Nummer in het leerlingsysteem",
    "noemnaam": "Zo noemen kinderen u (juf Marit)",
    "organisatie": "Organisatie of relatie",
    "straat": "Straat en huisnummer",
    "postcode": "Postcode",
    "plaats": "Plaats",
    "telefoon": "Telefoon",
    "email": "E-mailadres",
}
_ADULTS = (PersoonSoort.OUDER, PersoonSoort.MEDEWERKER)


class PersoonForm(QWidget):
    """Form <-> PersoonInhoud. `edited` after every change by the user."""

    edited = Signal()
    person_wanted = Signal(int)

    def __init__(self, today: Callable[[], date], find_pupil: Find, name_of: Callable[[int], str]) -> None:
        super().__init__()
        self._ui = Ui_PersoonForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._soort = PersoonSoort.LEERLING
        self.texts: dict[str, QLineEdit] = {name: edit(name=text) for name, text in _TEXTS.items()}
        self.texts["geboortedatum"] = DateEdit(today, optional=True)
        self.taal, self.functie = self._combo(editable=True), self._combo(editable=True)
        self.jaargroep, self.groep = self._combo(), self._combo()
        self.jaargroep.addItem("–", None)
        for year in range(1, 9):
            self.jaargroep.addItem(str(year), year)
        self.vorm = Segmented([(form, label(form)) for form in Aanspreekvorm], small=True, name="Aanspreekvorm")
        self._chips: dict[int, Chip] = {}
        self._flow = Flow(gap=6)
        self.kinderen = Kinderen(find_pupil, name_of)
        self.fields = {name: Field(text, self.texts[name]) for name, text in _TEXTS.items()}
        self.fields["geboortedatum"] = Field("Geboortedatum", self.texts["geboortedatum"])
        self.fields["taal"] = Field("Taal thuis", self.taal)
        self.fields["functie"] = Field("Functie", self.functie)
        self.fields["jaargroep"] = Field("Jaargroep", self.jaargroep)
        self.fields["groep_id"] = Field("Groep", self.groep)
        self.fields["groep_ids"] = Field("Groepen", self._flow)
        self.fields["aanspreekvorm"] = Field("Aanspreekvorm in brieven", self.vorm)
        self.fields["kinderen"] = Field("Kinderen", self.kinderen)
        self._place()
        self._connect()

    @staticmethod
    def _combo(*, editable: bool = False) -> QComboBox:
        made = QComboBox()
        made.setEditable(editable)
        if editable:
            made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(4)
        guard_wheel(made)
        return made

    def _place(self) -> None:
        slots = {"groep_id": "groep", "groep_ids": "groepen", "kinderen": "familie"}
        for name, field in self.fields.items():
            getattr(self._ui, f"plek_{slots.get(name, name)}").addWidget(field)

    def _connect(self) -> None:
        for line in self.texts.values():
            line.textEdited.connect(self._touched)
        for combo in (self.taal, self.functie):
            combo.editTextChanged.connect(self._touched)
        self.jaargroep.activated.connect(self._touched)
        self.groep.activated.connect(self._touched)
        self.vorm.changed.connect(self._touched)
        self.kinderen.edited.connect(self._touched)

    def set_choices(self, groepen: Sequence[Groep], talen: Sequence[str], functies: Sequence[str]) -> None:
        """The groups of the school and the school's lists."""
        self.blockSignals(True)
        self.groep.clear()
        self.groep.addItem("geen groep", None)
        for groep in groepen:
            self.groep.addItem(groep.naam, groep.id)
        for combo, items in ((self.taal, talen), (self.functie, functies)):
            typed = combo.currentText()
            combo.clear()
            combo.addItems(list(items))
            combo.setEditText(typed)
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {groep.id: Chip(groep.naam, check=True) for groep in groepen if not groep.vervallen}
        for chip in self._chips.values():
            chip.clicked.connect(self._touched)
            self._flow.add(chip)
        self.blockSignals(False)

    def inhoud(self) -> PersoonInhoud:
        """What the form holds now."""
        texts = {name: self._text(name) for name in TEKSTEN[self._soort]}
        form = self.vorm.value()
        return PersoonInhoud(
            self._soort,
            texts,
            vorm=form if isinstance(form, Aanspreekvorm) else Aanspreekvorm.NEUTRAAL,
            jaargroep=self.jaargroep.currentData() if self._soort is PersoonSoort.LEERLING else None,
            groep_id=self.groep.currentData() if self._soort is PersoonSoort.LEERLING else None,
            groep_ids=tuple(number for number, chip in self._chips.items() if chip.isChecked()),
            kinderen=self.kinderen.lines() if self._soort is PersoonSoort.OUDER else (),
        )

    def _text(self, name: str) -> str:
        if name in ("taal", "functie"):
            return {"taal": self.taal, "functie": self.functie}[name].currentText()
        return self.texts[name].text()

    def load(self, inhoud: PersoonInhoud) -> None:
        """Show this content, with the fields of its kind."""
        self.blockSignals(True)
        self._soort = inhoud.soort
        for name, line in self.texts.items():
            line.setText(inhoud.teksten.get(name, ""))
            line.setCursorPosition(0)
        self.taal.setEditText(inhoud.teksten.get("taal", ""))
        self.functie.setEditText(inhoud.teksten.get("functie", ""))
        self.vorm.set_value(inhoud.vorm)
        self.jaargroep.setCurrentIndex(max(0, self.jaargroep.findData(inhoud.jaargroep)))
        self.groep.setCurrentIndex(max(0, self.groep.findData(inhoud.groep_id)))
        for number, chip in self._chips.items():
            chip.setChecked(number in inhoud.groep_ids)
        self.kinderen.load(inhoud.kinderen)
        self._show_kind()
        self.show_findings(())
        self.blockSignals(False)

    def _show_kind(self) -> None:
        kind = self._soort
        for name, field in self.fields.items():
            field.setVisible(name in TEKSTEN[kind])
        for name in ("jaargroep", "groep_id"):
            self.fields[name].setVisible(kind is PersoonSoort.LEERLING)
        self.fields["aanspreekvorm"].setVisible(kind in _ADULTS)
        self.fields["groep_ids"].setVisible(kind is PersoonSoort.MEDEWERKER)
        self.fields["kinderen"].setVisible(kind is PersoonSoort.OUDER)

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Each sentence under its field; a finding of the whole name under the first name."""
        shown = tuple(
            Finding("roepnaam", item.message, item.severity) if item.field == "naam" else item for item in findings
        )
        return show_findings(self.fields, shown)

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
