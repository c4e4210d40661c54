"""A paper of a pestzaak on its way: for which child, which agreements, seen, printed, and kept as it was handed out."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_papier import TITELS, VAN_UITREIKEN, BladRegel, PestBlad, PestPapierDraft
from svp_desktop.domain.uitreiken import Wijze
from svp_desktop.services.pest_papieren import papier_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.paper_pane import PaperPane
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.tabs.pesten.namen import uit_elkaar
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, clear, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, primary, set_primary
from svp_desktop.ui.widgets.dates import DateEdit, guard_wheel
from svp_desktop.ui.widgets.fields import Area, Field, edit

_VASTLEGGEN = "Uitreiken vastleggen"
_WOORDEN = "De woorden op dit blad staan bij Instellingen, Pesten. Daar past u ze aan voor uw school."
_AFSPRAKEN = "Vink aan wat op dit blad mag. Namen van andere kinderen staan er nooit op."
_KAART = "Druk dit blad af en vouw het twee keer. Wat nu op zijn kop staat, komt zo goed in de kaart te staan."
_LEEG = "Er is nog geen afspraak vastgelegd in deze zaak."
_NIET = "Op dit blad staat nog iets wat niet mag. Pas dat eerst aan; dan kunt u afdrukken."
_WACHT = 250


class BladRegels(QWidget):
    """The agreements of the sheet: a tick and the words as they stand there. `changed` for every change by the user."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[int, ...] = ()
        self.vinkjes: list[QCheckBox] = []
        self.woorden: list[Area] = []
        self.fields: dict[str, Field] = {}
        self._rows = col(spacing=8)
        self.setLayout(self._rows)

    def value(self) -> tuple[BladRegel, ...]:
        """What is chosen and typed."""
        return tuple(
            BladRegel(step, box.isChecked(), words.text())
            for step, box, words in zip(self._ids, self.vinkjes, self.woorden, strict=True)
        )

    def set_value(self, lines: Iterable[BladRegel]) -> None:
        """Show these, without telling."""
        clear(self._rows)
        self._ids, self.vinkjes, self.woorden, self.fields = (), [], [], {}
        for at, line in enumerate(lines):
            box, words = QCheckBox("Op het blad"), Area(line.wat, height=scaled(54), name=f"Afspraak {at + 1}")
            box.setChecked(line.aan)
            self._ids = (*self._ids, line.stap_id)
            self.vinkjes.append(box)
            self.woorden.append(words)
            self.fields[f"regel{at}"] = made = Field(f"Afspraak {at + 1}", words, trailing=box)
            box.clicked.connect(self.changed)
            words.textChanged.connect(self.changed)
            self._rows.addWidget(made)


class PapierForm(PestForm[PestPapierDraft]):
    """Form <-> PestPapierDraft, with the very paper beside it."""

    def __init__(self, context: Context) -> None:
        self._papieren = context.werkplek.pest_papieren
        self._blad = PestBlad.AFSPRAKEN
        self.voorbeeld = PaperPane(context)
        self.voorbeeld.view.fit_width()
        self.voorbeeld.setMinimumHeight(scaled(430))
        self.voor, self.regels = QComboBox(), BladRegels()
        guard_wheel(self.voor)
        self.datum = DateEdit(context.today, name="Dag van uitreiken")
        self.aan = edit(placeholder="bijvoorbeeld: Noor en moeder", name="Aan wie?")
        self.wijze = Segmented(
            [(Wijze.OP_PAPIER, "op papier"), (Wijze.ANDERS, "anders")], Wijze.OP_PAPIER, small=True, name="Hoe?"
        )
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.pdf = button("PDF opslaan…", "download")
        self._uitleg = Label(_WOORDEN, "muted", wrap=True)
        self._stop = Label(_NIET, "danger", wrap=True)
        fields = {
            "voor": Field("Voor welk kind?", self.voor),
            "regels": Field("Wat er op het blad staat", holder(col(self._uitleg, self.regels, spacing=8))),
            "datum": Field("Uitgereikt op", self.datum),
            "aan": Field("Aan wie?", self.aan),
        }
        self._timer = QTimer()
        super().__init__(context, PestPapierDraft, self._body(fields), fields, "een papier van een pestzaak")
        self.opslaan.setText(_VASTLEGGEN)
        # first it is printed, then it is given
        set_primary(self.opslaan, False)
        self._connect()

    def _body(self, fields: dict[str, Field]) -> QWidget:
        self._keuze = card(fields["voor"], fields["regels"], self._stop, self.afdrukken, self.pdf, spacing=10)
        self._uitreik = card(
            fields["datum"], fields["aan"], Field("Hoe?", self.wijze), title="Gegeven aan kind of ouder", spacing=10
        )
        right = holder(col(self._keuze, self._uitreik, None, spacing=12))
        right.setFixedWidth(min(scaled(360), 470))
        return holder(row((self.voorbeeld, 1), right, spacing=12))

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WACHT)
        self._timer.timeout.connect(self.look)
        self.left.connect(self._timer.stop)
        self.done.connect(self._timer.stop)
        self.voor.activated.connect(self._other_child)
        self.regels.changed.connect(self._changed)
        self.datum.textEdited.connect(self.touched)
        self.aan.textEdited.connect(self.touched)
        self.wijze.changed.connect(self.touched)
        self.afdrukken.clicked.connect(self.voorbeeld.print_now)
        self.voorbeeld.printed.connect(self._printed)
        self.pdf.clicked.connect(self._save_pdf)

    def begin(self, beeld: PestBeeld, blad: PestBlad) -> None:
        """This paper with what is known. Raises NietGevonden, GeenToegang."""
        self._blad = blad
        self.about(beeld, TITELS[blad])
        self.voor.clear()
        readers = ((one.persoon_id, one.naam, one.rol) for one in self._papieren.lezers(beeld, blad))
        for person, name in uit_elkaar(readers).items():
            self.voor.addItem(name, person)
        self._fields["voor"].setVisible(self.voor.count() > 0)
        self._uitreik.setVisible(blad.uit_te_reiken)
        begun = self._papieren.begin(beeld.zaak.id, blad)
        agreements = blad is PestBlad.AFSPRAKEN
        sheet = f"{_KAART}\n\n{_WOORDEN}" if self._blad is PestBlad.NAZORGKAART else _WOORDEN
        self._uitleg.setText((_AFSPRAKEN if begun.regels else _LEEG) if agreements else sheet)
        self.start(papier_sleutel(beeld.zaak.id, blad), begun, new=True, open_for_change=True)
        # a closed pestzaak still shows and prints its papers
        self.opslaan.setVisible(blad.uit_te_reiken and beeld.zaak.open)
        self.look()
        (self.voor if self.voor.count() else self.afdrukken).setFocus()

    def draft(self) -> PestPapierDraft:
        how = self.wijze.value()
        return PestPapierDraft(
            self.voor.currentData(),
            self.regels.value(),
            self.datum.text(),
            self.aan.text(),
            how if isinstance(how, Wijze) else Wijze.OP_PAPIER,
        )

    def fill(self, draft: PestPapierDraft) -> None:
        self.voor.setCurrentIndex(self.voor.findData(draft.voor_id))
        self._show_lines(draft.regels)
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.aan.setText(draft.aan)
        self.wijze.set_value(draft.wijze)

    def check(self, draft: PestPapierDraft) -> tuple[Finding, ...]:
        return self._papieren.check(self.beeld.zaak.id, self._blad, draft)

    def put(self, draft: PestPapierDraft) -> Outcome[Any]:
        outcome = self._papieren.reik_uit(self.beeld.zaak.id, self._blad, draft)
        self._context.bar.say("Vastgelegd. Het papier staat bij Uitgereikt.")
        return outcome

    def _show_lines(self, lines: Iterable[BladRegel]) -> None:
        for name in self.regels.fields:
            self._fields.pop(name, None)
        self.regels.set_value(lines)
        self._fields.update(self.regels.fields)

    @Slot()
    def _other_child(self) -> None:
        chosen = self.voor.currentData()
        try:
            self._show_lines(self._papieren.begin(self.beeld.zaak.id, self._blad, chosen).regels)
        except UserFacing as error:
            self.show_failed(error)
            return
        self._changed()

    @Slot()
    def _changed(self) -> None:
        self.touched()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """The paper as it is now; the guards speak before the button."""
        draft, zaak_id = self.draft(), self.beeld.zaak.id
        try:
            findings = [one for one in self.check(draft) if one.field not in VAN_UITREIKEN]
            pdf = self._papieren.maak(zaak_id, self._blad, draft)
            self.voorbeeld.show_paper(pdf)
        except UserFacing as error:
            self.voorbeeld.forget()
            self._allow(allowed=False)
            self.show_failed(error)
            return
        shown = {one.field: one for one in sorted(findings, key=lambda one: one.blocks)}
        for name, field in self._fields.items():
            # the keyboard stays where the user types
            field.show_finding(shown.get(name))
        self._allow(allowed=not any(one.blocks for one in findings))

    def _allow(self, *, allowed: bool) -> None:
        self._stop.setVisible(not allowed)
        self.afdrukken.setEnabled(allowed)
        self.pdf.setEnabled(allowed)

    @Slot()
    def print_now(self) -> None:
        """To the printer, when nothing stops the paper."""
        if self.afdrukken.isEnabled():
            self.voorbeeld.print_now()

    @Slot()
    def _printed(self) -> None:
        self._papieren.afgedrukt(self.beeld.zaak.id)
        self._out("Het blad is naar de printer gestuurd.")

    @Slot()
    def _save_pdf(self) -> None:
        name = f"{TITELS[self._blad].partition(':')[0]}.pdf"
        path = self._context.ask.save_file(self, "PDF opslaan", name, (("PDF", "*.pdf"),))
        if path is None:
            return
        if path.suffix.lower() != ".pdf":
            path = path.with_name(f"{path.name}.pdf")
        try:
            self._papieren.bewaar(self.beeld.zaak.id, self.voorbeeld.pdf(), path)
        except UserFacing as error:
            self.show_failed(error)
            return
        self._out("Opgeslagen. Let op: dit bestand is niet versleuteld.")

    def _out(self, words: str) -> None:
        self._context.hub.publish(Changes.of(Topic.SPOOR))
        self._context.bar.say(words)
