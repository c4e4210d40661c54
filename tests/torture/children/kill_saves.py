"""Kill a process that records and changes incidents, at a random moment, again and again.

Arguments: profile, password, rounds, seed. Forks after the imports; only the children of a round open the kluis.
After each kill every confirmed save is there as it was written, nothing is there in part, and the trail holds.
Prints `rounds confirmed lost`.
"""

import os
import random
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    IncidentFilter,
    Mand,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.kluis import trail
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek

LONGEST = 0.25  # seconds of writing before the kill
MARKS = {"nieuw": "geschreven in ronde", "anders": "veranderd in ronde"}


def now() -> datetime:
    return datetime.now().astimezone()


def unlock(profile: str, password: str) -> Werkplek:
    toegang = Toegang(Paths.under(Path(profile)), now, KdfPolicy.for_tests())
    school = toegang.scholen()[0]
    return toegang.ontgrendel(school.folder, school.accounts[0].id, password)


def draft(werkplek: Werkplek, facts: str) -> IncidentDraft:
    person = werkplek.personen.lijst(PersoonSoort.MEDEWERKER)[0]
    return IncidentDraft(
        datum=now().strftime("%d-%m-%Y"),
        tijd="10:31",
        plaats="Schoolplein",
        soorten=(SoortKeuze(Soort.PESTEN),),
        mand=Mand.GEEL,
        betrokkenen=(
            Betrokkene(person.id, "Ada de Wit", PersoonSoort.MEDEWERKER, rollen=frozenset({Betrokkenheid.MELDER})),
        ),
        feiten=facts + " " + "lang genoeg voor meer dan een blad van de schijf " * 40,
    )


def write(profile: str, password: str, pipe: int, number: int) -> None:
    """Record, confirm, change, confirm, until the end comes."""
    werkplek = unlock(profile, password)
    while True:
        facts = f"{MARKS['nieuw']} {number}"
        incident_id = werkplek.incidenten.registreer(draft(werkplek, facts)).value
        os.write(pipe, f"{incident_id} 1\n".encode())
        changed = draft(werkplek, f"{MARKS['anders']} {number}")
        werkplek.incidenten.wijzig(incident_id, changed, 1)
        os.write(pipe, f"{incident_id} 2\n".encode())


def one_round(profile: str, password: str, number: int, rng: random.Random) -> dict[int, int]:
    """Let a child write and kill it; returns what it confirmed: incident id -> version."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(profile, password, writing, number)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(0.02 + rng.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        lines = pipe.read().decode().splitlines()
    return {int(line.split()[0]): int(line.split()[1]) for line in lines}


def missing(profile: str, password: str, confirmed: dict[int, int]) -> int:
    """How many confirmed saves are not there; fails on anything that is there in part."""
    werkplek = unlock(profile, password)
    try:
        ids = set(werkplek.incidenten.ids(IncidentFilter()))
        lost = 0
        for incident_id, version in confirmed.items():
            lost += incident_id not in ids or werkplek.incidenten.lees(incident_id).versie < version
        for incident_id in sorted(ids)[-3:]:
            incident = werkplek.incidenten.lees(incident_id)
            history = werkplek.incidenten.geschiedenis(incident_id)
            assert [line.nummer for line in history] == list(range(1, incident.versie + 1)), "history in part"
            assert history[-1].inhoud == incident.inhoud, "content and history differ"
            word = MARKS["nieuw" if incident.versie == 1 else "anders"]
            assert incident.inhoud.feiten.startswith(word), "content of another version"
        found = werkplek.incidenten.aantal(IncidentFilter(zoek="geschreven"))[0]
        changed = werkplek.incidenten.aantal(IncidentFilter(zoek="veranderd"))[0]
        assert found + changed == len(ids), "the search index lost step"
        with werkplek._kluis.school.reading() as rx:
            assert trail.verify(rx), "the trail is broken"
        return lost
    finally:
        werkplek.vergrendel()


def main() -> None:
    profile, password, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    rng = random.Random(seed)
    everything: dict[int, int] = {}
    lost = 0
    for number in range(rounds):
        confirmed = one_round(profile, password, number, rng)
        everything |= confirmed
        lost += in_child(profile, password, confirmed)
    lost += in_child(profile, password, everything)
    sys.stdout.write(f"{rounds} {len(everything)} {lost}\n")


def in_child(profile: str, password: str, confirmed: dict[int, int]) -> int:
    """Check in a process of its own, so that this one never holds the lock that a child would inherit."""
    child = os.fork()
    if child == 0:
        code = 120
        try:
            code = min(missing(profile, password, confirmed), 100)
        except BaseException as error:
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if code > 100:
        raise SystemExit("the check itself failed")
    return code


main()
