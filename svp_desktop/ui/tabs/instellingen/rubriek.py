"""One page of settings of one heading, with a field to find a setting by a word."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import EerdereWaarde, Instelling, Instellingen, Waarde
from svp_desktop.domain.namen import vouw
from svp_desktop.ui.tabs.instellingen.regel import InstellingRegel
from svp_desktop.ui.widgets.base import Item, Label, card, col, rule, scroll
from svp_desktop.ui.widgets.fields import SearchEdit


class RubriekPage(QWidget):
    """`changed(code, waarde)` and `reset(code)`, from any of its lines; `above` is of this heading and no setting."""

    changed = Signal(str, object)
    reset = Signal(str)

    def __init__(self, settings: Sequence[Instelling], note: str = "", above: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self._settings, self._values = settings, Instellingen()
        self._earlier: Mapping[str, Sequence[EerdereWaarde]] = {}
        self._note = Label(note, "small", wrap=True)
        self._rules: dict[str, QWidget] = {}
        self._find = SearchEdit("Zoek een instelling")
        self._find.textChanged.connect(self._search)
        self._body = col(spacing=0)
        parts: list[Item] = [*above, self._find, self._note, (scroll(self._body), 1)]
        self.setLayout(col(card(*parts, margins=(16, 12, 10, 10), spacing=10)))
        # in its place first: without a parent it would be a window for a moment
        self._note.setVisible(bool(note))

    @cached_property
    def lines(self) -> dict[str, InstellingRegel]:
        """One line a setting, by its code; made when the page is first looked at, for there are many."""
        made = {setting.code: InstellingRegel(setting) for setting in self._settings}
        for code, line in made.items():
            self._rules[code] = rule()
            self._body.addWidget(line)
            self._body.addWidget(self._rules[code])
            line.changed.connect(self.changed)
            line.reset.connect(self.reset)
            line.show_value(self._values.waarde(code), self._values.eigen(code))
            line.show_earlier(self._earlier.get(code, ()))
        self._body.addStretch(1)
        return made

    def _made(self) -> dict[str, InstellingRegel]:
        return self.lines if "lines" in self.__dict__ else {}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._search(self._find.text())

    def holds(self, code: str) -> bool:
        """Whether this setting is on this page."""
        return any(setting.code == code for setting in self._settings)

    def show_values(self, values: Instellingen, earlier: Mapping[str, Sequence[EerdereWaarde]]) -> None:
        """Show the values in force and what held before; what is still typed or was refused stays."""
        self._values, self._earlier = values, earlier
        for code, line in self._made().items():
            line.show_earlier(earlier.get(code, ()))
            if line.typed() is None:
                line.show_value(values.waarde(code), values.eigen(code))

    def show_value(self, code: str, value: Waarde, eigen: bool) -> None:
        """Show one value, whatever is in its field."""
        self.lines[code].show_value(value, eigen)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its line."""
        for finding in findings:
            if finding.field in self.lines:
                self.lines[finding.field].show_finding(finding)

    def commit(self) -> None:
        """Hand on what is still being typed."""
        for line in self._made().values():
            if line.editor.hasFocus():
                line.commit()

    def typed(self) -> dict[str, str]:
        """Code of a setting -> what stands in its field and could not be kept."""
        texts = ((code, line.typed()) for code, line in self._made().items())
        return {code: text for code, text in texts if text is not None}

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """What was typed before a lock, for as far as it stands on this page."""
        for code in filter(self.holds, typed):
            self.lines[code].show_typed(typed[code])

    @Slot(str)
    def _search(self, text: str) -> None:
        folded = vouw(text)
        for code, line in self.lines.items():
            found = folded in vouw(line.setting.naam)
            line.setVisible(found)
            self._rules[code].setVisible(found)
