"""What of the register leaves the program: list, meldingsformulier and meldwijzer, on paper or as a file (30, 33).

Everything that leaves stands in the trail with how much it was. Nothing older than last school year leaves without the
reason that seeing it asks for.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from svp_desktop.domain.anoniem import Anoniem, Naamregister
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.incident import Incident, IncidentFilter, IncidentInhoud, IncidentRegel
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.meldwijzer import rollen, wegwijzers, wie
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Rol, schooljaar
from svp_desktop.domain.uitvoer import InzageNodig, LijstVraag, SoortWoord, cellen, kolommen
from svp_desktop.kluis.stores import bijlagen as attachment_store
from svp_desktop.kluis.stores import esis as esis_store
from svp_desktop.kluis.stores import incidenten as incident_store
from svp_desktop.kluis.stores import incidenten_lijst as lists
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import personen as people_store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.stores import uitvoer as store
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.inzage import InzageService

#: How far it is, (done, total); raises when the user asked to stop.
Voortgang = Callable[[int, int], None]
#: A longer list is no paper any more; a preview of one shows its begin.
MEESTE_OP_PAPIER, EERSTE = 600, 60
_WINDOW = 250
_MOST_DOUBTS = 40
_SHEET = "Incidenten"


class Blad(NamedTuple):
    """A paper to look at: its bytes, words that look like a name, and of a list how much it has and shows.

    `ontbreekt`: signs that no face of the papers has, and that would print as an empty box.
    """

    pdf: bytes
    twijfels: tuple[str, ...] = ()
    totaal: int = 0
    getoond: int = 0
    ontbreekt: tuple[str, ...] = ()


class Bewaard(NamedTuple):
    """A file that was written: how many incidents are in it, and words in it that look like a name."""

    aantal: int
    twijfels: tuple[str, ...] = ()


class UitvoerService:
    """Makes papers and files. Those of a list are meant for a worker."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], inzage: "InzageService") -> None:
        self._kluis = kluis
        self._clock = clock
        self._inzage = inzage

    # -- one incident

    def meldingsformulier(self, incident_id: int, *, zonder_namen: bool = False) -> Blad:
        """The form of an incident. Raises NietGevonden, InzageNodig, PapierFout."""
        from svp_desktop.documents.formulieren.meldingsformulier import meldingsformulier

        with self._kluis.school.reading() as rx:
            incident = incident_store.lees(rx, incident_id)
            if incident is None:
                raise NietGevonden
            self._guard(incident)
            words = Instellingen(settings_store.lees_van(rx, schooljaar(incident.inhoud.datum)))
            standen = esis_store.standen(rx, incident_id)
            attached = attachment_store.van(rx, incident_id)
        doubts: tuple[str, ...] = ()
        if zonder_namen:
            found = Anoniem(self._register(), incident.inhoud.betrokkenen)
            content, doubts = found.inhoud(incident.inhoud)
            incident = replace(incident, inhoud=content)
        today = self._clock().date()
        pdf = meldingsformulier(self._head(), incident, words, today, standen, attached, zonder_namen=zonder_namen)
        names = () if zonder_namen else (one.naam for one in attached)
        return Blad(pdf, doubts, 1, 1, _missing((*_texts(incident.inhoud), *names)))

    def bewaar_formulier(self, incident_id: int, pdf: bytes, path: Path, *, zonder_namen: bool) -> None:
        """Save the form that was looked at. Raises BestandNietBewaard."""

        def log(_size: int) -> None:
            self._log("uitvoer.formulier_anoniem" if zonder_namen else "uitvoer.formulier", incident_id)

        bestand.schrijf(path, lambda stream: stream.write(pdf), log)

    def formulier_afgedrukt(self, incident_id: int, *, zonder_namen: bool) -> None:
        """Note that the form went to the printer."""
        self._log("uitvoer.formulier_druk_anoniem" if zonder_namen else "uitvoer.formulier_druk", incident_id)

    def leeg_formulier(self) -> bytes:
        """The form to hand out. Raises PapierFout."""
        from svp_desktop.documents.formulieren.meldingsformulier import leeg_formulier

        with self._kluis.school.reading() as rx:
            words = Instellingen(settings_store.lees(rx))
            today = self._clock().date()
            holders = people_store.lees_meer(rx, school_store.houders(rx, Rol.KWALITEITSCOORDINATOR, today))
        names = " of ".join(str(one.naam) for one in holders)
        return leeg_formulier(self._head(), words, names or f"de {label(Rol.KWALITEITSCOORDINATOR).lower()}")

    # -- the list

    def lijst(self, vraag: LijstVraag, voortgang: Voortgang) -> Blad:
        """The list as PDF; of more than `MEESTE_OP_PAPIER` only the begin. Raises PapierFout."""
        from svp_desktop.documents.formulieren.lijst import lijst

        ids = self._ids(vraag)
        shown = ids if len(ids) <= MEESTE_OP_PAPIER else ids[:EERSTE]
        words = _Woorden(self._kluis)
        doubts: dict[str, None] = {}
        rows = [(row, words(row)) for row in self._rows(vraag, shown, voortgang, doubts)]
        today = self._clock().date()
        pdf = lijst(self._head(), vraag, rows, len(ids), words.now, today)
        lacking = _missing(text for row, _word in rows for text in row if isinstance(text, str))
        return Blad(pdf, tuple(doubts), len(ids), len(rows), lacking)

    def bewaar_lijst(self, vraag: LijstVraag, path: Path, soort: str, voortgang: Voortgang) -> Bewaard:
        """Save the list as "xlsx" or "csv" with the chosen columns.

        Raises BestandNietBewaard; when it is stopped or fails nothing is left behind.
        """
        from svp_desktop.exchange.tabel_uit import MEESTE_RIJEN, Kop, csv_uit, xlsx_uit

        chosen = kolommen(vraag.kolommen)
        heads = [Kop(kolom.titel, kolom.breed) for kolom in chosen]
        ids = self._ids(vraag)[:MEESTE_RIJEN]
        words = _Woorden(self._kluis)
        doubts: dict[str, None] = {}
        rows = self._rows(vraag, ids, voortgang, doubts)

        def write(stream: BinaryIO) -> int:
            cells = (cellen(row, chosen, words(row)) for row in rows)
            if soort == "xlsx":
                return xlsx_uit(stream, _SHEET, heads, cells)
            return csv_uit(stream, heads, cells)

        def log(number: int) -> None:
            self._log("uitvoer.lijst_anoniem" if vraag.zonder_namen else "uitvoer.lijst", number)

        return Bewaard(bestand.schrijf(path, write, log), tuple(doubts))

    def bewaar_lijst_pdf(self, blad: Blad, path: Path, *, zonder_namen: bool) -> None:
        """Save the list that was looked at. Raises BestandNietBewaard."""

        def log(_size: int) -> None:
            self._log("uitvoer.lijst_anoniem" if zonder_namen else "uitvoer.lijst", blad.getoond)

        bestand.schrijf(path, lambda stream: stream.write(blad.pdf), log)

    def lijst_afgedrukt(self, aantal: int, *, zonder_namen: bool) -> None:
        """Note that a list went to the printer."""
        self._log("uitvoer.lijst_druk_anoniem" if zonder_namen else "uitvoer.lijst_druk", aantal)

    # -- what everyone may have

    def meldwijzer(self) -> bytes:
        """What is reported where, with who holds which role today. Raises PapierFout."""
        from svp_desktop.documents.formulieren.meldwijzer import meldwijzer

        today = self._clock().date()
        with self._kluis.school.reading() as rx:
            lines = Instellingen(settings_store.lees(rx)).lijst("meldwijzer")
            known = [
                wie(rol, people_store.lees_meer(rx, school_store.houders(rx, rol, today))) for rol in rollen(lines)
            ]
        return meldwijzer(self._head(), wegwijzers(lines), known, today)

    @staticmethod
    def bewaar_los(pdf: bytes, path: Path) -> None:
        """Save a paper without anything personal. Raises BestandNietBewaard."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: None)

    # -- inside

    def _guard(self, incident: Incident) -> None:
        """An incident of an earlier year leaves only when the register, or someone in it, was opened with a reason."""
        limits = [self._inzage.vanaf(), *(self._inzage.vanaf(one.persoon_id) for one in incident.inhoud.betrokkenen)]
        if all(limit is not None and incident.inhoud.datum < limit for limit in limits):
            raise InzageNodig

    def _asked(self, vraag: LijstVraag) -> IncidentFilter:
        """The filter, and never more than may be seen."""
        limit = self._inzage.vanaf(vraag.filter.persoon_id)
        starts = [day for day in (limit, vraag.filter.vanaf) if day is not None]
        return replace(vraag.filter, vanaf=max(starts, default=None))

    def _ids(self, vraag: LijstVraag) -> list[int]:
        """Every id of the list in its order, in pieces, so that the window never waits for them."""
        question = lists.asked(self._asked(vraag))
        found: list[int] = []
        while True:
            with self._kluis.school.reading() as rx:
                piece = lists.ids_after(rx, question, vraag.volgorde, vraag.aflopend, found[-1] if found else None)
            found.extend(piece)
            if len(piece) != lists.PIECE or "zoek" in question[0]:
                return found

    def _rows(
        self, vraag: LijstVraag, ids: Sequence[int], voortgang: Voortgang, twijfels: dict[str, None]
    ) -> Iterator[IncidentRegel]:
        """The rows with the whole text of what happened, window by window; without names when that was asked."""
        register = self._register() if vraag.zonder_namen else None
        for start in range(0, len(ids), _WINDOW):
            voortgang(start, len(ids))
            window = ids[start : start + _WINDOW]
            with self._kluis.school.reading() as rx:
                rows, facts = lists.rows(rx, window), store.feiten(rx, window)
                people = store.betrokkenen(rx, window) if register is not None else {}
            for row in rows:
                whole = row._replace(omschrijving=" ".join(facts.get(row.id, row.omschrijving).split()))
                if register is not None:
                    there = people.get(row.id, [])
                    whole, doubts = Anoniem(register, there).regel(whole, there)
                    if len(twijfels) < _MOST_DOUBTS:
                        twijfels.update(dict.fromkeys(doubts))
                yield whole
        voortgang(len(ids), len(ids))

    def _register(self) -> Naamregister:
        with self._kluis.school.reading() as rx:
            groups = {group.naam: label(group.bouw) for group in school_store.groepen(rx)}
            return Naamregister(store.mensen(rx), groups)

    def _head(self) -> Briefhoofd:
        with self._kluis.school.reading() as rx:
            return Briefhoofd.van(school_store.lees(rx))

    def _log(self, code: str, number: int) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(code, number)


def _missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The signs in these texts that cannot be printed."""
    from svp_desktop.documents import fonts

    return tuple(sorted(fonts.missing(texts, fonts.TEKST)))


def _texts(inhoud: IncidentInhoud) -> Iterator[str]:
    """Every text of an incident that stands on its form."""
    for item in fields(inhoud):
        value = getattr(inhoud, item.name)
        yield from (part for part in (value if isinstance(value, tuple) else (value,)) if isinstance(part, str))
    yield from (text for one in inhoud.betrokkenen for text in (one.naam, one.groep))


class _Woorden:
    """The words for a kind of incident in the school year of a row; read once a year."""

    def __init__(self, kluis: "Kluis") -> None:
        self._kluis = kluis
        self._years: dict[str, SoortWoord] = {}
        with kluis.school.reading() as rx:
            self.now: SoortWoord = Instellingen(settings_store.lees(rx)).soort_label

    def __call__(self, row: IncidentRegel) -> SoortWoord:
        """The words of that year."""
        year = schooljaar(row.datum)
        if year not in self._years:
            with self._kluis.school.reading() as rx:
                self._years[year] = Instellingen(settings_store.lees_van(rx, year)).soort_label
        return self._years[year]
