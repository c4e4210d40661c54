"""Settings of the school: every list, threshold and term of the plan, with the plan's value to go back to (149)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.instellingen import (
    INSTELLING_VAN_CODE,
    EerdereWaarde,
    Instellingen,
    InstellingSoort,
    Waarde,
    check_instelling,
)
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.school import schooljaar, schooljaar_grenzen
from svp_desktop.kluis.stores import instellingen as store

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis

_CHANGED = Changes.of(Topic.INSTELLINGEN)
_KINDS: dict[InstellingSoort, type] = {
    InstellingSoort.JA_NEE: bool,
    InstellingSoort.GETAL: int,
    InstellingSoort.TEKST: str,
    InstellingSoort.LIJST: tuple,
}


class InstellingenService:
    """Reads and changes the school's own values."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def lees(self) -> Instellingen:
        """The values in force."""
        with self._kluis.school.reading() as rx:
            return Instellingen(store.lees(rx))

    def lees_van(self, jaar: str) -> Instellingen:
        """The values that were in force in a school year ("2025-2026")."""
        with self._kluis.school.reading() as rx:
            return Instellingen(store.lees_van(rx, jaar))

    def eerdere(self) -> dict[str, tuple[EerdereWaarde, ...]]:
        """By setting: which other values were in force before, the newest first. What stayed the same is left out."""
        with self._kluis.school.reading() as rx:
            now, rows = Instellingen(store.lees(rx)), store.eerdere(rx)
        found: dict[str, list[EerdereWaarde]] = {}
        later = {code: now.waarde(code) for code, _, _ in rows}
        for code, last, kept in rows:
            value = INSTELLING_VAN_CODE[code].standaard if kept is None else kept
            if value != later[code]:
                found.setdefault(code, []).append(EerdereWaarde(last, value))
            later[code] = value
        return {code: tuple(values) for code, values in found.items()}

    def _vorig_jaar(self) -> str:
        first, _ = schooljaar_grenzen(schooljaar(self._clock().date()))
        return schooljaar(first - timedelta(days=1))

    def zet(self, code: str, waarde: Waarde) -> Outcome[Waarde]:
        """Give a setting an own value; the plan's own value forgets the own one.

        Raises InvoerOnjuist when the value is empty, of another kind or out of bounds, KeyError for an unknown code.
        """
        value = _netjes(waarde)
        setting = INSTELLING_VAN_CODE[code]
        if type(value) is not _KINDS[setting.soort]:
            raise InvoerOnjuist((Finding(code, "Deze waarde past niet bij deze instelling."),))
        findings = blocking(check_instelling(code, value))
        if findings:
            raise InvoerOnjuist(findings)
        if value == setting.standaard:
            return self.standaard(code)
        with self._kluis.school.transaction() as tx:
            store.bewaar_eerder(tx, code, self._vorig_jaar())
            store.zet(tx, code, value)
            tx.log("instelling.zet", code)
        return Outcome(value, _CHANGED)

    def standaard(self, code: str) -> Outcome[Waarde]:
        """Back to the plan's value. Raises KeyError for an unknown code."""
        value = INSTELLING_VAN_CODE[code].standaard
        with self._kluis.school.transaction() as tx:
            store.bewaar_eerder(tx, code, self._vorig_jaar())
            if not store.wis(tx, code):
                return Outcome(value)
            tx.log("instelling.standaard", code)
        return Outcome(value, _CHANGED)


def _netjes(waarde: Waarde) -> Waarde:
    """Clean text; of a list the lines that say something, each once."""
    value = schoon(waarde)
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(line.strip() for line in value if line.strip()))
    return value
