"""A check with the child: two questions, its own words, and a scale at which it can point (108)."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_nazorg import SCHAAL, SCHAAL_WOORDEN, Check, CheckAntwoord, CheckDraft, check_draft_of
from svp_desktop.services.pestzaken import sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.pesten.formulier import PestForm
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.notice import Notice, State

_VOOR = "Vraag het aan het kind zelf, op een rustige plek. Laat het kind de schaal aanwijzen. Schrijf zijn woorden op."
_NIET = ("Het is nog niet gestopt.", "Spreek af wat er nu anders gaat, en vraag het kind opnieuw.")


class CheckForm(PestForm[CheckDraft]):
    """Form <-> CheckDraft. `removed` when a planned check is to go."""

    removed = Signal(int)

    def __init__(self, context: Context) -> None:
        answers = [(one, label(one)) for one in CheckAntwoord]
        self.nagekomen = Segmented(answers, name="Zijn de afspraken nagekomen?")
        self.gestopt = Segmented(answers, name="Is het gestopt?")
        self.schaal = Segmented(
            [(one, f"{one}  {SCHAAL_WOORDEN[one]}") for one in SCHAAL], name="Hoe is het op school?"
        )
        self.woorden = Area(placeholder="Zoals het kind het zegt", height=120)
        self.datum, self.opnieuw = DateEdit(context.today), DateEdit(context.today, optional=True, komend=True)
        self.door = edit(placeholder="Bijvoorbeeld: Farid Aydin")
        self.anders = Area(placeholder="Wat doen wij vanaf nu anders?", height=70)
        self.notitie = Area(placeholder="Wat u zelf zag, apart van de woorden van het kind", height=60)
        self.niet = Notice(State.LET_OP, *_NIET, compact=True)
        fields = {
            "nagekomen": Field("“Doet iedereen wat we hebben afgesproken?”", self.nagekomen),
            "gestopt": Field("“Is het gestopt?”", self.gestopt),
            "schaal": Field("“Hoe is het nu op school? Wijs maar aan.”", self.schaal),
            "woorden": Field("In de woorden van het kind", self.woorden),
            "gehouden_op": Field("Gevraagd op", self.datum),
            "door": Field("Gevraagd door", self.door),
            "volgende": Field("Wat doet u nu anders?", self.anders),
            "volgende_op": Field("Opnieuw vragen op", self.opnieuw),
            "notitie": Field("Wat u zelf zag", self.notitie),
        }
        super().__init__(context, CheckDraft, self._body(fields), fields, "een check in een pestzaak")
        self._check: Check | None = None
        self.remove.setText("Check weghalen")
        self.delete.connect(self._remove)
        for part in (self.nagekomen, self.gestopt, self.schaal):
            part.changed.connect(self._answered)
        for day in (self.datum, self.opnieuw):
            day.edited.connect(self.touched)
        self.door.textEdited.connect(self.touched)
        for area in (self.woorden, self.anders, self.notitie):
            area.textChanged.connect(self.touched)

    def _body(self, part: dict[str, Field]) -> QWidget:
        child = card(
            Label(_VOOR, "muted", wrap=True),
            row((part["nagekomen"], 1), (part["gestopt"], 1), spacing=16),
            part["schaal"],
            part["woorden"],
            title="Gevraagd aan het kind",
            spacing=12,
        )
        around = card(part["gehouden_op"], part["door"], part["notitie"], spacing=10)
        self._again = card(self.niet, part["volgende"], part["volgende_op"], spacing=10)
        return holder(row((col(child, None), 3), (col(around, self._again, None, spacing=12), 2), spacing=12))

    def begin(self, beeld: PestBeeld, check: Check | None) -> None:
        """A planned check, one that was held to read back, or (None) an extra one."""
        self._check = check
        held = check is not None and check.gehouden_op is not None
        self.about(beeld, f"Check {check.naam().lower()}" if check and check.inhoud.weken else "Extra check")
        self.remove.setVisible(check is not None and not held and beeld.zaak.open)
        self.start(
            sleutel(beeld.zaak.id, "check", check.id if check else 0),
            check_draft_of(check) if check else CheckDraft(),
            new=not held,
            open_for_change=beeld.zaak.open and not held,
        )
        self.nagekomen.parts()[0].setFocus()

    def draft(self) -> CheckDraft:
        def answer(part: Segmented) -> CheckAntwoord | None:
            value = part.value()
            return value if isinstance(value, CheckAntwoord) else None

        scale = self.schaal.value()
        return CheckDraft(
            self.datum.text().strip(),
            self.door.text(),
            self.woorden.text(),
            scale if isinstance(scale, int) else None,
            answer(self.nagekomen),
            answer(self.gestopt),
            self.anders.text(),
            self.opnieuw.text().strip(),
            self.notitie.text(),
        )

    def fill(self, draft: CheckDraft) -> None:
        self.datum.setText(draft.gehouden_op)
        if draft.gehouden_op == "vandaag":
            self.datum.set_day(self._context.today())
        self.door.setText(draft.door or self._context.werkplek.account.naam)
        self.woorden.setText(draft.woorden)
        self.schaal.set_value(draft.schaal)
        self.nagekomen.set_value(draft.nagekomen)
        self.gestopt.set_value(draft.gestopt)
        self.anders.setText(draft.volgende)
        self.opnieuw.setText(draft.volgende_op)
        self.notitie.setText(draft.notitie)
        self._follow()

    @Slot(object)
    def _answered(self, _value: object) -> None:
        self._follow()
        self.touched()

    def _follow(self) -> None:
        """What is asked further is asked only when the child says that it goes on."""
        goes_on = self.gestopt.value() in (CheckAntwoord.DEELS, CheckAntwoord.NEE)
        typed = bool(self.anders.text().strip() or self.opnieuw.text().strip())
        self._again.setVisible(goes_on or typed)
        self.niet.setVisible(goes_on)

    @Slot()
    def _remove(self) -> None:
        if self._check is not None:
            self.removed.emit(self._check.id)

    def check(self, draft: CheckDraft) -> tuple[Finding, ...]:
        return self._service.check_check(draft, self.beeld.zaak.gemeld_op)

    def put(self, draft: CheckDraft) -> Outcome[Any]:
        known = self._check
        return self._service.houd_check(
            self.beeld.zaak.id, known.id if known else 0, draft, known.versie if known else 1
        )
