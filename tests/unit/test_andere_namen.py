"""Names of other children: found however they are typed, replaced, or the sentence is not used."""

from datetime import date

import pytest

from svp_desktop.domain.andere_namen import Vervanging, noemt, vervang_namen
from svp_desktop.domain.casus import CasusActie
from svp_desktop.domain.incident import IncidentInhoud, Mand, PlaatsBereik, Soort, SoortKeuze, SubSoort
from svp_desktop.domain.papier_feiten import gedragingen, grens, stappen, sterke_kanten, wat_gebeurde
from svp_desktop.domain.school import Naam

MEES = Naam("Mees", "", "Jansen")
SEM, LUKASZ, DAAN = Naam("Sem", "van der", "Berg"), Naam("Łukasz", "", "Şahin"), Naam("Daan", "", "’t Hart")
ROOS = Naam("Roos", "", "O'Brien")
OTHERS = (
    *(Vervanging(naam, "een klasgenoot") for naam in (SEM, LUKASZ, DAAN)),
    Vervanging(ROOS, "een ander kind"),
)


def inhoud(feiten, *soorten, mand=Mand.ROOD, datum=date(2026, 9, 15)):
    kinds = soorten or (SoortKeuze(Soort.VECHTPARTIJ),)
    return IncidentInhoud(datum, None, "Schoolplein", PlaatsBereik.BINNEN, kinds, mand, (), feiten)


def test_names_are_replaced_in_every_spelling():
    typed = "Mees en Sem van der Berg, LUKASZ SAHIN, Daan ’t Hart en Roos O’Brien. Van der Berg ook, een roos niet."
    assert vervang_namen(typed, OTHERS) == (
        "Mees en een klasgenoot, een klasgenoot, een klasgenoot en een ander kind. een klasgenoot ook, een roos niet."
    )


def test_several_of_one_kind_are_counted():
    assert vervang_namen("Sem, Daan en Łukasz huilden, Sem en Daan ook", OTHERS) == (
        "drie klasgenoten huilden, twee klasgenoten ook"
    )


def test_a_full_name_goes_before_a_shared_first_name():
    other = Vervanging(Naam("Sem", "", "Kok"), "een ander kind")
    assert vervang_namen("Sem Kok en Sem", (OTHERS[0], other)) == "een ander kind en een klasgenoot"


@pytest.mark.parametrize("text", ["sems tas", "Sem's tas", "ŁUKASZ’ jas", "bij 't hart", "lukasz", "de van der berg"])
def test_a_name_is_noticed_in_small_letters_and_with_an_s(text):
    assert noemt(text, (SEM, LUKASZ, DAAN))


@pytest.mark.parametrize("text", ["", "semester", "Semmie", "het hart", "een berging"])
def test_words_that_only_look_like_a_name_pass(text):
    assert not noemt(text, (SEM, LUKASZ, DAAN))


@pytest.mark.parametrize(
    ("feiten", "zin"),
    [
        ("Mees duwde Sem van de trap. Sem huilde.", "Op 15 september duwde je een klasgenoot van de trap."),
        ("Mees Jansen schold Lukasz en Sem uit!", "Op 15 september schold je twee klasgenoten uit."),
        ("Mees trok Daan ’t Hart aan de jas", "Op 15 september trok je een klasgenoot aan de jas."),
    ],
)
def test_facts_are_said_to_the_child(feiten, zin):
    assert gedragingen([inhoud(feiten)], MEES, OTHERS) == (zin,)


@pytest.mark.parametrize(
    "feiten",
    [
        "Mees slaat Sem.",  # the present has two forms
        "Sem sloeg Mees.",  # about another
        "Mees pakte Sems tas af.",  # a name that cannot be replaced
        "Mees sloeg hem.",  # whose he?
        "Mees pakte de tas van Sem en zijn jas.",
        "mees sloeg sem",
        "Mees schold juf Roos uit.",  # an adult with the first name of a child
        "Mees sloeg Mees.",
        "Mees was de dader.",
        "Mees sloeg " + "heel " * 20 + "hard.",
        "<b>Mees</b> \x00 sloeg",
        "",
    ],
)
def test_what_is_not_certain_becomes_an_open_place(feiten):
    (zin,) = gedragingen([inhoud(feiten)], MEES, OTHERS)
    assert zin == "Op 15 september [vul in: wat deed je? (schoolplein)]."


def test_the_last_three_serious_ones_are_told_oldest_first():
    days = [inhoud(f"Mees sloeg {day} keer.", datum=date(2026, 9, day)) for day in (9, 3, 5, 7)]
    calm = inhoud("Mees riep.", mand=Mand.GEEL, datum=date(2026, 9, 10))
    told = gedragingen([*days, calm], MEES, OTHERS)
    assert [zin.split()[1] for zin in told] == ["5", "7", "9"]


def test_green_tells_what_went_well():
    found = [
        inhoud("Mees hielp Roos met rekenen.", mand=Mand.GROEN),
        inhoud("Mees was lief voor haar.", mand=Mand.GROEN),
    ]
    assert sterke_kanten(found, MEES, OTHERS) == ("Op 15 september hielp je een ander kind met rekenen.",)


def test_the_limit_comes_from_the_kinds():
    found = [
        inhoud("x", SoortKeuze(Soort.AGRESSIE, (SubSoort.VERBAAL,)), SoortKeuze(Soort.BEDREIGING)),
        inhoud("x", SoortKeuze(Soort.BEDREIGING), SoortKeuze(Soort.SEKSUELE_INTIMIDATIE)),
        inhoud("x", SoortKeuze(Soort.VERNIELING), mand=Mand.GEEL),
    ]
    assert grens(found) == "Schelden en dreigen"
    assert grens([inhoud("x", SoortKeuze(Soort.ONGEVAL))]) == ""


def test_only_plans_become_steps_and_each_once():
    def action(number, code, gedaan):
        return CasusActie(number, 1, code, date(2026, 9, 20), None, "", frozenset(), "", "", "", gedaan)

    acties = [action(1, "bookmark", False), action(2, "bookmark", False), action(3, "dagstart", True)]
    assert stappen(acties) == ("Wij zeggen kort stop als iets niet kan.",)


def test_a_group_hears_of_the_same_kind_once_with_its_days():
    online = SoortKeuze(Soort.ONLINE)
    told = wat_gebeurde(
        (
            inhoud("", online, datum=date(2026, 11, 21)),
            inhoud("", datum=date(2026, 11, 12)),
            inhoud("", online, datum=date(2026, 11, 9)),
        )
    )
    assert told == (
        "Op 9 november en op 21 november werden nare berichten gestuurd.",
        "Op 12 november werd er gevochten.",
    )
