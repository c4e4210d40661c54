"""The wording of the meldcode as the school has it, kept in the compartment of the meldcode itself (demand 121)."""

from collections.abc import Callable, Mapping
from datetime import datetime

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.meldcode_woorden import TEKSTEN, MeldcodeWoorden, check_tekst, tekst_netjes
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import meldcode as store
from svp_desktop.kluis.stores import meldcode_lijst as lists
from svp_desktop.services.meldcode_sleutels import tekst_sleutel


class MeldcodeTeksten:
    """Reads and changes the wording; `namen()` gives the names of the accounts by id."""

    def __init__(
        self, compartment: Compartment, clock: Callable[[], datetime], namen: Callable[[], Mapping[str, str]]
    ) -> None:
        self._compartment, self._clock, self._namen = compartment, clock, namen

    def woorden(self) -> MeldcodeWoorden:
        """The wording in force."""
        with self._compartment.reading() as rx:
            return MeldcodeWoorden(lists.teksten(rx, self._wie()))

    def zet_tekst(self, code: str, tekst: str) -> Outcome[str]:
        """A wording of the school's own. Raises InvoerOnjuist."""
        findings = check_tekst(code, tekst)
        if blocking(findings):
            raise InvoerOnjuist(findings)
        with self._compartment.transaction() as tx:
            lists.zet_tekst(tx, _plaats(code), code, tekst_netjes(code, tekst))
            drafts.drop(tx, tekst_sleutel(code))
            tx.log("meldcode.tekst")
        return Outcome(code)

    def tekst_standaard(self, code: str) -> Outcome[str]:
        """Back to the wording of the plan."""
        with self._compartment.transaction() as tx:
            lists.zet_tekst(tx, _plaats(code), code, None)
            drafts.drop(tx, tekst_sleutel(code))
            tx.log("meldcode.tekst")
        return Outcome(code)

    def _wie(self) -> store.Wie:
        zone = self._clock().tzinfo
        return store.Wie(self._namen(), lambda moment: moment.astimezone(zone))


def _plaats(code: str) -> int:
    return [item.code for item in TEKSTEN].index(code)
