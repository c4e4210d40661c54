"""Esis in the page of an incident: per child whether it stands there, the paragraph to copy, and inzage (22, 23)."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.esis import EsisStand
from svp_desktop.domain.initialen import Namen
from svp_desktop.domain.inzage_ouders import Inzage, check_inzage
from svp_desktop.domain.labels import label as word
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.eigen_concept import EigenConcept
from svp_desktop.ui.widgets.base import Label, clear, col, holder, label, row
from svp_desktop.ui.widgets.buttons import Segmented, button
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.painted import Pill

_SHOWN_DOUBTS = 8


class EsisPanel(QWidget):
    """One line per child, and under it the paragraph that is being looked at. `opened` when a paragraph opens.

    A paragraph that was changed, and a reason that is half typed, are kept till the paragraph is copied or put away.
    """

    opened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._incident_id = 0
        #: The paragraph of each child, as the user changed it.
        self._changed: dict[str, str] = {}
        self.kinderen: list[KindRegel] = []
        self._rows: QVBoxLayout = col(spacing=10)
        self.voorbeeld = Voorbeeld()
        self.setLayout(col(label("In Esis", "h3"), self._rows, self.voorbeeld, spacing=8))
        self._kept = EigenConcept(context.werkplek.staat)
        self.keeper = ConceptKeeper(self, self._kept, context.clock, self._typed, lambda: "")
        self.keeper.failed.connect(context.bar.show_error)
        self.voorbeeld.edited.connect(self._edited)
        self.voorbeeld.copied.connect(self._copy)
        self.voorbeeld.cancelled.connect(self._put_away)
        self.voorbeeld.hide()

    def show_incident(self, incident_id: int) -> None:
        """The children of this incident; nothing when there are none."""
        self.flush()
        other = incident_id != self._incident_id
        self._incident_id = incident_id
        standen = self._context.werkplek.esis.standen(incident_id)
        here = self.window().focusWidget()
        at = next((one.stand.persoon_id for one in self.kinderen if here and one.isAncestorOf(here)), 0)
        self.keeper.watch(f"incident_esis:{incident_id}")
        kept = self._kept.lees(self.keeper.sleutel)
        for regel in self.kinderen:
            # a field that goes away is not a field that the user left
            regel.reden.blockSignals(True)
        clear(self._rows)
        self.kinderen = [KindRegel(stand, kept.get("redenen", {}).get(str(stand.persoon_id))) for stand in standen]
        for regel in self.kinderen:
            regel.copy_wanted.connect(self._preview)
            regel.inzage_given.connect(self._keep_inzage)
            regel.unstamp_wanted.connect(self._unstamp)
            regel.edited.connect(self.keeper.edited)
            self._rows.addWidget(regel)
        self.setVisible(bool(standen))
        self._back_to(at)
        if other:
            self._changed = dict(kept.get("teksten", {}))
            self._show_kept()

    def _show_kept(self) -> None:
        """The paragraph that was being changed when this incident was left, or none."""
        self.voorbeeld.hide()
        child = next((one.stand.persoon_id for one in self.kinderen if str(one.stand.persoon_id) in self._changed), 0)
        if child:
            self._fill(child)

    def flush(self) -> None:
        """Keep what is typed, at once. Raises UserFacing."""
        self.keeper.flush()

    def _typed(self) -> dict[str, Any] | None:
        reasons = {str(one.stand.persoon_id): one.reden.text() for one in self.kinderen if one.half_typed()}
        return {"teksten": self._changed, "redenen": reasons} if self._changed or reasons else None

    @Slot(int, str)
    def _edited(self, persoon_id: int, tekst: str) -> None:
        self._changed[str(persoon_id)] = tekst
        self.keeper.edited()

    def _forget(self, persoon_id: int) -> None:
        if self._changed.pop(str(persoon_id), None) is not None:
            self.keeper.edited()
            self.flush()

    @Slot(int)
    def _put_away(self, persoon_id: int) -> None:
        try:
            self._forget(persoon_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
        self._back_to(persoon_id)

    @Slot()
    def close_preview(self) -> None:
        """Something else asks for attention."""
        self.voorbeeld.hide()

    @Slot(int)
    def _preview(self, persoon_id: int) -> None:
        if self._fill(persoon_id):
            self.opened.emit()
            self.voorbeeld.tekst.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, persoon_id: int) -> bool:
        try:
            found = self._context.werkplek.esis.voorbeeld(self._incident_id, persoon_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        gevonden = found.gevonden
        mine = self._changed.get(str(persoon_id), gevonden.tekst)
        self.voorbeeld.show_text(persoon_id, mine, gevonden.vervangen, gevonden.twijfels, found.namen)
        return True

    @Slot(int, str)
    def _copy(self, persoon_id: int, tekst: str) -> None:
        try:
            outcome = self._context.werkplek.esis.zet(self._incident_id, persoon_id)
            self._forget(persoon_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        # what this program puts there is marked private and taken away again after the time of the settings
        QGuiApplication.clipboard().setText(tekst)
        self.voorbeeld.hide()
        incident_id = self._incident_id
        self._context.hub.publish(outcome.changes)
        self.show_incident(incident_id)
        self._back_to(persoon_id)
        today = datums.kort(self._context.today())
        self._context.bar.offer_undo(
            f"Gekopieerd. Plak de tekst nu in Esis. Genoteerd: in Esis gezet op {today}.",
            lambda: self._take_back(incident_id, persoon_id),
        )

    @Slot(int)
    def _back_to(self, persoon_id: int) -> None:
        """The paragraph or the line from before is gone: the keyboard is at the child again."""
        for regel in self.kinderen:
            if regel.stand.persoon_id == persoon_id:
                # a line that was just made is shown only in the next turn, and takes no keyboard before
                regel.show()
                regel.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _unstamp(self, persoon_id: int) -> None:
        self._take_back(self._incident_id, persoon_id)

    def _take_back(self, incident_id: int, persoon_id: int) -> None:
        try:
            outcome = self._context.werkplek.esis.zet(incident_id, persoon_id, in_esis=False)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)
        if incident_id == self._incident_id:
            self.show_incident(incident_id)

    @Slot(int, object, str)
    def _keep_inzage(self, persoon_id: int, inzage: Inzage, reden: str) -> None:
        try:
            outcome = self._context.werkplek.esis.zet_inzage(self._incident_id, persoon_id, inzage, reden)
        except InvoerOnjuist:
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)
        self._context.bar.say("Inzage vastgelegd.")


class KindRegel(QWidget):
    """One child: in Esis since when, *Kopieer voor Esis*, and whether the parents may read it."""

    copy_wanted = Signal(int)
    edited = Signal()
    unstamp_wanted = Signal(int)
    inzage_given = Signal(int, object, str)

    def __init__(self, stand: EsisStand, half_typed: str | None = None) -> None:
        super().__init__()
        self.stand = stand
        day = stand.gezet_op
        self.status = (
            Pill(f"in Esis gezet op {datums.kort(day)}", "circle-check", "ok")
            if day
            else Pill("nog niet in Esis", "circle", "muted")
        )
        self.copy = button("Kopieer voor Esis…", "copy", small=True)
        self.copy.setAccessibleName(f"Kopieer voor Esis: {stand.naam}")
        self.unstamp = button("Merk weghalen", "undo-2", small=True)
        self.inzage = Segmented(
            [(kind, word(kind)) for kind in (Inzage.JA, Inzage.NEE)],
            stand.inzage if half_typed is None else Inzage.NEE, small=True,
            name=f"Inzage voor ouders van {stand.naam}",
        )  # fmt: skip
        self.reden = edit(stand.inzage_reden if half_typed is None else half_typed, name="Waarom niet?")
        self._why = Field("Waarom niet?", self.reden)
        self.setLayout(
            col(row(label(stand.naam, "lead"), self.status, None, spacing=8),
                row(self.copy, self.unstamp, None, spacing=8),
                row(label("Ouders kunnen dit inzien", "label"), self.inzage, None, spacing=8),
                self._why, spacing=6)
        )  # fmt: skip
        # in their place first: without a parent each would be a window for a moment
        self.unstamp.setVisible(day is not None)
        self._why.setVisible(self.inzage.value() is Inzage.NEE)
        self.copy.clicked.connect(self._copy)
        self.unstamp.clicked.connect(self._unstamp)
        self.inzage.changed.connect(self._chosen)
        self.reden.editingFinished.connect(self._reason)
        self.reden.textEdited.connect(self.edited)

    def half_typed(self) -> bool:
        """Whether a reason stands there that is not recorded yet."""
        typed = self.reden.text().strip()
        return self.inzage.value() is Inzage.NEE and bool(typed) and typed != self.stand.inzage_reden

    def message(self) -> str:
        """The sentence under the reason."""
        return self._why.message()

    @Slot()
    def _copy(self) -> None:
        self.copy_wanted.emit(self.stand.persoon_id)

    @Slot()
    def _unstamp(self) -> None:
        self.unstamp_wanted.emit(self.stand.persoon_id)

    @Slot(object)
    def _chosen(self, inzage: Inzage) -> None:
        self._why.setVisible(inzage is Inzage.NEE)
        if inzage is Inzage.NEE and not self.reden.text().strip():
            self._why.show_finding(check_inzage(inzage, "")[0])
            self.reden.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.inzage_given.emit(self.stand.persoon_id, inzage, self.reden.text())

    @Slot()
    def _reason(self) -> None:
        if self.inzage.value() is not Inzage.NEE:
            return
        found = check_inzage(Inzage.NEE, self.reden.text())
        self._why.show_finding(found[0] if found else None)
        if not found and (self.reden.text().strip(), Inzage.NEE) != (self.stand.inzage_reden, self.stand.inzage):
            self.stand = self.stand._replace(inzage=Inzage.NEE, inzage_reden=self.reden.text().strip())
            self.inzage_given.emit(self.stand.persoon_id, Inzage.NEE, self.reden.text())


class Voorbeeld(QFrame):
    """The paragraph before it is copied. `copied(persoon_id, tekst)`; not while another child's name is in it.
    `edited(persoon_id, tekst)` after every change by the user."""

    edited = Signal(int, str)
    copied = Signal(int, str)
    cancelled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._persoon_id, self._names = 0, Namen((), ())
        self.tekst = Area(height=150, name="Tekst voor Esis")
        self.melding = Notice(State.BLOK, "", compact=True)
        self.twijfel = Label("", wrap=True)
        self._replaced = Label("", "small", wrap=True)
        self.copy = button("Kopiëren", "copy")
        self.cancel = button("Annuleren")
        self._doubts = holder(col(label("Kijk dit na voordat u kopieert", "label"), self.twijfel, spacing=2))
        self.setProperty("sub", True)
        self.setLayout(
            col(label("Tekst voor Esis", "label"), self.tekst, self.melding, self._doubts, self._replaced,
                row(self.copy, self.cancel, None, spacing=8), margins=(12, 10, 12, 12), spacing=8)
        )  # fmt: skip
        self.tekst.textChanged.connect(self._changed)
        self.copy.clicked.connect(self._copy)
        self.cancel.clicked.connect(self._cancel)

    def show_text(
        self,
        persoon_id: int,
        tekst: str,
        vervangen: tuple[tuple[str, str], ...],
        twijfels: tuple[str, ...],
        namen: Namen,
    ) -> None:
        """The paragraph about this child."""
        self._persoon_id, self._names = persoon_id, namen
        self.tekst.blockSignals(True)
        self.tekst.setText(tekst)
        self.tekst.blockSignals(False)
        self._look()
        more = f"\nEn nog {len(twijfels) - _SHOWN_DOUBTS}." if len(twijfels) > _SHOWN_DOUBTS else ""
        self.twijfel.setText("\n".join(twijfels[:_SHOWN_DOUBTS]) + more)
        self._doubts.setVisible(bool(twijfels))
        self._replaced.setText("Vervangen: " + ", ".join(f"“{old}” door “{new}”" for old, new in vervangen))
        self._replaced.setVisible(bool(vervangen))
        self.show()

    @Slot()
    def _changed(self) -> None:
        self._look()
        self.edited.emit(self._persoon_id, self.tekst.text())

    def _look(self) -> None:
        """What is typed in the paragraph is looked at again."""
        found = self._names.namen_in(self.tekst.text())
        self.copy.setEnabled(not found and bool(self.tekst.text().strip()))
        self.melding.show_message(
            State.BLOK, "Hier staat de naam van een ander kind.", f"Maak er een initiaal van: {', '.join(found)}."
        )
        self.melding.setVisible(bool(found))

    @Slot()
    def _cancel(self) -> None:
        self.hide()
        self.cancelled.emit(self._persoon_id)

    @Slot()
    def _copy(self) -> None:
        self.copied.emit(self._persoon_id, self.tekst.text())
