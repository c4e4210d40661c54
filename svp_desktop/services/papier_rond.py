"""What every paper of a dossier may need of the school and of the casus: names, roles, settings, who may be named."""

from dataclasses import dataclass
from datetime import date

from svp_desktop.domain.casus import Casus
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.papier_namen import PapierNamen
from svp_desktop.domain.papier_vullen import Waarde
from svp_desktop.domain.school import Groep, Leerling, Medewerker, Ouder, Persoon, PersoonSoort, Rol, School
from svp_desktop.kluis.stores import casus_mensen, casussen, instellingen, personen
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx


@dataclass(frozen=True, slots=True)
class Rond:
    """A casus with what stands around it; `kind` None for the casus of a group."""

    casus: Casus
    kind: Leerling | None
    groep: Groep | None
    school: School
    instellingen: Instellingen
    leerkracht: Persoon | None
    directeur: Persoon | None
    ouders: tuple[Ouder, ...]
    medewerkers: tuple[Medewerker, ...]
    namen: PapierNamen
    today: date

    @property
    def roepnaam(self) -> str:
        """The child's first name; "" for a group."""
        return self.kind.naam.roepnaam if self.kind else ""

    def noem(self, naam: str) -> str:
        """How a child calls this member of staff ("juf Ilse"); the name itself for anybody else."""
        folded = vouw(naam.strip())
        found = (item for item in self.medewerkers if folded in (vouw(str(item.naam)), vouw(item.noemnaam)))
        return next((noemnaam(item) for item in found), naam.strip())

    def basis(self) -> dict[str, Waarde]:
        """The values that any of these papers may name."""
        return {
            "roepnaam": self.roepnaam,
            "groep": self.groep.naam if self.groep else self.casus.groep,
            "school": self.school.naam,
            "telefoon": self.school.telefoon,
            "bestuur": self.school.bestuur,
            "brin": self.school.brin,
            "leerkracht": noemnaam(self.leerkracht),
            "directeur": noemnaam(self.directeur),
            "directeur_naam": str(self.directeur.naam) if self.directeur else "",
        }


def lees_rond(rx: Rx, casus_id: int, today: date) -> Rond:
    """Read it all. Raises NietGevonden."""
    casus = casussen.lees(rx, casus_id)
    found = personen.lees(rx, casus.leerling_id) if casus.leerling_id is not None else None
    kind = found if isinstance(found, Leerling) else None
    groep_id = kind.groep_id if kind else casus.groep_id
    pupils = [item for item in personen.alle(rx, PersoonSoort.LEERLING) if isinstance(item, Leerling)]
    others = [item for item in pupils if kind is None or item.id != kind.id]
    staff = [item for item in personen.alle(rx, PersoonSoort.MEDEWERKER) if isinstance(item, Medewerker)]
    parents = personen.ouders_van(rx, kind.id) if kind else ()
    helpers = casus_mensen.steunfiguren(rx, casus_id)
    adults = (
        *(str(item.naam) for item in staff),
        *(item.noemnaam for item in staff),
        *(str(item.naam) for item in parents),
        *(item.naam for item in helpers),
    )
    return Rond(
        casus=casus,
        kind=kind,
        groep=next((item for item in school_store.groepen(rx) if item.id == groep_id), None),
        school=school_store.lees(rx),
        instellingen=Instellingen(instellingen.lees(rx)),
        leerkracht=nog_hier(rx, casus.eigenaar_id, today),
        directeur=houder(rx, Rol.DIRECTEUR, today),
        ouders=tuple(parents),
        medewerkers=tuple(staff),
        namen=PapierNamen(
            kind.naam if kind else None,
            tuple(item.naam for item in others if groep_id is not None and item.groep_id == groep_id),
            tuple(item.naam for item in others if groep_id is None or item.groep_id != groep_id),
            tuple(name for name in adults if name),
        ),
        today=today,
    )


def houder(rx: Rx, rol: Rol, today: date) -> Persoon | None:
    """The first who holds a role on this day."""
    holders = (nog_hier(rx, item, today) for item in school_store.houders(rx, rol, today))
    return next((item for item in holders if item is not None), None)


def nog_hier(rx: Rx, persoon_id: int | None, today: date) -> Persoon | None:
    """This member of staff; None for who left the school: a paper of today neither names nor is signed by them."""
    persoon = personen.lees(rx, persoon_id) if persoon_id is not None else None
    if not isinstance(persoon, Medewerker) or personen.verwijderd(rx, persoon.id):
        return None
    return persoon if persoon.vertrokken_op is None or persoon.vertrokken_op >= today else None


def noemnaam(persoon: Persoon | None) -> str:
    """How a child calls an adult: "juf Marit"; the full name when that is not known."""
    if persoon is None:
        return ""
    return (persoon.noemnaam if isinstance(persoon, Medewerker) else "") or str(persoon.naam)
