"""The charts of a period, from its counts: everything on the screen, and what may be told of it on paper."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from svp_desktop.domain.grafiek import Raster, Staaf, Staven, staven
from svp_desktop.domain.incident import Kenmerk, Mand, Soort
from svp_desktop.domain.inzicht import (
    GENOEG,
    KLEINSTE,
    SCHOOLDAGEN,
    Tellingen,
    Verborgen,
    onderdruk,
)
from svp_desktop.domain.labels import label
from svp_desktop.domain.momenten import GEEN_TIJD, WEEKDAGEN, rol_in_woorden
from svp_desktop.domain.papier_namen import hoofdletter
from svp_desktop.domain.themas import THEMA_VAN, Thema
from svp_desktop.domain.wachttijd import WACHTTIJDEN, Wachttijd

PARTIJEN = (
    Kenmerk.LEERLINGEN_ONDERLING,
    Kenmerk.PERSONEEL_ONDERLING,
    Kenmerk.LEERLING_EN_PERSONEEL,
    Kenmerk.OUDER_EN_PERSONEEL,
)
ZONDER_PLAATS = "geen plaats ingevuld"
#: Whose rows are not the same in every period. What paper tells of a period may depend on that period alone: else it
#: would tell other rows beside the year after it than by itself, and the two together a small number.
_EIGEN_RIJEN = ("plaatsen", "groepen", "dagen")
_ORDERED = ("manden", "apart", "wachttijden", "dagen")
#: Beside what paper tells of the parties and of staff, these would give small numbers away.
NIET_OP_PAPIER = ("rollen",)
K = TypeVar("K")


class Onderdeel(NamedTuple):
    """One chart before it is drawn: rows of (key for a list, name, now, earlier).

    `deelt_op`: each incident is in one row; otherwise it may be in several or in none.
    """

    code: str
    titel: str
    rijen: tuple[tuple[str, str, int, int], ...]
    deelt_op: bool = False
    toelichting: str = ""
    #: How many incidents there are, now and earlier, and how many of those are at least in one of the rows.
    totalen: tuple[int, int] = (0, 0)
    minstens: tuple[int, int] = (0, 0)


def onderdelen(nu: Tellingen, eerder: Tellingen) -> tuple[Onderdeel, ...]:
    """Every chart in the order of the page. Green comes first and apart: it is what goes well (51)."""
    parts = (*_wat_en_waar(nu, eerder), *_wie_en_wanneer(nu, eerder))
    return tuple(part._replace(totalen=(nu.totaal, eerder.totaal)) for part in parts)


def _wat_en_waar(nu: Tellingen, eerder: Tellingen) -> tuple[Onderdeel, ...]:
    more = "Een incident kan bij meer soorten horen. De som is dan hoger dan het totaal."
    places = _sorted({**nu.plaatsen, **eerder.plaatsen}, nu.plaatsen)
    groups = _sorted({**nu.groepen, **eerder.groepen}, nu.groepen)
    kinds = tuple(one.totaal - one.manden.get(Mand.GROEN, 0) for one in (nu, eerder))
    return (
        Onderdeel("manden", "Manden", _rows("mand", tuple(Mand), nu.manden, eerder.manden, label), deelt_op=True),
        Onderdeel(
            "soorten",
            "Soorten voorvallen",
            _rows("soort", tuple(Soort), nu.soorten, eerder.soorten, label),
            toelichting=more,
            minstens=(kinds[0], kinds[1]),
        ),
        Onderdeel(
            "plaatsen",
            "Plaatsen",
            _rows("plaats", places, nu.plaatsen, eerder.plaatsen, lambda name: name or ZONDER_PLAATS),
            deelt_op=True,
        ),
        Onderdeel(
            "groepen",
            "Groepen",
            _rows("groep", groups, nu.groepen, eerder.groepen, str),
            toelichting="Een incident met kinderen uit twee groepen telt bij beide.",
        ),
    )


def _wie_en_wanneer(nu: Tellingen, eerder: Tellingen) -> tuple[Onderdeel, ...]:
    return (
        Onderdeel("partijen", "Tussen wie", _rows("kenmerk", PARTIJEN, nu.kenmerken, eerder.kenmerken, label)),
        Onderdeel("themas", "Thema’s van het beleid", _rows("thema", tuple(Thema), nu.themas, eerder.themas, label)),
        Onderdeel(
            "apart",
            "Apart geteld",
            (
                ("kenmerk:personeel", "personeel betrokken", *_both(nu.kenmerken, eerder.kenmerken, Kenmerk.PERSONEEL)),
                ("twijfel:", "bij twijfel opgeschreven", nu.twijfel, eerder.twijfel),
            ),
            toelichting="‘Personeel betrokken’ hoort ook in het arbodossier.",
        ),
        Onderdeel(
            "wachttijden",
            "Van incident tot eerste actie",
            _rows("wacht", tuple(Wachttijd), nu.wachttijden, eerder.wachttijden, WACHTTIJDEN.__getitem__),
            deelt_op=True,
            toelichting="Geteld in dagen, zonder de groene mand.",
        ),
        Onderdeel(
            "rollen",
            "Wie in welke rol",
            _rows("rol", tuple({**nu.rollen, **eerder.rollen}), nu.rollen, eerder.rollen, rol_in_woorden),
            toelichting="Het aantal incidenten met minstens één persoon in die rol.",
        ),
    )


def _both(now: Mapping[K, int], earlier: Mapping[K, int], key: K) -> tuple[int, int]:
    return now.get(key, 0), earlier.get(key, 0)


def _sorted(every: Mapping[str, int], now: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(every, key=lambda name: (-now.get(name, 0), name)))


def _rows(
    kind: str, keys: Sequence[K], now: Mapping[K, int], earlier: Mapping[K, int], name: Callable[[K], str]
) -> tuple[tuple[str, str, int, int], ...]:
    def code(key: K) -> str:
        values = key if isinstance(key, tuple) else (key,)
        return f"{kind}:{'/'.join(str(getattr(value, 'value', value)) for value in values)}"

    return tuple((code(key), name(key), *_both(now, earlier, key)) for key in keys)


def op_scherm(deel: Onderdeel) -> Staven:
    """All of it, longest first; what has an order of its own keeps it. Rows without any number are left out."""
    fixed = deel.code in _ORDERED
    bars = tuple(
        Staaf(name, now, earlier, key if now else "")
        for key, name, now, earlier in deel.rijen
        if now or earlier or fixed
    )
    return Staven(deel.titel, bars, deel.toelichting) if fixed else staven(deel.titel, bars, deel.toelichting)


def op_papier(deel: Onderdeel, soorten: Onderdeel | None = None) -> Staven | None:
    """What may be told outside the kluis, with a sentence on what is not; None when nothing may be told.

    `soorten` is the chart of kinds on the same paper when `deel` is that of the themes, which are made of kinds.
    """
    now, earlier = _told(deel, 0), _told(deel, 1)
    if soorten is not None:
        now, earlier = _with_kinds(now, _told(soorten, 0)), _with_kinds(earlier, _told(soorten, 1))
    if now is None:
        return None
    earlier = earlier or (Verborgen.KLEIN,) * len(deel.rijen)
    bars: list[Staaf] = []
    small: list[str] = []
    others: list[str] = []
    for (_, row, _, _), value, before in zip(deel.rijen, now, earlier, strict=True):
        name = hoofdletter(row)
        if isinstance(value, int):
            bars.append(Staaf(name, value, before if isinstance(before, int) else None))
        else:
            (small if value is Verborgen.KLEIN else others).append(name)
    note = deel.toelichting
    if small:
        note = f"{note} Minder dan 5 keer, of helemaal niet: {'; '.join(small)}."
    if others:
        note = f"{note} Ook niet genoemd, omdat daarmee een klein aantal uit te rekenen is: {'; '.join(others)}."
    fixed = deel.code in _ORDERED
    return Staven(deel.titel, tuple(bars), note.strip()) if fixed else staven(deel.titel, bars, note.strip())


def _told(deel: Onderdeel, period: int) -> tuple[int | Verborgen, ...] | None:
    counted = {name: earlier if period else now for _, name, now, earlier in deel.rijen}
    if deel.code in _EIGEN_RIJEN:
        counted = {name: counted[name] for name in sorted(counted) if counted[name]}
    told = _told_of(deel, tuple(counted.values()), period)
    if told is None:
        return None
    by_name = dict(zip(counted, told, strict=True))
    return tuple(by_name.get(name, Verborgen.KLEIN) for _, name, _, _ in deel.rijen)


def _told_of(deel: Onderdeel, values: Sequence[int], period: int) -> tuple[int | Verborgen, ...] | None:
    if deel.deelt_op:
        total = sum(values)
        return onderdruk(values, total) if total >= GENOEG else None
    told = onderdruk(values, deel.minstens[period], deelt_op=False)
    if told is None:
        return None
    # all but a few would tell how few the others are
    total = deel.totalen[period]
    return tuple(
        Verborgen.OM_EEN_ANDER if isinstance(value, int) and 0 < total - value < KLEINSTE else value for value in told
    )


def _with_kinds(
    themes: tuple[int | Verborgen, ...] | None, kinds: tuple[int | Verborgen, ...] | None
) -> tuple[int | Verborgen, ...] | None:
    """A theme is not told when one of its kinds is not: the others and the theme would give that one away."""
    if themes is None or kinds is None:
        return None
    hidden = {THEMA_VAN.get(soort) for soort, told in zip(Soort, kinds, strict=True) if not isinstance(told, int)}
    return tuple(
        Verborgen.OM_EEN_ANDER if isinstance(told, int) and thema in hidden else told
        for thema, told in zip(Thema, themes, strict=True)
    )


def weekrooster(tellingen: Tellingen) -> Raster:
    """Weekdays across, hours down: from the first to the last hour in which something was recorded.

    What has no time comes last, so that a weekday adds up to all that happened on it.
    """
    moments = tellingen.per_moment()
    if not moments:
        return Raster("Dag en uur", (), (), ())
    days = range(max(SCHOOLDAGEN, 1 + max(day for day, _ in moments)))
    known = {hour for _, hour in moments if hour != GEEN_TIJD}
    hours = (*(range(min(known), 1 + max(known)) if known else ()), *({hour for _, hour in moments} - known))
    return Raster(
        "Dag en uur",
        tuple("geen tijd" if hour == GEEN_TIJD else f"{hour}.00" for hour in hours),
        tuple(WEEKDAGEN[day] for day in days),
        tuple(tuple(moments.get((day, hour), 0) for day in days) for hour in hours),
        tuple(f"uur:{hour}" for hour in hours),
        tuple(f"dag:{day}" for day in days),
    )


def per_dag(nu: Tellingen, eerder: Tellingen) -> Onderdeel:
    """By weekday, for paper, where a grid of small squares would tell small numbers."""
    counts = []
    for one in (nu, eerder):
        found = [0] * len(WEEKDAGEN)
        for (day, _), number in one.per_moment().items():
            found[day] += number
        counts.append(found)
    # a weekend without anything is no secret
    rows = tuple(
        ("", WEEKDAGEN[day], counts[0][day], counts[1][day])
        for day in range(len(WEEKDAGEN))
        if day < SCHOOLDAGEN or counts[0][day] or counts[1][day]
    )
    return Onderdeel("dagen", "Dagen", rows, deelt_op=True)
