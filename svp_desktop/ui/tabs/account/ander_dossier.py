"""Taking over the private dossier of someone else with two of its envelopes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import BladOnjuist, UserFacing
from svp_desktop.domain.toegang import EigenDossier
from svp_desktop.domain.woordcode import WoordenOnjuist
from svp_desktop.ui.entry.words import WordsField
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import card, col, row, scroll
from svp_desktop.ui.widgets.buttons import primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb

_HULP = "Het maakt niet uit welke envelop u eerst neemt."
_GEZIEN = "Iedereen met een account ziet bij het ontgrendelen dat u dit dossier met enveloppen hebt geopend."


class AnderDossierPage(QWidget):
    """`submitted(compartment id, words, words)`. Nothing that was typed stays when the page is left."""

    back = Signal()
    submitted = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self.crumb = crumb("Mijn account")
        self.open = primary("Dossier openen", "lock-open")
        self._title = TitleRow("Openen met twee enveloppen", "", self.open)
        self.notice = Notice(State.BLOK, "")
        self.eerste = WordsField(12, "De eerste envelop", _HULP, "De twaalf woorden van de eerste envelop")
        self.tweede = WordsField(12, "De tweede envelop", _HULP, "De twaalf woorden van de tweede envelop")
        box = card(self.eerste, self.tweede, spacing=12)
        box.setMaximumWidth(scaled(720))
        told = Notice(State.LET_OP, "Dit is te zien", _GEZIEN, compact=True)
        told.setMaximumWidth(scaled(720))
        body = scroll(col(row((box, 1), None), row((told, 1), None), None, spacing=12))
        self.setLayout(
            col(row(self.crumb, None), self._title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=6)
        )
        self.crumb.clicked.connect(self._leave)
        self.open.clicked.connect(self._submit)
        self.eerste.complete.connect(self.tweede.setFocus)
        self.tweede.complete.connect(self._submit)
        self.setFocusProxy(self.eerste)

    def begin(self, dossier: EigenDossier) -> None:
        """Two empty fields for this dossier."""
        self.forget()
        self._id = dossier.compartiment_id
        self._title.set_title("Openen met twee enveloppen", f"Vertrouwelijk dossier van {dossier.naam}")

    def forget(self) -> None:
        """Keep nothing of the words."""
        self.eerste.clear()
        self.tweede.clear()
        self.notice.hide()
        self.open.setEnabled(True)

    def show_error(self, error: UserFacing) -> None:
        """What is wrong with the words, or why not."""
        self.open.setEnabled(True)
        if isinstance(error, BladOnjuist):
            error = UserFacing("Deze twee enveloppen openen het dossier niet.", safe=error.safe, now=error.now)
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _submit(self) -> None:
        from svp_desktop.services.woorden import lijst

        self.notice.hide()
        for field in (self.eerste, self.tweede):
            try:
                lijst().blad_bytes(field.text())
            except WoordenOnjuist as error:
                field.show_findings(error.findings)
                return
        self.open.setEnabled(False)
        self.submitted.emit(self._id, self.eerste.text(), self.tweede.text())

    @Slot()
    def _leave(self) -> None:
        self.forget()
        self.back.emit()
