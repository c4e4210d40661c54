"""Backups while a school is open: make one now, prove the newest, the second place, and what to say about their age."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.reservekopie import KopieOverzicht, KopieRegel, OudeSchool, TweedePlek, herinnering
from svp_desktop.kluis import backup, backupcheck, keyring, state
from svp_desktop.services import reservekopie_lijst, tweede_plek
from svp_desktop.services.reservekopie_lijst import backups_of

if TYPE_CHECKING:
    from svp_desktop.kluis.keyring import Entry
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.ringfile import Ring

Progress = Callable[[int, int], None]


class ReservekopieenService:
    """What an unlocked school can do with its backups; `dagen` is the age from which the user is reminded."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], dagen: Callable[[], int]) -> None:
        self._kluis, self._clock, self._days = kluis, clock, dagen

    def overzicht(self) -> KopieOverzicht:
        """The backups; proven means: of every compartment that is open here."""
        return reservekopie_lijst.overzicht(backups_of(self._kluis.folder), self._judged())

    def maak(self, progress: Progress) -> KopieRegel | None:
        """Make one now and prove it; work can go on meanwhile. `progress` may raise to stop: nothing of it stays.

        Raises SchijfVol, MapNietSchrijfbaar, KluisVergrendeld, BestandBeschadigd.
        """
        open_ones = {
            found.path.name: found for found in (self._kluis.compartment(kind) for kind in sorted(self._kluis.kinds))
        }
        made = backup.make_while_open(self._kluis.folder, self._clock(), open_ones, progress)
        self.controleer(lambda: progress(1, 1))
        return next((regel for regel in self.overzicht().regels if regel.sleutel == made.name), None)

    def controleer(self, stop: Callable[[], None]) -> bool:
        """Prove of the newest backup what this account can open, unless it was done; False when something is not good.

        `stop` is called now and then and may raise to stop. Raises MapNietSchrijfbaar, SchijfVol, KluisVergrendeld.
        """
        found = backupcheck.check_newest(backups_of(self._kluis.folder), self._key_of, self._clock(), stop)
        return found is None or not found.bad

    def herinnering(self) -> str:
        """The sentence when the newest proven backup is too old; empty when all is well."""
        proven = reservekopie_lijst.laatste(backups_of(self._kluis.folder), self._judged(), goed=True)
        now = self._clock()
        return herinnering(proven, self._began(now), now.date(), self._days())

    def tweede_plek(self) -> TweedePlek | None:
        """The second place, None when none was chosen."""
        return tweede_plek.lees(self._kluis.folder)

    def kies_tweede_plek(self, plek: Path | None) -> None:
        """Another second place, which is filled at once in the background; or none. Raises MapNietSchrijfbaar."""
        tweede_plek.kies(self._kluis.folder, plek)

    def kopieer_nu(self) -> None:
        """Bring the second place up to date now, in the background."""
        tweede_plek.start(self._kluis.folder)

    def oude_scholen(self) -> tuple[OudeSchool, ...]:
        """What restores replaced and is still kept."""
        return reservekopie_lijst.oude_scholen(self._kluis.folder)

    def verwijder_oude(self, sleutel: str) -> None:
        """Take a replaced school away for good. Raises MapNietSchrijfbaar."""
        reservekopie_lijst.verwijder_oude(self._kluis.folder, sleutel)

    def _began(self, now: datetime) -> date:
        """The day on which the oldest open compartment was made; today without one."""
        days = []
        for kind in self._kluis.kinds:
            with self._kluis.compartment(kind).reading() as rx:
                days.append(state.made_at(rx).astimezone(now.tzinfo).date())
        return min(days, default=now.date())

    def _judged(self) -> frozenset[str]:
        return frozenset(self._kluis.compartment(kind).path.name for kind in self._kluis.kinds)

    def _key_of(self, ring: "Ring", entry: "Entry") -> bytearray | None:
        return keyring.open_slot(ring, entry, self._kluis.account_id, self._kluis.secret)
