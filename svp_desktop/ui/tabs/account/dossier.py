"""The card about the private dossier: envelopes, who holds it too, and dossiers of others that can be opened."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from svp_desktop.domain.toegang import EigenDossier
from svp_desktop.ui.widgets.base import Icon, Item, Label, card, clear, col, label, row
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.notice import State, check_line

#: Account id, name, and whether he holds the private dossier too.
Medehouder = tuple[str, str, bool]

_UITLEG = (
    "Alleen u kunt dit dossier openen, ook de directeur niet. Daarom moet u zelf zorgen dat het niet voorgoed dicht "
    "blijft als u uw wachtwoord en uw herstelblad kwijt bent."
)
_ALLEEN_U = "Alleen u hebt een sleutel van uw dossier"
_ALLEEN_U_TEKST = "Maak enveloppen, of geef een andere vertrouwenspersoon ook een sleutel."
_NIEMAND = "Er is geen andere vertrouwenspersoon met een account dat aan staat."


class DossierKaart(QWidget):
    """`envelopes_wanted()`, `give(account id)`, `take(account id)`, `open_other(compartment id)`."""

    envelopes_wanted = Signal()
    give = Signal(str)
    take = Signal(str)
    open_other = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.enveloppen = button("Enveloppen maken…", "mail")
        self.enveloppen.clicked.connect(self.envelopes_wanted)
        self._state, self._holders, self._others = col(spacing=4), col(spacing=8), col(spacing=8)
        self._own = QWidget()
        self._own.setLayout(
            col(
                label(_UITLEG, "muted", wrap=True),
                2,
                self._state,
                row(self.enveloppen, None),
                6,
                label("Andere vertrouwenspersonen", "h3"),
                self._holders,
                spacing=8,
            )
        )
        self._rest = QWidget()
        self._rest.setLayout(col(6, label("Dossiers van anderen", "h3"), self._others, spacing=8))
        self.setLayout(col(card(self._own, self._rest, title="Vertrouwelijk dossier", spacing=4)))

    def show_dossier(
        self, own: bool, envelopes: str, holders: Sequence[Medehouder], others: Sequence[EigenDossier]
    ) -> None:
        """What holds now; `envelopes` is the day of the envelopes in words, or an empty text."""
        self._own.setVisible(own)
        self._rest.setVisible(bool(others))
        clear(self._state)
        shared = any(holds for _, _, holds in holders)
        if envelopes:
            lead = f"Uw enveloppen zijn van {envelopes}"
            self._state.addLayout(check_line(State.OK, lead, "Met twee van de drie gaat het dossier open."))
        elif shared:
            self._state.addLayout(check_line(State.OK, "Een ander heeft ook een sleutel", "Enveloppen mogen erbij."))
        else:
            self._state.addLayout(check_line(State.LET_OP, _ALLEEN_U, _ALLEEN_U_TEKST))
        self.enveloppen.setText("Nieuwe enveloppen…" if envelopes else "Enveloppen maken…")
        self.enveloppen.setAccessibleName(self.enveloppen.text())
        self._show_holders(holders)
        self._show_others(others)

    def _show_holders(self, holders: Sequence[Medehouder]) -> None:
        clear(self._holders)
        for account_id, name, holds in holders:
            verb = "Sleutel intrekken…" if holds else "Ook een sleutel geven…"
            pressed = link(verb, tip=f"{verb} {name}", tight=True)
            pressed.setAccessibleName(f"{verb} {name}")
            pressed.clicked.connect(partial(self._pressed, account_id, holds))
            words = f"{name} heeft ook een sleutel" if holds else f"{name} kan uw dossier niet openen"
            icon = Icon("lock-open" if holds else "lock", "ok" if holds else "muted", 16)
            _line(self._holders, icon, words, pressed)
        if not holders:
            self._holders.addWidget(Label(_NIEMAND, "muted", wrap=True))

    def _pressed(self, account_id: str, holds: bool) -> None:
        (self.take if holds else self.give).emit(account_id)

    def _show_others(self, others: Sequence[EigenDossier]) -> None:
        clear(self._others)
        for dossier in others:
            verb = "Openen" if dossier.met_sleutel else "Openen met twee enveloppen…"
            pressed = link(verb, tip=f"{verb} Dossier van {dossier.naam}", tight=True)
            pressed.setAccessibleName(f"{verb} Dossier van {dossier.naam}")
            pressed.clicked.connect(partial(self.open_other.emit, dossier.compartiment_id))
            _line(self._others, Icon("lock", "muted", 16), f"Dossier van {dossier.naam}", pressed)


def _line(layout: QVBoxLayout, icon: Icon, words: str, pressed: QWidget) -> None:
    parts: tuple[Item, ...] = (icon, (Label(words, wrap=True), 1), pressed)
    layout.addLayout(row(*parts, spacing=8))
