"""One paper for several at once: who they are, and the draft of each (demand 68)."""

from collections.abc import Iterator

from svp_desktop.domain import datums, papier_opslag
from svp_desktop.domain.casus import Casus, CasusStatus
from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_adres import ontvangers
from svp_desktop.domain.papier_reeks import ReeksKeuze, in_reeks, per_adres, unieke_enveloppen
from svp_desktop.domain.papier_soorten import PapierBron, concept_sleutel, spec_van
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import casussen, herstelgesprekken, personen, thuisschool
from svp_desktop.kluis.transaction import Rx

_LOPEND = (CasusStatus.LOPEND, CasusStatus.NAZORG)


def lees_keuzes(rx: Rx, draft: PapierDraft) -> tuple[ReeksKeuze, ...]:
    """For whom this paper can be made, the paper itself first. Raises NietGevonden."""
    spec, own = spec_van(draft), casussen.lees(rx, draft.casus_id)
    if not in_reeks(spec):
        return ()
    if per_adres(spec):
        return tuple(_adressen(rx, own, draft.bron_id))
    running = casussen.alle(rx, _LOPEND)
    this = ReeksKeuze(own.titel, own.groep, own.id, draft.bron_id)
    others = [item for item in running if item.leerling_id is not None and item.id != own.id]
    if spec.bron is PapierBron.CASUS:
        return (this, *(ReeksKeuze(item.titel, item.groep, item.id) for item in others))
    sources = _perioden if spec.bron is PapierBron.THUISSCHOOL else _gesprekken
    return (this, *(choice for item in others for choice in sources(rx, item)))


def lees_concept(rx: Rx, keuze: ReeksKeuze, draft: PapierDraft) -> tuple[PapierDraft, int | None] | None:
    """What was typed for this child before, when there is such a concept, and the kept paper that it corrects."""
    kept = drafts.load(rx, concept_sleutel(keuze.casus_id, draft.soort, keuze.bron_id))
    if kept is None:
        return None
    return papier_opslag.van_dict(kept.content["inhoud"]), kept.content["inhoud"].get("vorige_id")


def _perioden(rx: Rx, casus: Casus) -> Iterator[ReeksKeuze]:
    for item in thuisschool.van_casus(rx, casus.id)[-1:]:
        first = item.inhoud.momenten.vanaf
        when = f"thuis vanaf {datums.dag_maand(first)}" if first else "in voorbereiding"
        yield ReeksKeuze(casus.titel, when, casus.id, item.id)


def _gesprekken(rx: Rx, casus: Casus) -> Iterator[ReeksKeuze]:
    for item in herstelgesprekken.van_casus(rx, casus.id)[-1:]:
        day = item.inhoud.gepland_op or item.inhoud.gehouden_op
        when = f"gesprek op {datums.dag_maand(day)}" if day else "gesprek in voorbereiding"
        yield ReeksKeuze(casus.titel, when, casus.id, item.id)


def _adressen(rx: Rx, casus: Casus, bron_id: int | None) -> Iterator[ReeksKeuze]:
    """One letter for each address of the parents of the group."""
    child = personen.lees(rx, casus.leerling_id) if casus.leerling_id is not None else None
    groep_id = casus.groep_id if child is None else getattr(child, "groep_id", None)
    pupils = personen.leerlingen_van_groep(rx, groep_id) if groep_id is not None else ()
    every = [item for pupil in pupils for item in ontvangers(personen.ouders_van(rx, pupil.id), pupil.id)]
    for item in unieke_enveloppen(every):
        there = ", ".join(item.adresregels[len(item.ouder_ids) :])
        yield ReeksKeuze(item.vermelding, there or "adres onbekend: geef de brief mee", casus.id, bron_id, item)
