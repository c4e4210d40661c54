"""Matters and their steps as rows, around the dossiers of a private file."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, delete, exists, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from svp_desktop.domain.errors import IntussenVeranderd
from svp_desktop.domain.platte_waarden import naar_dict, van_dict
from svp_desktop.domain.vertrouwelijk import ZaakAfloop, ZaakInhoud
from svp_desktop.domain.vertrouwenswerk import ZaakStapInhoud
from svp_desktop.domain.zoekwoorden import zoektekst
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores import aantekeningen as dossiers
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.tables.kern import concept
from svp_desktop.kluis.tables.kern import versie as versie_tabel
from svp_desktop.kluis.tables.vertrouwelijk import afloop, zaak, zaakstap
from svp_desktop.kluis.transaction import Rx, Tx

_ZAAK, _STAP = "zaak", "zaakstap"


class ZaakRij(NamedTuple):
    """A matter as its row says it: accounts by id, moments in UTC."""

    inhoud: ZaakInhoud
    versie: int
    gestempeld_op: datetime
    gestempeld_door: str
    ingetrokken_op: datetime | None
    ingetrokken_door: str | None


def zaak_van(rx: Rx, dossier_id: int) -> ZaakRij | None:
    """The matter of a dossier; None for one of before there were matters."""
    return zaken_van(rx, [dossier_id]).get(dossier_id)


def zaken_van(rx: Rx, dossier_ids: Sequence[int]) -> dict[int, ZaakRij]:
    """The matters of these dossiers, by the id of the dossier."""
    rows = rx.connection.execute(select(zaak).where(zaak.c.dossier_id.in_(dossier_ids)))
    return {row.dossier_id: _rij(row) for row in rows}


def _rij(row: Any) -> ZaakRij:
    return ZaakRij(
        van_dict(ZaakInhoud, row.inhoud),
        row.versie,
        row.gestempeld_op,
        row.gestempeld_door,
        row.ingetrokken_op,
        row.ingetrokken_door,
    )


def in_zaak(word: str) -> ColumnElement[bool]:
    """Whether a word begins a word of the matter of a dossier."""
    return exists().where(zaak.c.dossier_id == dossier.c.id, func.instr(zaak.c.zoektekst, f" {word}") > 0)


def bewaar_zaak(tx: Tx, dossier_id: int, inhoud: ZaakInhoud, versie: int) -> None:
    """Put the matter in place of version `versie` (0: the first), with a new stamp when the consent is another one.

    What stood there stays as a version. Raises IntussenVeranderd.
    """
    values: dict[str, Any] = {
        "versie": versie + 1,
        "klager": inhoud.klager.value,
        "onderwerp": inhoud.onderwerp.value,
        "inhoud": naar_dict(inhoud),
        "zoektekst": " " + zoektekst(inhoud.waarover, inhoud.over_wie, inhoud.geprobeerd, inhoud.instemming_van),
    }
    before = zaak_van(tx, dossier_id)
    if before is None or _consent(before.inhoud) != _consent(inhoud):
        values |= {"gestempeld_op": tx.now, "gestempeld_door": tx.account_id}
    if (before.versie if before else 0) != versie:
        raise IntussenVeranderd
    if before is None:
        tx.connection.execute(insert(zaak).values(dossier_id=dossier_id, **values))
    else:
        tx.connection.execute(update(zaak).where(zaak.c.dossier_id == dossier_id).values(values))
    versions.keep(tx, _ZAAK, dossier_id, values["inhoud"])


def trek_instemming_in(tx: Tx, dossier_id: int) -> None:
    """Stamp that the consent was taken back."""
    query = update(zaak).where(zaak.c.dossier_id == dossier_id)
    tx.connection.execute(query.values(ingetrokken_op=tx.now, ingetrokken_door=tx.account_id))


def _consent(inhoud: ZaakInhoud) -> tuple[object, ...]:
    return inhoud.instemming_van, inhoud.instemming_op, inhoud.instemming_hoe


# Closing


def afloop_van(rx: Rx, dossier_id: int) -> ZaakAfloop | None:
    """Why the dossier was closed, when that was said."""
    found = rx.connection.execute(select(afloop.c.afloop).where(afloop.c.dossier_id == dossier_id)).scalar()
    return ZaakAfloop(found) if found else None


def zet_afloop(tx: Tx, dossier_id: int, why: ZaakAfloop | None) -> None:
    """Why it is closed, or None when it runs again."""
    tx.connection.execute(delete(afloop).where(afloop.c.dossier_id == dossier_id))
    if why is not None:
        tx.connection.execute(insert(afloop).values(dossier_id=dossier_id, afloop=why.value))


# Steps


def stappen(rx: Rx, dossier_id: int) -> dict[int, ZaakStapInhoud]:
    """The steps of a dossier by the id of their note."""
    query = (
        select(zaakstap.c.aantekening_id, zaakstap.c.inhoud)
        .join(aantekening, aantekening.c.id == zaakstap.c.aantekening_id)
        .where(aantekening.c.dossier_id == dossier_id)
    )
    return {row.aantekening_id: van_dict(ZaakStapInhoud, row.inhoud) for row in rx.connection.execute(query)}


def zet_stap(tx: Tx, aantekening_id: int, inhoud: ZaakStapInhoud) -> bool:
    """What the note was; the earlier step stays as a version. False when nothing changed."""
    query = select(zaakstap.c.inhoud).where(zaakstap.c.aantekening_id == aantekening_id)
    before = tx.connection.execute(query).scalar()
    content = naar_dict(inhoud)
    if content == (before or naar_dict(ZaakStapInhoud())):
        return False
    values = {"soort": inhoud.soort.value, "minuten": inhoud.minuten, "inhoud": content}
    tx.connection.execute(
        upsert(zaakstap)
        .values(aantekening_id=aantekening_id, **values)
        .on_conflict_do_update(index_elements=["aantekening_id"], set_=values)
    )
    versions.keep(tx, _STAP, aantekening_id, content)
    return True


# Away


def verwijder_leeg(tx: Tx, dossier_id: int) -> bool:
    """Take back a dossier in which nothing was written; False when there is a note."""
    used = exists().where(aantekening.c.dossier_id == dossier_id)
    if tx.connection.execute(select(used)).scalar_one():
        return False
    vernietig(tx, dossier_id)
    return True


def vernietig(tx: Tx, dossier_id: int) -> int:
    """Wipe everything of a dossier: matter, notes, steps, earlier versions, what anybody was typing in it.

    Returns how many notes there were, those that were taken away too. Raises NietGevonden.
    """
    dossiers.lees_dossier(tx, dossier_id)
    ids = select(aantekening.c.id).where(aantekening.c.dossier_id == dossier_id).scalar_subquery()
    for kind in ("aantekening", _STAP):
        tx.connection.execute(
            delete(versie_tabel).where(versie_tabel.c.soort == kind, versie_tabel.c.object_id.in_(ids))
        )
    tx.connection.execute(delete(zaakstap).where(zaakstap.c.aantekening_id.in_(ids)))
    notes = tx.connection.execute(delete(aantekening).where(aantekening.c.dossier_id == dossier_id)).rowcount
    for kind in ("dossier", _ZAAK):
        query = delete(versie_tabel).where(versie_tabel.c.soort == kind, versie_tabel.c.object_id == dossier_id)
        tx.connection.execute(query)
    for table in (zaak, afloop):
        tx.connection.execute(delete(table).where(table.c.dossier_id == dossier_id))
    tx.connection.execute(delete(dossier).where(dossier.c.id == dossier_id))
    for key in tx.connection.execute(select(concept.c.sleutel).distinct()).scalars().all():
        if key.split(":")[1:2] == [str(dossier_id)]:
            tx.connection.execute(delete(concept).where(concept.c.sleutel == key))
    return int(notes)
