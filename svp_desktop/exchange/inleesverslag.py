"""The report of an import as a CSV file for Excel."""

import csv
import io

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, InleesVerslag, Wat

_KOPPEN = ("Wat", "Naam", "Groep", "Verschil", "Let op", "Regel in bestand", "Overgenomen")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def als_csv(verslag: InleesVerslag) -> bytes:
    """Every line that was taken over or skipped; UTF-8 with its mark and semicolons, as Dutch Excel reads it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_KOPPEN)
    for lines, taken in ((verslag.overgenomen, "ja"), (verslag.overgeslagen, "nee")):
        for line in lines:
            writer.writerow([als_tekst(cell) for cell in (*_cellen(line), taken)])
    return out.getvalue().encode("utf-8-sig")


def als_tekst(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before such a start."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _cellen(line: InleesRegel) -> tuple[str, ...]:
    changes = "; ".join(f"{item.veld}: {item.oud or '(leeg)'} → {item.nieuw}" for item in line.verschillen)
    nummer = str(line.bestandsregel or "")
    reason = line.reden if line.wat in (Wat.ONLEESBAAR, Wat.VERTROKKEN) else ""
    return WAT_WOORD[line.wat], line.naam, line.groep, changes or reason, line.let_op, nummer
