"""What can be changed in the sections around the blocks: greeting, envelopes, moment of reading, who signs."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.papier import Ondertekenaar, Ontvanger, PapierDraft
from svp_desktop.domain.papier_soorten import Lezer, Vorm, spec_van
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Label, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import link, tool
from svp_desktop.ui.widgets.dates import DateEdit, TimeEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit

Today = Callable[[], date]


class Velden(QWidget):
    """Base: `changed` after every change by the user, `apply(draft)` gives the draft with what is typed here."""

    changed = Signal()

    def apply(self, draft: PapierDraft) -> PapierDraft:
        """The draft with what stands in these fields."""
        return draft

    def loose(self) -> "dict[str, DateEdit | TimeEdit]":
        """The fields whose text may be no value yet, by name."""
        return {}

    def half(self) -> dict[str, str]:
        """What is typed in those and is no day or time: it is in no draft, but it may not be lost."""
        return {name: field.text() for name, field in self.loose().items() if isinstance(field.value(), Finding)}

    def set_half(self, texts: Mapping[str, str]) -> None:
        """Show what was half typed before, without telling."""
        for name, field in self.loose().items():
            if name in texts:
                field.setText(texts[name])

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        self.focusNextChild()

    @Slot()
    def _touched(self) -> None:
        self.changed.emit()


_GEEN_ADRES = "Adres ontbreekt: geef de brief in handen, of vul het adres aan."
_GEEN_OUDER = "Er is geen ouder met gezag bekend bij dit kind. Vul de ouders aan bij de leerling."


class AanhefVelden(Velden):
    """The greeting; for a letter also subject, date, enclosure and closing; for a sheet its title and the line under
    it."""

    def __init__(self, draft: PapierDraft, today: Today) -> None:
        super().__init__()
        vorm = spec_van(draft).vorm
        self._brief = vorm is Vorm.BRIEF
        self._blad = vorm in (Vorm.WERKBLAD, Vorm.VOORBEREIDING)
        self.aanhef = edit(draft.aanhef, name="Regel onder de titel" if self._blad else "Aanhef")
        self.onderwerp = edit(draft.onderwerp, name="Titel" if self._blad else "Onderwerp")
        self.bijlage = edit(draft.bijlage, name="Bijlage")
        self.kenmerk = edit(draft.kenmerk, name="Kenmerk")
        self.slot = Area(draft.slot, height=scaled(44), name="Slot")
        self.noot = Area(draft.noot, height=scaled(44), name="Klein onder de brief")
        self.datum = DateEdit(today, optional=True, name="Datum van het papier" if self._blad else "Datum van de brief")
        self.datum.set_day(draft.datum)
        self.datum.edited.connect(self._touched)
        for line in (self.aanhef, self.onderwerp, self.bijlage, self.kenmerk):
            line.textEdited.connect(self._touched)
        for area in (self.slot, self.noot):
            area.textChanged.connect(self._touched)
        if self._brief:
            self._lay_out_letter(spec_van(draft).envelop)
        elif self._blad:
            dated = [Field("Datum", self.datum)] if vorm is Vorm.WERKBLAD else []
            under = row((Field("Regel onder de titel", self.aanhef), 1), *dated, spacing=10)
            self.setLayout(col(Field("Titel", self.onderwerp), under, spacing=6))
        else:
            self.setLayout(col(Field("Aanhef", self.aanhef)))

    def _lay_out_letter(self, envelop: bool) -> None:
        hint = "Leeg: elke brief krijgt de naam van de ouder" if envelop else ""
        self.setLayout(
            col(
                Field("Onderwerp", self.onderwerp),
                row((Field("Aanhef", self.aanhef, hint=hint), 1), Field("Datum", self.datum), spacing=10),
                row((Field("Bijlage", self.bijlage), 1), (Field("Kenmerk", self.kenmerk), 1), spacing=10),
                row((Field("Slot", self.slot), 1), (Field("Klein onder de brief", self.noot), 1), spacing=10),
                spacing=6,
            )
        )

    def loose(self) -> dict[str, DateEdit | TimeEdit]:
        return {"datum": self.datum}

    def apply(self, draft: PapierDraft) -> PapierDraft:
        draft = replace(draft, aanhef=self.aanhef.text())
        if self._brief or self._blad:
            day = self.datum.day() if self.datum.text().strip() else None
            draft = replace(draft, onderwerp=self.onderwerp.text(), datum=day)
        if not self._brief:
            return draft
        return replace(
            draft,
            bijlage=self.bijlage.text(),
            kenmerk=self.kenmerk.text(),
            slot=self.slot.text(),
            noot=self.noot.text(),
        )

    def focus_first(self) -> None:
        (self.onderwerp if self._brief or self._blad else self.aanhef).setFocus()


class PaginaVelden(Velden):
    """A new page begins here; there is nothing to fill in."""

    def __init__(self) -> None:
        super().__init__()
        words = "Hier begint een nieuwe bladzijde. Zet het vinkje uit om de tekst door te laten lopen."
        self.setLayout(col(Label(words, "muted", wrap=True)))


class MomentVelden(Velden):
    """When and where the paper is read aloud, and who is there: one name a line."""

    def __init__(self, draft: PapierDraft, today: Today) -> None:
        super().__init__()
        moment = draft.moment
        self.dag = DateEdit(today, optional=True, komend=True, name="Dag van het voorlezen")
        self.dag.set_day(moment.dag)
        self.tijd = TimeEdit(optional=True, name="Tijd van het voorlezen")
        self.tijd.set_time(moment.tijd)
        self.plaats = edit(moment.plaats, name="Plaats", placeholder="Bijvoorbeeld: de spreekkamer")
        self.aanwezig = Area("\n".join(moment.aanwezig), height=scaled(62), name="Wie zijn erbij?")
        self.aanwezig.setPlaceholderText("Eén naam op een regel")
        self.dag.edited.connect(self._touched)
        self.tijd.edited.connect(self._touched)
        self.plaats.textEdited.connect(self._touched)
        self.aanwezig.textChanged.connect(self._touched)
        when = row(Field("Dag", self.dag), Field("Tijd", self.tijd), None, spacing=10)
        place = Field("Plaats", self.plaats)
        self.setLayout(col(when, place, Field("Wie zijn erbij?", self.aanwezig), spacing=6))

    def loose(self) -> dict[str, DateEdit | TimeEdit]:
        return {"dag": self.dag, "tijd": self.tijd}

    def apply(self, draft: PapierDraft) -> PapierDraft:
        day, clock = self.dag.value(), self.tijd.value()
        names = (line.strip() for line in self.aanwezig.text().splitlines())
        moment = replace(
            draft.moment,
            dag=day if isinstance(day, date) else None,
            tijd=clock if isinstance(clock, time) else None,
            plaats=self.plaats.text(),
            aanwezig=tuple(filter(None, names)),
        )
        return replace(draft, moment=moment)

    def focus_first(self) -> None:
        self.dag.setFocus()


class OndertekenVelden(Velden):
    """Who signs: name as the reader knows it, and a function. For a letter the first one signs."""

    def __init__(self, draft: PapierDraft) -> None:
        super().__init__()
        self._lines: list[tuple[QWidget, QLineEdit, QLineEdit]] = []
        self._list = col(spacing=4)
        more = link("Nog iemand", "plus", tight=True)
        more.clicked.connect(self._add_empty)
        to_child = spec_van(draft).lezer is Lezer.KIND
        words = "Zoals het kind de naam kent." if to_child else "Wie de brief ondertekent."
        self.setLayout(col(Label(words, "small"), self._list, row(more, None), spacing=5))
        for person in draft.ondertekenaars or (Ondertekenaar(""),):
            self._add(person)

    def apply(self, draft: PapierDraft) -> PapierDraft:
        people = (Ondertekenaar(name.text(), function.text()) for _, name, function in self._lines)
        return replace(draft, ondertekenaars=tuple(person for person in people if person.naam or person.functie))

    def focus_first(self) -> None:
        self._lines[0][1].setFocus()

    def names(self) -> list[QLineEdit]:
        """The fields of the names, in order."""
        return [name for _, name, _ in self._lines]

    def _add(self, person: Ondertekenaar) -> None:
        number = len(self._lines) + 1
        name = edit(person.naam, placeholder="Naam", name=f"Naam van ondertekenaar {number}")
        function = edit(person.functie, placeholder="Functie (mag leeg)", name=f"Functie van ondertekenaar {number}")
        away = tool("x", "Deze ondertekenaar weghalen", small=True)
        line = holder(row((name, 3), (function, 2), away, spacing=6))
        name.textEdited.connect(self._touched)
        function.textEdited.connect(self._touched)
        away.setProperty("regel", number)
        away.clicked.connect(self._remove)
        self._lines.append((line, name, function))
        self._list.addWidget(line)

    @Slot()
    def _add_empty(self) -> None:
        self._add(Ondertekenaar(""))
        self._lines[-1][1].setFocus()

    @Slot()
    def _remove(self) -> None:
        sender = self.sender()
        for entry in self._lines:
            if isinstance(sender, QWidget) and entry[0].isAncestorOf(sender):
                self._lines.remove(entry)
                entry[0].hide()
                entry[0].deleteLater()
                break
        if not self._lines:
            self._add(Ondertekenaar(""))
        self.changed.emit()


class EnvelopVelden(Velden):
    """The envelopes to choose: each address a tick; a missing address is said in words. `parent_wanted(id)` asks for
    the parent in the register, 0 for the child when no parent is known."""

    parent_wanted = Signal(int)

    def __init__(self, draft: PapierDraft) -> None:
        super().__init__()
        self._ticks: list[QCheckBox] = []
        self._list = col(spacing=8)
        self.setLayout(self._list)
        clear(self._list)
        for envelope in draft.ontvangers:
            self._list.addLayout(self._envelope(envelope))
        if not draft.ontvangers:
            self._list.addWidget(Label(_GEEN_OUDER, "muted", wrap=True))

    def apply(self, draft: PapierDraft) -> PapierDraft:
        pairs = zip(draft.ontvangers, self._ticks, strict=True)
        return replace(draft, ontvangers=tuple(replace(item, gekozen=tick.isChecked()) for item, tick in pairs))

    def focus_first(self) -> None:
        if self._ticks:
            self._ticks[0].setFocus()

    def ticks(self) -> list[QCheckBox]:
        """One tick an envelope, in order."""
        return self._ticks

    def _envelope(self, envelope: Ontvanger) -> QHBoxLayout:
        tick = QCheckBox()
        tick.setFixedWidth(18)
        tick.setChecked(envelope.gekozen)
        tick.setAccessibleName(f"Brief aan {envelope.vermelding}")
        tick.toggled.connect(self._touched)
        self._ticks.append(tick)
        names = envelope.adresregels[: len(envelope.ouder_ids)] or envelope.adresregels
        words = col(Label(", ".join(names), "lead", wrap=True), spacing=1)
        rest = ", ".join(envelope.adresregels[len(names) :])
        if rest:
            words.addWidget(Label(rest, "muted", wrap=True))
        if not envelope.adres_bekend:
            known = bool(envelope.ouder_ids)
            ask = link("Naar de ouder" if known else "Naar de leerling", tight=True)
            ask.setProperty("ouder", envelope.ouder_ids[0] if known else 0)
            ask.clicked.connect(self._ask_parent)
            said = Label(_GEEN_ADRES if known else _GEEN_OUDER, "warn", wrap=True)
            words.addLayout(row((Icon("triangle-alert", "warn", 15, "let op"), TOP), (said, 1), spacing=6))
            words.addLayout(row(ask, None))
        return row((tick, TOP), (words, 1), spacing=8)

    @Slot()
    def _ask_parent(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.parent_wanted.emit(int(sender.property("ouder")))
