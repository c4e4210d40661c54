"""Photos and PDFs of an incident, inside the kluis.

A file is read once into memory, looked at by its bytes, and written in pieces of 1 MiB, each its own commit: the window
never waits for it, and what is not complete does not exist. Its bytes never reach the disk unencrypted.
"""

import contextlib
import os
import stat
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.bijlage import (
    MEEST_PER_BESTAND,
    Bijlage,
    BijlageSoort,
    check_bestand,
    check_ruimte,
    schone_naam,
    soort_van,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import BijlageFout, NietGevonden, UserFacing
from svp_desktop.kluis.stores import bijlagen as store

if TYPE_CHECKING:
    from svp_desktop.documents.buiten_pdf import BladBeeld, BladMaat
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

#: The draft that attachments without an incident belong to.
CONCEPT_NIEUW = "incident:nieuw"
#: So long a thrown away draft can still get its files back, and a file that lost its draft is found again.
BEDENKTIJD = timedelta(days=7)
# Without a pause between the pieces a window that reads would wait for its turn.
_PAUZE = 0.001
_CHANGED = Changes.of(Topic.BIJLAGEN)

#: Told after each piece: bytes done, bytes in all. May raise to stop; then nothing of the file stays.
Stap = Callable[[int, int], None]


class BijlagenService:
    """Takes in, shows, throws away and brings back."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def van(self, incident_id: int | None) -> tuple[Bijlage, ...]:
        """The attachments of an incident; None: those that this account added to a new incident it is typing."""
        with self._kluis.school.reading() as rx:
            return store.van(rx, incident_id)

    def weggegooid(self, incident_id: int | None) -> tuple[Bijlage, ...]:
        """Those that were thrown away and can still be brought back."""
        with self._kluis.school.reading() as rx:
            return store.van(rx, incident_id, weggegooid=True)

    @staticmethod
    def lees_bestand(path: Path) -> bytes:
        """The bytes of a file that a user hands in. Raises BijlageFout."""
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise BijlageFout("Dit is geen gewoon bestand.", now="Voeg bestanden toe, geen map.")
            with path.open("rb") as stream:
                check_bestand(os.fstat(stream.fileno()).st_size)
                data = stream.read(MEEST_PER_BESTAND + 1)
        except (OSError, ValueError) as error:
            raise BijlageFout(
                "Dit bestand kan niet worden gelezen.",
                now="Kijk of het er nog staat en of de stick of telefoon nog vastzit. Voeg het dan opnieuw toe.",
            ) from error
        check_bestand(len(data))
        return data

    def voeg_toe(self, incident_id: int | None, naam: str, data: bytes, stap: Stap) -> Outcome[Bijlage]:
        """Keep these bytes with an incident, or (None) with the new one that is being typed.

        Raises BijlageFout, NietGevonden, SchijfVol, KluisVergrendeld, and what `stap` raises.
        """
        soort = self.check(incident_id, data)
        with self._kluis.school.transaction() as tx:
            bijlage_id = store.begin(tx, incident_id, schone_naam(naam, soort), soort, len(data))
        try:
            for number, start in enumerate(range(0, len(data), store.DEEL)):
                with self._kluis.school.transaction() as tx:
                    store.deel(tx, bijlage_id, number, data[start : start + store.DEEL])
                time.sleep(_PAUZE)
                stap(min(start + store.DEEL, len(data)), len(data))
            with self._kluis.school.transaction() as tx:
                if incident_id is not None:
                    self._check_open(tx, incident_id)
                    tx.log("bijlage.toegevoegd", incident_id)
                check_ruimte(store.van(tx, incident_id), len(data))
                store.maak_compleet(tx, bijlage_id)
                kept = store.een(tx, bijlage_id)
        except BaseException:
            # On a full disk or in a locking kluis this does not succeed either: then it goes at the next unlock.
            with contextlib.suppress(UserFacing):
                self._wis(bijlage_id)
            raise
        assert kept is not None
        return Outcome(kept, _CHANGED)

    def check(self, incident_id: int | None, data: bytes) -> BijlageSoort:
        """What these bytes are, when they may be added. Raises BijlageFout, NietGevonden."""
        check_bestand(len(data))
        soort = soort_van(data)
        with self._kluis.school.reading() as rx:
            if incident_id is not None:
                self._check_open(rx, incident_id)
            check_ruimte(store.van(rx, incident_id), len(data))
        if soort is BijlageSoort.PDF:
            self.bladen(data)
        return soort

    def lees(self, bijlage_id: int) -> bytes:
        """The bytes. Raises NietGevonden, BestandBeschadigd."""
        with self._kluis.school.reading() as rx:
            found = store.een(rx, bijlage_id)
        if found is None:
            raise NietGevonden
        pieces = []
        for number in range(-(-found.grootte // store.DEEL)):
            # each piece a reading of its own: the window may read in between
            with self._kluis.school.reading() as rx:
                pieces.append(store.lees_deel(rx, bijlage_id, number))
        data = b"".join(pieces)
        if len(data) != found.grootte:
            raise NietGevonden
        return data

    def gooi_weg(self, bijlage_id: int) -> Outcome[Bijlage]:
        """Throw away; it can be brought back. Raises NietGevonden."""
        return self._zet(bijlage_id, "bijlage.weggegooid", away=True)

    def haal_terug(self, bijlage_id: int) -> Outcome[Bijlage]:
        """Bring back what was thrown away. Raises NietGevonden, BijlageFout when there is no room any more."""
        return self._zet(bijlage_id, "bijlage.teruggehaald", away=False)

    def gooi_losse_weg(self) -> tuple[int, ...]:
        """Throw away what was added to the new incident that this account was typing; returns what it was."""
        with self._kluis.school.transaction() as tx:
            found = tuple(one.id for one in store.van(tx, None))
            store.gooi_losse_weg(tx)
        return found

    def noteer_kopie(self, bijlage_id: int, *, afdruk: bool = False) -> None:
        """A copy left the kluis: say so in the trail. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            found = store.een(tx, bijlage_id)
            if found is None:
                raise NietGevonden
            tx.log("bijlage.afgedrukt" if afdruk else "bijlage.kopie", _subject(found))

    def ruim_op(self, stap: Callable[[], None]) -> int:
        """After unlocking: take away for good what nobody can see any more; returns how many. `stap` may raise."""
        before = self._clock() - BEDENKTIJD
        with self._kluis.school.reading() as rx:
            found = store.op_te_ruimen(rx, CONCEPT_NIEUW, before)
        for bijlage_id in found:
            stap()
            self._wis(bijlage_id)
        return len(found)

    @staticmethod
    def bladen(pdf: bytes) -> "tuple[BladMaat, ...]":
        """The size of every page of a PDF from outside. Raises BijlageFout."""
        from svp_desktop.documents import buiten_pdf

        return buiten_pdf.bladen(pdf)

    @staticmethod
    def blad(pdf: bytes, nummer: int, breedte: int) -> "BladBeeld":
        """A page (from 1) of a PDF from outside, `breedte` pixels wide or less when that is too much.

        Raises BijlageFout.
        """
        from svp_desktop.documents import buiten_pdf

        return buiten_pdf.teken(pdf, nummer, breedte)

    def _zet(self, bijlage_id: int, action: str, *, away: bool) -> Outcome[Bijlage]:
        with self._kluis.school.transaction() as tx:
            found = store.een(tx, bijlage_id)
            if found is None or found.weggegooid is away:
                raise NietGevonden
            if found.incident_id is not None:
                self._check_open(tx, found.incident_id)
                tx.log(action, found.incident_id)
            if not away:
                check_ruimte(store.van(tx, found.incident_id), found.grootte)
            store.zet_weggegooid(tx, bijlage_id, tx.now if away else None)
        return Outcome(found, _CHANGED)

    def _wis(self, bijlage_id: int) -> None:
        """Piece by piece, so that nothing waits; the row last."""
        more = True
        while more:
            with self._kluis.school.transaction() as tx:
                more = store.wis_deel(tx, bijlage_id)
                if not more:
                    store.wis_rij(tx, bijlage_id)

    @staticmethod
    def _check_open(rx: "Rx", incident_id: int) -> None:
        if not store.open_incident(rx, incident_id):
            raise NietGevonden


def _subject(found: Bijlage) -> int | str:
    return "" if found.incident_id is None else found.incident_id
