"""A school with more accounts than one, each entered through the services; and the printer that tests hand in."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from svp_desktop import app
from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import a4_printer
from svp_desktop.ui.program import Program

DIRECTEUR = "Hanneke Vos"
#: Short name -> name on the unlock page and role.
NAMEN = {
    "coordinator": ("Bram Kuiper", Rol.KWALITEITSCOORDINATOR),
    "eerste": ("Carla Bos", Rol.INTERNE_VERTROUWENSPERSOON),
    "tweede": ("Dirk Lam", Rol.INTERNE_VERTROUWENSPERSOON),
}
WACHTWOORD = "vier losse woorden, klaar"


@dataclass
class Ploeg:
    """Opens one school as one of the team at a time; everyone has the same password here."""

    running: object
    folder: Path = Path()
    ids: dict[str, str] = field(default_factory=dict)
    _last: list[Werkplek] = field(default_factory=list)

    def enter(self, who: str) -> Werkplek:
        """Unlock as this one; whoever was in before is locked."""
        self.leave()
        made = self.running.toegang().ontgrendel(self.folder, self.ids[who], WACHTWOORD)
        self._last.append(made)
        return made

    def work(self) -> Werkplek:
        """What the one who is in works with."""
        return self._last[-1]

    def kluis(self) -> Kluis:
        """The kluis of the one who is in, to look at what lies in its files."""
        return self.work()._kluis

    def leave(self) -> None:
        """Lock, also what a program has open."""
        for program in self.running.programs:
            program.quit()
        for werkplek in self._last:
            werkplek.vergrendel()
        self._last.clear()

    def program(self, who: str) -> Program:
        """The program as this one sees it after unlocking."""
        werkplek = self.enter(who)
        made = self.running.again()
        made.gate.opened.emit(werkplek, "")
        QTest.qWait(1)
        assert made.notices is not None
        return made

    def join(self, who: str, *, school: bool = True) -> None:
        """Invite and accept, and give what the role has by default."""
        name, role = NAMEN[who]
        invitation = self.enter("directeur").accounts.nodig_uit(name, role)
        self.leave()
        self.ids[who] = invitation.account_id
        words = " ".join(invitation.woorden)
        self.running.toegang().aanvaard(self.folder, self.ids[who], words, WACHTWOORD).vergrendel()
        if school:
            self.enter("directeur").accounts.geef_toegang(self.ids[who], "school")
        if who == "tweede" and "eerste" in self.ids:
            self.enter("eerste").accounts.geef_toegang(self.ids[who], "meldcode")
        self.leave()


@pytest.fixture
def ploeg(running) -> Callable[..., Ploeg]:
    """Makes the school with its directeur and these others."""
    running.pages = app.pages
    running.make_school()
    school = running.toegang().scholen()[0]
    made = Ploeg(running, school.folder, {"directeur": school.accounts[0].id})

    def make(*others: str) -> Ploeg:
        for who in others:
            made.join(who)
        return made

    return make


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """A printer that writes what it prints to a file of the test."""
    made = a4_printer("proef")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    return made
