"""The papers of pesten: what they are, for whom, and how they were handed out (11, 100-102, 107, 108)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import papier_taal
from svp_desktop.domain.andere_namen import Vervanging, noemt, vervang_namen
from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.pest_aanpak import Stap, StapSoort
from svp_desktop.domain.pestzaak import PestPersoon, PestRol
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.domain.uitreiken import UitreikDraft, Wijze, check_uitreiken

_BEGIN_VAN_ZIN = re.compile(r"(?:^|(?<=[.!?] ))\w")
_EERSTE_WOORD = re.compile(r"(^|[.!?:\n]\s*)[^\W\d_]+")


class PestBlad(Enum):
    """A paper of a pestzaak; only some go to somebody and are kept as they were handed out."""

    AFSPRAKEN = "pest_afspraken"
    OUDERS_GEPEST = "pest_blad_a"
    OUDERS_PESTER = "pest_blad_b"
    OUDERS_ANDERE = "pest_blad_c"
    NAZORGKAART = "pest_nazorgkaart"
    GESPREK_GEPEST = "pest_gesprek_gepest"
    GESPREK_PESTER = "pest_gesprek_pester"
    GESPREK_OUDERS = "pest_gesprek_ouders"
    GESPREK_GROEP = "pest_gesprek_groep"

    @property
    def uit_te_reiken(self) -> bool:
        """Whether it goes to somebody."""
        return self in _GO_OUT


_GO_OUT = frozenset(
    {
        PestBlad.AFSPRAKEN,
        PestBlad.OUDERS_GEPEST,
        PestBlad.OUDERS_PESTER,
        PestBlad.OUDERS_ANDERE,
        PestBlad.NAZORGKAART,
    }
)
TITELS: dict[PestBlad, str] = {
    PestBlad.AFSPRAKEN: "Afsprakenblad",
    PestBlad.OUDERS_GEPEST: "Blad A: ouders van een kind dat gepest wordt",
    PestBlad.OUDERS_PESTER: "Blad B: ouders van een kind dat pest",
    PestBlad.OUDERS_ANDERE: "Blad C: alle andere ouders",
    PestBlad.NAZORGKAART: "Nazorgkaart voor het kind",
    PestBlad.GESPREK_GEPEST: "Gesprek met het kind dat gepest wordt",
    PestBlad.GESPREK_PESTER: "Gesprek met het kind dat pest",
    PestBlad.GESPREK_OUDERS: "Gesprek met ouders",
    PestBlad.GESPREK_GROEP: "Gesprek met de groep",
}
#: What stands on the paper itself: nobody is called after what he did.
KOPPEN: dict[PestBlad, str] = {
    PestBlad.AFSPRAKEN: "Onze afspraken",
    PestBlad.OUDERS_GEPEST: "Als uw kind gepest wordt",
    PestBlad.OUDERS_PESTER: "Als uw kind een ander pest",
    PestBlad.OUDERS_ANDERE: "Pesten stopt alleen samen",
    PestBlad.GESPREK_GEPEST: "Als je gepest wordt",
    PestBlad.GESPREK_PESTER: "Als je een ander pest",
    PestBlad.GESPREK_OUDERS: "Gesprek met ouders",
    PestBlad.GESPREK_GROEP: "Gesprek met de groep",
}
#: The setting with the words above the points.
BEGIN: dict[PestBlad, str] = {
    PestBlad.AFSPRAKEN: "pest_afspraken_begin",
    PestBlad.OUDERS_GEPEST: "pest_blad_gepest_begin",
    PestBlad.OUDERS_PESTER: "pest_blad_pester_begin",
    PestBlad.OUDERS_ANDERE: "pest_blad_andere_begin",
}
#: For whose child a paper can be made; a paper that is not here is for no child in particular.
VOOR_WIE: dict[PestBlad, frozenset[PestRol]] = {
    PestBlad.AFSPRAKEN: frozenset(PestRol),
    PestBlad.OUDERS_GEPEST: frozenset({PestRol.GEPEST}),
    PestBlad.OUDERS_PESTER: frozenset({PestRol.PESTER, PestRol.ASSISTENT, PestRol.VERSTERKER}),
    PestBlad.NAZORGKAART: frozenset({PestRol.GEPEST}),
}
#: The setting that holds the lines of each paper.
INSTELLING: dict[PestBlad, str] = {
    PestBlad.OUDERS_GEPEST: "pest_blad_gepest",
    PestBlad.OUDERS_PESTER: "pest_blad_pester",
    PestBlad.OUDERS_ANDERE: "pest_blad_andere",
    PestBlad.NAZORGKAART: "pest_nazorgkaart",
    PestBlad.GESPREK_GEPEST: "pest_gesprek_gepest",
    PestBlad.GESPREK_PESTER: "pest_gesprek_pester",
    PestBlad.GESPREK_OUDERS: "pest_gesprek_ouders",
    PestBlad.GESPREK_GROEP: "pest_gesprek_groep",
}


@dataclass(frozen=True, slots=True)
class Aanspreekpunt:
    """Who leads pestzaken and how to reach that person (11)."""

    naam: str = ""
    telefoon: str = ""
    email: str = ""

    def regel(self) -> str:
        """ "Farid Aydin, 012 345 67 89, post@school.example", or ""."""
        return ", ".join(part for part in (self.naam, self.telefoon, self.email) if part)


class PestAfspraak(NamedTuple):
    """One line of the afsprakenblad: who it is agreed with, what, who does it and when."""

    met_wie: str
    wat: str
    wie: str
    datum: date


class PestPapierRegel(NamedTuple):
    """A paper of a pestzaak as it was handed out; `nummer` counts those of one kind for one person from 1."""

    id: int
    soort: str
    titel: str
    nummer: int
    uitgereikt_op: date
    wijze: Wijze
    aan: str
    paginas: int


@dataclass(frozen=True, slots=True)
class BladRegel:
    """An agreement as it may stand on the afsprakenblad of one child; its words there are the user's."""

    stap_id: int
    aan: bool = True
    wat: str = ""


@dataclass(frozen=True, slots=True)
class PestPapierDraft:
    """What is chosen and typed for a paper: for which child, which agreements, and how it was handed out."""

    voor_id: int | None = None
    regels: tuple[BladRegel, ...] = ()
    datum: str = "vandaag"
    aan: str = ""
    wijze: Wijze = Wijze.OP_PAPIER


def lezers(blad: PestBlad, personen: Iterable[PestPersoon]) -> tuple[PestPersoon, ...]:
    """The children for whom (or for whose parents) this paper can be made."""
    roles = VOOR_WIE.get(blad, frozenset())
    return tuple(one for one in personen if one.soort is PersoonSoort.LEERLING and one.rol in roles)


def regels_voor(stappen: Sequence[Stap], anderen: Sequence[Naam], eigen: Naam | None = None) -> tuple[BladRegel, ...]:
    """The agreements for the sheet of one child. One that was made with another child is not on it; a name of another
    child in one that is, becomes "een klasgenoot". A first name that two children share is that of the reader here."""
    first = eigen.roepnaam if eigen else ""
    own = [Vervanging(Naam(first), first)] if first else []
    other = [Vervanging(name, "een klasgenoot") for name in anderen]
    elsewhere = [replace(name, roepnaam="") if vouw(name.roepnaam) == vouw(first) else name for name in anderen]
    return tuple(
        BladRegel(
            step.id,
            not noemt(step.inhoud.met_wie, elsewhere),
            _begin_groot(vervang_namen(step.inhoud.omschrijving, own + other)),
        )
        for step in stappen
        if step.inhoud.soort is StapSoort.AFSPRAAK
    )


def _begin_groot(text: str) -> str:
    return _BEGIN_VAN_ZIN.sub(lambda match: match[0].upper(), text)


def namen_om_te_mijden(anderen: Iterable[Naam], eigen: Naam | None) -> frozenset[str]:
    """How other children may be written; not what the reader's own child is called too."""
    own = {eigen.roepnaam, eigen.achternaam, str(eigen)} if eigen else set()
    forms = {
        part for one in anderen for part in (one.roepnaam, str(one), f"{one.roepnaam} {one.achternaam}", one.achternaam)
    }
    return frozenset(form.strip() for form in forms if len(form.strip()) > 1) - own


def check_woorden(
    teksten: Iterable[tuple[str, str]], namen: frozenset[str], school: frozenset[str], bekend: Sequence[str]
) -> list[Finding]:
    """Findings of words that go to a child or a parent, as (field, text): a name of another child stops the paper.

    `namen`: of children who are near; `school`: of all others, whose name may also be the first word of a sentence that
    means something else; `bekend`: adults who may be named.
    """
    found = []
    for field, words in teksten:
        inside = _EERSTE_WOORD.sub(r"\1…", words)
        sure = {read.woorden for read in papier_taal.andere_kinderen(inside, school, "", bekend) if read.zeker}
        for read in papier_taal.andere_kinderen(words, namen | school, "", bekend):
            near = read.woorden in sure or any(vouw(read.woorden) == vouw(name) for name in namen)
            if read.zeker and near:
                text = f"“{read.woorden}” is de naam van een ander kind. Schrijf “een klasgenoot”, of laat dit weg."
                found.append(Finding(field, text))
            else:
                found.append(Finding(field, f"“{read.woorden}”: is dit de naam van een kind?", Severity.LET_OP))
        found += _tone(field, words)
    return found


def _tone(field: str, words: str) -> Iterator[Finding]:
    for read in papier_taal.straf(words):
        yield Finding(field, f"“{read.woorden}” past niet bij dit blad. Schrijf wat wij gaan doen.")
    for read in papier_taal.etiketten(words):
        yield Finding(field, f"“{read.woorden}” zegt wat een kind is. Schrijf wat het kind doet.", Severity.LET_OP)
    for place in papier_taal.open_plekken(words):
        yield Finding(field, f"“{place}” is nog niet ingevuld.")


def check_papier(blad: PestBlad, draft: PestPapierDraft, keuze: Sequence[PestPersoon], today: date) -> list[Finding]:
    """Findings of what is chosen: for whom, and on the afsprakenblad at least one agreement."""
    found = []
    if blad in VOOR_WIE and all(one.persoon_id != draft.voor_id for one in keuze):
        found.append(Finding("voor", "Kies voor welk kind dit blad is."))
    if blad is PestBlad.AFSPRAKEN and not any(line.aan and line.wat.strip() for line in draft.regels):
        found.append(Finding("regels", "Er staat nog geen afspraak op dit blad. Leg eerst een afspraak vast."))
    if blad.uit_te_reiken:
        found += check_uitreiken(UitreikDraft(draft.datum, draft.aan, draft.wijze), today)
    return found


#: The findings that only handing out asks for: printing needs no day and no name.
VAN_UITREIKEN = frozenset({"datum", "aan"})
