"""Kaart en overdracht: what the school tells about its vertrouwenspersonen, and handing a file over (110, 112)."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QStackedWidget

from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.vertrouwelijk_jaar import Overdracht
from svp_desktop.domain.vertrouwenskaart import Vertrouwensplekken
from svp_desktop.services.plaatjes import lees_plaatje
from svp_desktop.services.vertrouwelijk_jaar import CONCEPT_OVERDRACHT
from svp_desktop.ui.ask import Question
from svp_desktop.ui.concept import ConceptKeeper
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.deel import Deel
from svp_desktop.ui.tabs.vertrouwelijk.papieren import Papier
from svp_desktop.ui.tabs.vertrouwelijk.woorden import EIGEN, Woorden
from svp_desktop.ui.uitvoer_page import UitvoerPage
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, label, row, scroll
from svp_desktop.ui.widgets.buttons import Segmented, button
from svp_desktop.ui.widgets.fields import Area, Field, show_findings
from svp_desktop.ui.widgets.notice import Notice, State
from svp_desktop.ui.widgets.page import Saved, TitleRow

_SUB = "Wat de school over u vertelt, en wie het van u overneemt"
_CARD = "Eén blad om in elke klas op te hangen. Namen komen uit Rollen, zinnen uit Instellingen, Vertrouwenspersoon."
_PHOTO = "Een foto komt alleen op deze kaart. Het programma bewaart hem niet."
_HAND = "Uw opvolger krijgt een sleutel van dit bestand en leest uw bericht. U houdt uw eigen sleutel."
_NOBODY = "Er is geen andere vertrouwenspersoon met een account. Het bericht blijft hier staan tot die er is."
_HINT = "Wat loopt er, wat is beloofd, wie moet het weten?"


class OverdrachtPage(Deel):
    """The card and the text, and a note for who takes over with a key."""

    def __init__(self, context: Context, woorden: Woorden) -> None:
        super().__init__()
        self._context, self._own = context, woorden.soort == EIGEN
        self._service = context.werkplek.vertrouwelijk_jaar(woorden.soort)
        self._cards = context.werkplek.vertrouwenskaart
        self.kaart, self.kopieer = button("Kaart bekijken", "printer"), button("Tekst kopiëren", "copy")
        self.gids = Area(height=190, name="Tekst voor de schoolgids")
        self.gids.setReadOnly(True)
        self.vacature = Notice(State.LET_OP, "", compact=True)
        self.bericht = Area(height=120, placeholder=_HINT, name="Bericht voor uw opvolger")
        self._field = Field("Bericht voor uw opvolger", self.bericht)
        self._to = col(spacing=4)
        self.aan: Segmented | None = None
        self.saved = Saved()
        self.geef, self.bewaar = button("Sleutel geven…", "lock-open"), button("Alleen bericht bewaren", "check")
        self._notes = col(spacing=8)
        self._photos, self.fotos = col(spacing=4), dict[str, bytes]()
        self._photo_words = label(_PHOTO, "small", wrap=True)
        self.foto_knoppen: dict[str, QPushButton] = {}
        self.papier = UitvoerPage(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._body())
        self.stack.addWidget(self.papier)
        self.setLayout(col((self.stack, 1), spacing=0))
        self.keeper = ConceptKeeper(self, self._service.concepten, context.clock, self._typed, _concept)
        self._connect()
        self.reload()

    def _body(self) -> Any:
        told = card(
            label(_CARD, "muted", wrap=True),
            self._photos,
            self._photo_words,
            row(self.kaart, None),
            title="Kaart voor in de klas",
            spacing=8,
        )
        guide = card(self.gids, row(self.kopieer, None), title="Tekst voor de schoolgids", spacing=8)
        self._hand = card(
            label(_HAND, "muted", wrap=True),
            self._to,
            self._field,
            row(self.geef, self.bewaar, self.saved, None, spacing=10),
            title="Overdragen",
            spacing=10,
        )
        self._past = card(self._notes, title="Berichten voor wie het overneemt", spacing=8)
        left = col(self.vacature, told, guide, None, spacing=10)
        right = col(self._past, self._hand, None, spacing=10)
        body = scroll(holder(row((left, 1), (right, 1), spacing=12)))
        return holder(col(TitleRow("Kaart en overdracht", _SUB), (body, 1), margins=(16, 2, 16, 12), spacing=8))

    def _connect(self) -> None:
        self.bericht.textChanged.connect(self.keeper.edited)
        self.keeper.kept.connect(self._kept)
        self.keeper.failed.connect(self._context.bar.show_error)
        self.kaart.clicked.connect(self._show_card)
        self.kopieer.clicked.connect(self._copy)
        self.geef.clicked.connect(self._give)
        self.bewaar.clicked.connect(self._keep)
        self.papier.back.connect(self._back)

    @Slot()
    def reload(self) -> None:
        """Read again who there is, and what was written."""
        try:
            self._show_photos(self._cards.namen())
            places, notes = self._cards.plekken(), self._service.overdrachten()
            others = self._service.opvolgers() if self._own else ()
            self.gids.setText(self._cards.schoolgids())
            kept = self._service.concepten.lees(CONCEPT_OVERDRACHT)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._show_places(places)
        self._hand.setVisible(self._own and not self._service.alleen_lezen)
        clear(self._to)
        self.aan = None
        if others:
            options = [(one, f"{name} (heeft al een sleutel)" if holds else name) for one, name, holds in others]
            self.aan = Segmented(options, options[0][0], small=True, name="Aan wie")
            self._to.addWidget(self.aan)
        else:
            self._to.addWidget(Label(_NOBODY, wrap=True))
        self.geef.setEnabled(bool(others))
        self.keeper.rest()
        self.bericht.setText(str(kept.inhoud["tekst"]) if kept else "")
        self.keeper.watch(CONCEPT_OVERDRACHT)
        self._show_notes(notes)

    def _show_photos(self, names: tuple[str, ...]) -> None:
        clear(self._photos)
        self.foto_knoppen = {}
        self._photo_words.setVisible(bool(names))
        for name in names:
            there = name in self.fotos
            made = button("Foto weghalen" if there else "Foto kiezen", "x" if there else "image", small=True)
            made.setAccessibleName(f"{made.text()}: {name}")
            made.clicked.connect(partial(self._photo_away if there else self._choose_photo, name))
            self.foto_knoppen[name] = made
            self._photos.addLayout(row(Label(name), made, None, spacing=12))

    def _choose_photo(self, name: str) -> None:
        path = self._context.ask.open_file(self, "Foto kiezen", (("Foto", "*.png *.jpg *.jpeg"),))
        if path is None:
            return
        try:
            self.fotos[name] = lees_plaatje(path)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._photo_changed(name)

    def _photo_away(self, name: str) -> None:
        del self.fotos[name]
        self._photo_changed(name)

    def _photo_changed(self, name: str) -> None:
        self._show_photos(tuple(self.foto_knoppen))
        self.foto_knoppen[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_places(self, places: Vertrouwensplekken) -> None:
        word = "vertrouwenspersoon" if places.gewenst == 1 else "vertrouwenspersonen"
        lead = f"Er is {places.open} plek open" if places.open == 1 else f"Er zijn {places.open} plekken open"
        text = f"Het plan noemt {places.gewenst} interne {word}. Bij Rollen staan er {places.ingevuld}."
        self.vacature.show_message(State.LET_OP, lead, text)
        self.vacature.setVisible(places.open > 0)

    def _show_notes(self, notes: tuple[Overdracht, ...]) -> None:
        clear(self._notes)
        for one in notes:
            key = f", met een sleutel voor {one.aan}" if one.aan else ""
            head = f"{datums.lijst(one.op.date())}, door {one.door}{key}"
            self._notes.addLayout(col(label(head, "label", wrap=True), Label(one.tekst, wrap=True), spacing=2))
        self._past.setVisible(bool(notes))

    def _typed(self) -> dict[str, Any] | None:
        text = self.bericht.text()
        return {"tekst": text} if text.strip() else None

    # -- what the user did

    @Slot()
    def _give(self) -> None:
        to = self.aan.value() if self.aan is not None else None
        line = next((one for one in self._context.werkplek.accounts.alle() if one.id == to), None)
        if line is None or not self._filled():
            return
        words = "  ".join(line.herkenning)
        question = Question(
            f"Zijn dit de woorden van {line.naam}?",
            f"{words}\n\nLaat {line.naam} ze voorlezen bij Mijn account, samen of aan de telefoon. Kloppen ze niet "
            "alle zes? Geef dan geen sleutel. Wie deze woorden heeft, kan alles in uw vertrouwelijke dossier lezen.",
            "Vergeleken, sleutel geven",
            danger=True,
        )
        if self._context.ask.question(self, question):
            self._hand_over(line.id, f"{line.naam} heeft een sleutel en kan uw bericht lezen.")

    @Slot()
    def _keep(self) -> None:
        self._hand_over(None, "Het bericht is bewaard.")

    def _filled(self) -> bool:
        """Whether there is a message; without one no key is asked for."""
        try:
            self._service.check_bericht(self.bericht.text())
        except InvoerOnjuist as error:
            show_findings({"tekst": self._field}, error.findings)
            return False
        return True

    def _hand_over(self, to: str | None, said: str) -> None:
        try:
            self._service.draag_over(self.bericht.text(), to)
            self.keeper.throw_away()
        except InvoerOnjuist as error:
            show_findings({"tekst": self._field}, error.findings)
            return
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self._field.show_finding(None)
        self.saved.show_text("")
        self.reload()
        if to is not None:
            self._context.hub.publish(Changes.of(Topic.ACCOUNTS))
        self._context.bar.say(said)

    @Slot()
    def _show_card(self) -> None:
        paper = Papier(
            "Kaart en overdracht",
            "Kaart voor in de klas",
            "Eén blad, om op te hangen",
            partial(self._cards.kaart, dict(self.fotos)),
            naam="kaart vertrouwenspersoon",
            bewaar=self._cards.bewaar,
        )
        self.papier.show_work(paper)
        self.stack.setCurrentWidget(self.papier)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.gids.text())
        self._context.bar.say("De tekst is gekopieerd. Plak hem in de schoolgids.")

    @Slot()
    def _back(self) -> None:
        self.stack.setCurrentIndex(0)

    @Slot(object)
    def _kept(self, moment: Any) -> None:
        self.saved.show_saved(moment, "Concept bewaard")

    # -- Deel

    def shown(self) -> None:
        try:
            self.keeper.flush()
        except UserFacing as error:
            self._context.bar.show_error(error)
            return
        self.reload()

    def print_current(self) -> None:
        if self.stack.currentWidget() is self.papier:
            self.papier.print_now()
        else:
            self._show_card()

    def go_back(self) -> bool:
        if self.stack.currentWidget() is not self.papier:
            return False
        self.papier.leave()
        return True

    def flush_draft(self) -> None:
        self.keeper.flush()


def _concept() -> str:
    return "Bericht voor de opvolger"
