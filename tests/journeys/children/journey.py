"""From an empty profile to a printed aankondiging, with the pages alone; says what it saw.

Arguments: the folder to live in, a pupil file, the roepnaam that the paper must print, the file for the PDF.
"""

import json
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from program import Running
from PySide6.QtPrintSupport import QPrinter

from svp_desktop.domain.incident import IncidentFilter, Mand, Soort
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.tabs.casussen.tab import CasussenTab
from svp_desktop.ui.tabs.incidenten.tab import IncidentenTab
from svp_desktop.ui.tabs.papier import rijen
from svp_desktop.ui.tabs.papier.tab import PapierTab
from svp_desktop.ui.tabs.personen.tab import PersonenTab

ANSWERS = {
    "gedraging": "Je trapte tegen het hek.",
    "groep": "Anker 7",
    "leesdatum": "morgen",
    "leestijd": "15.15",
    "leesplaats": "de bibliotheek van de school",
    "hersteldatum": f"{Running.now() + timedelta(days=14):%d-%m-%Y}",
    "telefoon": "012 345 67 89",
}
root, pupils, roepnaam, target = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4])
running = Running(root)


def read_pupils() -> int:
    """Look at the file, take it over, and give one child the name of this journey."""
    page = running.window.show_page("personen")
    assert isinstance(page, PersonenTab)
    page.open_import()
    assert page.inlezen is not None
    page.inlezen.read(pupils)
    running.settle()
    page.inlezen.nakijken.overnemen.click()
    running.settle()
    page.inlezen.einde.verder.click()
    people = running.window.context.werkplek.personen
    children = people.lijst(PersoonSoort.LEERLING)
    child = people.lees(children[0].id)
    outcome = people.bewaar(replace(child, naam=replace(child.naam, roepnaam=roepnaam)))
    running.window.context.hub.publish(outcome.changes)
    return child.id


def record_incident(child: int) -> int:
    """In the form."""
    page = running.window.show_page("incidenten")
    assert isinstance(page, IncidentenTab)
    page.primary_new()
    running.settle()
    editor = page.form.editor
    editor.plaats.setText("Schoolplein")
    editor._add_person(child)
    editor.personen.model().toggle(0, 1)
    editor.soorten.chips()[Soort.AGRESSIE].click()
    editor.mand.set_value(Mand.ORANJE)
    editor._ui.feiten.setPlainText(f"{roepnaam} trapte tegen het hek.")
    page.form.save_button.click()
    running.settle()
    [number] = running.window.context.werkplek.incidenten.ids(IncidentFilter())
    return number


def open_casus(incident: int) -> int:
    """From the incident, in the form."""
    page = running.window.show_page("casussen")
    assert isinstance(page, CasussenTab)
    page.start_from(incident, "incident")
    form = page.casus_editor._form
    form.doel.setText("Rust op het plein.")
    seen["medewerkers"] = len(running.window.context.werkplek.personen.lijst(PersoonSoort.MEDEWERKER))
    if form.draft().eigenaar_id is None:
        form.eigenaar.setText("a")
        form.eigenaar.textEdited.emit("a")
        form.eigenaar.search()
        form.eigenaar.choose(0)
    page.casus_editor.save.emit()
    running.settle()
    assert page.lijst.rows(), {code: field.message() for code, field in form.fields.items()}
    return page.lijst.rows()[0].id


def make_paper(casus: int) -> PapierTab:
    """Answer what the paper asks, look at the page, save the PDF, print it and keep it."""
    page = running.window
    page.compose(casus, "aankondiging_kind")
    paper = page.page("papier")
    assert isinstance(paper, PapierTab)
    running.settle(200)
    seen["tegengehouden"] = paper.opsteller.nazicht.count()
    for _ in range(20):
        asked = paper.opsteller.form.questions()
        if not asked:
            break
        paper.opsteller.form.open(rijen.VRAGEN)
        body = paper.opsteller.form.body
        line = body.lines[asked[0].code]
        line.answer.setText(ANSWERS.get(asked[0].code.split(":")[0], "Wij praten samen over een rustige pauze."))
        line.fill.click()
        running.settle()
    running.settle(200)
    seen["vragen_over"] = [item.code for item in paper.opsteller.form.questions()]
    seen["bevindingen"] = [item.zin for item in paper.opsteller.nazicht.findings() if item.ernst.value == "blokkerend"]
    running.ask.add("save_file", target)
    paper.opsteller.afdruk.pdf_wanted.emit()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target.with_name("afdruk.pdf")))
    running.ask.add("printer", printer)
    paper.opsteller.afdruk.print_wanted.emit()
    running.settle()
    return paper


seen: dict[str, object] = {}
running.make_school("De Regenboog", "Hanneke Vos")
child = read_pupils()
seen["leerlingen"] = len(running.window.context.werkplek.personen.lijst(PersoonSoort.LEERLING))
casus = open_casus(record_incident(child))
make_paper(casus)
seen["melding"] = running.window.page("papier").opsteller.notice.lead()
seen["antwoorden_op"] = running.ask.all_used()
running.lock_and_begin_anew()
running.unlock()
papers = running.window.context.werkplek.papieren
[kept] = papers.lijst(casus)
draft, pdf = papers.lees(kept.id)
seen["bewaard"] = (draft.roepnaam, pdf == target.read_bytes())
overview = running.window.show_page("casussen")
assert isinstance(overview, CasussenTab)
overview.show_record(casus)
running.settle()
seen["tijdlijn"] = sorted(event.soort.value for event in overview.page.tijdlijn.rows())
running.window.compose(casus, f"papier:{kept.id}")
running.settle()
again = running.window.page("papier")
assert isinstance(again, PapierTab)
seen["getoond"] = again.stack.currentWidget() is again.bewaard
running.leave()
sys.stdout.write(json.dumps(seen) + "\n")
sys.stdout.flush()
