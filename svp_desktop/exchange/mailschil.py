"""What is around the words of an e-mail: headers, quoted replies, forwarded blocks, greetings, signatures, disclaimers.

Nothing is cut out of the text itself: what counts is told as spans, so that the window can show what was used.
"""

import html
import re
import unicodedata
from dataclasses import dataclass, field
from email import message_from_bytes
from email.header import decode_header
from email.message import Message

from svp_desktop.exchange.tekst import lees_tekst

#: Signs of a paste that are read; more than any mail about one event has.
MAX_TEKENS = 200_000
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffc]")
_QP_SURE = re.compile(r"=(?:C[23]=[89AB][0-9A-F]|E2=80=|20\n|3D)", re.IGNORECASE)
_QP_RUN = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_HTML = re.compile(r"<(?:!doctype|html|body|div|p|br|span|table)\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"<[A-Za-z/!][^<>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)
_HEADER = re.compile(
    r"[\s>*_]{0,6}(van|from|verzonden|verstuurd|sent|datum|date|aan|to|cc|bcc|kopie|onderwerp|subject|reply-to"
    r"|prioriteit|importance|bijlagen?|attachments?|message-id|mime-version|content-[\w-]{1,30}|received|return-path"
    r"|x-[\w-]{1,40})\**\s{0,3}:\**\s{0,20}(.*)",
    re.IGNORECASE,
)
_ANCHORS = frozenset(("van", "from", "verzonden", "sent", "onderwerp", "subject", "aan", "to"))
_FORWARD = re.compile(
    r"\s*[-_ ]{0,40}\s*(?:doorgestuurd bericht|forwarded message|begin doorgestuurd bericht|begin forwarded message)",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\s*-{2,40}\s*(?:oorspronkelijk bericht|original message)|_{20,}\s*$", re.IGNORECASE)
_WROTE = re.compile(
    r"\s*(?:op|on)\b(?=[^\n]{0,80}\d)[^\n]{5,200}\b(?:schreef|wrote|geschreven)\b[^\n]{0,120}:\s*$", re.IGNORECASE
)
_GREETING = re.compile(
    r"\s*(?:hoi|hallo|dag|beste|hi|hey|geachte|goede ?morgen|goede ?middag|goede ?avond|lieve|ha|dear|hello)\b"
    r"[^.!?;:\d]{0,40}[,!.]?\s*$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s*(?:(?:met )?(?:vriendelijke|hartelijke|lieve) groet(?:en|jes)?|groet(?:en|jes)?|m\.?v\.?g\.?|gr\.?|fijne dag"
    r"|alvast bedankt|bedankt|dank je wel|kind regards|best regards|regards|cheers)\b[^?]{0,60}$"
    r"|\s*--\s*$|\s*_{3,19}\s*$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:dit (?:e-?mail)?bericht (?:is|kan|en)\b|deze e-?mail (?:is|kan|en)\b|de informatie (?:verzonden|in dit)"
    r"|disclaimer\b|this (?:e-?mail|message) (?:is|may|and)\b|verzonden vanaf\b|verstuurd vanaf\b|sent from\b"
    r"|outlook voor\b|get outlook\b|think before you print|denk aan het milieu)",
    re.IGNORECASE,
)
_PS = re.compile(r"\s*p\.?s\.?\b", re.IGNORECASE)
_POINTS_ON = re.compile(
    r"\b(?:fyi|ter info|ter kennisgeving|zie (?:hieronder|onder|mail|bericht)|onderstaand|hieronder|doorgestuurd"
    r"|stuur (?:ik )?(?:dit )?door|see below)",
    re.IGNORECASE,
)
_FEW_WORDS, _NO_STORY = 25, 6


def leesbaar(text: str) -> str:
    """The words of a paste: HTML and quoted-printable undone, plain line ends, no invisible signs, NFC, bounded.

    What is readable already comes out unchanged.
    """
    text = text[:MAX_TEKENS].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    if _QP_SURE.search(text):
        text = _QP_RUN.sub(_qp, text.replace("=\n", ""))
    start = _HTML.search(text)
    if start and (start.start() < 200 or len(_HTML.findall(text[:20_000])) > 2):
        text = _without_tags(text)
    text = _INVISIBLE.sub("", text).replace("\u00a0", " ")
    return unicodedata.normalize("NFC", text)


def _qp(match: re.Match[str]) -> str:
    data = bytes.fromhex(match[0].replace("=", ""))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _without_tags(text: str) -> str:
    for name in ("head", "style", "script"):
        text = _without_element(text, name)
    text = re.sub(r"[ \t]*\n[ \t]*", " ", text)
    return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))


def _without_element(text: str, name: str) -> str:
    """The text without these elements and what they hold; one that is never closed keeps its words."""
    folded, parts, at = text.lower(), [], 0
    if len(folded) != len(text):
        return text
    while (begin := folded.find(f"<{name}", at)) >= 0 and (end := folded.find(f"</{name}>", begin)) >= 0:
        parts.append(text[at:begin])
        at = end + len(name) + 3
    return "".join((*parts, text[at:]))


def uit_bestand(data: bytes) -> str:
    """The readable text of a mail that was dropped as a file: .eml, or plain text in any encoding."""
    head = data[:4000].lower()
    if b"\nfrom:" in b"\n" + head and (b"\nsubject:" in head or b"\ndate:" in head or b"\nmime-version:" in head):
        message = message_from_bytes(data)
        lines = [f"{word}: {_header(message, name)}" for word, name in _SHOWN if message.get(name)]
        return leesbaar("\n".join(lines) + "\n\n" + _body(message))
    return leesbaar(lees_tekst(data))


_SHOWN = (("Van", "From"), ("Verzonden", "Date"), ("Aan", "To"), ("Onderwerp", "Subject"))


def _header(message: Message, name: str) -> str:
    parts = []
    for value, charset in decode_header(str(message.get(name))):
        parts.append(_decode(value, charset) if isinstance(value, bytes) else value)
    return " ".join("".join(parts).split())


def _decode(data: bytes, charset: str | None) -> str:
    try:
        return data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return lees_tekst(data)


def _body(message: Message) -> str:
    found = {part.get_content_type(): part for part in reversed(list(message.walk())) if not part.is_multipart()}
    part = found.get("text/plain") or found.get("text/html")
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return ""
    return leesbaar(_decode(payload, part.get_content_charset()))


@dataclass(slots=True)
class Regel:
    """One line of the text: where it starts and ends, without the signs of quoting."""

    van: int
    tot: int
    tekst: str


@dataclass(slots=True)
class Bericht:
    """One message of the chain: its headers by name, and its lines."""

    kop: dict[str, str] = field(default_factory=dict)
    regels: list[Regel] = field(default_factory=list)
    doorgestuurd: bool = False

    def woorden(self) -> int:
        """How many words it has."""
        return sum(len(line.tekst.split()) for line in self.regels)


def berichten(text: str) -> list[Bericht]:
    """The messages of a chain, the newest first; quoted lines are a message of their own."""
    lines, at = [], 0
    for words in text.split("\n"):
        lines.append(Regel(at, at + len(words), words))
        at += len(words) + 1
    chain, quoted = [Bericht()], Bericht()
    number = 0
    while number < len(lines):
        line = lines[number]
        end, heads = _head_block(lines, number)
        if heads:
            if chain[-1].regels or chain[-1].kop:
                chain.append(Bericht(doorgestuurd=chain[-1].doorgestuurd and not chain[-1].woorden()))
            chain[-1].kop = heads
            number = end
            continue
        if _FORWARD.match(line.tekst) or _REPLY.match(line.tekst) or _WROTE.match(_with_next(lines, number)):
            chain.append(Bericht(doorgestuurd=bool(_FORWARD.match(line.tekst))))
            number += 1 if not _WROTE.match(_with_next(lines, number)) or line.tekst.rstrip().endswith(":") else 2
            continue
        if line.tekst.lstrip().startswith(">"):
            bare = line.tekst.lstrip("> \t")
            quoted.regels.append(Regel(line.tot - len(bare), line.tot, bare))
        else:
            chain[-1].regels.append(line)
        number += 1
    return [*chain, quoted] if quoted.regels else chain


def _with_next(lines: list[Regel], number: int) -> str:
    """A line, with the next one when it was broken off: "Op di 15 sep. 2026 schreef / Iemand:"."""
    text = lines[number].tekst
    if text.lstrip().lower().startswith(("op ", "on ")) and not text.rstrip().endswith(":") and len(text) < 200:
        following = lines[number + 1].tekst if number + 1 < len(lines) else ""
        return f"{text} {following}" if len(following) < 200 else text
    return text[:600]


def _head_block(lines: list[Regel], number: int) -> tuple[int, dict[str, str]]:
    """Lines of headers that begin here, at least two with one that only a mail has; ({} when there are none)."""
    found: dict[str, str] = {}
    at = number
    while at < len(lines):
        match = _HEADER.match(lines[at].tekst[:2000])
        if match:
            found.setdefault(match[1].lower(), match[2].strip().rstrip("*"))
        elif not (found and lines[at].tekst[:1] in (" ", "\t") and lines[at].tekst.strip()):
            break
        at += 1
    known = found.keys() & _ANCHORS
    return (at, found) if len(found) >= 2 and known else (number, {})


def kies(chain: list[Bericht]) -> Bericht:
    """The message that tells what happened: the newest, unless it only points at the one under it."""
    own = chain[0]
    others = [message for message in chain[1:] if message.woorden()]
    if not others:
        return own
    words = own.woorden()
    said = " ".join(line.tekst for line in own.regels[:40])
    forwarded = others[0].doorgestuurd or re.match(r"\s*(?:fw|fwd|doorst)\b", _subject(own), re.IGNORECASE)
    story = sum(len(line.tekst.split()) for line in romp(own))
    no_story = story <= _NO_STORY and (forwarded or not re.search(r"\d", said))
    if no_story or (words < _FEW_WORDS and (forwarded or _POINTS_ON.search(said))):
        return others[0]
    return own


def _subject(message: Bericht) -> str:
    return message.kop.get("onderwerp") or message.kop.get("subject") or ""


def romp(message: Bericht) -> list[Regel]:
    """The lines that tell something: no greeting, nothing from the closing on, but a P.S. does count."""
    kept: list[Regel] = []
    closed = False
    for line in message.regels:
        text = line.tekst[:300]
        if _TAIL.match(text):
            break
        if not closed and _CLOSING.match(text) and len(line.tekst) < 90 and any(seen.tekst.strip() for seen in kept):
            closed = True
        elif closed and _PS.match(text):
            closed = False
        if not closed and not (len(line.tekst) < 60 and not _told(kept) and _GREETING.match(text)):
            kept.append(line)
    return kept


def _told(kept: list[Regel]) -> bool:
    return any(line.tekst.strip() for line in kept[-50:])
