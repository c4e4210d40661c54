"""Own work, jaarverslagen, destruction and hand-over as rows of a private file, and what a school year counts."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, cast, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from svp_desktop.domain.aantekeningen import dossier_nummer
from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.vertrouwelijk_jaar import (
    Gesloten,
    JaarTellingen,
    JaarverslagInhoud,
    Telregel,
    jaar_grenzen,
)
from svp_desktop.domain.vertrouwenswerk import Geleding, WerkInhoud, WerkSoort, ZaakStapSoort
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.tables.vertrouwelijk import (
    afloop,
    jaarverslag,
    overdracht,
    vernietiging,
    werk,
    zaak,
    zaakstap,
)
from svp_desktop.kluis.transaction import Rx, Tx

_WERK = "werk"
_STEPS = zaakstap.join(aantekening, zaakstap.c.aantekening_id == aantekening.c.id)


class WerkRij(NamedTuple):
    """A line of work as its row says it."""

    id: int
    versie: int
    inhoud: WerkInhoud
    vastgelegd_op: datetime
    account_id: str


class JaarRij(NamedTuple):
    """A report as its row says it."""

    inhoud: JaarverslagInhoud
    vastgesteld_op: datetime | None


# Own work


def werk_van(rx: Rx, eerste: date, laatste: date) -> tuple[WerkRij, ...]:
    """The work of these days, the newest first; what was taken away is left out."""
    query = (
        select(werk)
        .where(werk.c.datum.between(eerste, laatste), werk.c.verwijderd_op.is_(None))
        .order_by(werk.c.datum.desc(), werk.c.id.desc())
    )
    return tuple(
        WerkRij(row.id, row.versie, van_dict(WerkInhoud, row.inhoud), row.vastgelegd_op, row.account_id)
        for row in rx.connection.execute(query)
    )


def voeg_werk_toe(tx: Tx, inhoud: WerkInhoud) -> int:
    """A new line of work; returns its id."""
    values = _work(tx, inhoud) | {"versie": 1}
    werk_id = int(tx.connection.execute(insert(werk).values(values).returning(werk.c.id)).scalar_one())
    versions.keep(tx, _WERK, werk_id, naar_dict(inhoud))
    return werk_id


def wijzig_werk(tx: Tx, werk_id: int, inhoud: WerkInhoud, versie: int) -> None:
    """Correct version `versie`; what stood there stays as a version. Raises IntussenVeranderd."""
    there = (werk.c.id == werk_id) & (werk.c.versie == versie) & werk.c.verwijderd_op.is_(None)
    done = tx.connection.execute(update(werk).where(there).values(**_work(tx, inhoud), versie=versie + 1))
    if done.rowcount != 1:
        raise IntussenVeranderd
    versions.keep(tx, _WERK, werk_id, naar_dict(inhoud))


def zet_werk_weg(tx: Tx, werk_id: int, at: datetime | None) -> None:
    """Take a line away (a moment) or put it back (None). Raises NietGevonden."""
    there = werk.c.verwijderd_op.is_(None) if at is not None else werk.c.verwijderd_op.is_not(None)
    if tx.connection.execute(update(werk).where(werk.c.id == werk_id, there).values(verwijderd_op=at)).rowcount != 1:
        raise NietGevonden


def _work(tx: Tx, inhoud: WerkInhoud) -> dict[str, Any]:
    return {
        "soort": inhoud.soort.value,
        "datum": inhoud.datum,
        "minuten": inhoud.minuten,
        "inhoud": naar_dict(inhoud),
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }


# The jaarverslag


def jaarverslagen(rx: Rx) -> dict[int, JaarRij]:
    """Every report that was begun, by school year."""
    rows = rx.connection.execute(select(jaarverslag))
    return {row.schooljaar: JaarRij(van_dict(JaarverslagInhoud, row.inhoud), row.vastgesteld_op) for row in rows}


def bewaar_jaarverslag(tx: Tx, schooljaar: int, inhoud: JaarverslagInhoud, vastgesteld_op: datetime | None) -> None:
    """Put this report in place of what stood there; the earlier one stays as a version."""
    values = {"inhoud": naar_dict(inhoud), "vastgesteld_op": vastgesteld_op, "account_id": tx.account_id}
    tx.connection.execute(
        upsert(jaarverslag)
        .values(schooljaar=schooljaar, **values)
        .on_conflict_do_update(index_elements=["schooljaar"], set_=values)
    )
    versions.keep(tx, "jaarverslag", schooljaar, values["inhoud"])  # type: ignore[arg-type]


def tel(rx: Rx, schooljaar: int) -> JaarTellingen:
    """What there is to count of a school year."""
    first, last = jaar_grenzen(schooljaar)
    opened = dossier.c.geopend_op.between(first, last)
    closed = dossier.c.gesloten_op.between(first, last)
    written = aantekening.c.verwijderd_op.is_(None) & aantekening.c.datum.between(first, last)
    done = [row.inhoud for row in werk_van(rx, first, last)]
    steps = select(func.coalesce(func.sum(zaakstap.c.minuten), 0)).select_from(_STEPS).where(written)
    referral = cast(func.json_extract(zaakstap.c.inhoud, "$.naar"), String)
    complaint = zaakstap.c.soort == ZaakStapSoort.KLACHT.value
    return JaarTellingen(
        zaken=_count(rx, dossier, opened),
        klagers=_per(rx, zaak.c.klager, opened),
        onderwerpen=_per(rx, zaak.c.onderwerp, opened),
        gesloten=_count(rx, dossier, closed),
        aflopen=_per(rx, afloop.c.afloop, closed),
        verwijzingen=_per_step(rx, referral, written & referral.is_not(None)),
        klachten=sum(one.aantal for one in _per_step(rx, zaakstap.c.soort, written & complaint)),
        zonder_dossier=sum(one.soort is WerkSoort.EERSTE_GESPREK for one in done),
        minuten=int(rx.connection.execute(steps).scalar_one()) + sum(one.minuten for one in done),
        ingelicht=frozenset(one.geleding for one in done if isinstance(one.geleding, Geleding)),
        adviezen=sum(one.soort is WerkSoort.ADVIES for one in done),
        scholing=sum(one.soort is WerkSoort.SCHOLING for one in done),
        intervisie=sum(one.soort is WerkSoort.INTERVISIE for one in done),
    )


def _count(rx: Rx, table: Any, where: ColumnElement[bool]) -> int:
    return int(rx.connection.execute(select(func.count()).select_from(table).where(where)).scalar_one())


def _per(rx: Rx, code: Any, where: ColumnElement[bool]) -> tuple[Telregel, ...]:
    """How often each code of a table beside the dossiers occurs."""
    query = (
        select(code.label("code"), func.count().label("aantal"))
        .select_from(code.table.join(dossier, code.table.c.dossier_id == dossier.c.id))
        .where(where)
        .group_by(code)
        .order_by(code)
    )
    return tuple(Telregel(row.code, row.aantal) for row in rx.connection.execute(query))


def _per_step(rx: Rx, code: Any, where: ColumnElement[bool]) -> tuple[Telregel, ...]:
    """How often each code occurs among the steps."""
    query = (
        select(code.label("code"), func.count().label("aantal"))
        .select_from(_STEPS)
        .where(where)
        .group_by(code)
        .order_by(code)
    )
    return tuple(Telregel(row.code, row.aantal) for row in rx.connection.execute(query))


# Keeping and destroying


def bewaarde(rx: Rx) -> tuple[Gesloten, ...]:
    """The closed dossiers, and those whose consent was taken back, the oldest first."""
    query = (
        select(dossier, zaak.c.ingetrokken_op)
        .outerjoin(zaak, zaak.c.dossier_id == dossier.c.id)
        .where(dossier.c.gesloten_op.is_not(None) | zaak.c.ingetrokken_op.is_not(None))
        .order_by(dossier.c.geopend_op, dossier.c.id)
    )
    return tuple(
        Gesloten(
            row.id,
            dossier_nummer(row.jaar, row.volgnummer),
            row.naam,
            row.geopend_op,
            row.gesloten_op,
            row.ingetrokken_op is not None,
        )
        for row in rx.connection.execute(query)
    )


def noteer_vernietiging(tx: Tx, dossiers: Sequence[Gesloten], aantekeningen: int, reden: str) -> int:
    """Keep how much was destroyed and why, and which numbers may not be given again; returns the id."""
    used: dict[str, int] = {}
    for one in dossiers:
        year, _, number = one.nummer.partition("-")
        used[year] = max(used.get(year, 0), int(number))
    content = {"dossiers": len(dossiers), "aantekeningen": aantekeningen, "reden": reden, "hoogste": used}
    values = {"op": tx.now, "account_id": tx.account_id, "inhoud": content}
    return int(tx.connection.execute(insert(vernietiging).values(values).returning(vernietiging.c.id)).scalar_one())


def hoogste_vernietigd(rx: Rx, jaar: int) -> int:
    """The highest number of a year that was destroyed: it is never given again, for it may stand on a paper."""
    contents = rx.connection.execute(select(vernietiging.c.inhoud)).scalars()
    return max((content["hoogste"].get(str(jaar), 0) for content in contents), default=0)


def vernietigingen(rx: Rx) -> tuple[tuple[int, datetime, str, dict[str, Any]], ...]:
    """Id, moment, account and content of every destruction, the newest first."""
    query = select(vernietiging).order_by(vernietiging.c.id.desc())
    return tuple((row.id, row.op, row.account_id, row.inhoud) for row in rx.connection.execute(query))


# Hand-over


def noteer_overdracht(tx: Tx, tekst: str, aan: str | None) -> None:
    """Keep a note for who takes over."""
    tx.connection.execute(insert(overdracht).values(op=tx.now, account_id=tx.account_id, aan=aan, tekst=tekst))


def overdrachten(rx: Rx) -> tuple[tuple[datetime, str, str | None, str], ...]:
    """Moment, account, receiver and text of every note, the newest first."""
    query = select(overdracht).order_by(overdracht.c.id.desc())
    return tuple((row.op, row.account_id, row.aan, row.tekst) for row in rx.connection.execute(query))
