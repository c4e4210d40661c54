"""What the coordinator sees of all pestzaken together, the yearly numbers on paper, and the own anti-pestdocument
(demands 1, 29, 103)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from svp_desktop.documents import buiten_pdf
from svp_desktop.documents.reports.pestcijfers import jaarcijfers
from svp_desktop.domain.bijlage import BijlageSoort, check_bestand, schone_naam, soort_van
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import BijlageFout, InvoerOnjuist
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.inzicht import Periode, dit_schooljaar
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.pest_cijfers import PestCijfers, Schooldocument, TelZaak, Wacht, jaren, tel
from svp_desktop.domain.pestzaak import PestStatus, PestVerloop
from svp_desktop.kluis.stores import pest_werk, pestzaken, schooldocumenten
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import bestand, pest_lezen
from svp_desktop.services.pest_toegang import PestToegang

_DOCUMENTEN = Changes.of(Topic.PESTEN)
_GEEN_PDF = "Dit bestand is geen PDF en geen foto."
_MAAK_PDF = "Maak er een PDF van. In Word: Bestand, Opslaan als, kies PDF."
_NIETS = "Er is niets toegevoegd."
#: How a document of Word begins, of now and of before 2007.
_WORD = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@contextmanager
def zonder_incident() -> Iterator[None]:
    """What refuses a file here has no incident to reassure about."""
    try:
        yield
    except BijlageFout as error:
        raise BijlageFout(error.what, safe=_NIETS, now=error.now) from error


class PestOverzicht(NamedTuple):
    """The numbers of this school year and of the same days a year before, what runs by group, and what waits."""

    nu: PestCijfers
    eerder: PestCijfers
    lopend: tuple[tuple[str, int], ...]
    wacht: tuple[Wacht, ...]
    documenten: tuple[Schooldocument, ...]


class PestOverzichtService(PestToegang):
    """For who leads the pestzaken; others get GeenToegang."""

    def overzicht(self) -> PestOverzicht:
        """Everything of the page, as of now. Raises GeenToegang."""
        today = self._today()
        period = dit_schooljaar(today)
        with self._lezen() as rx:
            counted = _geteld(rx)
            groups = {one.zaak.id: one.zaak.groep for one in counted}
            running: dict[str, int] = {}
            for one in counted:
                if one.zaak.open:
                    running[one.zaak.groep] = running.get(one.zaak.groep, 0) + 1
            waits = tuple(
                Wacht(zaak_id, titel, groups.get(zaak_id, ""), day, words)
                for zaak_id, titel, day, words in pest_lezen.alles_wachtend(rx)
            )
            return PestOverzicht(
                tel(counted, period),
                tel(counted, period.jaar_eerder()),
                tuple(sorted(running.items(), key=lambda pair: (-pair[1], pair[0]))),
                tuple(sorted(waits, key=lambda one: (one.datum, one.zaak_id))),
                schooldocumenten.lijst(rx, schooldocumenten.ANTI_PEST),
            )

    # On paper

    def jaren(self) -> tuple[Periode, ...]:
        """The school years that paper may be about, newest first."""
        return jaren(self._today())

    def papier(self, periode: Periode) -> bytes:
        """The numbers of one of those years, the small ones kept back. Raises InvoerOnjuist, PapierFout,
        GeenToegang."""
        if periode not in self.jaren():
            raise InvoerOnjuist((Finding("periode", "Kies een schooljaar dat voorbij is."),))
        with self._lezen() as rx:
            counted, head = _geteld(rx), Briefhoofd.van(school_store.lees(rx))
        return jaarcijfers(head, tel(counted, periode), tel(counted, periode.jaar_eerder()), self._today())

    def papier_uit(self) -> None:
        """Note that numbers or the text for the schoolgids were printed. Raises GeenToegang."""
        with self._bak() as tx:
            tx.log("pest.cijfers_uit")

    def bewaar_papier(self, pdf: bytes, path: Path) -> None:
        """Write these bytes as a PDF where the user chose. Raises BestandNietBewaard, GeenToegang."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: self.papier_uit())

    # The own document

    @staticmethod
    def check_document(data: bytes) -> BijlageSoort:
        """What these bytes are, when they may be the own document: a PDF or a picture. Raises BijlageFout."""
        with zonder_incident():
            if data.startswith(_WORD):
                # a document of Word can change when it is opened; this program opens no other program
                raise BijlageFout(_GEEN_PDF, now=_MAAK_PDF)
            check_bestand(len(data))
            soort = soort_van(data)
            if soort is BijlageSoort.PDF:
                buiten_pdf.bladen(data)
        return soort

    def voeg_document_toe(self, naam: str, data: bytes) -> Outcome[int]:
        """Keep the coordinator's own anti-pestdocument, a PDF or a picture. Raises BijlageFout, GeenToegang."""
        soort = self.check_document(data)
        with self._bak() as tx:
            made = schooldocumenten.voeg_toe(tx, schooldocumenten.ANTI_PEST, schone_naam(naam, soort), soort, data)
            tx.log("pest.document")
        return Outcome(made, _DOCUMENTEN)

    def document_uit(self) -> None:
        """Note that a document was printed or left the kluis as a copy. Raises GeenToegang."""
        with self._bak() as tx:
            tx.log("pest.document_uit")

    def document(self, document_id: int) -> bytes:
        """The bytes of a document. Raises NietGevonden, GeenToegang."""
        with self._lezen() as rx:
            return schooldocumenten.lees(rx, document_id)

    def verwijder_document(self, document_id: int, *, verwijderd: bool = True) -> Outcome[int]:
        """Into the prullenbak or out of it. Raises NietGevonden, GeenToegang."""
        with self._bak() as tx:
            schooldocumenten.zet_verwijderd(tx, document_id, verwijderd=verwijderd)
            tx.log("pest.document_weg" if verwijderd else "pest.document_terug")
        return Outcome(document_id, _DOCUMENTEN)


def _geteld(rx: Rx) -> tuple[TelZaak, ...]:
    """Every pestzaak with what is counted of it."""
    tests, checks = pest_werk.laatste_toetsen(rx), pest_werk.alle_checks(rx)
    places: dict[int, set[str]] = {}
    for zaak_id, _day, place in pestzaken.plaatsen(rx):
        places.setdefault(zaak_id, set()).add(place.strip())
    return tuple(
        TelZaak(
            zaak,
            tests[zaak.id].uitkomst if zaak.id in tests else None,
            frozenset(places.get(zaak.id, ())),
            tuple(checks.get(zaak.id, ())),
            sum(line.soort is PestVerloop.HEROPEND for line in pestzaken.verloop(rx, zaak.id)),
        )
        for zaak in pestzaken.alle(rx, tuple(PestStatus))
    )
