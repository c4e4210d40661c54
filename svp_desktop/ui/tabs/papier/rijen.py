"""The words of each row of the composer: which sections a paper has, in which order, and what stands behind a title."""

from svp_desktop.domain import datums
from svp_desktop.domain.papier import Blok, BlokSoort, PapierDraft, PapierSoort, Voorleesmoment

# The hash keeps them apart from the codes of blocks; the others are the codes of places on the page.
VRAGEN, ADRES, AANHEF, VOORLEZEN, ONDERTEKENING = "#vragen", "adres", "aanhef", "#voorlezen", "ondertekening"
#: Places on the page and codes of findings that belong to another row.
_ELDERS = {"onderwerp": AANHEF, "datum": AANHEF}


_BEELDEN = {
    VRAGEN: ("circle-question-mark", "warn"),
    ADRES: ("contact", "muted"),
    AANHEF: ("mail", "muted"),
    VOORLEZEN: ("calendar", "muted"),
    ONDERTEKENING: ("pencil", "muted"),
}


def beeld(code: str) -> tuple[str, str]:
    """Icon and colour of a row that is no block."""
    return _BEELDEN.get(code, ("", "muted"))


def codes(draft: PapierDraft, open_questions: int) -> tuple[str, ...]:
    """The rows from top to bottom."""
    blocks = tuple(blok.code for blok in draft.blokken)
    letter = draft.soort is PapierSoort.AANKONDIGING_OUDERS
    before = ((VRAGEN,) if open_questions else ()) + ((ADRES,) if letter else ()) + (AANHEF,)
    return (*before, *blocks, *(() if letter else (VOORLEZEN,)), ONDERTEKENING)


def rij_van(draft: PapierDraft, code: str) -> str:
    """The row where something with this code can be changed, or an empty text."""
    code = _ELDERS.get(code, code)
    if code == VOORLEZEN and draft.soort is PapierSoort.AANKONDIGING_OUDERS:
        return next((blok.code for blok in draft.blokken if blok.soort is BlokSoort.MOMENT), "")
    return code if code in codes(draft, 1) else ""


def woorden(draft: PapierDraft, code: str, open_questions: int) -> tuple[str, str, bool]:
    """Title, first words, and whether it is on the paper."""
    blok = next((item for item in draft.blokken if item.code == code), None)
    if blok is not None:
        return blok.titel or "Zonder titel", _first_words(blok, draft.moment), blok.aan
    if code == VRAGEN:
        return "Nog in te vullen", "1 vraag" if open_questions == 1 else f"{open_questions} vragen", True
    if code == ADRES:
        chosen = [item.vermelding for item in draft.ontvangers if item.gekozen]
        return "Aan wie", "; ".join(chosen) or "nog niemand", True
    if code == AANHEF:
        if draft.soort is PapierSoort.AANKONDIGING_OUDERS:
            return "Onderwerp en aanhef", draft.onderwerp, True
        return "Aanhef", draft.aanhef, True
    if code == VOORLEZEN:
        return "Voorlezen", moment_woorden(draft.moment) or "nog niet gepland", True
    return "Ondertekening", ", ".join(item.naam for item in draft.ondertekenaars if item.naam) or "nog niemand", True


def moment_woorden(moment: Voorleesmoment) -> str:
    """The moment of reading in one line."""
    day = datums.dag_maand(moment.dag, weekdag=True) if moment.dag else ""
    clock = f"{datums.tijd_kort(moment.tijd)} uur" if moment.tijd else ""
    return ", ".join(filter(None, (day, clock, moment.plaats.strip())))


def _first_words(blok: Blok, moment: Voorleesmoment) -> str:
    if blok.soort is BlokSoort.MOMENT:
        return moment_woorden(moment) or "nog niet gepland"
    return " ".join(blok.tekst.split())
