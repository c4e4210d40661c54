"""The points of a phase: known from what is filled in, or ticked with a note, or not needed with a reason (82-87)."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.thuisschool import Punt, PuntStatus, met_punt, punt_veld
from svp_desktop.domain.thuisschool_fasen import PUNTEN, Fase, PuntSoort, PuntStand
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Icon, Item, Label, card, col, row, set_state
from svp_desktop.ui.widgets.buttons import Chip
from svp_desktop.ui.widgets.fields import edit


class PuntRij(QWidget):
    """One point. `edited` when the user ticked it or typed about it."""

    edited = Signal()

    def __init__(self, soort: PuntSoort) -> None:
        super().__init__()
        self.soort = soort
        self._known = False
        self._icon = Icon("circle", "control", 18)
        self._message = Label("", "danger", wrap=True)
        self._message.hide()
        words = col(Label(soort.titel, wrap=True), spacing=0)
        if soort.uitleg:
            words.addWidget(Label(soort.uitleg, "small", wrap=True))
        words.addWidget(self._message)
        words.addStretch(1)
        self.box, self.notitie, self.niet_nodig = QCheckBox(), edit(), Chip("niet nodig")
        self.box.setFixedWidth(18)
        self.box.setAccessibleName(soort.titel)
        self.notitie.setPlaceholderText("Wanneer en door wie")
        self.notitie.setAccessibleName(f"Notitie bij: {soort.titel}")
        self.notitie.setMinimumWidth(scaled(110))
        self.niet_nodig.setToolTip(f"Niet nodig, met een reden: {soort.titel}")
        self.niet_nodig.setAccessibleName(f"Niet nodig: {soort.titel}")
        front: Item = (self._icon, TOP) if soort.weet is not None else (self.box, TOP)
        items: list[Item] = [front, (words, 5)]
        if soort.weet is None:
            items += [(col(self.notitie, None), 4), (self.niet_nodig, TOP)]
        self.setLayout(row(*items, margins=(0, 2, 0, 2), spacing=8))
        for spare in (self._icon, self.box, self.notitie, self.niet_nodig):
            if spare.parent() is None:
                spare.setParent(self)
                spare.hide()
        self.box.clicked.connect(self._ticked)
        self.niet_nodig.clicked.connect(self._skipped)
        self.notitie.textEdited.connect(self.edited)

    def punt(self) -> Punt:
        """What was said about it; a tick of the casus itself is not said by anybody."""
        if self._known:
            return Punt(self.soort.code, notitie=self.notitie.text())
        skipped = PuntStatus.NIET_NODIG if self.niet_nodig.isChecked() else PuntStatus.OPEN
        return Punt(self.soort.code, PuntStatus.GEDAAN if self.box.isChecked() else skipped, self.notitie.text())

    def load(self, punt: Punt) -> None:
        """Show what was said, without telling."""
        self._set_known(False)
        self.box.setChecked(punt.status is PuntStatus.GEDAAN)
        self.niet_nodig.setChecked(punt.status is PuntStatus.NIET_NODIG)
        self.notitie.setText(punt.notitie)
        self.show_finding(None)
        self._hint()

    def show_stand(self, stand: PuntStand) -> None:
        """A point that is known from what is filled in, or from the casus."""
        if self.soort.weet is None:
            self._set_known(stand.bekend)
            return
        self._icon.set_icon("circle-check" if stand.klaar else "circle", "ok" if stand.klaar else "control")
        self._icon.setAccessibleName("gedaan" if stand.klaar else "nog te doen")

    def _set_known(self, known: bool) -> None:
        if known == self._known:
            return
        self._known = known
        self.box.setChecked(known)
        self.box.setToolTip("Dit blijkt uit de casus" if known else "")
        for widget in (self.box, self.niet_nodig):
            widget.setEnabled(not known)

    def show_finding(self, finding: Finding | None) -> None:
        """A sentence under the point, or none."""
        self._message.setVisible(finding is not None)
        self._message.setText(finding.message if finding else "")
        set_state(self.notitie, "error" if finding else "")

    def _hint(self) -> None:
        skipped = self.niet_nodig.isChecked()
        self.notitie.setPlaceholderText("Waarom niet nodig" if skipped else "Wanneer en door wie")

    @Slot()
    def _ticked(self) -> None:
        self.niet_nodig.setChecked(False)
        self._hint()
        self.edited.emit()

    @Slot()
    def _skipped(self) -> None:
        self.box.setChecked(False)
        self._hint()
        if self.niet_nodig.isChecked():
            self.notitie.setFocus()
        self.edited.emit()


class PuntenKaart(QWidget):
    """The points of one phase in a card, with how many are ready."""

    edited = Signal()

    def __init__(self, fase: Fase, titel: str) -> None:
        super().__init__()
        self.rijen = {item.code: PuntRij(item) for item in PUNTEN if item.fase is fase}
        self._count = Label("", "muted")
        self.setLayout(
            col(card(*self.rijen.values(), title=titel, right=(self._count,), margins=(16, 10, 14, 10), spacing=2))
        )
        for rij in self.rijen.values():
            rij.edited.connect(self.edited)

    def load(self, punten: tuple[Punt, ...]) -> None:
        """Show what was said about each."""
        said = {item.code: item for item in punten}
        for code, rij in self.rijen.items():
            rij.load(said.get(code, Punt(code)))

    def into(self, punten: tuple[Punt, ...]) -> tuple[Punt, ...]:
        """These points with what is said here."""
        for rij in self.rijen.values():
            if rij.soort.weet is None:
                punten = met_punt(punten, rij.punt())
        return punten

    def show_standen(self, standen: tuple[PuntStand, ...]) -> None:
        """How each point stands now; a point that this school does not have is not there."""
        here = {stand.soort.code for stand in standen}
        for code, rij in self.rijen.items():
            rij.setVisible(code in here)
        for stand in standen:
            self.rijen[stand.soort.code].show_stand(stand)
        self._count.setText(f"{sum(item.klaar for item in standen)} van {len(standen)} gedaan")

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its point."""
        said = {item.field: item for item in findings}
        for code, rij in self.rijen.items():
            rij.show_finding(said.get(punt_veld(code)))
