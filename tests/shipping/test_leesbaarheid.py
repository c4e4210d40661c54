"""The table of how hard each text is to read: as the program gives it now, and every text within its limits."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_table_is_that_of_the_texts_and_every_text_keeps_its_limits() -> None:
    spec = importlib.util.spec_from_file_location("leesbaarheid", ROOT / "packaging" / "leesbaarheid.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    assert (ROOT / "docs" / "leesbaarheid.md").read_text("utf-8") == made.tabel(), "run make leesbaarheid"
    assert [item.papier for item in made.regels() if not item.haalt_het] == []
