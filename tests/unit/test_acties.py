"""The catalogue of the plan: 17 actions in the plan's order, with the plan's own pijlers (demands 60-77)."""

from svp_desktop.domain.acties import ACTIE_VAN_CODE, ACTIES, Frequentie, Pijler

# The plan's table, as first letters of the pijlers.
PLAN = ["AR", "RA", "ZV", "AZ", "NA", "RV", "RVN", "RVZ", "ANV", "ANV", "NVA", "NVA", "NVRA", "NVA", "VNA", "-", "-"]


def test_the_catalogue_is_the_plans():
    first = {pijler.name[0]: pijler for pijler in Pijler}
    assert [action.nummer for action in ACTIES] == list(range(1, 18))
    assert [set(action.pijlers) for action in ACTIES] == [
        {first[letter] for letter in letters if letter in first} for letters in PLAN
    ]


def test_codes_are_unique_and_short():
    assert len(ACTIE_VAN_CODE) == 17
    assert all(code.isascii() and len(code) <= 32 for code in ACTIE_VAN_CODE)


def test_from_daily_to_very_rarely():
    order = list(Frequentie)
    ranks = [order.index(action.frequentie) for action in ACTIES[:15]]
    assert ranks == sorted(ranks)


def test_no_word_of_punishment():
    assert not any("straf" in f"{action.naam} {action.omschrijving}".casefold() for action in ACTIES)
