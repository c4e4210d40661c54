"""Private dossiers through their service: consent, stamps, steps, time, destroying, and what the trail may know."""

import json
import uuid

import pytest

from svp_desktop.domain.aantekeningen import AantekeningDraft, DossierDraft, DossierIsGesloten, DossierNietLeeg
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import School
from svp_desktop.domain.vertrouwelijk import (
    HoeInstemming,
    InstemmingIngetrokken,
    KindInstemming,
    Klager,
    OudersWeten,
    ZaakAfloop,
    ZaakDraft,
    ZaakOnderwerp,
)
from svp_desktop.domain.vertrouwelijk_jaar import (
    DossierMoetBlijven,
    JaarTellingen,
    JaarverslagTeVroeg,
    Telregel,
    verslag,
)
from svp_desktop.domain.vertrouwenswerk import (
    Geleding,
    VerwijsInstemming,
    VerwijsNaar,
    WerkDraft,
    WerkSoort,
    ZaakNotitie,
    ZaakStapDraft,
    ZaakStapSoort,
)
from svp_desktop.kluis import maintenance, trail
from svp_desktop.kluis.checks import Identity
from svp_desktop.kluis.compartment import Compartment
from svp_desktop.kluis.revisions import EIGEN
from svp_desktop.services.vertrouwelijk import VertrouwelijkService
from svp_desktop.services.vertrouwelijk_jaar import VertrouwelijkJaarService

KEY = bytes(range(32))


class Bestand:
    """One private file with its services."""

    def __init__(self, folder, clock):
        path = folder / "eigen.db"
        identity = Identity(str(uuid.uuid4()), str(uuid.uuid4()), "eigen")
        maintenance.create(path, bytearray(KEY), identity, EIGEN, clock())
        self.compartment = Compartment.open(path, bytearray(KEY), identity, EIGEN, account_id="ilse", clock=clock)
        names = {"ilse": "Ilse Bruins"}
        self.zaken = VertrouwelijkService(self.compartment, clock, lambda: names)
        self.jaar = VertrouwelijkJaarService(
            self.compartment,
            clock,
            lambda: names,
            lambda: Briefhoofd.van(School("De Boei")),
            Instellingen,
            lambda: None,
        )

    def rows(self):
        """Every row of every table."""
        with self.compartment.reading() as rx:
            run = rx.connection.exec_driver_sql
            names = run("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
            return {name: [tuple(row) for row in run(f'SELECT * FROM "{name}"')] for name in names}


@pytest.fixture
def bestand(tmp_path, clock):
    made = Bestand(tmp_path, clock)
    yield made
    made.compartment.close()


def zaak(naam="Zonnebloem", **more):
    values = {
        "klager": Klager.KIND,
        "onderwerp": ZaakOnderwerp.PESTEN,
        "waarover": f"Verhaal van {naam}",
        "instemming": True,
        "instemming_van": naam,
        "instemming_op": "vandaag",
        "instemming_hoe": HoeInstemming.MONDELING,
        "leeftijd": "11",
        "kind_instemming": KindInstemming.JA,
        "ouders": OudersWeten.JA,
        "ouders_op": "gisteren",
    }
    return ZaakDraft(DossierDraft(naam, "groep 7"), **{**values, **more})


def notitie(tekst="Zonnebloem vertelde.", **stap):
    return ZaakNotitie(AantekeningDraft("vandaag", "", "Zonnebloem", None, tekst), ZaakStapDraft(**stap))


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"instemming": False}, "instemming"),
        ({"instemming_van": " "}, "instemming_van"),
        ({"instemming_op": "morgen"}, "instemming_op"),
        ({"klager": None}, "klager"),
        ({"leeftijd": "elf"}, "leeftijd"),
        ({"kind_instemming": None}, "kind_instemming"),
        ({"ouders": OudersWeten.NEE}, "ouders_reden"),
        ({"ouders_op": ""}, "ouders_op"),
    ],
)
def test_what_a_matter_lacks_stands_beside_its_field_and_nothing_is_opened(bestand, more, field):
    with pytest.raises(InvoerOnjuist) as stopped:
        bestand.zaken.open_zaak(zaak(**more))
    assert [finding.field for finding in stopped.value.findings] == [field]
    assert bestand.rows()["dossier"] == []


def test_the_stamp_is_of_the_consent_and_moves_only_with_another_consent(bestand, clock):
    number = bestand.zaken.open_zaak(zaak()).value
    first = clock()
    clock.now = first.replace(hour=15)
    bestand.zaken.wijzig_zaak(number, zaak(waarover="Meer"), 1)
    assert bestand.zaken.zaak(number).stempel == (first, "Ilse Bruins")
    bestand.zaken.wijzig_zaak(number, zaak(instemming_hoe=HoeInstemming.SCHRIFTELIJK), 2)
    assert bestand.zaken.zaak(number).stempel == (clock(), "Ilse Bruins")
    with pytest.raises(IntussenVeranderd):
        bestand.zaken.wijzig_zaak(number, zaak(), 1)


def test_what_a_child_wants_is_not_kept_of_an_adult(bestand):
    number = bestand.zaken.open_zaak(zaak(klager=Klager.OUDER)).value
    found = bestand.zaken.zaak(number).inhoud
    assert (found.leeftijd, found.kind_instemming, found.ouders) == (None, None, None)


def test_a_closed_dossier_and_one_without_consent_take_nothing(bestand):
    number = bestand.zaken.open_zaak(zaak()).value
    with pytest.raises(InvoerOnjuist):
        bestand.zaken.sluit_zaak(number, None)
    bestand.zaken.sluit_zaak(number, ZaakAfloop.GESTOPT)
    with pytest.raises(DossierIsGesloten):
        bestand.zaken.leg_stap_vast(number, notitie())
    bestand.zaken.heropen(number)
    assert bestand.zaken.zaak(number).afloop is None
    note = bestand.zaken.leg_stap_vast(number, notitie()).value
    with pytest.raises(DossierNietLeeg):
        bestand.zaken.trek_in(number)
    bestand.zaken.trek_instemming_in(number)
    for verb in (
        lambda: bestand.zaken.leg_stap_vast(number, notitie()),
        lambda: bestand.zaken.wijzig_stap(note, notitie("Anders"), 1),
        lambda: bestand.zaken.wijzig_zaak(number, zaak(), 1),
    ):
        with pytest.raises(InstemmingIngetrokken):
            verb()


def test_a_dossier_that_is_destroyed_leaves_not_a_word(bestand, clock):
    number = bestand.zaken.open_zaak(zaak()).value
    note = bestand.zaken.leg_stap_vast(number, notitie(soort=ZaakStapSoort.OPVANG, minuten="20")).value
    bestand.zaken.wijzig_stap(note, notitie("Zonnebloem zei iets anders."), 1)
    bestand.zaken.concepten.bewaar(f"aantekening:{number}", {"tekst": "Zonnebloem half"}, "Aantekening")
    other = bestand.zaken.open_zaak(zaak("Roos")).value
    bestand.zaken.sluit_zaak(number, ZaakAfloop.OPGELOST)
    with pytest.raises(DossierMoetBlijven):
        bestand.jaar.vernietig([number], "Klaar")
    with pytest.raises(JaarverslagTeVroeg):
        bestand.jaar.stel_vast(2026)
    clock.now = clock().replace(year=2027, month=8, day=2)
    bestand.jaar.stel_vast(2026)
    clock.now = clock().replace(month=9, day=1)
    with pytest.raises(DossierMoetBlijven):
        bestand.jaar.vernietig([number, other], "Klaar")
    bestand.jaar.vernietig([number], "De zaak is klaar.")
    rows = repr(bestand.rows())
    assert "Zonnebloem" not in rows
    assert "Roos" in rows
    [made] = bestand.jaar.vernietigingen()
    assert (made.dossiers, made.aantekeningen, made.reden) == (1, 1, "De zaak is klaar.")
    with pytest.raises(NietGevonden):
        bestand.zaken.zaak(number)


def test_time_and_work_are_counted_in_their_own_year(bestand):
    number = bestand.zaken.open_zaak(zaak()).value
    referral = {"soort": ZaakStapSoort.VERWIJZING, "naar": VerwijsNaar.EXTERNE, "instemming": VerwijsInstemming.KIND}
    gone = bestand.zaken.leg_stap_vast(number, notitie(minuten="500")).value
    bestand.zaken.haal_weg(gone)
    bestand.zaken.leg_stap_vast(number, notitie(minuten="20", **referral))
    for kind, group, minutes in ((WerkSoort.INFORMEREN, Geleding.MR, "30"), (WerkSoort.EERSTE_GESPREK, None, "15")):
        bestand.jaar.leg_werk_vast(WerkDraft(kind, "1-10-2026", minutes, group))
    bestand.jaar.leg_werk_vast(WerkDraft(WerkSoort.INTERVISIE, "1-6-2026", "60", None, False, "groepje"))
    counts = bestand.jaar.jaarverslag(2026).tellingen
    assert (counts.zaken, counts.minuten, counts.zonder_dossier) == (1, 65, 1)
    assert counts.verwijzingen == (Telregel("externe", 1),)
    assert counts.ingelicht == {Geleding.MR}
    assert bestand.jaar.jaarverslag(2025).tellingen.intervisie == 1


def test_a_report_of_few_dossiers_tells_only_that(bestand):
    few = JaarTellingen(zaken=9, klagers=(Telregel("kind", 9),), onderwerpen=(Telregel("seksueel", 9),))
    titles = [part.titel for part in verslag(few)]
    assert titles == ["Dossiers", "Eigen werk"]
    none, some = (verslag(JaarTellingen(zaken=number)) for number in (0, 4))
    assert none == some, "nobody learns whether anybody came at all"


def test_names_stand_in_no_line_of_the_trail_and_no_title_of_a_draft(bestand):
    number = bestand.zaken.open_zaak(zaak()).value
    bestand.zaken.leg_stap_vast(number, notitie())
    bestand.zaken.trek_instemming_in(number)
    bestand.jaar.vernietig([number], "Ingetrokken.")
    after = bestand.zaken.open_zaak(zaak("Roos")).value
    assert bestand.zaken.zaak(after).dossier.nummer == "2026-02", "a number that was destroyed is not given again"
    with bestand.compartment.reading() as rx:
        lines = [(line.action, line.object_id) for line in trail.read(rx)]
        assert trail.verify(rx)
    assert "Zonnebloem" not in json.dumps(lines)
    assert ("dossier.vernietigd", "1") in lines
