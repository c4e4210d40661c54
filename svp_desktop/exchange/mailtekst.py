"""The e-mail of a colleague without access, read as a proposal for an incident (demand 32).

Text in, values out. Nothing here knows the register: names are only what looks like one.
"""

import re
from collections.abc import Sequence
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.incident import Betrokkenheid, Soort
from svp_desktop.domain.mailvoorstel import TUSSENVOEGSELS, MailInhoud, MailStuk, Vermelding, woordenset
from svp_desktop.domain.namen import vouw
from svp_desktop.exchange.mailschil import Regel, berichten, kies, leesbaar, romp
from svp_desktop.exchange.mailtijd import verzonden, zoek_datum, zoek_tijd

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|['’][^\W\d_]+")
_STOP = woordenset(
    """aan afgelopen al alle allebei als alvast andere beste bij buiten daar daarna daardoor daarom dan dat de deze dit
    die dinsdag donderdag door drie dus eerst eergisteren een één eigenlijk en er gisteren graag groep groet haar hallo
    heb heeft helaas het hij hoi hun ik in is jullie kinderen later maandag maar meerdere meester mevrouw meneer met
    mijn misschien moeder vader na naar niemand nu of om omdat ook op opeens ouders over rond samen sommige soms staan
    te tegen terwijl tijdens toen tot tussen twee uit uiteindelijk van vandaag vanmiddag vanmorgen vanochtend vier vijf
    volgens voor vorige vrijdag waarom waarop wat we weer wel welke werd wie wij woensdag zaterdag ze zei zelf zij zijn
    zo zondag zonder juf overblijf ps twijfel onderwerp datum tijd plaats wie beide dader slachtoffer getuige melder"""
)
_NO_NAME = woordenset(
    """bhv bhver whatsapp snapchat tiktok instagram youtube fortnite roblox minecraft nederlands nederland januari
    februari maart april juni juli augustus september oktober november december bso tso ib ib-er iber gym esis"""
)
_TITLES = frozenset(("juf", "juffrouw", "meester", "mevrouw", "meneer", "mw", "dhr", "hr"))
_GROUP = re.compile(
    r"[\s,]{0,3}\(?(?:uit |van |in |zit in )?(?:groep|gr\.?)\s?(\d(?:\s?[/-]\s?\d)?[a-z]?)\b"
    r"|\s{0,2}\((\d[a-z]?(?:/\d)?)\)",
    re.IGNORECASE,
)
_PLACE_WORDS = (
    "plein|schoolplein|klimrek|gang|lokaal|klaslokaal|klas|gym|gymzaal|gymles|kleedkamer|kleedkamers|wc|wc's"
    "|toilet|toiletten|hek|hal|aula|fietsenhok|fietsenrek|zandbak|trap|bus|straat|park|voetbalveld|speelveld|glijbaan|schommel"
    "|speelzaal|bibliotheek|keuken|poort|ingang|stoep|kapstok|bosje|bosjes|overblijf|winkel|zwembad|handvaardigheidslokaal"
)
_PLACE = re.compile(
    rf"\b((?:bij|op|in|aan|achter|naast|voor|onder|tussen)\s+(?:de|het|'t|ons|een)?\s*(?:\w{{1,30}}\s+)?(?:{_PLACE_WORDS})\b"
    rf"(?:\s+(?:bij|op|in|aan|achter|naast|van)\s+(?:de|het|'t)\s+(?:\w{{1,20}}\s+)?(?:{_PLACE_WORDS})\b)?)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\"([^\"\n]{3,400})\"|[“„]([^”“\n]{3,400})[”“]|‘([^’\n]{3,400})’(?!\w)")
_DOUBT = re.compile(
    r"\b(?:twijfel\w*|weet niet (?:zeker|of)|niet zeker (?:of|wat)|geen idee of|of dit \w{1,20} is|vraag me af of)\b",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\s+(?:heeft |had |hebben )?(?:\w{1,15} )?(?:duwde|sloeg|schopte|trapte|pestte|schold|beet|trok|gooide|spuugde"
    r"|dreigde|bedreigde|stompte|kneep|noemde|vernielde|hield|pakte|sloegen|duwden|schopten)\b",
    re.IGNORECASE,
)
_HARMED = re.compile(
    r"\s+(?:huilde|moest huilen|had (?:een )?(?:schaaf|bloed|pijn|bult)|viel|(?:werd|is|wordt) (?:\S{1,20} ){0,4}"
    r"(?:geduwd|geslagen|geschopt|gepest|uitgescholden|geraakt|bedreigd|gebeten))",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?<!\w)(?:(?-i:([A-Z]\w{0,20}))\)?|hij|zij|ze)\s+(?:duwde|sloeg|schopte|trapte|pestte|schold|beet|trok|bedreigde|stompte|kneep|sloegen|duwden|schopten)\s+"
    r"(?:aan |naar |tegen )?$",
    re.IGNORECASE,
)
_SAW = re.compile(r"\s+(?:stond erbij|heeft het gezien|zag (?:het|alles|dat|hoe)|was erbij|keek toe)", re.IGNORECASE)
_KINDS = (
    (Soort.PESTEN, r"pest\w*|gepest|buitengesloten|buitensluiten"),
    (Soort.GEWELD, r"geslagen|sloeg|sloegen|schopte\w*|geschopt|stompte|gestompt|duwde\w*|geduwd|trapte|beet|gebeten"),
    (Soort.VECHTPARTIJ, r"vechtpartij|vochten|gevochten|vechten"),
    (Soort.ONGEVAL, r"ongeluk|ongeval"),
    (Soort.CHANTAGE, r"chantage|chanteer\w*|gechanteerd"),
    (Soort.BEDREIGING, r"bedreig\w*|dreigde\w*|gedreigd"),
    (Soort.SEKSUELE_INTIMIDATIE, r"betast\w*|seksu\w*"),
    (Soort.DISCRIMINATIE, r"discrimin\w*|gediscrimineerd"),
    (Soort.RACISME, r"racis\w*"),
    (Soort.VERNIELING, r"vernield\w*|vernieling"),
    (Soort.BESCHADIGING_DIEFSTAL, r"gestolen|diefstal|gepikt|kapot ?gemaakt"),
    (Soort.ONLINE, r"groepsapp|whatsapp|snapchat|tiktok|instagram|online|sexting"),
)
_KIND_WORDS = tuple((kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for kind, words in _KINDS)
_LABEL = re.compile(
    r"\s*[*•-]?\s*(datum|tijd|plaats|waar|wie weet|wie|wat zag|wat gebeurde|wat zei|wat deed)\b"
    r"([^:?\n]{0,70})[:?]+[ \t]*",
    re.IGNORECASE,
)
_BARE_LINE = 90
_MOST_NAMES, _MOST_QUOTES = 200, 10
_NAMES_PART = 40_000


def lees_mail(pasted: str, today: date, plaatsen: Sequence[str]) -> MailInhoud:
    """Everything that a pasted mail tells; `plaatsen` is the school's own list. `tekst` is what spans refer to."""
    text = leesbaar(pasted)
    message = kies(berichten(text))
    lines = [line for line in romp(message) if line.tekst.strip()]
    mask = _mask(text, lines)
    heads = message.kop
    sent = verzonden(heads.get("verzonden") or heads.get("sent") or heads.get("date") or heads.get("datum") or "")
    used: list[MailStuk] = []
    base = min(sent, today) if sent else today
    labels = _labels(lines)
    day = zoek_datum(_only(mask, labels.get("datum")), base) or zoek_datum(mask, base)
    moment = zoek_tijd(_only(mask, labels.get("tijd"))) or zoek_tijd(mask)
    place, known, spot = _place(mask, plaatsen, labels.get("plaats") or labels.get("waar"))
    for found, what in ((day and day[1:], "datum"), (moment and moment[1:], "tijd"), (spot, "plaats")):
        if found:
            used.append(MailStuk(*found, what))
    names = _names(mask)
    used += [MailStuk(name.van, name.tot, "naam") for name in names]
    voices = list(_QUOTE.finditer(mask))[:_MOST_QUOTES]
    used += [MailStuk(match.start(), match.end(), "stem") for match in voices]
    doubt = _DOUBT.search(mask)
    if doubt:
        used.append(MailStuk(doubt.start(), doubt.end(), "twijfel"))
    stem = [next(part for part in match.groups() if part).strip() for match in voices]
    if "wat zei" in labels:
        said = _words(labels["wat zei"]).strip('"“”„')
        stem = [said, *(voice for voice in stem if voice not in said)] if said else stem
    return MailInhoud(
        tekst=text,
        afzender=_sender(heads.get("van") or heads.get("from") or ""),
        verzonden=sent,
        datum=day[0] if day else sent,
        datum_uitleg=_explain(day, sent, text),
        tijd=moment[0] if moment else None,
        plaats=place,
        plaats_bekend=known,
        namen=tuple(names),
        feiten=_facts(lines, labels),
        stem=tuple(stem),
        twijfel=doubt is not None,
        soorten=tuple(kind for kind, words in _KIND_WORDS if words.search(mask)),
        gedaan=_words(labels.get("wat deed", [])),
        romp=tuple((line.van, line.tot) for line in lines),
        gebruikt=tuple(sorted(used)),
    )


def _mask(text: str, lines: list[Regel]) -> str:
    """The text with blanks for what does not count: every place in it is a place in the text."""
    parts, at = [], 0
    for line in sorted(lines, key=lambda one: one.van):
        parts += [re.sub(r"[^\n]", " ", text[at : line.van]), text[line.van : line.tot]]
        at = line.tot
    return "".join((*parts, re.sub(r"[^\n]", " ", text[at:])))


def _explain(day: tuple[date, int, int] | None, sent: date | None, text: str) -> str:
    """Why the day must be looked at, when it does not stand in the mail as a day."""
    if day is None:
        return "In de mail staat geen dag. Dit is de dag van verzenden." if sent else "In de mail staat geen dag."
    word = text[day[1] : day[2]]
    if any(sign.isdigit() for sign in word):
        return ""
    since = f"verzonden op {datums.dag_maand(sent)}" if sent else "gerekend vanaf vandaag"
    return f"In de mail staat “{word}”, {since}."


def _sender(value: str) -> str:
    return re.sub(r"<[^<>]{0,200}>|\[mailto:[^\]]{0,200}\]|\"", "", value[:300]).strip(" ;,")


def _labels(lines: list[Regel]) -> dict[str, list[Regel]]:
    """The answers of the template that the school hands out, by question; empty when it is not that template."""
    found: dict[str, list[Regel]] = {}
    current: list[Regel] | None = None
    for line in lines:
        match = _LABEL.match(line.tekst[:200])
        if match:
            current = found.setdefault(match[1].lower(), [])
            current.append(Regel(line.van + match.end(), line.tot, line.tekst[match.end() :]))
        elif current is not None:
            current.append(line)
    return found if len(found) >= 3 else {}


def _only(mask: str, lines: list[Regel] | None) -> str:
    return _mask(mask, lines) if lines else ""


def _words(lines: Sequence[Regel]) -> str:
    """Lines as one text: what a mail program broke off is joined again."""
    text = ""
    broken = False
    for line in lines:
        words = " ".join(line.tekst.split())
        if not words:
            continue
        text += (" " if broken else "\n") + words if text else words
        broken = len(line.tekst) >= 60 and not words.endswith((".", "!", "?", ")"))
    return text


def _facts(lines: list[Regel], labels: dict[str, list[Regel]]) -> str:
    """What happened, in the words of the mail."""
    if labels:
        told = _words(labels.get("wat zag", []) or labels.get("wat gebeurde", []))
        knows = _words(labels.get("wie weet", []))
        first = next(number for number, line in enumerate(lines) if _LABEL.match(line.tekst[:200]))
        before = _words(lines[:first])
        parts = (before, told, f"Wie weet ervan: {knows}" if knows else "")
        return "\n".join(part for part in parts if part)
    return _words([line for line in lines if not _is_title(line)])


def _is_title(line: Regel) -> bool:
    """A line of day, time and place in key words, such as "14/9 - gang - ca 10u45"."""
    text = line.tekst.strip()
    parts = re.split(r"\s+[-–|]\s+|;\s", text[:_BARE_LINE])
    if len(text) > _BARE_LINE or len(parts) < 2 or text.endswith((".", "!", "?")):
        return False
    latest = date(2199, 12, 31)
    return any(zoek_datum(part, latest) or zoek_tijd(part) for part in parts) and all(
        len(part.split()) <= 6 for part in parts
    )


# -- place


def _place(mask: str, known: Sequence[str], answer: list[Regel] | None) -> tuple[str, bool, tuple[int, int] | None]:
    """The place in the school's own word where there is one, else in the words of the mail; and where it stands."""
    if answer and (said := _words(answer)):
        found = _known_place(vouw(said), known)
        return (found[0] if found else said, found is not None, (answer[0].van, answer[0].tot))
    same_length = next((text for text in (vouw(mask), mask.casefold()) if len(text) == len(mask)), mask)
    found = _known_place(same_length, known)
    if found:
        return found[0], True, found[1]
    phrase = _PLACE.search(mask)
    return (" ".join(phrase[1].split()), False, phrase.span(1)) if phrase else ("", False, None)


def _known_place(folded: str, known: Sequence[str]) -> tuple[str, tuple[int, int]] | None:
    """The first place of the list that stands in the text in whole words, or as the tail of its word ("plein")."""
    found = []
    for place in known:
        word = vouw(place).strip()
        if not word:
            continue
        forms = {word, word.removesuffix("ten"), word.removesuffix("school")} | {f"{word}s"}
        if word.startswith("school") and len(word) > 9:
            forms.add(word.removeprefix("school"))
        for form in forms:
            if len(form) <= 2 or form not in folded:
                continue
            match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", folded)
            if match:
                found.append((match.start(), -len(form), place, match.span()))
    return (min(found)[2], min(found)[3]) if found else None


# -- names


def _names(mask: str) -> list[Vermelding]:
    """Runs of words with a capital, with what stands around them."""
    words = list(_WORD.finditer(mask, 0, min(len(mask), _NAMES_PART)))
    found: list[Vermelding] = []
    number = 0
    while number < len(words) and len(found) < _MOST_NAMES:
        if not words[number][0][:1].isupper():
            number += 1
            continue
        last = _run(mask, words, number)
        first = number
        while first < last and vouw(words[first][0]) in _STOP:
            first += 1
        made = _mention(mask, words, first, last, number)
        if made is not None:
            found.append(made)
        number = last + 1
    return found


def _run(mask: str, words: list[re.Match[str]], first: int) -> int:
    """Number of the last word of the name that begins here."""
    last = first
    while last + 1 < len(words) and last - first < 7:
        ahead = last + 1
        while ahead < len(words) and ahead - last < 4 and vouw(words[ahead][0]).replace("’", "'") in TUSSENVOEGSELS:
            ahead += 1
        if ahead >= len(words) or not words[ahead][0][:1].isupper():
            break
        between = (mask[words[at].end() : words[at + 1].start()] for at in range(last, ahead))
        if any(gap.strip() or len(gap) > 3 or "\n\n" in gap for gap in between):
            break
        last = ahead
    return last


def _mention(mask: str, words: list[re.Match[str]], first: int, last: int, begun: int) -> Vermelding | None:
    start, end = words[first].start(), words[last].end()
    text = mask[start:end]
    for ending in ("'s", "’s"):
        text = text.removesuffix(ending)
    end = start + len(text)
    folded = vouw(text)
    if first == last and (folded in _STOP or folded in _NO_NAME or len(text) < 2 or (text.isupper() and len(text) < 5)):
        return None
    before = words[first - 1] if first else None
    titled = before is not None and vouw(before[0]) in _TITLES and start - before.end() < 3
    group = _GROUP.match(mask, end)
    return Vermelding(
        " ".join(text.split()),
        start,
        end,
        re.sub(r"\s", "", group[1] or group[2]) if group else "",
        _role(mask, start, group.end() if group else end),
        first == begun and not titled and _begins(mask, start),
        titled,
    )


def _begins(mask: str, start: int) -> bool:
    """Whether a word with a capital is the first of a sentence or a line."""
    before = mask[max(0, start - 120) : start]
    bare = before.rstrip(' \t\n"“„‘(')
    if not bare or bare[-1] in ".!?:•*-–":
        return True
    gap = before[len(bare) :]
    return "\n\n" in gap or ("\n" in gap and len(bare) - (bare.rfind("\n") + 1) < 40)


def _role(mask: str, start: int, end: int) -> Betrokkenheid | None:
    """What the verb beside a name suggests; only ever a suggestion."""
    if mask[end : end + 1] == ")":
        end += 1
    told = _OBJECT.search(mask[max(0, start - 40) : start])
    if (told and vouw(told[1] or "hij") not in _STOP - {"hij", "zij", "ze"}) or _HARMED.match(mask, end):
        return Betrokkenheid.SLACHTOFFER
    if _ACTS.match(mask, end):
        return Betrokkenheid.DADER
    return Betrokkenheid.GETUIGE if _SAW.match(mask, end) else None
