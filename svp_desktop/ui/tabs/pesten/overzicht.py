"""All pestzaken together, without a name: numbers of this school year, what runs and waits, papers of the school, and
the coordinator's own document (103)."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.bijlage import BijlageSoort, grootte_in_woorden
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.inzicht_beeld import op_scherm
from svp_desktop.domain.pest_cijfers import Schooldocument, in_zinnen, onderdelen
from svp_desktop.services.bijlagen import BijlagenService
from svp_desktop.services.pest_overzicht import PestOverzicht, zonder_incident
from svp_desktop.ui import foto
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.uit import SchoolWerk
from svp_desktop.ui.widgets.base import ElidedLabel, Item, Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import Kind, button, link, primary
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Field
from svp_desktop.ui.widgets.page import TitleRow, crumb
from svp_desktop.ui.widgets.painted import Pill
from svp_desktop.ui.widgets.staven import StavenBeeld

_STAAF = "Staaf en vet getal: dit schooljaar. Streepje en grijs getal: dezelfde dagen een jaar eerder."
_GEEN_CIJFERS = "Nog geen melding in deze twee schooljaren. Hier komt te staan in welke groepen en op welke plaatsen."
_GEEN_STAVEN = "Nog niets om te tellen."
_PAPIER = "Op papier staan alleen schooljaren die voorbij zijn, zonder namen en zonder aantallen onder 5."
_GIDS = "Wat de pestcoördinator doet en hoe u die bereikt. De woorden staan bij Instellingen, Pesten."
_DOCUMENT = "Uw uitgebreide document tegen pesten, als PDF of foto. Het blijft hier, versleuteld."
_BESTANDEN = (("PDF of foto", "*.pdf *.jpg *.jpeg *.png"), ("Alle bestanden", "*"))
_MEESTE = 12
#: A bar of so many is full.
_VOL = 5


def _none(_key: str) -> None:
    """No list can show what a bar counts: names would come with it."""


class PestOverzichtPage(QWidget):
    """`left` to the list, `zaak_wanted` with a pestzaak, `werk_wanted` with a paper, `document_wanted` with a PDF or
    photo of the coordinator's own."""

    left = Signal()
    zaak_wanted = Signal(int)
    werk_wanted = Signal(object)
    document_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.pest_overzicht
        self.crumb = crumb("Alle pestzaken")
        self.jaar = QComboBox()
        guard_wheel(self.jaar)
        self.cijfers, self.gids = primary("Jaarcijfers op papier", "printer"), button("Op papier", "printer")
        self.kopieer = button("Tekst kopiëren", "copy")
        self.toevoegen = button("PDF of foto toevoegen…", "plus")
        self._left, self._right = col(spacing=12), col(spacing=12)
        body = row((col(self._left, None), 1), (col(self._right, None), 1), spacing=12)
        self._scroll = scroll(holder(body))
        self.titel = TitleRow("Overzicht pesten", "Zonder namen")
        self.setLayout(col(row(self.crumb, None), self.titel, (self._scroll, 1), margins=(16, 6, 16, 12), spacing=8))
        self._papers = self._paper_card()
        self._guide = card(Label(_GIDS, "muted", wrap=True), row(self.kopieer, self.gids, None), title="Schoolgids")
        self._documents = col(spacing=4)
        self._own = card(
            Label(_DOCUMENT, "muted", wrap=True), self._documents, row(self.toevoegen, None), title="Anti-pestdocument"
        )
        self.staven: dict[str, StavenBeeld] = {}
        self.crumb.clicked.connect(self.left)
        self.cijfers.clicked.connect(self._year)
        self.gids.clicked.connect(self._guide_paper)
        self.kopieer.clicked.connect(self._copy)
        self.toevoegen.clicked.connect(self._add)

    def _paper_card(self) -> QFrame:
        for period in self._service.jaren():
            self.jaar.addItem(f"{period.vanaf.year}-{period.tot.year}", period)
        field = Field("Schooljaar", self.jaar)
        return card(
            field, Label(_PAPIER, "muted", wrap=True), row(self.cijfers, None), title="Voor monitor en inspectie"
        )

    def open(self) -> None:
        """Read everything again. Raises GeenToegang."""
        found = self._service.overzicht()
        keep = (self._papers, self._guide, self._own)
        for one in keep:
            one.setParent(None)
        clear(self._left)
        clear(self._right)
        self._show_documents(found.documenten)
        for part in (self._year_card(found), self._running_card(found), self._waiting_card(found), *keep):
            self._left.addWidget(part)
            part.show()
        self._charts(found)

    def _year_card(self, found: PestOverzicht) -> QFrame:
        lines = [Label(words, wrap=True) for words in in_zinnen(found.nu, found.eerder)]
        return card(*lines, title="Dit schooljaar", spacing=4)

    def _running_card(self, found: PestOverzicht) -> QFrame:
        items: list[Item] = [
            row((ElidedLabel(group or "geen groep"), 1), Label(str(number), "h3")) for group, number in found.lopend
        ]
        total = sum(number for _, number in found.lopend)
        right = [Label(f"{total} {'zaak' if total == 1 else 'zaken'}", "muted")]
        return card(*(items or [Label("Er loopt geen pestzaak.", "muted")]), title="Loopt nu", right=right, spacing=4)

    def _waiting_card(self, found: PestOverzicht) -> QFrame:
        items: list[Item] = []
        for one in found.wacht[:_MEESTE]:
            way = button(one.titel, "", Kind.LINK)
            way.setProperty("zaak", one.zaak_id)
            way.clicked.connect(self._to_case)
            late = one.datum < self._context.today()
            mark = Pill(
                datums.dag_maand(one.datum), "triangle-alert" if late else "clock", "danger" if late else "muted"
            )
            mark.setToolTip("te laat" if late else "")
            items.append(row(way, (ElidedLabel(one.zin[:1].upper() + one.zin[1:], "muted"), 1), mark, spacing=8))
        more = len(found.wacht) - _MEESTE
        if more > 0:
            items.append(Label(f"En nog {more}. U ziet alles in de lijst en bij Vandaag.", "muted"))
        return card(*(items or [Label("Er wacht niets.", "muted")]), title="Wat wacht", spacing=4)

    def _charts(self, found: PestOverzicht) -> None:
        if not found.nu.meldingen and not found.eerder.meldingen:
            self._right.addWidget(card(Label(_GEEN_CIJFERS, "muted", wrap=True), title="Cijfers"))
            return
        self._right.addWidget(Label(_STAAF, "muted", wrap=True))
        for part in onderdelen(found.nu, found.eerder):
            chart = op_scherm(part)
            bars = self.staven[part.code] = StavenBeeld(_none)
            bars.show_chart(chart, _VOL)
            note = [Label(chart.toelichting, "muted", wrap=True)] if chart.toelichting and chart.staven else []
            empty = [] if chart.staven else [Label(_GEEN_STAVEN, "muted", wrap=True)]
            self._right.addWidget(card(bars, *note, *empty, title=chart.titel))

    # -- the own document

    def _show_documents(self, documents: tuple[Schooldocument, ...]) -> None:
        clear(self._documents)
        for one in documents:
            way = link(one.naam.replace("&", "&&"), "image" if one.soort.foto else "file-text")
            drop = button("Verwijderen", "trash-2", Kind.LINK)
            for made, verb in ((way, self._open_document), (drop, self._remove)):
                made.setProperty("document", one)
                made.clicked.connect(verb)
            size = Label(f"{grootte_in_woorden(one.grootte)}, {datums.dag_maand(one.vastgelegd_op)}", "muted")
            self._documents.addLayout(row(way, size, None, drop))

    @Slot()
    def _add(self) -> None:
        path = self._context.ask.open_file(self, "Anti-pestdocument", _BESTANDEN)
        if path is not None:
            self._write(lambda: self._keep(path))

    def _keep(self, path: Path) -> Outcome[int]:
        """A photo goes in without place and device, and as large as a page of text needs. Raises BijlageFout."""
        with zonder_incident():
            data = BijlagenService.lees_bestand(path)
            kind = self._service.check_document(data)
            if kind.foto:
                picture = foto.lees(data, kind, foto.ZIJDE_GETOOND)
                data = foto.schrijf(picture, met_verlies=kind is BijlageSoort.JPEG)
        return self._service.voeg_document_toe(path.name, data)

    def _chosen(self) -> Schooldocument | None:
        sender = self.sender()
        found = sender.property("document") if isinstance(sender, QPushButton) else None
        return found if isinstance(found, Schooldocument) else None

    @Slot()
    def _open_document(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.document_wanted.emit(chosen)

    @Slot()
    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._write(lambda: self._service.verwijder_document(chosen.id))
        self._context.bar.offer_undo(
            "Document verwijderd.",
            lambda: self._write(lambda: self._service.verwijder_document(chosen.id, verwijderd=False)),
        )

    def _write(self, verb: Any) -> None:
        try:
            outcome: Outcome[int] = verb()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)

    # -- papers of the school

    @Slot()
    def _year(self) -> None:
        self.werk_wanted.emit(SchoolWerk(self._context, self.jaar.currentData()))

    @Slot()
    def _guide_paper(self) -> None:
        self.werk_wanted.emit(SchoolWerk(self._context, None))

    @Slot()
    def _copy(self) -> None:
        try:
            text, _pdf = self._context.werkplek.pest_papieren.schoolgids()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        QGuiApplication.clipboard().setText(text)
        self._context.bar.say("De tekst is gekopieerd. Plak hem in uw schoolgids.")

    @Slot()
    def _to_case(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            self.zaak_wanted.emit(int(sender.property("zaak")))
