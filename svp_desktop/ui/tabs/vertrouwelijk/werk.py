"""Mijn werk: what a vertrouwenspersoon does beside the dossiers, who was informed this year, and the time (112-120)."""

from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwelijk_jaar import jaar_naam, jaar_van
from svp_desktop.domain.vertrouwenswerk import Geleding, Werk, uren
from svp_desktop.ui.context import CONCEPT, Context
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.werk_form import WerkEditor
from svp_desktop.ui.tabs.vertrouwelijk.woorden import Woorden
from svp_desktop.ui.widgets.base import Item, Label, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import EmptyState, TitleRow
from svp_desktop.ui.widgets.painted import Pill

_SUB = "Wat u naast de dossiers doet, en de tijd die het kost"
_EMPTY = "Nog niets vastgelegd. Hier telt u ook mee wat bij geen dossier hoort: scholing, advies, iemand inlichten."


class WerkPage(Deel):
    """The lines of a school year, and beside them who was informed and the time in total."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.vertrouwelijk_jaar(woorden.soort)
        year = jaar_van(context.today())
        self.jaar = Segmented([(one, jaar_naam(one)) for one in (year - 1, year)], year, small=True, name="Schooljaar")
        self.nieuw = primary("Werk vastleggen", "plus", tip="Werk vastleggen (Ctrl+N)")
        self._lines, self._told, self._time = col(spacing=8), col(spacing=8), Label("", "lead", wrap=True)
        self.notice = Notice(State.INFO, "")
        begin = button("Werk vastleggen", "plus")
        self._empty = EmptyState("clock", _EMPTY, begin)
        left = col(self._empty, self._lines, None, spacing=8)
        right = col(
            card(self._told, title="Ingelicht dit schooljaar", spacing=8),
            card(self._time, label("Met de dossiers erbij.", "small"), title="Tijd", spacing=4),
            None,
            spacing=10,
        )
        body = scroll(holder(row((left, 5), (right, 3), spacing=12)))
        self.lijst = holder(
            col(
                TitleRow("Mijn werk", _SUB, self.jaar, self.nieuw),
                self.notice,
                (body, 1),
                margins=(16, 2, 16, 12),
                spacing=8,
            )
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self.lijst)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.notice.hide()
        self.jaar.changed.connect(self.reload)
        for pressed in (self.nieuw, begin):
            pressed.clicked.connect(self.primary_new)
        self.reload()

    @cached_property
    def editor(self) -> WerkEditor:
        """The form, made when it is first needed."""
        made = WerkEditor(self._context, self._service)
        made.left.connect(self._leave)
        made.done.connect(self._leave)
        made.taken_away.connect(self._taken_away)
        self.stack.addWidget(made)
        return made

    @Slot()
    def reload(self) -> None:
        """Read the year again."""
        year = self.jaar.value()
        assert isinstance(year, int)
        try:
            lines, told, minutes = self._service.werk(year), self._service.ingelicht(year), self._service.minuten(year)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.nieuw.setVisible(not self._service.alleen_lezen)
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(self._line(line))
        self._empty.setVisible(not lines)
        if self._empty.action is not None:
            self._empty.action.setVisible(not self._service.alleen_lezen)
        clear(self._told)
        for one in Geleding:
            self._told.addLayout(self._informed(one, told.get(one)))
        self._time.setText(uren(minutes))
        self._offer_draft()

    def _line(self, line: Werk) -> QWidget:
        content = line.inhoud
        what = word(content.geleding) if content.geleding else "Gevraagd advies" if content.gevraagd else ""
        spent = uren(content.minuten) if content.minuten else ""
        head: list[Item] = [Pill(word(content.soort)), label(datums.lijst(content.datum), "lead"), label(what), None]
        verbs = [] if self._service.alleen_lezen else [self._better(line)]
        items: list[Item] = [row(*head, label(spent, "muted"), *verbs, spacing=10)]
        if content.tekst:
            items.append(Label(content.tekst, wrap=True))
        return card(*items, spacing=4)

    def _better(self, line: Werk) -> QWidget:
        made = link("Verbeteren", tight=True)
        made.setAccessibleName(f"Verbeteren, {datums.lijst(line.inhoud.datum)}")
        made.clicked.connect(partial(self._change, line))
        return made

    def _informed(self, one: Geleding, day: Any) -> Any:
        if day is not None:
            return check_line(State.OK, word(one), datums.in_woorden(day, weekdag=False))
        if self._service.alleen_lezen:
            return check_line(State.INFO, word(one), "Nog niet")
        add = link("Vastleggen", tight=True)
        add.setAccessibleName(f"Vastleggen: {word(one)} ingelicht")
        add.clicked.connect(partial(self._inform, one))
        return check_line(State.INFO, word(one), "Nog niet", add)

    def _offer_draft(self) -> None:
        kept = [one for one in self._service.concepten.alle() if one.sleutel.startswith("werk:")]
        kept = [] if self._service.alleen_lezen else kept
        self.notice.setVisible(bool(kept))
        if kept:
            go_on = link("Verder gaan")
            go_on.clicked.connect(partial(self.resume, kept[0].sleutel))
            self.notice.show_message(State.INFO, "U was bezig met een regel werk", "", [go_on])

    # -- Deel

    @Slot()
    def primary_new(self) -> None:
        if self._service.alleen_lezen:
            return
        self.editor.begin()
        self.stack.setCurrentWidget(self.editor)

    def shown(self) -> None:
        if self.stack.currentWidget() is self.lijst:
            self.reload()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is self.lijst:
            return False
        self._leave()
        return True

    def flush_draft(self) -> None:
        if "editor" in self.__dict__:
            self.editor.flush()

    def resume(self, sleutel: str) -> None:
        rest = sleutel.partition(":")[2]
        known = {str(one.id): one for year in (self.jaar.value(),) for one in self._service.werk(int(str(year)))}
        if rest != "nieuw" and rest not in known:
            return
        self.editor.begin(known.get(rest), resume=True)
        self.stack.setCurrentWidget(self.editor)

    def place(self) -> dict[str, Any]:
        here = self.stack.currentWidget()
        return {} if here is self.lijst else {CONCEPT: self.editor.sleutel()}

    # -- what the user did

    def _change(self, line: Werk) -> None:
        self.editor.begin(line)
        self.stack.setCurrentWidget(self.editor)

    def _inform(self, one: Geleding) -> None:
        self.editor.begin(geleding=one)
        self.stack.setCurrentWidget(self.editor)

    @Slot()
    def _leave(self) -> None:
        try:
            self.editor.flush()
        except UserFacing as error:
            self.editor.show_failed(error)
            return
        self.editor.empty()
        self.stack.setCurrentWidget(self.lijst)
        self.reload()

    @Slot(int)
    def _taken_away(self, werk_id: int) -> None:
        self._leave()
        self._context.bar.offer_undo("Regel weggehaald.", partial(self._put_back, werk_id))

    def _put_back(self, werk_id: int) -> None:
        try:
            self._service.zet_werk_terug(werk_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
        self.reload()
