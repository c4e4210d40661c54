"""The rows of the list of casussen: made from a casus and its actions, searched and put in order."""

from collections.abc import Iterable, Iterator
from datetime import date

from svp_desktop.domain.casus import (
    Casus,
    CasusActie,
    CasusFilter,
    CasusRegel,
    CasusStatus,
    pijler_telling,
)
from svp_desktop.domain.casus_taken import CasusTaak, te_doen
from svp_desktop.domain.incident import Mand
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.zoekwoorden import gezocht, woorden


def regel(
    casus: Casus, acties: tuple[CasusActie, ...], taken: Iterable[CasusTaak], mand: Mand | None, today: date
) -> CasusRegel:
    """The row of one casus, with the task or planned action that comes first; a closed one waits for nothing."""
    closed = casus.status is CasusStatus.AFGESLOTEN
    step = next(iter(() if closed else te_doen(taken, acties, today)), None)
    return CasusRegel(
        id=casus.id,
        titel=casus.titel,
        groep=casus.groep,
        mand=mand,
        eigenaar=casus.eigenaar,
        status=casus.status,
        volgende=step.tekst if step else "",
        volgende_op=step.datum if step else None,
        pijlers=pijler_telling(acties, today),
        geopend_op=casus.geopend_op,
        te_laat=step is not None and step.te_laat,
        spreekuur=casus.spreekuur,
    )


def kies(regels: Iterable[CasusRegel], keuze: CasusFilter) -> tuple[CasusRegel, ...]:
    """The rows that the filter shows, in the order of the list: what is late first, closed ones last."""
    found = (
        item
        for item in gezochte(regels, keuze.zoek)
        if (item.te_laat or not keuze.te_laat)
        and (heeft_lege_pijler(item) or not keuze.lege_pijler)
        and (item.spreekuur or not keuze.spreekuur)
    )
    return tuple(sorted(found, key=_volgorde))


def gezochte(regels: Iterable[CasusRegel], zoek: str) -> Iterator[CasusRegel]:
    """The rows in whose name, group or owner every typed word begins a word; all when less than two letters stand."""
    words = gezocht(zoek)
    for item in regels:
        if words is None:
            yield item
        elif words:
            there = woorden(f"{item.titel} {item.groep} {item.eigenaar}")
            if all(any(word.startswith(typed) for word in there) for typed in words):
                yield item


def heeft_lege_pijler(item: CasusRegel) -> bool:
    """True when a running casus has a pijler on which nothing was done yet."""
    return item.status is not CasusStatus.AFGESLOTEN and 0 in item.pijlers


def _volgorde(item: CasusRegel) -> tuple[bool, bool, date, str, int]:
    closed = item.status is CasusStatus.AFGESLOTEN
    return closed, not item.te_laat, item.volgende_op or date.max, vouw(item.titel), item.id
