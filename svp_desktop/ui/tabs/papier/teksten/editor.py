"""One text to edit: its lines and blocks under each other, and the reason when words of the law go."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QWidget

from svp_desktop.domain.brieftekst_controle import VASTE_DELEN
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.papier import eigen_blok, verplaats
from svp_desktop.domain.papier_controle import PapierBevinding
from svp_desktop.domain.papier_soorten import SPECS, Vorm
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.ui.tabs.papier.teksten.balk import TekstBalk
from svp_desktop.ui.tabs.papier.teksten.deel import BlokDeel, Deel, VastDeel
from svp_desktop.ui.widgets.base import clear, col, holder, scroll
from svp_desktop.ui.widgets.fields import Area, Field

_NAMEN = {
    "onderwerp": "Onderwerp",
    "aanhef": "Aanhef",
    "kenmerk": "Kenmerk",
    "bijlage": "Bijlage",
    "slot": "Groet",
    "noot": "Kleine letters onder de brief",
}
_NAMEN_WERKBLAD = {"onderwerp": "Titel", "aanhef": "Regel onder de titel"}
_NA_DE_BLOKKEN = ("slot", "noot")


class TekstEditor(QWidget):
    """Parts <-> Brieftekst. `changed` after every change by the user; `entered(code)`: the keyboard is in that part;
    `removed(Brieftekst)`: a block of the school went, with the text as it was."""

    changed = Signal()
    entered = Signal(str)
    removed = Signal(object)

    def __init__(self, balk: TekstBalk) -> None:
        super().__init__()
        self._balk = balk
        self._tekst: Brieftekst | None = None
        self._standaard: Brieftekst | None = None
        self.delen: dict[str, Deel] = {}
        self._list = col(spacing=10)
        self.reden = Area(height=52, name="Waarom")
        self.reden_veld = Field(
            "Waarom mag deze zin van de wet weg?", self.reden, hint="Dit blijft bij deze versie staan."
        )
        self.reden_veld.hide()
        self.area: QScrollArea = scroll(holder(col(self._list, None, margins=(0, 0, 8, 0))))
        self.setLayout(col((self.area, 1), self.reden_veld, spacing=8))
        self.reden.textChanged.connect(self._touched)

    def load(self, tekst: Brieftekst, standaard: Brieftekst, reden: str = "") -> None:
        """Show this text, without telling, with each line that it or the standard has; the keyboard stays where it is
        when the text stands there already."""
        self._standaard = standaard
        self.reden.blockSignals(True)
        self.reden.setText(reden)
        self.reden.blockSignals(False)
        if self._tekst is not None and self.tekst() == tekst:
            self._tekst = tekst
            return
        self._build(tekst)
        self.area.verticalScrollBar().setValue(0)

    def _build(self, tekst: Brieftekst) -> None:
        self._balk.work_on(None)
        self._tekst = tekst
        clear(self._list)
        self.delen = {}
        spec = SPECS[tekst.soort]
        names = _NAMEN | (_NAMEN_WERKBLAD if spec.vorm in (Vorm.WERKBLAD, Vorm.VOORBEREIDING) else {})
        fixed = [code for code in VASTE_DELEN if getattr(tekst, code) or getattr(self._standaard, code)]
        for code in [item for item in fixed if item not in _NA_DE_BLOKKEN]:
            self._add(VastDeel(code, names[code], getattr(tekst, code)))
        for blok in tekst.blokken:
            self._add(BlokDeel(blok, verplicht=blok.code in spec.verplicht))
        for code in [item for item in fixed if item in _NA_DE_BLOKKEN]:
            self._add(VastDeel(code, names[code], getattr(tekst, code)))
        self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab goes from the tools through the parts and then to the reason, also through parts that came later."""
        stops = [part for deel in self.delen.values() for part in deel.stops()]
        for before, after in pairwise([self._balk.eigen, *stops, self.reden]):
            QWidget.setTabOrder(before, after)

    def _add(self, deel: Deel) -> None:
        self.delen[deel.code] = deel
        self._list.addWidget(deel)
        deel.changed.connect(self.changed)
        deel.entered.connect(self._entered)
        deel.move_wanted.connect(self._move)
        deel.remove_wanted.connect(self._remove)

    def tekst(self) -> Brieftekst:
        """What stands here."""
        assert self._tekst is not None
        fixed: dict[str, Any] = {code: deel.tekst() for code, deel in self.delen.items() if isinstance(deel, VastDeel)}
        blocks = tuple(deel.blok() for deel in self.delen.values() if isinstance(deel, BlokDeel))
        return replace(self._tekst, blokken=blocks, **fixed)

    # -- blocks

    @Slot()
    def add_own(self) -> None:
        """A new empty block after the last one, to type in."""
        text = self.tekst()
        blok = eigen_blok(text.blokken)
        self._rebuilt(replace(text, blokken=(*text.blokken, blok)), blok.code)

    @Slot(str, int)
    def _move(self, code: str, step: int) -> None:
        text = self.tekst()
        place = [blok.code for blok in text.blokken].index(code) + step
        moved = verplaats(text.blokken, code, place)
        if moved != text.blokken:
            self._rebuilt(replace(text, blokken=moved), code)

    @Slot(str)
    def _remove(self, code: str) -> None:
        text = self.tekst()
        rest = tuple(blok for blok in text.blokken if blok.code != code)
        self._rebuilt(replace(text, blokken=rest), rest[-1].code)
        self.removed.emit(text)

    def _rebuilt(self, tekst: Brieftekst, code: str) -> None:
        """Other blocks, with the keyboard in one of them and that one in view."""
        at = self.area.verticalScrollBar().value()
        self._build(tekst)
        self.delen[code].focus_first()
        QTimer.singleShot(0, self, partial(self._keep_view, at, code))
        self.changed.emit()

    def _keep_view(self, at: int, code: str) -> None:
        self.area.verticalScrollBar().setValue(at)
        if code in self.delen:
            self.area.ensureWidgetVisible(self.delen[code])

    # -- findings

    def show_findings(self, bevindingen: Sequence[PapierBevinding], *, reden_nodig: bool) -> None:
        """What is said about the text, each sentence under its part."""
        for code, deel in self.delen.items():
            deel.show_remarks([item for item in bevindingen if item.blok_code == code])
        self.reden_veld.setVisible(reden_nodig)
        if not reden_nodig:
            self.reden_veld.show_finding(None)

    def show_refused(self, findings: Sequence[Finding]) -> None:
        """Where the text was refused: the keyboard goes to the first part of it."""
        for finding in findings:
            if finding.field == "reden":
                self.reden_veld.show_finding(finding)
        first = next((item.field for item in findings if item.field in self.delen), "")
        if first:
            self.area.ensureWidgetVisible(self.delen[first])
        elif any(item.field == "reden" for item in findings):
            self.reden.setFocus()

    @Slot(str, object)
    def _entered(self, code: str, field: QWidget) -> None:
        self._balk.work_on(field)
        self.entered.emit(code)

    @Slot()
    def _touched(self) -> None:
        self.reden_veld.show_finding(None)
        self.changed.emit()
