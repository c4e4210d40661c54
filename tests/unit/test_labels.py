import inspect
from enum import Enum

import pytest

from svp_desktop.domain import acties, casus, incident, school
from svp_desktop.domain.labels import LABELS, SOORT_VOLUIT, label

# Kinds of lines that are shown as whole sentences.
WITHOUT_A_WORD = {casus.Verloop}
ENUMS = sorted(
    {
        found
        for module in (acties, casus, incident, school)
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, Enum) and found.__module__ == module.__name__ and found not in WITHOUT_A_WORD
    },
    key=lambda found: found.__name__,
)


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_stored_code_has_its_own_dutch_word(kind):
    words = [label(code) for code in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_codes_are_short_ascii_and_not_the_words():
    for code in LABELS:
        assert code.value.isascii()
        assert code.value == code.value.lower()
        assert " " not in code.value


def test_every_kind_has_the_wording_of_the_plan():
    assert list(SOORT_VOLUIT) == list(incident.Soort)


def test_no_word_speaks_of_punishment():
    assert not [word for word in (*LABELS.values(), *SOORT_VOLUIT.values()) if "straf" in word.lower()]
