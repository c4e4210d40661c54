"""The keyring's file: damage is damage, a newer one is newer, and only a right password is a right password."""

import json
import zlib

import pytest

from svp_desktop.domain.errors import BestandBeschadigd, BestandNieuwer, WachtwoordOnjuist
from svp_desktop.kluis import keyring, ringfile, ways
from svp_desktop.kluis.kdf import KdfPolicy


@pytest.fixture
def ring_bytes(kluis) -> bytes:
    kluis.lock()
    return (kluis.folder / ringfile.NAME).read_bytes()


def resealed(ring: dict) -> bytes:
    """The bytes of a changed keyring with a checksum that fits: what someone with a text editor could make."""
    bare = {key: value for key, value in ring.items() if key != "crc32"}
    text = json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    bare["crc32"] = f"{zlib.crc32(text.encode()):08x}"
    return (json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def open_with(data: bytes, password: str) -> None:
    """All that unlocking does with the bytes of a keyring."""
    ring = ringfile.parse(data)
    account = ring["users"][0]["id"]
    secret = ways.open_by_password(ring, account, password, KdfPolicy.for_tests())
    keyring.verify_ring(ring, account, secret)
    for compartment in ring["compartments"]:
        keyring.open_slot(ring, compartment, account, secret)


def test_the_unharmed_keyring_opens(ring_bytes, password):
    open_with(ring_bytes, password)
    assert resealed(json.loads(ring_bytes)) == ring_bytes


@pytest.mark.parametrize(
    "data",
    [
        b"null\n",
        b"[]\n",
        b"[" * 200000,
        b'{"a":' * 5000,
        b"{" + b'"' + b'\\"' * 400000,
        b"9" * 100000,
        b'{"crc32":NaN}\n',
        b'{"crc32":1.5}\n',
        b'{"magic":"svp-sleutelring","magic":"svp-sleutelring"}\n',
        b'"\\ud800"\n',
        b" " * (1 << 20) + b"{}",
    ],
)
def test_hostile_files_are_damage_at_once(data):
    with pytest.raises(BestandBeschadigd):
        ringfile.parse(data)


def test_missing_keyring_is_damage(kluis):
    kluis.lock()
    (kluis.folder / ringfile.NAME).unlink()
    with pytest.raises(BestandBeschadigd):
        ringfile.read_info(kluis.folder)


def test_a_newer_keyring_is_refused_and_not_touched(kluis, unlock, ring_bytes):
    newer = resealed(json.loads(ring_bytes) | {"format": 9, "min_reader": 2, "users": {"other": "shape"}})
    (kluis.folder / ringfile.NAME).write_bytes(newer)
    with pytest.raises(BestandNieuwer):
        ringfile.read_info(kluis.folder)
    with pytest.raises(BestandNieuwer):
        unlock(kluis.folder, account_id=kluis.account.id)
    assert (kluis.folder / ringfile.NAME).read_bytes() == newer


def test_fields_of_a_later_version_are_kept(kluis, unlock, ring_bytes, password):
    ring = json.loads(ring_bytes)
    secret = ways.open_by_password(ring, kluis.account.id, password, KdfPolicy.for_tests())
    ring |= {"format": 2, "herstel": {"sinds": "2027"}}
    ring["users"][0]["ways"].append({"type": "passkey", "blob": "AAAA"})
    later = keyring.signed(ring, kluis.account.id, secret, ringfile.fingerprint(ring_bytes))
    ringfile.write(kluis.folder, later, lambda _written: None)
    again = unlock(kluis.folder)
    again.rename_school("Andere naam", "")
    kept = ringfile.read(kluis.folder)
    assert (kept["format"], kept["herstel"]) == (2, {"sinds": "2027"})
    assert kept["users"][0]["ways"][1] == {"type": "passkey", "blob": "AAAA"}
    assert kept["generation"] == later["generation"] + 1


def test_each_generation_names_the_one_before(kluis):
    before = (kluis.folder / ringfile.NAME).read_bytes()
    kluis.rename_school("Andere naam", "")
    ring = ringfile.read(kluis.folder)
    assert (ring["generation"], ring["prev_sha256"]) == (2, ringfile.fingerprint(before))
    assert (kluis.folder / ringfile.PREVIOUS_NAME).read_bytes() == before


def change(ring: dict, path: str, value: object) -> bytes:
    place = ring
    *steps, last = path.split(".")
    for step in steps:
        place = place[int(step)] if step.isdigit() else place[step]
    place[last] = value
    return resealed(ring)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("school.name", "Andere school"),
        ("generation", 7),
        ("users.0.role", "vertrouwenspersoon"),
        ("users.0.login", "Iemand anders"),
        ("compartments.0.file", "ander.db"),
        ("min_reader", 0),
        ("generation", -1),
        ("generation", True),
        ("school.demo", 1),
        ("school.name", "x" * 201),
        ("users.0.ways", [{"type": "password"}]),
        ("users.0.id", "../../etc"),
        ("compartments.0.file", "../school.db"),
        ("compartments.0.slots.0.hpke", "AAAA"),
        ("compartments.0.slots.0.dekv", 2**60),
        ("users", [{}] * 300),
        ("sig", "AAAA"),
        ("users.0.ways.0.lanes", 200),
        ("users.0.ways.0.memory_kib", 1 << 30),
        ("users.0.ways.0.iterations", 1),
    ],
)
def test_what_was_changed_by_hand_does_not_open(ring_bytes, password, path, value):
    with pytest.raises(BestandBeschadigd):
        open_with(change(json.loads(ring_bytes), path, value), password)


@pytest.mark.parametrize("name", ["salt", "nonce", "ct", "memory_kib"])
def test_a_way_in_with_other_parameters_opens_nothing(ring_bytes, password, name):
    ring = json.loads(ring_bytes)
    way = ring["users"][0]["ways"][0]
    way[name] = way[name] * 2 if isinstance(way[name], int) else ("B" if way[name][0] == "A" else "A") + way[name][1:]
    with pytest.raises(WachtwoordOnjuist):
        open_with(resealed(ring), password)


def test_a_slot_opens_only_in_its_own_place(new_kluis, tmp_path, password):
    rings = []
    for name in ("een", "twee"):
        kluis = new_kluis(tmp_path / name)
        rings.append(ringfile.read(kluis.folder))
    first, second = rings
    holder = first["users"][0]["id"]
    secret = ways.open_by_password(first, holder, password, KdfPolicy.for_tests())
    compartment = first["compartments"][0]
    assert keyring.open_slot(first, compartment, holder, secret) is not None
    for wrong in (
        compartment | {"id": second["compartments"][0]["id"]},
        compartment | {"slots": [second["compartments"][0]["slots"][0] | {"holder": holder}]},
        compartment | {"dekv": 2, "slots": [compartment["slots"][0] | {"dekv": 2}]},
    ):
        with pytest.raises(BestandBeschadigd):
            keyring.open_slot(first, wrong, holder, secret)
    with pytest.raises(BestandBeschadigd):
        keyring.open_slot(first | {"school": second["school"]}, compartment, holder, secret)
    assert keyring.open_slot(first, compartment, second["users"][0]["id"], secret) is None


def test_a_keyring_that_does_not_prove_itself_replaces_nothing(kluis):
    before = (kluis.folder / ringfile.NAME).read_bytes()

    def refuse(_ring: dict) -> None:
        raise BestandBeschadigd

    with pytest.raises(BestandBeschadigd):
        ringfile.write(kluis.folder, ringfile.read(kluis.folder), refuse)
    assert (kluis.folder / ringfile.NAME).read_bytes() == before


@pytest.mark.parametrize("speed", [0.02, 0.2, 1.0, 5.0, 40.0])
def test_calibration_aims_at_a_second_and_never_goes_under_the_floor(speed):
    """`speed` is the seconds that 256 MiB in one pass takes on an imagined computer."""

    def measure(policy: KdfPolicy) -> float:
        return speed * policy.memory_kib * policy.iterations / (256 * 1024)

    policy = KdfPolicy.product().calibrated(measure)
    assert policy.accepts(policy.memory_kib, policy.iterations, policy.lanes)
    reachable = speed * 10 >= 0.7 and speed * 2 / 4 <= 1.2
    if reachable:
        assert 0.7 <= measure(policy) <= 1.2
    else:
        assert policy.memory_kib == (256 * 1024 if speed < 1 else 64 * 1024)


def test_the_policy_of_the_product_as_it_ships(new_kluis, tmp_path):
    """The real thing, once: what a new kluis asks of whoever tries passwords on it."""
    kluis = new_kluis(tmp_path / "data", policy=KdfPolicy.product())
    way = ringfile.read(kluis.folder)["users"][0]["ways"][0]
    assert way["kdf"] == "argon2id"
    assert 64 * 1024 <= way["memory_kib"] <= 1024 * 1024
    assert 2 <= way["iterations"] <= 10
    assert way["lanes"] == 4
    assert not KdfPolicy.product().accepts(64 * 1024 - 1, 3, 4)
