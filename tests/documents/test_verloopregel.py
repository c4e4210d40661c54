"""A line of a timeline on paper reads as sentences."""

from datetime import date

import pytest

from svp_desktop.documents.reports.verloopregel import regel
from svp_desktop.domain.incident import Mand

DAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("titel", "zin", "mand", "gepland", "read"),
    [
        ("Vernieling", "Brak een potlood. Zei het zelf.", Mand.GEEL, False,
         "Vernieling, mand geel. Brak een potlood. Zei het zelf."),
        ("Vernieling", "dader, Klaslokaal, 2026-0047", Mand.GEEL, False,
         "Vernieling, mand geel: dader, Klaslokaal, 2026-0047."),
        ("Gesprek", "juf Anouk en ouders: Met Sem.", None, True, "Gesprek, gepland. Juf Anouk en ouders: Met Sem."),
        ("Op de agenda", "Hoe gaat het?", None, False, "Op de agenda. Hoe gaat het?"),
        ("Waakzame zorg", "gericht", None, False, "Waakzame zorg: gericht."),
        ("Casus geopend", "", None, False, "Casus geopend."),
    ],
)  # fmt: skip
def test_a_line_reads_as_sentences(titel: str, zin: str, mand: Mand | None, gepland: bool, read: str) -> None:
    assert regel(DAY, titel, zin, mand, gepland=gepland) == f"ma 16-11-2026. {read}"
