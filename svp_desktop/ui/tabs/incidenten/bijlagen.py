"""Attachments in the form and in the page of an incident: drop, choose or paste; look, throw away, bring back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QCheckBox, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from svp_desktop.domain.bijlage import (
    LANGSTE_NAAM,
    MEESTE_BESTANDEN,
    Bijlage,
    grootte_in_woorden,
    leesbare_naam,
    soort_van,
    totaal,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import BijlageFout, KluisVergrendeld, UserFacing
from svp_desktop.ui import foto
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.message import Message
from svp_desktop.ui.tasks import Progress, Task
from svp_desktop.ui.theme import color
from svp_desktop.ui.widgets.base import ElidedLabel, Icon, Label, clear, col, holder, label, row
from svp_desktop.ui.widgets.buttons import button, link, tool

_FILTERS = (("Foto of PDF", "*.jpg *.jpeg *.png *.webp *.gif *.pdf *.heic"), ("Alle bestanden", "*"))
_KLEINER = (
    "Sleep een foto of PDF hierheen, of plak een afbeelding (Ctrl+V). "
    "Een foto wordt kleiner bewaard. Plaats en toestel gaan eruit."
)
_LAAT_LOS = "Laat los om toe te voegen."
_METEEN = "Wat u toevoegt of weggooit, geldt meteen. Ook als u de rest niet opslaat."
_ORIGINEEL = "Let op: in het origineel kunnen plaats en toestel staan."
_GEPLAKT = "geplakte afbeelding.png"
#: Signs of a name in a row; the whole name is its hint.
_LONGEST = 34


class Bron(NamedTuple):
    """What is to be added: a name, and a file or a copied picture."""

    naam: str
    pad: Path | None
    beeld: QImage | None = None


class BijlagenPanel(QWidget):
    """`view_wanted(attachments, which)` to look at one, `edited` when something came or went."""

    view_wanted = Signal(object, int)
    edited = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.bijlagen
        self._incident_id: int | None = None
        self._only_read = self._hovered = False
        self.bijlagen: tuple[Bijlage, ...] = ()
        self.regels: list[BijlageRegel] = []
        self._tasks: list[Task] = []
        self._refused: list[str] = []
        self._build()
        self.setAcceptDrops(True)
        self._page: QWidget | None = None
        self._paste_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        self._paste_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._paste_key.activated.connect(self.paste)
        context.hub.changed.connect(self._heard)

    def _build(self) -> None:
        self._count = Label("", "small")
        self.kies = button("Bestand kiezen…", "paperclip", small=True, tip="Foto of PDF toevoegen")
        self.origineel = QCheckBox("Origineel bewaren")
        self.origineel.setToolTip("Bewaart een foto precies zoals die is")
        self._sentence = Label(_KLEINER, "small", wrap=True)
        self._at_once = Label(_METEEN, "small", wrap=True)
        self._rows: QVBoxLayout = col(spacing=2)
        self.melding = Message()
        self._bar, self._doing = QProgressBar(), ElidedLabel("", "small")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Voortgang van de bijlage")
        self.stop = link("Stoppen", tight=True)
        self._progress = holder(col(row((self._doing, 1), self.stop), self._bar, spacing=2))
        self._progress.hide()
        self.weg = link("", "trash-2", tight=True)
        self._thrown: QVBoxLayout = col(spacing=2)
        self._thrown_box = holder(self._thrown)
        self._thrown_box.hide()
        self._adding = holder(
            col(row(self.kies, self.origineel, None, spacing=10),
                self._sentence, self._at_once, spacing=4)
        )  # fmt: skip
        self.setLayout(
            col(row(label("Bijlagen", "h3"), None, self._count), self._rows, self._progress, self.melding, self._adding,
                row(self.weg, None), self._thrown_box, spacing=6)
        )  # fmt: skip
        self.kies.clicked.connect(self.choose)
        self.origineel.toggled.connect(self._say_original)
        self.stop.clicked.connect(self.cancel)
        self.weg.clicked.connect(self._toggle_thrown)

    def stops(self) -> list[QWidget]:
        """What Tab walks, in order; the rows follow by themselves."""
        return [self.kies, self.origineel]

    # -- what is there

    def show_incident(self, incident_id: int | None, *, alleen_lezen: bool = False, meteen: bool = False) -> None:
        """The attachments of this incident; None: of the new one that is being typed. `meteen` says that they do not
        wait for the form around them to be saved."""
        if incident_id != self._incident_id:
            self._refused.clear()
            self.melding.show_text("")
            self._thrown_box.hide()
        self._incident_id, self._only_read = incident_id, alleen_lezen
        self._adding.setVisible(not alleen_lezen)
        self._at_once.setVisible(meteen)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read again what is there."""
        self.bijlagen = self._service.van(self._incident_id)
        clear(self._rows)
        self.regels = []
        before: QWidget = self.origineel
        for place, one in enumerate(self.bijlagen):
            line = BijlageRegel(one, weg=not self._only_read)
            line.bekijk.clicked.connect(partial(self._view, place))
            line.weg.clicked.connect(partial(self.throw_away, one.id))
            self._rows.addWidget(line)
            self.regels.append(line)
            for part in (line.bekijk, line.weg):
                QWidget.setTabOrder(before, part)
                before = part
        count = len(self.bijlagen)
        self._count.setText(f"{count}, samen {grootte_in_woorden(totaal(self.bijlagen))}" if count else "")
        self._show_thrown()

    def _show_thrown(self) -> None:
        gone = self._service.weggegooid(self._incident_id) if self._incident_id is not None else ()
        offered = bool(gone) and not self._only_read
        self.weg.setVisible(offered)
        self.weg.setText(f"Weggegooid ({len(gone)})")
        self.weg.setAccessibleName(f"Weggegooide bijlagen: {len(gone)}")
        self._thrown_box.setVisible(offered and not self._thrown_box.isHidden())
        clear(self._thrown)
        for one in gone:
            back = link("Terugzetten", "undo-2", tight=True)
            back.setAccessibleName(f"Terugzetten: {one.naam}")
            back.clicked.connect(partial(self.bring_back, (one.id,)))
            self._thrown.addWidget(holder(row((ElidedLabel(one.naam, "muted"), 1), back)))

    @Slot()
    def _toggle_thrown(self) -> None:
        self._thrown_box.setVisible(self._thrown_box.isHidden())

    @Slot(object)
    def _heard(self, changes: Changes) -> None:
        if changes.touches(Topic.BIJLAGEN):
            self.reload()

    def ids(self) -> tuple[int, ...]:
        """The attachments that stand here."""
        return tuple(one.id for one in self.bijlagen)

    def busy(self) -> bool:
        """True while a file is being added."""
        return bool(self._tasks)

    def say(self, sentence: str) -> None:
        """A sentence that holds something up, under the rows."""
        self.melding.show_text(sentence)

    @Slot()
    def _say_original(self) -> None:
        on = self.origineel.isChecked()
        self._sentence.setText(_LAAT_LOS if self._hovered else _ORIGINEEL if on else _KLEINER)
        self._sentence.set_role("warn" if on else "small")

    def _view(self, place: int) -> None:
        self.view_wanted.emit(self.bijlagen, place)

    # -- adding

    @Slot()
    def choose(self) -> None:
        """*Bestand kiezen…*"""
        found = self._context.ask.open_files(self, "Foto of PDF toevoegen", _FILTERS)
        self.add([Bron(_kort(path.name), path) for path in found])

    @Slot()
    def paste(self) -> None:
        """A copied picture, or files that were copied."""
        data = QGuiApplication.clipboard().mimeData()
        found = _sources(data) if data is not None else []
        if found:
            self.add(found)
        else:
            self.say("Er staat geen afbeelding op het klembord.")

    def take_drops_of(self, page: QWidget) -> None:
        """What is dropped or pasted elsewhere on this page, where no field takes it, comes here too."""
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        self._paste_key.setEnabled(False)  # two keys that both hear Ctrl+V would cancel each other out
        everywhere = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        everywhere.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        everywhere.activated.connect(self._paste_on_page)

    @Slot()
    def _paste_on_page(self) -> None:
        """Ctrl+V where no field takes text; outside these rows nobody who has no picture is told so."""
        data, here = QGuiApplication.clipboard().mimeData(), QApplication.focusWidget()
        if (here is not None and self.isAncestorOf(here)) or (data is not None and _sources(data)):
            self.paste()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and isinstance(event, QDropEvent):
            if event.type() == QEvent.Type.Drop:
                self.dropEvent(event)
            elif isinstance(event, QDragEnterEvent):
                self.dragEnterEvent(event)
        elif watched is self._page and event.type() == QEvent.Type.DragLeave:
            self._hover(False)
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._only_read and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()
            self._hover(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(False)

    def _hover(self, on: bool) -> None:
        """A file hangs above the page: show where it will go."""
        self._hovered = on
        self._say_original()
        self.update()
        if on:
            self._come_in_view()

    def _come_in_view(self) -> None:
        """Also where the rows have their place only after the layout of this turn."""
        QTimer.singleShot(0, self, self._scroll_here)

    @Slot()
    def _scroll_here(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self, 0, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._hovered:
            QPainter(self).fillRect(self.rect(), color("soft"))

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add(_sources(event.mimeData()))

    def add(self, found: Sequence[Bron]) -> None:
        """Add these one after the other; what is refused is said here and stops none of the others."""
        if self._only_read or not found:
            return
        if not self._tasks:
            self._refused.clear()
            self.say("")
        self._come_in_view()
        room = max(0, MEESTE_BESTANDEN - len(self.bijlagen) - len(self._tasks))
        for bron in found[:room]:
            self._start(bron)
        if len(found) > room:
            self._refuse(f"Er passen {MEESTE_BESTANDEN} bijlagen bij een incident. De rest is niet toegevoegd.")

    def _start(self, bron: Bron) -> None:
        incident_id, original = self._incident_id, self.origineel.isChecked()

        def work(progress: Progress) -> Outcome[Bijlage]:
            progress.check()
            data = self._bytes(bron, original)
            return self._service.voeg_toe(incident_id, bron.naam, data, progress.report)

        task = self._context.tasks.run(work, self._added, partial(self._failed, bron.naam), self)
        if not task.over:
            self._tasks.append(task)
            task.progress.connect(partial(self._tell, bron.naam))
            task.ended.connect(partial(self._over, task))
            self._tell(bron.naam, 0, 0)

    def _bytes(self, bron: Bron, original: bool) -> bytes:
        """In a worker: what is kept of this source. Raises BijlageFout."""
        if bron.beeld is not None:
            return foto.van_klembord(bron.beeld)
        assert bron.pad is not None
        data = self._service.lees_bestand(bron.pad)
        soort = soort_van(data)
        return foto.bewerk(data, soort, origineel=original) if soort.foto else data

    def _tell(self, naam: str, done: int, total: int) -> None:
        waiting = len(self._tasks) - 1
        more = f" en nog {waiting}" if waiting > 0 else ""
        self._doing.setText(f"Bezig met {naam}{more}")
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._progress.show()

    def _over(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        self._progress.setVisible(bool(self._tasks))

    @Slot()
    def cancel(self) -> None:
        """*Stoppen*: what is complete stays."""
        for task in tuple(self._tasks):
            task.cancel()

    def _added(self, outcome: Outcome[Bijlage]) -> None:
        self._context.hub.publish(outcome.changes)
        self.edited.emit()

    def _failed(self, naam: str, error: Exception) -> None:
        if isinstance(error, KluisVergrendeld):
            return
        if not isinstance(error, UserFacing):
            self._context.bar.show_error(error)
            raise error
        helps = f" {error.now}" if isinstance(error, BijlageFout) else f" {error.safe} {error.now}"
        self._refuse(f"{naam}: {error.what}{helps}")

    def _refuse(self, sentence: str) -> None:
        self._refused.append(sentence)
        shown = self._refused[:3]
        more = len(self._refused) - len(shown)
        self.say("\n".join([*shown, f"En nog {more}."] if more else shown))

    # -- away and back

    def throw_away(self, bijlage_id: int) -> None:
        """Throw one away; the bar offers to bring it back."""
        try:
            outcome = self._service.gooi_weg(bijlage_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._context.hub.publish(outcome.changes)
        self.edited.emit()
        self.kies.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.bar.offer_undo("Bijlage weggegooid.", partial(self.bring_back, (bijlage_id,)))

    def bring_back(self, ids: Sequence[int]) -> None:
        """Bring these back; one that is gone for good is told."""
        try:
            for bijlage_id in ids:
                self._service.haal_terug(bijlage_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
        self._context.hub.publish(Changes.of(Topic.BIJLAGEN))
        self.edited.emit()


class BijlageRegel(QWidget):
    """One attachment: its name opens it."""

    def __init__(self, bijlage: Bijlage, *, weg: bool) -> None:
        super().__init__()
        self.bijlage = bijlage
        kind = "foto" if bijlage.soort.foto else "PDF"
        self.bekijk = link(_kort(bijlage.naam, _LONGEST).replace("&", "&&"), tip=bijlage.naam, tight=True)
        self.bekijk.setAccessibleName(f"Bekijken: {bijlage.naam}, {kind}, {grootte_in_woorden(bijlage.grootte)}")
        self.weg = tool("trash-2", f"Weggooien: {bijlage.naam}", small=True)
        icon = Icon("image" if bijlage.soort.foto else "file-text", "muted", 16, kind)
        self.setLayout(
            row(icon, self.bekijk, None, label(grootte_in_woorden(bijlage.grootte), "small"), self.weg, spacing=6)
        )
        # only now it has a parent: shown before, it would be a window of its own
        self.weg.setVisible(weg)


def _kort(naam: str, most: int = LANGSTE_NAAM) -> str:
    """A name as it may stand on the screen."""
    shown = leesbare_naam(naam)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _sources(data: QMimeData) -> list[Bron]:
    """What lies in a drag or on the clipboard: files of this computer first, or else a picture."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return [Bron(_kort(path.name), path) for path in files]
    image = data.imageData() if data.hasImage() else None
    return [Bron(_GEPLAKT, None, QImage(image))] if isinstance(image, QImage) and not image.isNull() else []
