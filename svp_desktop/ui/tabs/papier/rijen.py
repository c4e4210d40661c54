"""The words of each row of the composer: which sections a paper has, in which order, and what stands behind a title."""

from svp_desktop.domain import datums
from svp_desktop.domain.papier import Blok, BlokSoort, PapierDraft, Voorleesmoment
from svp_desktop.domain.papier_soorten import PapierSpec, Vorm, spec_van

# The hash keeps them apart from the codes of blocks; the others are the codes of places on the page.
VRAGEN, ADRES, AANHEF, VOORLEZEN, ONDERTEKENING = "#vragen", "adres", "aanhef", "#voorlezen", "ondertekening"
#: Places on the page and codes of findings that belong to another row.
_ELDERS = dict.fromkeys(("onderwerp", "datum", "titel", "noot", "kenmerk", "bijlage", "slot"), AANHEF)
_ELDERS["plaats"] = VOORLEZEN

_BEELDEN = {
    VRAGEN: ("circle-question-mark", "warn"),
    ADRES: ("contact", "muted"),
    AANHEF: ("mail", "muted"),
    VOORLEZEN: ("calendar", "muted"),
    ONDERTEKENING: ("pencil", "muted"),
}
_KOPPEN = {Vorm.BRIEF: "Onderwerp en aanhef", Vorm.WERKBLAD: "Titel", Vorm.VOORBEREIDING: "Titel"}


def beeld(code: str) -> tuple[str, str]:
    """Icon and colour of a row that is no block."""
    return _BEELDEN.get(code, ("", "muted"))


def codes(draft: PapierDraft, open_questions: int) -> tuple[str, ...]:
    """The rows from top to bottom."""
    spec, blocks = spec_van(draft), tuple(blok.code for blok in draft.blokken)
    before = ((VRAGEN,) if open_questions else ()) + ((ADRES,) if spec.envelop else ()) + (AANHEF,)
    after = ((VOORLEZEN,) if _own_moment(spec, draft) else ()) + ((ONDERTEKENING,) if spec.ondertekend else ())
    return (*before, *blocks, *after)


def _own_moment(spec: PapierSpec, draft: PapierDraft) -> bool:
    """Whether the moment of reading stands in a row of its own: no block prints it."""
    return spec.voorlezen and not any(blok.soort is BlokSoort.MOMENT for blok in draft.blokken)


def rij_van(draft: PapierDraft, code: str) -> str:
    """The row where something with this code can be changed, or an empty text."""
    code = _ELDERS.get(code, code)
    if code == VOORLEZEN and not _own_moment(spec_van(draft), draft):
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
        head = _KOPPEN.get(spec_van(draft).vorm, "")
        return (head, draft.onderwerp, True) if head else ("Aanhef", draft.aanhef, True)
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
    if blok.soort is BlokSoort.PAGINA:
        return "hier begint een nieuwe bladzijde"
    words = " ".join(blok.tekst.split())
    return words or (f"{blok.regels} regels om op te schrijven" if blok.regels else "")
