"""Thuis-school and herstelgesprekken as pieces of the dossier of one child: what another child answers stays out."""

from collections.abc import Iterable

from svp_desktop.domain import datums
from svp_desktop.domain.herstelgesprek import VRAGEN, Deelnemer, Herstelgesprek, HerstelRol
from svp_desktop.domain.inzage_kring import ANDER_KIND, ANTWOORD, Kring, tekst
from svp_desktop.domain.inzagedossier import DossierDeel, DossierStuk, DossierTekst, lege_teksten
from svp_desktop.domain.labels import label
from svp_desktop.domain.thuisschool import PuntStatus, ThuisSchool
from svp_desktop.domain.thuisschool_contact import Contact, ContactMet
from svp_desktop.domain.thuisschool_fasen import PUNTEN

_SCHOOL = frozenset({HerstelRol.GESPREKSLEIDER, HerstelRol.LEERKRACHT, HerstelRol.DIRECTEUR})
#: The words of a thuis-school by their field, in the order of the wizard.
_WOORDEN: tuple[tuple[str, str], ...] = (
    ("gedrag", "Gedrag"),
    ("waarom", "Reden"),
    ("persoon", "Het gaat om het gedrag"),
    ("contact", "Het contact blijft"),
    ("relatiegebaar", "Relatiegebaar"),
    ("kind_zegt", "Wat zegt het kind?"),
    ("ouders_zeggen", "Wat zeggen de ouders?"),
    ("leerkracht_zegt", "Wat zegt de leerkracht?"),
    ("niet_gehoord", "Wie is niet gehoord, en waarom niet"),
    ("veranderd", "Wat door deze gesprekken veranderde"),
    ("bezwaar", "Bezwaar"),
    ("geen_stappen", "Waarom er geen kleinere stap was"),
    ("geen_connectie", "Waarom zonder relatiegebaar vooraf"),
    ("wie_belt", "Wie belt"),
    ("werk", "Schoolwerk"),
    ("richtlijnen", "Richtlijnen aan de ouders"),
    ("terug_met", "Bij het herstelgesprek"),
    ("verzoek", "Oplossingsverzoek"),
    ("afspraken", "Afspraken"),
    ("opnieuw", "Als dit opnieuw gebeurt"),
    ("gebaar", "Herstelgebaar"),
)
_DAGEN: tuple[tuple[str, str], ...] = (
    ("vanaf", "Eerste dag thuis"),
    ("tot", "Laatste dag thuis"),
    ("besluit_op", "Besluit genomen"),
    ("kind_op", "Gesproken met het kind"),
    ("ouders_op", "Gesproken met de ouders"),
    ("leerkracht_op", "Gesproken met de leerkracht"),
    ("uitgereikt_op", "Aan de ouders gegeven"),
    ("inspectie_op", "Gemeld aan de inspectie"),
    ("terug_op", "Herstelgesprek"),
    ("vervolg_op", "Vervolgafspraak"),
    ("terugkijken_op", "Samen terugkijken"),
)


def thuisschool_stuk(period: ThuisSchool, contacten: Iterable[Contact]) -> DossierStuk:
    """One period: the decision, every word of it, the notes at its points, and each contact."""
    code, inhoud = f"thuisschool:{period.id}", period.inhoud
    days = ((title, getattr(inhoud.momenten, name)) for name, title in _DAGEN)
    facts = [("Stand", label(period.status)), *((title, datums.in_woorden(day)) for title, day in days if day)]
    texts = [tekst(f"{code}:{name}", title, getattr(inhoud.teksten, name)) for name, title in _WOORDEN]
    titles = {one.code: one.titel for one in PUNTEN}
    for point in inhoud.punten:
        if point.status is not PuntStatus.OPEN or point.notitie:
            texts.append(tekst(f"{code}:punt:{point.code}", titles.get(point.code, point.code), point.notitie))
    texts += [_contact(code, one) for one in contacten]
    first = inhoud.momenten.vanaf
    title = (
        f"Thuis-school vanaf {datums.in_woorden(first, weekdag=False)}" if first else "Thuis-school in voorbereiding"
    )
    return DossierStuk(code, DossierDeel.THUISSCHOOL, title, tuple(facts), lege_teksten(texts))


def _contact(code: str, one: Contact) -> DossierTekst:
    who = " en ".join(label(met) for met in ContactMet if met in one.met)
    title = f"Contact met {who}, {datums.kort(one.datum)} om {one.tijd} uur, {label(one.hoe)}"
    return tekst(f"{code}:contact:{one.id}", title, ". ".join(filter(None, (one.door, one.notitie))))


def herstel_stuk(talk: Herstelgesprek, kring: Kring) -> DossierStuk:
    """A herstelgesprek: what others answered is black as a whole, and so is what only they can tell."""
    inhoud, words, code = talk.inhoud, talk.inhoud.tekst, f"herstel:{talk.id}"
    after = inhoud.nazorg
    days = (
        ("Gepland", inhoud.gepland_op),
        ("Gehouden", inhoud.gehouden_op),
        ("Herstelgebaar gedaan", after.gebaar_op),
        ("Herstelgebaar ontvangen", after.ontvangen_op),
        ("Terugkijken", after.evaluatie_op),
    )
    facts = [(name, datums.in_woorden(day)) for name, day in days if day]
    ready = ", ".join(sorted(label(one) for one in words.voorwaarden))
    facts += [("Vooraf in orde", ready)] if ready else []
    texts = [tekst(f"{code}:plaats", "Plaats", words.plaats), tekst(f"{code}:doel", "Doel", words.doel)]
    for number, one in enumerate(words.deelnemers):
        texts += _deelnemer(f"{code}:deelnemer:{number}", one, kring)
    hurt = [one for one in words.deelnemers if one.rol is HerstelRol.GERAAKT]
    felt = "" if hurt and all(kring.is_kind(one.persoon_id, one.naam) for one in hurt) else ANTWOORD
    texts += [
        tekst(f"{code}:toch", "Waarom wij toch begonnen", words.toch_verder),
        tekst(f"{code}:gebaar", "Herstelgebaar", words.gebaar),
        tekst(f"{code}:ontvangst", "Hoe het aankwam", words.ontvangst, felt),
        *_afspraken(code, talk, kring),
        tekst(f"{code}:terugkoppeling", "Terugkoppeling aan de groep", words.terugkoppeling),
        tekst(f"{code}:evaluatie", "Terugkijken", words.evaluatie),
    ]
    day = inhoud.gehouden_op or inhoud.gepland_op
    title = f"Herstelgesprek, {datums.in_woorden(day, weekdag=False)}" if day else "Herstelgesprek in voorbereiding"
    return DossierStuk(code, DossierDeel.HERSTEL, title, tuple(facts), lege_teksten(texts))


def _deelnemer(code: str, one: Deelnemer, kring: Kring) -> list[DossierTekst]:
    theirs = _van_ander(one, kring)
    name = tekst(code, f"Erbij, {label(one.rol)}", one.naam, theirs)
    said = [
        tekst(f"{code}:{field}", question, getattr(one.antwoorden, field), ANTWOORD if theirs else "")
        for field, question in VRAGEN.items()
    ]
    return [name, *said]


def _van_ander(one: Deelnemer, kring: Kring) -> str:
    """Why somebody in the talk is black. Who is not in the register and is no child or parent of this dossier, is."""
    if kring.is_kind(one.persoon_id, one.naam) or kring.is_ouder(one.persoon_id, one.naam):
        return ""
    if one.persoon_id is not None:
        return kring.van_ander(one.persoon_id)
    return "" if one.rol in _SCHOOL or one.rol is HerstelRol.STEUNFIGUUR else ANDER_KIND


def _afspraken(code: str, talk: Herstelgesprek, kring: Kring) -> list[DossierTekst]:
    others = {one.naam for one in talk.inhoud.tekst.deelnemers if _van_ander(one, kring)}
    texts = []
    for number, one in enumerate(talk.inhoud.nazorg.afspraken):
        by = f", voor {datums.kort(one.wanneer)}" if one.wanneer else ""
        why = ANDER_KIND if one.wie.strip() in others else ""
        words = ": ".join(filter(None, (one.wie, one.wat)))
        texts.append(tekst(f"{code}:afspraak:{number}", f"Afspraak{by}", words, why))
    return texts
