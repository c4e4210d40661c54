"""An attachment on the screen: photo or PDF, with zoom and the way to the next. No other program ever opens it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.bijlage import Bijlage
from svp_desktop.domain.errors import BijlageFout, UserFacing
from svp_desktop.ui import foto
from svp_desktop.ui.ask import Question
from svp_desktop.ui.bladen_beeld import BladenBeeld, Maat, Passend
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.base import ElidedLabel, Label, col, row
from svp_desktop.ui.widgets.buttons import button, tool
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import crumb

_POINT = 96 / 72
#: Stands in the print queue: no name.
_QUEUE = "Bijlage van de school"
_KOPIE = Question(
    "Een kopie buiten het programma opslaan?",
    "De kopie is niet versleuteld: iedereen die bij het bestand kan, kan het bekijken. Gooi de kopie weg als u die "
    "niet meer nodig hebt.",
    "Kopie opslaan",
)


class KopieMislukt(UserFacing):
    """The chosen place cannot be written."""

    what = "De kopie is niet opgeslagen."
    safe = "De bijlage zelf is niet veranderd."
    now = "Kies een andere map, of kijk of de schijf vol is."


class BijlagePage(QWidget):
    """`closed()` when the user goes back."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._service = context, context.werkplek.bijlagen
        self._all: Sequence[Bijlage] = ()
        self._place = 0
        self._data = b""
        self._photo = QImage()
        self.crumb = crumb("Terug naar het incident")
        self.naam = ElidedLabel("", "h1")
        self.waar = Label("", "muted")
        self.vorige = tool("chevron-left", "Vorige bijlage (pijl links)")
        self.volgende = tool("chevron-right", "Volgende bijlage (pijl rechts)")
        self.kleiner, self.groter = tool("zoom-out", "Kleiner (-)"), tool("zoom-in", "Groter (+)")
        self.schaal = Label("", "muted")
        self.passend = button("Passend", small=True, tip="Alles in beeld (0)")
        self.breed = button("Breedte", small=True, tip="Zo breed als het venster (B)")
        self.afdrukken = button("Afdrukken…", "printer", small=True, tip="Afdrukken (Ctrl+P)")
        self.kopie = button("Kopie opslaan…", "download", small=True)
        self.beeld = BladenBeeld()
        self.melding = Notice(State.BLOK, "", compact=True)
        self.melding.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        head = row((self.naam, 1), self.waar, self.vorige, self.volgende, spacing=8)
        verbs = row(self.kleiner, self.schaal, self.groter, self.passend, self.breed, None, self.afdrukken, self.kopie,
                    spacing=6)  # fmt: skip
        self.schaal.setMinimumWidth(48)
        self.schaal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(
            col(row(self.crumb, None), head, verbs, self.melding, (self.beeld, 1), margins=(16, 6, 16, 12), spacing=6)
        )

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.closed)
        self.vorige.clicked.connect(self.previous)
        self.volgende.clicked.connect(self.next)
        self.kleiner.clicked.connect(self.beeld.zoom_out)
        self.groter.clicked.connect(self.beeld.zoom_in)
        self.passend.clicked.connect(self.beeld.fit_page)
        self.breed.clicked.connect(self.beeld.fit_width)
        self.afdrukken.clicked.connect(self.print_now)
        self.kopie.clicked.connect(self.save_copy)
        self.beeld.page_changed.connect(self._say_where)
        self.beeld.zoomed.connect(self._say_zoom)
        for keys, slot in (
            ("Left", self.previous), ("Right", self.next), ("+", self.beeld.zoom_in), ("=", self.beeld.zoom_in),
            ("-", self.beeld.zoom_out), ("0", self.beeld.fit_page), ("B", self.beeld.fit_width),
            ("Home", self._first), ("End", self._last),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # -- what is shown

    def show_attachments(self, found: Sequence[Bijlage], place: int) -> None:
        """Show one of these; the others are a key away."""
        self._all, self._place = tuple(found), place
        self._show()
        self.beeld.setFocus(Qt.FocusReason.OtherFocusReason)

    def bijlage(self) -> Bijlage | None:
        """What is shown."""
        return self._all[self._place] if self._all else None

    def forget(self) -> None:
        """Keep nothing of what was shown."""
        self._all, self._data, self._photo = (), b"", QImage()
        self.naam.setText("")
        self.beeld.show_pages((), None, "")

    def _show(self) -> None:
        one = self._all[self._place]
        self._data, self._photo = b"", QImage()
        self.naam.setText(one.naam)
        self.melding.hide()
        sizes: Sequence[Maat] = ()
        try:
            self._data = self._service.lees(one.id)
            sizes = self._measure(one)
        except UserFacing as error:
            safe = "De bijlage zelf is niet veranderd." if isinstance(error, BijlageFout) else error.safe
            self.melding.show_message(State.BLOK, error.what, f"{safe} {error.now}")
            self.melding.show()
        kind = "foto" if one.soort.foto else "PDF"
        fit = Passend.HEEL if one.soort.foto else Passend.LEESBAAR
        self.beeld.show_pages(sizes, self._draw if sizes else None, f"Bijlage {one.naam}, {kind}", fit)
        for part in (self.kleiner, self.groter, self.passend, self.breed, self.afdrukken):
            part.setEnabled(bool(sizes))
        self.kopie.setEnabled(bool(self._data))
        for part in (self.vorige, self.volgende):
            part.setVisible(len(self._all) > 1)
        self.vorige.setEnabled(self._place > 0)
        self.volgende.setEnabled(self._place < len(self._all) - 1)
        self._say_where(1)

    def _measure(self, one: Bijlage) -> Sequence[Maat]:
        if not one.soort.foto:
            return [(maat.breedte * _POINT, maat.hoogte * _POINT) for maat in self._service.bladen(self._data)]
        self._photo = foto.lees(self._data, one.soort, foto.ZIJDE_GETOOND)
        return [(float(self._photo.width()), float(self._photo.height()))]

    def _draw(self, page: int, width: int) -> QImage:
        if not self._photo.isNull():
            if width >= self._photo.width():
                return self._photo
            return self._photo.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        found = self._service.blad(self._data, page + 1, width)
        return QImage(found.data, found.breedte, found.hoogte, found.regel, QImage.Format.Format_RGB32).copy()

    @Slot(int)
    def _say_where(self, page: int) -> None:
        parts = [f"bijlage {self._place + 1} van {len(self._all)}"] if len(self._all) > 1 else []
        if self.beeld.page_count() > 1:
            parts.append(f"bladzijde {page} van {self.beeld.page_count()}")
        self.waar.setText(", ".join(parts))

    @Slot(int)
    def _say_zoom(self, percent: int) -> None:
        self.schaal.setText(f"{percent} %")

    @Slot()
    def previous(self) -> None:
        """The attachment before this one."""
        self._go(-1)

    @Slot()
    def next(self) -> None:
        """The attachment after this one."""
        self._go(1)

    def _go(self, step: int) -> None:
        if 0 <= self._place + step < len(self._all):
            self._place += step
            self._show()

    @Slot()
    def _first(self) -> None:
        self.beeld.go_to(1)

    @Slot()
    def _last(self) -> None:
        self.beeld.go_to(self.beeld.page_count())

    # -- out

    @Slot()
    def save_copy(self) -> None:
        """*Kopie opslaan…*: says first that the copy is not encrypted; the suggested name holds no child's name."""
        one = self.bijlage()
        if one is None or not self._data or not self._context.ask.question(self, _KOPIE):
            return
        ending = one.soort.uitgang
        path = self._context.ask.save_file(self, "Kopie opslaan", f"bijlage.{ending}", ((ending, f"*.{ending}"),))
        if path is None:
            return
        try:
            self._write(path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}"))
            self._service.noteer_kopie(one.id)
        except UserFacing as error:
            self._context.bar.show_error(error)
        else:
            self._context.bar.say("Kopie opgeslagen. Let op: de kopie is niet versleuteld.")

    def _write(self, path: Path) -> None:
        try:
            path.write_bytes(self._data)
        except OSError as error:
            raise KopieMislukt from error

    @Slot()
    def print_now(self) -> None:
        """Every page on paper of A4, as large as fits."""
        one, pages = self.bijlage(), self.beeld.page_count()
        if one is None or not pages:
            return
        printer = self._context.ask.printer(self, _QUEUE, pages, 1)
        if printer is None:
            return
        from svp_desktop.ui.printing import AfdrukkenMislukt

        painter = QPainter()
        try:
            if not painter.begin(printer):
                raise AfdrukkenMislukt(safe="De bijlage staat nog op het scherm.", now="Kijk of de printer aan staat.")
            sheet = QRectF(painter.viewport()).adjusted(100, 100, -100, -100)
            last = min(printer.toPage() or pages, pages)
            for page in range((printer.fromPage() or 1) - 1, last):
                if page >= (printer.fromPage() or 1) and not printer.newPage():
                    raise AfdrukkenMislukt(safe="De bijlage staat nog op het scherm.")
                image = self._draw(page, round(sheet.width()))
                size = QSize(image.size()).scaled(sheet.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
                painter.drawImage(QRectF(sheet.topLeft(), size.toSizeF()), image)
            painter.end()
            self._service.noteer_kopie(one.id, afdruk=True)
        except UserFacing as error:
            self._context.bar.show_error(error)
        finally:
            if painter.isActive():
                painter.end()
