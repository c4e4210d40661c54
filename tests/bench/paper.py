"""Row 11: from the draft of a letter to its painted page, against the same text by bare ReportLab in the same fonts."""

import io
import time
from xml.sax.saxutils import escape

from data import Place
from measure import Row, in_turns
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from window import PATIENCE, Painted

from svp_desktop import app
from svp_desktop.documents import fonts
from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.papier import PapierDraft, PapierSoort
from svp_desktop.domain.papier_controle import teksten_van
from svp_desktop.domain.school import Naam, Ouder, OuderVan, PersoonSoort
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.preview import PaperView
from svp_desktop.ui.theme.apply import Choice, Theme


def preview(place: Place) -> Row:
    """The letter to the parents: a text page in two faces with letterhead and a table."""
    application = QApplication.instance() or app.make_application()
    Theme(application, Choice.LICHT, 1.0).load_fonts()
    werkplek = place.open()
    draft = _draft(werkplek)
    view = PaperView(werkplek.papieren.pagina)
    view.resize(900, 900)
    view.show()
    view.set_zoom(1.0)
    painted = Painted(view._canvas)
    fonts.register()
    lines = [line for line in teksten_van(draft) if line.strip()]

    def ours() -> float:
        before, began = painted.count, time.perf_counter()
        made = werkplek.papieren.opmaken(draft)
        view.set_pdf(made.pdf, made.paginas)
        while painted.count == before:
            QApplication.processEvents()
            if time.perf_counter() - began > PATIENCE:
                raise RuntimeError("the page was not painted")
        return (time.perf_counter() - began) * 1000

    row = in_turns(Row(11, "brief tot zichtbaar voorbeeld", 2.5), ours, lambda: _bare(lines), pairs=31)
    werkplek.vergrendel()
    view.close()
    return row


def _draft(werkplek: Werkplek) -> PapierDraft:
    pupil = werkplek.personen.lijst(PersoonSoort.LEERLING)[0].id
    known = werkplek.personen.ouders_van(pupil)
    if not known:
        name = Naam("Vera", "", "Bakker")
        children = (OuderVan(pupil, "moeder"),)
        werkplek.personen.bewaar(
            Ouder(0, "", name, straat="Dijk 1", postcode="2611 AA", plaats="Delft", kinderen=children)
        )
    cases = werkplek.casussen.van_leerling(pupil)
    staff = werkplek.personen.lijst(PersoonSoort.MEDEWERKER)[0].id
    case = (
        cases[0]
        if cases
        else werkplek.casussen.open(CasusDraft(pupil, eigenaar_id=staff, aanleiding="Ruzie in de pauze.")).value
    )
    return werkplek.papieren.begin(case, PapierSoort.AANKONDIGING_OUDERS)


def _bare(lines: list[str]) -> float:
    began = time.perf_counter()
    style = ParagraphStyle("letter", fontName=fonts.TEKST, fontSize=11, leading=14.2)
    story = [part for line in lines for part in (Paragraph(escape(line), style), Spacer(1, 7))]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4, leftMargin=70, rightMargin=70).build(story)
    return (time.perf_counter() - began) * 1000
