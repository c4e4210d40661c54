"""Private dossiers for tests: a matter that may be opened, a note, and a dossier of before there were matters."""

from datetime import date

from svp_desktop.domain.aantekeningen import AantekeningDraft, AantekeningInhoud, DossierDraft
from svp_desktop.domain.vertrouwelijk import HoeInstemming, Klager, ZaakDraft, ZaakOnderwerp
from svp_desktop.domain.vertrouwenswerk import ZaakNotitie, ZaakStapDraft
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import aantekeningen as store


def zaak(naam: str = "Noor van 't Hof", groep: str = "groep 6", **more: object) -> ZaakDraft:
    """A matter that may be opened: a parent who consented."""
    values = {
        "klager": Klager.OUDER,
        "onderwerp": ZaakOnderwerp.LEERKRACHT,
        "waarover": f"Gesprek over {naam}.",
        "instemming": True,
        "instemming_van": "moeder",
        "instemming_op": "gisteren",
        "instemming_hoe": HoeInstemming.MONDELING,
    }
    return ZaakDraft(DossierDraft(naam, groep), **{**values, **more})  # type: ignore[arg-type]


def notitie(tekst: str = "Moeder vertelde hoe het ging.", **stap: object) -> ZaakNotitie:
    """A note with what it was."""
    return ZaakNotitie(AantekeningDraft("gisteren", "10.25", "moeder", None, tekst), ZaakStapDraft(**stap))  # type: ignore[arg-type]


def oud_dossier(compartment: Compartment, naam: str, *teksten: str) -> int:
    """A dossier as it was kept before there were matters and steps, with these notes; returns its id."""
    day = date(2026, 3, 1)
    with compartment.transaction() as tx:
        made = store.open_dossier(tx, DossierDraft(naam, "6"), day)
        for text in teksten:
            store.voeg_toe(tx, made, AantekeningInhoud(day, None, "moeder", None, text))
    return made
