"""The page about texts: the papers at the left, one text in the middle, the paper that it makes at the right."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from svp_desktop.domain.briefteksten import TekstRegel, TekstVersie
from svp_desktop.domain.papier import Opmaak, PapierSoort
from svp_desktop.domain.school import Bouw
from svp_desktop.ui.preview import PaperView, Render
from svp_desktop.ui.tabs.papier.teksten.balk import TekstBalk
from svp_desktop.ui.tabs.papier.teksten.editor import TekstEditor
from svp_desktop.ui.tabs.papier.teksten.versies import versie_woorden
from svp_desktop.ui.tabs.papier.teksten.wet import WetPagina
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, col, framed, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, link, primary
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.nav import NavList
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb

TITEL = "Brieven en papieren"
_SUB = "Een wijziging geldt voor nieuwe papieren"
WET = "Zinnen van de wet"
_BOUWEN = tuple((bouw, bouw.value.capitalize()) for bouw in Bouw)


class TekstenPagina(QWidget):
    """Shows; the tab asks the services. `chosen(PapierSoort, Bouw or None)`, `law_chosen`, `version_wanted(int)`."""

    chosen = Signal(object, object)
    law_chosen = Signal()
    version_wanted = Signal(int)
    back = Signal()

    def __init__(self, render: Render, wet: WetPagina) -> None:
        super().__init__()
        self.wet = wet
        self._soorten: tuple[PapierSoort, ...] = ()
        self._per_bouw: frozenset[PapierSoort] = frozenset()
        self._opmaak: Opmaak | None = None
        self._part = ""
        self._menu = QMenu()
        self.crumb = crumb("Instellingen")
        self.saved = Saved()
        self.versies = button("Versies", menu=self._menu)
        self.standaard = button("Terug naar standaard", "undo-2")
        self.bewaar = primary("Opslaan", "check", tip="Tekst opslaan (Ctrl+S)")
        self.bewaar.setShortcut("Ctrl+S")
        self.title = TitleRow(TITEL, _SUB, self.saved, self.versies, self.standaard, self.bewaar)
        self.notice = Notice(State.INFO, "")
        self.notice.hide()
        self.lijst = NavList("Papieren", 300)
        self.bouw = Segmented(_BOUWEN, Bouw.ONDERBOUW, small=True, name="Voor welke bouw")
        self.waarvoor = Label("", "small", wrap=True)
        self.balk = TekstBalk()
        self.eigen = self.balk.eigen
        self.editor = TekstEditor(self.balk)
        self.voorbeeld = PaperView(render)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._text_side())
        self.stack.addWidget(self.wet)
        body = row(framed(self.lijst), (self.stack, 1), spacing=12)
        self.setLayout(
            col(
                row(self.crumb, None),
                self.title,
                self.notice,
                (GivesWay(body, low=340), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self._connect()

    def _text_side(self) -> QWidget:
        left = card(
            row(self.bouw, None),
            self.waarvoor,
            self.balk,
            (self.editor, 1),
            margins=(16, 12, 10, 10),
            spacing=8,
        )
        left.setMinimumWidth(min(scaled(380), 476))
        words = ElidedLabel("Voorbeeld met verzonnen gegevens", "small")
        right = holder(col(words, (self.voorbeeld, 1), spacing=2))
        return holder(row((left, 5), (right, 4), spacing=12))

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.back)
        self.lijst.currentRowChanged.connect(self._row_chosen)
        self.bouw.changed.connect(self._bouw_chosen)
        self.editor.entered.connect(self._mark)
        self.eigen.clicked.connect(self.editor.add_own)
        self._menu.triggered.connect(self._version)

    # -- list

    def show_list(self, regels: Sequence[TekstRegel]) -> None:
        """The papers in their order, with a word for those of which the school wrote a text; the sentences last."""
        here = self.lijst.currentRow()
        self._soorten = tuple(dict.fromkeys(regel.soort for regel in regels))
        self._per_bouw = frozenset(regel.soort for regel in regels if regel.bouw)
        own = {regel.soort for regel in regels if regel.eigen}
        titles = {regel.soort: regel.titel for regel in regels}
        names = [f"{titles[soort]} · eigen" if soort in own else titles[soort] for soort in self._soorten]
        self.lijst.blockSignals(True)
        self.lijst.clear()
        self.lijst.addItems([*names, WET])
        for number, name in enumerate((*names, WET)):
            self.lijst.item(number).setToolTip(name)
        self.lijst.setCurrentRow(here)
        self.lijst.blockSignals(False)

    def choose(self, soort: PapierSoort | None, bouw: Bouw | None) -> None:
        """Mark this paper in the list, without telling; None for the sentences of the law."""
        self.lijst.blockSignals(True)
        self.lijst.setCurrentRow(len(self._soorten) if soort is None else self._soorten.index(soort))
        self.lijst.blockSignals(False)
        self.bouw.setVisible(soort in self._per_bouw)
        if bouw is not None:
            self.bouw.set_value(bouw)
        self._part = ""
        text = soort is not None
        self.stack.setCurrentIndex(0 if text else 1)
        for part in (self.versies, self.standaard, self.bewaar):
            part.setVisible(text)

    def key(self) -> tuple[PapierSoort | None, Bouw | None]:
        """What is chosen in the list; (None, None) for the sentences of the law."""
        number = self.lijst.currentRow()
        if not 0 <= number < len(self._soorten):
            return None, None
        soort, bouw = self._soorten[number], self.bouw.value()
        return soort, bouw if soort in self._per_bouw and isinstance(bouw, Bouw) else None

    @Slot(int)
    def _row_chosen(self, number: int) -> None:
        if number == len(self._soorten):
            self.law_chosen.emit()
        elif number >= 0:
            self.chosen.emit(*self.key())

    @Slot(object)
    def _bouw_chosen(self, _bouw: object) -> None:
        self.chosen.emit(*self.key())

    # -- the page

    def show_made(self, opmaak: Opmaak) -> None:
        """The paper that the text makes, with the part that has the keyboard marked."""
        self._opmaak = opmaak
        self.voorbeeld.set_pdf(opmaak.pdf, opmaak.paginas)
        self._mark(self._part)

    @Slot(str)
    def _mark(self, code: str) -> None:
        self._part = code
        marks: dict[int, QRectF] = {}
        for plek in self._opmaak.plekken if self._opmaak and code else ():
            if plek.blok_code == code:
                box = QRectF(QPointF(plek.x0, plek.y0), QPointF(plek.x1, plek.y1))
                marks[plek.pagina] = marks[plek.pagina].united(box) if plek.pagina in marks else box
        self.voorbeeld.set_marks(marks)
        if marks:
            self.voorbeeld.show_place(min(marks), marks[min(marks)])

    # -- the text

    def show_versions(self, versies: Sequence[TekstVersie], *, eigen: bool) -> None:
        """What can be read back."""
        self._menu.clear()
        for item in versies:
            self._menu.addAction(versie_woorden(item)).setData(item.nummer)
        self.versies.setEnabled(bool(versies))
        self.standaard.setEnabled(eigen)

    def lock(self, locked: bool) -> None:
        """A version of before is read and not changed."""
        self.editor.setEnabled(not locked)
        self.balk.setEnabled(not locked)
        self.bewaar.setEnabled(not locked)

    def say(self, state: State, lead: str, text: str = "", actions: Sequence[tuple[str, object]] = ()) -> None:
        """A message above the text, with link buttons for each (words, slot)."""
        made = []
        for words, slot in actions:
            one = link(words)
            one.clicked.connect(slot)
            made.append(one)
        self.notice.show_message(state, lead, text, made)
        self.notice.show()

    @Slot(QAction)
    def _version(self, action: QAction) -> None:
        self.version_wanted.emit(int(action.data()))
