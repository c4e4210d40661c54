"""The list of meldcode dossiers, its search, and the school's own wording."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from svp_desktop.domain.aantekeningen import DossierAantallen, dossier_nummer
from svp_desktop.domain.meldcode import MeldcodeRegel
from svp_desktop.domain.meldcode_woorden import EigenTekst
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores.meldcode import Wie
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.tables.meldcode import meldcode_kop, meldcode_stap, meldcode_stuk, meldcode_tekst
from svp_desktop.kluis.transaction import Rx, Tx

_SEARCHED = (
    (aantekening, aantekening.c.verwijderd_op.is_(None)),
    (meldcode_stuk, meldcode_stuk.c.verwijderd_op.is_(None)),
    (meldcode_stap, None),
    (meldcode_kop, None),
)


def regels(rx: Rx, words: Sequence[str], *, gesloten: bool) -> tuple[MeldcodeRegel, ...]:
    """The running or the closed dossiers that the words leave, the newest number first."""
    query = select(dossier).where(_closed(gesloten), *_matches(words))
    rows = rx.connection.execute(query.order_by(dossier.c.jaar.desc(), dossier.c.volgnummer.desc())).all()
    steps, terms = _steps(rx), _terms(rx)
    return tuple(
        MeldcodeRegel(
            row.id,
            dossier_nummer(row.jaar, row.volgnummer),
            row.naam,
            row.groep,
            row.geopend_op,
            row.gesloten_op,
            steps.get(row.id, 1),
            terms.get(row.id),
        )
        for row in rows
    )


def aantallen(rx: Rx, words: Sequence[str]) -> DossierAantallen:
    """How many running and closed dossiers the words leave."""
    query = select(func.count()).select_from(dossier).where(*_matches(words))
    running, closed = (int(rx.connection.execute(query.where(_closed(on))).scalar_one()) for on in (False, True))
    return DossierAantallen(running, closed)


def gesloten(rx: Rx) -> list[tuple[int, int, int, date]]:
    """Every closed dossier that was not destroyed: id, year, number, and the day on which it was closed."""
    query = select(dossier.c.id, dossier.c.jaar, dossier.c.volgnummer, dossier.c.gesloten_op)
    query = query.where(_closed(True), dossier.c.naam != "")
    return [(row.id, row.jaar, row.volgnummer, row.gesloten_op) for row in rx.connection.execute(query)]


def _steps(rx: Rx) -> dict[int, int]:
    """The step in hand of each dossier: the first of which the last round is not finished."""
    table = meldcode_stap.c
    query = select(table.dossier_id, table.stap, table.afgerond_op).order_by(table.dossier_id, table.stap, table.ronde)
    last: dict[int, dict[int, bool]] = {}
    for row in rx.connection.execute(query):
        last.setdefault(row.dossier_id, {})[row.stap] = row.afgerond_op is not None
    return {one: next((step for step in range(1, 5) if not done.get(step)), 5) for one, done in last.items()}


def _terms(rx: Rx) -> dict[int, date]:
    """The first day on which something waits in each dossier."""
    table = meldcode_stuk.c
    query = (
        select(table.dossier_id, table.datum, table.tot)
        .where(table.klaar_op.is_(None), table.verwijderd_op.is_(None))
        .order_by(func.coalesce(table.tot, table.datum).desc())
    )
    return {row.dossier_id: row.tot or row.datum for row in rx.connection.execute(query)}


def _closed(gesloten: bool) -> ColumnElement[bool]:
    return dossier.c.gesloten_op.is_not(None) if gesloten else dossier.c.gesloten_op.is_(None)


def _matches(words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Every word begins a word of the dossier or of something in it; `instr` knows no wildcards."""
    return [_match(word) for word in words]


def _match(word: str) -> ColumnElement[bool]:
    found: Any = func.instr(dossier.c.zoektekst, f" {word}") > 0
    for table, kept in _SEARCHED:
        inside = exists().where(table.c.dossier_id == dossier.c.id, func.instr(table.c.zoektekst, f" {word}") > 0)
        found = found | (inside if kept is None else inside.where(kept))
    return found  # type: ignore[no-any-return]


# Wording


def teksten(rx: Rx, wie: Wie) -> dict[str, EigenTekst]:
    """The school's own wordings by code."""
    rows = rx.connection.execute(select(meldcode_tekst))
    return {row.code: EigenTekst(row.tekst, wie.lokaal(row.gewijzigd_op), wie.naam(row.account_id)) for row in rows}


def zet_tekst(tx: Tx, nummer: int, code: str, tekst: str | None) -> None:
    """An own wording, or None for that of the plan; `nummer` is its place in the table of wordings."""
    if tekst is None:
        tx.connection.execute(delete(meldcode_tekst).where(meldcode_tekst.c.code == code))
    else:
        values = {"tekst": tekst, "account_id": tx.account_id, "gewijzigd_op": tx.now}
        query = insert(meldcode_tekst).values(code=code, **values)
        tx.connection.execute(query.on_conflict_do_update(index_elements=["code"], set_=values))
    versions.keep(tx, "meldcode_tekst", nummer, {"code": code, "tekst": tekst})
