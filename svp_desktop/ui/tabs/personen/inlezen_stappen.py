"""The first, second and last step of an import: choose a file, check the columns, read what was done."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from svp_desktop.domain.inlezen import VELD_WOORD, VERPLICHT, InleesVerslag, Kolommen, Teruggezet, Veld, Wat
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.widgets.base import Label, card, col, holder, label, row, rule, scroll
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState

_BEWAARD = (
    "Het programma bewaart alleen naam, leerlingnummer, geboortedatum, jaargroep en groep. "
    "Van leerkrachten de naam en hun groepen. De rest van het bestand wordt niet bewaard."
)
_HELE_SCHOOL = (
    "Kies een bestand met alle leerlingen van de school. Wie er niet meer in staat, krijgt het voorstel “vertrokken”."
)


class BestandStap(QWidget):
    """Choose the file, or drop it here. `wanted` for the button, `dropped(path)` for a file from outside."""

    wanted = Signal()
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.kies = primary("Bestand kiezen…", "upload", big=True)
        self.kies.clicked.connect(self.wanted)
        sentence = (
            "Maak in uw leerlingsysteem een EDEXML-bestand, of een lijst in Excel die u opslaat als CSV. "
            "U ziet eerst wat er verandert. Er wordt nog niets gewijzigd."
        )
        info = card(
            label("Goed om te weten", "h3"), label(_HELE_SCHOOL, wrap=True), label(_BEWAARD, "muted", wrap=True)
        )
        body = col((card((EmptyState("upload", sentence, self.kies), 1)), 1), info, spacing=12)
        self.setLayout(col((GivesWay(body, low=340), 1)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(event.mimeData().urls()[0].toLocalFile())


class KolommenStap(QWidget):
    """Which column holds what: one choice a field, with an example from the first row. `ready(Kolommen)`."""

    ready = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kolommen = Kolommen(1, (), ())
        self.keuzes: dict[Veld, QComboBox] = {}
        self._voorbeelden: dict[Veld, Label] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        for column, text in enumerate(("Dit hebben wij nodig", "Kolom in uw bestand", "Eerste regel")):
            grid.addWidget(label(text, "label"), 0, column)
        for line, veld in enumerate(Veld, 1):
            choice, example = QComboBox(), Label("", "muted")
            choice.setAccessibleName(f"Kolom voor {VELD_WOORD[veld]}")
            choice.setMinimumWidth(240)
            name = label(VELD_WOORD[veld] + ("" if veld in VERPLICHT else " (mag ontbreken)"))
            name.setBuddy(choice)
            for column, widget in enumerate((name, choice, example)):
                grid.addWidget(widget, line, column)
            choice.activated.connect(self._chosen)
            self.keuzes[veld], self._voorbeelden[veld] = choice, example
        grid.setColumnStretch(2, 1)
        self._missing = Label("", "danger", wrap=True)
        self.verder = primary("Verder naar nakijken", "arrow-right")
        self.verder.clicked.connect(self._go)
        body = card(
            label("Klopt dit?", "h2"),
            label("Wat het programma herkende, is al gekozen. Kies een andere kolom als er iets niet klopt.", "muted"),
            holder(grid),
        )
        foot = row((self._missing, 1), self.verder, spacing=12)
        self.setLayout(col((scroll(col(body, None)), 1), foot, spacing=12))

    def load(self, kolommen: Kolommen) -> None:
        """The columns of another file."""
        for choice in self.keuzes.values():
            choice.clear()
            choice.addItem("(staat niet in het bestand)", None)
            for number, kop in enumerate(kolommen.koppen):
                choice.addItem(kop or f"kolom {number + 1}", number)
        self._show(kolommen)

    def _show(self, kolommen: Kolommen) -> None:
        self._kolommen = kolommen
        for veld, choice in self.keuzes.items():
            number = kolommen.kolom(veld)
            choice.setCurrentIndex(0 if number is None else number + 1)
            known = number is not None and number < len(kolommen.voorbeelden)
            self._voorbeelden[veld].setText(kolommen.voorbeelden[number] if known and number is not None else "")
        missing = " en ".join(VELD_WOORD[veld].lower() for veld in kolommen.ontbreekt)
        self._missing.setText(f"Kies nog een kolom voor: {missing}." if missing else "")

    @Slot()
    def _chosen(self) -> None:
        sender = self.sender()
        for veld, choice in self.keuzes.items():
            if choice is sender:
                self._show(self._kolommen.met(veld, choice.currentData()))

    @Slot()
    def _go(self) -> None:
        if self._kolommen.ontbreekt:
            self.keuzes[self._kolommen.ontbreekt[0]].setFocus()
        else:
            self.ready.emit(self._kolommen)


class KlaarStap(QWidget):
    """What was done, with the report and the way back."""

    def __init__(self) -> None:
        super().__init__()
        self.melding = Notice(State.OK, "")
        self._lines = Label("", wrap=True)
        self.bewaar = button("Verslag bewaren…", "download")
        self.ongedaan = button("Ongedaan maken", "undo-2")
        self.verder = primary("Naar de leerlingen", "arrow-right")
        body = card(label("Verslag", "h2"), self._lines)
        foot = row(self.ongedaan, None, self.bewaar, self.verder, spacing=10)
        self.setLayout(col((scroll(col(self.melding, body, None, spacing=12)), 1), rule(), foot, spacing=12))

    def show_verslag(self, verslag: InleesVerslag) -> None:
        """The counts of what was taken over and what was not."""
        self.melding.show_message(State.OK, f"{aantal_woorden(verslag)} overgenomen.", "U kunt dit nog ongedaan maken.")
        unreadable = sum(line.wat is Wat.ONLEESBAAR for line in verslag.overgeslagen)
        skipped = len(verslag.overgeslagen) - unreadable
        lines = [
            f"Nieuw: {verslag.aantal(Wat.NIEUW)}",
            f"Gewijzigd: {verslag.aantal(Wat.GEWIJZIGD)}",
            f"Vertrokken: {verslag.aantal(Wat.VERTROKKEN)}",
        ]
        if verslag.nieuwe_groepen:
            lines.append(f"Nieuwe groepen: {', '.join(verslag.nieuwe_groepen)}")
        if skipped:
            lines.append(f"Niet gekozen: {skipped}")
        if unreadable:
            lines.append(f"Onleesbaar en overgeslagen: {unreadable}. Verbeter deze in het leerlingsysteem.")
        self._lines.setText("\n".join(lines))
        self.ongedaan.setEnabled(bool(verslag.stappen))
        self.bewaar.setEnabled(True)

    def show_teruggezet(self, back: Teruggezet) -> None:
        """The import was undone."""
        text = "Het register is weer zoals vóór het inlezen."
        if back.gelaten:
            text = f"{back.gelaten} personen zijn daarna gewijzigd of gebruikt. Die zijn zo gelaten."
        self.melding.show_message(State.OK, f"Ongedaan gemaakt voor {back.personen} personen.", text)
        self._lines.setText("")
        self.ongedaan.setEnabled(False)
        self.bewaar.setEnabled(False)


def aantal_woorden(verslag: InleesVerslag) -> str:
    """ "45 leerlingen en 6 leerkrachten"."""
    pupils = sum(line.soort is PersoonSoort.LEERLING for line in verslag.overgenomen)
    return in_woorden(pupils, len(verslag.overgenomen) - pupils)


def in_woorden(pupils: int, teachers: int) -> str:
    """The numbers of pupils and teachers with their words; "niets" for none."""
    parts = []
    if pupils:
        parts.append(f"{pupils} leerling" + ("" if pupils == 1 else "en"))
    if teachers:
        parts.append(f"{teachers} leerkracht" + ("" if teachers == 1 else "en"))
    return " en ".join(parts) or "niets"
