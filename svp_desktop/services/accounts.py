"""Accounts and access, for the page about it: who there are, inviting, switching off, giving and taking keys."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.bladen import Uitnodigingsblad, Vernietigingsverklaring
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountRegel, AccountStatus, Stand, Uitnodiging, Verlies
from svp_desktop.kluis import keyring, ways
from svp_desktop.kluis.accounts import Accounts
from svp_desktop.services.woorden import lijst

if TYPE_CHECKING:
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.kluis import Kluis

#: Compartments that are given to others; a private dossier is its owner's.
GEDEELD = ("school", "meldcode")
_WHAT = {"school": "de schoolgegevens", "meldcode": "het meldcode-dossier", "eigen": "een vertrouwelijk dossier"}


class AccountsService:
    """What this account may do with accounts; every method raises GeenToegang when it may not."""

    def __init__(
        self,
        kluis: "Kluis",
        clock: Callable[[], datetime],
        policy: "KdfPolicy",
        hoofd: Callable[[], Briefhoofd],
    ) -> None:
        self._kluis, self._clock, self._policy, self._letterhead = kluis, clock, policy, hoofd
        self._accounts = Accounts(kluis)

    @property
    def beheert(self) -> bool:
        """Whether this account may make, rename, switch off and remove accounts."""
        return self._accounts.manages()

    def geeft(self, soort: str) -> bool:
        """Whether this account may give the key of this compartment."""
        return self._accounts.gives(soort)

    def alle(self) -> tuple[AccountRegel, ...]:
        """Every account that was not removed: the one that reads this first, then by role and name."""
        found = [self._line(user) for user in self._kluis.ring["users"] if user["status"] != keyring.REMOVED]
        order = list(Rol)
        return tuple(sorted(found, key=lambda line: (not line.ik, order.index(line.rol), line.naam.casefold())))

    def _line(self, user: keyring.Entry) -> AccountRegel:
        role = Rol(user["role"])
        sheets = ways.sheets(user, self._kluis.ring["school"]["id"])
        return AccountRegel(
            id=user["id"],
            naam=user["login"],
            rol=role,
            pest=user["pest"],
            status=AccountStatus(user["status"]),
            herkenning=lijst().herkenningswoorden(keyring.fingerprint(user)),
            toegang={kind: self._standing(user, role, kind) for kind in GEDEELD},
            herstelblad_op=date.fromisoformat(sheets[0]["date"]) if sheets else None,
            ik=user["id"] == self._kluis.account_id,
        )

    def _standing(self, user: keyring.Entry, role: Rol, kind: str) -> Stand:
        entries = [entry for entry in self._kluis.ring["compartments"] if entry["kind"] == kind]
        if any(user["id"] in keyring.holders(entry) for entry in entries):
            return Stand.JA
        due = kind == "school" or role is Rol.INTERNE_VERTROUWENSPERSOON
        return Stand.WACHT if due and entries and user["status"] == keyring.ACTIVE else Stand.NEE

    def nodig_uit(self, naam: str, rol: Rol, pest: bool = False) -> Uitnodiging:
        """A new account with an invitation of four words. Raises InvoerOnjuist, and as the class."""
        name = self._checked(naam, "")
        words = lijst().uitnodiging_woorden()
        account_id = self._accounts.invite(name, rol.value, pest, " ".join(words), self._policy)
        return Uitnodiging(account_id, name, rol, words)

    def opnieuw_uitnodigen(self, account_id: str) -> Uitnodiging:
        """Other words for an invitation that was not used: the earlier ones open nothing any more."""
        words = lijst().uitnodiging_woorden()
        self._accounts.invite_again(account_id, " ".join(words), self._policy)
        user = keyring.user_of(self._kluis.ring, account_id)
        return Uitnodiging(account_id, user["login"], Rol(user["role"]), words)

    def uitnodigingsblad(self, uitnodiging: Uitnodiging) -> bytes:
        """The invitation on paper."""
        from svp_desktop.documents.bladen.uitnodiging import uitnodiging as paper

        return paper(
            Uitnodigingsblad(
                self._letterhead(),
                uitnodiging.naam,
                ROLNAMEN[uitnodiging.rol].lower(),
                self._kluis.account.name,
                self._clock().date(),
                uitnodiging.woorden,
            )
        )

    def hernoem(self, account_id: str, naam: str) -> None:
        """Another name on the unlock page. Raises InvoerOnjuist, and as the class."""
        self._accounts.rename(account_id, self._checked(naam, account_id))

    def zet_pest(self, account_id: str, pest: bool) -> None:
        """Give or take the task of pestcoördinator (demand 39)."""
        self._accounts.set_pest(account_id, pest)

    def zet_uit(self, account_id: str) -> None:
        """Let an account in no longer; its keys go at once. Raises LaatsteHouder."""
        self._accounts.switch_off(account_id)

    def zet_aan(self, account_id: str) -> None:
        """Let an account in again; its keys must be given anew."""
        self._accounts.switch_on(account_id)

    def verlies(self, account_id: str) -> tuple[Verlies, ...]:
        """What nobody could open any more without this account."""
        return tuple(
            Verlies(item.compartment_id, item.kind, item.size) for item in self._accounts.lost_with(account_id)
        )

    def verwijder(self, account_id: str) -> None:
        """Take an account away for good. Raises LaatsteHouder when data would be lost."""
        self._accounts.remove(account_id)

    def vernietig(self, account_id: str, reden: str) -> tuple[bytes, ...]:
        """Take an account away and destroy what only it could open; returns the certificates on paper.

        Raises InvoerOnjuist (no reason).
        """
        reason = op_een_regel(reden)
        if not reason:
            raise InvoerOnjuist((Finding("reden", "Schrijf op waarom de gegevens worden vernietigd."),))
        from svp_desktop.documents.bladen.vernietiging import vernietiging

        lost = self._accounts.remove(account_id, destroy=True)
        role, now = ROLNAMEN[Rol(self._kluis.account.role)].lower(), self._clock()
        return tuple(
            vernietiging(Vernietigingsverklaring(self._letterhead(), _WHAT[item.kind], role, now, item.size, reason))
            for item in lost
        )

    def geef_toegang(self, account_id: str, soort: str) -> None:
        """Give the key of `soort`. Raises SleutelOnbekend when the receiver's keys are not the known ones."""
        self._accounts.grant(account_id, soort)

    def trek_in(self, account_id: str, soort: str) -> None:
        """Take the key of `soort` away; the compartment gets a new one (`Werkplek.vernieuw_sleutels`).

        Raises LaatsteHouder.
        """
        self._accounts.withdraw(account_id, soort)

    def _checked(self, naam: str, account_id: str) -> str:
        name = op_een_regel(naam)
        if not name:
            raise InvoerOnjuist((Finding("naam", "Vul een naam in."),))
        for user in self._kluis.ring["users"]:
            same = user["login"].casefold() == name.casefold() and user["status"] != keyring.REMOVED
            if same and user["id"] != account_id:
                raise InvoerOnjuist((Finding("naam", "Er is al een account met deze naam."),))
        return name
