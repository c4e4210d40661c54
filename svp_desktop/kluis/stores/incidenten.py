"""Incidents: rows to domain values and back, and the search index that goes with them. Lists: `incidenten_lijst`."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from sqlalchemy import Row, Table, delete, func, insert, select, update
from sqlalchemy.dialects import sqlite

from svp_desktop.domain.datums import tijd_kort
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    Incident,
    IncidentInhoud,
    Kenmerk,
    Mand,
    OudersIngelicht,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
    Uitwerking,
    kenmerken,
)
from svp_desktop.domain.labels import label
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis.tables.base import Moment
from svp_desktop.kluis.tables.casussen import casus_incident
from svp_desktop.kluis.tables.incidenten import incident, incident_persoon, incident_soort, incident_tekst
from svp_desktop.kluis.transaction import Rx, Tx


def kenmerk_bits(found: Iterable[Kenmerk]) -> int:
    """One bit for each property, in the order of Kenmerk."""
    return sum(1 << place for place, kenmerk in enumerate(Kenmerk) if kenmerk in set(found))


MANDEN = tuple(Mand)
SOORTEN = tuple(Soort)
_LONGEST_LINE = 160
_TEXTS = ("feiten", "kindwoorden", "directe_actie", "ouders_toelichting", "maatregel", "voorkoming")
# Kept together as JSON: read with one incident, never filtered on.
_MEER = tuple(item.name for item in fields(Uitwerking))
_FOUND_IN_MEER = ("regel", "regel_toelichting", "besluit", "waarneming", "aanpassing", "beoordelaar", "mediatie_door")
KENMERKEN = tuple(Kenmerk)
_CLOSED = kenmerk_bits((Kenmerk.AFGESLOTEN,))
_OPEN_IN_ESIS = kenmerk_bits((Kenmerk.ESIS_OPEN,))
_ACTIVE = frozenset({Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER})

# The bit is on while a pupil who did it or underwent it has no stamp.
_ESIS_OPEN = (
    f"UPDATE incident SET kenmerken = (kenmerken & ~{_OPEN_IN_ESIS}) | ({_OPEN_IN_ESIS} * EXISTS ("
    "SELECT 1 FROM incident_persoon p LEFT JOIN incident_esis e"
    " ON e.incident_id = p.incident_id AND e.persoon_id = p.persoon_id"
    " WHERE p.incident_id = incident.id AND p.categorie = 'leerling' AND e.gezet_op IS NULL"
    " AND (' ' || p.rollen || ' ' LIKE '% dader %' OR ' ' || p.rollen || ' ' LIKE '% slachtoffer %')))"
    " WHERE id = :id"
)
_DIALECT = sqlite.dialect(paramstyle="named")


def _insertion(table: Table, *columns: str) -> str:
    """The INSERT of these columns (all of them when none are named) as text with named parameters.

    Recording an incident is a hot path: compiled once, and run without the types' own conversion of values.
    """
    return str(
        insert(table).compile(dialect=_DIALECT, column_keys=columns or [column.name for column in table.columns])
    )


_ROW = tuple(column.name for column in incident.columns if column.name not in ("id", "verwijderd_op", "afgesloten_op"))
_INSERT, _INSERT_TEXT = _insertion(incident, *_ROW), _insertion(incident_tekst)
_INSERT_KIND, _INSERT_PERSON = _insertion(incident_soort), _insertion(incident_persoon)
_HIGHEST = "SELECT coalesce(max(volgnummer), 0) FROM incident WHERE jaar = :jaar"
_INDEX = "INSERT INTO incident_zoek(rowid, zoektekst) VALUES (:id, :woorden)"
_UNINDEX = "INSERT INTO incident_zoek(incident_zoek, rowid, zoektekst) VALUES ('delete', :id, :woorden)"


def nummer(jaar: int, volgnummer: int) -> str:
    """The number that people use: "2026-0412"."""
    return f"{jaar}-{volgnummer:04d}"


def lees(rx: Rx, incident_id: int) -> Incident | None:
    """One incident, also a deleted one; None when the id is unknown."""
    query = (
        select(incident, incident_tekst.c.meer, *(incident_tekst.c[name] for name in _TEXTS))
        .join(incident_tekst, incident_tekst.c.incident_id == incident.c.id)
        .where(incident.c.id == incident_id)
    )
    row = rx.connection.execute(query).first()
    if row is None:
        return None
    links = select(casus_incident.c.casus_id).where(casus_incident.c.incident_id == incident_id)
    return Incident(
        id=row.id,
        nummer=nummer(row.jaar, row.volgnummer),
        versie=row.versie,
        inhoud=_inhoud(rx, row),
        gemaakt_op=row.gemaakt_op,
        gewijzigd_op=row.gewijzigd_op,
        casus_ids=tuple(rx.connection.execute(links.order_by(casus_incident.c.casus_id)).scalars()),
        verwijderd=row.verwijderd_op is not None,
        afgesloten_op=row.afgesloten_op,
    )


def voeg_toe(tx: Tx, inhoud: IncidentInhoud) -> int:
    """Record a new incident under the next number of its calendar year; returns the id."""
    year, now = inhoud.datum.year, Moment().process_bind_param(tx.now, _DIALECT)
    number = int(tx.connection.exec_driver_sql(_HIGHEST, {"jaar": year}).scalar_one()) + 1
    acted = _acted(inhoud, tx.now.date())
    values = _row(inhoud) | {
        "datum": inhoud.datum.isoformat(),
        "terugkomen_op": inhoud.terugkomen_op.isoformat() if inhoud.terugkomen_op else None,
        "actie_op": acted.isoformat() if acted else None,
        "jaar": year,
        "volgnummer": number,
        "versie": 1,
        "gemaakt_op": now,
        "gewijzigd_op": now,
    }
    incident_id = tx.connection.exec_driver_sql(_INSERT, values).lastrowid
    words = _words(inhoud, nummer(year, number))
    texts = _texts(inhoud) | {
        "incident_id": incident_id,
        "zoektekst": words,
        "meer": json.dumps(_meer(inhoud), ensure_ascii=False),
    }
    tx.connection.exec_driver_sql(_INSERT_TEXT, texts)
    tx.connection.exec_driver_sql(_INDEX, {"id": incident_id, "woorden": words})
    _write_parts(tx, incident_id, inhoud)
    return incident_id


def wijzig(tx: Tx, incident_id: int, inhoud: IncidentInhoud, versie: int) -> bool:
    """Replace the content when it still is at `versie`; False when it is not (any more)."""
    row = _row(inhoud) | {
        "kenmerken": incident.c.kenmerken.op("&")(_CLOSED) + kenmerk_bits(_found(inhoud)),
        "actie_op": func.coalesce(incident.c.actie_op, _acted(inhoud, tx.now.date())),
        "terugkomen_op": inhoud.terugkomen_op,
    }
    changed = tx.connection.execute(
        update(incident)
        .where(incident.c.id == incident_id, incident.c.versie == versie, incident.c.verwijderd_op.is_(None))
        .values(**row, versie=versie + 1, gewijzigd_op=tx.now)
    )
    if changed.rowcount != 1:
        return False
    number = tx.connection.execute(select(incident.c.jaar, incident.c.volgnummer).where(incident.c.id == incident_id))
    words = _words(inhoud, nummer(*number.one()))
    _reindex(tx, incident_id, words)
    tx.connection.execute(
        update(incident_tekst)
        .where(incident_tekst.c.incident_id == incident_id)
        .values(**_texts(inhoud), zoektekst=words, meer=_meer(inhoud))
    )
    tx.connection.execute(delete(incident_soort).where(incident_soort.c.incident_id == incident_id))
    tx.connection.execute(delete(incident_persoon).where(incident_persoon.c.incident_id == incident_id))
    _write_parts(tx, incident_id, inhoud)
    zet_esis_open(tx, incident_id)
    return True


def zet_esis_open(tx: Tx, incident_id: int) -> None:
    """Say anew whether every child that did it or underwent it stands in Esis."""
    tx.connection.exec_driver_sql(_ESIS_OPEN, {"id": incident_id})


def zet_afgesloten(tx: Tx, incident_id: int, versie: int, day: date | None) -> bool:
    """Close an incident that is at `versie`, or open it again (None); False when it is not (any more)."""
    closed = incident.c.kenmerken.op("|")(_CLOSED) if day else incident.c.kenmerken.op("&")(~_CLOSED)
    query = (
        update(incident)
        .where(incident.c.id == incident_id, incident.c.versie == versie, incident.c.verwijderd_op.is_(None))
        .values(afgesloten_op=day, kenmerken=closed)
    )
    return tx.connection.execute(query).rowcount == 1


def zet_verwijderd(tx: Tx, incident_id: int, at: datetime | None) -> bool:
    """Put an incident in the prullenbak (a moment) or take it out (None); False when nothing changed."""
    there = incident.c.verwijderd_op.is_(None) if at is not None else incident.c.verwijderd_op.is_not(None)
    query = update(incident).where(incident.c.id == incident_id, there).values(verwijderd_op=at)
    return tx.connection.execute(query).rowcount == 1


def laatste_plaats(rx: Rx) -> str:
    """The place of the incident that was recorded last; "" when there is none."""
    query = select(incident.c.plaats).where(incident.c.plaats != "").order_by(incident.c.id.desc()).limit(1)
    return rx.connection.execute(query).scalar_one_or_none() or ""


def _reindex(tx: Tx, incident_id: int, words: str) -> None:
    """Let the index follow a change by the words that went and came only.

    Taking a whole text out is slow with `secure-delete`: every common word of the register is looked up. Words that
    begin with the same two letters go and come together, because the index keeps one entry for the beginnings that
    they share. Both statements run each time: the index counts its texts by them.
    """
    query = select(incident_tekst.c.zoektekst).where(incident_tekst.c.incident_id == incident_id)
    before, after = set(tx.connection.execute(query).scalar_one().split()), set(words.split())
    touched = {word[:2] for word in before ^ after}
    if touched:
        for statement, side in ((_UNINDEX, before), (_INDEX, after)):
            moved = " ".join(sorted(word for word in side if word[:2] in touched))
            tx.connection.exec_driver_sql(statement, {"id": incident_id, "woorden": moved})


def _row(inhoud: IncidentInhoud) -> dict[str, Any]:
    """The columns of `incident` that follow from the content."""
    places = [SOORTEN.index(choice.soort) for choice in inhoud.soorten]
    pupils = [person for person in inhoud.betrokkenen if person.categorie is PersoonSoort.LEERLING]
    names = ", ".join(person.naam for person in pupils or inhoud.betrokkenen)
    groups = ", ".join(dict.fromkeys(person.groep for person in pupils if person.groep))
    return {
        "datum": inhoud.datum,
        "tijd": inhoud.tijd.strftime("%H:%M") if inhoud.tijd else "",
        "mand": inhoud.mand.value,
        "mand_rang": MANDEN.index(inhoud.mand),
        "soort_bits": sum(1 << place for place in set(places)),
        "soort_rang": min(places, default=len(SOORTEN)),
        "twijfel": inhoud.twijfel,
        "leerlingen": names,
        "leerling_sleutel": vouw(names),
        "groepen": groups,
        "groep_sleutel": vouw(groups),
        "omschrijving": " ".join(inhoud.feiten.split())[:_LONGEST_LINE],
        "plaats": inhoud.plaats,
        "bereik": inhoud.bereik.value,
        "ouders": inhoud.ouders.value,
        "kenmerken": kenmerk_bits(_found(inhoud)),
    }


def _found(inhoud: IncidentInhoud) -> frozenset[Kenmerk]:
    """The properties of a content of which nothing stands in Esis yet."""
    waits = any(person.categorie is PersoonSoort.LEERLING and person.rollen & _ACTIVE for person in inhoud.betrokkenen)
    return kenmerken(inhoud) | ({Kenmerk.ESIS_OPEN} if waits else frozenset())


def _acted(inhoud: IncidentInhoud, today: date) -> date | None:
    """The day of the first action: that of the incident itself when something was done at once (9)."""
    if inhoud.directe_actie:
        return inhoud.datum
    return today if inhoud.maatregel else None


def _meer(inhoud: IncidentInhoud) -> dict[str, Any]:
    plain = naar_dict(inhoud)
    return {name: plain[name] for name in _MEER}


def _texts(inhoud: IncidentInhoud) -> dict[str, Any]:
    return {name: getattr(inhoud, name) for name in _TEXTS}


def _words(inhoud: IncidentInhoud, number: str) -> str:
    """Everything by which an incident can be found."""
    people = (f"{person.naam} {person.groep}" for person in inhoud.betrokkenen)
    choices = (" ".join(map(label, (choice.soort, *choice.sub))) for choice in inhoud.soorten)
    moment = tijd_kort(inhoud.tijd) if inhoud.tijd else ""
    texts = (getattr(inhoud, name) for name in (*_TEXTS, *_FOUND_IN_MEER))
    return zoektekst(number, moment, inhoud.plaats, label(inhoud.mand), *people, *choices, *texts)


def _write_parts(tx: Tx, incident_id: int, inhoud: IncidentInhoud) -> None:
    kinds = [
        {"incident_id": incident_id, "positie": place, "soort": choice.soort.value, "sub": _codes(choice.sub)}
        for place, choice in enumerate(inhoud.soorten)
    ]
    people = [
        {
            "incident_id": incident_id,
            "positie": place,
            "persoon_id": person.persoon_id,
            "naam": person.naam,
            "categorie": person.categorie.value,
            "groep": person.groep,
            "rollen": _codes(role for role in Betrokkenheid if role in person.rollen),
        }
        for place, person in enumerate(inhoud.betrokkenen)
    ]
    if kinds:
        tx.connection.exec_driver_sql(_INSERT_KIND, kinds)
    if people:
        tx.connection.exec_driver_sql(_INSERT_PERSON, people)


def _codes(values: Iterable[Enum]) -> str:
    """Codes in one column, with a space between them."""
    return " ".join(value.value for value in values)


def _inhoud(rx: Rx, row: Row[Any]) -> IncidentInhoud:
    kinds = (
        select(incident_soort.c.soort, incident_soort.c.sub)
        .where(incident_soort.c.incident_id == row.id)
        .order_by(incident_soort.c.positie)
    )
    return IncidentInhoud(
        datum=row.datum,
        tijd=time.fromisoformat(row.tijd) if row.tijd else None,
        plaats=row.plaats,
        bereik=PlaatsBereik(row.bereik),
        soorten=tuple(
            SoortKeuze(Soort(kind), tuple(map(SubSoort, sub.split()))) for kind, sub in rx.connection.execute(kinds)
        ),
        mand=Mand(row.mand),
        betrokkenen=_betrokkenen(rx, row.id),
        twijfel=row.twijfel,
        ouders=OudersIngelicht(row.ouders),
        terugkomen_op=row.terugkomen_op,
        **{name: row._mapping[name] for name in _TEXTS},
        **_of_meer(row.meer),
    )


def _of_meer(found: dict[str, Any]) -> dict[str, Any]:
    """The fields that are kept as JSON; one that an older row lacks has its default."""
    read = van_dict(Uitwerking, found)
    return {name: getattr(read, name) for name in _MEER}


def _betrokkenen(rx: Rx, incident_id: int) -> tuple[Betrokkene, ...]:
    query = (
        select(
            incident_persoon.c.persoon_id,
            incident_persoon.c.naam,
            incident_persoon.c.categorie,
            incident_persoon.c.groep,
            incident_persoon.c.rollen,
        )
        .where(incident_persoon.c.incident_id == incident_id)
        .order_by(incident_persoon.c.positie)
    )
    return tuple(
        Betrokkene(person_id, name, PersoonSoort(kind), group, frozenset(map(Betrokkenheid, roles.split())))
        for person_id, name, kind, group, roles in rx.connection.execute(query)
    )
