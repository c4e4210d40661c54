"""A decision of thuis-school on the ladder of its casus: one action with the days of the period, once (demands 74, 77).

Making the decision final is the step of the user; that step is recorded as the action. One that stands on the ladder
already for these days is taken, never doubled.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import (
    ActieDraft,
    Casus,
    CasusActie,
    GedeeldMet,
    Overgeslagen,
    actie_draft_of,
    parse_actie,
)
from svp_desktop.domain.datums import kort
from svp_desktop.domain.thuisschool import ThuisSchool, ThuisSchoolInhoud
from svp_desktop.domain.thuisschool_wet import WetControle
from svp_desktop.domain.waarborgen import Waarborg, vragen
from svp_desktop.kluis.stores import casus_acties
from svp_desktop.kluis.stores import thuisschool as rijen
from svp_desktop.kluis.transaction import Rx, Tx
from svp_desktop.services.casus_acties import omgeving

ACTIE = "thuis_school"
_CONTROLE = {Waarborg.CONNECTIE: "connectie", Waarborg.EERDERE_STAPPEN: "stappen"}


def zet(
    tx: Tx, casus: Casus, found: ThuisSchool, inhoud: ThuisSchoolInhoud, controles: Sequence[WetControle], today: date
) -> int | None:
    """Put the period on the ladder, or bring its action up to its days; returns the action's id."""
    first, last = inhoud.momenten.vanaf, inhoud.momenten.tot
    if first is None or last is None:
        return found.inhoud.actie_id
    there = actie_van(tx, found) or _zelfde_dagen(tx, found, first, last)
    base = _nieuw(casus, inhoud) if there is None else actie_draft_of(there)
    end = kort(last) if last > first else ""
    draft = replace(base, datum=kort(first), tot=end, gedaan=first <= today)
    if there is not None and draft == actie_draft_of(there):
        return there.id
    draft = replace(draft, overgeslagen=_redenen(tx, casus, draft, there, controles, today))
    content = parse_actie(draft, today)
    if there is None:
        made = casus_acties.voeg_toe(tx, casus.id, content)
        tx.log("actie.nieuw", made)
        return made
    casus_acties.wijzig(tx, there.id, content, there.versie)
    tx.log("actie.gewijzigd", there.id)
    return there.id


def begonnen(tx: Tx, found: ThuisSchool, today: date) -> None:
    """The first day has come: the action that was planned with the decision is carried out from now on."""
    there = actie_van(tx, found)
    if there is None or there.gedaan or there.datum > today:
        return
    draft = replace(actie_draft_of(there), gedaan=True)
    casus_acties.wijzig(tx, there.id, parse_actie(draft, today), there.versie)
    tx.log("actie.gedaan", there.id)


def zet_verwijderd(tx: Tx, found: ThuisSchool, *, verwijderd: bool) -> None:
    """The action of a period goes into the prullenbak with it, and comes back with it."""
    actie_id = found.inhoud.actie_id
    if actie_id is None or (actie_van(tx, found) is not None) is not verwijderd:
        return
    casus_acties.zet_verwijderd(tx, actie_id, verwijderd)
    tx.log("actie.verwijderd" if verwijderd else "actie.hersteld", actie_id)


def actie_van(rx: Rx, found: ThuisSchool) -> CasusActie | None:
    """The action of a period, as long as it stands on the ladder."""
    here = (item for item in casus_acties.van_casus(rx, found.casus_id) if item.id == found.inhoud.actie_id)
    return next(here, None)


def _zelfde_dagen(rx: Rx, found: ThuisSchool, first: date, last: date) -> CasusActie | None:
    """An action that somebody put on the ladder for these days by hand, and that no other period has."""
    taken = {item.inhoud.actie_id for item in rijen.van_casus(rx, found.casus_id) if item.id != found.id}
    for item in casus_acties.van_casus(rx, found.casus_id):
        overlaps = item.datum <= last and (item.tot or item.datum) >= first
        if item.actie == ACTIE and item.id not in taken and overlaps:
            return item
    return None


def _nieuw(casus: Casus, inhoud: ThuisSchoolInhoud) -> ActieDraft:
    days, texts = inhoud.momenten, inhoud.teksten
    told = {GedeeldMet.KIND: days.kind_op, GedeeldMet.OUDERS: days.ouders_op, GedeeldMet.TEAM: days.leerkracht_op}
    back = VeldWaarde("terugkeer", f"Herstelgesprek met {texts.terug_met}." if texts.terug_met else "")
    return ActieDraft(
        ACTIE,
        wie=texts.wie_belt or casus.eigenaar or "de school",
        gedeeld_met=frozenset(who for who, day in told.items() if day is not None),
        toelichting=texts.gedrag,
        waarom=texts.waarom,
        velden=ActieVelden((back,) if back.tekst else ()),
    )


def _redenen(
    rx: Rx, casus: Casus, draft: ActieDraft, there: CasusActie | None, controles: Sequence[WetControle], today: date
) -> tuple[Overgeslagen, ...]:
    """Why the guards were passed: what was written with the decision, or what its legal check found."""
    around = omgeving(rx, casus.id, there.id if there else None)
    found = {item.code: item.bewijs for item in controles}
    kept = {item.waarborg: item for item in draft.overgeslagen}
    for asked in vragen(draft, around, today):
        code, proof = asked.waarborg.value, found.get(_CONTROLE.get(asked.waarborg, ""), "")
        if asked.overslaan and proof and code not in kept:
            kept[code] = Overgeslagen(code, f"Bij het besluit: {proof}")
    return tuple(kept.values())
