"""What a herstelgesprek tells its papers: who sits there, four questions, what makes it good (demands 84, 87, 89-91).

The papers lie in several homes afterwards. Who was hurt is therefore never named in them, and neither are the parents
of another child; only the sheet to prepare with, for the one who was hurt, begins with that name.
"""

from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.herstelgesprek import VRAGEN, Deelnemer, Herstelgesprek, HerstelRol, bouwen
from svp_desktop.domain.papier_namen import hoofdletter, rij, zin
from svp_desktop.domain.papier_vullen import Waarde, opsomming_in_zin
from svp_desktop.domain.school import Bouw, Leerling, Ouder
from svp_desktop.kluis.stores import herstelgesprekken, personen
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.papier_rond import Rond, lees_rond

_VOOR_GERAAKT = "herstel_geraakt"
_VOOR_KIND = "herstel_kind"
_GERAAKT, _OOK_GERAAKT = "wie geraakt is", "ook geraakt"
_OUDER_VAN_GERAAKT = "ouder van wie geraakt is"
_ROLLEN = {
    HerstelRol.GESPREKSLEIDER: "gespreksleider",
    HerstelRol.KIND: "leerling",
    HerstelRol.OUDER: "ouder",
    HerstelRol.LEERKRACHT: "leerkracht",
    HerstelRol.DIRECTEUR: "directeur",
    HerstelRol.STEUNFIGUUR: "steunfiguur",
}
#: Who write in one block together, so that a question with its blocks fits on half a page.
_SAMEN = (
    ((HerstelRol.KIND,), ""),
    ((HerstelRol.OUDER,), "ouders"),
    ((HerstelRol.LEERKRACHT, HerstelRol.DIRECTEUR), ""),
    ((HerstelRol.STEUNFIGUUR,), "steunfiguren"),
    ((HerstelRol.GERAAKT,), ""),
)
#: What a paper of a herstelgesprek offers anyhow: the talk itself, and a line for the child's own idea.
_AL_GEBODEN = ("herstelgesprek", "zelf een voorstel", "eigen voorstel")
#: More do not fit on a sheet.
_MEESTE_GEBAREN = 8


def feiten(rx: Rx, bron_id: int, soort: str, today: date) -> dict[str, Waarde]:
    """The values of every paper of this talk, by the code of their placeholder. Raises NietGevonden.

    For the sheet of the one who was hurt `roepnaam` and `lezer_bouw` are those of that child.
    """
    talk = herstelgesprekken.lees(rx, bron_id)
    rond = lees_rond(rx, talk.casus_id, today)
    people = _mensen(rx, rond, talk)
    return {
        **rond.basis(),
        **_moment(rond, talk),
        **_mensen_waarden(rond, people),
        **_vragen(rond, people),
        **_goedmaken(rond, talk, _gebaren(rond, soort)),
        **_na_afloop(rond, talk),
        **(_lezer_geraakt(rx, talk) if soort == _VOOR_GERAAKT else {}),
    }


class _Mens:
    """Somebody in the talk as papers name that person."""

    def __init__(self, deelnemer: Deelnemer, naam: str) -> None:
        self.deelnemer, self.rol, self.naam = deelnemer, deelnemer.rol, naam

    @property
    def kop(self) -> str:
        """The name at the begin of a line."""
        return hoofdletter(self.naam)

    @property
    def functie(self) -> str:
        """What stands behind the name; nothing when the name says it already."""
        return "" if self.naam in (_GERAAKT, _OOK_GERAAKT, _OUDER_VAN_GERAAKT) else _ROLLEN[self.rol]


def _mensen(rx: Rx, rond: Rond, talk: Herstelgesprek) -> tuple[_Mens, ...]:
    own = {item.id for item in rond.ouders}
    found: list[_Mens] = []
    for item in talk.inhoud.tekst.deelnemers:
        first = not any(one.rol is HerstelRol.GERAAKT for one in found)
        found.append(_Mens(item, _naam(rx, rond, own, item, first=first)))
    return tuple(found)


def _naam(rx: Rx, rond: Rond, own: set[int], item: Deelnemer, *, first: bool) -> str:
    if item.rol is HerstelRol.KIND:
        return rond.roepnaam or item.naam
    if item.rol is HerstelRol.GERAAKT:
        return _GERAAKT if first else _OOK_GERAAKT
    person = personen.lees(rx, item.persoon_id) if item.persoon_id is not None else None
    if isinstance(person, Ouder) and person.id not in own:
        return _OUDER_VAN_GERAAKT
    if isinstance(person, Leerling) and rond.kind is not None and person.id != rond.kind.id:
        return "een klasgenoot"
    return rond.namen.zonder(rond.noem(item.naam))


def _moment(rond: Rond, talk: Herstelgesprek) -> dict[str, Waarde]:
    inhoud, words = talk.inhoud, talk.inhoud.tekst
    day = inhoud.gepland_op or inhoud.gehouden_op
    at = f", {words.tijd} uur" if words.tijd else ""
    held = f"{datums.in_woorden(inhoud.gehouden_op)}{at}" if inhoud.gehouden_op else ""
    return {
        "gesprek_dag": datums.dag_maand(day, weekdag=True) if day else "",
        "gesprek_tijd": f"{words.tijd} uur" if words.tijd else "",
        "gesprek_moment": f"{datums.in_woorden(day)}{at}" if day else "",
        "gesprek_plaats": rond.namen.cel(words.plaats),
        "gehouden_op": held,
    }


def _mensen_waarden(rond: Rond, people: tuple[_Mens, ...]) -> dict[str, Waarde]:
    leader = next((item.kop for item in people if item.rol is HerstelRol.GESPREKSLEIDER), "")
    signing = tuple(f"{item.kop} – {item.functie}" if item.functie else item.kop for item in people)
    own = [item for item in people if item.rol is HerstelRol.OUDER and item.naam != _OUDER_VAN_GERAAKT]
    others = tuple(item.naam for item in people if item not in own)
    return {
        "gespreksleider": leader,
        "deelnemers": tuple(f"{item.kop}, {item.functie}" if item.functie else item.kop for item in people),
        "deelnemer_rijen": tuple(rij(item.kop, item.functie, "[ ]") for item in people),
        "deelnemer_namen": signing,
        "deelnemers_zin": opsomming_in_zin(("u", *others)) if people else "",
        "schrijvers": _schrijvers(people),
    }


def _schrijvers(people: tuple[_Mens, ...]) -> tuple[str, ...]:
    """Who answer, some of them together."""
    found = []
    for roles, together in _SAMEN:
        here = [item for item in people if item.rol in roles]
        names = opsomming_in_zin(tuple(dict.fromkeys(item.naam for item in here)))
        if len(here) == 1 and here[0].functie and here[0].rol is not HerstelRol.KIND:
            names = f"{names}, {here[0].functie}"
        elif len(here) > 1 and together:
            names = f"{names}, {together}"
        found += [hoofdletter(names)] if names else []
    return tuple(found)


def _vragen(rond: Rond, people: tuple[_Mens, ...]) -> dict[str, Waarde]:
    """What each said to the four questions, for the report."""

    def said(question: str) -> tuple[str, ...]:
        answers = ((item, rond.namen.zinnen(getattr(item.deelnemer.antwoorden, question))) for item in people)
        told = ((item.kop, " ".join(map(zin, words))) for item, words in answers if words)
        return tuple(f"{naam}: ‘{words}’" for naam, words in told)

    return {f"antwoord_{question}": said(question) for question in VRAGEN}


def _gebaren(rond: Rond, soort: str) -> tuple[str, ...]:
    """The gebaren of the bouw; a sheet for a child keeps to the bouw of its group."""
    years = [rond.kind.jaargroep] if rond.kind and rond.kind.jaargroep is not None else []
    found: tuple[Bouw, ...] = (rond.groep.bouw,) if soort == _VOOR_KIND and rond.groep else bouwen(years)
    lists = (rond.instellingen.lijst(f"herstel_{bouw.value}") for bouw in found)
    every = dict.fromkeys(item for part in lists for item in part)
    left = (item for item in every if not any(word in item.lower() for word in _AL_GEBODEN))
    return tuple(left)[:_MEESTE_GEBAREN]


def _goedmaken(rond: Rond, talk: Herstelgesprek, gebaren: tuple[str, ...]) -> dict[str, Waarde]:
    words, after, namen = talk.inhoud.tekst, talk.inhoud.nazorg, rond.namen
    received = _dag("Aangekomen op {}.", after.ontvangen_op)
    quote = namen.citaat(_GERAAKT, words.ontvangst)
    return {
        "doel": namen.zonder(words.doel),
        "gebaren": gebaren,
        "gebaar": namen.zinnen(words.gebaar),
        "gebaar_zin": _dag("Gedaan op {}.", after.gebaar_op),
        "ontvangst_zin": " ".join(part for part in (received, quote) if part),
        "afspraken_rijen": tuple(
            rij(namen.cel(item.wie), namen.cel(item.wat), datums.dag_maand(item.wanneer) if item.wanneer else "")
            for item in after.afspraken
        ),
    }


def _na_afloop(rond: Rond, talk: Herstelgesprek) -> dict[str, Waarde]:
    words, after = talk.inhoud.tekst, talk.inhoud.nazorg
    looked_back = bool(words.evaluatie)
    told = "Wij keken samen terug op {}." if looked_back else "Wij kijken samen terug op {}."
    return {
        "terugkoppeling": rond.namen.zinnen(words.terugkoppeling),
        "terugkijkzin": _dag(told, after.evaluatie_op),
        "evaluatie": rond.namen.zinnen(words.evaluatie),
    }


def _lezer_geraakt(rx: Rx, talk: Herstelgesprek) -> dict[str, Waarde]:
    """The one who was hurt reads this sheet; "" asks for the name when nobody is known."""
    found = next((item for item in talk.inhoud.tekst.deelnemers if item.rol is HerstelRol.GERAAKT), None)
    if found is None:
        return {"roepnaam": ""}
    person = personen.lees(rx, found.persoon_id) if found.persoon_id is not None else None
    if not isinstance(person, Leerling):
        return {"roepnaam": found.naam}
    groep = next((item for item in school_store.groepen(rx) if item.id == person.groep_id), None)
    bouw = groep.bouw if groep else bouwen([person.jaargroep] if person.jaargroep is not None else [])[0]
    return {"roepnaam": person.naam.roepnaam, "lezer_bouw": bouw.value, "groep": groep.naam if groep else ""}


def _dag(words: str, day: date | None) -> str:
    return words.format(datums.dag_maand(day, weekdag=True)) if day else ""
