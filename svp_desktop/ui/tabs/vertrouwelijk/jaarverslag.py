"""Jaarverslag: what may be told of a school year, the words of the vertrouwenspersoon, and the paper (law.md 2.6)."""

from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.vertrouwelijk_jaar import (
    Jaarverslag,
    VerslagDeel,
    jaar_naam,
    jaren_te_maken,
    verslag,
    voorbij,
)
from svp_desktop.services.vertrouwelijk_jaar import jaar_sleutel
from svp_desktop.ui.ask import Question
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.papieren import Papier
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import Item, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, primary
from svp_desktop.ui.widgets.fields import Area, Field
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow

_SMALL = "Een aantal onder de 5 noemt het verslag niet, ook niet als het 0 is. Zo is niemand te herkennen."
_NO_NAMES = "Schrijf geen namen. Beschrijf niets waaraan iemand te herkennen is."
_RUNS = ("Dit schooljaar loopt nog.", f"U ziet een tussenstand. Vaststellen kan na 31 juli. {_SMALL}")
_OPEN = ("Nog niet vastgesteld.", f"De aantallen zijn die van vandaag. {_SMALL}")
_QUESTION = Question(
    "Het jaarverslag vaststellen?",
    "De aantallen liggen dan vast. De gesloten dossiers van dat jaar mogen daarna weg, na de termijn. Uw teksten kunt u"
    " nog veranderen.",
    "Vaststellen",
)


class JaarverslagPage(Deel):
    """The report of one school year."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.vertrouwelijk_jaar(woorden.soort)
        self._report: Jaarverslag | None = None
        years = tuple(reversed(jaren_te_maken(context.today())))
        self._year = years[-2]
        self.jaren = Segmented([(one, jaar_naam(one)) for one in years], self._year, small=True, name="Schooljaar")
        self.saved = Saved()
        self.vaststellen = button("Vaststellen", "check")
        self.papier_knop = primary("Op papier", "printer", tip="Op papier (Ctrl+P)")
        self.title = TitleRow("Jaarverslag", "", self.saved, self.vaststellen, self.papier_knop)
        self.notice = Notice(State.INFO, "")
        self.opvallend = Area(height=110, name="Wat valt op?")
        self.advies = Area(height=110, name="Advies aan de school")
        self.bewaar = button("Tekst opslaan", "check")
        self._parts = col(spacing=10)
        self.papier = UitvoerPage(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._body())
        self.stack.addWidget(self.papier)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.keeper = ConceptKeeper(self, self._service.concepten, context.clock, self._typed, _concept)
        self._connect()
        self.reload()

    def _body(self) -> QWidget:
        texts = card(
            Field("Wat valt op?", self.opvallend, hint=_NO_NAMES),
            Field("Advies aan de school", self.advies),
            row(self.bewaar, None),
            title="In uw eigen woorden",
            spacing=10,
        )
        left = scroll(holder(self._parts))
        right = scroll(col(texts, None))
        return holder(
            col(
                self.title,
                row(self.jaren, None),
                self.notice,
                (row((left, 1), (right, 1), spacing=12), 1),
                margins=(16, 2, 16, 12),
                spacing=8,
            )
        )

    def _connect(self) -> None:
        self.jaren.changed.connect(self._choose)
        for area in (self.opvallend, self.advies):
            area.textChanged.connect(self.keeper.edited)
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._context.bar.show_error)
        self.bewaar.clicked.connect(self.save_texts)
        self.vaststellen.clicked.connect(self._make_up)
        self.papier_knop.clicked.connect(self.print_current)
        self.papier.back.connect(self._back)

    @Slot()
    def reload(self) -> None:
        """Read the report of this year again."""
        try:
            self._report = self._service.jaarverslag(self._year)
            kept = self._service.concepten.lees(jaar_sleutel(self._year))
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.keeper.rest()
        texts = kept.inhoud if kept else {"opvallend": self._report.opvallend, "advies": self._report.advies}
        self.opvallend.setText(str(texts["opvallend"]))
        self.advies.setText(str(texts["advies"]))
        if kept:
            self.saved.show_saved(kept.bewaard_op, "Concept bewaard")
        else:
            self.saved.show_text("")
        self.keeper.watch(jaar_sleutel(self._year))
        self._show(self._report)

    def _show(self, report: Jaarverslag) -> None:
        made = report.vastgesteld_op
        over = voorbij(report.schooljaar, self._context.today())
        self.title.set_title(f"Jaarverslag {report.naam}", "Zonder namen, voor bestuur en directie")
        free = not self._service.alleen_lezen
        self.vaststellen.setVisible(made is None and over and free)
        # the texts are kept with the paper, and what left is noted
        self.papier_knop.setVisible(made is not None and free)
        self.bewaar.setVisible(free)
        for area in (self.opvallend, self.advies):
            area.setReadOnly(not free)
        if made is not None:
            self.notice.show_message(State.OK, f"Vastgesteld op {datums.in_woorden(made, weekdag=False)}.", _SMALL)
        else:
            self.notice.show_message(State.INFO, *(_OPEN if over else _RUNS))
        clear(self._parts)
        for part in verslag(report.tellingen):
            self._parts.addWidget(_card(part))
        self._parts.addStretch(1)

    def _typed(self) -> dict[str, Any] | None:
        typed = {"opvallend": self.opvallend.text(), "advies": self.advies.text()}
        known = self._report
        if known is not None and typed == {"opvallend": known.opvallend, "advies": known.advies}:
            return None
        return typed

    # -- what the user did

    @Slot(object)
    def _choose(self, year: int) -> None:
        if self._flushed():
            self._year = year
            self.reload()
        self.jaren.set_value(self._year)

    @Slot()
    def save_texts(self) -> bool:
        """Keep the texts; False, with the reason above the page, when that does not succeed."""
        try:
            self._service.bewaar_jaarverslag(self._year, self.opvallend.text(), self.advies.text())
            self.keeper.throw_away()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self.reload()
        self.saved.show_saved(self._context.clock())
        return True

    @Slot()
    def _make_up(self) -> None:
        if not self.save_texts() or not self._context.ask.question(self, _QUESTION):
            return
        try:
            self._service.stel_vast(self._year)
        except UserFacing as error:
            self._context.bar.show_error(error)
        self.reload()

    @Slot()
    def print_current(self) -> None:
        if self.stack.currentWidget() is self.papier:
            self.papier.print_now()
            return
        if self.papier_knop.isHidden() or not self.save_texts():
            return
        year = self._year
        paper = Papier(
            "Jaarverslag",
            f"Jaarverslag {jaar_naam(year)}",
            "Er staan geen namen in",
            partial(self._service.papier, year),
            naam=f"jaarverslag vertrouwenspersoon {jaar_naam(year)}",
            bewaar=partial(self._service.bewaar_papier, year),
            gedrukt=partial(self._service.afgedrukt, year),
        )
        self.papier.show_work(paper)
        self.stack.setCurrentWidget(self.papier)

    @Slot()
    def _back(self) -> None:
        self.stack.setCurrentIndex(0)

    @Slot(object)
    def _kept(self, moment: Any) -> None:
        self.saved.show_saved(moment, "Concept bewaard")

    # -- Deel

    def shown(self) -> None:
        if self._flushed() and self.stack.currentWidget() is not self.papier:
            self.reload()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is not self.papier:
            return False
        self.papier.leave()
        return True

    def flush_draft(self) -> None:
        self.keeper.flush()

    def place(self) -> dict[str, Any]:
        return {"jaar": self._year}

    def go_to(self, place: dict[str, Any]) -> None:
        if place.get("jaar") in jaren_te_maken(self._context.today()):
            self._year = place["jaar"]
            self.jaren.set_value(self._year)
            self.reload()

    def _flushed(self) -> bool:
        try:
            self.keeper.flush()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        return True


def _concept() -> str:
    return "Jaarverslag"


def _card(part: VerslagDeel) -> QWidget:
    lines: list[Item] = [
        row((label(line.naam), 1), (label(line.waarde, "lead", wrap=True), 1), spacing=10) for line in part.regels
    ]
    if part.uitleg:
        lines.append(label(part.uitleg, "muted", wrap=True))
    return card(*lines, title=part.titel, spacing=4)
