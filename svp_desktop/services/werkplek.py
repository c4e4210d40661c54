"""The unlocked workplace of one account: every service of the window, and what it shows first.

A service is made at its first use, so that unlocking loads no more than the page that is shown.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from svp_desktop.services.toegang import AccountKeuze

if TYPE_CHECKING:
    from pathlib import Path

    from svp_desktop.domain.errors import UserFacing
    from svp_desktop.domain.instellingen import Instellingen
    from svp_desktop.domain.papier import Briefhoofd
    from svp_desktop.domain.toegang import Melding
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.aantekeningen import AantekeningenService
    from svp_desktop.services.accounts import AccountsService
    from svp_desktop.services.agenda import AgendaService
    from svp_desktop.services.bijlagen import BijlagenService
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
    from svp_desktop.services.meldcode import MeldcodeService
    from svp_desktop.services.papieren import PapierenService
    from svp_desktop.services.personen import PersonenService
    from svp_desktop.services.pestzaken import PestzakenService
    from svp_desktop.services.preventie import PreventieService
    from svp_desktop.services.reservekopie_werk import ReservekopieenService
    from svp_desktop.services.school import SchoolService
    from svp_desktop.services.signalen import SignalenService
    from svp_desktop.services.sleutels import SleutelsService
    from svp_desktop.services.spoor import SpoorService
    from svp_desktop.services.thuisschool import ThuisSchoolService
    from svp_desktop.services.turven import TurvenService
    from svp_desktop.services.uitvoer import UitvoerService
    from svp_desktop.services.zedenmeldingen import ZedenmeldingenService
    from svp_desktop.services.zoeken import Treffer

_PLACE = "venster_plek"
_PERSON = "persoon"


class Tellingen(NamedTuple):
    """Counters of Vandaag and the tabs: incidents of this school year, running casussen, and tasks by when."""

    incidenten: int
    casussen: int
    te_laat: int
    vandaag: int
    deze_week: int
    concepten: int


class TaakRegel(NamedTuple):
    """Something that waits: a planned action of a running casus, or, with `pagina`, a record on another page.

    `sleutel` is the key that a draft of it has or would have: it leads to the very form within the casus.
    """

    casus_id: int
    titel: str
    zin: str
    datum: date
    te_laat: bool
    pagina: str = ""
    record: int = 0
    sleutel: str = ""


class Werkplek:
    """What the window works with between unlocking and locking."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], policy: "KdfPolicy") -> None:
        self._kluis = kluis
        self._policy = policy
        self.clock = clock
        self.account = AccountKeuze.of(kluis.account)
        self.demo = kluis.info.demo

    @property
    def folder(self) -> "Path":
        """The folder of this kluis, to remember which one was open last."""
        return self._kluis.folder

    @cached_property
    def persoon_id(self) -> int | None:
        """The person of the register who this account is, when that is known."""
        from svp_desktop.kluis import state

        with self._kluis.school.reading() as rx:
            found: int | None = state.get(rx, _PERSON)
        return found

    def koppel_persoon(self, persoon_id: int) -> None:
        """Remember which person of the register this account is."""
        from svp_desktop.kluis import state

        with self._kluis.school.transaction() as tx:
            state.put(tx, _PERSON, persoon_id)
        self.__dict__.pop("persoon_id", None)

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
    def pestzaken(self) -> "PestzakenService":
        """Pestzaken, for who leads them; everybody may report."""
        from svp_desktop.domain.pest_toegang import leidt
        from svp_desktop.services.pestzaken import PestzakenService

        me, own = self.account, self.persoon_id
        others = [one["pest"] for one in self._kluis.ring["users"] if one["status"] == "actief" and one["id"] != me.id]
        return PestzakenService(
            self._kluis.school, self.clock, leidt=leidt(me.rol, me.pest, others), eigen_persoon_id=own
        )

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

    def aantekeningen(self, soort: str) -> "AantekeningenService":
        """The dossiers of meldcode.db or of a private file. Raises GeenToegang when it is not open."""
        from svp_desktop.kluis import keyring
        from svp_desktop.services.aantekeningen import AantekeningenService

        compartment = self._kluis.compartment(soort)
        kind = keyring.compartment_of(self._kluis.ring, compartment.compartment_id)["kind"]
        return AantekeningenService(compartment, kind, self.clock, self._names)

    def _names(self) -> dict[str, str]:
        return {user["id"]: user["login"] for user in self._kluis.ring["users"]}

    @cached_property
    def zedenmeldingen(self) -> "ZedenmeldingenService":
        """Records of a possible sexual offence by someone with a task for the school."""
        from svp_desktop.services.zedenmeldingen import ZedenmeldingenService

        return ZedenmeldingenService(self._kluis, self.clock, self._letterhead)

    @cached_property
    def meldcode(self) -> "MeldcodeService":
        """The meldcode dossiers. Raises GeenToegang when meldcode.db is not open."""
        from svp_desktop.services.meldcode import MeldcodeService

        return MeldcodeService(self._kluis.compartment("meldcode"), self.clock, self._names, self._letterhead)

    @property
    def school_naam(self) -> str:
        """The name of the school, from its letterhead or, when the school is not open, from the keyring."""
        return self.school.lees().naam if self._kluis.opens("school") else self._kluis.info.school_name

    def waarden(self) -> "Instellingen":
        """The settings in force; those of the plan when the school, which holds them, is not open."""
        from svp_desktop.domain.instellingen import Instellingen

        return self.instellingen.lees() if self._kluis.opens("school") else Instellingen()

    @property
    def soorten(self) -> frozenset[str]:
        """The kinds of compartment that are open: school, meldcode, eigen."""
        return self._kluis.kinds

    @property
    def fouten(self) -> "dict[str, UserFacing]":
        """Compartments that this account holds a key for and that could not be opened."""
        return self._kluis.faults

    @property
    def alleen_lezen(self) -> frozenset[str]:
        """Open compartments that are older than was remembered: nothing may be saved in them until `aanvaard_ouder`."""
        return frozenset(self._kluis.older)

    def aanvaard_ouder(self, soort: str) -> None:
        """Go on with a copy that is older than was remembered; every holder is told."""
        self._kluis.accept_older(soort)

    @cached_property
    def accounts(self) -> "AccountsService":
        """Who can come in, and what they can open."""
        from svp_desktop.services.accounts import AccountsService

        return AccountsService(self._kluis, self.clock, self._policy, self._letterhead)

    @cached_property
    def sleutels(self) -> "SleutelsService":
        """The ways in of this account itself."""
        from svp_desktop.services.sleutels import SleutelsService

        return SleutelsService(self._kluis, self.clock, self._policy, self._letterhead)

    def _letterhead(self) -> "Briefhoofd":
        """The school's letterhead, or what the keyring tells of it when the school is not open to this account."""
        from svp_desktop.domain.papier import Briefhoofd
        from svp_desktop.domain.school import School

        if self._kluis.opens("school"):
            return Briefhoofd.van(self.school.lees())
        return Briefhoofd.van(School(self._kluis.info.school_name, motto=self._kluis.info.motto))

    def meldingen(self) -> "tuple[Melding, ...]":
        """What must be known right after unlocking, the heaviest first."""
        from svp_desktop.services.meldingen import meldingen

        return meldingen(self._kluis, self)

    def gezien(self, sleutels: Iterable[str]) -> None:
        """These messages were read: the lines of the keyring are not shown to this account again."""
        state = self._kluis.own_state()
        new = [key for key in sleutels if key.startswith("voorval:") and key not in state.seen]
        if new:
            state.seen.extend(new)
            self._kluis.put_state(state)

    def vernieuw_sleutels(self) -> tuple[str, ...]:
        """Give a new key to what is due for one, in the background; returns the kinds that got one.

        Raises SleutelOnbekend, SchijfVol, MapNietSchrijfbaar, KluisVergrendeld; what was not done stays due.
        """
        from svp_desktop.kluis import rotation

        due = rotation.due(self._kluis)
        for kind in due:
            rotation.renew(self._kluis, kind)
        return due

    @cached_property
    def spoor(self) -> "SpoorService":
        """Who did what."""
        from svp_desktop.services.spoor import SpoorService

        return SpoorService(self._kluis, self.clock, self._letterhead)

    @cached_property
    def reservekopieen(self) -> "ReservekopieenService":
        """Backups of this school, while it is open."""
        from svp_desktop.services.reservekopie_werk import ReservekopieenService

        def days() -> int:
            return self.waarden().getal("reservekopie_dagen")

        return ReservekopieenService(self._kluis, self.clock, days)

    def today(self) -> date:
        """The day of now."""
        return self.clock().date()

    def zoeken(self, text: str) -> "tuple[Treffer, ...]":
        """Persons, casussen and incidents, from two letters."""
        from svp_desktop.services.zoeken import zoek

        return zoek(text, self.personen, self.casussen, self.incidenten, self.inzage.vanaf())

    def tellingen(self) -> Tellingen:
        """The counters, as of now."""
        from svp_desktop.services.vandaag import tellingen

        return tellingen(self)

    def vandaag(self) -> tuple[TaakRegel, ...]:
        """Everything that waits: casussen, signals and prevention, the oldest first."""
        from svp_desktop.services.vandaag import vandaag

        return vandaag(self)

    def plek(self, soort: str = "school") -> dict[str, Any]:
        """Where this account was on the pages about a compartment of this kind; empty the first time."""
        from svp_desktop.kluis import state

        with self._kluis.compartment(soort).reading() as rx:
            return dict(state.get(rx, _PLACE, {}))

    def bewaar_plek(self, plek: dict[str, Any], soort: str = "school") -> None:
        """Remember, in that compartment itself, where this account is on the pages about it, as JSON values."""
        from svp_desktop.kluis import state

        with self._kluis.compartment(soort).transaction() as tx:
            state.put(tx, _PLACE, plek)

    def met_klok(self, clock: Callable[[], datetime]) -> "Werkplek":
        """The same workplace at another moment, to record what belongs to an earlier day."""
        return Werkplek(self._kluis, clock, self._policy)

    def vergrendel(self) -> None:
        """Close the kluis, overwrite its keys and forget what was kept of letters. A second call does nothing."""
        if "papieren" in self.__dict__:
            self.papieren.vergeet()
        self._kluis.lock()
