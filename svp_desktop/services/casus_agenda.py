"""Which days of casussen go to a calendar: what is planned from today on, in neutral words (demands 18, 38).

A calendar on a telephone or with a company must not tell about a child: no names, no kind of talk, no reason. One
casus and the whole school give the same record the same id, so that a calendar that reads both keeps one of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from svp_desktop.domain.actie_velden import wachtend
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.casus_taken import CasusTaak, te_doen
from svp_desktop.domain.gesprekken import Gesprek
from svp_desktop.domain.herstelgesprek import Herstelgesprek
from svp_desktop.domain.thuisschool import ThuisSchool
from svp_desktop.exchange.agenda_uit import Agendapunt
from svp_desktop.kluis.stores import casus_acties, casus_taken, casussen, gesprekken, herstelgesprekken, thuisschool
from svp_desktop.kluis.transaction import Rx

_OMSCHRIJVING = "In het programma ziet u waar dit over gaat."
_TAAK, _GESPREK, _AFSPRAAK = "Taak voor school", "Gesprek op school", "Afspraak op school"
_TERUGKIJKEN = "Terugkijken op school"


class _Dag(NamedTuple):
    """A day, what it is of (the same each time) and the neutral words."""

    datum: date | None
    code: str
    titel: str


def punten(rx: Rx, kluis_id: str, casus_id: int, today: date) -> tuple[Agendapunt, ...]:
    """Tasks, planned actions, talks, the return after thuis-school and reviews of one casus, by day."""
    return _agenda(_van_casus(rx, casus_id, today), kluis_id, today)


def punten_van_school(rx: Rx, kluis_id: str, today: date) -> tuple[Agendapunt, ...]:
    """The same of every casus that runs or is in nazorg, by day."""
    running = [item.id for item in casussen.alle(rx, casussen.LOPENDE)]
    return _agenda((day for casus_id in running for day in _van_casus(rx, casus_id, today)), kluis_id, today)


def _agenda(dagen: Iterable[_Dag], kluis_id: str, today: date) -> tuple[Agendapunt, ...]:
    found = sorted((item.datum, item.code, item.titel) for item in dagen if item.datum and item.datum >= today)
    return tuple(Agendapunt(_uid(kluis_id, code), day, title, _OMSCHRIJVING) for day, code, title in found)


def _van_casus(rx: Rx, casus_id: int, today: date) -> Iterator[_Dag]:
    acties = casus_acties.van_casus(rx, casus_id)
    yield from _wachtend(casus_taken.van_casus(rx, casus_id), acties, today)
    yield from _terugkomen(acties)
    yield from map(_gesprek, gesprekken.van_casus(rx, casus_id))
    for talk in herstelgesprekken.van_casus(rx, casus_id):
        yield from _herstel(talk)
    for period in thuisschool.van_casus(rx, casus_id):
        yield from _thuisschool(period)


def _wachtend(taken: Iterable[CasusTaak], acties: Iterable[CasusActie], today: date) -> Iterator[_Dag]:
    for item in te_doen(taken, acties, today):
        if item.taak_id:
            yield _Dag(item.datum, f"taak-{item.taak_id}", _TAAK)
        else:
            yield _Dag(item.datum, f"actie-{item.actie_id}", _AFSPRAAK)


def _terugkomen(acties: Iterable[CasusActie]) -> Iterator[_Dag]:
    """The days on which the school comes back to what was done (66, 71)."""
    for item in acties:
        if item.gedaan:
            for _, day in wachtend(item.actie, item.velden):
                yield _Dag(day, f"terugkijken-{item.id}", _TERUGKIJKEN)


def _gesprek(talk: Gesprek) -> _Dag:
    return _Dag(talk.inhoud.gepland_op if talk.open else None, f"gesprek-{talk.id}", _GESPREK)


def _herstel(talk: Herstelgesprek) -> Iterator[_Dag]:
    inhoud = talk.inhoud
    yield _Dag(None if inhoud.gehouden_op else inhoud.gepland_op, f"herstel-{talk.id}", _GESPREK)
    looked_back = bool(inhoud.tekst.evaluatie)
    yield _Dag(None if looked_back else inhoud.nazorg.evaluatie_op, f"herstel-terugkijken-{talk.id}", _TERUGKIJKEN)
    for number, item in enumerate(inhoud.nazorg.afspraken):
        yield _Dag(item.wanneer if item.wacht else None, f"herstel-afspraak-{talk.id}-{number}", _AFSPRAAK)


def _thuisschool(period: ThuisSchool) -> Iterator[_Dag]:
    days = period.inhoud.momenten
    yield _Dag(days.terug_op, f"terug-{period.id}", _GESPREK)
    yield _Dag(days.vervolg_op, f"vervolg-{period.id}", _GESPREK)
    yield _Dag(days.terugkijken_op, f"thuisschool-terugkijken-{period.id}", _TERUGKIJKEN)


def _uid(kluis_id: str, code: str) -> str:
    """The same for the same record of this school each time, and it tells nothing."""
    return str(uuid5(NAMESPACE_URL, f"{kluis_id}/{code}"))
