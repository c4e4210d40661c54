"""How hard a text is to read: the Flesch-Douma measure and sentence length, with the floor of each paper as data.

The measure says nothing about tone; it is a hint beside a text and never stops a paper.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from svp_desktop.domain.school import Bouw

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_VOWELS = re.compile(r"aai|ooi|oei|eeuw|ieuw|ieu|aa|ee|oo|uu|éé|óó|ie|oe|eu|ui|ĳ|ei|au|ou|[aeiouyáéíóúàèëïöüâêôıėąę]")


@dataclass(frozen=True, slots=True)
class Leesmaat:
    """Outcome for one text: Flesch-Douma score, counts, and the longest sentence with its number of words."""

    score: float
    woorden: int
    zinnen: int
    langste_zin: str
    langste_woorden: int

    @property
    def per_zin(self) -> float:
        """Mean number of words a sentence."""
        return self.woorden / self.zinnen if self.zinnen else 0.0


@dataclass(frozen=True, slots=True)
class Leesvloer:
    """What a text for these readers must at least reach: a score, and a most of words in one sentence."""

    score: float
    woorden_per_zin: int
    lezers: str


VLOEREN: dict[Bouw | None, Leesvloer] = {
    Bouw.ONDERBOUW: Leesvloer(95, 10, "de onderbouw"),
    Bouw.MIDDENBOUW: Leesvloer(90, 13, "de middenbouw"),
    Bouw.BOVENBOUW: Leesvloer(85, 16, "de bovenbouw"),
    None: Leesvloer(75, 22, "ouders"),
}


def vloeren(getal: Callable[[str], int]) -> dict[Bouw | None, Leesvloer]:
    """The limits of the school, from its settings: "leesscore_<bouw>" and "leeszin_<bouw>"."""
    return {
        bouw: Leesvloer(getal(f"leesscore_{_code(bouw)}"), getal(f"leeszin_{_code(bouw)}"), floor.lezers)
        for bouw, floor in VLOEREN.items()
    }


def _code(bouw: Bouw | None) -> str:
    return bouw.value if bouw else "volwassenen"


def klankgroepen(woord: str) -> int:
    """Syllables of a Dutch word, counted by groups of vowels; at least one."""
    return max(1, len(_VOWELS.findall(woord.lower().replace("ij", "ĳ"))))


def zinnen(tekst: str) -> tuple[str, ...]:
    """The sentences of a running text; a colon and a new line end one too."""
    return tuple(part.strip() for part in _SENTENCE_END.split(tekst) if _WORD.search(part))


def meet(tekst: str, lettergrepen: Callable[[str], int] = klankgroepen) -> Leesmaat | None:
    """Flesch-Douma (206.84 - 0.77 x syllables per 100 words - 0.93 x words a sentence); None for a text without words.

    The caller leaves out names of addressees, tables and signatures. `lettergrepen` counts the syllables of a word.
    """
    words = _WORD.findall(tekst)
    sentences = zinnen(tekst)
    if not words or not sentences:
        return None
    lengths = [(len(tel_woorden(sentence)), sentence) for sentence in sentences]
    longest = max(lengths)
    syllables = sum(lettergrepen(word) for word in words)
    score = 206.84 - 77 * syllables / len(words) - 0.93 * len(words) / len(sentences)
    return Leesmaat(round(score, 1), len(words), len(sentences), longest[1], longest[0])


def tel_woorden(zin: str) -> tuple[str, ...]:
    """The words and numbers of a sentence, as a reader counts them."""
    return tuple(re.findall(r"\w+(?:['’.-]\w+)*", zin))
