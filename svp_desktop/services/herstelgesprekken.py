"""The verbs of herstelgesprekken: prepare, plan, hold, look back; and what of them waits (84, 87, 89-91)."""

from collections.abc import Callable
from datetime import date, datetime

from svp_desktop.domain import datums
from svp_desktop.domain.casus import Casus
from svp_desktop.domain.casus_mensen import CasusRol
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.herstel_controle import check_herstelgesprek
from svp_desktop.domain.herstelgesprek import (
    Deelnemer,
    Gebarenlijst,
    HerstelAanleiding,
    Herstelgesprek,
    HerstelgesprekDraft,
    HerstelKeuze,
    HerstelRol,
    HerstelTekst,
    WachtendHerstel,
    bouwen,
    met_afspraak,
    parse_herstelgesprek,
    tijd_vooraf,
    wacht,
)
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Leerling, Rol
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import (
    casus_mensen,
    casussen,
    instellingen,
    kalender,
    personen,
    personen_zoeken,
    school,
    thuisschool,
)
from svp_desktop.kluis.stores import herstelgesprekken as store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services.casus_mensen import kinderen, lopende

_CASUS = Changes.of(Topic.CASUSSEN)
_MET_CONCEPT = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN)


class HerstelgesprekkenService:
    """Everything that the window asks about herstelgesprekken."""

    def __init__(self, compartment: Compartment, clock: Callable[[], datetime]) -> None:
        self._school = compartment
        self._clock = clock

    # Reading

    def van_casus(self, casus_id: int) -> tuple[Herstelgesprek, ...]:
        """The talks of a casus: what was not held first, then the newest first."""
        with self._school.reading() as rx:
            return store.van_casus(rx, casus_id)

    def lees(self, gesprek_id: int) -> Herstelgesprek:
        """One talk. Raises NietGevonden."""
        with self._school.reading() as rx:
            return store.lees(rx, gesprek_id)

    def wachtend(self) -> tuple[WachtendHerstel, ...]:
        """What waits in every running casus."""
        today = self._today()
        with self._school.reading() as rx:
            titles = {item.id: item.titel for item in casussen.alle(rx, casussen.LOPENDE)}
            talks = store.van_casussen(rx, casussen.LOPENDE)
        return tuple(
            WachtendHerstel(talk.casus_id, talk.id, titles[talk.casus_id], item)
            for talk in talks
            for item in wacht(talk, today)
        )

    def begin(self, casus_id: int) -> HerstelgesprekDraft:
        """A new form: the purpose and the time of the settings, and the child itself. Raises NietGevonden."""
        with self._school.reading() as rx:
            casus, settings = casussen.lees(rx, casus_id), _instellingen(rx)
        child = () if casus.leerling_id is None else (Deelnemer(HerstelRol.KIND, casus.titel, casus.leerling_id),)
        at = tijd_vooraf(settings.tekst("school_begint"), settings.getal("herstel_vooraf"))
        return HerstelgesprekDraft(tekst=HerstelTekst(tijd=at, doel=settings.tekst("herstel_doel"), deelnemers=child))

    def wie(self, casus_id: int) -> tuple[HerstelKeuze, ...]:
        """Who can take part: the people of the casus, its owner, the directeur and the steunfiguren, each once."""
        with self._school.reading() as rx:
            found = _wie(rx, casussen.lees(rx, casus_id), self._today())
        first: dict[tuple[int | None, str], HerstelKeuze] = {}
        for item in found:
            first.setdefault((item.persoon_id, item.naam), item)
        return tuple(first.values())

    def gebaren(self, casus_id: int) -> tuple[Gebarenlijst, ...]:
        """The gebaren of the bouw of the child, or of each bouw of a group; groep 6 gets two lists (91)."""
        with self._school.reading() as rx:
            casus, settings = casussen.lees(rx, casus_id), _instellingen(rx)
            years = _jaargroepen(rx, casus)
        return tuple(Gebarenlijst(bouw, settings.lijst(f"herstel_{bouw.value}")) for bouw in bouwen(years))

    def aanleidingen(self, casus_id: int) -> tuple[HerstelAanleiding, ...]:
        """What a talk can belong to, the newest first: thuis-school periods and incidents of the casus."""
        with self._school.reading() as rx:
            incidents, periods = casussen.incidenten(rx, casus_id), thuisschool.van_casus(rx, casus_id)
        found = []
        for period in reversed(periods):
            start = period.inhoud.momenten.vanaf
            words = f" vanaf {datums.dag_maand(start)}" if start else ", nog zonder dagen"
            found.append(HerstelAanleiding(None, period.id, f"Thuis-school{words}"))
        for incident in reversed(incidents):
            kind = label(incident.soorten[0]).lower() if incident.soorten else "incident"
            found.append(HerstelAanleiding(incident.id, None, f"{datums.dag_kort(incident.datum)}, {kind}"))
        return tuple(found)

    def check(self, draft: HerstelgesprekDraft) -> tuple[Finding, ...]:
        """Findings of a draft."""
        draft, today = schoon(draft), self._today()
        planned = datums.parse_datum(draft.gepland_op, today) if draft.gepland_op.strip() else None
        free: frozenset[date] = frozenset()
        if isinstance(planned, date):
            with self._school.reading() as rx:
                if kalender.lees(rx).is_schooldag(planned) is False:
                    free = frozenset({planned})
        return check_herstelgesprek(draft, today, free)

    # Writing

    def bewaar(
        self, casus_id: int, draft: HerstelgesprekDraft, gesprek_id: int | None = None, versie: int = 1
    ) -> Outcome[int]:
        """Add a talk, or change version `versie` of one; returns its id.

        Raises InvoerOnjuist, NietGevonden, IntussenVeranderd, CasusIsAfgesloten.
        """
        draft = schoon(draft)
        findings = self.check(draft)
        if blocking(findings):
            raise InvoerOnjuist(findings)
        inhoud = parse_herstelgesprek(draft, self._today())
        with self._school.transaction() as tx:
            lopende(tx, casus_id)
            before = None if gesprek_id is None else store.lees(tx, gesprek_id)
            if before is not None and before.casus_id != casus_id:
                raise NietGevonden
            drafts.drop(tx, sleutel(casus_id, gesprek_id))
            if before is None or gesprek_id is None:
                gesprek_id = store.voeg_toe(tx, casus_id, inhoud)
                tx.log("herstelgesprek.nieuw", casus_id)
            else:
                store.wijzig(tx, gesprek_id, inhoud, versie)
                tx.log("herstelgesprek.gewijzigd", casus_id)
            held_before = before is not None and before.inhoud.gehouden_op is not None
            if inhoud.gehouden_op is not None and not held_before:
                tx.log(
                    "herstelgesprek.toch_verder" if inhoud.tekst.toch_verder else "herstelgesprek.gehouden", casus_id
                )
        return Outcome(gesprek_id, _MET_CONCEPT)

    def zet_afspraak(self, gesprek_id: int, nummer: int, *, gedaan: bool = True) -> Outcome[int]:
        """Tick an appointment of a talk (from 0) as done today, or open it again.

        Raises NietGevonden, CasusIsAfgesloten.
        """
        with self._school.transaction() as tx:
            item = store.lees(tx, gesprek_id)
            lopende(tx, item.casus_id)
            if nummer >= len(item.inhoud.nazorg.afspraken):
                raise NietGevonden
            inhoud = met_afspraak(item.inhoud, nummer, self._today() if gedaan else None)
            store.wijzig(tx, gesprek_id, inhoud, item.versie)
            tx.log("herstelgesprek.afspraak" if gedaan else "herstelgesprek.afspraak_open", item.casus_id)
        return Outcome(gesprek_id, _CASUS)

    def verwijder(self, gesprek_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Put a talk in the prullenbak, or take it out. Raises NietGevonden, CasusIsAfgesloten."""
        with self._school.transaction() as tx:
            item = store.lees(tx, gesprek_id)
            lopende(tx, item.casus_id)
            store.zet_verwijderd(tx, gesprek_id, verwijderd=verwijderd)
            drafts.drop(tx, sleutel(item.casus_id, gesprek_id))
            tx.log("herstelgesprek.verwijderd" if verwijderd else "herstelgesprek.hersteld", item.casus_id)
        return Outcome(gesprek_id, _MET_CONCEPT)

    def _today(self) -> date:
        return self._clock().date()


def sleutel(casus_id: int, gesprek_id: int | None) -> str:
    """Key of the draft of a talk."""
    return f"herstelgesprek:{casus_id}:{gesprek_id or 0}"


def _instellingen(rx: Rx) -> Instellingen:
    return Instellingen(instellingen.lees(rx))


def _wie(rx: Rx, casus: Casus, today: date) -> list[HerstelKeuze]:
    found = []
    if casus.leerling_id is not None:
        found.append(HerstelKeuze(HerstelRol.KIND, casus.titel, casus.leerling_id))
    people = casus_mensen.personen(rx, casus.id)
    found += [HerstelKeuze(HerstelRol.GERAAKT, it.naam, it.persoon_id) for it in people if it.rol is CasusRol.GERAAKT]
    found += [
        HerstelKeuze(HerstelRol.OUDER, item.naam, item.ouder_id)
        for item in casus_mensen.ouders(rx, casus.id, kinderen(rx, casus))
    ]
    if casus.eigenaar_id is not None:
        found.append(HerstelKeuze(HerstelRol.LEERKRACHT, casus.eigenaar, casus.eigenaar_id))
    found += [HerstelKeuze(HerstelRol.LEERKRACHT, it.naam, it.persoon_id) for it in people if it.rol is CasusRol.TEAM]
    heads = personen_zoeken.van_ids(rx, set(school.houders(rx, Rol.DIRECTEUR, today)))
    found += [HerstelKeuze(HerstelRol.DIRECTEUR, line.naam, line.id) for line in heads]
    found += [
        HerstelKeuze(HerstelRol.STEUNFIGUUR, item.naam, item.persoon_id)
        for item in casus_mensen.steunfiguren(rx, casus.id)
    ]
    return found


def _jaargroepen(rx: Rx, casus: Casus) -> list[int]:
    if casus.leerling_id is not None:
        child = personen.lees(rx, casus.leerling_id)
        return [child.jaargroep] if isinstance(child, Leerling) and child.jaargroep is not None else []
    pupils = personen.leerlingen_van_groep(rx, casus.groep_id) if casus.groep_id is not None else ()
    return [child.jaargroep for child in pupils if child.jaargroep is not None]
