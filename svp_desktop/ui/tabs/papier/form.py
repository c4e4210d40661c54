"""The left side of the composer: one row a block and a section, one of them open, and the draft that they make."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.papier import (
    Blok,
    BlokSoort,
    Ontvanger,
    PapierDraft,
    eigen_blok,
    verplaats,
    vervang,
    zet_aan,
)
from svp_desktop.domain.papier_controle import Ernst, PapierBevinding
from svp_desktop.domain.papier_soorten import sleutel_van
from svp_desktop.domain.papier_vragen import Ontbrekend, ontbreekt, vul_in
from svp_desktop.ui.tabs.papier import rijen
from svp_desktop.ui.tabs.papier.blok_velden import BlokVelden
from svp_desktop.ui.tabs.papier.sectie import Neerzetlijn, Sectie
from svp_desktop.ui.tabs.papier.velden import (
    AanhefVelden,
    EnvelopVelden,
    MomentVelden,
    OndertekenVelden,
    PaginaVelden,
    Velden,
)
from svp_desktop.ui.tabs.papier.vragen import VragenVelden
from svp_desktop.ui.widgets.base import col, holder, scroll

Body = BlokVelden | VragenVelden | Velden


class PapierForm(QWidget):
    """Rows <-> PapierDraft. `edited` after every change by the user, `opened(code)` when another row is open.

    What is half typed (a day that is no day yet, an answer that was not filled in) is in no draft: `half` gives it, by
    row, and `half_edited` tells that it changed while the draft did not. `removed((draft, code))` gives the
    draft as it was before an own block was taken away.
    """

    edited = Signal()
    half_edited = Signal()
    opened = Signal(str)
    removed = Signal(object)
    parent_wanted = Signal(int)

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._draft: PapierDraft | None = None
        self._standaard: Mapping[str, Blok] = {}
        self._half: dict[str, dict[str, str]] = {}
        self._vragen: tuple[Ontbrekend, ...] = ()
        self._bevindingen: tuple[PapierBevinding, ...] = ()
        self.rows: dict[str, Sectie] = {}
        self._order: tuple[str, ...] = ()
        self.body: Body | None = None
        self.open_code = ""
        self._list = col(spacing=0)
        self._content = holder(col(self._list, None, spacing=0))
        self.area: QScrollArea = scroll(self._content)
        self._line = Neerzetlijn(self._content)
        self._line.hide()
        self._reveal_wanted = False
        self.area.verticalScrollBar().rangeChanged.connect(self._reveal)
        self.setLayout(col((self.area, 1)))

    # -- draft

    def load(
        self, draft: PapierDraft, standaard: Mapping[str, Blok], half: Mapping[str, dict[str, str]] | None = None
    ) -> None:
        """Show this draft; `standaard` holds the standard text of each block, by its code, and `half` what was half
        typed."""
        self._close()
        self._half = dict(half or {})
        self._draft, self._standaard, self._bevindingen = draft, standaard, ()
        for code in list(self.rows):
            self._drop(code)
        self._order = ()
        self._vragen = ontbreekt(draft)
        self._arrange()

    def draft(self) -> PapierDraft:
        """What is typed and chosen."""
        assert self._draft is not None
        return self._draft

    def half(self) -> dict[str, dict[str, str]]:
        """What is half typed, by the code of its row."""
        return {code: texts for code, texts in self._half.items() if texts}

    def _keep_half(self) -> None:
        if isinstance(self.body, Velden | VragenVelden):
            self._half[self.open_code] = self.body.half()

    @Slot()
    def _half_typed(self) -> None:
        self._keep_half()
        self.half_edited.emit()

    def change(self, draft: PapierDraft) -> None:
        """Another value that was chosen outside the rows (drawing, large type)."""
        self._draft = draft
        self._after_change()

    def replace_envelopes(self, ontvangers: tuple[Ontvanger, ...]) -> None:
        """Other envelopes, read again from the register."""
        here = self.open_code
        if here in (rijen.ADRES, rijen.VRAGEN):
            self._close()
        self.change(replace(self.draft(), ontvangers=ontvangers))
        if here in self.rows and not self.open_code:
            self.open(here, focus=False)

    def questions(self) -> tuple[Ontbrekend, ...]:
        """What the paper still asks."""
        return self._vragen

    def _after_change(self) -> None:
        draft = self.draft()
        self._vragen = ontbreekt(draft)
        if isinstance(self.body, VragenVelden):
            self.body.show_items(self._vragen)
        self._keep_half()
        self._arrange()
        self.edited.emit()

    # -- rows

    def _arrange(self) -> None:
        """The rows that the draft has, in its order; widgets are kept, so that the keyboard stays where it is."""
        wanted = rijen.codes(self.draft(), len(self._vragen))
        for code in [code for code in self.rows if code not in wanted]:
            if code == self.open_code:
                self._close()
            self._drop(code)
        blocks = {blok.code for blok in self.draft().blokken}
        for place, code in enumerate(wanted):
            row = self.rows.get(code) or self._add(code, code in blocks)
            row.set_words(*rijen.woorden(self.draft(), code, len(self._vragen)))
            if self._list.indexOf(row) != place:
                self._list.removeWidget(row)
                self._list.insertWidget(place, row)
        if wanted != self._order:
            self._order = wanted
            self._set_tab_order()

    def _set_tab_order(self) -> None:
        """Tab follows the rows, also after they moved or one was opened."""
        stops = [part for code in self._order for part in self.rows[code].stops()]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _add(self, code: str, movable: bool) -> Sectie:
        icon, token = rijen.beeld(code)
        row = self.rows[code] = Sectie(code, "", movable=movable, icon=icon, token=token)
        row.open_wanted.connect(self._pressed)
        row.ticked.connect(self._ticked)
        row.move_wanted.connect(self._step)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        return row

    def _drop(self, code: str) -> None:
        row = self.rows.pop(code)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    # -- open and close

    def open(self, code: str, select: str = "", *, focus: bool = True) -> bool:
        """Open the row where `code` can be changed, perhaps with words selected; False when there is none."""
        row_code = rijen.rij_van(self.draft(), code)
        if row_code not in self.rows:
            return False
        if row_code != self.open_code:
            self._close()
            self._open(row_code)
        if focus and self.body is not None:
            self.body.focus_first()
            if select and isinstance(self.body, BlokVelden):
                self.body.tekst.select(select)
        return True

    def _open(self, code: str) -> None:
        self.open_code = code
        self.body = body = self._make_body(code)
        self.rows[code].open_with(body, body.tools if isinstance(body, BlokVelden) else None)
        self._set_tab_order()
        self._show_remarks()
        self._reveal_wanted = True
        QTimer.singleShot(0, self, self._reveal)
        self.opened.emit(code)

    @Slot()
    def _reveal(self) -> None:
        """Bring the row that was just opened into view, also while the layout gives it its height; of a tall one its
        beginning."""
        row = self.rows.get(self.open_code)
        if row is not None and self._reveal_wanted:
            self.area.ensureVisible(0, row.geometry().bottom(), 0, 4)
            self.area.ensureVisible(0, row.y(), 0, 4)

    def _close(self) -> None:
        if self.open_code in self.rows:
            self.rows[self.open_code].close_body()
        self.open_code, self.body = "", None

    def _make_body(self, code: str) -> Body:
        draft = self.draft()
        blok = next((item for item in draft.blokken if item.code == code), None)
        if code == rijen.VRAGEN:
            asked = VragenVelden(self._vragen)
            asked.set_half(self._half.get(code, {}))
            asked.typed.connect(self._half_typed)
            asked.answered.connect(self._answered)
            asked.place_wanted.connect(self._to_place)
            return asked
        if blok is not None and blok.soort not in (BlokSoort.MOMENT, BlokSoort.PAGINA):
            text = BlokVelden(blok, None if blok.eigen else self._standaard.get(code, blok))
            text.changed.connect(self._typed)
            text.standard_wanted.connect(self._standard)
            text.remove_wanted.connect(self._remove)
            text.tekst.move_wanted.connect(self._step_open)
            return text
        made = self._make_fields(code, draft)
        made.set_half(self._half.get(code, {}))
        made.changed.connect(self._typed)
        return made

    def _make_fields(self, code: str, draft: PapierDraft) -> Velden:
        if code == rijen.ADRES:
            envelopes = EnvelopVelden(draft)
            envelopes.parent_wanted.connect(self.parent_wanted)
            return envelopes
        if code == rijen.AANHEF:
            return AanhefVelden(draft, self._today)
        if code == rijen.ONDERTEKENING:
            return OndertekenVelden(draft)
        if any(blok.code == code and blok.soort is BlokSoort.PAGINA for blok in draft.blokken):
            return PaginaVelden()
        return MomentVelden(draft, self._today)

    # -- findings

    def show_findings(self, bevindingen: Sequence[PapierBevinding]) -> None:
        """What the guards found; those of the open block stand right under it."""
        self._bevindingen = tuple(bevindingen)
        self._show_remarks()

    def _show_remarks(self) -> None:
        if isinstance(self.body, BlokVelden):
            self.body.show_remarks(
                [
                    item
                    for item in self._bevindingen
                    if item.blok_code == self.open_code and item.ernst is not Ernst.IN_ORDE
                ]
            )

    # -- what the user did

    @Slot(str)
    def _pressed(self, code: str) -> None:
        if code == self.open_code:
            self._close()
            self.opened.emit("")
        else:
            self.open(code)

    @Slot()
    def _typed(self) -> None:
        self._reveal_wanted = False
        draft, body = self.draft(), self.body
        if isinstance(body, BlokVelden):
            blok = next(item for item in draft.blokken if item.code == self.open_code)
            draft = replace(draft, blokken=vervang(draft.blokken, body.apply(blok)))
        elif isinstance(body, Velden):
            draft = body.apply(draft)
        self._draft = draft
        self._after_change()

    @Slot(str, bool)
    def _ticked(self, code: str, on: bool) -> None:
        draft = self.draft()
        self.change(replace(draft, blokken=zet_aan(draft.blokken, code, on)))

    @Slot(str, int)
    def _step(self, code: str, step: int) -> None:
        """One place up or down; the keyboard stays where it was, in the title or in the text."""
        order = [blok.code for blok in self.draft().blokken]
        here = self.focusWidget()
        self._move(code, order.index(code) + step)
        if here is not None:
            here.setFocus()
        self._reveal_wanted = code == self.open_code
        QTimer.singleShot(0, self, self._reveal)

    @Slot(int)
    def _step_open(self, step: int) -> None:
        """Alt with an arrow moves a block also while its text is being typed."""
        self._step(self.open_code, step)

    def _move(self, code: str, place: int) -> None:
        draft = self.draft()
        moved = verplaats(draft.blokken, code, place)
        if moved != draft.blokken:
            self.change(replace(draft, blokken=moved))

    @Slot()
    def add_own(self) -> None:
        """A new empty block at the end, open to type in."""
        self.add_block(BlokSoort.TEKST)

    def add_block(self, soort: BlokSoort) -> None:
        """A new block of this kind at the end, open to type in."""
        draft = self.draft()
        blok = eigen_blok(draft.blokken, soort)
        self.change(replace(draft, blokken=(*draft.blokken, blok)))
        self.open(blok.code)

    @Slot()
    def _standard(self) -> None:
        standard = self._standaard.get(self.open_code)
        if standard is not None and isinstance(self.body, BlokVelden):
            self.body.tekst.replace_all(standard.alineas)

    @Slot()
    def _remove(self) -> None:
        draft, code = self.draft(), self.open_code
        self._close()
        self.change(replace(draft, blokken=tuple(blok for blok in draft.blokken if blok.code != code)))
        self.removed.emit((draft, code))

    def put_back(self, before: PapierDraft, code: str) -> None:
        """The block with this code as it stood in an earlier draft of the paper, unless another paper is shown now."""
        draft, order = self.draft(), [blok.code for blok in before.blokken]
        if sleutel_van(draft) != sleutel_van(before) or any(blok.code == code for blok in draft.blokken):
            return
        place = order.index(code)
        blokken = verplaats((*draft.blokken, before.blokken[place]), code, place)
        self.change(replace(draft, blokken=blokken))
        self.open(code)

    @Slot(str, str)
    def _answered(self, code: str, text: str) -> None:
        filled = vul_in(self.draft(), code, text, self._today())
        if isinstance(filled, Finding):
            if isinstance(self.body, VragenVelden):
                self.body.show_error(code, filled.message)
            return
        self.change(filled)
        if isinstance(self.body, VragenVelden):
            self.body.focus_first()
        elif self._order:
            # the last question went with its row: on to the text itself
            self.rows[self._order[0]].stops()[0].setFocus()

    @Slot(str)
    def _to_place(self, code: str) -> None:
        """Go to where a question stands, with its open place selected."""
        asked = next((item for item in self._vragen if item.code == code), None)
        if asked is None:
            return
        if code.startswith("adres:"):
            self.open(rijen.ADRES)
            return
        words = "[vul in: wat deed je?" if code.startswith("gedraging:") else f"[vul in: {asked.vraag}]"
        draft = self.draft()
        blok = next((item for item in draft.blokken if item.aan and words in item.tekst), None)
        if blok is not None:
            self.open(blok.code, words)
        elif words in f"{draft.aanhef}{draft.onderwerp}":
            self.open(rijen.AANHEF)
        else:
            self.open(rijen.VOORLEZEN)

    # -- drag

    @Slot(str, QPointF)
    def _dragged(self, code: str, place: QPointF) -> None:
        at = self._place_at(place)
        order = [blok.code for blok in self.draft().blokken]
        y = self.rows[order[at]].y() if at < len(order) else self.rows[order[-1]].geometry().bottom()
        self._line.setGeometry(0, max(0, y - 2), self._content.width(), Neerzetlijn.HIGH)
        self._line.raise_()
        self._line.show()
        here = self._content.mapFromGlobal(place.toPoint())
        self.area.ensureVisible(0, here.y(), 0, 24)

    @Slot(str, QPointF)
    def _dropped(self, code: str, place: QPointF) -> None:
        self._line.hide()
        at = self._place_at(place)
        old = [blok.code for blok in self.draft().blokken].index(code)
        self._move(code, at - 1 if at > old else at)
        # Alt with an arrow goes on with the block that was dragged
        self.rows[code].kop.setFocus()

    def _place_at(self, place: QPointF) -> int:
        """Before which block this place on the screen is."""
        y = self._content.mapFromGlobal(QPoint(round(place.x()), round(place.y()))).y()
        order = [blok.code for blok in self.draft().blokken]
        return sum(self.rows[code].geometry().center().y() < y for code in order)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.hide()
