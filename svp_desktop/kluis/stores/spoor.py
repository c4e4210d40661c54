"""The trail as a list: ids by piece along the sequence, rows by window, and the names of today behind the ids.

No index stands behind a filter, so that a save pays for none: a whole trail of 300,000 lines is walked in about a
tenth of a second, in pieces that each hold the connection for some milliseconds.
"""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import casus_titel
from svp_desktop.domain.school import Naam
from svp_desktop.domain.spoor import GECONTROLEERD, Onderwerp, Waarover, codes_over
from svp_desktop.kluis.tables.kern import identiteit
from svp_desktop.kluis.transaction import Rx

# Lines that one reading looks through at most.
PIECE = 20_000


def _about(kind: Onderwerp, ids: str) -> str:
    """The condition that a line is about a record of this kind with one of these ids (SQL)."""
    known = ", ".join(f"'{code}'" for code in sorted(codes_over(kind)))
    return f"(actie IN ({known}) AND object_id IN ({ids}))"


# A casus has its actions and papers with it, a dossier its notes.
_PARTS = "SELECT CAST(id AS TEXT) FROM {} WHERE {} = CAST(:{} AS INTEGER)"
CONDITIONS = {
    "van": "op >= :van",
    "tot": "op < :tot",
    "account": "account_id = :account",
    "acties": "actie IN (SELECT value FROM json_each(:acties))",
    Onderwerp.INCIDENT.value: _about(Onderwerp.INCIDENT, ":incident"),
    Onderwerp.PERSOON.value: _about(Onderwerp.PERSOON, ":persoon"),
    Onderwerp.CASUS.value: "({} OR {} OR {})".format(
        _about(Onderwerp.CASUS, ":casus"),
        _about(Onderwerp.ACTIE, _PARTS.format("casus_actie", "casus_id", "casus")),
        _about(Onderwerp.PAPIER, _PARTS.format("papier", "casus_id", "casus")),
    ),
    Onderwerp.DOSSIER.value: "({} OR {})".format(
        _about(Onderwerp.DOSSIER, ":dossier"),
        _about(Onderwerp.AANTEKENING, _PARTS.format("aantekening", "dossier_id", "dossier")),
    ),
}
# Counted off and not reckoned: a sequence that was tampered with may have holes of any size.
_BOTTOM = f"SELECT volgnummer FROM spoor WHERE volgnummer < :boven ORDER BY volgnummer DESC LIMIT 1 OFFSET {PIECE - 1}"
# Above every sequence number.
TOP = 2**63 - 1
# As bytes, because what someone put there with another tool need not be text.
_SAID = ", ".join(f"CAST(s.{name} AS BLOB)" for name in ("op", "account_id", "actie", "object_id", "keten"))
_WINDOW = f"SELECT s.volgnummer, {_SAID} FROM json_each(:ids) j CROSS JOIN spoor s ON s.volgnummer = j.value"
REVIEW = f"SELECT volgnummer FROM spoor WHERE actie = '{GECONTROLEERD}' ORDER BY volgnummer DESC LIMIT 1"

Asked = Mapping[str, Any]


class Line(NamedTuple):
    """A line as it is stored."""

    sequence: int
    at: str
    account_id: str
    action: str
    object_id: str
    link: bytes


def piece(rx: Rx, asked: Asked, before: int = TOP) -> "tuple[array[int], int | None]":
    """The lines among the next `PIECE` below `before` that fit, newest first, and where to go on (None: at the end)."""
    bottom = rx.connection.exec_driver_sql(_BOTTOM, {"boven": before}).scalar()
    values = {**asked, "boven": before}
    conditions = ["volgnummer < :boven", *(CONDITIONS[name] for name in asked)]
    if bottom is not None:
        conditions.append("volgnummer >= :onder")
        values["onder"] = bottom
    found = rx.connection.exec_driver_sql(statement(conditions), values).all()
    return array("q", [row[0] for row in found]), bottom


def statement(conditions: Sequence[str]) -> str:
    """The question for one piece."""
    return f"SELECT volgnummer FROM spoor WHERE {' AND '.join(conditions)} ORDER BY volgnummer DESC"


def lines(rx: Rx, ids: Sequence[int]) -> list[Line]:
    """The lines with these sequence numbers, in that order; those that are gone are left out."""
    rows = rx.connection.exec_driver_sql(_WINDOW, {"ids": f"[{','.join(map(str, ids))}]"}).all()
    found = {row[0]: _line(*row) for row in rows}
    return [found[id_] for id_ in ids if id_ in found]


def _line(sequence: int, at: bytes, account_id: bytes, action: bytes, object_id: bytes, link: bytes) -> Line:
    return Line(sequence, _text(at), _text(account_id), _text(action), _text(object_id), link)


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def last_review(rx: Rx) -> Line | None:
    """The newest line of a monthly review."""
    newest = rx.connection.exec_driver_sql(REVIEW).scalar()
    return None if newest is None else lines(rx, [newest])[0]


def made_at(rx: Rx) -> datetime:
    """When this compartment was made."""
    made: datetime = rx.connection.execute(select(identiteit.c.gemaakt_op)).scalar_one()
    return made


def titles(rx: Rx, soort: Onderwerp, ids: Collection[str], *, school: bool) -> dict[str, Waarover]:
    """What the records of this kind are called today, in the compartment that holds them; gone ones are left out."""
    numbers = [int(id_) for id_ in ids if id_.isascii() and id_.isdigit() and len(id_) < 19]
    if soort not in _TITLES or not numbers or school == (soort in _IN_DOSSIERS):
        return {}
    question, say = _TITLES[soort]
    rows = rx.connection.exec_driver_sql(question, {"ids": f"[{','.join(map(str, numbers))}]"})
    return {str(row[0]): say(*row) for row in rows}


def _incident(id_: int, number: str, gone: str | None) -> Waarover:
    return Waarover(f"Incident {number}" + (" (prullenbak)" if gone else ""), "incident", id_)


def _casus(id_: int, first: str | None, between: str, last: str, group: str | None) -> Waarover:
    return Waarover(f"Casus {_of(first, between, last, group)}", "casus", id_)


def _actie(_id: int, action: str, casus_id: int, *who: Any) -> Waarover:
    known = ACTIE_VAN_CODE.get(action)
    return Waarover(f"{known.kort if known else action}, casus {_of(*who)}", "casus", casus_id)


def _papier(id_: int, title: str, *who: Any) -> Waarover:
    return Waarover(f"{title}, casus {_of(*who)}", "papier", id_)


def _persoon(id_: int, first: str, between: str, last: str, gone: str | None) -> Waarover:
    name = str(Naam(first, between, last))
    return Waarover(f"{name} (verwijderd)") if gone else Waarover(name, "persoon", id_)


def _pestzaak(id_: int) -> Waarover:
    return Waarover(f"Pestzaak {id_}")


def _groep(_id: int, name: str) -> Waarover:
    return Waarover(f"Groep {name}")


def _dossier(id_: int, name: str) -> Waarover:
    return Waarover(f"Dossier {name}", "dossier", id_)


def _aantekening(_id: int, dossier_id: int, name: str) -> Waarover:
    return _dossier(dossier_id, name)


def _of(first: str | None, between: str, last: str, group: str | None) -> str:
    return casus_titel(None if first is None else Naam(first, between, last), group or "")


_ASKED = "FROM json_each(:ids) j CROSS JOIN"
_WHO = "p.roepnaam, p.tussenvoegsel, p.achternaam, g.naam"
_PEOPLE = "LEFT JOIN persoon p ON p.id = c.leerling_id LEFT JOIN groep g ON g.id = c.groep_id"
_IN_DOSSIERS = frozenset({Onderwerp.DOSSIER, Onderwerp.AANTEKENING})
_TITLES: dict[Onderwerp, tuple[str, Callable[..., Waarover]]] = {
    Onderwerp.INCIDENT: (
        "SELECT i.id, printf('%04d-%04d', i.jaar, i.volgnummer), i.verwijderd_op"
        f" {_ASKED} incident i ON i.id = j.value",
        _incident,
    ),
    Onderwerp.CASUS: (f"SELECT c.id, {_WHO} {_ASKED} casus c ON c.id = j.value {_PEOPLE}", _casus),
    Onderwerp.PESTZAAK: (f"SELECT z.id {_ASKED} pestzaak z ON z.id = j.value", _pestzaak),
    Onderwerp.ACTIE: (
        f"SELECT a.id, a.actie, a.casus_id, {_WHO}"
        f" {_ASKED} casus_actie a ON a.id = j.value JOIN casus c ON c.id = a.casus_id {_PEOPLE}",
        _actie,
    ),
    Onderwerp.PAPIER: (
        f"SELECT r.id, r.titel, {_WHO} {_ASKED} papier r ON r.id = j.value JOIN casus c ON c.id = r.casus_id {_PEOPLE}",
        _papier,
    ),
    Onderwerp.PERSOON: (
        f"SELECT p.id, p.roepnaam, p.tussenvoegsel, p.achternaam, p.verwijderd_op {_ASKED} persoon p ON p.id = j.value",
        _persoon,
    ),
    Onderwerp.DOSSIER: (f"SELECT d.id, d.naam {_ASKED} dossier d ON d.id = j.value", _dossier),
    Onderwerp.AANTEKENING: (
        f"SELECT a.id, a.dossier_id, d.naam {_ASKED} aantekening a ON a.id = j.value"
        " JOIN dossier d ON d.id = a.dossier_id",
        _aantekening,
    ),
    Onderwerp.GROEP: (f"SELECT g.id, g.naam {_ASKED} groep g ON g.id = j.value", _groep),
}
