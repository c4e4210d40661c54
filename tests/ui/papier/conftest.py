"""The composer over a real workplace: one child with a hostile name, two parents at two addresses, one incident."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.changes import Changes
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze
from svp_desktop.domain.papier import PapierDraft, PapierSoort
from svp_desktop.domain.papier_vragen import ontbreekt
from svp_desktop.domain.school import Aanspreekvorm, Bouw, Leerling, Medewerker, Naam, Ouder, OuderVan
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted, a4_printer
from svp_desktop.ui.context import Context
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.tabs.papier.opsteller import Opsteller
from svp_desktop.ui.tabs.papier.tab import PapierTab
from svp_desktop.ui.tasks import Immediately

HOSTILE = "<b>O'Brien & Łukasz</b>"
ANSWERS = {
    "sterke_kanten": "Je maakt grapjes waar iedereen om lacht.",
    "gedraging:23 november": "riep je dat je iemand zou opwachten",
    "geraakt": "Een klasgenoot werd bang.",
    "steunfiguren": "mama, papa en juf Marit",
    "ouderwoorden": "U vertelde dat uw kind slecht slaapt.",
    "contact": "Juf Marit belt u op vrijdag.",
    "hersteldatum": "4-12",
    "telefoon": "024 123 45 67",
    "leesdatum": "30-11",
    "leestijd": "14.00",
    "leesplaats": "de spreekkamer",
    "adres:1": "Dorpsstraat 5\n6500 AB  NIJMEGEN",
}


@dataclass
class Schrijftafel:
    """The composer, the ids behind it, and what it asked of the window."""

    tab: PapierTab
    werkplek: Werkplek
    ask: Scripted
    casus: int
    vader: int
    changes: list[Changes] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)
    undo: list[Callable[[], None]] = field(default_factory=list)
    to_casus: list[int] = field(default_factory=list)
    to_person: list[int] = field(default_factory=list)

    @property
    def page(self) -> Opsteller:
        return self.tab.opsteller

    def draft(self) -> PapierDraft:
        return self.page.draft()

    def pdf(self) -> bytes:
        """The bytes that are seen."""
        shown = self.page.shown_page()
        assert shown is not None
        return shown.pdf

    def row_titles(self) -> list[str]:
        """Titles from top to bottom, as they stand on the screen."""
        rows = sorted(self.page.form.rows.values(), key=lambda row: row.y())
        return [row.kop.text() for row in rows]

    def choose_kind(self, soort: PapierSoort) -> None:
        """Another paper of the same place, as a user chooses it."""
        number = self.page.soort.findData(soort)
        self.page.soort.setCurrentIndex(number)
        self.page.soort.activated.emit(number)

    def answer_all(self) -> None:
        """Fill every question in its own field, as a user would."""
        form = self.page.form
        while form.questions():
            form.open("#vragen")
            code = form.questions()[0].code
            line = form.body.lines[code]
            line.answer.setText(ANSWERS[code])
            line.fill.click()
            assert code not in [item.code for item in ontbreekt(self.draft())], line.field.message()
        self.tab.maker.want(self.draft(), at_once=True)


@pytest.fixture
def tafel(
    werkplek: Werkplek, clock: Callable[[], object], shown: Callable[[QWidget], QWidget]
) -> Iterator[Schrijftafel]:
    """The composer on the screen, told of every write as the window does."""
    people = werkplek.personen
    groep = werkplek.school.bewaar_groep("Anker 8", Bouw.BOVENBOUW).value
    kind, _ander = (
        people.bewaar(Leerling(0, "", naam, str(number), date(2015, 3, 4), 8, groep)).value
        for number, naam in enumerate((Naam(HOSTILE, "van den", "Berg"), Naam("Sem", "", "Jansen")), 1)
    )
    juf = people.bewaar(Medewerker(0, "", Naam("Marit", "", "Smeets"), noemnaam="juf Marit", groep_ids=(groep,))).value
    moeder = Ouder(
        0, "", Naam("Anna", "van den", "Berg"), Aanspreekvorm.MEVROUW, "A.", "Havenstraat 1", "6511AA", "Nijmegen"
    )
    vader = Ouder(0, "", Naam("Tom", "", "Koster"), Aanspreekvorm.HEER, "T.")
    for parent, relation in ((moeder, "moeder"), (vader, "vader")):
        values = {name: getattr(parent, name) for name in parent.__slots__}
        last = people.bewaar(Ouder(**values | {"kinderen": (OuderVan(kind, relation),)})).value
    incident = IncidentDraft(
        datum="23-11-2026",
        plaats="Schoolplein",
        soorten=(SoortKeuze(Soort.BEDREIGING),),
        mand=Mand.ORANJE,
        betrokkenen=(people.als_betrokkene(kind, frozenset({Betrokkenheid.DADER})),),
        feiten="Riep dat hij iemand zou opwachten.",
    )
    seen = werkplek.incidenten.registreer(incident).value
    draft = CasusDraft(kind, None, juf, "Zorg over de pauzes.", "Samen spelen.", incident_ids=(seen,))
    casus = werkplek.casussen.open(draft).value
    werkplek.casussen.leg_vast(casus, ActieDraft("waakzaamheid", "24-11-2026", wie="juf Marit", gedaan=False))
    werkplek.casussen.leg_vast(casus, ActieDraft("relatiegebaar", "20-11-2026", wie="juf Marit"))
    made = _show(werkplek, clock, shown, casus, last)
    yield made
    assert made.ask.all_used()


def _show(werkplek, clock, shown, casus: int, vader: int) -> Schrijftafel:
    ask = Scripted()
    context = Context(werkplek, Hub(), ask, Immediately(), clock)
    tab = PapierTab(context)
    made = Schrijftafel(tab, werkplek, ask, casus, vader)
    context.hub.changed.connect(tab.refresh)
    context.hub.changed.connect(made.changes.append)
    context.bar.error.connect(made.errors.append)
    context.bar.undo_offered.connect(lambda _sentence, undo: made.undo.append(undo))
    tab.show_casus_requested.connect(made.to_casus.append)
    tab.show_person_requested.connect(made.to_person.append)
    tab.resize(1270, 620)
    shown(tab)
    return made


@pytest.fixture
def again(tafel: Schrijftafel, clock, shown) -> Callable[[], Schrijftafel]:
    """A second composer over the same kluis, as after unlocking."""
    return lambda: _show(tafel.werkplek, clock, shown, tafel.casus, tafel.vader)


@pytest.fixture
def file_printer(tmp_path: Path) -> Callable[[str], QPrinter]:
    """A printer that writes a PDF."""

    def make(name: str) -> QPrinter:
        printer = a4_printer("Brief van de school")
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / name))
        return printer

    return make
