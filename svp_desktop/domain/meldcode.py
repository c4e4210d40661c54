"""The meldcode dossier: its persons, five steps, statements and what stands around them (demands 12, 121-131).

What the window types and what is recorded is the same dataclass: a day in it is text ("24-11-2026"), written whole
before it is kept. What lists and reminders ask for has a column of its own beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, TypeAlias

from svp_desktop.domain.aantekeningen import Aantekening, Aard, Dossier, DossierDraft
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.meldcode_keuzes import (
    DeelGrond,
    DirectContact,
    DossierSoort,
    GesprekMet,
    Herkomst,
    JaNee,
    MeldcodeAfloop,
    Meldnorm,
    MeldWijze,
    MishandelVorm,
    NietOpen,
    Richting,
    StukSoort,
    Weegvraag,
)


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """One statement: what was seen or said, how certain, by whom, and which way it points (demands 125-126)."""

    datum: str = ""
    tijd: str = ""
    aard: Aard | None = None
    richting: Richting | None = Richting.BEVESTIGT
    tekst: str = ""
    van: str = ""
    herkomst: Herkomst | None = Herkomst.EIGEN
    waarnemer: str = ""
    vormen: frozenset[MishandelVorm] = frozenset()


@dataclass(frozen=True, slots=True)
class VtAdvies:
    """Advice of Veilig Thuis, with or without the name of the child (demand 127)."""

    datum: str = ""
    tijd: str = ""
    wie: str = ""
    medewerker: str = ""
    anoniem: JaNee | None = None
    vraag: str = ""
    advies: str = ""


@dataclass(frozen=True, slots=True)
class MeldcodeGesprek:
    """A talk with parents or child: with whom, what was said, and how they took it (demand 128)."""

    datum: str = ""
    tijd: str = ""
    met: GesprekMet | None = None
    met_wie: str = ""
    door: str = ""
    inhoud: str = ""
    reactie: str = ""
    afgesproken: str = ""


@dataclass(frozen=True, slots=True)
class MeldcodeAfspraak:
    """An agreement about help or about watching: who does what until when, and who is casemanager."""

    datum: str = ""
    wat: str = ""
    met_wie: str = ""
    door: str = ""
    casemanager: str = ""
    tot: str = ""
    doel: str = ""
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class GedeeldeGegevens:
    """What was shared with whom, on which ground, and whether consent was asked (demand 123)."""

    datum: str = ""
    met_wie: str = ""
    wat: str = ""
    grond: DeelGrond | None = None
    gevraagd: JaNee | None = None
    gegeven: JaNee | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class VtVraag:
    """A question of Veilig Thuis, what the school answered and passed on, and when (demand 123)."""

    datum: str = ""
    medewerker: str = ""
    vraag: str = ""
    antwoord: str = ""
    doorgegeven: str = ""
    door: str = ""


@dataclass(frozen=True, slots=True)
class Noodgeval:
    """Acute danger: who called whom and when. It may be filled in after the calls."""

    datum: str = ""
    tijd: str = ""
    wat: str = ""
    gebeld_112: str = ""
    gebeld_vt: str = ""
    door: str = ""
    afgesproken: str = ""
    ouders: str = ""


@dataclass(frozen=True, slots=True)
class MeldcodeTermijn:
    """Something to come back to on a day."""

    datum: str = ""
    tot: str = ""
    wat: str = ""
    uitkomst: str = ""


@dataclass(frozen=True, slots=True)
class VermoedenOnterecht:
    """Said expressly: the suspicion was not right, or is not there any more."""

    datum: str = ""
    door: str = ""
    waarom: str = ""
    besproken: str = ""
    verteld: str = ""


StukInhoud: TypeAlias = (
    Uitspraak
    | VtAdvies
    | MeldcodeGesprek
    | MeldcodeAfspraak
    | GedeeldeGegevens
    | VtVraag
    | Noodgeval
    | MeldcodeTermijn
    | VermoedenOnterecht
)

STUK_KLASSEN: Mapping[StukSoort, type[StukInhoud]] = {
    StukSoort.UITSPRAAK: Uitspraak,
    StukSoort.ADVIES: VtAdvies,
    StukSoort.GESPREK: MeldcodeGesprek,
    StukSoort.AFSPRAAK: MeldcodeAfspraak,
    StukSoort.GEDEELD: GedeeldeGegevens,
    StukSoort.VT_VRAAG: VtVraag,
    StukSoort.GEVAAR: Noodgeval,
    StukSoort.TERMIJN: MeldcodeTermijn,
    StukSoort.ONTERECHT: VermoedenOnterecht,
}
_SOORT_VAN = {kind: soort for soort, kind in STUK_KLASSEN.items()}
#: A record of this kind belongs to this step: once the step is finished it only takes additions.
STAP_VAN: Mapping[StukSoort, int] = {StukSoort.UITSPRAAK: 1, StukSoort.ADVIES: 2, StukSoort.GESPREK: 3}


def soort_van(inhoud: StukInhoud) -> StukSoort:
    """Which kind of record this content is."""
    return _SOORT_VAN[type(inhoud)]


@dataclass(frozen=True, slots=True)
class MeldcodeAanvulling:
    """Something added to a record or a finished step; it is never changed. `op` is local."""

    op: datetime
    door: str
    tekst: str


@dataclass(frozen=True, slots=True)
class StukVersie:
    """How a record read before it was corrected."""

    op: datetime
    door: str
    inhoud: StukInhoud


@dataclass(frozen=True, slots=True)
class MeldcodeStuk:
    """A record as it reads now. `op` and `door` tell when and by whom this version was written; `vast` says that its
    step was finished after that: it only takes additions."""

    id: int
    soort: StukSoort
    versie: int
    inhoud: StukInhoud
    datum: date
    tot: date | None
    klaar_op: date | None
    op: datetime
    door: str
    vast: bool = False
    weggehaald_op: datetime | None = None
    eerder: tuple[StukVersie, ...] = ()
    aanvullingen: tuple[MeldcodeAanvulling, ...] = ()

    @property
    def staat_er(self) -> bool:
        """Whether it was not taken away."""
        return self.weggehaald_op is None


@dataclass(frozen=True, slots=True)
class MeldcodeKind:
    """A person of the dossier: name, group or relation, date of birth; from the register when `persoon_uuid` is set."""

    naam: str = ""
    wie: str = ""
    geboren: str = ""
    persoon_uuid: str | None = None


@dataclass(frozen=True, slots=True)
class MeldcodeKop:
    """What stands at the head of a dossier: one child or a family, who are in it, and who watches over the steps."""

    soort: DossierSoort = DossierSoort.KIND
    personen: tuple[MeldcodeKind, ...] = ()
    eigenaar_rol: str = ""
    eigenaar: str = ""
    toezicht: str = ""
    aanleiding: str = ""


@dataclass(frozen=True, slots=True)
class MeldcodeHoofd:
    """What is being typed when a dossier is opened or its head is changed: about whom, and the head."""

    dossier: DossierDraft = field(default_factory=DossierDraft)
    kop: MeldcodeKop = field(default_factory=MeldcodeKop)


class StapIsAfgerond(UserFacing):
    """A finished step takes no changes: add to it, or do the step again."""

    what = "Deze stap is afgerond. De tekst kan niet meer veranderen."
    safe = "Er is niets veranderd. Wat u typte, is bewaard als concept."
    now = "Schrijf een aanvulling, of doe de stap opnieuw."


class StapNietKlaar(UserFacing):
    """A step lacks something that the meldcode asks for."""

    what = "Deze stap is nog niet volledig."
    safe = "Wat u typte, is bewaard."
    now = "Kijk wat er nog ontbreekt."


@dataclass(frozen=True, slots=True)
class MeldcodeBlad:
    """An opened dossier with all that is in it. `stappen` by step and round, `antwoorden` oldest first.

    `alleen_lezen`: it stands in an older copy, in which nothing is saved.
    """

    dossier: Dossier
    kop: MeldcodeKop
    versie: int
    stukken: tuple[MeldcodeStuk, ...]
    stappen: "tuple[MeldcodeStap, ...]"
    antwoorden: "tuple[WeegAntwoord, ...]"
    aantekeningen: tuple[Aantekening, ...] = ()
    papieren: "tuple[BewaardPapier, ...]" = ()
    afloop: MeldcodeAfloop | None = None
    alleen_lezen: bool = False

    @property
    def schrijfbaar(self) -> bool:
        """Whether something may be written: it is not closed, and no older copy is being looked at."""
        return not self.dossier.gesloten and not self.alleen_lezen

    def van(self, soort: StukSoort) -> tuple[MeldcodeStuk, ...]:
        """The records of one kind that were not taken away, oldest first."""
        return tuple(stuk for stuk in self.stukken if stuk.soort is soort and stuk.staat_er)

    def stap(self, nummer: int) -> "MeldcodeStap | None":
        """The last round of a step, or None when it was not begun."""
        rounds = [stap for stap in self.stappen if stap.nummer == nummer]
        return rounds[-1] if rounds else None

    @property
    def over_wie(self) -> str:
        """The subject in a few words: the child, or the children of the family."""
        names = [person.naam for person in self.kop.personen if person.naam]
        return ", ".join(names) if self.kop.soort is DossierSoort.GEZIN and names else self.dossier.naam


@dataclass(frozen=True, slots=True)
class SignalenStap:
    """Step 1: who mapped the signals, which forms, kindcheck, what was looked into."""

    rol: str = ""
    wie: str = ""
    datum: str = ""
    samenvatting: str = ""
    vormen: frozenset[MishandelVorm] = frozenset()
    kindcheck: JaNee | None = None
    kindcheck_tekst: str = ""
    onderzoek: str = ""


@dataclass(frozen=True, slots=True)
class OverlegStap:
    """Step 2: with which colleague, what came out, and whether direct contact with Veilig Thuis was needed."""

    rol: str = ""
    wie: str = ""
    direct: frozenset[DirectContact] = frozenset()
    collega: str = ""
    datum: str = ""
    advies: str = ""
    veilig_thuis: JaNee | None = None


@dataclass(frozen=True, slots=True)
class GesprekStap:
    """Step 3: were parents and child talked with; if not, why not and what Veilig Thuis said about that."""

    rol: str = ""
    wie: str = ""
    ouders: JaNee | None = None
    ouders_reden: str = ""
    kind: JaNee | None = None
    kind_reden: str = ""
    vt_datum: str = ""
    vt_naam: str = ""
    vt_advies: str = ""


@dataclass(frozen=True, slots=True)
class WeegStap:
    """Step 4: with whom it was weighed, with which instrument, when the Meldcode App was used (demand 124)."""

    rol: str = ""
    wie: str = ""
    datum: str = ""
    collega: str = ""
    instrument: str = ""
    app_op: str = ""
    normen: frozenset[Meldnorm] = frozenset()
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class BesluitStap:
    """Step 5: the two decisions, each with its reasons (demand 130)."""

    rol: str = ""
    wie: str = ""
    datum: str = ""
    melden: JaNee | None = None
    melden_reden: str = ""
    gemeld_op: str = ""
    wijze: MeldWijze | None = None
    gemeld_bij: str = ""
    ouders_vooraf: JaNee | None = None
    niet_open: NietOpen | None = None
    niet_open_reden: str = ""
    hulp: JaNee | None = None
    hulp_reden: str = ""
    terug_op: str = ""
    terugkoppeling: str = ""


StapInhoud: TypeAlias = SignalenStap | OverlegStap | GesprekStap | WeegStap | BesluitStap
STAP_KLASSEN: tuple[type[StapInhoud], ...] = (SignalenStap, OverlegStap, GesprekStap, WeegStap, BesluitStap)


@dataclass(frozen=True, slots=True)
class MeldcodeStap:
    """One round of a step; open for change until it was finished, from then on only additions."""

    id: int
    nummer: int
    ronde: int
    versie: int
    inhoud: StapInhoud
    geopend_op: datetime
    op: datetime
    door: str
    afgerond_op: datetime | None = None
    afgerond_door: str = ""
    aanvullingen: tuple[MeldcodeAanvulling, ...] = ()

    @property
    def afgerond(self) -> bool:
        """Whether this round was finished."""
        return self.afgerond_op is not None


@dataclass(frozen=True, slots=True)
class WeegAntwoordDraft:
    """What is being typed as the answer to a question; the last four only where the answer asks for them."""

    keuze: JaNee | None = None
    reden: str = ""
    overleg: str = ""
    wat: str = ""
    casemanager: str = ""
    door: str = ""
    tot: str = ""
    doel: str = ""


@dataclass(frozen=True, slots=True)
class WeegAntwoord:
    """An answer as it was given: the question in the words of that day, the reasons, and with whom it was talked over.

    It is never changed; a later answer to the same question comes after it.
    """

    vraag: Weegvraag
    keuze: JaNee
    gevraagd: str
    reden: str
    overleg: str
    op: datetime
    door: str


@dataclass(frozen=True, slots=True)
class BewaardPapier:
    """A paper of the dossier that was printed or saved, kept as it was."""

    id: int
    soort: str
    op: datetime
    door: str
    wijze: str


class MeldcodeRegel(NamedTuple):
    """One row of the list: the step in hand, and the first day on which something waits."""

    id: int
    nummer: str
    naam: str
    groep: str
    geopend_op: date
    gesloten_op: date | None
    stap: int
    eerstvolgend: date | None
