"""From standard text and facts to a filled paper: what is known is filled in, what is not stays visible.

Texts hold placeholders such as {roepnaam}; with a capital ({Leerkracht}) the value starts with one. A fact that is not
known becomes "[vul in: ...]", which the guards find before printing. {voorstel?} is optional: not known is nothing, a
paragraph with nothing else is left out, and so is a block that has no paragraph left.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.papier import (
    GEEN_MOMENT,
    Alinea,
    Blok,
    BlokSoort,
    PapierSoort,
    Run,
    Voorleesmoment,
)
from svp_desktop.domain.papier_invulvelden import INVULVELDEN
from svp_desktop.domain.papier_namen import zin
from svp_desktop.domain.school import Bouw


@dataclass(frozen=True, slots=True)
class Brieftekst:
    """The text of one paper for one bouw, with placeholders; the school's to edit. `bouw` None is for adults."""

    soort: PapierSoort
    bouw: Bouw | None
    aanhef: str
    blokken: tuple[Blok, ...]
    onderwerp: str = ""
    bijlage: str = ""
    slot: str = ""
    kenmerk: str = ""
    noot: str = ""


@dataclass(frozen=True, slots=True)
class PapierFeiten:
    """What the casus knows for a paper; empty is not known.

    `sterke_kanten`, `gedragingen`, `geraakt`, `stappen` and `contact` are whole sentences, in je-form for a child's
    paper; `grens` names the behaviour that stops ("Slaan en schoppen"); `steunfiguren` are names as a child knows them.
    """

    roepnaam: str = ""
    groep: str = ""
    sterke_kanten: tuple[str, ...] = ()
    gedragingen: tuple[str, ...] = ()
    geraakt: tuple[str, ...] = ()
    grens: str = ""
    stappen: tuple[str, ...] = ()
    steunfiguren: tuple[str, ...] = ()
    leerkracht: str = ""
    ouderwoorden: tuple[str, ...] = ()
    contact: tuple[str, ...] = ()
    moment: Voorleesmoment = GEEN_MOMENT
    hersteldag: date | None = None
    school: str = ""
    telefoon: str = ""


_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)(\??)\}")
_BLANKS = re.compile(r"  +")
#: Rows of a table to fill by hand that stay, however many are filled.
_LEGE_RIJEN = 2
Waarde = str | tuple[str, ...]


def vul(tekst: Brieftekst, feiten: PapierFeiten) -> Brieftekst:
    """The text with every known fact filled in and every unknown one as a visible open place."""
    return vul_waarden(tekst, waarden_van(feiten))


def vul_waarden(tekst: Brieftekst, waarden: Mapping[str, Waarde]) -> Brieftekst:
    """The same for values by the code of their placeholder; an empty value is not known.

    A list alone in a paragraph becomes a paragraph an item: sentences in running text, as they are in any other block.
    """
    values = {code: value for code, value in waarden.items() if value}
    line = _filler(values)
    return replace(
        tekst,
        aanhef=line(tekst.aanhef),
        onderwerp=line(tekst.onderwerp),
        bijlage=line(tekst.bijlage),
        slot=line(tekst.slot),
        kenmerk=line(tekst.kenmerk),
        noot=line(tekst.noot),
        blokken=tuple(_fill_blok(blok, values, line) for blok in tekst.blokken),
    )


def vul_zin(tekst: str, waarden: Mapping[str, Waarde]) -> str:
    """One sentence filled in the same way."""
    return _filler({code: value for code, value in waarden.items() if value})(tekst)


def open_plek(code: str) -> str:
    """The open place for a fact: "[vul in: ...]"."""
    veld = INVULVELDEN.get(code)
    return f"[vul in: {veld.vraag if veld else code}]"


def gedraging_plek(dag: date, plaats: str = "") -> str:
    """The beginning of a factual sentence for an incident, to be finished in the child's own words."""
    where = f" ({plaats[:1].lower()}{plaats[1:]})" if plaats else ""
    return f"Op {datums.dag_maand(dag)} [vul in: wat deed je?{where}]."


def opsomming_in_zin(namen: tuple[str, ...]) -> str:
    """Names in a sentence: "mama, oma Riet en juf Marit"."""
    return " en ".join(part for part in (", ".join(namen[:-1]), namen[-1] if namen else "") if part)


def waarden_van(feiten: PapierFeiten) -> dict[str, Waarde]:
    """The known facts of a casus by the code of their placeholder."""
    moment = feiten.moment
    known: dict[str, Waarde] = {
        "roepnaam": feiten.roepnaam,
        "groep": feiten.groep,
        "sterke_kanten": feiten.sterke_kanten,
        "gedragingen": feiten.gedragingen,
        "geraakt": feiten.geraakt,
        "grens": feiten.grens,
        "stappen": feiten.stappen,
        "steunfiguren": opsomming_in_zin(feiten.steunfiguren),
        "leerkracht": feiten.leerkracht,
        "ouderwoorden": feiten.ouderwoorden,
        "contact": feiten.contact,
        "leesdatum": datums.dag_maand(moment.dag, weekdag=True) if moment.dag else "",
        "leestijd": f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else "",
        "leesplaats": moment.plaats,
        "hersteldatum": datums.dag_maand(feiten.hersteldag, weekdag=True) if feiten.hersteldag else "",
        "school": feiten.school,
        "telefoon": feiten.telefoon,
    }
    return {code: value for code, value in known.items() if value}


def _filler(values: Mapping[str, Waarde]) -> Callable[[str], str]:
    def one(match: re.Match[str]) -> str:
        code = match[1].lower()
        value = values.get(code)
        if value is None:
            return "" if match[2] else open_plek(code)
        text = " ".join(zin(item) for item in value) if isinstance(value, tuple) else value
        return text[:1].upper() + text[1:] if match[1][0].isupper() else text

    def fill(text: str) -> str:
        filled = _PLACEHOLDER.sub(one, text)
        return _BLANKS.sub(" ", filled) if "?}" in text else filled

    return fill


def _fill_blok(blok: Blok, values: Mapping[str, Waarde], line: Callable[[str], str]) -> Blok:
    """The block with its paragraphs filled; left out when all that it had were optional facts that nobody knows."""
    filled = [new for old in blok.alineas for new in _fill_alinea(old, values, line, blok.soort)]
    gone = bool(blok.alineas) and not filled
    rows = blok.regels
    if blok.soort is BlokSoort.TABEL:
        # rows that are filled leave fewer to fill by hand, and always some
        known = sum(len(found) for old in blok.alineas if (found := _list_of(old, values)) is not None)
        rows = max(rows - known, min(rows, _LEGE_RIJEN))
    return replace(blok, titel=line(blok.titel), alineas=tuple(filled), aan=blok.aan and not gone, regels=rows)


def _fill_alinea(
    old: Alinea, values: Mapping[str, Waarde], line: Callable[[str], str], soort: BlokSoort
) -> tuple[Alinea, ...]:
    """A paragraph that is nothing but a list becomes one paragraph an item; any other is filled in its place."""
    value = _list_of(old, values)
    if value is not None:
        look = old.runs[0]
        items = (zin(item) if soort is BlokSoort.TEKST else item for item in value)
        return tuple(replace(old, runs=(replace(look, text=item),)) for item in items)
    new = replace(old, runs=tuple(Run(line(run.text), run.bold, run.italic) for run in old.runs))
    optional = any(match[2] for match in _PLACEHOLDER.finditer(old.tekst))
    return () if optional and not new.tekst.strip() else (new,)


def _list_of(old: Alinea, values: Mapping[str, Waarde]) -> tuple[str, ...] | None:
    """The list that a paragraph is nothing but the place of."""
    alone = _PLACEHOLDER.fullmatch(old.tekst.strip())
    value = values.get(alone[1].lower()) if alone else None
    return value if isinstance(value, tuple) else None
