"""The sheet for the team meeting on its way out, with the two days that it tells between."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot

from svp_desktop.domain.datums import in_woorden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.teamblad import Teamoverleg, check_overleg
from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, UitvoerPage, Vorm
from svp_desktop.ui.widgets.base import Label, col, holder
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import Field, show_findings

_REST = 600
_EERSTE = "Van een eerder overleg is nog niets bewaard. Kies de dag van het vorige overleg."
_WEER = "Drukt u het blad af of slaat u het op? Dan begint het volgende blad bij dit overleg."


class TeamWerk:
    """What happened between two meetings."""

    terug = "Lopende casussen"
    titel = "Blad voor het teamoverleg"
    zin = "Wat er nieuw is, wie wat doet en wat u bespreekt."
    keuze = True
    persoonlijk = True
    vormen: tuple[Vorm, ...] = (Vorm(PDF, "PDF opslaan", "teamoverleg.pdf", "PDF"),)

    def __init__(self, context: Context, overleg: Teamoverleg) -> None:
        self._service, self._overleg = context.werkplek.teamblad, overleg

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._service.papier(self._overleg, namen=not zonder_namen))

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises UserFacing."""
        self._service.bewaar(self._overleg, blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        self._service.afgedrukt(self._overleg)


class TeambladPage(UitvoerPage):
    """The paper, made again when another day is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.vorig = DateEdit(context.today, name="Vorig overleg")
        self.overleg = DateEdit(context.today, name="Dit overleg")
        self._fields = {"vorig": Field("Nieuw sinds het overleg van", self.vorig)}
        self._fields["overleg"] = Field("Dit is het blad voor het overleg van", self.overleg)
        self._uitleg = Label("", "muted", wrap=True)
        self.add(holder(col(*self._fields.values(), self._uitleg, spacing=10)))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.apply)
        self._shown: Teamoverleg | None = None
        for edit in (self.vorig, self.overleg):
            edit.edited.connect(self._rest.start)
            edit.editingFinished.connect(self.apply)

    def begin(self) -> None:
        """The next sheet, as the school wants its names."""
        found = self._context.werkplek.teamblad.voorstel()
        self._shown = found.overleg
        self.vorig.set_day(found.overleg.vorig)
        self.overleg.set_day(found.overleg.overleg)
        self._uitleg.setText(_EERSTE if found.eerste else _WEER)
        show_findings(self._fields, ())
        self.show_work(TeamWerk(self._context, found.overleg), zonder_namen=not found.namen)

    @Slot()
    def apply(self) -> None:
        """Make the sheet again when the days are right and others than those of the sheet that is shown."""
        self._rest.stop()
        if self._shown is None or not self.isVisible():
            return
        days = [self._day(name, edit) for name, edit in (("vorig", self.vorig), ("overleg", self.overleg))]
        found = tuple(day for day in days if isinstance(day, Finding))
        good = [day for day in days if not isinstance(day, Finding)]
        wanted = Teamoverleg(*good) if len(good) == len(days) else None
        found = (*found, *(check_overleg(wanted, self._context.today()) if wanted else ()))
        show_findings(self._fields, found)
        if wanted is None or blocking(found):
            # the sheet in view is not the one that is asked for
            for knop in (self.afdrukken, *self.knoppen.values()):
                knop.setEnabled(False)
            return
        if wanted == self._shown:
            self._offer()
            return
        self._shown = wanted
        self._uitleg.setText(f"{in_woorden(wanted.overleg).capitalize()}. {_WEER}")
        self.show_work(TeamWerk(self._context, wanted), zonder_namen=self.zonder_namen())

    def _offer(self, doubts: Sequence[str] = ()) -> None:
        typing = next((edit for edit in (self.vorig, self.overleg) if edit.hasFocus()), None)
        super()._offer(doubts)
        if typing is not None:
            typing.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _day(name: str, edit: DateEdit) -> "Finding | date":
        found = edit.value()
        assert found is not None, "a day is asked"
        return Finding(name, found.message) if isinstance(found, Finding) else found
