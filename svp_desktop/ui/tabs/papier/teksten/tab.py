"""Brieven en papieren: the texts of the school's papers, edited with the page beside them (demands 68, 149)."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QApplication

from svp_desktop.domain import datums
from svp_desktop.domain.briefteksten import TekstVersie
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.papier import Opmaak, PapierSoort
from svp_desktop.domain.papier_controle import PapierBevinding
from svp_desktop.domain.papier_soorten import SPECS
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.domain.school import Bouw
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import CONCEPT, Context, TabPage
from svp_desktop.ui.tabs.papier.maker import Maker
from svp_desktop.ui.tabs.papier.teksten.pagina import TekstenPagina
from svp_desktop.ui.tabs.papier.teksten.wet import WetPagina, ZinKaart
from svp_desktop.ui.widgets.base import col
from svp_desktop.ui.widgets.notice import State

_WET, _REDEN = "wet", "reden"


@dataclass(frozen=True, slots=True)
class TekstBeeld:
    """What a text makes: the page on sample data and what is said about the text; `fout` when no page could be made."""

    draft: Brieftekst
    bevindingen: tuple[PapierBevinding, ...]
    reden_nodig: bool
    opmaak: Opmaak | None = None
    fout: UserFacing | None = None


class TekstenTab(TabPage):
    """One text at a time. What is typed is kept as a concept until it is saved as a version."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._service = context.werkplek.briefteksten
        self._shown: Brieftekst | None = None  # what is in force, to see whether something was typed
        self._reading: TekstVersie | None = None
        self._open_law = ""
        self.wet = WetPagina(self._connect_card)
        self.page = TekstenPagina(context.werkplek.papieren.pagina, self.wet)
        self.setLayout(col((self.page, 1), spacing=0))
        self.maker = Maker(self, context.tasks, self._make)
        self.keeper = ConceptKeeper(self, context.werkplek.concepten, context.clock, self._content, self._concept_title)
        self._connect()
        self._read_list()
        self._show_text(next(iter(SPECS)), Bouw.ONDERBOUW)

    def _connect(self) -> None:
        page = self.page
        page.back.connect(self._leave)
        page.chosen.connect(self._show_text)
        page.law_chosen.connect(self._show_law)
        page.version_wanted.connect(self._read_version)
        page.editor.changed.connect(self._edited)
        page.editor.removed.connect(self._removed)
        page.bewaar.clicked.connect(self._save)
        page.standaard.clicked.connect(self._default)
        self.maker.made.connect(self._show_made)
        self.maker.broke.connect(self._context.bar.show_error)
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._context.bar.show_error)

    def _connect_card(self, card: ZinKaart) -> None:
        card.save_wanted.connect(self._save_law)
        card.checked_wanted.connect(self._check_law)
        card.standard_wanted.connect(self._default_law)
        card.version_wanted.connect(self._read_law)
        card.typed.connect(self._law_typed)
        card.closed.connect(self._law_closed)

    # -- TabPage

    def flush_draft(self) -> None:
        self.keeper.flush()

    def resume(self, sleutel: str) -> None:
        """Go on with the concept of this key."""
        _, soort, code = sleutel.split(":")
        if soort == _WET:
            self._show_law()
            self._law_typed(code)
        else:
            self._show_text(PapierSoort(soort), Bouw(code) if code else None)

    def place(self) -> dict[str, Any]:
        """The text that is shown, and what is typed in it."""
        soort, bouw = self.page.key()
        place: dict[str, Any] = {"soort": soort.value if soort else _WET, "bouw": bouw.value if bouw else ""}
        return place | {CONCEPT: self.keeper.sleutel} if self.keeper.sleutel and self._content() else place

    def go_to(self, place: dict[str, Any]) -> None:
        if CONCEPT in place:
            self.resume(place[CONCEPT])
        elif place["soort"] == _WET:
            self._show_law()
        else:
            self._show_text(PapierSoort(place["soort"]), Bouw(place["bouw"]) if place["bouw"] else None)

    def go_back(self) -> bool:
        if self._reading is not None:
            self._stop_reading()
        else:
            self._leave()
        return True

    def shown(self) -> None:
        self.page.lijst.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: Changes) -> None:
        """The letterhead or a limit may be another."""
        if changes.touches(Topic.SCHOOL, Topic.INSTELLINGEN) and self._shown is not None:
            self.maker.want(self.page.editor.tekst(), at_once=True)

    @Slot()
    def _leave(self) -> None:
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.page_requested.emit("instellingen")

    # -- the list

    def _read_list(self) -> None:
        try:
            self.page.show_list(self._service.lijst())
        except UserFacing as error:
            self._context.bar.show_error(error)

    @Slot(object, object)
    def _show_text(self, soort: PapierSoort, bouw: Bouw | None) -> None:
        """The text in force, or what was being typed of it."""
        try:
            self.flush_draft()
            text, versions = self._service.lees(soort, bouw), self._service.versies(soort, bouw)
            concept = self._context.werkplek.concepten.lees(_sleutel(soort, bouw))
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._shown, self._reading, self._open_law = text, None, ""
        self.page.choose(soort, bouw)
        self.page.notice.hide()
        self.page.lock(False)
        self.page.saved.show_text("")
        self.page.waarvoor.setText(f"{SPECS[soort].titel}: {SPECS[soort].waarvoor}.")
        self.page.balk.show_fields(self._service.velden(text))
        standard = self._service.standaard(soort, bouw)
        self.page.show_versions(versions, eigen=text != standard)
        typed = self._service.van_dict(concept.inhoud) if concept else text
        self.page.editor.load(typed, standard, concept.inhoud.get(_REDEN, "") if concept else "")
        self.keeper.watch(_sleutel(soort, bouw))
        self.maker.want(typed, at_once=True)
        if concept:
            moment = concept.bewaard_op
            when = f"{datums.dag_maand(moment.date())} om {datums.tijd_kort(moment.time())}"
            again = (("Opnieuw beginnen", self._restart),)
            self.page.say(State.INFO, f"U gaat verder met uw concept van {when}.", "", again)

    @Slot()
    def _restart(self) -> None:
        """Throw the concept away; it can be put back."""
        typed, reason = self.page.editor.tekst(), self.page.editor.reden.text()
        self.keeper.throw_away()
        self._show_text(typed.soort, typed.bouw)

        def put_back() -> None:
            self._show_text(typed.soort, typed.bouw)
            self.page.editor.load(typed, self._service.standaard(typed.soort, typed.bouw), reason)
            self._edited()

        self._context.bar.offer_undo("Uw concept is weggegooid.", put_back)

    # -- one text

    def _make(self, tekst: Brieftekst) -> TekstBeeld:
        """The page and what is said about the text; runs in a worker."""
        found, reason = self._service.controleer(tekst), self._service.reden_nodig(tekst)
        try:
            return TekstBeeld(tekst, found, reason, self._service.voorbeeld(tekst))
        except UserFacing as error:
            return TekstBeeld(tekst, found, reason, fout=error)

    @Slot(object)
    def _show_made(self, beeld: TekstBeeld) -> None:
        reading = self._reading is not None
        self.page.editor.show_findings(beeld.bevindingen, reden_nodig=beeld.reden_nodig and not reading)
        if beeld.opmaak is not None:
            self.page.show_made(beeld.opmaak)
        elif beeld.fout is not None:
            self.page.say(State.BLOK, beeld.fout.what, f"{beeld.fout.safe} {beeld.fout.now}")
        loose = [item for item in beeld.bevindingen if item.blok_code not in self.page.editor.delen]
        if loose and not reading and beeld.fout is None:
            self.page.say(State.LET_OP, loose[0].lead, " ".join(item.zin for item in loose))
        elif self.page.notice.state is State.LET_OP:
            self.page.notice.hide()

    @Slot()
    def _edited(self) -> None:
        self.keeper.edited()
        self.page.saved.show_text("Nog niet opgeslagen", "pencil", "muted")
        self.maker.want(self.page.editor.tekst())

    @Slot(object)
    def _removed(self, before: Brieftekst) -> None:
        def put_back() -> None:
            self._show_text(before.soort, before.bouw)
            self.page.editor.load(before, self._service.standaard(before.soort, before.bouw))
            self._edited()

        self._context.bar.offer_undo("Uw blok is weggehaald.", put_back)

    def _content(self) -> dict[str, Any] | None:
        if self._open_law:
            card = self.wet.kaarten[self._open_law]
            return {"tekst": card.tekst.text(), _REDEN: card.reden.text()}
        text, reason = self.page.editor.tekst(), self.page.editor.reden.text()
        if self._reading is not None or (text == self._shown and not reason.strip()):
            return None
        return self._service.naar_dict(text) | {_REDEN: reason}

    def _concept_title(self) -> str:
        soort, bouw = self.page.key()
        if soort is None:
            return "een zin van de wet"
        return f"de tekst van {SPECS[soort].een_titel}" + (f" ({bouw.value})" if bouw else "")

    @Slot(object)
    def _kept(self, moment: datetime) -> None:
        self.page.saved.show_saved(moment, "Concept bewaard")

    @Slot()
    def _save(self) -> None:
        text = self.page.editor.tekst()
        try:
            outcome = self._service.bewaar(text, self.page.editor.reden.text())
            self.keeper.throw_away()
        except InvoerOnjuist as error:
            self._show_made(self._make(text))
            self.page.editor.show_refused(error.findings)
            count = len(error.findings)
            places = "1 plek moet" if count == 1 else f"{count} plekken moeten"
            lead = f"Nog niet opgeslagen: {places} anders."
            self.page.say(State.BLOK, lead, error.findings[0].message)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._after_write(outcome.changes)

    def _after_write(self, changes: Changes) -> None:
        soort, bouw = self.page.key()
        self._read_list()
        if soort is not None:
            self._show_text(soort, bouw)
        keyboard = QApplication.focusWidget()
        if self.isVisible() and (keyboard is None or not self.isAncestorOf(keyboard)):
            # the field that had the keyboard is gone
            self.page.lijst.setFocus()
        self.page.saved.show_saved(self._context.clock())
        self._context.hub.publish(changes)

    @Slot()
    def _default(self) -> None:
        soort, bouw = self.page.key()
        before = self._shown
        if soort is None or before is None:
            return
        reason = next((item.reden for item in self._service.versies(soort, bouw)), "")
        try:
            outcome = self._service.naar_standaard(soort, bouw)
            self.keeper.throw_away()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._after_write(outcome.changes)

        def undo() -> None:
            self._after_write(self._service.bewaar(before, reason).changes)

        self._context.bar.offer_undo("De standaardtekst is terug.", undo)

    # -- a version of before

    @Slot(int)
    def _read_version(self, nummer: int) -> None:
        soort, bouw = self.page.key()
        if soort is None:
            return
        try:
            self.flush_draft()
            text = self._service.versie(soort, bouw, nummer)
            version = next(item for item in self._service.versies(soort, bouw) if item.nummer == nummer)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._reading = version
        self.page.editor.load(text, self._service.standaard(soort, bouw))
        self.page.lock(True)
        self.page.saved.show_text("")
        why = f"Reden: {version.reden}" if version.reden else ""
        actions = (("Deze versie terugzetten", self._put_back), ("Terug naar de tekst van nu", self._stop_reading))
        lead = f"U leest versie {nummer} van {datums.dag_maand(version.vastgelegd_op.date())}, door {version.door}."
        self.page.say(State.INFO, lead, why, actions)
        self.maker.want(text, at_once=True)

    @Slot()
    def _put_back(self) -> None:
        assert self._reading is not None
        try:
            outcome = self._service.bewaar(self.page.editor.tekst(), self._reading.reden)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._after_write(outcome.changes)

    @Slot()
    def _stop_reading(self) -> None:
        soort, bouw = self.page.key()
        if soort is not None:
            self._show_text(soort, bouw)

    # -- sentences of the law

    @Slot()
    def _show_law(self) -> None:
        try:
            self.flush_draft()
            self.keeper.rest()
            self.wet.show_lines(self._service.wetszinnen())
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._shown, self._open_law = None, ""
        self.maker.forget()
        self.page.notice.hide()
        self.page.saved.show_text("")
        self.page.choose(None, None)
        for code, card in self.wet.kaarten.items():
            concept = self._context.werkplek.concepten.lees(_law_key(code))
            if concept is not None:
                card.open_with(concept.inhoud["tekst"], concept.inhoud[_REDEN])

    @Slot(str)
    def _law_typed(self, code: str) -> None:
        if self._open_law != code:
            self.keeper.flush()
            self._open_law = code
            self.keeper.watch(_law_key(code))
        self.keeper.edited()

    @Slot(str)
    def _law_closed(self, code: str) -> None:
        if self._open_law == code:
            self.keeper.throw_away()
            self._open_law = ""
            self.page.saved.show_text("")

    @Slot(str, str, str)
    def _save_law(self, code: str, words: str, reason: str) -> None:
        try:
            outcome = self._service.zet_wetszin(code, words, reason)
        except InvoerOnjuist as error:
            self.wet.kaarten[code].show_findings(error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.wet.kaarten[code].shut()
        self._law_written(outcome.changes)

    @Slot(str)
    def _check_law(self, code: str) -> None:
        self._write_law(partial(self._service.wetszin_nagekeken, code))

    @Slot(str)
    def _default_law(self, code: str) -> None:
        self._write_law(partial(self._service.wetszin_standaard, code))

    def _write_law(self, write: Any) -> None:
        try:
            outcome = write()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._law_written(outcome.changes)

    def _law_written(self, changes: Changes) -> None:
        self.wet.show_lines(self._service.wetszinnen())
        self.page.saved.show_saved(self._context.clock())
        self._context.hub.publish(changes)

    @Slot(str, int)
    def _read_law(self, code: str, nummer: int) -> None:
        """The words of an earlier version, ready to be kept again with a reason."""
        try:
            zin = self._service.wetszin_versie(code, nummer)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.wet.kaarten[code].open_with(zin.tekst)
        self._law_typed(code)


def _sleutel(soort: PapierSoort, bouw: Bouw | None) -> str:
    return f"brieftekst:{soort.value}:{bouw.value if bouw else ''}"


def _law_key(code: str) -> str:
    return f"brieftekst:{_WET}:{code}"
