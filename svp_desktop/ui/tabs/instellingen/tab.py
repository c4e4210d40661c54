"""Instellingen: the school, its roles, and every list, threshold and term of the plan (demands 5-7, 148, 149)."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.instellingen import (
    BRIEVEN,
    CATALOGUS,
    DREMPELS,
    INCIDENTEN,
    LIJSTEN,
    PESTEN,
    SCHERMAFDRUKKEN,
    SOORTEN,
    TERMEN,
    TERMIJNEN,
    VEILIGHEID,
    VERTROUWEN,
    Instelling,
    InstellingSoort,
    Waarde,
)
from svp_desktop.domain.school import RolBezetting
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.find_persons import persons
from svp_desktop.ui.system import capture
from svp_desktop.ui.tabs.instellingen.kalender import KalenderPage
from svp_desktop.ui.tabs.instellingen.rollen import RollenPage
from svp_desktop.ui.tabs.instellingen.rubriek import RubriekPage
from svp_desktop.ui.tabs.instellingen.school_form import SchoolForm
from svp_desktop.ui.tabs.instellingen.vensterproef import VensterproefWerk
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import Label, col, framed, holder, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.nav import NavList
from svp_desktop.ui.widgets.page import Saved, TitleRow

_LARGEST_LOGO = 20 * 1024 * 1024
_RUBRIEKEN = (INCIDENTEN, SOORTEN, DREMPELS, TERMIJNEN, LIJSTEN, TERMEN, PESTEN, VERTROUWEN, BRIEVEN, VEILIGHEID)
_WOORDEN_VAN_TOEN = (
    "Wat u verandert, geldt vanaf dit schooljaar. "
    "Een incident van een eerder schooljaar houdt de woorden en lijsten van toen."
)
_VOLGORDE = (InstellingSoort.LIJST, InstellingSoort.TEKST, InstellingSoort.GETAL, InstellingSoort.JA_NEE)
_SUBS = {
    "School": "Dit staat op elke brief",
    "Rollen": "Wie doet wat, en sinds wanneer",
    "Schoolkalender": "Vakanties en vrije dagen: zo telt het programma schooldagen",
    INCIDENTEN: "Plaatsen, regels, wat bij elke mand hoort, en wanneer er een signaal is",
    SOORTEN: "De woorden voor elke soort, en wat het formulier dan vraagt",
    DREMPELS: "Getallen uit het plan die uw school mag aanpassen",
    TERMIJNEN: "Hoe lang, en binnen hoeveel dagen",
    LIJSTEN: "Eén regel voor elk onderdeel",
    TERMEN: "De woorden en de uitleg die u in het programma ziet",
    PESTEN: "Signalen, aanpakken, weken voor de nazorg, en de teksten voor ouders",
    VERTROUWEN: "De kaart voor in de klas, de schoolgids, en hoe lang een gesloten dossier blijft",
    BRIEVEN: "De teksten, waar het adres staat, en wanneer een tekst te moeilijk is",
    VEILIGHEID: "Wanneer het programma op slot gaat, en wat het wist",
}


def _works_here(setting: Instelling) -> bool:
    """Only Windows lets a program keep its window out of screenshots; elsewhere the switch would promise too much."""
    return setting.code != SCHERMAFDRUKKEN or capture.SUPPORTED


class InstellingenTab(TabPage):
    """Headings at the left, one page a heading. A changed setting is kept when its field is left."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.school = SchoolForm()
        self.rollen = RollenPage(context.today, persons(context), self._name_of)
        self.kalender = KalenderPage(context)
        self.teksten = button("Teksten van brieven en papieren", "file-text", tip="Lezen en veranderen, met voorbeeld")
        self.vensterproef = button("Vensterproef", "mail", tip="Een vel om uw eigen enveloppen mee te proberen")
        words = "De woorden van elke brief, kaart en agenda verandert u op een eigen bladzijde."
        above = (Label(words, "small"), holder(row(self.teksten, self.vensterproef, None)), rule())
        self.rubrieken = {
            name: RubriekPage(
                sorted(
                    (item for item in CATALOGUS if item.rubriek == name and _works_here(item)),
                    key=lambda item: _VOLGORDE.index(item.soort),
                ),
                _WOORDEN_VAN_TOEN if name in (INCIDENTEN, SOORTEN) else "",
                above if name == BRIEVEN else (),
            )
            for name in _RUBRIEKEN
        }
        self.saved = Saved()
        self.bewaar = primary("Opslaan", "check", tip="School opslaan (Ctrl+S)")
        self.bewaar.setShortcut("Ctrl+S")
        self._title = TitleRow("Instellingen", "", self.saved, self.bewaar)
        self.headings = NavList("Rubrieken")
        self._stack = QStackedWidget()
        pages: list[tuple[str, QWidget]] = [("School", scroll(holder(col(self.school, None)))), ("Rollen", self.rollen)]
        pages.append(("Schoolkalender", self.kalender))
        pages += list(self.rubrieken.items())
        for name, page in pages:
            self.headings.addItem(name)
            self._stack.addWidget(page)
        body = row(framed(self.headings), (self._stack, 1), spacing=12)
        self._views = QStackedWidget()
        self._views.addWidget(holder(col(self._title, (body, 1), margins=(16, 6, 16, 12), spacing=10)))
        self.setLayout(col((self._views, 1), spacing=0))
        self._connect()
        self.reload()
        self.headings.setCurrentRow(0)

    def _connect(self) -> None:
        self.headings.currentRowChanged.connect(self._show)
        self.bewaar.clicked.connect(self._save_school)
        self.school.logo_wanted.connect(self._choose_logo)
        self.school.edited.connect(self._school_edited)
        self.teksten.clicked.connect(self._to_texts)
        self.vensterproef.clicked.connect(self._prove_window)
        self.rollen.saved.connect(self._save_role)
        self.rollen.removed.connect(self._remove_role)
        self.kalender.changed.connect(self._context.hub.publish)
        for page in self.rubrieken.values():
            page.changed.connect(self._set)
            page.reset.connect(self._default)

    @Slot()
    def reload(self) -> None:
        """Read everything again; what is being typed stays."""
        work = self._context.werkplek
        try:
            if not self.school.dirty():
                self.school.load(work.school.lees())
            self.rollen.show_lines(work.school.rollen())
            values, earlier = work.instellingen.lees(), work.instellingen.eerdere()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.kalender.reload()
        for page in self.rubrieken.values():
            page.show_values(values, earlier)

    # -- TabPage

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.SCHOOL, Topic.PERSONEN, Topic.INSTELLINGEN):
            self.reload()

    def flush_draft(self) -> None:
        """What is right is kept at once; a school without a name is not."""
        for page in self.rubrieken.values():
            page.commit()
        if self.school.dirty() and self.school.school().naam:
            self._save_school()

    def place(self) -> dict[str, Any]:
        """The heading, and what is typed there that was not right enough to save."""
        place: dict[str, Any] = {
            "rubriek": self.headings.currentRow(),
            "rol": self.rollen.typed(),
            "kalender": self.kalender.typed(),
            "waarden": {code: text for page in self.rubrieken.values() for code, text in page.typed().items()},
        }
        return place | {"school": self.school.typed()} if self.school.dirty() else place

    def go_to(self, place: dict[str, Any]) -> None:
        self.headings.setCurrentRow(place["rubriek"])
        self.rollen.show_typed(place["rol"])
        if "kalender" in place:
            self.kalender.show_typed(place["kalender"])
        if "school" in place:
            self.school.show_typed(place["school"])
        for page in self.rubrieken.values():
            page.show_typed(place.get("waarden", {}))

    def shown(self) -> None:
        self.headings.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_current(self) -> None:
        """The proof of the window, when it is in front."""
        if self._views.currentIndex():
            self.proef.print_now()

    def go_back(self) -> bool:
        if not self._views.currentIndex():
            return False
        self.proef.leave()
        return True

    # -- what the user did

    @Slot(int)
    def _show(self, number: int) -> None:
        for page in self.rubrieken.values():
            page.commit()
        self._stack.setCurrentIndex(number)
        name = self.headings.item(number).text()
        self._title.set_title("Instellingen", _SUBS[name])
        self.bewaar.setVisible(number == 0)
        self.saved.show_text("")

    @cached_property
    def proef(self) -> UitvoerPage:
        """The page on which the proof of the window is seen before it is printed."""
        made = UitvoerPage(self._context)
        made.back.connect(self._from_proof)
        made.voorbeeld.view.fit_page()
        self._views.addWidget(made)
        return made

    @Slot()
    def _prove_window(self) -> None:
        for page in self.rubrieken.values():
            # a place that is still being typed counts
            page.commit()
        self._views.setCurrentWidget(self.proef)
        self.proef.show_work(VensterproefWerk(self._context))

    @Slot()
    def _from_proof(self) -> None:
        self._views.setCurrentIndex(0)
        self.vensterproef.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_texts(self) -> None:
        self.page_requested.emit("teksten")

    @Slot()
    def _school_edited(self) -> None:
        self.saved.show_text("Nog niet opgeslagen" if self.school.dirty() else "", "pencil", "muted")

    @Slot()
    def _save_school(self) -> None:
        try:
            outcome = self._context.werkplek.school.bewaar(self.school.school())
        except InvoerOnjuist as error:
            rest = self.school.show_findings(error.findings)
            if rest:
                self._context.bar.show_error(UserFacing(rest[0].message))
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.school.load(outcome.value)
        self.saved.show_saved(self._context.clock())
        self._context.hub.publish(outcome.changes)

    @Slot()
    def _choose_logo(self) -> None:
        path = self._context.ask.open_file(self, "Logo kiezen", (("Plaatje", "*.png *.jpg *.jpeg *.webp *.bmp"),))
        if path is None:
            return
        try:
            data = path.read_bytes() if path.stat().st_size <= _LARGEST_LOGO else b""
        except OSError:
            data = b""
        if not self.school.set_logo(data):
            error = UserFacing("Dit plaatje kan niet worden gelezen.", now="Kies een PNG of JPG van ten hoogste 20 MB.")
            self._context.bar.show_error(error)

    @Slot(object)
    def _save_role(self, line: RolBezetting) -> None:
        try:
            outcome = self._context.werkplek.school.zet_rol(
                line.rol, line.persoon_id, line.van, line.tot, line.id or None
            )
        except InvoerOnjuist as error:
            self.rollen.show_findings(error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.rollen.begin()
        self._context.hub.publish(outcome.changes)

    @Slot(int)
    def _remove_role(self, line_id: int) -> None:
        service = self._context.werkplek.school
        line = next((item for item in service.rollen() if item.id == line_id), None)
        if line is None:
            return
        try:
            self._context.hub.publish(service.verwijder_rol(line_id).changes)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return

        def undo() -> None:
            self._context.hub.publish(service.zet_rol(line.rol, line.persoon_id, line.van, line.tot).changes)

        self._context.bar.offer_undo("Rol weggehaald.", undo)

    @Slot(str, object)
    def _set(self, code: str, value: Waarde) -> None:
        page = next(page for page in self.rubrieken.values() if page.holds(code))
        service = self._context.werkplek.instellingen
        try:
            outcome = service.zet(code, value)
        except InvoerOnjuist as error:
            page.show_findings(error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        page.show_value(code, outcome.value, service.lees().eigen(code))
        self.saved.show_saved(self._context.clock())
        self._context.hub.publish(outcome.changes)

    @Slot(str)
    def _default(self, code: str) -> None:
        page = next(page for page in self.rubrieken.values() if page.holds(code))
        service = self._context.werkplek.instellingen
        before = service.lees().waarde(code)
        try:
            outcome = service.standaard(code)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        page.show_value(code, outcome.value, False)
        self._context.hub.publish(outcome.changes)

        def undo() -> None:
            self._context.hub.publish(service.zet(code, before).changes)

        self._context.bar.offer_undo("De waarde van het plan is terug.", undo)

    # -- persons

    def _name_of(self, person: int) -> str:
        try:
            return str(self._context.werkplek.personen.lees(person).naam)
        except UserFacing:
            return "onbekend"
