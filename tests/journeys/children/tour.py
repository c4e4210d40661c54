"""A tour of the whole program with marked names and texts; says what it saw, and leaves the scan to its parent.

Arguments: the folder to live in, a pupil file to read, a file with the markers (one a line).
"""

import json
import sys
from pathlib import Path

import no_network
from program import Running

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.incident import IncidentFilter, Mand, Soort
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.school import Aanspreekvorm, Naam, Ouder, OuderVan, PersoonSoort
from svp_desktop.domain.uitreiken import UitreikDraft

root, pupils, marks = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
text = dict(json.loads(marks.read_text(encoding="utf-8")))
watched = no_network.forbid()
running = Running(root)
running.make_school("De Regenboog", "Hanneke Vos")


def read_pupils() -> None:
    """From a file, through the service that the page uses (a page of its own is tried elsewhere)."""
    inlezen = running.window.context.werkplek.inlezen
    plan = inlezen.bekijk(pupils.read_bytes(), pupils.name, inlezen.kolommen(pupils.read_bytes()))
    outcome = inlezen.neem_over(plan, plan.standaard)
    running.window.context.hub.publish(outcome.changes)


def type_incident() -> int:
    """In the form, as a user does, except for keys that no keyboard of a test has."""
    page = running.window.show_page("incidenten")
    page.primary_new()
    running.settle()
    editor = page.form.editor
    editor.plaats.setText(text["plaats"])
    child = running.window.context.werkplek.personen.lijst(PersoonSoort.LEERLING)[0].id
    editor._add_person(child)
    editor.personen.model().toggle(0, 1)
    editor.soorten.chips()[Soort.BEDREIGING].click()
    editor.mand.set_value(Mand.ROOD)
    for name in ("feiten", "kindwoorden", "directe_actie", "maatregel"):
        editor._texts[name].setPlainText(text[name])
    editor._ui.ouders_toelichting.setText(text["ouders_toelichting"])
    page.form.save_button.click()
    running.settle()
    [number] = running.window.context.werkplek.incidenten.ids(IncidentFilter())
    return number


def open_casus(incident: int) -> int:
    """With an action, a planned one, and a paper that is handed out."""
    work = running.window.context.werkplek
    proposal = work.casussen.voorstel(incident)
    staff = work.personen.lijst(PersoonSoort.MEDEWERKER)[0].id
    casus = work.casussen.open(
        CasusDraft(proposal.leerling_id, None, staff, text["aanleiding"], text["doel"], incident_ids=(incident,))
    ).value
    work.casussen.leg_vast(
        casus,
        ActieDraft(
            "relatiegebaar", "vandaag", wie=text["wie"], toelichting=text["toelichting"], waarom=text["waarom"],
            effect=text["effect"],
        ),
    )  # fmt: skip
    running.window.show_page("casussen").show_record(casus)
    running.settle()
    return casus


def write_paper(casus: int) -> int:
    """Every paper that there is about a child; the last is handed out."""
    work = running.window.context.werkplek
    child = work.casussen.lees(casus).leerling_id
    assert child is not None
    work.personen.bewaar(
        Ouder(0, "", Naam(text["ouder"], "", text["achternaam"]), Aanspreekvorm.MEVROUW, "", text["straat"],
              "1234 AB", "Waterstad", text["telefoon"], "", "", (OuderVan(child, "moeder"),))
    )  # fmt: skip
    papers = work.papieren
    for soort in (item for item in PapierSoort if item is not PapierSoort.AANKONDIGING_GROEP):
        draft = papers.begin(casus, soort)
        made = papers.opmaken(draft)
        papers.pagina(made.pdf, 1, 96)
    return papers.uitreiken(draft, made, UitreikDraft(aan=text["uitgereikt"])).value


def search() -> list[str]:
    """In the register and over everything."""
    page = running.window.show_page("incidenten")
    page.focus_search()
    page.list.bar.search.setText(text["feiten"].split()[-1])
    running.settle(60)
    return [hit.titel for hit in running.window.context.werkplek.zoeken(text["achternaam"])]


def type_half() -> None:
    """A draft that waits for its writer."""
    page = running.window.show_page("incidenten")
    page.primary_new()
    running.settle()
    page.form.editor._ui.feiten.insertPlainText(text["concept"])


def add_file(incident: int) -> bytes:
    """A PDF that says something, looked at in its own page."""
    work = running.window.context.werkplek
    body = f"BT ({text['bijlage']}) Tj ET".encode()
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
    data += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>endobj\n"
    data += b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>" % (len(body), body)
    kept = work.bijlagen.voeg_toe(incident, f"{text['bijlage']}.pdf", data, lambda done, total: None)
    running.window.context.hub.publish(kept.changes)
    page = running.window.show_page("incidenten")
    page.list.detail.bijlagen.regels[0].bekijk.click()
    running.settle()
    assert page.beeld.beeld.problem(1) == ""
    return data


read_pupils()
incident = type_incident()
paper_data = add_file(incident)
casus = open_casus(incident)
paper = write_paper(casus)
hits = search()
type_half()
running.lock_and_begin_anew()
running.unlock()
work = running.window.context.werkplek
seen = {
    "watched": watched,
    "feiten": work.incidenten.lees(incident).inhoud.feiten == text["feiten"],
    "casus": work.casussen.lees(casus).aanleiding == text["aanleiding"],
    "papier": work.papieren.lees(paper)[1].startswith(b"%PDF"),
    "zoeken": bool(hits),
    "bijlage": work.bijlagen.lees(work.bijlagen.van(incident)[0].id) == paper_data,
    "concept": [draft.inhoud["feiten"] for draft in work.concepten.alle()] == [text["concept"]],
    "vanzelf": running.window.current_code() == "incidenten" and not running.window.messages.isVisible(),
}
form = running.window.page("incidenten").form
seen["verder"] = form.editor.draft().feiten == text["concept"]
titles = {widget.windowTitle() for widget in running.app.topLevelWidgets()}
seen["titels"] = not any(value in title for value in text.values() for title in titles)
running.leave()
sys.stdout.write(json.dumps(seen) + "\n")
sys.stdout.flush()
