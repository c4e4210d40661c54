"""One paper for several at once: for whom, how far it is, what was made and what was held back; then out in one job."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QProgressBar, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_reeks import ReeksKeuze, ReeksVel, per_adres
from svp_desktop.domain.papier_soorten import spec_van
from svp_desktop.domain.uitreiken import alleen_bladzijden
from svp_desktop.ui.context import Context
from svp_desktop.ui.preview import PaperView
from svp_desktop.ui.tabs.papier.afdruk import tick
from svp_desktop.ui.tabs.papier.uitgang import NIETS_VERSLEUTELD, Vel, bewaar_pdfs, druk_af
from svp_desktop.ui.tasks import Cancelled, Progress, Task
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary, set_primary
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State, check_line
from svp_desktop.ui.widgets.page import TitleRow, crumb

_KINDEREN = "Elk kind krijgt zijn eigen papier, gevuld uit zijn eigen casus."
_ADRESSEN = "Elk adres krijgt zijn eigen brief. Niemand ziet wie de brief nog meer krijgt."
_NOG_NIETS = "Kies links voor wie, en dan Maken."


class Reeks(QWidget):
    """`paper_wanted(ReeksKeuze)` opens a paper that was held back, in the composer; `kept(id)` tells which paper of the
    casus that it began with was kept last."""

    back = Signal()
    paper_wanted = Signal(object)
    kept = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.papieren
        self._draft: PapierDraft | None = None
        self._vorige_id: int | None = None
        self._task: Task | None = None
        self._busy = False
        self._bewaard = set[int]()
        self.vellen: tuple[ReeksVel, ...] = ()
        self.boxes: dict[ReeksKeuze, QCheckBox] = {}
        self.crumb, self.title = crumb("Papier"), TitleRow("In één keer", "")
        self.notice = Notice(State.INFO, "")
        self._uitleg = Label("", "muted", wrap=True)
        self._choices, self._made = col(spacing=6), col(spacing=8)
        self.alles = link("Alles", tip="Iedereen kiezen, of niemand")
        self.maken = primary("Maken", "file-text")
        self.bar, self._far, self.stop = QProgressBar(), Label("", "muted"), button("Stoppen", "x")
        self._count = Label("", "muted")
        self.voorbeeld = PaperView(self._service.pagina)
        self.bewaren = QCheckBox()
        self.bewaren.setChecked(True)
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.pdf = button("PDF’s opslaan…", "download", tip="Elk papier als een bestand in een map die u kiest")
        self._build()
        self.crumb.clicked.connect(self.leave)
        self.alles.clicked.connect(self._all)
        self.maken.clicked.connect(self._make)
        self.stop.clicked.connect(self._cancel)
        self.afdrukken.clicked.connect(self.print_now)
        self.pdf.clicked.connect(self.save_pdfs)

    def _build(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Hoe ver het is")
        self._wait = holder(col(row(self._far, None, self.stop), self.bar, spacing=6))
        left = card(
            self._uitleg,
            (scroll(holder(col(self._choices, None))), 1),
            self._wait,
            self.maken,
            title="Voor wie?",
            right=(self.alles,),
        )
        left.setMinimumWidth(min(scaled(300), 380))
        made = card((scroll(holder(col(self._made, None))), 1), title="Gemaakt", right=(self._count,))
        keep = tick(self.bewaren, Label("Bewaren in het dossier"))
        right = holder(col((made, 1), card(keep, self.afdrukken, self.pdf, spacing=9), spacing=12))
        right.setMinimumWidth(min(scaled(280), 380))
        right.setMaximumWidth(min(scaled(330), 420))
        body = row((left, 4), (self.voorbeeld, 4), (right, 3), spacing=12)
        self.setLayout(
            col(
                row(self.crumb, None),
                self.title,
                self.notice,
                (GivesWay(body, low=330), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self._wait.hide()
        self.notice.hide()

    # -- begin

    def begin(self, draft: PapierDraft, keuzes: Sequence[ReeksKeuze], vorige_id: int | None) -> None:
        """For whom this paper can be made; the paper itself is chosen, of a letter to all parents everybody.

        `vorige_id` is the kept paper that `draft` is a new version of.
        """
        everybody = per_adres(spec_van(draft))
        self._draft, self._vorige_id, self.boxes = draft, vorige_id, {}
        self.title.set_title("In één keer", spec_van(draft).titel)
        self._uitleg.setText(_ADRESSEN if everybody else _KINDEREN)
        self.notice.hide()
        clear(self._choices)
        for keuze in keuzes:
            box = QCheckBox()
            box.setChecked(everybody or keuze is keuzes[0])
            box.toggled.connect(self._chosen)
            said = Label(keuze.naam, wrap=True)
            self._choices.addLayout(tick(box, said))
            self._choices.addLayout(row(26, (Label(keuze.bij, "small", wrap=True), 1), spacing=0))
            self.boxes[keuze] = box
        self._forget()
        self._chosen()
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> tuple[ReeksKeuze, ...]:
        """Who are ticked."""
        return tuple(keuze for keuze, box in self.boxes.items() if box.isChecked())

    @Slot()
    def _chosen(self) -> None:
        count = len(self.chosen())
        self.maken.setText(f"Maken ({count})")
        self.maken.setEnabled(bool(count) and self._task is None)
        self.alles.setText("Niets" if count == len(self.boxes) else "Alles")

    @Slot()
    def _all(self) -> None:
        on = len(self.chosen()) < len(self.boxes)
        for box in self.boxes.values():
            box.setChecked(on)

    # -- make

    @Slot()
    def _make(self) -> None:
        draft, chosen, service, before = self._draft, self.chosen(), self._service, self._vorige_id
        if draft is None or self._task is not None:
            return
        self._forget()

        def work(progress: Progress) -> tuple[tuple[ReeksVel, ...], int]:
            found: list[ReeksVel] = []
            for number, keuze in enumerate(chosen):
                try:
                    progress.report(number, len(chosen))
                except Cancelled:
                    # what was made before stays
                    return tuple(found), number
                found += service.reeks_vellen(draft, keuze, before)
            return tuple(found), len(chosen)

        self._wait.show()
        self._progress(0, len(chosen))
        self.maken.setEnabled(False)
        self._busy = True
        task = self._context.tasks.run(work, self._done, self._failed, self)
        if self._busy:
            self._task = task
            task.progress.connect(self._progress)

    @Slot(int, int)
    def _progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._far.setText(f"{done} van {total}")
        self.bar.setAccessibleDescription(self._far.text())

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._busy, self._task = False, None
        self._wait.hide()
        self._chosen()

    def _done(self, result: tuple[tuple[ReeksVel, ...], int]) -> None:
        self.vellen, count = result
        total = len(self.chosen())
        self._end()
        self._show_made()
        (self.afdrukken if self.klaar() else self.maken).setFocus(Qt.FocusReason.OtherFocusReason)
        if count < total:
            self.say(State.INFO, f"Gestopt: {count} van {total} gedaan.", "Wat gemaakt is, staat rechts.")

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserFacing):
            self._show_error(error)
        else:
            self._context.bar.show_error(error)

    def _forget(self) -> None:
        self.vellen, self._bewaard = (), set()
        self.voorbeeld.set_pdf(b"", 0)
        self.notice.hide()
        self._show_made()

    # -- what was made

    def klaar(self) -> tuple[ReeksVel, ...]:
        """The papers that can go out."""
        return tuple(item for item in self.vellen if item.klaar)

    def _show_made(self) -> None:
        clear(self._made)
        ready = self.klaar()
        for number, item in enumerate(self.vellen):
            way = link("Bekijken" if item.klaar else "Openen", tight=True)
            way.setAccessibleName(f"{way.text()}: {item.keuze.naam}")
            way.setProperty("vel", number)
            way.clicked.connect(self._pressed)
            state = State.OK if item.klaar else State.BLOK
            words = f"{self._words(item)}, bewaard" if number in self._bewaard else self._words(item)
            self._made.addLayout(check_line(state, item.keuze.naam, words, way))
        if not self.vellen:
            self._made.addWidget(Label(_NOG_NIETS, "muted", wrap=True))
        held = len(self.vellen) - len(ready)
        self._count.setText(f"{len(ready)} klaar, {held} niet" if held else f"{len(ready)} klaar" if ready else "")
        self.afdrukken.setText(f"Afdrukken ({len(ready)})" if ready else "Afdrukken")
        self.afdrukken.setEnabled(bool(ready))
        self.pdf.setEnabled(bool(ready))
        set_primary(self.afdrukken, bool(ready))
        set_primary(self.maken, not ready)
        if ready:
            self._show(ready[0])

    def _words(self, item: ReeksVel) -> str:
        if item.opmaak is None:
            return " ".join(item.houdt_tegen)
        pages = item.opmaak.paginas
        many = "1 bladzijde" if pages == 1 else f"{pages} bladzijden"
        to = f"aan {item.aan}, " if item.aan and item.aan != item.keuze.naam else ""
        return f"{to}{many}"

    def _show(self, item: ReeksVel) -> None:
        if item.opmaak is not None:
            self.voorbeeld.set_pdf(item.opmaak.pdf, item.opmaak.paginas)

    @Slot()
    def _pressed(self) -> None:
        item = self.vellen[int(self.sender().property("vel"))]
        if item.klaar:
            self._show(item)
        else:
            self.paper_wanted.emit(item.keuze)

    # -- out

    @Slot()
    def print_now(self) -> None:
        """All that is ready, as one job; what was printed whole is kept in the dossiers once."""
        ready = self.klaar()
        if not ready:
            return
        try:
            sheets = [Vel(item.opmaak.pdf, item.opmaak.paginas) for item in ready if item.opmaak is not None]
            printed = druk_af(self._context, self, sheets, 1)
            if not printed:
                return
            went = {
                self.vellen.index(item): replace(item, bladzijden=alleen_bladzijden(pages, item.opmaak.paginas))
                for item, pages in zip(ready, printed, strict=True)
                if pages and item.opmaak is not None
            }
            for casus_draft in {item.draft.casus_id: item.draft for item in went.values()}.values():
                self._service.afgedrukt(casus_draft)
            kept = {at: item for at, item in went.items() if self.bewaren.isChecked() and at not in self._bewaard}
            if kept:
                self._keep(kept)
            papers = "1 papier is" if len(went) == 1 else f"{len(went)} papieren zijn"
            words = "Bewaard in het dossier, zoals uitgereikt." if kept else ""
            if any(item.bladzijden for item in kept.values()):
                words = "Niet elk papier is heel. In het dossier staat welke bladzijden zijn afgedrukt."
            self.say(State.OK, f"{papers} naar de printer gestuurd.", words)
        except UserFacing as error:
            self._show_error(error)

    def _keep(self, went: Mapping[int, ReeksVel]) -> None:
        outcome = self._service.reeks_bewaren(tuple(went.values()))
        self._bewaard |= {at for at, item in went.items() if not item.bladzijden}
        if self._draft is not None and self._draft.casus_id in outcome.value:
            self.kept.emit(outcome.value[self._draft.casus_id])
        self._context.hub.publish(outcome.changes)
        self._show_made()

    @Slot()
    def save_pdfs(self) -> None:
        """All that is ready as files with neutral names, in a folder that the user chooses."""
        ready, draft = self.klaar(), self._draft
        if not ready or draft is None:
            return
        try:
            pdfs = [item.opmaak.pdf for item in ready if item.opmaak is not None]
            made = bewaar_pdfs(self._context, self, pdfs, lambda at: self._service.reeks_bestandsnaam(draft, at))
            if not made:
                return
            for casus_draft in {item.draft.casus_id: item.draft for item in ready}.values():
                self._service.opgeslagen(casus_draft)
            files = "1 PDF is opgeslagen." if made == 1 else f"{made} PDF’s zijn opgeslagen, in deze volgorde."
            self.say(State.LET_OP, files, NIETS_VERSLEUTELD)
        except UserFacing as error:
            self._show_error(error)

    def _show_error(self, error: UserFacing) -> None:
        self.say(State.BLOK, error.what, f"{error.safe} {error.now}")

    def say(self, state: State, lead: str, text: str = "") -> None:
        """A message above the page."""
        self.notice.show_message(state, lead, text)
        self.notice.show()

    @Slot()
    def leave(self) -> None:
        """Stop what is under way, keep nothing, and go back to the composer."""
        if self._task is not None:
            self._task.drop()
            self._end()
        self._forget()
        self.back.emit()
