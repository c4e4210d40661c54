"""How hard each text of a paper is to read: a table on the screen and in docs/leesbaarheid.md.

The texts are filled with the sample data of the program, as the page *Brieven en papieren* shows them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from svp_desktop.documents.lettergrepen import tel  # noqa: E402
from svp_desktop.documents.teksten import standaardteksten, wetszinnen  # noqa: E402
from svp_desktop.documents.voorbeeldbrief import voorbeeld  # noqa: E402
from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE  # noqa: E402
from svp_desktop.domain.leesbaarheid import VLOEREN, Leesmaat, Leesvloer, meet  # noqa: E402
from svp_desktop.domain.papier_controle import leestekst  # noqa: E402
from svp_desktop.domain.papier_soorten import SPECS, Lezer  # noqa: E402
from svp_desktop.domain.pest_papier import INSTELLING, TITELS, PestBlad  # noqa: E402
from svp_desktop.domain.school import Bouw  # noqa: E402

#: Who reads a sheet of pesten; a talk is read by who leads it.
_PESTEN = {
    PestBlad.OUDERS_GEPEST: "ouders",
    PestBlad.OUDERS_PESTER: "ouders",
    PestBlad.OUDERS_ANDERE: "ouders",
    PestBlad.NAZORGKAART: "kind",
}
_HEAD = """# Leesbaarheid van de papieren

Gemaakt met `make leesbaarheid`. Elke tekst is gevuld met verzonnen gegevens. De maat is Flesch-Douma: hoe hoger, hoe
makkelijker (60-70 gewoon, 80-90 groep 7, 90-100 groep 6). De grens staat erachter. Het is een wenk: een school mag de
grenzen veranderen bij Instellingen, *Brieven en papieren*, en een papier wordt er nooit door tegengehouden.

| papier | lezers | maat | minstens | woorden per zin | langste zin | hooguit |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
"""


class Regel(NamedTuple):
    """One text with its measure and its limits."""

    papier: str
    lezers: str
    maat: Leesmaat
    vloer: Leesvloer

    @property
    def haalt_het(self) -> bool:
        """Whether both limits are kept."""
        return self.maat.score >= self.vloer.score and self.maat.langste_woorden <= self.vloer.woorden_per_zin

    def rij(self) -> str:
        """The row of the table."""
        cells = (
            self.papier,
            self.lezers,
            _getal(self.maat.score),
            _getal(self.vloer.score),
            _getal(self.maat.per_zin),
            str(self.maat.langste_woorden),
            str(self.vloer.woorden_per_zin),
        )
        return f"| {' | '.join(cells)} |"


def regels() -> Iterator[Regel]:
    """Every text in the order of the papers; sheets without running text have no measure."""
    for (soort, bouw), text in standaardteksten().items():
        spec = SPECS[soort]
        readers = bouw.value if bouw else "ouders" if spec.lezer is Lezer.OUDERS else "volwassenen"
        measured = meet(leestekst(voorbeeld(text, wetszinnen()).blokken), tel)
        if measured is not None:
            yield Regel(spec.titel, readers, measured, VLOEREN[bouw])
    for blad, code in INSTELLING.items():
        value = INSTELLING_VAN_CODE[code].standaard
        measured = meet("\n".join(value) if isinstance(value, tuple) else str(value), tel)
        if measured is not None:
            readers = _PESTEN.get(blad, "volwassenen")
            yield Regel(TITELS[blad], readers, measured, VLOEREN[Bouw.ONDERBOUW if readers == "kind" else None])


def tabel() -> str:
    """The whole document."""
    return _HEAD + "\n".join(regel.rij() for regel in regels()) + "\n"


def _getal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",").removesuffix(",0")


def main() -> int:
    """Write the table; 1 when a text misses a limit."""
    table = tabel()
    (ROOT / "docs" / "leesbaarheid.md").write_text(table, encoding="utf-8")
    print(table)
    missed = [f"{item.papier} ({item.lezers})" for item in regels() if not item.haalt_het]
    print("Onder een grens: " + "; ".join(missed) if missed else "Elke tekst haalt zijn grenzen.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
