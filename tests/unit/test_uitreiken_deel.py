"""What of papers that were printed one after the other went out, in pages and in words."""

import pytest

from svp_desktop.domain.uitreiken import alleen_bladzijden, nog_te_geven, per_papier


def test_a_range_of_pages_is_divided_over_the_papers() -> None:
    assert [list(part) for part in per_papier(range(2, 5), (1, 2, 3))] == [[], [1, 2], [1]]


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (range(1, 5), ""),
        (range(3, 4), "alleen bladzijde 3"),
        (range(2, 4), "alleen bladzijde 2 en 3"),
        (range(2, 5), "alleen bladzijde 2 tot en met 4"),
    ],
)
def test_only_a_part_is_told(printed: range, words: str) -> None:
    assert alleen_bladzijden(printed, 4) == words


@pytest.mark.parametrize(
    ("had", "waiting"),
    [
        (set(), ("Anna", "Tom")),
        ({"Anna"}, ("Tom",)),
        ({"Anna", "Tom (alleen bladzijde 1)"}, ("Tom",)),
        ({"Anna", "Tom"}, ()),
        ({"de ouders"}, ()),
    ],
)
def test_who_still_gets_an_envelope(had: set[str], waiting: tuple[str, ...]) -> None:
    assert nog_te_geven(["Anna", "Tom"], had) == waiting
