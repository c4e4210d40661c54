"""Everything that is shown of one pestzaak, worked out from its records (92-109)."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.incident import Betrokkenheid, Incident
from svp_desktop.domain.pest_aanpak import Stap, StapSoort
from svp_desktop.domain.pest_nazorg import Check, gehouden
from svp_desktop.domain.pest_netwerk import Netwerk, Relatie, UitIncident
from svp_desktop.domain.pest_papier import PestPapierRegel
from svp_desktop.domain.pest_signalen import Opgeteld, Signaal, Signaallijst
from svp_desktop.domain.pest_toets import Toets
from svp_desktop.domain.pestzaak import PestTaak, PestVerloop, PestVerloopRegel, Pestzaak, Rondom, TaakStand

_WOORD = re.compile(r"\w+")
ZONDER_PLAATS = "geen plaats ingevuld"


class PestIncident(NamedTuple):
    """A coupled incident, in one line."""

    id: int
    nummer: str
    datum: date
    plaats: str
    soort: str
    omschrijving: str


class Plaatstelling(NamedTuple):
    """How many of the coupled incidents were at a place, and whether there is less supervision (98)."""

    plaats: str
    aantal: int
    minder_toezicht: bool


@dataclass(frozen=True, slots=True)
class PestBeeld:
    """One pestzaak with all that stands around it. `tellende_checks` leaves out those before a reopening; `ladder` says
    how far the ladder of the linked casus is; `minder_toezicht`: places with less supervision that were told."""

    zaak: Pestzaak
    standen: tuple[TaakStand, ...]
    bezig: PestTaak
    toetsen: tuple[Toets, ...]
    signalen: tuple[Signaal, ...]
    opgeteld: dict[Signaallijst, tuple[Opgeteld, ...]]
    tekens: dict[str, str]
    incidenten: tuple[PestIncident, ...]
    plaatsen: tuple[Plaatstelling, ...]
    netwerk: Netwerk
    relaties: tuple[Relatie, ...]
    stappen: tuple[Stap, ...]
    checks: tuple[Check, ...]
    tellende_checks: tuple[Check, ...]
    verloop: tuple[PestVerloopRegel, ...]
    papieren: tuple[PestPapierRegel, ...]
    minder_toezicht: tuple[str, ...]
    casus: str
    ladder: str
    today: date

    @property
    def toets(self) -> Toets | None:
        """The last test."""
        return self.toetsen[-1] if self.toetsen else None

    def stand(self, taak: PestTaak) -> TaakStand:
        """How far a task is."""
        return next(stand for stand in self.standen if stand.taak is taak)

    @property
    def volgende_check(self) -> Check | None:
        """The first check that is still to be held."""
        return next((item for item in self.tellende_checks if item.gehouden_op is None), None)


def ladder_zin(acties: Iterable[CasusActie], *, loopt: bool = True) -> str:
    """How far the ladder of a casus is: what was done last, and what comes first (92); a closed one plans nothing."""
    known = sorted(acties, key=lambda one: (one.datum, one.id))
    done, planned = [one for one in known if one.gedaan], [one for one in known if loopt and not one.gedaan]
    if not loopt:
        parts = [f"De casus is afgesloten. Ladder: {len(done)} gedaan."]
    elif known:
        parts = [f"Ladder: {len(done)} gedaan, {len(planned)} gepland."]
    else:
        parts = ["Op de ladder staat nog geen actie."]
    for word, one in (("Laatst", done[-1:]), ("Nu eerst", planned[:1])):
        parts += [f"{word}: {ACTIE_VAN_CODE[item.actie].kort}, {datums.dag_maand(item.datum)}." for item in one]
    return " ".join(parts)


def tel_plaatsen(plaatsen: Iterable[str], minder_toezicht: Iterable[str]) -> tuple[Plaatstelling, ...]:
    """Places with their incidents, the most first."""
    known = {place.casefold() for place in minder_toezicht}
    counts = Counter(place.strip() or ZONDER_PLAATS for place in plaatsen)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    return tuple(Plaatstelling(place, count, place.casefold() in known) for place, count in ordered)


def genoemd(tekst: str, minder_toezicht: Iterable[str]) -> tuple[str, ...]:
    """The places with less supervision that stand in what was told (98): a word may go on, as in kleedkamers."""
    words = f" {' '.join(_WOORD.findall(tekst.casefold()))}"
    return tuple(place for place in minder_toezicht if f" {' '.join(_WOORD.findall(place.casefold()))}" in words)


def uit_incident(incident: Incident, personen: Iterable[int], woord: str) -> tuple[UitIncident, ...]:
    """Who did something to whom in an incident, among the people of the pestzaak."""
    known = set(personen)
    people = [item for item in incident.inhoud.betrokkenen if item.persoon_id in known]
    did = [item.persoon_id for item in people if Betrokkenheid.DADER in item.rollen]
    hurt = [item.persoon_id for item in people if Betrokkenheid.SLACHTOFFER in item.rollen]
    return tuple(UitIncident(incident.id, one, other, woord) for one in did for other in hurt if one != other)


def rondom(zaak: Pestzaak, toets: Toets | None, stappen: Sequence[Stap], checks: Sequence[Check]) -> Rondom:
    """What decides how far the tasks are."""
    held = gehouden(checks)
    agreed = sum(step.inhoud.soort is StapSoort.AFSPRAAK for step in stappen)
    return Rondom(
        acties=len(stappen) - agreed,
        afspraken=agreed,
        toets=toets.uitkomst if toets else None,
        checks_gehouden=len(held),
        checks=len(checks),
        laatste_check=held[-1].gehouden_op if held else None,
        gepest=zaak.gepest is not None,
    )


def laatste_heropening(verloop: Iterable[PestVerloopRegel]) -> PestVerloopRegel | None:
    """The last time that it was opened again."""
    found = [line for line in verloop if line.soort is PestVerloop.HEROPEND]
    return found[-1] if found else None
