"""What was half typed about somebody who does not belong to the casus any more: shown, copied or thrown away."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import Notice, State

_LEAD = "Dit hoort bij iemand die niet meer in deze casus staat"
_NOW = (
    "Het is niet weg: zet u die persoon of dat kind weer in de casus, dan gaat u verder waar u was. "
    "U kunt de tekst ook kopiëren."
)
#: The fields of both drafts that somebody typed, with the words above them.
_WOORDEN = {
    "naam": "Naam",
    "relatie": "Wie is dit voor het kind?",
    "telefoon": "Telefoon",
    "inbreng": "Inbreng",
    "ingelicht_op": "Ingelicht op",
    "brief_op": "Brief gestuurd op",
    "toestemming_op": "Toestemming op",
    "toestemming_van": "Toestemming van",
    "notitie": "Afspraken",
}


class Verweesd(Notice):
    """Hidden until a draft has nobody any more."""

    def __init__(self, context: Context) -> None:
        super().__init__(State.LET_OP, _LEAD)
        self._context, self._sleutel, self._typed = context, "", ""
        self.hide()

    def show_draft(self, sleutel: str) -> None:
        """Show what stands under this key; nothing when there is no draft."""
        kept = self._context.werkplek.concepten.lees(sleutel)
        if kept is None:
            return
        self._sleutel = sleutel
        lines = (f"{word}: {text}" for name, word in _WOORDEN.items() if (text := str(kept.inhoud.get(name) or "")))
        self._typed = "\n".join(lines)
        copy, drop = link("Kopiëren", "copy"), link("Weggooien", "trash-2")
        copy.clicked.connect(self._copy)
        drop.clicked.connect(self._drop)
        self.show_message(State.LET_OP, _LEAD, f"{self._typed}\n{_NOW}", [copy, drop])
        self.show()
        copy.setFocus()

    @Slot()
    def _copy(self) -> None:
        # what this program puts there is marked private and taken away again after the time of the settings
        QGuiApplication.clipboard().setText(self._typed)
        self._context.bar.say("Gekopieerd.")

    @Slot()
    def _drop(self) -> None:
        try:
            self._context.werkplek.concepten.wis(self._sleutel)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.hide()
