"""The composer as a page: blocks, the page itself, guards and the button. It shows; the tab asks the services."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.papier import Blok, Opmaak, PapierDraft, Tekening
from svp_desktop.domain.papier_controle import Ernst, PapierBevinding
from svp_desktop.domain.papier_reeks import in_reeks
from svp_desktop.domain.papier_soorten import PapierSpec, Vorm, papieren_van, spec_van
from svp_desktop.domain.uitreiken import PapierRegel
from svp_desktop.ui.preview import PaperView, Render
from svp_desktop.ui.tabs.papier import rijen
from svp_desktop.ui.tabs.papier.afdruk import AfdrukKaart
from svp_desktop.ui.tabs.papier.blok_soorten import toe_te_voegen
from svp_desktop.ui.tabs.papier.blok_velden import plek_van
from svp_desktop.ui.tabs.papier.form import PapierForm
from svp_desktop.ui.tabs.papier.maker import Gemaakt
from svp_desktop.ui.tabs.papier.nazicht import NazichtKaart
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import ElidedLabel, Label, card, col, holder, row, rule
from svp_desktop.ui.widgets.buttons import button, link
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Field
from svp_desktop.ui.widgets.gives_way import GivesWay
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow, crumb

_TEKENINGEN = (
    (Tekening.HAVEN, "Haven"),
    (Tekening.BOOM, "Boom"),
    (Tekening.BRUG, "Brug"),
    (Tekening.VLOOT, "Vloot"),
)
_EIGEN = "Eigen plaatje…"
_GUARDS = 112
#: Fixed places on the page that belong to a row.
_PLEKKEN = {rijen.AANHEF: ("aanhef", "onderwerp", "titel"), rijen.ADRES: ("adres",)}


class Opsteller(QWidget):
    """Shows a draft and its page. `edited` after every change by the user."""

    back = Signal()
    edited = Signal()
    kind_wanted = Signal(object)
    picture_wanted = Signal()
    series_wanted = Signal()
    version_wanted = Signal(int)
    restart_wanted = Signal()
    keep_wanted = Signal()
    undo_offered = Signal(str, object)

    def __init__(self, today: Callable[[], date], render: Render) -> None:
        super().__init__()
        self._opmaken: tuple[Opmaak, ...] = ()
        self.crumb = crumb("Casus")
        self.saved = Saved()
        self._menu = QMenu()
        self.versies = button("Versies", menu=self._menu)
        self.reeks = button("In één keer…", "users", tip="Dit papier voor meer kinderen of ouders tegelijk")
        self.title = TitleRow("Papier", "", self.saved, self.reeks, self.versies)
        self.notice = Notice(State.INFO, "")
        self.form = PapierForm(today)
        self.voorbeeld = PaperView(render)
        self.nazicht = NazichtKaart()
        self.afdruk = AfdrukKaart(today)
        self.soort = self._combo([], "Soort papier")
        self.tekening = self._combo([*(text for _, text in _TEKENINGEN), _EIGEN], "Tekening")
        self.envelop = self._combo([], "Brief die u ziet")
        self._drawing_field = Field("Tekening", self.tekening)
        self._kinds = QMenu(self)
        self._envelope_row = holder(row(Label("Brief aan", "muted"), (self.envelop, 1), margins=(4, 0, 0, 0)))
        body = row(
            (self._left(), 5), (holder(col(self._envelope_row, (self.voorbeeld, 1), spacing=4)), 4), (self._right(), 3)
        )
        body.setSpacing(12)
        self.setLayout(
            col(
                row(self.crumb, None),
                self.title,
                self.notice,
                (GivesWay(body, low=270), 1),
                margins=(16, 6, 16, 12),
                spacing=4,
            )
        )
        self.notice.hide()
        self._connect()

    def _left(self) -> QWidget:
        self.eigen = link("Eigen blok", "plus")
        tip = ElidedLabel("Slepen of Alt+pijl verandert de volgorde", "small")
        left = card(
            row((Field("Soort papier", self.soort), 3), (self._drawing_field, 2), spacing=12),
            5,
            rule(),
            (self.form, 1),
            rule(),
            row(self.eigen, (tip, 1)),
            margins=(14, 12, 8, 6),
            spacing=0,
        )
        left.setMinimumWidth(min(scaled(338), 420))
        left.setMaximumWidth(scaled(506))
        return left

    def _right(self) -> QWidget:
        right = GivesWay(col((self.nazicht, 1), self.afdruk, spacing=12), low=self._right_needs)
        right.setMinimumWidth(min(scaled(264), 360))
        right.setMaximumWidth(min(scaled(316), 400))
        return right

    def _right_needs(self, width: int) -> int:
        """So high that a few guards are seen above all of the buttons."""
        return scaled(_GUARDS) + 12 + max(self.afdruk.heightForWidth(width), self.afdruk.sizeHint().height())

    @staticmethod
    def _combo(items: list[str], name: str) -> QComboBox:
        made = QComboBox()
        made.addItems(items)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(6)
        made.setAccessibleName(name)
        guard_wheel(made)
        return made

    def _connect(self) -> None:
        self.crumb.clicked.connect(self.back)
        self.reeks.clicked.connect(self.series_wanted)
        self._menu.triggered.connect(self._chose_version)
        self.soort.activated.connect(self._chose_kind)
        self.tekening.activated.connect(self._chose_drawing)
        self.envelop.activated.connect(self._show_envelope)
        self.eigen.clicked.connect(self._add_own)
        self._kinds.triggered.connect(self._chose_block)
        self.form.edited.connect(self._form_edited)
        self.form.opened.connect(self._mark)
        self.form.removed.connect(self._offer_block)
        self.voorbeeld.page_clicked.connect(self._page_clicked)
        self.nazicht.wanted.connect(self.go_to)
        self.afdruk.paneel.groot.clicked.connect(self._chose_large)
        QShortcut(QKeySequence.StandardKey.Save, self).activated.connect(self.keep_wanted)

    # -- draft

    def load(
        self, draft: PapierDraft, casus_titel: str, standaard: dict[str, Blok], half: dict[str, dict[str, str]]
    ) -> None:
        """Show this draft of a casus, with what was half typed in its rows."""
        spec = spec_van(draft)
        self.crumb.setText(f"Casus {casus_titel}".replace("&", "&&"))
        self.title.set_title("Papier", f"{spec.titel}, {draft.roepnaam or casus_titel}")
        self._show_kinds(spec, groep=not draft.roepnaam)
        self._drawing_field.setVisible(spec.getekend)
        self.reeks.setVisible(in_reeks(spec))
        self.afdruk.paneel.groot.setVisible(spec.vorm is Vorm.KINDBRIEF)
        self.afdruk.uitreik.show_action(ACTIE_VAN_CODE[spec.actie].naam if spec.actie else "")
        self.afdruk.show_print()
        self.afdruk.paneel.begin()
        self.notice.hide()
        self.saved.show_text("")
        self.form.load(draft, standaard, half)
        self.show_choices()
        self.envelop.clear()
        self.show_envelopes()
        if self.form.questions():
            self.form.open(rijen.VRAGEN)

    def draft(self) -> PapierDraft:
        """What is typed and chosen."""
        return self.form.draft()

    def _show_kinds(self, spec: PapierSpec, *, groep: bool) -> None:
        """The papers of the same place, and what may be added to this one."""
        papers = papieren_van(spec.bron, groep=groep)
        self.soort.clear()
        for number, item in enumerate(papers):
            self.soort.addItem(item.titel, item.soort)
            self.soort.setItemData(number, item.waarvoor, Qt.ItemDataRole.ToolTipRole)
        self.soort.setCurrentIndex(papers.index(spec) if spec in papers else -1)
        self._kinds.clear()
        for soort, name in toe_te_voegen(spec.vorm):
            self._kinds.addAction(name).setData(soort)

    def show_kind(self) -> None:
        """The kind of the paper that is shown, when another was chosen in vain."""
        self.soort.setCurrentIndex(self.soort.findData(self.draft().soort))

    def show_choices(self) -> None:
        """What is chosen outside the rows, as the draft has it."""
        draft = self.draft()
        own = len(_TEKENINGEN) if draft.eigen_beeld else [value for value, _ in _TEKENINGEN].index(draft.tekening)
        self.tekening.setCurrentIndex(own)
        self.afdruk.paneel.groot.setChecked(draft.groot)

    def show_envelopes(self) -> None:
        """The envelopes that are made, to choose which one is seen."""
        names = [item.vermelding or "zonder naam" for item in self.draft().ontvangers if item.gekozen]
        if [self.envelop.itemText(number) for number in range(self.envelop.count())] != names:
            here = self.envelop.currentText()
            self.envelop.clear()
            self.envelop.addItems(names)
            self.envelop.setCurrentIndex(max(0, names.index(here) if here in names else 0))
        self._envelope_row.setVisible(len(names) > 1)

    @Slot()
    def _form_edited(self) -> None:
        if self.notice.state is not State.INFO and not self.notice.property("opmaak"):
            # what was said about printing or keeping is about the text before this change
            self.notice.hide()
        self.show_envelopes()
        self.edited.emit()

    @Slot(int)
    def _chose_kind(self, number: int) -> None:
        self.kind_wanted.emit(self.soort.itemData(number))

    @Slot(int)
    def _chose_drawing(self, number: int) -> None:
        if number == len(_TEKENINGEN):
            self.picture_wanted.emit()
        else:
            self.form.change(replace(self.draft(), tekening=_TEKENINGEN[number][0], eigen_beeld=None))

    @Slot()
    def _add_own(self) -> None:
        """A block of text; where other kinds fit too, the choice of a kind."""
        if len(self._kinds.actions()) == 1:
            self.form.add_own()
        else:
            self._kinds.popup(self.eigen.mapToGlobal(QPoint(0, -self._kinds.sizeHint().height())))

    @Slot(object)
    def _offer_block(self, removed: tuple[PapierDraft, str]) -> None:
        self.undo_offered.emit("Het blok is weggehaald.", partial(self.form.put_back, *removed))

    @Slot(QAction)
    def _chose_block(self, action: QAction) -> None:
        self.form.add_block(action.data())

    @Slot(bool)
    def _chose_large(self, on: bool) -> None:
        self.form.change(replace(self.draft(), groot=on))

    # -- the page

    def show_made(self, made: Gemaakt) -> None:
        """The page and the guards of the draft; without a page the old one stays and the error stands above."""
        self.nazicht.show_findings(made.bevindingen)
        self.form.show_findings(made.bevindingen)
        if made.fout is not None:
            self.notice.show_error(made.fout)
            self.notice.setProperty("opmaak", True)
            self.notice.show()
            return
        if self.notice.property("opmaak"):
            self.notice.setProperty("opmaak", False)
            self.notice.hide()
        self._opmaken = made.opmaken
        self._show_page()

    def clear_page(self) -> None:
        """Nothing of the paper that was shown before stays."""
        self._opmaken = ()
        self.voorbeeld.set_marks({})
        self.voorbeeld.set_pdf(b"", 0)
        self.nazicht.show_findings(())

    def shown_page(self) -> Opmaak | None:
        """The paper that is seen."""
        number = max(0, self.envelop.currentIndex())
        return self._opmaken[min(number, len(self._opmaken) - 1)] if self._opmaken else None

    def all_pages(self) -> tuple[Opmaak, ...]:
        """One paper an envelope."""
        return self._opmaken

    @Slot()
    def _show_envelope(self) -> None:
        self._show_page()

    def _show_page(self) -> None:
        shown = self.shown_page()
        if shown is not None:
            self.voorbeeld.set_pdf(shown.pdf, shown.paginas)
        self._mark_open()

    @Slot(str)
    def _mark(self, code: str) -> None:
        self._mark_open()

    def _mark_open(self) -> None:
        """Mark what is being edited, and keep it in view while it moves with the typing."""
        shown, code = self.shown_page(), self.form.open_code
        if shown is None:
            return
        wanted = _PLEKKEN.get(code, (code,))
        marks: dict[int, QRectF] = {}
        for plek in shown.plekken:
            if plek.blok_code in wanted:
                box = QRectF(QPointF(plek.x0, plek.y0), QPointF(plek.x1, plek.y1))
                marks[plek.pagina] = marks[plek.pagina].united(box) if plek.pagina in marks else box
        self.voorbeeld.set_marks(marks)
        if marks:
            page = min(marks)
            self.voorbeeld.show_place(page, marks[page])

    @Slot(int, QPointF)
    def _page_clicked(self, page: int, place: QPointF) -> None:
        shown = self.shown_page()
        code = shown.blok_op(page, place.x(), place.y()) if shown else None
        if code:
            self.form.open(code)

    @Slot(object)
    def go_to(self, finding: PapierBevinding) -> None:
        """Where a finding can be put right, with its words selected."""
        fixed = {"voorlezen": rijen.VOORLEZEN, "adres": rijen.ADRES, "ondertekening": rijen.ONDERTEKENING}
        self.form.open(finding.blok_code or fixed.get(finding.code, ""), plek_van(finding))

    # -- messages

    @Slot(object)
    def show_kept(self, moment: datetime) -> None:
        """The draft was kept."""
        self.saved.show_saved(moment, "Concept bewaard")

    def say(self, state: State, lead: str, text: str = "", actions: Sequence[QWidget] = ()) -> None:
        """A message above the page."""
        self.notice.setProperty("opmaak", False)
        self.notice.show_message(state, lead, text, actions)
        self.notice.show()

    def say_kept(self, sentence: str, waiting: Sequence[str]) -> None:
        """The paper was kept; who did not get the envelope that was made for them."""
        back = link("Terug naar de casus")
        back.clicked.connect(self.back)
        self.saved.show_text("Bewaard in het dossier")
        more = f"Nog niet uitgereikt: de brief aan {' en '.join(waiting)}." if waiting else ""
        found = "U vindt het papier terug bij Versies en in de tijdlijn."
        self.say(State.OK, sentence, f"{more} {found}".strip(), [back])

    def explain(self, held: Sequence[PapierBevinding]) -> None:
        """What holds the paper back, with the way to the first of it."""
        first = held[0]
        more = f" En nog {len(held) - 1}: kijk rechts." if len(held) > 1 else ""
        there = link("Ga erheen")
        there.clicked.connect(self._to_first)
        self.say(State.BLOK, f"Dit papier is nog niet klaar. {first.lead}.", f"{first.zin}{more}", [there])

    @Slot()
    def _to_first(self) -> None:
        held = [item for item in self.nazicht.findings() if item.ernst is Ernst.BLOKKEREND]
        if held:
            self.go_to(held[0])

    def say_continued(self, moment: datetime) -> None:
        """The draft of earlier is shown."""
        again = link("Opnieuw beginnen")
        again.clicked.connect(self.restart_wanted)
        when = f"{datums.dag_maand(moment.date())} om {datums.tijd_kort(moment.time())}"
        self.say(State.INFO, f"U gaat verder met uw concept van {when}.", "", [again])

    def show_versions(self, here: Sequence[PapierRegel], others: Sequence[PapierRegel]) -> None:
        """What was handed out: of this paper, and of the other papers of the casus."""
        self._menu.clear()
        for item in here:
            when = datums.dag_maand(item.uitgereikt_op)
            self._add_version(f"Versie {item.nummer}, {when}, aan {item.aan}", item.id)
        if not here:
            self._menu.addAction("Dit papier is nog niet uitgereikt").setEnabled(False)
        if others:
            self._menu.addSeparator()
        for item in others:
            number = f", versie {item.nummer}" if item.nummer > 1 else ""
            self._add_version(f"{item.titel}, {datums.dag_maand(item.uitgereikt_op)}, aan {item.aan}{number}", item.id)

    def _add_version(self, words: str, papier_id: int) -> None:
        self._menu.addAction(words.replace("&", "&&")).setData(papier_id)

    @Slot(QAction)
    def _chose_version(self, action: QAction) -> None:
        self.version_wanted.emit(int(action.data()))
