"""Papers of a casus: begun with all that is known, checked, laid out, handed out and kept (demands 18, 68)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from svp_desktop.documents import raster
from svp_desktop.documents import text as zetwerk
from svp_desktop.documents.bladen import vensterproef
from svp_desktop.domain import datums, papier_controle, papier_opslag, waarborgen
from svp_desktop.domain import papier_vragen as vragen
from svp_desktop.domain.casus import (
    ActieDraft,
    CasusIsAfgesloten,
    CasusStatus,
    GedeeldMet,
    Overgeslagen,
    actie_draft_of,
    parse_actie,
)
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, UserFacing
from svp_desktop.domain.findings import Finding, blocking
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.papier import Ontvanger, Opmaak, PapierDraft, PapierSoort
from svp_desktop.domain.papier_controle import PapierBevinding, blokkerend
from svp_desktop.domain.papier_reeks import ReeksKeuze, ReeksVel, per_adres, samengevat
from svp_desktop.domain.papier_soorten import SPECS, sleutel_van, spec_van, verder
from svp_desktop.domain.papier_vragen import Ontbrekend
from svp_desktop.domain.uitreiken import PapierRegel, UitreikDraft, check_uitreiken, nog_te_geven
from svp_desktop.kluis import drafts
from svp_desktop.kluis.stores import casus_acties, casussen
from svp_desktop.kluis.stores import papieren as store
from svp_desktop.services import papier_opmaak, papier_reeks
from svp_desktop.services.brieftekst_lezen import lees_tekst
from svp_desktop.services.casus_acties import omgeving
from svp_desktop.services.casus_mensen import brief_gestuurd
from svp_desktop.services.papier_begin import lees_bekend, lees_feiten, voor_lezer, vul_draft
from svp_desktop.services.papier_nazicht import lees_nazicht

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx, Tx

_KEPT = Changes.of(Topic.PAPIEREN, Topic.CASUSSEN, Topic.CONCEPTEN)


class PapierenService:
    """Everything that the window asks about papers."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis, self._clock = kluis, clock

    # Making

    def begin(self, casus_id: int, soort: PapierSoort, bron_id: int | None = None) -> PapierDraft:
        """A paper of this casus with everything known filled in; what is not known is a visible open place.

        `bron_id` is the thuis-school or herstelgesprek that the paper is about. Raises NietGevonden,
        CasusIsAfgesloten, PapierFout (a paper about one child for the casus of a group, or the other way round).
        """
        spec = SPECS[soort]
        with self._kluis.school.reading() as rx:
            casus = casussen.lees(rx, casus_id)
            if casus.status is CasusStatus.AFGESLOTEN:
                raise CasusIsAfgesloten
            today = self._clock().date()
            known = lees_bekend(rx, casus_id, spec, today)
            facts = lees_feiten(rx, spec, casus_id, bron_id, today)
            known = voor_lezer(known, facts)
            draft = vul_draft(known, spec, lees_tekst(rx, soort, known.bouw), facts, today)
            return replace(draft, bron_id=bron_id)

    def enveloppen(self, draft: PapierDraft) -> tuple[Ontvanger, ...]:
        """The envelopes that are made, in order; empty for a paper without an address."""
        return tuple(item for item in draft.ontvangers if item.gekozen)

    def opmaken(self, draft: PapierDraft, envelop: int = 0) -> Opmaak:
        """The very bytes of the paper, for one of its envelopes (from 0). Raises PapierFout."""
        with self._kluis.school.reading() as rx:
            head, window = papier_opmaak.lees_hoofd(rx)
        return papier_opmaak.maak(draft, head, window, envelop)

    def vensterproef(self) -> bytes:
        """The sheet with which a school tries its own envelopes, with the address where its settings put it."""
        with self._kluis.school.reading() as rx:
            head, window = papier_opmaak.lees_hoofd(rx)
        return vensterproef.make(head, window).pdf

    def pagina(self, pdf: bytes, nummer: int, dpi: float) -> tuple[bytearray, int, int, int]:
        """A page (from 1) as pixels: bytes, width, height, bytes a row. Raises PapierFout."""
        image = raster.render(pdf, nummer, dpi)
        return image.data, image.width, image.height, image.stride

    def controleer(self, draft: PapierDraft) -> tuple[PapierBevinding, ...]:
        """What stops the paper, what asks for attention, and what is in order."""
        with self._kluis.school.reading() as rx:
            nazicht = lees_nazicht(rx, draft, self._clock().date())
        return papier_controle.controleer(draft, nazicht)

    def ontbreekt(self, draft: PapierDraft) -> tuple[Ontbrekend, ...]:
        """What the paper still asks, field by field with the reason."""
        return vragen.ontbreekt(draft)

    def vul_in(self, draft: PapierDraft, code: str, antwoord: str) -> PapierDraft | Finding:
        """The draft with the answer to one of those questions; a Finding when it is no day or time."""
        return vragen.vul_in(draft, code, antwoord, self._clock().date())

    def bestandsnaam(self, draft: PapierDraft, envelop: int = 0) -> str:
        """A neutral name for *PDF opslaan*: no child's name."""
        count = len(self.enveloppen(draft))
        number = f" {envelop + 1}" if count > 1 else ""
        return f"{spec_van(draft).titel} {self._clock():%Y-%m-%d}{number}.pdf"

    # Drafts as plain values

    def naar_dict(self, draft: PapierDraft) -> dict[str, Any]:
        """The draft as JSON values, to keep as a concept."""
        return papier_opslag.naar_dict(draft)

    def van_dict(self, stored: dict[str, Any]) -> PapierDraft:
        """A draft from a concept, to go on with today."""
        return verder(papier_opslag.van_dict(stored), self._clock().date())

    # Handing out

    def uitreiken(
        self, draft: PapierDraft, opmaak: Opmaak, uitreik: UitreikDraft, titel: str | None = None
    ) -> Outcome[int]:
        """Keep the paper as it was handed out: its bytes, the text, to whom, when and how; returns its id.

        The very same paper for the same reader on the same day is kept once: it was only printed again. Of a paper of
        which only some pages went out the concept stays, and no parent has had the letter.

        The concept also stays while a letter waits in another envelope.

        Raises InvoerOnjuist, NietGevonden, CasusIsAfgesloten.
        """
        today = self._clock().date()
        uitreik = schoon(uitreik)
        findings = blocking(check_uitreiken(uitreik, today))
        if findings:
            raise InvoerOnjuist(findings)
        day = datums.parse_datum(uitreik.datum, today)
        assert isinstance(day, date)
        with self._kluis.school.transaction() as tx:
            casus = casussen.lees(tx, draft.casus_id)
            if casus.status is CasusStatus.AFGESLOTEN:
                raise CasusIsAfgesloten
            with_action = uitreik.met_actie and spec_van(draft).actie
            action = _leg_actie_vast(tx, draft, uitreik, day, casus.eigenaar, today) if with_action else None
            new = store.NieuwPapier(
                casus_id=casus.id,
                soort=draft.soort.value,
                titel=titel or spec_van(draft).titel,
                vorige_id=uitreik.vorige_id,
                actie_id=action,
                uitgereikt_op=day,
                wijze=uitreik.wijze,
                aan=uitreik.lezer,
                paginas=opmaak.paginas,
                inhoud=papier_opslag.naar_dict(draft),
            )
            paper = (store.zelfde(tx, new, opmaak.pdf) if action is None else None) or store.voeg_toe(
                tx, new, opmaak.pdf
            )
            tx.log("papier.uitgereikt", paper)
            if not uitreik.bladzijden:
                brief_gestuurd(tx, casus.id, self._ouders(draft, uitreik.lezer), day)
                if not self._nog_te_geven(tx, draft):
                    drafts.drop(tx, sleutel_van(draft))
        return Outcome(paper, _KEPT)

    def nog_te_geven(self, draft: PapierDraft) -> tuple[str, ...]:
        """For whom an envelope of this very text was made that did not go out yet."""
        with self._kluis.school.reading() as rx:
            return self._nog_te_geven(rx, draft)

    def _nog_te_geven(self, rx: "Rx", draft: PapierDraft) -> tuple[str, ...]:
        had = store.lezers(rx, draft.casus_id, draft.soort.value, papier_opslag.naar_dict(draft))
        return nog_te_geven([item.vermelding for item in self.enveloppen(draft)], had)

    def _ouders(self, draft: PapierDraft, aan: str) -> set[int]:
        """The parents in the envelope with this name; when it was changed by hand, all who get the letter."""
        chosen = self.enveloppen(draft)
        named = [item for item in chosen if item.vermelding == aan]
        return {ouder for item in named or chosen for ouder in item.ouder_ids}

    # Several at once

    def reeks_keuzes(self, draft: PapierDraft) -> tuple[ReeksKeuze, ...]:
        """For whom this paper can be made too, the paper itself first; a letter that names no child goes to an address
        each. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            return papier_reeks.lees_keuzes(rx, draft)

    def reeks_vellen(self, draft: PapierDraft, keuze: ReeksKeuze, vorige_id: int | None = None) -> tuple[ReeksVel, ...]:
        """The papers of one choice, one an envelope; a single one that is held back when it is not ready.

        Of another child it is that child's own paper: what was typed for it before, else what its casus gives.
        `vorige_id` is the kept paper that `draft` corrects.
        """
        try:
            item, before = self._reeks_draft(draft, keuze, vorige_id)
            held = blokkerend(self.controleer(item))
            if held:
                return (ReeksVel(keuze, item, "", None, samengevat(held)),)
            to = [one.vermelding for one in self.enveloppen(item)] or [spec_van(item).aan(item.roepnaam)]
            made = (self.opmaken(item, at) for at in range(len(to)))
            return tuple(
                ReeksVel(keuze, item, name, paper, vorige_id=None if at else before)
                for at, (name, paper) in enumerate(zip(to, made, strict=True))
            )
        except UserFacing as error:
            return (ReeksVel(keuze, draft, "", None, (error.what,)),)

    def _reeks_draft(
        self, draft: PapierDraft, keuze: ReeksKeuze, vorige_id: int | None
    ) -> tuple[PapierDraft, int | None]:
        if keuze.ontvanger is not None:
            return replace(draft, ontvangers=(keuze.ontvanger,)), vorige_id
        if (keuze.casus_id, keuze.bron_id) == (draft.casus_id, draft.bron_id):
            return draft, vorige_id
        with self._kluis.school.reading() as rx:
            kept = papier_reeks.lees_concept(rx, keuze, draft)
        if kept is not None:
            return verder(kept[0], self._clock().date()), kept[1]
        return self.begin(keuze.casus_id, draft.soort, keuze.bron_id), None

    def reeks_bewaren(self, vellen: Sequence[ReeksVel]) -> Outcome[dict[int, int]]:
        """Keep what went out, each in the casus of its child, as a version after the one that it corrects; of one
        letter for many addresses one copy without an address. Returns the last whole paper that was kept in each casus.
        Raises as `uitreiken`."""
        ready = [item for item in vellen if item.opmaak is not None]
        if ready and per_adres(spec_van(ready[0].draft)):
            letter = replace(ready[0].draft, ontvangers=())
            to = f"ouders op {len(ready)} adressen" if len(ready) > 1 else ready[0].aan
            part = next((item.bladzijden for item in ready if item.bladzijden), "")
            hand_out = UitreikDraft(
                aan=to, vorige_id=ready[0].vorige_id, bladzijden="niet alle bladzijden" if part and ready[1:] else part
            )
            kept = self.uitreiken(letter, self.opmaken(letter), hand_out)
            return Outcome({} if part else {letter.casus_id: kept.value}, kept.changes)
        made: dict[int, int] = {}
        for item in ready:
            assert item.opmaak is not None
            hand_out = UitreikDraft(
                aan=item.aan or item.draft.roepnaam, vorige_id=item.vorige_id, bladzijden=item.bladzijden
            )
            kept = self.uitreiken(item.draft, item.opmaak, hand_out)
            if not item.bladzijden:
                made[item.draft.casus_id] = kept.value
        return Outcome(made, _KEPT)

    def reeks_bestandsnaam(self, draft: PapierDraft, nummer: int) -> str:
        """A neutral name for one file of a series: kind, day and number."""
        return f"{spec_van(draft).titel} {self._clock():%Y-%m-%d} {nummer}.pdf"

    def opgeslagen(self, draft: PapierDraft) -> None:
        """Note in the trail that a PDF of this casus went to the disk."""
        self._log("papier.pdf_opgeslagen", draft.casus_id)

    def afgedrukt(self, draft: PapierDraft) -> None:
        """Note in the trail that a paper of this casus was printed."""
        self._log("papier.afgedrukt", draft.casus_id)

    def _log(self, action: str, casus_id: int) -> None:
        with self._kluis.school.transaction() as tx:
            tx.log(action, casus_id)

    @staticmethod
    def vergeet() -> None:
        """Drop what was kept of letters to make the next one faster: the kluis is being locked."""
        zetwerk.forget()

    def lijst(self, casus_id: int) -> tuple[PapierRegel, ...]:
        """The papers of a casus as they were handed out, newest first."""
        with self._kluis.school.reading() as rx:
            return tuple(reversed(store.van_casus(rx, casus_id)))

    def regel(self, papier_id: int) -> PapierRegel:
        """One kept paper without its bytes. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            return store.lees(rx, papier_id)

    def lees(self, papier_id: int) -> tuple[PapierDraft, bytes]:
        """The text and the very bytes of a kept paper. Raises NietGevonden, BestandBeschadigd."""
        with self._kluis.school.reading() as rx:
            content, pdf = store.inhoud(rx, papier_id)
        return papier_opslag.van_dict(content), pdf


def _leg_actie_vast(tx: "Tx", draft: PapierDraft, uitreik: UitreikDraft, day: date, owner: str, today: date) -> int:
    """The action that the paper belongs to, done on the day of handing out: the one that was planned, or a new one.

    Raises InvoerOnjuist when a guard asks for a reason and there is none.
    """
    acties = casus_acties.van_casus(tx, draft.casus_id)
    code = spec_van(draft).actie
    planned = next((item for item in acties if item.actie == code and not item.gedaan), None)
    names = ", ".join(item.naam for item in draft.ondertekenaars)
    shared = frozenset({GedeeldMet.KIND, GedeeldMet.OUDERS})
    base = ActieDraft(code, wie=names or owner, gedeeld_met=shared) if planned is None else actie_draft_of(planned)
    note = "\n".join(part for part in (base.toelichting, f"Uitgereikt aan {uitreik.aan.strip()}.") if part)
    done = replace(base, datum=datums.kort(day), tot="", gedaan=True, toelichting=note)
    around = omgeving(tx, draft.casus_id, planned.id if planned else None)
    asked = [item for item in waarborgen.vragen(done, around, today) if item.reden_nodig]
    reden = uitreik.reden.strip()
    if asked and not reden:
        words = " ".join(f"{item.lead}: {item.tekst[:1].lower()}{item.tekst[1:]}" for item in asked)
        raise InvoerOnjuist((Finding("reden", f"{words} Schrijf waarom u toch verder gaat."),))
    skipped = tuple(Overgeslagen(item.waarborg.value, reden) for item in asked)
    inhoud = parse_actie(replace(done, overgeslagen=skipped), today)
    if planned is not None:
        casus_acties.wijzig(tx, planned.id, inhoud, planned.versie)
        tx.log("actie.gedaan", planned.id)
        return planned.id
    new = casus_acties.voeg_toe(tx, draft.casus_id, inhoud)
    tx.log("actie.nieuw", new)
    return new
