"""Syllables of Dutch words: hyphenation patterns, and groups of vowels for what these leave whole ("oma", "idee")."""

from functools import cache, lru_cache

import pyphen

from svp_desktop.domain.leesbaarheid import klankgroepen


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@lru_cache(maxsize=4096)
def tel(woord: str) -> int:
    """Number of syllables; the larger of both counts, so that a text never looks easier than it is."""
    return max(len(_patterns().positions(woord.lower())) + 1, klankgroepen(woord))
