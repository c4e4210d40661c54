"""The page of each phase: its fields, its points, and what belongs to it (82-87)."""

from collections.abc import Iterable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QCheckBox, QLayout, QWidget

from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.datums import dag_kort, dag_maand
from svp_desktop.domain.thuisschool import ThuisSchoolStatus
from svp_desktop.domain.thuisschool_fasen import FASETITELS, Fase
from svp_desktop.services.thuisschool import ThuisSchoolBeeld
from svp_desktop.ui.tabs.casussen.thuisschool.contact import ContactKaart
from svp_desktop.ui.tabs.casussen.thuisschool.punten import PuntenKaart
from svp_desktop.ui.tabs.casussen.thuisschool.taken import VerdeelKaart
from svp_desktop.ui.tabs.casussen.thuisschool.velden import Velden
from svp_desktop.ui.tabs.casussen.thuisschool.wet import WetKaart
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.columns import TwoColumns
from svp_desktop.ui.widgets.dates import DateEdit

_MARGINS = (16, 10, 14, 12)
_ZETTEN = "Met Besluit definitief komt de actie Thuis-school op de ladder, met deze dagen."
_GEZET = "De actie Thuis-school staat op de ladder. Veranderen de dagen hier, dan ook daar."
_NIET_GEZET = "Dit besluit staat niet als actie op de ladder."


def titel(fase: Fase) -> str:
    """ "Fase 2: tijdens"."""
    return f"Fase {list(Fase).index(fase) + 1}: {FASETITELS[fase][0].lower()}"


class VoorafBlad(QWidget):
    """Phase 1: hearing, decision and the blocks of the letter, with the legal check beside them."""

    def __init__(self, velden: Velden, punten: PuntenKaart) -> None:
        super().__init__()
        self.wet = WetKaart()
        self._dagen, self._stappen = Label("", "muted", wrap=True), col(spacing=2)
        self._geen_stap = Label("Er is nog geen eerdere stap in deze casus.", "warn", wrap=True)
        left = col(
            self._eerst_horen(velden),
            card(
                row((velden["besluit_op"], 1), (velden["vanaf"], 1), (velden["tot"], 1), spacing=8),
                self._dagen,
                title="Het besluit",
                margins=_MARGINS,
            ),
            card(
                self._stappen,
                self._geen_stap,
                velden["geen_stappen"],
                velden["geen_connectie"],
                title="Wat ging eraan vooraf",
                margins=_MARGINS,
                spacing=4,
            ),
            card(
                *(velden[name] for name in ("gedrag", "waarom", "persoon", "contact", "relatiegebaar", "bezwaar")),
                title="Wat in de brief staat",
                margins=_MARGINS,
                spacing=4,
            ),
            card(
                row((velden["terug_op"], 2), (velden["terug_tijd"], 1), (velden["terug_met"], 4), spacing=8),
                title="Terug op school",
                margins=_MARGINS,
            ),
            card(
                row((velden["uitgereikt_op"], 1), (velden["inspectie_op"], 1), None, spacing=8),
                title="Na het besluit",
                margins=_MARGINS,
            ),
            None,
            spacing=12,
        )
        right = holder(col(self.wet, self._op_de_ladder(), punten, None, spacing=12))
        self.setLayout(col(TwoColumns(holder(left), right, least=740, stretch=(5, 3)), None))

    @staticmethod
    def _eerst_horen(velden: Velden) -> QWidget:
        """Child, parents and teacher are heard before the decision: when, and what they said."""
        heard = (("kind_op", "kind_zegt"), ("ouders_op", "ouders_zeggen"), ("leerkracht_op", "leerkracht_zegt"))
        lines = [row((velden[day], 2), (velden[text], 3), spacing=8) for day, text in heard]
        after = (velden["veranderd"], velden["niet_gehoord"])
        return card(*lines, *after, title="Eerst horen", margins=_MARGINS, spacing=4)

    def _op_de_ladder(self) -> QWidget:
        """What goes along with the decision: seen before it is made, and left out by who does not want it."""
        self.ladder = QCheckBox("Zet het besluit op de ladder")
        self.ladder.setChecked(True)
        self._ladder = Label("", "small", wrap=True)
        return card(self.ladder, self._ladder, title="De ladder", margins=_MARGINS, spacing=4)

    def show_beeld(self, beeld: ThuisSchoolBeeld) -> None:
        """How many school days it is, and what was done before."""
        self.wet.show_controles(beeld.controles)
        self._dagen.setText(_dagen(beeld))
        _fill(self._stappen, map(_stap, reversed(beeld.eerder)))
        self._geen_stap.setVisible(not beeld.eerder)
        preparing = beeld.thuisschool.status is ThuisSchoolStatus.VOORBEREIDING
        self.ladder.setVisible(preparing and not beeld.op_ladder)
        self._ladder.setText(_GEZET if beeld.op_ladder else _ZETTEN if preparing else _NIET_GEZET)


class TijdensBlad(QWidget):
    """Phase 2: the clock, the points, the tasks in the team, and what the parents get."""

    def __init__(self, velden: Velden, punten: PuntenKaart, contact: ContactKaart, verdeel: VerdeelKaart) -> None:
        super().__init__()
        more = card(
            row((velden["wie_belt"], 3), (velden["bel_voor"], 1), spacing=8),
            velden["werk"],
            velden["richtlijnen"],
            title="Contact, werk en richtlijnen",
            margins=_MARGINS,
            spacing=4,
        )
        self.setLayout(col(contact, punten, verdeel, more, None, spacing=12))


class PuntenBlad(QWidget):
    """A phase of points and perhaps a few fields and something more."""

    def __init__(self, punten: PuntenKaart, *items: Item) -> None:
        super().__init__()
        self.setLayout(col(punten, *items, None, spacing=12))


class HerstelBlad(QWidget):
    """Phase 6: the gebaar, with the examples of the bouw as a way to fill it in (89-91). `proposed(str)`."""

    proposed = Signal(str)

    def __init__(self, velden: Velden, punten: PuntenKaart) -> None:
        super().__init__()
        self._choices = col(spacing=0)
        self._known: tuple[str, ...] = ()
        frame = card(velden["gebaar"], self._choices, title="Herstelgebaar", margins=_MARGINS, spacing=6)
        self._slot = Label("", "muted", wrap=True)
        self.setLayout(col(punten, frame, self._slot, None, spacing=12))

    def show_gebaren(self, gebaren: tuple[str, ...], slot: str) -> None:
        """The examples of the child's bouw, and the closing thought."""
        self._slot.setText(slot)
        if gebaren == self._known:
            return
        self._known = gebaren
        clear(self._choices)
        for text in gebaren:
            choice = link(text, "plus", tip=f"Invullen: {text}")
            choice.setProperty("gebaar", text)
            choice.clicked.connect(self._pressed)
            self._choices.addLayout(row(choice, None))

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, QAbstractButton):
            self.proposed.emit(pressed.property("gebaar"))


def velden_kaart(velden: Velden, title: str, *names: str) -> QWidget:
    """Some fields under each other in a card; a day does not take the whole width."""
    short = [isinstance(velden[name].widget, DateEdit) for name in names]
    items: list[Item] = [
        row((velden[name], 1), None, None) if day else velden[name] for name, day in zip(names, short, strict=True)
    ]
    return card(*items, title=title, margins=_MARGINS, spacing=4)


def _dagen(beeld: ThuisSchoolBeeld) -> str:
    back = beeld.eerste_dag_terug
    then = f" De eerste schooldag terug is {dag_maand(back, weekdag=True)}." if back else ""
    if beeld.inhoud.momenten.vanaf is None or beeld.inhoud.momenten.tot is None:
        return "Vul de eerste en de laatste dag in. Dan tellen wij de schooldagen."
    if beeld.schooldagen is None:
        return "Wij tellen de schooldagen niet: vul bij Instellingen de vrije dagen van dit schooljaar in."
    return f"{'1 schooldag' if beeld.schooldagen == 1 else f'{beeld.schooldagen} schooldagen'} thuis.{then}"


def _stap(actie: CasusActie) -> QLayout:
    return row(
        Label(dag_kort(actie.datum), "muted"), (Label(ACTIE_VAN_CODE[actie.actie].naam, wrap=True), 1), spacing=8
    )


def _fill(layout: QBoxLayout, rows: Iterable[QLayout]) -> None:
    clear(layout)
    for item in rows:
        layout.addLayout(item)
