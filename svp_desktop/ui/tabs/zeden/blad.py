"""One record as its holders read it, with what was added, and room to add."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.zedenmelding import Aanvulling, ZedenBlad, Zedenmelding
from svp_desktop.services.zedenmeldingen import concept_sleutel
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.form_page import FormPage
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, holder, label
from svp_desktop.ui.widgets.buttons import button
from svp_desktop.ui.widgets.fields import Area, Field

_CIRCLE = "Niet alle houders kunnen dit lezen: bij het vastleggen is iemand weggelaten."
_ADD = "Bijvoorbeeld: bestuur teruggebeld, aangifte gedaan op, kind overgedragen aan"


class MeldingBlad(FormPage):
    """`left` when the user goes back; `paper_wanted` for the record on paper."""

    left = Signal()
    paper_wanted = Signal()
    added = Signal()

    def __init__(self, context: Context) -> None:
        self._service = context.werkplek.zedenmeldingen
        self._body = col(spacing=10)
        self.aanvulling = Area(placeholder=_ADD, height=84)
        self._field = Field("Aanvulling", self.aanvulling)
        self.afdrukken = button("Afdrukken", "printer", tip="Afdrukken (Ctrl+P)")
        page = holder(col(self._body, card(self._field), None, spacing=10))
        super().__init__(page, "Toevoegen", extra=self.afdrukken)
        self.blad: ZedenBlad | None = None
        self._keeper = ConceptKeeper(self, self._service.concepten, context.clock, self._content, _title)
        self._keeper.kept.connect(self.show_kept)
        self._keeper.failed.connect(self.show_failed)
        self.aanvulling.textChanged.connect(self._keeper.edited)
        self.back.connect(self.leave)
        self.save.connect(self._add)
        self.afdrukken.clicked.connect(self.paper_wanted)

    def open(self, uuid: str) -> None:
        """This record, with what was being typed under it. Raises NietGevonden."""
        self._keeper.rest()
        self.blad = self._service.lees(uuid)
        line = self.blad.regel
        moment = f"{datums.dag_maand(line.op.date())} om {datums.tijd_kort(line.op.time())}"
        self.set_record("Zedenmisdrijf", "Vastgelegd", f"{moment}, door {line.afzender}")
        self._show()
        kept = self._service.concepten.lees(concept_sleutel(uuid))
        self.aanvulling.setPlainText(str(kept.inhoud["tekst"]) if kept else "")
        self._field.set_error("")
        self._keeper.watch(concept_sleutel(uuid))

    def flush(self) -> None:
        """Write at once what was not written yet."""
        self._keeper.flush()

    @Slot()
    def leave(self) -> None:
        """Back, with what was typed kept."""
        try:
            self._keeper.flush()
        except UserFacing as error:
            self.show_failed(error)
            return
        self._keeper.rest()
        self.blad = None
        clear(self._body)
        self.aanvulling.clear()
        self.left.emit()

    def uuid(self) -> str:
        """The record that is open, or an empty text."""
        return self.blad.regel.uuid if self.blad else ""

    def _content(self) -> dict[str, Any] | None:
        text = self.aanvulling.toPlainText()
        return {"tekst": text} if text.strip() else None

    def _show(self) -> None:
        assert self.blad is not None
        clear(self._body)
        self._body.addWidget(_facts(self.blad.melding, self.blad.regel.gesloten_kring))
        for one in self.blad.aanvullingen:
            self._body.addWidget(_addition(one))

    @Slot()
    def _add(self) -> None:
        uuid = self.uuid()
        try:
            self._service.vul_aan(uuid, self.aanvulling.toPlainText())
            self._keeper.rest()
            self.open(uuid)
        except InvoerOnjuist as error:
            self._field.set_error(error.findings[0].message)
            return
        except UserFacing as error:
            self.show_failed(error)
            return
        self.added.emit()


def _title() -> str:
    return "een formulier"


def _facts(melding: Zedenmelding, circle: bool) -> Any:
    hour = f" om {datums.tijd_kort(melding.gehoord_om)}" if melding.gehoord_om else ""
    lines = [
        ("Gehoord", f"{datums.in_woorden(melding.gehoord_op)}{hour}, {word(melding.hoe)}"),
        ("Wat is er gezegd of gezien", melding.wat),
        ("Om wie gaat het", melding.over_wie),
        ("Welk kind", melding.kind),
        ("Al gedaan", melding.gedaan),
        ("Het bestuur", _board(melding)),
        ("Wie dit kan lezen", _CIRCLE if circle else ""),
    ]
    items: list[Item] = []
    for name, value in lines:
        if value:
            items += [label(name, "label"), _text(value), 4]
    return card(*items, spacing=3)


def _addition(one: Aanvulling) -> Any:
    moment = f"{datums.dag_maand(one.op.date())} om {datums.tijd_kort(one.op.time())}, door {one.door}"
    return card(label(f"Aangevuld op {moment}", "label"), _text(one.tekst), spacing=3)


def _text(text: str) -> Label:
    made = Label(text, wrap=True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def _board(melding: Zedenmelding) -> str:
    if melding.bestuur_op is None:
        return f"Nog niet ingelicht: {melding.bestuur_nog_niet}"
    hour = f" om {datums.tijd_kort(melding.bestuur_om)}" if melding.bestuur_om else ""
    return f"{melding.bestuur_wie}, {datums.in_woorden(melding.bestuur_op)}{hour}"
