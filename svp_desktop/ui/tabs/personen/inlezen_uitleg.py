"""Beside the table of an import: what one line means, and the choice to take it over."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, Wat
from svp_desktop.domain.vergelijken import HEEFT_CASUS
from svp_desktop.ui.tabs.personen.inlezen_rows import ICONEN, verschil_tekst
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, col, label, row, rule, scroll
from svp_desktop.ui.widgets.notice import Notice, State

_KEUZES = {
    Wat.NIEUW: ("Overnemen", "Komt in het register"),
    Wat.GEWIJZIGD: ("Overnemen", "De nieuwe gegevens komen in het register"),
    Wat.VERTROKKEN: ("Vertrokken", "Niets wordt gewist. De naam blijft in incidenten en casussen"),
}
_BEWAARTERMIJN = "De bewaartermijn begint op de dag van vertrek."


class Uitleg(QFrame):
    """The panel at the right. `chosen(bool)` when the user says whether this line is taken over."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setFixedWidth(scaled(320))
        self._name, self._icon = Label("", "h2", wrap=True), Icon("user", "muted", 16)
        self._kind = Label("", "muted")
        self._text = Label("", wrap=True)
        self.melding = Notice(State.LET_OP, "", compact=True)
        self._question = label("Wat moet er gebeuren?", "h3")
        self.ja, self.nee = QRadioButton(), QRadioButton("Nog niet overnemen")
        self._ja_sub, self._nee_sub = Label("", "small", wrap=True), Label("", "small", wrap=True)
        self._group = QButtonGroup(self)
        self._group.addButton(self.ja, 1)
        self._group.addButton(self.nee, 0)
        self._group.idClicked.connect(self._clicked)
        self._rule, self._term = rule(), Label(_BEWAARTERMIJN, "small", wrap=True)
        self._choice = (self._question, self.ja, self._ja_sub, self.nee, self._nee_sub)
        indent = (26, 0, 0, 4)
        body = scroll(
            col(
                self._name, row(self._icon, self._kind, None, spacing=6), self._text, self.melding, 4, self._question,
                self.ja, col(self._ja_sub, margins=indent), self.nee, col(self._nee_sub, margins=indent),
                self._rule, self._term, None, margins=(16, 12, 16, 14), spacing=6,
            )
        )  # fmt: skip
        self.setLayout(col((body, 1), margins=(1, 5, 1, 5)))
        self.show_regel(None, False)

    def show_regel(self, line: InleesRegel | None, on: bool) -> None:
        """Explain this line; None explains what to do."""
        choose = line is not None and line.te_kiezen
        for part in self._choice:
            part.setVisible(choose)
        leaving = line is not None and line.wat is Wat.VERTROKKEN
        self._rule.setVisible(leaving)
        self._term.setVisible(leaving)
        self._kind.setVisible(line is not None)
        self._icon.setVisible(line is not None)
        self.melding.setVisible(line is not None and bool(line.let_op))
        if line is None:
            self._name.setText("Kijk de regels na")
            self._text.setText("Kies een regel om te zien wat er verandert. Er is nog niets gewijzigd.")
            return
        self._name.setText(line.naam)
        self._icon.set_icon(ICONEN[line.wat])
        self._kind.setText(WAT_WOORD[line.wat])
        self._text.setText("\n".join((*map(verschil_tekst, line.verschillen), *self._reason(line))))
        self._show_attention(line)
        if choose:
            self._show_choice(line, on)

    @staticmethod
    def _reason(line: InleesRegel) -> tuple[str, ...]:
        if line.wat is Wat.ONLEESBAAR:
            return (f"{line.reden}.", "Deze regel wordt overgeslagen.")
        if line.wat is Wat.GELIJK:
            return ("Alles is hetzelfde als in het register.",)
        where = f"Groep: {line.groep}." if line.groep else ""
        return tuple(part for part in (f"{line.reden}." if line.reden else "", where) if part)

    def _show_attention(self, line: InleesRegel) -> None:
        if line.let_op == HEEFT_CASUS:
            text = "De casus blijft bestaan. Sluit de casus eerst af, of kies hieronder toch voor vertrokken."
            self.melding.show_message(State.LET_OP, "Er loopt een casus", text)
        elif line.let_op:
            self.melding.show_message(State.LET_OP, line.let_op)

    def _show_choice(self, line: InleesRegel, on: bool) -> None:
        yes, sub = _KEUZES[line.wat]
        self.ja.setText(yes)
        self._ja_sub.setText(sub)
        self._nee_sub.setText("Blijft voorlopig leerling" if line.wat is Wat.VERTROKKEN else "Blijft zoals het is")
        (self.ja if on else self.nee).setChecked(True)

    @Slot(int)
    def _clicked(self, number: int) -> None:
        self.chosen.emit(bool(number))
