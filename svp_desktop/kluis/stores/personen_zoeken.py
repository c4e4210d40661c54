"""Finding and listing persons. A school has some 500 of them: their folded words are simply read."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select

from svp_desktop.domain.school import Naam, PersoonRegel, PersoonSoort
from svp_desktop.kluis.tables.personen import medewerker_groep, ouder_van, persoon
from svp_desktop.kluis.tables.school import groep
from svp_desktop.kluis.transaction import Rx

# Pupils first: nearly every search in this program is for a child.
_RANK = case({soort.value: rank for rank, soort in enumerate(PersoonSoort)}, value=persoon.c.soort)

_staff_groups = (
    select(func.group_concat(groep.c.naam, ", ").aggregate_order_by(groep.c.naam))
    .join(medewerker_groep, medewerker_groep.c.groep_id == groep.c.id)
    .where(medewerker_groep.c.medewerker_id == persoon.c.id)
    .scalar_subquery()
)
_child = persoon.alias("kind")
_children = (
    select(func.group_concat(_child.c.roepnaam, ", ").aggregate_order_by(_child.c.id))
    .join(ouder_van, ouder_van.c.leerling_id == _child.c.id)
    .where(ouder_van.c.ouder_id == persoon.c.id, _child.c.verwijderd_op.is_(None))
    .scalar_subquery()
)
# What tells people with the same name apart.
_DESCRIPTION = case(
    (persoon.c.soort == PersoonSoort.LEERLING.value, groep.c.naam),
    (persoon.c.soort == PersoonSoort.OUDER.value, "ouder van " + _children),
    (
        persoon.c.soort == PersoonSoort.MEDEWERKER.value,
        func.coalesce(func.nullif(persoon.c.functie, ""), _staff_groups),
    ),
    else_=persoon.c.organisatie,
)


def zoek(rx: Rx, words: Sequence[str], soorten: Collection[PersoonSoort], limit: int) -> tuple[PersoonRegel, ...]:
    """Persons of whom every word begins a word of name, position or group; present ones first, pupils before others.

    Who is called so goes before who is only in a group or has a position that is: `daan o` is Daan O'Brien rather than
    a Daan of the onderbouw.
    """
    elsewhere: ColumnElement[int] = literal(0)
    for word in words:
        elsewhere += case((func.instr(" " + persoon.c.sorteer, f" {word}") > 0, 0), else_=1)
    return _found(rx, _matches(words), soorten, limit, elsewhere)


def met_initialen(rx: Rx, letters: str, soorten: Collection[PersoonSoort], limit: int) -> tuple[PersoonRegel, ...]:
    """Persons with these initials in one piece: `hc` is Hafsa Çelik, `avdb` Aaliyah van der Berg."""
    sorted_by = persoon.c.sorteer
    conditions = [func.instr(sorted_by, letters[-1]) == 1]
    conditions += [func.instr(sorted_by, f" {letter}") > 0 for letter in letters[:-1]]
    return _found(rx, conditions, soorten, limit)


def _found(
    rx: Rx,
    conditions: Sequence[ColumnElement[bool]],
    soorten: Collection[PersoonSoort],
    limit: int,
    *then: ColumnElement[Any],
) -> tuple[PersoonRegel, ...]:
    query = _lines().where(persoon.c.verwijderd_op.is_(None), *conditions)
    if soorten:
        query = query.where(persoon.c.soort.in_(sorted(soort.value for soort in soorten)))
    gone = persoon.c.vertrokken_op.is_not(None)
    return _rows(rx, query.order_by(gone, _RANK, *then, persoon.c.sorteer, persoon.c.id).limit(limit))


def lijst(
    rx: Rx, soort: PersoonSoort, words: Sequence[str], groep_id: int | None, vertrokken: bool
) -> tuple[PersoonRegel, ...]:
    """The register of one category by surname; `vertrokken` shows those who left instead of those who are there."""
    left = persoon.c.vertrokken_op.is_not(None) if vertrokken else persoon.c.vertrokken_op.is_(None)
    query = _lines().where(persoon.c.verwijderd_op.is_(None), persoon.c.soort == soort.value, left, *_matches(words))
    if groep_id is not None:
        member = select(medewerker_groep.c.medewerker_id).where(medewerker_groep.c.groep_id == groep_id)
        query = query.where((persoon.c.groep_id == groep_id) | persoon.c.id.in_(member))
    return _rows(rx, query.order_by(persoon.c.sorteer, persoon.c.id))


def van_ids(rx: Rx, ids: Collection[int]) -> tuple[PersoonRegel, ...]:
    """The line of each of these persons, by surname; who was removed is not there."""
    query = _lines().where(persoon.c.id.in_(sorted(ids)), persoon.c.verwijderd_op.is_(None))
    return _rows(rx, query.order_by(persoon.c.sorteer, persoon.c.id))


def _lines() -> Select[Any]:
    return select(
        persoon.c.id,
        persoon.c.soort,
        persoon.c.roepnaam,
        persoon.c.tussenvoegsel,
        persoon.c.achternaam,
        persoon.c.organisatie,
        func.coalesce(_DESCRIPTION, "").label("omschrijving"),
        persoon.c.vertrokken_op.is_not(None).label("vertrokken"),
    ).select_from(persoon.outerjoin(groep, groep.c.id == persoon.c.groep_id))


def _matches(words: Sequence[str]) -> list[ColumnElement[bool]]:
    """One condition a word; `instr` knows no wildcards."""
    text = persoon.c.zoek + " " + func.coalesce(groep.c.zoek, "")
    return [func.instr(text, f" {word}") > 0 for word in words]


def _rows(rx: Rx, query: Select[Any]) -> tuple[PersoonRegel, ...]:
    return tuple(
        PersoonRegel(id_, PersoonSoort(soort), str(Naam(first, prefix, last)) or organisation, description, gone)
        for id_, soort, first, prefix, last, organisation, description, gone in rx.connection.execute(query)
    )
