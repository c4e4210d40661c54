"""A meldcode dossier as rows: head, records, steps, answers, additions, papers (demands 121-131)."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, delete, exists, func, insert, select, update

from svp_desktop.domain.errors import IntussenVeranderd, NietGevonden
from svp_desktop.domain.meldcode import (
    STAP_KLASSEN,
    STAP_VAN,
    STUK_KLASSEN,
    BewaardPapier,
    MeldcodeAanvulling,
    MeldcodeKop,
    MeldcodeStap,
    MeldcodeStuk,
    StapInhoud,
    StukInhoud,
    StukVersie,
    WeegAntwoord,
    soort_van,
)
from svp_desktop.domain.meldcode_keuzes import JaNee, MeldcodeAfloop, StukSoort, Weegvraag
from svp_desktop.domain.meldcode_stukken import klaar, tot_wanneer, wanneer, woorden
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis import versions
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.tables.kern import versie as versie_tabel
from svp_desktop.kluis.tables.meldcode import (
    meldcode_aanvulling,
    meldcode_antwoord,
    meldcode_kop,
    meldcode_papier,
    meldcode_stap,
    meldcode_stuk,
)
from svp_desktop.kluis.transaction import Rx, Tx

_KOP, _STUK, _STAP = "meldcode_kop", "meldcode_stuk", "meldcode_stap"
_AROUND = (meldcode_stuk, meldcode_stap, meldcode_antwoord, meldcode_papier)
Namen = Mapping[str, str]
Lokaal = Callable[[datetime], datetime]


class KopRij(NamedTuple):
    """The head of a dossier with its version (0: never written) and why it was closed."""

    kop: MeldcodeKop
    versie: int
    afloop: MeldcodeAfloop | None


class Wie(NamedTuple):
    """How rows become what people read: names of accounts by id, and local moments."""

    namen: Namen
    lokaal: Lokaal

    def naam(self, account_id: str | None) -> str:
        """The name of an account; empty when it is not known any more."""
        return self.namen.get(account_id or "", "")


# The head


def kop(rx: Rx, dossier_id: int) -> KopRij:
    """The head of a dossier; of one that was begun before there were heads an empty one."""
    row = rx.connection.execute(select(meldcode_kop).where(meldcode_kop.c.dossier_id == dossier_id)).first()
    if row is None:
        return KopRij(MeldcodeKop(), 0, None)
    return KopRij(van_dict(MeldcodeKop, row.inhoud), row.versie, MeldcodeAfloop(row.afloop) if row.afloop else None)


def bewaar_kop(tx: Tx, dossier_id: int, inhoud: MeldcodeKop, versie: int) -> None:
    """Put the head in place of version `versie` (0: the first). Raises IntussenVeranderd."""
    people = (text for person in inhoud.personen for text in (person.naam, person.wie))
    values = {
        "inhoud": naar_dict(inhoud),
        "versie": versie + 1,
        "zoektekst": " " + zoektekst(*people, inhoud.aanleiding),
    }
    if versie == 0 and kop(tx, dossier_id).versie == 0:
        tx.connection.execute(insert(meldcode_kop).values(dossier_id=dossier_id, **values))
    else:
        there = (meldcode_kop.c.dossier_id == dossier_id) & (meldcode_kop.c.versie == versie)
        if tx.connection.execute(update(meldcode_kop).where(there).values(values)).rowcount != 1:
            raise IntussenVeranderd
    versions.keep(tx, _KOP, dossier_id, values["inhoud"])  # type: ignore[arg-type]


def zet_afloop(tx: Tx, dossier_id: int, afloop: MeldcodeAfloop | None) -> None:
    """Why the dossier was closed, or None when it runs again."""
    if kop(tx, dossier_id).versie == 0:
        bewaar_kop(tx, dossier_id, MeldcodeKop(), 0)
    query = update(meldcode_kop).where(meldcode_kop.c.dossier_id == dossier_id)
    tx.connection.execute(query.values(afloop=afloop.value if afloop else None))


def verwijder_leeg(tx: Tx, dossier_id: int) -> bool:
    """Take back a dossier in which nothing was written; False when there is something."""
    used = [exists().where(table.c.dossier_id == dossier_id) for table in (*_AROUND, aantekening)]
    if any(tx.connection.execute(select(one)).scalar_one() for one in used):
        return False
    tx.connection.execute(delete(meldcode_kop).where(meldcode_kop.c.dossier_id == dossier_id))
    tx.connection.execute(delete(dossier).where(dossier.c.id == dossier_id))
    for kind in (_KOP, "dossier"):
        query = delete(versie_tabel).where(versie_tabel.c.soort == kind, versie_tabel.c.object_id == dossier_id)
        tx.connection.execute(query)
    return True


# Records


def voeg_toe(tx: Tx, dossier_id: int, inhoud: StukInhoud) -> int:
    """A new record; returns its id."""
    values = _stuk_values(tx, inhoud) | {
        "dossier_id": dossier_id,
        "soort": soort_van(inhoud).value,
        "versie": 1,
        "begonnen_op": tx.now,
    }
    stuk_id = int(
        tx.connection.execute(insert(meldcode_stuk).values(values).returning(meldcode_stuk.c.id)).scalar_one()
    )
    versions.keep(tx, _STUK, stuk_id, naar_dict(inhoud))
    return stuk_id


def wijzig(tx: Tx, stuk_id: int, inhoud: StukInhoud, versie: int) -> None:
    """Correct version `versie` of a record; what stood there stays. Raises IntussenVeranderd."""
    there = (meldcode_stuk.c.id == stuk_id) & (meldcode_stuk.c.versie == versie)
    query = update(meldcode_stuk).where(there, meldcode_stuk.c.verwijderd_op.is_(None))
    if tx.connection.execute(query.values(**_stuk_values(tx, inhoud), versie=versie + 1)).rowcount != 1:
        raise IntussenVeranderd
    versions.keep(tx, _STUK, stuk_id, naar_dict(inhoud))


def zet_verwijderd(tx: Tx, stuk_id: int, at: datetime | None) -> None:
    """Take a record away (a moment) or put it back (None). Raises NietGevonden when nothing changed."""
    column = meldcode_stuk.c.verwijderd_op
    there = column.is_(None) if at is not None else column.is_not(None)
    query = update(meldcode_stuk).where(meldcode_stuk.c.id == stuk_id, there).values(verwijderd_op=at)
    if tx.connection.execute(query).rowcount != 1:
        raise NietGevonden


def stukken(rx: Rx, dossier_id: int, wie: Wie) -> tuple[MeldcodeStuk, ...]:
    """Every record of a dossier by day, those that were taken away too."""
    query = select(meldcode_stuk).where(meldcode_stuk.c.dossier_id == dossier_id)
    rows = rx.connection.execute(query.order_by(meldcode_stuk.c.datum, meldcode_stuk.c.id)).all()
    finished = _finished(rx, dossier_id)
    added = aanvullingen(rx, dossier_id, "stuk", wie)
    return tuple(_stuk(rx, row, finished, added.get(row.id, ()), wie) for row in rows)


def stuk(rx: Rx, stuk_id: int, wie: Wie) -> tuple[int, MeldcodeStuk]:
    """One record with the id of its dossier. Raises NietGevonden."""
    row = rx.connection.execute(select(meldcode_stuk).where(meldcode_stuk.c.id == stuk_id)).first()
    if row is None:
        raise NietGevonden
    added = aanvullingen(rx, row.dossier_id, "stuk", wie)
    return row.dossier_id, _stuk(rx, row, _finished(rx, row.dossier_id), added.get(row.id, ()), wie)


def _stuk_values(tx: Tx, inhoud: StukInhoud) -> dict[str, Any]:
    return {
        "datum": wanneer(inhoud),
        "tot": tot_wanneer(inhoud),
        "klaar_op": tx.now.date() if klaar(inhoud) else None,
        "inhoud": naar_dict(inhoud),
        "zoektekst": " " + zoektekst(*woorden(inhoud)),
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }


def _finished(rx: Rx, dossier_id: int) -> dict[int, datetime]:
    """When each step was finished last."""
    query = (
        select(meldcode_stap.c.stap, func.max(meldcode_stap.c.afgerond_op))
        .where(meldcode_stap.c.dossier_id == dossier_id, meldcode_stap.c.afgerond_op.is_not(None))
        .group_by(meldcode_stap.c.stap)
    )
    return {step: _moment(at) for step, at in rx.connection.execute(query)}


def _moment(value: Any) -> datetime:
    """An aggregate of a moment comes as the text that is stored."""
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)


def _stuk(
    rx: Rx, row: Row[Any], finished: Mapping[int, datetime], added: tuple[MeldcodeAanvulling, ...], wie: Wie
) -> MeldcodeStuk:
    soort = StukSoort(row.soort)
    kind = STUK_KLASSEN[soort]
    earlier = versions.history(rx, _STUK, row.id)[:-1] if row.versie > 1 else ()
    done = finished.get(STAP_VAN.get(soort, 0))
    return MeldcodeStuk(
        id=row.id,
        soort=soort,
        versie=row.versie,
        inhoud=van_dict(kind, row.inhoud),
        datum=row.datum,
        tot=row.tot,
        klaar_op=row.klaar_op,
        op=wie.lokaal(row.vastgelegd_op),
        door=wie.naam(row.account_id),
        vast=done is not None and row.vastgelegd_op <= done,
        weggehaald_op=wie.lokaal(row.verwijderd_op) if row.verwijderd_op else None,
        eerder=tuple(
            StukVersie(wie.lokaal(one.at), wie.naam(one.account_id), van_dict(kind, one.content)) for one in earlier
        ),
        aanvullingen=added,
    )


# Steps


def stappen(rx: Rx, dossier_id: int, wie: Wie) -> tuple[MeldcodeStap, ...]:
    """Every round of every step, in order."""
    query = select(meldcode_stap).where(meldcode_stap.c.dossier_id == dossier_id)
    rows = rx.connection.execute(query.order_by(meldcode_stap.c.stap, meldcode_stap.c.ronde)).all()
    added = aanvullingen(rx, dossier_id, "stap", wie)
    return tuple(_stap(row, added.get(row.id, ()), wie) for row in rows)


def bewaar_stap(tx: Tx, dossier_id: int, nummer: int, inhoud: StapInhoud, versie: int) -> int:
    """Write the open round of a step: the first one, or in place of version `versie`. Returns the id.

    Raises IntussenVeranderd; a finished round is never written over.
    """
    values = {
        "inhoud": naar_dict(inhoud),
        "zoektekst": " " + zoektekst(*(value for value in naar_dict(inhoud).values() if isinstance(value, str))),
        "account_id": tx.account_id,
        "vastgelegd_op": tx.now,
    }
    open_round = _open(tx, dossier_id, nummer)
    if open_round is None:
        if versie:
            raise IntussenVeranderd
        return begin_ronde(tx, dossier_id, nummer, inhoud)
    query = update(meldcode_stap).where(meldcode_stap.c.id == open_round, meldcode_stap.c.versie == versie)
    if tx.connection.execute(query.values(**values, versie=versie + 1)).rowcount != 1:
        raise IntussenVeranderd
    versions.keep(tx, _STAP, open_round, naar_dict(inhoud))
    return open_round


def begin_ronde(tx: Tx, dossier_id: int, nummer: int, inhoud: StapInhoud) -> int:
    """The next round of a step; returns its id."""
    here = (meldcode_stap.c.dossier_id == dossier_id) & (meldcode_stap.c.stap == nummer)
    highest = tx.connection.execute(select(func.coalesce(func.max(meldcode_stap.c.ronde), 0)).where(here)).scalar_one()
    plain = naar_dict(inhoud)
    query = insert(meldcode_stap).values(
        dossier_id=dossier_id,
        stap=nummer,
        ronde=int(highest) + 1,
        versie=1,
        inhoud=plain,
        zoektekst=" " + zoektekst(*(value for value in plain.values() if isinstance(value, str))),
        geopend_op=tx.now,
        account_id=tx.account_id,
        vastgelegd_op=tx.now,
    )
    stap_id = int(tx.connection.execute(query.returning(meldcode_stap.c.id)).scalar_one())
    versions.keep(tx, _STAP, stap_id, plain)
    return stap_id


def rond_af(tx: Tx, stap_id: int) -> None:
    """Finish the open round. Raises IntussenVeranderd when it was finished meanwhile."""
    query = update(meldcode_stap).where(meldcode_stap.c.id == stap_id, meldcode_stap.c.afgerond_op.is_(None))
    if tx.connection.execute(query.values(afgerond_op=tx.now, afgerond_door=tx.account_id)).rowcount != 1:
        raise IntussenVeranderd


def _open(rx: Rx, dossier_id: int, nummer: int) -> int | None:
    query = select(meldcode_stap.c.id).where(
        meldcode_stap.c.dossier_id == dossier_id,
        meldcode_stap.c.stap == nummer,
        meldcode_stap.c.afgerond_op.is_(None),
    )
    found = rx.connection.execute(query).scalar_one_or_none()
    return None if found is None else int(found)


def _stap(row: Row[Any], added: tuple[MeldcodeAanvulling, ...], wie: Wie) -> MeldcodeStap:
    return MeldcodeStap(
        id=row.id,
        nummer=row.stap,
        ronde=row.ronde,
        versie=row.versie,
        inhoud=van_dict(STAP_KLASSEN[row.stap - 1], row.inhoud),
        geopend_op=wie.lokaal(row.geopend_op),
        op=wie.lokaal(row.vastgelegd_op),
        door=wie.naam(row.account_id),
        afgerond_op=wie.lokaal(row.afgerond_op) if row.afgerond_op else None,
        afgerond_door=wie.naam(row.afgerond_door),
        aanvullingen=added,
    )


# Answers, additions and papers: only ever added


def antwoord(tx: Tx, dossier_id: int, given: WeegAntwoord) -> int:
    """Keep an answer; who and when are those of the transaction."""
    query = insert(meldcode_antwoord).values(
        dossier_id=dossier_id,
        vraag=given.vraag.value,
        keuze=given.keuze.value,
        inhoud={"gevraagd": given.gevraagd, "reden": given.reden, "overleg": given.overleg},
        account_id=tx.account_id,
        vastgelegd_op=tx.now,
    )
    return int(tx.connection.execute(query.returning(meldcode_antwoord.c.id)).scalar_one())


def antwoorden(rx: Rx, dossier_id: int, wie: Wie) -> tuple[WeegAntwoord, ...]:
    """Every answer, oldest first."""
    query = select(meldcode_antwoord).where(meldcode_antwoord.c.dossier_id == dossier_id)
    return tuple(
        WeegAntwoord(
            Weegvraag(row.vraag),
            JaNee(row.keuze),
            **row.inhoud,
            op=wie.lokaal(row.vastgelegd_op),
            door=wie.naam(row.account_id),
        )
        for row in rx.connection.execute(query.order_by(meldcode_antwoord.c.id))
    )


def vul_aan(tx: Tx, dossier_id: int, soort: str, object_id: int, tekst: str) -> int:
    """Add something to a record (`stuk`) or a step (`stap`)."""
    query = insert(meldcode_aanvulling).values(
        dossier_id=dossier_id,
        soort=soort,
        object_id=object_id,
        tekst=tekst,
        account_id=tx.account_id,
        vastgelegd_op=tx.now,
    )
    return int(tx.connection.execute(query.returning(meldcode_aanvulling.c.id)).scalar_one())


def aanvullingen(rx: Rx, dossier_id: int, soort: str, wie: Wie) -> dict[int, tuple[MeldcodeAanvulling, ...]]:
    """What was added, by the id of what it was added to, oldest first."""
    query = select(meldcode_aanvulling).where(
        meldcode_aanvulling.c.dossier_id == dossier_id, meldcode_aanvulling.c.soort == soort
    )
    found: dict[int, tuple[MeldcodeAanvulling, ...]] = defaultdict(tuple)
    for row in rx.connection.execute(query.order_by(meldcode_aanvulling.c.id)):
        made = MeldcodeAanvulling(wie.lokaal(row.vastgelegd_op), wie.naam(row.account_id), row.tekst)
        found[row.object_id] = (*found[row.object_id], made)
    return found


def bewaar_papier(tx: Tx, dossier_id: int, soort: str, wijze: str, pdf: bytes) -> int:
    """Keep a paper as it left the program."""
    query = insert(meldcode_papier).values(
        dossier_id=dossier_id, soort=soort, wijze=wijze, pdf=pdf, account_id=tx.account_id, vastgelegd_op=tx.now
    )
    return int(tx.connection.execute(query.returning(meldcode_papier.c.id)).scalar_one())


def papieren(rx: Rx, dossier_id: int, wie: Wie) -> tuple[BewaardPapier, ...]:
    """The papers of a dossier without their bytes, oldest first."""
    table = meldcode_papier.c
    query = select(table.id, table.soort, table.wijze, table.account_id, table.vastgelegd_op)
    rows = rx.connection.execute(query.where(table.dossier_id == dossier_id).order_by(table.id))
    return tuple(
        BewaardPapier(row.id, row.soort, wie.lokaal(row.vastgelegd_op), wie.naam(row.account_id), row.wijze)
        for row in rows
    )


def papier(rx: Rx, papier_id: int) -> bytes:
    """The bytes of a kept paper. Raises NietGevonden."""
    row = rx.connection.execute(select(meldcode_papier.c.pdf).where(meldcode_papier.c.id == papier_id)).first()
    if row is None:
        raise NietGevonden
    return bytes(row.pdf)


def vandaag_open(rx: Rx) -> list[tuple[int, int, int, str, date, date | None]]:
    """The records that wait, in running dossiers: dossier, year, number, kind, day, term."""
    stuk_c, dossier_c = meldcode_stuk.c, dossier.c
    query = (
        select(dossier_c.id, dossier_c.jaar, dossier_c.volgnummer, stuk_c.soort, stuk_c.datum, stuk_c.tot)
        .join(dossier, dossier_c.id == stuk_c.dossier_id)
        .where(stuk_c.klaar_op.is_(None), stuk_c.verwijderd_op.is_(None), dossier_c.gesloten_op.is_(None))
    )
    rows = rx.connection.execute(query)
    return [(row.id, row.jaar, row.volgnummer, row.soort, row.datum, row.tot) for row in rows]


def besluiten(rx: Rx) -> list[tuple[int, int, int, dict[str, Any]]]:
    """Step 5 of every running dossier: dossier, year, number, content; of more rounds the last."""
    stap_c, dossier_c = meldcode_stap.c, dossier.c
    query = (
        select(dossier_c.id, dossier_c.jaar, dossier_c.volgnummer, stap_c.inhoud)
        .join(dossier, dossier_c.id == stap_c.dossier_id)
        .where(stap_c.stap == 5, dossier_c.gesloten_op.is_(None))
        .order_by(dossier_c.id, stap_c.ronde)
    )
    rows = rx.connection.execute(query)
    last = {row.id: (row.id, row.jaar, row.volgnummer, row.inhoud) for row in rows}
    return list(last.values())
