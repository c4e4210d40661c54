"""Herstelgesprekken on the timeline of their casus: the talk, the gebaar, and looking back (84, 87)."""

from collections.abc import Iterator
from datetime import date

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.herstelgesprek import Herstelgesprek


def herstel_regels(item: Herstelgesprek) -> Iterator[TijdlijnRegel]:
    """Each event of a talk on its own day; a talk without a day has no place in time."""
    inhoud, after, words = item.inhoud, item.inhoud.nazorg, item.inhoud.tekst
    held = inhoud.gehouden_op
    if held is not None:
        yield _regel(item, held, "Herstelgesprek", words.terugkoppeling)
    elif inhoud.gepland_op is not None:
        at = f"om {words.tijd} uur" if words.tijd else ""
        yield _regel(item, inhoud.gepland_op, "Herstelgesprek", at, planned=True)
    if after.gebaar_op is not None:
        yield _regel(item, after.gebaar_op, "Herstelgebaar gedaan", words.gebaar)
    if after.ontvangen_op is not None:
        yield _regel(item, after.ontvangen_op, "Herstelgebaar ontvangen", words.ontvangst)
    for one in after.afspraken:
        day = one.gedaan_op or one.wanneer
        if day is not None:
            title = "Afspraak nagekomen" if one.gedaan_op else "Afspraak"
            yield _regel(item, day, title, one.zin, planned=one.gedaan_op is None)
    if after.evaluatie_op is not None:
        planned = not words.evaluatie
        yield _regel(item, after.evaluatie_op, "Terugkijken op het herstelgesprek", words.evaluatie, planned=planned)


def _regel(item: Herstelgesprek, day: date, title: str, text: str, *, planned: bool = False) -> TijdlijnRegel:
    line = " ".join(text.split())
    return TijdlijnRegel(day, TijdlijnSoort.HERSTEL, title, line, None, "", planned, item.id)
