"""The fields that the plan fixes for each of the 17 actions, as data (demands 60-76).

The form, the checks, the timeline and papers read the same table; what is filled in is kept by code, so that a field
that is renamed or taken out later does not make an older record unreadable.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.findings import Finding

VINK_AAN = "ja"
_MOST = 999


class VeldSoort(Enum):
    """How a field is filled in. A number is a whole one from 0; rows have columns of their own; a word comes from a
    list of the school or is typed."""

    TEKST = "tekst"
    KORT = "kort"
    DATUM = "datum"
    TIJD = "tijd"
    GETAL = "getal"
    VINK = "vink"
    KEUZE = "keuze"
    WOORD = "woord"
    RIJEN = "rijen"


@dataclass(frozen=True, slots=True)
class ActieVeld:
    """One field of an action. `keuzes` are (code, word), `kolommen` the columns of rows (KORT or VINK), `lijst` the
    setting with the words that are offered.

    A tick with `aan` stands on in a new action. A word may have `keuzes` too: the codes of records from before it had
    a list.
    """

    code: str
    label: str
    soort: VeldSoort = VeldSoort.TEKST
    uitleg: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    kolommen: "tuple[ActieVeld, ...]" = ()
    aan: bool = False
    lijst: str = ""


@dataclass(frozen=True, slots=True)
class VeldWaarde:
    """What was filled in for one field: a text (a day as ISO once recorded, a tick as "ja"), or rows of texts."""

    code: str
    tekst: str = ""
    rijen: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ActieVelden:
    """The fields of one action that hold something, by code."""

    waarden: tuple[VeldWaarde, ...] = ()

    def tekst(self, code: str) -> str:
        """The text of a field, empty when nothing was filled in."""
        return next((item.tekst for item in self.waarden if item.code == code), "")

    def rijen(self, code: str) -> tuple[tuple[str, ...], ...]:
        """The rows of a field."""
        return next((item.rijen for item in self.waarden if item.code == code), ())

    def vink(self, code: str) -> bool:
        """Whether a tick is on."""
        return self.tekst(code) == VINK_AAN

    def dag(self, code: str) -> date | None:
        """The day of a recorded field."""
        text = self.tekst(code)
        return date.fromisoformat(text) if text else None

    def met(self, code: str, tekst: str) -> "ActieVelden":
        """The same with another text in one field."""
        others = tuple(item for item in self.waarden if item.code != code)
        return ActieVelden((*others, VeldWaarde(code, tekst)) if tekst else others)


GEEN_VELDEN = ActieVelden()


def _kort(code: str, label: str, uitleg: str = "") -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.KORT, uitleg)


def _dag(code: str, label: str, uitleg: str = "") -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.DATUM, uitleg)


def _vink(code: str, label: str) -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.VINK)


def _keuze(code: str, label: str, *keuzes: tuple[str, str]) -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.KEUZE, keuzes=keuzes)


def _woord(code: str, label: str, lijst: str, *keuzes: tuple[str, str]) -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.WOORD, keuzes=keuzes, lijst=lijst)


def _rijen(code: str, label: str, *kolommen: ActieVeld) -> ActieVeld:
    return ActieVeld(code, label, VeldSoort.RIJEN, kolommen=kolommen)


_AFSPRAKEN = _rijen("afspraken", "Afspraken", _kort("wie", "Wie"), _kort("wat", "Wat"), _kort("wanneer", "Wanneer"))
_NIVEAUS = (("open", "Open"), ("gericht", "Gericht"), ("beschermend", "Beschermend"))
_KOUD_ONS = _vink("koud_ons", "Bij ons is het ijzer koud")
_KOUD_KIND = _vink("koud_kind", "Bij het kind is het ijzer koud")

VELDEN: dict[str, tuple[ActieVeld, ...]] = {
    "dagstart": (
        ActieVeld("terugblik", "Terugkijken op gisteren", uitleg="Wat ging goed?"),
        ActieVeld("opgelost", "Hoe is het opgelost?"),
        _vink("herstel_zichtbaar", "Het herstel is zichtbaar"),
    ),
    "relatiegebaar": (
        _keuze("voor", "Voor wie", ("kind", "Het kind"), ("groep", "De groep")),
        _woord("soort", "Soort gebaar", "relatiegebaren", ("kaartje", "Kaartje"), ("thee", "Theemiddag"),
               ("compliment", "Compliment"), ("samen", "Samen iets doen"), ("anders", "Anders")),
        _kort("gebaar", "Wat was het gebaar?"),
    ),
    "bookmark": (
        _kort("stopzin", "Stopzin", "Kort. Geen discussie."),
        _dag("gesprek_op", "Gesprek gehouden op", "Vul dit in als u erop teruggekomen bent."),
        ActieVeld("oorzaken", "Hoe kwam het?"),
        ActieVeld("anders", "Hoe kan het anders?"),
        _vink("vertrouwen", "Vertrouwen uitgesproken"),
    ),
    "stil_protest": (
        ActieVeld("duur", "Hoe lang, in minuten", VeldSoort.GETAL),
        _vink("geen_discussie", "Zonder discussie gebleven"),
    ),
    "steun": (
        _woord("soort", "Wie helpt", "helpers", ("collega", "Collega"), ("ouder", "Ouder"), ("ib", "Intern begeleider"),
               ("buurtteam", "Buurtteam"), ("ander", "Iemand anders")),
        _kort("naam", "Naam"),
        ActieVeld("zichtbaar", "Hoe merkt het kind dit?", uitleg="Spreek als: wij van de school."),
    ),
    "herstelactie": (
        ActieVeld("daad", "Wat doet het kind om het goed te maken?"),
        _kort("voor_wie", "Voor wie"),
        _dag("hersteld_op", "Gedaan op"),
    ),
    "oplossingsverzoek": (
        ActieVeld("verzoek", "Het verzoek", uitleg="Concreet: wat kan er anders?"),
        ActieVeld("voorstel", "Voorstel van het kind zelf"),
        _kort("aanwezig", "Wie waren erbij"),
        _AFSPRAKEN,
        _dag("terugkijken_op", "Samen terugkijken op"),
        _dag("teruggekeken_op", "Teruggekeken op"),
        ActieVeld("gelukt", "Zo vaak is het gelukt", VeldSoort.GETAL),
    ),
    "weigeren": (
        _kort("dienst", "Welke dienst", "Een hulp of voorziening die u nu niet geeft."),
        ActieVeld("voorwaarde", "Tot wat er anders gaat", uitleg="Wanneer geeft u de dienst weer?"),
        _vink("relatie", "Gezegd dat de relatie blijft"),
    ),
    "aankondiging": (
        _kort("voorgelezen_door", "Voorgelezen door"),
        _kort("voorgelezen_aan", "Voorgelezen aan", "Het kind, de ouders, de steunfiguren."),
        _vink("mee_naar_huis", "Het kind neemt de brief mee naar huis"),
        _vink("mooi", "Mooi gemaakt, met plaatjes"),
        ActieVeld("voorlezen", "Hoe ging het voorlezen?"),
    ),
    "gastklas": (
        _kort("gastgroep", "Gastgroep"),
        _vink("eigen_werk", "Het kind heeft eigen werk mee"),
        _rijen("contact", "Contact met de eigen leerkracht", _kort("dag", "Dag"), _kort("wie", "Wie"),
               _kort("hoe", "Hoe")),
        ActieVeld("herstelactie", "Herstelactie"),
        _dag("terug_op", "Gesprek en terugkeer op", "Pas als het ijzer koud is."),
        _KOUD_ONS,
        _KOUD_KIND,
    ),
    "telefoonronde": (
        ActieVeld("zeggen", "Wat mag gezegd worden?", uitleg="Spreek dit af met de ouders."),
        _rijen("bellers", "Wie belt wie", _kort("beller", "Wie belt"), _kort("gebeld", "Belt met"),
               _kort("telefoon", "Telefoon"), _vink("gesproken", "Sprak het kind")),
        ActieVeld("gehoord", "Wat hoorde het kind daarna?"),
    ),
    "sit_in": (
        ActieVeld("voorbereiding", "Samen voorbereid", uitleg="Wie zegt wat?"),
        _kort("aanwezig", "Wie zitten erbij"),
        ActieVeld("begonnen", "Begonnen om", VeldSoort.TIJD),
        ActieVeld("gestopt", "Gestopt om", VeldSoort.TIJD),
        _keuze("uitkomst", "Hoe eindigde het", ("voorstel", "Met een voorstel"), ("tijd", "De tijd was voorbij")),
        ActieVeld("voorstel", "Voorstel van het kind"),
        _vink("bedankt", "Bedankt en vertrouwen uitgesproken"),
        _vink("slotzin", "Slotzin gezegd"),
        _dag("volgend_op", "Wij komen terug op"),
        _dag("bezocht_op", "Teruggeweest op"),
    ),
    "gesprek": (
        _KOUD_ONS,
        _KOUD_KIND,
        _keuze("soort", "Soort gesprek", ("bemiddeling", "Bemiddeling"), ("netwerk", "Netwerkgesprek")),
        _kort("aanwezig", "Wie waren erbij"),
        _kort("leider", "Wie leidt het gesprek", "Liefst iemand die erbuiten staat."),
        ActieVeld("agenda", "Agenda", uitleg="Het gaat om herstel, niet om schuld."),
        _AFSPRAKEN,
        ActieVeld("klas", "Korte terugkoppeling in de klas"),
    ),
    "netwerkactie": (
        _woord("vorm", "Vorm", "netwerkvormen", ("dagdeel", "Ouder een dagdeel op school"),
               ("collega", "Collega in de groep"), ("brief", "Brief van ouders en school samen"), ("anders", "Anders")),
        _kort("wie_mee", "Wie doen mee"),
        ActieVeld("inhoud", "Wat spreken zij af?"),
    ),
    "thuis_school": (
        _vink("uitgelegd", "Uitgelegd als bescherming en grens, niet als afwijzing"),
        _dag("gebeld_op", "Leerkracht belde het kind op", "Dezelfde dag nog."),
        ActieVeld("gebeld_om", "Om", VeldSoort.TIJD),
        ActieVeld("terugkeer", "Zo maken wij de terugkeer warm"),
    ),
    "verzet_steunronde": (
        ActieVeld("vorm", "Zo deden wij dit", uitleg="Het plan legt deze actie niet uit."),
        _kort("aanwezig", "Wie waren erbij"),
    ),
    "waakzaamheid": (
        _keuze("niveau", "Niveau", *_NIVEAUS),
        ActieVeld("zet_niveau", "Zet dit niveau in de casus, vanaf de eerste dag", VeldSoort.VINK, aan=True),
        ActieVeld("waarop", "Waar letten wij op?"),
        _dag("herzien_op", "Opnieuw bekijken op"),
        _dag("herzien", "Bekeken op"),
        ActieVeld("daarna", "Niveau daarna", VeldSoort.KEUZE,
                  "Dit niveau geldt in de casus vanaf de dag van bekijken.", _NIVEAUS),
    ),
}  # fmt: skip

#: Actions that last: their first and last day are called like this (demands 67, 69, 76).
PERIODES = {"weigeren": ("Vanaf", "Tot en met"), "gastklas": ("Vanaf", "Tot en met"),
            "waakzaamheid": ("Vanaf", "Tot en met"), "thuis_school": ("Vanaf", "Tot en met")}  # fmt: skip

# What the timeline tells of an action, in this order.
_KERN = {
    "bookmark": ("stopzin",), "relatiegebaar": ("gebaar",), "dagstart": ("terugblik",), "steun": ("naam",),
    "herstelactie": ("daad",), "oplossingsverzoek": ("verzoek", "gelukt"), "weigeren": ("dienst",),
    "aankondiging": ("voorgelezen_aan",), "gastklas": ("gastgroep",), "telefoonronde": ("bellers",),
    "sit_in": ("uitkomst", "voorstel"), "gesprek": ("soort",), "netwerkactie": ("vorm",), "stil_protest": ("duur",),
    "verzet_steunronde": ("vorm",), "waakzaamheid": ("waarop",),
}  # fmt: skip


class Vervolg(NamedTuple):
    """A day on which the school comes back to an action, and the field that says that it did."""

    actie: str
    dag: str
    klaar: str
    woorden: str


#: The day on which a child comes back from the gastklas: agreed beforehand too.
TERUGKEER = "terug_op"

VERVOLGEN = (
    Vervolg("oplossingsverzoek", "terugkijken_op", "teruggekeken_op", "Samen terugkijken op het oplossingsverzoek"),
    Vervolg("sit_in", "volgend_op", "bezocht_op", "Opnieuw naar het kind toe, na de sit-in"),
    Vervolg("waakzaamheid", "herzien_op", "herzien", "Waakzaamheid opnieuw bekijken"),
)


def velden_van(actie: str) -> tuple[ActieVeld, ...]:
    """The fields of an action; none for an unknown code."""
    return VELDEN.get(actie, ())


def veld_naam(code: str) -> str:
    """How a finding names the field."""
    return f"velden.{code}"


def check_velden(actie: str, velden: ActieVelden, today: date) -> tuple[Finding, ...]:
    """Days, times and numbers that cannot be read; every field may stay empty."""
    findings = []
    for veld, text in _filled(actie, velden):
        found = _lees(veld, text, today)
        if isinstance(found, Finding):
            findings.append(Finding(veld_naam(veld.code), found.message))
    return tuple(findings)


def parse_velden(actie: str, velden: ActieVelden, today: date) -> ActieVelden:
    """What is kept: only the fields of this action that hold something, days as ISO and times as "10.25".

    Raises ValueError for what `check_velden` does not let pass.
    """
    kept = []
    for veld in velden_van(actie):
        if veld.soort is VeldSoort.RIJEN:
            rows = tuple(
                tuple(cell.strip() for cell in row) for row in velden.rijen(veld.code) if any(map(str.strip, row))
            )
            kept += [VeldWaarde(veld.code, rijen=rows)] if rows else []
            continue
        text = velden.tekst(veld.code).strip()
        found = _lees(veld, text, today) if text else ""
        if isinstance(found, Finding):
            raise ValueError("a field has a blocking finding")
        kept += [VeldWaarde(veld.code, found)] if found else []
    return ActieVelden(tuple(kept))


def toon_velden(actie: str, velden: ActieVelden) -> ActieVelden:
    """The fields as the form shows them: recorded days as "24-11-2026", an old code of a word as the word."""
    shown = {veld.code: veld for veld in velden_van(actie) if veld.soort in (VeldSoort.DATUM, VeldSoort.WOORD)}
    return ActieVelden(
        tuple(
            replace(item, tekst=_getoond(shown[item.code], item.tekst)) if item.code in shown else item
            for item in velden.waarden
        )
    )


def _getoond(veld: ActieVeld, text: str) -> str:
    return datums.kort(date.fromisoformat(text)) if veld.soort is VeldSoort.DATUM else _woorden(veld, text)


def leesbaar(actie: str, velden: ActieVelden) -> tuple[tuple[str, str], ...]:
    """Every recorded field as (label, words), in the order of the table; rows as lines."""
    found = []
    for veld in velden_van(actie):
        if veld.soort is VeldSoort.RIJEN:
            words = "\n".join(_rij(veld, row) for row in velden.rijen(veld.code))
        else:
            words = _woorden(veld, velden.tekst(veld.code))
        if words:
            found.append((veld.label, words))
    return tuple(found)


def kern(actie: str, velden: ActieVelden) -> str:
    """The fields that tell most of an action, for one line of the timeline."""
    by_code = {veld.code: veld for veld in velden_van(actie)}
    parts = []
    for code in _KERN.get(actie, ()):
        veld = by_code[code]
        if veld.soort is VeldSoort.RIJEN:
            parts.append(_aantal_gesproken(velden.rijen(code)))
        elif veld.soort is VeldSoort.GETAL and velden.tekst(code):
            parts.append(f"{velden.tekst(code)} {'keer gelukt' if code == 'gelukt' else 'minuten'}")
        else:
            parts.append(_woorden(veld, velden.tekst(code)))
    return ", ".join(part for part in parts if part)


def wachtend(actie: str, velden: ActieVelden) -> tuple[tuple[str, date], ...]:
    """What the school comes back to and did not yet: (words, day)."""
    return tuple(
        (item.woorden, day)
        for item in VERVOLGEN
        if item.actie == actie and not velden.tekst(item.klaar) and (day := velden.dag(item.dag)) is not None
    )


def _filled(actie: str, velden: ActieVelden) -> Iterator[tuple[ActieVeld, str]]:
    for veld in velden_van(actie):
        text = velden.tekst(veld.code).strip()
        if text:
            yield veld, text


def _lees(veld: ActieVeld, text: str, today: date) -> str | Finding:
    """The text as it is kept, or what is wrong with it."""
    match veld.soort:
        case VeldSoort.DATUM:
            day = datums.parse_nabij(text, today)
            return day.isoformat() if isinstance(day, date) else day
        case VeldSoort.TIJD:
            moment = datums.parse_tijd(text)
            return datums.tijd_kort(moment) if isinstance(moment, time) else moment
        case VeldSoort.GETAL:
            good = text.isascii() and text.isdigit() and int(text) <= _MOST
            return str(int(text)) if good else Finding("", f"Vul een heel getal in, van 0 tot {_MOST}.")
        case VeldSoort.KEUZE:
            known = any(text == code for code, _ in veld.keuzes)
            return text if known else Finding("", "Kies één van de mogelijkheden.")
    return text


def _woorden(veld: ActieVeld, text: str) -> str:
    if not text:
        return ""
    match veld.soort:
        case VeldSoort.DATUM:
            return datums.in_woorden(date.fromisoformat(text))
        case VeldSoort.KEUZE | VeldSoort.WOORD:
            return dict(veld.keuzes).get(text, text)
    return text


def _rij(veld: ActieVeld, row: tuple[str, ...]) -> str:
    """A row as one line: "opa belt met Mees, sprak het kind"."""
    parts = []
    for column, cell in zip(veld.kolommen, row, strict=False):
        if cell:
            parts.append(column.label.lower() if column.soort is VeldSoort.VINK else cell)
    return ", ".join(parts)


def _aantal_gesproken(rows: tuple[tuple[str, ...], ...]) -> str:
    if not rows:
        return ""
    spoken = sum(row[-1] == VINK_AAN for row in rows)
    listed = f"{len(rows)} {'mens' if len(rows) == 1 else 'mensen'} op de lijst"
    return f"{listed}, {spoken} {'sprak' if spoken == 1 else 'spraken'} het kind" if spoken else listed
