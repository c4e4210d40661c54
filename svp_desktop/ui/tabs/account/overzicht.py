"""One's own account at a glance: the words of its keys, password, herstelblad, and the private dossier."""

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.toegang import AccountRegel, EigenDossier
from svp_desktop.ui.entry.words import WordGrid
from svp_desktop.ui.tabs.account.dossier import DossierKaart, Medehouder
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, label, row, scroll
from svp_desktop.ui.widgets.buttons import button, set_primary
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import TitleRow

_WOORDEN = (
    "Wil iemand u toegang geven? Lees deze zes woorden dan voor, samen of aan de telefoon. Mail ze niet: zo weet de "
    "ander zeker dat de sleutel van u is."
)
_GEEN_BLAD = "Vergeet u uw wachtwoord, dan kan niemand u helpen. Wat alleen u kunt openen, is dan voorgoed weg."
_BLAD = "Daarmee komt u weer binnen als u uw wachtwoord kwijt bent. Blad zoek, of gebruikt? Maak een nieuw."
_WACHTWOORD = "Alleen u kent het. Verander het als iemand anders het misschien weet."


class MijnAccount(NamedTuple):
    """What the page shows; `dossier` is None for who has no private dossier."""

    regel: AccountRegel
    medehouders: tuple[Medehouder, ...]
    enveloppen: str
    heeft_dossier: bool
    anderen: tuple[EigenDossier, ...]


class Overzicht(QWidget):
    """Shows; what is asked goes out as signals, those about the private dossier from `dossier`."""

    rename = Signal(str)
    password_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = TitleRow("Mijn account", "")
        self.notice = Notice(State.LET_OP, "")
        self.notice.hide()
        self.woorden = WordGrid(columns=3, name="Uw herkenningswoorden")
        self.naam = edit(name="Naam")
        self.naam_veld = Field("Naam op het beginscherm", self.naam)
        self.bewaar = button("Naam bewaren", "check")
        self.wachtwoord = button("Wachtwoord wijzigen…", "lock")
        self.blad = button("Nieuw herstelblad…", "file-text")
        self._sheet = col(spacing=4)
        self.dossier = DossierKaart()
        self._lay_out()
        self.bewaar.clicked.connect(self._rename)
        self.naam.returnPressed.connect(self._rename)
        self.wachtwoord.clicked.connect(self.password_wanted)
        self.blad.clicked.connect(self.sheet_wanted)
        self.setFocusProxy(self.wachtwoord)

    def _lay_out(self) -> None:
        words = card(self.woorden, label(_WOORDEN, "muted", wrap=True), title="Uw herkenningswoorden", spacing=8)
        # the button stands on the line of the field, under its label
        name = card(row((self.naam_veld, 1), col(scaled(19), self.bewaar, None, spacing=0)), title="Naam", spacing=6)
        password = card(
            Label(_WACHTWOORD, "muted", wrap=True), row(self.wachtwoord, None), title="Wachtwoord", spacing=8
        )
        sheet = card(self._sheet, row(self.blad, None), title="Herstelblad", spacing=8)
        left, right = col(password, sheet, self.dossier, None, spacing=12), col(words, name, None, spacing=12)
        body = scroll(row((left, 1), (right, 1), spacing=12))
        self.setLayout(col(self._title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=8))

    def show_account(self, mijn: MijnAccount) -> None:
        """The account as it is now."""
        line = mijn.regel
        role = ROLNAMEN[line.rol] + (", pestcoördinator" if line.pest else "")
        self._title.set_title("Mijn account", f"{line.naam}, {role[0].lower()}{role[1:]}")
        self.woorden.show_words(line.herkenning)
        self.naam.setText(line.naam)
        self.naam_veld.show_finding(None)
        clear(self._sheet)
        has = line.herstelblad_op is not None
        if line.herstelblad_op is not None:
            lead = f"Uw herstelblad is van {in_woorden(line.herstelblad_op, weekdag=False)}"
            self._sheet.addLayout(check_line(State.OK, lead, _BLAD))
        else:
            self._sheet.addLayout(check_line(State.LET_OP, "U hebt nog geen herstelblad", _GEEN_BLAD))
        self.blad.setText("Nieuw herstelblad…" if has else "Herstelblad maken…")
        self.blad.setAccessibleName(self.blad.text())
        set_primary(self.blad, not has)
        self.dossier.setVisible(mijn.heeft_dossier or bool(mijn.anderen))
        self.dossier.show_dossier(mijn.heeft_dossier, mijn.enveloppen, mijn.medehouders, mijn.anderen)

    def show_error(self, error: UserFacing) -> None:
        """Beside the name when it is about the name, else above the cards."""
        if isinstance(error, InvoerOnjuist) and not show_findings({"naam": self.naam_veld}, error.findings):
            return
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _rename(self) -> None:
        self.rename.emit(self.naam.text())
