"""What each layout is made from: plain values, taken from a draft and the letterhead of the school."""

from dataclasses import dataclass
from datetime import date

from svp_desktop.domain.papier import (
    GEEN_MOMENT,
    VENSTER_LINKS,
    Blok,
    Briefhoofd,
    Ondertekenaar,
    PapierDraft,
    Tekening,
    Venster,
    Voorleesmoment,
)
from svp_desktop.domain.papier_soorten import Vorm, spec_van
from svp_desktop.domain.school import Bouw


@dataclass(frozen=True, slots=True)
class KindbriefWaarden:
    """A letter to a child or a group. `groot` prints it larger, to read aloud; `roepnaam` stands on the ship."""

    hoofd: Briefhoofd
    bouw: Bouw
    roepnaam: str
    aanhef: str
    blokken: tuple[Blok, ...]
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    datum: date | None = None
    tekening: Tekening = Tekening.HAVEN
    groot: bool = False
    eigen_beeld: bytes | None = None


@dataclass(frozen=True, slots=True)
class BriefWaarden:
    """A letter to adults; one an envelope, or without address lines for all.

    `over` is what later pages name ("" for nothing), `kenmerk` stands in the column of the date, `noot` in small print
    under the signature. A new line in `slot` or `noot` is a new line on paper.
    """

    hoofd: Briefhoofd
    adresregels: tuple[str, ...]
    aanhef: str
    over: str
    onderwerp: str
    blokken: tuple[Blok, ...]
    moment: Voorleesmoment = GEEN_MOMENT
    datum: date | None = None
    slot: str = "Met vriendelijke groet,"
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    bijlage: str = ""
    ook_aan: tuple[str, ...] = ()
    kenmerk: str = ""
    noot: str = ""
    venster: Venster = VENSTER_LINKS


@dataclass(frozen=True, slots=True)
class WerkbladWaarden:
    """A sheet to work with: agenda, contract, list, report. `onder` stands under the title, `beeld` beside it."""

    hoofd: Briefhoofd
    titel: str
    onder: str
    blokken: tuple[Blok, ...]
    datum: date | None = None
    moment: Voorleesmoment = GEEN_MOMENT
    beeld: str = ""


@dataclass(frozen=True, slots=True)
class KaartWaarden:
    """A card to a child, folded twice; the name stands on the ship."""

    hoofd: Briefhoofd
    roepnaam: str
    aanhef: str
    blokken: tuple[Blok, ...]
    ondertekenaars: tuple[Ondertekenaar, ...] = ()
    tekening: Tekening = Tekening.HAVEN
    eigen_beeld: bytes | None = None


@dataclass(frozen=True, slots=True)
class VoorbereidingWaarden:
    """A sheet to prepare a talk with, with pictures and room to draw and write."""

    hoofd: Briefhoofd
    bouw: Bouw
    roepnaam: str
    titel: str
    onder: str
    blokken: tuple[Blok, ...]


Waarden = KindbriefWaarden | BriefWaarden | WerkbladWaarden | KaartWaarden | VoorbereidingWaarden


def waarden(draft: PapierDraft, hoofd: Briefhoofd, venster: Venster = VENSTER_LINKS) -> tuple[Waarden, ...]:
    """What the paper is made from: one for each chosen envelope, one when it has none; empty when nobody is chosen."""
    spec = spec_van(draft)
    if spec.vorm is Vorm.BRIEF:
        return brieven(draft, hoofd, venster)
    if spec.vorm is Vorm.WERKBLAD:
        return (_werkblad(draft, hoofd, spec.beeld),)
    return (_van_kind(draft, hoofd, spec.vorm),)


def kindbrief(draft: PapierDraft, hoofd: Briefhoofd) -> KindbriefWaarden:
    """The values of a letter to a child."""
    return KindbriefWaarden(
        hoofd=hoofd,
        bouw=draft.bouw,
        roepnaam=draft.roepnaam,
        aanhef=draft.aanhef,
        blokken=draft.blokken,
        ondertekenaars=draft.ondertekenaars,
        datum=draft.moment.dag or draft.datum,
        tekening=draft.tekening,
        groot=draft.groot,
        eigen_beeld=draft.eigen_beeld,
    )


def brieven(draft: PapierDraft, hoofd: Briefhoofd, venster: Venster) -> tuple[BriefWaarden, ...]:
    """One letter for each chosen envelope, that names the others under *Ook gestuurd aan*; one when it has none."""
    if not spec_van(draft).envelop and not draft.ontvangers:
        return (_brief(draft, hoofd, venster, (), draft.aanhef, ()),)
    chosen = [ontvanger for ontvanger in draft.ontvangers if ontvanger.gekozen]
    return tuple(
        _brief(
            draft,
            hoofd,
            venster,
            ontvanger.adresregels,
            draft.aanhef or ontvanger.aanhef,
            tuple(other.vermelding for other in chosen if other is not ontvanger),
        )
        for ontvanger in chosen
    )


def _brief(
    draft: PapierDraft,
    hoofd: Briefhoofd,
    venster: Venster,
    adresregels: tuple[str, ...],
    aanhef: str,
    ook_aan: tuple[str, ...],
) -> BriefWaarden:
    return BriefWaarden(
        hoofd=hoofd,
        adresregels=adresregels,
        aanhef=aanhef,
        over=draft.roepnaam,
        onderwerp=draft.onderwerp,
        blokken=draft.blokken,
        moment=draft.moment,
        datum=draft.datum,
        slot=draft.slot,
        ondertekenaars=draft.ondertekenaars,
        bijlage=draft.bijlage,
        ook_aan=ook_aan,
        kenmerk=draft.kenmerk,
        noot=draft.noot,
        venster=venster,
    )


def _werkblad(draft: PapierDraft, hoofd: Briefhoofd, beeld: str) -> WerkbladWaarden:
    return WerkbladWaarden(
        hoofd=hoofd,
        titel=draft.onderwerp,
        onder=draft.aanhef,
        blokken=draft.blokken,
        datum=draft.datum,
        moment=draft.moment,
        beeld=beeld,
    )


def _van_kind(draft: PapierDraft, hoofd: Briefhoofd, vorm: Vorm) -> Waarden:
    if vorm is Vorm.KAART:
        return KaartWaarden(
            hoofd=hoofd,
            roepnaam=draft.roepnaam,
            aanhef=draft.aanhef,
            blokken=draft.blokken,
            ondertekenaars=draft.ondertekenaars,
            tekening=draft.tekening,
            eigen_beeld=draft.eigen_beeld,
        )
    if vorm is Vorm.VOORBEREIDING:
        return VoorbereidingWaarden(
            hoofd=hoofd,
            bouw=draft.bouw,
            roepnaam=draft.roepnaam,
            titel=draft.onderwerp,
            onder=draft.aanhef,
            blokken=draft.blokken,
        )
    return kindbrief(draft, hoofd)
