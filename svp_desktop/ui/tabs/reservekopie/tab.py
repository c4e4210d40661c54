"""Reservekopieën: how old the newest is and whether it was proven, one more now, the second place, putting one back."""

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.reservekopie import (
    KopieOverzicht,
    KopieRegel,
    KopieStaat,
    OudeSchool,
    PlekUitkomst,
    grootte_in_woorden,
    moment_in_woorden,
    voetregel,
)
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.restore.lijst import KopieLijst
from svp_desktop.ui.tabs.reservekopie.plek import PlekKaart
from svp_desktop.ui.tasks import Progress, Task
from svp_desktop.ui.widgets.base import Label, card, clear, col, row, scroll
from svp_desktop.ui.widgets.buttons import button, link, primary
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import title_row

_LOOK_EVERY = 2000
_BEWAARD = "Het programma bewaart 7 dagen, 4 weken en 12 maanden, en altijd de nieuwste die is gecontroleerd."
_TERUG = (
    "Is er iets misgegaan? Dan zet u een reservekopie terug. U ziet eerst wat er verandert. Het programma vergrendelt "
    "en vraagt daarna om uw wachtwoord."
)


class ReservekopieTab(TabPage):
    """One page; everything on it comes from `werkplek.reservekopieen`."""

    as_read = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._task: Task | None = None
        self.nu = primary("Nu een reservekopie", "archive")
        self.nu.clicked.connect(self.make_now)
        self._title = title_row("Reservekopieën", "", self.nu)
        self.notice = Notice(State.LET_OP, "")
        self.notice.hide()
        self._working = self._progress()
        self.lijst = KopieLijst(context.clock)
        self._sum = Label("", "muted", wrap=True)
        self.plek = PlekKaart(context)
        self.terug = button("Een reservekopie terugzetten…", "history")
        self.terug.clicked.connect(self._ask_restore)
        self._old = col(spacing=6)
        self._old_card = card(self._old, title="Bewaard van vóór het terugzetten", spacing=6)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self._look_at_place)
        self._connect()
        self._lay_out()
        self.reload()

    def _progress(self) -> QWidget:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Voortgang van de reservekopie")
        self.stop = link("Stoppen")
        self.stop.clicked.connect(self._cancel)
        made = QWidget()
        words = Label("De reservekopie wordt gemaakt. U kunt gewoon doorwerken.", "muted")
        made.setLayout(col(row(words, None, self.stop), self._bar, spacing=4))
        made.hide()
        return made

    def _connect(self) -> None:
        self.plek.choose_asked.connect(self._choose_place)
        self.plek.copy_asked.connect(self._copy_now)
        self.plek.stop_asked.connect(self._forget_place)

    def _lay_out(self) -> None:
        restore = card(Label(_TERUG, "muted", wrap=True), row(self.terug, None), title="Terugzetten", spacing=8)
        right = scroll(col(self.plek, restore, self._old_card, None, spacing=12))
        left = card((self.lijst, 1), self._sum, title="Op deze computer", margins=(12, 10, 12, 10), spacing=8)
        body = row((left, 5), (right, 4), spacing=12)
        self.setLayout(col(self._title, self.notice, self._working, (body, 1), margins=(16, 6, 16, 12), spacing=10))
        self.setFocusProxy(self.nu)

    # -- what is shown

    def reload(self) -> None:
        """Read everything again."""
        work = self._context.werkplek.reservekopieen
        try:
            found = work.overzicht()
            self._title.set_title("Reservekopieën", voetregel(found.laatste, self._context.clock()))
            self.lijst.show_lines(found.regels)
            self._sum.setText(self._total(found))
            self._remind(found, work.herinnering())
            self._show_old(work.oude_scholen())
            self._look_at_place()
        except UserFacing as error:
            self._context.bar.show_error(error)

    @staticmethod
    def _total(found: KopieOverzicht) -> str:
        if not found.regels:
            return f"Nog geen reservekopie. Er komt er een als u vergrendelt of het programma sluit. {_BEWAARD}"
        number = len(found.regels)
        words = "1 reservekopie" if number == 1 else f"{number} reservekopieën"
        return f"Samen {words}, ongeveer {grootte_in_woorden(found.grootte)}. {_BEWAARD}"

    def _remind(self, found: KopieOverzicht, words: str) -> None:
        newest = found.laatste
        if newest is not None and newest.staat is KopieStaat.NIET_GOED:
            lead = "De nieuwste reservekopie is niet goed."
            text = "Wat u hebt opgeslagen, staat er nog. Maak nu een nieuwe reservekopie. Gebeurt het weer? Dan is de "
            self.notice.show_message(State.BLOK, lead, f"{text}schijf van deze computer misschien stuk.")
            self.notice.show()
        elif words:
            self.notice.show_message(State.LET_OP, words, "Maak nu een reservekopie. Die wordt meteen gecontroleerd.")
            self.notice.show()
        else:
            self.notice.hide()

    def _show_old(self, old: tuple[OudeSchool, ...]) -> None:
        clear(self._old)
        self._old_card.setVisible(bool(old))
        for one in old:
            when = moment_in_woorden(one.vervangen_op, self._context.clock())
            away = link("Verwijderen", "trash-2")
            away.setAccessibleName(f"Verwijderen: de gegevens die {when} zijn vervangen")
            away.clicked.connect(partial(self._discard, one))
            words = Label(f"Vervangen {when}, {grootte_in_woorden(one.grootte)}", wrap=True)
            self._old.addLayout(row((words, 1), away, spacing=8))

    @Slot()
    def _look_at_place(self) -> None:
        """How it goes with the second place; looked at again while its process is busy and the page is shown."""
        plek = self._context.werkplek.reservekopieen.tweede_plek()
        self.plek.show_place(plek)
        busy = plek is not None and plek.uitkomst in (PlekUitkomst.BEZIG, PlekUitkomst.NOOIT)
        if busy and self.isVisible():
            self._looking.start()
        else:
            self._looking.stop()

    # -- TabPage

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.RESERVEKOPIEEN, Topic.INSTELLINGEN):
            self.reload()

    def shown(self) -> None:
        self.reload()

    def primary_new(self) -> None:
        self.make_now()

    # -- what the user did

    @Slot()
    def make_now(self) -> None:
        """A backup now, proven at once, while work goes on."""
        if self._task is not None:
            return
        work = self._context.werkplek.reservekopieen
        self.nu.setEnabled(False)
        self._working.show()
        self._bar.setRange(0, 0)

        def make(progress: Progress) -> KopieRegel | None:
            return work.maak(progress.report)

        def failed(error: Exception) -> None:
            self._ended()
            self._context.bar.show_error(error)

        task = self._context.tasks.run(make, self._made, failed, self)
        if not self.nu.isEnabled():
            self._task = task
            task.progress.connect(self._tell)
            task.ended.connect(self._ended)

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(1000 * done // max(total, 1))

    def _made(self, regel: KopieRegel | None) -> None:
        self._ended()
        if regel is not None:
            self._context.bar.say("De reservekopie is gemaakt en gecontroleerd.")
        self._context.hub.publish(Changes.of(Topic.RESERVEKOPIEEN))

    @Slot()
    def _ended(self) -> None:
        self._task = None
        self.nu.setEnabled(True)
        self._working.hide()

    @Slot()
    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _choose_place(self) -> None:
        title = "Kies een USB-stick of een map voor de tweede plek"
        folder = self._context.ask.open_folder(self, title)
        if folder is not None:
            try:
                self._context.werkplek.reservekopieen.kies_tweede_plek(folder)
            except UserFacing as error:
                self._context.bar.show_error(error)
            self._look_at_place()

    @Slot()
    def _copy_now(self) -> None:
        self._context.werkplek.reservekopieen.kopieer_nu()
        self._looking.start()

    @Slot()
    def _forget_place(self) -> None:
        question = Question(
            "De tweede plek niet meer gebruiken?",
            "Wat er al op staat, blijft staan. Er komen geen nieuwe kopieën bij.",
            "Niet meer gebruiken",
        )
        if self._context.ask.question(self, question):
            try:
                self._context.werkplek.reservekopieen.kies_tweede_plek(None)
            except UserFacing as error:
                self._context.bar.show_error(error)
            self._look_at_place()

    @Slot()
    def _ask_restore(self) -> None:
        question = Question(
            "Een reservekopie terugzetten?",
            "Het programma vergrendelt. Daarna kiest u een kopie en ziet u wat er verandert. Nu verandert er niets.",
            "Vergrendelen en kiezen",
        )
        if self._context.ask.question(self, question):
            self.restore_requested.emit()

    def _discard(self, one: OudeSchool) -> None:
        question = Question(
            "De oude gegevens verwijderen?",
            "Dit zijn de gegevens van vóór het terugzetten. Ze zijn daarna weg en niet meer terug te halen.",
            "Verwijderen",
            danger=True,
        )
        if self._context.ask.question(self, question):
            try:
                self._context.werkplek.reservekopieen.verwijder_oude(one.sleutel)
            except UserFacing as error:
                self._context.bar.show_error(error)
            self.reload()
