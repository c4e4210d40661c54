"""The report of an import as a CSV file for Excel."""

import csv
import io

from svp_desktop.domain.inlezen import WAT_WOORD, InleesRegel, InleesVerslag, Wat
from svp_desktop.exchange.cellen import als_tekst

_KOPPEN = ("Wat", "Naam", "Groep", "Verschil", "Let op", "Regel in bestand", "Overgenomen")


def als_csv(verslag: InleesVerslag) -> bytes:
    """Every line that was taken over or skipped; UTF-8 with its mark and semicolons, as Dutch Excel reads it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_KOPPEN)
    for lines, taken in ((verslag.overgenomen, "ja"), (verslag.overgeslagen, "nee")):
        for line in lines:
            writer.writerow([als_tekst(cell) for cell in (*_cellen(line), taken)])
    return out.getvalue().encode("utf-8-sig")


def _cellen(line: InleesRegel) -> tuple[str, ...]:
    changes = "; ".join(f"{item.veld}: {item.oud or '(leeg)'} → {item.nieuw}" for item in line.verschillen)
    nummer = str(line.bestandsregel or "")
    reason = line.reden if line.wat in (Wat.ONLEESBAAR, Wat.VERTROKKEN) else ""
    return WAT_WOORD[line.wat], line.naam, line.groep, changes or reason, line.let_op, nummer
