"""Reading pupils from a file: choose, check the columns, look at what would change, take over, and back if need be."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.errors import InleesFout, UserFacing
from svp_desktop.domain.inlezen import InleesVerslag, InleesVoorstel, Kolommen, Wat
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.personen.inlezen_kolommen import KolommenStap
from svp_desktop.ui.tabs.personen.inlezen_nakijken import NakijkenStap
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.widgets.base import card, col, row
from svp_desktop.ui.widgets.buttons import button, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import EmptyState, TitleRow, crumb
from svp_desktop.ui.widgets.stage import StageBar, StageState, Step

_FILTERS = (("Leerlingen (EDEXML, CSV)", "*.xml *.csv *.txt"),)
_LARGEST = 40 * 1024 * 1024
_EMPTY = (
    "Kies het bestand dat u in uw leerlingsysteem maakte: EDEXML of CSV. U mag het ook hierheen slepen. "
    "Er verandert pas iets nadat u alles hebt nagekeken."
)
_TITLES = ("Bestand", "Kolommen", "Nakijken", "Klaar")
_TOO_LARGE = "Dit bestand is te groot. Het mag ten hoogste 40 MB zijn."


class InlezenPage(QWidget):
    """Four steps. `klaar` when the user goes back to the register."""

    klaar = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.inlezen
        self._data, self._name = b"", ""
        self._columns: Kolommen | None = None
        self._voorstel: InleesVoorstel | None = None
        self._verslag: InleesVerslag | None = None
        self.setAcceptDrops(True)
        back = crumb("Leerlingen en medewerkers")
        back.clicked.connect(self.klaar)
        self.title = TitleRow("Leerlingen inlezen", "")
        self.stages = StageBar([Step(title) for title in _TITLES])
        self.notice = Notice(State.INFO, "")
        self.choose = primary("Bestand kiezen…", "upload")
        self.choose.clicked.connect(self.choose_file)
        self.kolommen = KolommenStap()
        self.nakijken = NakijkenStap()
        self.stack = QStackedWidget()
        self.stack.addWidget(card(EmptyState("file-text", _EMPTY, self.choose)))
        self.stack.addWidget(self.kolommen)
        self.stack.addWidget(self.nakijken)
        self.stack.addWidget(self._build_ready())
        self.setLayout(
            col(
                row(back, None),
                self.title,
                self.stages,
                self.notice,
                (self.stack, 1),
                margins=(16, 6, 16, 12),
                spacing=8,
            )
        )
        self._connect()
        self._go(0)

    def _build_ready(self) -> QWidget:
        self.ready = Notice(State.OK, "")
        self.undo = button("Ongedaan maken", "undo-2")
        self.report = button("Verslag bewaren…", "download")
        self.finish = primary("Naar het register", "check")
        self.undo.clicked.connect(self._undo)
        self.report.clicked.connect(self._save_report)
        self.finish.clicked.connect(self.klaar)
        return card(self.ready, row(self.undo, self.report, None, self.finish), None, spacing=14)

    def _connect(self) -> None:
        self.kolommen.back.connect(self.begin)
        self.kolommen.done.connect(self._columns_chosen)
        self.nakijken.back.connect(self._back_from_check)
        self.nakijken.take.connect(self._take)

    # -- steps

    @Slot()
    def begin(self) -> None:
        """From the start, with another file."""
        self._columns = self._voorstel = self._verslag = None
        self.notice.hide()
        self._go(0)

    def _go(self, step: int) -> None:
        self.stack.setCurrentIndex(step)
        subs = [self._name or "EDEXML of CSV", "", "er is nog niets gewijzigd", "met verslag"]
        if step > 1:
            subs[1] = "alles herkend" if self._columns is None else "gekozen"
        states = [StageState.DONE] * step + [StageState.NOW] + [StageState.LATER] * (3 - step)
        self.stages.set_steps(
            [Step(title, sub, state) for title, sub, state in zip(_TITLES, subs, states, strict=True)]
        )
        texts = ("Kies een bestand", "Welke kolom is wat?", "Nakijken wat er verandert", "Klaar")
        self.title.set_title("Leerlingen inlezen", texts[step])
        if step == 0:
            self.notice.hide()
            self.choose.setFocus()

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        path = self._context.ask.open_file(self, "Bestand met leerlingen", _FILTERS)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read this file and go to the columns or to the check."""
        try:
            if path.stat().st_size > _LARGEST:
                raise InleesFout(_TOO_LARGE)
            data = path.read_bytes()
        except OSError:
            self._show_error(InleesFout("Dit bestand kan niet worden geopend.", now="Kijk of het bestand er nog is."))
            return
        except InleesFout as error:
            self._show_error(error)
            return
        self._data, self._name = data, path.name

        def look(progress: Progress) -> Kolommen | None:
            return self._service.kolommen(data)

        self._context.tasks.run(look, self._columns_known, self._show_error, self)

    def _columns_known(self, columns: Kolommen | None) -> None:
        self._columns = columns
        if columns is None:
            self._compare(None)
            return
        self.notice.hide()
        self.kolommen.show_columns(columns)
        self._go(1)
        self.kolommen.go.setFocus()

    @Slot(object)
    def _columns_chosen(self, columns: Kolommen) -> None:
        self._columns = columns
        self._compare(columns)

    def _compare(self, columns: Kolommen | None) -> None:
        data, name = self._data, self._name

        def work(progress: Progress) -> InleesVoorstel:
            return self._service.bekijk(data, name, columns)

        self._context.tasks.run(work, self._compared, self._show_error, self)

    def _compared(self, voorstel: InleesVoorstel) -> None:
        self._voorstel = voorstel
        self.notice.hide()
        if voorstel.waarschuwing:
            self.notice.show_message(State.LET_OP, voorstel.waarschuwing)
            self.notice.show()
        self.nakijken.show_voorstel(voorstel)
        self._go(2)
        self.nakijken.focus()

    @Slot()
    def _back_from_check(self) -> None:
        if self._columns is None:
            self.begin()
        else:
            self._go(1)

    @Slot()
    def _take(self) -> None:
        voorstel, chosen = self._voorstel, self.nakijken.rows.chosen()
        if voorstel is None:
            return
        try:
            outcome = self._service.neem_over(voorstel, chosen)
        except UserFacing as error:
            self._show_error(error)
            self._compare(self._columns)
            return
        self._verslag = outcome.value
        self._context.hub.publish(outcome.changes)
        self._show_ready(outcome.value)
        self._go(3)
        self.finish.setFocus()

    def _show_ready(self, verslag: InleesVerslag) -> None:
        count = len(verslag.overgenomen)
        lead = (
            "Er is niets veranderd." if not count else f"{count} {'persoon' if count == 1 else 'personen'} overgenomen."
        )
        parts = [
            f"{verslag.aantal(wat)} {word}"
            for wat, word in ((Wat.NIEUW, "nieuw"), (Wat.GEWIJZIGD, "gewijzigd"), (Wat.VERTROKKEN, "vertrokken"))
            if verslag.aantal(wat)
        ]
        if verslag.overgeslagen:
            parts.append(f"{len(verslag.overgeslagen)} overgeslagen")
        self.ready.show_message(State.OK, lead, ", ".join(parts) + "." if parts else "")
        self.undo.setEnabled(bool(verslag.stappen))

    @Slot()
    def _undo(self) -> None:
        if self._verslag is None:
            return
        try:
            outcome = self._service.maak_ongedaan(self._verslag)
        except UserFacing as error:
            self._show_error(error)
            return
        self._context.hub.publish(outcome.changes)
        left = outcome.value.gelaten
        text = f"{left} personen zijn intussen gebruikt of veranderd. Die zijn gebleven." if left else ""
        self.ready.show_message(State.OK, f"Ongedaan gemaakt voor {outcome.value.personen} personen.", text)
        self.undo.setEnabled(False)

    @Slot()
    def _save_report(self) -> None:
        if self._verslag is None:
            return
        name = f"Verslag inlezen {self._context.today():%Y-%m-%d}.csv"
        path = self._context.ask.save_file(self, "Verslag bewaren", name, (("CSV voor Excel", "*.csv"),))
        if path is None:
            return
        try:
            path.write_bytes(self._service.verslag_csv(self._verslag))
        except OSError:
            self._show_error(UserFacing("Het verslag kon niet worden bewaard.", now="Kies een andere map."))
            return
        self.notice.show_message(
            State.LET_OP, "Het verslag is bewaard.", "Dit bestand is niet versleuteld. Verwijder het als u klaar bent."
        )
        self.notice.show()

    def _show_error(self, error: Exception) -> None:
        shown = error if isinstance(error, UserFacing) else UserFacing()
        self.notice.show_error(shown)
        self.notice.show()
        if not isinstance(error, UserFacing):
            raise error

    # -- a file that is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.begin()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))
