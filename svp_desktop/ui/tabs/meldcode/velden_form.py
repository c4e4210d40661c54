"""A form that is made from a table of fields: what a step, a record, an answer and the end of a dossier share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.meldcode import MeldcodeBlad
from svp_desktop.domain.meldcode_velden import Velden, VeldVorm
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.meldcode.vak import Vak, Woord, kop
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, holder, row

D = TypeVar("D")
_SIDE = 300


class VeldenForm(DeelForm[D]):
    """Form <-> a dataclass of which each field has its line in the table. Beside it stand words of help."""

    def __init__(
        self, context: Context, service: MeldcodeService, kind: type[D], velden: Velden, wat: str, text: Woord = kop
    ) -> None:
        self.vakken = {veld.naam: Vak(veld, context.today, text) for veld in velden}
        fields = {name: vak.field for name, vak in self.vakken.items()}
        self._help = col(spacing=10)
        side = holder(col(self._help, None))
        side.setFixedWidth(scaled(_SIDE))
        body = row((col(card(*fields.values(), spacing=12), None), 1), side, spacing=12)
        super().__init__(context, kind, holder(body), fields, wat, service.concepten)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(16, 6, 16, 12)
        self._service, self._whole = service, kind()
        self._blad: MeldcodeBlad | None = None
        for vak in self.vakken.values():
            vak.setParent(self)
            vak.changed.connect(self._changed)

    @property
    def blad(self) -> MeldcodeBlad:
        """The dossier that the form is about."""
        assert self._blad is not None
        return self._blad

    def about(self, blad: MeldcodeBlad, title: str) -> None:
        """Which dossier the form is about, and what is filled in."""
        self._blad = blad
        self.set_record(f"Dossier {blad.dossier.nummer}", title, blad.over_wie)

    def empty(self) -> None:
        """Nothing of the dossier stays in the form; a draft that was kept stays kept."""
        self._keeper.rest()
        self._blad = None
        self.set_record("", "")
        self.show_help()
        self.fill(self._kind())

    def show_help(self, *cards: tuple[str, Sequence[str]]) -> None:
        """What stands beside the form: each a title and its lines."""
        clear(self._help)
        for title, lines in cards:
            items: list[Item] = [Label(line, "muted", wrap=True) for line in lines]
            self._help.addWidget(card(*items, title=title, spacing=6))

    def focus_first(self) -> None:
        """The keyboard in the first field that is still empty, or on the way back when there is nothing to fill in."""
        self.crumb.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.form.isEnabled():
            return
        for vak in self.vakken.values():
            if not vak.field.isHidden() and vak.veld.vorm is not VeldVorm.TIJD and not vak.value():
                vak.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def widget(self, name: str) -> QWidget:
        """The widget of a field."""
        return self.vakken[name].widget

    def draft(self) -> D:
        values = {name: vak.value() for name, vak in self.vakken.items()}
        return replace(self._whole, **values)  # type: ignore[type-var]

    def fill(self, draft: D) -> None:
        self._whole = draft
        for name, vak in self.vakken.items():
            vak.show(getattr(draft, name))
        self._show_asked()

    @Slot()
    def _changed(self) -> None:
        self._show_asked()
        self.touched()

    def _show_asked(self) -> None:
        """A field that depends on another one is there only when that one asks for it."""
        draft = self.draft()
        for vak in self.vakken.values():
            vak.field.setVisible(vak.veld.gevraagd(draft))
