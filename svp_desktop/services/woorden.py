"""The shipped list of words, read once; what is said with it is in `domain.woordcode`."""

from functools import cache

from svp_desktop import resources
from svp_desktop.domain import sterkte as oordeel
from svp_desktop.domain.sterkte import Sterkte
from svp_desktop.domain.woordcode import Woordenlijst


@cache
def lijst() -> Woordenlijst:
    """The list of 2,048 words with which codes are made and read."""
    return Woordenlijst(resources.path("woorden", "woorden.txt").read_text(encoding="ascii").split())


def wachtzin() -> str:
    """A new random passphrase that is always judged very strong."""
    return oordeel.sterke_wachtzin(lijst())


def sterkte(text: str) -> Sterkte:
    """How strong a password is as typed so far, in words (see `domain.sterkte`)."""
    return oordeel.sterkte(text, lijst())
