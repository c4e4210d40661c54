"""A desk with one meldcode dossier, and what can stand in it; every name is made up."""

import uuid
from dataclasses import replace

from svp_desktop.domain.aantekeningen import Aard, DossierDraft
from svp_desktop.domain.meldcode import (
    BesluitStap,
    GesprekStap,
    MeldcodeAfspraak,
    MeldcodeGesprek,
    MeldcodeKind,
    MeldcodeKop,
    OverlegStap,
    SignalenStap,
    Uitspraak,
    VtAdvies,
    WeegAntwoordDraft,
)
from svp_desktop.domain.meldcode_keuzes import (
    DossierSoort,
    GesprekMet,
    Herkomst,
    JaNee,
    MeldWijze,
    MishandelVorm,
    Richting,
    Weegvraag,
)
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.kluis import maintenance
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import MELDCODE
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_papieren import MeldcodePapieren
from tests.documents.papers import flat

KEY = bytes(range(32))
HOOFD = Briefhoofd(
    "Basisschool De Vuurtoren", "Havenstraat 1", "6500 AB", "Zeestad", "024-1234567", "info@vuurtoren.nl"
)
FEIT = Uitspraak(
    "12-11-2026", "8.40", Aard.FEIT, Richting.BEVESTIGT, "Blauwe plek op de linkerarm.", "", Herkomst.EIGEN,
    "juf Marit", frozenset({MishandelVorm.LICHAMELIJK}),
)  # fmt: skip
MENING = replace(FEIT, aard=Aard.MENING, tekst="De vader is streng.", van="de buurvrouw", waarnemer="juf Marit",
                 herkomst=Herkomst.ANDER, vormen=frozenset())  # fmt: skip
VERMOEDEN = replace(MENING, aard=Aard.VERMOEDEN, tekst="Er is thuis misschien ruzie.", van="juf Marit")
GERUCHT = replace(FEIT, tekst="Zag een klap op het plein.", herkomst=Herkomst.ANDER, waarnemer="opa Henk")
GOED = replace(FEIT, datum="16-11-2026", tekst="Noor rent blij naar haar moeder.", richting=Richting.ONTKRACHT)


class Desk:
    """A compartment with its service, its papers, and one dossier."""

    def __init__(self, folder, clock):
        identity = Identity(str(uuid.uuid4()), str(uuid.uuid4()), "meldcode")
        maintenance.create(folder / "meldcode.db", bytearray(KEY), identity, MELDCODE, clock())
        self.compartment = Compartment.open(
            folder / "meldcode.db", bytearray(KEY), identity, MELDCODE, account_id="ilse", clock=clock
        )
        self.service = MeldcodeService(self.compartment, clock, lambda: {"ilse": "Ilse Bruins"})
        self.papers = MeldcodePapieren(self.compartment, clock, self.service, lambda: HOOFD, lambda: "Ilse Bruins")
        people = (
            MeldcodeKind("Noor van 't Hof", "groep 4", "3-4-2018"),
            MeldcodeKind("Mila van 't Hof", "zusje, 5 jaar"),
        )
        head = MeldcodeKop(
            DossierSoort.GEZIN, people, "vertrouwenspersoon", "Ilse Bruins", "Ilse Bruins", "Plek op de arm."
        )
        self.id = self.service.open(DossierDraft("Gezin van 't Hof", "groep 4"), head).value

    def record(self, *items):
        return [self.service.leg_vast(self.id, item).value for item in items]

    def text(self, soort):
        return flat(self.papers.maak(self.id, soort))


def through_all_steps(desk):
    """A dossier that went the whole way, to a melding with help beside it."""
    service, number = desk.service, desk.id
    desk.record(FEIT, MENING, VERMOEDEN, GERUCHT, GOED)
    signals = SignalenStap(
        "groepsleerkracht", "juf Marit", "16-11-2026", "Twee plekken in een week.",
        frozenset({MishandelVorm.LICHAMELIJK}), JaNee.JA, "Haar zusje Mila is 5.", "De jeugdarts keek op 17 november.",
    )  # fmt: skip
    service.rond_stap_af(number, 1, signals, 0)
    desk.record(
        VtAdvies("17-11-2026", "11.05", "Ilse Bruins", "mevrouw Smit", JaNee.NEE, "Wat nu?", "Praat met moeder.")
    )
    consult = OverlegStap("kwaliteitscoördinator", "Farid Aydin", frozenset(), "Farid Aydin, kwaliteitscoördinator",
                          "17-11-2026", "Bel om advies.", JaNee.JA)  # fmt: skip
    service.rond_stap_af(number, 2, consult, 0)
    for met, who in ((GesprekMet.OUDERS, "moeder"), (GesprekMet.KIND, "Noor")):
        desk.record(
            MeldcodeGesprek(
                "18-11-2026", "15.30", met, who, "juf Marit", "De plek op de arm.", "“Gevallen.”", "Contact."
            )
        )
    service.rond_stap_af(number, 3, GesprekStap("groepsleerkracht", "juf Marit", JaNee.JA, "", JaNee.JA), 0)
    for vraag, keuze in ((Weegvraag.VERMOEDEN, JaNee.JA), (Weegvraag.VEILIGHEID, JaNee.JA)):
        service.antwoord(number, vraag, WeegAntwoordDraft(keuze, f"Reden bij {vraag.value}.", "Farid Aydin"))
    decided = BesluitStap(
        "directeur", "Ilse Bruins", "19-11-2026", JaNee.JA, "Er is structurele onveiligheid.", "19-11-2026",
        MeldWijze.TELEFOON, "mevrouw Smit", JaNee.JA, None, "", JaNee.JA, "De wijkcoach helpt.",
    )  # fmt: skip
    service.bewaar_stap(number, 5, decided, 0)
    desk.record(
        MeldcodeAfspraak("19-11-2026", "Wijkcoach komt thuis.", "moeder", "wijkcoach", "wijkcoach", "10-12-2026")
    )
