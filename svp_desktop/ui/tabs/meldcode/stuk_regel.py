"""One record in an opened dossier: what it says, whose it is, what was added, and how it read before."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import LABELS
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.meldcode import MeldcodeStuk, StukInhoud, Uitspraak, soort_van
from svp_desktop.domain.meldcode_keuzes import Herkomst
from svp_desktop.domain.meldcode_stukken import STUK_VELDEN, kern
from svp_desktop.domain.meldcode_velden import in_woorden
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, Item, Label, col, holder, label, row
from svp_desktop.ui.widgets.buttons import link
from svp_desktop.ui.widgets.painted import Tag

_READ = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_TAG = 104
#: Fields that stand in the heading or under the text.
_ELDERS = ("datum", "tot")


class StukRegel(QWidget):
    """`open_wanted` and `add_wanted` carry the id of the record. `running`: the dossier is not closed."""

    open_wanted = Signal(int)
    add_wanted = Signal(int)

    def __init__(self, stuk: MeldcodeStuk, *, running: bool) -> None:
        super().__init__()
        self.stuk = stuk
        self._body = col(spacing=2)
        text = Label(kern(stuk.inhoud) or word(stuk.soort), wrap=True)
        text.setTextInteractionFlags(_READ)
        if not isinstance(stuk.inhoud, Uitspraak):
            self._body.addWidget(label(_kop(stuk), "lead", wrap=True))
        self._body.addWidget(text)
        for line in verder(stuk.inhoud):
            self._body.addWidget(Label(line, wrap=True))
        self._body.addWidget(label(bron(stuk), "small", wrap=True))
        for one in stuk.aanvullingen:
            self._body.addWidget(label(f"Aanvulling {datums.dag_kort(one.op.date())}, {one.door}:", "small"))
            self._body.addWidget(Label(one.tekst, wrap=True))
        self._earlier: QWidget | None = None
        self._history = self._link("Eerdere tekst", self._toggle)
        self._history.setParent(self)
        self._history.setVisible(bool(stuk.eerder))
        verbs: list[Item] = [self._link("Openen" if stuk.vast or not running else "Verbeteren", self._open)]
        if running:
            verbs.append(self._link("Aanvullen", self._add))
        if stuk.eerder:
            verbs.append(self._history)
        self._body.addLayout(row(*verbs, None, spacing=12))
        self.setLayout(self._with_tag())
        self.setAccessibleName(f"{_kop(stuk)}: {kern(stuk.inhoud)}")

    def _with_tag(self) -> QBoxLayout:
        said = self.stuk.inhoud
        if isinstance(said, Uitspraak) and said.aard is not None:
            tag = Tag(word(said.aard))
            tag.setMinimumWidth(scaled(_TAG))
            return row((tag, TOP), (self._body, 1), spacing=12)
        return self._body

    def _link(self, text: str, verb: Callable[[], None]) -> QPushButton:
        made = link(text, tight=True)
        made.setAccessibleName(f"{text}, {_kop(self.stuk)}")
        made.clicked.connect(verb)
        return made

    @Slot()
    def _open(self) -> None:
        self.open_wanted.emit(self.stuk.id)

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit(self.stuk.id)

    @Slot()
    def _toggle(self) -> None:
        if self._earlier is not None:
            self._earlier.hide()
            self._earlier.deleteLater()
            self._earlier = None
        else:
            lines = [
                Label(f"{datums.dag_kort(old.op.date())}, {old.door}: {kern(old.inhoud)}", "muted", wrap=True)
                for old in reversed(self.stuk.eerder)
            ]
            self._earlier = holder(col(*lines, spacing=2))
            self._body.addWidget(self._earlier)
        self._history.setText("Eerdere tekst" if self._earlier is None else "Eerdere tekst verbergen")


def _kop(stuk: MeldcodeStuk) -> str:
    return f"{word(stuk.soort)}, {datums.dag_kort(stuk.datum)}"


def verder(said: StukInhoud) -> list[str]:
    """What else a record says, each with its words; of a statement the source stands under it already."""
    if isinstance(said, Uitspraak):
        return []
    shown = (kern(said), *_ELDERS)
    lines = []
    for veld in STUK_VELDEN[soort_van(said)]:
        value = in_woorden(veld, getattr(said, veld.naam), LABELS)
        if value and veld.naam not in shown and value != shown[0] and veld.gevraagd(said):
            lines.append(f"{veld.op_papier.rstrip('?')}: {value}")
    return lines


def bron(stuk: MeldcodeStuk) -> str:
    """Who saw or said it and when; for other records who recorded it, and the term."""
    said: StukInhoud = stuk.inhoud
    if isinstance(said, Uitspraak):
        whose = f"van {said.van}; " if said.van and said.van != said.waarnemer else ""
        own = ", eigen waarneming" if said.herkomst is Herkomst.EIGEN else ", van een ander gehoord"
        return f"{whose}{said.waarnemer}{own}, {datums.dag_kort(stuk.datum)}"
    term = f", termijn {datums.dag_kort(stuk.tot)}" if stuk.tot else ""
    waits = "" if stuk.klaar_op else ", wacht nog"
    return f"vastgelegd door {stuk.door}{term}{waits}"
