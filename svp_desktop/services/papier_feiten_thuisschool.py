"""What a period of thuis-school tells its papers: decision, days, hearing, contact, return (demands 74, 82-86).

Only what is on file is told; whatever is not, the paper asks for. No other child is named, to nobody.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from svp_desktop.domain import datums
from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.casus_taken import NAZORG, CasusTaak
from svp_desktop.domain.papier_adres import ontvangers
from svp_desktop.domain.papier_namen import rij
from svp_desktop.domain.papier_vullen import Waarde, opsomming_in_zin
from svp_desktop.domain.school import Medewerker, Rol
from svp_desktop.domain.schooldagen import Schoolkalender
from svp_desktop.domain.thuisschool import Momenten, ThuisSchool, eerste_dag_terug
from svp_desktop.domain.thuisschool_contact import ContactDag, ContactMet, contactdagen
from svp_desktop.domain.thuisschool_wet import eerdere_stappen, inspectie_nodig
from svp_desktop.domain.wetszinnen import Wetszin, bezwaarzin, termijn, wet_waarden
from svp_desktop.exchange.feestdagen import erkende_feestdagen
from svp_desktop.kluis.stores import casus_acties, casus_taken, kalender, thuisschool
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.brieftekst_lezen import lees_wetszinnen
from svp_desktop.services.papier_rond import Rond, houder, lees_rond, noemnaam

_INSPECTIE = "thuisschool_inspectie"
_MEESTE_STAPPEN = 5
_TELWOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven")
#: What an earlier step was, told to parents and to the inspectie.
_STAPPEN = {
    "dagstart": "elke dag samen begonnen",
    "relatiegebaar": "een vriendelijk gebaar",
    "bookmark": "kort en rustig stop gezegd",
    "stil_protest": "rustig in de buurt gebleven",
    "steun": "een andere volwassene erbij gevraagd",
    "herstelactie": "iets goedgemaakt (herstelactie)",
    "oplossingsverzoek": "gevraagd om een eigen oplossing",
    "weigeren": "een voorziening even niet gegeven",
    "aankondiging": "een aankondiging voorgelezen",
    "gastklas": "gewerkt in een andere groep",
    "telefoonronde": "mensen om het kind heen gebeld",
    "sit_in": "een sit-in",
    "gesprek": "een gesprek met afspraken",
    "netwerkactie": "hulp van mensen om het kind heen",
}


def feiten(rx: Rx, bron_id: int, soort: str, today: date) -> dict[str, Waarde]:
    """The values of every paper of this period, by the code of their placeholder. Raises NietGevonden."""
    period = thuisschool.lees(rx, bron_id)
    rond, calendar = lees_rond(rx, period.casus_id, today), kalender.lees(rx)
    to_parents = soort != _INSPECTIE
    one_home = len(ontvangers(rond.ouders, rond.kind.id)) <= 1 if rond.kind else True
    known: dict[str, Waarde] = {
        **rond.basis(),
        **_kind(rond),
        **_dagen(period.inhoud.momenten, calendar),
        **_besluit(rond, period),
        **_stappen(rond, period, casus_acties.van_casus(rx, period.casus_id)),
        **_gehoord(rond, period, to_parents=to_parents, one_home=one_home),
        **_contact(rond, period, _contactdagen(rx, period, calendar, today)),
        **_taken(rond, casus_taken.van_thuisschool(rx, period.id)),
        **_vertrouwenspersoon(rx, rond),
    }
    return {**known, **_wet(rond, period, calendar, known, lees_wetszinnen(rx))}


def _kind(rond: Rond) -> dict[str, Waarde]:
    if rond.kind is None:
        return {}
    born = rond.kind.geboortedatum
    return {"kind_naam": str(rond.kind.naam), "geboortedatum": datums.in_woorden(born, weekdag=False) if born else ""}


def _dagen(days: Momenten, calendar: Schoolkalender) -> dict[str, Waarde]:
    first, last = days.vanaf, days.tot
    count = calendar.tel(first, last) if first and last and first <= last else None
    back = (eerste_dag_terug(last, calendar) if last else None) or days.terug_op
    return {
        "eerste_dag": _lang(first),
        "laatste_dag": _lang(last),
        "periode": _periode(first, last),
        "schooldagen": str(count) if count else "",
        "schooldagen_woord": _schooldagen(count) if count else "",
        "eerste_dag_terug": _lang(back),
        "eerste_dag_terug_kort": _kort(back),
        "terug_weekdag": datums.DAGEN[back.weekday()] if back else "",
        "terug_dag": _kort(days.terug_op),
        "terug_tijd": _uur(days.terug_tijd),
        "terug_moment": f"{_lang(days.terug_op)}, {_uur(days.terug_tijd)}" if days.terug_op and days.terug_tijd else "",
        "besluit_dag": _lang(days.besluit_op),
    }


def _besluit(rond: Rond, period: ThuisSchool) -> dict[str, Waarde]:
    texts, days = period.inhoud.teksten, period.inhoud.momenten
    given = days.uitgereikt_op or rond.today
    there = texts.terug_met or opsomming_in_zin(
        tuple(name for name in (rond.roepnaam, "u", noemnaam(rond.leerkracht), noemnaam(rond.directeur)) if name)
    )
    return {
        **{
            code: rond.namen.zinnen(getattr(texts, code))
            for code in ("gedrag", "waarom", "persoon", "relatiegebaar", "werk", "richtlijnen", "veranderd")
        },
        "niet_gehoord": rond.namen.zinnen(texts.niet_gehoord),
        "terug_met": rond.namen.cel(there).rstrip("."),
        "gegeven_op": _lang(given),
        "brief_van": given.isoformat(),
        "kenmerk": f"{(days.besluit_op or given).year}-{period.id:03d}",
        "bezwaar": rond.namen.zonder(texts.bezwaar),
        "bezwaar_uiterlijk": _lang(laatste_dag_bezwaar(given, rond.instellingen.getal("bezwaar_dagen"))),
        "bezwaar_naar": rond.school.bestuur,
        "nazorg_weken": str(rond.instellingen.getal("nazorg_weken")),
    }


def laatste_dag_bezwaar(gegeven_op: date, dagen: int) -> date:
    """The last day to object; one in a weekend or on a public holiday moves to the next working day."""
    day = gegeven_op + timedelta(days=dagen)
    while day.weekday() >= 5 or day in erkende_feestdagen(day.year):
        day += timedelta(days=1)
    return day


def _stappen(rond: Rond, period: ThuisSchool, acties: tuple[CasusActie, ...]) -> dict[str, Waarde]:
    until = period.inhoud.momenten.besluit_op or rond.today
    told = [item for item in eerdere_stappen(acties, until) if item.actie != "waakzaamheid"][-_MEESTE_STAPPEN:]
    if not told:
        return {"geen_stappen": rond.namen.zinnen(period.inhoud.teksten.geen_stappen)}
    by_day: dict[date, list[str]] = {}
    for item in told:
        by_day.setdefault(item.datum, []).append(_stap(item))
    lines = ((day, opsomming_in_zin(tuple(dict.fromkeys(steps)))) for day, steps in by_day.items())
    return {
        "stappen_inleiding": "Wij hebben eerst kleinere stappen gezet:",
        "eerdere_stappen": tuple(f"{datums.dag_maand(day)}: {steps}" for day, steps in lines),
        "na_stappen": "Die stappen waren niet genoeg.",
    }


def _stap(item: CasusActie) -> str:
    return _STAPPEN.get(item.actie) or ACTIE_VAN_CODE[item.actie].kort.lower()


def _gehoord(rond: Rond, period: ThuisSchool, *, to_parents: bool, one_home: bool) -> dict[str, Waarde]:
    """Who was heard and when, and what they said; parents of two homes are not spoken of as one "u"."""
    texts, days, namen = period.inhoud.teksten, period.inhoud.momenten, rond.namen
    parents = "u" if to_parents and one_home else "de ouders"
    teacher = noemnaam(rond.leerkracht) or "de leerkracht"
    asked = ((rond.roepnaam, days.kind_op), (parents, days.ouders_op), (teacher, days.leerkracht_op))
    heard = [(who, day) for who, day in asked if day is not None and who]
    moments = {day for _who, day in heard}
    if len(moments) == 1:
        told = f"Op {_kort(moments.pop())} spraken wij met {opsomming_in_zin(tuple(who for who, _day in heard))}."
    else:
        parts = tuple(f"met {who} op {datums.dag_maand(day)}" for who, day in heard)
        told = f"Wij spraken {opsomming_in_zin(parts)}." if parts else ""
    return {
        "dank": f"Dank u dat u op {_kort(days.ouders_op)} met ons sprak." if days.ouders_op and parents == "u" else "",
        "gehoord": f"{told} Daarna is dit besluit genomen." if told else "",
        "kind_zegt": namen.citaat(rond.roepnaam, texts.kind_zegt),
        "ouders_zeggen": namen.citaat(parents, texts.ouders_zeggen).replace("De ouders zei:", "De ouders zeiden:"),
        "leerkracht_zegt": namen.citaat(teacher, texts.leerkracht_zegt),
    }


def _contactdagen(rx: Rx, period: ThuisSchool, calendar: Schoolkalender, today: date) -> tuple[ContactDag, ...]:
    logged = thuisschool.contacten(rx, period.id)
    return contactdagen(period.inhoud.momenten, logged, calendar, datetime.combine(today, time.min))


def _contact(rond: Rond, period: ThuisSchool, dagen: Iterable[ContactDag]) -> dict[str, Waarde]:
    texts, days = period.inhoud.teksten, period.inhoud.momenten
    who = rond.namen.cel(rond.noem(texts.wie_belt))

    def cell(dag: ContactDag, met: ContactMet) -> str:
        return "[ ]" if met in dag.ontbreekt else "gedaan"

    return {
        "contact_blijft": rond.namen.zinnen(texts.contact),
        "belt": who,
        "bel_voor": _uur(days.bel_voor),
        "contact_rijen": tuple(
            rij(_kort(dag.datum), who, cell(dag, ContactMet.KIND), cell(dag, ContactMet.OUDERS)) for dag in dagen
        ),
    }


def _taken(rond: Rond, taken: tuple[CasusTaak, ...]) -> dict[str, Waarde]:
    def row(item: CasusTaak, *cells: str) -> str:
        done = "gedaan" if item.gedaan_op else "[ ]"
        return rij(*cells, done)

    own = [item for item in taken if item.bron != NAZORG]
    weeks = [item for item in taken if item.bron == NAZORG]
    return {
        "taak_rijen": tuple(
            row(
                item,
                rond.namen.cel(item.inhoud.omschrijving),
                rond.noem(item.eigenaar),
                datums.dag_maand(item.inhoud.datum),
            )
            for item in own
        ),
        "nazorg_rijen": tuple(
            row(item, f"week {number}", _kort(item.inhoud.datum), rond.noem(item.eigenaar))
            for number, item in enumerate(weeks, 1)
        ),
    }


def _vertrouwenspersoon(rx: Rx, rond: Rond) -> dict[str, Waarde]:
    found = houder(rx, Rol.INTERNE_VERTROUWENSPERSOON, rond.today)
    if found is None:
        return {}
    phone = found.telefoon if isinstance(found, Medewerker) else ""
    return {"vertrouwenspersoon": str(found.naam), "vertrouwenspersoon_telefoon": phone or rond.school.telefoon}


def _wet(
    rond: Rond,
    period: ThuisSchool,
    calendar: Schoolkalender,
    known: dict[str, Waarde],
    sentences: dict[str, Wetszin],
) -> dict[str, Waarde]:
    """The legal sentences, and the clause of the kind of school when the decision has none of its own."""
    days = rond.instellingen.getal("bezwaar_dagen")
    values = {**known, "bezwaar_termijn": termijn(days)}
    law = wet_waarden(sentences.values(), values)
    if inspectie_nodig(period.inhoud.momenten, calendar, rond.instellingen.getal("inspectie_dagen")) is False:
        law.pop("wet_inspectie", None)
    if not known.get("bezwaar"):
        law["bezwaar"] = bezwaarzin(sentences, rond.school.grondslag, days, rond.school.bestuur)
    return law


def _periode(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return _lang(first) if first == last else f"{_kort(first)} tot en met {_lang(last)}"


def _schooldagen(count: int) -> str:
    word = _TELWOORDEN[count] if count < len(_TELWOORDEN) else str(count)
    return f"{word} schooldag" if count == 1 else f"{word} schooldagen"


def _lang(day: date | None) -> str:
    return datums.in_woorden(day) if day else ""


def _kort(day: date | None) -> str:
    return datums.dag_maand(day, weekdag=True) if day else ""


def _uur(moment: time | None) -> str:
    return f"{datums.tijd_kort(moment)} uur" if moment else ""
