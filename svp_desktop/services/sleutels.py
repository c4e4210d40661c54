"""One's own ways in: password, herstelblad, envelopes and a co-holder for the private dossier."""

import secrets
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.bladen import Envelopblad, Herstelblad
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.rolnamen import ROLNAMEN
from svp_desktop.domain.school import Rol
from svp_desktop.domain.toegang import AccountStatus, Blad, EigenDossier, Enveloppen
from svp_desktop.kluis import keyring, ownkeys
from svp_desktop.kluis.accounts import Accounts
from svp_desktop.kluis.ways import SHEET_SIZE
from svp_desktop.services.woorden import lijst

if TYPE_CHECKING:
    from svp_desktop.kluis.kdf import KdfPolicy
    from svp_desktop.kluis.kluis import Kluis

_OWN = "eigen"


class SleutelsService:
    """The keys of the account that unlocked this kluis."""

    def __init__(
        self,
        kluis: "Kluis",
        clock: Callable[[], datetime],
        policy: "KdfPolicy",
        hoofd: Callable[[], Briefhoofd],
    ) -> None:
        self._kluis, self._clock, self._policy, self._letterhead = kluis, clock, policy, hoofd
        self._accounts = Accounts(kluis)

    def herkenning(self) -> tuple[str, ...]:
        """The six words by which others know that these are really this account's keys."""
        return lijst().herkenningswoorden(keyring.fingerprint(self._user))

    @property
    def herstelblad_op(self) -> date | None:
        """The day of the herstelblad that is good now."""
        day = ownkeys.sheet_date(self._kluis)
        return date.fromisoformat(day) if day else None

    @property
    def heeft_eigen_dossier(self) -> bool:
        """Whether this account has a private dossier."""
        return self._kluis.opens(_OWN)

    def wijzig_wachtwoord(self, oud: str, nieuw: str) -> None:
        """Another password. Raises WachtwoordOnjuist (the old one), InvoerOnjuist (the new one)."""
        ownkeys.change_password(self._kluis, oud, nieuw, self._policy)

    def nieuw_herstelblad(self) -> Blad:
        """A new sheet, in memory only; it counts after `controleer_herstelblad`. The sheet before it still works."""
        account = self._kluis.account
        words = lijst().blad_woorden(secrets.token_bytes(SHEET_SIZE))
        return Blad(account.name, Rol(account.role), self._clock().date(), words)

    def herstelblad(self, blad: Blad) -> bytes:
        """The sheet on paper."""
        from svp_desktop.documents.bladen.herstelblad import herstelblad

        role = ROLNAMEN[blad.rol].lower()
        return herstelblad(Herstelblad(self._letterhead(), blad.naam, role, blad.gemaakt_op, blad.woorden))

    def controleer_herstelblad(self, blad: Blad, getypt: str, wachtwoord: str = "") -> None:
        """Let the sheet count: the words as typed back from the paper really open the account.

        `wachtwoord` is needed when it replaces an earlier sheet, which then opens nothing any more. Raises
        WoordenOnjuist (unknown words), BladOnjuist (other words), WachtwoordOnjuist.
        """
        code = lijst().blad_bytes(" ".join(blad.woorden))
        typed = lijst().blad_bytes(getypt)
        ownkeys.put_sheet(self._kluis, code, typed, blad.gemaakt_op.isoformat(), wachtwoord, self._policy)

    @property
    def enveloppen_op(self) -> date | None:
        """The day of the envelopes that are good now for the private dossier."""
        if not self._kluis.opens(_OWN):
            return None
        pairs = ownkeys.own_private(self._kluis)["pairs"]
        return date.fromisoformat(pairs[0]["date"]) if pairs else None

    def nieuwe_enveloppen(self) -> Enveloppen:
        """Three envelopes, in memory only. Raises GeenToegang without a private dossier."""
        ownkeys.own_private(self._kluis)
        words = tuple(lijst().blad_woorden(secrets.token_bytes(SHEET_SIZE)) for _ in range(3))
        return Enveloppen(self._kluis.account.name, self._clock().date(), words)

    def envelop(self, enveloppen: Enveloppen, nummer: int) -> bytes:
        """Envelope 1, 2 or 3 on paper."""
        from svp_desktop.documents.bladen.envelop import envelop

        words = enveloppen.woorden[nummer - 1]
        return envelop(Envelopblad(self._letterhead(), enveloppen.naam, nummer, enveloppen.gemaakt_op, words))

    def controleer_enveloppen(self, enveloppen: Enveloppen, getypt: tuple[str, str, str]) -> None:
        """Let the envelopes count: each two of them, as typed back from the papers, really open the dossier.

        Raises WoordenOnjuist, BladOnjuist, GeenToegang.
        """
        codes = tuple(lijst().blad_bytes(" ".join(words)) for words in enveloppen.woorden)
        typed = tuple(lijst().blad_bytes(text) for text in getypt)
        ownkeys.put_envelopes(self._kluis, codes, typed, enveloppen.gemaakt_op.isoformat())

    def andere_dossiers(self) -> tuple[EigenDossier, ...]:
        """Private dossiers of others that this vertrouwenspersoon can open: with a key, or with two envelopes."""
        if self._kluis.account.role != Rol.INTERNE_VERTROUWENSPERSOON.value:
            return ()
        held = {entry["id"] for entry in ownkeys.held_private(self._kluis)}
        return tuple(
            EigenDossier(entry["id"], self._name(entry["owner"]), f"{_OWN}:{entry['id']}", entry["id"] in held)
            for entry in self._kluis.ring["compartments"]
            if entry["kind"] == _OWN
            and entry["owner"] != self._kluis.account_id
            and (entry["id"] in held or entry["pairs"])
        )

    def open_ander_dossier(self, compartiment_id: str) -> str:
        """Open the private dossier of another with the key that this account holds; returns its `soort`."""
        return ownkeys.open_held(self._kluis, compartiment_id)

    def open_met_enveloppen(self, compartiment_id: str, eerste: str, tweede: str) -> str:
        """Take over a private dossier with two of its envelopes; returns its `soort`. Every holder is told.

        Raises WoordenOnjuist, BladOnjuist (with the seconds to wait), GeenToegang.
        """
        codes = (lijst().blad_bytes(eerste), lijst().blad_bytes(tweede))
        ownkeys.open_with_envelopes(self._kluis, compartiment_id, *codes)
        return f"{_OWN}:{compartiment_id}"

    def medehouders(self) -> tuple[tuple[str, str, bool], ...]:
        """Every other vertrouwenspersoon who can come in: id, name, and whether he holds the private dossier too."""
        holders = keyring.holders(ownkeys.own_private(self._kluis))
        return tuple(
            (user["id"], user["login"], user["id"] in holders)
            for user in self._kluis.ring["users"]
            if user["role"] == Rol.INTERNE_VERTROUWENSPERSOON.value
            and user["status"] == AccountStatus.ACTIEF.value
            and user["id"] != self._kluis.account_id
        )

    def geef_medehouder(self, account_id: str) -> None:
        """Let another vertrouwenspersoon hold the private dossier too. Raises SleutelOnbekend, GeenToegang."""
        self._accounts.grant(account_id, _OWN)

    def trek_medehouder_in(self, account_id: str) -> None:
        """Take that key away again; the dossier gets a new one (`Werkplek.vernieuw_sleutels`)."""
        self._accounts.withdraw(account_id, _OWN)

    @property
    def _user(self) -> keyring.Entry:
        return keyring.user_of(self._kluis.ring, self._kluis.account_id)

    def _name(self, user_id: str) -> str:
        return str(keyring.user_of(self._kluis.ring, user_id)["login"])
