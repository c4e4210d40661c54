"""Beside an incident: how many signals its children have, and whether a casus runs (demand 36).

It tells that signals add up and who told them, never what another adult wrote.
"""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentDraft
from svp_desktop.domain.labels import label
from svp_desktop.domain.signalen import KindSignalen, OverlegSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.signaal_woorden import bij_kind, signaal
from svp_desktop.ui.widgets.base import Label, clear, col
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.notice import Notice, State

_AFTER_MS = 150


class SignaalStrip(QWidget):
    """Give it the draft at each change: it asks 150 ms after the last one, and hides when there is nothing to say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._draft = IncidentDraft()
        self._incident_id: int | None = None
        self._shown: tuple[object, ...] | None = None
        self._body = col(spacing=10)
        self.setLayout(self._body)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self.ask)
        self.hide()

    def show_draft(self, draft: IncidentDraft, incident_id: int | None) -> None:
        """What stands in the form now; the id when it was recorded before."""
        self._draft, self._incident_id = draft, incident_id
        self._timer.start()

    @Slot()
    def ask(self) -> None:
        """Ask the register now."""
        self._timer.stop()
        try:
            found = self._context.werkplek.signalen.voor(self._draft, self._incident_id)
            if found == self._shown:
                return
            self._shown = found
            self._build(found)
        except UserFacing as error:
            self._context.bar.show_error(error)

    def _build(self, found: tuple[KindSignalen, ...]) -> None:
        clear(self._body)
        told = [item for item in found if item.te_veel]
        running = [item for item in found if item.casus_id is not None]
        for item in told:
            self._body.addWidget(self._notice(item))
        for item in running:
            lead = f"{item.roepnaam} heeft een lopende casus"
            self._body.addWidget(Notice(State.INFO, lead, "U kunt dit incident aan de casus koppelen.", compact=True))
        self.setVisible(bool(told or running))

    def _notice(self, item: KindSignalen) -> QWidget:
        service = self._context.werkplek.signalen
        lead, words = bij_kind(item)
        name = service.met_wie(OverlegSoort.VERTROUWENSPERSOON)[0][1]
        if service.lopend_over(item.persoon_id) is not None:
            words += f" De taak staat klaar voor {name or 'de vertrouwenspersoon'}."
        elif name:
            words += f" Er komt een taak klaar voor {name}."
        else:
            words += " Er komt een taak klaar. Nog niemand heeft deze rol: vul hem in bij Instellingen."
        look = link("Bekijk de signalen")
        look.setProperty("persoon", item.persoon_id)
        look.clicked.connect(self._look)
        made = Notice(State.LET_OP, lead, words, [look], compact=True)
        made.setProperty("persoon", item.persoon_id)
        return made

    @Slot()
    def _look(self) -> None:
        """Show or hide the signals under the message; their texts stay where they are."""
        asked = self.sender()
        if not isinstance(asked, QPushButton):
            return
        child = int(asked.property("persoon"))
        notice = asked.parentWidget()
        if not isinstance(notice, Notice):
            return
        there = notice.findChild(QWidget, "signalen")
        if there is not None:
            there.setVisible(there.isHidden())
        else:
            rows = [row for row in self._context.werkplek.signalen.signalen_van(child)
                    if row.incident_id != self._incident_id]  # fmt: skip
            lines = col(spacing=2)
            for row in rows:
                told = f", gemeld door {row.melder}" if row.melder else ""
                text = f"{datums.dag_kort(row.datum)}: {signaal(row)}, mand {label(row.mand).lower()}{told}"
                lines.addWidget(Label(text, "small", wrap=True))
            if not rows:
                lines.addWidget(Label("Er zijn nog geen andere signalen.", "small", wrap=True))
            there = QWidget()
            there.setObjectName("signalen")
            there.setLayout(lines)
            notice.add(there)
            there.show()
        asked.setText("Bekijk de signalen" if there.isHidden() else "Verberg de signalen")
