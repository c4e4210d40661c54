"""A matter in the private dossier of a vertrouwenspersoon: who came, about what, and with whose consent (111, 114-115).

A dossier is opened only with the express consent of who came (law.md 2.6): day and words of it are recorded, and who
recorded it is stamped by the program.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Dossier, DossierDraft, check_dossier, dossier_netjes
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schone_tekst

LANGSTE_LEEFTIJD = 18


class Klager(Enum):
    """Who came to the vertrouwenspersoon (111); the law calls them so, also when nobody complains."""

    KIND = "kind"
    OUDER = "ouder"
    LEERKRACHT = "leerkracht"
    MEDEWERKER = "medewerker"
    ANDERS = "anders"


class ZaakOnderwerp(Enum):
    """What it is about, in words that a jaarverslag may count."""

    LEERKRACHT = "leerkracht"
    ONDERLING = "onderling"
    PESTEN = "pesten"
    MACHTSMISBRUIK = "machtsmisbruik"
    SEKSUEEL = "seksueel"
    DISCRIMINATIE = "discriminatie"
    GEWELD = "geweld"
    THUIS = "thuis"
    KLACHT = "klacht"
    ANDERS = "anders"


class GeprobeerdBij(Enum):
    """With whom a solution was tried before (111)."""

    LEERKRACHT = "leerkracht"
    KWALITEITSCOORDINATOR = "kwaliteitscoordinator"
    BOUWCOORDINATOR = "bouwcoordinator"
    DIRECTEUR = "directeur"
    OUDERS = "ouders"


class HoeInstemming(Enum):
    """How the klager consented."""

    MONDELING = "mondeling"
    SCHRIFTELIJK = "schriftelijk"


class KindInstemming(Enum):
    """Whether the child agrees that its parents are told (115)."""

    JA = "ja"
    NEE = "nee"
    NIET_GEVRAAGD = "niet_gevraagd"


class OudersWeten(Enum):
    """Whether the parents of a child that came itself were told (114)."""

    JA = "ja"
    NOG_NIET = "nog_niet"
    NEE = "nee"


class ZaakAfloop(Enum):
    """Why a matter was closed."""

    OPGELOST = "opgelost"
    DOORVERWEZEN = "doorverwezen"
    KLACHT = "klacht"
    GESTOPT = "gestopt"
    ANDERS = "anders"


class ZaakPunt(Enum):
    """What still has to be done before a dossier is in order (law.md 2.6; 114, 115)."""

    VERNIETIGEN = "vernietigen"
    TOESTEMMING = "toestemming"
    OUDERS = "ouders"
    KIND = "kind"


_PUNT_ZINNEN = {
    ZaakPunt.VERNIETIGEN: "De toestemming is ingetrokken. Vernietig dit dossier, bij Bewaren.",
    ZaakPunt.TOESTEMMING: "Hier staat nog geen toestemming. Vraag die, of vernietig het dossier.",
    ZaakPunt.OUDERS: "De ouders weten het nog niet. Licht hen in, of schrijf op waarom niet.",
    ZaakPunt.KIND: "Vraag het kind of de ouders het mogen weten.",
}


class InstemmingIngetrokken(UserFacing):
    """The klager took the consent back: nothing is added to the dossier any more."""

    what = "De toestemming voor dit dossier is ingetrokken."
    safe = "Er is niets veranderd. Wat u typte, is bewaard als concept."
    now = "U kunt het dossier alleen nog lezen of vernietigen, bij Bewaren."


@dataclass(frozen=True, slots=True)
class ZaakDraft:
    """What is being typed about a matter; days and numbers as text."""

    dossier: DossierDraft = field(default_factory=DossierDraft)
    klager: Klager | None = None
    onderwerp: ZaakOnderwerp | None = None
    waarover: str = ""
    over_wie: str = ""
    geprobeerd_bij: frozenset[GeprobeerdBij] = frozenset()
    geprobeerd: str = ""
    instemming: bool = False
    instemming_van: str = ""
    instemming_op: str = ""
    instemming_hoe: HoeInstemming | None = None
    leeftijd: str = ""
    kind_instemming: KindInstemming | None = None
    kind_uitleg: str = ""
    ouders: OudersWeten | None = None
    ouders_op: str = ""
    ouders_reden: str = ""


@dataclass(frozen=True, slots=True)
class ZaakInhoud:
    """The recorded matter. `leeftijd` in years, on the day that it was written; `ouders_reden` is the weighty reason
    not to tell the parents; `over_wie` is whom it is about, when it is about somebody (law.md 2.6)."""

    klager: Klager
    onderwerp: ZaakOnderwerp
    waarover: str
    instemming_van: str
    instemming_op: date
    instemming_hoe: HoeInstemming
    over_wie: str = ""
    geprobeerd_bij: frozenset[GeprobeerdBij] = frozenset()
    geprobeerd: str = ""
    leeftijd: int | None = None
    kind_instemming: KindInstemming | None = None
    kind_uitleg: str = ""
    ouders: OudersWeten | None = None
    ouders_op: date | None = None
    ouders_reden: str = ""


class Stempel(NamedTuple):
    """When (local) the program recorded something, and for which account."""

    op: datetime
    door: str


@dataclass(frozen=True, slots=True)
class Zaak:
    """A matter with its dossier. `inhoud` None: a dossier of before there were matters, without consent on record.

    `alleen_lezen`: it stands in an older copy, in which nothing is saved.
    """

    dossier: Dossier
    inhoud: ZaakInhoud | None
    versie: int
    stempel: Stempel | None
    ingetrokken: Stempel | None = None
    afloop: ZaakAfloop | None = None
    alleen_lezen: bool = False

    @property
    def schrijfbaar(self) -> bool:
        """Whether something may be added: it runs, the consent stands, and no older copy is being looked at."""
        return not self.dossier.gesloten and self.ingetrokken is None and not self.alleen_lezen

    def punten(self) -> tuple[ZaakPunt, ...]:
        """What still has to be done before the dossier is in order."""
        if self.ingetrokken is not None:
            return (ZaakPunt.VERNIETIGEN,)
        if self.inhoud is None:
            return (ZaakPunt.TOESTEMMING,)
        found = []
        if self.inhoud.ouders is OudersWeten.NOG_NIET:
            found.append(ZaakPunt.OUDERS)
        if self.inhoud.kind_instemming is KindInstemming.NIET_GEVRAAGD and self.inhoud.ouders is not OudersWeten.JA:
            found.append(ZaakPunt.KIND)
        return tuple(found)

    def open_punten(self) -> tuple[str, ...]:
        """The same in Dutch sentences."""
        return tuple(_PUNT_ZINNEN[one] for one in self.punten())


def check_zaak(draft: ZaakDraft, today: date) -> tuple[Finding, ...]:
    """Findings of the form, one a field."""
    findings = list(check_dossier(draft.dossier))
    if draft.klager is None:
        findings.append(Finding("klager", "Kies wie er bij u kwam."))
    if draft.onderwerp is None:
        findings.append(Finding("onderwerp", "Kies waar het over gaat. Alleen dit telt mee in het jaarverslag."))
    if not schone_tekst(draft.waarover).strip():
        findings.append(Finding("waarover", "Schrijf in een paar zinnen op waar het over gaat."))
    findings += _consent(draft, today)
    if draft.klager is Klager.KIND:
        findings += _child(draft, today)
    return tuple(findings)


def _consent(draft: ZaakDraft, today: date) -> list[Finding]:
    if not draft.instemming:
        text = "Zonder toestemming van wie bij u kwam, opent u geen dossier. Tijd kunt u wel schrijven, bij Mijn werk."
        return [Finding("instemming", text)]
    findings = []
    if not op_een_regel(draft.instemming_van):
        findings.append(Finding("instemming_van", "Schrijf op wie toestemming gaf."))
    findings += _day("instemming_op", draft.instemming_op, today)
    if draft.instemming_hoe is None:
        findings.append(Finding("instemming_hoe", "Kies hoe de toestemming is gegeven."))
    return findings


def _child(draft: ZaakDraft, today: date) -> list[Finding]:
    findings = []
    age = draft.leeftijd.strip()
    if not age.isascii() or not age.isdigit() or not 3 <= int(age) <= LANGSTE_LEEFTIJD:
        findings.append(Finding("leeftijd", "Vul de leeftijd in. Hoe ouder het kind, hoe zwaarder zijn mening telt."))
    if draft.kind_instemming is None:
        findings.append(Finding("kind_instemming", "Kies wat het kind ervan vindt dat de ouders het weten."))
    if draft.ouders is None:
        findings.append(Finding("ouders", "Kies of de ouders zijn ingelicht."))
    elif draft.ouders is OudersWeten.JA:
        findings += _day("ouders_op", draft.ouders_op, today)
    elif draft.ouders is OudersWeten.NEE and not schone_tekst(draft.ouders_reden).strip():
        text = "Schrijf op welk zwaarwegend belang zich verzet tegen het inlichten van de ouders."
        findings.append(Finding("ouders_reden", text))
    return findings


def parse_zaak(draft: ZaakDraft, today: date) -> tuple[DossierDraft, ZaakInhoud]:
    """The dossier and the matter of a draft that `check_zaak` lets pass. Raises ValueError for another one."""
    given = _known_day(draft.instemming_op, today)
    if draft.klager is None or draft.onderwerp is None or draft.instemming_hoe is None or given is None:
        raise ValueError("draft has blocking findings")
    made = ZaakInhoud(
        klager=draft.klager,
        onderwerp=draft.onderwerp,
        waarover=schone_tekst(draft.waarover).strip(),
        over_wie=op_een_regel(draft.over_wie),
        geprobeerd_bij=draft.geprobeerd_bij,
        geprobeerd=schone_tekst(draft.geprobeerd).strip(),
        instemming_van=op_een_regel(draft.instemming_van),
        instemming_op=given,
        instemming_hoe=draft.instemming_hoe,
    )
    if draft.klager is Klager.KIND:
        made = replace(
            made,
            leeftijd=int(draft.leeftijd),
            kind_instemming=draft.kind_instemming,
            kind_uitleg=schone_tekst(draft.kind_uitleg).strip(),
            ouders=draft.ouders,
            ouders_op=_known_day(draft.ouders_op, today) if draft.ouders is OudersWeten.JA else None,
            ouders_reden=schone_tekst(draft.ouders_reden).strip() if draft.ouders is OudersWeten.NEE else "",
        )
    return dossier_netjes(draft.dossier), made


def zaak_draft_of(zaak: Zaak) -> ZaakDraft:
    """The form for a recorded matter, or for a dossier that has none yet."""
    dossier = DossierDraft(zaak.dossier.naam, zaak.dossier.groep, zaak.dossier.persoon_uuid)
    found = zaak.inhoud
    if found is None:
        return ZaakDraft(dossier)
    return ZaakDraft(
        dossier=dossier,
        klager=found.klager,
        onderwerp=found.onderwerp,
        waarover=found.waarover,
        over_wie=found.over_wie,
        geprobeerd_bij=found.geprobeerd_bij,
        geprobeerd=found.geprobeerd,
        instemming=True,
        instemming_van=found.instemming_van,
        instemming_op=datums.kort(found.instemming_op),
        instemming_hoe=found.instemming_hoe,
        leeftijd=str(found.leeftijd or ""),
        kind_instemming=found.kind_instemming,
        kind_uitleg=found.kind_uitleg,
        ouders=found.ouders,
        ouders_op=datums.kort(found.ouders_op) if found.ouders_op else "",
        ouders_reden=found.ouders_reden,
    )


def jaren(geboren: date, today: date) -> int:
    """The age in whole years."""
    return today.year - geboren.year - ((today.month, today.day) < (geboren.month, geboren.day))


def _day(field_name: str, text: str, today: date) -> list[Finding]:
    found = datums.parse_datum(text, today)
    if isinstance(found, Finding):
        return [replace(found, field=field_name)]
    return [Finding(field_name, "Deze dag moet nog komen.")] if found > today else []


def _known_day(text: str, today: date) -> date | None:
    found = datums.parse_datum(text, today)
    return None if isinstance(found, Finding) else found
