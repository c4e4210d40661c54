"""The fields of the chosen action, built from the table of the domain (demands 60-76)."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from svp_desktop.domain.actie_velden import (
    GEEN_VELDEN,
    TERUGKEER,
    VERVOLGEN,
    VINK_AAN,
    ActieVeld,
    ActieVelden,
    VeldSoort,
    VeldWaarde,
    veld_naam,
    velden_van,
)
from svp_desktop.domain.casus_mensen import Steunfiguur
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.ui.tabs.casussen.rijen import Rijen
from svp_desktop.ui.tabs.casussen.sit_in import SitInKaart
from svp_desktop.ui.tabs.casussen.steun_voorstel import VELD_VOOR_STEUN, SteunVoorstel
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Icon, Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Chip, button
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_line
from svp_desktop.ui.widgets.flow import Flow

_SMAL = (VeldSoort.DATUM, VeldSoort.TIJD, VeldSoort.GETAL)
_IN_VELD = (VeldSoort.TEKST, VeldSoort.KORT)  # their explanation stands in the empty field
_ZINNEN = {"weigeren": "weigeren_zin"}


class Keuze(QComboBox):
    """One of a few; the first line is no choice yet."""

    def __init__(self, veld: ActieVeld) -> None:
        super().__init__()
        self.addItem("Nog niet gekozen", "")
        for code, word in veld.keuzes:
            self.addItem(word, code)
        guard_wheel(self)


class Woord(QComboBox):
    """A word from a list of the school, or one that is typed."""

    def __init__(self, veld: ActieVeld, words: Sequence[str]) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # otherwise a word of their own would be kept as the first of the list that begins like it
        self.setCompleter(None)  # type: ignore[arg-type]  # the stubs know no None
        self.addItems(list(words))
        self.setCurrentIndex(-1)
        self.setAccessibleName(veld.label)
        line = self.lineEdit()
        assert line is not None  # it is editable
        line.setPlaceholderText("Kies of typ")
        guard_wheel(self)


class VeldenForm(QWidget):
    """Form <-> ActieVelden of one action. What was typed for another action stays, until the form is left.

    `edited` after every change by the user; `weighed` when a tick or a day changed, which the guards look at;
    `rebuilt` when other fields came, so that the Tab key can follow them; `timed` when a time was filled in by hand.
    """

    edited = Signal()
    weighed = Signal()
    rebuilt = Signal()
    timed = Signal()
    time_up = Signal()

    def __init__(self, today: Callable[[], date], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._today, self._clock = today, clock
        self._actie = ""
        self._kept: dict[str, VeldWaarde] = {}
        self._offered: set[str] = set()
        self._widgets: dict[str, QWidget] = {}
        self._instellingen = Instellingen()
        self._steunfiguren: tuple[Steunfiguur, ...] = ()
        self._beller = ""
        self._voorstel: SteunVoorstel | None = None
        self.fields: dict[str, Field] = {}
        self.sit_in: SitInKaart | None = None
        self._body = col(spacing=9)
        self.setLayout(self._body)

    def set_instellingen(self, instellingen: Instellingen) -> None:
        """The school's own sentences and terms."""
        self._instellingen = instellingen

    def set_steun(self, steunfiguren: tuple[Steunfiguur, ...], beller: str) -> None:
        """Who of the network can be filled in, and who normally calls them."""
        self._steunfiguren, self._beller = steunfiguren, beller

    def show_actie(self, actie: str) -> None:
        """Build the fields of this action; what has the same name keeps what was typed."""
        if actie == self._actie:
            return
        self._keep()
        self._actie = actie
        self._offer()
        self._build()
        self._fill()
        self.rebuilt.emit()

    def _offer(self) -> None:
        """A tick that stands on in a new action is put on once, so that taking it off holds."""
        for veld in velden_van(self._actie):
            if veld.aan and veld.code not in self._offered:
                self._offered.add(veld.code)
                self._kept[veld.code] = VeldWaarde(veld.code, VINK_AAN)

    def load(self, actie: str, velden: ActieVelden = GEEN_VELDEN) -> None:
        """Show what this action holds."""
        self._kept = {item.code: item for item in velden.waarden}
        self._offered = {veld.code for veld in velden_van(actie)}
        self._actie = actie
        self._build()
        self._fill()
        self.rebuilt.emit()

    def waarden(self) -> ActieVelden:
        """Everything that was filled in, of this action first."""
        self._keep()
        order = [veld.code for veld in velden_van(self._actie)]
        codes = [*order, *sorted(set(self._kept) - set(order))]
        return ActieVelden(tuple(self._kept[code] for code in codes if code in self._kept))

    def order(self) -> list[QWidget]:
        """What Tab goes through, as it stands there."""
        found: list[QWidget] = [] if self.sit_in is None else [self.sit_in.start, self.sit_in.stop]
        for code, widget in self._widgets.items():
            found += widget.order() if isinstance(widget, Rijen | Teller) else [widget]
            if self._voorstel is not None and code == VELD_VOOR_STEUN[self._actie]:
                found += self._voorstel.order()
        return found

    def resume_timer(self, day: date | None) -> None:
        """Go on with the clock of a sit-in of today that began and did not end."""
        begun, ended = self._widgets.get("begonnen"), self._widgets.get("gestopt")
        if self.sit_in is None or not isinstance(begun, TimeEdit) or not isinstance(ended, TimeEdit):
            return
        self.sit_in.follow(begun.text() if day == self._today() and not ended.text().strip() else "")

    # -- build

    def _build(self) -> None:
        clear(self._body)
        self._widgets, self.fields, self.sit_in, self._voorstel = {}, {}, None, None
        if self._actie == "sit_in":
            self._add_sit_in()
        if self._actie in _ZINNEN:
            words = Label(self._instellingen.tekst(_ZINNEN[self._actie]), "lead", wrap=True)
            self._body.addWidget(card(row(Icon("quote", "control", 14), (words, 1), spacing=7), sub=True))
        run: list[ActieVeld] = []
        for veld in velden_van(self._actie):
            if (
                run
                and (veld.soort not in _SMAL or run[0].soort not in _SMAL or len(run) == 2)
                and not (veld.soort is VeldSoort.VINK and run[0].soort is VeldSoort.VINK)
            ):
                self._place(run)
                run = []
            run.append(veld)
        self._place(run)

    def _add_sit_in(self) -> None:
        minutes, words = self._instellingen.getal("sit_in_minuten"), self._instellingen.tekst("sit_in_zin")
        self.sit_in = SitInKaart(self._clock, minutes, words)
        self.sit_in.begun.connect(self._begun)
        self.sit_in.ended.connect(self._ended)
        self.sit_in.time_up.connect(self.time_up)
        self._body.addWidget(self.sit_in)

    def _place(self, run: list[ActieVeld]) -> None:
        """Ticks side by side; short fields two in a row; everything else on its own."""
        if not run:
            return
        made = [self._made(veld) for veld in run]
        if run[0].soort is VeldSoort.VINK:
            self._body.addWidget(Flow(*made, gap=6))
        elif len(made) == 2:
            self._body.addLayout(row((made[0], 1), (made[1], 1), spacing=10))
        else:
            self._body.addWidget(made[0])

    def _made(self, veld: ActieVeld) -> QWidget:
        widget = self._widget(veld)
        self._widgets[veld.code] = widget
        if veld.soort is VeldSoort.VINK:
            return widget
        field = Field(veld.label, widget, hint="" if veld.soort in _IN_VELD else veld.uitleg)
        self.fields[veld_naam(veld.code)] = field
        if self._steunfiguren and VELD_VOOR_STEUN.get(self._actie) == veld.code:
            self._voorstel = SteunVoorstel(numbers=veld.soort is VeldSoort.RIJEN)
            self._voorstel.chosen.connect(self._fill_steun)
            typed = widget.edited if isinstance(widget, Rijen) else widget.textEdited  # type: ignore[attr-defined]  # a line
            typed.connect(self._offer_steun)
            return holder(col(field, self._voorstel, spacing=4))
        return field

    def _widget(self, veld: ActieVeld) -> QWidget:
        match veld.soort:
            case VeldSoort.VINK:
                chip = Chip(veld.label, check=True)
                chip.clicked.connect(self._weigh)
                return chip
            case VeldSoort.TEKST:
                area = Area(height=scaled(50), placeholder=veld.uitleg)
                area.textChanged.connect(self.edited)
                return area
            case VeldSoort.DATUM:
                later = veld.code == TERUGKEER or any(item.dag == veld.code for item in VERVOLGEN)
                day = DateEdit(self._today, optional=True, komend=later, name=veld.label)
                day.edited.connect(self._weigh)
                return day
            case VeldSoort.TIJD:
                moment = TimeEdit(optional=True, name=veld.label)
                moment.edited.connect(self.edited)
                moment.checked.connect(self.timed)
                return moment
            case VeldSoort.KEUZE:
                choice = Keuze(veld)
                choice.activated.connect(self.edited)
                return choice
            case VeldSoort.WOORD:
                word = Woord(veld, self._instellingen.lijst(veld.lijst))
                word.editTextChanged.connect(self.edited)
                return word
            case VeldSoort.RIJEN:
                rows = Rijen(veld)
                rows.edited.connect(self.edited)
                rows.grown.connect(self.rebuilt)
                return rows
            case VeldSoort.GETAL:
                return self._number(veld)
        line = edit(name=veld.label, placeholder=veld.uitleg)
        line.textEdited.connect(self.edited)
        return line

    def _number(self, veld: ActieVeld) -> "Teller":
        made = Teller(veld.label)
        made.line.textEdited.connect(self.edited)
        made.raised.connect(self.edited)
        return made

    # -- values

    def _fill(self) -> None:
        for code, widget in self._widgets.items():
            _zet(widget, self._kept.get(code, VeldWaarde(code)))
        self._offer_steun()

    @Slot()
    def _offer_steun(self) -> None:
        """The steunfiguren that are not named in their field yet."""
        if self._voorstel is None:
            return
        widget = self._widgets[VELD_VOOR_STEUN[self._actie]]
        there = [row[1] for row in widget.rijen()] if isinstance(widget, Rijen) else [_lees("", widget).tekst]
        if self._voorstel.show_open(self._steunfiguren, there):
            self.rebuilt.emit()

    @Slot(object)
    def _fill_steun(self, wie: tuple[Steunfiguur, ...]) -> None:
        code = VELD_VOOR_STEUN[self._actie]
        widget = self._widgets[code]
        if isinstance(widget, Rijen):
            widget.set_rijen((*widget.rijen(), *(item.belregel(self._beller) for item in wie)))
        else:
            names = (_lees(code, widget).tekst.strip(), *(item.naam for item in wie))
            _zet(widget, VeldWaarde(code, ", ".join(filter(None, names))))
        self._offer_steun()
        self.edited.emit()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        for code, widget in self._widgets.items():
            found = _lees(code, widget)
            if found.tekst.strip() or found.rijen:
                self._kept[code] = found
            else:
                self._kept.pop(code, None)

    # -- what the user did

    @Slot()
    def _weigh(self) -> None:
        self.edited.emit()
        self.weighed.emit()

    @Slot(str)
    def _begun(self, moment: str) -> None:
        self._set_time("begonnen", moment)
        self._set_time("gestopt", "")

    @Slot(str)
    def _ended(self, moment: str) -> None:
        self._set_time("gestopt", moment)

    def _set_time(self, code: str, moment: str) -> None:
        _zet(self._widgets[code], VeldWaarde(code, moment))
        self.edited.emit()


class Teller(QWidget):
    """A number that is typed or raised by one, for what is counted as it happens."""

    raised = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = edit(name=name, width=scaled(64))
        self.plus = button("1 erbij", "plus", small=True, tip=f"{name}: 1 erbij")
        self.plus.clicked.connect(self._raise)
        self.setLayout(row(self.line, self.plus, None, spacing=6))
        self.setFocusProxy(self.line)

    def order(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.line, self.plus]

    @Slot()
    def _raise(self) -> None:
        typed = self.line.text().strip()
        self.line.setText(str(int(typed) + 1) if typed.isascii() and typed.isdigit() else "1")
        self.raised.emit()


def _lees(code: str, widget: QWidget) -> VeldWaarde:
    match widget:
        case Rijen():
            return VeldWaarde(code, rijen=widget.rijen())
        case Chip():
            return VeldWaarde(code, VINK_AAN if widget.isChecked() else "")
        case Keuze():
            return VeldWaarde(code, str(widget.currentData()))
        case Woord():
            return VeldWaarde(code, widget.currentText())
        case Teller():
            return VeldWaarde(code, widget.line.text())
        case QLineEdit() | Area():
            return VeldWaarde(code, widget.text())
    raise TypeError(type(widget).__name__)


def _zet(widget: QWidget, waarde: VeldWaarde) -> None:
    """Show a value without telling."""
    blocked = widget.blockSignals(True)
    match widget:
        case Rijen():
            widget.set_rijen(waarde.rijen)
        case Chip():
            widget.blockSignals(False)
            widget.setChecked(waarde.tekst == VINK_AAN)
        case Keuze():
            widget.setCurrentIndex(max(0, widget.findData(waarde.tekst)))
        case Woord():
            widget.setEditText(waarde.tekst)
        case Teller():
            widget.line.setText(waarde.tekst)
        case DateEdit():
            widget.setText(waarde.tekst)
            widget.finish()
        case QLineEdit():
            show_line(widget, waarde.tekst)
        case Area():
            widget.setText(waarde.tekst)
    widget.blockSignals(blocked)
