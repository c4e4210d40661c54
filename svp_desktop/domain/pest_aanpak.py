"""The approaches of the school: its own list, with the steps and the check-moments that each brings (demands 92, 107).

An approach is one line that the school may edit: "Naam: dag 0 wat er gebeurt; dag 7 wat er dan gebeurt; check na 1, 2
en 6 weken". Beginning one proposes its steps on their days; every step can then be changed or taken away.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.schooldagen import Schoolkalender

_DAY = re.compile(r"dag\s+(\d{1,3})\s*[:,]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_CHECKS = re.compile(r"checks?\s+na\b(.*)", re.IGNORECASE | re.DOTALL)
_LONGEST = 400
_VER = "Deze dag is meer dan een jaar ver. Klopt het jaar?"

STANDAARD_AANPAKKEN = (
    "Steungroep: dag 0 gesprek met het kind: wat gebeurt er, wie doet het, wie kan helpen; dag 2 steungroep vormen van "
    "zes tot acht kinderen; dag 3 eerste bijeenkomst: wat kan ieder doen; dag 10 terugkijken met het kind en de groep "
    "apart; dag 17 tweede ronde als dat nodig is; check na 1, 2 en 6 weken",
    "No Blame: dag 0 gesprek met het kind over wat het voelt, met toestemming; dag 1 groep van zes kinderen kiezen, "
    "ook wie pest; dag 2 uitleggen hoe het kind zich voelt, zonder schuld; dag 2 ieder kiest zelf wat hij doet; dag 9 "
    "nagesprek met het kind en met ieder van de groep apart; check na 1, 2 en 6 weken",
    "Herstel: dag 0 voorgesprek met wie gepest is; dag 1 voorgesprek met wie pest; dag 4 herstelgesprek als beiden dat "
    "willen; dag 5 herstelgebaar; dag 14 samen terugkijken; check na 1, 2 en 6 weken",
    "Ladder van Verbindend Gezag: dag 0 casus openen of koppelen; dag 1 team en ouders inlichten; dag 3 aankondiging; "
    "dag 5 waakzame zorg op de plekken waar het gebeurt; dag 14 samen terugkijken; check na 1, 2 en 6 weken",
)


class StapSoort(Enum):
    """What a step is."""

    ACTIE = "actie"
    AFSPRAAK = "afspraak"
    GESPREK = "gesprek"
    ADVIES = "advies"
    VERWIJZING = "verwijzing"


class AanpakStap(NamedTuple):
    """One step of an approach, so many days after it begins."""

    dag: int
    tekst: str


class Aanpak(NamedTuple):
    """An approach of the school."""

    naam: str
    stappen: tuple[AanpakStap, ...]
    checks: tuple[int, ...]

    @property
    def bron(self) -> str:
        """What its steps remember of where they came from."""
        return self.naam[:32]


@dataclass(frozen=True, slots=True)
class StapDraft:
    """What is typed of a step: an action, a written agreement, a talk. `wie` is a name that nobody was chosen for."""

    soort: StapSoort = StapSoort.AFSPRAAK
    omschrijving: str = ""
    met_wie: str = ""
    eigenaar_id: int | None = None
    datum: str = ""
    gedaan_op: str = ""
    notitie: str = ""
    wie: str = ""


@dataclass(frozen=True, slots=True)
class StapInhoud:
    """A recorded step: on its day it is due, or was done."""

    soort: StapSoort
    omschrijving: str
    met_wie: str
    eigenaar_id: int | None
    datum: date
    gedaan_op: date | None
    notitie: str = ""


class Stap(NamedTuple):
    """A step of a pestzaak; `bron` is the approach that brought it, or ""."""

    id: int
    pestzaak_id: int
    versie: int
    bron: str
    eigenaar: str
    inhoud: StapInhoud

    def te_laat(self, today: date) -> bool:
        """Its day has passed and nobody did it."""
        return self.inhoud.gedaan_op is None and self.inhoud.datum < today


@dataclass(frozen=True, slots=True)
class AanpakDraft:
    """What is chosen when an approach begins."""

    naam: str = ""
    begin: str = "vandaag"
    eigenaar_id: int | None = None


def lees_aanpak(regel: str) -> Aanpak | None:
    """The approach of a line; None when it has no name. Weeks of checks are read from "check na 1, 2 en 6 weken"."""
    name, _, rest = regel.partition(":")
    if not name.strip():
        return None
    steps, checks = [], []
    for part in (part.strip() for part in rest.split(";")):
        if found := _CHECKS.fullmatch(part):
            checks += [int(number) for number in re.findall(r"\d{1,2}", found[1]) if int(number)]
        elif found := _DAY.fullmatch(part):
            steps.append(AanpakStap(int(found[1]), _sentence(found[2])))
        elif part:
            steps.append(AanpakStap(0, _sentence(part)))
    return Aanpak(name.strip(), tuple(step for step in steps if step.tekst), tuple(sorted(set(checks))))


def _sentence(text: str) -> str:
    cleaned = " ".join(text.split())
    return cleaned[:1].upper() + cleaned[1:]


def aanpakken(regels: Iterable[str]) -> tuple[Aanpak, ...]:
    """Every approach of the school's list."""
    return tuple(found for found in map(lees_aanpak, regels) if found is not None)


def soort_van_stap(tekst: str) -> StapSoort:
    """A step that is a talk, or an action."""
    words = tekst.casefold()
    return StapSoort.GESPREK if "gesprek" in words or "bijeenkomst" in words else StapSoort.ACTIE


def stappen_van(
    aanpak: Aanpak, begin: date, eigenaar_id: int | None, kalender: Schoolkalender
) -> tuple[StapInhoud, ...]:
    """The steps of an approach on their days; a day without school becomes the first one after it."""
    found = []
    for step in aanpak.stappen:
        day = kalender.eerste(begin + timedelta(days=step.dag))
        found.append(StapInhoud(soort_van_stap(step.tekst), step.tekst, "", eigenaar_id, day, None))
    return tuple(found)


def check_stap(draft: StapDraft, today: date) -> tuple[Finding, ...]:
    """Findings of a step; of an agreement it must be clear with whom it was made."""
    found = []
    if not draft.omschrijving.strip():
        found.append(Finding("omschrijving", "Schrijf wat er gebeurt of wat er is afgesproken."))
    if draft.soort is StapSoort.AFSPRAAK and not draft.met_wie.strip():
        found.append(Finding("met_wie", "Met wie is dit afgesproken?"))
    day = datums.parse_datum(draft.datum, today)
    if isinstance(day, Finding):
        found.append(Finding("datum", day.message))
    elif abs((day - today).days) > _LONGEST:
        found.append(Finding("datum", _VER))
    done = datums.parse_datum(draft.gedaan_op, today) if draft.gedaan_op.strip() else None
    if isinstance(done, Finding):
        found.append(Finding("gedaan_op", done.message))
    elif done is not None and done > today:
        found.append(Finding("gedaan_op", "Deze dag is nog niet geweest."))
    return tuple(found)


def parse_stap(draft: StapDraft, today: date) -> StapInhoud:
    """The content of a draft that `check_stap` lets pass. Raises ValueError."""
    day = datums.parse_datum(draft.datum, today)
    done = datums.parse_datum(draft.gedaan_op, today) if draft.gedaan_op.strip() else None
    if isinstance(day, Finding) or isinstance(done, Finding):
        raise ValueError("draft has blocking findings")
    return StapInhoud(
        draft.soort,
        draft.omschrijving.strip(),
        draft.met_wie.strip(),
        draft.eigenaar_id,
        day,
        done,
        draft.notitie.strip(),
    )


def stap_draft_of(stap: Stap) -> StapDraft:
    """The form for a recorded step."""
    content = stap.inhoud
    return StapDraft(
        content.soort, content.omschrijving, content.met_wie, content.eigenaar_id, datums.kort(content.datum),
        datums.kort(content.gedaan_op) if content.gedaan_op else "", content.notitie,
    )  # fmt: skip


def check_aanpak(draft: AanpakDraft, keuze: Iterable[Aanpak], today: date) -> tuple[Finding, ...]:
    """Findings of beginning an approach."""
    found = []
    if all(one.naam != draft.naam for one in keuze):
        found.append(Finding("naam", "Kies een aanpak."))
    day = datums.parse_datum(draft.begin, today)
    if isinstance(day, Finding):
        found.append(Finding("begin", day.message))
    elif abs((day - today).days) > _LONGEST:
        found.append(Finding("begin", _VER))
    return tuple(found)
