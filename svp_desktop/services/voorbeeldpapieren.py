"""Every paper of the voorbeeldschool, one after the other: what a school holds in its hands, to look at.

Each is filled as a teacher would fill it; what nobody typed is answered from the sample data of the texts. Nothing is
handed out, so nothing in the school changes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.documents.teksten import standaardteksten, wetszinnen
from svp_desktop.documents.voorbeeldbrief import voorbeeldwaarden
from svp_desktop.domain import datums
from svp_desktop.domain.agenda import Agenda
from svp_desktop.domain.casus import CasusFilter, CasusRegel, CasusStatus
from svp_desktop.domain.casusverloop import CasusVerloop
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.inzagedossier import InzageConcept, Lakwerk
from svp_desktop.domain.meldcode_keuzes import JaNee, MeldcodeAfloop
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.domain.meldcode_vernietigen import VernietigVerzoek, VerzoekVan
from svp_desktop.domain.papier import PapierDraft
from svp_desktop.domain.papier_soorten import SPECS, PapierBron
from svp_desktop.domain.pest_papier import VAN_UITREIKEN, PestBlad
from svp_desktop.domain.pestzaak import PestFilter
from svp_desktop.domain.school import schooljaar
from svp_desktop.domain.signalen import Bespreekpunt, BespreekSoort
from svp_desktop.services.uitvoer import Blad

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

_MEESTE_VRAGEN = 40
_GEDRAGINGEN = ("riep je hard en liep je weg", "schopte je een kind bij het tikspel")
#: What is answered to the open places of a moment, as it is typed.
_MOMENT = {"leesdatum": "+6", "leestijd": "15.15", "leesplaats": "de bibliotheek van de school", "hersteldatum": "+13"}
#: Days that nobody planned, so many days from today.
_DAGEN = {"groepsdatum": 12, "terugkijkdatum": 19, "actiedatum": 5, "gesprek_dag": 6, "gesprek_moment": 6}


class VoorbeeldPapier(NamedTuple):
    """One paper: a neutral name for its file, its bytes, and what holds it back (empty: nothing)."""

    naam: str
    pdf: bytes
    tegengehouden: tuple[str, ...] = ()


def papieren(werkplek: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """All papers, those of the casussen first."""
    yield from _van_casussen(werkplek)
    yield from _teksten(werkplek)
    yield from _bladen(werkplek)
    yield from _pesten(werkplek)


def vertrouwelijke_papieren(werkplek: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """What only the vertrouwenspersoon prints: of a meldcode dossier, about the own work, and the keys.

    For a school that is thrown away: the jaarverslag of last year is made up for it, and the dossier is destroyed.
    """
    dossier = next(iter(werkplek.meldcode.lijst()), None)
    for soort in MeldcodePapier if dossier is not None else ():
        assert dossier is not None
        yield VoorbeeldPapier(f"meldcode-{soort.value}", werkplek.meldcode_papieren.maak(dossier.id, soort))
    if dossier is not None:
        yield VoorbeeldPapier("meldcode-verklaring", _vernietigd(werkplek, dossier.id))
    yield VoorbeeldPapier("vertrouwenskaart", werkplek.vertrouwenskaart.kaart())
    own = werkplek.vertrouwelijk_jaar("eigen")
    year = int(schooljaar(werkplek.today())[:4]) - 1
    own.stel_vast(year)
    yield VoorbeeldPapier("jaarverslag-vertrouwenspersoon", own.papier(year))
    sheet = werkplek.sleutels.nieuw_herstelblad()
    yield VoorbeeldPapier("herstelblad", werkplek.sleutels.herstelblad(sheet))


def _vernietigd(werkplek: "Werkplek", dossier_id: int) -> bytes:
    """The certificate of a dossier that is closed and destroyed for it."""
    day = datums.kort(werkplek.today())
    asked = VernietigVerzoek(VerzoekVan.KIND, day, "16", JaNee.JA, JaNee.JA, "directeur", "Bewaren is niet meer nodig.")
    werkplek.meldcode.sluit(dossier_id, MeldcodeAfloop.ANDERS, "Het dossier is klaar.")
    werkplek.meldcode_vernietigen.handel_af(dossier_id, asked)
    return werkplek.meldcode_vernietigen.verklaring(werkplek.meldcode.lees(dossier_id))


def vol(werkplek: "Werkplek", draft: PapierDraft) -> PapierDraft:
    """The paper with every question answered."""
    service = werkplek.papieren
    for _round in range(_MEESTE_VRAGEN):
        asked = service.ontbreekt(draft)
        if not asked:
            break
        answered = service.vul_in(draft, asked[0].code, _antwoord(draft, asked[0].code, werkplek.today()))
        if isinstance(answered, Finding):
            raise ValueError(answered.field)
        draft = answered
    return draft


def _antwoord(draft: PapierDraft, code: str, today: date) -> str:
    """What is answered to a question: days that still come, and of the sample data the child that this is about."""
    head, _, rest = code.partition(":")
    if head == "gedraging":
        told = "\n".join(blok.tekst for blok in draft.blokken)
        return next((words for words in _GEDRAGINGEN if words not in told), _GEDRAGINGEN[0])
    if head == "adres":
        return "Kade 3\n1234 AB  WATERSTAD"
    if code in _MOMENT:
        return _MOMENT[code]
    if head in _DAGEN:
        return datums.dag_maand(today + timedelta(days=_DAGEN[head]), weekdag=True)
    values = voorbeeldwaarden(SPECS[draft.soort], wetszinnen().values())
    value = values.get(rest or head, "wat wij samen afspraken")
    text = "\n".join(value) if isinstance(value, tuple) else value
    return text.replace(str(values.get("roepnaam", "")), draft.roepnaam) if draft.roepnaam else text


def _van_casussen(work: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """Each kind once, from a casus that has what it is about."""
    open_now = [item for item in work.casussen.lijst(CasusFilter()) if item.status is not CasusStatus.AFGESLOTEN]
    for soort, spec in SPECS.items():
        found = _bron(work, open_now, spec.bron, groep=spec.groep)
        if found is None:
            continue
        draft = vol(work, work.papieren.begin(found[0], soort, found[1]))
        for number in range(max(1, len(work.papieren.enveloppen(draft)))):
            held = tuple(item.zin for item in work.papieren.controleer(draft) if item.ernst.value == "blokkerend")
            name = f"{soort.value}-{number + 1}" if number else soort.value
            yield VoorbeeldPapier(name, work.papieren.opmaken(draft, number).pdf, held)


def _bron(
    work: "Werkplek", casussen: list[CasusRegel], bron: PapierBron, *, groep: bool
) -> tuple[int, int | None] | None:
    """A casus and what in it the paper is about; None when the school has none."""
    for item in casussen:
        if (work.casussen.lees(item.id).leerling_id is None) is not groep:
            continue
        if bron is PapierBron.CASUS:
            return item.id, None
        service = work.thuisschool if bron is PapierBron.THUISSCHOOL else work.herstelgesprekken
        known = service.van_casus(item.id)
        if known:
            return item.id, known[-1].id
    return None


def _teksten(work: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """The texts for each bouw on sample data: the casussen show one bouw of each."""
    for (soort, bouw), text in standaardteksten().items():
        if bouw is not None:
            yield VoorbeeldPapier(f"tekst-{soort.value}-{bouw.value}", work.briefteksten.voorbeeld(text).pdf)


def _bladen(work: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """What is printed of the register, a casus, the team and the school itself."""
    incident = work.incidenten.ids(IncidentFilter())[0]
    yield VoorbeeldPapier("meldingsformulier", work.uitvoer.meldingsformulier(incident).pdf)
    yield VoorbeeldPapier(
        "meldingsformulier-zonder-namen", work.uitvoer.meldingsformulier(incident, zonder_namen=True).pdf
    )
    yield VoorbeeldPapier("meldingsformulier-leeg", work.uitvoer.leeg_formulier())
    yield VoorbeeldPapier("meldwijzer", work.uitvoer.meldwijzer())
    casus = next(item for item in work.casussen.lijst(CasusFilter()) if work.casussen.lees(item.id).leerling_id)
    child = work.casussen.lees(casus.id).leerling_id
    assert child is not None
    lines = CasusVerloop(casus.id, casus.titel, casus.groep, "", work.casussen.tijdlijn(casus.id))
    yield VoorbeeldPapier("tijdlijn-van-een-casus", work.casustijdlijn.papier(lines))
    yield VoorbeeldPapier("verloop-van-een-kind", work.kindverloop.papier(work.kindverloop.lees(child)))
    yield VoorbeeldPapier("dossier-voor-inzage", _inzage(work, casus.id, child).pdf)
    yield VoorbeeldPapier("agenda-overleg", work.agenda.papier(work.agenda.alle() or (_agenda(work.today()),)))
    yield VoorbeeldPapier("teamblad", work.teamblad.papier(work.teamblad.voorstel().overleg, namen=False))
    yield VoorbeeldPapier("inzicht", work.inzicht.papier(work.inzicht.papierperioden()[0]))
    yield VoorbeeldPapier("vensterproef", work.papieren.vensterproef())
    yield VoorbeeldPapier("controleblad", work.spoor.controleblad())
    yield VoorbeeldPapier("zeden-checklist", work.zedenmeldingen.checklist())


def _agenda(today: date) -> Agenda:
    """What could be discussed when nobody put anything on an agenda yet."""
    words = ("Hoe gaat het na de ruzie op het plein?", "Wie staat er in de pauze bij het voetbalveld?")
    over = "Middenbouw Rivier"
    points = (Bespreekpunt(-number, BespreekSoort.GROEP, over, text, today) for number, text in enumerate(words, 1))
    return Agenda(BespreekSoort.GROEP, over, tuple(points))


def _inzage(work: "Werkplek", casus: int, child: int) -> Blad:
    """The dossier of the child for its parent, every piece looked at."""
    asking = [item for item in work.inzagedossier.vragers(child) if item.gezag]
    concept = InzageConcept(child, tuple(item.ouder_id for item in asking[:1]), gevraagd_op="-2")
    made = Lakwerk(work.inzagedossier.dossier(casus, child), concept)
    for piece in made.dossier.stukken:
        made = made.met(made.vink(piece))
    return work.inzagedossier.blad(made)


def _pesten(work: "Werkplek") -> Iterator[VoorbeeldPapier]:
    """The sheets of a pestzaak, for who leads it."""
    if not work.pestzaken.leidt:
        return
    service = work.pest_papieren
    for line in work.pestzaken.lijst(PestFilter())[:1]:
        for blad in PestBlad:
            draft = service.begin(line.id, blad)
            found = blocking(service.check(line.id, blad, draft))
            held = tuple(one.message for one in found if one.field not in VAN_UITREIKEN)
            yield VoorbeeldPapier(blad.value, service.maak(line.id, blad, draft), held)
    yield VoorbeeldPapier("pest_schoolgids", service.schoolgids()[1])
    yield VoorbeeldPapier("pest_jaarcijfers", work.pest_overzicht.papier(work.pest_overzicht.jaren()[0]))
