"""The unlocked workplace of one account: every service of the window, and what it shows first.

A service is made at its first use, so that unlocking loads no more than the page that is shown.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from svp_desktop.services.werkplek_school import PERSOON, SchoolDiensten

if TYPE_CHECKING:
    from pathlib import Path

    from svp_desktop.domain.errors import UserFacing
    from svp_desktop.domain.instellingen import Instellingen
    from svp_desktop.domain.papier import Briefhoofd
    from svp_desktop.domain.toegang import Melding
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.accounts import AccountsService
    from svp_desktop.services.meldcode import MeldcodeService
    from svp_desktop.services.meldcode_papieren import MeldcodePapieren
    from svp_desktop.services.meldcode_vernietigen import MeldcodeVernietigen
    from svp_desktop.services.reservekopie_werk import ReservekopieenService
    from svp_desktop.services.sleutels import SleutelsService
    from svp_desktop.services.spoor import SpoorService
    from svp_desktop.services.vertrouwelijk import VertrouwelijkService
    from svp_desktop.services.vertrouwelijk_jaar import VertrouwelijkJaarService
    from svp_desktop.services.vertrouwenskaart import VertrouwenskaartService
    from svp_desktop.services.zedenmeldingen import ZedenmeldingenService
    from svp_desktop.services.zoeken import Treffer

_PLACE = "venster_plek"


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


class Werkplek(SchoolDiensten):
    """What the window works with between unlocking and locking."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], policy: "KdfPolicy") -> None:
        super().__init__(kluis, clock)
        self._policy = policy
        self.demo = kluis.info.demo

    @property
    def folder(self) -> "Path":
        """The folder of this kluis, to remember which one was open last."""
        return self._kluis.folder

    def koppel_persoon(self, persoon_id: int) -> None:
        """Remember which person of the register this account is."""
        from svp_desktop.kluis import state

        with self._kluis.school.transaction() as tx:
            state.put(tx, PERSOON, persoon_id)
        self.__dict__.pop("persoon_id", None)

    def vertrouwelijk(self, soort: str) -> "VertrouwelijkService":
        """The matters of a private file. Raises GeenToegang when it is not open."""
        from svp_desktop.services.vertrouwelijk import VertrouwelijkService

        return VertrouwelijkService(self._kluis.compartment(soort), self.clock, self._names)

    def vertrouwelijk_jaar(self, soort: str) -> "VertrouwelijkJaarService":
        """Work, jaarverslag, destruction and hand-over of a private file. Raises GeenToegang when it is not open."""
        from svp_desktop.services.vertrouwelijk_jaar import VertrouwelijkJaarService

        return VertrouwelijkJaarService(
            self._kluis.compartment(soort),
            self.clock,
            self._names,
            self._letterhead,
            self.waarden,
            lambda: self.sleutels,
        )

    @cached_property
    def vertrouwenskaart(self) -> "VertrouwenskaartService":
        """What the school tells about its vertrouwenspersonen: the card, and the text for the schoolgids."""
        from svp_desktop.services.vertrouwenskaart import VertrouwenskaartService

        return VertrouwenskaartService(self._kluis, self.clock, self._letterhead, self.waarden)

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

        return MeldcodeService(self._kluis.compartment("meldcode"), self.clock, self._names)

    @cached_property
    def meldcode_papieren(self) -> "MeldcodePapieren":
        """The papers of the meldcode dossiers. Raises GeenToegang when meldcode.db is not open."""
        from svp_desktop.services.meldcode_papieren import MeldcodePapieren

        place = self._kluis.compartment("meldcode")
        return MeldcodePapieren(place, self.clock, self.meldcode, self._letterhead, lambda: self.account.naam)

    @cached_property
    def meldcode_vernietigen(self) -> "MeldcodeVernietigen":
        """Answering a request to destroy a meldcode dossier. Raises GeenToegang when meldcode.db is not open."""
        from svp_desktop.services.meldcode_vernietigen import MeldcodeVernietigen

        return MeldcodeVernietigen(self._kluis.compartment("meldcode"), self.clock, self.meldcode, self._letterhead)

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

        return zoek(text, self.personen, self.casussen, self.incidenten, self.inzage.vanaf(), self.pestzaken)

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
