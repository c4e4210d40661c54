"""Cells of a CSV file that no spreadsheet takes for a formula, and the same texts back."""

import re

#: What a spreadsheet takes for the begin of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
# Such a begin, with apostrophes before it or not: one more goes before it, so that the way back is always the same.
_RISKY = re.compile(r"'*[=+\-@\t\r]")


def als_tekst(cell: str) -> str:
    """The text of a cell, with an apostrophe before what would be a formula."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def uit_tekst(cell: str) -> str:
    """The text that `als_tekst` was given."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
