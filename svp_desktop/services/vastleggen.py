"""Values as plain JSON and back, by what they are: what concepts and earlier versions are kept as."""

from svp_desktop.domain.casus import ActieDraft, CasusDraft
from svp_desktop.domain.incident import IncidentDraft, IncidentInhoud
from svp_desktop.domain.platte_waarden import Json, naar_dict, van_dict
from svp_desktop.domain.school import Extern, Leerling, Medewerker, Ouder, Persoon, PersoonSoort, soort_van

__all__ = ["Json", "naar_dict", "van_dict"]

_PERSON_CLASSES: dict[PersoonSoort, type[Leerling | Ouder | Medewerker | Extern]] = {
    PersoonSoort.LEERLING: Leerling,
    PersoonSoort.OUDER: Ouder,
    PersoonSoort.MEDEWERKER: Medewerker,
    PersoonSoort.EXTERN: Extern,
}


def incident_draft_naar_dict(draft: IncidentDraft) -> Json:
    """What the incident form holds."""
    return naar_dict(draft)


def incident_draft_van_dict(content: Json) -> IncidentDraft:
    """The incident form again. Raises ValueError."""
    return van_dict(IncidentDraft, _renamed(content))


def incident_inhoud_naar_dict(inhoud: IncidentInhoud) -> Json:
    """A version of an incident."""
    return naar_dict(inhoud)


def incident_inhoud_van_dict(content: Json) -> IncidentInhoud:
    """A version of an incident again. Raises ValueError."""
    return van_dict(IncidentInhoud, _renamed(content))


def casus_draft_naar_dict(draft: CasusDraft) -> Json:
    """What the casus form holds."""
    return naar_dict(draft)


def casus_draft_van_dict(content: Json) -> CasusDraft:
    """The casus form again. Raises ValueError."""
    return van_dict(CasusDraft, content)


def actie_draft_naar_dict(draft: ActieDraft) -> Json:
    """What the form of an action holds."""
    return naar_dict(draft)


def actie_draft_van_dict(content: Json) -> ActieDraft:
    """The form of an action again. Raises ValueError."""
    return van_dict(ActieDraft, content)


def persoon_naar_dict(persoon: Persoon) -> Json:
    """A version of a person, with the category."""
    return naar_dict(persoon) | {"soort": soort_van(persoon).value}


def persoon_van_dict(content: Json) -> Persoon:
    """A version of a person again. Raises ValueError."""
    return van_dict(_PERSON_CLASSES[PersoonSoort(content.get("soort"))], content)


def _renamed(content: Json) -> Json:
    """What was kept before the field `vervolg` became `maatregel`."""
    return {"maatregel" if name == "vervolg" else name: value for name, value in content.items()}
