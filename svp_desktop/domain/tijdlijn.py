"""The timeline of a casus, put together from its incidents, actions, talks, papers and its own course (18, 42)."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.actie_velden import kern
from svp_desktop.domain.actie_verslag import verslag
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusActie, TijdlijnRegel, TijdlijnSoort, Verloop, ZorgNiveau
from svp_desktop.domain.gesprekken import Gesprek
from svp_desktop.domain.incident import IncidentInhoud, Mand, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.tijdlijn_rondom import op_een_regel
from svp_desktop.domain.uitreiken import PapierRegel

_LONGEST_REASON = 400
_AT_THE_START = (Verloop.GEOPEND, Verloop.ZORG)


class VerloopRegel(NamedTuple):
    """One line of the course of a casus: the day, what happened, its value (a level or a reason) and a note."""

    op: date
    soort: Verloop
    waarde: str
    toelichting: str


class GekoppeldIncident(NamedTuple):
    """What a timeline shows of a coupled incident."""

    id: int
    datum: date
    mand: Mand
    soorten: tuple[Soort, ...]
    omschrijving: str


def tijdlijn(
    incidenten: Iterable[GekoppeldIncident],
    acties: Iterable[CasusActie],
    papieren: Iterable[PapierRegel],
    verloop: Iterable[VerloopRegel],
    soort_label: Callable[[Soort], str],
    gesprekken: Iterable[Gesprek] = (),
    meer: Iterable[TijdlijnRegel] = (),
) -> tuple[TijdlijnRegel, ...]:
    """Every event, newest first, plans on top. Within a day: end, papers, actions and talks, incidents, start."""
    events = [(regel.op, 4 if regel.soort not in _AT_THE_START else 0, _status(regel)) for regel in _told(verloop)]
    events += [(item.datum, 1, _incident(item, soort_label)) for item in incidenten]
    events += [(item.datum, 2, _actie(item)) for item in acties]
    events += [(item.datum, 2, _gesprek(item)) for item in gesprekken]
    events += [(item.datum, 2, item) for item in meer]
    events += [(item.uitgereikt_op, 3, _papier(item)) for item in papieren]
    # The sort keeps the order of recording within a rank; turned round, the last recorded comes first.
    events.sort(key=lambda event: event[:2])
    return tuple(regel for _day, _rank, regel in reversed(events))


def zorgverloop(verloop: Iterable[VerloopRegel]) -> tuple[tuple[date, ZorgNiveau], ...]:
    """From which day each level of waakzame zorg held; of several changes on one day the last counts."""
    by_day = {regel.op: ZorgNiveau(regel.waarde) for regel in verloop if regel.soort is Verloop.ZORG}
    found: list[tuple[date, ZorgNiveau]] = []
    for day, level in sorted(by_day.items()):
        if not found or found[-1][1] is not level:
            found.append((day, level))
    return tuple(found)


def aanleiding(inhoud: IncidentInhoud, soort_label: Callable[[Soort], str]) -> str:
    """Why a casus begins, told from an incident: its kinds, its day and its facts, whole sentences only."""
    kinds = opsomming([soort_label(choice.soort).lower() for choice in inhoud.soorten])
    head = f"{kinds[:1].upper()}{kinds[1:]} op {datums.in_woorden(inhoud.datum)}."
    facts = " ".join(inhoud.feiten.split())
    if len(facts) > _LONGEST_REASON:
        kept = facts[:_LONGEST_REASON]
        end = max(kept.rfind(mark) for mark in (". ", "! ", "? "))
        facts = kept[: end + 1] if end > 0 else kept.rsplit(" ", 1)[0] + " …"
    return f"{head} {facts}".strip()


def opsomming(parts: list[str]) -> str:
    """Words in a sentence: "pesten, agressie en vernieling"."""
    return " en ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def _told(verloop: Iterable[VerloopRegel]) -> list[VerloopRegel]:
    """The course without the level that a casus starts with: "geopend" says enough."""
    lines = list(verloop)
    first = next((place for place, regel in enumerate(lines) if regel.soort is Verloop.ZORG), None)
    return [regel for place, regel in enumerate(lines) if place != first]


def _status(regel: VerloopRegel) -> TijdlijnRegel:
    if regel.soort is Verloop.INZAGE:
        # the value is the child that it was about: of another child no parent is named where names are left out
        child = int(regel.waarde)
        return TijdlijnRegel(
            regel.op, TijdlijnSoort.OUDERS, "Inzage gegeven", op_een_regel(regel.toelichting), None, "", False, child
        )
    if regel.soort is Verloop.ZORG:
        titel, parts = "Waakzame zorg", [label(ZorgNiveau(regel.waarde)), regel.toelichting]
    else:
        titel, parts = _COURSE[regel.soort], [regel.waarde, regel.toelichting]
    return TijdlijnRegel(regel.op, TijdlijnSoort.STATUS, titel, op_een_regel(*parts), None, "", False, 0)


_COURSE = {
    Verloop.GEOPEND: "Casus geopend",
    Verloop.NAZORG: "Nazorg begonnen",
    Verloop.LOOPT: "Casus loopt weer",
    Verloop.AFGESLOTEN: "Casus afgesloten",
    Verloop.HEROPEND: "Casus heropend",
}


def _incident(item: GekoppeldIncident, soort_label: Callable[[Soort], str]) -> TijdlijnRegel:
    titel = ", ".join(map(soort_label, item.soorten))
    return TijdlijnRegel(
        item.datum, TijdlijnSoort.INCIDENT, titel, item.omschrijving, item.mand, "", False, item.id
    )  # fmt: skip


def _actie(item: CasusActie) -> TijdlijnRegel:
    titel = ACTIE_VAN_CODE[item.actie].naam
    zin = _wie_en_wat(item.wie, kern(item.actie, item.velden), item.toelichting)
    meer = "\n".join(f"{name}: {words}" for name, words in verslag(item))
    return TijdlijnRegel(item.datum, TijdlijnSoort.ACTIE, titel, zin, None, item.actie, not item.gedaan, item.id, meer)


def _gesprek(item: Gesprek) -> TijdlijnRegel:
    inhoud = item.inhoud
    who = f"met {item.persoon}" if item.persoon else inhoud.tekst.aanwezig
    asked = "gevraagd" if inhoud.gehouden_op is None and inhoud.gepland_op is None else ""
    zin = _wie_en_wat(op_een_regel(asked, who), inhoud.tekst.verslag)
    planned = inhoud.gehouden_op is None and not asked
    return TijdlijnRegel(item.datum, TijdlijnSoort.GESPREK, label(inhoud.soort), zin, None, "", planned, item.id)


def _papier(item: PapierRegel) -> TijdlijnRegel:
    how = f"{'verbetering ' if item.nummer > 1 else ''}aan {item.aan}, {label(item.wijze)}"
    return TijdlijnRegel(
        item.uitgereikt_op, TijdlijnSoort.PAPIER, item.titel, op_een_regel(how), None, "", False, item.id
    )


def _wie_en_wat(wie: str, *wat: str) -> str:
    """Who did it, and what was done: "juf Marit: een kaart geschreven"."""
    return ": ".join(filter(None, (op_een_regel(wie), op_een_regel(*wat))))
