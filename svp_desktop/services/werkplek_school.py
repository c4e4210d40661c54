"""The services of the school's own file, each made at its first use: the part of the workplace that the tabs share."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from svp_desktop.services.toegang import AccountKeuze

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.agenda import AgendaService
    from svp_desktop.services.bijlagen import BijlagenService
    from svp_desktop.services.briefteksten import BriefTekstenService
    from svp_desktop.services.casus_mensen import CasusMensenService
    from svp_desktop.services.casus_taken import CasusTakenService
    from svp_desktop.services.casus_tijdlijn import CasusTijdlijnService
    from svp_desktop.services.casussen import CasussenService
    from svp_desktop.services.concepten import ConceptenService
    from svp_desktop.services.eigen_staat import StaatService
    from svp_desktop.services.esis import EsisService
    from svp_desktop.services.gesprekken import GesprekkenService
    from svp_desktop.services.herstelgesprekken import HerstelgesprekkenService
    from svp_desktop.services.incidenten import IncidentenService
    from svp_desktop.services.inlezen import InleesService
    from svp_desktop.services.instellingen import InstellingenService
    from svp_desktop.services.inzage import InzageService
    from svp_desktop.services.inzagedossier import InzageDossierService
    from svp_desktop.services.inzicht import InzichtService
    from svp_desktop.services.kalender import KalenderService
    from svp_desktop.services.kindverloop import KindverloopService
    from svp_desktop.services.mail import MailService
    from svp_desktop.services.papieren import PapierenService
    from svp_desktop.services.personen import PersonenService
    from svp_desktop.services.pest_overzicht import PestOverzichtService
    from svp_desktop.services.pest_papieren import PestPapierenService
    from svp_desktop.services.pestzaken import PestzakenService
    from svp_desktop.services.preventie import PreventieService
    from svp_desktop.services.school import SchoolService
    from svp_desktop.services.signalen import SignalenService
    from svp_desktop.services.teamblad import TeambladService
    from svp_desktop.services.thuisschool import ThuisSchoolService
    from svp_desktop.services.turven import TurvenService
    from svp_desktop.services.uitvoer import UitvoerService

#: Name of the state that tells which person of the register an account is.
PERSOON = "persoon"


class SchoolDiensten:
    """What the school's own file offers to who can open it."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self.clock = clock
        self.account = AccountKeuze.of(kluis.account)

    @cached_property
    def persoon_id(self) -> int | None:
        """The person of the register who this account is, when that is known."""
        from svp_desktop.kluis import state

        with self._kluis.school.reading() as rx:
            found: int | None = state.get(rx, PERSOON)
        return found

    @cached_property
    def school(self) -> "SchoolService":
        """Letterhead, groups and roles."""
        from svp_desktop.services.school import SchoolService

        return SchoolService(self._kluis, self.clock)

    @cached_property
    def staat(self) -> "StaatService":
        """What this account keeps for itself: saved views, columns, templates."""
        from svp_desktop.services.eigen_staat import StaatService

        return StaatService(self._kluis)

    @cached_property
    def instellingen(self) -> "InstellingenService":
        """Lists, thresholds and terms."""
        from svp_desktop.services.instellingen import InstellingenService

        return InstellingenService(self._kluis, self.clock)

    @cached_property
    def personen(self) -> "PersonenService":
        """Pupils, parents, staff and others."""
        from svp_desktop.services.personen import PersonenService

        return PersonenService(self._kluis, self.clock)

    @cached_property
    def incidenten(self) -> "IncidentenService":
        """The incident register."""
        from svp_desktop.services.incidenten import IncidentenService

        return IncidentenService(self._kluis, self.clock)

    @cached_property
    def bijlagen(self) -> "BijlagenService":
        """Photos and PDFs of an incident."""
        from svp_desktop.services.bijlagen import BijlagenService

        return BijlagenService(self._kluis, self.clock)

    @cached_property
    def inzage(self) -> "InzageService":
        """How far back the register is shown."""
        from svp_desktop.services.inzage import InzageService

        return InzageService(self._kluis, self.clock)

    @cached_property
    def esis(self) -> "EsisService":
        """What of the incidents goes into Esis, per child."""
        from svp_desktop.services.esis import EsisService

        return EsisService(self._kluis, self.clock)

    @cached_property
    def mail(self) -> "MailService":
        """E-mails of colleagues without access, as proposals."""
        from svp_desktop.services.mail import MailService

        return MailService(self._kluis, self.clock)

    @cached_property
    def signalen(self) -> "SignalenService":
        """What adds up, overleg and its actions, points for the agenda."""
        from svp_desktop.services.signalen import SignalenService

        return SignalenService(self._kluis, self.clock)

    @cached_property
    def agenda(self) -> "AgendaService":
        """Open points for discussion on paper."""
        from svp_desktop.services.agenda import AgendaService

        return AgendaService(self._kluis, self.clock)

    @cached_property
    def teamblad(self) -> "TeambladService":
        """The sheet for the team meeting."""
        from svp_desktop.services.teamblad import TeambladService

        return TeambladService(self._kluis, self.clock, self.casussen)

    @cached_property
    def kindverloop(self) -> "KindverloopService":
        """Everything about one child in the order of time."""
        from svp_desktop.services.kindverloop import KindverloopService

        return KindverloopService(self._kluis, self.clock, self.inzage)

    @cached_property
    def kalender(self) -> "KalenderService":
        """School days and the table of school-free days."""
        from svp_desktop.services.kalender import KalenderService

        return KalenderService(self._kluis, self.clock)

    @cached_property
    def turven(self) -> "TurvenService":
        """Ticks of the gele mand."""
        from svp_desktop.services.turven import TurvenService

        return TurvenService(self._kluis, self.clock)

    @cached_property
    def inzicht(self) -> "InzichtService":
        """Counts of the register."""
        from svp_desktop.services.inzicht import InzichtService

        return InzichtService(self._kluis, self.clock)

    @cached_property
    def uitvoer(self) -> "UitvoerService":
        """What leaves the program: list, meldingsformulier, meldwijzer."""
        from svp_desktop.services.uitvoer import UitvoerService

        return UitvoerService(self._kluis, self.clock, self.inzage)

    @cached_property
    def preventie(self) -> "PreventieService":
        """Actions that prevent."""
        from svp_desktop.services.preventie import PreventieService

        return PreventieService(self._kluis, self.clock)

    @cached_property
    def casussen(self) -> "CasussenService":
        """Running and closed casussen."""
        from svp_desktop.services.casussen import CasussenService

        return CasussenService(self._kluis.school, self.clock, self.persoon_id)

    @cached_property
    def thuisschool(self) -> "ThuisSchoolService":
        """Thuis-school of a casus, with its contact clock."""
        from svp_desktop.services.thuisschool import ThuisSchoolService

        return ThuisSchoolService(self._kluis.school, self.clock)

    @cached_property
    def casusmensen(self) -> "CasusMensenService":
        """The people around a casus."""
        from svp_desktop.services.casus_mensen import CasusMensenService

        return CasusMensenService(self._kluis.school, self.clock)

    @cached_property
    def casustaken(self) -> "CasusTakenService":
        """Tasks of a casus."""
        from svp_desktop.services.casus_taken import CasusTakenService

        return CasusTakenService(self._kluis.school, self.clock)

    @cached_property
    def inzagedossier(self) -> "InzageDossierService":
        """The dossier of a child for inzage by its parents, with others black."""
        from svp_desktop.services.inzagedossier import InzageDossierService

        return InzageDossierService(self._kluis, self.clock)

    @cached_property
    def casustijdlijn(self) -> "CasusTijdlijnService":
        """The timeline of a casus on paper."""
        from svp_desktop.services.casus_tijdlijn import CasusTijdlijnService

        return CasusTijdlijnService(self._kluis, self.clock)

    @cached_property
    def gesprekken(self) -> "GesprekkenService":
        """Talks of a casus."""
        from svp_desktop.services.gesprekken import GesprekkenService

        return GesprekkenService(self._kluis.school, self.clock)

    @cached_property
    def herstelgesprekken(self) -> "HerstelgesprekkenService":
        """Herstelgesprekken of a casus."""
        from svp_desktop.services.herstelgesprekken import HerstelgesprekkenService

        return HerstelgesprekkenService(self._kluis.school, self.clock)

    @cached_property
    def papieren(self) -> "PapierenService":
        """Letters of a casus."""
        from svp_desktop.services.papieren import PapierenService

        return PapierenService(self._kluis, self.clock)

    @cached_property
    def briefteksten(self) -> "BriefTekstenService":
        """The texts of the papers, for the school to edit."""
        from svp_desktop.services.briefteksten import BriefTekstenService

        return BriefTekstenService(self._kluis, self.clock)

    @cached_property
    def pestzaken(self) -> "PestzakenService":
        """Pestzaken, for who leads them; everybody may report."""
        from svp_desktop.services.pestzaken import PestzakenService

        return PestzakenService(
            self._kluis.school, self.clock, leidt=self._leidt_pestzaken(), eigen_persoon_id=self.persoon_id
        )

    @cached_property
    def pest_papieren(self) -> "PestPapierenService":
        """The papers of a pestzaak, for who leads them."""
        from svp_desktop.services.pest_papieren import PestPapierenService

        return PestPapierenService(self._kluis.school, self.clock, leidt=self._leidt_pestzaken())

    @cached_property
    def pest_overzicht(self) -> "PestOverzichtService":
        """All pestzaken together, for who leads them."""
        from svp_desktop.services.pest_overzicht import PestOverzichtService

        return PestOverzichtService(self._kluis.school, self.clock, leidt=self._leidt_pestzaken())

    def _leidt_pestzaken(self) -> bool:
        from svp_desktop.domain.pest_toegang import leidt

        me = self.account
        others = [one["pest"] for one in self._kluis.ring["users"] if one["status"] == "actief" and one["id"] != me.id]
        return leidt(me.rol, me.pest, others)

    @cached_property
    def inlezen(self) -> "InleesService":
        """Pupils from a file."""
        from svp_desktop.services.inlezen import InleesService

        return InleesService(self._kluis, self.clock)

    @cached_property
    def concepten(self) -> "ConceptenService":
        """What is being typed."""
        from svp_desktop.services.concepten import ConceptenService

        return ConceptenService(self._kluis.school, self.clock)
