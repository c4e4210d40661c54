"""Mensen of a casus: parents each with their own line, steunfiguren, team and who is involved or hurt (18, 21, 64)."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget

from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.casus_mensen import (
    CasusKind,
    CasusPersoon,
    CasusRol,
    OuderRegel,
    niet_ingelicht,
    zonder_gezag,
)
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden, UserFacing
from svp_desktop.domain.labels import label
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.casussen.mensen.ouder_form import OuderForm
from svp_desktop.ui.tabs.casussen.mensen.ouder_rij import OuderRij
from svp_desktop.ui.tabs.casussen.mensen.rollen import Rollen
from svp_desktop.ui.tabs.casussen.mensen.steun_form import SteunForm
from svp_desktop.ui.tabs.casussen.mensen.steun_rij import SteunRij
from svp_desktop.ui.tabs.casussen.mensen.verweesd import Verweesd
from svp_desktop.ui.tabs.casussen.sectie import SectieWidget
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, clear, col, row, rule, scroll
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.painted import Pill

_TWO_COLUMNS = 860
_ZONDER_STEUN = "Er stonden geen steunfiguren in deze casus."
_GEEN_STEUN = "Nog geen steunfiguren. Wie uit het netwerk van het kind kan helpen?"


class MensenSectie(SectieWidget):
    """The overview, with the form of a parent or of a steunfiguur in its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.casusmensen
        self._casus: Casus | None = None
        self.ouder_form, self.steun_form = OuderForm(context), SteunForm(context)
        self.melding = Notice(State.LET_OP, "", compact=True)
        self.verweesd = Verweesd(context)
        self.ouders, self.steun = col(spacing=10), col(spacing=10)
        self.rollen = Rollen(context)
        self.nieuw = link("Toevoegen", "plus", tip="Steunfiguur toevoegen (Ctrl+N)")
        self._build()
        for form in (self.ouder_form, self.steun_form):
            self._stack.addWidget(form)
            form.left.connect(self._show_overview)
            form.done.connect(self._show_overview)
        self.nieuw.clicked.connect(self.primary_new)
        self.rollen.added.connect(self._add)
        self.rollen.removed.connect(self._remove)

    def _build(self) -> None:
        parents = card(self.melding, self.ouders, title="Ouders", spacing=10)
        helpers = card(self.steun, title="Steunfiguren", right=[self.nieuw], spacing=10)
        others = col(helpers, self.rollen, None, spacing=10)
        self._columns = row((col(parents, None), 1), (others, 1), spacing=12)
        self._overview = scroll(col(self.verweesd, (self._columns, 1), spacing=10))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._overview)
        self.setLayout(col((self._stack, 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= scaled(_TWO_COLUMNS)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    # -- SectieWidget

    def show_casus(self, casus: Casus) -> None:
        other = self._casus is not None and self._casus.id != casus.id
        self._casus = casus
        if other:
            self.go_back()
            self.verweesd.hide()
        try:
            self._show_parents(casus)
            self._show_helpers(casus)
            people, proposed = self._service.personen(casus.id), self._service.voorstellen(casus.id)
            self.rollen.show_people(casus, people, proposed, open_=self._open())
        except UserFacing as error:
            self._context.bar.show_error(error)

    def flush_draft(self) -> None:
        for form in (self.ouder_form, self.steun_form):
            form.flush()

    def draft_key(self) -> str:
        front = self._stack.currentWidget()
        return front.sleutel() if isinstance(front, OuderForm | SteunForm) else ""

    def resume(self, sleutel: str) -> None:
        _, _, kind, *ids = sleutel.split(":")
        if self._casus is None:
            return
        try:
            if kind == "ouder":
                child, parent = map(int, ids)
                self._open_parent(self._service.ouder(self._casus.id, child, parent))
            elif int(ids[0]):
                self._open_helper(self._service.steunfiguur(self._casus.id, int(ids[0])).id)
            else:
                self._open_helper(0)
        except NietGevonden:
            self.verweesd.show_draft(sleutel)

    @Slot()
    def primary_new(self) -> bool:
        if self._casus is None or not self._open() or self._stack.currentWidget() is not self._overview:
            return False
        self._open_helper(0)
        return True

    def go_back(self) -> bool:
        front = self._stack.currentWidget()
        if not isinstance(front, OuderForm | SteunForm):
            return False
        front.leave()
        return True

    # -- showing

    def _open(self) -> bool:
        return self._casus is not None and self._casus.status is not CasusStatus.AFGESLOTEN

    def _show_parents(self, casus: Casus) -> None:
        kinderen, regels = self._service.kinderen(casus.id), self._service.ouders(casus.id)
        waiting = niet_ingelicht(regels)
        self.melding.setVisible(bool(waiting))
        if waiting:
            lead = "Nog niet ingelicht" if self._open() else "Niet ingelicht"
            names = list(dict.fromkeys(item.naam for item in waiting))
            text = (
                "Deze ouder heeft gezag." if len(names) == 1 else "Elke ouder met gezag hoort het zelf van de school."
            )
            self.melding.show_message(State.LET_OP, f"{lead}: {_en(names)}", text)
        clear(self.ouders)
        nobody = {kind.leerling_id for kind in zonder_gezag(kinderen, regels)}
        for number, kind in enumerate(kinderen):
            if number:
                self.ouders.addWidget(rule())
            self._show_child(kind, [item for item in regels if item.leerling_id == kind.leerling_id])
            if kind.leerling_id in nobody:
                self.ouders.addWidget(
                    Label("Geen ouder met gezag in het register. Vul dit eerst aan.", "warn", wrap=True)
                )
        if not kinderen:
            text = "Voeg bij Team en betrokkenen de kinderen toe om wie het gaat. Dan staan hier hun ouders."
            self.ouders.addWidget(Label(text, "muted", wrap=True))

    def _show_child(self, kind: CasusKind, regels: list[OuderRegel]) -> None:
        head = row(ElidedLabel(f"Van {kind.naam}", "h3"), spacing=8)
        if kind.rol is not None:
            head.addWidget(Pill(label(kind.rol)))
        head.addStretch(1)
        self.ouders.addLayout(head)
        for regel in regels:
            line = OuderRij(regel, open_for_change=self._open())
            line.opened.connect(self._open_parent)
            line.told.connect(self._told)
            self.ouders.addWidget(line)

    def _show_helpers(self, casus: Casus) -> None:
        self.nieuw.setVisible(self._open())
        clear(self.steun)
        found = self._service.steunfiguren(casus.id)
        for item in found:
            line = SteunRij(item, open_for_change=self._open())
            line.opened.connect(self._open_helper)
            line.removed.connect(self._remove_helper)
            self.steun.addWidget(line)
        if not found:
            self.steun.addWidget(Label(_GEEN_STEUN if self._open() else _ZONDER_STEUN, "muted", wrap=True))

    # -- what the user did

    @Slot()
    def _show_overview(self) -> None:
        self._stack.setCurrentWidget(self._overview)
        self.nieuw.setFocus()

    @Slot(object)
    def _open_parent(self, regel: OuderRegel) -> None:
        assert self._casus is not None
        self.verweesd.hide()
        self._stack.setCurrentWidget(self.ouder_form)
        self.ouder_form.begin(self._casus, regel, open_for_change=self._open())

    @Slot(int)
    def _open_helper(self, steunfiguur_id: int) -> None:
        assert self._casus is not None
        found = {item.id: item for item in self._service.steunfiguren(self._casus.id)}
        self._stack.setCurrentWidget(self.steun_form)
        self.steun_form.begin(self._casus, found.get(steunfiguur_id), open_for_change=self._open())

    @Slot(object)
    def _told(self, regel: OuderRegel) -> None:
        casus_id = self._casus_id()
        if self._do(lambda: self._service.vandaag_ingelicht(casus_id, regel.leerling_id, regel.ouder_id)) is None:
            return

        def undo() -> None:
            self._do(lambda: self._service.niet_ingelicht(casus_id, regel.leerling_id, regel.ouder_id))

        self._context.bar.offer_undo("Vandaag ingelicht, vastgelegd.", undo)

    @Slot(int, object)
    def _add(self, persoon_id: int, rol: CasusRol) -> None:
        self._do(lambda: self._service.voeg_toe(self._casus_id(), persoon_id, rol))

    @Slot(object)
    def _remove(self, item: CasusPersoon) -> None:
        casus_id = self._casus_id()
        if self._do(lambda: self._service.verwijder(casus_id, item.persoon_id, item.rol)) is None:
            return

        def undo() -> None:
            self._do(lambda: self._service.voeg_toe(casus_id, item.persoon_id, item.rol))

        self._context.bar.offer_undo("Uit de casus gehaald.", undo)

    @Slot(int)
    def _remove_helper(self, steunfiguur_id: int) -> None:
        if self._do(lambda: self._service.verwijder_steunfiguur(steunfiguur_id)) is None:
            return

        def undo() -> None:
            self._do(lambda: self._service.verwijder_steunfiguur(steunfiguur_id, verwijderd=False))

        self._context.bar.offer_undo("Steunfiguur verwijderd.", undo)

    def _casus_id(self) -> int:
        assert self._casus is not None
        return self._casus.id

    def _do(self, verb: Callable[[], Outcome[Any]]) -> Outcome[Any] | None:
        """Carry it out and tell; None when it did not succeed, which is said."""
        try:
            outcome = verb()
        except InvoerOnjuist as error:
            self.rollen.show_finding(error.findings[0])
            return None
        except UserFacing as error:
            self._context.bar.show_error(error)
            return None
        self._context.hub.publish(outcome.changes)
        return outcome


def _en(names: list[str]) -> str:
    """Names as in a sentence: "A, B en C"."""
    return " en ".join(filter(None, (", ".join(names[:-1]), names[-1])))
