"""The page of one account: the words by which its keys are known, what it can open, and what can be done with it."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.toegang import PEST_ROLLEN, AccountRegel, AccountStatus, Stand, Verlies
from svp_desktop.ui.entry.words import WordGrid
from svp_desktop.ui.tabs.toegang.stoppen import StopKaart
from svp_desktop.ui.tabs.toegang.woorden import SOORTEN, STAND, STATUS, naam_in_woorden, rol_in_woorden, wie_geeft
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Label, card, col, label, row, scroll
from svp_desktop.ui.widgets.buttons import button, set_primary
from svp_desktop.ui.widgets.fields import Field, edit, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import TitleRow, crumb

VERGELIJK = (
    "Laat {naam} de zes woorden voorlezen uit het programma, bij Mijn account. Doe dat samen of aan de telefoon, niet "
    "met een mail. Zijn ze alle zes gelijk? Dan is dit echt de sleutel van {naam}."
)
_EIGEN = "Lees deze woorden voor als iemand u toegang wil geven, samen of aan de telefoon. Mail ze niet."
_NOG_NIET = "De woorden komen er als de uitnodiging is gebruikt."
_PEST = "Het plan legt deze taak bij de kwaliteitscoördinator of bij de vertrouwenspersoon. U kiest wie het is."


class Rechten(NamedTuple):
    """What may be done with the account that is shown: manage it, give a key by kind, and what would be lost."""

    beheert: bool
    geeft: Mapping[str, bool]
    verlies: tuple[Verlies, ...]


class ToegangRegel(QWidget):
    """One compartment: whether this account can open it, and the button to change that."""

    def __init__(self, soort: str) -> None:
        super().__init__()
        self._soort = soort
        self._icon = Icon("circle", "muted", 18)
        self._word = Label("", "lead")
        self._text = Label("", "muted", wrap=True)
        self.geef = button("Toegang geven…", "lock-open", tip=f"Toegang geven: {SOORTEN[soort]}")
        self.neem = button("Intrekken…", tip=f"Toegang intrekken: {SOORTEN[soort]}")
        words = col(self._word, self._text, spacing=1)
        self.setLayout(row(self._icon, (words, 1), self.geef, self.neem, spacing=10))

    def show_line(self, line: AccountRegel, geeft: bool) -> None:
        """The state of this account."""
        stand = line.toegang[self._soort]
        word, icon, token = STAND[stand]
        self._icon.set_icon(icon, token)
        self._word.setText(f"{SOORTEN[self._soort]}: {word}")
        may_take = geeft and stand is Stand.JA and not line.ik
        may_give = geeft and stand is not Stand.JA and line.status is AccountStatus.ACTIEF and not line.ik
        self.neem.setVisible(may_take)
        self.geef.setVisible(may_give)
        set_primary(self.geef, may_give and stand is Stand.WACHT)
        hint = wie_geeft(self._soort) if stand is Stand.WACHT and not geeft else ""
        if may_give:
            hint = "Vergelijk eerst samen de herkenningswoorden."
        self._text.setText(hint)
        self._text.setVisible(bool(hint))
        self.setAccessibleName(f"{self._word.text()}. {hint}")

    def text(self) -> str:
        """What stands there."""
        return self._word.text()


class AccountPage(QWidget):
    """Shows; what is asked goes out as signals. `give(soort)`, `take(soort)`, `rename(name)`, `pest(on)`."""

    back = Signal()
    give = Signal(str)
    take = Signal(str)
    rename = Signal(str)
    pest = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.crumb = crumb("Accounts en toegang")
        self._status = Icon("circle", "ok", 16)
        self.status_word = Label("")
        self._title = TitleRow("", "", self._status, self.status_word)
        self.notice = Notice(State.BLOK, "")
        self.notice.hide()
        self.woorden = WordGrid(columns=3, name="Herkenningswoorden")
        self.vergelijk = label("", "muted", wrap=True)
        self.regels = {soort: ToegangRegel(soort) for soort in SOORTEN}
        self.naam = edit(name="Naam")
        self.naam_veld = Field("Naam op het beginscherm", self.naam)
        self.bewaar = button("Naam bewaren", "check")
        self.is_pest = QCheckBox("Pestcoördinator")
        self._pest_uitleg = label(_PEST, "small", wrap=True)
        self._blad = Label("", "muted", wrap=True)
        self.stop = StopKaart()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = card(self.woorden, self.vergelijk, title="Herkenningswoorden", spacing=8)
        access = card(*self.regels.values(), title="Toegang", spacing=12)
        about = card(
            # the button stands on the line of the field, under its label
            row((self.naam_veld, 1), col(scaled(19), self.bewaar, None, spacing=0)),
            self.is_pest,
            self._pest_uitleg,
            row((Icon("file-text", "muted", 16), TOP), (self._blad, 1), spacing=8),
            title="Over dit account",
            spacing=8,
        )
        left, right = col(words, access, None, spacing=12), col(about, self.stop, None, spacing=12)
        body = scroll(row((left, 5), (right, 4), spacing=12))
        self.setLayout(
            col(row(self.crumb, None), self._title, self.notice, (body, 1), margins=(16, 6, 16, 12), spacing=6)
        )

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.back)
        self.bewaar.clicked.connect(self._rename)
        self.naam.returnPressed.connect(self._rename)
        self.is_pest.clicked.connect(self.pest)
        for soort, regel in self.regels.items():
            self._wire(soort, regel.geef, regel.neem)

    def _wire(self, soort: str, geef: QPushButton, neem: QPushButton) -> None:
        def give() -> None:
            self.give.emit(soort)

        def take() -> None:
            self.take.emit(soort)

        geef.clicked.connect(give)
        neem.clicked.connect(take)

    def show_account(self, line: AccountRegel, may: Rechten) -> None:
        """Another account, or the same as it is now."""
        self._title.set_title(naam_in_woorden(line), rol_in_woorden(line))
        word, icon, token = STATUS[line.status]
        self._status.set_icon(icon, token)
        self.status_word.setText(word.capitalize())
        invited = line.status is AccountStatus.UITGENODIGD
        self.woorden.setVisible(not invited)
        self.woorden.show_words(line.herkenning)
        text = _NOG_NIET if invited else _EIGEN if line.ik else VERGELIJK.format(naam=line.naam)
        self.vergelijk.setText(text)
        for soort, regel in self.regels.items():
            regel.show_line(line, may.geeft[soort])
        self.naam.setText(line.naam)
        self.naam.setReadOnly(not (may.beheert or line.ik))
        self.bewaar.setVisible(may.beheert or line.ik)
        self.naam_veld.show_finding(None)
        self._show_pest(line, may.beheert)
        self._blad.setText(_sheet(line))
        self.stop.show_account(line, may.beheert and not line.ik, may.verlies)

    def _show_pest(self, line: AccountRegel, beheert: bool) -> None:
        fits = line.rol in PEST_ROLLEN
        self.is_pest.setVisible(fits)
        self._pest_uitleg.setVisible(fits)
        self.is_pest.setChecked(line.pest)
        self.is_pest.setEnabled(beheert)

    def show_error(self, error: UserFacing) -> None:
        """What went wrong: beside the name when it is about the name, else above the cards."""
        if isinstance(error, InvoerOnjuist) and not show_findings({"naam": self.naam_veld}, error.findings):
            return
        self.notice.show_error(error)
        self.notice.show()

    @Slot()
    def _rename(self) -> None:
        if not self.naam.isReadOnly():
            self.rename.emit(self.naam.text())


def _sheet(line: AccountRegel) -> str:
    if line.herstelblad_op is not None:
        return f"Herstelblad gemaakt op {kort(line.herstelblad_op)}."
    if line.status is AccountStatus.UITGENODIGD:
        return "Het herstelblad komt als de uitnodiging is gebruikt."
    return "Nog geen herstelblad. Is het wachtwoord weg, dan komt dit account niet meer binnen."
