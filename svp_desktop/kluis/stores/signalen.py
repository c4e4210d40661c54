"""Signals that add up, and the overleggen that follow from them (demands 36, 37).

Which signals count is asked per child and per kind, by the indexes of the register; the texts of incidents are never
read here.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, func, insert, select, update

from svp_desktop.domain.errors import IntussenVeranderd
from svp_desktop.domain.incident import Mand, Soort
from svp_desktop.domain.school import Naam
from svp_desktop.domain.signalen import (
    Aanleiding,
    Overleg,
    OverlegInhoud,
    OverlegSoort,
    OverlegStatus,
    SignaalRegel,
)
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores.incidenten import SOORTEN, nummer
from svp_desktop.kluis.tables.incidenten import incident, incident_persoon
from svp_desktop.kluis.tables.kern import versie
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.rondom_incidenten import afspraak, overleg, overleg_incident
from svp_desktop.kluis.transaction import Rx, Tx

VERSIE_SOORT = "overleg"
_KLAAR = "('gehouden', 'niet_nodig')"
#: An overleg is about at most so many signals, the newest: more cannot be talked over, and a save stays quick.
MEEST = 50
# What lay further back than the newest signals of a full overleg was seen with it, and does not count again.
_VANAF = f"""max(:vanaf, coalesce((SELECT max(dag) FROM (SELECT max(x.datum) AS dag FROM overleg o
  JOIN overleg_incident k ON k.overleg_id = o.id JOIN incident x ON x.id = k.incident_id
  WHERE o.aanleiding = '%s' AND o.%s AND o.status IN {_KLAAR} GROUP BY o.id HAVING count(*) >= {MEEST})), ''))"""
# The unary plus keeps SQLite on the index of the child, and on that of the day. Ids follow the days, more or less: from
# the lowest id of the period on, the incidents of earlier years need not be looked at.
VAN_KIND = f"""
SELECT i.id, i.datum FROM incident_persoon p CROSS JOIN incident i ON i.id = p.incident_id
WHERE p.persoon_id = :persoon AND p.categorie = 'leerling'
AND p.incident_id >= (SELECT min(+y.id) FROM incident y INDEXED BY ix_incident_datum
  WHERE y.verwijderd_op IS NULL AND y.datum >= :vanaf)
AND (p.rollen LIKE '%dader%' OR p.rollen LIKE '%slachtoffer%')
AND i.verwijderd_op IS NULL AND +i.mand_rang > 0 AND +i.datum >= {_VANAF % ("kind", "persoon_id = :persoon")}
AND NOT EXISTS (SELECT 1 FROM overleg_incident k JOIN overleg o ON o.id = k.overleg_id
  WHERE k.incident_id = i.id AND o.aanleiding = 'kind' AND o.persoon_id = :persoon AND o.status IN {_KLAAR})
ORDER BY i.datum DESC, i.id DESC LIMIT {MEEST}
"""
VAN_SOORT = f"""
SELECT i.id, i.datum FROM incident i INDEXED BY ix_incident_datum
WHERE i.verwijderd_op IS NULL AND i.datum >= {_VANAF % ("gelijk", "soort_voorval = :soort")} AND i.datum <= :tot
AND (i.soort_bits & :bit) <> 0 AND i.mand_rang > 0
AND NOT EXISTS (SELECT 1 FROM overleg_incident k JOIN overleg o ON o.id = k.overleg_id
  WHERE k.incident_id = i.id AND o.aanleiding = 'gelijk' AND o.soort_voorval = :soort AND o.status IN {_KLAAR})
ORDER BY i.datum DESC, i.id DESC LIMIT {MEEST}
"""
_KINDEREN = """
SELECT persoon_id FROM incident_persoon WHERE incident_id = :incident AND categorie = 'leerling'
AND (rollen LIKE '%dader%' OR rollen LIKE '%slachtoffer%')
"""
_STAND = """
SELECT soort_bits, kenmerken & 1 AND verwijderd_op IS NULL AND mand_rang > 0 FROM incident WHERE id = :incident
"""
_BEKEND = """
SELECT o.id, o.aanleiding, o.persoon_id, o.soort_voorval, o.status FROM overleg_incident k
JOIN overleg o ON o.id = k.overleg_id WHERE k.incident_id = :incident
"""
_LOPEND = f"""
SELECT o.id, k.incident_id FROM overleg o LEFT JOIN overleg_incident k ON k.overleg_id = o.id
WHERE o.aanleiding = :aanleiding AND o.persoon_id IS :persoon AND o.soort_voorval = :soort AND o.status NOT IN {_KLAAR}
ORDER BY o.id
"""

Signaal = tuple[int, date]


class Bekend(NamedTuple):
    """An overleg that an incident is part of, as far as the rules ask about it."""

    id: int
    aanleiding: Aanleiding
    persoon_id: int | None
    soort_voorval: Soort | None
    klaar: bool


def van_kind(rx: Rx, persoon_id: int, vanaf: date) -> list[Signaal]:
    """Id and day of the signals on this child since a day that no overleg was held about, the newest, oldest first."""
    return _signals(rx, VAN_KIND, {"persoon": persoon_id, "vanaf": vanaf.isoformat()})


def van_soort(rx: Rx, soort: Soort, vanaf: date, tot: date) -> list[Signaal]:
    """Id and day of the incidents of this kind in a period that no overleg was held about, the newest, oldest first."""
    bit = 1 << SOORTEN.index(soort)
    values = {"bit": bit, "soort": soort.value, "vanaf": vanaf.isoformat(), "tot": tot.isoformat()}
    return _signals(rx, VAN_SOORT, values)


def kinderen(rx: Rx, incident_id: int) -> frozenset[int]:
    """The children who are dader or slachtoffer in this incident."""
    return frozenset(rx.connection.exec_driver_sql(_KINDEREN, {"incident": incident_id}).scalars())


def soorten_en_ernst(rx: Rx, incident_id: int) -> tuple[frozenset[Soort], bool]:
    """The kinds of this incident, and whether it is a serious one that is not in the prullenbak."""
    bits, serious = rx.connection.exec_driver_sql(_STAND, {"incident": incident_id}).one()
    return frozenset(soort for place, soort in enumerate(SOORTEN) if bits >> place & 1), bool(serious)


def over_incident(rx: Rx, incident_id: int) -> list[Bekend]:
    """The overleggen that this incident is part of, finished ones too."""
    return [
        Bekend(id_, Aanleiding(reason), child, Soort(kind) if kind else None, OverlegStatus(status).klaar)
        for id_, reason, child, kind, status in rx.connection.exec_driver_sql(_BEKEND, {"incident": incident_id})
    ]


def lopend(rx: Rx, aanleiding: Aanleiding, persoon_id: int | None = None, soort: Soort | None = None) -> int | None:
    """The id of the unfinished overleg about this child, or this kind; None when there is none."""
    return lopend_met(rx, aanleiding, persoon_id, soort)[0]


def lopend_met(
    rx: Rx, aanleiding: Aanleiding, persoon_id: int | None, soort: Soort | None
) -> tuple[int | None, frozenset[int]]:
    """The unfinished overleg about this child, or this kind, with the incidents that it is about."""
    about = {"aanleiding": aanleiding.value, "persoon": persoon_id, "soort": soort.value if soort else ""}
    found = rx.connection.exec_driver_sql(_LOPEND, about).all()
    if not found:
        return None, frozenset()
    first = found[0][0]
    return first, frozenset(id_ for overleg_id, id_ in found if overleg_id == first and id_ is not None)


def voeg_toe(
    tx: Tx,
    soort: OverlegSoort,
    aanleiding: Aanleiding,
    today: date,
    *,
    persoon_id: int | None = None,
    soort_voorval: Soort | None = None,
) -> int:
    """A new overleg that is due; returns its id."""
    values = {
        "versie": 1,
        "soort": soort.value,
        "aanleiding": aanleiding.value,
        "persoon_id": persoon_id,
        "soort_voorval": soort_voorval.value if soort_voorval else "",
        "gevraagd_op": today,
        "status": OverlegStatus.OPEN.value,
        "aanwezig": "",
        "besluit": "",
        "reden": "",
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    return int(tx.connection.execute(insert(overleg).values(values)).lastrowid)


def zet_signalen(tx: Tx, overleg_id: int, there: Collection[int], incident_ids: Collection[int]) -> None:
    """Let the overleg, which is about the incidents `there`, be about just these."""
    there, wanted = set(there), set(incident_ids)
    for statement, ids in (
        ("DELETE FROM overleg_incident WHERE overleg_id = ? AND incident_id = ?", there - wanted),
        ("INSERT INTO overleg_incident (overleg_id, incident_id) VALUES (?, ?)", wanted - there),
    ):
        if ids:
            tx.connection.exec_driver_sql(statement, [(overleg_id, id_) for id_ in sorted(ids)])


def trek_in(tx: Tx, overleg_id: int) -> bool:
    """Take back an overleg that nobody wrote in yet; False when somebody did."""
    agreed = select(afspraak.c.id).where(afspraak.c.overleg_id == overleg_id)
    row = tx.connection.execute(select(overleg.c.versie).where(overleg.c.id == overleg_id)).first()
    if row is None or row.versie != 1 or tx.connection.execute(agreed).first() is not None:
        return False
    tx.connection.execute(delete(overleg_incident).where(overleg_incident.c.overleg_id == overleg_id))
    tx.connection.execute(delete(overleg).where(overleg.c.id == overleg_id))
    return True


def wijzig(tx: Tx, overleg_id: int, inhoud: OverlegInhoud, versie_: int) -> None:
    """Put the record in place of version `versie_`. Raises IntussenVeranderd when someone was first."""
    values: dict[str, Any] = inhoud._asdict() | {"status": inhoud.status.value}
    changed = tx.connection.execute(
        update(overleg)
        .where(overleg.c.id == overleg_id, overleg.c.versie == versie_)
        .values(**values, versie=versie_ + 1, gewijzigd_op=tx.now)
    )
    if changed.rowcount != 1:
        raise IntussenVeranderd
    days = {name: values[name].isoformat() if values[name] else None for name in ("gepland_op", "gehouden_op")}
    versions.keep(tx, VERSIE_SOORT, overleg_id, values | days)


def lees(rx: Rx, overleg_id: int) -> Overleg | None:
    """One overleg, or None."""
    found = _read(rx, _query().where(overleg.c.id == overleg_id))
    return found[0] if found else None


def alle(rx: Rx, *, klaar: bool) -> tuple[Overleg, ...]:
    """The finished ones (newest first, the last 200), or the others (oldest first)."""
    if klaar:
        done = _query().where(~_unfinished()).order_by(overleg.c.gevraagd_op.desc(), overleg.c.id.desc())
        return _read(rx, done.limit(200))
    return _read(rx, _query().where(_unfinished()).order_by(overleg.c.gevraagd_op, overleg.c.id))


def ids_van(rx: Rx, overleg_id: int) -> list[int]:
    """The incidents that an overleg is about."""
    query = select(overleg_incident.c.incident_id).where(overleg_incident.c.overleg_id == overleg_id)
    return list(rx.connection.execute(query).scalars())


def regels(rx: Rx, ids: Sequence[int], names: dict[str, str]) -> tuple[SignaalRegel, ...]:
    """These incidents as signals, oldest first; `names` are those of the accounts, for who recorded it."""
    columns = (incident.c[name] for name in ("id", "jaar", "volgnummer", "datum", "soort_bits", "mand", "plaats"))
    query = (
        select(*columns)
        .where(incident.c.id.in_(ids), incident.c.verwijderd_op.is_(None))
        .order_by(incident.c.datum, incident.c.id)
    )
    rows = rx.connection.execute(query).all()
    reporters = _reporters(rx, [row.id for row in rows], names)
    return tuple(
        SignaalRegel(
            row.id,
            nummer(row.jaar, row.volgnummer),
            row.datum,
            tuple(soort for place, soort in enumerate(SOORTEN) if row.soort_bits >> place & 1),
            Mand(row.mand),
            row.plaats,
            reporters.get(row.id, ""),
        )
        for row in rows
    )


def terugkomen(rx: Rx) -> list[tuple[int, str, date]]:
    """Id, names and day of the incidents that the school comes back to and that are not closed (57)."""
    query = (
        select(incident.c.id, incident.c.leerlingen, incident.c.terugkomen_op)
        .where(incident.c.terugkomen_op.is_not(None), incident.c.verwijderd_op.is_(None))
        .where(incident.c.afgesloten_op.is_(None))
        .order_by(incident.c.terugkomen_op, incident.c.id)
        .limit(200)
    )
    return [(id_, names, day) for id_, names, day in rx.connection.execute(query)]


def _reporters(rx: Rx, ids: Sequence[int], names: dict[str, str]) -> dict[int, str]:
    """The adult who told it: the melder of the incident, and else the account that recorded it."""
    recorded = select(versie.c.object_id, versie.c.account_id).where(
        versie.c.soort == "incident", versie.c.object_id.in_(ids), versie.c.nummer == 1
    )
    found = {id_: names.get(account, "") for id_, account in rx.connection.execute(recorded)}
    told = (
        select(incident_persoon.c.incident_id, incident_persoon.c.naam)
        .where(incident_persoon.c.incident_id.in_(ids), incident_persoon.c.rollen.contains("melder"))
        .where(incident_persoon.c.categorie != "leerling")
        .order_by(incident_persoon.c.incident_id, incident_persoon.c.positie.desc())
    )
    found.update((id_, name) for id_, name in rx.connection.execute(told))
    return found


def _signals(rx: Rx, statement: str, values: dict[str, Any]) -> list[Signaal]:
    newest = rx.connection.exec_driver_sql(statement, values).all()
    return [(id_, date.fromisoformat(day)) for id_, day in reversed(newest)]


def _unfinished() -> Any:
    return overleg.c.status.in_([OverlegStatus.OPEN.value, OverlegStatus.GEPLAND.value])


def _query() -> Any:
    linked = overleg_incident.join(incident, incident.c.id == overleg_incident.c.incident_id)
    live = (overleg_incident.c.overleg_id == overleg.c.id) & incident.c.verwijderd_op.is_(None)
    count, first = (
        select(value).select_from(linked).where(live).correlate(overleg).scalar_subquery()
        for value in (func.count(), func.min(incident.c.datum))
    )
    names = (persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam)
    return select(overleg, *names, count.label("signalen"), first.label("sinds")).outerjoin(
        persoon, persoon.c.id == overleg.c.persoon_id
    )


def _read(rx: Rx, query: Any) -> tuple[Overleg, ...]:
    rows: Iterable[Row[Any]] = rx.connection.execute(query)
    return tuple(
        Overleg(
            id=row.id,
            versie=row.versie,
            soort=OverlegSoort(row.soort),
            aanleiding=Aanleiding(row.aanleiding),
            gevraagd_op=row.gevraagd_op,
            status=OverlegStatus(row.status),
            persoon_id=row.persoon_id,
            persoon=str(Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)) if row.persoon_id else "",
            soort_voorval=Soort(row.soort_voorval) if row.soort_voorval else None,
            gepland_op=row.gepland_op,
            gehouden_op=row.gehouden_op,
            aanwezig=row.aanwezig,
            besluit=row.besluit,
            reden=row.reden,
            signalen=row.signalen,
            sinds=row.sinds,
        )
        for row in rows
    )
