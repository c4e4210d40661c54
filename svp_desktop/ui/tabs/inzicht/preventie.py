"""Prevention on the page: the list with what each pattern did, and the form of one action (demand 29)."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.incident import IncidentFilter, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.momenten import WEEKDAGEN
from svp_desktop.domain.preventie import Patroon, Preventie, PreventieInhoud, Verandering
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit, show_findings
from svp_desktop.ui.widgets.page import TitleRow, crumb

if TYPE_CHECKING:
    from svp_desktop.domain.changes import Changes

_LEEG = "Ziet u een patroon, zoals een plaats of een uur? Schrijf op wat u gaat doen. Later ziet u of het verandert."
_UREN = range(7, 19)


class PreventieLijst(QWidget):
    """`new_wanted()`, `edit_wanted(Preventie)` and `list_wanted(IncidentFilter)`; stopping and the prullenbak are done
    here, with the way back."""

    new_wanted = Signal()
    edit_wanted = Signal(object)
    list_wanted = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.preventie
        self.nieuw = button("Nieuwe preventie", "plus")
        self.nieuw.clicked.connect(self.new_wanted)
        self._rows = col(spacing=8)
        self.setLayout(col(card(self._rows, title="Preventie", right=(self.nieuw,))))

    def reload(self) -> None:
        """Read again."""
        clear(self._rows)
        found = self._service.alle()
        if not found:
            self._rows.addWidget(Label(_LEEG, "muted", wrap=True))
        for at, (one, change) in enumerate(found):
            if at:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._line(one, change))

    def _line(self, one: Preventie, change: Verandering) -> QFrame | QWidget:
        content = one.inhoud
        since = f"Vanaf {datums.kort(content.vanaf)}" if content.vanaf else ""
        if one.gestopt_op:
            since += f", gestopt op {datums.kort(one.gestopt_op)}"
        elif content.evalueren_op:
            since += f", bekijken op {datums.kort(content.evalueren_op)}"
        owner = f", {self._name(content.eigenaar_id)}" if content.eigenaar_id else ""
        words = col(
            Label(content.omschrijving, "h3", wrap=True),
            Label(f"Bij: {content.patroon.in_woorden()}. {since}{owner}.", "muted", wrap=True),
            Label(change.in_woorden(), wrap=True),
            spacing=2,
        )
        words.addWidget(holder(row(*self._lists(one), None, spacing=12)))
        if content.uitkomst:
            words.addWidget(Label(f"Uitkomst: {content.uitkomst}", wrap=True))
        return holder(row((words, 1), *self._buttons(one), spacing=6))

    def _lists(self, one: Preventie) -> list[QWidget]:
        """The incidents before and since, to look at: exactly those that are counted."""
        stretches = self._service.stroken(one)
        made: list[QWidget] = []
        for word, days in zip(("Ervoor", "Erna"), stretches or (), strict=False):
            shown = link(f"{word}: toon in de lijst")
            shown.setAccessibleName(f"{shown.text()}: {one.inhoud.omschrijving}")
            shown.clicked.connect(self._asker(one.inhoud.patroon.filter_van(days)))
            made.append(shown)
        return made

    def _asker(self, wanted: IncidentFilter) -> Callable[[], None]:
        def go() -> None:
            self.list_wanted.emit(wanted)

        return go

    def _buttons(self, one: Preventie) -> list[QWidget]:
        change, away = link("Wijzigen"), link("Verwijderen")
        stop = link("Hervatten" if one.gestopt_op else "Stoppen")
        for made in (change, stop, away):
            made.setAccessibleName(f"{made.text()}: {one.inhoud.omschrijving}")

        def wanted() -> None:
            self.edit_wanted.emit(one)

        def stopped() -> None:
            self._do(lambda: (self._service.hervat if one.gestopt_op else self._service.stop)(one.id).changes)

        def removed() -> None:
            if self._do(lambda: self._service.verwijder(one.id).changes):
                self._context.bar.offer_undo("Preventie verwijderd.", back)

        def back() -> None:
            self._do(lambda: self._service.herstel(one.id).changes)

        change.clicked.connect(wanted)
        stop.clicked.connect(stopped)
        away.clicked.connect(removed)
        return [change, stop, away]

    def _do(self, work: "Callable[[], Changes]") -> bool:
        try:
            changes = work()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        self._context.hub.publish(changes)
        return True

    def _name(self, person: int) -> str:
        return str(self._context.werkplek.personen.lees(person).naam)


class PreventieForm(QWidget):
    """One action. `done()` when it was saved or left."""

    done = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.preventie
        self._loaded: Preventie | None = None
        self._begin: dict[str, Any] = {}
        self.omschrijving = edit(placeholder="Bijvoorbeeld: een extra collega op het plein", name="Wat gaat u doen?")
        self.plaats, self.soort = _choice("Waar"), _choice("Soort voorval")
        self.weekdag, self.uur, self.groep = _choice("Dag"), _choice("Uur"), _choice("Groep")
        self.eigenaar = _choice("Wie zorgt ervoor?")
        self._boxes = {
            "plaats": self.plaats,
            "soort": self.soort,
            "weekdag": self.weekdag,
            "uur": self.uur,
            "groep": self.groep,
            "eigenaar": self.eigenaar,
        }
        self.vanaf = DateEdit(context.today, optional=True, name="Vanaf")
        self.evalueren = DateEdit(context.today, optional=True, komend=True, name="Bekijken op")
        self.uitkomst = Area(placeholder="Vult u in als u het bekeken hebt.", height=80, name="Uitkomst")
        self.fields = {
            "omschrijving": Field("Wat gaat u doen?", self.omschrijving),
            "patroon": Field("Waar", self.plaats),
            "vanaf": Field("Vanaf", self.vanaf),
            "evalueren_op": Field("Bekijken op", self.evalueren),
        }
        self.crumb, self.opslaan = crumb("Inzicht"), primary("Opslaan", "check", tip="Opslaan (Ctrl+S)")
        self.titel = TitleRow("Preventie", "Bij welk patroon hoort dit, en wanneer bekijkt u het?", self.opslaan)
        pattern = row(
            (self.fields["patroon"], 1),
            (Field("Soort voorval", self.soort), 1),
            (Field("Dag", self.weekdag), 1),
            (Field("Uur", self.uur), 1),
            (Field("Groep", self.groep), 1),
            spacing=12,
        )
        days = row(
            self.fields["vanaf"],
            self.fields["evalueren_op"],
            (Field("Wie zorgt ervoor?", self.eigenaar), 1),
            None,
            spacing=12,
        )
        body = card(self.fields["omschrijving"], pattern, days, Field("Uitkomst", self.uitkomst), spacing=12)
        page = col(row(self.crumb, None), self.titel, (scroll(col(body, None)), 1), margins=(16, 6, 16, 12), spacing=4)
        self.setLayout(page)
        self.crumb.clicked.connect(self.done)
        self.opslaan.clicked.connect(self.save)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.save)

    def start(self, patroon: Patroon) -> None:
        """A new action at this pattern."""
        self._load(None, PreventieInhoud("", patroon, self._context.today()))
        if patroon == Patroon():
            self._take_draft()

    def show_action(self, one: Preventie) -> None:
        """Change this one."""
        self._load(one, one.inhoud)
        self._take_draft()

    def resume(self, sleutel: str) -> None:
        """Go on with what was being typed under this key; an action that is gone becomes a new one."""
        wanted = sleutel.partition(":")[2]
        found = [one for one, _ in self._service.alle() if str(one.id) == wanted]
        if found:
            self.show_action(found[0])
        else:
            self.start(Patroon())

    def sleutel(self) -> str:
        """Key of the draft of what is shown."""
        return f"preventie:{self._loaded.id if self._loaded else 'nieuw'}"

    def flush(self) -> None:
        """Keep what was typed and not saved."""
        if self._typed() != self._begin:
            self._context.werkplek.concepten.bewaar(self.sleutel(), self._typed(), "een preventie-actie")

    def _typed(self) -> dict[str, Any]:
        boxes = {name: box.currentData() for name, box in self._boxes.items()}
        days = {"vanaf": self.vanaf.text(), "evalueren": self.evalueren.text()}
        return {"omschrijving": self.omschrijving.text(), "uitkomst": self.uitkomst.text(), **boxes, **days}

    def _take_draft(self) -> None:
        found = self._context.werkplek.concepten.lees(self.sleutel())
        if found is None:
            return
        kept = found.inhoud
        self.omschrijving.setText(kept["omschrijving"])
        self.uitkomst.setText(kept["uitkomst"])
        self.vanaf.setText(kept["vanaf"])
        self.evalueren.setText(kept["evalueren"])
        for name, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(kept[name])))

    def _load(self, one: Preventie | None, content: PreventieInhoud) -> None:
        self._loaded = one
        pattern = content.patroon
        places = dict.fromkeys((*self._context.werkplek.incidenten.plaatsen(), pattern.plaats))
        staff = [(one.id, one.naam) for one in self._context.werkplek.personen.lijst(PersoonSoort.MEDEWERKER)]
        owner = content.eigenaar_id
        if owner is not None and owner not in dict(staff):
            # someone who left meanwhile
            staff.append((owner, str(self._context.werkplek.personen.lees(owner).naam)))
        _fill(self.plaats, [("", "overal"), *((name, name) for name in places if name)], pattern.plaats)
        kinds = [(kind.value, label(kind)) for kind in Soort]
        _fill(self.soort, [("", "elke soort"), *kinds], pattern.soort.value if pattern.soort else "")
        _fill(self.weekdag, [(None, "elke dag"), *enumerate(WEEKDAGEN)], pattern.weekdag)
        hours = [(hour, f"{hour} tot {hour + 1} uur") for hour in _UREN]
        _fill(self.uur, [(None, "elk uur"), *hours], pattern.uur)
        groups = [group.naam for group in self._context.werkplek.school.groepen() if not group.vervallen]
        names = dict.fromkeys((*groups, pattern.groep))
        _fill(self.groep, [("", "elke groep"), *((name, name) for name in names if name)], pattern.groep)
        _fill(self.eigenaar, [(None, "niemand gekozen"), *staff], content.eigenaar_id)
        self.omschrijving.setText(content.omschrijving)
        self.vanaf.set_day(content.vanaf)
        self.evalueren.set_day(content.evalueren_op)
        self.uitkomst.setText(content.uitkomst)
        show_findings(self.fields, ())
        self._begin = self._typed()

    def content(self) -> PreventieInhoud:
        """What stands in the fields."""
        kind = self.soort.currentData()
        pattern = Patroon(
            str(self.plaats.currentData() or ""),
            Soort(kind) if kind else None,
            self.weekdag.currentData(),
            self.uur.currentData(),
            str(self.groep.currentData() or ""),
        )
        return PreventieInhoud(
            self.omschrijving.text(),
            pattern,
            self.vanaf.day(),
            self.evalueren.day(),
            self.eigenaar.currentData(),
            self.uitkomst.text(),
        )

    @Slot()
    def save(self) -> None:
        """Keep it, or show beside the fields what is missing."""
        wrong = [
            Finding(code, found.message)
            for code, field in (("vanaf", self.vanaf), ("evalueren_op", self.evalueren))
            if isinstance(found := field.value(), Finding)
        ]
        if wrong:
            show_findings(self.fields, wrong)
            return
        one = self._loaded
        try:
            outcome = self._service.bewaar(self.content(), one.id if one else None, one.versie if one else 0)
        except InvoerOnjuist as error:
            show_findings(self.fields, error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.werkplek.concepten.wis(self.sleutel())
        self._begin = self._typed()
        self._context.hub.publish(outcome.changes)
        self.done.emit()


def _choice(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    guard_wheel(made)
    return made


def _fill(box: QComboBox, options: Sequence[tuple[object, str]], value: object) -> None:
    box.clear()
    for code, words in options:
        box.addItem(words, code)
    box.setCurrentIndex(max(0, next((at for at, (code, _) in enumerate(options) if code == value), 0)))
