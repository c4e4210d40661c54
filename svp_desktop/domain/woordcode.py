"""Codes as plain Dutch words (sheet, envelope, invitation, fingerprint, passphrase), each word worth 11 bits."""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches

from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding

AANTAL_WOORDEN = 2048
BITS = 11
BLAD_BYTES = 16
BLAD_WOORDEN = 12
UITNODIGING_WOORDEN = 4
HERKENNING_WOORDEN = 6
WACHTZIN_WOORDEN = 6
_CHECK_BITS = BLAD_WOORDEN * BITS - BLAD_BYTES * 8
_SHORT = 4
_LONGEST_SHOWN = 20
_FIELD = "woorden"
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[a-z]{4,8}")


class WoordenOnjuist(InvoerOnjuist):
    """Typed words of a sheet, envelope or invitation cannot be right; `findings` tells which word and why."""

    what = "De woorden kloppen nog niet."
    safe = "Er is niets veranderd. Wat u typte, wordt nergens bewaard."
    now = "Leg het blad ernaast en kijk de woorden na."


class Woordenlijst:
    """The 2,048 words of the program and all that is said with them.

    The place of a word in the list is its value, so a printed code means something with this very list only. Raises
    ValueError for a list that cannot be used: another count, words that are not 4 to 8 letters a-z, not sorted, or two
    words with the same first four letters.
    """

    def __init__(self, woorden: Sequence[str]) -> None:
        self.woorden = tuple(woorden)
        self._places = {word: place for place, word in enumerate(self.woorden)}
        self._short = {word[:_SHORT]: word for word in self.woorden}
        plain = all(_PLAIN.fullmatch(word) for word in self.woorden)
        if not plain or len(self._short) != AANTAL_WOORDEN or list(self.woorden) != sorted(self.woorden):
            raise ValueError("not a list of 2,048 sorted words of 4 to 8 letters with unique first four letters")

    def __contains__(self, word: object) -> bool:
        return word in self._places

    def blad_woorden(self, data: bytes) -> tuple[str, ...]:
        """The twelve words of a sheet or envelope: 16 bytes and 4 check bits (the first of their SHA-256)."""
        if len(data) != BLAD_BYTES:
            raise ValueError("a code is 16 bytes")
        return self._words(int.from_bytes(data) << _CHECK_BITS | _check(data), BLAD_WOORDEN)

    def blad_bytes(self, text: str) -> bytes:
        """The 16 bytes of typed words. Raises WoordenOnjuist when a word is unknown or the check bits do not fit."""
        number = 0
        for word in self.lees(text, BLAD_WOORDEN):
            number = number << BITS | self._places[word]
        data = (number >> _CHECK_BITS).to_bytes(BLAD_BYTES)
        if number & ((1 << _CHECK_BITS) - 1) != _check(data):
            message = (
                "Alle woorden staan op de lijst, maar samen kloppen ze niet. Kijk na of er een woord is verwisseld."
            )
            raise WoordenOnjuist((Finding(_FIELD, message),))
        return data

    def uitnodiging_woorden(self) -> tuple[str, ...]:
        """Four new random words for an invitation (44 bits, valid once)."""
        return self._random(UITNODIGING_WOORDEN)

    def uitnodiging_tekst(self, text: str) -> str:
        """Typed words of an invitation in the one form that goes to the key derivation. Raises WoordenOnjuist."""
        return " ".join(self.lees(text, UITNODIGING_WOORDEN))

    def herkenningswoorden(self, digest: bytes) -> tuple[str, ...]:
        """The first 66 bits of a digest (at least 9 bytes) as six words that two people can read to each other."""
        bits = HERKENNING_WOORDEN * BITS
        if len(digest) * 8 < bits:
            raise ValueError("a digest of at least 9 bytes is needed")
        return self._words(int.from_bytes(digest) >> (len(digest) * 8 - bits), HERKENNING_WOORDEN)

    def wachtzin(self, aantal: int = WACHTZIN_WOORDEN) -> str:
        """A new random passphrase, different words with a space between them; six words are nearly 66 bits.

        A word that stands in it twice would be judged weaker, by the program itself too.
        """
        return " ".join(secrets.SystemRandom().sample(self.woorden, aantal))

    def lees(self, text: str, aantal: int) -> tuple[str, ...]:
        """Exactly so many words of the list, as typed by a person.

        Case, accents, commas, line breaks and numbering do not matter, and from the first four letters on a word may be
        cut short. Raises WoordenOnjuist with one finding for each unknown word, or one for a wrong count.
        """
        typed = split(text)
        read = [self._known(word) for word in typed]
        unknown = tuple(
            Finding(_FIELD, self._unknown(place, typed[place - 1])) for place, word in enumerate(read, 1) if not word
        )
        if unknown:
            raise WoordenOnjuist(unknown)
        if len(read) != aantal:
            raise WoordenOnjuist((Finding(_FIELD, _count(len(read), aantal)),))
        return tuple(word for word in read if word)

    def _known(self, typed: str) -> str | None:
        if typed in self._places:
            return typed
        word = self._short.get(typed[:_SHORT])
        return word if word and word.startswith(typed) else None

    def _unknown(self, place: int, typed: str) -> str:
        shown = typed if len(typed) <= _LONGEST_SHOWN else typed[:_LONGEST_SHOWN] + "…"
        said = f"Woord {place}, ‘{shown}’, staat niet op de lijst."
        near = self._short.get(typed[:_SHORT]) or next(
            iter(get_close_matches(typed[:_LONGEST_SHOWN], self.woorden, 1)), ""
        )
        return f"{said} Bedoelt u ‘{near}’?" if near else f"{said} Kijk op het blad hoe u het schrijft."

    def _words(self, number: int, count: int) -> tuple[str, ...]:
        mask = AANTAL_WOORDEN - 1
        return tuple(self.woorden[number >> BITS * place & mask] for place in reversed(range(count)))

    def _random(self, count: int) -> tuple[str, ...]:
        return tuple(secrets.choice(self.woorden) for _ in range(count))


def split(text: str) -> list[str]:
    """The words in a text: small letters without accents; figures and all other signs only part them."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _WORD.findall(plain.casefold())


def _check(data: bytes) -> int:
    return hashlib.sha256(data).digest()[0] >> 8 - _CHECK_BITS


def _count(typed: int, wanted: int) -> str:
    if typed == 0:
        return f"Typ hier de {wanted} woorden van het blad."
    are = "staat 1 woord" if typed == 1 else f"staan {typed} woorden"
    return f"Er {are}. Het moeten er {wanted} zijn."
