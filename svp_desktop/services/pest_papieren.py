"""The papers of a pestzaak: begun, checked, laid out, handed out and kept (demands 11, 100-102, 107, 108).

What goes to a child or a parent never names another child: such a paper is not printed, saved or handed out.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from svp_desktop.documents import fonts
from svp_desktop.documents.formulieren import pestblad
from svp_desktop.documents.vormen import kaart
from svp_desktop.domain import datums
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.papier import Alinea, Blok, Briefhoofd, Ondertekenaar, Run
from svp_desktop.domain.papier_vullen import opsomming_in_zin
from svp_desktop.domain.papier_waarden import KaartWaarden
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_nazorg import SCHAAL_WOORDEN, weken_van
from svp_desktop.domain.pest_papier import (
    BEGIN,
    INSTELLING,
    KOPPEN,
    TITELS,
    VAN_UITREIKEN,
    Aanspreekpunt,
    PestAfspraak,
    PestBlad,
    PestPapierDraft,
    check_papier,
    check_woorden,
    lezers,
    namen_om_te_mijden,
    regels_voor,
)
from svp_desktop.domain.pestzaak import PestPersoon, PestRol
from svp_desktop.domain.school import Leerling, Medewerker, Naam, PersoonSoort, Rol
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import incidenten, personen, pestzaken
from svp_desktop.kluis.stores import pest_papieren as store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import bestand, pest_lezen
from svp_desktop.services.bladbeeld import paginas
from svp_desktop.services.casus_acties import stop_bij
from svp_desktop.services.pest_toegang import PestToegang

_KEPT = Changes.of(Topic.PESTEN, Topic.CONCEPTEN, Topic.PAPIEREN)
_GIDS_TITEL = "Pesten: wie helpt u?"
_DAYS = "Wij praten samen op {dagen}."
_BYE = "Groetjes van"


def papier_sleutel(zaak_id: int, blad: PestBlad) -> str:
    """Key of the draft of a paper of a pestzaak."""
    return f"pestzaak:{zaak_id}:papier:{list(PestBlad).index(blad)}"


class PestPapierenService(PestToegang):
    """The verbs of the papers; for who leads the pestzaken, others get GeenToegang."""

    # Choosing

    def begin(self, zaak_id: int, blad: PestBlad, voor_id: int | None = None) -> PestPapierDraft:
        """A paper with what is known; for the first child that it can be for. Raises NietGevonden, GeenToegang."""
        beeld = self._beeld(zaak_id)
        readers = lezers(blad, beeld.zaak.personen)
        chosen = next((one for one in readers if one.persoon_id == voor_id), readers[0] if readers else None)
        draft = PestPapierDraft(chosen.persoon_id if chosen else None)
        if blad is PestBlad.AFSPRAKEN and chosen is not None:
            with self._lezen() as rx:
                draft = replace(
                    draft, regels=regels_voor(beeld.stappen, _anderen(rx, beeld, chosen), _naam(rx, chosen))
                )
        return draft

    def lezers(self, beeld: PestBeeld, blad: PestBlad) -> tuple[PestPersoon, ...]:
        """The children that the paper can be for; none when it is for no child in particular."""
        return lezers(blad, beeld.zaak.personen)

    def check(self, zaak_id: int, blad: PestBlad, draft: PestPapierDraft) -> tuple[Finding, ...]:
        """What stops the paper and what asks for attention, of printing and of handing out. Raises NietGevonden,
        GeenToegang."""
        draft = schoon(draft)
        beeld = self._beeld(zaak_id)
        readers = lezers(blad, beeld.zaak.personen)
        found = check_papier(blad, draft, readers, self._today())
        if not blad.uit_te_reiken:
            return tuple(found)
        reader = next((one for one in readers if one.persoon_id == draft.voor_id), None)
        with self._lezen() as rx:
            words = _woorden(rx, beeld, blad, draft)
            own = _naam(rx, reader)
            names = namen_om_te_mijden(_anderen(rx, beeld, reader), own)
            school = namen_om_te_mijden(_school(rx, reader), own)
            staff = [str(one.naam) for one in personen.alle(rx, PersoonSoort.MEDEWERKER)]
        found += check_woorden(words, names, school, staff)
        face = fonts.KIND if blad is PestBlad.NAZORGKAART else fonts.TEKST
        if missing := fonts.missing(tuple(text for _, text in words), face):
            found.append(Finding("regels", f"Deze tekens kan het papier niet laten zien: {' '.join(sorted(missing))}"))
        return tuple(found)

    def mag_gedrukt(self, zaak_id: int, blad: PestBlad, draft: PestPapierDraft) -> bool:
        """Nothing stops the paper but perhaps the day and the name of handing out."""
        return not any(one.field not in VAN_UITREIKEN for one in blocking(self.check(zaak_id, blad, draft)))

    # Making

    def maak(self, zaak_id: int, blad: PestBlad, draft: PestPapierDraft) -> bytes:
        """The very bytes. Raises NietGevonden, PapierFout, GeenToegang."""
        draft, beeld = schoon(draft), self._beeld(zaak_id)
        with self._lezen() as rx:
            head, lines = Briefhoofd.van(school_store.lees(rx)), _lijst(rx, blad)
            contact, begin = _aanspreekpunt(rx, beeld, self._today()), _begin(rx, blad)
            reader = next((one for one in beeld.zaak.personen if one.persoon_id == draft.voor_id), None)
            if blad is PestBlad.NAZORGKAART:
                return _kaart(rx, head, beeld, reader, lines)
        if blad is PestBlad.AFSPRAKEN:
            return self._afspraken(head, beeld, draft, reader, (begin, contact))
        if blad.uit_te_reiken:
            return pestblad.ouderblad(head, KOPPEN[blad], begin, lines, contact)
        scale = SCHAAL_WOORDEN if blad is PestBlad.GESPREK_GEPEST else {}
        return pestblad.gespreksblad(head, KOPPEN[blad], lines, scale)

    def _afspraken(
        self,
        head: Briefhoofd,
        beeld: PestBeeld,
        draft: PestPapierDraft,
        reader: PestPersoon | None,
        words: tuple[str, Aanspreekpunt],
    ) -> bytes:
        chosen = {line.stap_id: line.wat for line in draft.regels if line.aan and line.wat.strip()}
        lines = tuple(
            PestAfspraak(step.inhoud.met_wie, chosen[step.id], step.eigenaar, step.inhoud.datum)
            for step in beeld.stappen
            if step.id in chosen
        )
        values = pestblad.AfsprakenWaarden(
            reader.naam if reader else "",
            reader.roepnaam if reader and reader.rol is PestRol.GEPEST else "",
            reader.groep if reader else "",
            words[0],
            lines,
            _dagen(beeld),
            words[1],
            self._today(),
        )
        return pestblad.afsprakenblad(head, KOPPEN[PestBlad.AFSPRAKEN], values)

    def schoolgids(self) -> tuple[str, bytes]:
        """The text for the schoolgids, to copy, and the same on paper (11). Raises PapierFout, GeenToegang."""
        with self._lezen() as rx:
            settings, head = pest_lezen.waarden(rx), Briefhoofd.van(school_store.lees(rx))
            weeks = weken_van(settings.lijst("pest_check_weken"))
            lines = [
                line.replace("{weken}", opsomming_in_zin(tuple(map(str, weeks))))
                for line in settings.lijst("pest_schoolgids")
            ]
            contact = _coordinator_van_school(rx, self._today())
        text = "\n\n".join([*lines, *([f"Pestcoördinator: {contact.regel()}"] if contact.regel() else [])])
        return text, pestblad.schoolgidsblad(head, _GIDS_TITEL, lines, contact)

    # Out

    def reik_uit(self, zaak_id: int, blad: PestBlad, draft: PestPapierDraft) -> Outcome[int]:
        """Keep the paper as it was handed out: the bytes, to whom, when and how; returns its id.

        Raises InvoerOnjuist, NietGevonden, PestzaakIsAfgesloten, PapierFout, GeenToegang.
        """
        stop_bij(self.check(zaak_id, blad, draft))
        draft, pdf = schoon(draft), self.maak(zaak_id, blad, draft)
        day = datums.parse_datum(draft.datum, self._today())
        if not blad.uit_te_reiken or isinstance(day, Finding):
            raise NietGevonden
        with self._schrijven(zaak_id) as (tx, _zaak):
            new = store.PestPapier(zaak_id, blad.value, TITELS[blad], day, draft.wijze, draft.aan.strip(), paginas(pdf))
            paper = store.voeg_toe(tx, new, pdf)
            drafts.drop(tx, papier_sleutel(zaak_id, blad))
            tx.log("pest.papier_uit", zaak_id)
        return Outcome(paper, _KEPT)

    def bewaard(self, papier_id: int) -> bytes:
        """The very bytes of a paper that was handed out. Raises NietGevonden, BestandBeschadigd, GeenToegang."""
        with self._lezen() as rx:
            return store.bytes_van(rx, papier_id)

    def bewaar(self, zaak_id: int, pdf: bytes, path: Path) -> None:
        """Write these bytes as a PDF where the user chose. Raises BestandNietBewaard, GeenToegang."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: self._log("pest.papier_pdf", zaak_id))

    def afgedrukt(self, zaak_id: int) -> None:
        """Note that a paper of this pestzaak went to the printer. Raises GeenToegang."""
        self._log("pest.papier_print", zaak_id)

    def _log(self, action: str, zaak_id: int) -> None:
        with self._bak() as tx:
            tx.log(action, zaak_id or "")

    def _beeld(self, zaak_id: int) -> PestBeeld:
        with self._lezen() as rx:
            return pest_lezen.beeld(rx, zaak_id, self._today())


def _lijst(rx: Rx, blad: PestBlad) -> tuple[str, ...]:
    return pest_lezen.waarden(rx).lijst(INSTELLING[blad]) if blad in INSTELLING else ()


def _begin(rx: Rx, blad: PestBlad) -> str:
    return pest_lezen.waarden(rx).tekst(BEGIN[blad]) if blad in BEGIN else ""


def _woorden(rx: Rx, beeld: PestBeeld, blad: PestBlad, draft: PestPapierDraft) -> list[tuple[str, str]]:
    """Every word that will be read, with the field in which it stands."""
    words = [("regels", text) for text in (_begin(rx, blad), *_lijst(rx, blad)) if text]
    steps = {step.id: step for step in beeld.stappen}
    for at, line in enumerate(draft.regels):
        if line.aan and line.stap_id in steps:
            words.append((f"regel{at}", f"{line.wat}\n{steps[line.stap_id].inhoud.met_wie}"))
    return words


def _anderen(rx: Rx, beeld: PestBeeld, reader: PestPersoon | None) -> tuple[Naam, ...]:
    """The children whose names may not stand on the paper: of the pestzaak, its incidents and the group of the reader's
    child (of who is bullied, when the paper is for nobody in particular)."""
    ids = {one.persoon_id for one in beeld.zaak.personen if one.soort is PersoonSoort.LEERLING}
    for incident_id in pestzaken.incident_ids(rx, beeld.zaak.id):
        found = incidenten.lees(rx, incident_id)
        people = found.inhoud.betrokkenen if found else ()
        ids |= {one.persoon_id for one in people if one.categorie is PersoonSoort.LEERLING}
    around = reader or beeld.zaak.gepest
    child = personen.lees(rx, around.persoon_id) if around else None
    if isinstance(child, Leerling) and child.groep_id is not None:
        ids |= {mate.id for mate in personen.leerlingen_van_groep(rx, child.groep_id)}
    own = {reader.persoon_id} if reader else set()
    return tuple(one.naam for one in personen.lees_meer(rx, sorted(ids - own)))


def _school(rx: Rx, reader: PestPersoon | None) -> tuple[Naam, ...]:
    """Every other child of the school: a friend of another group has no place on a paper either."""
    own = reader.persoon_id if reader else 0
    return tuple(one.naam for one in personen.alle(rx, PersoonSoort.LEERLING) if one.id != own)


def _naam(rx: Rx, reader: PestPersoon | None) -> Naam | None:
    found = personen.lees(rx, reader.persoon_id) if reader else None
    return found.naam if found else None


def _aanspreekpunt(rx: Rx, beeld: PestBeeld, today: date) -> Aanspreekpunt:
    """Who leads this pestzaak and how to reach that person, or else who does so for the school (11)."""
    known = beeld.zaak.leider_id
    return _contact(rx, known) if known is not None else _coordinator_van_school(rx, today)


def _coordinator_van_school(rx: Rx, today: date) -> Aanspreekpunt:
    holders = school_store.houders(rx, Rol.PESTCOORDINATOR, today)
    return _contact(rx, holders[0]) if holders else Aanspreekpunt()


def _contact(rx: Rx, persoon_id: int) -> Aanspreekpunt:
    """A member of staff without a telephone of its own is reached through the school's."""
    person, school = personen.lees(rx, persoon_id), school_store.lees(rx)
    if not isinstance(person, Medewerker):
        return Aanspreekpunt()
    return Aanspreekpunt(str(person.naam), person.telefoon or school.telefoon, person.email or school.email)


def _dagen(beeld: PestBeeld) -> tuple[date, ...]:
    """The days of the checks that are still to come."""
    open_ = (one.gepland_op for one in beeld.tellende_checks if one.gehouden_op is None)
    return tuple(sorted({day for day in open_ if day >= beeld.today}))


def _kaart(rx: Rx, head: Briefhoofd, beeld: PestBeeld, reader: PestPersoon | None, lines: Sequence[str]) -> bytes:
    """The card for the child: short sentences, the days of the checks, and who asks."""
    days = [datums.dag_maand(day) for day in _dagen(beeld)]
    words = [*lines, *([_DAYS.format(dagen=opsomming_in_zin(tuple(days)))] if days else [])]
    known = beeld.zaak.leider_id
    leader = personen.lees(rx, known) if known is not None else None
    name = (leader.noemnaam or str(leader.naam)) if isinstance(leader, Medewerker) else ""
    words += [_BYE] if name else []
    blocks = tuple(Blok(f"zin{at}", "", alineas=(Alinea((Run(line),)),), kop=False) for at, line in enumerate(words))
    child = reader.roepnaam if reader else ""
    signers = (Ondertekenaar(name),) if name else ()
    return kaart.make(KaartWaarden(head, child, f"Lieve {child}," if child else "", blocks, signers)).pdf
