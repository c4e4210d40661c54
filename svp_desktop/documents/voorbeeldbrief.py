"""A text of a paper on sample data: what the school sees while it edits one, and what the reading level is taken of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Any

from svp_desktop import resources
from svp_desktop.domain.papier import (
    GEEN_MOMENT,
    TEKENING_VAN_BOUW,
    Ondertekenaar,
    Ontvanger,
    PapierDraft,
    Tekening,
    Voorleesmoment,
)
from svp_desktop.domain.papier_soorten import SPECS, Lezer, PapierSpec
from svp_desktop.domain.papier_vullen import Brieftekst, Waarde, vul_waarden, vul_zin
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.wetszinnen import Wetszin, wet_waarden

_BEZWAAR = "bezwaar_openbaar"


@cache
def _stored() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resources.path("letters", "voorbeeld.json").read_text("utf-8"))
    return found


def voorbeeldwaarden(spec: PapierSpec, zinnen: Iterable[Wetszin]) -> dict[str, Waarde]:
    """A value for every field; without the child where the paper names none."""
    stored = _stored()
    child = {} if spec.groep or spec.zonder_naam else {"roepnaam": stored["kind"]["roepnaam"]}
    known: dict[str, Waarde] = {**stored["kind"], **stored["waarden"], **child}
    if not child:
        del known["roepnaam"], known["kind_naam"]
    values = {code: tuple(value) if isinstance(value, list) else value for code, value in known.items()}
    sentences = {item.code: item for item in zinnen}
    return {
        **values,
        **wet_waarden(sentences.values(), values),
        "bezwaar": vul_zin(sentences[_BEZWAAR].tekst, values) if _BEZWAAR in sentences else "",
    }


def voorbeeld(tekst: Brieftekst, zinnen: Mapping[str, Wetszin]) -> PapierDraft:
    """A paper about an invented child, filled in as a real one would be."""
    stored, spec = _stored(), SPECS[tekst.soort]
    filled = vul_waarden(tekst, voorbeeldwaarden(spec, zinnen.values()))
    bouw = tekst.bouw or Bouw.BOVENBOUW
    nameless = spec.groep or spec.zonder_naam
    return PapierDraft(
        casus_id=0,
        soort=tekst.soort,
        bouw=bouw,
        roepnaam="" if nameless else stored["kind"]["roepnaam"],
        aanhef=filled.aanhef,
        blokken=filled.blokken,
        ondertekenaars=_ondertekenaars(spec) if spec.ondertekend else (),
        moment=_moment() if spec.voorlezen else GEEN_MOMENT,
        datum=date.fromisoformat(stored["datum"]),
        tekening=Tekening.VLOOT if nameless else TEKENING_VAN_BOUW[bouw],
        onderwerp=filled.onderwerp,
        bijlage=filled.bijlage,
        slot=filled.slot,
        ontvangers=(_ontvanger(),) if spec.envelop else (),
        kenmerk=filled.kenmerk,
        noot=filled.noot,
    )


def _ondertekenaars(spec: PapierSpec) -> tuple[Ondertekenaar, ...]:
    signers = tuple(Ondertekenaar(*item) for item in _stored()["ondertekenaars"])
    if spec.lezer is Lezer.KIND:
        home = (Ondertekenaar(_stored()["waarden"]["ouder_tekent"]),) if spec.ouders_tekenen else ()
        return (*home, *(replace(item, functie="") for item in signers))
    return signers[1:] if spec.namens_school else signers


def _moment() -> Voorleesmoment:
    stored = _stored()["moment"]
    day, clock = date.fromisoformat(stored["dag"]), time.fromisoformat(stored["tijd"])
    return Voorleesmoment(day, clock, stored["plaats"], tuple(stored["aanwezig"]))


def _ontvanger() -> Ontvanger:
    stored = _stored()
    return Ontvanger((), tuple(stored["adres"]), stored["aanhef"], stored["ook_aan"])
