"""Folders and files of a profile are closed to others, and replaced whole."""

import os

from svp_desktop.paths import Paths, write_private


def test_a_profile_under_one_root_is_made_private(tmp_path):
    profile = Paths.under(tmp_path / "proef")
    profile.ensure()
    profile.data.chmod(0o755)
    profile.ensure()
    for folder in (profile.data, profile.config, profile.backups, profile.logs):
        assert folder.stat().st_mode & 0o777 == 0o700
        assert folder.is_relative_to(tmp_path / "proef")


def test_the_standard_profile_is_named_after_the_program():
    profile = Paths.standard()
    assert all("svp-desktop" in str(folder) for folder in (profile.data, profile.config, profile.logs))


def test_a_written_file_is_private_and_whole(tmp_path):
    target = tmp_path / "a.json"
    target.write_bytes(b"oud")
    target.chmod(0o644)
    (tmp_path / "a.json.part").write_bytes(b"rest van een eerdere keer")
    before = os.umask(0)
    try:
        write_private(target, b"nieuw")
    finally:
        os.umask(before)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"nieuw", 0o600)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_link_in_the_place_of_our_file_is_not_followed(tmp_path):
    elsewhere = tmp_path / "van-een-ander"
    elsewhere.write_bytes(b"blijft")
    (tmp_path / "a.json.part").symlink_to(elsewhere)
    write_private(tmp_path / "a.json", b"nieuw")
    assert (tmp_path / "a.json").read_bytes() == b"nieuw"
    assert elsewhere.read_bytes() == b"blijft"
