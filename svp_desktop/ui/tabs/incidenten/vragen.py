"""What the chosen kinds ask further (demand 26), and what follows from kinds and persons (demands 1, 27)."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Letsel, Politie, Soort, Zeden, partijen
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.themas import themas
from svp_desktop.ui.widgets.base import TOP, Icon, Label, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, link
from svp_desktop.ui.widgets.flow import Flow
from svp_desktop.ui.widgets.notice import Notice, State

POLITIE = frozenset({Soort.BEDREIGING, Soort.CHANTAGE, Soort.VERNIELING, Soort.BESCHADIGING_DIEFSTAL})

_ELDERS = "Schrijf hier alleen dat u het meldde: het verslag zelf hoort niet in dit register."


class Vragen(QWidget):
    """The lines under the kinds. A question shows when a kind asks it, and when it was answered."""

    edited = Signal()
    zeden_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._instellingen = Instellingen()
        self.zeden = _choice([(answer, label(answer)) for answer in Zeden], "Medewerker betrokken")
        self.letsel = _choice([(answer, label(answer)) for answer in Letsel], "Letsel")
        self.politie = Segmented(
            [(answer, label(answer)) for answer in Politie], Politie.NVT, small=True, name="Politie", wraps=True
        )
        self.arbo = QCheckBox("Ongeval van een medewerker gemeld (arbo)")
        self.plicht = Notice(State.BLOK, "", compact=True)
        self.afgeleid = Label("", "small", wrap=True)
        self._words = {code: Label("") for code in ("zeden", "letsel", "politie")}
        self._words["pesten"] = Label("", "muted", wrap=True)
        self._pest = _line(self._words["pesten"])
        self._zeden = _asked(self._words["zeden"], self.zeden)
        self._letsel = _asked(self._words["letsel"], self.letsel, self.arbo)
        # its words are many: they stand under the question, on more lines where the column is narrow
        self._politie = _line(holder(col(self._words["politie"], self.politie, spacing=3)))
        self.setLayout(col(self._pest, self._zeden, self.plicht, self._letsel, self._politie, self.afgeleid, spacing=5))
        for part in (self.zeden, self.letsel, self.politie):
            part.changed.connect(self._changed)
        self.arbo.toggled.connect(self._changed)
        self._draft = IncidentDraft()
        self.set_school(self._instellingen)
        self.load(self._draft)

    def set_school(self, instellingen: Instellingen) -> None:
        """The school's questions, and its text of the duty."""
        self._instellingen = instellingen
        for code, question in self._words.items():
            question.setText(instellingen.tekst(f"vraag.{code}"))
        self.follow(self._draft)

    def values(self) -> dict[str, Any]:
        """The fields of the draft that are answered here."""
        return {
            "zeden": self.zeden.value(),
            "letsel": self.letsel.value(),
            "politie": self.politie.value(),
            "arbo": self.arbo.isChecked(),
        }

    def load(self, draft: IncidentDraft) -> None:
        """Show the answers of this draft."""
        self.zeden.set_value(draft.zeden)
        self.letsel.set_value(draft.letsel)
        self.politie.set_value(draft.politie)
        self.arbo.setChecked(draft.arbo)
        self.follow(draft)

    def follow(self, draft: IncidentDraft) -> None:
        """Ask what these kinds and persons ask."""
        self._draft = draft
        kinds = {choice.soort for choice in draft.soorten}
        staff = any(person.categorie is PersoonSoort.MEDEWERKER for person in draft.betrokkenen)
        hurt = Soort.ONGEVAL in kinds or draft.letsel is not Letsel.GEEN
        sexual = Soort.SEKSUELE_INTIMIDATIE in kinds
        self._pest.setVisible(Soort.PESTEN in kinds)
        self._zeden.setVisible(sexual or draft.zeden is not Zeden.ONBEKEND)
        self._letsel.setVisible(hurt or draft.arbo)
        self.arbo.setVisible((hurt and staff) or draft.arbo)
        self._politie.setVisible(bool(kinds & POLITIE) or draft.politie is not Politie.NVT)
        suspected = any(
            person.categorie is PersoonSoort.MEDEWERKER and Betrokkenheid.DADER in person.rollen
            for person in draft.betrokkenen
        )
        self._show_duty(draft.zeden is Zeden.JA or (sexual and suspected and draft.zeden is not Zeden.NEE))
        self._show_derived(draft)
        parts = (self._pest, self._zeden, self._letsel, self._politie, self.afgeleid, self.plicht)
        self.setVisible(any(not part.isHidden() for part in parts))

    def stops(self) -> list[QWidget]:
        """What Tab walks, in order."""
        return [*self.zeden.parts(), *self.letsel.parts(), self.arbo, *self.politie.parts()]

    def _show_duty(self, on: bool) -> None:
        self.plicht.setVisible(on)
        if on:
            record = link("Naar Zedenmisdrijf", tip="Wat u nu doet, en het verslag dat hier niet hoort")
            record.clicked.connect(self.zeden_wanted)
            words = f"{self._instellingen.tekst('zeden_uitleg')}\n{_ELDERS}"
            self.plicht.show_message(State.BLOK, "Meld dit nu aan het bestuur", words, [record])

    def _show_derived(self, draft: IncidentDraft) -> None:
        pairs = [label(pair) for pair in sorted(partijen(draft.betrokkenen), key=lambda pair: pair.value)]
        found = themas(choice.soort for choice in draft.soorten)
        topics = [label(topic).lower() for topic in sorted(found, key=lambda topic: topic.value)]
        parts = [f"Tussen: {', '.join(pairs)}."] if pairs else []
        parts += [f"Thema: {', '.join(topics)}."] if topics else []
        self.afgeleid.setText(" ".join(parts))
        self.afgeleid.setVisible(bool(parts))

    @Slot()
    def _changed(self) -> None:
        self.edited.emit()


def _choice(options: list[tuple[Any, str]], name: str) -> Segmented:
    return Segmented(options, options[0][0], small=True, name=name)


def _asked(question: Label, answers: Segmented, *more: QWidget) -> QWidget:
    question.setMinimumHeight(answers.sizeHint().height())
    return _line(Flow(question, answers, *more))


def _line(content: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(row((Icon("corner-down-right"), TOP), (content, 1)))
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
