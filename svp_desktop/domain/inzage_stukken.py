"""What a casus holds about one child as pieces of a dossier: the casus, its people, incidents, actions and talks."""

from collections.abc import Iterable, Sequence
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.actie_verslag import verslag
from svp_desktop.domain.acties import ACTIE_VAN_CODE, Pijler
from svp_desktop.domain.casus import Casus, CasusActie, Verloop, ZorgNiveau
from svp_desktop.domain.casus_mensen import CasusPersoon, OuderRegel, Steunfiguur
from svp_desktop.domain.casus_taken import CasusTaak
from svp_desktop.domain.gesprekken import WELBEVINDEN_VRAGEN, Antwoord, Gesprek, GesprekSoort, Welbevinden
from svp_desktop.domain.incident import Betrokkene, Betrokkenheid, Incident, IncidentInhoud, Letsel, Mediatie, Politie
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.inzage_kring import ANTWOORD, ONDUIDELIJK, WELK_KIND, Kring, tekst
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.inzagedossier import DossierDeel, DossierStuk, DossierTekst, lege_teksten
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.tijdlijn import VerloopRegel
from svp_desktop.domain.uitreiken import PapierRegel

_COURSE = {
    Verloop.GEOPEND: "Casus geopend",
    Verloop.ZORG: "Waakzame zorg",
    Verloop.NAZORG: "Nazorg begonnen",
    Verloop.LOOPT: "Casus loopt weer",
    Verloop.AFGESLOTEN: "Casus afgesloten",
    Verloop.HEROPEND: "Casus heropend",
}
_Feiten = list[tuple[str, str]]


def casus_stukken(casus: Casus, verloop: Iterable[VerloopRegel]) -> list[DossierStuk]:
    """Why the casus began, and its course."""
    status = label(casus.status).capitalize()
    facts = [("Geopend", datums.in_woorden(casus.geopend_op)), ("Status", status), ("Waakzame zorg", label(casus.zorg))]
    texts = [
        tekst("casus:aanleiding", "Aanleiding", casus.aanleiding),
        tekst("casus:doel", "Doel", casus.doel),
        tekst("casus:eigenaar", "Wie de casus leidt", casus.eigenaar),
    ]
    found = [_stuk("casus", DossierDeel.CASUS, "Waarom deze casus er is", facts, texts)]
    course: _Feiten = []
    words: list[DossierTekst] = []
    for number, line in enumerate(verloop):
        if line.soort not in _COURSE:
            continue
        value = label(ZorgNiveau(line.waarde)) if line.soort is Verloop.ZORG else ""
        day = datums.in_woorden(line.op)
        course.append((day, f"{_COURSE[line.soort]} {value}".strip()))
        typed = ". ".join(part for part in ("" if value else line.waarde, line.toelichting) if part.strip())
        words.append(tekst(f"verloop:{number}", f"{_COURSE[line.soort]}, {datums.dag_maand(line.op)}", typed))
    return [*found, _stuk("verloop", DossierDeel.CASUS, "Verloop", course, words)]


def mensen_stukken(
    kring: Kring, mensen: Iterable[CasusPersoon], ouders: Iterable[OuderRegel], steun: Iterable[Steunfiguur]
) -> list[DossierStuk]:
    """Who stands around the child; what other parents told is theirs as a whole."""
    people = []
    for number, one in enumerate(mensen):
        if one.persoon_id == kring.kind_id:
            continue
        why = kring.van_ander(one.persoon_id, one.soort)
        beside = f", {one.omschrijving}" if one.omschrijving and one.soort is PersoonSoort.MEDEWERKER else ""
        people.append(tekst(f"mens:{number}", label(one.rol).capitalize(), f"{one.naam}{beside}", why))
    for helper in steun:
        words = ", ".join(part for part in (helper.naam, helper.relatie, helper.telefoon) if part.strip())
        people.append(tekst(f"steun:{helper.id}", "Steunfiguur", words, kring.van_ander(helper.persoon_id)))
        people.append(tekst(f"steun:{helper.id}:notitie", "Over deze steunfiguur", helper.notitie))
    own: list[DossierTekst] = []
    others: list[DossierTekst] = []
    for parent in ouders:
        (own if parent.leerling_id == kring.kind_id else others).extend(_ouder(kring, parent))
    return [
        _stuk("mensen", DossierDeel.MENSEN, "Wie erbij horen", [], people),
        _stuk("ouders", DossierDeel.MENSEN, "Ouders", [], own),
        _stuk("ouders:andere", DossierDeel.MENSEN, "Ouders van andere kinderen", [], others),
    ]


def _ouder(kring: Kring, parent: OuderRegel) -> list[DossierTekst]:
    why = kring.van_ander(parent.ouder_id, PersoonSoort.OUDER)
    if not why and parent.leerling_id != kring.kind_id:
        why = "Dit gaat over een ander kind van deze ouder."
    code = f"ouder:{parent.leerling_id}:{parent.ouder_id}"
    gezag = "met gezag" if parent.gezag else "zonder gezag"
    told = [f"ingelicht op {datums.kort(parent.ingelicht_op)}"] if parent.ingelicht_op else []
    told += [f"brief op {datums.kort(parent.brief_op)}"] if parent.brief_op else []
    words = ", ".join([parent.naam, *filter(None, [parent.relatie]), gezag, *told])
    return [
        tekst(code, "Ouder", words, why),
        tekst(f"{code}:inbreng", "Wat deze ouder vertelde", parent.inbreng, why),
    ]


# Incidents


def incident_stuk(
    incident: Incident, kring: Kring, words: Instellingen, inzage: tuple[Inzage, str], bijlagen: int
) -> DossierStuk:
    """An incident, without the question about staff that has a route of its own (WPO art. 4a)."""
    inhoud, code = incident.inhoud, f"incident:{incident.id}"
    facts = _incident_feiten(inhoud, words)
    if bijlagen:
        facts.append(("Bijlagen", f"{bijlagen}, niet in dit dossier"))
    may, reason = inzage
    closed = f"De school schreef op dat ouders dit niet kunnen inzien: {reason}" if may is Inzage.NEE else ""
    people = [_betrokkene(kring, code, number, one) for number, one in enumerate(inhoud.betrokkenen)]
    typed = [
        tekst(f"{code}:{name}", title, value, closed)
        for name, title, value in (
            ("plaats", "Plaats", inhoud.plaats),
            ("feiten", "Wat er gebeurde", inhoud.feiten),
            ("directe_actie", "Wat wij meteen deden", inhoud.directe_actie),
            ("reacties", "Hoe wij reageerden", "; ".join(inhoud.reacties)),
            ("waarneming", "Waarneming", inhoud.waarneming),
            ("aanpassing", "Aanpassing", inhoud.aanpassing),
            ("regel", "Regel of afspraak", ". ".join(filter(None, (inhoud.regel, inhoud.regel_toelichting)))),
            ("mediatie", "Mediatie door", inhoud.mediatie_door),
            ("ouders", "Over het inlichten van ouders", inhoud.ouders_toelichting),
            ("beoordelaar", "Beoordeeld door", inhoud.beoordelaar),
            ("besluit", "Besluit", inhoud.besluit),
            ("maatregel", "Maatregel", inhoud.maatregel),
            ("voorkoming", "Hoe wij herhaling voorkomen", inhoud.voorkoming),
        )
    ]
    pupils = [one for one in inhoud.betrokkenen if one.categorie is PersoonSoort.LEERLING]
    alone = all(one.persoon_id == kring.kind_id for one in pupils)
    voice = tekst(f"{code}:kindwoorden", "In de woorden van het kind", inhoud.kindwoorden, "" if alone else WELK_KIND)
    title = f"Incident {incident.nummer}, {datums.in_woorden(inhoud.datum, weekdag=False)}"
    return _stuk(code, DossierDeel.INCIDENTEN, title, facts, [*people, *typed[:2], voice, *typed[2:]])


def _incident_feiten(inhoud: IncidentInhoud, words: Instellingen) -> _Feiten:
    facts = [("Tijd", f"{datums.tijd_kort(inhoud.tijd)} uur")] if inhoud.tijd else []
    facts += [
        ("Waar", label(inhoud.bereik)),
        ("Soort", ", ".join(words.soort_label(one.soort) for one in inhoud.soorten)),
        ("Mand", label(inhoud.mand)),
        ("Ernst", label(inhoud.ernst)),
        ("Ouders ingelicht", label(inhoud.ouders)),
    ]
    facts += [("Mediatie", label(inhoud.mediatie))] if inhoud.mediatie is not Mediatie.NVT else []
    facts += [("Politie", label(inhoud.politie))] if inhoud.politie is not Politie.NVT else []
    facts += [("Letsel", label(inhoud.letsel))] if inhoud.letsel is not Letsel.GEEN else []
    if inhoud.overlegd_met:
        facts.append(("Overlegd met", ", ".join(sorted(label(one) for one in inhoud.overlegd_met))))
    return [(name, value) for name, value in facts if value]


def _betrokkene(kring: Kring, code: str, number: int, one: Betrokkene) -> DossierTekst:
    roles = ", ".join(label(role) for role in Betrokkenheid if role in one.rollen)
    group = f", {one.groep}" if one.groep and one.persoon_id == kring.kind_id else ""
    why = kring.van_ander(one.persoon_id, one.categorie)
    return tekst(f"{code}:persoon:{number}", (roles or "betrokken").capitalize(), f"{one.naam}{group}", why)


# Actions, talks, tasks, papers, the end


def actie_stukken(acties: Iterable[CasusActie]) -> list[DossierStuk]:
    """Each action with all its fields."""
    pieces = []
    for item in acties:
        title = f"{ACTIE_VAN_CODE[item.actie].naam}, {datums.in_woorden(item.datum, weekdag=False)}"
        facts = [("Tot en met", datums.in_woorden(item.tot))] if item.tot else []
        facts += [] if item.gedaan else [("Stand", "gepland")]
        texts = [tekst(f"actie:{item.id}:{at}", name, words) for at, (name, words) in enumerate(verslag(item))]
        pieces.append(_stuk(f"actie:{item.id}", DossierDeel.ACTIES, title, facts, texts))
    return pieces


def gesprek_stuk(talk: Gesprek, kring: Kring) -> DossierStuk:
    """A talk; one with another child or with its parent is theirs as a whole."""
    inhoud, words, code = talk.inhoud, talk.inhoud.tekst, f"gesprek:{talk.id}"
    theirs = kring.van_ander(inhoud.persoon_id)
    closed = ""
    if inhoud.inzage is Inzage.NEE:
        closed = f"De school schreef op dat ouders dit niet kunnen inzien: {inhoud.inzage_reden}"
    elif kring.groep and inhoud.persoon_id is None and inhoud.soort is GesprekSoort.KIND:
        closed = ONDUIDELIJK
    whole = (ANTWOORD if theirs else "") or closed
    facts = [
        (name, datums.in_woorden(day))
        for name, day in (
            ("Gevraagd", inhoud.gevraagd_op),
            ("Gepland", inhoud.gepland_op),
            ("Gehouden", inhoud.gehouden_op),
            ("In Esis gezet", inhoud.esis_op),
        )
        if day
    ]
    texts = [
        tekst(f"{code}:met", "Met", talk.persoon, theirs),
        tekst(f"{code}:aanwezig", "Aanwezig", words.aanwezig, whole),
        tekst(f"{code}:inbreng", "Inbreng van de ouder", words.inbreng, whole),
        tekst(f"{code}:welbevinden", "Hoe het met het kind gaat", _welbevinden(words.welbevinden), whole),
        tekst(f"{code}:verslag", "Verslag", words.verslag, whole),
        tekst(f"{code}:afspraken", "Afspraken", words.afspraken, whole),
    ]
    title = f"{label(inhoud.soort)}, {datums.in_woorden(talk.datum, weekdag=False)}"
    return _stuk(code, DossierDeel.GESPREKKEN, title, facts, texts)


def _welbevinden(asked: Welbevinden) -> str:
    answers = [(question, getattr(asked, name)) for name, question in WELBEVINDEN_VRAGEN.items()]
    lines = [f"{question} {label(given)}" for question, given in answers if given is not Antwoord.NIET_GEVRAAGD]
    return "\n".join([*lines, asked.eigen_woorden.strip()])


def taken_stukken(taken: Iterable[CasusTaak]) -> list[DossierStuk]:
    """Every task, with who does it and the note."""
    texts = []
    for item in taken:
        done = (
            f"gedaan op {datums.kort(item.gedaan_op)}" if item.gedaan_op else f"voor {datums.kort(item.inhoud.datum)}"
        )
        words = f"{item.inhoud.omschrijving} ({item.eigenaar})" if item.eigenaar else item.inhoud.omschrijving
        texts.append(tekst(f"taak:{item.id}", f"Taak, {done}", "\n".join(filter(None, (words, item.inhoud.notitie)))))
    return [_stuk("taken", DossierDeel.TAKEN, "Taken", [], texts)]


def papier_stukken(papieren: Iterable[PapierRegel]) -> list[DossierStuk]:
    """The papers that were handed out; the papers themselves are with who got them."""
    texts = [
        tekst(
            f"papier:{item.id}",
            f"Op {datums.kort(item.uitgereikt_op)}",
            f"{item.titel}{', verbetering' if item.nummer > 1 else ''}, aan {item.aan}, {label(item.wijze)}",
        )
        for item in papieren
    ]
    return [_stuk("papieren", DossierDeel.PAPIEREN, "Papieren die zijn uitgereikt", [], texts)]


def evaluatie_stukken(casus: Casus, inzagen: Sequence[tuple[date, str]]) -> list[DossierStuk]:
    """What was learned, and to whom inzage was given before."""
    look = casus.evaluatie
    carried = ", ".join(label(pijler) for pijler in Pijler if pijler in look.pijlers)
    texts = [
        tekst("evaluatie:geholpen", "Wat hielp", look.geholpen),
        tekst("evaluatie:meenemen", "Wat nemen wij mee", look.meenemen),
        *(tekst(f"inzage:{at}", f"Inzage op {datums.kort(day)}", words) for at, (day, words) in enumerate(inzagen)),
    ]
    facts = [("Pijlers die droegen", carried)] if carried else []
    return [_stuk("evaluatie", DossierDeel.EVALUATIE, "Terugkijken", facts, texts)]


def met_inhoud(stukken: Iterable[DossierStuk]) -> tuple[DossierStuk, ...]:
    """Only the pieces that tell something."""
    return tuple(piece for piece in stukken if piece.teksten or piece.feiten)


def bij_groep(stuk: DossierStuk) -> DossierStuk:
    """A piece of the casus of a group that does not say which child it is about: all of it is proposed black."""
    return stuk._replace(teksten=tuple(one._replace(heel=one.heel or ONDUIDELIJK) for one in stuk.teksten))


def _stuk(code: str, deel: DossierDeel, kop: str, feiten: _Feiten, teksten: Iterable[DossierTekst]) -> DossierStuk:
    return DossierStuk(code, deel, kop, tuple(feiten), lege_teksten(teksten))
