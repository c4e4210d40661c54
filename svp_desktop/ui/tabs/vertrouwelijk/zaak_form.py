"""The form of a matter: who came, about what, what was tried, and first of all the consent (111, 114, 115)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from svp_desktop.domain.aantekeningen import DossierDraft
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.school import PersoonRegel
from svp_desktop.domain.vertrouwelijk import (
    GeprobeerdBij,
    HoeInstemming,
    KindInstemming,
    Klager,
    OudersWeten,
    ZaakDraft,
    ZaakOnderwerp,
    jaren,
)
from svp_desktop.ui.tabs.vertrouwelijk.bewerken import Velden
from svp_desktop.ui.tabs.vertrouwelijk.chips import ChipKeuze
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.columns import TwoColumns
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.suggest import PersonPicker, Suggestion

_WHO_HINT = "Kies iemand uit de lijst (twee letters is genoeg), of schrijf een eigen omschrijving."
_CONSENT = "Toestemming gekregen voor dit dossier"
_CONSENT_WHY = "Zonder toestemming opent u geen dossier. Het programma zet er de dag en uw naam bij."
_AGE_HINT = "Hoe ouder het kind, hoe zwaarder zijn mening telt."
_DUTY = (
    "Gaat het om iets seksueels door iemand met een taak voor de school? Dan geldt geheimhouding niet. Gebruik de knop"
    " Zedenmisdrijf."
)


class GekozenPersoon(NamedTuple):
    """What is taken over of a person of the register."""

    uuid: str | None
    geboren: date | None


class ZaakForm(Velden[ZaakDraft]):
    """Form <-> ZaakDraft. `lees` reads a chosen person of the register."""

    def __init__(
        self,
        today: Callable[[], date],
        find: Callable[[str], Sequence[PersoonRegel]],
        lees: Callable[[int], GekozenPersoon],
    ) -> None:
        super().__init__()
        self._today, self._find, self._lees = today, find, lees
        self._uuid: str | None = None
        self._make(today)
        self._name_fields()
        self._build()
        self._connect()
        self._follow()

    def _make(self, today: Callable[[], date]) -> None:
        self.klager = Segmented([(one, word(one)) for one in Klager], small=True, name="Wie kwam er bij u?")
        self.naam = PersonPicker(self._hits, placeholder="Naam of omschrijving", icon="search", keep=True)
        self.groep = edit(name="Groep of functie")
        self.onderwerp = ChipKeuze(ZaakOnderwerp, "Waar gaat het over?")
        self.waarover = Area(height=92, placeholder="Feiten, en de woorden van wie het vertelde", name="In het kort")
        self.over = edit(placeholder="Naam of functie, alleen als dat nodig is", name="Over wie gaat het?")
        self.bij = ChipKeuze(GeprobeerdBij, "Met wie is al iets geprobeerd?", meer=True)
        self.geprobeerd = Area(
            height=56, placeholder="Wat is er geprobeerd, en wat hielp?", name="Wat is er geprobeerd?"
        )
        self.instemming = QCheckBox(_CONSENT)
        self.van = edit(placeholder="Naam van wie toestemming gaf")
        self.op = DateEdit(today, name="Gegeven op")
        self.hoe = Segmented([(one, word(one)) for one in HoeInstemming], small=True, name="Hoe gegeven")
        self.leeftijd = edit(name="Leeftijd", width=scaled(70))
        self.kind = Segmented(
            [(one, word(one)) for one in KindInstemming], small=True, name="Wat vindt het kind ervan?"
        )
        self.kind_uitleg = edit(placeholder="Wat zei het kind daarover?")
        self.ouders = ChipKeuze(OudersWeten, "Weten de ouders het?")
        self.ouders_op = DateEdit(today, optional=True, name="Ingelicht op")
        self.reden = Area(height=56, name="Welk zwaarwegend belang?")

    def _name_fields(self) -> None:
        self.fields = {
            "klager": Field("Wie kwam er bij u?", self.klager),
            "naam": Field("Wie is het?", self.naam, hint=_WHO_HINT),
            "groep": Field("Groep of functie (mag leeg)", self.groep),
            "onderwerp": Field("Waar gaat het over?", self.onderwerp),
            "waarover": Field("In het kort", self.waarover),
            "over_wie": Field("Over wie gaat het? (mag leeg)", self.over),
            "geprobeerd_bij": Field("Met wie is al iets geprobeerd?", self.bij),
            "geprobeerd": Field("Wat is er geprobeerd? (mag leeg)", self.geprobeerd),
            "instemming": Field("Mag u dit dossier openen?", self.instemming, hint=_CONSENT_WHY),
            "instemming_van": Field("Van wie", self.van),
            "instemming_op": Field("Gegeven op", self.op),
            "instemming_hoe": Field("Hoe", self.hoe),
            "leeftijd": Field("Leeftijd", self.leeftijd, hint=_AGE_HINT),
            "kind_instemming": Field("Mogen de ouders het weten, vindt het kind?", self.kind),
            "kind_uitleg": Field("Toelichting (mag leeg)", self.kind_uitleg),
            "ouders": Field("Zijn de ouders ingelicht?", self.ouders),
            "ouders_op": Field("Ingelicht op", self.ouders_op),
            "ouders_reden": Field("Welk zwaarwegend belang verzet zich daartegen?", self.reden),
        }

    def _build(self) -> None:
        part = self.fields
        told = card(
            part["klager"],
            row((part["naam"], 3), (part["groep"], 2), spacing=10),
            part["onderwerp"],
            part["waarover"],
            part["over_wie"],
            Label(_DUTY, "small", wrap=True),
            title="Wie en wat",
            spacing=10,
        )
        tried = card(part["geprobeerd_bij"], part["geprobeerd"], title="Wat er al is geprobeerd", spacing=10)
        consent = card(
            part["instemming"],
            row((part["instemming_van"], 3), (part["instemming_op"], 2), spacing=10),
            part["instemming_hoe"],
            title="Toestemming",
            spacing=10,
        )
        self.over_kind: QWidget = card(
            part["leeftijd"],
            part["kind_instemming"],
            part["kind_uitleg"],
            part["ouders"],
            part["ouders_op"],
            part["ouders_reden"],
            title="Het kind en zijn ouders",
            spacing=10,
        )
        right = col(consent, self.over_kind, None, spacing=10)
        left = col(told, tried, None, spacing=10)
        self.setLayout(col(TwoColumns(holder(left), holder(right), least=820, stretch=(11, 9))))

    def _connect(self) -> None:
        for line in (self.groep, self.over, self.van, self.leeftijd, self.kind_uitleg):
            line.textEdited.connect(self.touched)
        for area in (self.waarover, self.geprobeerd, self.reden):
            area.textChanged.connect(self.touched)
        for day in (self.op, self.ouders_op):
            day.edited.connect(self.touched)
        for choice in (self.klager, self.hoe, self.kind):
            choice.changed.connect(self._chosen)
        for chips in (self.onderwerp, self.bij, self.ouders):
            chips.changed.connect(self._chosen)
        self.instemming.toggled.connect(self._chosen)
        self.naam.chosen.connect(self._choose)
        self.naam.textEdited.connect(self._own_words)

    def draft(self) -> ZaakDraft:
        """What the form holds now."""
        klager, how, child = self.klager.value(), self.hoe.value(), self.kind.value()
        return ZaakDraft(
            dossier=DossierDraft(self.naam.text(), self.groep.text(), self._uuid),
            klager=klager if isinstance(klager, Klager) else None,
            onderwerp=self.onderwerp.value(),
            waarover=self.waarover.text(),
            over_wie=self.over.text(),
            geprobeerd_bij=self.bij.chosen(),
            geprobeerd=self.geprobeerd.text(),
            instemming=self.instemming.isChecked(),
            instemming_van=self.van.text(),
            instemming_op=self.op.text().strip(),
            instemming_hoe=how if isinstance(how, HoeInstemming) else None,
            leeftijd=self.leeftijd.text(),
            kind_instemming=child if isinstance(child, KindInstemming) else None,
            kind_uitleg=self.kind_uitleg.text(),
            ouders=self.ouders.value(),
            ouders_op=self.ouders_op.text().strip(),
            ouders_reden=self.reden.text(),
        )

    def fill(self, draft: ZaakDraft) -> None:
        """Show this draft."""
        self.klager.set_value(draft.klager)
        # forget what was offered for the text before: Enter would still take it
        self.naam.clear()
        self.naam.search()
        for line, text in (
            (self.naam, draft.dossier.naam), (self.groep, draft.dossier.groep), (self.van, draft.instemming_van),
            (self.over, draft.over_wie), (self.leeftijd, draft.leeftijd), (self.kind_uitleg, draft.kind_uitleg),
        ):  # fmt: skip
            line.setText(text)
            line.setCursorPosition(0)
        self._uuid = draft.dossier.persoon_uuid
        self.onderwerp.set_value(draft.onderwerp)
        self.bij.set_chosen(draft.geprobeerd_bij)
        for area, text in (
            (self.waarover, draft.waarover), (self.geprobeerd, draft.geprobeerd), (self.reden, draft.ouders_reden),
        ):  # fmt: skip
            area.setText(text)
            # Ctrl+Z may not bring back what was typed in another dossier
            area.document().clearUndoRedoStacks()
        self.instemming.setChecked(draft.instemming)
        self.op.setText(draft.instemming_op)
        self.hoe.set_value(draft.instemming_hoe)
        self.kind.set_value(draft.kind_instemming)
        self.ouders.set_value(draft.ouders)
        self.ouders_op.setText(draft.ouders_op)
        self._follow()

    @Slot()
    def _chosen(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """Only what this matter asks is shown."""
        agreed = self.instemming.isChecked()
        for name in ("instemming_van", "instemming_op", "instemming_hoe"):
            self.fields[name].setVisible(agreed)
        self.over_kind.setVisible(self.klager.value() is Klager.KIND)
        parents = self.ouders.value()
        self.fields["ouders_op"].setVisible(parents is OudersWeten.JA)
        self.fields["ouders_reden"].setVisible(parents is OudersWeten.NEE)

    def _hits(self, text: str) -> list[Suggestion]:
        return [Suggestion(person, person.naam, person.omschrijving) for person in self._find(text)]

    @Slot(object)
    def _choose(self, person: PersoonRegel) -> None:
        """The person's own words come along, and the age of a pupil."""
        known = self._lees(person.id)
        self._uuid = known.uuid
        self.groep.setText(person.omschrijving)
        self.groep.setCursorPosition(0)
        if known.geboren is not None:
            self.leeftijd.setText(str(jaren(known.geboren, self._today())))
        self.edited.emit()

    @Slot()
    def _own_words(self) -> None:
        """Another text is no longer the person that was chosen."""
        self._uuid = None
        self.edited.emit()
