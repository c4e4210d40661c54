"""The way in: which schools there are, a new one, unlocking, and the voorbeeldschool.

Nothing heavy is loaded with this module: the unlock page is painted before SQLAlchemy or any crypto is needed.
"""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from svp_desktop import __version__
from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer, InvoerOnjuist, UserFacing, WachtwoordOnjuist
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel
from svp_desktop.domain.personen import naam_uit_tekst
from svp_desktop.domain.school import Medewerker, Rol, School
from svp_desktop.domain.toegang import ACCOUNT_ROLLEN
from svp_desktop.kluis import files, place, revisions, ringfile, swap
from svp_desktop.paths import Paths
from svp_desktop.services.getuigen import Getuigen
from svp_desktop.settings import Settings

if TYPE_CHECKING:
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.ringfile import Account
    from svp_desktop.services.reservekopieen import Reservekopieen
    from svp_desktop.services.terugzetten import Terugzetten
    from svp_desktop.services.werkplek import Werkplek

Clock = Callable[[], datetime]
Progress = Callable[[int, int], None]

# Public on purpose: the voorbeeldschool holds invented people only and is thrown away and made again.
VOORBEELD_WACHTWOORD = "voorbeeldschool zonder echte kinderen"
_EXAMPLE_FOLDER = "voorbeeld"
_EXAMPLE_MARK = "gemaakt-met.txt"
_EXAMPLE_SCHOOL = "Montessorischool De Vuurtoren"
_EXAMPLE_DIRECTOR = "Marleen de Graaf"
_OTHER_FOLDERS = "andere_mappen"
_UNKNOWN = "Onbekende school"
_MOTTO = School("").motto


@dataclass(frozen=True, slots=True)
class AccountKeuze:
    """Someone of a school's keyring: the account's id, the name, the role, and pestcoördinator or not."""

    id: str
    naam: str
    rol: Rol
    pest: bool = False

    @classmethod
    def of(cls, account: "Account") -> "AccountKeuze":
        """The account as the window shows it."""
        return cls(account.id, account.name, Rol(account.role), account.pest)


@dataclass(frozen=True, slots=True)
class SchoolKeuze:
    """A school on this computer, from the public part of its keyring; `fout` when that cannot be read.

    `accounts` can unlock; `uitgenodigd` come in with the words of their invitation. `vorige` tells, when the keyring
    is damaged, that the one before it is whole.
    """

    folder: Path
    naam: str
    motto: str
    demo: bool
    accounts: tuple[AccountKeuze, ...]
    fout: UserFacing | None = None
    uitgenodigd: tuple[AccountKeuze, ...] = ()
    vorige: bool = False


class Toegang:
    """Opens and makes schools for one profile. `policy` None is the product's own work for a password."""

    def __init__(
        self, paths: Paths, clock: Clock, policy: "KdfPolicy | None" = None, settings: Settings | None = None
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._policy = policy
        self._settings = settings or Settings.of(paths)

    @cached_property
    def reservekopieen(self) -> "Reservekopieen":
        """Backups before unlocking: after a lock, at quitting, and how old the newest is."""
        from svp_desktop.services.reservekopieen import Reservekopieen

        return Reservekopieen(self._clock, self._own_folders)

    @cached_property
    def terugzetten(self) -> "Terugzetten":
        """Putting a backup back."""
        from svp_desktop.services.terugzetten import Terugzetten

        return Terugzetten(self._paths.data, self._clock, self._work, self._own_folders)

    def _own_folders(self) -> list[Path]:
        """The folders of the real schools on this computer; the voorbeeldschool stands apart."""
        return [*_keyring_folders(self._paths.data), *self._other_folders()]

    def scholen(self) -> tuple[SchoolKeuze, ...]:
        """The schools of this computer by name; a damaged or newer one comes with its `fout`.

        A restore that a crash cut short is finished or undone first.
        """
        # Where that cannot be done now, the schools that are whole are still shown.
        with contextlib.suppress(UserFacing, OSError):
            for root in {self._paths.data, *(Path(text).parent for text in self._other_names())}:
                swap.settle(root)
        found = [*_keyring_folders(self._paths.data), *self._other_folders()]
        return tuple(sorted(map(_choice, dict.fromkeys(found)), key=lambda choice: (choice.naam, choice.folder)))

    def maak_school(
        self,
        school_naam: str,
        plaats: str,
        account_naam: str,
        rol: Rol,
        wachtwoord: str,
        motto: str = _MOTTO,
    ) -> "Werkplek":
        """A new school, unlocked: with its first account, who also stands in the register and holds the role.

        Raises InvoerOnjuist, MapOngeschikt, MapNietSchrijfbaar, SchijfVol.
        """
        school = School(school_naam, plaats=plaats, motto=motto)
        return self._make(self._paths.data, school, account_naam, rol, wachtwoord)

    def ontgrendel(self, folder: Path, account_id: str, wachtwoord: str) -> "Werkplek":
        """Unlock a school.

        Raises WachtwoordOnjuist (with the seconds to wait), BestandBeschadigd, BestandNieuwer, AlGeopend,
        MapNietSchrijfbaar, MapOngeschikt, SchijfVol.
        """
        from svp_desktop.kluis.kluis import Kluis

        return self._werkplek(Kluis.unlock(folder, account_id, wachtwoord, **self._means()))

    def aanvaard(self, folder: Path, account_id: str, woorden: str, wachtwoord: str) -> "Werkplek":
        """Come in with the four words of an invitation, and have this password from now on.

        What others must give is not open yet: `Werkplek.soorten` tells. Raises WoordenOnjuist (unknown words),
        BladOnjuist (with the seconds to wait), InvoerOnjuist (password), and as `ontgrendel`.
        """
        from svp_desktop.kluis.newcomers import accept
        from svp_desktop.services.woorden import lijst

        words = lijst().uitnodiging_tekst(woorden)
        return self._werkplek(accept(folder, account_id, words, wachtwoord, **self._means()))

    def herstel(self, folder: Path, account_id: str, woorden: str, wachtwoord: str) -> "Werkplek":
        """Come in with the twelve words of a herstelblad, and have this password from now on. Every holder is told.

        Raises WoordenOnjuist (unknown words), BladOnjuist (with the seconds to wait), InvoerOnjuist (password), and as
        `ontgrendel`.
        """
        from svp_desktop.kluis.newcomers import recover
        from svp_desktop.services.woorden import lijst

        code = lijst().blad_bytes(woorden)
        return self._werkplek(recover(folder, account_id, code, wachtwoord, **self._means()))

    def neem_vorige_sleutelring(self, folder: Path) -> None:
        """Put the keyring of one change before in place of a damaged one. Raises BestandBeschadigd, AlGeopend."""
        alone = files.InstanceLock.acquire(folder)
        try:
            ringfile.use_previous(folder)
        finally:
            alone.release()

    def _means(self) -> dict[str, Any]:
        """What every way in needs."""
        return {"policy": self._work(), "clock": self._clock, "outside": Getuigen(self._settings)}

    def _werkplek(self, kluis: "Kluis") -> "Werkplek":
        from svp_desktop.services.werkplek import Werkplek

        return Werkplek(kluis, self._clock, self._work())

    def voorbeeldschool(self, progress: Progress | None = None, als: Rol = Rol.DIRECTEUR) -> "Werkplek":
        """The voorbeeldschool, unlocked as someone with this role; made (again) when it is not there, or was made by
        another version.

        `progress` hears (done, total) while it is made. Raises AlGeopend when it is open elsewhere.
        """
        werkplek = self._example_of_director(progress)
        if als is Rol.DIRECTEUR:
            return werkplek
        from svp_desktop.services.voorbeeld_team import kom_binnen_als

        try:
            return kom_binnen_als(self, werkplek, als, VOORBEELD_WACHTWOORD, progress or _unheard)
        except BaseException:
            # whoever is still in: half made it is no example, and the next time makes it whole
            werkplek.vergrendel()
            self.verwijder_voorbeeldschool()
            raise

    def _example_of_director(self, progress: Progress | None) -> "Werkplek":
        ready = self._ready_example()
        if ready is not None:
            # Damage is no loss here: nothing in it is real.
            with contextlib.suppress(BestandBeschadigd, BestandNieuwer, WachtwoordOnjuist):
                [director] = [account for account in ready.accounts if account.rol is Rol.DIRECTEUR]
                return self.ontgrendel(ready.folder, director.id, VOORBEELD_WACHTWOORD)
        self.verwijder_voorbeeldschool()
        from svp_desktop.services.voorbeeldschool import vul

        school = School(_EXAMPLE_SCHOOL)
        werkplek = self._make(self._example, school, _EXAMPLE_DIRECTOR, Rol.DIRECTEUR, VOORBEELD_WACHTWOORD, demo=True)
        try:
            vul(werkplek, progress)
            files.write_small(self._example / _EXAMPLE_MARK, _mark())
        except BaseException:
            werkplek.vergrendel()
            self.verwijder_voorbeeldschool()
            raise
        return werkplek

    def verwijder_voorbeeldschool(self) -> None:
        """Throw the voorbeeldschool away. Raises AlGeopend when it is open, MapNietSchrijfbaar."""
        for folder in _keyring_folders(self._example):
            files.InstanceLock.acquire(folder).release()
        if self._example.exists():
            with files.told():
                files.discard_folder(self._example)

    def voeg_bestaande_toe(self, folder: Path) -> SchoolKeuze:
        """Remember the folder of a school that stands elsewhere on this computer.

        Raises InvoerOnjuist when it holds no school, BestandBeschadigd, BestandNieuwer, MapOngeschikt.
        """
        folder = folder.absolute()
        if not (folder / ringfile.NAME).is_file():
            text = "In deze map staat geen school van dit programma. Kies de map waarin sleutelring.json staat."
            raise InvoerOnjuist((Finding("map", text),))
        place.check_place(folder)
        choice = _choice(folder)
        if choice.fout is not None:
            raise choice.fout
        known = [*_keyring_folders(self._paths.data), *self._other_folders()]
        if folder not in known:
            with files.told():
                self._settings.put(_OTHER_FOLDERS, [*self._settings.get(_OTHER_FOLDERS), str(folder)])
        return choice

    @property
    def _example(self) -> Path:
        return self._paths.data / _EXAMPLE_FOLDER

    def _ready_example(self) -> SchoolKeuze | None:
        """The voorbeeldschool when this version of the program made it."""
        # Whatever is wrong with the mark or the folder: the voorbeeldschool is then simply made again.
        with contextlib.suppress(OSError):
            if (self._example / _EXAMPLE_MARK).read_bytes() == _mark():
                found = [choice for choice in map(_choice, _keyring_folders(self._example)) if choice.accounts]
                return found[0] if len(found) == 1 else None
        return None

    def _other_folders(self) -> list[Path]:
        """Remembered folders that are there now; one on a stick that is away is not forgotten."""
        folders = map(Path, self._other_names())
        return [folder for folder in folders if (folder / ringfile.NAME).is_file()]

    def _other_names(self) -> list[str]:
        return [text for text in self._settings.get(_OTHER_FOLDERS) if isinstance(text, str)]

    def _work(self) -> "KdfPolicy":
        from svp_desktop.kluis.kdf import KdfPolicy

        return self._policy or KdfPolicy.product()

    def _make(
        self, root: Path, school: School, account_name: str, rol: Rol, password: str, *, demo: bool = False
    ) -> "Werkplek":
        from svp_desktop.kluis.kluis import Kluis

        name = op_een_regel(account_name)
        findings = []
        if not op_een_regel(school.naam):
            findings.append(Finding("school_naam", "Vul de naam van de school in."))
        if not name:
            findings.append(Finding("account_naam", "Vul uw naam in."))
        if rol not in ACCOUNT_ROLLEN:
            findings.append(Finding("rol", "Kies directeur, kwaliteitscoördinator of interne vertrouwenspersoon."))
        if findings:
            raise InvoerOnjuist(tuple(findings))
        kluis = Kluis.create(
            root,
            school_name=school.naam,
            motto=school.motto,
            account_name=name,
            role=rol.value,
            password=password,
            demo=demo,
            **self._means(),
        )
        werkplek = self._werkplek(kluis)
        try:
            _first_rows(werkplek, school, name, rol)
        except BaseException:
            _discard(kluis)
            raise
        return werkplek


def _unheard(_done: int, _total: int) -> None:
    """For who does not ask how far it is."""


def _mark() -> bytes:
    """Which program and schema a voorbeeldschool was made with."""
    return f"{__version__} {revisions.SCHOOL.head}".encode()


def _first_rows(werkplek: "Werkplek", school: School, name: str, rol: Rol) -> None:
    """The school, and who made it: in the register and in the role."""
    werkplek.school.bewaar(school)
    person = werkplek.personen.bewaar(Medewerker(0, "", naam_uit_tekst(name))).value
    werkplek.school.zet_rol(rol, person, werkplek.today())
    werkplek.koppel_persoon(person)


def _discard(kluis: "Kluis") -> None:
    """A school that could not be finished leaves nothing behind."""
    kluis.lock()
    files.discard_folder(kluis.folder)


def _keyring_folders(root: Path) -> list[Path]:
    """The folders directly under `root` that hold a keyring; none when `root` cannot be read."""
    with contextlib.suppress(OSError):
        found = sorted(folder for folder in root.iterdir() if (folder / ringfile.NAME).is_file())
        return [folder for folder in found if not swap.is_aside(folder)]
    return []


def _choice(folder: Path) -> SchoolKeuze:
    try:
        info = ringfile.read_info(folder)
        accounts, invited = (tuple(map(AccountKeuze.of, found)) for found in (info.accounts, info.invited))
    except ValueError:
        # a role that this version does not know: the keyring is of a newer program
        return SchoolKeuze(folder, _UNKNOWN, "", False, (), BestandBeschadigd())
    except UserFacing as error:
        previous = isinstance(error, BestandBeschadigd) and ringfile.previous_is_whole(folder)
        return SchoolKeuze(folder, _UNKNOWN, "", False, (), error, vorige=previous)
    return SchoolKeuze(folder, info.school_name, info.motto, info.demo, accounts, uitgenodigd=invited)
