"""Every field of a thuis-school by its name: typed words, days and times, into a draft and back (82-87)."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLineEdit

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.thuisschool import MomentenDraft, Teksten
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings, show_line

#: Name, label, example, height in pixels of a field of more lines (0: one line).
_TEKSTEN: tuple[tuple[str, str, str, int], ...] = (
    ("gedrag", "Welk gedrag kan niet?", "Concreet: wat, wanneer, waar. Geen namen van andere kinderen.", 70),
    ("waarom", "Waarom is thuis-school nodig?", "Veiligheid, en waarom iets kleiners niet genoeg was.", 70),
    ("persoon", "Het kind wordt niet afgewezen", "Jij bent en blijft welkom bij ons. Het gaat om dit gedrag.", 52),
    ("contact", "Het contact blijft", "Wij bellen elke schooldag.", 52),
    ("relatiegebaar", "Relatiegebaar", "We willen dat het beter gaat, daarom stellen we deze grens.", 52),
    ("kind_zegt", "Wat zegt het kind?", "", 54),
    ("ouders_zeggen", "Wat zeggen de ouders?", "", 54),
    ("leerkracht_zegt", "Wat zegt de leerkracht?", "", 54),
    ("niet_gehoord", "Iemand niet gehoord? Waarom niet?", "Alleen als het echt niet kon", 0),
    ("veranderd", "Wat veranderde er door deze gesprekken?", "", 54),
    ("bezwaar", "Bezwaar: waar en tot wanneer", "Waar ouders kunnen schrijven, en tot wanneer", 88),
    ("geen_stappen", "Waarom was er geen kleinere stap?", "Alleen als er geen eerdere stap is", 0),
    ("geen_connectie", "Waarom zonder relatiegebaar vooraf?", "Bewust overslaan mag, met een reden", 0),
    ("wie_belt", "Wie belt elke dag?", "", 0),
    ("werk", "Schoolwerk", "Welk werk, wie brengt het, wie kijkt het na?", 52),
    ("richtlijnen", "Richtlijnen aan de ouders", "Wat spreekt u af voor de dagen thuis?", 52),
    ("terug_met", "Wie zijn bij het herstelgesprek?", "Directeur of leerkracht, kind, ouders", 0),
    ("verzoek", "Oplossingsverzoek", "Bijvoorbeeld: ik vraag een time-out als ik spanning voel.", 60),
    ("afspraken", "Afspraken", "Kort: wie doet wat? Bijvoorbeeld elke week een check-in.", 60),
    ("opnieuw", "Als dit opnieuw gebeurt, hoe handelen we dan anders?", "", 60),
    ("gebaar", "Herstelgebaar", "Een eigen voorstel van het kind gaat voor.", 0),
)  # fmt: skip
_DAGEN: tuple[tuple[str, str], ...] = (
    ("vanaf", "Eerste dag thuis"),
    ("tot", "Laatste dag thuis"),
    ("besluit_op", "Besluit genomen op"),
    ("kind_op", "Gesproken met het kind"),
    ("ouders_op", "Gesproken met de ouders"),
    ("leerkracht_op", "Gesproken met de leerkracht"),
    ("uitgereikt_op", "Aan de ouders gegeven op"),
    ("inspectie_op", "Gemeld aan de inspectie op"),
    ("terug_op", "Herstelgesprek op"),
    ("vervolg_op", "Vervolgafspraak op"),
    ("terugkijken_op", "Samen terugkijken op"),
)
_KOMEND = ("vanaf", "tot", "terug_op", "vervolg_op", "terugkijken_op")
_TIJDEN = (("bel_voor", "Bellen vóór"), ("terug_tijd", "Om"))


class Velden(QObject):
    """All fields, each to be placed once. `edited` after every change by the user."""

    edited = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.velden: dict[str, Field] = {}
        self._texts: dict[str, QLineEdit | Area] = {}
        self._moments: dict[str, DateEdit | TimeEdit] = {}
        self._quiet = False
        for name, title, example, height in _TEKSTEN:
            widget = (
                Area(placeholder=example, height=height, name=title)
                if height
                else edit(placeholder=example, name=title)
            )
            self._texts[name] = widget
            self.velden[name] = Field(title, widget)
            widget.textChanged.connect(self._changed)
        for name, title in _DAGEN:
            self._put(name, title, DateEdit(today, optional=True, komend=name in _KOMEND, name=title))
        for name, title in _TIJDEN:
            self._put(name, title, TimeEdit(optional=True, name=title))

    def _put(self, name: str, title: str, widget: DateEdit | TimeEdit) -> None:
        self._moments[name] = widget
        self.velden[name] = Field(title, widget)
        widget.textChanged.connect(self._changed)

    def __getitem__(self, name: str) -> Field:
        return self.velden[name]

    def teksten(self) -> Teksten:
        """The words as they stand there."""
        return Teksten(**{one.name: self._texts[one.name].text() for one in fields(Teksten)})

    def momenten(self) -> MomentenDraft:
        """The days and times as they stand there."""
        return MomentenDraft(**{one.name: self._moments[one.name].text() for one in fields(MomentenDraft)})

    def load(self, momenten: MomentenDraft, teksten: Teksten) -> None:
        """Show these, without telling."""
        self._quiet = True
        for name, widget in self._texts.items():
            if widget.text() != getattr(teksten, name):
                show = widget.setText if isinstance(widget, Area) else partial(show_line, widget)
                show(getattr(teksten, name))
        for name, moment in self._moments.items():
            moment.setText(getattr(momenten, name))
            if isinstance(moment, DateEdit):
                moment.finish()
        self._quiet = False
        self.show_findings(())

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Each sentence under its field; returns those that have no field here."""
        return show_findings(self.velden, findings)

    def set_text(self, name: str, text: str) -> None:
        """Fill one text, as if it was typed."""
        self._texts[name].setText(text)

    def focus(self, name: str) -> None:
        """The keyboard into this field."""
        self.velden[name].widget.setFocus()

    @Slot()
    def _changed(self) -> None:
        if self._quiet:
            return
        changed = self.sender()
        for field in self.velden.values():
            if field.widget is changed:
                field.show_finding(None)
        self.edited.emit()
