"""The only place that builds paragraphs: every typed text is tied here, and set in a face that has it.

Names never break: a non-breaking space ties what belongs on one line. A piece that is wider than the column is let go.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from svp_desktop.documents import beeld, fonts, shaping
from svp_desktop.documents.paragraph import NB, Piece, Text, cut
from svp_desktop.documents.shaping import Look, Pen, Word
from svp_desktop.domain.papier import Run

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_VAN = ("[Vv]an", "[Ii]n", "[Oo]p")
_NUMBERED = ("[Gg]roep", "artikel", "lid", "[Pp]agina", "blz[.]", "Postbus", "Antwoordnummer")
_TITLES = ["juf", "meester", "mevrouw", "heer", "meneer", "oma", "opa", "tante", "oom"]
_PARTICLES = ["van", "de", "ter", "ten", "el", "al", "ben", "da", "dos", "von"]
#: What may not part from the words before it, and those words: each pattern of these is of one length.
_TIES: tuple[tuple[str, Sequence[str]], ...] = (
    (rf"[{_UPPER}]", [rf"\b(?i:{word})" for word in _TITLES]),
    (rf"[{_UPPER}][\w’'-]", [rf"\b(?i:{word})" for word in _PARTICLES]),
    (rf"[{_UPPER}]", [rf"\b{van} {de}" for van in _VAN for de in ("de", "de[nr]", "het", "[’']t")]),
    (rf"(?:de[nr]?|het|[’']t) [{_UPPER}]", [rf"\b{van}" for van in _VAN]),
    (rf"[{_UPPER}vd]", [rf"\b[{_UPPER}][.]"]),
    (r"\d", [rf"\b{word}" for word in _NUMBERED]),
    (rf"[{_UPPER}]", [rf"\b{word}bouw" for word in ("Onder", "Midden", "Boven")]),
    (r"\d\d", [r"\d"]),
    (rf"(?:{_MONTHS})\b", [r"\b\d", r"\b\d\d"]),
    (r"\d{4}", [rf"\b{day} {month}" for day in (r"\d", r"\d\d") for month in _MONTHS.split("|")]),
    (r"uur", [r"\d[.:]\d\d"]),
    (r"[A-Z]{2}\b", [r"\b\d{4}"]),
    ("[–—] ", [""]),
    (r"\S{1,9}$", [""]),
)
# A space is found at once, and what stands around it is only looked at there.
_TIED = re.compile(
    " (?:" + "|".join(f"(?={after})(?:{'|'.join(f'(?<={one} )' for one in before)})" for after, before in _TIES) + ")"
)
#: Where a sentence ends and the next begins; not after an initial.
SENTENCE_END = re.compile(rf"(?<!\b[{_UPPER}])[.!?…][”’\"')]*\s+(?=[“‘\"'({_UPPER}\d])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff]")


def bind(text: str) -> str:
    """Normalize a text and tie what must stay on one line: dates, times, names, dashes, and the last short word."""
    return _TIED.sub(NB, fonts.normalize(_CONTROL.sub("", text)))


def name(text: str) -> str:
    """A name as one piece that does not break."""
    return " ".join(text.split()).replace(" ", NB)


def paragraph(content: str | Iterable[Run], style: Any, bullet: str | None = None, bar: str = "") -> Text:
    """Plain text or runs as a paragraph; nothing in them is ever read as markup. What reads `bar` is a black bar."""
    runs = (Run(content),) if isinstance(content, str) else tuple(content)
    return Text(_words(runs, style.fontName, style.fontSize, bar), style, bullet)


@lru_cache(maxsize=1024)
def _words(runs: tuple[Run, ...], font: str, size: float, bar: str) -> tuple[Word, ...]:
    """The words of runs; kept, because a preview changes one block at a time."""
    return cut(piece for run in _bound(runs) for piece in _pieces(run, font, size, bar))


def _pieces(run: Run, font: str, size: float, bar: str) -> Iterator[Piece]:
    for text, face in fonts.pieces(run.text, font):
        look = Look(fonts.variant(face, bold=run.bold, italic=run.italic), size)
        for number, part in enumerate(text.split(bar) if bar else (text,)):
            if number:
                yield Piece(bar, look._replace(bar=True))
            yield Piece(part, look)


def forget() -> None:
    """Drop every piece of a letter that was kept for speed: nothing of it may outlive an unlocked kluis."""
    _words.cache_clear()
    shaping.forget()
    beeld.forget()


def _bound(runs: tuple[Run, ...]) -> list[Run]:
    """Bind over the borders of runs: the text is bound as a whole and cut again at the same places."""
    if len(runs) == 1:
        return [Run(bind(runs[0].text), runs[0].bold, runs[0].italic)]
    normal = [fonts.normalize(_CONTROL.sub("", run.text)) for run in runs]
    whole = bind("".join(normal))
    if len(whole) != sum(map(len, normal)):
        return [Run(text, run.bold, run.italic) for text, run in zip(normal, runs, strict=True)]
    cut, at = [], 0
    for text, run in zip(normal, runs, strict=True):
        cut.append(Run(whole[at : at + len(text)], run.bold, run.italic))
        at += len(text)
    return cut


def draw_paragraph(
    canvas: Any, x: float, base_line: float, content: str | Iterable[Run], style: Any, measure: float
) -> float:
    """Draw with the first base line at a height (points from the bottom of the page); returns the height it took."""
    made = paragraph(content, style)
    height: float = made.wrap(measure, 10_000)[1]
    made.drawOn(canvas, x, base_line + style.fontSize - height)
    return height


def draw_line(canvas: Any, x: float, y: float, content: str, font: str, size: float, align: str = "left") -> None:
    """Draw one line at a base line, left, right or centred on x, in the colour of the canvas."""
    parts = fonts.pieces(bind(content), font)
    line = shaping.joined([shaping.word(piece, Look(face, size)) for piece, face in parts])
    at = x - {"left": 0.0, "centre": line.width / 2, "right": line.width}[align]
    canvas._code.append(f"q BT 1 0 0 1 {at:.4f} {y:.4f} Tm {Pen(canvas._doc).line((line,))} ET Q")


def fit(content: str, font: str, size: float, room: float, least: float) -> tuple[str, float]:
    """The size at which a line fits its room, no smaller than `least`; what then still does not fit ends in "…"."""
    wide = fonts.width(content, font, size)
    if wide <= room:
        return content, size
    fitted = size * room / wide
    if fitted >= least:
        return content, fitted
    kept = content
    while kept and fonts.width(kept + "…", font, least) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…", least
