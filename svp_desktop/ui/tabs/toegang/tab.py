"""Accounts en toegang: who can come in and what they can open (issue of the kluis; demands 39 and 110)."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountRegel, Uitnodiging
from svp_desktop.ui.ask import Question
from svp_desktop.ui.context import Context, TabPage
from svp_desktop.ui.renewal import renew_and_say
from svp_desktop.ui.tabs.toegang import vragen
from svp_desktop.ui.tabs.toegang.detail import AccountPage, Rechten
from svp_desktop.ui.tabs.toegang.lijst import AccountLijst
from svp_desktop.ui.tabs.toegang.nieuw import NieuwPage, UitnodigingPage
from svp_desktop.ui.tabs.toegang.vernietigen import BewijsPage, VernietigPage
from svp_desktop.ui.tabs.toegang.woorden import SOORTEN
from svp_desktop.ui.widgets.base import col

_CHANGED = Changes.of(Topic.ACCOUNTS, Topic.SPOOR)


class ToegangTab(TabPage):
    """The list, or one account, or a form. What may be done follows from the services; they refuse the rest."""

    as_read = True

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.accounts
        self._id = ""
        self.lijst = AccountLijst(self._service.beheert)
        self.page = AccountPage()
        self.nieuw = NieuwPage()
        self.uitnodiging = UitnodigingPage(context)
        self.vernietigen = VernietigPage()
        self.bewijs = BewijsPage(context)
        self.stack = QStackedWidget()
        for part in (self.lijst, self.page, self.nieuw, self.uitnodiging, self.vernietigen, self.bewijs):
            self.stack.addWidget(part)
        self.setLayout(col((self.stack, 1), spacing=0))
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.lijst.opened.connect(self.open_account)
        self.lijst.new_wanted.connect(self.new_account)
        self.nieuw.back.connect(self.show_list)
        self.nieuw.invite.connect(self._invite)
        self.uitnodiging.back.connect(self.show_list)
        self.vernietigen.back.connect(self._back_to_account)
        self.vernietigen.destroy_wanted.connect(self._destroy)
        self.bewijs.back.connect(self.show_list)
        page = self.page
        page.back.connect(self.show_list)
        page.give.connect(self._give)
        page.take.connect(self._take)
        page.rename.connect(self._rename)
        page.pest.connect(self._set_pest)
        page.stop.off.connect(self._switch_off)
        page.stop.on.connect(self._switch_on)
        page.stop.again.connect(self._invite_again)
        page.stop.remove.connect(self._remove)
        page.stop.destroy_wanted.connect(self._ask_reason)

    # -- read

    @Slot()
    def reload(self) -> None:
        """Read everything again; what is being typed stays."""
        try:
            lines = self._service.alle()
            settings = self._context.werkplek.instellingen.lees()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.lijst.show_lines(lines, settings.getal("vertrouwenspersonen"), settings.getal("met_pesttaak"))
        here = [line for line in lines if line.id == self._id]
        if here:
            self.page.show_account(here[0], self._rights(here[0]))

    def _rights(self, line: AccountRegel) -> Rechten:
        service = self._service
        lost = service.verlies(line.id) if service.beheert and not line.ik else ()
        return Rechten(service.beheert, {soort: service.geeft(soort) for soort in SOORTEN}, lost)

    def _line(self) -> AccountRegel:
        return next(line for line in self._service.alle() if line.id == self._id)

    # -- TabPage

    def shown(self) -> None:
        self.reload()

    def refresh(self, changes: Changes) -> None:
        if changes.touches(Topic.ACCOUNTS):
            self.reload()

    def primary_new(self) -> None:
        if self._service.beheert:
            self.new_account()

    def print_current(self) -> None:
        here = self.stack.currentWidget()
        if here in (self.uitnodiging, self.bewijs):
            (self.uitnodiging if here is self.uitnodiging else self.bewijs).blad.print_now()

    def go_back(self) -> bool:
        here = self.stack.currentWidget()
        if here is self.lijst:
            return False
        if here is self.vernietigen:
            self._back_to_account()
        else:
            self.show_list()
        return True

    def flush_draft(self) -> None:
        """Nothing of this page is kept: the words of an invitation least of all."""
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous() and self.stack.currentWidget() in (self.uitnodiging, self.bewijs):
            self._forget()
            self._id = ""
            self.stack.setCurrentWidget(self.lijst)

    # -- where the user is

    @Slot()
    def show_list(self) -> None:
        """The list of accounts."""
        self._id = ""
        self._forget()
        self.reload()
        self._front(self.lijst)

    @Slot(str)
    def open_account(self, account_id: str) -> None:
        """The page of this account."""
        self._id = account_id
        self.page.notice.hide()
        self.reload()
        self._front(self.page)

    @Slot()
    def new_account(self) -> None:
        """The form of a new account."""
        self.nieuw.begin()
        self._front(self.nieuw)
        self.nieuw.naam.setFocus()

    @Slot()
    def _back_to_account(self) -> None:
        self.open_account(self._id)

    def _front(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def _forget(self) -> None:
        self.uitnodiging.forget()
        self.bewijs.forget()

    # -- what the user did

    @Slot(str, object, bool)
    def _invite(self, name: str, rol: Rol, pest: bool) -> None:
        try:
            made = self._service.nodig_uit(name, rol, pest)
            self._show_invitation(made)
        except UserFacing as error:
            self.nieuw.show_error(error)

    @Slot()
    def _invite_again(self) -> None:
        try:
            self._show_invitation(self._service.opnieuw_uitnodigen(self._id))
        except UserFacing as error:
            self.page.show_error(error)

    def _show_invitation(self, made: Uitnodiging) -> None:
        self._context.hub.publish(_CHANGED)
        self.uitnodiging.show_invitation(made, self._service.uitnodigingsblad(made))
        self._front(self.uitnodiging)

    @Slot(str)
    def _rename(self, name: str) -> None:
        if self._done(lambda: self._service.hernoem(self._id, name)):
            self._context.bar.say("De naam is veranderd.")

    @Slot(bool)
    def _set_pest(self, on: bool) -> None:
        if not self._done(lambda: self._service.zet_pest(self._id, on)):
            self.reload()

    @Slot(str)
    def _give(self, soort: str) -> None:
        line = self._line()
        if self._asked(vragen.geven(line, soort)) and self._done(lambda: self._service.geef_toegang(line.id, soort)):
            self._context.bar.say(f"{line.naam} heeft nu toegang.")

    @Slot(str)
    def _take(self, soort: str) -> None:
        line = self._line()
        if self._asked(vragen.intrekken(line, soort)) and self._done(lambda: self._service.trek_in(line.id, soort)):
            self._renew("De toegang is ingetrokken.")

    @Slot()
    def _switch_off(self) -> None:
        line = self._line()
        if self._asked(vragen.uitzetten(line)) and self._done(lambda: self._service.zet_uit(line.id)):
            self._renew("Het account is uitgezet.")

    @Slot()
    def _switch_on(self) -> None:
        if self._done(lambda: self._service.zet_aan(self._id)):
            self._context.bar.say("Het account staat weer aan. Geef nu toegang.")

    @Slot()
    def _remove(self) -> None:
        line = self._line()
        if self._asked(vragen.verwijderen(line)) and self._done(lambda: self._service.verwijder(line.id)):
            self.show_list()
            self._renew("Het account is verwijderd.")

    @Slot()
    def _ask_reason(self) -> None:
        line = self._line()
        self.vernietigen.begin(line, self._service.verlies(line.id))
        self._front(self.vernietigen)

    @Slot(str)
    def _destroy(self, reason: str) -> None:
        line = self._line()
        if reason.strip() and not self._asked(vragen.vernietigen(line, self._service.verlies(line.id))):
            return
        try:
            papers = self._service.vernietig(line.id, reason)
        except UserFacing as error:
            self.vernietigen.show_error(error)
            return
        self.show_list()
        self._context.hub.publish(_CHANGED)
        self.bewijs.show_papers(papers)
        self._front(self.bewijs)
        self._renew("Het account en de gegevens zijn weg.")

    # -- inside

    def _asked(self, question: Question) -> bool:
        return self._context.ask.question(self, question)

    def _done(self, verb: Callable[[], None]) -> bool:
        """Do it and show what became of it; False, with the reason on the page, when it could not be done."""
        self.page.notice.hide()
        try:
            verb()
        except UserFacing as error:
            self.page.show_error(error)
            return False
        self._context.hub.publish(_CHANGED)
        return True

    def _renew(self, first: str) -> None:
        here = self.stack.currentWidget() is self.page
        failed = self.page.notice.show_later if here else self._context.bar.show_error
        renew_and_say(self._context, self, first, failed)
