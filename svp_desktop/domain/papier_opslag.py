"""A paper's draft as a plain dict for the kluis, and back. What is missing in an older dict takes its default."""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any

from svp_desktop.domain.papier import (
    Alinea,
    AlineaSoort,
    Blok,
    BlokSoort,
    Ondertekenaar,
    Ontvanger,
    PapierDraft,
    PapierSoort,
    Run,
    Tekening,
    Voorleesmoment,
)
from svp_desktop.domain.school import Bouw


def blokken_naar_dict(blokken: Sequence[Blok]) -> list[dict[str, Any]]:
    """Blocks as lists and dicts of plain values."""
    return [
        {
            "code": blok.code,
            "titel": blok.titel,
            "soort": blok.soort.value,
            "aan": blok.aan,
            "beeld": blok.beeld,
            "kop": blok.kop,
            "eigen": blok.eigen,
            "regels": blok.regels,
            "alineas": [
                {"soort": alinea.soort.value, "runs": [[run.text, run.bold, run.italic] for run in alinea.runs]}
                for alinea in blok.alineas
            ],
        }
        for blok in blokken
    ]


def blokken_van_dict(stored: Sequence[Mapping[str, Any]]) -> tuple[Blok, ...]:
    """Blocks from their dicts; raises KeyError or ValueError when the dicts were not made by this module."""
    return tuple(
        Blok(
            code=item["code"],
            titel=item["titel"],
            soort=BlokSoort(item.get("soort", "tekst")),
            alineas=tuple(_alinea(alinea) for alinea in item.get("alineas", ())),
            aan=item.get("aan", True),
            beeld=item.get("beeld", ""),
            kop=item.get("kop", True),
            eigen=item.get("eigen", False),
            regels=item.get("regels", 0),
        )
        for item in stored
    )


def _alinea(stored: Mapping[str, Any] | str) -> Alinea:
    if isinstance(stored, str):
        return Alinea((Run(stored),))
    runs = tuple(Run(text, bool(bold), bool(italic)) for text, bold, italic in stored["runs"])
    return Alinea(runs, AlineaSoort(stored.get("soort", "alinea")))


def naar_dict(draft: PapierDraft) -> dict[str, Any]:
    """The draft as a dict that JSON can hold."""
    moment = draft.moment
    return {
        "casus_id": draft.casus_id,
        "soort": draft.soort.value,
        "bouw": draft.bouw.value,
        "roepnaam": draft.roepnaam,
        "aanhef": draft.aanhef,
        "blokken": blokken_naar_dict(draft.blokken),
        "ondertekenaars": [[item.naam, item.functie] for item in draft.ondertekenaars],
        "moment": {
            "dag": moment.dag.isoformat() if moment.dag else None,
            "tijd": moment.tijd.isoformat("minutes") if moment.tijd else None,
            "plaats": moment.plaats,
            "aanwezig": list(moment.aanwezig),
        },
        "datum": draft.datum.isoformat() if draft.datum else None,
        "tekening": draft.tekening.value,
        "groot": draft.groot,
        "onderwerp": draft.onderwerp,
        "bijlage": draft.bijlage,
        "slot": draft.slot,
        "ontvangers": [_ontvanger_naar_dict(item) for item in draft.ontvangers],
        "kenmerk": draft.kenmerk,
        "noot": draft.noot,
        "bron_id": draft.bron_id,
        "eigen_beeld": b64encode(draft.eigen_beeld).decode("ascii") if draft.eigen_beeld else None,
    }


def van_dict(stored: Mapping[str, Any]) -> PapierDraft:
    """The draft from its dict; raises KeyError or ValueError when the dict was not made by `naar_dict`."""
    moment, picture = stored.get("moment", {}), stored.get("eigen_beeld")
    return PapierDraft(
        casus_id=stored["casus_id"],
        soort=PapierSoort(stored["soort"]),
        bouw=Bouw(stored["bouw"]),
        roepnaam=stored["roepnaam"],
        aanhef=stored.get("aanhef", ""),
        blokken=blokken_van_dict(stored.get("blokken", ())),
        ondertekenaars=tuple(Ondertekenaar(naam, functie) for naam, functie in stored.get("ondertekenaars", ())),
        moment=Voorleesmoment(
            dag=_day(moment.get("dag")),
            tijd=time.fromisoformat(moment["tijd"]) if moment.get("tijd") else None,
            plaats=moment.get("plaats", ""),
            aanwezig=tuple(moment.get("aanwezig", ())),
        ),
        datum=_day(stored.get("datum")),
        tekening=Tekening(stored.get("tekening", "haven")),
        groot=stored.get("groot", False),
        onderwerp=stored.get("onderwerp", ""),
        bijlage=stored.get("bijlage", ""),
        slot=stored.get("slot", ""),
        ontvangers=tuple(_ontvanger(item) for item in stored.get("ontvangers", ())),
        kenmerk=stored.get("kenmerk", ""),
        noot=stored.get("noot", ""),
        bron_id=stored.get("bron_id"),
        eigen_beeld=b64decode(picture) if picture else None,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _ontvanger_naar_dict(item: Ontvanger) -> dict[str, Any]:
    return {
        "ouder_ids": list(item.ouder_ids),
        "adresregels": list(item.adresregels),
        "aanhef": item.aanhef,
        "vermelding": item.vermelding,
        "gekozen": item.gekozen,
        "adres_bekend": item.adres_bekend,
    }


def _ontvanger(stored: Mapping[str, Any]) -> Ontvanger:
    return Ontvanger(
        ouder_ids=tuple(stored["ouder_ids"]),
        adresregels=tuple(stored["adresregels"]),
        aanhef=stored["aanhef"],
        vermelding=stored["vermelding"],
        gekozen=stored.get("gekozen", True),
        adres_bekend=stored.get("adres_bekend", True),
    )
