"""Everything about one child in the order of time (demand 18): what happened, and what the school did about it.

A line of an incident says when, what kind and in which role, never what someone wrote: signals of different adults add
up without showing one reporter's text to another (36). The text stands in the incident itself.
"""

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.casus import Casus, CasusStatus, Verloop
from svp_desktop.domain.incident import Betrokkenheid, Mand, Soort
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier_namen import hoofdletter
from svp_desktop.domain.signalen import Afspraak, Bespreekpunt, Overleg, OverlegSoort, OverlegStatus
from svp_desktop.domain.tijdlijn import VerloopRegel


class KindSoort(Enum):
    """What a line is about: the filter of the page."""

    INCIDENT = "incident"
    CASUS = "casus"
    OVERLEG = "overleg"
    AFSPRAAK = "afspraak"
    BESPREEKPUNT = "bespreekpunt"
    ESIS = "esis"


#: The filter by its words.
KINDSOORTEN: dict[KindSoort, str] = {
    KindSoort.INCIDENT: "Incidenten",
    KindSoort.CASUS: "Casussen",
    KindSoort.OVERLEG: "Overleg",
    KindSoort.AFSPRAAK: "Afspraken",
    KindSoort.BESPREEKPUNT: "Bespreekpunten",
    KindSoort.ESIS: "Esis",
}


class KindIncident(NamedTuple):
    """An incident as far as the chronology shows it, with the roles of this child."""

    id: int
    nummer: str
    datum: date
    soorten: tuple[Soort, ...]
    mand: Mand
    plaats: str
    rollen: frozenset[Betrokkenheid]


class KindRegel(NamedTuple):
    """One line. `sinds` is the day from which on it may be forgotten (schone lei); `loopt` keeps what is not finished
    in view, however old. `pagina` and `record` say what opens."""

    datum: date
    soort: KindSoort
    titel: str
    zin: str
    pagina: str
    record: int
    sinds: date
    mand: Mand | None = None
    loopt: bool = False


class KindVerloop(NamedTuple):
    """A child and its lines, the newest first; `ouder` is how many lines were left out because they are older."""

    persoon_id: int
    naam: str
    groep: str
    regels: tuple[KindRegel, ...]
    ouder: int


def incident_regel(one: KindIncident, soort_label: Callable[[Soort], str]) -> KindRegel:
    """Kinds, role and place, in the words of its school year."""
    kinds = ", ".join(map(soort_label, one.soorten)) or "Groene mand"
    roles = ", ".join(label(role) for role in Betrokkenheid if role in one.rollen)
    words = _zin(roles, one.plaats, one.nummer)
    return KindRegel(one.datum, KindSoort.INCIDENT, kinds, words, "incidenten", one.id, one.datum, one.mand)


def esis_regel(one: KindIncident, gezet_op: date) -> KindRegel:
    """The day on which the paragraph about this child was put into Esis."""
    words = f"over incident {one.nummer}"
    return KindRegel(gezet_op, KindSoort.ESIS, "In Esis gezet", words, "incidenten", one.id, one.datum)


_COURSE = {
    Verloop.GEOPEND: "Casus geopend",
    Verloop.NAZORG: "Nazorg begonnen",
    Verloop.LOOPT: "Casus loopt weer",
    Verloop.AFGESLOTEN: "Casus afgesloten",
    Verloop.HEROPEND: "Casus heropend",
}


def casus_regels(casus: Casus, verloop: Iterable[VerloopRegel], persoon_id: int) -> list[KindRegel]:
    """Opened, closed and so on. A casus about another child is there without the name of that child."""
    if casus.leerling_id == persoon_id:
        whose = ""
    else:
        whose = f"groep {casus.titel}" if casus.groep_id is not None else "over een ander kind, bij hetzelfde incident"
    runs = casus.status is not CasusStatus.AFGESLOTEN
    return [
        KindRegel(line.op, KindSoort.CASUS, _COURSE[line.soort], whose, "casussen", casus.id, line.op, loopt=runs)
        for line in verloop
        if line.soort in _COURSE
    ]


def overleg_regel(one: Overleg, *, over_dit_kind: bool) -> KindRegel:
    """What was asked and how far it is; what was decided only when it is about this child alone."""
    decided = one.besluit if over_dit_kind else ""
    words = _met_tekst(_zin(label(one.aanleiding), _stand(one)), decided)
    runs = one.status in (OverlegStatus.OPEN, OverlegStatus.GEPLAND)
    day = one.gehouden_op or one.gevraagd_op
    return KindRegel(
        day, KindSoort.OVERLEG, label(one.soort), words, "signalen", one.id, one.gevraagd_op, loopt=runs
    )  # fmt: skip


def _stand(one: Overleg) -> str:
    if one.status is OverlegStatus.GEPLAND and one.gepland_op:
        return f"gepland op {datums.dag_maand(one.gepland_op)}"
    if one.status is OverlegStatus.GEHOUDEN:
        return "ingelicht" if one.soort is OverlegSoort.VERTROUWENSPERSOON else "gehouden"
    return label(one.status)


def afspraak_regel(one: Afspraak) -> KindRegel:
    """What was agreed, who does it, and whether it is done."""
    done = f"gedaan op {datums.dag_maand(one.gedaan_op)}" if one.gedaan_op else "nog te doen"
    words = _zin(one.omschrijving, one.eigenaar, done)
    record = one.overleg_id or 0
    runs = one.gedaan_op is None
    return KindRegel(one.datum, KindSoort.AFSPRAAK, "Afspraak", words, "signalen", record, one.datum, loopt=runs)


def punt_regel(one: Bespreekpunt) -> KindRegel:
    """A point for the agenda, with what was said when it was discussed."""
    title = "Besproken" if one.besproken_op else "Op de agenda"
    day, runs = one.besproken_op or one.gemaakt_op, one.besproken_op is None
    words = _met_tekst(_zin(one.tekst), one.verslag)
    return KindRegel(day, KindSoort.BESPREEKPUNT, title, words, "bespreekpunten", one.id, one.gemaakt_op, loopt=runs)


def op_volgorde(regels: Iterable[KindRegel], vanaf: date | None) -> tuple[tuple[KindRegel, ...], int]:
    """The lines that may be shown, the newest first, and how many are left out because they are from before `vanaf`."""
    every = list(regels)
    shown = [one for one in every if vanaf is None or one.sinds >= vanaf or one.loopt]
    order = list(KindSoort)
    shown.sort(key=lambda one: (one.datum, -order.index(one.soort), one.record), reverse=True)
    return tuple(shown), len(every) - len(shown)


def _zin(*parts: str) -> str:
    """The filled parts on one line; what comes after ends it, so a full stop of a part goes."""
    line = ""
    for part in (" ".join(part.split()).rstrip(".") for part in parts if part.strip()):
        line = (f"{line} {hoofdletter(part)}" if line.endswith(("!", "?")) else f"{line}, {part}") if line else part
    return line


def _met_tekst(zin: str, tekst: str) -> str:
    """The line, and what somebody typed as sentences of its own."""
    said = hoofdletter(_zin(tekst))
    if not said:
        return zin
    return f"{zin} {said}" if zin.endswith(("!", "?")) else f"{zin}. {said}"
