"""The standard texts of the papers as shipped: editable data, and what *terug naar standaard* returns to."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from svp_desktop import resources
from svp_desktop.domain.papier import PapierSoort
from svp_desktop.domain.papier_opslag import blokken_naar_dict, blokken_van_dict
from svp_desktop.domain.papier_soorten import SPECS
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.wetszinnen import Wetszin


@cache
def standaardteksten() -> dict[tuple[PapierSoort, Bouw | None], Brieftekst]:
    """Every standard text by paper and bouw (None for papers to adults)."""
    texts = (_read(spec.soort, bouw) for spec in SPECS.values() for bouw in (Bouw if spec.per_bouw else (None,)))
    return {(text.soort, text.bouw): text for text in texts}


def _read(soort: PapierSoort, bouw: Bouw | None) -> Brieftekst:
    name = f"{soort.value}_{bouw.value}" if bouw else soort.value
    return brieftekst_van_dict(json.loads(resources.path("letters", f"{name}.json").read_text("utf-8")))


def standaardtekst(soort: PapierSoort, bouw: Bouw) -> Brieftekst:
    """The standard text of a paper for readers of a bouw."""
    texts = standaardteksten()
    return texts.get((soort, bouw)) or texts[(soort, None)]


@cache
def wetszinnen() -> dict[str, Wetszin]:
    """The legal sentences as shipped, by code."""
    stored = json.loads(resources.path("letters", "wetszinnen.json").read_text("utf-8"))["zinnen"]
    items = (
        Wetszin(item["code"], item["tekst"], item["bron"], date.fromisoformat(item["gecontroleerd_op"]))
        for item in stored
    )
    return {item.code: item for item in items}


def brieftekst_naar_dict(tekst: Brieftekst) -> dict[str, Any]:
    """A text as the school edited it, for the kluis."""
    return {
        "soort": tekst.soort.value,
        "bouw": tekst.bouw.value if tekst.bouw else None,
        "aanhef": tekst.aanhef,
        "onderwerp": tekst.onderwerp,
        "bijlage": tekst.bijlage,
        "slot": tekst.slot,
        "kenmerk": tekst.kenmerk,
        "noot": tekst.noot,
        "blokken": blokken_naar_dict(tekst.blokken),
    }


def brieftekst_van_dict(stored: Mapping[str, Any]) -> Brieftekst:
    """A text from its dict; raises KeyError or ValueError when the dict is not one of `brieftekst_naar_dict`."""
    return Brieftekst(
        soort=PapierSoort(stored["soort"]),
        bouw=Bouw(stored["bouw"]) if stored.get("bouw") else None,
        aanhef=stored.get("aanhef", ""),
        blokken=blokken_van_dict(stored["blokken"]),
        onderwerp=stored.get("onderwerp", ""),
        bijlage=stored.get("bijlage", ""),
        slot=stored.get("slot", ""),
        kenmerk=stored.get("kenmerk", ""),
        noot=stored.get("noot", ""),
    )
