"""Mijn account: one's own password, herstelblad and recognition words, and the safety of one's private dossier."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.toegang import EigenDossier
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.entry.sheet import SheetPanel
from svp_desktop.ui.renewal import renew_and_say
from svp_desktop.ui.tabs.account.ander_dossier import AnderDossierPage
from svp_desktop.ui.tabs.account.enveloppen import EnveloppenPage
from svp_desktop.ui.tabs.account.overzicht import MijnAccount, Overzicht
from svp_desktop.ui.tabs.account.wachtwoord import WachtwoordPage
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import card, clear, col, row, scroll
from svp_desktop.ui.widgets.page import TitleRow, crumb

_OWN, _DOSSIERS = "eigen", "vertrouwelijk"
_CHANGED = Changes.of(Topic.ACCOUNTS, Topic.SPOOR)


class AccountTab(TabPage):
    """The overview, or one thing that is being changed. Codes and passwords go when that is left, and at a lock."""

    as_read = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._keys = context.werkplek.sleutels
        self.overzicht = Overzicht()
        self.wachtwoord = WachtwoordPage()
        self.enveloppen = EnveloppenPage(context)
        self.ander = AnderDossierPage()
        self.blad: SheetPanel | None = None
        self._sheet_page, self._sheet_place = self._build_sheet_page()
        self.stack = QStackedWidget()
        for part in (self.overzicht, self.wachtwoord, self._sheet_page, self.enveloppen, self.ander):
            self.stack.addWidget(part)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._connect()
        self.reload()

    def _build_sheet_page(self) -> tuple[QWidget, QVBoxLayout]:
        back, place, page = crumb("Mijn account"), col(spacing=0), QWidget()
        back.clicked.connect(self.show_overview)
        box = card(place)
        box.setMaximumWidth(scaled(760))
        body = scroll(col(row((box, 1), None), None))
        title = TitleRow("Herstelblad", "Het programma bewaart de woorden niet")
        page.setLayout(col(row(back, None), title, (body, 1), margins=(16, 6, 16, 12), spacing=6))
        return page, place

    def _connect(self) -> None:
        self.overzicht.rename.connect(self._rename)
        self.overzicht.password_wanted.connect(self.change_password)
        self.overzicht.sheet_wanted.connect(self.new_sheet)
        dossier = self.overzicht.dossier
        dossier.envelopes_wanted.connect(self.make_envelopes)
        dossier.give.connect(self._give)
        dossier.take.connect(self._take)
        dossier.open_other.connect(self._open_other)
        self.wachtwoord.back.connect(self.show_overview)
        self.wachtwoord.submitted.connect(self._change_password)
        self.enveloppen.back.connect(self.show_overview)
        self.enveloppen.finished.connect(self.show_overview)
        self.ander.back.connect(self.show_overview)
        self.ander.submitted.connect(self._take_over)

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read everything again."""
        keys = self._keys
        try:
            line = next(line for line in self._context.werkplek.accounts.alle() if line.ik)
            own = keys.heeft_eigen_dossier
            day = keys.enveloppen_op
            mijn = MijnAccount(
                line,
                keys.medehouders() if own else (),
                in_woorden(day, weekdag=False) if day else "",
                own,
                keys.andere_dossiers(),
            )
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.overzicht.show_account(mijn)

    # -- TabPage

    def shown(self) -> None:
        self.reload()

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.ACCOUNTS):
            self.reload()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is self.overzicht:
            return False
        self.show_overview()
        return True

    def flush_draft(self) -> None:
        """Codes and passwords are no draft: they are forgotten."""
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()
            self.stack.setCurrentWidget(self.overzicht)

    # -- where the user is

    @Slot()
    def show_overview(self) -> None:
        """The account at a glance; nothing stays of what was typed or shown."""
        self._forget()
        self.reload()
        self._front(self.overzicht)

    @Slot()
    def change_password(self) -> None:
        """The form of another password."""
        try:
            lines = self._context.werkplek.reservekopieen.overzicht().regels
        except UserFacing as error:
            self.overzicht.show_error(error)
            return
        self.wachtwoord.begin(lines[-1].gemaakt_op if lines else None)
        self._front(self.wachtwoord)

    @Slot()
    def new_sheet(self) -> None:
        """A new herstelblad, from words to proof."""
        clear(self._sheet_place)
        self.blad = panel = SheetPanel(self._keys, self._context.ask, self._context.tasks)
        panel.checked.connect(self._sheet_counts)
        panel.later.connect(self.show_overview)
        self._sheet_place.addWidget(panel)
        self._front(self._sheet_page)
        panel.begin()

    @Slot()
    def make_envelopes(self) -> None:
        """Three envelopes, from explanation to proof."""
        self.enveloppen.begin()
        self._front(self.enveloppen)

    def _front(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def _forget(self) -> None:
        self.overzicht.notice.hide()
        self.wachtwoord.forget()
        self.enveloppen.forget()
        self.ander.forget()
        if self.blad is not None:
            self.blad.forget()
            self.blad = None
            clear(self._sheet_place)

    # -- what the user did

    @Slot(str)
    def _rename(self, name: str) -> None:
        if self._done(lambda: self._context.werkplek.accounts.hernoem(self._context.werkplek.account.id, name)):
            self._context.bar.say("De naam is veranderd. Boven in het venster ziet u hem na het volgende ontgrendelen.")

    @Slot(str, str)
    def _change_password(self, old: str, new: str) -> None:
        def work(_progress: Progress) -> None:
            self._keys.wijzig_wachtwoord(old, new)

        def done(_nothing: None) -> None:
            self.show_overview()
            self._context.hub.publish(_CHANGED)
            self._context.bar.say("Uw wachtwoord is gewijzigd.")

        def failed(error: Exception) -> None:
            self.wachtwoord.show_error(error if isinstance(error, UserFacing) else UserFacing())
            if not isinstance(error, UserFacing):
                raise error

        self._context.tasks.run(work, done, failed, self)

    @Slot()
    def _sheet_counts(self) -> None:
        self.show_overview()
        self._context.hub.publish(_CHANGED)

    @Slot(str)
    def _give(self, account_id: str) -> None:
        line = next(line for line in self._context.werkplek.accounts.alle() if line.id == account_id)
        words = "  ".join(line.herkenning)
        question = Question(
            f"Zijn dit de woorden van {line.naam}?",
            f"{words}\n\nLaat {line.naam} ze voorlezen bij Mijn account, samen of aan de telefoon. Kloppen ze niet "
            "alle zes? Geef dan geen sleutel. Wie deze woorden heeft, kan alles in uw vertrouwelijke dossier lezen.",
            "Vergeleken, sleutel geven",
            danger=True,
        )
        if self._context.ask.question(self, question) and self._done(lambda: self._keys.geef_medehouder(account_id)):
            self._context.bar.say(f"{line.naam} heeft nu ook een sleutel van uw dossier.")

    @Slot(str)
    def _take(self, account_id: str) -> None:
        question = Question(
            "De tweede sleutel van uw dossier intrekken?",
            "De ander kan uw dossier niet meer openen. Er komt een nieuwe sleutel. Wat al is gelezen, blijft bekend. "
            "Een oude reservekopie gaat nog wel open met de sleutel van toen.",
            "Intrekken",
            danger=True,
        )
        if self._context.ask.question(self, question) and self._done(lambda: self._keys.trek_medehouder_in(account_id)):
            self._renew("De sleutel is ingetrokken.")

    @Slot(str)
    def _open_other(self, compartment_id: str) -> None:
        found = [one for one in self._keys.andere_dossiers() if one.compartiment_id == compartment_id]
        if not found:
            self.reload()
        elif not found[0].met_sleutel:
            self.ander.begin(found[0])
            self._front(self.ander)
        elif self._done(lambda: self._keys.open_ander_dossier(compartment_id)):
            self._show_dossier(found[0])

    @Slot(str, str, str)
    def _take_over(self, compartment_id: str, first: str, second: str) -> None:
        dossier = next(one for one in self._keys.andere_dossiers() if one.compartiment_id == compartment_id)
        try:
            self._keys.open_met_enveloppen(compartment_id, first, second)
        except UserFacing as error:
            self.ander.show_error(error)
            return
        self.show_overview()
        self._context.hub.publish(_CHANGED)
        self._show_dossier(dossier)
        self._renew("Het dossier is open.")

    def _show_dossier(self, dossier: EigenDossier) -> None:
        self._context.bar.say(f"Het dossier van {dossier.naam} is open. U kiest het bij Vertrouwelijk.")
        if _OWN in self._context.werkplek.soorten:
            self.page_requested.emit(_DOSSIERS)

    # -- inside

    def _done(self, verb: Callable[[], object]) -> bool:
        """Do it and show what became of it; False, with the reason on the page, when it could not be done."""
        self.overzicht.notice.hide()
        try:
            verb()
        except UserFacing as error:
            self.overzicht.show_error(error)
            return False
        self._context.hub.publish(_CHANGED)
        return True

    def _renew(self, first: str) -> None:
        renew_and_say(self._context, self, first, self.overzicht.notice.show_later)
