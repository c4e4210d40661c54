"""The texts and sentences of the law that count in this school: its own where it has them, else the standard."""

from dataclasses import replace
from datetime import date
from typing import Any

from svp_desktop.documents import teksten
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.wetszinnen import Wetszin
from svp_desktop.kluis.stores import briefteksten as store
from svp_desktop.kluis.transaction import Rx

#: Where the dict of a version holds the text itself, and why it was changed.
TEKST, REDEN = "tekst", "reden"
_NAGEKEKEN = "gecontroleerd_op"


def sleutel(soort: PapierSoort, bouw: Bouw | None) -> store.Sleutel:
    """The key of a text."""
    return soort.value, bouw.value if bouw else ""


def wet_sleutel(code: str) -> store.Sleutel:
    """The key of a sentence of the law."""
    return f"wet_{code}", ""


def lees_tekst(rx: Rx, soort: PapierSoort, bouw: Bouw) -> Brieftekst:
    """The text of a paper for readers of a bouw."""
    standard = teksten.standaardtekst(soort, bouw)
    return van_versie(store.huidig(rx, sleutel(soort, standard.bouw)), standard)


def van_versie(inhoud: dict[str, Any], standaard: Brieftekst) -> Brieftekst:
    """The text of one version; the standard for an empty one."""
    return teksten.brieftekst_van_dict(inhoud[TEKST]) if inhoud else standaard


def lees_wetszinnen(rx: Rx) -> dict[str, Wetszin]:
    """Every sentence of the law, by code."""
    shipped = teksten.wetszinnen()
    return {code: wetszin_van_versie(store.huidig(rx, wet_sleutel(code)), item) for code, item in shipped.items()}


def wetszin_van_versie(inhoud: dict[str, Any], standaard: Wetszin) -> Wetszin:
    """The sentence of one version; the standard for an empty one."""
    if not inhoud:
        return standaard
    return replace(standaard, tekst=inhoud[TEKST], gecontroleerd_op=date.fromisoformat(inhoud[_NAGEKEKEN]))


def wetszin_naar_dict(zin: Wetszin, reden: str) -> dict[str, Any]:
    """A version of a sentence of the law, to keep."""
    return {TEKST: zin.tekst, _NAGEKEKEN: zin.gecontroleerd_op.isoformat(), REDEN: reden}
