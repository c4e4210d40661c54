"""How text is taken apart into words that can be found, and how a typed search becomes words.

Both sides fold with `namen.vouw`, so that `ozturk` finds Öztürk and `dordevic` finds Đorđević. What comes out holds
only letters and digits: no typed quote, star or percent sign ever reaches a query.
"""

import re

from svp_desktop.domain.namen import vouw

MINSTE_LETTERS = 2
_LONGEST_WORD = 60
_WORD = re.compile(r"[^\W_]+")
# "O'Brien" is also found as `obrien`, "Jansen-Smit" also as `jansensmit`. Starts at the start of a word only and never
# steps back: a pasted text without spaces would otherwise take minutes.
_JOINED = re.compile(r"(?<![^\W_])[^\W_]++(?:['’-][^\W_]++)+")
_LONGEST_SEARCH = 200
_MOST_WORDS = 8


def woorden(text: str) -> list[str]:
    """The folded words of a text, in its order, then those of its hyphens and apostrophes in one piece."""
    folded = vouw(text)
    glued = [re.sub(r"['’-]", "", match) for match in _JOINED.findall(folded)]
    return [word[:_LONGEST_WORD] for word in (*_WORD.findall(folded), *glued)]


def zoektekst(*texts: str) -> str:
    """Every word of these texts once, separated by spaces: what a search index keeps of them."""
    return " ".join(sorted({word for text in texts for word in woorden(text)}))


def gezocht(text: str) -> tuple[str, ...] | None:
    """The words of a typed search; None when it is too short to search at all (fewer than two signs).

    An empty tuple means that something was typed in which no word can be found: the answer is then nothing.
    """
    if len("".join(text.replace("\0", "").split())) < MINSTE_LETTERS:
        return None
    words = _WORD.findall(vouw(text[:_LONGEST_SEARCH]))
    return tuple(word[:_LONGEST_WORD] for word in words[:_MOST_WORDS])
