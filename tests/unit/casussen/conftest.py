"""A small real school in a temporary kluis: one group, a few families, and incidents to begin a casus with."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from svp_desktop.domain.casus import CasusDraft
from svp_desktop.domain.incident import Betrokkenheid, IncidentDraft, Mand, Soort, SoortKeuze, SubSoort
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Bouw,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    Persoon,
    Rol,
    School,
)
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

DADER = frozenset({Betrokkenheid.DADER})
SLACHTOFFER = frozenset({Betrokkenheid.SLACHTOFFER})
PASSWORD = "vier losse woorden, klaar"
BEGIN = datetime(2026, 8, 24, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@dataclass
class Wereld:
    """The unlocked school with the ids that tests speak about."""

    werkplek: Werkplek
    toegang: Toegang
    ids: dict[str, int] = field(default_factory=dict)

    def persoon(self, key: str, persoon: Persoon) -> int:
        self.ids[key] = self.werkplek.personen.bewaar(persoon).value
        return self.ids[key]

    def incident(self, datum: str, feiten: str, *people: tuple[str, frozenset[Betrokkenheid]], **changes) -> int:
        betrokkenen = tuple(self.werkplek.personen.als_betrokkene(self.ids[key], rollen) for key, rollen in people)
        values = {
            "datum": datum,
            "tijd": "10.25",
            "plaats": "Schoolplein",
            "soorten": (SoortKeuze(Soort.GEWELD, (SubSoort.FYSIEK,)),),
            "mand": Mand.ORANJE,
            "betrokkenen": betrokkenen,
            "feiten": feiten,
        }
        return self.werkplek.incidenten.registreer(IncidentDraft(**(values | changes))).value

    def casus(self, key: str = "mees", **changes) -> int:
        values = {"leerling_id": self.ids[key], "eigenaar_id": self.ids["jan"], "aanleiding": "Het loopt vast."}
        return self.werkplek.casussen.open(CasusDraft(**(values | changes))).value


@pytest.fixture(scope="session")
def eerste_school(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """The school made once; every test works with a copy of its closed files."""
    root = tmp_path_factory.mktemp("school")
    wereld = Wereld(*_make(root))
    wereld.werkplek.vergrendel()
    return root, wereld.ids


@pytest.fixture
def wereld(tmp_path: Path, clock: Callable, eerste_school: tuple[Path, dict[str, int]]) -> Iterator[Wereld]:
    shutil.copytree(eerste_school[0], tmp_path, dirs_exist_ok=True)
    toegang = Toegang(Paths.under(tmp_path), clock, KdfPolicy.for_tests())
    (school,) = toegang.scholen()
    wereld = Wereld(toegang.ontgrendel(school.folder, school.accounts[0].id, PASSWORD), toegang, dict(eerste_school[1]))
    yield wereld
    wereld.werkplek.vergrendel()


def _make(root: Path) -> tuple[Werkplek, Toegang, dict[str, int]]:
    toegang = Toegang(Paths.under(root), lambda: BEGIN, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Waterstad", "Hanneke Vos", Rol.DIRECTEUR, PASSWORD)
    wereld = Wereld(werkplek, toegang)
    werkplek.school.bewaar(
        School("De Regenboog", "Havenstraat 8", "1234 AB", "Waterstad", "012 345 67 89", "post@regenboog.example")
    )
    wereld.ids["hanneke"] = werkplek.persoon_id
    group = werkplek.school.bewaar_groep("Bovenbouw Anker", Bouw.BOVENBOUW).value
    wereld.ids["anker"] = group
    wereld.persoon("mees", Leerling(0, "", Naam("Mees", "", "Jansen"), "1001", jaargroep=8, groep_id=group))
    wereld.persoon("sem", Leerling(0, "", Naam("Sem", "van der", "Berg"), "1002", jaargroep=7, groep_id=group))
    wereld.persoon("daan", Leerling(0, "", Naam("Daan", "", "’t Hart"), "1003", jaargroep=8, groep_id=group))
    aide = Medewerker(0, "", Naam("Anouk", "", "Aalbers"), functie="onderwijsassistent", groep_ids=(group,))
    wereld.persoon("assistent", aide)
    teacher = Medewerker(
        0, "", Naam("Jan", "de", "Boer"), Aanspreekvorm.HEER, "meester Jan", "leerkracht", groep_ids=(group,)
    )
    wereld.persoon("jan", teacher)
    _parents(wereld)
    return werkplek, toegang, wereld.ids


def _parents(wereld: Wereld) -> None:
    child = wereld.ids["mees"]
    wereld.persoon(
        "moeder",
        Ouder(
            0, "", Naam("Karin", "van", "Dam"), Aanspreekvorm.MEVROUW, "K.", "Kade 1", "1234 AC", "Waterstad",
            kinderen=(OuderVan(child, "moeder"),),
        ),
    )  # fmt: skip
    wereld.persoon(
        "vader",
        Ouder(
            0, "", Naam("Piet", "", "Jansen"), Aanspreekvorm.HEER, "P.", "Steiger 2", "1234 AD", "Waterstad",
            kinderen=(OuderVan(child, "vader"),),
        ),
    )  # fmt: skip
    wereld.persoon(
        "stiefvader",
        Ouder(
            0, "", Naam("Bram", "", "Kok"), Aanspreekvorm.HEER, "B.", "Kade 1", "1234 AC", "Waterstad",
            kinderen=(OuderVan(child, "partner van moeder", gezag=False),),
        ),
    )  # fmt: skip


@pytest.fixture
def rollen() -> tuple[frozenset[Betrokkenheid], frozenset[Betrokkenheid]]:
    """Dader and slachtoffer, as sets of roles."""
    return DADER, SLACHTOFFER
