"""The kluis that the benchmark works on: 100,000 incidents with texts of 400 characters, made once and kept."""

import random
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as moment
from pathlib import Path

from svp_desktop.domain.incident import (
    SUBSOORTEN,
    Betrokkene,
    Betrokkenheid,
    IncidentInhoud,
    Mand,
    PlaatsBereik,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.school import Bouw, Leerling, Naam, PersoonSoort, Rol, schooljaar
from svp_desktop.kluis import revisions, versions
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.stores import incidenten, personen
from svp_desktop.paths import Paths
from svp_desktop.services.incidenten import VERSIE_SOORT
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.vastleggen import incident_inhoud_naar_dict
from svp_desktop.services.werkplek import Werkplek

INCIDENTS, TEXT_LENGTH = 100_000, 400
# 80 incidents a child in four years: more than the heaviest file of a school. With the 180 pupils of one school each
# child would have 1,100, and what a save asks about its children would be measured on something that does not exist.
PUPILS = 2_500
PASSWORD = "meten is weten op de school"
YEARS = 4
_RECIPE = 6  # raise when what is made changes

_FIRST = "Sem Noor Daan Saar Milan Yara Lukasz Aya Finn Evi Bram Lina Adam Zoë Thijs Mila Omar Fleur Jens Nina".split()
_LAST = "Bakker Visser Öztürk Kowalski Mulder Smit Bos Yilmaz Meijer Postma Kok Willems Hoekstra Peters Blom".split()
_WORDS = (
    "op het plein bij de zandbak na de grote pauze duwde hij haar tegen het hek zij riep dat het spel niet eerlijk was "
    "de leerkracht zag dat twee kinderen elkaar vasthielden en sprak met iedereen apart in de gang eerst werd er hard "
    "geroepen daarna werd het stil een ander kind haalde de juf er lag een jas op de grond met een scheur in de mouw "
    "later vertelden beide kinderen rustig wat er volgens hen gebeurd was zij spraken af hoe zij morgen verder spelen "
    "thuis is gebeld met de ouders van beide kinderen de groep praatte er in de kring over voetbal ruilkaarten trap "
    "fiets gymzaal toilet klaslokaal computer bericht telefoon foto scheldwoord schop knie tranen excuses tekening"
).split()


@dataclass(frozen=True)
class Place:
    """A profile on disk with one school, and what opening it takes."""

    profile: Path
    folder: Path
    account: str

    def open(self) -> Werkplek:
        """Unlock it."""
        return Toegang(Paths.under(self.profile), now, _policy()).ontgrendel(self.folder, self.account, PASSWORD)


def now() -> datetime:
    """The clock of the benchmark."""
    return datetime.now().astimezone()


def _policy() -> KdfPolicy:
    """What a school gets: the derivation is left out of every row, but what goes on beside it must have its time."""
    return KdfPolicy.product()


def ready(base: Path) -> Place:
    """The kept profile for this schema and school year, made when it is not there."""
    year = schooljaar(date.today())
    profile = base / f"data-{_RECIPE}-{revisions.SCHOOL.head}-{INCIDENTS}-{year}"
    mark = profile / "klaar.json"
    if not mark.is_file():
        for old in base.glob("data-*"):
            shutil.rmtree(old)
        _make(profile)
        mark.write_text("{}", encoding="utf-8")
    return _place(profile)


def copied(place: Place, target: Path) -> Place:
    """A copy to write in, so that the kept one stays as it is. Both must be closed."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(place.profile, target)
    return _place(target)


def _place(profile: Path) -> Place:
    toegang = Toegang(Paths.under(profile), now, _policy())
    school = toegang.scholen()[0]
    return Place(profile, school.folder, school.accounts[0].id)


def _make(profile: Path) -> None:
    started = time.monotonic()
    print(f"De meetschool wordt gemaakt ({INCIDENTS} incidenten, een paar minuten, alleen de eerste keer).", flush=True)
    toegang = Toegang(Paths.under(profile), now, _policy())
    werkplek = toegang.maak_school("Meetschool", "Delft", "Ada de Wit", Rol.DIRECTEUR, PASSWORD)
    groups = [werkplek.school.bewaar_groep(f"Groep {n}", bouw).value for n, bouw in _groups()]
    school = werkplek._kluis.school
    rng = random.Random(20261124)
    with school.transaction() as tx:
        pupils = []
        for number in range(PUPILS):
            name = Naam(rng.choice(_FIRST), "", rng.choice(_LAST))
            pupil = Leerling(0, f"00000000-0000-4000-8000-{number:012d}", name, groep_id=rng.choice(groups))
            pupils.append((personen.voeg_toe(tx, pupil), str(name), f"{rng.randint(1, 8)}"))
        for inhoud in _incidents(rng, pupils):
            incident_id = incidenten.voeg_toe(tx, inhoud)
            versions.keep(tx, VERSIE_SOORT, incident_id, incident_inhoud_naar_dict(inhoud))
    werkplek.bewaar_plek({"tab": "incidenten"})
    werkplek.vergrendel()
    print(f"Klaar na {time.monotonic() - started:.0f} s.", flush=True)


def _groups() -> tuple[tuple[int, Bouw], ...]:
    return tuple((n, Bouw.ONDERBOUW if n < 3 else Bouw.MIDDENBOUW if n < 6 else Bouw.BOVENBOUW) for n in range(1, 9))


def _incidents(rng: random.Random, pupils: list[tuple[int, str, str]]) -> Iterator[IncidentInhoud]:
    """In order of the day, as a register grows; most of them light, as in a real one."""
    today = date.today()
    days = sorted(today - timedelta(days=rng.randrange(365 * YEARS)) for _ in range(INCIDENTS))
    kinds, manden, places = tuple(Soort), tuple(Mand), ("Schoolplein", "Gang", "Lokaal", "Gymzaal", "Online")
    for day in days:
        kind = rng.choice(kinds)
        subs = SUBSOORTEN.get(kind, ())
        people = rng.sample(pupils, 2)
        yield IncidentInhoud(
            datum=day,
            tijd=moment(rng.randint(8, 15), rng.randrange(60)),
            plaats=rng.choice(places),
            bereik=PlaatsBereik.BINNEN,
            soorten=(SoortKeuze(kind, (rng.choice(subs),) if subs else ()),),
            mand=rng.choices(manden, (60, 25, 11, 4))[0],
            betrokkenen=tuple(
                Betrokkene(id_, name, PersoonSoort.LEERLING, group, frozenset({role}))
                for (id_, name, group), role in zip(
                    people, (Betrokkenheid.DADER, Betrokkenheid.SLACHTOFFER), strict=True
                )
            ),
            feiten=text(rng),
            twijfel=rng.random() < 0.1,
        )


def text(rng: random.Random) -> str:
    """Some sentences of together 400 characters."""
    words: list[str] = []
    while sum(map(len, words)) + len(words) < TEXT_LENGTH:
        words += [*rng.choices(_WORDS, k=rng.randint(6, 14)), "en"]
    return " ".join(words)[:TEXT_LENGTH].capitalize()
