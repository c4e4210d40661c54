"""Reading a pestzaak with everything around it, and the rows of the list."""

from collections.abc import Iterable
from datetime import date

from svp_desktop.domain.andere_namen import noemt
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.incident import Incident
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.pest_aanpak import Stap, StapSoort
from svp_desktop.domain.pest_beeld import (
    PestBeeld,
    PestIncident,
    genoemd,
    laatste_heropening,
    ladder_zin,
    rondom,
    tel_plaatsen,
    uit_incident,
)
from svp_desktop.domain.pest_nazorg import Check, sinds_heropening
from svp_desktop.domain.pest_netwerk import met_groep, netwerk
from svp_desktop.domain.pest_signalen import Signaallijst, beginletters, optellen, regels
from svp_desktop.domain.pest_toets import Toets
from svp_desktop.domain.pestzaak import PestRegel, PestStatus, PestTaak, Pestzaak, bezig, taken
from svp_desktop.domain.school import Leerling, Naam
from svp_desktop.kluis.stores import (
    casus_acties,
    casussen,
    incidenten,
    instellingen,
    personen,
    pest_papieren,
    pest_werk,
    pestzaken,
)
from svp_desktop.kluis.transaction import Rx

#: What waits in a pestzaak that nobody took up yet.
NIEUW = "kind opvangen na een nieuwe melding"
_STAP_WACHT = {
    StapSoort.ACTIE: "actie doen",
    StapSoort.AFSPRAAK: "afspraak nakijken",
    StapSoort.GESPREK: "gesprek voeren",
    StapSoort.ADVIES: "advies geven",
    StapSoort.VERWIJZING: "verwijzen",
}
_SETTING = {Signaallijst.GEPEST: "pest_signalen_gepest", Signaallijst.PESTER: "pest_signalen_pester"}


def waarden(rx: Rx) -> Instellingen:
    """The settings in force."""
    return Instellingen(instellingen.lees(rx))


def beeld(rx: Rx, zaak_id: int, today: date) -> PestBeeld:
    """One pestzaak. Raises NietGevonden."""
    zaak, settings = pestzaken.lees(rx, zaak_id), waarden(rx)
    found = incidenten_van(rx, pestzaken.incident_ids(rx, zaak_id))
    lines = tuple(line for _, line in found)
    people = [person.persoon_id for person in zaak.personen]
    arrows = [arrow for item, line in found for arrow in uit_incident(item, people, line.soort.lower())]
    tests, steps = pest_werk.toetsen(rx, zaak_id), pest_werk.stappen(rx, zaak_id)
    checks = pest_werk.checks(rx, zaak_id)
    seen, drawn, course = (
        pest_werk.signalen(rx, zaak_id),
        pest_werk.relaties(rx, zaak_id),
        pestzaken.verloop(rx, zaak_id),
    )
    counting = sinds_heropening(checks, laatste_heropening(course))
    stages = taken(zaak.inhoud, rondom(zaak, tests[-1] if tests else None, steps, counting))
    casus, ladder = _casus(rx, zaak.casus_id)
    told = f"{zaak.inhoud.plaatsen}, {zaak.inhoud.online}"
    lists = {which: regels(settings.lijst(_SETTING[which])) for which in Signaallijst}
    return PestBeeld(
        zaak=zaak,
        standen=stages,
        bezig=bezig(stages),
        toetsen=tests,
        signalen=seen,
        opgeteld={
            which: optellen(lines_, [item for item in seen if item.lijst is which]) for which, lines_ in lists.items()
        },
        tekens=beginletters(item.gezien_door for item in seen),
        incidenten=lines,
        plaatsen=tel_plaatsen((line.plaats for line in lines), settings.lijst("pest_minder_toezicht")),
        netwerk=met_groep(netwerk(zaak.personen, drawn, arrows), _anderen(rx, zaak)),
        relaties=drawn,
        stappen=steps,
        checks=checks,
        tellende_checks=counting,
        verloop=course,
        minder_toezicht=genoemd(told, settings.lijst("pest_minder_toezicht")),
        papieren=pest_papieren.van_zaak(rx, zaak_id),
        casus=casus,
        ladder=ladder,
        today=today,
    )


def incidenten_van(rx: Rx, ids: Iterable[int]) -> tuple[tuple[Incident, PestIncident], ...]:
    """These incidents, each with its line."""
    settings = waarden(rx)
    found = [item for item in (incidenten.lees(rx, id_) for id_ in ids) if item]
    return tuple(
        (
            item,
            PestIncident(
                item.id,
                item.nummer,
                item.inhoud.datum,
                item.inhoud.plaats,
                settings.soort_label(item.inhoud.soorten[0].soort) if item.inhoud.soorten else "",
                item.inhoud.feiten,
            ),
        )
        for item in found
    )


def _anderen(rx: Rx, zaak: Pestzaak) -> int:
    """How many children of the group of who is bullied are not in the pestzaak themselves."""
    child = personen.lees(rx, zaak.gepest.persoon_id) if zaak.gepest else None
    if not isinstance(child, Leerling) or child.groep_id is None:
        return 0
    there = {one.persoon_id for one in zaak.personen}
    return sum(mate.id not in there for mate in personen.leerlingen_van_groep(rx, child.groep_id))


def _casus(rx: Rx, casus_id: int | None) -> tuple[str, str]:
    """The name of the linked casus and how far its ladder is; both "" without one."""
    if casus_id is None:
        return "", ""
    try:
        casus = casussen.lees(rx, casus_id)
    except NietGevonden:
        return "", ""
    return casus.titel, ladder_zin(casus_acties.van_casus(rx, casus_id), loopt=casus.status in casussen.LOPENDE)


def rijen(rx: Rx, zaken: Iterable[Pestzaak], today: date) -> tuple[PestRegel, ...]:
    """The rows of these pestzaken: what is late first, then by what comes next; closed ones last."""
    around = _Rondom(rx)
    return tuple(sorted((_rij(zaak, around, today) for zaak in zaken), key=_order))


def alles_wachtend(rx: Rx) -> tuple[tuple[int, str, date, str], ...]:
    """Of every pestzaak that runs what waits: id, neutral title, day, and what."""
    around = _Rondom(rx)
    return tuple(
        (zaak.id, zaak.titel, day, words)
        for zaak in pestzaken.alle(rx, pestzaken.LOPENDE)
        for day, words, _ in around.wachtend(zaak)
    )


class _Rondom:
    """What stands around all pestzaken, read at once."""

    def __init__(self, rx: Rx) -> None:
        self._rx = rx
        self.toetsen, self._checks = pest_werk.laatste_toetsen(rx), pest_werk.alle_checks(rx)
        self._open: dict[int, list[Stap]] = {}
        for step in pest_werk.open_stappen(rx):
            self._open.setdefault(step.pestzaak_id, []).append(step)

    def checks(self, zaak_id: int) -> tuple[Check, ...]:
        """The checks that count."""
        found = self._checks.get(zaak_id, ())
        return sinds_heropening(found, laatste_heropening(pestzaken.verloop(self._rx, zaak_id))) if found else ()

    def bezig(self, zaak: Pestzaak) -> PestTaak:
        """The task that a pestzaak is at."""
        steps = pest_werk.stappen(self._rx, zaak.id)
        return bezig(taken(zaak.inhoud, rondom(zaak, self.toetsen.get(zaak.id), steps, self.checks(zaak.id))))

    def wachtend(self, zaak: Pestzaak) -> list[tuple[date, str, PestTaak]]:
        """What waits in a pestzaak; nothing when it is closed."""
        open_ = self._open.get(zaak.id, [])
        return wachtend(zaak, self.toetsen.get(zaak.id), open_, self.checks(zaak.id)) if zaak.open else []


def _order(row: PestRegel) -> tuple[bool, bool, date, int]:
    return row.status is PestStatus.AFGESLOTEN, not row.te_laat, row.volgende_op or date.max, row.id


def _rij(zaak: Pestzaak, around: _Rondom, today: date) -> PestRegel:
    waiting, toets = around.wachtend(zaak), around.toetsen.get(zaak.id)
    first = waiting[0] if waiting else None
    return PestRegel(
        id=zaak.id,
        titel=zaak.titel,
        naam=zaak.gepest.naam if zaak.gepest else "",
        groep=zaak.groep,
        status=zaak.status,
        taak=around.bezig(zaak),
        uitkomst=toets.uitkomst if toets else None,
        gemeld_op=zaak.gemeld_op,
        coordinator=zaak.coordinator,
        volgende=first[1] if first else "",
        volgende_op=first[0] if first else None,
        te_laat=first is not None and first[0] < today,
    )


def wachtend(
    zaak: Pestzaak, toets: Toets | None, stappen: Iterable[Stap], checks: Iterable[Check]
) -> list[tuple[date, str, PestTaak]]:
    """What waits in a pestzaak that runs, by day, in words without names."""
    found = [(item.inhoud.datum, _zonder_naam(item, zaak), PestTaak.OPLOSSING) for item in stappen]
    found += [(item.gepland_op, item.zin(), PestTaak.NAZORG) for item in checks if item.gehouden_op is None]
    if toets is not None and toets.hertoets_op is not None:
        found.append((toets.hertoets_op, "opnieuw toetsen of het plagen of pesten is", PestTaak.IN_KAART))
    if zaak.inhoud.opgevangen_op is None:
        found.append((zaak.gemeld_op, NIEUW, PestTaak.OPVANGEN))
    return sorted(found, key=lambda item: item[0])


def _zonder_naam(stap: Stap, zaak: Pestzaak) -> str:
    """A step of an approach in the school's words; what somebody typed may name a child, and is told by its kind."""
    names = [Naam(one.roepnaam, "", one.naam.rpartition(" ")[2]) for one in zaak.personen]
    words = stap.inhoud.omschrijving
    return words if stap.bron and not noemt(words, names) else _STAP_WACHT[stap.inhoud.soort]
