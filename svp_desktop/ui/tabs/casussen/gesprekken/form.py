"""The form of one talk: what the parent brings in or how the child is doing comes first (demands 19-22)."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.gesprekken import Gesprek, GesprekDraft, GesprekSoort, GesprekTekst, gesprek_draft_of
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.labels import label
from svp_desktop.services.gesprekken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.casussen.gesprekken.welbevinden import WelbevindenVragen
from svp_desktop.ui.widgets.base import card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_line

_INBRENG = "Wat ziet, weet en wil deze ouder? De ouder kent het kind het langst."


class GesprekForm(DeelForm[GesprekDraft]):
    """Form <-> GesprekDraft."""

    def __init__(self, context: Context) -> None:
        self._casus_id = 0
        self._gesprek: Gesprek | None = None
        self._persoon_id: int | None = None
        self._make_fields(context)
        super().__init__(context, GesprekDraft, self._body(), self._all, "een gesprek in een casus")
        self.remove.setText("Verwijderen")
        self.soort.changed.connect(self._kind_chosen)
        self.met.activated.connect(self._person_chosen)
        self.inzage.changed.connect(self._inzage_chosen)
        self.welbevinden.edited.connect(self.touched)
        for line in (self.aanwezig, self.reden):
            line.textEdited.connect(self.touched)
        for day in self._days:
            day.edited.connect(self.touched)
        for area in (self.inbreng, self.verslag, self.afspraken):
            area.textChanged.connect(self.touched)

    def _make_fields(self, context: Context) -> None:
        self.soort = Segmented([(kind, label(kind)) for kind in GesprekSoort], small=True, name="Soort gesprek")
        self.met = QComboBox()
        guard_wheel(self.met)
        # a long name may not push the rest aside
        self.met.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.met.setMinimumContentsLength(8)
        self.aanwezig = edit(placeholder="Bijvoorbeeld: moeder, opa en meester Jan")
        self.gevraagd, self.gehouden, self.esis = (DateEdit(context.today, optional=True) for _ in range(3))
        self.gepland = DateEdit(context.today, optional=True, komend=True)
        self._days = (self.gevraagd, self.gepland, self.gehouden, self.esis)
        self.inbreng = Area(placeholder=_INBRENG, height=80)
        self.welbevinden = WelbevindenVragen()
        self.verslag = Area(placeholder="Wat is er besproken?", height=90)
        self.afspraken = Area(placeholder="Wie doet wat, en wanneer kijken we terug?", height=60)
        self.inzage = Segmented(
            [(kind, label(kind)) for kind in Inzage], Inzage.ONBEKEND, small=True, name="Inzage ouders"
        )
        self.reden = edit(placeholder="Waarom niet?")
        self._all = {
            "soort": Field("Soort gesprek", self.soort),
            "persoon": Field("Met wie", self.met),
            "aanwezig": Field("Wie waren erbij", self.aanwezig),
            "gevraagd_op": Field("Gevraagd op", self.gevraagd),
            "gepland_op": Field("Gepland op", self.gepland),
            "gehouden_op": Field("Gehouden op", self.gehouden),
            "inbreng": Field("Inbreng van de ouder als kindkenner", self.inbreng),
            "welbevinden": Field("Hoe gaat het met het kind?", self.welbevinden),
            "verslag": Field("Verslag", self.verslag),
            "afspraken": Field("Afspraken", self.afspraken),
            "esis_op": Field("In Esis gezet op", self.esis),
            "inzage": Field("Ouders kunnen dit inzien", self.inzage),
            "inzage_reden": Field("Waarom niet", self.reden),
        }

    def _body(self) -> QWidget:
        part = self._all
        said = card(part["inbreng"], part["welbevinden"], part["verslag"], part["afspraken"], spacing=10)
        around = card(
            part["persoon"],
            part["aanwezig"],
            part["gevraagd_op"],
            part["gepland_op"],
            part["gehouden_op"],
            spacing=10,
        )
        dossier = card(part["esis_op"], part["inzage"], part["inzage_reden"], title="Kinddossier", spacing=10)
        columns = row((col(said, None), 3), (col(around, dossier, None, spacing=10), 2), spacing=12)
        return holder(col(part["soort"], columns, None, margins=(0, 2, 0, 0), spacing=10))

    # -- one talk

    def begin(self, casus: Casus, gesprek: Gesprek | None, *, open_for_change: bool) -> None:
        """This talk, or a new one: a kindgesprek with the child of the casus, until somebody chooses otherwise."""
        self._casus_id, self._gesprek = casus.id, gesprek
        self.set_record("Gesprekken", label(gesprek.inhoud.soort) if gesprek else "Nieuw gesprek", casus.titel)
        self.remove.setVisible(gesprek is not None and open_for_change)
        fresh = GesprekDraft(GesprekSoort.KIND, casus.leerling_id)
        self.start(
            sleutel(casus.id, gesprek.id if gesprek else None),
            gesprek_draft_of(gesprek) if gesprek else fresh,
            new=gesprek is None,
            open_for_change=open_for_change,
        )
        self.soort.parts()[0].setFocus()

    def gesprek_id(self) -> int:
        """The recorded talk that is open, 0 for a new one."""
        return self._gesprek.id if self._gesprek else 0

    def draft(self) -> GesprekDraft:
        soort, inzage = self.soort.value(), self.inzage.value()
        return GesprekDraft(
            soort if isinstance(soort, GesprekSoort) else None,
            self._persoon_id,
            self.gevraagd.text().strip(),
            self.gepland.text().strip(),
            self.gehouden.text().strip(),
            GesprekTekst(
                self.aanwezig.text(),
                self.inbreng.text(),
                self.welbevinden.value(),
                self.verslag.text(),
                self.afspraken.text(),
            ),
            self.esis.text().strip(),
            inzage if isinstance(inzage, Inzage) else Inzage.ONBEKEND,
            self.reden.text(),
        )

    def fill(self, draft: GesprekDraft) -> None:
        self.soort.set_value(draft.soort)
        self._persoon_id = draft.persoon_id
        self._offer_people(draft.soort)
        for day, text in zip(
            self._days, (draft.gevraagd_op, draft.gepland_op, draft.gehouden_op, draft.esis_op), strict=True
        ):
            day.setText(text)
        show_line(self.aanwezig, draft.tekst.aanwezig)
        self.inbreng.setText(draft.tekst.inbreng)
        self.welbevinden.set_value(draft.tekst.welbevinden)
        self.verslag.setText(draft.tekst.verslag)
        self.afspraken.setText(draft.tekst.afspraken)
        self.inzage.set_value(draft.inzage)
        self.reden.setText(draft.inzage_reden)
        self._show_parts()

    def check(self, draft: GesprekDraft) -> tuple[Finding, ...]:
        return self._context.werkplek.gesprekken.check(draft)

    def put(self, draft: GesprekDraft) -> Outcome[Any]:
        service = self._context.werkplek.gesprekken
        if self._gesprek is None:
            return service.bewaar(self._casus_id, draft)
        return service.bewaar(self._casus_id, draft, self._gesprek.id, self._gesprek.versie)

    def reread(self) -> GesprekDraft:
        self._gesprek = self._context.werkplek.gesprekken.lees(self.gesprek_id())
        return gesprek_draft_of(self._gesprek)

    # -- what goes with the kind of talk

    def _offer_people(self, soort: GesprekSoort | None) -> None:
        """Whom this talk can be with; who was chosen and is not offered any more stays when the talk is recorded."""
        people = self._context.werkplek.gesprekken.met_wie(self._casus_id, soort or GesprekSoort.ANDER)
        self.met.clear()
        self.met.addItem("kies een kind" if soort is GesprekSoort.KIND else "niemand in het bijzonder", None)
        for item in people:
            self.met.addItem(f"{item.naam}, {item.omschrijving}", item.persoon_id)
        known = {item.persoon_id for item in people}
        recorded = self._gesprek.inhoud.persoon_id if self._gesprek else None
        if self._gesprek is not None and recorded is not None and recorded not in known:
            self.met.addItem(self._gesprek.persoon, recorded)
            known.add(recorded)
        if self._persoon_id not in known:
            self._persoon_id = None
        self.met.setCurrentIndex(max(0, self.met.findData(self._persoon_id)))

    def _show_parts(self) -> None:
        soort = self.soort.value()
        self._all["inbreng"].setVisible(soort is GesprekSoort.OUDER or bool(self.inbreng.text().strip()))
        asked = self.welbevinden.value().gevraagd
        self._all["welbevinden"].setVisible(soort is GesprekSoort.KIND or asked)
        self._all["inzage_reden"].setVisible(self.inzage.value() is Inzage.NEE)

    @Slot(object)
    def _kind_chosen(self, soort: GesprekSoort) -> None:
        self._offer_people(soort)
        if soort is GesprekSoort.KIND and self.met.count() == 2:
            self.met.setCurrentIndex(1)
            self._persoon_id = self.met.itemData(1)
        self._show_parts()
        self.touched()

    @Slot(int)
    def _person_chosen(self, position: int) -> None:
        self._persoon_id = self.met.itemData(position)
        self.touched()

    @Slot()
    def _inzage_chosen(self) -> None:
        self._show_parts()
        self.touched()
