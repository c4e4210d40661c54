"""Incidentregistratie: the list page and the form page in one tab."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from svp_desktop.domain.bijlage import Bijlage
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import IncidentDraft, IncidentFilter
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.incidenten.bijlage_beeld import BijlagePage
from svp_desktop.ui.tabs.incidenten.concept import NIEUW
from svp_desktop.ui.tabs.incidenten.detail import DetailPage
from svp_desktop.ui.tabs.incidenten.form import FormPage
from svp_desktop.ui.tabs.incidenten.list_page import ListPage
from svp_desktop.ui.tabs.incidenten.mail import MAIL, MailPage
from svp_desktop.ui.tabs.incidenten.uitvoer import FormulierWerk, LeegWerk, LijstWerk
from svp_desktop.ui.terugkijken import REGISTER
from svp_desktop.ui.uitvoer_page import UitvoerPage, Werk
from svp_desktop.ui.widgets.base import col

_SHOWN_TOPICS = (Topic.INCIDENTEN, Topic.CASUSSEN, Topic.PERSONEN, Topic.INSTELLINGEN)


class IncidentenTab(TabPage):
    """The tab. The form is built when it is asked for; the list is read when the tab is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale = False
        self.list = ListPage(context, context.werkplek.instellingen.lees())
        self._form: FormPage | None = None
        self._mail: MailPage | None = None
        self._paper: UitvoerPage | None = None
        self._beeld: BijlagePage | None = None
        self._under: QWidget | None = None
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self.setLayout(col(self._pages))
        self.list.new_wanted.connect(self.primary_new)
        self.list.change_wanted.connect(self.change)
        self.list.open_casus_wanted.connect(self.open_casus_requested)
        self.list.show_casus_wanted.connect(self.show_casus_requested)
        self.list.esis_wanted.connect(self._to_esis)
        self.list.form_wanted.connect(self.show_form_of)
        self.list.right.view_wanted.connect(self.view)
        self.list.right.start_wanted.connect(self.start_requested)
        self._pages.currentChanged.connect(self._page_changed)
        self.list.uitvoer.lijst_wanted.connect(self.show_list_paper)
        self.list.uitvoer.leeg_wanted.connect(self.show_empty_form)
        self.list.uitvoer.meldwijzer_wanted.connect(self._to_meldwijzer)
        self.list.bar.tally_wanted.connect(self.tally_requested)
        self.list.reload()

    @Slot()
    def _to_esis(self) -> None:
        self.page_requested.emit("esis")

    @Slot()
    def _to_zeden(self) -> None:
        self.page_requested.emit("zeden")

    @property
    def form(self) -> FormPage:
        """The form page."""
        if self._form is None:
            self._form = FormPage(self._context)
            self._form.saved.connect(self._saved)
            self._form.closed.connect(self._close_form)
            self._form.mail_wanted.connect(self.paste_mail)
            self._form.zeden_wanted.connect(self._to_zeden)
            self._form.bijlagen.view_wanted.connect(self.view)
            self._pages.addWidget(self._form)
        return self._form

    @property
    def mail(self) -> MailPage:
        """The page that reads the mail of a colleague."""
        if self._mail is None:
            self._mail = MailPage(self._context)
            self._mail.draft_ready.connect(self._mail_read)
            self._mail.closed.connect(self._close_form)
            self._pages.addWidget(self._mail)
        return self._mail

    @property
    def beeld(self) -> BijlagePage:
        """The page that shows an attachment."""
        if self._beeld is None:
            self._beeld = BijlagePage(self._context)
            self._beeld.closed.connect(self._close_view)
            self._pages.addWidget(self._beeld)
        return self._beeld

    @Slot(object, int)
    def view(self, found: Sequence[Bijlage], place: int) -> None:
        """Look at one of these attachments, over the page that is in front."""
        under = self._front()
        self._pages.setCurrentWidget(self.beeld)
        self._under = under
        self.beeld.show_attachments(found, place)

    def viewing(self) -> bool:
        """True while an attachment is in front."""
        return self._beeld is not None and self._pages.currentWidget() is self._beeld

    @Slot()
    def _close_view(self) -> None:
        if self.viewing():
            under = self._front()
            self._pages.setCurrentWidget(under)
            panel = self.form.bijlagen if self.in_form() else self.list.detail.bijlagen
            panel.kies.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _page_changed(self) -> None:
        if self._beeld is not None and not self.viewing():
            self._under = None
            self._beeld.forget()

    def _front(self) -> QWidget:
        """The page in front, or the one under the attachment that is looked at."""
        here = self._pages.currentWidget()
        assert here is not None
        return self._under if self._under is not None and self.viewing() else here

    def in_mail(self) -> bool:
        """True while the pasted mail is in front."""
        return self._mail is not None and self._front() is self._mail

    @Slot()
    def paste_mail(self) -> None:
        """*Plakken uit mail*: what was typed in the form is kept first."""
        self._close_view()
        if not self.in_mail() and self._leave():
            self._pages.setCurrentWidget(self.mail)
            self.mail.start()

    @Slot(object, object)
    def _mail_read(self, draft: IncidentDraft, names: Sequence[str]) -> None:
        self._context.hub.publish(Changes.of(Topic.CONCEPTEN))
        self._pages.setCurrentWidget(self.form)
        self.form.start_new_with(draft, names)

    def in_form(self) -> bool:
        """True while the form is in front."""
        return self._form is not None and self._front() is self._form

    @property
    def paper(self) -> UitvoerPage:
        """What is on its way out: the list, or the form of an incident."""
        if self._paper is None:
            self._paper = UitvoerPage(self._context)
            self._paper.back.connect(self._leave_paper)
            self._pages.addWidget(self._paper)
        return self._paper

    def in_paper(self) -> bool:
        """True while a paper is in front."""
        return self._paper is not None and self._pages.currentWidget() is self._paper

    def _show_paper(self, werk: Werk) -> None:
        if self._leave():
            self._pages.setCurrentWidget(self.paper)
            self.paper.show_work(werk)

    @Slot(int)
    def show_form_of(self, incident_id: int) -> None:
        """The meldingsformulier of this incident."""
        self._show_paper(FormulierWerk(self._context, incident_id))

    @Slot()
    def show_list_paper(self) -> None:
        """The list as it is shown, to print or to save."""
        self._show_paper(LijstWerk(self._context, self.list.vraag()))

    @Slot()
    def show_empty_form(self) -> None:
        """The meldingsformulier to fill in by hand."""
        self._show_paper(LeegWerk(self._context))

    @Slot()
    def _to_meldwijzer(self) -> None:
        self.page_requested.emit("meldwijzer")

    @Slot()
    def _leave_paper(self) -> None:
        self._pages.setCurrentWidget(self.list)
        self._read_again()
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_current(self) -> None:
        """Ctrl+P: the paper that is in front; else that of the incident that is read, or of the list."""
        if self.viewing():
            self.beeld.print_now()
            return
        if self.in_paper():
            self.paper.print_now()
        elif not (self.in_form() or self.in_mail()):
            reading = self.list.read_here()
            if reading is None:
                self.show_list_paper()
            else:
                self.show_form_of(reading)

    @Slot()
    def primary_new(self) -> None:
        """Ctrl+N: what is being typed is kept before a new incident is begun."""
        self._close_view()
        if self.in_form() and self.form.sleutel() == NIEUW:
            return
        if self._leave():
            self._pages.setCurrentWidget(self.form)
            self.form.start_new()

    @Slot(int)
    def change(self, incident_id: int) -> None:
        """Change a recorded incident."""
        if not self._leave():
            return
        try:
            incident = self._context.werkplek.incidenten.lees(incident_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._pages.setCurrentWidget(self.form)
        self.form.start_change(incident)

    def resume(self, sleutel: str) -> None:
        """Go on with the draft of this key."""
        if sleutel == MAIL:
            self.paste_mail()
            return
        if not self._leave():
            return
        if sleutel == REGISTER:
            self._pages.setCurrentWidget(self.list)
            self.list.earlier.ask()
            return
        self._pages.setCurrentWidget(self.form)
        try:
            self.form.resume(sleutel)
        except UserFacing as error:
            self._pages.setCurrentWidget(self.list)
            self._context.bar.show_error(error)

    def show_record(self, record: int) -> None:
        """Show this incident in the list."""
        if self._leave():
            self._pages.setCurrentWidget(self.list)
            self.list.show_incident(record)

    def show_filter(self, wanted: IncidentFilter) -> None:
        """The list, with what another page asks for."""
        if self._leave():
            self._pages.setCurrentWidget(self.list)
            self.list.ask(wanted)

    def focus_search(self) -> None:
        """Ctrl+F."""
        if self._leave():
            self._pages.setCurrentWidget(self.list)
            self.list.back()
            self.list.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.list.bar.search.selectAll()

    def go_back(self) -> bool:
        """Escape: from the form to the list, from the page to the list."""
        if self.in_paper():
            self.paper.leave()
            return True
        if self.viewing():
            self._close_view()
            return True
        if self.in_form() or self.in_mail():
            self._close_form()
            return True
        return self.list.back()

    def flush_draft(self) -> None:
        """Write what is being typed, at once. Raises UserFacing."""
        if self._form is not None:
            self._form.flush()
        if self._mail is not None:
            self._mail.flush()
        detail = self.list.findChild(DetailPage)
        if detail is not None:
            detail.flush()
        self.list.earlier.flush()

    def place(self) -> dict[str, Any]:
        """The list, and the form when it is in front."""
        place: dict[str, Any] = {"lijst": self.list.place()}
        if self.in_mail():
            return place | {CONCEPT: MAIL}
        if self.in_form():
            return place | {CONCEPT: self.form.sleutel()}
        return place | {CONCEPT: REGISTER} if self.list.earlier.asking() else place

    def go_to(self, place: dict[str, Any]) -> None:
        """The list as it was, or the form with its draft."""
        self.list.go_to(place["lijst"])
        if CONCEPT in place:
            self.resume(place[CONCEPT])

    def refresh(self, changes: Changes) -> None:
        """Read again what was touched; behind another page only when it comes to the front."""
        if changes.touches(*_SHOWN_TOPICS):
            self._stale = True
            if self.isVisible():
                self._read_again()

    def shown(self) -> None:
        """The tab came to the front: read again when it must, and give the keyboard to what is in view."""
        self._read_again()
        if self.viewing():
            self.beeld.beeld.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.in_form():
            self.form.editor.focus_start()
        elif not (self.in_mail() or self.in_paper()):
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_again(self) -> None:
        if self._stale and not self.in_form():
            self._stale = False
            self.list.refresh(self._context.werkplek.instellingen.lees())

    @Slot(int)
    def _saved(self, incident_id: int) -> None:
        self._pages.setCurrentWidget(self.list)
        self._stale = True
        self._read_again()
        self.list.show_incident(incident_id)
        self._context.bar.say("Incident opgeslagen.")

    @Slot()
    def _close_form(self) -> None:
        if self._leave():
            self._pages.setCurrentWidget(self.list)
            self._read_again()
            self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> bool:
        """Keep what is being typed before another page comes; False when that did not succeed: then the form stays."""
        if self.in_paper():
            self.paper.leave()
        page = self.form if self.in_form() else self.mail if self.in_mail() else None
        if page is None:
            return True
        try:
            page.flush()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return False
        page.keeper.rest()
        self._context.hub.publish(Changes.of(Topic.CONCEPTEN))
        return True
