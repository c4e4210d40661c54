"""The pages beside the pestzaken: the overview, a paper on its way out, the coordinator's own document."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_cijfers import Schooldocument
from svp_desktop.domain.pest_papier import PestPapierRegel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.document import DocumentPage
from svp_desktop.ui.tabs.pesten.overzicht import PestOverzichtPage
from svp_desktop.ui.tabs.pesten.uit import BewaardWerk
from svp_desktop.ui.uitvoer_page import UitvoerPage, Werk


class PestRondom(QStackedWidget):
    """`left` to the list, `zaak_wanted` with a pestzaak: also after a paper of it."""

    left = Signal()
    zaak_wanted = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._zaak_id = 0
        self.overzicht, self.uit, self.document = (
            PestOverzichtPage(context),
            UitvoerPage(context),
            DocumentPage(context),
        )
        for part in (self.overzicht, self.uit, self.document):
            self.addWidget(part)
        self.overzicht.left.connect(self.left)
        self.overzicht.zaak_wanted.connect(self.zaak_wanted)
        self.overzicht.werk_wanted.connect(self._show_work)
        self.overzicht.document_wanted.connect(self._show_document)
        self.uit.back.connect(self._from_paper)
        self.document.closed.connect(self._to_overview)

    def open(self) -> None:
        """The overview, read anew. Raises GeenToegang."""
        self.overzicht.open()
        self.setCurrentWidget(self.overzicht)

    def reload(self) -> None:
        """Read the overview again when it is in front. Raises GeenToegang."""
        if self.currentWidget() is self.overzicht:
            self.overzicht.open()

    def show_kept(self, beeld: PestBeeld, papier: PestPapierRegel) -> None:
        """A paper as it was handed out; the way back is its pestzaak."""
        child = beeld.zaak.gepest
        self._zaak_id = beeld.zaak.id
        self.uit.show_work(BewaardWerk(self._context, beeld.zaak.id, child.naam if child else beeld.zaak.titel, papier))
        self.setCurrentWidget(self.uit)

    def go_back(self) -> None:
        """One page back."""
        here = self.currentWidget()
        if here is self.uit:
            self.uit.leave()
        elif here is self.document:
            self.document.close_page()
        else:
            self.left.emit()

    def print_current(self) -> None:
        """Print the paper that is in front."""
        if self.currentWidget() is self.uit:
            self.uit.print_now()
        elif self.currentWidget() is self.document:
            self.document.print_now()

    @Slot(object)
    def _show_work(self, werk: Werk) -> None:
        self._zaak_id = 0
        self.uit.show_work(werk)
        self.setCurrentWidget(self.uit)

    @Slot(object)
    def _show_document(self, document: Schooldocument) -> None:
        try:
            self.document.show_document(document)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.setCurrentWidget(self.document)

    @Slot()
    def _from_paper(self) -> None:
        if self._zaak_id:
            self.zaak_wanted.emit(self._zaak_id)
        else:
            self._to_overview()

    @Slot()
    def _to_overview(self) -> None:
        try:
            self.open()
        except UserFacing as error:
            self._context.bar.show_error(error)
            self.left.emit()
