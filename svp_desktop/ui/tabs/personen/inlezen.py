"""The import of pupils and teachers: choose a file, check the columns, look, take over; and back if need be."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InleesFout, UserFacing
from svp_desktop.domain.inlezen import InleesVerslag, InleesVoorstel, Kolommen, Teruggezet, Veld
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.personen.inlezen_nakijken import NakijkenStap
from svp_desktop.ui.tabs.personen.inlezen_stappen import BestandStap, KlaarStap, KolommenStap
from svp_desktop.ui.widgets.base import col, row
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import crumb, title_row
from svp_desktop.ui.widgets.stage import StageState, Step, stage_bar

if TYPE_CHECKING:
    from svp_desktop.services.inlezen import InleesService
    from svp_desktop.ui.tasks import Progress

_FILTERS = (("Leerlingen (EDEXML of CSV)", "*.xml *.csv *.txt"), ("Alle bestanden", "*"))
# One byte past what is read at all: enough to know that a file is too large, without taking it all in.
_READ_AT_MOST = 20 * 1024 * 1024 + 1
BESTAND, KOLOMMEN, NAKIJKEN, KLAAR = range(4)
_TITLES = ("Bestand", "Kolommen", "Nakijken", "Klaar")
_SENTENCES = ("Kies een bestand", "Welke kolom is wat", "Nakijken wat er verandert", "Het verslag")


@dataclass(frozen=True, slots=True)
class _Gelezen:
    """A file that was read: its bytes, its columns (CSV), and the voorstel when the columns are complete."""

    naam: str
    data: bytes
    kolommen: Kolommen | None
    voorstel: InleesVoorstel | None


class InlezenPage(QWidget):
    """The page with its four steps. `klaar` when the user goes back to the register."""

    klaar = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._bestand: _Gelezen | None = None
        self._voorstel: InleesVoorstel | None = None
        self._verslag: InleesVerslag | None = None
        self._busy = False
        self._crumb = crumb("Leerlingen en medewerkers")
        self._title = title_row("Leerlingen inlezen")
        self.stappen = stage_bar(*(Step(title) for title in _TITLES))
        self.melding = Notice(State.BLOK, "")
        self.bestand, self.kolommen = BestandStap(), KolommenStap()
        self.nakijken, self.einde = NakijkenStap(), KlaarStap()
        self.stack = QStackedWidget()
        for page in (self.bestand, self.kolommen, self.nakijken, self.einde):
            self.stack.addWidget(page)
        parts = (row(self._crumb, None), self._title, self.stappen, self.melding, (self.stack, 1))
        self.setLayout(col(*parts, margins=(16, 6, 16, 12), spacing=8))
        self._connect()
        self.begin()

    def _connect(self) -> None:
        self._crumb.clicked.connect(self._leave)
        self.stappen.chosen.connect(self._go_to)
        self.bestand.wanted.connect(self._choose_file)
        self.bestand.dropped.connect(self._read_text)
        self.kolommen.ready.connect(self._look)
        self.nakijken.back.connect(self.begin)
        self.nakijken.take_over.connect(self._take_over)
        self.einde.bewaar.clicked.connect(self._save_report)
        self.einde.ongedaan.clicked.connect(self._undo)
        self.einde.verder.clicked.connect(self._leave)

    @property
    def _service(self) -> "InleesService":
        return self._context.werkplek.inlezen

    @Slot()
    def begin(self) -> None:
        """Start anew with choosing a file."""
        self._bestand, self._voorstel, self._verslag = None, None, None
        self._show(BESTAND)

    def _show(self, stap: int) -> None:
        self.melding.hide()
        self.stack.setCurrentIndex(stap)
        first = (self.bestand.kies, self.kolommen.keuzes[Veld.NUMMER], self.nakijken.table, self.einde.verder)
        first[stap].setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.set_title("Leerlingen inlezen", _SENTENCES[stap])
        self.stappen.set_steps([self._step(number, stap) for number in range(len(_TITLES))])

    def _step(self, number: int, now: int) -> Step:
        state = StageState.DONE if number < now else StageState.NOW if number == now else StageState.LATER
        if now == KLAAR and number == KLAAR:
            state = StageState.DONE
        subs = (
            self._bestand.naam if self._bestand else "uit uw leerlingsysteem",
            "alles herkend" if number < now else "welke kolom is wat",
            "er is nog niets gewijzigd" if now <= NAKIJKEN else "nagekeken",
            "met verslag",
        )
        return Step(_TITLES[number], subs[number], state)

    @Slot(int)
    def _go_to(self, stap: int) -> None:
        """Back to an earlier step; forward only by its own button."""
        now = self.stack.currentIndex()
        if stap >= now or now == KLAAR or self._busy:
            return
        if stap == BESTAND:
            self.begin()
        elif stap == KOLOMMEN and self._bestand is not None and self._bestand.kolommen is not None:
            self._show(KOLOMMEN)

    @Slot()
    def _choose_file(self) -> None:
        path = self._context.ask.open_file(self, "Bestand met leerlingen kiezen", _FILTERS)
        if path is not None:
            self.read(path)

    @Slot(str)
    def _read_text(self, path: str) -> None:
        self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file and show what it would change."""
        service = self._service

        def work(progress: "Progress") -> _Gelezen:
            data = _bytes_of(path)
            columns = service.kolommen(data)
            complete = columns is None or not columns.ontbreekt
            return _Gelezen(path.name, data, columns, service.bekijk(data, path.name) if complete else None)

        self._start()
        self._context.tasks.run(work, self._read_done, self._failed, self)

    def _read_done(self, gelezen: _Gelezen) -> None:
        self._end()
        self._bestand = gelezen
        if gelezen.kolommen is not None:
            self.kolommen.load(gelezen.kolommen)
        if gelezen.voorstel is None:
            self._show(KOLOMMEN)
        else:
            self._show_voorstel(gelezen.voorstel)

    @Slot(object)
    def _look(self, kolommen: Kolommen) -> None:
        bestand, service = self._bestand, self._service
        if bestand is None:
            return

        def work(progress: "Progress") -> InleesVoorstel:
            return service.bekijk(bestand.data, bestand.naam, kolommen)

        self._start()
        self._context.tasks.run(work, self._show_voorstel, self._failed, self)

    def _show_voorstel(self, voorstel: InleesVoorstel) -> None:
        self._end()
        self._voorstel = voorstel
        self.nakijken.load(voorstel)
        self._show(NAKIJKEN)

    @Slot()
    def _take_over(self) -> None:
        voorstel, chosen, service = self._voorstel, self.nakijken.gekozen(), self._service
        if voorstel is None:
            return

        def work(progress: "Progress") -> Outcome[InleesVerslag]:
            return service.neem_over(voorstel, chosen)

        self._start()
        self._context.tasks.run(work, self._taken_over, self._failed, self)

    def _taken_over(self, outcome: Outcome[InleesVerslag]) -> None:
        self._end()
        self._verslag = outcome.value
        self.einde.show_verslag(outcome.value)
        self._show(KLAAR)
        self._context.hub.publish(outcome.changes)

    @Slot()
    def _undo(self) -> None:
        verslag, service = self._verslag, self._service
        if verslag is None:
            return

        def work(progress: "Progress") -> Outcome[Teruggezet]:
            return service.maak_ongedaan(verslag)

        self._start()
        self._context.tasks.run(work, self._undone, self._failed, self)

    def _undone(self, outcome: Outcome[Teruggezet]) -> None:
        self._end()
        self._verslag = None
        self.einde.show_teruggezet(outcome.value)
        self._context.hub.publish(outcome.changes)

    @Slot()
    def _save_report(self) -> None:
        if self._verslag is None:
            return
        path = self._context.ask.save_file(self, "Verslag bewaren", "verslag-inlezen.csv", (("CSV", "*.csv"),))
        if path is None:
            return
        try:
            path.write_bytes(self._service.verslag_csv(self._verslag))
        except OSError:
            self.melding.show_message(
                State.BLOK, "Het verslag is niet bewaard.", "Kies een andere map. De leerlingen zijn wel overgenomen."
            )
            self.melding.show()
            return
        self._context.bar.say("Het verslag is bewaard.")

    def _start(self) -> None:
        self._busy = True
        self.stack.setEnabled(False)
        self.melding.hide()

    def _end(self) -> None:
        self._busy = False
        self.stack.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        """The sentence of the error stands above the step where the user is; anything else is the window's."""
        self._end()
        if not isinstance(error, UserFacing):
            self._context.bar.show_error(error)
            return
        self.melding.show_error(error)
        self.melding.show()

    @Slot()
    def _leave(self) -> None:
        if not self._busy:
            self.begin()
            self.klaar.emit()


def _bytes_of(path: Path) -> bytes:
    """The content of a file, but never more than the cap. Raises InleesFout when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(_READ_AT_MOST)
    except OSError:
        raise InleesFout(
            "Dit bestand kan niet worden geopend.", now="Sluit het in andere programma’s en kies het opnieuw."
        ) from None
