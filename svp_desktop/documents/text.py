"""The only place that builds paragraphs: every typed text is escaped here, tied, and set in a face that has it.

Names never break: a non-breaking space ties what belongs on one line. A piece that is wider than the column is let go.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from html import escape
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from svp_desktop.documents import beeld, fonts
from svp_desktop.domain.papier import Run

NB = "\u00a0"
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DAYS = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
_TIES: tuple[tuple[re.Pattern[str], Any], ...] = (
    (
        re.compile(rf"\b(?:({_DAYS}) )?(\d{{1,2}}) ({_MONTHS})\b(?: (\d{{4}}))?"),
        lambda match: (match[1] + " " if match[1] else "") + NB.join(part for part in match.groups()[1:] if part),
    ),
    (re.compile(r"(\d{1,2}[.:]\d{2}) uur"), rf"\1{NB}uur"),
    (re.compile(r"\b([Gg]roep|artikel|lid|[Pp]agina|blz\.|Postbus|Antwoordnummer) (\d)"), rf"\1{NB}\2"),
    (re.compile(rf"\b((?i:juf|meester|mevrouw|heer|meneer|oma|opa|tante|oom)) ([{_UPPER}])"), rf"\1{NB}\2"),
    (re.compile(rf"\b([Vv]an|[Ii]n|[Oo]p) (den|der|de|het|’t|'t) (?=[{_UPPER}])"), rf"\1{NB}\2{NB}"),
    (re.compile(rf"\b((?i:van|de|ter|ten|el|al|ben|da|dos|von)) (?=[{_UPPER}][\w’'-]+)"), rf"\1{NB}"),
    (re.compile(rf"\b([{_UPPER}]\.) (?=[{_UPPER}vd])"), rf"\1{NB}"),
    (re.compile(r"\b(\d{4}) ([A-Z]{2})\b"), rf"\1{NB}\2"),
    (re.compile(r"(?<=\d) (?=\d{2,})"), NB),
    (re.compile(r" ([–—]) "), rf"{NB}\1 "),
)  # fmt: skip
#: Where a sentence ends and the next begins; not after an initial.
SENTENCE_END = re.compile(rf"(?<!\b[{_UPPER}])[.!?…][”’\"')]*\s+(?=[“‘\"'({_UPPER}\d])")
_LAST_WORD = re.compile(r" (?=\S{1,9}$)")
_LONG = 14
_LEAST_SMALLER = 0.75
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph that never runs out of its column: a wider piece may break, at spaces first, then in words."""

    style: Any
    frags: list[Any]
    # Width and height of the last measuring: layout asks several times. A split forgets the lines.
    _measured: tuple[float, float] | None = None

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Size in points for a column of this width."""
        if self._measured and self._measured[0] == avail_width and hasattr(self, "blPara"):
            return avail_width, self._measured[1]
        room = avail_width - self.style.leftIndent - self.style.rightIndent
        if not self.style.splitLongWords and self._widest() > room:
            self._loosen(room)
        wrapped: tuple[float, float] = Paragraph.wrap(self, avail_width, avail_height)
        self._measured = (avail_width, wrapped[1])
        return wrapped

    def _widest(self) -> float:
        """Width of the widest piece that does not break, looking at long ones only."""
        return max(
            (
                fonts.width(word, fragment.fontName, fragment.fontSize)
                for fragment in self.frags
                for word in re.split(r"[ \t\n]+", getattr(fragment, "text", ""))
                if len(word) > _LONG
            ),
            default=0.0,
        )

    def _loosen(self, room: float) -> None:
        """Break at spaces that were tied; a single name that is still too wide gets a little smaller, or breaks."""
        self._change(lambda fragment: {"text": fragment.text.replace(NB, " ")})
        smaller = room / max(self._widest(), 1.0) * 0.995
        if smaller < _LEAST_SMALLER:
            self.style = _loose(self.style)
        elif smaller < 1:
            self._change(lambda fragment: {"fontSize": fragment.fontSize * smaller})

    def _change(self, change: Callable[[Any], dict[str, Any]]) -> None:
        self.frags = [
            fragment.clone(**change(fragment)) if hasattr(fragment, "text") else fragment for fragment in self.frags
        ]


@cache
def _loose(style: Any) -> Any:
    return ParagraphStyle(f"{style.name}-los", parent=style, splitLongWords=1)


def bind(text: str) -> str:
    """Normalize a text and tie what must stay on one line: dates, times, names, dashes, and the last short word."""
    bound = fonts.normalize(_CONTROL.sub("", text))
    for pattern, tied in _TIES:
        bound = pattern.sub(tied, bound)
    return _LAST_WORD.sub(NB, bound)


def name(text: str) -> str:
    """A name as one piece that does not break."""
    return " ".join(text.split()).replace(" ", NB)


def paragraph(content: str | Iterable[Run], style: Any, bullet: str | None = None) -> Text:
    """Plain text or runs as a paragraph; nothing in them is ever read as markup."""
    runs = (Run(content),) if isinstance(content, str) else tuple(content)
    return Text(None, style, bulletText=bullet, frags=list(_fragments(runs, style)))


@lru_cache(maxsize=1024)
def _fragments(runs: tuple[Run, ...], style: Any) -> tuple[Any, ...]:
    """What ReportLab reads from the markup of runs; kept, because a preview changes one block at a time."""
    return tuple(Paragraph("".join(_markup(run, style.fontName) for run in _bound(runs)), style).frags)


def forget() -> None:
    """Drop every piece of a letter that was kept for speed: nothing of it may outlive an unlocked kluis."""
    _fragments.cache_clear()
    beeld.forget()
    fonts.forget_shaped()


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


def _markup(run: Run, font: str) -> str:
    marked = "".join(
        escape(piece, quote=False) if face == font else f'<font face="{face}">{escape(piece, quote=False)}</font>'
        for piece, face in fonts.pieces(run.text, font)
    ).replace("\n", "<br/>")
    if run.italic:
        marked = f"<i>{marked}</i>"
    return f"<b>{marked}</b>" if run.bold else marked


def draw_paragraph(
    canvas: Any, x: float, base_line: float, content: str | Iterable[Run], style: Any, measure: float
) -> float:
    """Draw with the first base line at a height (points from the bottom of the page); returns the height it took."""
    made = paragraph(content, style)
    height: float = made.wrap(measure, 10_000)[1]
    made.drawOn(canvas, x, base_line + style.fontSize - height)
    return height


def draw_line(canvas: Any, x: float, y: float, content: str, font: str, size: float, align: str = "left") -> float:
    """Draw one line at a base line, left, right or centred on x; returns its width."""
    parts = fonts.pieces(bind(content), font)
    total = sum(fonts.width(piece, face, size) for piece, face in parts)
    at = x - (total if align == "right" else total / 2 if align == "centre" else 0)
    for piece, face in parts:
        canvas.setFont(face, size)
        canvas.drawString(at, y, piece, shaping=True)
        at += fonts.width(piece, face, size)
    return total


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
