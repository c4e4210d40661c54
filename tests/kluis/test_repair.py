"""A damaged free page holds nothing: everything is copied out of the file, and nobody is told that data is lost."""

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from svp_desktop.domain.errors import BestandBeschadigd
from svp_desktop.kluis import files, maintenance, state
from svp_desktop.kluis.revisions import EIGEN
from tests.kluis.team import make_team


@pytest.fixture
def private(tmp_path, clock):
    """A school whose vertrouwenspersoon has a private file with room in it."""
    made = make_team(tmp_path, clock, "eerste")
    yield made
    made.leave()


def harm(path, page):
    data = bytearray(path.read_bytes())
    data[page * files.PAGE + 100] ^= 1
    path.write_bytes(data)


def page_that_lists_free_ones(team) -> int:
    """Its number is at byte 32 of the first page (SQLite), which is AES-256-CBC with the IV behind it (SQLCipher)."""
    compartment = team.enter("eerste")._kluis.compartment("eigen")
    path, key = compartment.path, bytes(compartment._key)
    team.leave()
    page = path.read_bytes()[: files.PAGE]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64])).decryptor()
    return int.from_bytes(decryptor.update(page[16:-80])[16:20], "big")


def fill(werkplek, size):
    with werkplek._kluis.compartment("eigen").transaction() as tx:
        state.put(tx, "vol", "x" * size)


def test_a_damaged_free_page_is_repaired_at_the_next_unlocking(private):
    (path,) = private.folder.glob("eigen-*.db")
    harm(path, page_that_lists_free_ones(private) - 1)
    werkplek = private.enter("eerste")
    assert not werkplek.alleen_lezen
    fill(werkplek, 1 << 20)
    assert (private.folder / "backups" / f"{path.stem}-voor-herstel.db").is_file()


def test_after_a_crash_it_is_repaired_once_it_showed(private):
    """Then nothing tells how the file was closed, and a free page is only seen when room is needed."""
    (path,) = private.folder.glob("eigen-*.db")
    page = page_that_lists_free_ones(private) - 1
    crashed = private.enter("eerste")
    crashed._kluis.close()
    private.opened.clear()
    harm(path, page)
    werkplek = private.enter("eerste")
    with pytest.raises(BestandBeschadigd):
        fill(werkplek, 1 << 20)
    werkplek = private.enter("eerste")
    fill(werkplek, 1 << 20)
    with werkplek._kluis.compartment("eigen").reading() as rx:
        assert len(state.get(rx, "vol")) == 1 << 20
    assert (private.folder / "backups" / f"{path.stem}-voor-herstel.db").is_file()


def test_damage_in_data_is_never_taken_for_a_free_page(private):
    (path,) = private.folder.glob("eigen-*.db")
    werkplek = private.enter("eerste")
    compartment = werkplek._kluis.compartment("eigen")
    key, identity = bytearray(compartment._key), compartment._identity
    private.leave()
    before = path.read_bytes()
    assert maintenance.repair(path, key, identity, EIGEN) is False
    harm(path, 2)
    damaged = path.read_bytes()
    with pytest.raises(BestandBeschadigd):
        maintenance.repair(path, key, identity, EIGEN)
    assert path.read_bytes() == damaged != before
