"""How strong a password is, in words: an estimate of the bits that a patient thief would have to guess.

The estimate is the cheapest way to build the text from pieces that such a thief tries: a word of our list is worth 11
bits, what everyone uses and what stood there before is worth nothing, and other letters are worth what letters of a
language are worth. It is meant to be honest, so rather too low than too high.
"""

import re
import unicodedata
from enum import Enum
from typing import NamedTuple

from svp_desktop.domain.wachtwoord import KEYBOARD_ROWS, MINIMUM, WELL_KNOWN, check_wachtwoord, normal
from svp_desktop.domain.woordcode import BITS, Woordenlijst

_LOOKED_AT = 160
_LETTER, _LATER_LETTER, _DIGIT, _SIGN, _SCATTERED, _YEAR = 2.2, 1.2, 3.0, 4.0, 5.0, 5.0
_BEGIN_OF_WORD = 8
_REPEATED, _RUN = 7, 4
_SEPARATORS = " -_.,;/+"
_TOKEN = re.compile(r"[^\W\d_]+")
_CHUNK = re.compile(r"\S+")
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")
_YEARS = re.compile(r"(?:19|20)\d\d")
_ROWS = KEYBOARD_ROWS + tuple(row[::-1] for row in KEYBOARD_ROWS)


class SterkteCode(Enum):
    """Four steps of strength; each begins at a number of bits."""

    ZWAK = "zwak"
    REDELIJK = "redelijk"
    STERK = "sterk"
    ZEER_STERK = "zeer_sterk"


class Sterkte(NamedTuple):
    """How strong a password is: the step, the word for it, and one sentence that says why and what helps."""

    code: SterkteCode
    woord: str
    uitleg: str


# Six words of the list are 66 bits, five are 55, four are 44.
_STEPS = (
    (
        66 - 0.5,
        SterkteCode.ZEER_STERK,
        "Zeer sterk",
        "Dit is zo goed als niet te raden, zolang u het nergens anders gebruikt.",
    ),
    (55 - 0.5, SterkteCode.STERK, "Sterk", "Dit is heel moeilijk te raden; met één los woord erbij is het zeer sterk."),
    (
        40,
        SterkteCode.REDELIJK,
        "Redelijk",
        "Wie de laptop heeft en veel tijd neemt, kan dit raden; twee losse woorden erbij helpen.",
    ),
)
_SHORT = f"Het is korter dan {MINIMUM} tekens; langer maken helpt het meest."
_KNOWN = "Dit probeert iedereen als eerste; neem zes woorden die niets met elkaar te maken hebben."
_TWICE = "Een stuk dat terugkomt, telt maar één keer; zet er andere woorden bij."
_FEW = "Een snelle computer raadt dit; zet er drie losse woorden bij."


def sterkte(text: str, lijst: Woordenlijst) -> Sterkte:
    """The strength of a password as typed so far; one that the rules refuse is always weak."""
    password = normal(text)
    plain = password[:_LOOKED_AT].casefold()
    if len(password) < MINIMUM:
        return Sterkte(SterkteCode.ZWAK, "Zwak", _SHORT)
    bits, once = _bits(plain, lijst, repeats=True), _bits(plain, lijst, repeats=False)
    if check_wachtwoord(password):
        return Sterkte(SterkteCode.ZWAK, "Zwak", _TWICE if once > 2 * bits > 0 else _KNOWN)
    for least, code, word, why in _STEPS:
        if bits >= least:
            return Sterkte(code, word, why)
    return Sterkte(SterkteCode.ZWAK, "Zwak", _TWICE if once >= bits + 2 * BITS else _FEW)


def sterke_wachtzin(lijst: Woordenlijst) -> str:
    """A new random passphrase of six words that is judged very strong.

    One in 1,500 has a piece in it that comes back or that everyone uses; another is drawn then, at a cost of far less
    than one bit.
    """
    while sterkte(phrase := lijst.wachtzin(), lijst).code is not SterkteCode.ZEER_STERK:
        continue
    return phrase


def _bits(plain: str, lijst: Woordenlijst, repeats: bool) -> float:
    """The cheapest sum of pieces; with `repeats` a piece that stood there before costs nothing."""
    single = _single_signs(plain, lijst)
    pieces = _pieces(plain)
    best = [0.0]
    for end in range(1, len(plain) + 1):
        cheapest = best[end - 1] + single[end - 1]
        for start, cost in pieces.get(end, ()):
            cheapest = min(cheapest, best[start] + cost)
        if repeats:
            first = _repeat_start(plain, end)
            if first is not None:
                cheapest = min(cheapest, *best[first : end - _REPEATED + 1])
        best.append(cheapest)
    return best[-1]


def _repeat_start(plain: str, end: int) -> int | None:
    """Where the longest piece that ends here and began earlier too starts, if it is long enough to count."""
    start = end - _REPEATED
    if start < 1 or plain.find(plain[start:end], 0, end - 1) < 0:
        return None
    while start > 1 and plain.find(plain[start - 1 : end], 0, end - 1) >= 0:
        start -= 1
    return start


def _single_signs(plain: str, lijst: Woordenlijst) -> list[float]:
    """What each sign is worth when it stands in no cheaper piece."""
    costs = [0.0 if sign in _SEPARATORS else _DIGIT if sign.isdigit() else _SIGN for sign in plain]
    for chunk in _CHUNK.finditer(plain):
        if _scattered(chunk[0]):
            costs[chunk.start() : chunk.end()] = [_SCATTERED] * len(chunk[0])
            continue
        for token in _TOKEN.finditer(plain, chunk.start(), chunk.end()):
            costs[token.start() : token.end()] = _letters(token[0], lijst)
    # A sign that only goes on with the one before it.
    return [0.0 if at and plain[at] == plain[at - 1] and plain[at - 2 : at - 1] == plain[at] else cost
            for at, cost in enumerate(costs)]  # fmt: skip


def _letters(token: str, lijst: Woordenlijst) -> list[float]:
    if token in lijst:
        return [BITS / len(token)] * len(token)
    return [_LETTER if at < _BEGIN_OF_WORD else _LATER_LETTER for at in range(len(token))]


def _scattered(chunk: str) -> bool:
    """True for signs that form no word: from a password manager, not from a person."""
    tokens = [_plain_letters(token) for token in _TOKEN.findall(chunk)]
    letters = "".join(tokens)
    if len(chunk) < _BEGIN_OF_WORD or not letters.isascii():
        return False
    vowels = sum(letters.count(sign) for sign in "aeiouy")
    broken = len(tokens) >= 4 and max(map(len, tokens)) <= 4
    return broken or (bool(letters) and (vowels * 5 < len(letters) or any(map(_CONSONANTS.search, tokens))))


def _plain_letters(token: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", token) if not unicodedata.combining(sign))


def _pieces(plain: str) -> dict[int, list[tuple[int, float]]]:
    """Pieces that a thief tries as a whole, by where they end: start and worth in bits."""
    found: dict[int, list[tuple[int, float]]] = {}
    for word in WELL_KNOWN:
        for match in re.finditer(re.escape(word), plain):
            found.setdefault(match.end(), []).append((match.start(), 0.0))
    for match in _YEARS.finditer(plain):
        found.setdefault(match.end(), []).append((match.start(), _YEAR))
    for start in range(len(plain) - _RUN + 1):
        end = start + _RUN
        while end <= len(plain) and any(plain[start:end] in row for row in _ROWS):
            found.setdefault(end, []).append((start, 0.0))
            end += 1
    return found
