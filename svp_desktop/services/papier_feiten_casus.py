"""What a casus tells its papers of an action: request, calls, sit-in, talks, a letter to the group (demands 64-73).

The action that a paper is about is the planned one, else the last one that was done. Other children are never named,
and a telephone number stands on a list only when that person agreed to be called.
"""

from collections.abc import Iterable
from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.actie_velden import GEEN_VELDEN, ActieVelden
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.casus_mensen import CasusRol, Steunfiguur
from svp_desktop.domain.gesprekken import Gesprek, GesprekSoort
from svp_desktop.domain.incident import IncidentInhoud, Mand
from svp_desktop.domain.namen import aanhef, vouw
from svp_desktop.domain.papier_feiten import grens, wat_gebeurde
from svp_desktop.domain.papier_namen import hoofdletter, rij
from svp_desktop.domain.papier_vullen import Waarde
from svp_desktop.domain.thuisschool import ThuisSchool
from svp_desktop.kluis.stores import casus_acties, casus_mensen, casussen, gesprekken, incidenten, thuisschool
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.papier_rond import Rond, lees_rond, noemnaam

#: Paper to the action that it is about, with the kind of talk where an action has kinds.
_ACTIES = {
    "aankondiging_groep": ("aankondiging", ""),
    "oplossingsverzoek": ("oplossingsverzoek", ""),
    "gezamenlijke_brief": ("netwerkactie", ""),
    "telefoonronde": ("telefoonronde", ""),
    "sitin_kaart": ("sit_in", ""),
    "netwerkgesprek": ("gesprek", "netwerk"),
    "bemiddelingsgesprek": ("gesprek", "bemiddeling"),
}
_TALKS = {"netwerkgesprek": GesprekSoort.NETWERK, "bemiddelingsgesprek": GesprekSoort.BEMIDDELING}
_DE_ANDER = "De ander"
#: What a planned action means for a whole group.
_STAPPEN_GROEP = {
    "dagstart": "Elke ochtend praten wij in de kring.",
    "relatiegebaar": "Wij doen iets leuks met de hele groep.",
    "steun": "Andere volwassenen helpen mee.",
    "herstelactie": "Wij helpen om het goed te maken.",
    "oplossingsverzoek": "Wij vragen jullie om goede ideeën.",
    "gesprek": "Wij praten met jullie, en met jullie ouders.",
    "waakzaamheid": "Wij kijken elke dag hoe het gaat.",
}


def feiten(rx: Rx, bron_id: int, soort: str, today: date) -> dict[str, Waarde]:
    """The values of a paper of this casus, by the code of their placeholder. Raises NietGevonden."""
    rond = lees_rond(rx, bron_id, today)
    acties = casus_acties.van_casus(rx, bron_id)
    actie = _actie(acties, *_ACTIES.get(soort, ("", "")))
    helpers = casus_mensen.steunfiguren(rx, bron_id)
    return {
        **rond.basis(),
        **_van_actie(rond, actie),
        **_verzoek(rond, acties, thuisschool.van_casus(rx, bron_id)[-1:]),
        **_bellen(rond, actie, helpers),
        **_gesprek(rx, rond, actie, soort),
        **_aan_tafel(rx, rond, helpers, actie),
        **(_groep(rx, bron_id, acties) if rond.kind is None else {}),
    }


def _actie(acties: Iterable[CasusActie], code: str, kind: str) -> CasusActie | None:
    """The planned action of this kind that comes first, else the last one that was done."""
    found = [item for item in acties if item.actie == code and item.velden.tekst("soort") in ("", kind)]
    planned = [item for item in found if not item.gedaan]
    return planned[0] if planned else (found[-1] if found else None)


def _velden(actie: CasusActie | None) -> ActieVelden:
    return actie.velden if actie else GEEN_VELDEN


def _van_actie(rond: Rond, actie: CasusActie | None) -> dict[str, Waarde]:
    """What every action has, and the fields that more than one of these papers prints."""
    fields, namen = _velden(actie), rond.namen
    return {
        "actiedatum": datums.in_woorden(actie.datum) if actie else "",
        "actie_wie": namen.cel(actie.wie) if actie else "",
        "aanwezig": namen.cel(fields.tekst("aanwezig") or (actie.wie if actie else "")),
        "zeggen": namen.zinnen(fields.tekst("zeggen")),
        "voorstel": namen.zinnen(fields.tekst("voorstel")),
        "agenda": namen.zinnen(fields.tekst("agenda")),
        "sit_in_minuten": str(rond.instellingen.getal("sit_in_minuten")),
        "afspraken_rijen": tuple(rij(*map(namen.cel, row)) for row in fields.rijen("afspraken")),
    }


def _verzoek(rond: Rond, acties: tuple[CasusActie, ...], perioden: Iterable[ThuisSchool]) -> dict[str, Waarde]:
    """The request to the child; after thuis-school it may stand there (demand 85)."""
    fields = _velden(_actie(acties, "oplossingsverzoek", ""))
    days = [fields.dag("terugkijken_op")]
    asked = fields.tekst("verzoek")
    for period in perioden:
        days.append(period.inhoud.momenten.terugkijken_op)
        asked = asked or period.inhoud.teksten.verzoek
    back = next((day for day in days if day is not None), None)
    child = rond.kind.id if rond.kind else None
    parents = [
        f"{hoofdletter(aanhef(item.naam, item.aanspreekvorm))} – ouder"
        for item in rond.ouders
        if any(line.leerling_id == child and line.gezag for line in item.kinderen)
    ]
    signers = [f"{rond.roepnaam} – leerling", *(parents or ["Thuis – ouder"])]
    teacher = hoofdletter(noemnaam(rond.leerkracht))
    return {
        "verzoek": rond.namen.zinnen(asked),
        "terugkijkdatum": datums.dag_maand(back, weekdag=True) if back else "",
        "contract_namen": tuple(signers + ([f"{teacher} – leerkracht"] if teacher else [])) if rond.kind else (),
        **({"voorstel": rond.namen.zinnen(fields.tekst("voorstel"))} if fields.tekst("voorstel") else {}),
    }


def _bellen(rond: Rond, actie: CasusActie | None, helpers: tuple[Steunfiguur, ...]) -> dict[str, Waarde]:
    """Who calls whom: the rows of the action, else everybody who may be called."""
    rows = _velden(actie).rijen("bellers") if actie and actie.actie == "telefoonronde" else ()
    if rows:
        lines = [(row[0], row[1], _telefoon(row[1], helpers)) for row in rows]
    else:
        lines = [("", _wie(item), item.telefoon_op_papier) for item in helpers if item.telefoon_op_papier]
    return {
        "bel_rijen": tuple(
            rij(rond.namen.cel(who), rond.namen.cel(whom), phone, "[ ]", "[ ]") for who, whom, phone in lines
        )
    }


def _telefoon(wie: str, helpers: Iterable[Steunfiguur]) -> str:
    """The number of the helper who is meant, when that person agreed to be called."""
    meant = vouw(wie.strip())
    known = (item for item in helpers if meant and meant in (vouw(item.naam), vouw(item.relatie), vouw(_wie(item))))
    return next((item.telefoon_op_papier for item in known), "")


def _wie(item: Steunfiguur) -> str:
    return f"{item.naam}, {item.relatie}" if item.relatie and vouw(item.relatie) not in vouw(item.naam) else item.naam


def _gesprek(rx: Rx, rond: Rond, actie: CasusActie | None, soort: str) -> dict[str, Waarde]:
    """Day and leader of the talk: of the talk that was planned, else of the action."""
    if soort not in _TALKS:
        return {}
    found = _talk(gesprekken.van_casus(rx, rond.casus.id), _TALKS[soort])
    planned = found.inhoud.gepland_op or found.inhoud.gehouden_op if found else None
    day = planned or (actie.datum if actie else None)
    return {
        "gesprek_dag": datums.in_woorden(day) if day else "",
        "gesprek_leider": rond.namen.cel(_velden(actie).tekst("leider")),
    }


def _talk(talks: Iterable[Gesprek], soort: GesprekSoort) -> Gesprek | None:
    found = [item for item in talks if item.inhoud.soort is soort]
    return next((item for item in found if item.open), found[0] if found else None)


def _aan_tafel(rx: Rx, rond: Rond, helpers: tuple[Steunfiguur, ...], actie: CasusActie | None) -> dict[str, Waarde]:
    """Who sit at the table of a network talk, and of one between two sides."""
    if rond.kind is None:
        return {}
    child = (rond.roepnaam, "leerling")
    parents = [(hoofdletter(aanhef(item.naam, item.aanspreekvorm)), "ouder") for item in rond.ouders]
    team = [
        (rond.noem(item.naam), item.omschrijving or "team")
        for item in casus_mensen.personen(rx, rond.casus.id)
        if item.rol is CasusRol.TEAM
    ]
    teacher = [(noemnaam(rond.leerkracht), "leerkracht")] if rond.leerkracht else []
    table = [child, *parents, *teacher, *team, *((item.naam, item.relatie or "steunfiguur") for item in helpers)]
    leader = rond.namen.cel(_velden(actie).tekst("leider")) if actie and actie.actie == "gesprek" else ""
    sides = [*([(leader, "gespreksleider")] if leader else []), child, (_DE_ANDER, "leerling")]
    return {
        "netwerk_rijen": tuple(rij(name, what, "[ ]") for name, what in _once(table)),
        "netwerk_namen": tuple(f"{name} – {what}" for name, what in _once(table)),
        "partijen": (rond.roepnaam, _DE_ANDER),
        "partij_rijen": tuple(rij(name, what, "[ ]") for name, what in _once(sides)),
        "partij_namen": tuple(name for name, _what in _once(sides)),
    }


def _once(people: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Everybody once, in order, each at the begin of a line; the first function stays."""
    found: dict[str, str] = {}
    for name, what in people:
        found.setdefault(hoofdletter(name), what)
    return tuple(found.items())


def _groep(rx: Rx, casus_id: int, acties: tuple[CasusActie, ...]) -> dict[str, Waarde]:
    """What happened and what comes, for a whole group: without anybody's name."""
    found = (incidenten.lees(rx, incident_id) for incident_id in casussen.incident_ids(rx, casus_id))
    contents: list[IncidentInhoud] = [item.inhoud for item in found if item is not None]
    serious = [item for item in contents if item.mand in (Mand.ORANJE, Mand.ROOD)]
    codes = dict.fromkeys(item.actie for item in acties if not item.gedaan)
    return {
        "gebeurd_groep": wat_gebeurde(serious),
        "grens": grens(contents),
        "stappen_groep": tuple(_STAPPEN_GROEP[code] for code in codes if code in _STAPPEN_GROEP),
    }
