"""Dossiers and their notes as rows, in the one compartment that holds them. Works the same in both kinds."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, exists, func, insert, select, update

from svp_desktop.domain.aantekeningen import (
    AantekeningInhoud,
    Aard,
    Dossier,
    DossierAantallen,
    DossierDraft,
    DossierRegel,
    dossier_nummer,
)
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.transaction import Rx, Tx

_NOTE, _DOSSIER = "aantekening", "dossier"
_searched = aantekening.alias("gezocht")
#: Where a word may stand beside a dossier and its notes.
Ook = Callable[[str], ColumnElement[bool]]
_KEPT = (aantekening.c.dossier_id == dossier.c.id) & aantekening.c.verwijderd_op.is_(None)


class Notitie(NamedTuple):
    """A note as its row says it: accounts by id, moments in UTC. `eerder`: what stood there before, oldest first."""

    id: int
    dossier_id: int
    versie: int
    inhoud: AantekeningInhoud
    vastgelegd_op: datetime
    account_id: str
    verwijderd_op: datetime | None
    eerder: tuple[versions.Version, ...]


# Dossiers


def open_dossier(tx: Tx, draft: DossierDraft, today: date, gebruikt: int = 0) -> int:
    """A new dossier under the next number of its year, after `gebruikt`; returns the id."""
    highest = select(func.coalesce(func.max(dossier.c.volgnummer), 0)).where(dossier.c.jaar == today.year)
    number = max(int(tx.connection.execute(highest).scalar_one()), gebruikt) + 1
    values = _subject(draft, dossier_nummer(today.year, number)) | {
        "uuid": str(uuid.uuid4()),
        "jaar": today.year,
        "volgnummer": number,
        "geopend_op": today,
        "account_id": tx.account_id,
        "gewijzigd_op": tx.now,
    }
    dossier_id = int(tx.connection.execute(insert(dossier).values(values).returning(dossier.c.id)).scalar_one())
    versions.keep(tx, _DOSSIER, dossier_id, _content(draft))
    return dossier_id


def lees_dossier(rx: Rx, dossier_id: int) -> Dossier:
    """One dossier. Raises NietGevonden."""
    row = rx.connection.execute(select(dossier).where(dossier.c.id == dossier_id)).first()
    if row is None:
        raise NietGevonden
    return Dossier(
        id=row.id,
        nummer=dossier_nummer(row.jaar, row.volgnummer),
        naam=row.naam,
        groep=row.groep,
        persoon_uuid=row.persoon_uuid,
        geopend_op=row.geopend_op,
        gesloten_op=row.gesloten_op,
    )


def wijzig_dossier(tx: Tx, dossier_id: int, draft: DossierDraft) -> None:
    """Another name or group; what stood there stays as a version. Raises NietGevonden."""
    number = lees_dossier(tx, dossier_id).nummer
    values = _subject(draft, number) | {"gewijzigd_op": tx.now}
    tx.connection.execute(update(dossier).where(dossier.c.id == dossier_id).values(values))
    versions.keep(tx, _DOSSIER, dossier_id, _content(draft))


def zet_gesloten(tx: Tx, dossier_id: int, day: date | None) -> None:
    """Close a dossier on this day, or let it run again. Raises NietGevonden."""
    query = update(dossier).where(dossier.c.id == dossier_id).values(gesloten_op=day, gewijzigd_op=tx.now)
    if tx.connection.execute(query).rowcount != 1:
        raise NietGevonden


def regels(rx: Rx, words: Sequence[str], *, gesloten: bool, ook: Ook | None = None) -> tuple[DossierRegel, ...]:
    """The running or the closed dossiers that the words leave, the one with the newest note first.

    `ook` says of a word where else it may stand.
    """
    count = func.count(aantekening.c.id)
    latest = func.max(aantekening.c.datum)
    query = (
        select(
            dossier.c.id,
            dossier.c.jaar,
            dossier.c.volgnummer,
            dossier.c.naam,
            dossier.c.groep,
            dossier.c.geopend_op,
            dossier.c.gesloten_op,
            count.label("aantal"),
            latest.label("laatste"),
        )
        .outerjoin(aantekening, _KEPT)
        .where(_closed(gesloten), *_matches(words, ook))
        .group_by(dossier.c.id)
        .order_by(func.coalesce(latest, dossier.c.geopend_op).desc(), dossier.c.id.desc())
    )
    return tuple(
        DossierRegel(
            row.id, dossier_nummer(row.jaar, row.volgnummer), row.naam, row.groep, row.geopend_op, row.gesloten_op,
            row.aantal, row.laatste,
        )
        for row in rx.connection.execute(query)
    )  # fmt: skip


def aantallen(rx: Rx, words: Sequence[str], ook: Ook | None = None) -> DossierAantallen:
    """How many running and closed dossiers the words leave."""
    query = select(func.count()).select_from(dossier).where(*_matches(words, ook))
    running, closed = (
        int(rx.connection.execute(query.where(_closed(gesloten))).scalar_one()) for gesloten in (False, True)
    )
    return DossierAantallen(running, closed)


# Notes


def aantekeningen(rx: Rx, dossier_id: int) -> tuple[Notitie, ...]:
    """Every note of a dossier, those that were taken away too: by day and time, the newest first."""
    query = (
        select(aantekening)
        .where(aantekening.c.dossier_id == dossier_id)
        .order_by(aantekening.c.datum.desc(), aantekening.c.tijd.desc(), aantekening.c.id.desc())
    )
    return tuple(_note(rx, row) for row in rx.connection.execute(query).all())


def aantekening_van(rx: Rx, note_id: int) -> Notitie:
    """One note, also one that was taken away. Raises NietGevonden."""
    row = rx.connection.execute(select(aantekening).where(aantekening.c.id == note_id)).first()
    if row is None:
        raise NietGevonden
    return _note(rx, row)


def voeg_toe(tx: Tx, dossier_id: int, inhoud: AantekeningInhoud) -> int:
    """A new note; returns its id."""
    values = _values(inhoud) | {
        "dossier_id": dossier_id,
        "versie": 1,
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    query = insert(aantekening).values(values).returning(aantekening.c.id)
    note_id = int(tx.connection.execute(query).scalar_one())
    versions.keep(tx, _NOTE, note_id, _plain(inhoud))
    return note_id


def wijzig(tx: Tx, note_id: int, inhoud: AantekeningInhoud, versie: int) -> None:
    """Correct version `versie` of a note; what stood there stays as a version. Raises IntussenVeranderd."""
    query = (
        update(aantekening)
        .where(aantekening.c.id == note_id, aantekening.c.versie == versie, aantekening.c.verwijderd_op.is_(None))
        .values(**_values(inhoud), versie=versie + 1, account_id=tx.account_id, vastgelegd_op=tx.now)
    )
    if tx.connection.execute(query).rowcount != 1:
        raise IntussenVeranderd
    versions.keep(tx, _NOTE, note_id, _plain(inhoud))


def zet_verwijderd(tx: Tx, note_id: int, at: datetime | None) -> bool:
    """Take a note away (a moment) or put it back (None); False when nothing changed."""
    there = aantekening.c.verwijderd_op.is_(None) if at is not None else aantekening.c.verwijderd_op.is_not(None)
    query = update(aantekening).where(aantekening.c.id == note_id, there).values(verwijderd_op=at)
    return tx.connection.execute(query).rowcount == 1


def inhoud_van(content: dict[str, Any]) -> AantekeningInhoud:
    """The content of a kept version."""
    return AantekeningInhoud(
        datum=date.fromisoformat(content["datum"]),
        tijd=_time(content["tijd"]),
        met_wie=content["met_wie"],
        aard=_aard(content["aard"]),
        tekst=content["tekst"],
    )


# Inside


def _closed(gesloten: bool) -> ColumnElement[bool]:
    return dossier.c.gesloten_op.is_not(None) if gesloten else dossier.c.gesloten_op.is_(None)


def _matches(words: Sequence[str], ook: Ook | None) -> list[ColumnElement[bool]]:
    """Every word begins a word of the dossier or of one of its notes; `instr` knows no wildcards."""
    found: list[ColumnElement[bool]] = []
    for word in words:
        there = (func.instr(dossier.c.zoektekst, f" {word}") > 0) | exists().where(
            _searched.c.dossier_id == dossier.c.id,
            _searched.c.verwijderd_op.is_(None),
            func.instr(_searched.c.zoektekst, f" {word}") > 0,
        )
        found.append(there if ook is None else there | ook(word))
    return found


def _subject(draft: DossierDraft, number: str) -> dict[str, Any]:
    return _content(draft) | {"zoektekst": " " + zoektekst(draft.naam, draft.groep, number)}


def _content(draft: DossierDraft) -> dict[str, Any]:
    return {"naam": draft.naam, "groep": draft.groep, "persoon_uuid": draft.persoon_uuid}


def _plain(inhoud: AantekeningInhoud) -> dict[str, Any]:
    """The content in JSON values."""
    return {
        "datum": inhoud.datum.isoformat(),
        "tijd": inhoud.tijd.strftime("%H:%M") if inhoud.tijd else "",
        "met_wie": inhoud.met_wie,
        "aard": inhoud.aard.value if inhoud.aard else "",
        "tekst": inhoud.tekst,
    }


def _values(inhoud: AantekeningInhoud) -> dict[str, Any]:
    found = " " + zoektekst(inhoud.met_wie, inhoud.tekst)
    return _plain(inhoud) | {"datum": inhoud.datum, "zoektekst": found}


def _note(rx: Rx, row: Row[Any]) -> Notitie:
    earlier = versions.history(rx, _NOTE, row.id)[:-1] if row.versie > 1 else ()
    inhoud = AantekeningInhoud(row.datum, _time(row.tijd), row.met_wie, _aard(row.aard), row.tekst)
    return Notitie(
        row.id, row.dossier_id, row.versie, inhoud, row.vastgelegd_op, row.account_id, row.verwijderd_op, earlier
    )


def _time(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _aard(code: str) -> Aard | None:
    return Aard(code) if code else None
