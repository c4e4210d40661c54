"""What the register and a casus know for a paper: school, child, signers, parents, behaviour and plans."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from svp_desktop.domain.andere_namen import Vervanging
from svp_desktop.domain.casus import Casus, CasusActie
from svp_desktop.domain.errors import NietGevonden, PapierFout
from svp_desktop.domain.incident import IncidentInhoud
from svp_desktop.domain.papier import TEKENING_VAN_BOUW, Ondertekenaar, Ontvanger, PapierDraft, Tekening, Voorleesmoment
from svp_desktop.domain.papier_adres import ontvangers
from svp_desktop.domain.papier_feiten import gedragingen, grens, stappen, sterke_kanten
from svp_desktop.domain.papier_soorten import Lezer, PapierBron, PapierSpec
from svp_desktop.domain.papier_vullen import Brieftekst, PapierFeiten, Waarde, open_plek, vul_waarden, waarden_van
from svp_desktop.domain.school import (
    Bouw,
    Groep,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    Persoon,
    PersoonSoort,
    Rol,
    School,
    bouwen_van,
)
from svp_desktop.kluis.stores import casus_acties, casussen, incidenten, personen
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import papier_feiten_casus, papier_feiten_herstelgesprek, papier_feiten_thuisschool
from svp_desktop.services.papier_rond import houder, noemnaam, nog_hier

_CHILD_ONLY = "Dit papier is voor één kind. Deze casus gaat over een groep."
_GROUP_ONLY = "Dit papier is voor een hele groep. Deze casus gaat over één kind."
_WIE = "[vul in: de naam van de ouder]"
_ZO_NOEMT_EEN_KIND = {"moeder": "mama", "vader": "papa"}
_HERSTEL = ("oplossingsverzoek", "herstelactie")


_Lezer = Callable[[Rx, int, str, date], dict[str, Waarde]]
_LEZERS: dict[PapierBron, _Lezer] = {
    PapierBron.CASUS: papier_feiten_casus.feiten,
    PapierBron.THUISSCHOOL: papier_feiten_thuisschool.feiten,
    PapierBron.HERSTELGESPREK: papier_feiten_herstelgesprek.feiten,
}


class Bekend(NamedTuple):
    """Everything that is known for a paper of one casus; `kind` None for the casus of a group."""

    casus: Casus
    kind: Leerling | None
    bouw: Bouw
    groep: str
    school: School
    leerkracht: Persoon | None
    directeur: Persoon | None
    klasgenoten: tuple[Naam, ...]
    anderen: tuple[Naam, ...]
    incidenten: tuple[IncidentInhoud, ...]
    acties: tuple[CasusActie, ...]
    ontvangers: tuple[Ontvanger, ...]
    ouders: tuple[Ouder, ...] = ()

    @property
    def roepnaam(self) -> str:
        """The child's first name, empty for a group."""
        return self.kind.naam.roepnaam if self.kind else ""


def lees_bekend(rx: Rx, casus_id: int, spec: PapierSpec, today: date) -> Bekend:
    """Read it all. Raises NietGevonden, and PapierFout for the casus of a group and a paper about one child, or the
    other way round."""
    casus = casussen.lees(rx, casus_id)
    if casus.leerling_id is None and not spec.groep:
        raise PapierFout(_CHILD_ONLY, safe="Er is niets veranderd.", now="Kies een casus van een kind.")
    if casus.leerling_id is not None and spec.groep and spec.bron is PapierBron.CASUS:
        raise PapierFout(_GROUP_ONLY, safe="Er is niets veranderd.", now="Kies een casus van een groep.")
    kind = personen.lees(rx, casus.leerling_id) if casus.leerling_id is not None else None
    if kind is not None and not isinstance(kind, Leerling):
        raise NietGevonden
    groep_id = kind.groep_id if kind else casus.groep_id
    groep = next((item for item in school_store.groepen(rx) if item.id == groep_id), None)
    pupils = [item for item in personen.alle(rx, PersoonSoort.LEERLING) if kind is None or item.id != kind.id]
    mates = {item.id for item in pupils if groep and isinstance(item, Leerling) and item.groep_id == groep.id}
    return Bekend(
        casus=casus,
        kind=kind,
        bouw=bouw_van_kind(kind, groep),
        groep=groep.naam if groep else "",
        school=school_store.lees(rx),
        leerkracht=nog_hier(rx, casus.eigenaar_id, today),
        directeur=houder(rx, Rol.DIRECTEUR, today),
        klasgenoten=tuple(item.naam for item in pupils if item.id in mates),
        anderen=tuple(item.naam for item in pupils if item.id not in mates),
        incidenten=_incidenten(rx, casus_id, kind.id if kind else None),
        acties=casus_acties.van_casus(rx, casus_id),
        ontvangers=_envelopes(rx, kind) if spec.envelop and kind else (),
        ouders=personen.ouders_van(rx, kind.id) if spec.ouders_tekenen and kind else (),
    )


def bouw_van_kind(kind: Leerling | None, groep: Groep | None) -> Bouw:
    """The bouw that a paper speaks to: of the group (so groep 6 follows its group), else of the jaargroep."""
    if groep is not None:
        return groep.bouw
    return bouwen_van(kind.jaargroep)[0] if kind is not None and kind.jaargroep is not None else Bouw.MIDDENBOUW


def lees_feiten(rx: Rx, spec: PapierSpec, casus_id: int, bron_id: int | None, today: date) -> dict[str, Waarde]:
    """What the source of this paper knows, by the code of its placeholder. Raises NietGevonden."""
    reader = _LEZERS.get(spec.bron)
    source = casus_id if spec.bron is PapierBron.CASUS else bron_id
    return {} if reader is None or source is None else reader(rx, source, spec.soort.value, today)


def voor_lezer(bekend: Bekend, feiten: Mapping[str, Waarde]) -> Bekend:
    """The same for a reader of another bouw than the child of the casus: the one who was hurt in a herstelgesprek."""
    bouw = feiten.get("lezer_bouw")
    return bekend._replace(bouw=Bouw(bouw)) if isinstance(bouw, str) and bouw else bekend


def vul_draft(
    bekend: Bekend, spec: PapierSpec, tekst: Brieftekst, feiten: Mapping[str, Waarde], today: date
) -> PapierDraft:
    """The paper with everything known in its place; the rest stays an open place that the guards find.

    `feiten` are those of the source of the paper; what the casus itself knows goes without saying.
    """
    moment = _moment(bekend) if spec.voorlezen else Voorleesmoment()
    filled = vul_waarden(tekst, {**waarden_van(_feiten(bekend, moment)), **feiten})
    return PapierDraft(
        casus_id=bekend.casus.id,
        soort=spec.soort,
        bouw=bekend.bouw,
        roepnaam="" if spec.zonder_naam else str(feiten.get("roepnaam") or bekend.roepnaam),
        aanhef=filled.aanhef,
        blokken=filled.blokken,
        ondertekenaars=_ondertekenaars(bekend, spec) if spec.ondertekend else (),
        moment=moment,
        datum=_van(spec, feiten, today),
        tekening=TEKENING_VAN_BOUW[bekend.bouw] if bekend.kind else Tekening.VLOOT,
        onderwerp=filled.onderwerp,
        bijlage=filled.bijlage,
        slot=filled.slot,
        kenmerk=filled.kenmerk,
        noot=filled.noot,
        ontvangers=bekend.ontvangers,
    )


def _van(spec: PapierSpec, feiten: Mapping[str, Waarde], today: date) -> date:
    """The day that stands on it: of a decision the day on which the parents got it, never a later one; else today."""
    given = feiten.get("brief_van")
    return date.fromisoformat(given) if spec.namens_school and isinstance(given, str) else today


def _incidenten(rx: Rx, casus_id: int, leerling_id: int | None) -> tuple[IncidentInhoud, ...]:
    """The content of the coupled incidents in which the child took part; of a group all."""
    found = (incidenten.lees(rx, incident_id) for incident_id in casussen.incident_ids(rx, casus_id))
    contents = (item.inhoud for item in found if item is not None)
    return tuple(
        item
        for item in contents
        if leerling_id is None or any(person.persoon_id == leerling_id for person in item.betrokkenen)
    )


def _feiten(bekend: Bekend, moment: Voorleesmoment) -> PapierFeiten:
    base = PapierFeiten(
        groep=bekend.groep,
        grens=grens(bekend.incidenten),
        stappen=stappen(bekend.acties),
        leerkracht=noemnaam(bekend.leerkracht),
        moment=moment,
        school=bekend.school.naam,
        telefoon=bekend.school.telefoon,
    )
    if bekend.kind is None:
        return base
    kind = bekend.kind.naam
    others = (
        *(Vervanging(naam, "een klasgenoot") for naam in bekend.klasgenoten),
        *(Vervanging(naam, "een ander kind") for naam in bekend.anderen),
    )
    herstel = [item.datum for item in bekend.acties if not item.gedaan and item.actie in _HERSTEL]
    return replace(
        base,
        roepnaam=kind.roepnaam,
        sterke_kanten=sterke_kanten(bekend.incidenten, kind, others),
        gedragingen=gedragingen(bekend.incidenten, kind, others),
        hersteldag=min(herstel, default=None),
    )


def _moment(bekend: Bekend) -> Voorleesmoment:
    """The day of a planned aankondiging; who will be there as far as it goes without saying."""
    days = [item.datum for item in bekend.acties if not item.gedaan and item.actie == "aankondiging"]
    there = ("u", bekend.roepnaam, noemnaam(bekend.leerkracht)) if bekend.kind else (noemnaam(bekend.leerkracht),)
    return Voorleesmoment(dag=min(days, default=None), aanwezig=tuple(name for name in there if name))


def _ondertekenaars(bekend: Bekend, spec: PapierSpec) -> tuple[Ondertekenaar, ...]:
    """The one who leads the casus, then the directeur; the directeur alone for the school. As the reader knows them."""
    to_adults = spec.lezer is not Lezer.KIND
    signers: list[tuple[Persoon, str]] = []
    order: tuple[tuple[Persoon | None, str], ...] = (
        (bekend.leerkracht, "leerkracht"),
        (bekend.directeur, "directeur"),
    )
    if spec.namens_school and bekend.directeur is not None:
        order = order[1:]
    for persoon, function in order:
        if persoon is None or persoon.id in [item.id for item, _function in signers]:
            continue
        own = persoon.functie if isinstance(persoon, Medewerker) and function != "directeur" else ""
        signers.append((persoon, own or function))
    known = tuple(
        Ondertekenaar(str(persoon.naam) if to_adults else noemnaam(persoon), function if to_adults else "")
        for persoon, function in signers
    )
    home = _ouders(bekend) or ((Ondertekenaar(open_plek("ouder_tekent")),) if spec.ouders_tekenen else ())
    return (*home, *known) or (Ondertekenaar(open_plek("leerkracht")),)


def _ouders(bekend: Bekend) -> tuple[Ondertekenaar, ...]:
    """Parents with gezag as their child calls them; one of another relation by name."""
    lines = (
        (ouder, line.relatie.strip().lower())
        for ouder in bekend.ouders
        for line in ouder.kinderen
        if bekend.kind is not None and line.leerling_id == bekend.kind.id and line.gezag
    )
    return tuple(Ondertekenaar(_ZO_NOEMT_EEN_KIND.get(relation) or str(ouder.naam)) for ouder, relation in lines)


def _envelopes(rx: Rx, kind: Leerling) -> tuple[Ontvanger, ...]:
    return ontvangers(personen.ouders_van(rx, kind.id), kind.id) or (_nobody(),)


def _nobody() -> Ontvanger:
    """No parent with gezag is known: the letter can be seen, and asks for whom it is."""
    return Ontvanger((), (_WIE,), f"Beste {_WIE},", "de ouder", adres_bekend=False)
