"""Flows of daily work: saving, reading pupils from a file, typing a password, the first run, a newer program."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from flow import PASSWORD, Session, flow

from svp_desktop.domain.errors import WachtwoordOnjuist
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    IncidentFilter,
    Mand,
    Soort,
    SoortKeuze,
)
from svp_desktop.domain.school import PersoonSoort, Rol
from svp_desktop.kluis import attempts, kluis, revisions
from svp_desktop.kluis.revisions import Schema

# --- an incident is recorded, then changed ----------------------------------------------------------------------


def _draft(session: Session, number: int) -> IncidentDraft:
    person = session.work.personen.lijst(PersoonSoort.MEDEWERKER)[0]
    melder = Betrokkene(person.id, "Ada de Wit", PersoonSoort.MEDEWERKER, rollen=frozenset({Betrokkenheid.MELDER}))
    return IncidentDraft(
        datum=f"{session.now:%d-%m-%Y}",
        tijd="10:31",
        plaats="Schoolplein",
        soorten=(SoortKeuze(Soort.PESTEN),),
        mand=Mand.GEEL,
        betrokkenen=(melder,),
        feiten=_facts(number) + " lang genoeg voor meer dan een blad van de schijf" * 40,
    )


def _facts(number: int) -> str:
    return f"{'veranderd' if number % 2 == 0 else 'geschreven'} als nummer {number}."


def _incidents(session: Session) -> Iterator[int]:
    """The number of each incident's last save: 1 or 2 for the first, 3 or 4 for the next, and so on."""
    service = session.work.incidenten
    for place, incident_id in enumerate(sorted(service.ids(IncidentFilter()))):
        incident = service.lees(incident_id)
        history = service.geschiedenis(incident_id)
        number = 2 * place + incident.versie
        assert [line.nummer for line in history] == list(range(1, incident.versie + 1)), "history in part"
        assert history[-1].inhoud == incident.inhoud, "content and history differ"
        assert incident.inhoud.feiten.startswith(_facts(number)), "content of another save"
        yield number


def saves(session: Session, _confirmed: int) -> int:
    numbers = list(_incidents(session))
    count = session.work.incidenten.aantal
    words = [count(IncidentFilter(zoek=word))[0] for word in ("geschreven", "veranderd")]
    assert sum(words) == len(numbers), "the search index lost step"
    assert all(number % 2 == 0 for number in numbers[:-1]), "a save in between is gone"
    return numbers[-1] if numbers else 0


@flow(saves, actions=6)
def save(session: Session, number: int) -> None:
    """Odd: a new incident; even: the last one changed."""
    service = session.work.incidenten
    if number % 2:
        service.registreer(_draft(session, number))
    else:
        service.wijzig(max(service.ids(IncidentFilter())), _draft(session, number), 1)


# --- pupils from a file -----------------------------------------------------------------------------------------

_CLASS = 24


def _imports(session: Session, _confirmed: int) -> int:
    people = session.work.personen
    # Who is not in the newest file is proposed as gone.
    there = len(people.lijst(PersoonSoort.LEERLING)) + len(people.lijst(PersoonSoort.LEERLING, vertrokken=True))
    assert there % _CLASS == 0, "a file was taken over in part"
    return there // _CLASS


@flow(_imports, actions=3)
def import_pupils(session: Session, number: int) -> None:
    """A file with one class, all new."""
    lines = ["Leerlingnr;Roepnaam;Achternaam;Groep"]
    lines += [f"{number * 100 + seat};Kind{seat};van Ronde{number};Groep {number % 8 + 1}" for seat in range(_CLASS)]
    data = "\n".join(lines).encode()
    service = session.work.inlezen
    plan = service.bekijk(data, "klas.csv", service.kolommen(data))
    service.neem_over(plan, plan.standaard)


# --- a wrong password, then the right one -----------------------------------------------------------------------


def _tries(session: Session, confirmed: int) -> int:
    """A count is there after an odd action and is not after an even one. Looks before anything is unlocked."""
    path = session.folder / attempts.NAME
    counted = path.exists() and any(entry["count"] for entry in json.loads(path.read_bytes())["accounts"].values())
    return confirmed if counted == bool(confirmed % 2) else confirmed + 1


@flow(_tries, prepare=Session.lock, actions=20)
def password_check(session: Session, number: int) -> None:
    """Odd: a wrong password, which must be counted; even: the right one, after which the count is gone."""
    if number % 2:
        with suppress(WachtwoordOnjuist):
            session.unlock("drie verkeerde woorden samen")
    else:
        session.unlock(PASSWORD)


# --- a school is made -------------------------------------------------------------------------------------------


def _schools(session: Session, _confirmed: int) -> int:
    schools = session.toegang.scholen()
    assert all(school.fout is None for school in schools), "a school in part is shown"
    for school in schools:
        session.toegang.ontgrendel(school.folder, school.accounts[0].id, PASSWORD).vergrendel()
    return len(schools) - 1


@flow(_schools, prepare=Session.lock, actions=2)
def new_school(session: Session, number: int) -> None:
    """The first run: a folder, its first compartment and its keyring."""
    session.toegang.maak_school(f"Zuidschool {number}", "Delft", "Bo de Wit", Rol.DIRECTEUR, PASSWORD).vergrendel()


# --- a newer program ---------------------------------------------------------------------------------------------

_STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "{new:04}", "{old:04}", None, None


def upgrade():
    op.add_column("incident", sa.Column("proef{new}", sa.Text(), server_default="leeg"))
    op.create_index("ix_proef{new}", "incident", ["proef{new}"])
    op.execute("UPDATE incident SET proef{new} = hex(randomblob(3000))")
"""


def _newer(session: Session, steps: int) -> None:
    """Let this process be a program that knows so many schema steps more."""
    folder = session.root.parent / f"stappen{steps}"
    if not folder.exists():
        # Made aside: who makes it may be killed.
        made = Path(tempfile.mkdtemp(dir=session.root.parent)) / "stappen"
        shutil.copytree(revisions.SCHOOL.folder, made, ignore=shutil.ignore_patterns("__pycache__"))
        last = int(revisions.SCHOOL.head)
        for new in range(last + 1, last + 1 + steps):
            (made / "versions" / f"{new:04}_proef.py").write_text(_STEP.format(new=new, old=new - 1))
        made.rename(folder)
    kluis.SCHEMAS["school"] = Schema("school", folder)


def _migrated(session: Session, confirmed: int) -> int:
    _newer(session, confirmed + 1)
    assert saves(session, 2) == 2, "what was recorded is not there"
    return confirmed + 1


def _two_saves(session: Session) -> None:
    for steps in range(1, 5):
        _newer(session, steps)
    _newer(session, 0)
    save(session, 1)
    save(session, 2)


@flow(_migrated, prepare=_two_saves, actions=2)
def migration(session: Session, number: int) -> None:
    """Unlocking with a program that knows one schema step more."""
    session.lock()
    _newer(session, number)
    session.unlock(PASSWORD)
