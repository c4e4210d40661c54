"""The address in a window envelope: always whole in sight, and nothing else ever but the return line."""

from dataclasses import replace
from types import ModuleType
from typing import NamedTuple

import pytest

from svp_desktop.documents.vormen import brief
from svp_desktop.domain.papier import Venster


class Envelope(NamedTuple):
    """Envelope and window in mm; the window from the top left of the envelope. The sheet is folded at 105."""

    width: float
    height: float
    x: float
    y: float
    window_width: float
    window_height: float

    def ever(self) -> tuple[float, float, float, float]:
        """The part of the page that shows with the sheet anywhere in the envelope."""
        slide_x, slide_y = self.width - 210, self.height - 105
        return self.x - slide_x, self.y - slide_y, self.x + self.window_width, self.y + self.window_height

    def always(self) -> tuple[float, float, float, float]:
        """The part of the page that shows wherever the sheet lies."""
        slide_x, slide_y = self.width - 210, self.height - 105
        return self.x, self.y, self.x + self.window_width - slide_x, self.y + self.window_height - slide_y


ENVELOPES = [
    Envelope(220, 110, 20, 50, 90, 45),
    Envelope(220, 110, 20, 50, 110, 40),
    Envelope(229, 114, 15, 54, 100, 35),
]
ADDRESSES = [
    ("Mevrouw A. Yıldız", "Kompasstraat 4", "1234 AD  WATERSTAD"),
    ("Mevrouw S. van den Berg", "De heer Ł. Nowak", "Loodsplein 21", "1234 AC  WATERSTAD"),
    ("Mevrouw S. van den Berg", "De heer Ł. Nowak", "p/a Stichting De Boei", "Loodsplein 21", "1234 AC  WATERSTAD"),
    ("Mevrouw W.A.M. van Oudheusden-Schimmelpenninck van der Oije", "Kade 1", "1234 AC  WATERSTAD"),
]
RETURN_LINE = "Persoonlijk–retour:Havenstraat8,1234ABWaterstad"


Box = tuple[str, float, float, float, float]


def _shown(boxes: list[Box], envelope: Envelope) -> str:
    left, top, right, bottom = envelope.ever()
    return "".join(char for char, x0, y0, x1, y1 in boxes if x0 < right and x1 > left and y0 < bottom and y1 > top)


def _whole(boxes: list[Box], envelope: Envelope) -> bool:
    """True when every character of the address lies in the part that always shows."""
    left, top, right, bottom = envelope.always()
    address = [box for box in boxes if box[1] < 130 and 55 < box[2] < 90]
    return len(address) > 20 and all(
        left <= x0 and x1 <= right and top <= y0 and y1 <= bottom for _, x0, y0, x1, y1 in address
    )


@pytest.mark.parametrize("envelope", ENVELOPES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_window_shows_the_address_and_never_more(
    papers: ModuleType, address: tuple[str, ...], envelope: Envelope
) -> None:
    busy = {"onderwerp": "Over het gedrag van Elif " * 4, "ook_aan": ("de heer E. Yıldız",) * 3}
    boxes = papers.characters(brief.make(papers.ouders(adresregels=address, **busy)).pdf)
    assert _shown(boxes, envelope) == RETURN_LINE + "".join(address).replace(" ", "")
    assert _whole(boxes, envelope)


@pytest.mark.parametrize("envelope", ENVELOPES)
def test_a_name_too_long_for_any_window_is_cut_and_shows_nothing_else(papers: ModuleType, envelope: Envelope) -> None:
    letter = brief.make(papers.ouders(adresregels=("W" * 300, "Kade 1", "1234 AC  WATERSTAD")))
    boxes = papers.characters(letter.pdf)
    shown = _shown(boxes, envelope).removeprefix(RETURN_LINE)
    assert shown.lstrip("W") == "…Kade11234ACWATERSTAD"
    assert _whole(boxes, envelope)


def test_nothing_of_the_child_stands_above_the_fold_but_in_the_date_column(papers: ModuleType) -> None:
    letter = brief.make(papers.ouders(bijlage="", ook_aan=()))
    above = "".join(char for char, _, top, _, _ in papers.characters(letter.pdf) if top < 105)
    assert "Elif" not in above


def test_a_window_at_the_right_moves_the_date_column_to_the_left(papers: ModuleType) -> None:
    letter = brief.make(papers.ouders(venster=Venster(105, 63)))
    places = {place.blok_code: place for place in letter.plekken}
    assert places["adres"].x0 / papers.MM == pytest.approx(105, abs=0.1)
    assert places["datum"].x0 / papers.MM == pytest.approx(25, abs=0.1)
    assert places["datum"].y1 < places["onderwerp"].y0


def test_many_receivers_push_the_subject_down_and_hide_nothing(papers: ModuleType) -> None:
    others = tuple(f"mevrouw {letter}. van den Heuvel-Oosterbaan tot Wildenborch" for letter in "ABCDEFG")
    letter = brief.make(papers.ouders(ook_aan=others))
    places = {place.blok_code: place for place in letter.plekken if place.pagina == 1}
    assert places["datum"].y1 <= places["onderwerp"].y0
    assert places["onderwerp"].y1 <= places["aanhef"].y0
    assert all(other in papers.flat(letter.pdf) for other in others)


def test_no_address_still_makes_a_letter(papers: ModuleType) -> None:
    letter = brief.make(
        papers.ouders(
            adresregels=("Mevrouw A. Yıldız",),
            hoofd=replace(papers.HOOFD, straat="", postcode="", plaats="", telefoon="", email=""),
        )
    )
    assert "retour" not in papers.flat(letter.pdf)
    assert "Mevrouw A. Yıldız" in papers.flat(letter.pdf)
