"""Wiping a meldcode dossier: only its row stays, with its number and its days (law.md 2.6)."""

from datetime import date

from sqlalchemy import delete, select, update

from svp_desktop.kluis.stores import aantekeningen as dossiers
from svp_desktop.kluis.tables.aantekeningen import aantekening, dossier
from svp_desktop.kluis.tables.kern import versie
from svp_desktop.kluis.tables.meldcode import (
    meldcode_aanvulling,
    meldcode_antwoord,
    meldcode_kop,
    meldcode_papier,
    meldcode_stap,
    meldcode_stuk,
)
from svp_desktop.kluis.transaction import Tx

#: Rows that have earlier versions under their own id, with the word under which those are kept.
_VERSIONED = ((meldcode_stuk, "meldcode_stuk"), (meldcode_stap, "meldcode_stap"), (aantekening, "aantekening"))


def vernietig(tx: Tx, dossier_id: int, day: date) -> None:
    """Wipe everything of a dossier, with its earlier versions, and close its row on this day without a name.

    The row stays, so that its number is never given again. Raises NietGevonden.
    """
    number = dossiers.lees_dossier(tx, dossier_id).nummer
    for table, kind in _VERSIONED:
        ids = select(table.c.id).where(table.c.dossier_id == dossier_id).scalar_subquery()
        tx.connection.execute(delete(versie).where(versie.c.soort == kind, versie.c.object_id.in_(ids)))
    for kind in ("dossier", "meldcode_kop"):
        tx.connection.execute(delete(versie).where(versie.c.soort == kind, versie.c.object_id == dossier_id))
    for table in (meldcode_aanvulling, meldcode_antwoord, meldcode_papier, meldcode_stap, meldcode_stuk, aantekening):
        tx.connection.execute(delete(table).where(table.c.dossier_id == dossier_id))
    tx.connection.execute(delete(meldcode_kop).where(meldcode_kop.c.dossier_id == dossier_id))
    values = {
        "naam": "",
        "groep": "",
        "persoon_uuid": None,
        "zoektekst": f" {number}",
        "gesloten_op": day,
        "gewijzigd_op": tx.now,
    }
    tx.connection.execute(update(dossier).where(dossier.c.id == dossier_id).values(values))
