"""Force every error that can be forced, with marked texts in all that is given, and let each end in the log of bugs.

Arguments: the folder to live in, a pupil file, a file with the markers, a file for the keys that must not be found.
Every public method of every service is called with marked texts; then the files are damaged under an open school, and
every kind of error that a user may meet is shown. Says how many errors of how many kinds there were.
"""

import inspect
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import svp_desktop.services.woorden  # noqa: F401  (its own kinds of errors belong to those that are shown)
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import Rol
from svp_desktop.kluis import keyring, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.faults import Faults

os.umask(0o077)
root, pupils, marks, keys = (Path(argument) for argument in sys.argv[1:5])
text = dict(json.loads(marks.read_text(encoding="utf-8")))
PASSWORD = text["concept"]
paths = Paths.under(root)
#: What ends the session, starts another process, or takes the example school's time.
LEFT_OUT = {"vergrendel", "kopieer_nu", "kies_tweede_plek", "voorbeeldschool", "begin", "sluit_af", "maak_alle"}
shown: list[UserFacing] = []
kinds: set[str] = set()
counted = 0


def now() -> datetime:
    return datetime.now().astimezone()


faults = Faults(paths.logs, now, shown.append)
toegang = Toegang(paths, now, KdfPolicy.for_tests())


def forced(work: Callable[[], Any]) -> None:
    """Whatever comes of it goes where the program sends what nobody caught."""
    global counted
    try:
        work()
    except Exception as error:
        counted += 1
        kinds.add(type(error).__name__)
        faults.caught(type(error), error, error.__traceback__)


def methods(service: object) -> Iterator[tuple[Callable[..., Any], int]]:
    """Every public method with the number of its arguments; properties are asked for on the way."""
    for name, found in sorted(vars(type(service)).items()):
        if name.startswith("_") or name in LEFT_OUT:
            continue
        if inspect.isfunction(found):
            yield getattr(service, name), len(inspect.signature(found).parameters) - 1
        else:
            forced(lambda name=name: getattr(service, name))


def services(werkplek: Werkplek) -> Iterator[object]:
    """Every service of the workplace, and the workplace and the way in themselves."""
    for name in sorted(vars(Werkplek)):
        with suppress(UserFacing):
            found = None if name.startswith("_") else getattr(werkplek, name)
            if type(found).__module__.startswith("svp_desktop.services"):
                yield found
    yield from (werkplek, toegang, toegang.terugzetten)


def all_methods(werkplek: Werkplek) -> None:
    """With marked texts, marked bytes, and numbers of what is not there."""
    for service in services(werkplek):
        for method, count in methods(service):
            if count:
                for value in (text["feiten"], text["feiten"].encode(), 987654321, {"feiten": text["feiten"]}, None):
                    forced(lambda method=method, value=value, count=count: method(*[value] * count))


def every_kind(kind: type[UserFacing] = UserFacing) -> None:
    """Each error that carries its own words."""
    for below in kind.__subclasses__():
        every_kind(below)
    count = len(inspect.signature(kind).parameters)
    given: dict[str, list[Any]] = {"InvoerOnjuist": [(Finding("veld", "tekst"),)], "WoordenOnjuist": [()]}

    def show() -> None:
        raise kind(*given.get(kind.__name__, [7] if count and kind.__name__.endswith("Onjuist") else []))

    forced(show)


def damage(folder: Path) -> None:
    """Under an open school, and then at the door."""
    werkplek = toegang.ontgrendel(folder, toegang.scholen()[0].accounts[0].id, PASSWORD)
    database = folder / "school.db"
    whole = database.read_bytes()
    broken = bytearray(whole)
    for page in range(3, len(whole) // 4096):
        broken[page * 4096 + 50] ^= 1
    for service in (werkplek.personen.lijst, werkplek.incidenten.ids, werkplek.zoeken):
        database.write_bytes(broken)
        forced(lambda service=service: service(text["feiten"]))
    werkplek.vergrendel()
    account = toegang.scholen()[0].accounts[0].id
    for content in (bytes(broken), b"", whole[:-7], text["feiten"].encode() * 900):
        database.write_bytes(content)
        forced(lambda: toegang.ontgrendel(folder, account, PASSWORD))
    database.write_bytes(whole)
    forced(lambda: toegang.ontgrendel(folder, account, text["achternaam"]))
    keyring_file = folder / "sleutelring.json"
    good = keyring_file.read_bytes()
    keyring_file.write_bytes(text["feiten"].encode())
    forced(lambda: toegang.ontgrendel(folder, account, PASSWORD))
    keyring_file.write_bytes(good)


first = toegang.maak_school("De Regenboog", "Waterstad", "Hanneke Vos", Rol.DIRECTEUR, PASSWORD)
folder, ring, account = first.folder, first._kluis.ring, first.account.id
secret = ways.open_by_password(ring, account, PASSWORD, KdfPolicy.for_tests())
key = keyring.open_slot(ring, ring["compartments"][0], account, secret)
assert key is not None
keys.write_text(json.dumps([bytes(key).hex(), secret.reveal().hex()]))
plan = first.inlezen.bekijk(pupils.read_bytes(), pupils.name, first.inlezen.kolommen(pupils.read_bytes()))
first.inlezen.neem_over(plan, plan.standaard)
all_methods(first)
forced(lambda: toegang.ontgrendel(folder, account, PASSWORD))
first.vergrendel()
all_methods(first)
every_kind()
damage(folder)
sys.stdout.write(json.dumps({"errors": counted, "kinds": sorted(kinds)}) + "\n")
