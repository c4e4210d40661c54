"""What a casus tells a letter: behaviour on a day in je-form, the limit in words, and what the adults will do.

Facts in the register are written about a child ("Mees duwde Sem"); a letter speaks to it ("Op 15 september duwde je een
klasgenoot"). A sentence that cannot be turned round with certainty becomes an open place with the day and the place.
"""

import re
from collections.abc import Iterable, Sequence

from svp_desktop.domain import datums
from svp_desktop.domain.andere_namen import Vervanging, noemt, vervang_namen
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.incident import IncidentInhoud, Mand, Soort, SubSoort
from svp_desktop.domain.papier_namen import hoofdletter
from svp_desktop.domain.papier_vullen import gedraging_plek, opsomming_in_zin
from svp_desktop.domain.school import Naam

MEESTE_GEDRAGINGEN = 3
_SELF = "\N{OBJECT REPLACEMENT CHARACTER}"
_MOST_WORDS = 16
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
# A grown-up with the first name of a child would be taken for that child.
_ADULT = re.compile(r"\b(juf|meester|mevrouw|meneer|opa|oma) een \w+", re.IGNORECASE)
# Whose they are cannot be told once the name is gone, so a sentence with one of these is not used.
_ABOUT_SOMEONE = re.compile(
    r"\b(hij|hem|zijn|z[’']n|zij|ze|haar|d[’']r|zich|dader|slachtoffer|pester)\b", re.IGNORECASE
)
# Past tenses have one form for hij and je, so that they can stand before "je".
_STRONG_PAST = frozenset((
    "at", "bad", "bedacht", "beet", "bleef", "bracht", "brak", "dacht", "deed", "dreef", "floot", "gaf", "ging",
    "goot", "greep", "had", "hield", "hielp", "hing", "keek", "klom", "kneep", "kocht", "koos", "kroop", "kwam",
    "las", "liep", "liet", "loog", "moest", "nam", "riep", "scheen", "schold", "schoof", "schoot", "schreef",
    "sloeg", "sloot", "smeet", "sneed", "sprak", "sprong", "stak", "stal", "stond", "trok", "verbood",
    "verloor", "verzon", "vloog", "vocht", "vroeg", "was", "werd", "wierp", "won", "zag", "zat", "zei", "zocht",
    "zong",
))  # fmt: skip
_WEAK_PAST = re.compile(r"[^\W\d_]{2,}(de|te)")

_LIMITS: dict[Soort, str] = {
    Soort.PESTEN: "pesten",
    Soort.AGRESSIE: "iemand bang maken",
    Soort.GEWELD: "iemand pijn doen",
    Soort.VECHTPARTIJ: "vechten",
    Soort.CHANTAGE: "iemand dwingen",
    Soort.BEDREIGING: "dreigen",
    Soort.DISCRIMINATIE: "kinderen buitensluiten om wie ze zijn",
    Soort.RACISME: "kinderen uitschelden om wie ze zijn",
    Soort.VERNIELING: "dingen kapotmaken",
    Soort.BESCHADIGING_DIEFSTAL: "spullen van een ander pakken of kapotmaken",
    Soort.ONLINE: "nare berichten sturen",
}
_LIMITS_BY_SUB: dict[tuple[Soort, SubSoort], str] = {
    (Soort.AGRESSIE, SubSoort.VERBAAL): "schelden",
    (Soort.AGRESSIE, SubSoort.FYSIEK): "iemand pijn doen",
    (Soort.AGRESSIE, SubSoort.DIGITAAL): "nare berichten sturen",
    (Soort.GEWELD, SubSoort.VERBAAL): "schelden",
    (Soort.GEWELD, SubSoort.DIGITAAL): "nare berichten sturen",
    (Soort.BESCHADIGING_DIEFSTAL, SubSoort.BESCHADIGING): "spullen van een ander kapotmaken",
    (Soort.BESCHADIGING_DIEFSTAL, SubSoort.DIEFSTAL): "spullen van een ander pakken",
}

# What happened, told to a whole group without anybody's name.
_HAPPENED: dict[Soort, str] = {
    Soort.PESTEN: "werd een kind gepest",
    Soort.AGRESSIE: "werd een kind bang gemaakt",
    Soort.GEWELD: "werd iemand pijn gedaan",
    Soort.VECHTPARTIJ: "werd er gevochten",
    Soort.CHANTAGE: "werd een kind gedwongen",
    Soort.BEDREIGING: "werd er gedreigd",
    Soort.DISCRIMINATIE: "werd een kind buitengesloten",
    Soort.RACISME: "werd een kind uitgescholden",
    Soort.VERNIELING: "werd iets kapotgemaakt",
    Soort.BESCHADIGING_DIEFSTAL: "raakte iets van een ander weg of stuk",
    Soort.ONLINE: "werden nare berichten gestuurd",
}

# What a planned action means for the child: one short sentence of what we do, never what the child must.
_STEPS = {
    "dagstart": "Wij beginnen elke dag samen met jou.",
    "bookmark": "Wij zeggen kort stop als iets niet kan.",
    "stil_protest": "Wij blijven rustig bij je in de buurt.",
    "steun": "Wij vragen andere mensen om mee te helpen.",
    "herstelactie": "Wij helpen je om het goed te maken.",
    "oplossingsverzoek": "Wij vragen jou om een goed idee.",
    "gastklas": "Je werkt een paar keer in een andere groep.",
    "telefoonronde": "Mensen die om je geven, bellen je op.",
    "gesprek": "Wij praten met jou en je ouders.",
    "waakzaamheid": "Wij kijken elke dag hoe het gaat.",
}


def gedragingen(incidenten: Iterable[IncidentInhoud], kind: Naam, anderen: Sequence[Vervanging]) -> tuple[str, ...]:
    """One to three sentences of what happened, oldest first: the last ones outside the groene and gele mand."""
    serious = [item for item in incidenten if item.mand in (Mand.ORANJE, Mand.ROOD)]
    chosen = sorted(serious, key=lambda item: item.datum)[-MEESTE_GEDRAGINGEN:]
    return tuple(zin_aan_kind(item, kind, anderen) or gedraging_plek(item.datum, item.plaats) for item in chosen)


def sterke_kanten(incidenten: Iterable[IncidentInhoud], kind: Naam, anderen: Sequence[Vervanging]) -> tuple[str, ...]:
    """What went well according to the groene mand, as far as it can be said with certainty; the newest three."""
    green = sorted((item for item in incidenten if item.mand is Mand.GROEN), key=lambda item: item.datum, reverse=True)
    sentences = (zin_aan_kind(item, kind, anderen) for item in green)
    return tuple(sentence for sentence in sentences if sentence)[:MEESTE_GEDRAGINGEN]


def zin_aan_kind(inhoud: IncidentInhoud, kind: Naam, anderen: Sequence[Vervanging]) -> str:
    """The first sentence of the facts, said to the child with its day; "" when that cannot be done with certainty."""
    facts = " ".join(inhoud.feiten.split())
    first = _SENTENCE.split(facts)[0].rstrip(".!")
    text = vervang_namen(first, (Vervanging(kind, _SELF), *anderen))
    _before, found, rest = text.partition(f"{_SELF} ")
    verb, _space, rest = rest.partition(" ")
    told = f"Op {datums.dag_maand(inhoud.datum)} {verb} je {rest}".rstrip()
    usable = (
        text.startswith(_SELF)
        and found
        and _SELF not in rest
        and not _ABOUT_SOMEONE.search(text)
        and not _ADULT.search(text)
        and not noemt(told, [item.naam for item in anderen])
        and len(told.split()) <= _MOST_WORDS
        and (verb in _STRONG_PAST or _WEAK_PAST.fullmatch(verb) is not None)
    )
    return f"{told}." if usable else ""


def wat_gebeurde(incidenten: Iterable[IncidentInhoud]) -> tuple[str, ...]:
    """The last one to three incidents told to a group by their kind, oldest first and a kind once: no name and nobody's
    words."""
    known = [(item.datum, kind) for item in incidenten if (kind := _kind_in_words(item))]
    last = sorted(dict.fromkeys(known))[-MEESTE_GEDRAGINGEN:]
    days: dict[str, list[str]] = {}
    for day, words in last:
        days.setdefault(words, []).append(f"op {datums.dag_maand(day)}")
    return tuple(f"{hoofdletter(opsomming_in_zin(tuple(when)))} {words}." for words, when in days.items())


def _kind_in_words(inhoud: IncidentInhoud) -> str:
    return next((_HAPPENED[choice.soort] for choice in inhoud.soorten if choice.soort in _HAPPENED), "")


def grens(incidenten: Iterable[IncidentInhoud]) -> str:
    """The behaviour that stops, from the kinds of what happened: "Iemand pijn doen en dreigen"; "" when unknown."""
    limits: dict[str, None] = {}
    for inhoud in incidenten:
        if inhoud.mand in (Mand.ORANJE, Mand.ROOD):
            for choice in inhoud.soorten:
                subs = [
                    _LIMITS_BY_SUB[choice.soort, sub] for sub in choice.sub if (choice.soort, sub) in _LIMITS_BY_SUB
                ]
                limits.update(dict.fromkeys(subs or [_LIMITS[choice.soort]] if choice.soort in _LIMITS else subs))
    words = list(limits)[:MEESTE_GEDRAGINGEN]
    text = " en ".join(part for part in (", ".join(words[:-1]), words[-1] if words else "") if part)
    return text[:1].upper() + text[1:]


def stappen(acties: Iterable[CasusActie]) -> tuple[str, ...]:
    """What the adults will do according to the planned actions, each once."""
    codes = dict.fromkeys(item.actie for item in acties if not item.gedaan)
    return tuple(_STEPS[code] for code in codes if code in _STEPS)
