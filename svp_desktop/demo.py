"""The program's main job without a screen: on the voorbeeldschool, in a real window that is drawn offscreen.

`python -m svp_desktop.demo build/demo` says step by step what it does, and leaves a picture of every screen and the
printed papers. All persons in it are invented, so the names may speak. Everything else it makes is thrown away.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from svp_desktop.domain.papier import PapierDraft
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.services.werkplek import Werkplek
    from svp_desktop.ui.main_window import MainWindow
    from svp_desktop.ui.program import Program

SIZE = (1366, 768)
_FACTS = (
    "In de ochtendpauze bij het klimrek riep hij drie keer een scheldwoord naar een klasgenoot. "
    "De klasgenoot liep weg. Ik ging tussen hen in staan."
)


class Tour:
    """Drives one program and keeps pictures of what it shows."""

    def __init__(self, app: "QApplication", out: Path) -> None:
        self.app, self.out = app, out
        self._pictures = 0
        self._steps = 0

    def say(self, text: str) -> None:
        """One step, for who reads along."""
        self._steps += 1
        print(f"{self._steps:2}. {text}", flush=True)

    def settle(self) -> None:
        """Let the window draw what it has to draw."""
        for _ in range(6):
            self.app.processEvents()

    def picture(self, shown: "QWidget", name: str) -> None:
        """A screenshot: `NN-name.png`."""
        self._pictures += 1
        self.settle()
        file = self.out / f"{self._pictures:02}-{name}.png"
        if not shown.grab().save(str(file)):
            raise OSError(f"the picture {file.name} could not be written")


class Rondgang:
    """The main job on the voorbeeldschool: from the first page to printed papers, lock and unlock."""

    def __init__(self, tour: Tour, program: "Program") -> None:
        self.tour, self.program = tour, program

    @property
    def window(self) -> "MainWindow":
        """The workplace, after unlocking."""
        if self.program.window is None:
            raise RuntimeError("the workplace did not open")
        return self.program.window

    @property
    def work(self) -> "Werkplek":
        """The services of the open school."""
        return self.window.context.werkplek

    def run(self) -> None:
        """Everything, in the order of a first morning."""
        self.begin()
        incident = self.register()
        casus = self.casus(incident)
        self.papers(casus)
        self.every_paper()
        self.rest()
        self.dark()

    def begin(self) -> None:
        """The first page, and the voorbeeldschool behind it."""
        tour, shell = self.tour, self.program.shell
        tour.say("Het programma opent. Er is nog geen school op deze computer.")
        tour.picture(shell, "eerste-keer")
        tour.say("Wij kiezen: Probeer met voorbeeldschool.")
        self.program.gate.open_demo()
        tour.settle()
        counts = self.work.tellingen()
        pupils = len(self.work.personen.zoek("de", limit=500))
        tour.say(f"De school staat klaar: {counts.incidenten} incidenten dit schooljaar, {counts.casussen} casussen.")
        tour.say(f"Zoeken op twee letters (“de”) vindt {pupils} personen.")
        self.window.show_page("vandaag")
        tour.picture(shell, "vandaag")

    def register(self) -> int:
        """A new incident, typed in the form."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from svp_desktop.domain.incident import IncidentFilter, Mand, Soort
        from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab

        tour = self.tour
        page = self.window.show_page("incidenten")
        assert isinstance(page, IncidentenTab)
        tour.picture(self.program.shell, "incidenten")
        before = self.work.incidenten.aantal(IncidentFilter())[1]
        page.primary_new()
        tour.settle()
        editor = page.form.editor
        editor.datum.set_day(self.work.today() - timedelta(days=1))
        editor.tijd.setText("10.25")
        editor.plaats.setText("Schoolplein")
        for name in ("quinten p", "lina ten"):
            editor.zoeker.setText(name)
            editor.zoeker.search()
            editor.zoeker.choose(0)
        QTest.keyClick(editor.personen, Qt.Key.Key_S)
        editor.personen.setCurrentIndex(editor.personen.model().index(0, 1))
        QTest.keyClick(editor.personen, Qt.Key.Key_D)
        editor.soorten.chips()[Soort.AGRESSIE].click()
        editor.mand.set_value(Mand.ORANJE)
        editor._ui.feiten.setPlainText(_FACTS)
        tour.picture(self.program.shell, "incident-nieuw")
        page.form.save_button.click()
        tour.settle()
        self.window.snackbar.hide()
        newest = self.work.incidenten.ids(IncidentFilter())[0]
        after = self.work.incidenten.aantal(IncidentFilter())[1]
        tour.say(f"Incident vastgelegd: het register ging van {before} naar {after}.")
        return newest

    def casus(self, incident: int) -> int:
        """The casus of the child, with the new incident and one more action."""
        from svp_desktop.domain.casus import ActieDraft
        from svp_desktop.ui.tabs.casussen.tab import CasussenTab

        tour = self.tour
        child = next(item.persoon_id for item in self.work.incidenten.lees(incident).inhoud.betrokkenen)
        casus = self.work.casussen.van_leerling(child)[0]
        self.work.casussen.koppel(casus, (incident,))
        self.work.casussen.leg_vast(casus, ActieDraft("relatiegebaar", "vandaag", wie="meester Jan"))
        page = self.window.show_page("casussen")
        assert isinstance(page, CasussenTab)
        page.show_record(casus)
        tour.picture(self.program.shell, "casus")
        tour.say("In de casus staat het incident op de tijdlijn, en een relatiegebaar op de ladder.")
        page.primary_new()
        tour.picture(self.program.shell, "actie-nieuw")
        page.go_back()
        return casus

    def papers(self, casus: int) -> None:
        """The aankondiging and the letter to the parents: filled in, checked, laid out, handed out."""
        from svp_desktop.domain.papier import PapierSoort
        from svp_desktop.domain.papier_controle import Ernst
        from svp_desktop.domain.uitreiken import UitreikDraft

        tour, papers = self.tour, self.work.papieren
        names = {
            PapierSoort.AANKONDIGING_KIND: "aankondiging-kind",
            PapierSoort.AANKONDIGING_OUDERS: "aankondiging-ouders",
        }
        for soort, name in names.items():
            draft = self._answered(papers.begin(casus, soort))
            concept = f"papier:{casus}:{soort.value}"
            self.work.concepten.bewaar(concept, papers.naar_dict(draft), "Aankondiging")
            self.window.show_page("papier").resume(concept)
            tour.settle()
            tour.picture(self.program.shell, name)
            held = [item for item in papers.controleer(draft) if item.ernst is Ernst.BLOKKEREND]
            made = papers.opmaken(draft)
            (tour.out / f"{name}.pdf").write_bytes(made.pdf)
            papers.opgeslagen(draft)
            handed = UitreikDraft(aan="het kind en de ouders", met_actie=soort is next(iter(names)))
            self.window.context.hub.publish(papers.uitreiken(draft, made, handed).changes)
            tour.say(f"{name}.pdf: {made.paginas} bladzijden, {len(held)} dingen die het afdrukken tegenhouden.")

    def every_paper(self) -> None:
        """Every other paper of the school, to read: one file each."""
        from svp_desktop.services.voorbeeldpapieren import papieren

        made = list(papieren(self.work))
        for number, paper in enumerate(made, 1):
            (self.tour.out / f"papier-{number:02}-{paper.naam}.pdf").write_bytes(paper.pdf)
        held = [paper.naam for paper in made if paper.tegengehouden]
        words = f"tegengehouden: {', '.join(held)}" if held else "geen ervan wordt tegengehouden"
        self.tour.say(f"Alle soorten papier: {len(made)} bestanden, {words}.")

    def _answered(self, draft: "PapierDraft") -> "PapierDraft":
        """Every question of the paper answered, as the teacher would."""
        from svp_desktop.domain.findings import Finding

        papers = self.work.papieren
        for item in papers.ontbreekt(draft):
            code = item.code.split(":")[0]
            answered = papers.vul_in(draft, item.code, ANTWOORDEN.get(code, ANTWOORDEN["gedraging"]))
            if not isinstance(answered, Finding):
                draft = answered
        return draft

    def rest(self) -> None:
        """The pages behind *Meer*, and lock and unlock."""
        from svp_desktop import resources
        from svp_desktop.ui.tabs.instellingen.tab import InstellingenTab
        from svp_desktop.ui.tabs.personen.tab import PersonenTab

        tour, shell = self.tour, self.program.shell
        people = self.window.show_page("personen")
        assert isinstance(people, PersonenTab)
        tour.picture(shell, "leerlingen")
        people.open_import()
        assert people.inlezen is not None
        people.inlezen.read(resources.path("demo", "leerlingen-excel.csv"))
        tour.settle()
        tour.picture(shell, "leerlingen-inlezen")
        people.go_back()
        for code in ("signalen", "esis", "inzicht"):
            self.window.show_page(code)
            tour.picture(shell, code)
        settings = self.window.show_page("instellingen")
        assert isinstance(settings, InstellingenTab)
        tour.picture(shell, "instellingen")
        settings.headings.setCurrentRow(2)
        tour.picture(shell, "instellingen-drempels")
        self.window.show_page("handleiding")
        tour.picture(shell, "handleiding")
        tour.say("Leerlingen, inlezen, signalen, Esis, inzicht, instellingen en handleiding zijn bekeken.")

    def dark(self) -> None:
        """The same casus in the dark look."""
        from svp_desktop.ui.theme.apply import Choice

        self.program.theme.choose(Choice.DONKER)
        self.window.show_page("casussen")
        self.tour.picture(self.program.shell, "casus-donker")
        self.window.show_page("incidenten")
        self.tour.picture(self.program.shell, "incidenten-donker")
        self.program.theme.choose(Choice.LICHT)

    def confidential(self, way_in: "Toegang") -> None:
        """The papers that only the vertrouwenspersoon can make, on this throw-away school."""
        from svp_desktop.domain.school import Rol
        from svp_desktop.services.voorbeeldpapieren import vertrouwelijke_papieren

        work = way_in.voorbeeldschool(als=Rol.INTERNE_VERTROUWENSPERSOON)
        made = list(vertrouwelijke_papieren(work))
        work.vergrendel()
        for number, paper in enumerate(made, 1):
            (self.tour.out / f"vertrouwelijk-{number:02}-{paper.naam}.pdf").write_bytes(paper.pdf)
        self.tour.say(f"Als vertrouwenspersoon: {len(made)} papieren die alleen zij kan maken.")

    def lock(self) -> None:
        """Lock; what a new process would show is up to the caller."""
        self.program.lock()
        self.tour.settle()
        self.tour.say("Vergrendeld. De sleutels zijn gewist.")


#: What a teacher answers to the questions of a paper.
ANTWOORDEN = {
    "sterke_kanten": "Jij helpt jonge kinderen.\nJij bouwt de mooiste torens.\nJij maakt ons aan het lachen.",
    "gedraging": "schold je een klasgenoot uit",
    "gedragingen": "Je schold een klasgenoot uit.\nJe duwde een kind bij de kapstok.",
    "geraakt": "Een klasgenoot durfde niet naar huis.\nKinderen waren bang.",
    "grens": "Schelden, dreigen en gooien",
    "stappen": "Wij zijn elke pauze bij je in de buurt.\nElke vrijdag praten wij over je week.",
    "steunfiguren": "je ouders, opa Gerard, meester Jan en juf Ilse",
    "leerkracht": "meester Jan",
    "ouderwoorden": "U zei: ‘Hij is thuis zo zorgzaam. Ik wil dat dit stopt.’",
    "contact": "Meester Jan belt u elke vrijdag.",
    "leesdatum": "+6",
    "hersteldatum": "+13",
    "leestijd": "15.15",
    "leesplaats": "de bibliotheek van de school",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tour; the folder for pictures and papers is the only argument."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    out = Path(given[0] if given else "build/demo")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.umask(0o077)
    from svp_desktop import app as composition

    composition.import_qt()
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.png"), *out.glob("*.pdf")):
        old.unlink()
    with tempfile.TemporaryDirectory(prefix="svp-rondgang-") as profile:
        _run(out, Path(profile))
    print(f"Klaar. De beelden en de brieven staan in {out}", flush=True)
    return 0


def _run(out: Path, profile: Path) -> None:
    from svp_desktop import app as composition
    from svp_desktop.paths import Paths
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.settings import Settings
    from svp_desktop.ui.ask import Scripted
    from svp_desktop.ui.program import Outside, Program
    from svp_desktop.ui.tasks import Immediately
    from svp_desktop.ui.theme.apply import Choice, Theme

    def now() -> datetime:
        return composition.now()

    def restart() -> None:
        """A demonstration ends with the lock."""

    paths = Paths.under(profile)
    settings = Settings.of(paths)
    app = composition.make_application()
    theme = Theme(app, Choice.LICHT)
    theme.load_fonts()
    way_in = Toegang(paths, now, settings=settings)
    outside = Outside(way_in, settings, Scripted(), Immediately(), now, restart, composition.pages)
    program = Program(app, theme, outside)
    program.start()
    program.shell.resize(*SIZE)
    tour = Rondgang(Tour(app, out), program)
    tour.run()
    tour.lock()
    tour.confidential(way_in)


if __name__ == "__main__":
    sys.exit(main())
