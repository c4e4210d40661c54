"""The level of waakzame zorg of a casus: set by hand, or by the action with which it went up or down (42, 76)."""

from dataclasses import replace
from datetime import date

from svp_desktop.domain import casus as regels
from svp_desktop.domain.casus import ActieInhoud, Casus, CasusActie, Verloop, ZorgNiveau
from svp_desktop.domain.tijdlijn import zorgverloop
from svp_desktop.domain.waakzame_zorg import nieuwe_stappen, niveau_op
from svp_desktop.kluis.stores import casussen
from svp_desktop.kluis.transaction import Tx

_BIJ_ACTIE = "bij de actie verhoogde waakzaamheid"


def zet(tx: Tx, casus: Casus, niveau: ZorgNiveau, day: date, toelichting: str = "") -> None:
    """From this day on the casus has this level. A later change that is on file stays the level of today."""
    casussen.voeg_verloop_toe(tx, casus.id, day, Verloop.ZORG, niveau.value, toelichting)
    now = zorgverloop(casussen.verloop(tx, casus.id))[-1][1]
    if now is not casus.zorg:
        casussen.wijzig(tx, casus.id, replace(regels.draft_of(casus), zorg=now), casus.versie)
    tx.log("casus.zorg", casus.id)


def volg_actie(tx: Tx, before: CasusActie | None, after: ActieInhoud | CasusActie, casus_id: int, today: date) -> None:
    """Let the casus follow what an action says about the level, as far as that is new and changes something."""
    for day, niveau in nieuwe_stappen(before, after, today):
        casus = casussen.lees(tx, casus_id)
        held = zorgverloop(casussen.verloop(tx, casus_id))
        # a casus has no level before it was opened
        since = max(day, casus.geopend_op)
        if niveau_op(held, since) is not niveau:
            zet(tx, casus, niveau, since, _BIJ_ACTIE)
