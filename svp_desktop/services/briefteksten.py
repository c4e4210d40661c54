"""The texts of the papers as the school edits them: with a preview, checks, and every earlier version (68, 149)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from svp_desktop.documents import fonts, lettergrepen, teksten, voorbeeldbrief
from svp_desktop.domain.brieftekst_controle import (
    VASTE_DELEN,
    controleer_tekst,
    veld_fouten,
    velden,
    velden_van,
    velden_van_wetszin,
    wet_weg,
)
from svp_desktop.domain.briefteksten import TekstRegel, TekstVersie, WetszinRegel
from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.leesbaarheid import vloeren
from svp_desktop.domain.papier import Opmaak, PapierDraft, PapierSoort
from svp_desktop.domain.papier_controle import Ernst, Nazicht, PapierBevinding, teksten_van
from svp_desktop.domain.papier_invulvelden import INVULVELDEN, Invulveld
from svp_desktop.domain.papier_soorten import SPECS
from svp_desktop.domain.papier_vullen import Brieftekst
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.wetszinnen import Wetszin
from svp_desktop.kluis.stores import briefteksten as store
from svp_desktop.kluis.stores import instellingen as instellingen_store
from svp_desktop.services import papier_opmaak
from svp_desktop.services.brieftekst_lezen import (
    REDEN,
    TEKST,
    lees_wetszinnen,
    sleutel,
    van_versie,
    wet_sleutel,
    wetszin_naar_dict,
    wetszin_van_versie,
)

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx

_CHANGED = Changes.of(Topic.INSTELLINGEN)
_OVERAL = frozenset({"roepnaam", "groep", "school", "telefoon", "leerkracht"})
_SHORTEST_REASON = 10
_REMOVED = "een verwijderd account"
_GEEN_REDEN = "Schrijf waarom dit nodig is, in een zin. Zo weet een ander later wat u bedoelde."


class BriefTekstenService:
    """Everything that the page about texts asks. A change counts for new papers; what was handed out stays as it is."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis, self._clock = kluis, clock

    # Texts

    def lijst(self) -> tuple[TekstRegel, ...]:
        """Every text, in the order of the papers."""
        with self._kluis.school.reading() as rx:
            own = store.eigen(rx)
        return tuple(
            TekstRegel(soort, bouw, SPECS[soort].titel, SPECS[soort].waarvoor, sleutel(soort, bouw) in own)
            for soort, bouw in teksten.standaardteksten()
        )

    def standaard(self, soort: PapierSoort, bouw: Bouw | None) -> Brieftekst:
        """The text of the program. Raises NietGevonden."""
        try:
            return teksten.standaardteksten()[soort, bouw]
        except KeyError as error:
            raise NietGevonden from error

    def lees(self, soort: PapierSoort, bouw: Bouw | None) -> Brieftekst:
        """The text that counts now. Raises NietGevonden."""
        standard = self.standaard(soort, bouw)
        with self._kluis.school.reading() as rx:
            return van_versie(store.huidig(rx, sleutel(soort, bouw)), standard)

    def versies(self, soort: PapierSoort, bouw: Bouw | None) -> tuple[TekstVersie, ...]:
        """What the school made of it, the newest first."""
        with self._kluis.school.reading() as rx:
            return self._versies(rx, sleutel(soort, bouw))

    def versie(self, soort: PapierSoort, bouw: Bouw | None, nummer: int) -> Brieftekst:
        """The text of an earlier version. Raises NietGevonden."""
        standard = self.standaard(soort, bouw)
        return van_versie(self._inhoud(sleutel(soort, bouw), nummer), standard)

    def velden(self, tekst: Brieftekst) -> tuple[Invulveld, ...]:
        """The fields that are offered for this paper, by their question: those of its standard text, and what may
        stand on any paper of its kind."""
        known = _bekend(tekst.soort) & (_OVERAL | velden(self.standaard(tekst.soort, tekst.bouw)))
        return tuple(veld for code, veld in INVULVELDEN.items() if code in known)

    def controleer(self, tekst: Brieftekst) -> tuple[PapierBevinding, ...]:
        """What must or may be changed, what holds it back first. Raises NietGevonden."""
        with self._kluis.school.reading() as rx:
            example = voorbeeldbrief.voorbeeld(tekst, lees_wetszinnen(rx))
            settings = Instellingen(instellingen_store.lees(rx))
        look = Nazicht(
            ontbrekende_tekens=fonts.missing(teksten_van(example), papier_opmaak.letter(example)),
            lettergrepen=lettergrepen.tel,
            vloeren=vloeren(settings.getal),
        )
        standard = self.standaard(tekst.soort, tekst.bouw)
        return controleer_tekst(tekst, standard, _bekend(tekst.soort), example, look)

    def reden_nodig(self, tekst: Brieftekst) -> bool:
        """Whether a sentence of the law went out of it, so that a reason must be kept. Raises NietGevonden."""
        return bool(wet_weg(tekst, self.standaard(tekst.soort, tekst.bouw)))

    def voorbeeld(self, tekst: Brieftekst) -> Opmaak:
        """The paper on invented data, with the letterhead of the school. Raises PapierFout."""
        with self._kluis.school.reading() as rx:
            head, window = papier_opmaak.lees_hoofd(rx)
            example: PapierDraft = voorbeeldbrief.voorbeeld(tekst, lees_wetszinnen(rx))
        return papier_opmaak.maak(example, head, window)

    def bewaar(self, tekst: Brieftekst, reden: str = "") -> Outcome[int]:
        """A new version of a text; the standard text itself is *terug naar standaard*. Returns its number.

        Raises NietGevonden, and InvoerOnjuist with the code of a block or part as its field, or "reden".
        """
        text, why = _netjes(tekst), schoon(reden).strip()
        held = [item for item in self.controleer(text) if item.ernst is Ernst.BLOKKEREND]
        findings = [Finding(item.blok_code or "", item.zin) for item in held]
        if self.reden_nodig(text) and len(why) < _SHORTEST_REASON:
            findings.append(Finding("reden", _GEEN_REDEN))
        if findings:
            raise InvoerOnjuist(tuple(findings))
        if text == self.standaard(text.soort, text.bouw):
            return self.naar_standaard(text.soort, text.bouw)
        content = {TEKST: teksten.brieftekst_naar_dict(text), REDEN: why}
        return self._zet(sleutel(text.soort, text.bouw), content, "brieftekst.zet")

    def naar_standaard(self, soort: PapierSoort, bouw: Bouw | None) -> Outcome[int]:
        """Back to the text of the program; the own versions stay to be read. Raises NietGevonden."""
        self.standaard(soort, bouw)
        return self._zet(sleutel(soort, bouw), {}, "brieftekst.standaard")

    def naar_dict(self, tekst: Brieftekst) -> dict[str, Any]:
        """A text as JSON values, to keep as a concept."""
        return teksten.brieftekst_naar_dict(tekst)

    def van_dict(self, stored: dict[str, Any]) -> Brieftekst:
        """A text from a concept."""
        return teksten.brieftekst_van_dict(stored)

    # Sentences of the law

    def wetszinnen(self) -> tuple[WetszinRegel, ...]:
        """Every sentence of the law with its source, the day it was checked and its versions."""
        shipped = teksten.wetszinnen()
        with self._kluis.school.reading() as rx:
            now = lees_wetszinnen(rx)
            return tuple(
                WetszinRegel(now[code], item.tekst, self._versies(rx, wet_sleutel(code)))
                for code, item in shipped.items()
            )

    def zet_wetszin(self, code: str, tekst: str, reden: str) -> Outcome[int]:
        """Other words for a sentence of the law, with the reason; it counts as checked today.

        Raises NietGevonden, and InvoerOnjuist for an empty sentence, an unknown field or no reason.
        """
        standard, words, why = self._wetszin(code), schoon(tekst).strip(), schoon(reden).strip()
        findings = []
        if not words:
            findings.append(Finding("tekst", "Laat deze zin niet leeg. De wet vraagt erom."))
        known = velden_van_wetszin(_bekend(PapierSoort.THUISSCHOOL_BRIEF))
        findings += [Finding("tekst", sentence) for _lead, sentence in veld_fouten(words, known)]
        if len(why) < _SHORTEST_REASON:
            findings.append(Finding("reden", _GEEN_REDEN))
        if findings:
            raise InvoerOnjuist(tuple(findings))
        return self._zet_wetszin(replace(standard, tekst=words, gecontroleerd_op=self._clock().date()), why)

    def wetszin_nagekeken(self, code: str) -> Outcome[int]:
        """Somebody looked whether the sentence still holds: kept with the day of today. Raises NietGevonden."""
        self._wetszin(code)
        with self._kluis.school.reading() as rx:
            now = lees_wetszinnen(rx)[code]
        return self._zet_wetszin(replace(now, gecontroleerd_op=self._clock().date()), "nagekeken")

    def wetszin_standaard(self, code: str) -> Outcome[int]:
        """Back to the sentence of the program. Raises NietGevonden."""
        self._wetszin(code)
        return self._zet(wet_sleutel(code), {}, "brieftekst.standaard")

    def wetszin_versie(self, code: str, nummer: int) -> Wetszin:
        """The sentence of an earlier version. Raises NietGevonden."""
        standard = self._wetszin(code)
        return wetszin_van_versie(self._inhoud(wet_sleutel(code), nummer), standard)

    @staticmethod
    def _wetszin(code: str) -> Wetszin:
        try:
            return teksten.wetszinnen()[code]
        except KeyError as error:
            raise NietGevonden from error

    def _zet_wetszin(self, zin: Wetszin, reden: str) -> Outcome[int]:
        return self._zet(wet_sleutel(zin.code), wetszin_naar_dict(zin, reden), "brieftekst.zet")

    # Both

    def _zet(self, key: store.Sleutel, content: dict[str, Any], action: str) -> Outcome[int]:
        with self._kluis.school.transaction() as tx:
            if store.huidig(tx, key) == content:
                return Outcome(max((row.versie for row in store.versies(tx, key)), default=0))
            number = store.voeg_toe(tx, key, content)
            tx.log(action, "/".join(filter(None, key)))
        return Outcome(number, _CHANGED)

    def _inhoud(self, key: store.Sleutel, number: int) -> dict[str, Any]:
        with self._kluis.school.reading() as rx:
            found = next((row for row in store.versies(rx, key) if row.versie == number), None)
        if found is None:
            raise NietGevonden
        return found.inhoud

    def _versies(self, rx: "Rx", key: store.Sleutel) -> tuple[TekstVersie, ...]:
        names = {user["id"]: user["login"] for user in self._kluis.ring["users"]}
        zone = self._clock().tzinfo
        return tuple(
            TekstVersie(
                row.versie,
                row.vastgelegd_op.astimezone(zone),
                names.get(row.account_id, _REMOVED),
                not row.inhoud,
                row.inhoud.get(REDEN, ""),
            )
            for row in store.versies(rx, key)
        )


def _netjes(tekst: Brieftekst) -> Brieftekst:
    """The text as it is kept: clean, without spaces around its fixed parts and without empty paragraphs."""
    fixed = {code: schoon(getattr(tekst, code)).strip() for code in VASTE_DELEN}
    blocks = tuple(
        replace(blok, alineas=tuple(alinea for alinea in blok.alineas if alinea.tekst.strip()))
        for blok in schoon(tekst.blokken)
    )
    return replace(tekst, blokken=blocks, **fixed)


def _bekend(soort: PapierSoort) -> frozenset[str]:
    return velden_van(SPECS[soort], teksten.standaardteksten().values())
