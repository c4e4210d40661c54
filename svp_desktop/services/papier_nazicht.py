"""What the guards of a paper need to know: whose names may not stand in it, what has no letter, what the law asks."""

from collections.abc import Iterable, Set
from datetime import date

from svp_desktop.documents import fonts, lettergrepen
from svp_desktop.domain.casus import Casus
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.leesbaarheid import vloeren
from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_controle import Nazicht, WetVraag, teksten_van
from svp_desktop.domain.papier_soorten import PapierBron, PapierSpec, spec_van
from svp_desktop.domain.school import Leerling, Naam, Persoon, PersoonSoort
from svp_desktop.domain.thuisschool_wet import ControleStand, wettelijke_controle
from svp_desktop.kluis.stores import casussen, herstelgesprekken, personen, thuisschool
from svp_desktop.kluis.stores import instellingen as instellingen_store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.papier_opmaak import letter
from svp_desktop.services.thuisschool import wet_feiten


def lees_nazicht(rx: Rx, draft: PapierDraft, today: date) -> Nazicht:
    """What the guards of this paper need. Raises NietGevonden."""
    spec = spec_van(draft)
    casus = casussen.lees(rx, draft.casus_id)
    kind = personen.lees(rx, casus.leerling_id) if casus.leerling_id is not None else None
    at_the_table = _in_gesprek(rx, draft, spec)
    own = set() if spec.zonder_naam or kind is None else {kind.id}
    classmates = _in_de_buurt(rx, casus, kind, own | at_the_table)
    mine = _geschreven((kind.naam,) if kind is not None and own else ())
    near = _geschreven(classmates) - mine
    elsewhere = _geschreven(personen.namen_van_leerlingen(rx, today, at_the_table)) - mine
    colleagues = {str(item.naam) for item in personen.alle(rx, PersoonSoort.MEDEWERKER)}
    settings = Instellingen(instellingen_store.lees(rx))
    return Nazicht(
        andere_namen=near,
        school_namen=elsewhere,
        collega_namen=frozenset(name for name in colleagues if " " in name) - elsewhere - near,
        ontbrekende_tekens=fonts.missing(teksten_van(draft), letter(draft)),
        lettergrepen=lettergrepen.tel,
        vloeren=vloeren(settings.getal),
        wet=_wet(rx, draft, settings, today) if spec.verplicht else (),
        vandaag=today,
    )


def _geschreven(namen: Iterable[Naam]) -> frozenset[str]:
    """How these names may be written; another child may be called the same as the one that the paper is about."""
    return frozenset(form for naam in namen for form in (naam.roepnaam, str(naam)))


def _in_de_buurt(rx: Rx, casus: Casus, kind: Persoon | None, zonder: Set[int]) -> list[Naam]:
    """The children whose names may not stand in it: of the incidents of the casus, and of the group; not those who sit
    in the talk that it is about."""
    group = kind.groep_id if isinstance(kind, Leerling) else casus.groep_id
    mates = personen.leerlingen_van_groep(rx, group) if group is not None else ()
    names = {item.id: item.naam for item in mates}
    others = set(casussen.leerlingen_van_incidenten(rx, casus.id)) - names.keys()
    names |= {item.id: item.naam for item in personen.lees_meer(rx, sorted(others))}
    return [naam for id_, naam in names.items() if id_ not in zonder]


def _in_gesprek(rx: Rx, draft: PapierDraft, spec: PapierSpec) -> set[int]:
    if spec.bron is not PapierBron.HERSTELGESPREK or draft.bron_id is None:
        return set()
    people = herstelgesprekken.lees(rx, draft.bron_id).inhoud.tekst.deelnemers
    return {item.persoon_id for item in people if item.persoon_id is not None}


def _wet(rx: Rx, draft: PapierDraft, settings: Instellingen, today: date) -> tuple[WetVraag, ...]:
    """What the legal check of the thuis-school does not find in the dossier."""
    if draft.bron_id is None:
        return ()
    record = thuisschool.lees(rx, draft.bron_id)
    lines = wettelijke_controle(record.inhoud, wet_feiten(rx, record, settings, today))
    return tuple(
        WetVraag(line.kop, line.bewijs, nu=line.stand is ControleStand.ONTBREEKT) for line in lines if not line.voldaan
    )
