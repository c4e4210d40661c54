"""What is done in a pestzaak as rows: tests, signals, steps, checks and who does what to whom (93-99, 107, 108)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Row, Table, delete, insert, select, update

from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.pest_aanpak import Stap, StapInhoud, StapSoort
from svp_desktop.domain.pest_nazorg import Check, CheckAntwoord, CheckInhoud
from svp_desktop.domain.pest_netwerk import Relatie, RelatieDraft
from svp_desktop.domain.pest_signalen import Signaal, Signaallijst
from svp_desktop.domain.pest_toets import Toets, ToetsInhoud, Uitkomst
from svp_desktop.domain.pestzaak import PestStatus
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.school import Naam
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.personen import persoon
from svp_desktop.kluis.tables.pesten import pest_check, pest_relatie, pest_signaal, pest_stap, pest_toets, pestzaak
from svp_desktop.kluis.transaction import Rx, Tx

R = TypeVar("R")


# -- tests


def voeg_toets_toe(
    tx: Tx, zaak_id: int, datum: date, uitkomst: Uitkomst, inhoud: ToetsInhoud, hertoets_op: date | None
) -> int:
    """A new test; returns its id."""
    values = {
        "pestzaak_id": zaak_id,
        "datum": datum,
        "uitkomst": uitkomst.value,
        "inhoud": naar_dict(inhoud),
        "hertoets_op": hertoets_op,
        "account_id": tx.account_id,
        "gemaakt_op": tx.now,
    }
    return int(tx.connection.execute(insert(pest_toets).values(values)).lastrowid)


def toetsen(rx: Rx, zaak_id: int) -> tuple[Toets, ...]:
    """The tests, oldest first."""
    return _of(rx, pest_toets, pest_toets.c.pestzaak_id == zaak_id, _toets, pest_toets.c.datum)


def laatste_toetsen(rx: Rx) -> dict[int, Toets]:
    """The last test of every pestzaak that has one."""
    query = select(pest_toets).where(pest_toets.c.verwijderd_op.is_(None)).order_by(pest_toets.c.datum, pest_toets.c.id)
    return {row.pestzaak_id: _toets(row) for row in rx.connection.execute(query)}


def _toets(row: Row[Any]) -> Toets:
    return Toets(row.id, row.datum, Uitkomst(row.uitkomst), van_dict(ToetsInhoud, row.inhoud), row.hertoets_op)


# -- signals


def voeg_signalen_toe(tx: Tx, zaak_id: int, signalen: Iterable[Signaal]) -> tuple[int, ...]:
    """New signals (their ids are ignored); returns the ids."""
    return tuple(
        int(
            tx.connection.execute(
                insert(pest_signaal).values(
                    pestzaak_id=zaak_id,
                    persoon_id=item.persoon_id,
                    lijst=item.lijst.value,
                    signaal=item.signaal,
                    datum=item.datum,
                    gezien_door=item.gezien_door,
                    notitie=item.notitie,
                    gemaakt_op=tx.now,
                )
            ).lastrowid
        )
        for item in signalen
    )


def signalen(rx: Rx, zaak_id: int) -> tuple[Signaal, ...]:
    """Everything that was seen, oldest first."""
    return _of(rx, pest_signaal, pest_signaal.c.pestzaak_id == zaak_id, _signaal, pest_signaal.c.datum)


def _signaal(row: Row[Any]) -> Signaal:
    return Signaal(
        row.id, row.persoon_id, Signaallijst(row.lijst), row.signaal, row.datum, row.gezien_door, row.notitie
    )


# -- steps


def voeg_stap_toe(tx: Tx, zaak_id: int, inhoud: StapInhoud, bron: str = "") -> int:
    """A new step; returns its id."""
    values = _step_values(inhoud) | {
        "pestzaak_id": zaak_id,
        "versie": 1,
        "bron": bron,
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    step = int(tx.connection.execute(insert(pest_stap).values(values)).lastrowid)
    versions.keep(tx, "peststap", step, naar_dict(inhoud))
    return step


def wijzig_stap(tx: Tx, stap_id: int, inhoud: StapInhoud, versie: int) -> None:
    """Put the content in place of version `versie`. Raises IntussenVeranderd, NietGevonden."""
    _change(tx, pest_stap, stap_id, versie, _step_values(inhoud))
    versions.keep(tx, "peststap", stap_id, naar_dict(inhoud))


def zet_stap_gedaan(tx: Tx, stap_id: int, gedaan_op: date | None) -> None:
    """Done on this day, or open again. Raises NietGevonden."""
    _change(tx, pest_stap, stap_id, None, {"gedaan_op": gedaan_op})


def stap(rx: Rx, stap_id: int) -> Stap:
    """One step, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(_steps().where(pest_stap.c.id == stap_id)).first()
    if row is None:
        raise NietGevonden
    return _stap(row)


def stappen(rx: Rx, zaak_id: int) -> tuple[Stap, ...]:
    """The steps of a pestzaak by day."""
    query = _steps().where(pest_stap.c.pestzaak_id == zaak_id, pest_stap.c.verwijderd_op.is_(None))
    return tuple(map(_stap, rx.connection.execute(query.order_by(pest_stap.c.datum, pest_stap.c.id))))


def open_stappen(rx: Rx) -> tuple[Stap, ...]:
    """Every step of a pestzaak that runs which is not done, by day."""
    query = (
        _steps()
        .join(pestzaak, pestzaak.c.id == pest_stap.c.pestzaak_id)
        .where(
            pest_stap.c.gedaan_op.is_(None),
            pest_stap.c.verwijderd_op.is_(None),
            pestzaak.c.status != PestStatus.AFGESLOTEN.value,
        )
    )
    return tuple(map(_stap, rx.connection.execute(query.order_by(pest_stap.c.datum, pest_stap.c.id))))


def _steps() -> Any:
    name = (persoon.c.roepnaam, persoon.c.tussenvoegsel, persoon.c.achternaam, persoon.c.noemnaam)
    return select(pest_stap, *name).outerjoin(persoon, persoon.c.id == pest_stap.c.eigenaar_id)


def _step_values(inhoud: StapInhoud) -> dict[str, Any]:
    return {
        "soort": inhoud.soort.value,
        "omschrijving": inhoud.omschrijving,
        "met_wie": inhoud.met_wie,
        "eigenaar_id": inhoud.eigenaar_id,
        "datum": inhoud.datum,
        "gedaan_op": inhoud.gedaan_op,
        "notitie": inhoud.notitie,
    }


def _stap(row: Row[Any]) -> Stap:
    name = row.noemnaam or str(Naam(row.roepnaam or "", row.tussenvoegsel or "", row.achternaam or ""))
    content = StapInhoud(
        StapSoort(row.soort), row.omschrijving, row.met_wie, row.eigenaar_id, row.datum, row.gedaan_op, row.notitie
    )
    return Stap(row.id, row.pestzaak_id, row.versie, row.bron, name, content)


# -- checks


def plan_check(tx: Tx, zaak_id: int, gepland_op: date, weken: int) -> int:
    """A check that is still to be held; returns its id."""
    values = {
        "pestzaak_id": zaak_id,
        "versie": 1,
        "gepland_op": gepland_op,
        "nagekomen": "",
        "gestopt": "",
        "inhoud": naar_dict(CheckInhoud(weken=weken)),
        "gemaakt_op": tx.now,
        "gewijzigd_op": tx.now,
    }
    return int(tx.connection.execute(insert(pest_check).values(values)).lastrowid)


def houd_check(
    tx: Tx,
    check_id: int,
    versie: int,
    gehouden_op: date,
    antwoorden: tuple[CheckAntwoord, CheckAntwoord],
    inhoud: CheckInhoud,
) -> None:
    """What the child said; `antwoorden` are nagekomen and gestopt. Raises IntussenVeranderd, NietGevonden."""
    values = {
        "gehouden_op": gehouden_op,
        "nagekomen": antwoorden[0].value,
        "gestopt": antwoorden[1].value,
        "inhoud": naar_dict(inhoud),
    }
    _change(tx, pest_check, check_id, versie, values)
    kept = {"gehouden_op": gehouden_op.isoformat(), "nagekomen": antwoorden[0].value, "gestopt": antwoorden[1].value}
    versions.keep(tx, "pestcheck", check_id, kept | {"inhoud": naar_dict(inhoud)})


def verzet_check(tx: Tx, check_id: int, gepland_op: date) -> None:
    """Plan a check on another day. Raises NietGevonden."""
    _change(tx, pest_check, check_id, None, {"gepland_op": gepland_op})


def check(rx: Rx, check_id: int) -> Check:
    """One check, also one in the prullenbak. Raises NietGevonden."""
    row = rx.connection.execute(select(pest_check).where(pest_check.c.id == check_id)).first()
    if row is None:
        raise NietGevonden
    return _check(row)


def checks(rx: Rx, zaak_id: int) -> tuple[Check, ...]:
    """The checks of a pestzaak by their planned day."""
    return _of(rx, pest_check, pest_check.c.pestzaak_id == zaak_id, _check, pest_check.c.gepland_op)


def alle_checks(rx: Rx) -> dict[int, tuple[Check, ...]]:
    """The checks of every pestzaak."""
    query = (
        select(pest_check)
        .where(pest_check.c.verwijderd_op.is_(None))
        .order_by(pest_check.c.gepland_op, pest_check.c.id)
    )
    found: dict[int, list[Check]] = {}
    for row in rx.connection.execute(query):
        found.setdefault(row.pestzaak_id, []).append(_check(row))
    return {zaak_id: tuple(items) for zaak_id, items in found.items()}


def _check(row: Row[Any]) -> Check:
    return Check(
        row.id,
        row.pestzaak_id,
        row.versie,
        row.gepland_op,
        row.gehouden_op,
        CheckAntwoord(row.nagekomen) if row.nagekomen else None,
        CheckAntwoord(row.gestopt) if row.gestopt else None,
        van_dict(CheckInhoud, row.inhoud),
        row.gewijzigd_op,
    )


# -- who does what to whom


def zet_relaties(tx: Tx, zaak_id: int, relaties: Sequence[RelatieDraft]) -> None:
    """Let exactly these stand in the picture."""
    tx.connection.execute(delete(pest_relatie).where(pest_relatie.c.pestzaak_id == zaak_id))
    rows = [
        {
            "pestzaak_id": zaak_id,
            "van_id": item.van_id,
            "naar_id": item.naar_id,
            "wat": item.wat,
            "helpt": item.helpt,
        }
        for item in relaties
    ]
    if rows:
        tx.connection.execute(insert(pest_relatie), rows)


def relaties(rx: Rx, zaak_id: int) -> tuple[Relatie, ...]:
    """The picture as somebody put it down."""
    query = select(pest_relatie).where(pest_relatie.c.pestzaak_id == zaak_id).order_by(pest_relatie.c.id)
    return tuple(Relatie(row.id, row.van_id, row.naar_id, row.wat, row.helpt) for row in rx.connection.execute(query))


# -- what they have alike


def zet_toets_verwijderd(tx: Tx, toets_id: int, *, verwijderd: bool) -> int:
    """Into the prullenbak or out of it; returns the pestzaak. Raises NietGevonden when nothing changed."""
    return _bin(tx, pest_toets, toets_id, verwijderd)


def zet_signaal_verwijderd(tx: Tx, signaal_id: int, *, verwijderd: bool) -> int:
    """Into the prullenbak or out of it; returns the pestzaak. Raises NietGevonden when nothing changed."""
    return _bin(tx, pest_signaal, signaal_id, verwijderd)


def zet_stap_verwijderd(tx: Tx, stap_id: int, *, verwijderd: bool) -> int:
    """Into the prullenbak or out of it; returns the pestzaak. Raises NietGevonden when nothing changed."""
    return _bin(tx, pest_stap, stap_id, verwijderd)


def zet_check_verwijderd(tx: Tx, check_id: int, *, verwijderd: bool) -> int:
    """Into the prullenbak or out of it; returns the pestzaak. Raises NietGevonden when nothing changed."""
    return _bin(tx, pest_check, check_id, verwijderd)


def _bin(tx: Tx, table: Table, record: int, gone: bool) -> int:
    there = table.c.verwijderd_op.is_(None) if gone else table.c.verwijderd_op.is_not(None)
    query = update(table).where(table.c.id == record, there).values(verwijderd_op=tx.now if gone else None)
    row = tx.connection.execute(query.returning(table.c.pestzaak_id)).first()
    if row is None:
        raise NietGevonden
    return int(row.pestzaak_id)


def _change(tx: Tx, table: Table, record: int, versie: int | None, values: dict[str, Any]) -> None:
    there = (table.c.id == record) & table.c.verwijderd_op.is_(None)
    query = update(table).where(there)
    if versie is not None:
        query = query.where(table.c.versie == versie)
    changed = tx.connection.execute(query.values(**values, versie=table.c.versie + 1, gewijzigd_op=tx.now))
    if changed.rowcount != 1:
        raise IntussenVeranderd if tx.connection.execute(select(table.c.id).where(there)).first() else NietGevonden


def _of(
    rx: Rx, table: Table, which: ColumnElement[bool], make: Callable[[Row[Any]], R], order: ColumnElement[Any]
) -> tuple[R, ...]:
    query = select(table).where(which, table.c.verwijderd_op.is_(None)).order_by(order, table.c.id)
    return tuple(make(row) for row in rx.connection.execute(query))
