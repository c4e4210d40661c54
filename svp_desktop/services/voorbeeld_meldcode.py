"""What the vertrouwenspersoon of the voorbeeldschool has on her desk: a meldcode dossier in step 4, a private one."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from svp_desktop.domain.aantekeningen import AantekeningDraft, Aard, DossierDraft
from svp_desktop.domain.datums import kort
from svp_desktop.domain.meldcode import (
    GesprekStap,
    MeldcodeGesprek,
    MeldcodeKind,
    MeldcodeKop,
    MeldcodeTermijn,
    OverlegStap,
    SignalenStap,
    StapInhoud,
    StukInhoud,
    Uitspraak,
    VtAdvies,
    WeegAntwoordDraft,
)
from svp_desktop.domain.meldcode_keuzes import (
    DossierSoort,
    GesprekMet,
    Herkomst,
    JaNee,
    MishandelVorm,
    Richting,
    Weegvraag,
)
from svp_desktop.domain.vertrouwelijk import GeprobeerdBij, HoeInstemming, Klager, ZaakDraft, ZaakOnderwerp
from svp_desktop.domain.vertrouwenswerk import ZaakNotitie, ZaakStapDraft, ZaakStapSoort

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

_ILSE, _ANOUK, _FARID = "juf Ilse", "juf Anouk", "meester Farid"
_ADVISER = "mevrouw Smit"


def vul(werkplek: "Werkplek") -> None:
    """Both dossiers, with days that fit the day of today."""
    _Desk(werkplek).vul()


class _Desk:
    def __init__(self, werkplek: "Werkplek") -> None:
        self._work, self._today = werkplek, werkplek.today()

    def vul(self) -> None:
        """Both dossiers."""
        self._meldcode()
        self._vertrouwelijk()

    def _day(self, back: int) -> str:
        return kort(_workday(self._today - timedelta(days=back)))

    # -- meldcode

    def _meldcode(self) -> None:
        service = self._work.meldcode
        child = MeldcodeKind("Isa Koster", "Onderbouw Zon", "21-04-2019")
        head = MeldcodeKop(DossierSoort.KIND, (child,), "groepsleerkracht", _ANOUK, _ILSE, "Een blauwe plek bij gym.")
        dossier_id = service.open(DossierDraft("Isa Koster", "Onderbouw Zon"), head).value
        for said in self._statements():
            service.leg_vast(dossier_id, said)
        for number, (around, step) in enumerate(self._steps(), 1):
            for record in around:
                service.leg_vast(dossier_id, record)
            service.rond_stap_af(dossier_id, number, step, 0)
        reason = "Er zijn meer signalen, en moeder vertelt dat het thuis onrustig is."
        service.antwoord(dossier_id, Weegvraag.VERMOEDEN, WeegAntwoordDraft(JaNee.JA, reason, _FARID))
        again = kort(_workday(self._today + timedelta(days=3)))
        service.leg_vast(dossier_id, MeldcodeTermijn(self._day(0), again, "Bel moeder hoe het nu gaat."))

    def _statements(self) -> tuple[Uitspraak, ...]:
        own, told = Herkomst.EIGEN, Herkomst.ANDER
        yes, no = Richting.BEVESTIGT, Richting.ONTKRACHT
        body = frozenset({MishandelVorm.LICHAMELIJK})
        hunger = frozenset({MishandelVorm.LICHAMELIJK_VERWAARLOOSD})
        fact, view, guess = Aard.FEIT, Aard.MENING, Aard.VERMOEDEN
        return (
            Uitspraak(
                self._day(15), "", fact, yes, "Blauwe plek op de linkerarm, 3 cm, bij gym.", "", own, _ANOUK, body
            ),
            Uitspraak(self._day(11), "", fact, yes, "Vijf keer zonder eten op school.", "", own, _ANOUK, hunger),
            Uitspraak(self._day(12), "", view, yes, "“Ik wil niet naar huis, het is er druk.”", "Isa", told, _ANOUK),
            Uitspraak(self._day(12), "", guess, yes, "Er is thuis mogelijk vaak ruzie.", _ANOUK, own, _ANOUK),
            Uitspraak(self._day(6), "", fact, no, "Moeder toonde een foto van een val met de fiets.", "", own, _ANOUK),
        )

    def _steps(self) -> tuple[tuple[tuple[StukInhoud, ...], StapInhoud], ...]:
        advice = VtAdvies(
            self._day(11),
            "16.10",
            _ILSE,
            _ADVISER,
            JaNee.NEE,
            "Wat doen wij nu?",
            "Voer het gesprek met moeder en kind.",
        )
        talks = tuple(
            MeldcodeGesprek(
                self._day(6), at, met, who, _ANOUK, "Wat wij zagen bij gym.", reaction, "Wij bellen volgende week."
            )
            for at, met, who, reaction in (
                ("14.15", GesprekMet.KIND, "Isa", "“Ik was gevallen. Thuis schreeuwen ze.”"),
                ("15.30", GesprekMet.OUDERS, "moeder", "Zij schrok. Zij wil hulp."),
            )
        )
        return (
            (
                (),
                SignalenStap("groepsleerkracht", _ANOUK, self._day(11), "Een plek, honger, en Isa wil niet naar huis."),
            ),
            (
                (advice,),
                OverlegStap(
                    "kwaliteitscoördinator", _FARID, frozenset(), _FARID, self._day(11), "Vraag advies.", JaNee.JA
                ),
            ),
            (talks, GesprekStap("groepsleerkracht", _ANOUK, JaNee.JA, "", JaNee.JA)),
        )

    # -- vertrouwelijk

    def _vertrouwelijk(self) -> None:
        kinds = [kind for kind in self._work.soorten if kind not in ("school", "meldcode")]
        for kind in kinds:
            service = self._work.vertrouwelijk(kind)
            matter = ZaakDraft(
                DossierDraft("Moeder van Tygo Scholten", "Onderbouw Maan"),
                klager=Klager.OUDER,
                onderwerp=ZaakOnderwerp.ONDERLING,
                waarover="Zij voelt zich niet gehoord over de ruzies op het plein.",
                geprobeerd_bij=frozenset({GeprobeerdBij.LEERKRACHT}),
                geprobeerd="Twee gesprekken met de leerkracht.",
                instemming=True,
                instemming_van="moeder",
                instemming_op=self._day(8),
                instemming_hoe=HoeInstemming.MONDELING,
            )
            dossier_id = service.open_zaak(matter).value
            note = AantekeningDraft(
                self._day(8), "15.30", "moeder", None, "Zij vertelde rustig wat er was. Wij spraken af dat ik meega."
            )
            service.leg_stap_vast(dossier_id, ZaakNotitie(note, ZaakStapDraft(ZaakStapSoort.GESPREK, "40")))


def _workday(day: date) -> date:
    """This day, or the Friday before when it is in a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
