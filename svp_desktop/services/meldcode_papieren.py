"""The papers of a meldcode dossier: made from what stands in it, and kept as they left the program."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import meldcode as store
from svp_desktop.services import bestand
from svp_desktop.services.meldcode import MeldcodeService

_AFGEDRUKT, _OPGESLAGEN = "afgedrukt", "opgeslagen"


class MeldcodePapieren:
    """Makes the papers and keeps in the dossier which of them were printed or saved, byte for byte.

    `door` is the name of the account that works here.
    """

    def __init__(
        self,
        compartment: Compartment,
        clock: Callable[[], datetime],
        meldcode: MeldcodeService,
        briefhoofd: Callable[[], Briefhoofd],
        door: Callable[[], str],
    ) -> None:
        self._compartment = compartment
        self._clock = clock
        self._meldcode = meldcode
        self._briefhoofd = briefhoofd
        self._door = door

    def maak(self, dossier_id: int, soort: MeldcodePapier) -> bytes:
        """The PDF as the dossier stands now. Raises NietGevonden, PapierFout."""
        from svp_desktop.documents.meldcode import dossierblad, gespreksblad, meldingblad, overzichtblad
        from svp_desktop.documents.meldcode.delen import moment

        head, sheet, words = self._briefhoofd(), self._meldcode.lees(dossier_id), self._meldcode.woorden()
        if soort is MeldcodePapier.DOSSIER:
            return dossierblad.dossierblad(head, sheet, moment(self._clock(), self._door()))
        if soort is MeldcodePapier.MELDING:
            return meldingblad.meldingblad(head, sheet, words, self._door())
        if soort is MeldcodePapier.GESPREK:
            return gespreksblad.gespreksblad(head, sheet, words)
        return overzichtblad.overzichtblad(head, sheet, words)

    def gedrukt(self, dossier_id: int, soort: MeldcodePapier, pdf: bytes) -> None:
        """Keep a paper that went to the printer."""
        self._bewaar(dossier_id, soort, _AFGEDRUKT, pdf)

    def sla_op(self, dossier_id: int, soort: MeldcodePapier, path: Path, pdf: bytes) -> None:
        """Save a paper as a file and keep it in the dossier. Raises BestandNietBewaard."""
        bestand.schrijf(
            path,
            lambda stream: stream.write(pdf),
            lambda _size: self._bewaar(dossier_id, soort, _OPGESLAGEN, pdf),
        )

    def lees(self, papier_id: int) -> bytes:
        """A paper as it left the program. Raises NietGevonden."""
        with self._compartment.reading() as rx:
            return store.papier(rx, papier_id)

    def _bewaar(self, dossier_id: int, soort: MeldcodePapier, wijze: str, pdf: bytes) -> None:
        with self._compartment.transaction() as tx:
            store.bewaar_papier(tx, dossier_id, soort.value, wijze, pdf)
            tx.log("meldcode.papier", dossier_id)
