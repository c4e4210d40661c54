"""The dossier of a child for inzage: read from the casus, looked at, made as a paper, and noted (law 2.6).

Only the register of the school is read: nothing of the meldcode or of private dossiers can be in it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain import datums
from svp_desktop.domain.anoniem import Mens
from svp_desktop.domain.casus import Casus, Verloop
from svp_desktop.domain.casus_mensen import CasusKind
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.incident import Incident
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.inzage_herstel import herstel_stuk, thuisschool_stuk
from svp_desktop.domain.inzage_kring import Kring
from svp_desktop.domain.inzage_ouders import Inzage
from svp_desktop.domain.inzage_stukken import (
    actie_stukken,
    bij_groep,
    casus_stukken,
    evaluatie_stukken,
    gesprek_stuk,
    incident_stuk,
    mensen_stukken,
    met_inhoud,
    papier_stukken,
    taken_stukken,
)
from svp_desktop.domain.inzagedossier import (
    DossierStuk,
    InzageConcept,
    Inzagedossier,
    InzageVrager,
    Lakwerk,
    check_vraag,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Leerling, Medewerker, Naam, Ouder, PersoonSoort, schooljaar
from svp_desktop.domain.zwartmaken import Wieiswie, Zoeker, naam_van
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import (
    bijlagen,
    casus_acties,
    casus_mensen,
    casus_taken,
    casussen,
    esis,
    gesprekken,
    herstelgesprekken,
    incidenten,
    instellingen,
    papieren,
    personen,
    personen_zoeken,
    thuisschool,
    uitvoer,
)
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services import bestand
from svp_desktop.services.casus_mensen import kinderen
from svp_desktop.services.uitvoer import Blad

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

_GEGEVEN = Changes.of(Topic.CASUSSEN, Topic.CONCEPTEN, Topic.SPOOR)


@dataclass(frozen=True, slots=True)
class InzageVraag:
    """What the first page asks with: the children that it can be about, and the weeks in which the school answers."""

    titel: str
    kinderen: tuple[CasusKind, ...]
    weken: int


class InzageDossierService:
    """Everything that the window asks about the dossier for inzage."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    # Reading

    def vraag(self, casus_id: int) -> InzageVraag:
        """The children of a casus: its own, or in a casus of a group everyone whom it can be about.

        Raises NietGevonden.
        """
        with self._kluis.school.reading() as rx:
            casus = casussen.lees(rx, casus_id)
            weeks = Instellingen(instellingen.lees(rx)).getal("inzage_weken")
            return InzageVraag(casus.titel, _kinderen(rx, casus), weeks)

    def vragers(self, leerling_id: int) -> tuple[InzageVrager, ...]:
        """The parents of a child, who has gezag first."""
        with self._kluis.school.reading() as rx:
            return _vragers(rx, leerling_id)

    def dossier(self, casus_id: int, leerling_id: int) -> Inzagedossier:
        """Everything of the casus about this child, as it is now. Meant for a worker. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            casus = casussen.lees(rx, casus_id)
            if leerling_id not in {one.leerling_id for one in _kinderen(rx, casus)}:
                raise NietGevonden
            return _Lezer(rx, casus, leerling_id).dossier()

    # Making

    def check(self, concept: InzageConcept) -> tuple[Finding, ...]:
        """Findings of who asks."""
        asking = self.vragers(concept.leerling_id) if concept.leerling_id is not None else ()
        return check_vraag(concept, asking, self._clock().date())

    def blad(self, werk: Lakwerk) -> Blad:
        """The paper of a dossier that somebody looked at piece by piece. Raises InvoerOnjuist, PapierFout."""
        from svp_desktop.documents import fonts
        from svp_desktop.documents.reports.inzagedossier import inzageblad

        concept, today = werk.concept, self._clock().date()
        findings = list(blocking(self.check(concept)))
        if left := len(werk.open_stukken()):
            findings.append(Finding("nagekeken", f"Kijk eerst alles na. Nog {left} te gaan."))
        if findings:
            raise InvoerOnjuist(tuple(findings))
        asked = datums.parse_datum(concept.gevraagd_op, today)
        assert isinstance(asked, date)
        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
        pdf = inzageblad(head, werk, self._namen(concept), asked, today)
        words = [werk.op_papier(text) for piece in werk.dossier.stukken for text in piece.teksten]
        return Blad(pdf, ontbreekt=tuple(sorted(fonts.missing(words, fonts.TEKST))))

    # What leaves

    def bewaar(self, casus_id: int, pdf: bytes, path: Path) -> None:
        """Save the paper that was looked at. Raises BestandNietBewaard."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: self._log("inzage.opgeslagen", casus_id))

    def afgedrukt(self, casus_id: int) -> None:
        """Note that it went to the printer."""
        self._log("inzage.afgedrukt", casus_id)

    def gegeven(self, casus_id: int, concept: InzageConcept) -> Outcome[int]:
        """Note in the casus and in the trail to whom inzage was given today; what was being done is done.

        Raises InvoerOnjuist, NietGevonden.
        """
        if findings := blocking(self.check(concept)):
            raise InvoerOnjuist(findings)
        assert concept.leerling_id is not None
        who = self._namen(concept)
        with self._kluis.school.transaction() as tx:
            casussen.lees(tx, casus_id)
            value = str(concept.leerling_id)
            casussen.voeg_verloop_toe(tx, casus_id, self._clock().date(), Verloop.INZAGE, value, f"aan {who}")
            drafts.drop(tx, sleutel(casus_id))
            tx.log("inzage.gegeven", casus_id)
        return Outcome(casus_id, _GEGEVEN)

    # Inside

    def _namen(self, concept: InzageConcept) -> str:
        """ "Petra Jansen (moeder) en Tom Jansen (vader)"."""
        asking = self.vragers(concept.leerling_id or 0)
        chosen = [one for one in asking if one.ouder_id in concept.ouder_ids]
        return " en ".join(f"{one.naam} ({one.relatie})" if one.relatie else one.naam for one in chosen)

    def _log(self, code: str, casus_id: int) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(code, casus_id)


class _Lezer:
    """Reads one casus about one child."""

    def __init__(self, rx: "Rx", casus: Casus, leerling_id: int) -> None:
        self._rx, self._casus, self._kind_id = rx, casus, leerling_id
        child = personen.lees(rx, leerling_id)
        if not isinstance(child, Leerling):
            raise NietGevonden
        self._kind = child
        self._mensen = {one.id: one for one in uitvoer.mensen(rx)}
        self._ouders = personen.ouders_van(rx, leerling_id)
        self._steun = casus_mensen.steunfiguren(rx, casus.id)
        self._people = casus_mensen.personen(rx, casus.id)
        self._incidenten = self._lees_incidenten()
        self._kring = Kring(
            leerling_id,
            str(child.naam),
            frozenset(one.id for one in self._ouders),
            frozenset(str(one.naam) for one in self._ouders),
            {id_: one.soort for id_, one in self._mensen.items()},
            frozenset(one.persoon_id for one in self._steun if one.persoon_id is not None) - self._others_ids(),
            casus.groep_id is not None,
        )

    def dossier(self) -> Inzagedossier:
        """The pieces, and the finder of names."""
        casus = self._casus
        groups = {group.id: group.naam for group in school_store.groepen(self._rx)}
        group = groups.get(self._kind.groep_id, "") if self._kind.groep_id is not None else ""
        pieces = met_inhoud(self._stukken())
        return Inzagedossier(
            casus.id, self._kind_id, str(self._kind.naam), casus.titel, group, pieces, self._zoeker(groups)
        )

    def _stukken(self) -> list[DossierStuk]:
        rx, casus, kring = self._rx, self._casus, self._kring
        course = casussen.verloop(rx, casus.id)
        given = [(one.op, one.toelichting) for one in course if _inzage_van(one.soort, one.waarde, self._kind_id)]
        parents = casus_mensen.ouders(rx, casus.id, self._kinderen_van_casus())
        pieces = [*casus_stukken(casus, course), *mensen_stukken(kring, self._people, parents, self._steun)]
        pieces += map(self._incident, self._incidenten)
        pieces += actie_stukken(casus_acties.van_casus(rx, casus.id))
        pieces += [gesprek_stuk(talk, kring) for talk in gesprekken.van_casus(rx, casus.id)]
        for period in thuisschool.van_casus(rx, casus.id):
            piece = thuisschool_stuk(period, thuisschool.contacten(rx, period.id))
            # the casus of a group does not say whose thuis-school it was
            pieces.append(bij_groep(piece) if kring.groep else piece)
        pieces += [herstel_stuk(talk, kring) for talk in herstelgesprekken.van_casus(rx, casus.id)]
        pieces += taken_stukken(casus_taken.van_casus(rx, casus.id))
        pieces += papier_stukken(papieren.van_casus(rx, casus.id))
        return [*pieces, *evaluatie_stukken(casus, given)]

    def _kinderen_van_casus(self) -> tuple[CasusKind, ...]:
        """The children whose parents are told, and the child of the dossier when a casus of a group names it not."""
        found = kinderen(self._rx, self._casus)
        if any(one.leerling_id == self._kind_id for one in found):
            return found
        return (CasusKind(self._kind_id, str(self._kind.naam)), *found)

    def _lees_incidenten(self) -> list[Incident]:
        """The coupled incidents; of a casus of a group only those in which the child was."""
        found = []
        for incident_id in casussen.incident_ids(self._rx, self._casus.id):
            incident = incidenten.lees(self._rx, incident_id)
            if incident is None:
                continue
            there = any(one.persoon_id == self._kind_id for one in incident.inhoud.betrokkenen)
            if there or self._casus.leerling_id == self._kind_id:
                found.append(incident)
        return found

    def _incident(self, incident: Incident) -> DossierStuk:
        stand = esis.stand_van(self._rx, incident.id, self._kind_id)
        may = (stand.inzage, stand.inzage_reden) if stand is not None else (Inzage.ONBEKEND, "")
        words = Instellingen(instellingen.lees_van(self._rx, schooljaar(incident.inhoud.datum)))
        return incident_stuk(incident, self._kring, words, may, len(bijlagen.van(self._rx, incident.id)))

    # names

    def _others_ids(self) -> frozenset[int]:
        """Children (and their parents) who are in the casus beside this child: no helper is one of them."""
        found = {one.persoon_id for one in self._people if one.soort is not PersoonSoort.MEDEWERKER}
        return frozenset(found - {self._kind_id} - {one.id for one in self._ouders})

    def _zoeker(self, groepen: dict[int, str]) -> Zoeker:
        own = {self._kind_id, *(one.id for one in self._ouders)}
        near = self._nabij()
        others = [one for id_, one in self._mensen.items() if id_ in near and id_ not in own]
        rest = [one for id_, one in self._mensen.items() if id_ not in near and id_ not in own]
        staff = [one for one in self._mensen.values() if one.soort is PersoonSoort.MEDEWERKER]
        school = school_store.lees(self._rx)
        return Zoeker(
            Wieiswie(
                kind=(self._kind.naam, *self._namen_van_toen({self._kind_id})),
                eigen=(*(one.naam for one in self._ouders), *(naam_van(one.naam) for one in self._steun)),
                anderen=(*(one.naam for one in others if _is_ander(one)), *self._namen_van_toen(near - own)),
                register=tuple(one.naam for one in rest if _is_ander(one)),
                medewerkers=tuple(name for one in staff for name in _namen(one)),
                groepen=tuple(groepen.values()),
                bekend=(school.naam, school.plaats, school.bestuur),
                vrij=self._vrij(school.telefoon, school.email),
            )
        )

    def _nabij(self) -> frozenset[int]:
        """Everyone who took part in anything of this dossier, and the parents of those children."""
        found = {one.persoon_id for one in self._people}
        for incident in self._incidenten:
            found |= {one.persoon_id for one in incident.inhoud.betrokkenen}
        for talk in herstelgesprekken.van_casus(self._rx, self._casus.id):
            found |= {one.persoon_id for one in talk.inhoud.tekst.deelnemers if one.persoon_id is not None}
        for talk_ in gesprekken.van_casus(self._rx, self._casus.id):
            found |= {talk_.inhoud.persoon_id} if talk_.inhoud.persoon_id is not None else set()
        found |= {one.leerling_id for one in _kinderen(self._rx, self._casus)}
        for child in tuple(found):
            if child != self._kind_id and self._soort(child) is PersoonSoort.LEERLING:
                found |= {one.id for one in personen.ouders_van(self._rx, child)}
        return frozenset(found)

    def _namen_van_toen(self, ids: Sequence[int] | frozenset[int] | set[int]) -> tuple[Naam, ...]:
        """Names as they were on the day of an incident: somebody may have got another since."""
        return tuple(
            naam_van(one.naam)
            for incident in self._incidenten
            for one in incident.inhoud.betrokkenen
            if one.persoon_id in ids and one.categorie is not PersoonSoort.MEDEWERKER
        )

    def _soort(self, persoon_id: int) -> PersoonSoort | None:
        found = self._mensen.get(persoon_id)
        return found.soort if found else None

    def _vrij(self, *school: str) -> frozenset[str]:
        """What may stay: how to reach the school, its staff and the child's own parents."""
        staff = [one for one in personen.alle(self._rx, PersoonSoort.MEDEWERKER) if isinstance(one, Medewerker)]
        reach = [*school]
        for one in (*self._ouders, *staff):
            assert isinstance(one, Ouder | Medewerker)
            reach += [one.telefoon, one.email]
        return frozenset(text for text in reach if text.strip())


def sleutel(casus_id: int) -> str:
    """Key of the draft of the dossier of a casus."""
    return f"casusdossier:{casus_id}"


def _is_ander(one: Mens) -> bool:
    return one.soort in (PersoonSoort.LEERLING, PersoonSoort.OUDER)


def _namen(one: Mens) -> tuple[Naam, ...]:
    return (one.naam, naam_van(one.noemnaam)) if one.noemnaam.strip() else (one.naam,)


def _inzage_van(soort: Verloop, waarde: str, kind_id: int) -> bool:
    return soort is Verloop.INZAGE and waarde == str(kind_id)


def _vragers(rx: "Rx", leerling_id: int) -> tuple[InzageVrager, ...]:
    found = []
    for parent in personen.ouders_van(rx, leerling_id):
        line = next((one for one in parent.kinderen if one.leerling_id == leerling_id), None)
        if line is not None:
            found.append(InzageVrager(parent.id, str(parent.naam), line.relatie, line.gezag))
    return tuple(sorted(found, key=lambda one: not one.gezag))


def _kinderen(rx: "Rx", casus: Casus) -> tuple[CasusKind, ...]:
    if casus.leerling_id is not None:
        return (CasusKind(casus.leerling_id, casus.titel),)
    found = {one.leerling_id: one.naam for one in kinderen(rx, casus)}
    ids = [person for person, _ in casus_mensen.uit_incidenten(rx, casus.id)]
    found |= {one.id: one.naam for one in personen_zoeken.van_ids(rx, ids) if one.soort is PersoonSoort.LEERLING}
    if casus.groep_id is not None:
        found |= {one.id: str(one.naam) for one in personen.leerlingen_van_groep(rx, casus.groep_id)}
    return tuple(CasusKind(id_, name) for id_, name in sorted(found.items(), key=lambda pair: pair[1].casefold()))
