"""Read the data of a school without the program: with a password, a herstelblad or two envelopes, and this one file.

Written from docs/sleutelring.md; shares no code with SVP Desktop, so that a school is never stranded. Needs Python 3.11
with `cryptography`, and `sqlcipher3` unless only the keys are asked for. Opens nothing for writing: it works on copies.
What people read is Dutch. See docs/redding.md.
"""

from __future__ import annotations

import argparse
import base64
import csv
import getpass
import hashlib
import json
import shutil
import sys
import tempfile
import unicodedata
import zlib
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

RING = "sleutelring.json"
PREVIOUS = "sleutelring.vorige.json"
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

Json = dict[str, Any]


class Stop(Exception):
    """Ends the run with a sentence for who types."""


# --- The keyring ----------------------------------------------------------------------------------------------------


def canonical(value: object) -> bytes:
    """JSON in the one form that is summed and bound."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def read_ring(path: Path) -> Json:
    """The keyring, when it is whole. Raises Stop."""
    try:
        ring = json.loads(path.read_bytes())
        whole = f"{zlib.crc32(canonical({name: value for name, value in ring.items() if name != 'crc32'})):08x}"
    except (OSError, ValueError, AttributeError) as error:
        raise Stop(f"{path.name} is er niet, of is geen sleutelring.") from error
    if ring.get("magic") != "svp-sleutelring" or ring.get("crc32") != whole:
        raise Stop(f"{path.name} is beschadigd. Probeer {PREVIOUS}, of een reservekopie.")
    if ring["min_reader"] > 1:
        raise Stop(f"{path.name} is van een nieuwere versie dan dit hulpmiddel kent.")
    return dict(ring)


def key_pair(code: bytes, *context: object) -> X25519PrivateKey:
    """The key of a herstelblad or of two envelopes."""
    return X25519PrivateKey.from_private_bytes(hkdf(code, canonical(list(context))))


def hkdf(secret: bytes, info: bytes) -> bytes:
    """32 bytes from a secret, for one use."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(secret)


def unseal(sealed: str, key: X25519PrivateKey, *context: object) -> bytes | None:
    """What was sealed to this key in this context; None when it does not open."""
    try:
        return _HPKE.decrypt(base64.b64decode(sealed), key, info=canonical(list(context)))
    except (InvalidTag, ValueError):
        return None


def same_key(key: X25519PrivateKey, public: str) -> bool:
    """Whether this is the public half of `key`."""
    return key.public_key().public_bytes_raw() == base64.b64decode(public)


def secret_by_password(ring: Json, user: Json, password: str) -> bytes | None:
    """The user secret by password; None when it does not fit."""
    school = ring["school"]["id"]
    for way in user["ways"]:
        if way["type"] != "password":
            continue
        kdf = Argon2id(
            salt=base64.b64decode(way["salt"]),
            length=32,
            iterations=way["iterations"],
            lanes=way["lanes"],
            memory_cost=way["memory_kib"],
            ad=canonical(["svp 1 kek", school, user["id"]]),
        )
        key = kdf.derive(unicodedata.normalize("NFC", password).encode())
        bound = {name: way[name] for name in ("type", "kdf", "memory_kib", "iterations", "lanes", "salt")}
        context = canonical(["svp 1 way", school, user["id"], bound])
        try:
            return AESGCM(key).decrypt(base64.b64decode(way["nonce"]), base64.b64decode(way["ct"]), context)
        except InvalidTag:
            continue
    return None


def secret_by_sheet(ring: Json, user: Json, code: bytes) -> bytes | None:
    """The user secret by the code of a herstelblad; None when it is another sheet."""
    school = ring["school"]["id"]
    key = key_pair(code, "svp 1 herstelblad", school, user["id"])
    for way in user["ways"]:
        if way["type"] == "recovery" and same_key(key, way["pk"]):
            return unseal(way["sealed"], key, "svp 1 sheet", school, user["id"], way["pk"], way["date"])
    return None


def keys_of_user(ring: Json, user: Json, secret: bytes) -> dict[str, list[bytes]]:
    """The keys of every file that this user holds, by name of the file; two while a new key was being given."""
    private = X25519PrivateKey.from_private_bytes(hkdf(secret, b"svp 1 x25519"))
    found: dict[str, list[bytes]] = {}
    for entry in ring["compartments"]:
        for slot in entry["slots"]:
            if slot["holder"] == user["id"]:
                context = ("svp 1 slot", ring["school"]["id"], entry["id"], slot["dekv"], user["id"])
                key = unseal(slot["hpke"], private, *context)
                if key is not None:
                    found.setdefault(entry["file"], []).append(key)
    return found


def keys_of_envelopes(ring: Json, first: bytes, second: bytes) -> dict[str, list[bytes]]:
    """The key of the private file to which these two envelopes belong."""
    school = ring["school"]["id"]
    found: dict[str, list[bytes]] = {}
    for entry in ring["compartments"]:
        for pair in entry["pairs"]:
            numbers = (pair["a"], pair["b"])
            for one, two in permutations((first, second)):
                key = key_pair(one + two, "svp 1 enveloppen", school, entry["id"], *numbers)
                if same_key(key, pair["pk"]):
                    context = ("svp 1 pair", school, entry["id"], pair["dekv"], *numbers, pair["pk"])
                    opened = unseal(pair["sealed"], key, *context)
                    found.setdefault(entry["file"], []).extend([opened] if opened else [])
    return found


# --- Words ----------------------------------------------------------------------------------------------------------


def code_of_words(text: str, words: list[str]) -> bytes:
    """The 16 bytes of the twelve words of a herstelblad or envelope; four letters of a word are enough. Raises Stop."""
    places = {word[:4]: place for place, word in enumerate(words)}
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)).casefold()
    typed = "".join(sign if sign.isalpha() else " " for sign in plain).split()
    if len(typed) != 12:
        raise Stop(f"Er staan {len(typed)} woorden. Het moeten er 12 zijn.")
    number = 0
    for place, word in enumerate(typed, 1):
        if word[:4] not in places:
            raise Stop(f"Woord {place} staat niet op de lijst.")
        number = number << 11 | places[word[:4]]
    code = (number >> 4).to_bytes(16, "big")
    if number & 15 != hashlib.sha256(code).digest()[0] >> 4:
        raise Stop("De woorden staan op de lijst, maar samen kloppen ze niet. Is er een woord verwisseld?")
    return code


def word_list(chosen: Path | None) -> list[str]:
    """The 2,048 words: given, beside this file, or in the sources of the program. Raises Stop."""
    here = Path(__file__).resolve().parent
    for path in (chosen, here / "woorden.txt", here.parent / "resources" / "woorden" / "woorden.txt"):
        if path is not None and path.is_file():
            words = path.read_text(encoding="utf-8").split()
            if len(words) == 2048:
                return words
            raise Stop(f"{path.name} is niet de lijst met 2048 woorden.")
    raise Stop("De woordenlijst is er niet. Geef het bestand woorden.txt met --woorden.")


# --- The files ------------------------------------------------------------------------------------------------------


def places(folder: Path, listed: str | None) -> dict[str, Path]:
    """Where each file of the school stands: in its folder, or in a backup under its hash. Raises Stop."""
    if listed is None:
        return {path.name: path for path in folder.iterdir() if path.is_file()}
    try:
        content = json.loads((folder / listed).read_bytes())
        files = [(line["name"], line["sha256"]) for line in content["files"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Stop(f"{listed} is geen lijst van een reservekopie.") from error
    endings = {name: "sleutelring" if name == RING else "db" for name, _ in files}
    return {name: folder / f"{sha256}.{endings[name]}" for name, sha256 in files}


def opened(path: Path, keys: list[bytes], scratch: Path) -> Any:
    """A connection to a copy of this file, under the first key that fits. Raises Stop."""
    import sqlcipher3.dbapi2 as sqlcipher

    copy = scratch / path.name
    shutil.copyfile(path, copy)
    journal = path.with_name(path.name + "-journal")
    if journal.is_file():
        shutil.copyfile(journal, copy.with_name(copy.name + "-journal"))
    for key in keys:
        connection = sqlcipher.connect(str(copy))
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlcipher.DatabaseError:
            connection.close()
            continue
        return connection
    raise Stop(f"{path.name} gaat met deze sleutel niet open: het is beschadigd, of van een ander moment.")


def export(connection: Any, target: Path) -> int:
    """Every table as CSV in `target`; bytes (letters) as files of their own, and attachments put together from their
    pieces. Returns how many rows."""
    target.mkdir(mode=0o700, parents=True)
    count = 0
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
        " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    ).fetchall()
    for (name,) in names:
        done = 0
        try:
            write = write_attachments if name == "bijlage_deel" else write_table
            for place in write(connection, name, target):
                done = place
        except connection.DatabaseError:
            print(f"{target.name}: tabel {name} is na {done} rijen beschadigd.")
        count += done
    return count


def write_table(connection: Any, name: str, target: Path) -> Iterator[int]:
    """One table as CSV; yields how many rows are written, after each."""
    rows = connection.execute(f'SELECT * FROM "{name}"')
    columns = [column[0] for column in rows.description]
    with (target / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(columns)
        for place, row in enumerate(rows, 1):
            writer.writerow(list(cells(row, columns, target / f"{name}-{place}")))
            yield place


def write_attachments(connection: Any, name: str, target: Path) -> Iterator[int]:
    """The pieces of attachments as one file for each, named after its number and kind; else as `write_table`."""
    kinds = dict(connection.execute("SELECT id, type FROM bijlage").fetchall())
    pieces = connection.execute(f'SELECT bijlage_id, nummer, data FROM "{name}" ORDER BY bijlage_id, nummer')
    with (target / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(("bijlage_id", "nummer", "data"))
        for place, (number, piece, data) in enumerate(pieces, 1):
            kind = "".join(sign for sign in str(kinds.get(number)) if sign.isalnum())
            path = target / f"bijlage-{int(number)}.{kind}"
            with path.open("ab") as file:
                file.write(data)
            writer.writerow((number, piece, path.name))
            yield place


def cells(row: tuple[object, ...], columns: list[str], base: Path) -> Iterator[str]:
    """A row as text: bytes become a file, and what a spreadsheet would take for a formula gets a quote before it."""
    for value, column in zip(row, columns, strict=True):
        if isinstance(value, bytes) and len(value) > 64:
            ending = "pdf" if value.startswith(b"%PDF") else "bin"
            path = base.with_name(f"{base.name}-{column}.{ending}")
            path.write_bytes(value)
            yield path.name
        elif isinstance(value, bytes):
            yield value.hex()
        else:
            text = "" if value is None else str(value)
            yield "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") and isinstance(value, str) else text


# --- Asking ---------------------------------------------------------------------------------------------------------


def ask(question: str, secret: bool = False) -> str:
    """One line from the keyboard, or from a file that is led in."""
    if secret and sys.stdin.isatty():
        return getpass.getpass(question)
    print(question, end="" if sys.stdin.isatty() else "\n", flush=True)
    return sys.stdin.readline().rstrip("\n")


def choose_user(ring: Json) -> Json:
    """Who the password or the herstelblad belongs to. Raises Stop."""
    users = [user for user in ring["users"] if user["ways"]]
    for number, user in enumerate(users, 1):
        print(f"  {number}. {user['login']} ({user['role'].replace('_', ' ')})")
    typed = ask("Van wie is het wachtwoord of het herstelblad? Nummer: ").strip()
    if not typed.isdecimal() or not 1 <= int(typed) <= len(users):
        raise Stop("Dat nummer staat niet in de lijst.")
    return dict(users[int(typed) - 1])


def keys_asked(ring: Json, how: str, words: Path | None) -> dict[str, list[bytes]]:
    """Ask what is needed and return the keys. Raises Stop."""
    if how == "enveloppen":
        codes = [code_of_words(ask(f"Woorden van envelop {number}: "), word_list(words)) for number in ("een", "twee")]
        return keys_of_envelopes(ring, *codes)
    user = choose_user(ring)
    if how == "herstelblad":
        secret = secret_by_sheet(ring, user, code_of_words(ask("De twaalf woorden: "), word_list(words)))
    else:
        secret = secret_by_password(ring, user, ask("Wachtwoord: ", secret=True))
    if secret is None:
        raise Stop("Dit past niet bij dit account in deze sleutelring.")
    return keys_of_user(ring, user, secret)


def main(arguments: list[str]) -> int:
    """Read a folder and write what opens; see docs/redding.md."""
    parser = argparse.ArgumentParser(description="De gegevens van een school lezen zonder het programma.")
    parser.add_argument("map", type=Path, help="de map van de school, of de map backups")
    parser.add_argument("--met", choices=("herstelblad", "wachtwoord", "enveloppen"), default="herstelblad")
    parser.add_argument("--reservekopie", metavar="LIJST", help="een lijst uit de map backups, zoals 2026...json")
    parser.add_argument("--vorige", action="store_true", help=f"lees {PREVIOUS} in plaats van {RING}")
    parser.add_argument("--woorden", type=Path, help="het bestand woorden.txt")
    parser.add_argument("--uit", type=Path, help="een nieuwe map voor de tabellen (CSV)")
    parser.add_argument("--sleutels", action="store_true", help="toon de sleutels, voor elk programma met SQLCipher 4")
    chosen = parser.parse_args(arguments)
    if not chosen.uit and not chosen.sleutels:
        raise Stop("Kies --uit MAP (tabellen) of --sleutels.")
    if chosen.uit and chosen.uit.exists():
        raise Stop("De map van --uit is er al. Kies een nieuwe.")
    found = places(chosen.map, chosen.reservekopie)
    ring = read_ring(found.get(PREVIOUS if chosen.vorige else RING, chosen.map / RING))
    print(f"School: {ring['school']['name']}")
    keys = keys_asked(ring, chosen.met, chosen.woorden)
    if not keys:
        raise Stop("Hiermee gaat geen enkel bestand open.")
    return finish(found, keys, chosen.uit, shown=chosen.sleutels)


def finish(found: dict[str, Path], keys: dict[str, list[bytes]], target: Path | None, *, shown: bool) -> int:
    """Show the keys, write the tables; 1 when a file did not open."""
    code = 0
    for name, candidates in sorted(keys.items()):
        if shown:
            print(f"{name}")
            for key in candidates:
                print(f"  PRAGMA key = \"x'{key.hex()}'\";")
        if target is None:
            continue
        try:
            if name not in found:
                raise Stop(f"{name} staat hier niet.")
            with tempfile.TemporaryDirectory() as scratch:
                connection = opened(found[name], candidates, Path(scratch))
                print(f"{name}: {export(connection, target / Path(name).stem)} rijen")
                connection.close()
        except Stop as stop:
            print(stop)
            code = 1
    return code


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        print("\n" + str(stop), file=sys.stderr)
        sys.exit(2)
