"""Fields for who is in it and for who does what to whom: lines that come and go (99)."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from svp_desktop.domain.casus import casus_groep
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_netwerk import RelatieDraft
from svp_desktop.domain.pestzaak import PestPersoonDraft, PestRol
from svp_desktop.domain.school import Extern, Leerling, Medewerker, Ouder, Persoon
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.namen import uit_elkaar
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, tool
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import edit
from svp_desktop.ui.widgets.suggest import Find, SuggestEdit

_LEEG = "Nog niemand. Kies eerst wie er gepest wordt."
_GEEN_PIJL = "Nog geen pijl. Wat in de incidenten staat, komt er vanzelf bij."
_WIE = "Wie is het? Twee letters is genoeg"
_NIEMAND = "Niemand gevonden. Kijk of de naam in het register staat."


def _heet(known: Persoon) -> str:
    return str(known.naam) or (known.organisatie if isinstance(known, Extern) else "")


def vraag_om_keuze(half: str) -> tuple[Finding, ...]:
    """A name that was typed and not chosen would be lost."""
    return (Finding("personen", f"Kies “{half}” uit de lijst, of maak dit vak leeg."),) if half else ()


class MensenVeld(QWidget):
    """People with a role each; `changed` for every change by the user."""

    changed = Signal()

    def __init__(self, find: Find, context: Context) -> None:
        super().__init__()
        self._register = context.werkplek.personen
        self._people: list[PestPersoonDraft] = []
        self._rows = col(spacing=4)
        self.zoek = SuggestEdit(find, placeholder=_WIE, icon="user-plus", nothing=_NIEMAND)
        self.rol = Segmented(
            [(rol, label(rol)) for rol in (PestRol.GEPEST, PestRol.PESTER, PestRol.OMSTANDER)],
            PestRol.GEPEST,
            small=True,
            name="Rol van wie u toevoegt",
        )
        self.setLayout(col(self._rows, row((self.zoek, 1), self.rol, spacing=8), spacing=8))
        self.zoek.chosen.connect(self._chosen)
        self.zoek.textEdited.connect(self.changed)

    def value(self) -> tuple[PestPersoonDraft, ...]:
        """Who is there."""
        return tuple(self._people)

    def set_value(self, people: Iterable[PestPersoonDraft], half: str = "") -> None:
        """Show these, and a name that is half typed, without telling."""
        self._people = list(people)
        self.zoek.setText(half)
        self._next_role()
        self._build()

    def half(self) -> str:
        """A name that was typed and not chosen."""
        return self.zoek.text().strip()

    def roles(self) -> list[QComboBox]:
        """The role of each line."""
        return self.findChildren(QComboBox)

    def _next_role(self) -> None:
        """After the child that is bullied most often comes who does it."""
        there = {person.rol for person in self._people}
        self.rol.set_value(PestRol.GEPEST if PestRol.GEPEST not in there else PestRol.PESTER)

    def _build(self) -> None:
        clear(self._rows)
        for number, person in enumerate(self._people):
            self._rows.addWidget(self._line(number, person))
        if not self._people:
            self._rows.addWidget(Label(_LEEG, "muted", wrap=True))

    def _line(self, number: int, person: PestPersoonDraft) -> QWidget:
        known = self._register.lees(person.persoon_id)
        name = _heet(known)
        role = QComboBox()
        for option in PestRol:
            role.addItem(label(option), option.value)
        role.setCurrentIndex(list(PestRol).index(person.rol))
        role.setAccessibleName(f"Rol van {name}")
        role.setFixedWidth(scaled(130))
        role.setProperty("nummer", number)
        guard_wheel(role)
        role.activated.connect(self._role_chosen)
        note = edit(person.notitie, placeholder="Wat is er over te zeggen?", name=f"Notitie bij {name}")
        note.setProperty("nummer", number)
        note.textEdited.connect(self._noted)
        drop = tool("x", f"Weghalen: {name}", small=True)
        drop.setProperty("nummer", number)
        drop.clicked.connect(self._dropped)
        return holder(row((ElidedLabel(name), 3), (ElidedLabel(self._about(known), "muted"), 3), role, (note, 4), drop))

    def _about(self, known: Persoon) -> str:
        """What tells two people of one name apart."""
        if isinstance(known, Leerling):
            group = self._register.groep_van(known.id)
            return casus_groep(known.naam, group.naam if group else "", known.jaargroep)
        if isinstance(known, Ouder):
            children = ", ".join(one.naam.roepnaam for one in self._register.kinderen_van(known.id))
            return f"ouder van {children}" if children else "ouder"
        return known.functie if isinstance(known, Medewerker) else ""

    def _number(self) -> int:
        sender = self.sender()
        return int(sender.property("nummer")) if sender is not None else -1

    @Slot(object)
    def _chosen(self, persoon_id: int) -> None:
        role = self.rol.value()
        if any(person.persoon_id == persoon_id for person in self._people) or not isinstance(role, PestRol):
            # nobody was added, but the half name is gone: what was said about it goes too
            self.changed.emit()
            return
        if role is PestRol.PESTER and not isinstance(self._register.lees(persoon_id), Leerling):
            # an adult who is only added looks on; who does more is said on the line
            role = PestRol.OMSTANDER
        self._people.append(PestPersoonDraft(persoon_id, role))
        self._next_role()
        self._build()
        self.zoek.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _role_chosen(self) -> None:
        sender, number = self.sender(), self._number()
        if isinstance(sender, QComboBox):
            self._people[number] = replace(self._people[number], rol=PestRol(sender.currentData()))
            self.changed.emit()

    @Slot()
    def _noted(self) -> None:
        sender, number = self.sender(), self._number()
        if isinstance(sender, QLineEdit):
            self._people[number] = replace(self._people[number], notitie=sender.text())
            self.changed.emit()

    @Slot()
    def _dropped(self) -> None:
        del self._people[self._number()]
        self._build()
        self.zoek.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class RelatiesVeld(QWidget):
    """Arrows: who, what, to whom, and whether it helps. `changed` for every change by the user."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._register = context.werkplek.personen
        self._arrows: list[RelatieDraft] = []
        self._people: tuple[PestPersoonDraft, ...] = ()
        self._rows = col(spacing=4)
        self.erbij = button("Pijl erbij", "plus", small=True)
        self.setLayout(col(self._rows, row(self.erbij, None), spacing=8))
        self.erbij.clicked.connect(self._add)

    def value(self) -> tuple[RelatieDraft, ...]:
        """The arrows."""
        return tuple(self._arrows)

    def set_value(self, arrows: Iterable[RelatieDraft]) -> None:
        """Show these, without telling."""
        self._arrows = list(arrows)
        self._build()

    def set_people(self, people: Iterable[PestPersoonDraft]) -> None:
        """Who can be at an end of an arrow; the bullied child first."""
        # a note tells nothing here: a line that is being typed in stays as it is
        there = tuple(replace(one, notitie="") for one in people)
        if there != self._people:
            self._people = there
            self._build()

    def words(self) -> list[QLineEdit]:
        """What happens, of each arrow."""
        return self.findChildren(QLineEdit)

    def _build(self) -> None:
        clear(self._rows)
        for number, arrow in enumerate(self._arrows):
            self._rows.addWidget(self._line(number, arrow))
        if not self._arrows:
            self._rows.addWidget(Label(_GEEN_PIJL, "muted", wrap=True))
        self.erbij.setEnabled(len(self._people) > 1)

    def _line(self, number: int, arrow: RelatieDraft) -> QWidget:
        ends = [self._end(number, arrow.van_id, "Wie doet het"), self._end(number, arrow.naar_id, "Bij wie")]
        words = edit(arrow.wat, placeholder="bijvoorbeeld uitlachen", name="Wat er gebeurt")
        helps = QCheckBox("helpt")
        helps.setChecked(arrow.helpt)
        drop = tool("x", "Pijl weghalen", small=True)
        for part in (words, helps, drop):
            part.setProperty("nummer", number)
        words.textEdited.connect(self._read)
        helps.clicked.connect(self._read)
        drop.clicked.connect(self._dropped)
        made = holder(row((ends[0], 2), (words, 3), Label("bij", "muted"), (ends[1], 2), helps, drop, spacing=6))
        made.setProperty("pijl", number)
        return made

    def _end(self, number: int, chosen: int, name: str) -> QComboBox:
        made = QComboBox()
        there = [one.persoon_id for one in self._people]
        roles = ((one.persoon_id, _heet(self._register.lees(one.persoon_id)), one.rol) for one in self._people)
        names = uit_elkaar(roles)
        known = [*there, *(one for one in (chosen,) if one and one not in there)]
        for person in known:
            made.addItem(names.get(person) or _heet(self._register.lees(person)), person)
        made.setCurrentIndex(known.index(chosen) if chosen in known else 0)
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        made.setProperty("nummer", number)
        guard_wheel(made)
        made.activated.connect(self._read)
        return made

    @Slot()
    def _add(self) -> None:
        self._arrows.append(RelatieDraft(self._people[1].persoon_id, self._people[0].persoon_id))
        self._build()
        self.words()[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        sender = self.sender()
        line = sender.parent() if isinstance(sender, QWidget) else None
        if not isinstance(line, QWidget):
            return
        ends, words = line.findChildren(QComboBox), line.findChildren(QLineEdit)
        helps = line.findChildren(QCheckBox)[0].isChecked()
        arrow = RelatieDraft(ends[0].currentData(), ends[1].currentData(), words[0].text(), helps)
        self._arrows[int(line.property("pijl"))] = arrow
        self.changed.emit()

    @Slot()
    def _dropped(self) -> None:
        sender = self.sender()
        if sender is not None:
            del self._arrows[int(sender.property("nummer"))]
            self._build()
            self.erbij.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()
