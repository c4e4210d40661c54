"""What was read in a mail: day, time, place, persons to confirm, words of the child, facts."""

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Betrokkenheid
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.mailvoorstel import Mailvoorstel, Naamvoorstel, RegisterPersoon, Zekerheid
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, row
from svp_desktop.ui.widgets.notice import State, check_line

_LEEG = "Plak links een mail. Hier ziet u dan wat eruit gelezen is. U kijkt het na voordat er iets wordt opgeslagen."
NIEMAND = "Niemand van deze"


def _who(person: RegisterPersoon) -> str:
    about = person.groep or word(person.soort).lower()
    gone = ", van school" if person.vertrokken else ""
    return f"{person.naam} ({about}{gone})".replace("&", "&&")


class NaamKeuze(QWidget):
    """One name of the mail. Only a certain one is ticked beforehand; of a doubtful one nothing is chosen."""

    def __init__(self, found: Naamvoorstel, *, wrote: bool = False) -> None:
        super().__init__()
        self.found = found
        self.group = QButtonGroup(self)
        self.certain: QCheckBox | None = None
        self.role: QCheckBox | None = None
        self.setProperty("clear", True)
        body = col(spacing=3)
        if found.zekerheid is Zekerheid.ZEKER:
            self.certain = QCheckBox(_who(found.keuzes[0]))
            self.certain.setChecked(True)
            body.addWidget(self.certain)
        else:
            asked = "Wie schreef deze mail:" if wrote else "Wie is"
            lead = f"{asked} “{found.vermelding.tekst[:80]}”?" if found.keuzes else f"“{found.vermelding.tekst[:80]}”"
            body.addLayout(check_line(State.LET_OP, lead, found.reden))
            for number, text in enumerate([*map(_who, found.keuzes), *([NIEMAND] if found.keuzes else [])]):
                option = QRadioButton(text)
                option.setAccessibleDescription(lead)
                self.group.addButton(option, number)
                body.addLayout(row(26, option, None, spacing=0))
        role = found.vermelding.rol
        if role is not None and found.keuzes:
            self.role = QCheckBox(f"{word(role)} ({'schreef deze mail' if wrote else 'dat lijkt zo in de mail'})")
            # who writes reports; any other role is only what the verb suggests
            self.role.setChecked(wrote)
            body.addLayout(row(26, self.role, None, spacing=0))
        self.setLayout(body)

    def value(self) -> tuple[int, frozenset[Betrokkenheid]] | None:
        """The person that the user confirmed, with the role that was ticked."""
        number = 0 if self.certain is not None and self.certain.isChecked() else self.group.checkedId()
        if not 0 <= number < len(self.found.keuzes):
            return None
        role = self.found.vermelding.rol
        ticked = self.role is not None and self.role.isChecked() and role is not None
        return self.found.keuzes[number].id, frozenset({role}) if ticked and role else frozenset()

    def open(self) -> bool:
        """True when nobody stands for this name and the user did not say that it is nobody."""
        return self.value() is None and self.certain is None and self.group.checkedId() < 0


class VoorstelPaneel(QWidget):
    """The right side of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[NaamKeuze] = []
        self._voices: list[tuple[str, QCheckBox]] = []
        self._shown: Mailvoorstel | None = None
        self._body = col(spacing=10)
        self.setLayout(self._body)

    def show_proposal(self, found: Mailvoorstel | None) -> None:
        """What was read; the choices stay when the same was read again."""
        if found is not None and found == self._shown:
            return
        self._shown = found
        clear(self._body)
        self.names, self._voices = [], []
        if found is None:
            self._body.addWidget(card(Label(_LEEG, "muted", wrap=True), title="Voorstel"))
        else:
            self._body.addWidget(self._when(found))
            self._body.addWidget(self._who(found))
            self._body.addWidget(self._told(found))
        self._body.addStretch(1)

    def _when(self, found: Mailvoorstel) -> QWidget:
        content = found.inhoud
        day = datums.in_woorden(content.datum) if content.datum else "niet gevonden"
        moment = datums.tijd_kort(content.tijd) if content.tijd else "niet gevonden"
        place = content.plaats or "niet gevonden"
        if content.plaats and not content.plaats_bekend:
            place += " (staat niet in uw lijst)"
        lines: list[Item] = [Label(f"Dag: {day}", wrap=True)]
        if content.datum_uitleg:
            lines.append(check_line(State.LET_OP, content.datum_uitleg))
        lines += [Label(f"Tijd: {moment}", wrap=True), Label(f"Plaats: {place}", wrap=True)]
        if content.twijfel:
            lines.append(Label("De schrijver twijfelt. Dat gaat mee.", wrap=True))
        if content.soorten:
            kinds = ", ".join(word(kind).lower() for kind in content.soorten)
            lines.append(Label(f"Misschien: {kinds}. De soort kiest u zelf in het formulier.", "small", wrap=True))
        return card(*lines, title="Wanneer en waar", spacing=4)

    def _who(self, found: Mailvoorstel) -> QWidget:
        self.names = [NaamKeuze(item) for item in found.namen]
        if found.afzender is not None:
            self.names.append(NaamKeuze(found.afzender, wrote=True))
        lines: list[Item] = list(self.names)
        if not lines:
            lines.append(Label("Geen namen gevonden. U voegt ze toe in het formulier.", "muted", wrap=True))
        else:
            lines.append(Label("Wie u niet kiest, gaat niet mee. De tekst verandert niet.", "small", wrap=True))
        return card(*lines, title="Wie", spacing=8)

    def _told(self, found: Mailvoorstel) -> QWidget:
        lines: list[Item] = [Label(found.inhoud.feiten[:4000] or "Geen tekst gevonden.", wrap=True)]
        for voice in found.inhoud.stem:
            box = QCheckBox(f"Stem van het kind: “{voice[:80]}”".replace("&", "&&"))
            box.setChecked(True)
            self._voices.append((voice, box))
            lines.append(box)
        if found.inhoud.gedaan:
            lines.append(Label(f"Gedaan: {found.inhoud.gedaan}", wrap=True))
        return card(*lines, title="Feiten", spacing=6)

    def chosen(self) -> list[tuple[int, frozenset[Betrokkenheid]]]:
        """The persons that the user confirmed."""
        return [value for choice in self.names if (value := choice.value()) is not None]

    def open_names(self) -> tuple[str, ...]:
        """The names of the mail about which nothing was chosen."""
        return tuple(dict.fromkeys(choice.found.vermelding.tekst for choice in self.names if choice.open()))

    def voices(self) -> list[str]:
        """The words that are ticked."""
        return [voice for voice, box in self._voices if box.isChecked()]
