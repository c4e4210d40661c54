"""The verbs around the matters of a private file: own work, jaarverslag, destroying, hand-over (demands 112-120)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import op_een_regel, schone_tekst
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.vertrouwelijk_jaar import (
    BewaarRegel,
    DossierMoetBlijven,
    Jaarverslag,
    JaarverslagInhoud,
    JaarverslagTeVroeg,
    Overdracht,
    Vernietigd,
    bewaar_regel,
    jaar_grenzen,
    voorbij,
)
from svp_desktop.domain.vertrouwenswerk import (
    Geleding,
    VerwijsNaar,
    Werk,
    WerkDraft,
    ZaakStapInhoud,
    ZaakStapSoort,
    check_werk,
    parse_werk,
)
from svp_desktop.kluis import drafts
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.stores import vertrouwelijk as matters
from svp_desktop.kluis.stores import vertrouwelijk_jaar as store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import bestand
from svp_desktop.services.concepten import ConceptenService

if TYPE_CHECKING:
    from svp_desktop.services.sleutels import SleutelsService

WEKEN = "vertrouwelijk_weken"
CONCEPT_OVERDRACHT = "overdracht:nieuw"
_LANGSTE_REDEN = 300


def werk_sleutel(werk_id: int | None = None) -> str:
    """The key of the draft of new work, or of the correction of a line."""
    return f"werk:{werk_id or 'nieuw'}"


def jaar_sleutel(schooljaar: int) -> str:
    """The key of the draft of the texts of a jaarverslag."""
    return f"jaarverslag:{schooljaar}"


class VertrouwelijkJaarService:
    """Everything around the dossiers of one private file. `namen()` gives names of accounts by id."""

    def __init__(
        self,
        compartment: Compartment,
        clock: Callable[[], datetime],
        namen: Callable[[], Mapping[str, str]],
        hoofd: Callable[[], Briefhoofd],
        waarden: Callable[[], Instellingen],
        sleutels: "Callable[[], SleutelsService]",
    ) -> None:
        self._compartment, self._clock, self._namen = compartment, clock, namen
        with compartment.reading() as rx:
            self._account_id = rx.account_id
        self._hoofd, self._waarden, self._sleutels = hoofd, waarden, sleutels
        self.concepten = ConceptenService(compartment, clock)

    @property
    def alleen_lezen(self) -> bool:
        """Whether this is an older copy, in which nothing is saved."""
        return self._compartment.read_only

    # Own work

    def werk(self, schooljaar: int) -> tuple[Werk, ...]:
        """The lines of work of a school year, the newest first."""
        with self._compartment.reading() as rx:
            rows = store.werk_van(rx, *jaar_grenzen(schooljaar))
        return tuple(
            Werk(row.id, row.versie, row.inhoud, self._hier(row.vastgelegd_op), self._naam(row.account_id))
            for row in rows
        )

    def ingelicht(self, schooljaar: int) -> dict[Geleding, date]:
        """Which geledingen were informed in a school year, and when last (112)."""
        found: dict[Geleding, date] = {}
        for one in self.werk(schooljaar):
            if one.inhoud.geleding is not None:
                found.setdefault(one.inhoud.geleding, one.inhoud.datum)
        return found

    def minuten(self, schooljaar: int) -> int:
        """The time that was written down in a school year, with matters and without."""
        with self._compartment.reading() as rx:
            return store.tel(rx, schooljaar).minuten

    def check_werk(self, draft: WerkDraft) -> tuple[Finding, ...]:
        """What is wrong with a line of work, field by field."""
        return check_werk(draft, self._today())

    def leg_werk_vast(self, draft: WerkDraft) -> Outcome[int]:
        """Record work; returns its id. Raises InvoerOnjuist."""
        _stop_bij(self.check_werk(draft))
        with self._compartment.transaction() as tx:
            werk_id = store.voeg_werk_toe(tx, parse_werk(draft, self._today()))
            drafts.drop(tx, werk_sleutel())
            tx.log("werk.nieuw", werk_id)
        return Outcome(werk_id)

    def wijzig_werk(self, werk_id: int, draft: WerkDraft, versie: int) -> Outcome[int]:
        """Correct version `versie` of a line. Raises InvoerOnjuist, IntussenVeranderd."""
        _stop_bij(self.check_werk(draft))
        with self._compartment.transaction() as tx:
            store.wijzig_werk(tx, werk_id, parse_werk(draft, self._today()), versie)
            drafts.drop(tx, werk_sleutel(werk_id))
            tx.log("werk.gewijzigd", werk_id)
        return Outcome(werk_id)

    def haal_werk_weg(self, werk_id: int) -> Outcome[int]:
        """Take a line away. Raises NietGevonden."""
        return self._zet_werk(werk_id, weg=True)

    def zet_werk_terug(self, werk_id: int) -> Outcome[int]:
        """Put back a line that was taken away. Raises NietGevonden."""
        return self._zet_werk(werk_id, weg=False)

    def _zet_werk(self, werk_id: int, *, weg: bool) -> Outcome[int]:
        with self._compartment.transaction() as tx:
            store.zet_werk_weg(tx, werk_id, tx.now if weg else None)
            drafts.drop(tx, werk_sleutel(werk_id))
            tx.log("werk.weggehaald" if weg else "werk.teruggezet", werk_id)
        return Outcome(werk_id)

    # Jaarverslag

    def jaarverslag(self, schooljaar: int) -> Jaarverslag:
        """The report: with its own counts when it was made up, else with those of today."""
        with self._compartment.reading() as rx:
            row = store.jaarverslagen(rx).get(schooljaar)
            content = row.inhoud if row else JaarverslagInhoud()
            counts = content.tellingen or store.tel(rx, schooljaar)
        made = self._hier(row.vastgesteld_op).date() if row and row.vastgesteld_op else None
        return Jaarverslag(schooljaar, counts, content.opvallend, content.advies, made)

    def bewaar_jaarverslag(self, schooljaar: int, opvallend: str, advies: str) -> Outcome[int]:
        """Keep the texts of a report; the counts stay what they are."""
        with self._compartment.transaction() as tx:
            row = store.jaarverslagen(tx).get(schooljaar)
            content = row.inhoud if row else JaarverslagInhoud()
            content = replace(content, opvallend=_netjes(opvallend), advies=_netjes(advies))
            store.bewaar_jaarverslag(tx, schooljaar, content, row.vastgesteld_op if row else None)
            drafts.drop(tx, jaar_sleutel(schooljaar))
            tx.log("jaarverslag.tekst", schooljaar)
        return Outcome(schooljaar)

    def stel_vast(self, schooljaar: int) -> Outcome[int]:
        """Make the report up: its counts stay as they are now. Raises JaarverslagTeVroeg before the year is over."""
        if not voorbij(schooljaar, self._today()):
            raise JaarverslagTeVroeg
        with self._compartment.transaction() as tx:
            row = store.jaarverslagen(tx).get(schooljaar)
            if row is None or row.vastgesteld_op is None:
                content = row.inhoud if row else JaarverslagInhoud()
                content = replace(content, tellingen=store.tel(tx, schooljaar))
                store.bewaar_jaarverslag(tx, schooljaar, content, tx.now)
                tx.log("jaarverslag.vastgesteld", schooljaar)
        return Outcome(schooljaar)

    def papier(self, schooljaar: int) -> bytes:
        """A report that was made up, on paper. Raises JaarverslagTeVroeg, PapierFout."""
        from svp_desktop.documents.reports.jaarverslag_vertrouwelijk import jaarverslag

        report = self.jaarverslag(schooljaar)
        if report.vastgesteld_op is None:
            raise JaarverslagTeVroeg
        return jaarverslag(self._hoofd(), report)

    def bewaar_papier(self, schooljaar: int, pdf: bytes, path: Path) -> None:
        """Save the report that was looked at. Raises BestandNietBewaard."""
        bestand.schrijf(
            path, lambda stream: stream.write(pdf), lambda _size: self._uit("jaarverslag.opgeslagen", schooljaar)
        )

    def afgedrukt(self, schooljaar: int) -> None:
        """Note that the report went to the printer."""
        self._uit("jaarverslag.afgedrukt", schooljaar)

    def _uit(self, code: str, schooljaar: int) -> None:
        with self._compartment.transaction() as tx:
            tx.log(code, schooljaar)

    # Keeping and destroying

    def bewaarde(self) -> tuple[BewaarRegel, ...]:
        """The dossiers that may have to go, and where each stands."""
        with self._compartment.reading() as rx:
            return self._regels(rx)

    def vernietig(self, dossier_ids: Sequence[int], reden: str) -> Outcome[int]:
        """Wipe these dossiers and keep a certificate without names; returns its id.

        Raises InvoerOnjuist, DossierMoetBlijven: nothing is destroyed then.
        """
        words = op_een_regel(reden)
        if not words or len(words) > _LANGSTE_REDEN:
            text = "Schrijf kort op waarom. Schrijf er geen namen in: dit komt op de verklaring."
            raise InvoerOnjuist((Finding("reden", text),))
        if not dossier_ids:
            raise InvoerOnjuist((Finding("dossiers", "Kies ten minste één dossier."),))
        with self._compartment.transaction() as tx:
            ready = {one.dossier.id: one.dossier for one in self._regels(tx) if one.kan_weg}
            if not set(dossier_ids) <= set(ready):
                raise DossierMoetBlijven
            notes = sum(matters.vernietig(tx, dossier_id) for dossier_id in dossier_ids)
            made = store.noteer_vernietiging(tx, [ready[one] for one in dossier_ids], notes, words)
            tx.log("dossier.vernietigd", made)
        return Outcome(made)

    def vernietigingen(self) -> tuple[Vernietigd, ...]:
        """What was destroyed, the newest first."""
        with self._compartment.reading() as rx:
            rows = store.vernietigingen(rx)
        return tuple(
            Vernietigd(one, self._hier(at), self._naam(who), what["dossiers"], what["aantekeningen"], what["reden"])
            for one, at, who, what in rows
        )

    def verklaring(self, vernietigd: Vernietigd) -> bytes:
        """The certificate on paper. Raises PapierFout."""
        from svp_desktop.documents.bladen.vernietigde_dossiers import vernietigde_dossiers

        return vernietigde_dossiers(self._hoofd(), vernietigd)

    def _regels(self, rx: Rx) -> tuple[BewaarRegel, ...]:
        reports = store.jaarverslagen(rx)
        made = {year: self._hier(row.vastgesteld_op).date() for year, row in reports.items() if row.vastgesteld_op}
        weeks = self._waarden().getal(WEKEN)
        return tuple(bewaar_regel(one, made, weeks, self._today()) for one in store.bewaarde(rx))

    # Hand-over

    def opvolgers(self) -> tuple[tuple[str, str, bool], ...]:
        """Every other vertrouwenspersoon who can come in: id, name, and whether there is a key already."""
        return self._sleutels().medehouders()

    @staticmethod
    def check_bericht(tekst: str) -> str:
        """The note, cleaned. Raises InvoerOnjuist when there is none."""
        words = _netjes(tekst)
        if not words:
            raise InvoerOnjuist((Finding("tekst", "Schrijf op wat wie het overneemt moet weten."),))
        return words

    def draag_over(self, tekst: str, aan: str | None = None) -> Outcome[int]:
        """Keep a note for who takes over, and give this account (None: nobody) a key of the file.

        Raises InvoerOnjuist, SleutelOnbekend, GeenToegang: then no note is kept either.
        """
        words = self.check_bericht(tekst)
        if aan is not None and not any(one == aan and holds for one, _name, holds in self.opvolgers()):
            self._sleutels().geef_medehouder(aan)
        with self._compartment.transaction() as tx:
            store.noteer_overdracht(tx, words, aan)
            drafts.drop(tx, CONCEPT_OVERDRACHT)
            tx.log("overdracht.genoteerd", aan or "")
        return Outcome(0)

    def overdrachten(self) -> tuple[Overdracht, ...]:
        """The notes for who takes over, the newest first."""
        with self._compartment.reading() as rx:
            rows = store.overdrachten(rx)
        return tuple(
            Overdracht(self._hier(at), self._naam(who), self._naam(to or ""), text) for at, who, to, text in rows
        )

    # The sheet of a referral

    def verwijsblad(self, stap: ZaakStapInhoud, dag: date) -> bytes:
        """What somebody takes home after a referral or help with a klacht: where and how, never why (116, 117).

        Raises PapierFout.
        """
        from svp_desktop.documents.bladen.verwijsblad import KLACHT, VERWIJZING, Verwijsblad, verwijsblad

        words = self._waarden()
        me = self._naam(self._account_id)
        if stap.soort is ZaakStapSoort.KLACHT:
            sheet = Verwijsblad(KLACHT, stap.klacht_bij, "", dag, me, words.lijst("vertrouwen_klachtblad"))
        else:
            assert stap.naar is not None
            known = words.tekst("vertrouwen_extern") if stap.naar is VerwijsNaar.EXTERNE else ""
            whom = label(stap.naar)
            sheet = Verwijsblad(VERWIJZING, whom, known, dag, me, words.lijst("vertrouwen_verwijsblad"))
        return verwijsblad(self._hoofd(), sheet)

    # Inside

    def _today(self) -> date:
        return self._clock().date()

    def _hier(self, moment: datetime) -> datetime:
        return moment.astimezone(self._clock().tzinfo)

    def _naam(self, account_id: str) -> str:
        return self._namen().get(account_id, "")


def _netjes(text: str) -> str:
    return schone_tekst(text).strip()


def _stop_bij(findings: tuple[Finding, ...]) -> None:
    if blocking(findings):
        raise InvoerOnjuist(findings)
