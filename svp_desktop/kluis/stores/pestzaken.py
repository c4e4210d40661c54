"""Pestzaken as rows: report, change, people, coupled incidents and the course of each. Names are those of today."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from svp_desktop.domain.casus import casus_groep
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.pestzaak import (
    PestInhoud,
    PestPersoon,
    PestPersoonDraft,
    PestRol,
    PestStatus,
    PestVerloop,
    PestVerloopRegel,
    Pestzaak,
)
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Naam, PersoonSoort
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.incidenten import incident, incident_persoon
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.pesten import pest_incident, pest_persoon, pest_verloop, pestzaak
from svp_desktop.kluis.tables.school import groep
from svp_desktop.kluis.transaction import Rx, Tx

LOPENDE = (PestStatus.LOPEND, PestStatus.NAZORG)
_VERSION_KIND = "pestzaak"


def voeg_toe(tx: Tx, gemeld_op: date, melder: str, coordinator_id: int | None, inhoud: PestInhoud) -> int:
    """A new pestzaak; returns its id."""
    values = {
        "versie": 1,
        "status": PestStatus.LOPEND.value,
        "gemeld_op": gemeld_op,
        "melder": melder,
        "coordinator_id": coordinator_id,
        "inhoud": naar_dict(inhoud),
        "zoektekst": "",
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    zaak_id = int(tx.connection.execute(insert(pestzaak).values(values)).lastrowid)
    versions.keep(tx, _VERSION_KIND, zaak_id, naar_dict(inhoud))
    return zaak_id


def wijzig(tx: Tx, zaak_id: int, inhoud: PestInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    _touch(tx, zaak_id, versie, {"inhoud": naar_dict(inhoud)})
    versions.keep(tx, _VERSION_KIND, zaak_id, naar_dict(inhoud))


def zet(tx: Tx, zaak_id: int, **values: Any) -> None:
    """Other values of the row itself: status, coordinator, casus. Raises NietGevonden."""
    _touch(tx, zaak_id, None, values)


def zet_inhoud(tx: Tx, zaak_id: int, inhoud: PestInhoud) -> None:
    """Other content, whatever the version is. Raises NietGevonden."""
    _touch(tx, zaak_id, None, {"inhoud": naar_dict(inhoud)})
    versions.keep(tx, _VERSION_KIND, zaak_id, naar_dict(inhoud))


def zet_zoektekst(tx: Tx, zaak_id: int) -> None:
    """Find the pestzaak by what was told; names and groups are read when it is searched, as they are then."""
    zaak = lees(tx, zaak_id)
    words = zoektekst(zaak.titel, zaak.melder, zaak.inhoud.melding, zaak.inhoud.verhaal)
    tx.connection.execute(update(pestzaak).where(pestzaak.c.id == zaak_id).values(zoektekst=f" {words}"))


def lees(rx: Rx, zaak_id: int) -> Pestzaak:
    """One pestzaak. Raises NietGevonden."""
    found = _lijst(rx, _query().where(pestzaak.c.id == zaak_id))
    if not found:
        raise NietGevonden
    return found[0]


def alle(rx: Rx, statussen: Collection[PestStatus], words: Sequence[str] = ()) -> tuple[Pestzaak, ...]:
    """Every pestzaak with one of these statuses in which every word begins a word, in the order of reporting."""
    query = _query().where(pestzaak.c.status.in_([status.value for status in statussen]))
    return _lijst(rx, query.order_by(pestzaak.c.gemeld_op, pestzaak.c.id), words)


def aantal(rx: Rx, statussen: Collection[PestStatus]) -> int:
    """How many have one of these statuses."""
    query = select(func.count()).where(pestzaak.c.status.in_([status.value for status in statussen]))
    return int(rx.connection.execute(query).scalar_one())


def van_casus(rx: Rx, casus_id: int) -> tuple[int, ...]:
    """The pestzaken that this casus serves, oldest first."""
    asked = select(pestzaak.c.id).where(pestzaak.c.casus_id == casus_id).order_by(pestzaak.c.id)
    return tuple(rx.connection.execute(asked).scalars())


def van_incident(rx: Rx, incident_id: int) -> tuple[int, ...]:
    """The pestzaken to which an incident is coupled."""
    query = select(pest_incident.c.pestzaak_id).where(pest_incident.c.incident_id == incident_id)
    return tuple(rx.connection.execute(query.order_by(pest_incident.c.pestzaak_id)).scalars())


def van_persoon(rx: Rx, persoon_id: int, rol: PestRol) -> tuple[int, ...]:
    """The pestzaken that run in which somebody has this role."""
    query = (
        select(pestzaak.c.id)
        .join(pest_persoon, pest_persoon.c.pestzaak_id == pestzaak.c.id)
        .where(
            pest_persoon.c.persoon_id == persoon_id,
            pest_persoon.c.rol == rol.value,
            pestzaak.c.status != PestStatus.AFGESLOTEN.value,
        )
        .order_by(pestzaak.c.id)
    )
    return tuple(rx.connection.execute(query).scalars())


# -- people and incidents


def zet_personen(tx: Tx, zaak_id: int, personen: Iterable[PestPersoonDraft]) -> None:
    """Let exactly these be in the pestzaak."""
    tx.connection.execute(delete(pest_persoon).where(pest_persoon.c.pestzaak_id == zaak_id))
    rows = [
        {"pestzaak_id": zaak_id, "persoon_id": item.persoon_id, "rol": item.rol.value, "notitie": item.notitie}
        for item in personen
    ]
    if rows:
        tx.connection.execute(insert(pest_persoon), rows)


def koppel(tx: Tx, zaak_id: int, incident_ids: Iterable[int]) -> None:
    """Couple incidents; one that is coupled already stays so. Raises NietGevonden for an unknown incident."""
    wanted = sorted(set(incident_ids))
    if not wanted:
        return
    known = select(func.count()).where(incident.c.id.in_(wanted), incident.c.verwijderd_op.is_(None))
    if tx.connection.execute(known).scalar_one() != len(wanted):
        raise NietGevonden
    rows = [{"pestzaak_id": zaak_id, "incident_id": incident_id} for incident_id in wanted]
    tx.connection.execute(insert_or(pest_incident).on_conflict_do_nothing(), rows)


def ontkoppel(tx: Tx, zaak_id: int, incident_id: int) -> None:
    """Take an incident out; the incident itself stays. Raises NietGevonden when it was not coupled."""
    here = (pest_incident.c.pestzaak_id == zaak_id) & (pest_incident.c.incident_id == incident_id)
    if tx.connection.execute(delete(pest_incident).where(here)).rowcount == 0:
        raise NietGevonden


def incident_ids(rx: Rx, zaak_id: int) -> tuple[int, ...]:
    """The coupled incidents that are not in the prullenbak, the newest first."""
    query = (
        select(incident.c.id)
        .join(pest_incident, pest_incident.c.incident_id == incident.c.id)
        .where(pest_incident.c.pestzaak_id == zaak_id, incident.c.verwijderd_op.is_(None))
        .order_by(incident.c.datum.desc(), incident.c.tijd.desc(), incident.c.id.desc())
    )
    return tuple(rx.connection.execute(query).scalars())


def mogelijke_incident_ids(rx: Rx, zaak_id: int, hoeveel: int) -> tuple[int, ...]:
    """The newest incidents of somebody in the pestzaak that are not coupled to it."""
    people = select(pest_persoon.c.persoon_id).where(pest_persoon.c.pestzaak_id == zaak_id)
    coupled = select(pest_incident.c.incident_id).where(pest_incident.c.pestzaak_id == zaak_id)
    query = (
        select(incident.c.id)
        .join(incident_persoon, incident_persoon.c.incident_id == incident.c.id)
        .where(
            incident_persoon.c.persoon_id.in_(people), incident.c.verwijderd_op.is_(None), incident.c.id.not_in(coupled)
        )
        .group_by(incident.c.id)
        .order_by(incident.c.datum.desc(), incident.c.id.desc())
        .limit(hoeveel)
    )
    return tuple(rx.connection.execute(query).scalars())


def plaatsen(rx: Rx) -> tuple[tuple[int, date, str], ...]:
    """Of every coupled incident the pestzaak, the day and the place."""
    query = (
        select(pest_incident.c.pestzaak_id, incident.c.datum, incident.c.plaats)
        .join(incident, incident.c.id == pest_incident.c.incident_id)
        .where(incident.c.verwijderd_op.is_(None))
        .order_by(incident.c.datum, incident.c.id)
    )
    return tuple((row.pestzaak_id, row.datum, row.plaats) for row in rx.connection.execute(query))


# -- course


def voeg_verloop_toe(tx: Tx, zaak_id: int, op: date, soort: PestVerloop, tekst: str = "") -> None:
    """Add a line to the course."""
    tx.connection.execute(
        insert(pest_verloop).values(
            pestzaak_id=zaak_id, op=op, soort=soort.value, tekst=tekst, account_id=tx.account_id, vastgelegd_op=tx.now
        )
    )


def verloop(rx: Rx, zaak_id: int) -> tuple[PestVerloopRegel, ...]:
    """The course, oldest first."""
    line = pest_verloop.c
    query = select(line.op, line.soort, line.tekst, line.vastgelegd_op).where(line.pestzaak_id == zaak_id)
    rows = rx.connection.execute(query.order_by(line.op, line.id))
    return tuple(PestVerloopRegel(row.op, PestVerloop(row.soort), row.tekst, row.vastgelegd_op) for row in rows)


def raak(tx: Tx, zaak_id: int) -> None:
    """Something around it changed now: its own content and version stay."""
    tx.connection.execute(update(pestzaak).where(pestzaak.c.id == zaak_id).values(gewijzigd_op=tx.now))


# -- inside


def _touch(tx: Tx, zaak_id: int, versie: int | None, values: dict[str, Any]) -> None:
    here = update(pestzaak).where(pestzaak.c.id == zaak_id)
    if versie is not None:
        here = here.where(pestzaak.c.versie == versie)
    changed = tx.connection.execute(here.values(**values, versie=pestzaak.c.versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount == 0:
        there = tx.connection.execute(select(pestzaak.c.id).where(pestzaak.c.id == zaak_id)).first()
        raise IntussenVeranderd if there else NietGevonden


def _query() -> Select[Any]:
    return select(
        pestzaak,
        persoon.c.roepnaam,
        persoon.c.tussenvoegsel,
        persoon.c.achternaam,
        or_(persoon.c.vertrokken_op.is_not(None), persoon.c.verwijderd_op.is_not(None)).label("coordinator_weg"),
    ).outerjoin(persoon, persoon.c.id == pestzaak.c.coordinator_id)


def _lijst(rx: Rx, query: Select[Any], words: Sequence[str] = ()) -> tuple[Pestzaak, ...]:
    rows = rx.connection.execute(query).all()
    people = _personen(rx, [row.id for row in rows])
    made = ((_zaak(row, people.get(row.id, ())), row.zoektekst) for row in rows)
    return tuple(zaak for zaak, told in made if _says(zaak, told, words))


def _says(zaak: Pestzaak, told: str, words: Sequence[str]) -> bool:
    """Every word begins a word of what was told, or of a name or a group of today."""
    names = (f"{one.naam} {one.groep}" for one in zaak.personen)
    text = f"{told} {zoektekst(zaak.groep, *names)}" if words else ""
    return all(f" {word}" in text for word in words)


def _personen(rx: Rx, ids: Sequence[int]) -> dict[int, tuple[PestPersoon, ...]]:
    query = (
        select(
            pest_persoon,
            persoon.c.roepnaam,
            persoon.c.tussenvoegsel,
            persoon.c.achternaam,
            persoon.c.organisatie,
            persoon.c.soort,
            persoon.c.jaargroep,
            persoon.c.vertrokken_op,
            func.coalesce(groep.c.naam, "").label("groepsnaam"),
        )
        .join(persoon, persoon.c.id == pest_persoon.c.persoon_id)
        .outerjoin(groep, groep.c.id == persoon.c.groep_id)
        .where(pest_persoon.c.pestzaak_id.in_(ids))
        .order_by(persoon.c.sorteer, persoon.c.id)
    )
    order = {rol.value: number for number, rol in enumerate(PestRol)}
    found: dict[int, list[PestPersoon]] = {}
    for row in sorted(rx.connection.execute(query), key=lambda one: order[one.rol]):
        found.setdefault(row.pestzaak_id, []).append(_persoon(row))
    return {zaak_id: tuple(people) for zaak_id, people in found.items()}


def _persoon(row: Row[Any]) -> PestPersoon:
    naam = Naam(row.roepnaam, row.tussenvoegsel, row.achternaam)
    group = casus_groep(naam, row.groepsnaam, row.jaargroep) if row.soort == PersoonSoort.LEERLING.value else ""
    return PestPersoon(
        row.persoon_id, PestRol(row.rol), str(naam) or row.organisatie, row.roepnaam, group, PersoonSoort(row.soort),
        row.notitie, row.vertrokken_op is not None,
    )  # fmt: skip


def _zaak(row: Row[Any], people: tuple[PestPersoon, ...]) -> Pestzaak:
    return Pestzaak(
        id=row.id,
        versie=row.versie,
        status=PestStatus(row.status),
        gemeld_op=row.gemeld_op,
        melder=row.melder,
        coordinator_id=row.coordinator_id,
        coordinator=str(Naam(row.roepnaam or "", row.tussenvoegsel or "", row.achternaam or "")),
        casus_id=row.casus_id,
        inhoud=van_dict(PestInhoud, row.inhoud),
        personen=people,
        afgesloten_op=row.afgesloten_op,
        gewijzigd_op=row.gewijzigd_op,
        coordinator_weg=bool(row.coordinator_weg),
    )
