"""One restore under way: opened by an account, compared with now, carried out."""

from collections.abc import Callable, Set
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.terugzetten import Telling, TerugDeel, Vergelijking
from svp_desktop.kluis import admission, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.keys import UserSecret
from svp_desktop.kluis.manifest import Manifest
from svp_desktop.kluis.restore import Action, Part, Restore
from svp_desktop.kluis.ringfile import Ring, info_of
from svp_desktop.services.woorden import lijst

Stop = Callable[[], None]
_ORDER = ("school", "meldcode", "eigen")
_TITELS = {"school": "School: incidenten, casussen, personen", "meldcode": "Meldcode en zedenmisdrijf"}


class Herstel:
    """A backup that one account puts back. `sluit` overwrites its keys; call it whatever happens."""

    def __init__(
        self,
        source: Path,
        made: Manifest,
        here: Path | None,
        account_id: str,
        data: Path,
        clock: Callable[[], datetime],
        policy: KdfPolicy,
    ) -> None:
        self._here, self._account_id, self._data = here, account_id, data
        self._clock, self._policy = clock, policy
        self._restore = Restore(source, made, here, account_id)
        self._parts: tuple[Part, ...] = ()

    @property
    def vraagt_vandaag(self) -> bool:
        """Whether the password or herstelblad of today is needed too: the keyring of now is whole and stays."""
        return self._restore.needs_today

    def open(self, wachtwoord: str = "", woorden: str = "") -> None:
        """Open the backup with the password or the herstelblad of then.

        Raises WachtwoordOnjuist, BladOnjuist, WoordenOnjuist (nothing was tried), BestandBeschadigd, BestandNieuwer.
        """
        self._restore.open_backup(self._opener(wachtwoord, woorden), _never)

    def open_vandaag(self, wachtwoord: str = "", woorden: str = "") -> None:
        """Open the keyring of now, when `vraagt_vandaag`. Raises as `open`."""
        self._restore.open_today(self._opener(wachtwoord, woorden))

    def vergelijk(self, stop: Stop) -> Vergelijking:
        """What would change. Raises AlGeopend, BestandNieuwer, and what `stop` raises."""
        self._parts = self._restore.compare(stop)
        names = {account.id: account.name for account in info_of(self._restore.ring).accounts}
        ordered = sorted(self._parts, key=lambda part: (_ORDER.index(part.kind), part.owner != self._account_id))
        return Vergelijking(tuple(self._part(part, names) for part in ordered), self._restore.keeps_ring)

    def zet_terug(self, gekozen: Set[str], progress: Callable[[int, int], None]) -> Path:
        """Put back the chosen parts and return the folder of the school; the old one is kept beside it.

        Raises AlGeopend, SchijfVol, MapNietSchrijfbaar, MapOngeschikt, BestandBeschadigd (then nothing changed), and
        what `progress` raises.
        """
        return self._restore.carry_out(self._data, self._parts, gekozen, self._clock(), progress)

    def sluit(self) -> None:
        """Overwrite the keys. A second call does nothing."""
        self._restore.close()

    def _opener(self, password: str, words: str) -> Callable[[Ring], UserSecret]:
        """Opens a ring with what was typed; on this computer wrong tries make the wait grow, as at the unlock page."""
        code = lijst().blad_bytes(words) if words else b""

        def open_ring(ring: Ring) -> UserSecret:
            with self._counted(ring, by_words=bool(words)):
                if words:
                    return ways.open_by_sheet(ring, self._account_id, code)
                return ways.open_by_password(ring, self._account_id, password, self._policy)

        return open_ring

    def _counted(self, ring: Ring, *, by_words: bool) -> AbstractContextManager[None]:
        if self._here is None:
            return nullcontext()
        around = admission.counted_words if by_words else admission.counted
        today = self._restore.is_today(ring)
        return around(self._here, ring, self._account_id, self._clock, forgive=today)

    def _part(self, part: Part, names: dict[str, str]) -> TerugDeel:
        first = part.actions[0]
        now = dict(part.now.counts) if part.now is not None else {}
        counts = part.then.counts if part.then is not None else ()
        since = None
        if part.then is not None and part.now is not None:
            since = max(0, part.now.head[1] - part.then.head[1])
        return TerugDeel(
            id=part.compartment_id,
            titel=self._title(part, names),
            terug=first is Action.BACK,
            te_kiezen=first is Action.BACK and Action.STAYS in part.actions,
            mee=first is Action.ALONG,
            ontbreekt=first is Action.GONE,
            kapot=part.broken and first is Action.BACK and self._restore.has_current,
            laatste_toen=part.then.last_at if part.then is not None else None,
            regels_sinds=since,
            tellingen=tuple(Telling(code, number, now.get(code)) for code, number in counts),
        )

    def _title(self, part: Part, names: dict[str, str]) -> str:
        if part.kind in _TITELS:
            return _TITELS[part.kind]
        if part.owner == self._account_id:
            return "Uw eigen dossier"
        name = names.get(part.owner, "")
        return f"Eigen dossier van {name}" if name else "Eigen dossier van een ander"


def _never() -> None:
    """Opening a keyring takes no time worth stopping for."""
